// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>
#include <string_view>

namespace dragoman {

// Where output goes and how it may look there: colour and width are all that differs between a terminal and a pipe.
struct Terminal {
  bool is_terminal = false;
  bool colour = false;  // a terminal, NO_COLOR unset or empty, TERM not "dumb"
  int width = 80;
};
Terminal terminal_of(int file_descriptor);

// Standard output, written whole and at once. A reader that went away (`| head`) is no error: `closed` turns true and writing stops.
class Output {
 public:
  bool write(std::string_view bytes);
  bool closed() const { return closed_; }
  // Why writing failed (a full disk), or empty.
  const std::string& failure() const { return failure_; }

 private:
  bool closed_ = false;
  std::string failure_;
};

// A line on stderr, begun with "dragoman: ". Control characters in it are made harmless.
void complain(std::string_view message);

// Makes SIGINT and SIGTERM set `interrupted()` (the second one ends the program at once) and SIGPIPE do nothing.
void install_signal_handlers();
bool interrupted();

}  // namespace dragoman

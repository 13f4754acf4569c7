// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "cli/words.h"

namespace dragoman {
namespace {

std::atomic<bool> g_interrupted{false};  // the one global: signal handlers reach nothing else

void on_interrupt(int signal) {
  if (g_interrupted.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

// Wider lines than this are hard to read; narrower terminals are taken as they are, down to where wrapping makes sense.
constexpr int kMaxWidth = 110, kMinWidth = 30;

}  // namespace

Terminal terminal_of(int file_descriptor) {
  Terminal terminal;
  terminal.is_terminal = isatty(file_descriptor) == 1;
  terminal.colour = terminal.is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  int width = std::atoi(environment("COLUMNS").c_str());
  winsize size{};
  if (width <= 0 && terminal.is_terminal && ioctl(file_descriptor, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width > 0) terminal.width = std::clamp(width, kMinWidth, kMaxWidth);
  return terminal;
}

bool Output::write(std::string_view bytes) {
  while (!bytes.empty() && !closed_ && failure_.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      failure_ = std::strerror(errno);
    }
  }
  return !closed_ && failure_.empty();
}

void complain(std::string_view message) {
  const std::string line = "dragoman: " + printable(message) + "\n";
  // Nothing can be done where even stderr is closed.
  [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, line.data(), line.size());
}

void install_signal_handlers() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return g_interrupted.load(); }

}  // namespace dragoman

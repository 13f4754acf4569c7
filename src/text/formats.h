// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "dragoman/inputs.h"
#include "text/chunks.h"

namespace dragoman {

struct StreamOptions {
  InputKind kind = InputKind::guess;
  std::string name = "-";                  // of the file, for messages and for guessing
  std::size_t longest_record = 64U << 20;  // bytes; longer ones are passed over with an error and never held
};

// From the end of the name, else from the first bytes.
InputKind guess_kind(std::string_view name, std::string_view first_bytes);

// The reports of a stream, one after the other, in memory that does not grow with the stream. A record that cannot be used is an Error which names
// file, line and remedy; the ones after it still come. Borrows the stream; for one thread.
class ReportStream {
 public:
  ReportStream(std::istream& stream, StreamOptions options);
  std::optional<Result<Report>> next();

 private:
  std::optional<Result<Report>> checked(const Chunk& chunk);
  Result<Report> read(Chunk chunk) const;
  Error at(const Chunk& chunk, std::string_view message) const;

  StreamOptions options_;
  ChunkReader chunks_;
  InputKind kind_ = InputKind::guess;
  bool empty_ = true;
};

}  // namespace dragoman

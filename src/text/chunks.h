// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// One record's bytes out of a stream. `too_long`: it was longer than the limit and is not held.
struct Chunk {
  std::string bytes;
  std::size_t line = 0;  // where it begins, from 1
  bool too_long = false;
  bool cut_off = false;  // the stream ended inside it
};

// Cuts a stream into records and holds no more than one of them, and of that no more than the limit.
class ChunkReader {
 public:
  ChunkReader(std::istream& stream, std::size_t limit) : stream_(stream), limit_(limit) {}

  bool next_line(Chunk& chunk);  // lines that are not empty
  // JSON values: the elements of arrays at the outermost level, or objects one after the other.
  bool next_value(Chunk& chunk);
  bool all(Chunk& chunk);     // the whole stream
  int peek();                 // the next byte, -1 at the end
  std::string_view window();  // some bytes that are next, none taken

 private:
  int get();
  void keep(Chunk& chunk, int c) const;
  bool skip_to_value(int& first);
  void read_nested(Chunk& chunk);
  void read_plain(Chunk& chunk);

  std::istream& stream_;
  std::size_t limit_, line_ = 1;
  std::vector<char> buffer_ = std::vector<char>(1 << 16);
  std::size_t at_ = 0, size_ = 0;
  bool in_array_ = false;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/chunks.h"

#include <algorithm>
#include <streambuf>

namespace dragoman {

int ChunkReader::peek() {
  if (at_ == size_) {
    // What has come is taken at once: waiting for a full buffer would hold back the first records of a slow pipe.
    std::streambuf& source = *stream_.rdbuf();
    at_ = size_ = 0;
    if (source.sgetc() == std::streambuf::traits_type::eof()) return -1;
    const auto ready = std::clamp<std::streamsize>(source.in_avail(), 1, static_cast<std::streamsize>(buffer_.size()));
    size_ = static_cast<std::size_t>(source.sgetn(buffer_.data(), ready));
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

std::string_view ChunkReader::window() {
  peek();
  return {buffer_.data() + at_, size_ - at_};
}

int ChunkReader::get() {
  const int c = peek();
  if (c < 0) return c;
  ++at_;
  line_ += c == '\n';
  return c;
}

void ChunkReader::keep(Chunk& chunk, int c) const {
  if (chunk.too_long) return;
  if (chunk.bytes.size() >= limit_) {
    chunk.too_long = true;
    chunk.bytes = {};
  } else {
    chunk.bytes += static_cast<char>(c);
  }
}

bool ChunkReader::next_line(Chunk& chunk) {
  for (;;) {
    chunk = {};
    chunk.line = line_;
    bool blank = true;
    int c = get();
    if (c < 0) return false;
    for (; c >= 0 && c != '\n'; c = get()) {
      blank &= c == ' ' || c == '\t' || c == '\r';
      keep(chunk, c);
    }
    if (!blank) return true;
  }
}

bool ChunkReader::all(Chunk& chunk) {
  chunk = {};
  chunk.line = 1;
  if (peek() < 0) return false;
  for (int c = get(); c >= 0; c = get()) keep(chunk, c);
  return true;
}

// Passes white space, commas and the brackets of the outermost array.
bool ChunkReader::skip_to_value(int& first) {
  for (first = peek(); first >= 0; first = peek()) {
    const bool space = first == ' ' || first == '\t' || first == '\r' || first == '\n';
    if (first == '[' && !in_array_) {
      in_array_ = true;
    } else if (first == ']' && in_array_) {
      in_array_ = false;
    } else if (!space && first != ',') {
      return true;
    }
    get();
  }
  return false;
}

void ChunkReader::read_nested(Chunk& chunk) {
  std::size_t depth = 0;
  bool in_string = false;
  for (int c = get(); c >= 0; c = get()) {
    keep(chunk, c);
    if (in_string) {
      if (c == '"') in_string = false;
      if (c == '\\' && peek() >= 0) keep(chunk, get());
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return;
    }
  }
  chunk.cut_off = true;
}

void ChunkReader::read_plain(Chunk& chunk) {
  for (int c = peek(); c >= 0 && c != ',' && c != '\n' && c != ']'; c = peek()) keep(chunk, get());
  if (chunk.bytes.empty() && !chunk.too_long) keep(chunk, get());  // a bracket out of place: still move on
}

bool ChunkReader::next_value(Chunk& chunk) {
  int first = 0;
  if (!skip_to_value(first)) return false;
  chunk = {};
  chunk.line = line_;
  if (first == '{' || first == '[') {
    read_nested(chunk);
  } else {
    read_plain(chunk);
  }
  return true;
}

}  // namespace dragoman

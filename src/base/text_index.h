// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/span.h"

namespace dragoman {

// A report's text with both coordinate systems: bytes (UTF-8, what code works in) and code points (what is printed).
// Built once a report; the text must be valid UTF-8. ASCII text costs nothing; else one checkpoint each 64 bytes.
class TextIndex {
 public:
  explicit TextIndex(std::string_view text);  // borrows: the text must outlive this
  std::string_view text() const { return text_; }
  std::uint32_t cp_of(std::uint32_t byte) const;
  std::uint32_t byte_of(std::uint32_t cp) const;
  std::uint32_t size_cp() const { return cp_of(static_cast<std::uint32_t>(text_.size())); }
  Span span_of(std::uint32_t begin_byte, std::uint32_t end_byte) const { return {cp_of(begin_byte), cp_of(end_byte)}; }
  std::string_view slice(Span span) const;
  TextSpan text_span(Span span) const { return {span, std::string(slice(span))}; }

 private:
  std::string_view text_;
  bool is_ascii_ = true;
  std::vector<std::uint32_t> checkpoints_;  // code points before byte 64 * i
};

}  // namespace dragoman

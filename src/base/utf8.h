// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

// One code point and how many bytes it takes. Bytes that are no UTF-8 (overlong forms and surrogates too) give U+FFFD, one byte, `valid` false.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;
  bool valid = true;
};

// The code point at `at`, which must be inside `text`.
CodePoint decode_utf8(std::string_view text, std::size_t at);
void append_utf8(std::string& text, char32_t code_point);
bool is_valid_utf8(std::string_view text);

// The text with each invalid byte as U+FFFD, and how many there were.
struct RepairedText {
  std::string text;
  std::size_t replaced = 0;
};
RepairedText repair_utf8(std::string text);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/uchar.h>

#include <string>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"

namespace dragoman {

inline bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_space(char32_t c) { return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF; }
inline bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0 || c == 0x200D;
}
inline bool is_digit(char32_t c) { return c < 0x80 ? is_ascii_digit(c) : u_isdigit(static_cast<UChar32>(c)); }
inline bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c)); }
inline bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_isULowercase(static_cast<UChar32>(c)); }
inline bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == '`' || c == 0x2018 || c == 0x02BC; }
inline bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

}  // namespace dragoman

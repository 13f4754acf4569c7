// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// Text of others made safe to show: white space becomes one space, control characters, terminal escapes and the marks that
// reverse writing direction become U+FFFD; broken UTF-8 too.
std::string printable(std::string_view text);

// "1 report", "2 reports".
std::string counted(std::size_t n, std::string_view noun);

// How many columns a terminal gives to printable UTF-8: wide characters take two, combining ones none.
int columns_of(std::string_view text);

enum class Style : std::uint8_t { plain, bold, dim, marked, good, warning, alarm };
struct StyledText {
  std::string text;
  Style style = Style::plain;
};

// Lines of at most `width` columns, broken at spaces (a longer word stands alone and is cut), each begun with `indent` spaces; the first
// with `label` instead, padded to the indent. Colour only if asked for; styles never span a line end.
std::string wrapped(const std::vector<StyledText>& parts, const StyledText& label, int indent, int width, bool colour);
std::string styled(std::string_view text, Style style, bool colour);

}  // namespace dragoman

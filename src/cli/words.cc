// SPDX-License-Identifier: Apache-2.0
#include "cli/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Direction marks and overrides can make a line read as what it does not say; so can characters that only terminals obey.
bool is_harmful(UChar32 c) {
  const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
  return turns_direction || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

int columns_of_character(UChar32 c) {
  const int category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string_view code_of(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::bold: return "1";
    case Style::dim: return "2";
    case Style::marked: return "1;4";
    case Style::good: return "32";
    case Style::warning: return "33";
    case Style::alarm: return "1;31";
  }
  return "";
}

// The longest beginning of `text` that fits into `width` columns, at least one character.
std::string_view cut_to(std::string_view text, int width) {
  std::int32_t at = 0;
  int used = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  while (at < size) {
    const std::int32_t before = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    used += columns_of_character(c);
    if (used > width && before > 0) return text.substr(0, static_cast<std::size_t>(before));
  }
  return text;
}

// Fills lines word by word. A word may have parts of several styles: `“[met]”` is one word.
class Wrapper {
 public:
  Wrapper(const StyledText& label, int indent, int width, bool colour) : indent_(indent), width_(width), colour_(colour) {
    const int label_columns = columns_of(label.text);
    line_ = styled(label.text, label.style, colour) + std::string(static_cast<std::size_t>(std::max(0, indent - label_columns)), ' ');
    used_ = std::max(indent, label_columns);
    if (used_ > indent_) end_line();
  }

  void add(const StyledText& part) {
    std::string_view rest = part.text;
    while (!rest.empty()) {
      const std::size_t space = rest.find(' ');
      if (space != 0) word_.push_back({std::string(rest.substr(0, space)), part.style});
      if (space == std::string_view::npos) break;
      put_word();
      rest.remove_prefix(space + 1);
    }
  }

  std::string finish() {
    put_word();
    if (!at_line_start_) end_line();
    return std::move(text_);
  }

 private:
  void put_word() {
    int columns = 0;
    for (const StyledText& piece : word_) columns += columns_of(piece.text);
    if (word_.empty()) return;
    if (!at_line_start_ && used_ + 1 + columns > width_) end_line();
    if (!at_line_start_) put(" ", Style::plain);
    for (const StyledText& piece : word_) put_pieces(piece);
    word_.clear();
  }

  void put_pieces(const StyledText& piece) {
    std::string_view rest = piece.text;
    while (used_ + columns_of(rest) > width_ && width_ - indent_ > 1) {
      if (used_ >= width_) {
        end_line();
        continue;
      }
      const std::string_view part = cut_to(rest, width_ - used_);
      if (part.size() == rest.size()) break;
      put(part, piece.style);
      rest.remove_prefix(part.size());
      end_line();
    }
    put(rest, piece.style);
  }

  void put(std::string_view text, Style style) {
    line_ += styled(text, style, colour_);
    used_ += columns_of(text);
    at_line_start_ = false;
  }

  void end_line() {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    text_ += line_ + '\n';
    line_ = std::string(static_cast<std::size_t>(indent_), ' ');
    used_ = indent_;
    at_line_start_ = true;
  }

  int indent_, width_, used_ = 0;
  bool colour_, at_line_start_ = true;
  std::string text_, line_;
  std::vector<StyledText> word_;
};

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  while (at < size) {
    const std::int32_t before = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0) {
      if (clean.empty() || clean.back() != ' ') clean += ' ';
    } else if (c < 0 || is_harmful(c)) {
      clean += kReplacement;
    } else {
      clean += text.substr(static_cast<std::size_t>(before), static_cast<std::size_t>(at - before));
    }
  }
  return clean;
}

std::string counted(std::size_t n, std::string_view noun) { return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s"); }

int columns_of(std::string_view text) {
  int columns = 0;
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  while (at < size) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    columns += c < 0 ? 1 : columns_of_character(c);
  }
  return columns;
}

std::string styled(std::string_view text, Style style, bool colour) {
  const std::string_view code = code_of(style);
  if (!colour || code.empty() || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string wrapped(const std::vector<StyledText>& parts, const StyledText& label, int indent, int width, bool colour) {
  Wrapper wrapper(label, indent, width, colour);
  for (const StyledText& part : parts) wrapper.add(part);
  return wrapper.finish();
}

}  // namespace dragoman

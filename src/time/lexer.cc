// SPDX-License-Identifier: Apache-2.0
#include "time/lexer.h"

namespace dragoman::time {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

struct Sign {
  std::string_view bytes, as;
};
// Characters outside ASCII that are no letters of a word; " " is white space.
constexpr Sign kSigns[] = {
    {"\xE2\x80\x90", "-"},  {"\xE2\x80\x91", "-"}, {"\xE2\x80\x92", "-"}, {"\xE2\x80\x93", "-"}, {"\xE2\x80\x94", "-"},
    {"\xE2\x80\x95", "-"},  {"\xE2\x88\x92", "-"}, {"\xE2\x80\x98", "'"}, {"\xE2\x80\x99", "'"}, {"\xE2\x80\x9C", "\""},
    {"\xE2\x80\x9D", "\""}, {"\xE2\x80\xA6", "."}, {"\xC2\xBD", "½"},     {"\xE2\x82\xAC", "$"}, {"\xC2\xA3", "$"},
    {"\xC2\xA0", " "},      {"\xE2\x80\xAF", " "}, {"\xE2\x80\x89", " "}, {"\xE2\x80\x8B", " "},
};

const Sign* sign_at(std::string_view text) {
  if (is_ascii(text.front())) return nullptr;
  for (const Sign& sign : kSigns) {
    if (text.substr(0, sign.bytes.size()) == sign.bytes) return &sign;
  }
  return nullptr;
}

bool in_word(std::string_view text) { return is_letter(text.front()) || (!is_ascii(text.front()) && !sign_at(text)); }

int value_of(std::string_view digits) {
  if (digits.size() > 9) return -1;
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Bytes of white space at `at`, and whether it holds a blank line.
std::size_t skip_space(std::string_view text, std::size_t at, bool& blank_line) {
  int lines = 0;
  while (at < text.size()) {
    if (is_space(text[at])) {
      lines += text[at++] == '\n';
    } else if (const Sign* sign = sign_at(text.substr(at)); sign && sign->as == " ") {
      at += sign->bytes.size();
    } else {
      break;
    }
  }
  blank_line = lines > 1;
  return at;
}

}  // namespace

Lexemes::Lexemes(std::string_view text) : lower_(text) {
  for (char& c : lower_) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (std::size_t at = 0; at < text.size();) {
    bool blank_line = false;
    const std::size_t after = skip_space(text, at, blank_line);
    const bool spaced = after != at || at == 0;
    const auto position = static_cast<std::uint32_t>(after);
    if (blank_line) lexemes_.push_back({position, position, LexemeKind::symbol, true, false, -1, "\n"});
    if (after == text.size()) break;
    Lexeme lexeme;
    lexeme.begin = position;
    lexeme.spaced = spaced;
    at = read(text, after, lexeme);
    lexeme.end = static_cast<std::uint32_t>(at);
    lexemes_.push_back(lexeme);
  }
}

// Reads one lexeme at `at`; returns where it ends.
std::size_t Lexemes::read(std::string_view text, std::size_t at, Lexeme& lexeme) const {
  const std::string_view lower = lower_;
  std::size_t end = at;
  if (is_digit(text[at])) {
    while (end < text.size() && is_digit(text[end])) ++end;
    lexeme.kind = LexemeKind::number;
    lexeme.text = lower.substr(at, end - at);
    lexeme.number = value_of(lexeme.text);
    return end;
  }
  while (end < text.size() && in_word(text.substr(end))) ++end;
  if (end > at) {
    lexeme.kind = LexemeKind::word;
    lexeme.text = lower.substr(at, end - at);
    lexeme.capital = text[at] >= 'A' && text[at] <= 'Z';
    return end;
  }
  lexeme.kind = LexemeKind::symbol;
  const Sign* sign = sign_at(text.substr(at));
  lexeme.text = sign ? sign->as : lower.substr(at, 1);
  return at + (sign ? sign->bytes.size() : 1);
}

}  // namespace dragoman::time

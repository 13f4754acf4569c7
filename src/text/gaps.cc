// SPDX-License-Identifier: Apache-2.0
#include "text/gaps.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::uint16_t kFar = 60;
constexpr std::size_t kLongestWord = 16;  // bytes that features show

bool all_of_set(std::string_view word, std::string_view set) { return word.find_first_not_of(set) == std::string_view::npos; }

Look mark_look(std::string_view word) {
  if (word == ".") return Look::stop;
  if (all_of_set(word, ".") || word == "…") return Look::ellipsis;
  if (all_of_set(word, ".!?")) return Look::mark;
  if (word == "(" || word == "[" || word == "{" || word == "“" || word == "‘" || word == "«" || word == "``" || word == "<<" || word == "<")
    return Look::opening;
  if (word == ")" || word == "]" || word == "}" || word == "”" || word == "’" || word == "»" || word == "’’" || word == ">>" || word == ">")
    return Look::closing;
  if (word == "\"" || word == "'" || word == "''") return Look::quote;
  if (word == "," || word == ";") return Look::comma;
  if (word == ":") return Look::colon;
  if (all_of_set(word, "-") || word == "–" || word == "—") return Look::dash;
  if (all_of_set(word, "*") || all_of_set(word, "=") || all_of_set(word, "_") || word == "•" || word == "·" || all_of_set(word, "#") || all_of_set(word, "|"))
    return Look::bullet;
  return Look::other;
}

bool ends_sentence(Look look) { return look == Look::stop || look == Look::mark || look == Look::ellipsis; }

}  // namespace

Look look_of(std::string_view word) {
  const char32_t first = decode_utf8(word, 0).value;
  if (is_digit(first)) return Look::number;
  if (!is_letter(first)) return word.size() > 1 && is_ascii_digit(static_cast<unsigned char>(word[1])) ? Look::number : mark_look(word);
  if (word.back() == '.') return Look::abbreviation;
  if (is_lower(first)) return Look::lower;
  if (!is_upper(first)) return Look::other;
  const std::size_t first_size = decode_utf8(word, 0).size;
  if (word.size() == first_size) return Look::single;
  for (std::size_t at = first_size; at < word.size(); at += decode_utf8(word, at).size) {
    if (is_lower(decode_utf8(word, at).value)) return Look::capital;
  }
  return Look::upper;
}

GapView::GapView(std::string_view text, const std::vector<Piece>& pieces) : text(text), pieces(pieces) {
  const std::size_t size = pieces.size();
  looks.reserve(size);
  for (const Piece& piece : pieces) looks.push_back(look_of(text.substr(piece.begin, piece.end - piece.begin)));
  since.resize(size), until.resize(size), inside.resize(size);
  std::uint16_t distance = 0;
  bool in_quote = false;
  int brackets = 0;
  for (std::size_t i = 0; i < size; ++i) {
    since[i] = distance;
    distance = ends_sentence(looks[i]) ? std::uint16_t{0} : std::min<std::uint16_t>(kFar, static_cast<std::uint16_t>(distance + 1));
    has_stop |= ends_sentence(looks[i]);
    const std::string_view w = word(static_cast<std::ptrdiff_t>(i));
    if (w == "\"" || w == "''" || w == "``") in_quote = !in_quote;
    if (w == "“") in_quote = true;
    if (w == "”") in_quote = false;
    if (w == "(" || w == "[") ++brackets;
    if ((w == ")" || w == "]") && brackets > 0) --brackets;
    inside[i] = static_cast<std::uint8_t>((in_quote ? 1 : 0) + (brackets > 0 ? 2 : 0));
  }
  distance = kFar;
  for (std::size_t i = size; i-- > 0;) {
    until[i] = distance;
    distance = ends_sentence(looks[i]) ? std::uint16_t{0} : std::min<std::uint16_t>(kFar, static_cast<std::uint16_t>(distance + 1));
  }
}

std::string_view GapView::word(std::ptrdiff_t i) const {
  if (i < 0 || i >= std::ssize(pieces)) return "<>";
  const Piece& piece = pieces[static_cast<std::size_t>(i)];
  std::size_t size = std::min<std::size_t>(piece.end - piece.begin, kLongestWord);
  while (size < piece.end - piece.begin && (static_cast<unsigned char>(text[piece.begin + size]) & 0xC0) == 0x80) --size;
  return text.substr(piece.begin, size);
}

}  // namespace dragoman

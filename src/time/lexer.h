// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman::time {

enum class LexemeKind : std::uint8_t { word, number, symbol, end };

// The smallest piece that time rules look at: "1990s" is `1990` and `s`, "p.m." is `p` `.` `m` `.`.
struct Lexeme {
  std::uint32_t begin = 0, end = 0;  // bytes
  LexemeKind kind = LexemeKind::end;
  bool spaced = true;     // white space (or nothing) before it
  bool capital = false;   // begins with an ASCII capital
  int number = -1;        // value of up to nine digits; -1: none or longer
  std::string_view text;  // lower case; dashes are "-", curly quotes straight, a blank line "\n"

  bool is(std::string_view other) const { return text == other; }
  int digits() const { return kind == LexemeKind::number ? static_cast<int>(text.size()) : 0; }
};

// All lexemes of a text. Safe to index past both ends: what is not there is an empty lexeme of kind `end`.
// Owns the lower-cased text that the lexemes borrow: not copyable, not movable.
class Lexemes {
 public:
  explicit Lexemes(std::string_view text);
  Lexemes(const Lexemes&) = delete;
  Lexemes& operator=(const Lexemes&) = delete;

  int size() const { return static_cast<int>(lexemes_.size()); }
  const Lexeme& operator[](int i) const { return i >= 0 && i < size() ? lexemes_[static_cast<std::size_t>(i)] : nothing_; }

 private:
  std::size_t read(std::string_view text, std::size_t at, Lexeme& lexeme) const;

  std::string lower_;
  std::vector<Lexeme> lexemes_;
  Lexeme nothing_;
};

}  // namespace dragoman::time

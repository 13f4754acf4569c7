// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "time/lexer.h"

namespace dragoman::time {

// How many: "three", "2.5", "a", "several" (vague, text "X"), "two-and-a-half". Lexemes [begin, end).
struct Quantity {
  int end = 0;
  double number = 0;        // 0 where vague
  std::string text;         // as TIMEX3 writes it: "3", "2.5", "X"
  bool is_article = false;  // "a", "an"
  bool is_digits = false;   // written in figures
  bool vague() const { return text == "X"; }
  bool whole() const { return !vague() && text.find('.') == std::string::npos; }
};

struct ReadInteger {
  int end = 0;
  int value = 0;
};

std::string number_text(double number);  // "3", "2.5"
std::optional<Quantity> quantity_at(const Lexemes& lexemes, int i);
// "fourteen", "twenty-nine", "300": a whole number in words or figures.
std::optional<ReadInteger> integer_at(const Lexemes& lexemes, int i);
// "14th", "first", "twenty-first".
std::optional<ReadInteger> ordinal_at(const Lexemes& lexemes, int i);
// "nineteen ninety six", "two thousand and fifteen", "seventeen hundred thirty three".
std::optional<ReadInteger> year_in_words(const Lexemes& lexemes, int i);

}  // namespace dragoman::time

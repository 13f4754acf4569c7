// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "time/lexer.h"

namespace dragoman::time {

// Units that expressions count in. `letter` is ISO 8601's designator.
enum class Unit { second, minute, hour, day, night, week, fortnight, month, quarter, year, decade, century };

struct UnitWord {
  Unit unit = Unit::day;
  bool plural = false;
  bool short_form = false;  // "hrs", "d": only right after a number
};

std::optional<UnitWord> unit_named(std::string_view word);
int month_named(std::string_view word);  // 1..12, 0 for none; abbreviations too
bool is_month_abbreviation(std::string_view word);
int weekday_named(std::string_view word);  // 1 Monday .. 7, 0 for none; abbreviations and plurals too
bool is_weekday_abbreviation(std::string_view word);
int small_number(std::string_view word);               // "seven", "forty": 0..90, -1 for none
int ordinal_named(std::string_view word);              // "third", "thirtieth": 1..30, 0 for none
std::string_view season_named(std::string_view word);  // "SP", "SU", "FA", "WI" or empty
std::string_view part_of_day(std::string_view word);   // "MO", "AF", "EV", "NI", "DT" or empty

// May an expression begin with this word? Spares most words of a text the rules. Articles are not counted.
bool begins_expression(std::string_view word);

inline bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view candidate : words) {
    if (candidate == word) return true;
  }
  return false;
}
inline bool any_of(const Lexeme& lexeme, std::initializer_list<std::string_view> words) { return any_of(lexeme.text, words); }

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
// Dates written in figures, with "-", "/" or "." between them, a month's name among them. Month before day, as in American
// use, unless the first number cannot be a month. "2-1" (a score) and "1.5" are no dates: two numbers need a slash, or
// another date word before them.
#include "time/rules.h"

namespace dragoman::time {
namespace {

struct Fields {
  int end = 0;
  int number[3] = {0, 0, 0};
  int digits[3] = {0, 0, 0};
  int named_month = -1;  // index of the field that is a month's name
  int count = 0;
  char separator = 0;
};

bool is_separator(const Lexeme& lexeme) { return any_of(lexeme, {"-", "/", "."}); }

// Up to three numbers or month names joined by one kind of separator without white space.
Fields fields_at(const Lexemes& lexemes, int i) {
  Fields fields;
  for (int at = i; fields.count < 3; at += 2) {
    const Lexeme& lexeme = lexemes[at];
    const int month = month_named(lexeme.text);
    if (lexeme.digits() == 0 && month == 0) break;
    if (lexeme.digits() > 4) break;
    fields.number[fields.count] = month ? month : lexeme.number;
    fields.digits[fields.count] = lexeme.digits();
    if (month && fields.named_month >= 0) break;
    if (month) fields.named_month = fields.count;
    ++fields.count;
    fields.end = at + 1;
    const Lexeme& sign = lexemes[at + 1];
    if (!is_separator(sign) || sign.spaced || lexemes[at + 2].spaced) break;
    if (fields.separator != 0 && sign.text.front() != fields.separator) break;
    fields.separator = sign.text.front();
  }
  return fields;
}

int full_year(int number, int digits) {
  if (digits == 4) return number;
  return number + (number < 40 ? 2000 : 1900);
}

std::optional<Date> ymd(int year, int month, int day) {
  if (year < 1000 || year > 2999 || !is_date(year, month, day)) return std::nullopt;
  return Date{year, month, day};
}

// Three fields in the orders that people use.
std::optional<Date> date_from(const Fields& f) {
  const int* n = f.number;
  if (f.named_month >= 0) {
    int other[2], k = 0;
    for (int j = 0; j < 3; ++j) {
      if (j != f.named_month) other[k++] = j;
    }
    const bool year_first = f.digits[other[0]] == 4;
    const int year = other[year_first ? 0 : 1], day = other[year_first ? 1 : 0];
    return ymd(full_year(n[year], f.digits[year]), n[f.named_month], n[day]);
  }
  if (f.digits[0] == 4) {
    if (f.digits[1] > 2 || f.digits[2] > 2) return std::nullopt;
    return ymd(n[0], n[1], n[2]);
  }
  if (f.digits[2] != 4 && (f.digits[2] != 2 || f.separator == '-')) return std::nullopt;
  if (f.digits[0] > 2 || f.digits[1] > 2) return std::nullopt;
  const int year = full_year(n[2], f.digits[2]);
  const bool day_first = f.separator == '.' || n[0] > 12;
  if (const auto date = day_first ? ymd(year, n[1], n[0]) : ymd(year, n[0], n[1])) return date;
  return day_first ? ymd(year, n[0], n[1]) : ymd(year, n[1], n[0]);
}

bool after_day_word(const Lexemes& lexemes, int i) {
  return weekday_named(lexemes[i - 1].text) > 0 || (lexemes[i - 1].is(",") && weekday_named(lexemes[i - 2].text) > 0);
}

// "5/14", "22/04", "Oct/2", and after a weekday "7.6", "7-6".
MaybeMatch month_and_day(const Scene& scene, int i, const Fields& f) {
  if (f.digits[0] > 2 || f.digits[1] > 2 || f.number[0] < 1 || f.number[1] < 1) return std::nullopt;
  const Lexemes& lexemes = scene.lexemes;
  if (f.separator != '/' && f.named_month < 0 && !after_day_word(lexemes, i)) return std::nullopt;
  if (f.separator == '.' && f.named_month >= 0) return std::nullopt;
  const bool fraction = lexemes[f.end].is("of") || any_of(lexemes[f.end], {"%", "percent", "cup"}) || unit_named(lexemes[f.end].text);
  if (fraction || lexemes[i - 1].is("$") || (f.number[0] == 1 && f.number[1] == 2 && f.digits[0] == 1)) return std::nullopt;
  const bool day_first = f.named_month == 1 || (f.named_month < 0 && f.number[0] > 12);
  const int month = f.number[day_first ? 1 : 0], day = f.number[day_first ? 0 : 1];
  if (!is_date(2000, month, day)) return std::nullopt;
  // After a weekday "7-6" is a date only if it falls on that weekday; else it is hours: "Monday 3-8".
  if (f.separator != '/' && f.named_month < 0) {
    const int shown = resolve_year(scene, i, month, day);
    const int weekday = weekday_named(lexemes[i - 1].is(",") ? lexemes[i - 2].text : lexemes[i - 1].text);
    const auto falls_on = [&](int y) { return is_date(y, month, day) && weekday_of({y, month, day}) == weekday; };
    if (f.separator == '-' && !falls_on(shown) && !falls_on(scene.published.year)) return std::nullopt;
  }
  if (lexemes[f.end].is(".") && !lexemes[f.end].spaced && lexemes[f.end + 1].number >= 0 && !lexemes[f.end + 1].spaced) return std::nullopt;
  const auto year = lexemes[f.end].is(",") && is_year(lexemes[f.end + 1]) ? std::optional(lexemes[f.end + 1].number) : std::nullopt;
  Value value = day_value({year.value_or(resolve_year(scene, i, month, day)), month, day});
  if (!year) value.borrowed = Borrowed::year;
  return Match{i, year ? f.end + 2 : f.end, value};
}

// "2015-12", "12-2015", "Dec-2018".
MaybeMatch month_and_year(int i, const Fields& f) {
  const int year_at = f.digits[0] == 4 ? 0 : 1;
  if (f.digits[year_at] != 4 || f.separator == '.' || f.digits[1 - year_at] > 2) return std::nullopt;
  const int year = f.number[year_at], month = f.number[1 - year_at];
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return std::nullopt;
  return Match{i, f.end, month_value(year, month)};
}

// "20250514".
MaybeMatch packed(const Lexemes& lexemes, int i) {
  if (lexemes[i].digits() != 8) return std::nullopt;
  const int number = lexemes[i].number;
  const auto date = ymd(number / 10000, number / 100 % 100, number % 100);
  if (!date || date->year < 1900 || date->year > 2100) return std::nullopt;
  return Match{i, i + 1, day_value(*date)};
}

// Part of a longer run of figures: a telephone number, a version, a serial.
bool is_inside(const Lexemes& lexemes, int begin, int end) {
  const Lexeme& before = lexemes[begin - 1];
  const bool left = !lexemes[begin].spaced && (any_of(before, {"-", "/", "."}) && lexemes[begin - 2].kind == LexemeKind::number && !before.spaced);
  const Lexeme& after = lexemes[end];
  const bool right = is_separator(after) && !after.spaced && !lexemes[end + 1].spaced && lexemes[end + 1].kind == LexemeKind::number;
  return left || right;
}

}  // namespace

MaybeMatch numeric_date(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (lexemes[i].kind == LexemeKind::end || any_of(lexemes[i - 1], {"$", "#"})) return std::nullopt;
  if (lexemes[i].digits() == 0 && month_named(lexemes[i].text) == 0) return std::nullopt;
  if (auto match = packed(lexemes, i)) return match;
  const Fields fields = fields_at(lexemes, i);
  // A range of dates ("10/1-11/7") is read by its own rule, so a dash may follow slashes.
  if (fields.count < 2 || (is_inside(lexemes, i, fields.end) && (fields.separator != '/' && fields.count < 3))) return std::nullopt;
  if (fields.count == 3) {
    if (is_inside(lexemes, i, fields.end) && fields.separator == '-' && fields.digits[0] != 4) return std::nullopt;
    if (const auto date = date_from(fields)) return Match{i, fields.end, day_value(*date)};
    return std::nullopt;
  }
  if (fields.digits[0] == 4 || fields.digits[1] == 4) return month_and_year(i, fields);
  return month_and_day(scene, i, fields);
}

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
// Holidays of fixed and movable date, mostly as American and international news names them.
#include <array>

#include "time/rules.h"

namespace dragoman::time {
namespace {

enum class Kind { fixed, nth, easter, before_thanksgiving };

// `a`, `b`, `c`: month and day; month, weekday and which; days after Easter Sunday; days after Thanksgiving.
struct Holiday {
  std::string_view name;  // lexemes joined by blanks, without apostrophes and a following "day"
  Kind kind;
  int a = 0, b = 0, c = 0;
  bool needs_day = false;  // only with "day" after it
};

constexpr Holiday kHolidays[] = {
    {"christmas eve", Kind::fixed, 12, 24},
    {"christmas", Kind::fixed, 12, 25},
    {"xmas", Kind::fixed, 12, 25},
    {"boxing", Kind::fixed, 12, 26, 0, true},
    {"new years eve", Kind::fixed, 12, 31},
    {"new year s eve", Kind::fixed, 12, 31},
    {"new years", Kind::fixed, 1, 1},
    {"new year s", Kind::fixed, 1, 1},
    {"new year", Kind::fixed, 1, 1},
    {"valentine s", Kind::fixed, 2, 14},
    {"valentines", Kind::fixed, 2, 14},
    {"saint patrick", Kind::fixed, 3, 17},
    {"st patrick s", Kind::fixed, 3, 17},
    {"st . patrick s", Kind::fixed, 3, 17},
    {"april fools", Kind::fixed, 4, 1, 0, true},
    {"april fool s", Kind::fixed, 4, 1, 0, true},
    {"earth", Kind::fixed, 4, 22, 0, true},
    {"anzac", Kind::fixed, 4, 25, 0, true},
    {"may", Kind::fixed, 5, 1, 0, true},
    {"international workers", Kind::fixed, 5, 1, 0, true},
    {"juneteenth", Kind::fixed, 6, 19},
    {"freedom", Kind::fixed, 6, 19, 0, true},
    {"jubilee", Kind::fixed, 6, 19, 0, true},
    {"independence", Kind::fixed, 7, 4, 0, true},
    {"bastille", Kind::fixed, 7, 14, 0, true},
    {"halloween", Kind::fixed, 10, 31},
    {"veterans", Kind::fixed, 11, 11, 0, true},
    {"armistice", Kind::fixed, 11, 11, 0, true},
    {"remembrance", Kind::fixed, 11, 11, 0, true},
    {"all saints", Kind::fixed, 11, 1, 0, true},
    {"groundhog", Kind::fixed, 2, 2, 0, true},
    {"women s", Kind::fixed, 3, 8, 0, true},
    {"martin luther king", Kind::nth, 1, 1, 3, true},
    {"mlk", Kind::nth, 1, 1, 3, true},
    {"presidents", Kind::nth, 2, 1, 3, true},
    {"mother s", Kind::nth, 5, 7, 2, true},
    {"mothers", Kind::nth, 5, 7, 2, true},
    {"memorial", Kind::nth, 5, 1, -1, true},
    {"father s", Kind::nth, 6, 7, 3, true},
    {"fathers", Kind::nth, 6, 7, 3, true},
    {"labor", Kind::nth, 9, 1, 1, true},
    {"labour", Kind::nth, 9, 1, 1, true},
    {"columbus", Kind::nth, 10, 1, 2, true},
    {"thanksgiving", Kind::nth, 11, 4, 4},
    {"black friday", Kind::before_thanksgiving, 1},
    {"cyber monday", Kind::before_thanksgiving, 4},
    {"good friday", Kind::easter, -2},
    {"easter monday", Kind::easter, 1},
    {"easter sunday", Kind::easter, 0},
    {"easter", Kind::easter, 0},
    {"palm sunday", Kind::easter, -7},
    {"ash wednesday", Kind::easter, -46},
    {"mardi gras", Kind::easter, -47},
    {"ascension", Kind::easter, 39, 0, 0, true},
    {"pentecost", Kind::easter, 49},
    {"whit monday", Kind::easter, 50},
};

Date date_in(const Holiday& holiday, int year) {
  switch (holiday.kind) {
    case Kind::fixed: return {year, holiday.a, holiday.b};
    case Kind::nth: return nth_weekday(year, holiday.a, holiday.b, holiday.c);
    case Kind::easter: return add_days(easter(year), holiday.a);
    default: return add_days(nth_weekday(year, 11, 4, 4), holiday.a);
  }
}

// The lexeme after the holiday's name at i, or 0. Apostrophes in the text are passed over.
int after_name(const Lexemes& lexemes, int i, std::string_view name) {
  int at = i;
  while (!name.empty()) {
    const std::size_t blank = name.find(' ');
    if (lexemes[at].is("'") && at > i) ++at;
    if (!lexemes[at].is(name.substr(0, blank))) return 0;
    ++at;
    name = blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
  }
  return at;
}

struct Named {
  const Holiday* holiday = nullptr;
  int end = 0;
};

Named named_at(const Lexemes& lexemes, int i) {
  if (lexemes[i].kind != LexemeKind::word) return {};
  for (const Holiday& holiday : kHolidays) {
    if (holiday.name.front() != lexemes[i].text.front()) continue;
    int end = after_name(lexemes, i, holiday.name);
    if (end == 0) continue;
    if (lexemes[end].is("'") && any_of(lexemes[end + 1], {"day"})) ++end;
    const bool day = lexemes[end].is("day");
    if (holiday.needs_day && !day) continue;
    if (holiday.name == "may" && !(lexemes[i].capital && lexemes[i + 1].capital)) continue;
    return {&holiday, end + day};
  }
  return {};
}

// Of an observance without a year, the one nearest to publication, as tense and words before it allow.
int year_of(const Scene& scene, int i, const Holiday& holiday, const Lexeme& before) {
  const int year = scene.published.year;
  const Date this_year = date_in(holiday, year);
  const bool passed = this_year < scene.published;
  if (any_of(before, {"last", "previous"})) return passed ? year : year - 1;
  if (any_of(before, {"next", "following", "coming", "upcoming"})) return passed || this_year == scene.published ? year + 1 : year;
  if (any_of(before, {"this"})) return year;
  const int distance = day_number(this_year) - day_number(scene.published);
  switch (scene.direction(i)) {
    case Direction::future: return passed ? year + 1 : year;
    case Direction::past: return passed || distance < 31 ? year : year - 1;
    default: return distance > 183 ? year - 1 : year;
  }
}

}  // namespace

MaybeMatch holiday(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const bool led = any_of(lexemes[i], {"last", "next", "previous", "following", "this", "coming", "upcoming"});
  const Named named = named_at(lexemes, i + led);
  if (named.holiday == nullptr) return std::nullopt;
  if (any_of(named.holiday->name, {"new year"}) && any_of(lexemes[i - 1], {"a", "happy"})) return std::nullopt;
  int end = named.end;
  std::optional<int> year;
  if (const auto given = year_after(lexemes, end)) {
    year = given->value;
    end = given->end;
  } else if (any_of(lexemes[end], {"of"}) && lexemes[end + 2].is("year") && any_of(lexemes[end + 1], {"this", "last", "next"})) {
    year = scene.published.year + (lexemes[end + 1].is("last") ? -1 : lexemes[end + 1].is("next") ? 1 : 0);
    end += 3;
  }
  const int shown = year ? *year : year_of(scene, i, *named.holiday, lexemes[led ? i : i - 1]);
  const Date date = date_in(*named.holiday, shown);
  Value value = lexemes[end].is("weekend") ? weekend_value(monday_before(add_days(date, -(weekday_of(date) == 1)))) : day_value(date);
  if (lexemes[end].is("weekend")) {
    ++end;
    if (const auto given = year_after(lexemes, end); given && !year) {
      value = weekend_value(monday_before(date_in(*named.holiday, given->value)));
      return Match{i, given->end, value};
    }
  }
  if (!year) value.borrowed = Borrowed::year;
  return Match{i, end, value};
}

}  // namespace dragoman::time

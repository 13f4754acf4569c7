// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "time/quantities.h"
#include "time/scene.h"
#include "time/words.h"

// The grammar: each function reads one construction at lexeme i and gives how far it reaches and what it means, or nothing.
// All look at a bounded number of lexemes. None takes a leading preposition ("on", "in", "for") into its span.
namespace dragoman::time {

// "14 May 2025", "Wednesday, May 14", "May", "June 2024", "Monday", "Friday the 26th", "the 14th".
MaybeMatch calendar_date(const Scene& scene, int i);
// "2025-05-14", "05/14/2025", "14.05.2025", "5/14", "20250514", "2025-05", "05-Aug-2016".
MaybeMatch numeric_date(const Scene& scene, int i);
// "2011", "44 BC".
MaybeMatch year(const Scene& scene, int i);
// "the 1990s", "the 15th century", "the third quarter of 2013", "fiscal 2009", "the summer of 2012", "the week of May 4",
// "the first Monday of next month".
MaybeMatch period(const Scene& scene, int i);
// "early 2009", "mid-May", "the end of the year", "late Monday", "later this year".
MaybeMatch modified_point(const Scene& scene, int i);
// "Christmas", "Easter Monday 2018", "next Thanksgiving".
MaybeMatch holiday(const Scene& scene, int i);
// "yesterday", "last week", "next Friday", "this month", "the following day", "the past two decades".
MaybeMatch relative(const Scene& scene, int i);
// A duration and what it is counted from: "three days ago", "two months later", "two weeks after May 14", "three days".
MaybeMatch duration(const Scene& scene, int i);
// "every Monday", "twice a week", "daily", "each year at 4 p.m.".
MaybeMatch set(const Scene& scene, int i);
// "recently", "now", "the future".
MaybeMatch vague(const Scene& scene, int i);
// A time of day, with the day beside it: "10:30 p.m. on Tuesday", "Tuesday evening", "tomorrow from 3 to 5 p.m.", "noon".
MaybeMatch time_of_day(const Scene& scene, int i);

// The longest of what may name one day, month or longer point.
MaybeMatch point(const Scene& scene, int i);
// The longest of what names one day.
MaybeMatch day(const Scene& scene, int i);

// --- shared pieces
struct Step {
  int count = 0;
  Unit unit = Unit::day;
};
struct Measure {
  int end = 0;
  std::string timex;        // "P3D", "PT1H30M", "PXY"
  std::vector<Step> steps;  // empty where vague or fractional
  UnitWord unit;            // of its last part
  Quantity quantity;        // of its first part
  bool vague = false;
};
// "three days", "3 hours 30 minutes", "a year and a half", "several weeks", "27-year".
// `whole`: with further parts, as in "2 weeks and 2 days".
std::optional<Measure> measure_at(const Lexemes& lexemes, int i, bool whole = true);
std::string unit_timex(Unit unit, const std::string& amount);  // (week, "3") -> "P3W"

Date resolve_weekday(const Scene& scene, int i, int weekday);
// The year of a month (and day) that stands without one.
int resolve_year(const Scene& scene, int i, int month, int day);
bool is_weekday_at(const Lexemes& lexemes, int i);
bool is_month_at(const Lexemes& lexemes, int i);
// A year after a date: ", 2025", "of 2025", " '98"; the lexeme after it.
std::optional<ReadInteger> year_after(const Lexemes& lexemes, int i);
bool is_year(const Lexeme& lexeme);
// The period of `unit` that holds `day`, `offset` units on: (month, May 14, -1) is April.
Value unit_period(Unit unit, Date day, int offset);
Date shift(Date day, Unit unit, int count);
MaybeMatch longest(std::initializer_list<MaybeMatch> matches);

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dragoman/time.h"
#include "time/calendar.h"

namespace dragoman::time {

enum class Grain { clock, part_of_day, day, weekend, week, month, season, quarter, half, year, decade, century, none };

// What of a value comes from the publication date and is unknown without one.
enum class Borrowed { nothing, year, all };

// A time of day as written. `ambiguous`: 1 to 12 with neither a.m. nor p.m.
struct Clock {
  int hour = 0, minute = 0, second = -1;
  bool ambiguous = false;
  bool has_minute = false;
  std::string zone;  // "Z" or empty
};

// What an expression means: a TIMEX3 value with the days, or times, that it covers.
struct Value {
  TimeType type = TimeType::date;
  Grain grain = Grain::none;
  std::string timex;
  std::optional<Date> first, last;   // last inclusive
  std::string from_clock, to_clock;  // "T10:30:00" or empty
  Borrowed borrowed = Borrowed::nothing;
  bool is_weekday = false;  // without a date "Monday" is XXXX-WXX-1
};

// Lexemes [begin, end) of a text and what they mean.
struct Match {
  int begin = 0, end = 0;
  Value value;
};
using MaybeMatch = std::optional<Match>;

std::string iso(Date date);  // 2025-05-14; before the year 1: BC0044-03-15
std::string iso_year(int year);
std::string iso(const Clock& clock);  // T10:30

Value day_value(Date day);
Value week_value(Date monday);
Value weekend_value(Date monday);  // the weekend at the end of that week
Value month_value(int year, int month);
Value quarter_value(int year, int quarter);
Value half_value(int year, int half);
Value year_value(int year);
Value decade_value(int first_year);
Value century_value(int number);  // 21 is 2000-2099, as TIMEX3's "20"
Value season_value(int year, std::string_view season);
Value part_value(Date day, std::string_view part);
Value clock_value(Date day, const Clock& clock);
Value clock_range_value(Date day, const Clock& from, const Clock& to);
Value day_range_value(Date first, Date last);
Value duration_value(std::string timex);
Value set_value(std::string timex);
Value reference_value(std::string_view timex);  // PAST_REF and its like

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
#include "time/values.h"

#include <cstdio>

namespace dragoman::time {
namespace {

std::string padded(int number, int width) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%0*d", width, number);
  return buffer;
}

Value covering(Grain grain, std::string timex, Date first, Date last) {
  Value value;
  value.grain = grain;
  value.timex = std::move(timex);
  value.first = first;
  value.last = last;
  return value;
}

Value months_value(Grain grain, std::string timex, int year, int first_month, int months) {
  const Date first{year, first_month, 1};
  return covering(grain, std::move(timex), first, add_days(add_months(first, months), -1));
}

std::string seconds_text(const Clock& clock) {
  return "T" + padded(clock.hour, 2) + ":" + padded(clock.minute, 2) + ":" + padded(clock.second < 0 ? 0 : clock.second, 2) + clock.zone;
}

}  // namespace

std::string iso_year(int year) { return year < 1 ? "BC" + padded(1 - year, 4) : padded(year, 4); }
std::string iso(Date date) { return iso_year(date.year) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2); }

std::string iso(const Clock& clock) {
  std::string text = "T" + padded(clock.hour, 2) + ":" + padded(clock.minute, 2);
  if (clock.second >= 0) text += ":" + padded(clock.second, 2);
  return text + clock.zone;
}

Value day_value(Date day) { return covering(Grain::day, iso(day), day, day); }

Value week_value(Date monday) {
  const IsoWeek week = iso_week(monday);
  return covering(Grain::week, iso_year(week.year) + "-W" + padded(week.week, 2), monday, add_days(monday, 6));
}

Value weekend_value(Date monday) {
  Value value = week_value(monday);
  value.grain = Grain::weekend;
  value.timex += "-WE";
  value.first = add_days(monday, 5);
  return value;
}

Value month_value(int year, int month) { return months_value(Grain::month, iso_year(year) + "-" + padded(month, 2), year, month, 1); }
Value quarter_value(int year, int quarter) { return months_value(Grain::quarter, iso_year(year) + "-Q" + padded(quarter, 1), year, quarter * 3 - 2, 3); }
Value half_value(int year, int half) { return months_value(Grain::half, iso_year(year) + "-H" + padded(half, 1), year, half * 6 - 5, 6); }
Value year_value(int year) { return months_value(Grain::year, iso_year(year), year, 1, 12); }
Value decade_value(int first_year) { return months_value(Grain::decade, padded(first_year / 10, 3), first_year, 1, 120); }
Value century_value(int number) { return months_value(Grain::century, padded(number - 1, 2), number * 100 - 100, 1, 1200); }

// Meteorological seasons of the northern hemisphere; a winter is named after the year that it begins in.
Value season_value(int year, std::string_view season) {
  const int first_month = season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
  return months_value(Grain::season, iso_year(year) + "-" + std::string(season), year, first_month, 3);
}

Value part_value(Date day, std::string_view part) {
  Value value = covering(Grain::part_of_day, iso(day) + "T" + std::string(part), day, day);
  value.type = TimeType::time;
  const bool morning = part == "MO", afternoon = part == "AF", evening = part == "EV", daytime = part == "DT";
  value.from_clock = morning || daytime ? "T08:00:00" : afternoon ? "T12:00:00" : evening ? "T16:00:00" : "T20:00:00";
  value.to_clock = morning ? "T12:00:00" : afternoon ? "T16:00:00" : daytime ? "T18:00:00" : evening ? "T20:00:00" : "T23:59:59";
  return value;
}

Value clock_value(Date day, const Clock& clock) {
  const Date shown = clock.hour == 24 ? add_days(day, 1) : day;
  Clock exact = clock;
  exact.hour %= 24;
  Value value = covering(Grain::clock, iso(shown) + iso(exact), shown, shown);
  value.type = TimeType::time;
  value.from_clock = value.to_clock = seconds_text(exact);
  return value;
}

Value clock_range_value(Date day, const Clock& from, const Clock& to) {
  const bool past_midnight = to.hour * 60 + to.minute <= from.hour * 60 + from.minute;
  Value value = clock_value(day, from);
  const Value end = clock_value(past_midnight ? add_days(day, 1) : day, to);
  value.timex += "/" + end.timex;
  value.last = end.last;
  value.to_clock = end.to_clock;
  return value;
}

Value day_range_value(Date first, Date last) { return covering(Grain::day, iso(first) + "/" + iso(last), first, last); }

Value duration_value(std::string timex) {
  Value value;
  value.type = TimeType::duration;
  value.timex = std::move(timex);
  return value;
}

Value set_value(std::string timex) {
  Value value;
  value.type = TimeType::set;
  value.timex = std::move(timex);
  return value;
}

Value reference_value(std::string_view timex) {
  Value value;
  value.timex = timex;
  return value;
}

}  // namespace dragoman::time

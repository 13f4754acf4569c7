// SPDX-License-Identifier: Apache-2.0
#include "events/periods.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace dragoman {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

template <typename Number>
bool read(std::string_view digits, Number& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size();
}

int number_of(year_month_day date) { return static_cast<int>(sys_days(date).time_since_epoch().count()); }

year_month_day date_of(int day) { return year_month_day(sys_days(days(day))); }

}  // namespace

std::optional<int> day_number_of(std::string_view iso) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (!read(iso.substr(0, 4), year) || !read(iso.substr(5, 2), month) || !read(iso.substr(8, 2), day)) return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional<int>(number_of(date)) : std::nullopt;
}

std::string iso_of_day(int day) {
  const year_month_day date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

int period_start(int day, PeriodUnit unit) {
  const year_month_day date = date_of(day);
  switch (unit) {
    case PeriodUnit::day: return day;
    case PeriodUnit::week: return day - static_cast<int>(std::chrono::weekday(sys_days(days(day))).iso_encoding()) + 1;
    case PeriodUnit::month: return number_of(date.year() / date.month() / 1);
    case PeriodUnit::year: return number_of(date.year() / 1 / 1);
  }
  return day;
}

int next_period(int start, PeriodUnit unit) {
  const year_month_day date = date_of(start);
  switch (unit) {
    case PeriodUnit::day: return start + 1;
    case PeriodUnit::week: return start + 7;
    case PeriodUnit::month: return number_of(date + std::chrono::months(1));
    case PeriodUnit::year: return number_of(date + std::chrono::years(1));
  }
  return start + 1;
}

}  // namespace dragoman

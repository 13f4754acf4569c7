// SPDX-License-Identifier: Apache-2.0
#include "events/periods.h"

#include <chrono>

namespace dragoman {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

int number_of(year_month_day date) { return static_cast<int>(sys_days(date).time_since_epoch().count()); }

year_month_day date_of(int day) { return year_month_day(sys_days(days(day))); }

}  // namespace

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

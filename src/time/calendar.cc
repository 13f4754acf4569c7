// SPDX-License-Identifier: Apache-2.0
// Day arithmetic on the proleptic Gregorian calendar, after Howard Hinnant's "chrono-compatible low-level date algorithms":
// years begin in March, so that the leap day is the last of its year and months have a fixed pattern.
#include "time/calendar.h"

#include <algorithm>

namespace dragoman::time {

int day_number(Date date) {
  const int year = date.year - (date.month <= 2);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_of(int number) {
  number += 719468;
  const int era = (number >= 0 ? number : number - 146096) / 146097;
  const int day_of_era = number - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

Date add_days(Date date, int days) { return date_of(day_number(date) + days); }

int days_in_month(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Date add_months(Date date, int months) {
  const int count = date.year * 12 + date.month - 1 + months;
  const int year = count >= 0 ? count / 12 : (count - 11) / 12;
  const int month = count - year * 12 + 1;
  return {year, month, std::min(date.day, days_in_month(year, month))};
}

int weekday_of(Date date) {
  const int shifted = (day_number(date) + 3) % 7;  // 1970-01-01 was a Thursday
  return (shifted + 7) % 7 + 1;
}

bool is_date(int year, int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month); }

IsoWeek iso_week(Date date) {
  const Date thursday = add_days(date, 4 - weekday_of(date));
  return {thursday.year, (day_number(thursday) - day_number({thursday.year, 1, 1})) / 7 + 1};
}

Date monday_before(Date date) { return add_days(date, 1 - weekday_of(date)); }

Date monday_of(IsoWeek week) { return add_days(monday_before({week.year, 1, 4}), 7 * (week.week - 1)); }

// The anonymous Gregorian computus (Meeus, Jones, Butcher).
Date easter(int year) {
  const int golden = year % 19, century = year / 100, of_century = year % 100;
  const int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
  const int correction = (golden + 11 * moon + 22 * sunday) / 451;
  const int count = moon + sunday - 7 * correction + 114;
  return {year, count / 31, count % 31 + 1};
}

Date nth_weekday(int year, int month, int weekday, int n) {
  if (n < 0) {
    const Date last{year, month, days_in_month(year, month)};
    return add_days(last, -((weekday_of(last) - weekday + 7) % 7));
  }
  const Date first{year, month, 1};
  return add_days(first, (weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1));
}

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>

namespace dragoman::time {

// A day of the proleptic Gregorian calendar. Plain value; year 1..9999 for what is printed.
struct Date {
  int year = 1, month = 1, day = 1;
  friend auto operator<=>(const Date&, const Date&) = default;
};

struct IsoWeek {
  int year = 1, week = 1;
};

int day_number(Date date);  // days since 1970-01-01
Date date_of(int day_number);
Date add_days(Date date, int days);
Date add_months(Date date, int months);  // the 31st becomes the last day of a shorter month
int weekday_of(Date date);               // 1 Monday .. 7 Sunday
int days_in_month(int year, int month);
bool is_date(int year, int month, int day);
IsoWeek iso_week(Date date);
Date monday_of(IsoWeek week);
Date monday_before(Date date);  // the Monday of the date's week
Date easter(int year);          // Western Easter Sunday
// The n-th such weekday of a month, from 1; -1 is the last.
Date nth_weekday(int year, int month, int weekday, int n);

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
#include "time/calendar.h"

#include <gtest/gtest.h>

namespace dragoman::time {
namespace {

TEST(Calendar, CountsDaysBothWays) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  for (int day = -800000; day < 800000; day += 373) ASSERT_EQ(day_number(date_of(day)), day);
}

TEST(Calendar, KnowsWeekdays) {
  EXPECT_EQ(weekday_of({2025, 5, 14}), 3);
  EXPECT_EQ(weekday_of({1969, 12, 28}), 7);
}

TEST(Calendar, NumbersWeeksAsIso) {
  EXPECT_EQ(iso_week({2008, 12, 29}).year, 2009);
  EXPECT_EQ(iso_week({2008, 12, 29}).week, 1);
  EXPECT_EQ(iso_week({2016, 1, 3}).week, 53);
  EXPECT_EQ(monday_of({2019, 1}), (Date{2018, 12, 31}));
}

TEST(Calendar, KeepsMonthsWithinTheirDays) {
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Date{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 1, 15}, -13), (Date{2022, 12, 15}));
}

TEST(Calendar, FindsMovableFeasts) {
  EXPECT_EQ(easter(2018), (Date{2018, 4, 1}));
  EXPECT_EQ(easter(2013), (Date{2013, 3, 31}));
  EXPECT_EQ(nth_weekday(2013, 11, 4, 4), (Date{2013, 11, 28}));
  EXPECT_EQ(nth_weekday(2021, 5, 1, -1), (Date{2021, 5, 31}));
}

}  // namespace
}  // namespace dragoman::time

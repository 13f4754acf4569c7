// SPDX-License-Identifier: Apache-2.0
#include "base/days.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(Days, AreCountedOverTheCalendar) {
  EXPECT_EQ(day_number_of("1970-01-01"), 0);
  EXPECT_EQ(day_number_of("1969-12-31"), -1);
  EXPECT_EQ(day_number_of("2024-02-29T10:00Z"), 19782);
  EXPECT_EQ(day_number_of("2000-03-01").value() - day_number_of("2000-02-28").value(), 2);
  for (const char* const none : {"", "2025", "2025-05", "2025-02-29", "2025-13-01", "2025-5-014", "-025-05-01", "+025-05-01", "20250501xx"}) {
    EXPECT_FALSE(day_number_of(none)) << none;
  }
}
TEST(Days, AreWrittenAsTheyAreRead) {
  for (const char* const iso : {"0001-01-01", "1899-12-31", "1970-01-01", "2024-02-29", "9999-12-31"}) EXPECT_EQ(iso_of_day(day_number_of(iso).value()), iso);
}
TEST(Days, AndMonthsAreKnownByTheirFullNames) {
  for (const char* const day : {"Monday", "SUNDAY", "friday"}) EXPECT_TRUE(is_weekday_name(day) && !is_month_name(day)) << day;
  for (const char* const month : {"January", "MAY", "december"}) EXPECT_TRUE(is_month_name(month) && !is_weekday_name(month)) << month;
  for (const char* const none : {"", "Mon", "Mondays", "Sept"}) EXPECT_FALSE(is_weekday_name(none) || is_month_name(none)) << none;
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

// Days since 1970-01-01 of an ISO date or date-time ("2025-05-14", "2025-05-14T10:00Z"); none where it is no full date of the calendar.
std::optional<int> day_number_of(std::string_view iso);
std::string iso_of_day(int day);

inline constexpr std::array<std::string_view, 7> kWeekdayNames = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
inline constexpr std::array<std::string_view, 12> kMonthNames = {"January", "February", "March",     "April",   "May",      "June",
                                                                 "July",    "August",   "September", "October", "November", "December"};
// The full English name, in whatever case: "Monday", "MONDAY", "monday"; not "Mon" or "Mondays".
bool is_weekday_name(std::string_view word);
bool is_month_name(std::string_view word);

}  // namespace dragoman

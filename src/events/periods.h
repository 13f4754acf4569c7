// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dragoman/relation.h"

namespace dragoman {

// Days since 1970-01-01 of an ISO date or date-time; none where it is no full date of the calendar.
std::optional<int> day_number_of(std::string_view iso);
std::string iso_of_day(int day);
// The first day of the period that holds `day`, and of the one after it.
int period_start(int day, PeriodUnit unit);
int next_period(int start, PeriodUnit unit);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

// Days since 1970-01-01 of an ISO date or date-time ("2025-05-14", "2025-05-14T10:00Z"); none where it is no full date of the calendar.
std::optional<int> day_number_of(std::string_view iso);
std::string iso_of_day(int day);

}  // namespace dragoman

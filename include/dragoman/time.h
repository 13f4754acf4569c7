// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dragoman/span.h"

namespace dragoman {

enum class TimeType : std::uint8_t { date, time, duration, set };
std::string_view name_of(TimeType type);  // "DATE"

// A time expression with its TIMEX3 value. "last Wednesday", published 2025-05-18: 2025-05-14. begin_date and end_date are ISO
// dates (or date-times where the text gives one), end_date inclusive; empty where the expression has no place in time.
struct TimeExpression {
  TextSpan words;
  std::string timex;
  TimeType type = TimeType::date;
  std::string begin_date, end_date;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "base/days.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/strings.h"

namespace dragoman {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

bool read(std::string_view digits, unsigned& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size();
}

template <std::size_t N>
bool is_name_among(std::string_view word, const std::array<std::string_view, N>& names) {
  const std::string lower = lower_ascii(word);
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return lower_ascii(name) == lower; });
}

}  // namespace

std::optional<int> day_number_of(std::string_view iso) {
  unsigned year = 0, month = 0, day = 0;
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (!read(iso.substr(0, 4), year) || !read(iso.substr(5, 2), month) || !read(iso.substr(8, 2), day)) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional<int>(sys_days(date).time_since_epoch().count()) : std::nullopt;
}

std::string iso_of_day(int day) {
  const year_month_day date{sys_days(std::chrono::days(day))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

bool is_weekday_name(std::string_view word) { return is_name_among(word, kWeekdayNames); }
bool is_month_name(std::string_view word) { return is_name_among(word, kMonthNames); }

}  // namespace dragoman

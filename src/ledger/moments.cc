// SPDX-License-Identifier: Apache-2.0
#include "ledger/moments.h"

#include <fmt/format.h>

#include <chrono>

#include "base/days.h"

namespace dragoman {
namespace {

using namespace std::chrono;

// Reads numbers of fixed width and single characters from the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}
  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return std::nullopt;
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }
  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_[0]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::string_view take_first(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  void skip_digits() {
    while (take("0123456789")) {}
  }
  char front() const { return rest_.empty() ? '\0' : rest_[0]; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::string written(sys_seconds time) {
  const sys_days day = floor<days>(time);
  const hh_mm_ss clock(time - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_of_day(static_cast<int>(day.time_since_epoch().count())), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::optional<sys_days> day_in(Cursor& cursor) {
  const std::optional<int> number = day_number_of(cursor.take_first(10));
  return number ? std::optional(sys_days(days(*number))) : std::nullopt;
}

// "Z", "+02:00", "-0530", or nothing.
std::optional<minutes> offset_in(Cursor& cursor) {
  if (cursor.at_end() || cursor.take("Zz")) return minutes(0);
  const int sign = cursor.front() == '-' ? -1 : 1;
  if (!cursor.take("+-")) return std::nullopt;
  const auto hour = cursor.digits(2);
  cursor.take(":");
  const auto minute = cursor.at_end() ? std::optional(0) : cursor.digits(2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return minutes(sign * (*hour * 60 + *minute));
}

}  // namespace

std::optional<Moment> moment_of(std::string_view text) {
  Cursor cursor(text);
  const auto day = day_in(cursor);
  if (!day) return std::nullopt;
  if (cursor.at_end()) return Moment{written(*day), written(*day + days(1) - seconds(1)), true};
  if (!cursor.take("Tt ")) return std::nullopt;
  const auto hour = cursor.digits(2);
  if (!hour || *hour > 23 || !cursor.take(":")) return std::nullopt;
  const auto minute = cursor.digits(2);
  if (!minute || *minute > 59) return std::nullopt;
  std::optional<int> second;
  if (cursor.take(":")) {
    second = cursor.digits(2);
    if (!second || *second > 60) return std::nullopt;
    if (cursor.take(".,")) cursor.skip_digits();
  }
  const auto offset = offset_in(cursor);
  if (!offset || !cursor.at_end()) return std::nullopt;
  const sys_seconds begin = *day + hours(*hour) + minutes(*minute) + seconds(second.value_or(0)) - *offset;
  return Moment{written(begin), written(second ? begin : begin + seconds(59)), false};
}

std::string order_of(std::string_view published) {
  const auto moment = moment_of(published);
  if (!moment) return std::string(published);
  return moment->is_date ? moment->begin.substr(0, 10) : moment->begin;
}

std::int64_t seconds_of(std::string_view published) {
  const auto moment = moment_of(published);
  if (!moment) return 0;
  Cursor cursor(moment->begin);
  const auto day = day_in(cursor);
  cursor.take("T");
  std::int64_t clock = 0;
  for (int part = 0; part < 3; ++part) {
    clock = clock * 60 + cursor.digits(2).value_or(0);
    cursor.take(":");
  }
  return day->time_since_epoch().count() * 86400 + clock;
}

std::string now() { return written(floor<seconds>(system_clock::now())); }

}  // namespace dragoman

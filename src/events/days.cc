// SPDX-License-Identifier: Apache-2.0
#include "events/compare.h"

namespace dragoman {
namespace {

constexpr long kLookBack = 6;    // news without a date is of the last days
constexpr long kLookAhead = 30;  // plans without a date

bool number_at(std::string_view text, std::size_t at, std::size_t digits, long& value) {
  if (text.size() < at + digits) return false;
  value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    value = value * 10 + (text[i] - '0');
  }
  return true;
}

// Days since 1970 of a date of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
long days_from_civil(long year, long month, long day) {
  year -= month <= 2 ? 1 : 0;
  const long era = (year >= 0 ? year : year - 399) / 400;
  const long year_of_era = year - era * 400;
  const long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

bool day_of(std::string_view iso, long& day) {
  long year = 0, month = 0, date = 0;
  if (!number_at(iso, 0, 4, year) || !number_at(iso, 5, 2, month) || !number_at(iso, 8, 2, date)) return false;
  day = days_from_civil(year, month, date);
  return true;
}

}  // namespace

DayRange days_of(const ClaimFacts& claim) {
  DayRange range;
  if (day_of(claim.begin_date, range.first)) {
    range.dated = range.known = true;
    if (!day_of(claim.end_date, range.last) || range.last < range.first) range.last = range.first;
    return range;
  }
  long published = 0;
  if (!day_of(claim.published, published)) return range;
  const bool to_come = claim.realis == Realis::planned || claim.tense == Tense::future;
  range.known = true;
  range.first = to_come ? published : published - kLookBack;
  range.last = to_come ? published + kLookAhead : published;
  return range;
}

}  // namespace dragoman

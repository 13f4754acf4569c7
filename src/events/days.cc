// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/days.h"
#include "events/compare.h"

namespace dragoman {
namespace {

constexpr long kLookBack = 6;    // news without a date is of the last days
constexpr long kLookAhead = 30;  // plans without a date

}  // namespace

DayRange days_of(const ClaimFacts& claim) {
  DayRange range;
  if (const std::optional<int> first = day_number_of(claim.begin_date)) {
    range.dated = range.known = true;
    range.first = *first;
    range.last = std::max(*first, day_number_of(claim.end_date).value_or(*first));
    return range;
  }
  const std::optional<int> published = day_number_of(claim.published);
  if (!published) return range;
  const bool to_come = claim.realis == Realis::planned || claim.tense == Tense::future;
  range.known = true;
  range.first = to_come ? *published : *published - kLookBack;
  range.last = to_come ? *published + kLookAhead : *published;
  return range;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "events/facts.h"

namespace dragoman {

// The evidence on whether two event claims are of one event: log-odds; above 0 is for it.
struct Comparison {
  double log_odds = 0;
  bool never = false;  // they exclude each other: a week or a city apart, or acts of other kinds
  std::string words;   // the reasons with most weight, where asked for
};
// When a claim's event happened, in days since 1970: by its date, else by the day of publication, before which (after which, of what is to
// come) it is looked for.
struct DayRange {
  long first = 0, last = 0;
  bool dated = false, known = false;
};
DayRange days_of(const ClaimFacts& claim);

Comparison compare(const ClaimFacts& a, const ClaimFacts& b, bool with_words = false);
// The same for many: `a` goes before `b` by (published, id), and both with their days.
struct DatedClaim {
  const ClaimFacts* claim = nullptr;
  DayRange days;
};
Comparison compare_in_order(const DatedClaim& a, const DatedClaim& b, bool with_words = false);

// Types that two reports may give to one act share a family: words of peace, words of conflict, deeds of conflict.
int family_of(EventType type);

}  // namespace dragoman

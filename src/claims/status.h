// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "claims/events.h"
#include "claims/rules.h"
#include "dragoman/claim.h"
#include "syntax/parsed_report.h"

namespace dragoman {

// Words first..last (inclusive) of a sentence.
struct WordRange {
  int first = 0, last = 0;
};

// How an event is put forward inside the content that holds it (FactBank's view: relative to the innermost source). The stance of
// the source is not in here.
struct ClaimStatus {
  Polarity polarity = Polarity::positive;
  Realis realis = Realis::actual;
  Tense tense = Tense::past;
  Certainty certainty = Certainty::certain;
  bool refused = false;  // "will not": somebody says that it is not to be
  std::vector<WordRange> hedges;
  std::optional<WordRange> condition;
};

// Reads negation, auxiliaries, modals, hedges, conditions and the words that embed the event (embedders.tsv), climbing from the
// event's word until the clause of a cue of saying or the root. "failed to sign": negative; "urged them to sign": requested.
ClaimStatus status_of(const ParsedReport& report, const EventAt& event, const Rules& rules);

}  // namespace dragoman

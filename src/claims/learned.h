// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "dragoman/claim.h"
#include "syntax/parsed_report.h"

namespace dragoman {

// What the model's event head makes of a word: the likeliest of PLOVER's types, its share, and the share of no event at all.
struct LearnedType {
  EventType type = EventType::consult;
  float share = 0, none = 0;
};

// None where the model has no such head or was not asked (only verbs and nouns are).
std::optional<LearnedType> learned_type(const ParsedReport& report, int sentence, int word);

// Shares of all sixteen types at a word, in the order of EventType; all 0 where learned_type gives none.
std::array<float, 16> learned_shares(const ParsedReport& report, int sentence, int word);

}  // namespace dragoman

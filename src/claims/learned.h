// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "claims/events.h"
#include "dragoman/claim.h"
#include "entities/entities.h"
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

// Adds to an event whom the model's argument head takes for its actor or recipient, where the rules left that side empty (of joint events: where
// they found fewer than two parties). Does nothing where the model has no such head.
void add_learned_parties(const ParsedReport& report, const EntityTable& entities, EventAt& event);

}  // namespace dragoman

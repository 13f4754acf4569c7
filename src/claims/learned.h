// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "claims/events.h"
#include "claims/rules.h"
#include "dragoman/claim.h"
#include "entities/entities.h"
#include "syntax/parsed_report.h"

namespace dragoman {

// What the model's event head makes of a word: the likeliest of PLOVER's types, its share, and the share of no event at all.
struct LearnedType {
  EventType type = EventType::consult;
  float share = 0, none = 0;
  std::array<float, 16> shares{};  // of all types, as learned_shares has them
};

// None where the model has no such head or was not asked (only verbs and nouns are).
std::optional<LearnedType> learned_type(const ParsedReport& report, int sentence, int word);

// Shares of all sixteen types at a word, in the order of EventType; all 0 where learned_type gives none.
std::array<float, 16> learned_shares(const ParsedReport& report, int sentence, int word);

// What is said ("denied any contact", "questioned whether") is told by its cue, who mediates takes part in another event, and of what is weighed or
// tried ("is considering sanctions") the event is what is weighed: only a rule makes acts of them, whatever the model says.
bool is_told_otherwise(const Rules& rules, const Tree& tree, int word);

// Is the model sure of an event whose parties do not count in politics, and some country known to be concerned?
bool is_learned_to_be_political(const ParsedReport& report, const EntityTable& entities, const EventAt& event);

// Adds to an event whom the model's argument head takes for its actor or recipient, where the rules left that side empty (of joint events: where
// they found fewer than two parties). Does nothing where the model has no such head.
void add_learned_parties(const ParsedReport& report, const EntityTable& entities, EventAt& event);

// The model's shares of an event's type and parties.
Evidence evidence_of(const ParsedReport& report, const EntityTable& entities, const EventAt& event);

}  // namespace dragoman

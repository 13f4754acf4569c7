// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/arguments.h"
#include "claims/frames.h"
#include "claims/rules.h"
#include "dragoman/report.h"
#include "entities/entities.h"
#include "syntax/parsed_report.h"

namespace dragoman {

// Who takes part, and the words that say so. One mention may stand for several entities ("both sides").
struct ParticipantAt {
  Role role = Role::actor;
  int entity = -1;  // index into EntityTable::entities; -1: words without an entity
  WordAt head;
  const Mention* mention = nullptr;
};

// An event as a rule found it, before its status and its chains are known.
struct EventAt {
  WordAt trigger;
  Predicate predicate;
  const Frame* frame = nullptr;
  std::string mode;  // the frame's, or what the words around the trigger give
  std::vector<std::string> contexts;
  std::vector<ParticipantAt> participants;
};

struct EventSet {
  std::vector<EventAt> events;   // in the order of their triggers
  std::vector<Dropped> dropped;  // filled if asked for
};

// Events of a report by data/rules/frames.tsv: for each word that a frame names, the first frame whose conditions hold and that has
// a political participant (DESIGN section 3, "statement"). Words that a frame consumed ("impose" + "sanctions") evoke no second event.
EventSet find_events(const ParsedReport& report, const EntityTable& entities, const Rules& rules, bool explain);

// Of PLOVER's cooperative quad classes, in words or deeds.
bool is_cooperative(EventType type);

// The mentions of actors that a word leads to: itself, else the actors inside its phrase.
std::vector<ParticipantAt> actors_at(const ParsedReport& report, const EntityTable& entities, WordAt place, Role role);

}  // namespace dragoman

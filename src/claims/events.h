// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/arguments.h"
#include "claims/frames.h"
#include "claims/participants.h"
#include "claims/rules.h"
#include "dragoman/report.h"
#include "syntax/parsed_report.h"

namespace dragoman {

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

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "dragoman/claim.h"
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

bool has_role(const std::vector<ParticipantAt>& participants, Role role);
// Named as a place, or one; not words without an entity.
bool is_place(const EntityTable& entities, const ParticipantAt& participant);

// The mentions of actors that a word leads to: itself, else the actors inside its phrase.
std::vector<ParticipantAt> actors_at(const ParsedReport& report, const EntityTable& entities, WordAt place, Role role);

// "jailed dozens of opponents": whom a number counts is no second party beside the number.
void drop_counted(const EntityTable& entities, std::vector<ParticipantAt>& participants);

}  // namespace dragoman

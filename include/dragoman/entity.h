// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/span.h"

namespace dragoman {

enum class EntityKind : std::uint8_t {
  person,
  state,
  organ,
  force,
  party,
  group,
  igo,
  ngo,
  company,
  outlet,
  place,
  agreement,
  people,
  other,
};
std::string_view name_of(EntityKind kind);

struct EntityMention {
  Span span;  // the whole noun phrase that names or describes the entity
  std::string text;
  Span head;  // its head word or, for names, the name
};

// Who or what a report names, over all its mentions. "General Basyuk, head of operations for the IDF": person, ISR, MIL.
// Empty strings are unknown: no code is ever guessed.
struct Entity {
  std::string id;
  std::string name;
  EntityKind kind = EntityKind::other;
  std::string code;      // ISO 3166-1 alpha-3, or an organisation's code (DESIGN section 3, "Codes")
  std::string sector;    // PLOVER's sector: GOV, MIL, REB, ...
  std::string country;   // alpha-3
  std::string wikidata;  // Q-number
  std::vector<std::string> aliases;
  std::vector<EntityMention> mentions;
  std::string role, role_from, role_to;  // "interim president"; ISO dates
  bool known = false;                    // listed in data/kb
  bool guessed = false;                  // nothing in the text gives it its country: it is the likeliest of the report
};

}  // namespace dragoman

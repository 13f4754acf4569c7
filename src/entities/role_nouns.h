// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "dragoman/entity.h"

namespace dragoman::entities {

// How a common noun that can act in politics takes its state and sector from the words around it.
struct RoleNoun {
  EntityKind kind = EntityKind::other;
  std::string_view sector;  // PLOVER's; empty: only its affiliation tells
  bool yields = false;      // takes the sector of the body it belongs to: "army spokesman" is MIL
  bool posted = false;      // "ambassador to Iran", "envoy for Syria": the place of work is no affiliation
  bool seated = false;      // "the minister in Madrid": where the capital is, is whose he is
  bool located = false;     // "protesters in Tbilisi": where they are is whose they are
  bool against = false;     // "critics of the army": what follows `of` is no affiliation
  bool equipment = false;   // "warplanes struck": acts as its army does, but is mostly a thing
  bool refers = false;      // "the country", "the group": means something named before
};

// The noun's row by its lemma in lower case ("official", "armed forces" by "force"), or nothing: it cannot act.
std::optional<RoleNoun> role_noun(std::string_view lemma);

// The sector that a modifier lends: "military" MIL, "rebel" REB, "armed" UAF; empty if none. Lemma in lower case. Role nouns lend
// theirs only as nouns: "police officer", not "local officer".
std::string_view sector_of_modifier(std::string_view lemma, bool is_noun);

// "senior", "top": with a state, an unnamed figure or source of this kind speaks for its government.
bool is_rank_modifier(std::string_view lemma);

// Sectors of those who fight their own state: REB, SEP.
bool is_of_rebels(std::string_view sector);

// Two nouns that mean one office or body when the state is the same: "army" and "military", "premier" and "minister".
bool same_role(std::string_view a, std::string_view b);

}  // namespace dragoman::entities

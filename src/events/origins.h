// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "events/testimony.h"

namespace dragoman {

// An origin that may be one with others, and what rests on it.
struct Root {
  Basis basis = Basis::unattributed;
  Speaker speaker;
  std::string home;         // who carried it first: "R:" and a report's id, or "O:" and the key of an outlet of which no report tells of it
  std::string outlet;       // where it was first, in words
  std::string report;       // of the ledger, that carried it first
  std::string published;    // of that report
  std::string claim;        // in which it was told: people quoted together are one
  bool alive = true;        // not withdrawn, or told by somebody who has not withdrawn it
  bool is_another = false;  // "another official", than whoever spoke to others before
  bool may_repeat = false;  // an outlet's own words after an earlier report: they only raise the upper end
  bool certain = false;     // counts at the lower end
  std::string rule;
};

// The forest of who took it from whom, cut off at its roots.
struct OriginForest {
  std::vector<Root> roots;                     // by (published, report), dead ones too
  std::vector<int> root_of;                    // of each testimony; -1: a denial, or words that count for nothing
  std::vector<std::string> homes, home_names;  // of each testimony: as Root::home, and the outlet in words
  std::vector<bool> alive;                     // of each testimony: its source, and whatever it came through, stands by it
  int min = 0, max = 0;
  std::vector<std::string> why;
};
OriginForest origins_of(const EventEvidence& evidence, std::span<const Testimony> said);

// Whether two roots may be one origin: two anonymous people of whom neither excludes the other; an anonymous member of a body, and that body.
bool may_be_one(const Root& a, const Root& b);

// Which testimonies stand: those whose source or outlet has withdrawn them do not, with all that came through it. `rests` are the outlets
// that each came through, its own too.
std::vector<bool> standing(const EventEvidence& evidence, std::span<const Testimony> said, std::span<const std::vector<std::string>> rests);

// Flags what counts at the lower end, and says why in words: the largest set of roots of which no two may be one.
void bound(OriginForest& forest, std::span<const Testimony> said);

}  // namespace dragoman

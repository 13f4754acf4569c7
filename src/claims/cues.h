// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/attribution.h"
#include "dragoman/result.h"
#include "syntax/tree.h"

namespace dragoman {

// Where the content of a cue may stand.
// clause: that-clause or question; quote: direct speech beside it; obj: a noun phrase; xcomp: an infinitive; prepositions: behind one of these
// passive: "is said to" (the content is the whole clause, nobody is named); citing: its object is the source ("citing an aide")
struct Complements {
  bool clause = false, quote = false, obj = false, xcomp = false, passive = false, citing = false;
  std::vector<std::string> prepositions;

  bool has_preposition(std::string_view preposition) const;
};

// A word of saying, wanting or holding true: one row of data/rules/cues.tsv. "warned that the truce could fail": what is vouched for is the
// source's claim. "warned the rebels": what is only told of is an act that the outlet itself reports, with no source chain.
struct Cue {
  std::string rule;
  Upos upos = Upos::VERB;
  Stance stance = Stance::asserts;
  Complements vouched, told;
  std::string example, counter_example;
};

class CueTable {
 public:
  static Result<CueTable> open(const std::string& rules_dir);
  const Cue* of(std::string_view lemma, Upos upos) const;  // null if the word is no cue
  const Cue* named(std::string_view rule) const;

 private:
  std::unordered_map<std::string, Cue> cues_;  // key: 'V', 'N' or 'A', then the lemma
};

// "rejected accusations that it arms them": who rejects or dismisses an accusation, or a claim that something is so, denies and does nothing else;
// who rejects a demand does not deny.
bool denies_by_rejecting(const CueTable& cues, const Tree& tree, int word);
// The cue that a word is where it stands. Null if it is none.
const Cue* cue_at(const CueTable& cues, const Tree& tree, int word);

}  // namespace dragoman

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

// A word of saying: its stance and where its content may stand. One row of data/rules/cues.tsv.
struct Cue {
  std::string rule;
  Upos upos = Upos::VERB;
  Stance stance = Stance::asserts;
  // clause: that-clause or question; quote: direct speech beside it; obj: a noun phrase; xcomp: an infinitive; about: obl(about,of,on)
  // passive: "is said to" (the content is the whole clause, nobody is named); citing: its object is the source ("citing an aide")
  bool clause = false, quote = false, obj = false, xcomp = false, about = false, passive = false, citing = false;
  std::string example, counter_example;
};

class CueTable {
 public:
  static Result<CueTable> open(const std::string& rules_dir);
  const Cue* of(std::string_view lemma, Upos upos) const;      // null if the word is no cue
  const Cue* named(std::string_view rule) const;

 private:
  std::unordered_map<std::string, Cue> cues_;                  // key: 'V' or 'N', then the lemma
};

}  // namespace dragoman

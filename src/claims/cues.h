// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
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

struct IdiomMatch {
  const Cue* cue = nullptr;
  int first = 0, last = 0;  // words of the idiom
};

class CueTable {
 public:
  static Result<CueTable> open(const std::string& rules_dir);
  const Cue* of(std::string_view lemma, Upos upos) const;  // null if the word is no cue
  const Cue* named(std::string_view rule) const;
  // "let it be known", "had no comment": the cue that a verb is with the words around it.
  std::optional<IdiomMatch> idiom_at(const Tree& tree, int verb) const;

 private:
  struct Idiom {
    std::vector<std::string> lemmas;
    int verb = 0;  // which of them the verb is
    Cue cue;
  };
  bool add_idiom(std::string_view words, const Cue& cue);

  std::unordered_map<std::string, Cue> cues_;           // key: 'V', 'N' or 'A', then the lemma
  std::unordered_multimap<std::string, Idiom> idioms_;  // key: the verb's lemma
};

// The cue that a word is where it stands, denials by other words among them (denials.h). Null if it is none.
const Cue* cue_at(const CueTable& cues, const Tree& tree, int word);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "claims/rules.h"
#include "dragoman/attribution.h"
#include "entities/entities.h"
#include "syntax/parsed_report.h"

namespace dragoman {

// An attribution over words, before it is printed. Content may span sentences (quotations).
struct AttributedContent {
  int sentence = 0;
  int first = 0, last = 0;  // words, inclusive
};
struct AttributionAt {
  std::optional<WordAt> source;  // head word of the source's phrase
  std::optional<WordAt> cue;     // head word of the cue
  std::vector<AttributedContent> content;
  Stance stance = Stance::asserts;
  bool verbatim = false;
  bool outlet_source = false;  // the source is a news outlet: stance reports
  std::optional<int> parent;   // index of the attribution that holds this one
  // False where only an act of the source is told ("urged them to leave", "wants peace"): it is printed, but is no hop of a source chain.
  bool vouches = true;
  std::string rule;  // the cue's rule, for explain
};

// Denials, silence, confirmations and words taken back say something without any content: "Minsk denied it".
bool is_bare_stance(Stance stance);
// The stance that is shown: an outlet as source `reports`, whatever its verb of telling.
Stance stance_shown(const AttributionAt& attribution);

struct AttributionSet {
  std::vector<AttributionAt> items;  // in text order of their first word
  std::vector<Attribution> printed;  // the same, index by index, for the output
  // Indices into items of all attributions that vouch for this word: their content holds it, and they name a source. Innermost first.
  std::vector<int> over(WordAt place) const;
};

// Who said what: verbs and nouns of saying with their complements, "according to", quotations over sentence borders, passive and
// impersonal cues ("is said to", "reportedly"), "cited by", "first reported by". Cues and their stances are data/rules/cues.tsv.
AttributionSet find_attributions(const ParsedReport& report, const EntityTable& entities, const Rules& rules);

}  // namespace dragoman

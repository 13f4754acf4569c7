// SPDX-License-Identifier: Apache-2.0
// Words that the model holds for a cue (training/cue_head.py) where no rule knows one. Works: "party elders have soured on the plan", "her mantra
// was that". Does not: content in another sentence.
#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

// Content may stand anywhere.
Cue learned_cue(Upos upos) {
  Cue cue;
  cue.rule = "cue.learned";
  cue.upos = upos;
  cue.vouched.clause = cue.vouched.quote = true;
  cue.told.xcomp = cue.told.clause = true;
  cue.told.obj = upos != Upos::NOUN;
  cue.told.prepositions = {"about", "of", "for", "to", "against", "on", "in", "with", "over", "at", "as", "from"};
  return cue;
}

}  // namespace

bool AttributionFinder::is_in_cue(WordAt place) const {
  return std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& item) {
    if (!item.cue || item.cue->sentence != place.sentence) return false;
    const Tree::Range range = words_of_cue(item, report_, entities_, rules_);
    return range.first <= place.word && place.word <= range.last;
  });
}

void AttributionFinder::add_learned_cues() {
  for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
    const Tree& t = tree(s);
    for (int word = 0; word < t.size(); ++word) {
      const Word& w = t[word];
      const bool may_be = w.upos == Upos::VERB || w.upos == Upos::NOUN || w.upos == Upos::ADJ;
      if (!may_be || w.cue_share < kNewCue) continue;
      const bool hangs_on_cue = w.head >= 0 && t[w.head].cue_share >= kCueWord && t[w.head].upos != Upos::ADP;  // read from there
      if (!hangs_on_cue) read_learned(s, word);
    }
  }
}

// Only outside of what others say: what is told inside is theirs.
void AttributionFinder::read_learned(int s, int word) {
  static const Cue verb = learned_cue(Upos::VERB), noun = learned_cue(Upos::NOUN), adjective = learned_cue(Upos::ADJ);
  const WordAt place{s, word};
  const bool is_said = std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& item) { return holds(item, place); });
  if (is_said || is_in_cue(place)) return;
  switch (tree(s)[word].upos) {
    case Upos::VERB: return read_verb_cue(s, word, verb);
    case Upos::NOUN: return read_noun_cue(s, word, noun);
    default: return read_adjective_cue(s, word, adjective);
  }
}

}  // namespace dragoman

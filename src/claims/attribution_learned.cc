// SPDX-License-Identifier: Apache-2.0
// Words that the model holds for a cue (training/cue_head.py) where no rule knows one. Works: "party elders have soured on the plan", "her mantra
// was that". Does not: content in another sentence.
#include "claims/attribution_finder.h"
#include "claims/denials.h"

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

// "rubbished reports that ...", or, where the object is what denies, "poured scorn on reports that ...".
Cue learned_denial(bool by_object) {
  Cue cue;
  cue.rule = "cue.learned-denial";
  cue.upos = Upos::VERB;
  cue.stance = Stance::denies;
  cue.vouched.clause = cue.vouched.quote = cue.vouched.xcomp = true;
  cue.vouched.obj = !by_object;
  cue.vouched.prepositions = {"against", "with", "from", "about", "over", "to", "of", "at", "on"};
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
      const bool denies = w.upos == Upos::VERB && denies_for_model(t, word) && t.child(word, "nsubj");
      if (!may_be || (w.cue_share < kNewCue && !denies)) continue;
      const bool hangs_on_cue = w.head >= 0 && t[w.head].cue_share >= kCueWord && t[w.head].upos != Upos::ADP;  // read from there
      if (!hangs_on_cue) read_learned(s, word);
    }
  }
}

// Only outside of what others say: what is told inside is theirs.
void AttributionFinder::read_learned(int s, int word) {
  static const Cue verb = learned_cue(Upos::VERB), noun = learned_cue(Upos::NOUN), adjective = learned_cue(Upos::ADJ);
  static const Cue denial = learned_denial(false), denial_by_object = learned_denial(true);
  const WordAt place{s, word};
  const bool is_said = std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& item) { return holds(item, place); });
  // "poured scorn on rumours that": the verb stands among the words of the noun's cue.
  const bool denies = tree(s)[word].upos == Upos::VERB && denies_for_model(tree(s), word);
  const bool is_read = std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& item) { return item.cue == place; });
  if (is_said || is_read || (!denies && is_in_cue(place))) return;
  switch (tree(s)[word].upos) {
    case Upos::VERB: {
      const auto object = tree(s).child(word, "obj");
      const Cue& denying = object && denies_for_model(tree(s), *object) ? denial_by_object : denial;
      return read_verb_cue(s, word, denies ? denying : verb);
    }
    case Upos::NOUN: return read_noun_cue(s, word, noun);
    default: return read_adjective_cue(s, word, adjective);
  }
}

}  // namespace dragoman

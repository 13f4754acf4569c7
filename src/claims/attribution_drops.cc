// SPDX-License-Identifier: Apache-2.0
// Which attributions say nothing of their own. Works: “I told him ...,” Trump said (one hop); "a chance to deny", "he would say that" inside
// what somebody says. Does not: irony, and what a speaker only supposes that another says.
#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

bool is_first_person(const Tree& tree, int word) {
  const std::string& lemma = tree[word].lemma;
  return tree[word].upos == Upos::PRON && (lemma == "I" || lemma == "i" || lemma == "we" || lemma == "my" || lemma == "our");
}

// What these tell of passes in somebody's mind or is plain to see; the others are words that were said.
bool is_of_mind(std::string_view rule) {
  static constexpr std::array<std::string_view, 9> kOfMind = {"cue.think", "cue.regard", "cue.know", "cue.intend",       "cue.like",
                                                              "cue.see",   "cue.seem",   "cue.show", "cue.noun-attitude"};
  return is_one_of(rule, kOfMind);
}

constexpr std::array<std::string_view, 2> kSame = {"he", "she"};

// "They" of a quotation is whoever; "he" is somebody.
bool is_anybody(const Tree& tree, int word) {
  static constexpr std::array<std::string_view, 14> kAnybody = {"i",    "we",   "you",   "me",     "us",      "one",     "they",
                                                                "this", "that", "which", "anyone", "anybody", "someone", "people"};
  return is_one_of(lower_ascii(tree[word].form), kAnybody) && !tree.child(word, "nmod");  // not "one of the drivers"
}

// Who speaks is told outside of "I think", and nobody vouches for "do you know".
bool is_of_talk(const Tree& tree, int word) {
  static constexpr std::array<std::string_view, 4> kOfTalk = {"i", "we", "you", "one"};
  return tree[word].upos == Upos::PRON && is_one_of(lower_ascii(tree[word].form), kOfTalk);
}

// "a chance to deny", "used the visit to say", "is free to disclose": an aim, and no word of it was said. "tried to say", "declined to say"
// are the cue's own group.
bool is_aim(const Tree& tree, int word) {
  if (!tree.has_feature(word, "VerbForm=Inf") || tree.child(word, "nsubj") || tree.child(word, "aux")) return false;
  const auto mark = tree.child(word, "mark");
  const bool hangs = tree.has_relation(word, "acl") || tree.has_relation(word, "advcl") || tree.has_relation(word, "csubj") ||
                     (tree.has_relation(word, "xcomp") && tree[word].head >= 0 && tree[tree[word].head].upos != Upos::VERB);
  return mark && tree[*mark].upos == Upos::PART && hangs;
}

bool is_modal(const Tree& tree, int word) {
  static constexpr std::array<std::string_view, 10> kModals = {"will", "would", "can", "could", "may", "might", "shall", "should", "must", "do"};
  const auto& kids = tree.children(word);
  return std::any_of(kids.begin(), kids.end(), [&](int child) { return tree.has_relation(child, "aux") && is_one_of(tree[child].lemma, kModals); });
}

}  // namespace

// Whoever says of himself that he says: “I told him ...,” Trump said is Trump's word alone.
bool AttributionFinder::is_repeated(const AttributionAt& inner, const AttributionAt& outer) const {
  if (inner.stance != Stance::asserts || !inner.source || !inner.cue || !outer.source || inner.rule == "cue.relayed") return false;
  if (!holds(outer, *inner.cue) || !holds(outer, *inner.source)) return false;
  if ((outer.verbatim || is_quoted(*inner.cue)) && is_first_person(tree(inner.source->sentence), inner.source->word)) return true;
  const int entity = entity_of(*inner.source), speaker = entity_of(*outer.source);
  if (entity >= 0 && entity == speaker) return true;
  // "One of them said she knew": who nobody is known to be.
  const Tree& t = tree(inner.cue->sentence);
  const bool is_clause = outer.cue && outer.cue->sentence == inner.cue->sentence && t.has_relation(inner.cue->word, "ccomp") &&
                         t[inner.cue->word].head == outer.cue->word && inner.source->word < inner.cue->word;
  return is_clause && (entity < 0 || speaker < 0) && is_one_of(lower_ascii(tree(inner.source->sentence)[inner.source->word].form), kSame);
}

bool AttributionFinder::is_quoted(WordAt place) const {
  return std::any_of(quotes_.begin(), quotes_.end(),
                     [&](const QuotePiece& piece) { return piece.sentence == place.sentence && piece.first <= place.word && place.word <= piece.last; });
}

// Inside what somebody else is said to say.
bool AttributionFinder::is_inside_words(const AttributionAt& item) const {
  return is_quoted(*item.cue) || std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& other) {
           return other.source && other.vouches && holds(other, *item.cue) && words_of(other) > words_of(item);
         });
}

// Inside others' words "I think", "they would say", "to say", "the plan shows" are theirs; "Obama hopes that" tells of Obama.
bool AttributionFinder::is_idle_inside(const AttributionAt& item) const {
  if (item.stance != Stance::asserts || !is_inside_words(item)) return false;
  const Tree& t = tree(item.cue->sentence);
  if (!item.source || is_modal(t, item.cue->word) || t.has_feature(item.cue->word, "VerbForm=Inf")) return true;
  if (is_anybody(tree(item.source->sentence), item.source->word)) return true;
  return item.rule == "cue.show" || item.rule == "cue.see" || item.rule == "cue.seem" || item.rule == "cue.utter";
}

// What stands alone and is still no attribution.
bool AttributionFinder::is_idle(const AttributionAt& item) const {
  if (!item.cue || item.rule == "cue.relayed" || item.rule == "cue.first-told") return false;
  const Tree& t = tree(item.cue->sentence);
  const bool is_verb = t[item.cue->word].upos == Upos::VERB;
  if (is_verb && item.content.empty() && is_of_mind(item.rule)) return true;  // "does not know": no answer to anybody
  if (is_verb && item.source && item.stance == Stance::asserts && is_of_mind(item.rule) && is_of_talk(tree(item.source->sentence), item.source->word))
    return true;
  if (is_verb && item.stance == Stance::asserts && is_aim(t, item.cue->word)) return true;
  if (is_verb && !item.source && !item.vouches && item.rule != "cue.say" && item.rule != "cue.call" && item.rule != "cue.regard") return true;
  return is_idle_inside(item);
}

// "an aide cited by CNN and first reported by Axios": Axios reported, not the aide.
bool AttributionFinder::is_first_told_of(const AttributionAt& item) const {
  return item.cue && item.rule != "cue.first-told" && item.rule != "cue.relayed" &&
         std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& other) { return other.rule == "cue.first-told" && other.cue == item.cue; });
}

// Leaves out what says of itself that it says, and acts told of inside what somebody says: the outer one holds their words.
void AttributionFinder::drop_repeated() {
  const std::size_t count = items_.size();
  std::vector<bool> dropped(count, false);
  for (std::size_t i = 0; i < count; ++i) {
    dropped[i] = is_first_told_of(items_[i]) || is_idle(items_[i]) || is_unlikely(items_[i]);
    for (std::size_t j = 0; j < count && !dropped[i]; ++j) {
      if (i == j || !items_[i].cue || !holds(items_[j], *items_[i].cue) || (items_[j].cue && holds(items_[i], *items_[j].cue))) continue;
      const bool told = !items_[i].vouches && words_of(items_[j]) > words_of(items_[i]);
      dropped[i] = told || (items_[j].vouches && is_repeated(items_[i], items_[j]));
    }
  }
  drop_empty_relays(dropped);
  keep_others(dropped);
}

// What nobody vouches for, and the model does not take for a cue.
bool AttributionFinder::is_unlikely(const AttributionAt& item) const {
  if (item.vouches || !item.cue) return false;
  const Word& word = tree(item.cue->sentence)[item.cue->word];
  return word.upos == Upos::VERB && word.cue_share >= 0 && word.cue_share < kNoCue;
}

// Whoever passed on only what is dropped passed on nothing.
void AttributionFinder::drop_empty_relays(std::vector<bool>& dropped) const {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].rule != "cue.relayed") continue;
    bool passes_on = false, passed_on = false;
    for (std::size_t j = 0; j < items_.size(); ++j) {
      if (items_[j].parent != static_cast<int>(i)) continue;
      passes_on = passes_on || !dropped[j];
      passed_on = passed_on || is_first_told_of(items_[j]);
    }
    if (!passes_on && passed_on) dropped[i] = true;
  }
}

void AttributionFinder::keep_others(const std::vector<bool>& dropped) {
  const auto surviving = [&](std::optional<int> parent) {
    for (std::size_t steps = 0; parent && dropped[static_cast<std::size_t>(*parent)] && steps < items_.size(); ++steps) {
      parent = items_[static_cast<std::size_t>(*parent)].parent;
    }
    return parent;
  };
  std::vector<int> moved(items_.size(), -1);
  std::vector<AttributionAt> kept;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (dropped[i]) continue;
    moved[i] = static_cast<int>(kept.size());
    kept.push_back(items_[i]);
    kept.back().parent = surviving(items_[i].parent);
  }
  for (AttributionAt& each : kept) {
    if (!each.parent) continue;
    const int to = moved[static_cast<std::size_t>(*each.parent)];
    each.parent = to < 0 ? std::nullopt : std::optional<int>(to);
  }
  items_ = std::move(kept);
}

}  // namespace dragoman

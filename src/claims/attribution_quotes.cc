// SPDX-License-Identifier: Apache-2.0
// Direct speech that no cue's sentence holds, which attribution lies inside which, and which say nothing of their own.
// Works: “A. B,” he said. “C.” (A, B and C are his); "He went on:" with the words in the next paragraph. Does not: two speakers who take
// turns without any cue between them.
#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

bool is_first_person(const Tree& tree, int word) {
  const std::string& lemma = tree[word].lemma;
  return tree[word].upos == Upos::PRON && (lemma == "I" || lemma == "i" || lemma == "we" || lemma == "my" || lemma == "our");
}

}  // namespace

void AttributionFinder::add_loose_quotes() {
  const int cued = static_cast<int>(items_.size());
  int last_index = -1, last_quote = -1, last_sentence = -10;
  for (const QuotePiece& piece : quotes_) {
    const WordAt middle{piece.sentence, (piece.first + piece.last) / 2};
    const auto holder = std::find_if(items_.begin(), items_.end(), [&](const AttributionAt& item) { return item.source && holds(item, middle); });
    if (holder != items_.end()) {
      last_index = static_cast<int>(holder - items_.begin());
      last_quote = piece.quote;
      last_sentence = piece.sentence;
      continue;
    }
    // A further sentence of words whose speaker is known.
    if (last_index >= 0 && last_quote == piece.quote && item(last_index).source) {
      item(last_index).content.push_back({piece.sentence, piece.first, piece.last});
      last_sentence = piece.sentence;
      continue;
    }
    const auto opener = std::find_if(open_.begin(), open_.end(), [&](const AttributionAt& cue) {
      const Tree& t = tree(cue.cue->sentence);
      return cue.cue->sentence + 1 == piece.sentence && t.size() > 0 && t[t.size() - 1].form == ":";
    });
    AttributionAt found;
    if (opener != open_.end()) {
      found = *opener;
    } else if (const int speaker = speaker_of(piece, cued); speaker >= 0) {
      found.source = item(speaker).source;
      found.rule = "cue.quotation-goes-on";
    } else if (last_index >= 0 && piece.sentence - last_sentence <= 2 && item(last_index).source) {
      found.source = item(last_index).source;
      found.rule = "cue.quotation-goes-on";
    } else {
      continue;
    }
    found.content = {{piece.sentence, piece.first, piece.last}};
    found.verbatim = true;
    last_index = add(std::move(found));
    last_quote = piece.quote;
    last_sentence = piece.sentence;
  }
}

// The speaker whose cue stands near a quotation without one: in its sentence, up to two before it, or the next of its paragraph; where the
// quotation begins before the cue's sentence, whoever is said to have ended it.
int AttributionFinder::speaker_of(const QuotePiece& piece, int cued) const {
  for (const QuotePiece& later : quotes_) {
    if (later.quote != piece.quote || later.sentence <= piece.sentence) continue;
    for (int i = 0; i < cued; ++i) {
      const AttributionAt& item = items_[static_cast<std::size_t>(i)];
      if (item.source && item.cue && !item.outlet_source && holds(item, {later.sentence, later.first}) && !holds(item, *item.cue)) return i;
    }
  }
  int speaker = -1;
  for (int i = 0; i < cued; ++i) {
    const AttributionAt& item = items_[static_cast<std::size_t>(i)];
    if (!item.source || !item.cue || item.outlet_source || !item.vouches) continue;
    const int distance = piece.sentence - item.cue->sentence;
    const bool is_next = distance == -1 && report_.sentence(piece.sentence).paragraph == report_.sentence(item.cue->sentence).paragraph;
    if ((distance >= 0 && distance <= 2) || is_next) speaker = i;
  }
  return speaker;
}

void AttributionFinder::set_parents() {
  for (const auto& [inner, host] : citing_) {
    for (std::size_t j = 0; j < items_.size(); ++j) {
      if (items_[j].cue == host && static_cast<int>(j) != inner && items_[j].rule != "cue.relayed" && items_[j].vouches)
        item(inner).parent = static_cast<int>(j);
    }
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    // The outermost of those that were tied to this one already takes the parent.
    if (items_[i].parent || !items_[i].cue || std::find(parallel_.begin(), parallel_.end(), static_cast<int>(i)) != parallel_.end()) continue;
    std::optional<int> best;
    for (std::size_t j = 0; j < items_.size(); ++j) {
      if (i == j || !items_[j].vouches || !items_[j].source || !holds(items_[j], *items_[i].cue) || words_of(items_[j]) <= words_of(items_[i])) continue;
      if (items_[j].rule == "cue.relayed" || std::find(parallel_.begin(), parallel_.end(), static_cast<int>(j)) != parallel_.end()) continue;
      if (!best || words_of(items_[j]) < words_of(items_[static_cast<std::size_t>(*best)])) best = static_cast<int>(j);
    }
    items_[i].parent = best;
  }
}

// Whoever says of himself that he says: “I told him ...,” Trump said is Trump's word alone.
bool AttributionFinder::is_repeated(const AttributionAt& inner, const AttributionAt& outer) const {
  if (inner.stance != Stance::asserts || !inner.source || !inner.cue || !outer.source || inner.rule == "cue.relayed") return false;
  if (!holds(outer, *inner.cue) || !holds(outer, *inner.source)) return false;
  const WordAt cue = *inner.cue;
  const bool in_quote = std::any_of(quotes_.begin(), quotes_.end(), [&](const QuotePiece& piece) {
    return piece.sentence == cue.sentence && piece.first <= cue.word && cue.word <= piece.last;
  });
  if ((outer.verbatim || in_quote) && is_first_person(tree(inner.source->sentence), inner.source->word)) return true;
  const int entity = entity_of(*inner.source);
  return entity >= 0 && entity == entity_of(*outer.source);
}

// "I think", "we want", "do you know": who speaks is told outside of it, and whoever is spoken to vouches for nothing. "We deny it" stays: it is
// somebody's denial.
bool AttributionFinder::is_of_speaker(const AttributionAt& item) const {
  static constexpr std::array<std::string_view, 8> kOfMind = {"cue.think", "cue.regard", "cue.know", "cue.intend",
                                                              "cue.like",  "cue.see",    "cue.seem", "cue.noun-attitude"};
  static constexpr std::array<std::string_view, 6> kPersons = {"i", "we", "you", "me", "us", "one"};
  if (!item.source || item.rule == "cue.relayed") return false;
  const Word& word = tree(item.source->sentence)[item.source->word];
  if (word.upos != Upos::PRON || !is_one_of(lower_ascii(word.form), kPersons)) return false;
  return item.stance == Stance::asserts || is_one_of(item.rule, kOfMind);
}

// Leaves out what says of itself that it says, and acts told of inside what somebody says: the outer one holds their words.
void AttributionFinder::drop_repeated() {
  const std::size_t count = items_.size();
  std::vector<bool> dropped(count, false);
  for (std::size_t i = 0; i < count; ++i) {
    dropped[i] = is_of_speaker(items_[i]) && std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& outer) {
                   return &outer != &items_[i] && items_[i].cue && holds(outer, *items_[i].cue) && words_of(outer) > words_of(items_[i]);
                 });
    const bool is_parent = std::any_of(items_.begin(), items_.end(),
                                       [&](const AttributionAt& other) { return other.parent == static_cast<int>(i) && other.rule != "cue.relayed"; });
    for (std::size_t j = 0; j < count && !dropped[i]; ++j) {
      if (i == j || !items_[i].cue || !holds(items_[j], *items_[i].cue) || (items_[j].cue && holds(items_[i], *items_[j].cue))) continue;
      const bool told = !items_[i].vouches && words_of(items_[j]) > words_of(items_[i]);
      dropped[i] = told || (items_[j].vouches && is_repeated(items_[i], items_[j]));
    }
    if (is_parent && dropped[i]) {
      for (AttributionAt& other : items_) {
        if (other.parent == static_cast<int>(i)) other.parent = items_[i].parent;
      }
    }
  }
  std::vector<int> moved(count, -1);
  std::vector<AttributionAt> kept;
  for (std::size_t i = 0; i < count; ++i) {
    if (dropped[i]) continue;
    moved[i] = static_cast<int>(kept.size());
    kept.push_back(std::move(items_[i]));
  }
  for (AttributionAt& each : kept) {
    if (!each.parent) continue;
    const int to = moved[static_cast<std::size_t>(*each.parent)];
    each.parent = to < 0 ? std::nullopt : std::optional<int>(to);
  }
  items_ = std::move(kept);
}

}  // namespace dragoman

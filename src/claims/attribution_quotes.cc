// SPDX-License-Identifier: Apache-2.0
// Direct speech that no cue's sentence holds, and which attribution lies inside which.
// Works: “A. B,” he said. “C.” (A, B and C are his); "He went on:" with the words in the next paragraph. Does not: two speakers who take
// turns without any cue between them.
#include "claims/attribution_finder.h"

namespace dragoman {

void AttributionFinder::add_loose_quotes() {
  const int cued = static_cast<int>(items_.size());
  int last_index = -1, last_quote = -1, last_sentence = -10;
  for (const QuotePiece& piece : quotes_) {
    const WordAt middle{piece.sentence, (piece.first + piece.last) / 2};
    const auto holder = std::find_if(items_.begin(), items_.end(), [&](const AttributionAt& item) {
      const bool is_part = item.cue && item.cue->sentence == piece.sentence && piece.first <= item.cue->word && item.cue->word <= piece.last;
      return item.source && holds(item, middle) && !is_part;  // “I think ...” is told of inside the words, by whoever speaks them
    });
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
    const bool is_next = last_index >= 0 && piece.sentence == last_sentence + 1 && item(last_index).source && is_whole(piece) &&
                         report_.sentence(piece.sentence).paragraph == report_.sentence(last_sentence).paragraph;
    AttributionAt found;
    int from = -1;
    if (opener != open_.end()) {
      found = *opener;
    } else if (is_next) {
      from = last_index;
    } else if (const int speaker = speaker_of(piece, cued); speaker >= 0) {
      from = speaker;
    } else if (last_index >= 0 && piece.sentence - last_sentence <= 2 && item(last_index).source) {
      from = last_index;
    } else {
      continue;
    }
    if (from >= 0) {
      found.source = item(from).source;
      found.rule = "cue.quotation-goes-on";
      goes_on_.push_back({static_cast<int>(items_.size()), from});
    }
    found.content = {{piece.sentence, piece.first, piece.last}};
    found.verbatim = true;
    last_index = add(std::move(found));
    last_quote = piece.quote;
    last_sentence = piece.sentence;
  }
}

// A sentence that is a quotation and nothing else.
bool AttributionFinder::is_whole(const QuotePiece& piece) const {
  const Tree& t = tree(piece.sentence);
  for (int word = 0; word < t.size(); ++word) {
    if ((word < piece.first || word > piece.last) && t[word].upos != Upos::PUNCT) return false;
  }
  return true;
}

// “Will they come?” the minister asked: where the mark ends a sentence, the cue's sentence begins with who spoke and holds no words of its own.
void AttributionFinder::add_quote_before(int s, int verb, AttributionAt& item) const {
  if (s == 0 || !item.source || item.source->sentence != s || tree(s).range(item.source->word).first > 1 || item.source->word > verb) return;
  if (report_.sentence(s).paragraph != report_.sentence(s - 1).paragraph) return;
  const auto last = std::find_if(quotes_.rbegin(), quotes_.rend(), [&](const QuotePiece& piece) { return piece.sentence < s; });
  if (last == quotes_.rend() || last->sentence != s - 1 || last->last < tree(s - 1).size() - 2) return;
  const bool is_told = std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& other) {
    return other.cue && other.source && other.vouches && other.cue->sentence == s - 1 && holds(other, {last->sentence, last->last}) &&
           (other.cue->word < last->first || other.cue->word > last->last);
  });
  if (is_told) return;
  for (const QuotePiece& piece : quotes_) {
    if (piece.quote == last->quote) item.content.push_back({piece.sentence, piece.first, piece.last});
  }
  item.verbatim = !item.content.empty();
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
    if (!item.source || !item.cue || item.outlet_source || !item.vouches || item.stance == Stance::no_comment) continue;
    const int distance = piece.sentence - item.cue->sentence;
    const bool is_next = distance == -1 && report_.sentence(piece.sentence).paragraph == report_.sentence(item.cue->sentence).paragraph;
    if ((distance >= 0 && distance <= 2) || is_next) speaker = i;
  }
  return speaker;
}

// Whether `index` is inside `outer` by the parents set so far.
bool AttributionFinder::is_inside(int index, int outer) const {
  std::optional<int> up = items_[static_cast<std::size_t>(index)].parent;
  for (std::size_t steps = 0; up && steps < items_.size(); ++steps) {
    if (*up == outer) return true;
    up = items_[static_cast<std::size_t>(*up)].parent;
  }
  return false;
}

// "an officer said that two families had confirmed it": whose words the answer is, where it stands in a clause of theirs.
std::optional<int> AttributionFinder::teller_of_answer(int answer) const {
  const AttributionAt& inner = items_[static_cast<std::size_t>(answer)];
  const Tree& t = tree(inner.cue->sentence);
  const int head = t.has_relation(inner.cue->word, "ccomp") ? t[inner.cue->word].head : -1;
  for (std::size_t j = 0; j < items_.size(); ++j) {
    const AttributionAt& outer = items_[j];
    const bool is_clause = head >= 0 && head < inner.cue->word && outer.cue == WordAt{inner.cue->sentence, head};
    const bool tells = is_clause && outer.source && outer.vouches && outer.stance != Stance::denies && holds(outer, *inner.cue);
    if (tells && !is_inside(static_cast<int>(j), answer)) return static_cast<int>(j);
  }
  return std::nullopt;
}

void AttributionFinder::set_parents() {
  for (const auto& [inner, host] : citing_) {
    for (std::size_t j = 0; j < items_.size(); ++j) {
      if (items_[j].cue != host || static_cast<int>(j) == inner || items_[j].rule == "cue.relayed" || !items_[j].vouches) continue;
      item(inner).parent = static_cast<int>(j);
      for (std::size_t more = 0; more < items_.size(); ++more) {  // "citing an aide who added that"
        const auto& source = items_[static_cast<std::size_t>(inner)].source;
        const bool adds = static_cast<int>(more) != inner && items_[more].cue && source && items_[more].cue->sentence == source->sentence &&
                          tree(source->sentence).has_relation(items_[more].cue->word, "acl") &&
                          tree(source->sentence)[items_[more].cue->word].head == source->word;
        if (adds && items_[more].source == source) items_[more].parent = static_cast<int>(j);
      }
    }
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    // The outermost of those that were tied to this one already takes the parent.
    if (items_[i].parent || !items_[i].cue) continue;
    if (std::find(parallel_.begin(), parallel_.end(), static_cast<int>(i)) != parallel_.end()) {
      items_[i].parent = teller_of_answer(static_cast<int>(i));
      continue;
    }
    std::optional<int> best;
    for (std::size_t j = 0; j < items_.size(); ++j) {
      if (i == j || !items_[j].vouches || !items_[j].source || !holds(items_[j], *items_[i].cue) || words_of(items_[j]) <= words_of(items_[i])) continue;
      if (is_inside(static_cast<int>(j), static_cast<int>(i))) continue;  // whom the paper cites does not pass on the paper
      const bool denies_telling = items_[j].stance == Stance::denies && tree(items_[i].cue->sentence)[items_[i].cue->word].upos == Upos::NOUN;
      if (denies_telling) continue;  // "denied a report by CNN that ...": CNN tells it, and is not told on
      // "denied that she was beaten, as her daughter claimed": the daughter says so, whatever is denied
      const bool answers = items_[j].stance == Stance::denies || items_[j].stance == Stance::no_comment;
      if (answers && is_as_clause(items_[i].cue->sentence, items_[i].cue->word)) continue;
      if (items_[j].rule == "cue.relayed" || std::find(parallel_.begin(), parallel_.end(), static_cast<int>(j)) != parallel_.end()) continue;
      // Of two that tell the same, whom the other cites is nearer: "told investigators that ..., the paper reported, citing court records".
      const bool is_nearer = best && items_[j].parent == best && words_of(items_[j]) == words_of(items_[static_cast<std::size_t>(*best)]);
      if (!best || is_nearer || words_of(items_[j]) < words_of(items_[static_cast<std::size_t>(*best)])) best = static_cast<int>(j);
    }
    items_[i].parent = best;
  }
  for (const auto& [index, from] : goes_on_) {
    if (!item(index).parent && !is_inside(from, index)) item(index).parent = item(from).parent;
  }
}

}  // namespace dragoman

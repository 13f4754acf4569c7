// SPDX-License-Identifier: Apache-2.0
#include "claims/chains.h"

#include <algorithm>

namespace dragoman {
namespace {

SourceKind kind_of(const Entity& entity) {
  switch (entity.kind) {
    case EntityKind::person: return SourceKind::person;
    case EntityKind::state: return SourceKind::state;
    case EntityKind::outlet: return SourceKind::outlet;
    case EntityKind::group:
    case EntityKind::people: return SourceKind::group;
    case EntityKind::agreement: return SourceKind::document;
    case EntityKind::place: return SourceKind::state;
    case EntityKind::other: return SourceKind::person;
    default: return SourceKind::organisation;
  }
}

// "the emergency committee": a phrase that is no mention, up to its head.
Span phrase_of(WordAt source, const ParsedReport& report) {
  const Tree& tree = report.tree(source.sentence);
  int first = source.word;
  const auto ends = [&](int word) { return tree[word].upos == Upos::ADP || (tree[word].upos == Upos::PUNCT && tree[word].form != "-"); };
  while (first > 0 && !ends(first - 1) && tree.is_descendant(first - 1, source.word)) --first;
  return report.span(source.sentence, first, source.word);
}

// "The widow of a Kenyan editor, Jane Otieno, said": the name between commas right before the cue is the speaker's, wherever the parser hangs
// it; a person whom it names. Not "The widow of Jane Otieno said".
const Mention* name_before_cue(const AttributionAt& attribution, const ParsedReport& report, const EntityTable& entities) {
  constexpr int kLongest = 5;
  const WordAt source = *attribution.source;
  if (!attribution.cue || attribution.cue->sentence != source.sentence) return nullptr;
  const Tree& tree = report.tree(source.sentence);
  const int last = attribution.cue->word - 2;
  if (last <= source.word || tree[last + 1].form != ",") return nullptr;
  int first = last;
  while (first > source.word && last - first < kLongest && tree[first - 1].is_nominal() && tree[first].upos == Upos::PROPN) --first;
  if (tree[first].upos != Upos::PROPN && first < last) ++first;
  if (first - 1 <= source.word || tree[first - 1].form != ",") return nullptr;
  for (int word = first; word <= last; ++word) {
    const Mention* mention = entities.at({source.sentence, word});
    if (mention == nullptr || mention->form != MentionForm::name || mention->entities.size() != 1) continue;
    if (entities.entities[static_cast<std::size_t>(mention->entities.front())].kind == EntityKind::person) return mention;
  }
  return nullptr;
}

void take_name_before_cue(Hop& hop, const AttributionAt& attribution, const ParsedReport& report, const EntityTable& entities) {
  if (hop.source.named || hop.source.kind != SourceKind::person) return;
  const Mention* name = name_before_cue(attribution, report, entities);
  if (name == nullptr) return;
  hop.source.named = true;
  const Entity& person = entities.entities[static_cast<std::size_t>(name->entities.front())];
  const Entity* known = source_of(hop, entities);
  // An office that is coded says more than the name.
  if (known == nullptr || known->code.empty()) hop.source.entity = person.id;
}

// The last word of "the newspaper El Pais", whose name the parser takes for a second speaker.
int end_of_name(const Tree& tree, int last) {
  int end = last;
  while (end + 1 < tree.size() && tree[end + 1].upos == Upos::PROPN && tree[end + 1].head != last) ++end;
  return end;
}

Hop hop_of(const AttributionAt& attribution, const ParsedReport& report, const EntityTable& entities) {
  Hop hop;
  hop.stance = stance_shown(attribution);
  hop.verbatim = attribution.verbatim;
  if (attribution.cue) hop.cue = report.text->text_span(report.span(attribution.cue->sentence, attribution.cue->word, attribution.cue->word));
  if (!attribution.source) return hop;
  const WordAt source = *attribution.source;
  const Mention* mention = entities.at(source);
  const Tree& tree = report.tree(source.sentence);
  const bool is_paper = attribution.outlet_source && tree[source.word].upos == Upos::NOUN && (mention == nullptr || mention->last == source.word);
  Span span = mention != nullptr ? report.span(source.sentence, mention->first, mention->last) : phrase_of(source, report);
  if (is_paper) span.end = std::max(span.end, report.span(source.sentence, source.word, end_of_name(tree, source.word)).end);
  hop.source.words = report.text->text_span(span);
  hop.source.kind = attribution.outlet_source ? SourceKind::outlet : SourceKind::person;
  if (mention == nullptr || mention->entities.empty()) {
    take_name_before_cue(hop, attribution, report, entities);
    return hop;
  }
  const Entity& entity = entities.entities[static_cast<std::size_t>(mention->entities.front())];
  hop.source.entity = entity.id;
  if (!attribution.outlet_source) hop.source.kind = kind_of(entity);
  const auto is_name = [&](const Mention& other) {
    return other.form == MentionForm::name && std::find(other.entities.begin(), other.entities.end(), mention->entities.front()) != other.entities.end();
  };
  hop.source.named =
      mention->form == MentionForm::name || (entity.kind == EntityKind::person && std::any_of(entities.mentions.begin(), entities.mentions.end(), is_name));
  take_name_before_cue(hop, attribution, report, entities);
  return hop;
}

// "denied that it had fired, calling the charge a lie": one source that answers twice.
bool is_same(const Chain& a, const Chain& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Hop& x, const Hop& y) {
    const bool is_one = x.source.entity.empty() ? x.source.words.span.begin == y.source.words.span.begin : x.source.entity == y.source.entity;
    return is_one && x.stance == y.stance;
  });
}

}  // namespace

const Entity* source_of(const Hop& hop, const EntityTable& entities) {
  const auto known = std::find_if(entities.entities.begin(), entities.entities.end(), [&](const Entity& entity) { return entity.id == hop.source.entity; });
  return known == entities.entities.end() ? nullptr : &*known;
}

Chain chain_from(int innermost, const AttributionSet& attributions, const ParsedReport& report, const EntityTable& entities) {
  Chain chain;
  std::size_t steps = 0;
  for (std::optional<int> index = innermost; index && steps < attributions.items.size(); ++steps) {
    const AttributionAt& item = attributions.items[static_cast<std::size_t>(*index)];
    Hop hop = hop_of(item, report, entities);
    if (chain.empty() || hop.source.entity.empty() || hop.source.entity != chain.back().source.entity) chain.push_back(std::move(hop));
    index = item.parent;
  }
  return chain;
}

std::vector<Chain> chains_over(WordAt place, const AttributionSet& attributions, const ParsedReport& report, const EntityTable& entities) {
  const std::vector<int> over = attributions.over(place);
  const auto holds_another = [&](int index) {
    return std::any_of(over.begin(), over.end(), [&](int other) { return attributions.items[static_cast<std::size_t>(other)].parent == index; });
  };
  std::vector<Chain> chains;
  for (const int innermost : over) {
    if (holds_another(innermost)) continue;
    Chain chain = chain_from(innermost, attributions, report, entities);
    const bool is_told = std::any_of(chains.begin(), chains.end(), [&](const Chain& other) { return is_same(chain, other); });
    if (!is_told) chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace dragoman

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
  while (first > 0 && tree[first - 1].upos != Upos::PUNCT && tree[first - 1].upos != Upos::ADP && tree.is_descendant(first - 1, source.word)) --first;
  return report.span(source.sentence, first, source.word);
}

}  // namespace

Hop hop_of(const AttributionAt& attribution, const ParsedReport& report, const EntityTable& entities) {
  Hop hop;
  hop.stance = stance_shown(attribution);
  hop.verbatim = attribution.verbatim;
  if (attribution.cue) hop.cue = report.text->text_span(report.span(attribution.cue->sentence, attribution.cue->word, attribution.cue->word));
  if (!attribution.source) return hop;
  const WordAt source = *attribution.source;
  const Mention* mention = entities.at(source);
  const Span span = mention != nullptr ? report.span(source.sentence, mention->first, mention->last) : phrase_of(source, report);
  hop.source.words = report.text->text_span(span);
  hop.source.kind = attribution.outlet_source ? SourceKind::outlet : SourceKind::person;
  if (mention == nullptr || mention->entities.empty()) return hop;
  const Entity& entity = entities.entities[static_cast<std::size_t>(mention->entities.front())];
  hop.source.entity = entity.id;
  if (!attribution.outlet_source) hop.source.kind = kind_of(entity);
  const auto is_name = [&](const Mention& other) {
    return other.form == MentionForm::name && std::find(other.entities.begin(), other.entities.end(), mention->entities.front()) != other.entities.end();
  };
  hop.source.named =
      mention->form == MentionForm::name || (entity.kind == EntityKind::person && std::any_of(entities.mentions.begin(), entities.mentions.end(), is_name));
  return hop;
}

std::vector<Chain> chains_over(WordAt place, const AttributionSet& attributions, const ParsedReport& report, const EntityTable& entities) {
  const std::vector<int> over = attributions.over(place);
  const auto holds_another = [&](int index) {
    return std::any_of(over.begin(), over.end(), [&](int other) { return attributions.items[static_cast<std::size_t>(other)].parent == index; });
  };
  std::vector<Chain> chains;
  for (const int innermost : over) {
    if (holds_another(innermost)) continue;
    Chain chain;
    for (std::optional<int> index = innermost; index && chain.size() < attributions.items.size();
         index = attributions.items[static_cast<std::size_t>(*index)].parent) {
      chain.push_back(hop_of(attributions.items[static_cast<std::size_t>(*index)], report, entities));
    }
    chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace dragoman

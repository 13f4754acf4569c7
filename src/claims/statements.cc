// SPDX-License-Identifier: Apache-2.0
#include "claims/statements.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "claims/chains.h"
#include "claims/events.h"

namespace dragoman {
namespace {

bool holds(const AttributedContent& content, WordAt place) {
  return content.sentence == place.sentence && content.first <= place.word && place.word <= content.last;
}

bool holds_any(const AttributionAt& item, const std::vector<ClaimAt>& events) {
  return std::any_of(events.begin(), events.end(), [&](const ClaimAt& event) {
    return std::any_of(item.content.begin(), item.content.end(), [&](const AttributedContent& content) { return holds(content, event.place); });
  });
}

bool names_actor(const ParsedReport& report, const EntityTable& entities, const AttributionAt& item) {
  if (item.source && !item.outlet_source && !actors_at(report, entities, *item.source, Role::actor).empty()) return true;
  return std::any_of(entities.mentions.begin(), entities.mentions.end(), [&](const Mention& mention) {
    const bool inside = std::any_of(item.content.begin(), item.content.end(), [&](const AttributedContent& content) {
      return holds(content, {mention.sentence, mention.head});
    });
    return inside && !actors_at(report, entities, {mention.sentence, mention.head}, Role::actor).empty();
  });
}

// "Reuters could not verify the claim": a caveat, no answer.
bool could_not_check(const ParsedReport& report, const AttributionAt& item) {
  static constexpr auto kChecking = std::to_array<std::string_view>({"verify", "confirm", "corroborate", "authenticate", "establish", "check"});
  return item.cue && is_one_of(report.tree(item.cue->sentence)[item.cue->word].lemma, kChecking);
}

// "The front denied it", whoever that is, right after what was told.
bool answers_event(const AttributionAt& item, const std::vector<ClaimAt>& events) {
  constexpr int kLookBack = 1;  // sentences
  if (!is_bare_stance(item.stance) || !item.source) return false;
  return std::any_of(events.begin(), events.end(), [&](const ClaimAt& event) {
    return event.claim.event && event.place < *item.source && event.place.sentence >= item.source->sentence - kLookBack;
  });
}

}  // namespace

std::vector<ClaimAt> find_statements(const ParsedReport& report, const EntityTable& entities, const AttributionSet& attributions,
                                     const std::vector<ClaimAt>& events) {
  std::vector<ClaimAt> statements;
  for (std::size_t i = 0; i < attributions.items.size(); ++i) {
    const AttributionAt& item = attributions.items[i];
    if (item.outlet_source && item.stance == Stance::no_comment && could_not_check(report, item)) continue;
    if (!item.vouches) continue;  // an act that is only told of is the outlet's word
    const bool says_something = !item.content.empty() && item.content.front().last - item.content.front().first >= 2;
    if (!says_something && !is_bare_stance(item.stance)) continue;
    const bool takes_back = item.stance == Stance::retracts && item.source;  // an outlet, of its own words
    if (holds_any(item, events) || (!takes_back && !answers_event(item, events) && !names_actor(report, entities, item))) continue;
    if (!item.source && item.rule.starts_with("cue.noun")) continue;  // "a demand that they halt": nobody says it
    if (!item.source && item.parent) continue;                        // "said a report that ... was untrue": the outer attribution speaks for it
    const bool is_parent = std::any_of(attributions.items.begin(), attributions.items.end(),
                                       [&](const AttributionAt& other) { return other.source && other.vouches && other.parent == static_cast<int>(i); });
    if (is_parent) continue;  // the inner attribution speaks for it, with this one as its outer hop
    const WordAt anchor =
        !item.content.empty() ? WordAt{item.content.front().sentence, item.content.front().first} : item.cue.value_or(item.source.value_or(WordAt{}));
    ClaimAt statement;
    statement.place = anchor;
    Claim& claim = statement.claim;
    claim.kind = ClaimKind::statement;
    claim.sentence = anchor.sentence;
    claim.words = report.text->text_span(item.content.empty() ? report.span(anchor.sentence, anchor.word, anchor.word)
                                                              : report.span(anchor.sentence, item.content.front().first, item.content.front().last));
    const auto same = std::find_if(statements.begin(), statements.end(), [&](const ClaimAt& other) {
      return other.claim.words.span.begin == claim.words.span.begin && other.claim.words.span.end == claim.words.span.end;
    });
    if (same != statements.end()) {  // "a charge that the minister denied": one statement, of two sources
      same->claim.chains.push_back(chain_from(static_cast<int>(i), attributions, report, entities));
      continue;
    }
    claim.voice = Voice::attributed;
    claim.chains.push_back(chain_from(static_cast<int>(i), attributions, report, entities));
    claim.certainty = Certainty::unspecified;
    claim.tense = Tense::present;
    claim.rule = "statement.attributed";
    claim.score = 0.5;
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/circumstances.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 12> kLocative = {"in", "at", "near", "outside", "around", "inside", "across", "on", "off", "along", "within", "from"};

bool is_locative(std::string_view preposition) { return std::find(kLocative.begin(), kLocative.end(), preposition) != kLocative.end(); }

std::optional<Place> place_at(const ParsedReport& report, const EntityTable& entities, const KnowledgeBase& kb, WordAt word) {
  const Mention* mention = entities.at(word);
  if (mention == nullptr || mention->entities.empty()) return std::nullopt;
  const Entity& entity = entities.entities[static_cast<std::size_t>(mention->entities.front())];
  const bool is_place = mention->as_place || entity.kind == EntityKind::place;
  if (!is_place) return std::nullopt;
  Place place;
  place.name = entity.name;
  place.country = entity.country.empty() ? entity.code : entity.country;
  place.span = report.span(word.sentence, mention->first, mention->last);
  const auto known = kb.places(report.words(word.sentence, mention->first, mention->last));
  const auto match = std::find_if(known.begin(), known.end(), [&](const KbPlace& p) { return place.country.empty() || p.country == place.country; });
  if (match == known.end()) return place;
  place.lat = match->lat;
  place.lon = match->lon;
  if (match->geonameid != 0) place.geonameid = static_cast<long>(match->geonameid);
  if (place.country.empty()) place.country = std::string(match->country);
  return place;
}

// The most precise place among a phrase's words: "in Goma, in eastern Congo", "in the town of Qaim".
std::optional<Place> place_in_phrase(const ParsedReport& report, const EntityTable& entities, const KnowledgeBase& kb, WordAt head) {
  if (auto place = place_at(report, entities, kb, head)) return place;
  const Tree& tree = report.tree(head.sentence);
  for (const int child : tree.children(head.word)) {
    const bool inside = tree.has_relation(child, "nmod") || tree.has_relation(child, "appos") || tree.has_relation(child, "compound") || tree.has_relation(child, "conj");
    if (!inside) continue;
    if (auto place = place_in_phrase(report, entities, kb, {head.sentence, child})) return place;
  }
  return std::nullopt;
}

// Is `word` in the event's own clause: below the event's clause verb without another finite clause between?
bool in_clause(const Tree& tree, int word, int clause) {
  for (int up = word; up >= 0; up = tree[up].head) {
    if (up == clause) return true;
    if (tree[up].upos == Upos::VERB && up != word && !tree.has_relation(up, "xcomp")) return false;
  }
  return false;
}

int distance(int a, int b) { return a < b ? b - a : a - b; }

TimeExpression joined(const TimeExpression& from, const TimeExpression& to, const TextIndex& text) {
  TimeExpression range = from;
  range.words = text.text_span({from.words.span.begin, to.words.span.end});
  if (from.begin_date.size() >= 10 && to.end_date.size() >= 10) range.timex = from.timex + "/" + to.timex;
  range.end_date = to.end_date;
  return range;
}

// "from March to May": nothing but a linking word between the two.
bool is_range(const TimeExpression& a, const TimeExpression& b, const TextIndex& text) {
  if (b.words.span.begin <= a.words.span.end || b.words.span.begin - a.words.span.end > 12) return false;
  const std::string_view between = text.slice({a.words.span.end, b.words.span.begin});
  for (const std::string_view link : {" to ", " until ", " till ", " through ", "-", "–", " and "}) {
    if (between == link) return link != " and " || (a.words.span.begin >= 8 && text.slice({a.words.span.begin - 8, a.words.span.begin}) == "between ");
  }
  return false;
}

}  // namespace

std::optional<Place> place_of(const ParsedReport& report, const EntityTable& entities, const KnowledgeBase& kb, const EventAt& event) {
  for (const Argument& argument : event.predicate.arguments) {
    if (argument.slot != Slot::oblique || !is_locative(argument.preposition) || argument.preposition == "from") continue;
    if (auto place = place_in_phrase(report, entities, kb, {event.trigger.sentence, argument.word})) return place;
  }
  for (const ParticipantAt& participant : event.participants) {            // "shelled Kharkiv", "visited Tehran"
    if (participant.role != Role::recipient) continue;
    if (auto place = place_at(report, entities, kb, participant.head)) return place;
  }
  return std::nullopt;
}

std::optional<TimeExpression> time_of(const ParsedReport& report, const std::vector<TimeExpression>& times, const EventAt& event) {
  const Tree& tree = report.tree(event.trigger.sentence);
  const Sentence& sentence = report.sentence(event.trigger.sentence);
  const int trigger = event.trigger.word;
  const int clause = event.predicate.carrier ? *event.predicate.carrier : clause_verb(tree, trigger).value_or(tree.root());
  const TimeExpression* best = nullptr;
  int best_distance = 0;
  std::size_t best_index = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Span span = times[i].words.span;
    if (span.begin < sentence.span.begin || span.end > sentence.span.end || times[i].type == TimeType::set) continue;
    const auto& tokens = report.tokenized.tokens;
    int word = 0;
    while (word + 1 < tree.size() && tokens[sentence.first + static_cast<std::uint32_t>(word)].span.end <= span.begin) ++word;
    // Words of one expression hang on its head; climb to where the expression meets the rest.
    const bool below_trigger = tree.is_descendant(word, trigger);
    if (!below_trigger && !in_clause(tree, word, clause)) continue;
    const int d = distance(word, trigger) + (times[i].type == TimeType::duration ? 1000 : 0) + (below_trigger ? 0 : 100);
    if (best != nullptr && d >= best_distance) continue;
    best = &times[i];
    best_distance = d;
    best_index = i;
  }
  if (best == nullptr) return std::nullopt;
  if (best_index + 1 < times.size() && is_range(*best, times[best_index + 1], *report.text)) return joined(*best, times[best_index + 1], *report.text);
  if (best_index > 0 && is_range(times[best_index - 1], *best, *report.text)) return joined(times[best_index - 1], *best, *report.text);
  return *best;
}

}  // namespace dragoman

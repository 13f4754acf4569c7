// SPDX-License-Identifier: Apache-2.0
#include "claims/unnamed.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "claims/denials.h"
#include "claims/learned.h"

namespace dragoman {
namespace {

// Shares of the event's type from which it needs no party: of what somebody who counts in politics confirms or denies, of what he tells, of any.
constexpr float kAnswered = 0.2F, kTold = 0.55F, kAnybody = 0.95F;

constexpr auto kSides = std::to_array<std::string_view>({"GOV", "MIL", "COP", "REB", "PRM", "PTY", "SPY"});

bool is_answer(Stance stance) { return stance == Stance::confirms || stance == Stance::denies; }

// The verb that answers for the event's word: of a noun whose object it is, of a deed done by nobody whose clause it holds. What is confirmed in a
// clause was mostly done to the one who confirms it.
std::optional<int> answering_verb(const Tree& tree, const EventAt& event) {
  const int word = event.trigger.word;
  if (tree[word].upos == Upos::NOUN) {
    const int noun = answered_noun(tree, word);
    return tree.has_relation(noun, "obj") || tree.has_relation(noun, "nsubj:pass") ? std::optional(tree[noun].head) : std::nullopt;
  }
  const int verb = tree[word].head;
  if (!event.predicate.passive || quad_of(event.frame->type) != "material-conflict" || verb < 0 || !tree.has_relation(word, "ccomp")) return std::nullopt;
  static constexpr auto kOwning = std::to_array<std::string_view>({"deny", "admit", "acknowledge", "concede"});
  return is_one_of(tree[verb].lemma, kOwning) ? std::optional(verb) : std::nullopt;
}

// Somebody who counts in politics tells of the event's word, or answers for it: the cue above it.
const Cue* cue_of_politics(const ParsedReport& report, const EntityTable& entities, const Rules& rules, WordAt event) {
  const Tree& tree = report.tree(event.sentence);
  constexpr int kHigh = 12;  // bounds the climb
  for (int up = tree[event.word].head, steps = 0; up >= 0 && steps < kHigh; up = tree[up].head, ++steps) {
    const Cue* cue = tree[up].upos == Upos::VERB ? cue_at(rules.cues, tree, up) : nullptr;
    if (cue == nullptr) continue;
    for (const int subject : predicate_at(tree, up).in(Slot::subject)) {
      for (const ParticipantAt& p : actors_at(report, entities, {event.sentence, subject}, Role::actor)) {
        const Entity& entity = entities.entities[static_cast<std::size_t>(p.entity)];
        if (rules.frames.in_set("political-sector", entity.sector) || (entity.sector.empty() && !entity.code.empty())) return cue;
      }
    }
  }
  return nullptr;
}

}  // namespace

std::vector<ParticipantAt> answerers_of(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const EventAt& event) {
  std::vector<ParticipantAt> found;
  if (has_role(event.participants, Role::actor)) return found;
  const Tree& tree = report.tree(event.trigger.sentence);
  const auto verb = answering_verb(tree, event);
  const Cue* cue = verb ? cue_at(rules.cues, tree, *verb) : nullptr;
  if (cue == nullptr || !is_answer(cue->stance)) return found;
  const auto subjects = predicate_at(tree, *verb).in(Slot::subject);
  if (subjects.empty()) return found;
  for (const ParticipantAt& p : actors_at(report, entities, {event.trigger.sentence, subjects.front()}, Role::actor)) {
    const Entity& entity = entities.entities[static_cast<std::size_t>(p.entity)];
    if (entity.kind == EntityKind::state || is_one_of(entity.sector, kSides)) found.push_back(p);
  }
  return found;
}

bool stands_unnamed(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const EventAt& event) {
  const auto learned = learned_type(report, event.trigger.sentence, event.trigger.word);
  if (!learned) return false;
  const float share = learned->shares[static_cast<std::size_t>(event.frame->type)];
  const Cue* cue = cue_of_politics(report, entities, rules, event.trigger);
  if (cue != nullptr && is_answer(cue->stance)) return share >= kAnswered;
  // An active verb has a doer, whom nobody found: that would be another event.
  const bool is_noun = report.tree(event.trigger.sentence)[event.trigger.word].upos == Upos::NOUN;
  if (!event.participants.empty() || !(event.predicate.passive || is_noun)) return false;
  return cue != nullptr ? share >= kTold : share >= kAnybody && !is_noun;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Works: "attacked an army post, killing four and wounding nine". Does not: a result told in a sentence of its own.
#include "claims/results.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dragoman {
namespace {

bool tells_result(const Tree& tree, int word) {
  static constexpr auto kResults = std::to_array<std::string_view>({"kill", "wound", "injure", "hurt", "maim"});
  return tree[word].upos == Upos::VERB && is_one_of(tree[word].lemma, kResults);
}

// "fired on a boat, and a Syrian was hit".
bool is_hit_beside(const Tree& tree, const EventAt& event) {
  return event.predicate.passive && tree[event.trigger.word].lemma == "hit" && tree.has_relation(event.trigger.word, "conj");
}

bool is_result(const Tree& tree, const EventAt& event) {
  return event.frame->type == EventType::assault && (tells_result(tree, event.trigger.word) || is_hit_beside(tree, event));
}

// Force, or a riot: "pelted the guards, injuring two".
bool is_attack(const Tree& tree, const EventAt& event) {
  const bool is_force = event.frame->type == EventType::assault || (event.frame->type == EventType::protest && event.mode == "riot");
  return is_force && !is_result(tree, event);
}

bool has_no_other_actor(const EventAt& result, const EventAt& attack) {
  const auto doers = result.predicate.in(Slot::subject);  // "hours after a bomb killed two": by something else
  if (!has_role(result.participants, Role::actor) && !doers.empty() && doers.front() != attack.trigger.word) {
    const auto theirs = attack.predicate.in(Slot::subject);
    if (std::find(theirs.begin(), theirs.end(), doers.front()) == theirs.end()) return false;
  }
  return std::all_of(result.participants.begin(), result.participants.end(), [&](const ParticipantAt& p) {
    return p.role != Role::actor || std::any_of(attack.participants.begin(), attack.participants.end(),
                                                [&](const ParticipantAt& other) { return other.role == Role::actor && other.entity == p.entity; });
  });
}

enum class Joined : std::uint8_t { no, result_is_told_in_attack, attack_is_told_in_result };

// The result's verb is a participle or a conjunct of the attack's clause, or that clause tells when or in what it came to be.
Joined joined(const Tree& tree, const EventAt& attack, const EventAt& result) {
  const int word = result.trigger.word;
  const auto clause = clause_verb(tree, attack.trigger.word);
  if (clause == word) {  // "killed in the attack", "the attack killed two"
    const bool does_it = tree.has_relation(attack.trigger.word, "obl") || tree.has_relation(attack.trigger.word, "nsubj");
    return does_it ? Joined::attack_is_told_in_result : Joined::no;
  }
  const int verb = clause.value_or(attack.trigger.word);
  int top = word;
  while (tree.has_relation(top, "conj") && tells_result(tree, tree[top].head)) top = tree[top].head;  // "killing two and wounding nine"
  bool is_beside = false;
  if (tree[top].head == verb || tree[top].head == attack.trigger.word) {
    is_beside = tree.has_relation(top, "advcl") || tree.has_relation(top, "conj") || tree.has_relation(top, "acl");
  } else {
    static constexpr auto kWhen = std::to_array<std::string_view>({"when", "after", "as"});
    const auto mark = tree.child(verb, "mark") ? tree.child(verb, "mark") : tree.child(verb, "advmod");
    is_beside = tree[verb].head == top && tree.has_relation(verb, "advcl") && mark && is_one_of(lower_ascii(tree[*mark].form), kWhen);
  }
  return is_beside ? Joined::result_is_told_in_attack : Joined::no;
}

void take_parties(EventAt& event, const EventAt& from, Role role) {
  for (const ParticipantAt& p : from.participants) {
    const bool is_there = std::any_of(event.participants.begin(), event.participants.end(),
                                      [&](const ParticipantAt& other) { return p.entity >= 0 ? other.entity == p.entity : other.head == p.head; });
    if (p.role == role && !is_there) event.participants.push_back(p);
  }
}

}  // namespace

std::vector<EventAt> join_results(const Tree& tree, std::vector<EventAt>& events, std::size_t first) {
  std::vector<EventAt> gone;
  std::vector<bool> is_gone(events.size());
  for (std::size_t i = first; i < events.size(); ++i) {
    for (std::size_t j = first; j < events.size() && !is_gone[i]; ++j) {
      if (is_gone[j] || !is_result(tree, events[i]) || !is_attack(tree, events[j]) || !has_no_other_actor(events[i], events[j])) continue;
      const Joined how = joined(tree, events[j], events[i]);
      if (how == Joined::no || (events[j].frame->type == EventType::protest && events[i].predicate.passive))
        continue;  // "were killed when they stormed": by whom?
      const bool keeps_attack = how == Joined::result_is_told_in_attack;
      const std::size_t kept = keeps_attack ? j : i, other = keeps_attack ? i : j;
      take_parties(events[kept], events[other], keeps_attack ? Role::recipient : Role::actor);
      gone.push_back(events[other]);
      is_gone[other] = true;
    }
  }
  std::size_t at = 0;
  std::erase_if(events, [&](const EventAt&) { return is_gone[at++]; });
  return gone;
}

}  // namespace dragoman

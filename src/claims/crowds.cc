// SPDX-License-Identifier: Apache-2.0
// Works: "marched through Lima to urge the parties to talk". Does not: "marched as the union urged the ministry to resign".
#include "claims/crowds.h"

#include <algorithm>

namespace dragoman {
namespace {

// An infinitive or participle beside the protest's verb, without a subject of its own.
bool is_aim(const Tree& tree, int verb, int demand) {
  int top = demand;
  while (tree.has_relation(top, "conj") && !tree.child(top, "nsubj")) top = tree[top].head;
  const bool is_beside = tree.has_relation(top, "advcl") || tree.has_relation(top, "xcomp") || tree.has_relation(top, "parataxis");
  return is_beside && tree[top].head == verb && !tree.child(top, "nsubj") && !tree.has_feature(top, "VerbForm=Fin");
}

bool is_by_same(const EventAt& protest, const EventAt& demand) {
  return std::all_of(demand.participants.begin(), demand.participants.end(), [&](const ParticipantAt& p) {
    return p.role != Role::actor || std::any_of(protest.participants.begin(), protest.participants.end(),
                                                [&](const ParticipantAt& q) { return q.role == Role::actor && q.entity == p.entity; });
  });
}

void lend(const EventAt& from, Role of, EventAt& to) {
  for (ParticipantAt p : from.participants) {
    if (p.role != of || p.entity < 0) continue;
    p.role = Role::recipient;
    to.participants.push_back(p);
  }
}

bool is_force(const EventAt& event) { return quad_of(event.frame->type) == "material-conflict"; }

// Did this event do something to whoever acts in `answer`?
bool began(const EventAt& event, const EventAt& answer) {
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) {
    return p.role == Role::recipient && p.entity >= 0 && std::any_of(answer.participants.begin(), answer.participants.end(), [&](const ParticipantAt& q) {
             return q.role == Role::actor && q.entity == p.entity;
           });
  });
}

}  // namespace

std::vector<EventAt> join_demands(const Tree& tree, std::vector<EventAt>& events, std::size_t first) {
  std::vector<EventAt> gone;
  for (std::size_t i = first; i < events.size(); ++i) {
    if (events[i].frame->type != EventType::protest) continue;
    for (std::size_t j = first; j < events.size(); ++j) {
      const bool is_demand = events[j].frame->type == EventType::request && tree[events[j].trigger.word].upos == Upos::VERB;
      if (!is_demand || !is_aim(tree, events[i].predicate.carrier.value_or(events[i].trigger.word), events[j].trigger.word)) continue;
      if (!is_by_same(events[i], events[j])) continue;
      const auto is_against = [](const ParticipantAt& p) { return p.role == Role::recipient && p.entity >= 0; };
      if (std::none_of(events[i].participants.begin(), events[i].participants.end(), is_against)) lend(events[j], Role::recipient, events[i]);
      gone.push_back(events[j]);
    }
  }
  if (gone.empty()) return gone;
  std::erase_if(events, [&](const EventAt& event) {
    return std::any_of(gone.begin(), gone.end(), [&](const EventAt& other) { return other.trigger == event.trigger; });
  });
  return gone;
}

void add_those_who_began(std::vector<EventAt>& events, std::size_t first) {
  for (std::size_t i = first; i < events.size(); ++i) {
    EventAt& answer = events[i];
    if (answer.frame->type != EventType::assault || answer.frame->mutual || has_role(answer.participants, Role::recipient)) continue;
    const EventAt *told = nullptr, *protest = nullptr;
    for (std::size_t j = first; j < events.size(); ++j) {
      if (j == i || !has_role(events[j].participants, Role::actor)) continue;
      if (is_force(events[j]) && began(events[j], answer)) told = &events[j];
      if (events[j].frame->type == EventType::protest) protest = &events[j];
    }
    if (told == nullptr && answer.mode == "crowd-control") told = protest;
    if (told != nullptr) lend(*told, Role::actor, answer);
  }
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/third_parties.h"

#include <algorithm>

namespace dragoman {
namespace {

bool takes_third_parties(const EventAt& event) {
  const EventType type = event.frame->type;
  return type == EventType::consult || type == EventType::agree || type == EventType::support || type == EventType::concede ||
         (type == EventType::retreat && (event.mode == "ceasefire" || event.mode == "release"));
}

class ThirdParties {
 public:
  ThirdParties(const ParsedReport& report, const EntityTable& entities, const Rules& rules, EventSet& events)
      : report_(report), entities_(entities), rules_(rules), events_(events) {}

  void run() {
    for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
      const Tree& tree = report_.tree(s);
      for (int word = 0; word < tree.size(); ++word) {
        if (const auto role = role_of(tree[word])) add({s, word}, *role);
      }
    }
  }

 private:
  std::optional<Role> role_of(const Word& word) const {
    if (rules_.frames.in_set("mediating", word.lemma)) return Role::mediator;
    if (word.upos == Upos::VERB && rules_.frames.in_set("hosting", word.lemma)) return Role::host;
    return std::nullopt;
  }

  // Who does the mediating: the verb's subject, the noun's agent or "from", the adjective's compound.
  std::vector<ParticipantAt> agents_of(WordAt place, Role role) const {
    const Tree& tree = report_.tree(place.sentence);
    const Predicate predicate = predicate_at(tree, place.word);
    std::vector<int> words = predicate.in(Slot::subject);
    if (tree[place.word].upos != Upos::VERB || words.empty()) {
      for (const std::string_view preposition : {std::string_view("from"), std::string_view("by")}) {
        for (const int word : predicate.obliques(preposition)) words.push_back(word);
      }
      for (const Slot slot : {Slot::possessor, Slot::modifier}) {
        for (const int word : predicate.in(slot)) words.push_back(word);
      }
    }
    std::vector<ParticipantAt> found;
    for (const int head : words) {
      for (const int word : tree.conjuncts(head)) {
        if (word == place.word) continue;
        for (const ParticipantAt& p : actors_at(report_, entities_, {place.sentence, word}, role)) found.push_back(p);
      }
    }
    return found;
  }

  // The meeting that is mediated or hosted: the nearest above or below the word in the tree, else the only one of the sentence.
  EventAt* event_for(WordAt place, Role role) {
    const Tree& tree = report_.tree(place.sentence);
    EventAt* nearest = nullptr;
    int best = 0, count = 0;
    for (EventAt& event : events_.events) {
      if (event.trigger.sentence != place.sentence || !takes_third_parties(event) || event.trigger.word == place.word) continue;
      if (role == Role::host && !is_object(tree, place.word, event.trigger.word)) continue;
      ++count;
      const bool related = tree.is_descendant(place.word, event.trigger.word) || tree.is_descendant(event.trigger.word, place.word);
      const int distance = std::abs(event.trigger.word - place.word) + (related ? 0 : 1000);
      if (nearest == nullptr || distance < best) {
        nearest = &event;
        best = distance;
      }
    }
    return nearest != nullptr && (best < 1000 || count == 1) ? nearest : nullptr;
  }

  static bool is_object(const Tree& tree, int verb, int noun) {
    const auto objects = predicate_at(tree, verb).in(Slot::object);
    return std::any_of(objects.begin(), objects.end(), [&](int head) {
      const auto all = tree.conjuncts(head);
      return std::find(all.begin(), all.end(), noun) != all.end();
    });
  }

  void add(WordAt place, Role role) {
    EventAt* event = event_for(place, role);
    if (event == nullptr) return;
    for (const ParticipantAt& agent : agents_of(place, role)) {
      auto& all = event->participants;
      const auto others = std::count_if(all.begin(), all.end(), [&](const ParticipantAt& p) { return p.entity != agent.entity && (p.role == Role::actor || p.role == Role::recipient); });
      const auto same = std::find_if(all.begin(), all.end(), [&](const ParticipantAt& p) { return p.entity == agent.entity; });
      if (same != all.end() && others == 0) continue;        // nobody else would be left to meet
      if (same != all.end()) all.erase(same);
      all.push_back(agent);
      all.back().role = role;
    }
  }

  const ParsedReport& report_;
  const EntityTable& entities_;
  const Rules& rules_;
  EventSet& events_;
};

}  // namespace

void add_third_parties(const ParsedReport& report, const EntityTable& entities, const Rules& rules, EventSet& events) {
  ThirdParties(report, entities, rules, events).run();
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/third_parties.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dragoman {
namespace {

bool takes_third_parties(const EventAt& event) {
  const EventType type = event.frame->type;
  return type == EventType::consult || type == EventType::agree || type == EventType::support || type == EventType::concede || type == EventType::cooperate ||
         (type == EventType::retreat && event.mode != "withdraw");
}

class ThirdParties {
 public:
  ThirdParties(const ParsedReport& report, const EntityTable& entities, const Rules& rules, EventSet& events)
      : report_(report), entities_(entities), rules_(rules), events_(events) {}

  void run() {
    for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
      const Tree& tree = report_.tree(s);
      for (int word = 0; word < tree.size(); ++word) {
        if (const auto role = role_of(tree, word)) add({s, word}, *role);
      }
    }
    for (EventAt& event : events_.events) add_roof(event);
  }

 private:
  std::optional<Role> role_of(const Tree& tree, int at) const {
    const Word& word = tree[at];
    if (word.lemma == "host" && word.upos == Upos::NOUN) return is_host_noun(tree, at) ? std::optional(Role::host) : std::nullopt;
    const bool goes_between = word.lemma == "go" && at + 2 < tree.size() && tree[at + 2].lemma == "between";
    if (goes_between || rules_.frames.in_set("mediating", word.lemma)) return is_sufferer(tree, at) ? std::nullopt : std::optional(Role::mediator);
    if (is_help(tree, at)) return Role::mediator;
    if (word.upos == Upos::VERB && rules_.frames.in_set("hosting", word.lemma)) return Role::host;
    return std::nullopt;
  }

  // "with the help of the Red Cross", "in the presence of OSCE monitors": of bodies only (`agents_of`). Not: "with the help of drones".
  static bool is_help(const Tree& tree, int noun) {
    static constexpr auto kHelp = std::to_array<std::string_view>({"help", "assistance", "presence", "office"});
    const std::string preposition = preposition_of(tree, noun);
    return tree[noun].upos == Upos::NOUN && is_one_of(tree[noun].lemma, kHelp) && (preposition == "with" || preposition == "in" || preposition == "through");
  }

  bool is_body(const ParticipantAt& p) const {
    const Entity& entity = entities_.entities[static_cast<std::size_t>(p.entity)];
    return entity.sector == "IGO" || entity.sector == "NGO" || entity.sector == "REL";
  }

  // "played host to", "acted as host", "where Georgia was their host".
  static bool is_host_noun(const Tree& tree, int noun) {
    const int head = tree[noun].head;
    const bool played = head >= 0 && tree.has_relation(noun, "obj") && tree[head].lemma == "play";
    return played || is_role(tree, noun) || (tree.child(noun, "cop") && tree.child(noun, "nsubj"));
  }

  // "acted as go-between", "served as a mediator".
  static bool is_role(const Tree& tree, int noun) {
    const int head = tree[noun].head;
    return head >= 0 && tree[head].is_verbal() && tree.has_relation(noun, "obl") && preposition_of(tree, noun) == "as";
  }

  // Mediators to whom something is done mediate nothing: "released two Algerian mediators".
  static bool is_sufferer(const Tree& tree, int word) {
    const bool person = tree[word].lemma == "mediator" || tree[word].lemma == "intermediary";
    return person && (tree.has_relation(word, "obj") || tree.has_relation(word, "nsubj:pass"));
  }

  // "with Doha mediating", "with Qatar as mediator": who mediates stands between `with` and the word, however the parser ties the three.
  static std::optional<int> agent_in_with_phrase(const Tree& tree, int verb) {
    if (!lower_ascii(tree[verb].form).ends_with("ing") && preposition_of(tree, verb) != "as") return std::nullopt;
    for (int word = verb - 1; word >= 0 && tree[word].upos != Upos::VERB && tree[word].upos != Upos::PUNCT; --word) {
      if (lower_ascii(tree[word].form) != "with") continue;
      if (const int head = tree[word].head; head > word && head < verb) return head;
      return verb > word + 1 && tree[word + 1].is_nominal() ? std::optional(word + 1) : std::nullopt;
    }
    return std::nullopt;
  }

  // Who does the mediating: the verb's subject, the noun's agent or "from", the adjective's compound.
  std::vector<ParticipantAt> agents_of(WordAt place, Role role) const {
    const Tree& tree = report_.tree(place.sentence);
    const Predicate predicate = predicate_at(tree, place.word);
    std::vector<int> words = predicate.in(Slot::subject);
    if (const auto agent = agent_in_with_phrase(tree, place.word)) {
      words = {*agent};
    } else if (role == Role::host && tree[place.word].upos == Upos::NOUN) {
      words = host_of(tree, place.word);
    } else if (is_role(tree, place.word)) {
      words = predicate_at(tree, tree[place.word].head).in(Slot::subject);
    } else if (tree[place.word].upos != Upos::VERB || words.empty()) {
      if (tree.has_relation(place.word, "obl")) words.clear();                                 // "under the mediation of X, Y and Z signed": the subject signs
      if (tree[place.word].upos == Upos::NOUN && !preposition_of(tree, place.word).empty()) {  // "under the auspices of", "through the mediation of"
        for (const int word : predicate.obliques("of")) words.push_back(word);
      }
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
        const auto actors = actors_at(report_, entities_, {place.sentence, word}, role);
        found.insert(found.end(), actors.begin(), actors.end());
        if (actors.empty()) add_named(found, {place.sentence, word}, role);
      }
    }
    if (is_help(tree, place.word)) std::erase_if(found, [&](const ParticipantAt& p) { return !is_body(p); });
    return found;
  }

  // A name taken for a place ("with Doha mediating") acts all the same where it mediates.
  void add_named(std::vector<ParticipantAt>& found, WordAt word, Role role) const {
    const Mention* mention = entities_.at(word);
    if (mention == nullptr || mention->entities.empty() || mention->form != MentionForm::name) return;
    const int entity = mention->entities.front();
    const std::string& code = entities_.entities[static_cast<std::size_t>(entity)].code;
    if (!code.empty()) found.push_back({role, entity, word, mention});
  }

  // "talks under the Minsk Group": the body mediates. Not: "talks under the agreement".
  void add_roof(EventAt& event) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    if (!event.frame->mutual || tree[event.trigger.word].upos != Upos::NOUN) return;
    for (const int word : event.predicate.obliques("under")) {
      for (const ParticipantAt& body : actors_at(report_, entities_, {event.trigger.sentence, word}, Role::mediator)) {
        if (!is_body(body)) continue;
        std::erase_if(event.participants, [&](const ParticipantAt& p) { return p.entity == body.entity; });
        event.participants.push_back(body);
      }
    }
  }

  static std::vector<int> host_of(const Tree& tree, int noun) {
    if (const auto subject = tree.child(noun, "nsubj")) return {antecedent(tree, *subject)};
    return predicate_at(tree, tree[noun].head).in(Slot::subject);
  }

  // The meeting that is mediated or hosted: the nearest above or below the word in the tree, else the only one of the sentence.
  EventAt* event_for(WordAt place, Role role) {
    const Tree& tree = report_.tree(place.sentence);
    EventAt* nearest = nullptr;
    int best = 0, count = 0;
    for (EventAt& event : events_.events) {
      if (event.trigger.sentence != place.sentence || !takes_third_parties(event) || event.trigger.word == place.word) continue;
      if (role == Role::host && tree[place.word].upos == Upos::VERB && !is_object(tree, place.word, event.trigger.word)) continue;
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

  // The mediation as an event of its own has the same mediators, not those that a wrong subject gave it.
  void correct_own_event(WordAt place, const std::vector<ParticipantAt>& agents) {
    for (EventAt& event : events_.events) {
      if (event.trigger != place) continue;
      std::erase_if(event.participants, [](const ParticipantAt& p) { return p.role == Role::mediator; });
      event.participants.insert(event.participants.end(), agents.begin(), agents.end());
    }
  }

  void add(WordAt place, Role role) {
    if (role == Role::mediator && agent_in_with_phrase(report_.tree(place.sentence), place.word)) correct_own_event(place, agents_of(place, role));
    EventAt* event = event_for(place, role);
    if (event == nullptr) return;
    for (const ParticipantAt& agent : agents_of(place, role)) {
      auto& all = event->participants;
      const auto others = std::count_if(
          all.begin(), all.end(), [&](const ParticipantAt& p) { return p.entity != agent.entity && (p.role == Role::actor || p.role == Role::recipient); });
      const auto same = std::find_if(all.begin(), all.end(), [&](const ParticipantAt& p) { return p.entity == agent.entity; });
      if (same != all.end() && others == 0) continue;  // nobody else would be left to meet
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

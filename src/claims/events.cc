// SPDX-License-Identifier: Apache-2.0
#include "claims/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <span>
#include <vector>

#include "claims/crowds.h"
#include "claims/deeds.h"
#include "claims/denials.h"
#include "claims/frame_choice.h"
#include "claims/learned.h"
#include "claims/results.h"
#include "claims/unnamed.h"

namespace dragoman {
namespace {

// Shares of the model's event head, fitted on the tune part of training/authored and on paragraphs without politics.
constexpr float kLearned = 0.38F;        // from which a type makes an event where no rule does
constexpr float kSure = 0.5F;            // from which it goes before what rules without conditions make of the same word
constexpr float kCertain = 0.8F;         // from which it goes before every rule but those that spell out the words around theirs,
constexpr float kBeyondRules = 0.96F;    // and from which before these
constexpr float kNoEvent = 0.8F;         // of no event: above it a verb that rules name tells of none, but for those rules,
constexpr float kSurelyNoEvent = 0.93F;  // and above which also for these
constexpr float kNoNounEvent = 0.97F;    // the same of a noun
// Somebody denies what others take for an event: the type's share from which a verb, and from which a noun or a word of saying, makes one, if it has so
// much of what all types have.
constexpr float kDeniedDeed = 0.03F, kDenied = 0.1F, kMostOfDenied = 0.33F;

constexpr int kLookBack = 4;  // sentences in which "the talks" find their parties

class EventFinder {
 public:
  EventFinder(const ParsedReport& report, const EntityTable& entities, const Rules& rules, bool explain)
      : report_(report), entities_(entities), rules_(rules), explain_(explain) {}

  EventSet run() && {
    for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) find_in(s);
    return std::move(set_);
  }

 private:
  void find_in(int sentence) {
    const Tree& tree = report_.tree(sentence);
    const std::size_t first = set_.events.size();
    std::set<int> consumed;
    for (int word = 0; word < tree.size(); ++word) {
      const Upos upos = tree[word].upos == Upos::PROPN ? Upos::NOUN : tree[word].upos;
      const auto frames = rules_.frames.of(tree[word].lemma, upos);
      const std::size_t before = set_.events.size();
      const auto learned = learned_type(report_, sentence, word);
      const bool is_denied = learned && learned->share >= kMostOfDenied * (1 - learned->none) && is_denied_deed(tree, word, learned->share);
      if (is_denied && learned->none > kNoEvent) {
        try_type(sentence, word, upos, frames, learned->type, consumed);
        if (set_.events.size() > before) continue;
      }
      if (learned && learned->none > (upos == Upos::VERB ? kNoEvent : kNoNounEvent)) {
        if (upos == Upos::VERB && learned->none <= kSurelyNoEvent) try_frames(sentence, word, spelled_out(frames), consumed);
        continue;
      }
      if (denies_by_rejecting(rules_.cues, tree, word) || is_denied_account(rules_.cues, tree, word) || is_subject_of_work(tree, word)) continue;
      if (is_left_unanswered(tree, word)) continue;
      const bool is_learned = learned && (is_denied || learned->share >= kLearned) && !is_told_otherwise(rules_, tree, word);
      if (is_learned && learned->share >= kCertain && learned->share < kBeyondRules) try_frames(sentence, word, spelled_out(frames), consumed);
      if (is_learned && learned->share < kCertain) try_frames(sentence, word, likely_with_conditions(frames, *learned), consumed);
      if (set_.events.size() > before) continue;
      if (is_learned && learned->share >= kSure) try_type(sentence, word, upos, frames, learned->type, consumed);
      if (set_.events.size() > before) continue;
      if (!frames.empty()) try_frames(sentence, word, frames, consumed);
      if (set_.events.size() > before) continue;
      if (is_learned) try_frames(sentence, word, rules_.frames.learned(learned->type, upos), consumed);
    }
    accept_victims(first, consumed);
    drop_consumed(first, tree, consumed);
    for (const EventAt& event : join_results(tree, set_.events, first)) drop(event, "one with another event of its sentence");
    for (const EventAt& event : join_demands(tree, set_.events, first)) drop(event, "what a crowd demands");
    add_those_who_began(set_.events, first);
  }

  bool is_denied_deed(const Tree& tree, int word, float share) const {
    if (share < kDeniedDeed || !denied_by(rules_.cues, tree, word)) return false;
    return share >= kDenied || (tree[word].upos == Upos::VERB && cue_at(rules_.cues, tree, word) == nullptr);
  }

  // Rules of that type first, which know the mode and the roles.
  void try_type(int sentence, int word, Upos upos, std::span<const Frame* const> frames, EventType type, std::set<int>& consumed) {
    std::vector<const Frame*> same;
    std::copy_if(frames.begin(), frames.end(), std::back_inserter(same), [type](const Frame* frame) { return frame->type == type; });
    const std::size_t before = set_.events.size();
    if (!same.empty()) try_frames(sentence, word, same, consumed);
    if (set_.events.size() == before) try_frames(sentence, word, rules_.frames.learned(type, upos), consumed);
  }

  // "Once he stabilises Syria, normalisation with Israel should follow": a noun with one side only takes the other from its clause's condition.
  void add_actor_of_condition(EventAt& event) const {
    static constexpr std::array<std::string_view, 3> kConditions = {"once", "if", "provided"};
    const Tree& tree = report_.tree(event.trigger.sentence);
    if (tree[event.trigger.word].upos != Upos::NOUN || event.participants.empty()) return;
    const auto actors = std::count_if(event.participants.begin(), event.participants.end(), [](const ParticipantAt& p) { return p.role == Role::actor; });
    const auto verb = clause_verb(tree, event.trigger.word);
    if (actors > (event.frame->mutual ? 1 : 0) || !verb || tree.children(*verb, "aux").empty()) return;
    for (const int clause : tree.children(*verb, "advcl")) {
      const auto mark = tree.child(clause, "mark");
      if (!mark || !is_one_of(lower_ascii(tree[*mark].form), kConditions)) continue;
      for (const int subject : predicate_at(tree, clause).in(Slot::subject)) {
        for (const ParticipantAt& p : actors_at(report_, entities_, {event.trigger.sentence, subject}, Role::actor)) {
          const bool is_there =
              std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& other) { return other.entity == p.entity; });
          if (!is_there) event.participants.push_back(p);
        }
      }
    }
  }

  // "calls to the embassy were not returned", "telephone calls went unanswered": reporters' own. Not: "calls for a truce went unanswered".
  static bool is_left_unanswered(const Tree& tree, int noun) {
    static constexpr auto kAnswers = std::to_array<std::string_view>({"return", "answer", "unanswered", "unreturned"});
    const int head = tree[noun].head;
    if ((tree[noun].lemma != "call" && tree[noun].lemma != "message") || head < 0 || !tree.has_relation(noun, "nsubj")) return false;
    const auto& kids = tree.children(noun);
    if (std::any_of(kids.begin(), kids.end(), [&](int kid) { return preposition_of(tree, kid) == "for"; })) return false;
    const int state = tree.has_relation(head, "cop") ? tree[head].head : tree.child(head, "xcomp").value_or(head);  // "went unanswered"
    return is_one_of(tree[head].lemma, kAnswers) || is_one_of(lower_ascii(tree[state].form), kAnswers);
  }

  // "a comedy about a failed coup".
  static bool is_subject_of_work(const Tree& tree, int word) {
    static constexpr auto kWorks = std::to_array<std::string_view>(
        {"film", "movie", "comedy", "play", "novel", "opera", "musical", "documentary", "exhibition", "thriller", "sitcom", "ballet"});
    for (int at = word; at >= 0 && !tree.has_relation(at, "root"); at = tree[at].head) {
      const bool is_inside = tree.has_relation(at, "nmod") || tree.has_relation(at, "conj");
      if (!is_inside || tree[at].upos == Upos::VERB) return false;
      const std::string preposition = preposition_of(tree, at);
      if ((preposition == "about" || preposition == "of" || preposition == "on") && is_one_of(tree[tree[at].head].lemma, kWorks)) return true;
    }
    return false;
  }

  // "Seventeen people were killed when demonstrators stormed the runway": who is hurt without a told actor is hurt in the force or protest of the same
  // sentence. "A farmer was killed when his tractor overturned" has none.
  void accept_victims(std::size_t first, std::set<int>& consumed) {
    const auto is_force = [](const EventAt& event) { return quad_of(event.frame->type) == "material-conflict"; };
    const bool in_conflict = std::any_of(set_.events.begin() + static_cast<std::ptrdiff_t>(first), set_.events.end(), is_force);
    for (EventAt& victim : victims_) {
      if (in_conflict) accept(std::move(victim), consumed, {});
      else drop(victim, "no political participant");
    }
    victims_.clear();
    std::stable_sort(set_.events.begin() + static_cast<std::ptrdiff_t>(first), set_.events.end(),
                     [](const EventAt& a, const EventAt& b) { return a.trigger.word < b.trigger.word; });
  }

  static bool is_of_victims(const EventAt& event) { return event.frame->type == EventType::assault && has_role(event.participants, Role::recipient); }

  void try_frames(int sentence, int word, std::span<const Frame* const> frames, std::set<int>& consumed) {
    const Tree& tree = report_.tree(sentence);
    EventAt event;
    event.trigger = {sentence, word};
    event.predicate = predicate_at(tree, word);
    first_bare_ = {};
    for (const Frame* frame : frames) {
      std::vector<int> used;
      if (!holds(report_, entities_, event, *frame, used)) continue;
      event.frame = frame;
      event.participants = participants_of(event, *frame);
      add_actor_of_condition(event);
      share_recipient(event);
      add_learned_parties(report_, entities_, event);
      add_doer_of_deed(report_, entities_, rules_, set_.events, event);
      if (is_generic(event)) {
        drop(event, "a habit of many, not an event");
        return;
      }
      if (!is_political(event)) {
        if (first_bare_.frame == nullptr) first_bare_ = event;
        continue;
      }
      accept(std::move(event), consumed, used);
      return;
    }
    if (first_bare_.frame == nullptr) return;
    if (borrow_participants(first_bare_) || add_answerer(first_bare_)) {
      accept(std::move(first_bare_), consumed, {});
    } else if (is_of_victims(first_bare_)) {
      // The first rule that takes the word has it; those after it take no other victim.
      if (victims_.empty() || victims_.back().trigger != first_bare_.trigger) victims_.push_back(std::move(first_bare_));
    } else if (stands_unnamed(report_, entities_, rules_, first_bare_)) {
      accept(std::move(first_bare_), consumed, {});
    } else {
      drop(first_bare_, "no political participant");
    }
  }

  void accept(EventAt event, std::set<int>& consumed, const std::vector<int>& used) {
    const Tree& tree = report_.tree(event.trigger.sentence);
    if (may_be_of_hackers(tree, rules_, event)) {
      if (!of_hacking_) of_hacking_ = tells_of_hacking(report_);
      const Frame* const hacked = *of_hacking_ ? rules_.frames.named("coerce.hackers-attack") : nullptr;
      if (hacked != nullptr) event.frame = hacked;
    }
    const Frame& frame = *event.frame;
    event.mode = frame.mode.empty() ? rules_.contexts.mode_near(frame.type, tree, event.predicate) : frame.mode;
    event.contexts = frame.contexts;
    rules_.contexts.add_contexts(tree, event.contexts);
    consumed.insert(used.begin(), used.end());
    note_intended(event);
    set_.events.push_back(std::move(event));
  }

  bool add_answerer(EventAt& event) const {
    const auto answerers = answerers_of(report_, entities_, rules_, event);
    event.participants.insert(event.participants.end(), answerers.begin(), answerers.end());
    return !answerers.empty() && is_political(event);
  }

  // A bare noun of a joint event takes the parties of the event that it belongs to: of the other members of its list ("recognition, the
  // opening of embassies and an end to hostilities between X and Y"), of the event that is its clause's subject ("the talks include ..."), or,
  // if definite, bare or "any" and said to happen, of the last such event ("did not deny that talks took place").
  bool borrow_participants(EventAt& event) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    const int word = event.trigger.word;
    if (!event.frame->mutual || tree[word].upos != Upos::NOUN || !event.participants.empty()) return false;
    const EventAt* lender = lender_of(tree, event.trigger);
    if (lender == nullptr) return false;
    for (const ParticipantAt& p : lender->participants) {
      if (p.role == Role::actor || p.role == Role::recipient) event.participants.push_back(p);
    }
    for (ParticipantAt& p : event.participants) p.role = Role::actor;
    return is_political(event);
  }

  const EventAt* lender_of(const Tree& tree, WordAt place) const {
    const int head = tree[place.word].head;
    const int first = tree.has_relation(place.word, "conj") ? head : place.word;
    const auto list = tree.conjuncts(first);
    std::optional<int> subject;
    if (const auto verb = clause_verb(tree, tree[first].head >= 0 ? tree[first].head : first)) {
      const auto subjects = predicate_at(tree, *verb).in(Slot::subject);
      const auto objects = predicate_at(tree, *verb).in(Slot::object);
      if (!subjects.empty() && subjects.front() != place.word) subject = subjects.front();
      if (subjects.empty() && !objects.empty() && objects.front() != place.word) subject = objects.front();
    }
    const EventAt* last = nullptr;
    const EventAt* at_place = nullptr;  // "talks took place in Baku": those that were said to be in Baku
    const std::set<int> places = places_of(place.sentence, predicate_at(tree, place.word));
    for (auto it = set_.events.rbegin(); it != set_.events.rend(); ++it) {
      if (it->trigger.sentence < place.sentence - kLookBack) break;
      if (!it->frame->mutual || it->participants.size() < 2) continue;
      const bool here = it->trigger.sentence == place.sentence;
      if (here && (std::find(list.begin(), list.end(), it->trigger.word) != list.end() || it->trigger.word == subject)) return &*it;
      if (last == nullptr) last = &*it;
      const std::set<int> theirs = places_of(it->trigger.sentence, it->predicate);
      const bool meets = std::any_of(places.begin(), places.end(), [&](int entity) { return theirs.contains(entity); });
      if (at_place == nullptr && meets) at_place = &*it;
    }
    if (at_place != nullptr) last = at_place;
    const bool happens = predicate_at(tree, place.word).carrier.has_value();
    const bool of_a_meeting = subject && evokes_joint_event(tree[*subject]);
    return of_a_meeting || (happens && points_back(tree, place.word)) ? last : nullptr;
  }

  // Entities of the places that an event's adjuncts name.
  std::set<int> places_of(int sentence, const Predicate& predicate) const {
    std::set<int> found;
    const auto add = [&](int word) {
      const Mention* mention = entities_.at({sentence, word});
      if (mention != nullptr && mention->as_place) found.insert(mention->entities.begin(), mention->entities.end());
    };
    for (const Argument& argument : predicate.arguments) {
      if (argument.slot != Slot::oblique) continue;
      add(argument.word);
      for (const int inside : report_.tree(sentence).children(argument.word, "nmod")) add(inside);
    }
    return found;
  }

  bool evokes_joint_event(const Word& word) const {
    const auto frames = rules_.frames.of(word.lemma, word.upos);
    return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) { return frame->mutual; });
  }

  // Definite, "any", "such", or a bare plural: the reader is to know which.
  static bool points_back(const Tree& tree, int noun) {
    const auto determiner = tree.child(noun, "det");
    if (!determiner) return tree.has_feature(noun, "Number=Plur");
    static constexpr std::array<std::string_view, 7> kBack = {"the", "any", "such", "these", "this", "those", "no"};
    return std::find(kBack.begin(), kBack.end(), tree[*determiner].lemma) != kBack.end();
  }

  // "agreed to reopen", "refused to lift", "ruled out talks", "agreed to revive their patrols": the infinitive or the noun says what is agreed to or
  // refused, "stopped giving rice" what ended; cooperation in it is no second event. Not: "rejected the truce".
  void note_intended(const EventAt& event) {
    static constexpr auto kEnds = std::to_array<std::string_view>({"stop", "halt", "cease", "suspend"});
    const Tree& tree = report_.tree(event.trigger.sentence);
    const bool is_end = event.frame->type == EventType::sanction && is_one_of(tree[event.trigger.word].lemma, kEnds);
    if (!is_end && event.frame->type != EventType::agree && event.frame->type != EventType::reject) return;
    if (event.frame->type == EventType::agree || tree[event.trigger.word].lemma == "rule") note_objects(tree, event.trigger);
    for (const int clause : event.predicate.in(Slot::open_clause)) {
      for (const int word : tree.conjuncts(clause)) {
        intended_.insert({event.trigger.sentence, word});
        note_objects(tree, {event.trigger.sentence, word});
      }
    }
    for (const int clause : tree.children(event.trigger.word, "acl")) {
      if (tree[clause].deprel == "acl") intended_.insert({event.trigger.sentence, clause});
    }
    if (tree[event.trigger.word].lemma != "rule") return;
    for (const int clause : tree.children(event.trigger.word, "advcl")) {  // "ruled out asking"
      if (!tree.child(clause, "mark")) refused_.insert({event.trigger.sentence, clause});
    }
  }

  // "turned down an offer by the rebels".
  static bool is_by_somebody(const Tree& tree, int noun) {
    const auto phrases = tree.children(noun, "nmod");
    return std::any_of(phrases.begin(), phrases.end(), [&](int phrase) { return preposition_of(tree, phrase) == "by"; });
  }

  void note_objects(const Tree& tree, WordAt verb) {
    for (const int object : tree.children(verb.word, "obj")) {
      const auto determiner = tree.child(object, "det");
      const bool is_known = determiner && lower_ascii(tree[*determiner].form) == "the";
      if (tree[object].upos == Upos::NOUN && !is_known && !is_by_somebody(tree, object)) intended_.insert({verb.sentence, object});
    }
  }

  bool is_intended(const EventAt& event) const {
    const int word = event.trigger.word, head = event.predicate.carrier.value_or(word);
    if (refused_.contains({event.trigger.sentence, head})) return quad_of(event.frame->type) != "material-conflict";
    return is_cooperative(event.frame->type) && (intended_.contains({event.trigger.sentence, head}) || intended_.contains(event.trigger));
  }

  // "rejected Egypt's demand", "an airstrike by the army killed two": the noun has an actor of its own, who does nothing else here.
  bool has_own_actor(std::size_t first, const EventAt& event) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    if (tree[event.trigger.word].upos != Upos::NOUN || event.frame->mutual) return false;
    const auto does_it = [&](int word) {
      return tree[word].head == event.trigger.word && (tree.has_relation(word, "nmod:poss") || preposition_of(tree, word) == "by");
    };
    return std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) {
      if (p.role != Role::actor || !does_it(p.head.word)) return false;
      return std::none_of(set_.events.begin() + static_cast<std::ptrdiff_t>(first), set_.events.end(), [&](const EventAt& other) {
        return other.trigger.word != event.trigger.word && std::any_of(other.participants.begin(), other.participants.end(),
                                                                       [&](const ParticipantAt& q) { return q.role == Role::actor && q.entity == p.entity; });
      });
    });
  }

  // A word that another event's rule spelled out is part of that event: "sanctions" of "imposed sanctions". A light verb whose noun is
  // an event is not one of its own.
  void drop_consumed(std::size_t first, const Tree& tree, const std::set<int>& consumed) {
    std::set<int> carriers;
    for (std::size_t i = first; i < set_.events.size(); ++i) {
      const EventAt& event = set_.events[i];
      if (event.predicate.carrier && !consumed.contains(event.trigger.word) && !is_intended(event)) carriers.insert(*event.predicate.carrier);
    }
    const auto gone = [&](const EventAt& event) {
      const int word = event.trigger.word;
      const bool is_carrier =
          carriers.contains(word) && is_light_verb(tree[word].lemma) && tree.children(word, "compound:prt").empty() && event.frame->conditions.empty();
      return (consumed.contains(word) && !has_own_actor(first, event)) || is_carrier || is_intended(event);
    };
    const auto begin = set_.events.begin() + static_cast<std::ptrdiff_t>(first);
    for (auto it = begin; it != set_.events.end(); ++it) {
      if (gone(*it)) drop(*it, "its word is part of another event");
    }
    set_.events.erase(std::remove_if(begin, set_.events.end(), gone), set_.events.end());
  }

  std::vector<ParticipantAt> participants_of(const EventAt& event, const Frame& frame) const {
    std::vector<ParticipantAt> all;
    for (const RoleRule& rule : frame.roles) {
      if (rule.role == Role::instrument) {
        add_instruments(event, rule, all);
        continue;
      }
      for (const auto& joined : rule.alternatives) {
        const bool is_party = rule.role == Role::recipient && frame.mutual;
        const auto found = at_paths(event, joined, is_party ? Role::actor : rule.role, all);
        if (found.empty()) continue;
        all.insert(all.end(), found.begin(), found.end());
        break;
      }
    }
    return all;
  }

  // What an event was done with or broke ("struck with drones", "violated the truce"): agreements and weapons, named or not.
  void add_instruments(const EventAt& event, const RoleRule& rule, std::vector<ParticipantAt>& all) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    for (const SlotPath& path : rule.alternatives.front()) {
      for (const int head : words_at(tree, event.predicate, path)) {
        for (const int word : tree.conjuncts(head)) {
          const WordAt place{event.trigger.sentence, word};
          const auto named = actors_at(report_, entities_, place, Role::instrument);
          all.insert(all.end(), named.begin(), named.end());
          const std::string lemma = lower_ascii(tree[word].lemma);
          const bool is_means = rules_.frames.in_set("agreement", lemma) || rules_.frames.in_set("weapon", lemma);
          if (named.empty() && is_means) all.push_back({Role::instrument, -1, place, nullptr});
        }
      }
    }
  }

  std::vector<ParticipantAt> at_paths(const EventAt& event, const std::vector<SlotPath>& paths, Role role, const std::vector<ParticipantAt>& taken) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    std::vector<ParticipantAt> found;
    const auto is_known = [&](const ParticipantAt& p) {
      const auto same = [&](const ParticipantAt& other) { return other.entity == p.entity; };
      return std::any_of(found.begin(), found.end(), same) || std::any_of(taken.begin(), taken.end(), same);
    };
    for (const SlotPath& path : paths) {
      for (const int head : words_at(tree, event.predicate, path)) {
        for (const int word : tree.conjuncts(head)) {
          if (word == event.trigger.word) continue;
          for (const ParticipantAt& p : actors_at(report_, entities_, {event.trigger.sentence, word}, role)) {
            if (!is_known(p)) found.push_back(p);
          }
        }
      }
    }
    return found;
  }

  // "summoned the ambassador and demanded that it stop": the second act of speech is to whom the first was.
  void share_recipient(EventAt& event) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    const int verb = event.trigger.word;
    const auto is_speech = [](EventType type) { return quad_of(type) == "verbal-conflict"; };
    if (tree[verb].upos != Upos::VERB || !is_speech(event.frame->type) || !tree.has_relation(verb, "conj") || tree.child(verb, "nsubj")) return;
    if (has_role(event.participants, Role::recipient)) return;
    for (std::size_t i = set_.events.size(); i-- > 0 && set_.events[i].trigger.sentence == event.trigger.sentence;) {
      const EventAt& first = set_.events[i];
      if (first.trigger.word != tree[verb].head || !is_speech(first.frame->type)) continue;
      for (const ParticipantAt& p : first.participants) {
        const auto same = [&](const ParticipantAt& other) { return other.entity == p.entity; };
        if (p.role == Role::recipient && p.entity >= 0 && std::none_of(event.participants.begin(), event.participants.end(), same))
          event.participants.push_back(p);
      }
    }
  }

  // DESIGN section 3: somebody who counts in politics takes part, or civilians protest.
  bool is_political(const EventAt& event) const {
    if (event.frame->political) return true;
    if (event.participants.empty()) return false;
    const bool counts = std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) {
      if (p.role == Role::instrument || p.entity < 0) return false;
      const Entity& entity = entities_.entities[static_cast<std::size_t>(p.entity)];
      if (entity.kind == EntityKind::outlet || entity.kind == EntityKind::place) return false;
      if (event.frame->type == EventType::protest && p.role == Role::actor) return true;
      // Whom authorities or armed men do something to need not be told: an arrested reporter, a bombed church.
      if (p.role == Role::recipient && quad_of(event.frame->type) == "material-conflict" && rules_.frames.in_set("civic-sector", entity.sector)) return true;
      return rules_.frames.in_set("political-sector", entity.sector) || (entity.sector.empty() && !entity.code.empty());
    });
    return counts || is_learned_to_be_political(report_, entities_, event);
  }

  // "Most governments impose tariffs on imports": actors that are only counted, in the simple present.
  bool is_generic(const EventAt& event) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    const int verb = event.predicate.carrier.value_or(event.trigger.word);
    const bool told_as_past = !tree.has_feature(verb, "Tense=Pres") || !tree.has_feature(verb, "VerbForm=Fin") || tree.child(verb, "aux");
    if (told_as_past) return false;
    static constexpr std::array<std::string_view, 6> kCounting = {"most", "many", "few", "every", "any", "all"};
    bool counted = false;
    for (const ParticipantAt& p : event.participants) {
      if (p.role != Role::actor) continue;
      const auto& kids = tree.children(p.head.word);
      const bool is_counted = p.head.sentence == event.trigger.sentence && std::any_of(kids.begin(), kids.end(), [&](int kid) {
                                return std::find(kCounting.begin(), kCounting.end(), lower_ascii(tree[kid].form)) != kCounting.end();
                              });
      if (!is_counted || !entities_.entities[static_cast<std::size_t>(p.entity)].code.empty()) return false;
      counted = true;
    }
    return counted;
  }

  void drop(const EventAt& event, std::string reason) {
    if (!explain_) return;
    const Span span = report_.span(event.trigger.sentence, event.trigger.word, event.trigger.word);
    set_.dropped.push_back({report_.text->text_span(span), event.frame->rule, std::move(reason)});
  }

  const ParsedReport& report_;
  const EntityTable& entities_;
  const Rules& rules_;
  const bool explain_;
  std::optional<bool> of_hacking_;  // asked once
  EventSet set_;
  std::set<WordAt> intended_, refused_;
  std::vector<EventAt> victims_;  // of the sentence at hand: somebody hurt, by nobody told
  EventAt first_bare_;            // of the word at hand: the first frame that holds but has no political participant
};

}  // namespace

bool is_cooperative(EventType type) {
  const std::string_view quad = quad_of(type);
  return quad == "verbal-cooperation" || quad == "material-cooperation";
}

EventSet find_events(const ParsedReport& report, const EntityTable& entities, const Rules& rules, bool explain) {
  return EventFinder(report, entities, rules, explain).run();
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Works: "The generals took power on Monday. Canberra condemned the takeover." Does not: a deed of the report's own sentence, or of two doers.
#include "claims/deeds.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"
#include "claims/learned.h"

namespace dragoman {
namespace {

constexpr float kDeed = 0.6F;     // share of no event below which a noun tells of one
constexpr int kLookFar = 8;       // the same where the noun says what was done
constexpr int kLookBack = 3;      // sentences in which the deed was told
constexpr std::size_t kStem = 5;  // letters that words of one deed share: "launched", "the launch"

bool is_definite(const Tree& tree, int noun) {
  static constexpr auto kDeterminers = std::to_array<std::string_view>({"the", "this", "that", "these", "those", "such", "both"});
  const auto determiner = tree.child(noun, "det");
  return determiner && is_one_of(lower_ascii(tree[*determiner].form), kDeterminers) && !tree.child(noun, "nmod:poss");
}

// "the case", "the remark": what is talked of is no deed of anybody's.
bool is_talk(std::string_view noun) {
  static constexpr auto kTalk =
      std::to_array<std::string_view>({"case", "issue", "remark", "comment", "statement", "dispute", "question", "situation", "violence"});
  return is_one_of(noun, kTalk);
}

// The noun that words are said of: "condemned the takeover", "voiced anger at the raid", "called the step a noose".
std::optional<WordAt> deed_of(const ParsedReport& report, const EventAt& event) {
  static constexpr auto kAbout = std::to_array<std::string_view>({"at", "over", "of", "on", "about", "against", "for", "with", "to"});
  const Tree& tree = report.tree(event.trigger.sentence);
  for (const Argument& argument : event.predicate.arguments) {
    const bool is_said_of = argument.slot == Slot::object || (argument.slot == Slot::oblique && is_one_of(argument.preposition, kAbout));
    const WordAt noun{event.trigger.sentence, argument.word};
    if (!is_said_of || argument.word == event.trigger.word || tree[argument.word].upos != Upos::NOUN || is_talk(tree[argument.word].lemma)) continue;
    if (is_definite(tree, argument.word)) return noun;
  }
  return std::nullopt;
}

// Of which types is what the noun tells of ("raid", "launch")? None where it may be any deed ("step", "plan").
std::set<EventType> types_of(const ParsedReport& report, const Rules& rules, WordAt noun) {
  std::set<EventType> types;
  for (const Frame* frame : rules.frames.of(report.tree(noun.sentence)[noun.word].lemma, Upos::NOUN)) {
    if (frame->conditions.empty()) types.insert(frame->type);  // "attack" by itself: not one "on the network"
  }
  if (!types.empty()) return types;
  const auto learned = learned_type(report, noun.sentence, noun.word);
  if (learned && learned->none < kDeed) types.insert(learned->type);
  return types;
}

// "the decision", "the step" of whom? Of who did something to those who complain of it, if anybody did.
bool is_done_to(const EntityTable& entities, const EventAt& told, const EventAt& complaint) {
  const auto code_of = [&](const ParticipantAt& p) { return p.entity < 0 ? std::string() : entities.entities[static_cast<std::size_t>(p.entity)].code; };
  return std::any_of(told.participants.begin(), told.participants.end(), [&](const ParticipantAt& p) {
    return p.role == Role::recipient && !code_of(p).empty() && std::any_of(complaint.participants.begin(), complaint.participants.end(), [&](const auto& q) {
             return q.role == Role::actor && code_of(q) == code_of(p);
           });
  });
}

// Of violence a report tells much: "the ambush" may be anybody's unless soldiers or police whom it names did what was told.
bool is_of_state_force(const EntityTable& entities, const EventAt& told) {
  static constexpr auto kForces = std::to_array<std::string_view>({"GOV", "MIL", "COP"});
  return std::any_of(told.participants.begin(), told.participants.end(), [&](const ParticipantAt& p) {
    if (p.role != Role::actor || p.entity < 0 || p.mention == nullptr || p.mention->form == MentionForm::pronoun) return false;
    const Entity& doer = entities.entities[static_cast<std::size_t>(p.entity)];
    return !doer.guessed && is_one_of(doer.sector, kForces);
  });
}

bool is_same_deed(const Word& told, const Word& named) {
  const std::string first = lower_ascii(told.lemma), second = lower_ascii(named.lemma);
  return first == second || (first.size() >= kStem && second.size() >= kStem && first.substr(0, kStem) == second.substr(0, kStem));
}

}  // namespace

void add_doer_of_deed(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const std::vector<EventAt>& before, EventAt& event) {
  const auto is_actor = [](const ParticipantAt& p) { return p.role == Role::actor && p.entity >= 0; };
  const bool has_recipient = std::any_of(event.participants.begin(), event.participants.end(), [&](const auto& p) { return p.role == Role::recipient; });
  if (event.frame->type != EventType::accuse || has_recipient) return;  // praise and refusals are mostly of the deed alone
  const auto deed = deed_of(report, event);
  if (!deed) return;
  const auto takes_part = [&](int entity) {
    return std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) { return p.entity == entity; });
  };
  const auto types = types_of(report, rules, *deed);
  const int look_back = types.empty() ? kLookBack : kLookFar;
  const bool is_violence = types.size() == 1 && types.contains(EventType::assault);
  const EventAt* told = nullptr;
  for (auto it = before.rbegin(); it != before.rend() && it->trigger.sentence >= event.trigger.sentence - look_back; ++it) {
    if (it->trigger.sentence == event.trigger.sentence || it->frame->mutual) continue;
    const bool is_it = is_same_deed(report.tree(it->trigger.sentence)[it->trigger.word], report.tree(deed->sentence)[deed->word]);
    const bool acts = std::any_of(it->participants.begin(), it->participants.end(), [&](const ParticipantAt& p) {
      if (!is_actor(p) || takes_part(p.entity)) return false;
      const Entity& doer = entities.entities[static_cast<std::size_t>(p.entity)];
      return !doer.code.empty() && doer.kind != EntityKind::other && doer.kind != EntityKind::place;
    });
    if (is_it && !acts && told == nullptr) return;  // "gunmen attacked ... condemned the attack": nobody knows whose they are
    if (!acts || (!types.empty() && !types.contains(it->frame->type)) || (is_violence && !is_it && !is_of_state_force(entities, *it))) continue;
    const bool is_surely_it = is_it || (types.empty() && is_done_to(entities, *it, event));
    if (told == nullptr || is_surely_it) told = &*it;
    if (is_surely_it) break;
  }
  if (told == nullptr) return;
  for (ParticipantAt p : told->participants) {
    if (!is_actor(p) || takes_part(p.entity)) continue;
    p.role = Role::recipient;
    event.participants.push_back(p);
  }
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/frame_choice.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/strings.h"

namespace dragoman {
namespace {

// Shares of the model's event head, fitted as those of events.cc.
constexpr float kSure = 0.5F;       // that there is an event, from here on:
constexpr float kRuledOut = 0.04F;  // a type below this part of it is none of a rule with conditions

// "subj:ACTOR" asks for somebody who acts; other paths for whom something may be done to, too.
Role role_asked(const SlotPath& path) {
  return path.steps.size() == 1 && path.steps.front().slot == Slot::subject && !path.steps.front().patient ? Role::actor : Role::recipient;
}

bool names_words(const FrameCondition& condition) {
  return !condition.negated && (condition.test == FrameCondition::Test::lemma || condition.is_particle || condition.is_passive);
}

// "part of its aid", "one of its servers": the aid, the servers. The word itself where it is no part of anything.
int whole_of(const Tree& tree, int noun) {
  static constexpr auto kParts = std::to_array<std::string_view>({"part", "half", "some", "most", "one", "two", "three", "many", "dozens", "dozen", "hundred",
                                                                  "thousand", "all", "rest", "bulk", "majority", "much", "several", "number"});
  if (!is_one_of(tree[noun].lemma, kParts)) return noun;
  for (const int child : tree.children(noun, "nmod")) {
    if (preposition_of(tree, child) == "of") return child;
  }
  return noun;
}

bool holds(const ParsedReport& report, const EntityTable& entities, const EventAt& event, const FrameCondition& condition, std::vector<int>& used) {
  const Tree& tree = report.tree(event.trigger.sentence);
  if (condition.is_passive) return event.predicate.passive;
  if (condition.is_joined) return is_joined_to(tree, event.trigger.word, condition);
  const auto is_wanted = [&](int word) {
    return std::find(condition.lemmas.begin(), condition.lemmas.end(), lower_ascii(tree[word].lemma)) != condition.lemmas.end();
  };
  if (condition.is_particle) {
    const auto& kids = tree.children(event.trigger.word);
    return std::any_of(kids.begin(), kids.end(), [&](int kid) {
      if (tree.has_relation(kid, "compound:prt")) return condition.lemmas.empty() || is_wanted(kid);
      return tree.has_relation(kid, "advmod") && kid > event.trigger.word && !condition.lemmas.empty() && is_wanted(kid);  // "walked out on Tuesday"
    });
  }
  for (const int head : words_at(tree, event.predicate, condition.path)) {
    for (const int member : tree.conjuncts(head)) {
      switch (condition.test) {
        case FrameCondition::Test::present: return true;
        case FrameCondition::Test::actor:
          if (!actors_at(report, entities, {event.trigger.sentence, member}, role_asked(condition.path)).empty()) return true;
          break;
        case FrameCondition::Test::lemma: {
          const int word = is_wanted(member) ? member : whole_of(tree, member);
          if (!is_wanted(word)) break;
          if (!condition.negated) used.push_back(word);
          return true;
        }
      }
    }
  }
  return false;
}

}  // namespace

bool tells_of_hacking(const ParsedReport& report) {
  static constexpr auto kBreaking =
      std::to_array<std::string_view>({"hacker", "hack", "hacking", "cyberattack", "cyber-attack", "cyber", "malware", "ransomware", "phishing", "spyware"});
  static constexpr auto kComputers =
      std::to_array<std::string_view>({"computer", "server", "network", "password", "software", "mailbox", "database", "website", "email"});
  int sentences = 0;
  bool breaks = false;
  for (const Tree& tree : report.trees) {
    const auto has = [&](const auto& words) {
      return std::any_of(tree.words().begin(), tree.words().end(), [&](const Word& word) { return is_one_of(lower_ascii(word.lemma), words); });
    };
    const bool breaks_here = has(kBreaking);
    breaks = breaks || breaks_here;
    sentences += breaks_here || has(kComputers) ? 1 : 0;
  }
  return breaks && sentences >= 2;
}

std::vector<const Frame*> likely_with_conditions(std::span<const Frame* const> frames, const LearnedType& learned) {
  const float event = 1 - learned.none;
  const auto share = [&](EventType type) { return learned.shares[static_cast<std::size_t>(type)]; };
  // What is offered is cooperation or a yielding: one for the model.
  const auto pooled = [&](EventType type) {
    const bool is_offered = type == EventType::agree || type == EventType::concede;
    return is_offered ? share(EventType::agree) + share(EventType::concede) : share(type);
  };
  const auto is_ruled_out = [&](const Frame& frame) { return event >= kSure && pooled(frame.type) < kRuledOut * event; };
  std::vector<const Frame*> found;
  std::copy_if(frames.begin(), frames.end(), std::back_inserter(found),
               [&](const Frame* frame) { return !frame->conditions.empty() && !is_ruled_out(*frame); });
  return found;
}

std::vector<const Frame*> spelled_out(std::span<const Frame* const> frames) {
  std::vector<const Frame*> found;
  std::copy_if(frames.begin(), frames.end(), std::back_inserter(found),
               [](const Frame* frame) { return std::count_if(frame->conditions.begin(), frame->conditions.end(), names_words) >= 2; });
  return found;
}

bool holds(const ParsedReport& report, const EntityTable& entities, const EventAt& event, const Frame& frame, std::vector<int>& used) {
  return std::all_of(frame.conditions.begin(), frame.conditions.end(),
                     [&](const FrameCondition& condition) { return holds(report, entities, event, condition, used) != condition.negated; });
}

bool may_be_of_hackers(const Tree& tree, const Rules& rules, const EventAt& event) {
  static constexpr auto kVague = std::to_array<std::string_view>({"attack", "hit", "target", "strike", "penetrate"});
  if (event.frame->type != EventType::assault || !is_one_of(tree[event.trigger.word].lemma, kVague)) return false;
  const auto is_bodily = [&](const Word& word) { return rules.frames.in_set("weapon", word.lemma) || rules.frames.in_set("bodily", word.lemma); };
  return std::none_of(tree.words().begin(), tree.words().end(), is_bodily);
}

}  // namespace dragoman

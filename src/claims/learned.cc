// SPDX-License-Identifier: Apache-2.0
#include "claims/learned.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "claims/conditions.h"
#include "claims/denials.h"

namespace dragoman {
namespace {

// Shares of a role from which a mention has it. Of joint events more is asked: whoever hosts or mediates looks like a party.
constexpr float kParty = 0.25F, kJointParty = 0.7F;

constexpr float kElsewhere = 0.5F;  // the same of whoever stands in another clause

constexpr float kBetter = 0.4F;  // from which a mention takes the place of a rule's party that has less than a party's share

constexpr float kSurelyOther = 0.6F;  // of the other role, from which a rule's party that has less than a party's share of its own has that one

// Share of no event below which an event of people who do not count in politics is one all the same; where nationals of a named state suffer.
constexpr float kPolitical = 0.3F, kNational = 0.6F;

struct MentionShares {
  const Mention* mention = nullptr;
  float actor = 0, recipient = 0;
};

// Of the likeliest of the words `first` to `last` for each role.
ArgumentShares shares_among(const std::vector<ArgumentShares>& arguments, int first, int last) {
  ArgumentShares most;
  for (const ArgumentShares& at : arguments) {
    if (at.word < first || at.word > last) continue;
    most.actor = std::max(most.actor, at.actor);
    most.recipient = std::max(most.recipient, at.recipient);
  }
  return most;
}

// Of somebody, or of something that no mention holds, who takes part in the event's sentence.
ArgumentShares shares_of(const ParticipantAt& p, const std::vector<ArgumentShares>& arguments) {
  const bool is_thing = p.mention == nullptr;
  return shares_among(arguments, is_thing ? p.head.word : p.mention->first, is_thing ? p.head.word : p.mention->last);
}

// Of each mention of the event's sentence, that of its likeliest word.
std::vector<MentionShares> shares_of_mentions(const ParsedReport& report, const EntityTable& entities, WordAt event) {
  const std::vector<ArgumentShares>& arguments = report.tree(event.sentence)[event.word].arguments;
  std::vector<MentionShares> found;
  if (arguments.empty()) return found;
  for (const Mention& mention : entities.mentions) {
    if (mention.sentence != event.sentence || (mention.first <= event.word && event.word <= mention.last)) continue;
    const ArgumentShares shares = shares_among(arguments, mention.first, mention.last);
    found.push_back({&mention, shares.actor, shares.recipient});
  }
  return found;
}

// "mortars had been fired", "used tear gas": what force is used with.
bool is_means(const Tree& tree, int event, int thing) {
  static constexpr auto kUses = std::to_array<std::string_view>({"use", "fire", "launch", "lob", "throw"});
  return tree[thing].head == event && is_one_of(tree[event].lemma, kUses) && (tree.has_relation(thing, "obj") || tree.has_relation(thing, "nsubj:pass"));
}

// "boarded a dhow", "bombed the runway": what force is used on need not be anybody. The likeliest word that no actor's mention holds.
std::optional<WordAt> likeliest_thing(const ParsedReport& report, const EntityTable& entities, WordAt event) {
  const Tree& tree = report.tree(event.sentence);
  const ArgumentShares* best = nullptr;
  for (const ArgumentShares& at : tree[event.word].arguments) {
    if (tree[at.word].upos != Upos::NOUN || is_means(tree, event.word, at.word) || at.recipient < kParty ||
        (best != nullptr && at.recipient <= best->recipient))
      continue;
    const bool is_held = std::any_of(entities.mentions.begin(), entities.mentions.end(), [&](const Mention& mention) {
      return mention.sentence == event.sentence && mention.first <= at.word && at.word <= mention.last;
    });
    if (!is_held) best = &at;
  }
  return best == nullptr ? std::nullopt : std::optional(WordAt{event.sentence, best->word});
}

// Of a mention or of a word.
template <typename Shares>
float share_of(const Shares& shares, Role role) {
  return role == Role::actor ? shares.actor : shares.recipient;
}

// "recalled its ambassador from Lusaka": the actor's own, where a rule found somebody of another state to whom it is done.
bool is_of_own_side(const Tree& tree, const EntityTable& entities, const Mention& mention, const EventAt& event) {
  if (mention.entities.empty() || !tree.child(mention.head, "nmod:poss")) return false;
  const auto code_of = [&](int entity) { return entity < 0 ? std::string_view() : std::string_view(entities.entities[static_cast<std::size_t>(entity)].code); };
  const std::string_view own = code_of(mention.entities.front());
  const auto is_anybody = [&](Role role, bool same) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const ParticipantAt& p) { return p.role == role && !code_of(p.entity).empty() && (code_of(p.entity) == own) == same; });
  };
  return !own.empty() && is_anybody(Role::actor, true) && is_anybody(Role::recipient, false);
}

// "received arms": a rule whose recipient is the subject knows better.
bool is_received_by(const EventAt& event, const ParticipantAt& p) {
  const auto is_subject = [](const RoleRule& rule) {
    const SlotPath& path = rule.alternatives.front().front();
    return rule.role == Role::recipient && path.steps.size() == 1 && path.steps.front().slot == Slot::subject && !path.steps.front().patient;
  };
  const auto& subjects = event.predicate.arguments;
  return std::any_of(event.frame->roles.begin(), event.frame->roles.end(), is_subject) &&
         std::any_of(subjects.begin(), subjects.end(), [&](const Argument& a) { return a.slot == Slot::subject && a.word == p.head.word; });
}

// Somebody whom a rule takes and the model does not goes where another mention of the sentence is his better by far.
void replace_unlikely(const ParsedReport& report, const EntityTable& entities, const std::vector<MentionShares>& mentions, Role role, EventAt& event) {
  const auto is_better = [&](const MentionShares& shares) {
    const bool takes_part =
        std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) { return p.mention == shares.mention; });
    const bool is_his = share_of(shares, role) > share_of(shares, role == Role::actor ? Role::recipient : Role::actor);
    const bool is_own = role == Role::recipient && is_of_own_side(report.tree(event.trigger.sentence), entities, *shares.mention, event);
    return !takes_part && is_his && !is_own && share_of(shares, role) >= kBetter &&
           !actors_at(report, entities, {event.trigger.sentence, shares.mention->head}, role).empty();
  };
  if (std::none_of(mentions.begin(), mentions.end(), is_better)) return;
  const std::vector<ArgumentShares>& arguments = report.tree(event.trigger.sentence)[event.trigger.word].arguments;
  const auto is_likely = [&](const ParticipantAt& p) {
    if (p.role != role) return false;
    if (p.head.sentence != event.trigger.sentence || (role == Role::recipient && is_received_by(event, p))) return true;
    return share_of(shares_of(p, arguments), role) >= kParty;
  };
  if (std::any_of(event.participants.begin(), event.participants.end(), is_likely)) return;
  std::erase_if(event.participants, [&](const ParticipantAt& p) { return p.role == role; });
}

// Somebody whom a rule takes for the one and the model for the other, where nobody else is that: the tree is wrong ("rebels in Papua executed two
// men" as a passive).
void turn_unlikely(const ParsedReport& report, Role role, EventAt& event) {
  const Role other = role == Role::actor ? Role::recipient : Role::actor;
  if (std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) { return p.role == other; })) return;
  const std::vector<ArgumentShares>& arguments = report.tree(event.trigger.sentence)[event.trigger.word].arguments;
  for (ParticipantAt& p : event.participants) {
    if (role == Role::recipient && is_received_by(event, p)) continue;
    if (p.role != role || p.head.sentence != event.trigger.sentence) continue;
    const ArgumentShares at = shares_of(p, arguments);
    if (share_of(at, other) >= kSurelyOther && share_of(at, role) < kParty) p.role = other;
  }
}

// Has another clause of the sentence somebody for itself: as its subject ("seized the boat, and Chile sent its consul"), or below the event's as anything
// else ("ruled out asking the court")? Not: "refused to sign until Chile paid".
bool is_of_other_clause(const Tree& tree, int event, int head) {
  const auto own = clause_verb(tree, event);
  const auto other = tree[head].head >= 0 ? clause_verb(tree, tree[head].head) : std::nullopt;
  if (!own || !other || *own == *other || tree.is_descendant(event, *other) || tree.is_descendant(head, event)) return false;
  return tree.has_relation(head, "nsubj") != tree.is_descendant(*other, *own);
}

bool is_weighed(const Rules& rules, const Tree& tree, int word) {
  const std::vector<Embedder>* rows = tree[word].upos == Upos::VERB ? rules.embedders.of(tree[word].lemma) : nullptr;
  return rows != nullptr &&
         std::any_of(rows->begin(), rows->end(), [](const Embedder& row) { return row.rule == "embed.consider" || row.rule == "embed.attempt"; });
}

// "declining to be named", "requested anonymity": how somebody speaks.
bool asks_for_namelessness(const Tree& tree, int verb) {
  static constexpr auto kTerms = std::to_array<std::string_view>({"decline", "refuse", "ask", "request", "want", "wish", "demand", "insist"});
  if (!is_one_of(tree[verb].lemma, kTerms)) return false;
  const auto& kids = tree.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) { return kid > verb && (is_of_naming(tree[kid].lemma) || tree[kid].lemma == "anonymity"); });
}

// "declined to discuss the matter": no comment. Not: "declined to discuss a truce with the rebels".
bool declines_to_speak(const Tree& tree, int verb) {
  static constexpr auto kSpeaking = std::to_array<std::string_view>({"comment", "discuss", "elaborate", "speculate", "say", "disclose", "talk"});
  if (tree[verb].lemma != "decline" && tree[verb].lemma != "refuse") return false;
  const auto clause = tree.child(verb, "xcomp");
  if (!clause || !is_one_of(tree[*clause].lemma, kSpeaking)) return false;
  const auto& kids = tree.children(*clause);
  return std::none_of(kids.begin(), kids.end(), [&](int kid) { return preposition_of(tree, kid) == "with"; });
}

// "a request for comment": what reporters ask for.
bool asks_for_words(const Rules& rules, const Tree& tree, int noun) {
  const auto& kids = tree.children(noun);
  return tree[noun].lemma == "request" && std::any_of(kids.begin(), kids.end(), [&](int kid) {
           return rules.frames.in_set("press-words", tree[kid].lemma) && preposition_of(tree, kid) == "for";
         });
}

// "withdrew the claim": words, no troops.
bool withdraws_words(const Tree& tree, int verb) {
  static constexpr auto kWords = std::to_array<std::string_view>({"statement", "remark", "comment", "article", "word", "book"});
  const auto object = answered(tree, verb);
  return object && (is_account(tree, *object) || is_one_of(tree[*object].lemma, kWords));
}

}  // namespace

std::array<float, 16> learned_shares(const ParsedReport& report, int sentence, int word) {
  std::array<float, 16> shares{};
  const std::vector<float>& given = report.tree(sentence)[word].event_shares;
  for (std::size_t i = 0; i < given.size() && i < report.event_labels.size(); ++i) {
    if (const auto type = event_type_named(report.event_labels[i])) shares[static_cast<std::size_t>(*type)] = given[i];
  }
  return shares;
}

std::optional<LearnedType> learned_type(const ParsedReport& report, int sentence, int word) {
  if (report.event_labels.empty() || report.tree(sentence)[word].event_shares.empty()) return std::nullopt;
  const std::array<float, 16> shares = learned_shares(report, sentence, word);
  const auto best = std::max_element(shares.begin(), shares.end());
  float sum = 0;
  for (const float share : shares) sum += share;
  return LearnedType{static_cast<EventType>(best - shares.begin()), *best, 1 - sum, shares};
}

bool is_told_otherwise(const Rules& rules, const Tree& tree, int word) {
  if (asks_for_namelessness(tree, word) || asks_for_words(rules, tree, word) || declines_to_speak(tree, word)) return true;
  if (rules.frames.in_set("mediating", tree[word].lemma)) return true;
  if (is_weighed(rules, tree, word)) return true;
  const Cue* cue = cue_at(rules.cues, tree, word);
  if (cue == nullptr) return false;
  const bool has_clause = tree.child(word, "ccomp").has_value();
  if (cue->stance == Stance::retracts && tree[word].lemma == "withdraw") return has_clause || withdraws_words(tree, word);
  return cue->stance != Stance::asserts || has_clause;
}

bool is_learned_to_be_political(const ParsedReport& report, const EntityTable& entities, const EventAt& event) {
  const auto learned = learned_type(report, event.trigger.sentence, event.trigger.word);
  // "two Polish citizens were caught by the border guard": nationals of a state that the words name.
  const bool is_of_nationals =
      quad_of(event.frame->type) == "material-conflict" && std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) {
        const Entity* entity = p.entity < 0 ? nullptr : &entities.entities[static_cast<std::size_t>(p.entity)];
        return entity != nullptr && p.role == Role::recipient && !entity->code.empty() && !entity->guessed;
      });
  if (!learned || learned->none >= (is_of_nationals ? kNational : kPolitical) || event.participants.empty()) return false;
  return !entities.home(event.trigger.sentence).empty() || std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) {
    return p.entity >= 0 && !entities.entities[static_cast<std::size_t>(p.entity)].code.empty();
  });
}

void add_learned_parties(const ParsedReport& report, const EntityTable& entities, EventAt& event) {
  const auto has = [&](int entity) {
    return std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) { return p.entity == entity; });
  };
  const auto count = [&](Role role) {
    return std::count_if(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) { return p.role == role; });
  };
  const bool mutual = event.frame->mutual;
  const std::vector<MentionShares> mentions = shares_of_mentions(report, entities, event.trigger);
  if (!mutual) {
    turn_unlikely(report, Role::actor, event);
    turn_unlikely(report, Role::recipient, event);
    replace_unlikely(report, entities, mentions, Role::actor, event);
    replace_unlikely(report, entities, mentions, Role::recipient, event);
  }
  const bool lacks_actor = mutual ? count(Role::actor) + count(Role::recipient) < 2 : count(Role::actor) == 0;
  const bool lacks_recipient = !mutual && count(Role::recipient) == 0;
  for (const MentionShares& shares : mentions) {
    const bool acts = lacks_actor && (mutual ? shares.actor + shares.recipient >= kJointParty : shares.actor >= kParty);
    const bool is_target = lacks_recipient && shares.recipient >= kParty;
    if (!acts && !is_target) continue;
    const Role role = acts ? Role::actor : Role::recipient;
    const Tree& tree = report.tree(event.trigger.sentence);
    const bool may_lack_it = is_target || event.predicate.passive || !tree[event.trigger.word].is_verbal();  // an active verb has somebody who acts
    if (may_lack_it && share_of(shares, role) < kElsewhere && is_of_other_clause(tree, event.trigger.word, shares.mention->head)) continue;
    for (const ParticipantAt& p : actors_at(report, entities, {event.trigger.sentence, shares.mention->head}, role)) {
      if (!has(p.entity)) event.participants.push_back(p);
    }
  }
  if (count(Role::recipient) > 0 || quad_of(event.frame->type) != "material-conflict") return;
  if (const auto thing = likeliest_thing(report, entities, event.trigger)) event.participants.push_back({Role::recipient, -1, *thing, nullptr});
}

Evidence evidence_of(const ParsedReport& report, const EntityTable& entities, const EventAt& event) {
  Evidence evidence;
  double parties = 0;
  for (const ParticipantAt& p : event.participants) {
    if (p.role != Role::actor && p.role != Role::recipient) continue;
    ++parties;
    const Entity* entity = p.entity < 0 ? nullptr : &entities.entities[static_cast<std::size_t>(p.entity)];
    const bool is_told = entity != nullptr && !entity->code.empty() && !entity->guessed;
    evidence.guessed += is_told ? 0 : 1;
    evidence.named += is_told && p.mention != nullptr && p.mention->form != MentionForm::pronoun ? 1 : 0;
  }
  if (parties > 0) evidence.guessed /= parties, evidence.named /= parties;
  if (const auto learned = learned_type(report, event.trigger.sentence, event.trigger.word)) {
    evidence.type = learned->shares[static_cast<std::size_t>(event.frame->type)];
    evidence.event = 1 - learned->none;
  }
  const std::vector<ArgumentShares>& arguments = report.tree(event.trigger.sentence)[event.trigger.word].arguments;
  for (const ParticipantAt& p : event.participants) {
    if (p.head.sentence != event.trigger.sentence) continue;
    const ArgumentShares at = shares_of(p, arguments);
    if (p.role == Role::actor) evidence.actor = std::max<double>(evidence.actor, event.frame->mutual ? std::max(at.actor, at.recipient) : at.actor);
    if (p.role == Role::recipient) evidence.recipient = std::max<double>(evidence.recipient, at.recipient);
  }
  return evidence;
}

}  // namespace dragoman

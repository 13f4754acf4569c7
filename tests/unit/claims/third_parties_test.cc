// SPDX-License-Identifier: Apache-2.0
#include "claims/third_parties.h"

#include <gtest/gtest.h>

#include "support/shipped_rules.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::HandReport;
using testing_support::shipped_rules;

// Who ends up in `role` of the event at `trigger`, each of `names` being a state named in the sentence.
std::vector<std::string> in_role(const std::string& sentence, std::string_view trigger, const std::vector<std::string>& names, Role role) {
  const HandReport hand({sentence});
  EntityTable entities;
  for (const std::string& name : names) {
    Entity entity;
    entity.id = entity.name = entity.code = name;
    entity.kind = EntityKind::state;
    entity.sector = "GOV";
    const WordAt at = hand.find(name);
    Mention mention;
    mention.first = mention.last = mention.head = at.word;
    mention.entities = {static_cast<int>(entities.entities.size())};
    entities.by_head[at] = static_cast<int>(entities.mentions.size());
    entities.mentions.push_back(mention);
    entities.entities.push_back(entity);
  }
  Frame frame;
  EventSet events;
  EventAt event;
  event.trigger = hand.find(trigger);
  event.frame = &frame;
  event.predicate = predicate_at(hand.report().tree(0), event.trigger.word);
  events.events.push_back(event);
  add_third_parties(hand.report(), entities, shipped_rules(), events);
  std::vector<std::string> found;
  for (const ParticipantAt& p : events.events.front().participants) {
    if (p.role == role) found.push_back(entities.entities[static_cast<std::size_t>(p.entity)].name);
  }
  return found;
}

TEST(ThirdParties, WithSomebodyMediatingHoweverItIsParsed) {
  const std::vector<std::string> names = {"Sudan", "Doha"};
  const std::vector<std::string> doha = {"Doha"};
  EXPECT_EQ(in_role("Sudan/PROPN/nsubj/2 met/VERB/root/0/lemma=meet them/PRON/obj/2 with/ADP/case/5 Doha/PROPN/obl/6 mediating/VERB/advcl/2/lemma=mediate",
                    "met", names, Role::mediator),
            doha);
  EXPECT_EQ(in_role("Sudan/PROPN/nsubj/2 met/VERB/root/0/lemma=meet them/PRON/obj/2 with/ADP/case/6 Doha/PROPN/compound/6 mediating/VERB/advcl/2/lemma=mediate",
                    "met", names, Role::mediator),
            doha);
}

TEST(ThirdParties, TheMediationOfSomebodyIsNotTheSubjects) {
  const auto found = in_role("Under/ADP/case/2 mediation/NOUN/obl/6 of/ADP/case/4 Oman/PROPN/nmod/2 Iran/PROPN/nsubj/6 met/VERB/root/0/lemma=meet", "met",
                             {"Oman", "Iran"}, Role::mediator);
  EXPECT_EQ(found, std::vector<std::string>{"Oman"});
}

TEST(ThirdParties, MediatorsToWhomSomethingIsDoneMediateNothing) {
  const std::string sentence = "Mali/PROPN/nsubj/2 met/VERB/root/0/lemma=meet mediators/NOUN/obj/2/lemma=mediator from/ADP/case/5 Oman/PROPN/nmod/3";
  EXPECT_TRUE(in_role(sentence, "met", {"Mali", "Oman"}, Role::mediator).empty());
}

TEST(ThirdParties, PlayedHostTo) {
  const std::string sentence = "Oman/PROPN/nsubj/2 played/VERB/root/0/lemma=play host/NOUN/obj/2 to/ADP/case/5 talks/NOUN/nmod/3/lemma=talk";
  EXPECT_EQ(in_role(sentence, "talks", {"Oman"}, Role::host), std::vector<std::string>{"Oman"});
  const std::string rally = "Oman/PROPN/nsubj/2 hosted/VERB/root/0/lemma=host rallies/NOUN/obj/2 before/ADP/case/5 talks/NOUN/obl/2/lemma=talk";
  EXPECT_TRUE(in_role(rally, "talks", {"Oman"}, Role::host).empty());
}

}  // namespace
}  // namespace dragoman

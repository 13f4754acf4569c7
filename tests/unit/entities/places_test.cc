// SPDX-License-Identifier: Apache-2.0
// Capitals and states: who governs, or where.
#include "entities_fixture.h"

namespace dragoman {
namespace {

using testing_support::Resolved;

TEST(Places, CapitalThatSpeaksIsItsGovernment) {
  const Resolved report({"Ankara/PROPN/nsubj/2/B-LOC denied/VERB/root/0/lemma=deny it/PRON/obj/2"});
  EXPECT_EQ(report.codes("Ankara"), "TUR GOV");
  EXPECT_EQ(report.entity("Ankara").kind, EntityKind::state);
  EXPECT_FALSE(report.mention("Ankara")->as_place);
}

TEST(Places, CapitalWhereSomethingHappensIsAPlace) {
  const Resolved report({"envoys/NOUN/nsubj/2 met/VERB/root/0/lemma=meet in/ADP/case/4 Ankara/PROPN/obl/2/B-LOC"});
  EXPECT_TRUE(report.mention("Ankara")->as_place);
  EXPECT_EQ(report.entity("Ankara").kind, EntityKind::place);
  EXPECT_EQ(report.entity("Ankara").country, "TUR");
}

TEST(Places, PossessivesAndPartnersAct) {
  const Resolved report({"Moscow/PROPN/nmod:poss/3/B-LOC 's/PART/case/1 decision/NOUN/nsubj/4 surprised/VERB/root/0/lemma=surprise Berlin/PROPN/obj/4/B-LOC"});
  EXPECT_EQ(report.codes("Moscow"), "RUS GOV");
  EXPECT_EQ(report.codes("Berlin"), "DEU GOV");
  const Resolved talks(
      {"talks/NOUN/nsubj/6 between/ADP/case/3 Washington/PROPN/nmod/1/B-LOC and/CCONJ/cc/5 Tehran/PROPN/conj/3/B-LOC failed/VERB/root/0/lemma=fail"});
  EXPECT_EQ(talks.codes("Washington"), "USA GOV");
  EXPECT_EQ(talks.codes("Tehran"), "IRN GOV");
  EXPECT_FALSE(talks.mention("Tehran")->as_place);
}

TEST(Places, WhatIsHitOrVisitedIsAPlace) {
  const Resolved hit({"missiles/NOUN/nsubj/2 hit/VERB/root/0/lemma=hit Kyiv/PROPN/obj/2/B-LOC"});
  EXPECT_TRUE(hit.mention("Kyiv")->as_place);
  const Resolved state({"jets/NOUN/nsubj/2 bombed/VERB/root/0/lemma=bomb Syria/PROPN/obj/2/B-LOC"});
  EXPECT_FALSE(state.mention("Syria")->as_place);
  const Resolved trip({"he/PRON/nsubj/2 flew/VERB/root/0/lemma=fly to/ADP/case/4 Cairo/PROPN/obl/2/B-LOC"});
  EXPECT_TRUE(trip.mention("Cairo")->as_place);
}

TEST(Places, StateIsOneEntityInAllItsForms) {
  const Resolved report({"Syria/PROPN/nsubj/2/B-LOC agreed/VERB/root/0/lemma=agree", "Damascus/PROPN/nsubj/2/B-LOC denied/VERB/root/0/lemma=deny it/PRON/obj/2",
                         "Syrian/ADJ/amod/2 exports/NOUN/nsubj/3 fell/VERB/root/0/lemma=fall"});
  EXPECT_EQ(report.name("Syria"), report.name("Damascus"));
  EXPECT_EQ(report.mention("Syria")->entities, report.mention("Syrian")->entities);
  EXPECT_EQ(report.entity("Syria").mentions.size(), 3U);
}

TEST(Places, OffsetsAreCodePoints) {
  const Resolved report({"Zoë/PROPN/nsubj/2/B-PER praised/VERB/root/0/lemma=praise Syria/PROPN/obj/2/B-LOC"});
  const EntityMention& mention = report.entity("Syria").mentions.front();
  EXPECT_EQ(mention.span, (Span{12, 17}));
  EXPECT_EQ(mention.text, "Syria");
}

TEST(Places, AStateEndsBeforeTheFullStop) {
  const Resolved report({"envoys/NOUN/nsubj/2/lemma=envoy/Number=Plur left/VERB/root/0/lemma=leave Syria/PROPN/obj/2/B-LOC ./PUNCT/punct/2"});
  EXPECT_EQ(report.mention("Syria")->last, 2);
}

TEST(Places, TheStateBehindAPlaceSaysWhereItIs) {
  const Resolved report(
      {"rebels/NOUN/nsubj/2/lemma=rebel/Number=Plur took/VERB/root/0/lemma=take Palma/PROPN/obj/2/B-LOC in/ADP/case/6 northern/ADJ/amod/6 "
       "Mozambique/PROPN/nmod/3/B-LOC"});
  EXPECT_EQ(report.entity("Palma").country, "MOZ");
}

}  // namespace
}  // namespace dragoman

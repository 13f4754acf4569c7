// SPDX-License-Identifier: Apache-2.0
// Codes of noun phrases from their own words.
#include "entities_fixture.h"

namespace dragoman {
namespace {

using testing_support::Resolved;

TEST(Coding, StateAdjectiveAndTitle) {
  const Resolved report({"Norwegian/ADJ/amod/2 officials/NOUN/nsubj/3 left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("officials"), "NOR GOV");
  EXPECT_EQ(report.codes("Norwegian"), "NOR GOV");
  EXPECT_EQ(report.mention("Norwegian")->form, MentionForm::adjective);
  EXPECT_EQ(report.mention("officials")->first, 0);
}

TEST(Coding, BodyBehindFor) {
  const Resolved report(
      {"He/PRON/nsubj/2 met/VERB/root/0/lemma=meet the/DET/det/4 spokeswoman/NOUN/obj/2 for/ADP/case/8 the/DET/det/8 "
       "Kenyan/ADJ/amod/8 army/NOUN/nmod/4"});
  EXPECT_EQ(report.codes("spokeswoman"), "KEN MIL");
  EXPECT_EQ(report.codes("army"), "KEN MIL");
}

TEST(Coding, PostedAbroadIsNotOfTheHostState) {
  const Resolved report(
      {"Chile/PROPN/nmod:poss/3/B-LOC 's/PART/case/1 ambassador/NOUN/nsubj/6 to/ADP/case/5 Peru/PROPN/nmod/3/B-LOC "
       "resigned/VERB/root/0/lemma=resign"});
  EXPECT_EQ(report.codes("ambassador"), "CHL GOV");
  const Resolved bare({"the/DET/det/2 ambassador/NOUN/nsubj/5 to/ADP/case/4 Peru/PROPN/nmod/2/B-LOC resigned/VERB/root/0/lemma=resign"});
  EXPECT_EQ(bare.codes("ambassador"), "- GOV");
}

TEST(Coding, BackersLendNoCode) {
  const Resolved report(
      {"an/DET/det/5 Iran/PROPN/compound/4/B-LOC -/PUNCT/punct/4 backed/VERB/amod/5/lemma=back militia/NOUN/nsubj/6 "
       "attacked/VERB/root/0/lemma=attack"});
  EXPECT_EQ(report.codes("militia"), "- PRM");
  EXPECT_EQ(report.codes("Iran"), "IRN GOV");
}

TEST(Coding, PlaceCodesThoseInIt) {
  const Resolved civil({"protesters/NOUN/nsubj/4 in/ADP/case/3 Tbilisi/PROPN/nmod/1/B-LOC gathered/VERB/root/0/lemma=gather"});
  EXPECT_EQ(civil.codes("protesters"), "GEO CVL");
  const Resolved troops({"troops/NOUN/nsubj/4 in/ADP/case/3 Niger/PROPN/nmod/1/B-LOC mutinied/VERB/root/0/lemma=mutiny"});
  EXPECT_EQ(troops.codes("troops"), "NER MIL");
}

TEST(Coding, UnknownArmedMenHaveNoCode) {
  const Resolved report({"gunmen/NOUN/nsubj/4/lemma=gunman/Number=Plur in/ADP/case/3 Nigeria/PROPN/nmod/1/B-LOC fled/VERB/root/0/lemma=flee"});
  EXPECT_EQ(report.codes("gunmen"), "- UAF");
}

TEST(Coding, AnUnlistedBodyIsOfTheStateBeforeItByItsLastWord) {
  const auto named = [](const std::string& last) {
    return Resolved(
        {"Bolivia/PROPN/nmod:poss/4/B-LOC 's/PART/case/1 Lake/PROPN/compound/4/B-ORG " + last + "/PROPN/nsubj/5/I-ORG left/VERB/root/0/lemma=leave"});
  };
  EXPECT_EQ(named("Service").codes("Service"), "BOL GOV");
  EXPECT_EQ(named("Festival").codes("Festival"), "- -");
}

TEST(Coding, AStateOfTwoWordsIsNotThePeopleInsideItsName) {
  const Resolved report({"South/PROPN/compound/2/B-ORG African/ADJ/amod/3 airmen/NOUN/nsubj/4/lemma=airman/Number=Plur left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("airmen"), "ZAF MIL");
}

TEST(Coding, ANameThatManyStatesHaveIsOfTheOneSpokenOf) {
  const std::string court = "the/DET/det/3 Supreme/PROPN/compound/3/B-ORG Court/PROPN/nsubj/4/I-ORG met/VERB/root/0/lemma=meet";
  EXPECT_EQ(Resolved({court}).codes("Court"), "- JUD");
  EXPECT_EQ(Resolved({"Kenya/PROPN/nsubj/2/B-LOC voted/VERB/root/0/lemma=vote", court}).codes("Court"), "KEN JUD");
}

TEST(Coding, WhomTheModelTakesForADoerIsSomebody) {
  const std::string whalers = "Thai/ADJ/amod/2 whalers/NOUN/nsubj/3/lemma=whaler/Number=Plur fired/VERB/root/0/lemma=fire";
  EXPECT_EQ(Resolved({whalers}).codes("whalers"), "(none)");
  EXPECT_EQ(Resolved({whalers + "/actor=2"}).codes("whalers"), "THA CVL");
  const Resolved radar({"Thai/ADJ/amod/2 radar/NOUN/nsubj/3 saw/VERB/root/0/lemma=see/actor=2"});
  EXPECT_EQ(radar.entity("radar").kind, EntityKind::other);
}

TEST(Coding, ASecretaryGeneralIsNoGeneral) {
  const Resolved report(
      {"NATO/PROPN/nmod:poss/5/B-ORG 's/PART/case/1 secretary/NOUN/compound/5 -/PUNCT/punct/5 general/NOUN/nsubj/6 left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("general"), "NATO IGO");
  EXPECT_EQ(Resolved({"the/DET/det/2 general/NOUN/nsubj/3 left/VERB/root/0/lemma=leave"}).codes("general"), "- MIL");
}

TEST(Coding, OneOfAPeopleIsOfTheStateWhereItLives) {
  const Resolved report({"Karen/ADJ/amod/2/B-NORP fighters/NOUN/nsubj/3/lemma=fighter/Number=Plur left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("fighters").substr(0, 3), "MMR");
}

TEST(Coding, SeveralBodiesAreSeveralEntities) {
  const Resolved report(
      {"senior/ADJ/amod/2 figures/NOUN/nsubj/9 from/ADP/case/4 Israel/PROPN/nmod/2/B-LOC and/CCONJ/cc/8 the/DET/det/8 "
       "Syrian/ADJ/amod/8 government/NOUN/conj/4 met/VERB/root/0/lemma=meet"});
  EXPECT_EQ(report.mention("figures")->entities.size(), 2U);
  EXPECT_EQ(report.codes("figures"), "ISR GOV + SYR GOV");
  const Resolved adjectives({"Chinese/ADJ/amod/4 and/CCONJ/cc/3 Indian/ADJ/conj/1 officers/NOUN/nsubj/5/lemma=officer spoke/VERB/root/0/lemma=speak"});
  EXPECT_EQ(adjectives.codes("officers"), "CHN MIL + IND MIL");
}

TEST(Coding, ModifiersLendSectors) {
  const Resolved rebel({"rebel/NOUN/compound/2 forces/NOUN/nsubj/3 withdrew/VERB/root/0/lemma=withdraw"});
  EXPECT_EQ(rebel.codes("forces"), "- REB");
  const Resolved police({"Spanish/ADJ/amod/3 police/NOUN/compound/3 officers/NOUN/nsubj/4 came/VERB/root/0/lemma=come"});
  EXPECT_EQ(police.codes("officers"), "ESP COP");
  const Resolved armed({"armed/ADJ/amod/2 men/NOUN/nsubj/3/lemma=man/Number=Plur came/VERB/root/0/lemma=come"});
  EXPECT_EQ(armed.codes("men"), "- UAF");
}

TEST(Coding, ModifierOfWhatCannotActIsAMention) {
  const Resolved report({"a/DET/det/3 government/NOUN/compound/3 decision/NOUN/nsubj/4 failed/VERB/root/0/lemma=fail"});
  EXPECT_EQ(report.codes("government"), "- GOV");
  EXPECT_EQ(report.codes("decision"), "(none)");
}

TEST(Coding, TitleAndNameAreOneMention) {
  const Resolved report(
      {"Peruvian/ADJ/amod/3 foreign/ADJ/amod/3 minister/NOUN/nmod:desc/4 Carla/PROPN/nsubj/6/B-PER Quispe/PROPN/flat/4/I-PER "
       "left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("Carla"), "PER GOV");
  EXPECT_EQ(report.mention("Carla"), report.mention("minister"));
  EXPECT_EQ(report.entity("Carla").role, "foreign minister");
  EXPECT_EQ(report.entity("Carla").kind, EntityKind::person);
  EXPECT_FALSE(report.entity("Carla").known);
}

TEST(Coding, AppositionSaysWhoANameIs) {
  const Resolved report(
      {"Major/PROPN/compound/2 General/PROPN/nmod:desc/3 Arto/PROPN/nsubj/13/B-PER Virtanen/PROPN/flat/3/I-PER ,/PUNCT/punct/6 "
       "head/NOUN/appos/3 of/ADP/case/8 operations/NOUN/nmod/6 for/ADP/case/12 the/DET/det/12 Finnish/ADJ/amod/12 army/NOUN/nmod/6 "
       "spoke/VERB/root/0/lemma=speak"});
  EXPECT_EQ(report.codes("Arto"), "FIN MIL");
  EXPECT_EQ(report.name("head"), "Arto Virtanen");
}

TEST(Coding, FormerOfficialsAreElites) {
  const Resolved report({"a/DET/det/4 former/ADJ/amod/4 Ghanaian/ADJ/amod/4 minister/NOUN/nsubj/5 spoke/VERB/root/0/lemma=speak"});
  EXPECT_EQ(report.codes("minister"), "GHA ELI");
}

TEST(Coding, PersonWithoutTitleIsACivilianWithoutCode) {
  const Resolved report({"Tom/PROPN/nsubj/3/B-PER Marsh/PROPN/flat/1/I-PER spoke/VERB/root/0/lemma=speak"});
  EXPECT_EQ(report.codes("Tom"), "- CVL");
}

TEST(Coding, BrusselsIsTheUnionUnlessTheReportSpeaksOfBelgium) {
  const char* const threatened = "Brussels/PROPN/nsubj/2/B-LOC threatened/VERB/root/0/lemma=threaten Oslo/PROPN/obj/2/B-LOC";
  EXPECT_EQ(Resolved({threatened}).codes("Brussels"), "EU IGO");
  EXPECT_EQ(Resolved({"Belgian/ADJ/amod/2 ministers/NOUN/nsubj/3 met/VERB/root/0/lemma=meet", threatened}).codes("Brussels"), "BEL GOV");
}

TEST(Coding, AStateAndATitleOfOneWordBeforeAName) {
  const Resolved report(
      {"Peruvian/ADJ/amod/2/B-PER Ambassador/PROPN/nmod:desc/3/I-PER Rosa/PROPN/nsubj/5/I-PER Quiroga/PROPN/flat/3/I-PER left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("Rosa"), "PER GOV");
  const Resolved named({"German/PROPN/nsubj/3/B-PER Moreno/PROPN/flat/1/I-PER left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(named.codes("German"), "- CVL");
}

TEST(Coding, ANameGoesOnBehindItsApostrophe) {
  const Resolved report({"Lusaka/PROPN/compound/2/B-ORG Workers/PROPN/nmod:poss/4/I-ORG '/PART/case/2/I-ORG Union/PROPN/nsubj/5 left/VERB/root/0/lemma=leave"});
  EXPECT_NE(report.codes("Union").substr(0, 3), "FRO");  // its Workers' Union
}

TEST(Coding, ThoseInOfficeOfARegionActAsItsBody) {
  const Resolved report({"West/PROPN/amod/3 African/ADJ/amod/3 presidents/NOUN/nsubj/4 met/VERB/root/0/lemma=meet"});
  EXPECT_EQ(report.codes("presidents"), "ECOWAS IGO");
  const Resolved behind({"ministers/NOUN/nsubj/5 from/ADP/case/4 Southeast/PROPN/compound/4 Asia/PROPN/nmod/1 met/VERB/root/0/lemma=meet"});
  EXPECT_EQ(behind.codes("ministers").substr(0, 5), "ASEAN");
  const Resolved some({"two/NUM/nummod/3 European/ADJ/amod/3 governments/NOUN/nsubj/4 met/VERB/root/0/lemma=meet"});
  EXPECT_EQ(some.codes("governments").front(), '-');
  const Resolved others({"European/ADJ/amod/2 farmers/NOUN/nsubj/3 met/VERB/root/0/lemma=meet"});
  EXPECT_NE(others.codes("farmers").substr(0, 2), "EU");
}

}  // namespace
}  // namespace dragoman

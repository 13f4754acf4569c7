// SPDX-License-Identifier: Apache-2.0
// One entity for many words: names, descriptions, pronouns, pairs.
#include "entities_fixture.h"

namespace dragoman {
namespace {

using testing_support::Resolved;

const char* const kPresident =
    "Malian/ADJ/amod/3 interim/ADJ/amod/3 president/NOUN/nmod:desc/4 Oumar/PROPN/nsubj/6/B-PER Diallo/PROPN/flat/4/I-PER spoke/VERB/root/0/lemma=speak";

TEST(Coref, FamilyNameTitleAndPronounAreOnePerson) {
  const Resolved report({kPresident, "Diallo/PROPN/nsubj/2/B-PER smiled/VERB/root/0/lemma=smile",
                         "The/DET/det/2 president/NOUN/nsubj/3 left/VERB/root/0/lemma=leave", "He/PRON/nsubj/2 returned/VERB/root/0/lemma=return",
                         "The/DET/det/3 Malian/ADJ/amod/3 leader/NOUN/nsubj/4 slept/VERB/root/0/lemma=sleep"});
  EXPECT_EQ(report.name("Diallo", 1), "Oumar Diallo");
  EXPECT_EQ(report.name("president", 1), "Oumar Diallo");
  EXPECT_EQ(report.name("He"), "Oumar Diallo");
  EXPECT_EQ(report.name("leader"), "Oumar Diallo");
  EXPECT_EQ(report.codes("He"), "MLI GOV");
}

TEST(Coref, AnotherMinistersTitleIsAnotherPerson) {
  const Resolved report({"Defence/PROPN/compound/2 Minister/PROPN/nmod:desc/3 Awa/PROPN/nsubj/5/B-PER Keita/PROPN/flat/3/I-PER spoke/VERB/root/0/lemma=speak",
                         "The/DET/det/3 foreign/ADJ/amod/3 minister/NOUN/nsubj/4 agreed/VERB/root/0/lemma=agree"});
  EXPECT_NE(report.name("minister"), "Awa Keita");
}

TEST(Coref, RelativePronounMeansItsNoun) {
  const Resolved report(
      {"He/PRON/nsubj/2 met/VERB/root/0/lemma=meet Tom/PROPN/obj/2/B-PER Marsh/PROPN/flat/3/I-PER who/PRON/nsubj/6/PronType=Rel "
       "left/VERB/acl:relcl/3/lemma=leave"});
  EXPECT_EQ(report.name("who"), "Tom Marsh");
  EXPECT_EQ(report.codes("He"), "(unresolved)");
}

TEST(Coref, OnlySomebodyIsAppalled) {
  const std::string saying = "Australia/PROPN/nsubj/2/B-LOC said/VERB/root/0/lemma=say it/PRON/nsubj/5 was/AUX/cop/5/lemma=be ";
  EXPECT_EQ(Resolved({saying + "appalled/ADJ/ccomp/2"}).name("it"), "Australia");
  EXPECT_EQ(Resolved({saying + "likely/ADJ/ccomp/2"}).codes("it"), "(unresolved)");
}

TEST(Coref, SpeakerSaysI) {
  const Resolved report(
      {"“/PUNCT/punct/3 I/PRON/nsubj/3 told/VERB/ccomp/9/lemma=tell him/PRON/obj/3 ”/PUNCT/punct/3 ,/PUNCT/punct/9 Ann/PROPN/nsubj/9/B-PER "
       "Lee/PROPN/flat/7/I-PER said/VERB/root/0/lemma=say"});
  EXPECT_EQ(report.name("I"), "Ann Lee");
  EXPECT_EQ(report.codes("him"), "(unresolved)");
}

TEST(Coref, BothSidesAreTheLastPair) {
  const Resolved report(
      {"Talks/NOUN/nsubj/6 between/ADP/case/3 Armenia/PROPN/nmod/1/B-LOC and/CCONJ/cc/5 Turkey/PROPN/conj/3/B-LOC resumed/VERB/root/0/lemma=resume "
       "in/ADP/case/8 Georgia/PROPN/obl/6/B-LOC",
       "Both/DET/det/2 sides/NOUN/nsubj/3 agreed/VERB/root/0/lemma=agree",
       "The/DET/det/3 two/NUM/nummod/3 countries/NOUN/nsubj/4/lemma=country signed/VERB/root/0/lemma=sign"});
  EXPECT_EQ(report.codes("sides"), "ARM GOV + TUR GOV");
  EXPECT_EQ(report.codes("countries"), "ARM GOV + TUR GOV");
}

TEST(Coref, TheyTakesACoordination) {
  const Resolved report({"Ann/PROPN/nsubj/5/B-PER Lee/PROPN/flat/1/I-PER and/CCONJ/cc/4 Bob/PROPN/conj/1/B-PER met/VERB/root/0/lemma=meet",
                         "They/PRON/nsubj/2/Number=Plur agreed/VERB/root/0/lemma=agree"});
  EXPECT_EQ(report.mention("They")->entities.size(), 2U);
}

TEST(Coref, AcronymInParentheses) {
  const Resolved report(
      {"The/DET/det/4 National/PROPN/compound/4/B-ORG Renewal/PROPN/compound/4/I-ORG Front/PROPN/nsubj/8/I-ORG (/PUNCT/punct/6 "
       "NRF/PROPN/appos/4/B-ORG )/PUNCT/punct/6 won/VERB/root/0/lemma=win",
       "The/DET/det/2 NRF/PROPN/nsubj/3/B-ORG left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.mention("NRF")->entities, report.mention("Front")->entities);
  EXPECT_EQ(report.mention("NRF", 1)->entities, report.mention("Front")->entities);
}

const char* const kRebelsOfColombia =
    "Colombia/PROPN/nsubj/2/B-LOC fought/VERB/root/0/lemma=fight the/DET/det/6 National/PROPN/compound/6/B-ORG Liberation/PROPN/compound/6/I-ORG "
    "Army/PROPN/obj/2/I-ORG";

TEST(Coref, RebelsAreTheNamedGroupAndTheArmyIsNot) {
  const Resolved report({kRebelsOfColombia, "The/DET/det/2 guerrillas/NOUN/nsubj/3/lemma=guerrilla/Number=Plur left/VERB/root/0/lemma=leave",
                         "The/DET/det/2 army/NOUN/nsubj/3 left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("guerrillas"), "ELN REB");
  EXPECT_EQ(report.codes("army"), "COL MIL");
}

TEST(Coref, ANeighbourIsTheOtherStateAndNeverItsPossessor) {
  const char* const thanks = "Bahrain/PROPN/nsubj/2/B-LOC thanked/VERB/root/0/lemma=thank its/PRON/nmod:poss/4/Poss=Yes|PronType=Prs neighbour/NOUN/obj/2";
  EXPECT_EQ(Resolved({"Qatar/PROPN/nsubj/2/B-LOC voted/VERB/root/0/lemma=vote", thanks}).codes("neighbour"), "QAT GOV");
  EXPECT_EQ(Resolved({thanks}).codes("neighbour").find("BHR"), std::string::npos);
}

TEST(Coref, WhoAccusesDoesNotAccuseItself) {
  const Resolved report(
      {"Bahrain/PROPN/nsubj/4/B-LOC and/CCONJ/cc/3 Egypt/PROPN/conj/1/B-LOC left/VERB/root/0/lemma=leave Qatar/PROPN/obj/4/B-LOC "
       "accusing/VERB/advcl/4/lemma=accuse it/PRON/nsubj/6"});
  EXPECT_EQ(report.codes("it"), "QAT GOV");
  const Resolved raised(
      {"Bahrain/PROPN/nsubj/2/B-LOC left/VERB/root/0/lemma=leave Qatar/PROPN/obj/2/B-LOC accusing/VERB/advcl/2/lemma=accuse "
       "it/PRON/nsubj/7 of/SCONJ/mark/7 lying/VERB/ccomp/4/lemma=lie"});
  EXPECT_EQ(raised.codes("it"), "QAT GOV");
}

TEST(Coref, TheNearestClausesSubjectIsMeant) {
  const Resolved report(
      {"Kenya/PROPN/nsubj/2/B-LOC said/VERB/root/0/lemma=say Uganda/PROPN/nsubj/4/B-LOC withdrew/VERB/ccomp/2/lemma=withdraw "
       "troops/NOUN/obj/4/lemma=troop/Number=Plur it/PRON/nsubj/7 sent/VERB/acl:relcl/5/lemma=send"});
  EXPECT_EQ(report.codes("it"), "UGA GOV");
}

TEST(Coref, IndefinitesAreNew) {
  const Resolved report({"A/DET/det/3 Danish/ADJ/amod/3 official/NOUN/nsubj/4 spoke/VERB/root/0/lemma=speak",
                         "A/DET/det/3 Danish/ADJ/amod/3 official/NOUN/nsubj/4 left/VERB/root/0/lemma=leave",
                         "The/DET/det/2 official/NOUN/nsubj/3 returned/VERB/root/0/lemma=return"});
  EXPECT_NE(report.mention("official", 0)->entities, report.mention("official", 1)->entities);
  EXPECT_EQ(report.mention("official", 1)->entities, report.mention("official", 2)->entities);
}

}  // namespace
}  // namespace dragoman

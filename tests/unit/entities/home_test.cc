// SPDX-License-Identifier: Apache-2.0
// The country that a report is set in, and who is of it because nothing says otherwise.
#include <fstream>

#include "entities_fixture.h"
#include "support/test_path.h"

namespace dragoman {
namespace {

using testing_support::Resolved;

constexpr const char* kInLima = "prices/NOUN/nsubj/2/lemma=price rose/VERB/root/0/lemma=rise in/ADP/case/4 Lima/PROPN/obl/2/B-LOC";

TEST(Home, OfficialsOfTheOnlyCountryAreItsOwn) {
  const Resolved report({kInLima, "the/DET/det/2 prosecutor/NOUN/nsubj/3 resigned/VERB/root/0/lemma=resign"});
  EXPECT_EQ(report.codes("prosecutor"), "PER JUD");
}

TEST(Home, ForeignersAreNot) {
  const Resolved report({kInLima, "a/DET/det/3 regional/ADJ/amod/3 official/NOUN/nsubj/4 left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("official"), "- GOV");
  const Resolved envoy({kInLima, "the/DET/det/2 ambassador/NOUN/nsubj/3 left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(envoy.codes("ambassador"), "- GOV");
}

TEST(Home, OfManyCountriesNoneIsLikelyEnough) {
  const Resolved report({"Chile/PROPN/nsubj/2/B-LOC praised/VERB/root/0/lemma=praise Peru/PROPN/obj/2/B-LOC",
                         "France/PROPN/nsubj/2/B-LOC praised/VERB/root/0/lemma=praise Kenya/PROPN/obj/2/B-LOC",
                         "Brazil/PROPN/nsubj/2/B-LOC praised/VERB/root/0/lemma=praise Ghana/PROPN/obj/2/B-LOC",
                         "Norway/PROPN/nsubj/2/B-LOC praised/VERB/root/0/lemma=praise Togo/PROPN/obj/2/B-LOC",
                         "India/PROPN/nsubj/2/B-LOC praised/VERB/root/0/lemma=praise Fiji/PROPN/obj/2/B-LOC",
                         "the/DET/det/2 prosecutor/NOUN/nsubj/3 resigned/VERB/root/0/lemma=resign"});
  EXPECT_EQ(report.codes("prosecutor"), "- JUD");
}

TEST(Home, OfTwoCountriesTheOneThatLeadsAndIsNamedMore) {
  const Resolved report({"Peru/PROPN/nsubj/2/B-LOC praised/VERB/root/0/lemma=praise Chile/PROPN/obj/2/B-LOC",
                         "Peru/PROPN/nsubj/2/B-LOC thanked/VERB/root/0/lemma=thank him/PRON/obj/2",
                         "troops/NOUN/nsubj/2/lemma=troop/Number=Plur left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("troops"), "PER MIL");
}

TEST(Home, UnknownArmedMenHaveNone) {
  const Resolved report({kInLima, "gunmen/NOUN/nsubj/2/lemma=gunman/Number=Plur left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("gunmen"), "- UAF");
}

TEST(Home, PeopleOfNoOfficeAreCiviliansThere) {
  const Resolved report({kInLima, "three/NUM/nummod/2 miners/NOUN/nsubj/3/lemma=miner/Number=Plur left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("miners").substr(0, 3), "PER");
}

TEST(Home, WhoIsSentByTheOtherOfTwoCountries) {
  const char* const quarrel = "Peru/PROPN/nsubj/2/B-LOC criticized/VERB/root/0/lemma=criticize Chile/PROPN/obj/2/B-LOC";
  const char* const in_lima = "Peru/PROPN/nsubj/2/B-LOC thanked/VERB/root/0/lemma=thank him/PRON/obj/2";
  const Resolved report({quarrel, in_lima, "the/DET/det/2 embassy/NOUN/nsubj/3 protested/VERB/root/0/lemma=protest"});
  EXPECT_EQ(report.codes("embassy"), "CHL GOV");
  const Resolved western({quarrel, in_lima, "a/DET/det/3 Western/ADJ/amod/3 ambassador/NOUN/nsubj/4 left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(western.codes("ambassador").front(), '-');
  const Resolved anybody({quarrel, in_lima, "a/DET/det/2 diplomat/NOUN/nsubj/3 left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(anybody.codes("diplomat"), "- GOV");
}

TEST(Home, HisMenServeUnderAnOfficer) {
  const char* const colonel = "the/DET/det/2 Peruvian/ADJ/amod/3/B-NORP colonel/NOUN/nsubj/4 denied/VERB/root/0/lemma=deny ";
  const Resolved soldiers({std::string(colonel) + "his/PRON/nmod:poss/6/Gender=Masc|Number=Sing|Poss=Yes|PronType=Prs men/NOUN/obj/4/lemma=man/Number=Plur"});
  EXPECT_EQ(soldiers.codes("men"), "PER MIL");
  const Resolved guests(
      {std::string(colonel) + "his/PRON/nmod:poss/6/Gender=Masc|Number=Sing|Poss=Yes|PronType=Prs guests/NOUN/obj/4/lemma=guest/Number=Plur"});
  EXPECT_NE(guests.codes("guests"), "PER MIL");
}

TEST(Home, ADescribedPaperIsOfTheCountry) {
  const Resolved report({kInLima, "the/DET/det/2 newspaper/NOUN/nsubj/3 apologized/VERB/root/0/lemma=apologize"});
  EXPECT_EQ(report.codes("newspaper"), "PER JRN");
}

TEST(HomeWeights, ATableWithoutAFeatureNamesIt) {
  const std::string path = testing_support::test_path("home.tsv");
  std::ofstream(path) << "feature\tweight\nnobody\t1\n";
  const auto weights = HomeWeights::open(path);
  ASSERT_FALSE(weights);
  EXPECT_NE(weights.error().message.find("`lead`"), std::string::npos);
}

}  // namespace
}  // namespace dragoman

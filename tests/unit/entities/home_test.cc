// SPDX-License-Identifier: Apache-2.0
// The country that a report is set in, and who is of it because nothing says otherwise.
#include "entities_fixture.h"

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

TEST(Home, OfTwoCountriesNeitherIsHome) {
  const Resolved report({"Chile/PROPN/nsubj/2/B-LOC praised/VERB/root/0/lemma=praise Peru/PROPN/obj/2/B-LOC",
                         "the/DET/det/2 prosecutor/NOUN/nsubj/3 resigned/VERB/root/0/lemma=resign"});
  EXPECT_EQ(report.codes("prosecutor"), "- JUD");
}

TEST(Home, TroopsMayBeAnyones) {
  const Resolved report({kInLima, "troops/NOUN/nsubj/2/lemma=troop/Number=Plur left/VERB/root/0/lemma=leave"});
  EXPECT_EQ(report.codes("troops"), "- MIL");
}

}  // namespace
}  // namespace dragoman

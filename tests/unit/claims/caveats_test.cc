// SPDX-License-Identifier: Apache-2.0
#include "claims/caveats.h"

#include <gtest/gtest.h>

#include "support/shipped_rules.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::HandReport;
using testing_support::shipped_rules;

std::vector<Caveat> caveats_in(const std::vector<std::string>& sentences, const std::vector<WordAt>& places) {
  const HandReport hand(sentences);
  std::vector<ClaimAt> claims;
  for (const WordAt place : places) {
    claims.push_back({{}, place});
    claims.back().claim.id = "C-" + std::to_string(claims.size());
  }
  return find_caveats(hand.report(), claims, shipped_rules());
}

const std::string kUnchecked = "It/PRON/nsubj/5 could/AUX/aux/5 not/PART/advmod/5 be/AUX/aux/5 verified/VERB/root/0/lemma=verify";

TEST(Caveats, TheAuxiliaryBelongsToThePhraseAndTheClaimsBeforeAreMeant) {
  const auto caveats = caveats_in({"They/PRON/nsubj/2 fired/VERB/root/0", kUnchecked}, {{0, 1}});
  ASSERT_EQ(caveats.size(), 1U);
  EXPECT_EQ(caveats[0].words.text, "could not be verified");
  EXPECT_EQ(caveats[0].claims, std::vector<std::string>{"C-1"});
}

TEST(Caveats, AReasonIsNotInDoubt) {
  const auto caveats = caveats_in({"They/PRON/nsubj/2 fired/VERB/root/0", kUnchecked + " because/SCONJ/mark/7 barred/VERB/advcl/5"}, {{0, 1}, {1, 6}});
  ASSERT_EQ(caveats.size(), 1U);
  EXPECT_EQ(caveats[0].claims, std::vector<std::string>{"C-1"});
}

TEST(Caveats, LookAlikesAreNone) {
  EXPECT_TRUE(caveats_in({"an/DET/det/3 unofficial/ADJ/amod/3 visit/NOUN/root/0"}, {{0, 2}}).empty());
  EXPECT_TRUE(caveats_in({"They/PRON/nsubj/3 have/AUX/aux/3 verified/VERB/root/0/lemma=verify it/PRON/obj/3"}, {{0, 2}}).empty());
}

}  // namespace
}  // namespace dragoman

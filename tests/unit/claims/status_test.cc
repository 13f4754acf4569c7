// SPDX-License-Identifier: Apache-2.0
#include "claims/status.h"

#include <gtest/gtest.h>

#include "claims/conditions.h"
#include "claims/negation.h"
#include "support/shipped_rules.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::HandReport;
using testing_support::shipped_rules;
using testing_support::tree;

constexpr const char* kPast = "Mood=Ind|Tense=Past|VerbForm=Fin";

// The status of the word `form` as a SUPPORT event without a carrier.
ClaimStatus status_in(const std::string& sentence, std::string_view form) {
  Frame frame;
  frame.type = EventType::support;
  const HandReport hand({sentence});
  EventAt event;
  event.trigger = hand.find(form);
  event.frame = &frame;
  event.predicate = predicate_at(hand.report().tree(0), event.trigger.word);
  event.predicate.carrier.reset();
  return status_of(hand.report(), event, shipped_rules());
}

std::string said_it(const std::string& aux) {
  return std::string("Kenya/PROPN/nsubj/2 said/VERB/root/0/lemma=say/") + kPast + " it/PRON/nsubj/5 " + aux +
         "/AUX/aux/5/VerbForm=Fin sign/VERB/ccomp/2/VerbForm=Inf";
}

TEST(Status, WouldUnderASayingInThePastIsPlanned) {
  const ClaimStatus told = status_in(said_it("would"), "sign");
  EXPECT_EQ(told.realis, Realis::planned);
  EXPECT_EQ(told.tense, Tense::future);
  const ClaimStatus bare = status_in("Kenya/PROPN/nsubj/3 would/AUX/aux/3/VerbForm=Fin sign/VERB/root/0/VerbForm=Inf", "sign");
  EXPECT_EQ(bare.realis, Realis::hypothetical);
  EXPECT_EQ(status_in(said_it("may"), "sign").certainty, Certainty::possible);
}

TEST(Status, BeToIsPlannedAndYetToIsNegative) {
  const ClaimStatus planned = status_in("Kenya/PROPN/nsubj/4 is/AUX/aux/4/lemma=be/VerbForm=Fin to/PART/mark/4 sign/VERB/root/0/VerbForm=Inf", "sign");
  EXPECT_EQ(planned.realis, Realis::planned);
  EXPECT_EQ(planned.polarity, Polarity::positive);
  const ClaimStatus undone =
      status_in("Kenya/PROPN/nsubj/2 has/AUX/root/0/lemma=have/VerbForm=Fin yet/ADV/advmod/5 to/PART/mark/5 sign/VERB/xcomp/2/VerbForm=Inf", "sign");
  EXPECT_EQ(undone.polarity, Polarity::negative);
  EXPECT_EQ(undone.realis, Realis::actual);
}

TEST(Status, ParticiplesOnANounAreNotItsPlans) {
  const ClaimStatus signed_one = status_in("the/DET/det/2 agreement/NOUN/root/0 signed/VERB/acl/2/lemma=sign/Tense=Past|VerbForm=Part", "signed");
  EXPECT_EQ(signed_one.realis, Realis::actual);
  const ClaimStatus to_sign = status_in("the/DET/det/2 plan/NOUN/root/0 to/PART/mark/4 sign/VERB/acl/2/VerbForm=Inf", "sign");
  EXPECT_EQ(to_sign.realis, Realis::planned);
}

TEST(Status, WhetherLeavesItOpen) {
  const std::string rest = "/SCONJ/mark/6 troops/NOUN/nsubj/6 signed/VERB/ccomp/3/lemma=sign/Mood=Ind|Tense=Past|VerbForm=Fin";
  EXPECT_EQ(status_in("It/PRON/expl/3 is/AUX/cop/3/lemma=be clear/ADJ/root/0 whether" + rest, "signed").certainty, Certainty::unspecified);
  EXPECT_EQ(status_in("It/PRON/expl/3 is/AUX/cop/3/lemma=be clear/ADJ/root/0 that" + rest, "signed").certainty, Certainty::certain);
}

TEST(Negation, NotOnlyAndNoFewerThanDoNotNegate) {
  EXPECT_TRUE(has_negator(tree("not/PART/advmod/2 burned/VERB/root/0"), 1));
  EXPECT_FALSE(has_negator(tree("Not/PART/advmod/5/lemma=not until/ADP/case/3 Sunday/PROPN/obl/5 did/AUX/aux/5 lift/VERB/root/0"), 4));
  EXPECT_FALSE(has_negator(tree("not/PART/advmod/3 only/ADV/advmod/3 burned/VERB/root/0"), 2));
  EXPECT_TRUE(has_negative_argument(tree("No/DET/det/2/lemma=no deal/NOUN/nsubj/3 came/VERB/root/0"), 2));
  EXPECT_FALSE(has_negative_argument(tree("No/DET/det/4/lemma=no fewer/ADJ/amod/4 than/ADP/fixed/2 thirty/NUM/nsubj/5 came/VERB/root/0"), 4));
}

TEST(Negation, WhoIsAskedNobodyIsAsked) {
  const std::string asked = "Kenya/PROPN/nsubj/2 asked/VERB/root/0/lemma=ask/Mood=Ind|Tense=Past|VerbForm=Fin ";
  EXPECT_EQ(status_in(asked + "nobody/PRON/iobj/2 for/ADP/case/5 help/NOUN/obl/2", "asked").polarity, Polarity::negative);
  EXPECT_EQ(status_in(asked + "somebody/PRON/iobj/2 for/ADP/case/5 help/NOUN/obl/2", "asked").polarity, Polarity::positive);
}

TEST(Negation, CoordinatedInfinitivesShareAuxiliaries) {
  EXPECT_TRUE(shares_auxiliaries(tree("did/AUX/aux/2 sign/VERB/root/0/VerbForm=Inf or/CCONJ/cc/4 ratify/VERB/conj/2/VerbForm=Inf"), 3));
  EXPECT_FALSE(shares_auxiliaries(tree("did/AUX/aux/2 sign/VERB/root/0/VerbForm=Inf and/CCONJ/cc/4 left/VERB/conj/2/VerbForm=Fin"), 3));
}

TEST(Conditions, ClausesPhrasesAndInversion) {
  const Tree iff =
      tree("will/AUX/aux/2 sign/VERB/root/0/VerbForm=Inf ,/PUNCT/punct/6 if/SCONJ/mark/6 Minsk/PROPN/nsubj/6 withdraws/VERB/advcl/2 ./PUNCT/punct/6");
  const auto range = condition_of(iff, 1, true);
  ASSERT_TRUE(range);
  EXPECT_EQ(range->first, 3);
  EXPECT_EQ(range->last, 5);
  const Tree phrase = tree("Without/ADP/case/3/lemma=without a/DET/det/3 deal/NOUN/obl/5 will/AUX/aux/5 attack/VERB/root/0");
  EXPECT_TRUE(condition_of(phrase, 4, true));
  EXPECT_FALSE(condition_of(phrase, 4, false));
  EXPECT_FALSE(condition_of(tree("Without/ADP/case/2/lemma=without delay/NOUN/obl/4 will/AUX/aux/4 attack/VERB/root/0"), 3, true));
  // Terms on which somebody speaks are no condition of what he tells; terms between parties are.
  const std::string will = "Oslo/PROPN/nsubj/3 will/AUX/aux/3 sign/VERB/root/0 on/ADP/case/5 condition/NOUN/obl/3 of/ADP/case/7 ";
  EXPECT_FALSE(condition_of(tree(will + "anonymity/NOUN/nmod/5"), 2, true));
  EXPECT_TRUE(condition_of(tree(will + "withdrawal/NOUN/nmod/5"), 2, true));
  EXPECT_TRUE(is_inverted(tree("Should/AUX/aux/3 Israel/PROPN/nsubj/3 strike/VERB/root/0"), 2));
  EXPECT_FALSE(is_inverted(tree("Israel/PROPN/nsubj/3 should/AUX/aux/3 strike/VERB/root/0"), 2));
}

}  // namespace
}  // namespace dragoman

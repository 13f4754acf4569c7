// SPDX-License-Identifier: Apache-2.0
#include "claims/score.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

Claim claim_between(const std::string& actor, const std::string& recipient) {
  Claim claim;
  claim.rule = "accuse.accuse";
  for (const auto& [role, code] : {std::pair{Role::actor, actor}, {Role::recipient, recipient}}) {
    Participant participant;
    participant.role = role;
    participant.code = code;
    claim.participants.push_back(participant);
  }
  return claim;
}

TEST(Score, IsAShareAndRisesWithCodedSides) {
  const double none = score_of(claim_between("", ""), {}), one = score_of(claim_between("EST", ""), {}), both = score_of(claim_between("EST", "RUS"), {});
  EXPECT_GT(none, 0.0);
  EXPECT_LT(none, one);
  EXPECT_LT(one, both);
  EXPECT_LT(both, 1.0);
}

TEST(Score, FallsWhereThingsGoWrongMostOften) {
  const Claim plain = claim_between("EST", "RUS");
  Claim planned = plain, uncoded = claim_between("EST", "");
  planned.realis = Realis::planned;
  for (const Claim& claim : {planned, uncoded}) EXPECT_LT(score_of(claim, {}), score_of(plain, {}));
}

TEST(Score, OfAJointEventNeedsNoRecipient) {
  Claim joint = claim_between("ARM", "TUR"), lone = claim_between("ARM", "TUR");
  joint.participants[1].role = Role::actor;
  lone.participants.pop_back();
  EXPECT_GT(score_of(joint, {}), score_of(lone, {}));
}

TEST(Score, RisesWithWhatTheModelMakesOfIt) {
  const Claim claim = claim_between("EST", "RUS");
  const double unasked = score_of(claim, {}), sure_of_type = score_of(claim, {0.9, 0.95, 0, 0}), sure = score_of(claim, {0.9, 0.95, 0.9, 0.9});
  EXPECT_LT(unasked, sure_of_type);
  EXPECT_LT(sure_of_type, sure);
}

}  // namespace
}  // namespace dragoman

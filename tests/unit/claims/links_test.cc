// SPDX-License-Identifier: Apache-2.0
#include "claims/links.h"

#include <gtest/gtest.h>

#include "support/tree_builder.h"

namespace dragoman {
namespace {

ClaimAt statement(const std::string& id, const std::string& speaker, Stance stance) {
  ClaimAt claim;
  claim.claim.id = id;
  claim.claim.kind = ClaimKind::statement;
  Hop hop;
  hop.source.entity = speaker;
  hop.stance = stance;
  claim.claim.words.text = "it";
  claim.claim.chains.push_back({hop});
  return claim;
}

ClaimAt event(const std::string& id, EventType type, const std::string& party, Stance stance) {
  ClaimAt claim = statement(id, "E-press", stance);
  claim.claim.kind = ClaimKind::event;
  claim.claim.event = Event{};
  claim.claim.event->type = type;
  Participant participant;
  participant.entity = party;
  claim.claim.participants.push_back(participant);
  return claim;
}

std::vector<Link> links_of_last(std::vector<ClaimAt> claims) {
  link_claims(claims);
  return claims.back().claim.links;
}

TEST(Links, ABareDenialAnswersTheLastEvent) {
  const auto links = links_of_last({event("C-1", EventType::assault, "E-a", Stance::asserts), statement("C-2", "E-b", Stance::denies)});
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].type, LinkType::denies);
  EXPECT_EQ(links[0].claim, "C-1");
}

TEST(Links, ABareDenialAnswersTheEventThatItsSpeakerIsAPartyTo) {
  const auto links = links_of_last({event("C-1", EventType::assault, "E-b", Stance::asserts), event("C-2", EventType::consult, "E-c", Stance::asserts),
                                    statement("C-3", "E-b", Stance::denies)});
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].claim, "C-1");
}

TEST(Links, ABareDenialAnswersTheEventWhoseWordItRepeats) {
  auto threat = event("C-1", EventType::threaten, "E-a", Stance::asserts);
  threat.claim.event->trigger.text = "threatened";
  auto denial = statement("C-3", "E-b", Stance::denies);
  denial.claim.words.text = "the threat";
  EXPECT_EQ(links_of_last({threat, event("C-2", EventType::consult, "E-a", Stance::asserts), denial})[0].claim, "C-1");
}

TEST(Links, NoCommentIsOnTheFirstEventOfTheReport) {
  const auto links = links_of_last({event("C-1", EventType::assault, "E-a", Stance::asserts), event("C-2", EventType::consult, "E-c", Stance::asserts),
                                    statement("C-3", "E-b", Stance::no_comment)});
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].claim, "C-1");
}

TEST(Links, ADenialOfSomethingElseIsNoneOfTheEvent) {
  auto denial = statement("C-2", "E-b", Stance::denies);
  denial.claim.words.text = "the figure";
  EXPECT_TRUE(links_of_last({event("C-1", EventType::assault, "E-a", Stance::asserts), denial}).empty());
  auto abduction = event("C-2", EventType::assault, "E-a", Stance::denies);
  abduction.claim.event->mode = "abduct";
  abduction.claim.participants.push_back(Participant{Role::recipient, "E-activists", "", "", {}});
  EXPECT_TRUE(links_of_last({event("C-1", EventType::assault, "E-a", Stance::asserts), abduction}).empty());
}

TEST(Links, ABareConfirmationAnswersAStatementOfSomebodyElse) {
  const auto links = links_of_last({statement("C-1", "E-a", Stance::asserts), statement("C-2", "E-b", Stance::confirms)});
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].type, LinkType::confirms);
  EXPECT_TRUE(links_of_last({statement("C-1", "E-b", Stance::asserts), statement("C-2", "E-b", Stance::confirms)}).empty());
  EXPECT_TRUE(links_of_last({statement("C-1", "E-a", Stance::asserts), statement("C-2", "E-b", Stance::asserts)}).empty());
}

TEST(Links, ANonDenialAnswersTheSameKindOfEventWithAPartyInCommon) {
  const auto same = links_of_last({event("C-1", EventType::consult, "E-a", Stance::denies), event("C-2", EventType::consult, "E-a", Stance::does_not_deny)});
  ASSERT_EQ(same.size(), 1U);
  EXPECT_EQ(same[0].type, LinkType::does_not_deny);
  EXPECT_TRUE(links_of_last({event("C-1", EventType::assault, "E-a", Stance::asserts), event("C-2", EventType::consult, "E-a", Stance::denies)}).empty());
}

}  // namespace
}  // namespace dragoman

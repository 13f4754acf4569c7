// SPDX-License-Identifier: Apache-2.0
#include "dragoman/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/events/event_samples.h"

namespace dragoman {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

LinkedEvent event(const std::string& id) { return EventSample(id, EventType::consult, "2025-05-13").event; }

LinkedEvent with_claims(LinkedEvent event, const std::vector<std::string>& claims) {
  event.claims.clear();
  for (const std::string& claim : claims) event.claims.push_back({"R", claim, ""});
  return event;
}

std::vector<std::string> told(const std::vector<EventChange>& changes) {
  std::vector<std::string> lines;
  for (const EventChange& change : changes) {
    lines.push_back(std::string(name_of(change.kind)) + " " + (change.before ? change.before->id : "-") + " " + (change.after ? change.after->id : "-"));
  }
  return lines;
}

TEST(Changes, AreNoneBetweenTheSame) {
  const std::vector<LinkedEvent> events = {event("A"), event("B")};
  EXPECT_THAT(changes_between(events, events), IsEmpty());
}

TEST(Changes, TellWhatIsNewGoneAndChanged) {
  LinkedEvent disputed = event("C"), vouched = event("D"), carried = with_claims(event("E"), {"C-E", "C-E2"});
  disputed.status = EventStatus::disputed;
  vouched.origins_max = 2;
  const std::vector<LinkedEvent> before = {event("A"), event("C"), event("D"), event("E"), event("S")};
  const std::vector<LinkedEvent> after = {event("S"), carried, vouched, disputed, event("N")};
  EXPECT_THAT(told(changes_between(before, after)), ElementsAre("added - E-N", "gone E-A -", "status E-C E-C", "origins E-D E-D", "claims E-E E-E"));
}

TEST(Changes, FollowAnEventThatGotAnEarlierClaim) {
  LinkedEvent renamed = with_claims(event("A"), {"C-A", "C-B"});
  renamed.aliases = {"E-B"};
  EXPECT_THAT(told(changes_between(std::vector{event("B")}, std::vector{renamed})), ElementsAre("claims E-B E-A"));
}

TEST(Changes, TellMergersAndSplits) {
  const std::vector<LinkedEvent> apart = {with_claims(event("A"), {"C-A"}), with_claims(event("B"), {"C-B"})};
  const std::vector<LinkedEvent> together = {with_claims(event("A"), {"C-A", "C-B"})};
  EXPECT_THAT(told(changes_between(apart, together)), ElementsAre("merged E-B E-A", "claims E-A E-A"));
  EXPECT_THAT(told(changes_between(together, apart)), ElementsAre("split E-A E-B", "claims E-A E-A"));
}

}  // namespace
}  // namespace dragoman

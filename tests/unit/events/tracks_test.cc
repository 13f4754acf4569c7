// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "dragoman/track.h"
#include "events/track_rules.h"
#include "unit/events/event_samples.h"

namespace dragoman {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> kPair = {"KAZ", "UZB"};

TrackEvent seen(LinkedEvent event, std::string trigger, std::string words) { return {std::move(event), {}, {std::move(trigger)}, {std::move(words)}, false}; }

TrackEvent talks(const std::string& id, const std::string& date, const std::string& words, EventStatus status = EventStatus::reported) {
  return seen(EventSample(id, EventType::consult, date).together().status(status).event, "talks", words);
}

std::vector<std::string> states_in(const Track& track) {
  std::vector<std::string> states;
  for (const Transition& transition : track.transitions) states.push_back(transition.state);
  return states;
}

TEST(Tracks, FollowANegotiation) {
  LinkedEvent call = EventSample("A", EventType::consult, "2025-03-01").event;
  call.mode = "phone";
  LinkedEvent mediated = EventSample("B", EventType::consult, "2025-03-10").together().event;
  mediated.mode = "third-party";
  const std::vector<TrackEvent> events = {
      seen(call, "call", "spoke by phone"),
      seen(mediated, "mediated", "Astana mediated between the two"),
      talks("C", "2025-03-20", "held talks in Almaty"),
      seen(EventSample("D", EventType::request, "2025-04-01").event, "proposed", "put forward a proposal for a water agreement"),
      seen(EventSample("E", EventType::support, "2025-05-01").together().event, "signed", "signed the agreement on water"),
      seen(EventSample("F", EventType::support, "2025-06-01").event, "ratified", "ratified the accord"),
      seen(EventSample("G", EventType::support, "2025-07-01").together().event, "agreement", "the agreement entered into force")};
  const std::vector<Track> tracks = tracks_of(events, kPair, TrackKind::negotiation);
  ASSERT_EQ(tracks.size(), 1u);
  EXPECT_THAT(states_in(tracks[0]), ElementsAre("contacts", "indirect-talks", "direct-talks", "terms-tabled", "signed", "ratified", "in-force"));
  EXPECT_EQ(tracks[0].state, "in-force");
  EXPECT_EQ(tracks[0].transitions[2].from, "indirect-talks");
  EXPECT_EQ(tracks[0].transitions[2].date, "2025-03-20");
  EXPECT_THAT(tracks[0].transitions[2].claims, ElementsAre("C-C"));
}

TEST(Tracks, DoNotTakeAgreedForSigned) {
  const std::vector<TrackEvent> events = {
      seen(EventSample("A", EventType::agree, "2025-04-01").together().event, "understanding", "reached an understanding on water")};
  EXPECT_THAT(states_in(tracks_of(events, kPair, TrackKind::negotiation)[0]), ElementsAre("terms-tabled"));
}

TEST(Tracks, GoBackOnlyAfterAStop) {
  const std::vector<TrackEvent> events = {talks("A", "2025-03-01", "held direct talks"), talks("B", "2025-03-05", "exchanged messages through intermediaries"),
                                          talks("C", "2025-03-09", "the talks broke down over water"), talks("D", "2025-04-01", "indirect talks resumed")};
  const std::vector<Track> tracks = tracks_of(events, kPair, TrackKind::negotiation);
  EXPECT_THAT(states_in(tracks[0]), ElementsAre("direct-talks", "collapsed", "indirect-talks"));
}

TEST(Tracks, MarkWhatIsContested) {
  const std::vector<TrackEvent> events = {talks("A", "2025-03-01", "held talks", EventStatus::disputed), talks("B", "2025-03-02", "met again"),
                                          talks("C", "2025-03-09", "the talks were suspended", EventStatus::denied)};
  const std::vector<Track> tracks = tracks_of(events, kPair, TrackKind::negotiation);
  ASSERT_EQ(tracks[0].transitions.size(), 2u);
  EXPECT_TRUE(tracks[0].transitions[0].contested());
  EXPECT_TRUE(tracks[0].transitions[0].holds());
  EXPECT_THAT(tracks[0].transitions[0].also, ElementsAre("E-B"));
  EXPECT_TRUE(tracks[0].transitions[1].contested());
  EXPECT_FALSE(tracks[0].transitions[1].holds());
  EXPECT_EQ(tracks[0].state, "direct-talks");
}

TEST(Tracks, DoNotTakePlansForDeeds) {
  const std::vector<TrackEvent> events = {
      seen(EventSample("A", EventType::support, "2025-05-01").together().status(EventStatus::planned).event, "sign", "will sign the treaty in May"),
      seen(EventSample("B", EventType::support, "2025-05-02").together().event, "signed", "signed the treaty")};
  const std::vector<Track> tracks = tracks_of(events, kPair, TrackKind::negotiation);
  ASSERT_EQ(tracks[0].transitions.size(), 2u);
  EXPECT_EQ(tracks[0].transitions[0].footing, Footing::planned);
  EXPECT_EQ(tracks[0].transitions[1].from, "");
  EXPECT_EQ(tracks_of(std::span(events).first(1), kPair, TrackKind::negotiation)[0].state, "");
}

TEST(Tracks, PassOverTheNegatedAndTheRetracted) {
  TrackEvent none = seen(EventSample("A", EventType::support, "2025-05-01").together().event, "signed", "no treaty was signed");
  none.negative = true;
  const std::vector<TrackEvent> events = {none, talks("B", "2025-05-02", "held talks", EventStatus::retracted)};
  EXPECT_THAT(tracks_of(events, kPair, TrackKind::negotiation), IsEmpty());
}

TEST(Tracks, TellSanctionsByWhoImposesThem) {
  LinkedEvent back = EventSample("B", EventType::sanction, "2025-02-02").by("UZB", "Uzbekistan").to("KAZ", "Kazakhstan").event;
  const std::vector<TrackEvent> events = {
      seen(EventSample("A", EventType::threaten, "2025-01-01").event, "threatened", "threatened sanctions against Tashkent"),
      seen(EventSample("C", EventType::sanction, "2025-02-01").event, "imposed", "imposed sanctions on two banks"),
      seen(back, "imposed", "imposed a tariff on Kazakh grain"),
      seen(EventSample("D", EventType::sanction, "2025-02-03").event, "expelled", "expelled two diplomats"),
      seen(EventSample("E", EventType::concede, "2025-03-01").event, "eased", "eased sanctions on one bank"),
      seen(EventSample("F", EventType::concede, "2025-04-01").event, "lifted", "lifted all sanctions")};
  const std::vector<Track> tracks = tracks_of(events, kPair, TrackKind::sanctions);
  ASSERT_EQ(tracks.size(), 2u);
  EXPECT_THAT(states_in(tracks[0]), ElementsAre("threatened", "imposed", "eased", "lifted"));
  EXPECT_THAT(tracks[1].parties, ElementsAre("UZB", "KAZ"));
  EXPECT_THAT(states_in(tracks[1]), ElementsAre("imposed"));
}

TEST(Tracks, FollowAnAgreement) {
  LinkedEvent quit = EventSample("E", EventType::sanction, "2025-09-01").event;
  quit.mode = "withdraw";
  const std::vector<TrackEvent> events = {
      seen(EventSample("A", EventType::support, "2025-05-01").together().event, "signed", "signed a truce"),
      seen(EventSample("B", EventType::retreat, "2025-05-02").together().event, "truce", "the truce took effect at dawn"),
      seen(EventSample("C", EventType::accuse, "2025-06-01").event, "accused", "accused Tashkent of violating the truce"),
      seen(EventSample("D", EventType::support, "2025-07-01").event, "reaffirmed", "reaffirmed its commitment to the truce"),
      seen(quit, "withdrew", "withdrew from the pact")};
  const std::vector<Track> tracks = tracks_of(events, kPair, TrackKind::agreement);
  ASSERT_EQ(tracks.size(), 1u);
  EXPECT_THAT(states_in(tracks[0]), ElementsAre("signed", "in-force", "alleged-violated", "reaffirmed", "withdrawn"));
}

TEST(Tracks, DoNotDependOnTheOrderGiven) {
  std::vector<TrackEvent> events = {talks("A", "2025-03-01", "exchanged messages through intermediaries"), talks("B", "2025-03-05", "held talks"),
                                    talks("C", "2025-03-09", "suspended the talks"), talks("D", "2025-03-09", "held talks again")};
  const std::vector<std::string> expected = states_in(tracks_of(events, kPair, TrackKind::negotiation)[0]);
  std::reverse(events.begin(), events.end());
  EXPECT_EQ(states_in(tracks_of(events, kPair, TrackKind::negotiation)[0]), expected);
}

TEST(Tracks, NeedTwoOfTheParties) {
  const std::vector<TrackEvent> events = {seen(EventSample("A", EventType::consult, "2025-03-01").to("TJK", "Tajikistan").event, "talks", "held talks")};
  EXPECT_THAT(tracks_of(events, kPair, TrackKind::negotiation), IsEmpty());
}

// The table and the machines go together: each row leads to a state that there is, and each state is led to.
TEST(TrackRules, NameTheStatesOfTheirKind) {
  for (const TrackKind kind : {TrackKind::negotiation, TrackKind::sanctions, TrackKind::agreement}) {
    std::set<std::string_view> led_to;
    for (const TrackRule& rule : track_rules()) {
      if (rule.kind == kind) led_to.insert(rule.state);
    }
    const std::vector<std::string_view> states = states_of(kind);
    EXPECT_EQ(led_to, std::set<std::string_view>(states.begin(), states.end())) << name_of(kind);
  }
}

}  // namespace
}  // namespace dragoman

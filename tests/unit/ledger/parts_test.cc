// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "ledger/deflate.h"
#include "ledger/event_bytes.h"
#include "ledger/moments.h"
#include "ledger/search.h"

namespace dragoman {
namespace {

TEST(Moments, AreInUtcAndLastAsLongAsTheyMay) {
  const auto day = moment_of("2025-05-14");
  ASSERT_TRUE(day);
  EXPECT_EQ(day->begin, "2025-05-14T00:00:00Z");
  EXPECT_EQ(day->end, "2025-05-14T23:59:59Z");
  EXPECT_EQ(moment_of("2025-05-14T01:00+02:00")->begin, "2025-05-13T23:00:00Z");
  EXPECT_EQ(moment_of("2025-05-14T01:00+0200")->end, "2025-05-13T23:00:59Z");
  EXPECT_EQ(moment_of("2024-02-29 12:30:15.250Z")->begin, "2024-02-29T12:30:15Z");
  EXPECT_EQ(order_of("2025-05-14"), "2025-05-14");
  EXPECT_EQ(order_of("2025-05-14T10:00-05:00"), "2025-05-14T15:00:00Z");
  EXPECT_EQ(seconds_of("1970-01-02T00:00:10Z"), 86410);
  EXPECT_LT(order_of("2025-05-14"), order_of("2025-05-14T00:00Z"));
  for (const char* const wrong :
       {"", "2025", "2025-05", "2025-02-30", "2025-05-14T", "2025-05-14T25:00", "2025-05-14T10:60Z", "2025-05-14T10:00+", "2025-05-14x", "today"})
    EXPECT_FALSE(moment_of(wrong)) << wrong;
}

TEST(Deflate, GivesBackAndRefusesDamage) {
  for (const std::string& text : {std::string(), std::string("a"), std::string(100000, 'b')}) EXPECT_EQ(inflated(deflated(text)), text);
  const std::string like = "some words that both sides have";
  EXPECT_EQ(inflated(deflated("words that both sides have had", like), like), "words that both sides have had");
  EXPECT_FALSE(inflated(deflated("words that both sides have had", like), "another text"));
  EXPECT_LT(deflated(like, like).size(), deflated(like).size());
  std::string damaged = deflated("some words that are long enough to be worth it");
  damaged[0] = '\x7F';
  EXPECT_FALSE(inflated(damaged));
  EXPECT_FALSE(inflated("abc"));
  EXPECT_FALSE(inflated(std::string("\xFF\xFF\xFF\x1F", 4) + "x"));
}

TEST(EventBytes, GiveBackEveryField) {
  LinkedEvent event;
  event.id = "E-7KQ2";
  event.type = EventType::sanction;
  event.mode = "embargo";
  event.actors = {{"ISR", "Israel", "GOV"}, {"", "someone", ""}};
  event.recipients = {{"SYR", "Syria", "MIL"}};
  event.place = Place{"Homs", "SYR", 34.7, 36.7, 169577, {3, 7}};
  event.begin_date = event.end_date = "2025-05-14";
  event.time_precision = "day";
  event.claims = {{"r1", "C-1", "O-1"}, {"r2", "C-2", ""}};
  event.origins_min = 1;
  event.origins_max = 2;
  event.roots = {{"O-1", RootKind::person, "an aide", "ISR", "r1", "2025-05-14", true, "first"}};
  event.why = {"one", "two"};
  event.status = EventStatus::disputed;
  event.status_rule = "said and denied";
  event.confirmed_by = {"a"};
  event.denied_by = {"b", "c"};
  event.first_reported = {"r1", "Channel 12", "2025-05-14"};
  event.first_published = event.last_published = "2025-05-14";
  event.reports = 2;
  event.texts = 1;
  event.outlets = 300;
  const std::string bytes = event_to_bytes(event);
  const auto back = event_from_bytes(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(to_json(*back), to_json(event));
  EXPECT_EQ(row_of(*back), row_of(event));
  EXPECT_EQ(event_to_bytes(*back), bytes);
  EXPECT_EQ(back->place->lat, 34.7);
  EXPECT_EQ(back->claims[0].origin, "O-1");
  EXPECT_EQ(back->outlets, 300);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_FALSE(event_from_bytes(bytes.substr(0, cut)));
}

TEST(Search, MakesAQuestionOfAnyText) {
  EXPECT_EQ(match_of("Port talks"), "\"port\" * AND \"talks\" *");
  EXPECT_EQ(match_of("\"a\" OR (b* NEAR c"), "\"a\" * AND \"or\" * AND \"b\" * AND \"near\" * AND \"c\" *");
  EXPECT_EQ(match_of(" -*^\"' "), "");
}

}  // namespace
}  // namespace dragoman

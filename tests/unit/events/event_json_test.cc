// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "desk.h"

namespace dragoman {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(EventJson, StatusesHaveNamesBothWays) {
  for (int i = 0; i < 8; ++i) {
    const auto status = static_cast<EventStatus>(i);
    EXPECT_EQ(status, event_status_named(name_of(status)));
  }
  EXPECT_FALSE(event_status_named("rumoured"));
  EXPECT_EQ("anonymous", name_of(RootKind::anonymous));
}

TEST(EventJson, HasTheContractsFieldsInOneLine) {
  Desk desk;
  desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z", {{anonymous("a \"fisherman\"\n")}});
  const std::string json = to_json(desk.event());
  EXPECT_EQ(std::string::npos, json.find('\n'));
  EXPECT_EQ(0U, json.find(R"({"schema":"dragoman.event/1","id":"E-)"));
  EXPECT_TRUE(has(json, R"("type":"ASSAULT","mode":null,)"));
  EXPECT_TRUE(has(json, R"("actors":[{"code":"CHN","sector":"MIL","name":"CHN"}])"));
  EXPECT_TRUE(has(json, R"("claims":[{"report":"r1","claim":"C-r1-0","origin":"O-)"));
  EXPECT_TRUE(has(json, R"("origins":{"min":1,"max":1,"roots":[{"id":"O-)"));
  EXPECT_TRUE(has(json, R"("first_reported":{"report":"r1","outlet":"Luzon Tribune","published":"2025-01-01T05:00Z"})"));
  EXPECT_TRUE(has(json, R"("place":null,"time":null)"));
}
TEST(EventJson, AnOutletOutsideTheLedgerHasNoReport) {
  Desk desk;
  desk.tell("r1", "Harbour Post", "2025-05-14T10:00Z", {{outlet("Channel 12")}});
  EXPECT_TRUE(has(to_json(desk.event()), R"("first_reported":{"report":null,"outlet":"Channel 12","published":null})"));
}
TEST(EventJson, BytesThatAreNotUtf8AreReplaced) {
  LinkedEvent event;
  event.status_rule = "\xff";
  EXPECT_TRUE(has(to_json(event), "\xEF\xBF\xBD"));
}

TEST(Votes, PlaceTimeTypeAndPartiesGoByReports) {
  Desk desk;
  Place sabina;
  sabina.name = "Sabina Shoal";
  Place manila;
  manila.name = "Manila";
  ClaimFacts& first = desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z");
  first.place = manila;
  first.begin_date = "2025-01-01";
  first.end_date = "2025-01-31";
  for (const std::string id : {"r2", "r3"}) {
    ClaimFacts& claim = desk.tell(id, "Outlet " + id, "2025-01-02T05:00Z");
    claim.place = sabina;
    claim.begin_date = claim.end_date = "2025-01-01";
    claim.mode = "crowd-control";
  }
  for (int i = 0; i < 3; ++i) desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z").place = manila;  // one report has one vote
  const LinkedEvent event = desk.event();
  EXPECT_EQ("Sabina Shoal", event.place->name);
  EXPECT_EQ("2025-01-01", event.end_date);
  EXPECT_EQ("day", event.time_precision);
  EXPECT_EQ("crowd-control", event.mode);
  ASSERT_EQ(1U, event.recipients.size());
  EXPECT_EQ("PHL", event.recipients[0].code);
  EXPECT_EQ(3, event.reports);
}
TEST(Votes, ACopyIsNoTextOfItsOwn) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z");
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z");
  desk.edge(LineageKind::copies, "r2", "r1");
  const LinkedEvent event = desk.event();
  EXPECT_EQ(2, event.reports);
  EXPECT_EQ(1, event.texts);
  EXPECT_EQ(2, event.outlets);
  EXPECT_EQ("2025-01-01T06:00Z", event.last_published);
}
TEST(Votes, MonthsWeeksAndYearsAreSeen) {
  for (const auto& [begin, end, precision] : std::vector<std::tuple<std::string, std::string, std::string>>{{"2025-02-01", "2025-02-28", "month"},
                                                                                                            {"2024-12-30", "2025-01-05", "week"},
                                                                                                            {"2024-01-01", "2024-12-31", "year"},
                                                                                                            {"2025-01-03", "2025-01-05", "period"}}) {
    Desk desk;
    ClaimFacts& claim = desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z");
    claim.begin_date = begin;
    claim.end_date = end;
    EXPECT_EQ(precision, desk.event().time_precision) << begin;
  }
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "events/lineage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drafts.h"

namespace dragoman {
namespace {

const char* const kLead =
    "Belmar and rebels of the Red River Front have held three days of talks on prisoners in the border town of Kalu, a regional mediator said. ";
const char* const kSecond = "Neither side would comment on the meeting, which took place in a school that had been closed since the floods. ";
const char* const kThird = "The mediator said that both delegations had agreed to meet again in the autumn if the truce in the valley holds. ";
const char* const kFourth = "Grain prices in the region have doubled since the bridges were blown up in the spring, according to traders.";

ReportFacts report(const std::string& id, const std::string& outlet, const std::string& published, const std::string& text) {
  Draft draft(id, outlet, published, text);
  draft.state("Belmar", "BLM").state("Tarsis", "TRS");
  for (const char* trigger : {"talks", "spoken", "bought"}) {
    if (text.find(trigger) != std::string::npos && text.find("Belmar") != std::string::npos)
      draft.claim(EventType::consult, trigger).party(Role::actor, "Belmar");
  }
  return facts_of(draft.read);
}

std::string lineage(const ReportFacts& of, const std::vector<ReportFacts>& others) {
  std::vector<const ReportFacts*> all;
  for (const ReportFacts& other : others) all.push_back(&other);
  std::string words;
  for (const LineageEdge& edge : lineage_of(of, all)) {
    words += std::string(name_of(edge.kind)) + " " + (edge.to_report.empty() ? "(" + edge.to_outlet + ")" : edge.to_report) + ";";
  }
  std::vector<const ReportFacts*> reversed(all.rbegin(), all.rend());
  EXPECT_EQ(lineage_of(of, all).size(), lineage_of(of, reversed).size());
  return words;
}

bool share_band(const ReportFacts& a, const ReportFacts& b) {
  const auto left = lineage_bands(a), right = lineage_bands(b);
  return std::any_of(left.begin(), left.end(), [&](std::uint64_t key) { return std::find(right.begin(), right.end(), key) != right.end(); });
}

ReportFacts wire() {
  return report("r1", "Northern Wire", "2025-01-01T05:00:00Z", std::string("KALU, Jan 1 (Northern Wire) - ") + kLead + kSecond + kThird + kFourth);
}

TEST(Copies, AreTheSameTextUnderAnotherDateline) {
  const ReportFacts copy = report("r2", "Lake Gazette", "2025-01-01T06:00:00Z", std::string("Kalu \u2014 ") + kLead + kSecond + kThird + kFourth);
  EXPECT_EQ("copies r1;", lineage(copy, {wire()}));
  EXPECT_TRUE(share_band(copy, wire()));
}
TEST(Copies, MayBeEditedOrShortened) {
  const ReportFacts edited = report("r2", "Lake Gazette", "2025-01-01T06:00:00Z", std::string("In a surprise move, ") + kLead + kSecond + kThird);
  EXPECT_EQ("copies r1;", lineage(edited, {wire()}));
  const ReportFacts lead = report("r3", "Lake Gazette", "2025-01-01T06:00:00Z", kLead);
  EXPECT_EQ("copies r1;", lineage(lead, {wire()}));
  EXPECT_TRUE(share_band(lead, wire()));
}
TEST(Copies, AreNotReportsThatQuoteASentence) {
  const std::string own =
      "Traders in the capital welcomed the news on Thursday and expect trucks to cross the valley before the harvest begins. "
      "The finance ministry has promised to pay for new bridges, and two foreign banks have said that they will lend for it. ";
  EXPECT_EQ("", lineage(report("r2", "Lake Gazette", "2025-01-01T06:00:00Z", own + kSecond), {wire()}));
}
TEST(Copies, AreNotTheSameEventInOtherWords) {
  const ReportFacts own = report("r2", "Lake Gazette", "2025-01-01T06:00:00Z",
                                 "Envoys of Belmar have spoken with leaders of the Front at a school in Kalu about an exchange of captives.");
  EXPECT_EQ("", lineage(own, {wire()}));
}
TEST(Copies, OfACopyGoBackToTheFirst) {
  const ReportFacts second = report("r2", "Lake Gazette", "2025-01-01T06:00:00Z", std::string(kLead) + kSecond + kThird + kFourth);
  const ReportFacts third = report("r3", "Harbour Post", "2025-01-01T07:00:00Z", std::string(kLead) + kSecond + kThird + kFourth);
  EXPECT_EQ("copies r1;", lineage(third, {second, wire()}));
}

TEST(Copies, AreNewVersionsOfTheOutletsOwnReport) {
  const std::string again =
      "Belmar and rebels of the Red River Front have held four days of talks on prisoners in Kalu, a regional mediator said. " + std::string(kFourth);
  const auto version = [&](const std::string& outlet, const std::string& mark) { return report("r2", outlet, "2025-01-01T06:00:00Z", mark + again); };
  const ReportFacts first = report("r1", "Northern Wire", "2025-01-01T05:00:00Z", std::string(kLead) + kSecond);
  EXPECT_EQ("copies r1;", lineage(version("Northern Wire", "CORRECTION - "), {first}));
  EXPECT_EQ("", lineage(version("Northern Wire", ""), {first}));
  EXPECT_EQ("", lineage(version("Lake Gazette", "CORRECTION - "), {first}));
}
TEST(Edges, GoOnlyBackInTimeAndTiesByTheId) {
  const std::string text = std::string(kLead) + kSecond;
  const ReportFacts a = report("a", "Lake Gazette", "2025-01-01T06:00:00Z", text), b = report("b", "Harbour Post", "2025-01-01T06:00:00Z", text);
  EXPECT_EQ("", lineage(a, {b}));
  EXPECT_EQ("copies a;", lineage(b, {a}));
  EXPECT_EQ("", lineage(wire(), {a, b, wire()}));
}

TEST(AgencyLines, LeadToTheLikeReportOfTheAgencyElseToTheAgency) {
  const std::string text = std::string("KALU (Northern Wire) - ") + kLead + kSecond + kThird + kFourth;
  const ReportFacts copy = report("r2", "Lake Gazette", "2025-01-01T06:00:00Z", text);
  EXPECT_EQ("copies r1;credits r1;", lineage(copy, {wire()}));
  EXPECT_EQ("credits (Northern Wire);", lineage(copy, {}));
  const ReportFacts grain = report("r0", "Northern Wire", "2024-12-01T05:00:00Z", "Tarsis has bought grain for the winter from farmers on the coast.");
  EXPECT_EQ("credits (Northern Wire);", lineage(copy, {grain}));
}
TEST(Citations, LeadToTheEarliestReportOnTheSameElseToTheOutlet) {
  const ReportFacts citing = report("r9", "Lake Gazette", "2025-01-03T06:00:00Z", "Belmar has held talks with the Front in Kalu, according to Northern Wire.");
  const ReportFacts later = report("r2", "Northern Wire", "2025-01-02T05:00:00Z", "Belmar confirmed the talks with the Red River Front in Kalu.");
  const ReportFacts grain = report("r0", "Northern Wire", "2024-12-01T05:00:00Z", "Tarsis has bought grain for the winter from farmers on the coast.");
  EXPECT_EQ("cites r1;", lineage(citing, {later, grain, wire()}));
  EXPECT_EQ("cites (Northern Wire);", lineage(citing, {grain}));
}
TEST(Citations, OfANameThatMayBeAnOutletsCountWhereItHasReports) {
  const ReportFacts citing = report("r9", "Lake Gazette", "2025-01-03T06:00:00Z", "Belmar has held talks with the Front, Sabah reported.");
  EXPECT_EQ("", lineage(citing, {wire()}));
  EXPECT_EQ("cites r1;", lineage(citing, {report("r1", "Sabah", "2025-01-01T05:00:00Z", kLead)}));
}
TEST(Citations, OfAnOutletsInitialsAreOfIt) {
  const ReportFacts first = report("r1", "Continental Press Agency", "2025-01-01T05:00:00Z", std::string("KALU (CPA) - ") + kLead + kSecond);
  EXPECT_TRUE(first.citations.empty());
  const ReportFacts copy = report("r2", "Lake Gazette", "2025-01-01T06:00:00Z", std::string("KALU (CPA) - ") + kLead + kSecond);
  EXPECT_EQ("copies r1;credits r1;", lineage(copy, {first}));
}
TEST(Citations, AreNotOfAnOldReportOnTheSameParties) {
  const ReportFacts citing = report("r9", "Lake Gazette", "2025-03-03T06:00:00Z", "Belmar has held talks with the Front in Kalu, according to Northern Wire.");
  EXPECT_EQ("cites (Northern Wire);", lineage(citing, {wire()}));
}
TEST(Retractions, LeadToWhatIsTakenBackAndNotToOtherReports) {
  const ReportFacts grain = report("r0", "Northern Wire", "2024-12-01T05:00:00Z", "Tarsis has bought grain for the winter from farmers on the coast.");
  const ReportFacts own = report("r5", "Northern Wire", "2025-01-03T05:00:00Z", "We have withdrawn our report that Belmar held talks with the Front in Kalu.");
  EXPECT_EQ("retracts r1;", lineage(own, {grain, wire()}));
  const ReportFacts told =
      report("r6", "Lake Gazette", "2025-01-03T05:00:00Z", "Northern Wire has withdrawn its report that Belmar held talks with the Front in Kalu.");
  EXPECT_EQ("retracts r1;", lineage(told, {grain, wire()}));
}

TEST(Bands, OfUnlikeTextsAreNotShared) {
  const ReportFacts other = report("r2", "Lake Gazette", "2025-01-01T06:00:00Z",
                                   "Tarsis has bought grain for the winter from farmers on the coast, the ministry of supply said on Thursday.");
  EXPECT_FALSE(share_band(wire(), other));
}

}  // namespace
}  // namespace dragoman

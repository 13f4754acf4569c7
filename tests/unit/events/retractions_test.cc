// SPDX-License-Identifier: Apache-2.0
// What a withdrawal takes away with it, and a case beside each that looks alike and takes nothing.
#include <gtest/gtest.h>

#include "desk.h"

namespace dragoman {
namespace {

TEST(Origins, AnOutletsRetractionTakesAllThatRestsOnIt) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{anonymous("a European diplomat", "", "GOV")}});
  desk.tell("r2", "Balkan Digest", "2025-04-10T09:40Z", {{anonymous("an unnamed diplomat", "", "GOV"), outlet("Tisza News")}});
  desk.tell("r3", "Tisza News", "2025-04-11T07:00Z", {{anonymous("its"), outlet("Tisza News", Stance::retracts)}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("0-0", interval_of(event));
  EXPECT_EQ(EventStatus::retracted, event.status);
  EXPECT_EQ("Tisza News", event.first_reported.outlet);
  EXPECT_EQ("r1", event.first_reported.report.value_or(""));
}
TEST(Origins, WhatAnotherOutletHasFromTheSameSpeakerStays) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{on_record("Ana Rusu", "rusu", "", "CVL")}});
  desk.tell("r2", "Balkan Digest", "2025-04-10T09:40Z", {{on_record("Ana Rusu", "rusu", "", "CVL")}});
  desk.tell("r3", "Tisza News", "2025-04-11T07:00Z", {{outlet("Tisza News", Stance::retracts)}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, AWithdrawalThatOnlyTheLineageShowsCounts) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{anonymous("a European diplomat", "", "GOV")}});
  desk.tell("r2", "Balkan Digest", "2025-04-10T09:40Z", {{government("HUN", "the embassy")}});
  ReportFacts note;
  note.id = "r3";
  note.outlet = "Tisza News";
  note.published = "2025-04-11T07:00Z";
  desk.reports.push_back(note);
  desk.edge(LineageKind::retracts, "r3", "r1");
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, AWithdrawalOfAnotherStoryTakesNothing) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{anonymous("a European diplomat", "", "GOV")}});
  ReportFacts note;
  note.id = "r3";
  note.outlet = "Tisza News";
  note.published = "2025-04-11T07:00Z";
  note.claims.resize(1);
  note.claims[0].chains = {{outlet("Tisza News", Stance::retracts)}};
  desk.reports.push_back(note);
  desk.edge(LineageKind::retracts, "r3", "r1");
  EXPECT_EQ("1-1", interval_of(desk.event()));
}

TEST(Origins, ASourcesRetractionTakesItsOriginAwayEverywhere) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{on_record("Ana Rusu", "rusu", "", "CVL")}});
  desk.tell("r2", "Balkan Digest", "2025-04-10T09:40Z", {{on_record("Ana Rusu", "rusu", "", "CVL")}});
  desk.tell("r3", "Dniester Post", "2025-04-11T07:00Z", {{on_record("Ana Rusu", "rusu", "", "CVL", Stance::retracts)}});
  EXPECT_EQ("0-0", interval_of(desk.event()));
}
TEST(Origins, ASourcesRetractionTakesTheCitationThatRestsOnIt) {
  Desk desk;
  desk.tell("r1", "Tumbes Daily", "2025-04-10T08:00Z", {{on_record("the union", "union", "", "LAB")}});
  desk.tell("r2", "Guayas Register", "2025-04-10T09:40Z", {{outlet("Tumbes Daily")}});
  desk.tell("r3", "Dniester Post", "2025-04-11T07:00Z", {{on_record("the union", "union", "", "LAB", Stance::retracts)}});
  EXPECT_EQ("0-0", interval_of(desk.event()));
  EXPECT_EQ(EventStatus::retracted, desk.event().status);
}
TEST(Origins, WhatASourceSaysAgainAfterwardsStands) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{on_record("Ana Rusu", "rusu", "", "CVL")}});
  desk.tell("r2", "Dniester Post", "2025-04-11T07:00Z", {{on_record("Ana Rusu", "rusu", "", "CVL", Stance::retracts)}});
  desk.tell("r3", "Balkan Digest", "2025-04-12T09:40Z", {{on_record("Ana Rusu", "rusu", "", "CVL")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, ACopyAfterTheRetractionRestsOnItAllTheSame) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{anonymous("a diplomat")}});
  desk.tell("r2", "Tisza News", "2025-04-11T07:00Z", {{outlet("Tisza News", Stance::retracts)}});
  desk.tell("r3", "Balkan Digest", "2025-04-12T09:40Z", {{outlet("Tisza News")}});
  EXPECT_EQ("0-0", interval_of(desk.event()));
}

}  // namespace
}  // namespace dragoman

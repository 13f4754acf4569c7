// SPDX-License-Identifier: Apache-2.0
#include "events/offices.h"

#include <gtest/gtest.h>

#include "desk.h"

namespace dragoman {
namespace {

TEST(Offices, WhoHoldsAnOfficeIsKnownWithoutAName) {
  for (const char* text : {"Rwanda's foreign minister", "the Greek prime minister", "The city's police chief"}) EXPECT_TRUE(is_office_holder(text)) << text;
}
TEST(Offices, OneOfSeveralIsNot) {
  for (const char* text : {"a minister", "two ministers", "the former minister", "the minister's aide", "the wife of the president", "a person",
                           "the minister, who asked not to be named"}) {
    EXPECT_FALSE(is_office_holder(text)) << text;
  }
}
TEST(Offices, ADeputyAndAnAmbassadorHoldOfficesWhereTheirStateIsTold) {
  EXPECT_TRUE(is_office_holder("Latvia's deputy transport minister"));
  EXPECT_TRUE(is_office_holder("the Danish ambassador"));
  EXPECT_FALSE(is_office_holder("a deputy transport minister"));
  EXPECT_FALSE(is_office_holder("the ambassador"));
  EXPECT_FALSE(is_office_holder("a Danish ambassador"));
}
TEST(Offices, ABodyIsOneByTheWordsThatTellItFromOthers) {
  for (const char* text : {"Latvia's coast service", "the dockers' federation", "the Reed Army rebel group", "The fishermen's union of the coast"}) {
    EXPECT_TRUE(names_a_body(text)) << text;
  }
  for (const char* text : {"a rights group", "the group", "the federation", "two unions", "the head of the union", "members of the union", "an army officer"}) {
    EXPECT_FALSE(names_a_body(text)) << text;
  }
}
TEST(Offices, APhraseMayEndInAName) {
  EXPECT_TRUE(ends_in_a_name("the rights group Harbour Watch"));
  EXPECT_FALSE(ends_in_a_name("residents of South Khartoum"));
  EXPECT_FALSE(ends_in_a_name("an adviser to Harbour Watch"));
  EXPECT_FALSE(ends_in_a_name("a US Navy"));
}
TEST(Offices, AMinisterWhomNobodyListedSpeaksForHisGovernment) {
  EXPECT_EQ("TKM", seat_of("Foreign Minister Batyr Orazov", "TKM/CVL/orazov", "TKM", "CVL").key);
  EXPECT_EQ("TKM/CVL/orazov", seat_of("shopkeeper Batyr Orazov", "TKM/CVL/orazov", "TKM", "CVL").key);
  EXPECT_EQ("TKM/OPP/orazov", seat_of("opposition leader and presidential hopeful Batyr Orazov", "TKM/OPP/orazov", "TKM", "OPP").key);
}

TEST(Offices, AGovernmentsPressOfficeIsTheGovernment) {
  EXPECT_EQ("TKM", seat_of("the Turkmen foreign ministry's press office", "TKM/JRN", "TKM", "JRN").key);
  EXPECT_EQ("TKM/JRN", seat_of("the Turkmen union's press office", "TKM/JRN", "TKM", "JRN").key);
}
TEST(Offices, AnUnnamedMinisterIsOnTheRecord) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{anonymous("China's foreign minister", "CHN", "GOV")}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
}
TEST(Offices, AnUnnamedOfficialIsNot) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{anonymous("China's foreign ministry officials", "CHN", "GOV")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Every sentence of the counting rules in a case, and a case beside it that looks alike and counts otherwise.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "desk.h"

namespace dragoman {
namespace {

TEST(Origins, CopiesAddNone) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a regional mediator")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{anonymous("a regional mediator")}});
  desk.edge(LineageKind::copies, "r2", "r1");
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, TheSameWordsWithoutACopyMayBeAnother) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a regional mediator")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{anonymous("a regional mediator")}});
  EXPECT_EQ("1-2", interval_of(desk.event()));
}

TEST(Origins, AnAgencyLineAddsNoneThoughTheAgencyIsNotInTheLedger) {
  Desk desk;
  desk.tell("r1", "Lake Gazette", "2025-01-01T06:00Z");
  desk.tell("r2", "Harbour Post", "2025-01-01T07:00Z");
  desk.edge(LineageKind::credits, "r1", "", "Northern Wire");
  desk.edge(LineageKind::credits, "r2", "", "Northern Wire");
  const LinkedEvent event = desk.event();
  EXPECT_EQ("1-1", interval_of(event));
  EXPECT_EQ("Northern Wire", event.first_reported.outlet);
  EXPECT_FALSE(event.first_reported.report);
}
TEST(Origins, LinesOfTwoAgenciesDoNotMakeOne) {
  Desk desk;
  desk.tell("r1", "Lake Gazette", "2025-01-01T06:00Z");
  desk.tell("r2", "Harbour Post", "2025-01-01T07:00Z");
  desk.edge(LineageKind::credits, "r1", "", "Northern Wire");
  desk.edge(LineageKind::credits, "r2", "", "Southern Wire");
  EXPECT_EQ("1-2", interval_of(desk.event()));
}

TEST(Origins, CitationsAddNone) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a regional mediator")}});
  desk.tell("r2", "Red Sea Review", "2025-01-01T08:00Z", {{outlet("Northern Wire")}});
  desk.tell("r3", "Balkan Digest", "2025-01-01T09:00Z", {{anonymous("an unnamed mediator"), outlet("Northern Wire")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("1-1", interval_of(event));
  EXPECT_EQ(event.roots[0].id, event.claims[2].origin);
}
TEST(Origins, ACitationOfAnotherOutletWidens) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a regional mediator")}});
  desk.tell("r2", "Red Sea Review", "2025-01-01T08:00Z", {{anonymous("a mediator"), outlet("Southern Wire")}});
  EXPECT_EQ("1-2", interval_of(desk.event()));
}

TEST(Origins, CitationsOfAnOutletOutsideTheLedgerAreOneOrigin) {
  Desk desk;
  desk.tell("r1", "Red Sea Review", "2025-01-01T08:00Z", {{anonymous("an aide", "ISR", "GOV"), outlet("CNN")}});
  desk.tell("r2", "Ocean Times", "2025-01-01T09:00Z", {{outlet("CNN")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("1-1", interval_of(event));
  EXPECT_EQ("CNN", event.first_reported.outlet);
}
TEST(Origins, TheOwnReportOfTheCitedOutletIsTheSameOrigin) {
  Desk desk;
  desk.tell("r1", "Red Sea Review", "2025-01-01T08:00Z", {{anonymous("an aide", "ISR", "GOV"), outlet("CNN")}});
  desk.tell("r2", "CNN", "2025-01-01T09:00Z", {{anonymous("an aide", "ISR", "GOV")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}

TEST(Origins, WordsWithoutASourceOfAReportThatCitesAnotherRestOnIt) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a regional mediator")}});
  desk.tell("r2", "Red Sea Review", "2025-01-01T08:00Z");
  desk.edge(LineageKind::cites, "r2", "r1");
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, AnOwnSourceOfAReportThatCitesAnotherIsItsOwn) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a regional mediator")}});
  desk.tell("r2", "Red Sea Review", "2025-01-01T08:00Z", {{government("DJI", "Djibouti's foreign ministry")}});
  desk.edge(LineageKind::cites, "r2", "r1");
  EXPECT_EQ("2-2", interval_of(desk.event()));
}

TEST(Origins, APersonOnTheRecordInTwoOutletsIsOne) {
  Desk desk;
  desk.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{on_record("Saima Kakar", "kakar", "", "MED")}});
  desk.tell("r2", "Indus Evening", "2025-01-01T08:00Z", {{on_record("Dr Kakar", "kakar", "", "MED")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, APersonOfWhomOneReportTellsLessIsOne) {
  Desk desk;
  desk.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{on_record("Bishop Anba Makarios", "EGY/REL/makarios", "EGY", "REL")}});
  desk.tell("r2", "Indus Evening", "2025-01-01T08:00Z", {{on_record("Anba Makarios", "makarios", "", "REL")}});
  desk.tell("r3", "Indus Evening", "2025-01-01T08:00Z", {{on_record("Anba Makarios", "EGY/CVL/makarios", "EGY", "CVL")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, OneLastNameInTwoStatesIsTwo) {
  Desk desk;
  desk.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{on_record("Ali Khan", "PAK/REL/khan", "PAK", "REL")}});
  desk.tell("r2", "Indus Evening", "2025-01-01T08:00Z", {{on_record("Ali Khan", "IND/REL/khan", "IND", "REL")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, AMinisterWhomOneReportGivesToAnotherStateIsOne) {
  const auto minister = [](const std::string& name, const std::string& code) {
    HopFacts hop = government(code, "Transport Minister " + name);
    hop.name = name;
    return hop;
  };
  Desk desk;
  desk.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{minister("Ilze Ozola", "LVA")}});
  desk.tell("r2", "Indus Evening", "2025-01-01T08:00Z", {{minister("Ilze Ozola", "BLR")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
  desk.tell("r3", "Indus Evening", "2025-01-01T09:00Z", {{minister("Olga Ozola", "BLR")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, WhomTheCitedReportNamesIsOneAndFallsWithHim) {
  Desk desk;
  desk.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{on_record("the owner of a mill in Sibi", "baloch", "", "")}});
  desk.tell("r2", "Indus Evening", "2025-01-01T08:00Z", {{on_record("the owner of a mill", "", "", ""), outlet("Bolan Herald")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
  desk.tell("r3", "Sindh Post", "2025-01-02T08:00Z", {{on_record("Karim Baloch", "baloch", "", "", Stance::retracts)}});
  EXPECT_EQ("0-0", interval_of(desk.event()));
  Desk other;
  other.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{on_record("the owner of a mill in Sibi", "baloch", "", "")}});
  other.tell("r2", "Indus Evening", "2025-01-01T08:00Z", {{on_record("the director of a hospital", "", "", ""), outlet("Bolan Herald")}});
  EXPECT_EQ("2-2", interval_of(other.event()));
}
TEST(Origins, ACourtCaseIsADeedAndNoPublicWord) {
  Desk desk;
  desk.type = EventType::accuse;
  desk.parties = {Desk::party(Role::actor, "LVA", "JUD"), Desk::party(Role::recipient, "BLR", "BUS")};
  desk.trigger = "indicted";
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a clerk", "LVA", "GOV"), outlet("Northern Wire")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{outlet("Northern Wire")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
  desk.trigger = "accused";
  desk.tell("r3", "Lake Gazette", "2025-01-01T07:00Z", {{outlet("Northern Wire")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, APhoneCallIsNoPublicWordOfWhoCalled) {
  Desk desk;
  desk.type = EventType::consult;
  desk.trigger = "call";
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("an aide", "CHN", "GOV"), outlet("Northern Wire")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{outlet("Northern Wire")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}
TEST(Origins, WhoKnowsThatItMayComeIsTheFirstOfWhatIsDoneLater) {
  Desk desk;
  ClaimFacts& rumour = desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a French envoy", "FRA", "GOV")}});
  rumour.realis = Realis::hypothetical;
  rumour.tense = Tense::future;
  desk.tell("r2", "Lake Gazette", "2025-01-02T06:00Z", {{government("CHN", "the defence ministry")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
  EXPECT_EQ("Northern Wire", desk.event().first_reported.outlet);
  desk.claims.front().chains.clear();  // an outlet's own supposing
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, WhatSomebodyWillNotCommentOnIsNotTheOutletsWord) {
  Desk desk;
  desk.tell("r1", "Rift Courier", "2025-01-01T05:00Z", {{anonymous("a diplomat")}});
  desk.tell("r2", "Kampala Post", "2025-01-02T05:00Z").words = {1, 2, 3};
  ClaimFacts statement;
  statement.kind = ClaimKind::statement;
  statement.words = {1, 2, 3};
  statement.chains = {{government("UGA", "the government", Stance::no_comment)}};
  desk.reports.back().claims = {statement};
  EXPECT_EQ("1-1", interval_of(desk.event()));
  desk.reports.back().claims[0].words = {1, 2, 4};  // of another sentence
  EXPECT_EQ("1-2", interval_of(desk.event()));
}
TEST(Origins, TwoPeopleOnTheRecordAreTwo) {
  Desk desk;
  desk.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{on_record("Saima Kakar", "kakar", "", "MED")}});
  desk.tell("r2", "Indus Evening", "2025-01-01T08:00Z", {{on_record("Imran Baloch", "baloch", "", "COP")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("2-2", interval_of(event));
  EXPECT_EQ(EventStatus::corroborated, event.status);
}

TEST(Origins, AllWhoSpeakForOneGovernmentAreOne) {
  Desk desk;
  desk.tell("r1", "Bay Chronicle", "2025-01-01T05:00Z", {{government("PHL", "the foreign ministry")}});
  desk.tell("r2", "Island Post", "2025-01-01T08:00Z", {{on_record("General Cruz", "PHL", "PHL", "MIL")}});
  desk.tell("r3", "Luzon Tribune", "2025-01-01T09:00Z", {{government("PHL", "a statement of the ministry")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, AnOpponentAndACourtOfTheStateAreOthers) {
  Desk desk;
  desk.tell("r1", "Bay Chronicle", "2025-01-01T05:00Z", {{government("PHL", "the foreign ministry")}});
  desk.tell("r2", "Island Post", "2025-01-01T08:00Z", {{on_record("Rosa Lim", "PHL/OPP/lim", "PHL", "OPP")}});
  desk.tell("r3", "Luzon Tribune", "2025-01-01T09:00Z", {{on_record("the supreme court", "PHL", "PHL", "JUD")}});
  EXPECT_EQ("3-3", interval_of(desk.event()));
}

TEST(Origins, AReleaseAndTheSpokesmanInItAreOne) {
  Desk desk;
  HopFacts release = document("a statement by the ministry");
  release.key = release.code = "PHL";
  release.sector = "GOV";
  desk.tell("r1", "Bay Chronicle", "2025-01-01T05:00Z", {{release}});
  desk.tell("r2", "Island Post", "2025-01-01T08:00Z", {{government("PHL", "a spokesman")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, ADocumentAndAPersonAreTwo) {
  Desk desk;
  desk.tell("r1", "Kaduna Mirror", "2025-01-01T05:00Z", {{document("an insurance document")}});
  desk.tell("r2", "Kaduna Mirror", "2025-01-02T08:00Z", {{anonymous("a relative")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, ADocumentThatTheReaderTookForAPersonIsOne) {
  Desk desk;
  desk.tell("r1", "Kaduna Mirror", "2025-01-01T05:00Z", {{anonymous("an internal memo")}});
  desk.tell("r2", "Sokoto Leader", "2025-01-02T08:00Z", {{anonymous("a relative")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}

TEST(Origins, PublicWordsHaveTheirSpeakerAsOnlyOrigin) {
  Desk desk;
  desk.type = EventType::threaten;
  desk.trigger = "warned";
  desk.tell("r1", "Bay Chronicle", "2025-01-01T05:00Z");
  desk.tell("r2", "Island Post", "2025-01-01T08:00Z");
  desk.tell("r3", "Luzon Tribune", "2025-01-01T09:00Z", {{government("CHN", "the foreign minister")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("1-1", interval_of(event));
  EXPECT_EQ("CHN", event.roots[0].entity);
}
TEST(Origins, AnActToldInTheOutletsOwnWordsHasTheOutlet) {
  Desk desk;
  desk.tell("r1", "Bay Chronicle", "2025-01-01T05:00Z");
  desk.tell("r2", "Island Post", "2025-01-01T08:00Z");
  desk.tell("r3", "Luzon Tribune", "2025-01-01T09:00Z", {{government("CHN", "the foreign minister")}});
  EXPECT_EQ("2-3", interval_of(desk.event()));
}
TEST(Origins, AThreatThatAnOfficialTellsOfHasTheOfficial) {
  Desk desk;
  desk.type = EventType::threaten;
  desk.tell("r1", "Bay Chronicle", "2025-01-01T05:00Z", {{anonymous("an official", "PHL", "GOV")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ(RootKind::anonymous, event.roots[0].kind);
  EXPECT_EQ(EventStatus::reported, event.status);
}

TEST(Origins, TwoAnonymousPeopleWidenTheInterval) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a regional mediator", "", "GOV")}});
  desk.tell("r2", "Horn Broadcasting", "2025-01-02T05:00Z", {{anonymous("an official", "DJI", "GOV")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("1-2", interval_of(event));
  EXPECT_TRUE(event.roots[0].certain);
  EXPECT_FALSE(event.roots[1].certain);
  EXPECT_NE(std::string::npos, event.roots[1].rule.find("a regional mediator"));
}
TEST(Origins, DifferentStatesExcludeEachOther) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("an Israeli source", "ISR")}});
  desk.tell("r2", "Horn Broadcasting", "2025-01-02T05:00Z", {{anonymous("a Syrian source", "SYR")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, DifferentBodiesExcludeEachOther) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a police officer", "NGA", "COP")}});
  desk.tell("r2", "Horn Broadcasting", "2025-01-02T05:00Z", {{anonymous("a judge", "NGA", "JUD")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, OfTwoWhoExcludeEachOtherAThirdMayBeEither) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a diplomat", "", "GOV")}});
  desk.tell("r2", "Horn Broadcasting", "2025-01-02T05:00Z", {{anonymous("an Israeli official", "ISR", "GOV")}});
  desk.tell("r3", "Lake Gazette", "2025-01-03T05:00Z", {{anonymous("a Syrian official", "SYR", "GOV")}});
  EXPECT_EQ("2-3", interval_of(desk.event()));
}

TEST(Origins, AReportThatSaysSoExcludes) {
  Desk desk;
  desk.tell("r1", "Mekong Observer", "2025-01-01T05:00Z", {{anonymous("a Thai official", "THA", "GOV")}});
  desk.tell("r2", "Mekong Observer", "2025-01-02T05:00Z", {{anonymous("A second Thai official", "THA", "GOV")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, AnotherPersonIsAnotherThanWhoSpokeToOthersBefore) {
  Desk desk;
  desk.tell("r1", "Mekong Observer", "2025-01-01T05:00Z", {{anonymous("a Thai official", "THA", "GOV")}});
  desk.tell("r2", "Isan Gazette", "2025-01-02T05:00Z", {{anonymous("Another Thai official", "THA", "GOV")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, WhomTheReportTellsApartIsAnotherAndALaterOneMayBeEither) {
  Desk desk;
  HopFacts apart = anonymous("a Thai official", "THA", "GOV");
  apart.told_apart = true;
  desk.tell("r1", "Mekong Observer", "2025-01-01T05:00Z", {{anonymous("a Thai official", "THA", "GOV")}});
  desk.tell("r2", "Isan Gazette", "2025-01-02T05:00Z", {{apart}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
  desk.tell("r3", "Korat Post", "2025-01-03T05:00Z", {{anonymous("a Thai official", "THA", "GOV")}});
  EXPECT_EQ("2-3", interval_of(desk.event()));
}
TEST(Origins, AnOfficialOfWhomNothingIsToldMayBeOfABodyOfSeveralStates) {
  Desk desk;
  desk.tell("r1", "Mekong Observer", "2025-01-01T05:00Z", {{anonymous("an ASEAN official", "ASEAN", "IGO")}});
  desk.tell("r2", "Isan Gazette", "2025-01-02T05:00Z", {{anonymous("an official in Jakarta", "", "GOV")}});
  EXPECT_EQ("1-2", interval_of(desk.event()));
  desk.tell("r3", "Korat Post", "2025-01-03T05:00Z", {{anonymous("an army officer", "", "MIL")}});  // of any army, but of no such body
  EXPECT_EQ("2-3", interval_of(desk.event()));
}
TEST(Origins, AnotherThanWhomTheReportQuotesMayBeTheFirstOfAnother) {
  Desk desk;
  desk.tell("r1", "Mekong Observer", "2025-01-01T05:00Z", {{anonymous("a Thai official", "THA", "GOV")}});
  desk.tell("r2", "Isan Gazette", "2025-01-02T05:00Z", {{anonymous("a Thai aide", "THA", "GOV")}});
  desk.tell("r2", "Isan Gazette", "2025-01-02T05:00Z", {{anonymous("Another Thai aide", "THA", "GOV")}});
  EXPECT_EQ("2-3", interval_of(desk.event()));
}

TEST(Origins, AnonymousPeopleQuotedTogetherAreOne) {
  Desk desk;
  desk.tell("r1", "Sahel Courier", "2025-01-01T05:00Z", {{anonymous("an aide", "NER", "GOV")}, {anonymous("a general", "NER", "MIL")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, OfTwoStatesQuotedTogetherTheyAreTwo) {
  Desk desk;
  desk.tell("r1", "Sahel Courier", "2025-01-01T05:00Z", {{anonymous("an Israeli aide", "ISR", "GOV")}, {anonymous("a Syrian aide", "SYR", "GOV")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}

TEST(Origins, AMemberOfABodyAndThenTheBodyRaiseOnlyTheUpperEnd) {
  Desk desk;
  desk.tell("r1", "Sahel Courier", "2025-01-20T09:00Z", {{anonymous("two officials", "NER", "GOV")}});
  desk.tell("r2", "River Post", "2025-01-21T07:30Z", {{anonymous("an official", "NER", "GOV")}});
  desk.tell("r3", "Zinder Gazette", "2025-01-23T16:00Z", {{government("NER", "the defence ministry")}});
  EXPECT_EQ("1-3", interval_of(desk.event()));
}
TEST(Origins, AnOfficialOfARegionIsNoMemberOfAGovernmentOutsideIt) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a European diplomat", "", "GOV")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{government("MWI", "the foreign minister")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
  Desk open;
  open.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("an African diplomat", "", "GOV")}});
  open.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{government("MWI", "the foreign minister")}});
  EXPECT_EQ("1-2", interval_of(open.event()));
}
TEST(Origins, ASecurityOfficialMayBeOfAnyOrganThatKeepsSecurityButIsNoDiplomat) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("an interior ministry clerk", "LVA", "GOV")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{anonymous("a security official", "", "COP")}});
  EXPECT_EQ("1-2", interval_of(desk.event()));
  Desk other;
  other.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a Latvian diplomat", "LVA", "GOV")}});
  other.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{anonymous("a security official", "", "COP")}});
  EXPECT_EQ("2-2", interval_of(other.event()));
}
TEST(Origins, APartysSecretaryIsNoMemberOfTheGovernment) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("an interior ministry clerk", "LVA", "GOV")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z", {{on_record("the secretary of her party", "LVA", "LVA", "PTY")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, AMemberOfABodyAndThenAnotherBodyAreTwo) {
  Desk desk;
  desk.tell("r1", "Sahel Courier", "2025-01-20T09:00Z", {{anonymous("two officials", "NER", "GOV")}});
  desk.tell("r2", "Zinder Gazette", "2025-01-23T16:00Z", {{government("MLI", "the defence ministry")}});
  desk.tell("r3", "Zinder Gazette", "2025-01-23T16:00Z", {{on_record("Aisha Bello", "bello", "", "CVL")}});
  EXPECT_EQ("3-3", interval_of(desk.event()));
}

TEST(Origins, ADenialIsNone) {
  Desk desk;
  desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z", {{government("PHL", "the foreign ministry")}});
  desk.tell("r2", "Straits Herald", "2025-01-01T08:00Z", {{government("CHN", "the foreign ministry", Stance::denies)}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("1-1", interval_of(event));
  EXPECT_EQ("", event.claims[1].origin);
}
TEST(Origins, AssertingThatItDidNotHappenIsADenial) {
  Desk desk;
  desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z", {{government("PHL", "the foreign ministry")}});
  desk.tell("r2", "Straits Herald", "2025-01-01T08:00Z", {{government("CHN", "the foreign ministry")}}).polarity = Polarity::negative;
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, DenyingThatItDidNotHappenVouchesForIt) {
  Desk desk;
  desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z", {{government("PHL", "the foreign ministry")}});
  desk.tell("r2", "Straits Herald", "2025-01-01T08:00Z", {{government("CHN", "the foreign ministry", Stance::denies)}}).polarity = Polarity::negative;
  EXPECT_EQ("2-2", interval_of(desk.event()));
}

TEST(Origins, AnOutletsOwnEyesAreOneEvenLater) {
  Desk desk;
  desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z", {{government("PHL", "the foreign ministry")}});
  desk.tell("r2", "Pacific Ledger", "2025-01-01T12:00Z", {{anonymous("A Pacific Ledger photographer")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("2-2", interval_of(event));
  EXPECT_EQ(RootKind::outlet, event.roots[1].kind);
}
TEST(Origins, AnOutletsOwnEyesAndWordsAreOneHoweverOftenItTellsIt) {
  Desk desk;
  desk.tell("r1", "Pacific Ledger", "2025-01-01T05:00Z");
  desk.tell("r2", "Pacific Ledger", "2025-01-01T12:00Z", {{anonymous("A Pacific Ledger photographer")}});
  desk.tell("r3", "Pacific Ledger", "2025-01-02T12:00Z", {{anonymous("a correspondent of the Pacific Ledger")}});
  desk.tell("r4", "Lake Gazette", "2025-01-03T12:00Z", {{anonymous("a reporter for the Pacific Ledger")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, AJournalistOfNoOutletIsAPerson) {
  Desk desk;
  desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z", {{anonymous("a fisherman")}});
  desk.tell("r2", "Pacific Ledger", "2025-01-01T12:00Z", {{anonymous("a Turkish journalist")}});
  EXPECT_EQ("1-2", interval_of(desk.event()));
}

TEST(Origins, WordsWithoutASourceAreOneWhereNoReportIsEarlier) {
  Desk desk;
  desk.tell("r1", "Khyber Bulletin", "2025-01-01T05:00Z");
  desk.tell("r2", "Bolan Herald", "2025-01-01T12:00Z", {{on_record("Imran Baloch", "baloch", "", "COP")}});
  EXPECT_EQ("2-2", interval_of(desk.event()));
}
TEST(Origins, WordsWithoutASourceAfterAnEarlierReportRaiseOnlyTheUpperEnd) {
  Desk desk;
  desk.tell("r1", "Bolan Herald", "2025-01-01T05:00Z", {{on_record("Imran Baloch", "baloch", "", "COP")}});
  desk.tell("r2", "Khyber Bulletin", "2025-01-01T12:00Z");
  desk.tell("r3", "Gulf Morning News", "2025-01-02T12:00Z");
  EXPECT_EQ("1-3", interval_of(desk.event()));
}
TEST(Origins, AnOutletThatTellsItAgainIsTheSame) {
  Desk desk;
  desk.tell("r1", "Khyber Bulletin", "2025-01-01T05:00Z");
  desk.tell("r2", "Khyber Bulletin", "2025-01-02T12:00Z");
  EXPECT_EQ("1-1", interval_of(desk.event()));
}
TEST(Origins, ADenialBeforeDoesNotMakeTheFirstWordsARepeat) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-01T05:00Z", {{government("CHN", "the foreign ministry", Stance::denies)}});
  desk.tell("r2", "Khyber Bulletin", "2025-01-01T12:00Z");
  EXPECT_EQ("1-1", interval_of(desk.event()));
}

TEST(Origins, FirstReportedMayBeAnOutletThatTheLedgerDoesNotHave) {
  Desk desk;
  desk.tell("r1", "Harbour Post", "2025-05-14T10:00Z", {{anonymous("an Israeli source", "ISR"), outlet("CNN")}, {outlet("Channel 12")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("Channel 12", event.first_reported.outlet);
  EXPECT_FALSE(event.first_reported.report);
  EXPECT_FALSE(event.first_reported.published);
}
TEST(Origins, FirstReportedIsTheEarliestReportThatHasItByItself) {
  Desk desk;
  desk.tell("r1", "Xinhua", "2025-08-31T12:00Z");
  desk.tell("r2", "Ocean Times", "2025-09-01T05:00Z", {{outlet("Xinhua")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("r1", event.first_reported.report.value_or(""));
  EXPECT_EQ("2025-08-31T12:00Z", event.first_reported.published.value_or(""));
}

// The two cases that came with the task, as the reader should give them.
TEST(Origins, CeasefireTalks) {
  Desk desk;
  desk.type = EventType::consult;
  desk.parties = {Desk::party(Role::actor, "ETH", "GOV"), Desk::party(Role::actor, "FANO", "REB")};
  desk.tell("c1", "Northern Wire", "2023-10-31T05:00Z", {{anonymous("a regional mediator", "", "GOV")}});
  desk.tell("c2", "Lake Gazette", "2023-10-31T06:10Z", {{anonymous("a regional mediator", "", "GOV"), outlet("Northern Wire")}});
  desk.edge(LineageKind::copies, "c2", "c1");
  desk.tell("c3", "Red Sea Review", "2023-10-31T08:00Z", {{outlet("Northern Wire")}});
  EXPECT_EQ("1-1", interval_of(desk.event()));
  EXPECT_EQ(EventStatus::reported, desk.event().status);
  desk.tell("c4", "Addis Standard Desk", "2023-10-31T15:00Z", {{on_record("A spokesman for the Fano militia", "FANO", "FANO", "REB", Stance::denies)}});
  desk.tell("c5", "Horn Broadcasting", "2023-11-01T07:00Z", {{anonymous("An official in Djibouti's foreign ministry", "DJI", "GOV")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("1-2", interval_of(event));
  EXPECT_EQ(EventStatus::disputed, event.status);
  EXPECT_EQ("Northern Wire", event.first_reported.outlet);
  EXPECT_EQ("c1", event.first_reported.report.value_or(""));
}
TEST(Origins, VisitInTianjin) {
  Desk desk;
  desk.type = EventType::consult;
  desk.parties = {Desk::party(Role::actor, "IND", "GOV"), Desk::party(Role::actor, "CHN", "PTY")};
  desk.tell("d2", "Xinhua", "2025-08-31T12:00Z");
  desk.tell("d1", "Bay Chronicle", "2025-09-01T02:00Z", {{government("IND", "India's foreign ministry")}});
  desk.tell("d3", "Ocean Times", "2025-09-01T05:00Z", {{outlet("Chinese state news agency Xinhua")}});
  desk.tell("d4", "Island Post", "2025-09-01T07:30Z", {{government("IND", "Prime Minister Narendra Modi")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ("2-2", interval_of(event));
  EXPECT_EQ(EventStatus::confirmed, event.status);
  EXPECT_EQ("Xinhua", event.first_reported.outlet);
  EXPECT_EQ((std::vector<std::string>{"IND"}), event.confirmed_by);
}
TEST(Origins, FlightsResume) {
  Desk desk;
  desk.type = EventType::agree;
  desk.parties = {Desk::party(Role::actor, "IND", "GOV"), Desk::party(Role::actor, "CHN", "GOV")};
  ReportFacts earlier;
  earlier.id = "d2";
  earlier.outlet = "Xinhua";
  earlier.outlet_key = outlet_key_of("Xinhua");
  earlier.published = "2025-08-31T12:00Z";
  desk.reports.push_back(earlier);
  desk.tell("d3", "Ocean Times", "2025-09-01T05:00Z", {{outlet("Chinese state news agency Xinhua")}});
  ClaimFacts& plan = desk.tell("d4", "Island Post", "2025-09-01T07:30Z", {{government("IND", "Prime Minister Narendra Modi")}});
  plan.realis = Realis::planned;
  plan.tense = Tense::future;
  const LinkedEvent event = desk.event();
  EXPECT_EQ("2-2", interval_of(event));
  EXPECT_FALSE(event.first_reported.report);
  EXPECT_NE(std::string::npos, event.first_reported.outlet.find("Xinhua"));
}

TEST(Origins, WithoutOneItsCopiesAndCitationsGoToo) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a Turkish diplomat", "TUR", "GOV")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z");
  desk.edge(LineageKind::copies, "r2", "r1");
  desk.tell("r3", "Review", "2025-01-01T07:00Z", {{outlet("Northern Wire")}, {government("PHL", "the ministry")}});
  desk.edge(LineageKind::cites, "r3", "r1");
  EXPECT_EQ("2-2", interval_of(desk.event()));
  const LinkedEvent left = desk.event_without("a Turkish diplomat");
  EXPECT_EQ("1-1", interval_of(left));
  EXPECT_EQ(desk.event().id, left.id);
  ASSERT_EQ(1U, left.claims.size()) << "the claim that the ministry vouches for too";
  EXPECT_EQ("r3", left.claims[0].report);
  EXPECT_EQ("r3", left.first_reported.report);
}
TEST(Origins, WithoutOneOfTwoThatMayBeOneTheOtherIsCertain) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a diplomat", "", "GOV")}});
  desk.tell("r2", "Review", "2025-01-02T05:00Z", {{anonymous("an official", "", "GOV")}});
  EXPECT_EQ("1-2", interval_of(desk.event()));
  EXPECT_EQ("1-1", interval_of(desk.event_without("a diplomat")));
}
TEST(Origins, WithoutTheOnlyOneNothingIsLeftButDenials) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a diplomat", "", "GOV")}});
  EXPECT_TRUE(desk.event_without("a diplomat").claims.empty());
  desk.answer(LinkType::denies, {{government("CHN", "the ministry")}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
  const LinkedEvent left = desk.event_without("a diplomat");
  EXPECT_EQ(EventStatus::denied, left.status);
  EXPECT_EQ("0-0", interval_of(left));
  EXPECT_EQ(1U, left.claims.size()) << "what the ministry denies";
}

TEST(Origins, TheOrderOfTheEvidenceDoesNotMatter) {
  Desk desk;
  desk.tell("r1", "Northern Wire", "2025-01-01T05:00Z", {{anonymous("a diplomat", "", "GOV")}});
  desk.tell("r2", "Lake Gazette", "2025-01-01T06:00Z");
  desk.tell("r3", "Review", "2025-01-01T06:00Z", {{outlet("Northern Wire")}, {government("PHL", "the ministry")}});
  desk.tell("r4", "Harbour Post", "2025-01-02T06:00Z", {{government("CHN", "the ministry", Stance::denies)}});
  desk.tell("r5", "Island Post", "2025-01-03T06:00Z", {{anonymous("an official", "SYR", "GOV")}, {anonymous("an official", "ISR", "GOV")}});
  desk.edge(LineageKind::copies, "r2", "r1");
  desk.edge(LineageKind::cites, "r3", "r1");
  const std::string expected = to_json(desk.event());
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    EventEvidence evidence = desk.evidence();
    std::shuffle(evidence.claims.begin(), evidence.claims.end(), random);
    std::shuffle(evidence.reports.begin(), evidence.reports.end(), random);
    std::shuffle(evidence.lineage.begin(), evidence.lineage.end(), random);
    EXPECT_EQ(expected, to_json(resolve_event(evidence)));
  }
}

}  // namespace
}  // namespace dragoman

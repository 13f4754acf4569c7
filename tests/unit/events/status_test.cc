// SPDX-License-Identifier: Apache-2.0
// Every sentence of the status rules in a case, and a case beside it that looks alike and has another status.
#include <gtest/gtest.h>

#include "desk.h"
#include "events/testimony.h"

namespace dragoman {
namespace {

using Names = std::vector<std::string>;

// China fires at the Philippines; Manila says so first.
Desk accused() {
  Desk desk;
  desk.tell("r1", "Luzon Tribune", "2025-01-01T05:00Z", {{government("PHL", "the Philippine foreign ministry")}});
  return desk;
}
Desk talks() {
  Desk desk;
  desk.type = EventType::consult;
  desk.parties = {Desk::party(Role::actor, "ETH", "GOV"), Desk::party(Role::recipient, "FANO", "REB")};
  return desk;
}
// Gunmen attack Malian soldiers, as four outlets tell.
Desk laid_to_gunmen() {
  Desk desk;
  desk.parties = {Desk::party(Role::actor, "", "UAF"), Desk::party(Role::recipient, "MLI", "MIL")};
  desk.parties.front().name = "gunmen";
  for (const char* report : {"r1", "r2", "r3", "r4"}) desk.tell(report, std::string("Outlet ") + report, std::string("2025-01-0") + report[1] + "T05:00Z");
  return desk;
}
void plan(ClaimFacts& claim) {
  claim.realis = Realis::planned;
  claim.tense = Tense::future;
}

TEST(Status, TheLatestWordOfAPartyReplacesItsEarlier) {
  Desk desk = accused();
  desk.tell("r2", "Straits Herald", "2025-01-02T05:00Z", {{government("CHN", "the foreign ministry", Stance::denies)}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
  desk.tell("r3", "Straits Herald", "2025-01-09T05:00Z", {{on_record("General Li", "CHN", "CHN", "MIL", Stance::confirms)}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ(EventStatus::confirmed, event.status);
  EXPECT_EQ(Names{}, event.denied_by);
  EXPECT_EQ(Names{"CHN"}, event.confirmed_by);
}
TEST(Status, TheWordOfAnOpponentReplacesNothing) {
  Desk desk = accused();
  desk.tell("r2", "Straits Herald", "2025-01-02T05:00Z", {{government("CHN", "the foreign ministry", Stance::denies)}});
  desk.tell("r3", "Straits Herald", "2025-01-09T05:00Z", {{on_record("Wei Han", "CHN/OPP/han", "CHN", "OPP", Stance::confirms)}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
}
TEST(Status, ADenialAfterAConfirmationStands) {
  Desk desk = accused();
  desk.tell("r2", "Straits Herald", "2025-01-02T05:00Z", {{government("CHN", "the foreign ministry")}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
  desk.tell("r3", "Straits Herald", "2025-01-09T05:00Z", {{government("CHN", "a spokesman", Stance::denies)}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
}

TEST(Status, ConfirmedByAPartyThatActed) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{government("CHN", "the foreign ministry")}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
}
TEST(Status, APartysWordIsNotItsStates) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{on_record("the opposition party New Harbour", "CHN", "CHN", "PTY")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}
TEST(Status, AGroupThatSaysItDidWhatOthersLayToGunmenConfirms) {
  Desk desk = laid_to_gunmen();
  EXPECT_NE(EventStatus::confirmed, desk.event().status);
  desk.parties.front() = Desk::party(Role::actor, "JNIM", "REB");
  desk.tell("r5", "Bamako Star", "2025-01-05T05:00Z", {{on_record("JNIM", "JNIM", "JNIM", "REB")}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
}
TEST(Status, AStateThatOneReportNamesDoesNotOutvoteGunmen) {
  Desk desk = laid_to_gunmen();
  desk.parties.front() = Desk::party(Role::actor, "FRA", "GOV");
  desk.tell("r5", "Bamako Star", "2025-01-05T05:00Z", {{government("FRA", "the French foreign ministry")}});
  EXPECT_NE(EventStatus::confirmed, desk.event().status);
}
TEST(Status, TheWordOfATargetIsAnOrdinaryOrigin) {
  const LinkedEvent event = accused().event();
  EXPECT_EQ(EventStatus::reported, event.status);
  EXPECT_EQ(Names{}, event.confirmed_by);
}
TEST(Status, AnAnonymousMemberOfThePartyDoesNotConfirm) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{anonymous("a Chinese official", "CHN", "GOV")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}
TEST(Status, ACompanyOrCitizenOfTheStateDoesNotConfirm) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{on_record("Wei Han", "CHN/BUS/han", "CHN", "BUS")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}
// A strike of these Chinese workers, of which somebody tells.
EventStatus of_strike(const std::string& strikers, const HopFacts& told_by) {
  Desk desk;
  desk.type = EventType::protest;
  desk.parties = {Desk::party(Role::actor, "CHN", "LAB")};
  desk.parties[0].key = "CHN/LAB";
  desk.parties[0].name = strikers;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{told_by}});
  return desk.event().status;
}
TEST(Status, AUnionConfirmsWhatItsMembersDidAndNoOtherUnionDoes) {
  const std::string strikers = "Chinese dockers in Tianjin";
  EXPECT_EQ(EventStatus::confirmed, of_strike(strikers, on_record("the Chinese dockers' union", "CHN/LAB/union", "CHN", "LAB")));
  EXPECT_EQ(EventStatus::reported, of_strike(strikers, on_record("the Chinese teachers' union", "CHN/EDU/union", "CHN", "EDU")));
}
TEST(Status, AnOutletThatSaysWhyItTakesItBackDeniesNothing) {
  Desk desk;
  desk.tell("r1", "Radio Uno", "2025-01-02T05:00Z");
  desk.tell("r2", "Lake Gazette", "2025-01-03T05:00Z", {{outlet("Radio Uno", Stance::retracts)}});
  desk.answer(LinkType::denies, {{outlet("Radio Uno", Stance::denies)}});
  EXPECT_EQ(EventStatus::retracted, desk.event().status);
  desk.tell("r3", "Rift Courier", "2025-01-03T06:00Z", {{government("CHN", "the navy", Stance::denies)}});
  EXPECT_EQ(EventStatus::denied, desk.event().status);
}
TEST(Status, HowManyActedIsNotWhoActed) {
  const auto speaks = [](const std::string& text) {
    const Speaker speaker{"", "CHN/LAB/union", "CHN", "LAB", text, SourceKind::organisation, false, {}};
    return speaks_for_members(speaker, "CHN", "LAB", "Hundreds of Chinese dockers");
  };
  EXPECT_TRUE(speaks("the Chinese dockers' union"));
  EXPECT_FALSE(speaks("the Chinese teachers' union"));
}
TEST(Status, AUnionsPresidentConfirmsItsStrikeWhateverTheReaderTookHimFor) {
  const auto speaks = [](const std::string& text, const std::string& party_sector) {
    const Speaker speaker{"", "CHN", "CHN", "GOV", text, SourceKind::person, false, {}};
    return speaks_for_members(speaker, "CHN", party_sector, "two thousand dockers");
  };
  EXPECT_TRUE(speaks("union president Wei Han", "CVL"));
  EXPECT_FALSE(speaks("union president Wei Han", "COP"));
  EXPECT_FALSE(speaks("Union Minister Wei Han", "CVL"));
}
TEST(Status, TheSecretaryOfAUnionToldOfBeforeConfirmsItsStrike) {
  const std::string strikers = "dock workers in Tianjin";
  EXPECT_EQ(EventStatus::confirmed, of_strike(strikers, on_record("union secretary Wei Han", "CHN/LAB/han", "CHN", "LAB")));
  EXPECT_EQ(EventStatus::reported, of_strike(strikers, on_record("teachers' union secretary Wei Han", "CHN/LAB/han", "CHN", "LAB")));
}
TEST(Status, WhoActsOnOwnSoilIsAnActorAndConfirms) {
  Desk desk;
  desk.type = EventType::mobilize;
  desk.parties = {Desk::party(Role::actor, "CHN", "MIL"), Desk::party(Role::recipient, "CHN", "")};
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{anonymous("a diplomat")}});
  desk.parties.erase(desk.parties.begin());
  desk.tell("r2", "Harbour Post", "2025-01-03T05:00Z", {{government("CHN", "the defence ministry")}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
}
TEST(Status, AHintOfThePartyDoesNotConfirm) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{government("CHN", "the foreign ministry", Stance::suggests)}});
  EXPECT_NE(EventStatus::confirmed, desk.event().status);
}

TEST(Status, AnyPartyOfAJointEventConfirms) {
  Desk desk = talks();
  desk.tell("r1", "Harbour Post", "2025-01-02T05:00Z", {{on_record("a spokesman of the militia", "FANO", "FANO", "REB")}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
}
TEST(Status, AHostOfAJointEventDoesNotConfirm) {
  Desk desk = talks();
  desk.parties.push_back(Desk::party(Role::host, "DJI", "GOV"));
  desk.tell("r1", "Harbour Post", "2025-01-02T05:00Z", {{government("DJI", "Djibouti's foreign ministry")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}

TEST(Status, DisputedWhileAPartyDenies) {
  Desk desk = talks();
  desk.tell("r1", "Harbour Post", "2025-01-02T05:00Z", {{government("ETH", "the prime minister")}});
  desk.tell("r2", "Lake Gazette", "2025-01-02T08:00Z", {{on_record("a spokesman of the militia", "FANO", "FANO", "REB", Stance::denies)}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ(EventStatus::disputed, event.status);
  EXPECT_EQ(Names{"FANO"}, event.denied_by);
  EXPECT_EQ(Names{"ETH"}, event.confirmed_by);
}
TEST(Status, NoCommentAndWhatIsNotDeniedAreNoDenial) {
  Desk desk = talks();
  desk.tell("r1", "Harbour Post", "2025-01-02T05:00Z", {{government("ETH", "the prime minister")}});
  desk.answer(LinkType::no_comment, {{on_record("a spokesman of the militia", "FANO", "FANO", "REB", Stance::no_comment)}});
  desk.tell("r2", "Lake Gazette", "2025-01-02T08:00Z", {{government("DJI", "Djibouti's foreign ministry", Stance::does_not_deny)}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ(EventStatus::confirmed, event.status);
  EXPECT_EQ((Names{"DJI"}), event.not_denied_by) << "who will not say is not listed";
  EXPECT_EQ("1-1", interval_of(event));
}
TEST(Status, WhoDeniesAndThenGivesNoCommentStillDenies) {
  Desk desk = talks();
  desk.tell("r1", "Harbour Post", "2025-01-02T05:00Z", {{government("ETH", "the prime minister")}});
  desk.tell("r2", "Lake Gazette", "2025-01-02T08:00Z", {{on_record("a spokesman", "FANO", "FANO", "REB", Stance::denies)}});
  desk.tell("r3", "Lake Gazette", "2025-01-03T08:00Z", {{on_record("a spokesman", "FANO", "FANO", "REB", Stance::no_comment)}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
}
TEST(Status, ALinkedStatementDenies) {
  Desk desk = accused();
  desk.answer(LinkType::denies, {{government("CHN", "Beijing", Stance::denies)}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
}
TEST(Status, ALinkedStatementConfirms) {
  Desk desk = accused();
  desk.answer(LinkType::confirms, {{government("CHN", "Beijing", Stance::confirms)}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
  EXPECT_EQ("2-2", interval_of(desk.event()));
}

TEST(Status, OnlyDenialsAreDenied) {
  Desk desk;
  desk.tell("r1", "Straits Herald", "2025-01-02T05:00Z", {{government("CHN", "the foreign ministry", Stance::denies)}});
  EXPECT_EQ(EventStatus::denied, desk.event().status);
}
TEST(Status, IfRetractionsLeaveOnlyDenialsItIsDenied) {
  Desk desk;
  desk.tell("r1", "Tisza News", "2025-04-10T08:00Z", {{anonymous("a diplomat")}});
  desk.tell("r2", "Dniester Post", "2025-04-10T11:00Z", {{government("CHN", "the foreign ministry", Stance::denies)}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
  desk.tell("r3", "Tisza News", "2025-04-11T07:00Z", {{outlet("Tisza News", Stance::retracts)}});
  EXPECT_EQ(EventStatus::denied, desk.event().status);
}
TEST(Status, IfRetractionsLeaveNothingItIsRetracted) {
  Desk desk;
  desk.tell("r1", "Essequibo Star", "2025-04-10T08:00Z");
  desk.tell("r2", "Caribbean Review", "2025-04-10T11:00Z", {{outlet("Essequibo Star")}});
  desk.tell("r3", "Essequibo Star", "2025-04-11T07:00Z", {{outlet("Essequibo Star", Stance::retracts)}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ(EventStatus::retracted, event.status);
  EXPECT_EQ("0-0", interval_of(event));
  EXPECT_EQ("r1", event.first_reported.report.value_or(""));
}
TEST(Status, IfRetractionsLeaveAnOriginItIsReported) {
  Desk desk = accused();
  desk.tell("r2", "Tisza News", "2025-04-10T08:00Z", {{anonymous("a diplomat", "FRA", "GOV")}});
  EXPECT_EQ(EventStatus::corroborated, desk.event().status);
  desk.tell("r3", "Tisza News", "2025-04-11T07:00Z", {{outlet("Tisza News", Stance::retracts)}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}

TEST(Status, PlannedUntilSomebodySaysThatItWasDone) {
  Desk desk = talks();
  plan(desk.tell("r1", "Nile Examiner", "2025-01-02T05:00Z", {{government("ETH", "the prime minister")}}));
  plan(desk.tell("r2", "Danube Post", "2025-01-03T05:00Z", {{government("DJI", "the foreign ministry")}}));
  EXPECT_EQ(EventStatus::planned, desk.event().status);
  desk.tell("r3", "Delta Evening", "2025-01-04T05:00Z", {{government("DJI", "the foreign ministry")}});
  EXPECT_EQ(EventStatus::corroborated, desk.event().status);
  desk.tell("r4", "Delta Evening", "2025-01-05T05:00Z", {{government("ETH", "the prime minister")}});
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
}
TEST(Status, APlanOfAPartyConfirmsAnAgreementReportedBefore) {
  Desk desk = talks();
  desk.type = EventType::agree;
  desk.tell("r1", "Ocean Times", "2025-01-02T05:00Z", {{outlet("Xinhua")}});
  plan(desk.tell("r2", "Island Post", "2025-01-03T05:00Z", {{government("ETH", "the prime minister")}}));
  EXPECT_EQ(EventStatus::confirmed, desk.event().status);
}
TEST(Status, APlanBeforeTheAgreementConfirmsNothing) {
  Desk desk = talks();
  desk.type = EventType::agree;
  plan(desk.tell("r1", "Island Post", "2025-01-02T05:00Z", {{government("ETH", "the prime minister")}}));
  desk.tell("r2", "Ocean Times", "2025-01-03T05:00Z", {{outlet("Xinhua")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}
TEST(Status, APlanThatAPartyDeniesIsDisputed) {
  Desk desk = talks();
  plan(desk.tell("r1", "Nile Examiner", "2025-01-02T05:00Z", {{government("ETH", "the prime minister")}}));
  desk.tell("r2", "Lake Gazette", "2025-01-02T08:00Z", {{on_record("a spokesman", "FANO", "FANO", "REB", Stance::denies)}});
  EXPECT_EQ(EventStatus::disputed, desk.event().status);
}

TEST(Status, SpeculativeIfAllHedge) {
  Desk desk = talks();
  desk.tell("r1", "Nile Examiner", "2025-01-02T05:00Z", {{anonymous("a diplomat")}}).certainty = Certainty::possible;
  desk.tell("r2", "Delta Evening", "2025-01-02T05:00Z", {{anonymous("an analyst")}}).realis = Realis::hypothetical;
  EXPECT_EQ(EventStatus::speculative, desk.event().status);
}
TEST(Status, ReportedIfOneDoesNotHedge) {
  Desk desk = talks();
  desk.tell("r1", "Nile Examiner", "2025-01-02T05:00Z", {{anonymous("a diplomat")}}).certainty = Certainty::possible;
  desk.tell("r2", "Delta Evening", "2025-01-02T05:00Z", {{anonymous("an envoy")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}
TEST(Status, WhoOnlySupposesItIsNoOriginOfWhatOthersReport) {
  Desk desk = talks();
  desk.tell("r1", "Nile Examiner", "2025-01-02T05:00Z", {{government("DJI", "the foreign ministry")}});
  desk.tell("r2", "Delta Evening", "2025-01-03T05:00Z", {{on_record("Ana Rusu", "rusu", "", "EDU")}}).realis = Realis::conditional;
  EXPECT_EQ("1-1", interval_of(desk.event()));
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}

TEST(Status, CorroboratedByTwoOriginsForCertain) {
  Desk desk = talks();
  desk.tell("r1", "Nile Examiner", "2025-01-02T05:00Z", {{anonymous("a Thai official", "THA", "GOV")}});
  desk.tell("r2", "Delta Evening", "2025-01-02T05:00Z", {{anonymous("a Khmer official", "KHM", "GOV")}});
  const LinkedEvent event = desk.event();
  EXPECT_EQ(EventStatus::corroborated, event.status);
  EXPECT_NE(std::string::npos, event.status_rule.find('2'));
}
TEST(Status, OnlyReportedByTwoWhoMayBeOne) {
  Desk desk = talks();
  desk.tell("r1", "Nile Examiner", "2025-01-02T05:00Z", {{anonymous("an official", "THA", "GOV")}});
  desk.tell("r2", "Delta Evening", "2025-01-02T05:00Z", {{anonymous("an aide", "THA", "GOV")}});
  EXPECT_EQ(EventStatus::reported, desk.event().status);
}

}  // namespace
}  // namespace dragoman

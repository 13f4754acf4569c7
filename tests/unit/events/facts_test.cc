// SPDX-License-Identifier: Apache-2.0
#include "events/facts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drafts.h"
#include "events/outlets.h"
#include "events/words.h"

namespace dragoman {
namespace {

TEST(Words, FoldAccentsCaseAndPossessives) {
  EXPECT_EQ("erdogan", fold_text("Erdo\u011fan's"));
  EXPECT_EQ("lodz", fold_text("\u0141\u00f3d\u017a"));
  EXPECT_EQ("sanaa", fold_text("Sana'a"));
  EXPECT_EQ("rebels camp", fold_text("rebels' camp"));
}
TEST(Words, StemsOfOneWordAreOne) {
  EXPECT_EQ(stem_of("killed"), stem_of("killing"));
  EXPECT_EQ(stem_of("withdraw"), stem_of("withdrawn"));
  EXPECT_EQ(stem_of("stopped"), stem_of("stop"));
  EXPECT_NE(stem_of("mass"), stem_of("mast"));
}

TEST(Outlets, HaveOneKeyHoweverTheyAreWritten) {
  for (const char* name : {"Xinhua", "Chinese state news agency Xinhua", "the Xinhua News Agency", "the official Xinhua news agency", "China's Xinhua"}) {
    EXPECT_EQ("xinhua", outlet_key_of(name)) << name;
  }
  EXPECT_EQ("haaretz", outlet_key_of("haaretz.com"));
  EXPECT_EQ("new york times", outlet_key_of("The New York Times"));
  EXPECT_EQ("channel 12", outlet_key_of("Israeli Channel 12"));
  EXPECT_EQ(outlet_key_of("Associated Press"), outlet_key_of("AP"));
}
TEST(Outlets, OfLikeNamesHaveKeysOfTheirOwn) {
  EXPECT_NE(outlet_key_of("Fox News"), outlet_key_of("Fox"));
  EXPECT_NE(outlet_key_of("Channel 12"), outlet_key_of("Channel 13"));
  EXPECT_NE(outlet_key_of("Daily Mail"), outlet_key_of("Mail"));
}
TEST(Outlets, AreKnownByTheirWords) {
  EXPECT_TRUE(looks_like_outlet("Northern Wire"));
  EXPECT_TRUE(looks_like_outlet("Channel 12"));
  EXPECT_TRUE(looks_like_outlet("the news site Sabah"));
  EXPECT_FALSE(looks_like_outlet("Jane Doe"));
  EXPECT_FALSE(looks_like_outlet("Kyrgyzstan's border service"));
  EXPECT_FALSE(looks_like_outlet("a refugee agency"));
}

Draft talks(const std::string& outlet, const std::string& text) {
  Draft draft("r1", outlet, "2025-05-14T10:00:00Z", text);
  draft.state("Belmar", "BLM");
  return draft;
}

std::string credits(const std::string& outlet, const std::string& text) {
  std::string keys;
  for (const OutletCitation& citation : facts_of(talks(outlet, text).read).citations) {
    if (citation.credits && citation.sure) keys += citation.key + ";";
  }
  return keys;
}
TEST(Credits, StandInDatelinesBylinesAndLastLines) {
  EXPECT_EQ("northern wire;", credits("Lake Gazette", "PORT ALBA, Oct 31 (Northern Wire) - Belmar has signed the treaty."));
  EXPECT_EQ("northern wire;", credits("Lake Gazette", "Port Alba (Northern Wire) \u2013 Belmar has signed the treaty."));
  EXPECT_EQ("northern wire;southern wire;", credits("Lake Gazette", "PORT ALBA (Northern Wire/Southern Wire) -- Belmar has signed the treaty."));
  EXPECT_EQ("northern wire;", credits("Lake Gazette", "By Jane Doe, Northern Wire\nBelmar has signed the treaty."));
  EXPECT_EQ("northern wire;", credits("Lake Gazette", "Belmar has signed the treaty.\n(Reporting by Jane Doe; Northern Wire)"));
  EXPECT_EQ("northern wire;", credits("Lake Gazette", "Belmar has signed the treaty. (Reporting by Jane Doe; Northern Wire)"));
  EXPECT_EQ("northern wire;", credits("Lake Gazette", "Belmar has signed the treaty.\nSource: Northern Wire"));
  EXPECT_EQ("agencies;", credits("Lake Gazette", "Belmar has signed the treaty.\nWith agency reports"));
}
TEST(Credits, AreNotBracketsOfProseNorTheOwnName) {
  EXPECT_EQ("", credits("Lake Gazette", "Belmar (the eastern neighbour) - long a rival - has signed the treaty."));
  EXPECT_EQ("", credits("Lake Gazette", "By noon, Belmar had signed the treaty."));
  EXPECT_EQ("", credits("Northern Wire", "PORT ALBA (Northern Wire) - Belmar has signed the treaty."));
}

std::string cites(const std::string& outlet, const std::string& text) {
  std::string keys;
  for (const OutletCitation& citation : facts_of(talks(outlet, text).read).citations) {
    if (!citation.credits) keys += citation.key + (citation.sure ? ";" : "?;");
  }
  return keys;
}
TEST(Citations, AreNamesBesideWordsOfReporting) {
  EXPECT_EQ("northern wire;", cites("Lake Gazette", "Belmar has signed, a mediator told Northern Wire on Tuesday."));
  EXPECT_EQ("northern wire;", cites("Lake Gazette", "Belmar has signed, according to the Northern Wire."));
  EXPECT_EQ("sabah;", cites("Lake Gazette", "Belmar has signed, the state news agency Sabah said."));
  EXPECT_EQ("northern wire;", cites("Lake Gazette", "The signing was first reported by Northern Wire."));
  EXPECT_EQ("tumbes daily;", cites("Lake Gazette", "Northern Belmar has signed, Tumbes Daily reported."));
  EXPECT_EQ("sabah?;", cites("Lake Gazette", "Belmar has signed, Sabah reported."));
}
TEST(Citations, AreNamesOfWhoseAccountItIs) {
  EXPECT_EQ("sabah;", cites("Lake Gazette", "Belmar has signed, according to a report in the Turkish newspaper Sabah."));
  EXPECT_EQ("northern wire;", cites("Lake Gazette", "Belmar has signed, according to a story in Northern Wire."));
  EXPECT_EQ("", cites("Lake Gazette", "Belmar has signed, according to a report that Northern Wire has."));
}
TEST(Citations, AreNotMentionsPersonsOrTheOwnName) {
  EXPECT_EQ("", cites("Lake Gazette", "The offices of Northern Wire in Belmar were searched."));
  EXPECT_EQ("", cites("Northern Wire", "Belmar has signed, a mediator told Northern Wire on Tuesday."));
  EXPECT_EQ("", cites("Lake Gazette", "Belmar has signed, officials said. On Thursday it reported a fire."));
  Draft draft = talks("Lake Gazette", "Belmar has signed, he told Jane Doe.");
  draft.entity("Jane Doe", EntityKind::person);
  EXPECT_TRUE(facts_of(draft.read).citations.empty());
}

std::string retracted(const std::string& outlet, const std::string& text) {
  std::string keys;
  for (const OutletCitation& retraction : facts_of(talks(outlet, text).read).retractions) keys += retraction.key + ";";
  return keys;
}
TEST(Retractions, AreOfReportsByOutlets) {
  EXPECT_EQ("northern wire;", retracted("Lake Gazette", "Northern Wire on Tuesday withdrew its report that Belmar had signed."));
  EXPECT_EQ("lake gazette;", retracted("Lake Gazette", "We have withdrawn our report that Belmar had signed."));
  EXPECT_EQ("northern wire;", retracted("Lake Gazette", "Belmar had signed, Northern Wire reported. The agency has since killed the story."));
  EXPECT_EQ("northern wire;", retracted("Lake Gazette", "The report that Belmar had signed was retracted by Northern Wire."));
}
TEST(Retractions, AreNotOfTroopsOrMinistries) {
  EXPECT_EQ("", retracted("Lake Gazette", "Belmar withdrew its troops, Northern Wire reported."));
  EXPECT_EQ("", retracted("Lake Gazette", "Belmar withdrew its report to the court."));
  EXPECT_EQ("", retracted("Lake Gazette", "The blast killed the reporter of a story on Belmar."));
}

TEST(Parties, OfOneStateShareTheirKeyAndKeepTheirSectors) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Belmar and the Belmar Army shelled Tarsis. Rebels and farmers of Belmar fled.");
  draft.state("Belmar", "BLM").entity("Belmar Army", EntityKind::force, "BLM", "MIL", "BLM").entity("Rebels", EntityKind::group, "BLM", "REB", "BLM");
  draft.claim(EventType::assault, "shelled").party(Role::actor, "Belmar").party(Role::actor, "Belmar Army").party(Role::actor, "Rebels");
  const ClaimFacts claim = facts_of(draft.read).claims.at(0);
  EXPECT_EQ("BLM", claim.parties.at(0).key);
  EXPECT_EQ("BLM", claim.parties.at(1).key);
  EXPECT_EQ("MIL", claim.parties.at(1).sector);
  EXPECT_EQ("BLM/REB", claim.parties.at(2).key);
}
TEST(Parties, WithoutCodesGoByTheirNamesAndTheUnnamedHaveNone) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Gunmen of the Red River Front seized General Jane Doe and 12 pupils of Kalu.");
  draft.entity("Gunmen", EntityKind::group, "", "UAF").entity("the Red River Front", EntityKind::group, "", "REB");
  draft.entity("General Jane Doe", EntityKind::person).entity("12 pupils of Kalu", EntityKind::people, "", "EDU");
  draft.claim(EventType::coerce, "seized").party(Role::actor, "Gunmen").party(Role::actor, "the Red River Front");
  draft.party(Role::recipient, "General Jane Doe").party(Role::recipient, "12 pupils of Kalu");
  const ClaimFacts claim = facts_of(draft.read).claims.at(0);
  EXPECT_EQ("", claim.parties.at(0).key);
  EXPECT_EQ("red river front", claim.parties.at(1).key);
  EXPECT_EQ("doe", claim.parties.at(2).key);
  EXPECT_EQ("", claim.parties.at(3).key);
}

TEST(Sources, SpokesmenAndMinistersAreOfTheirStateOfficialsAreNobody) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Belmar has signed, foreign ministry spokeswoman Jane Doe said.");
  draft.state("Belmar", "BLM").entity("Jane Doe", EntityKind::person);
  draft.claim(EventType::agree, "signed").party(Role::actor, "Belmar");
  draft.said_by("foreign ministry spokeswoman Jane Doe", "said", SourceKind::person, true);
  const HopFacts hop = facts_of(draft.read).claims.at(0).chains.at(0).at(0);
  EXPECT_EQ("BLM", hop.key);
  EXPECT_EQ("GOV", hop.sector);

  Draft other("r2", "Lake Gazette", "2025-05-14", "Belmar has signed, a government official said.");
  other.state("Belmar", "BLM").claim(EventType::agree, "signed").party(Role::actor, "Belmar");
  other.said_by("a government official", "said", SourceKind::person, false);
  EXPECT_EQ("", facts_of(other.read).claims.at(0).chains.at(0).at(0).key);
}
TEST(Sources, WhomTheyToldIsAnOutletOfTheChain) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Belmar has signed, a mediator told Northern Wire on Tuesday.");
  draft.state("Belmar", "BLM").claim(EventType::agree, "signed").party(Role::actor, "Belmar").said_by("a mediator", "told", SourceKind::person, false);
  const auto chains = facts_of(draft.read).claims.at(0).chains;
  ASSERT_EQ(2U, chains.at(0).size());
  EXPECT_EQ("northern wire", chains.at(0).at(1).key);
  EXPECT_EQ(SourceKind::outlet, chains.at(0).at(1).kind);
  draft.read.report.outlet = "Northern Wire";
  EXPECT_EQ(1U, facts_of(draft.read).claims.at(0).chains.at(0).size());
}
TEST(Sources, AnUnknownOutletIsOneByItsName) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Belmar has signed, according to Northern Wire.");
  draft.state("Belmar", "BLM")
      .claim(EventType::agree, "signed")
      .party(Role::actor, "Belmar")
      .said_by("Northern Wire", "according to", SourceKind::person, false);
  const HopFacts hop = facts_of(draft.read).claims.at(0).chains.at(0).at(0);
  EXPECT_EQ(SourceKind::outlet, hop.kind);
  EXPECT_EQ(Stance::reports, hop.stance);
}
HopFacts source_of(const std::string& text, const std::string& source) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", text);
  draft.state("Belmar", "BLM").entity("official in Tarsis", EntityKind::person, "TRS", "GOV", "TRS");
  draft.entity("official in the Tarsis army", EntityKind::person, "TRS", "MIL", "TRS");
  draft.claim(EventType::agree, "signed").party(Role::actor, "Belmar").said_by(source, "signed", SourceKind::person, false);
  return facts_of(draft.read).claims.at(0).chains.at(0).at(0);
}
TEST(Sources, AnAccountOfAnOutletIsTheOutlets) {
  const HopFacts paper = source_of("Belmar has signed, according to an article in the Turkish newspaper Sabah.", "an article");
  EXPECT_EQ(SourceKind::outlet, paper.kind);
  EXPECT_EQ("sabah", paper.key);
  EXPECT_EQ(SourceKind::person, source_of("Belmar has signed, according to an article. Sabah News reported a fire.", "an article").kind);
}
TEST(Sources, AreToldApartWhereTheReportSaysSo) {
  EXPECT_TRUE(source_of("Belmar has signed, said an aide, who is not the aide quoted by Sabah News.", "an aide").told_apart);
  EXPECT_TRUE(source_of("Belmar has signed, said an aide other than the one who spoke to Sabah News.", "an aide").told_apart);
  EXPECT_FALSE(source_of("Belmar has signed, said an aide, who is not allowed to speak.", "an aide").told_apart);
}
TEST(Sources, AreToldApartInTheNextSentenceToo) {
  const std::string lead = "Belmar has signed, said a Tarsis navy officer. ";
  for (const char* next : {"The officer was not among the three who had spoken to Sabah News.", "He is not the sailor whom Sabah News quoted.",
                           "The navy officer, who asked not to be named, is not one of the sailors quoted by Sabah News."}) {
    EXPECT_TRUE(source_of(lead + next, "a Tarsis navy officer").told_apart) << next;
  }
  for (const char* next : {"The officer is not the one who signs for the navy.", "The minister was not among the three who had spoken to Sabah News.",
                           "The officer was not told of the sailors quoted by Sabah News."}) {
    EXPECT_FALSE(source_of(lead + next, "a Tarsis navy officer").told_apart) << next;
  }
}
TEST(Sources, OfWhomTheOfficeStandsBehindTheNameAreNamed) {
  const auto key = [](const std::string& text) {
    Draft draft("r1", "Lake Gazette", "2025-05-14", text);
    draft.state("Belmar", "BLM").entity("Jane Doe", EntityKind::person).entity("owner of a mill", EntityKind::person);
    draft.claim(EventType::agree, "signed").party(Role::actor, "Belmar").said_by("the owner of a mill", "said", SourceKind::person, false);
    return facts_of(draft.read).claims.at(0).chains.at(0).at(0).key;
  };
  EXPECT_EQ("doe", key("Belmar has signed, Jane Doe, the owner of a mill, said."));
  EXPECT_EQ("", key("Belmar has signed, the owner of a mill, who met Jane Doe, said."));
}
TEST(Sources, ABodyThatTheReaderTookForPeopleIsOnTheRecord) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Belmar has signed, Tarsis's border service said.");
  draft.state("Belmar", "BLM").state("Tarsis", "TRS");
  draft.claim(EventType::agree, "signed").party(Role::actor, "Belmar").said_by("Tarsis's border service", "said", SourceKind::person, false);
  draft.read.claims.back().chains.back().back().source.entity.clear();
  const HopFacts hop = facts_of(draft.read).claims.at(0).chains.at(0).at(0);
  EXPECT_EQ(SourceKind::organisation, hop.kind);
  EXPECT_EQ("TRS", hop.key);
}
TEST(Sources, AnOutletMeansItselfByItsLastWord) {
  const auto size = [](const std::string& outlet) {
    Draft draft("r1", outlet, "2025-05-14", "Belmar has signed, three villagers told the Herald.");
    draft.state("Belmar", "BLM").entity("Herald", EntityKind::outlet);
    draft.claim(EventType::agree, "signed").party(Role::actor, "Belmar").said_by("three villagers", "told", SourceKind::person, false);
    Hop hearer;
    hearer.source.words = draft.words("the Herald");
    hearer.source.kind = SourceKind::outlet;
    hearer.source.entity = "N-Herald";
    draft.read.claims.back().chains.back().push_back(hearer);
    return facts_of(draft.read).claims.at(0).chains.at(0).size();
  };
  EXPECT_EQ(1U, size("Steppe Herald"));
  EXPECT_EQ(2U, size("Lake Gazette"));
}
TEST(Sources, TheSameNewspaperIsTheOneThatTheReportNamedLast) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Belmar has fallen, Northern Wire reported. According to the same newspaper, Belmar had signed.");
  draft.state("Belmar", "BLM").claim(EventType::agree, "signed").party(Role::actor, "Belmar");
  draft.said_by("the same newspaper", "According", SourceKind::outlet, false);
  EXPECT_EQ("northern wire", facts_of(draft.read).claims.at(0).chains.at(0).at(0).key);
}
TEST(Facts, OfANewVersionOfAReport) {
  const auto is_new = [](const std::string& text) { return facts_of(talks("Lake Gazette", text).read).is_new_version; };
  EXPECT_TRUE(is_new("CORRECTION - Belmar has signed two treaties, not three."));
  EXPECT_TRUE(is_new("KALU, Jan 1 (Northern Wire) - UPDATE: Belmar has signed three treaties."));
  EXPECT_TRUE(is_new("(Corrects number of treaties) Belmar has signed."));
  EXPECT_FALSE(is_new("Update of the treaty by Belmar took a year."));
  EXPECT_FALSE(is_new("Belmar asked for a correction: two treaties, not three."));
}
TEST(Facts, WhomAMinistryCallsInItDoesNotCallFor) {
  const auto trigger = [](const std::string& text) {
    Draft draft("r1", "Lake Gazette", "2025-05-14", text);
    draft.state("Belmar", "BLM").claim(EventType::accuse, "called").party(Role::actor, "Belmar");
    return facts_of(draft.read).claims.at(0).trigger;
  };
  EXPECT_EQ("called in", trigger("Belmar has called in the envoy."));
  EXPECT_EQ("called", trigger("Belmar called the envoy a liar."));
}
TEST(Facts, OfACapitalAreSomewhereInItsState) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "Belmar met rebels in the Tarsis capital.");
  draft.state("Belmar", "BLM").state("Tarsis", "TRS").claim(EventType::consult, "met").party(Role::actor, "Belmar");
  draft.read.claims.back().place = Place{"the Tarsis capital", "BLM", std::nullopt, std::nullopt, std::nullopt, draft.span("the Tarsis capital")};
  EXPECT_EQ("TRS", facts_of(draft.read).claims.at(0).place->country);
}
TEST(Sources, WhereSomebodyIsDoesNotTellWhoseHeIs) {
  EXPECT_EQ("", source_of("Belmar has signed, an official in Tarsis said.", "official in Tarsis").code);
  EXPECT_EQ("TRS", source_of("Belmar has signed, an official in the Tarsis army said.", "official in the Tarsis army").code);
}

TEST(Content, LeavesOutNamesNumbersAndReporting) {
  Draft draft("r1", "Lake Gazette", "2025-05-14", "A bomb killed 12 people in a market of Kalu, Jane Doe said on Monday.");
  draft.entity("Kalu", EntityKind::place).entity("Jane Doe", EntityKind::person).claim(EventType::assault, "killed");
  std::vector<std::uint64_t> expected = {hash_of("bomb"), hash_of("kill"), hash_of("market")};
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(expected, facts_of(draft.read).claims.at(0).words);
}

// Report objects come from outside too: their spans may lie anywhere.
TEST(Facts, OfObjectsThatDoNotFitTheirText) {
  for (const char* text : {"", "\xe2\x80\x94", "(", "By ", "A (B) -", "CITY (Northern Wire) -", "Source:", "withdrew its report", "told"}) {
    Draft draft("r1", "", "never", text);
    draft.state("Belmar", "BLM").claim(EventType::agree, "signed").party(Role::actor, "Belmar").said_by("Belmar", "told", SourceKind::person, false);
    draft.read.claims.back().sentence = 99;
    draft.read.claims.back().place = Place{"Kalu", "", 1.0, 2.0, std::nullopt, {4000000000U, 7U}};
    draft.read.entities.back().mentions.push_back({{9, 3}, "Belmar", {4000000000U, 4000000001U}});
    draft.read.sentences.push_back({500, 400});
    draft.read.claims.back().chains.emplace_back();
    const ReportFacts facts = facts_of(draft.read);
    EXPECT_EQ(1U, facts.claims.size());
  }
}

}  // namespace
}  // namespace dragoman

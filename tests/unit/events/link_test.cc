// SPDX-License-Identifier: Apache-2.0
// Each rule of linking beside what looks like it and is another event.
#include "events/link.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "events/compare.h"
#include "events/words.h"

namespace dragoman {
namespace {

// A claim in one line: what happened, between whom, by what words.
struct Told {
  ClaimFacts claim;

  Told(const std::string& report, const std::string& published, EventType type, const std::string& trigger) {
    claim.id = "C-" + report + trigger;
    claim.report = report;
    claim.published = published;
    claim.type = type;
    claim.trigger = trigger;
    words("");
  }
  Told& party(Role role, const std::string& key, const std::string& sector = "GOV", const std::string& name = "") {
    claim.parties.push_back({role, name.empty() ? EntityKind::state : EntityKind::person, key, key, sector, name.empty() ? key : name});
    return *this;
  }
  Told& actors(const std::string& a, const std::string& b) { return party(Role::actor, a).party(Role::actor, b); }
  Told& on(const std::string& begin, const std::string& end = "") {
    claim.begin_date = begin;
    claim.end_date = end.empty() ? begin : end;
    return *this;
  }
  Told& in(const std::string& name, const std::string& country, double lat, double lon, bool is_country = false) {
    claim.place = Place{name, country, lat, lon, std::nullopt, {}};
    claim.place_is_country = is_country;
    return *this;
  }
  Told& words(const std::string& text) {
    claim.words.clear();
    for (const FoldedWord& word : words_of(text + " " + claim.trigger)) claim.words.push_back(hash_of(stem_of(word.text)));
    std::sort(claim.words.begin(), claim.words.end());
    return *this;
  }
  Told& realis(Realis value) {
    claim.realis = value;
    return *this;
  }
};

bool shares_block(const ClaimFacts& a, const ClaimFacts& b) {
  const auto left = block_keys(a), right = block_keys(b);
  return std::any_of(left.begin(), left.end(), [&](const std::string& key) { return std::find(right.begin(), right.end(), key) != right.end(); });
}

// Linked as the ledger would: by a block, by may_link, in one cluster; the same from both sides.
bool linked(const Told& a, const Told& b) {
  EXPECT_EQ(may_link(a.claim, b.claim), may_link(b.claim, a.claim));
  EXPECT_EQ(link_score(a.claim, b.claim).probability, link_score(b.claim, a.claim).probability);
  const std::vector<const ClaimFacts*> both = {&a.claim, &b.claim};
  const bool joined = cluster_claims(both).size() == 1;
  EXPECT_EQ(joined, may_link(a.claim, b.claim)) << link_score(a.claim, b.claim).words;
  EXPECT_TRUE(!joined || shares_block(a.claim, b.claim));
  return joined;
}

Told meeting(const std::string& report = "r1", const std::string& published = "2025-09-01T02:00:00Z") {
  return Told(report, published, EventType::consult, "met").actors("IND", "CHN").on("2025-08-31").in("Tianjin", "CHN", 39.1, 117.2);
}
Told strike(const std::string& report, const std::string& published, const std::string& day) {
  return Told(report, published, EventType::assault, "struck")
      .party(Role::actor, "RUS", "MIL")
      .party(Role::recipient, "UKR")
      .on(day)
      .words("missile power station");
}

TEST(Link, OneMeetingInOtherWordsByAnotherDay) {
  const Told talks = Told("r2", "2025-09-02T02:00:00Z", EventType::consult, "talks").actors("CHN", "IND").in("China", "CHN", 35, 103, true);
  EXPECT_TRUE(linked(meeting(), talks));
  EXPECT_TRUE(linked(meeting(), Told("r2", "2025-09-01T02:00:00Z", EventType::consult, "met").actors("IND", "CHN").on("2025-09-01")));
}
TEST(Link, APlanAndItsDeedAreOne) {
  const auto plan = Told("r1", "2025-09-01T02:00:00Z", EventType::concede, "withdraw")
                        .party(Role::actor, "TCD")
                        .party(Role::recipient, "CMR")
                        .on("2025-09-10")
                        .realis(Realis::planned);
  const auto deed = [](const std::string& published, const std::string& day) {
    return Told("r2", published, EventType::retreat, "withdrew").party(Role::actor, "TCD").party(Role::recipient, "CMR").on(day);
  };
  EXPECT_TRUE(linked(plan, deed("2025-09-10T20:00:00Z", "2025-09-10")));
  EXPECT_TRUE(linked(plan, deed("2025-09-09T20:00:00Z", "2025-09-09"))) << "a day before";
  EXPECT_FALSE(linked(plan, deed("2025-08-20T20:00:00Z", "2025-08-20"))) << "told before the plan";
}
TEST(Link, APlanAndItsDeedWithoutADayAreOneByTheirWord) {
  const auto told = [](const std::string& report, const std::string& published, const std::string& word) {
    return Told(report, published, EventType::sanction, word).party(Role::actor, "SEN").party(Role::recipient, "GIN");
  };
  const Told plan = told("r1", "2025-09-01T02:00:00Z", "recall").realis(Realis::planned);
  EXPECT_TRUE(linked(plan, told("r2", "2025-09-02T02:00:00Z", "recall")));
  EXPECT_FALSE(linked(plan, told("r2", "2025-10-02T02:00:00Z", "recall"))) << "a month later";
}
TEST(Link, WhatMayBeSentIsThePlanOfWhatIsSent) {
  const auto told = [](const std::string& published, EventType type, Realis realis) {
    return Told("r" + published, published, type, "send").party(Role::actor, "ARE").party(Role::recipient, "TCD").realis(realis).words("field hospital tents");
  };
  const Told supposed = told("2025-09-01T02:00:00Z", EventType::agree, Realis::hypothetical);
  EXPECT_GT(link_score(supposed.claim, told("2025-09-03T02:00:00Z", EventType::aid, Realis::actual).claim).probability,
            link_score(supposed.claim, told("2025-08-30T02:00:00Z", EventType::aid, Realis::actual).claim).probability);
}
TEST(Link, PeopleOfOneStateMayBeCalledByTheirTradeOrTheirUnion) {
  const auto march = [](const std::string& report, const std::string& key, const std::string& sector) {
    Told told = Told(report, "2025-09-03T02:00:00Z", EventType::protest, "marched").on("2025-09-03").words("Quito health ministry");
    told.claim.parties.push_back({Role::actor, EntityKind::people, key, "ECU", sector, "people"});
    return told;
  };
  EXPECT_TRUE(linked(march("r1", "ECU/MED", "MED"), march("r2", "ECU/LAB", "LAB")));
  EXPECT_FALSE(linked(march("r1", "ECU/LAB/union of nurses", "LAB"), march("r2", "ECU/LAB/union of dockers", "LAB"))) << "two unions by name";
  EXPECT_FALSE(linked(march("r1", "ECU/MED", "MED"), march("r2", "ECU/REB", "REB"))) << "who fights the state";
}
TEST(Link, WhomTheActorsOwnStateWasGuessedForMayBeOfAnother) {
  const auto freed = [](const std::string& report, const std::string& code, const std::string& word) {
    Told told = Told(report, "2025-09-03T02:00:00Z", EventType::retreat, word).party(Role::actor, "LBY").on("2025-09-03").words("fishermen harbour");
    told.claim.parties.push_back({Role::recipient, EntityKind::people, code + "/AGR", code, "AGR", "fishermen"});
    return told;
  };
  EXPECT_TRUE(linked(freed("r1", "TUN", "freed"), freed("r2", "LBY", "released")));
  EXPECT_FALSE(linked(freed("r1", "TUN", "freed"), freed("r2", "ITA", "released"))) << "of two other states";
}
TEST(Link, SomebodyByNameIsTheSameWhateverStateAReportGivesHim) {
  const auto arrest = [](const std::string& report, const std::string& code, const std::string& name) {
    return Told(report, "2025-09-01T02:00:00Z", EventType::coerce, "held")
        .party(Role::actor, "MOZ")
        .party(Role::recipient, code, "CVL", name)
        .words("police held the trader");
  };
  EXPECT_TRUE(linked(arrest("r1", "ZAF", "Piet Smit"), arrest("r2", "BWA", "Piet Smit")));
  EXPECT_FALSE(linked(arrest("r1", "ZAF", "Piet Smit"), arrest("r2", "BWA", "Karl Botha")));
}
TEST(Link, ARetractionIsOfWhatItsOutletTold) {
  const auto raid = [](const std::string& report, const std::string& outlet, const std::string& published) {
    Told told(report, published, EventType::assault, "bombed");
    told.claim.outlet = outlet;
    return told.party(Role::actor, "KEN", "MIL");
  };
  Told first = raid("r1", "radio uno", "2025-09-01T02:00:00Z").party(Role::recipient, "SOM", "CVL").words("bombed a village at dawn");
  Told last = raid("r2", "radio uno", "2025-09-02T02:00:00Z").party(Role::recipient, "ETH", "CVL").words("bombed a village");
  EXPECT_FALSE(linked(first, last));
  last.claim.taken_back_by = "radio uno";
  EXPECT_TRUE(linked(first, last));
  last.claim.taken_back_by = "radio dos";
  EXPECT_FALSE(linked(first, last));
}
TEST(Link, AWeekApartIsAnother) { EXPECT_FALSE(linked(meeting(), meeting("r2", "2025-09-08T02:00:00Z").on("2025-09-07"))); }
TEST(Link, ACityApartIsAnother) {
  EXPECT_FALSE(linked(meeting(), meeting("r2").in("Beijing", "CHN", 39.9, 116.4)));
  EXPECT_TRUE(linked(meeting(), meeting("r2").in("Binhai", "CHN", 39.0, 117.4)));  // a district of it
}
TEST(Link, MinistersThereAreNotPresidentsHere) {
  const auto by = [](const std::string& report, const std::string& one, const std::string& other) {
    return Told(report, "2025-09-01", EventType::consult, "met").party(Role::actor, "IND", "GOV", one).party(Role::actor, "CHN", "GOV", other).on("2025-08-31");
  };
  EXPECT_TRUE(linked(by("r1", "Narendra Modi", "Xi Jinping"), by("r2", "Modi", "Xi")));
  EXPECT_FALSE(linked(by("r1", "Narendra Modi", "Xi Jinping"), by("r2", "Subrahmanyam Jaishankar", "Wang Yi")));
}
TEST(Link, OtherPartiesAreAnother) {
  EXPECT_FALSE(linked(meeting(), Told("r2", "2025-09-01", EventType::consult, "met").actors("IND", "RUS").on("2025-08-31").in("Tianjin", "CHN", 39.1, 117.2)));
}
TEST(Link, RebelsWithoutANameMayBeTheNamedOnes) {
  Told rebels("r1", "2025-10-31", EventType::consult, "talks");
  rebels.party(Role::actor, "ETH").party(Role::actor, "", "REB", "rebels");
  const Told fano = Told("r2", "2025-10-31", EventType::consult, "talks").party(Role::actor, "ETH").party(Role::actor, "FANO", "REB");
  EXPECT_TRUE(linked(rebels, fano));
  EXPECT_FALSE(linked(rebels, Told("r2", "2025-10-31", EventType::consult, "meeting").party(Role::actor, "ETH").party(Role::actor, "KEN")));
}

TEST(Link, NeighbourTypesOfOneActAndNotOthers) {
  const auto signing = [](const std::string& report, EventType type) {
    return Told(report, "2025-05-10", type, "signed").actors("EGY", "BGR").on("2025-05-09").words("grain silos deal port");
  };
  EXPECT_TRUE(linked(signing("r1", EventType::agree), signing("r2", EventType::cooperate)));
  EXPECT_FALSE(linked(signing("r1", EventType::agree), signing("r2", EventType::threaten)));
}
TEST(Link, ATollThatRisesIsOneAttack) {
  const Told nine = strike("r1", "2025-05-10", "2025-05-09").words("missile power station nine dead");
  EXPECT_TRUE(linked(nine, strike("r2", "2025-05-11", "2025-05-09").words("missile power station fourteen dead")));
}
TEST(Link, WhoStruckWhomMatters) {
  const Told back = Told("r2", "2025-05-10", EventType::assault, "struck")
                        .party(Role::actor, "UKR", "MIL")
                        .party(Role::recipient, "RUS")
                        .on("2025-05-09")
                        .words("missile power station");
  EXPECT_FALSE(linked(strike("r1", "2025-05-10", "2025-05-09"), back));
  EXPECT_TRUE(linked(meeting(), Told("r2", "2025-09-01", EventType::consult, "met").party(Role::actor, "CHN").party(Role::recipient, "IND").on("2025-08-31")));
}
TEST(Link, TheArmyMayBeTheStateButCitizensAreNot) {
  const auto by = [](const std::string& report, const std::string& key, const std::string& sector) {
    return Told(report, "2025-05-10", EventType::protest, "blocked").party(Role::actor, key, sector).on("2025-05-09").words("bridge river");
  };
  EXPECT_TRUE(linked(by("r1", "SRB", "GOV"), by("r2", "SRB", "MIL")));
  EXPECT_FALSE(linked(by("r1", "SRB", "GOV"), by("r2", "SRB/OPP", "OPP")));
}
TEST(Link, DenialsAndNegativesAreOfTheEvent) {
  Told denied = meeting("r2");
  denied.claim.polarity = Polarity::negative;
  HopFacts hop;
  hop.stance = Stance::denies;
  denied.claim.chains = {{hop}};
  EXPECT_TRUE(linked(meeting(), denied));
}
TEST(Link, PlansAreOfTheDeedWhereTheDatesAgree) {
  const Told plan = meeting("r0", "2025-08-20").realis(Realis::planned);
  EXPECT_TRUE(linked(plan, meeting()));
  Told next = meeting("r0", "2025-08-20").realis(Realis::planned);
  EXPECT_FALSE(linked(next.on("2025-09-20"), meeting()));
}

TEST(Link, AReportComesBackToItsEventInTheSameWords) {
  Told again = meeting("r1");
  again.claim.id = "C-again";
  EXPECT_TRUE(linked(meeting("r1"), again));
  EXPECT_FALSE(linked(meeting("r1"), again.on("2025-07-04")));
}
TEST(Link, MetAndAgreedInOneReportAreTwo) {
  Told agreed = meeting("r1");
  agreed.claim.id = "C-agreed";
  agreed.claim.type = EventType::agree;
  EXPECT_FALSE(linked(meeting("r1"), agreed));
}
TEST(Link, WithoutADateTheDayOfTheNewsCounts) {
  const auto warned = [](const std::string& report, const std::string& published, const std::string& words) {
    return Told(report, published, EventType::threaten, "warned").party(Role::actor, "SDN").party(Role::recipient, "TCD").words(words);
  };
  EXPECT_TRUE(linked(warned("r1", "2025-04-22", "close border crossings"), warned("r2", "2025-04-23", "border would be closed")));
  EXPECT_FALSE(linked(warned("r1", "2025-04-22", "close border crossings"), warned("r2", "2025-05-22", "border would be closed")));
}
TEST(Link, OnePartyAloneNeedsWordsInCommon) {
  const auto accused = [](const std::string& report, const std::string& words) {
    return Told(report, "2025-04-22", EventType::accuse, "accused").party(Role::actor, "FRA").words(words);
  };
  EXPECT_TRUE(linked(accused("r1", "hackers hospital data theft"), accused("r2", "hospital hackers data")));
  EXPECT_FALSE(linked(accused("r1", "hackers hospital data theft"), accused("r2", "fishermen nets quota waters").on("2025-04-15")));
}
TEST(Link, ABombWhoseMakerIsUnknownIsFoundByItsWords) {
  const auto bomb = [](const std::string& report, const std::string& key, const std::string& words) {
    return Told(report, "2025-09-13", EventType::assault, "killed").party(Role::recipient, key, "CVL", "people").on("2025-09-13").words(words);
  };
  EXPECT_TRUE(linked(bomb("r1", "PAK/CVL", "roadside bomb vegetable market city"), bomb("r2", "", "roadside bomb vegetable market shops city")));
  EXPECT_FALSE(linked(bomb("r1", "PAK/CVL", "roadside bomb vegetable market city"), bomb("r2", "", "grenade mosque prayers village")));
}
TEST(Link, StatementsAreOfNoEvent) {
  ClaimFacts statement = meeting().claim;
  statement.kind = ClaimKind::statement;
  EXPECT_TRUE(block_keys(statement).empty());
  EXPECT_FALSE(may_link(statement, meeting("r2").claim));
}
TEST(Link, ReasonsAreWords) {
  const LinkScore score = link_score(meeting().claim, meeting("r2").claim);
  EXPECT_GT(score.probability, .9);
  EXPECT_NE(std::string::npos, score.words.find("the same day"));
}

std::vector<ClaimFacts> a_month_of_strikes() {
  std::vector<ClaimFacts> claims;
  for (int i = 0; i < 60; ++i) {
    const int day = 1 + i * 5 % 28;
    const std::string date = std::string("2025-05-") + (day < 10 ? "0" : "") + std::to_string(day);
    Told told = strike("r" + std::to_string(i), date + "T10:00:00Z", date);
    if (i % 3 == 0) told.claim.begin_date = told.claim.end_date = "";
    if (i % 4 == 0) told.in("Kharkiv", "UKR", 50.0, 36.2);
    if (i % 4 == 1) told.in("Odesa", "UKR", 46.5, 30.7);
    claims.push_back(told.claim);
  }
  return claims;
}
std::set<std::set<std::string>> clusters_of(const std::vector<const ClaimFacts*>& claims) {
  std::set<std::set<std::string>> clusters;
  for (const auto& cluster : cluster_claims(claims)) {
    std::set<std::string> ids;
    for (const std::size_t i : cluster) ids.insert(claims[i]->id);
    clusters.insert(ids);
  }
  return clusters;
}
TEST(Cluster, DependsOnTheSetAlone) {
  const std::vector<ClaimFacts> claims = a_month_of_strikes();
  std::vector<const ClaimFacts*> order;
  for (const ClaimFacts& claim : claims) order.push_back(&claim);
  const auto expected = clusters_of(order);
  EXPECT_GT(expected.size(), 5U);
  EXPECT_LT(expected.size(), 50U);
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(order.begin(), order.end(), random);
    EXPECT_EQ(expected, clusters_of(order));
  }
}
// What the ledger relies on: a component by may_link is all that its claims need to be compared with.
TEST(Cluster, OfComponentsIsTheClusteringOfAll) {
  const std::vector<ClaimFacts> claims = a_month_of_strikes();
  std::vector<const ClaimFacts*> all;
  for (const ClaimFacts& claim : claims) all.push_back(&claim);
  std::vector<std::size_t> component(all.size());
  std::iota(component.begin(), component.end(), std::size_t{0});
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (component[i] == component[j] || !may_link(*all[i], *all[j])) continue;
      EXPECT_TRUE(shares_block(*all[i], *all[j]));
      std::replace(component.begin(), component.end(), component[i], component[j]);
    }
  }
  std::set<std::set<std::string>> found;
  for (const std::size_t id : std::set<std::size_t>(component.begin(), component.end())) {
    std::vector<const ClaimFacts*> part;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (component[i] == id) part.push_back(all[i]);
    }
    found.merge(clusters_of(part));
  }
  EXPECT_EQ(clusters_of(all), found);
}
TEST(Cluster, GoesByPublicationThenId) {
  const Told late = meeting("r9", "2025-09-03"), early = meeting("r1", "2025-09-01"), other = meeting("r5", "2025-09-02").in("Beijing", "CHN", 39.9, 116.4);
  const std::vector<const ClaimFacts*> claims = {&late.claim, &other.claim, &early.claim};
  const std::vector<std::vector<std::size_t>> expected = {{2, 0}, {1}};
  EXPECT_EQ(expected, cluster_claims(claims));
  EXPECT_TRUE(cluster_claims({}).empty());
}

TEST(Days, OfPlansLieAheadAndOfNewsBehind) {
  const Told news("r1", "2025-05-14T10:00:00Z", EventType::consult, "met"), day = Told("r2", "2025-05-14", EventType::consult, "met").on("1970-01-02");
  EXPECT_EQ(days_of(news.claim).last, days_of(news.claim).first + 6);
  EXPECT_EQ(1, days_of(day.claim).first);
  const Told plan = Told("r3", "2025-05-14", EventType::consult, "meet").realis(Realis::planned);
  EXPECT_EQ(days_of(news.claim).last, days_of(plan.claim).first);
  EXPECT_FALSE(days_of(Told("r4", "", EventType::consult, "met").claim).known);
}

}  // namespace
}  // namespace dragoman

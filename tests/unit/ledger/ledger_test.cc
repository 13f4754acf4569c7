// SPDX-License-Identifier: Apache-2.0
#include "dragoman/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "ledger/cells.h"
#include "ledger/moments.h"
#include "unit/ledger/reports_by_hand.h"

namespace dragoman::testing {
namespace {

Ledger ledger_at(const std::string& path) {
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  EXPECT_TRUE(ledger) << (ledger ? "" : ledger.error().message);
  return std::move(*ledger);
}

void add(Ledger& ledger, const ReadReport& report, AddStatus expected = AddStatus::added) {
  const Result<AddStatus> added = ledger.add(report);
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(*added, expected);
}

void expect_sound(const Ledger& ledger) {
  const auto problems = ledger.verify();
  ASSERT_TRUE(problems) << problems.error().message;
  EXPECT_TRUE(problems->empty()) << problems->front() << " (" << problems->size() << " problems)";
}

const Sentence kTalks{"Ethiopia and Djibouti held talks on the port of Doraleh on 10 March.", EventType::consult, "ETH", "DJI", "2025-03-10", "an official"};
const Sentence kTalksAgain{"Talks on the port of Doraleh were held by Ethiopia and Djibouti on 10 March.",
                           EventType::consult,
                           "ETH",
                           "DJI",
                           "2025-03-10",
                           "the foreign ministry of Djibouti"};
const Sentence kStrike{"Israel struck a depot near Homs on 2 April.", EventType::assault, "ISR", "SYR", "2025-04-02", ""};

TEST(Ledger, AddsAReportOnceAndShowsIt) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  const ReadReport report = report_of("r1", "Northern Wire", "2025-03-10T08:00Z", {kTalks, kStrike});
  EXPECT_FALSE(*ledger.knows(report.report, report.made_by));
  add(ledger, report);
  add(ledger, report, AddStatus::known);
  EXPECT_EQ(**ledger.knows(report.report, report.made_by), "r1");
  const auto stored = ledger.report("r1");
  ASSERT_TRUE(stored && *stored);
  EXPECT_EQ((*stored)->report.text, report.report.text);
  EXPECT_EQ((*stored)->claims.size(), 2U);
  const auto info = ledger.info();
  EXPECT_EQ(info->reports, 1U);
  EXPECT_EQ(info->claims, 2U);
  EXPECT_EQ(info->events, 2U);
  EXPECT_EQ(info->unlinked, 0U);
  expect_sound(ledger);
}

TEST(Ledger, LinksWhatTwoReportsTellOfOneEvent) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  add(ledger, report_of("r2", "Lake Gazette", "2025-03-11T08:00Z", {kTalksAgain}));
  const auto before = ledger.events({});
  ASSERT_EQ(before->size(), 1U);
  add(ledger, report_of("r1", "Northern Wire", "2025-03-10T08:00Z", {kTalks}));
  const auto events = ledger.events({});
  ASSERT_EQ(events->size(), 1U);
  const LinkedEvent& event = events->front();
  EXPECT_EQ(event.claims.size(), 2U);
  EXPECT_EQ(event.id.substr(2), event.claims[0].claim.substr(2));
  EXPECT_EQ(event.claims[0].report, "r1");
  EXPECT_EQ(event.first_published, "2025-03-10T08:00Z");
  // The id that it had while only the later report was known.
  const std::string former = before->front().id;
  ASSERT_NE(former, event.id);
  EXPECT_EQ(*ledger.resolve_id(former), event.id);
  const auto shown = ledger.event(former);
  ASSERT_TRUE(shown && *shown);
  EXPECT_EQ((*shown)->aliases, std::vector<std::string>{former});
  expect_sound(ledger);
}

TEST(Ledger, TellsWhatIsLeftWithoutAnOrigin) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  add(ledger, report_of("r1", "Northern Wire", "2025-03-10T08:00Z", {kTalks}));
  add(ledger, report_of("r2", "Lake Gazette", "2025-03-11T08:00Z", {kTalksAgain}));
  const LinkedEvent event = ledger.events({})->front();
  ASSERT_EQ(event.status, EventStatus::corroborated);
  for (const Origin& origin : event.roots) {
    const auto left = ledger.event_without(event.id, origin.id);
    ASSERT_TRUE(left && *left);
    EXPECT_EQ((*left)->id, event.id);
    EXPECT_EQ((*left)->claims.size(), 1U);
    EXPECT_EQ((*left)->status, EventStatus::reported);
  }
  const auto alone = ledger.event_without(event.id, event.roots.front().id, "2025-03-10");
  ASSERT_TRUE(alone);
  EXPECT_FALSE(*alone) << "nobody else told of it by then";
  EXPECT_FALSE(*ledger.event_without("E-000000000000", event.roots.front().id));
  EXPECT_FALSE(ledger.event_without(event.id, event.roots.front().id, "last week"));
}

TEST(Ledger, TellsWhatWasKnownAtAMoment) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  add(ledger, report_of("r2", "Lake Gazette", "2025-03-11T08:00Z", {kTalksAgain}));
  add(ledger, report_of("r1", "Northern Wire", "2025-03-10T08:00+02:00", {kTalks}));
  add(ledger, report_of("r3", "Bay Chronicle", "", {kStrike}));
  const auto claims_at = [&](const std::string& as_of) {
    std::size_t claims = 0;
    EventFilter filter;
    filter.as_of = as_of;
    const auto events = ledger.events(filter);
    EXPECT_TRUE(events);
    for (const LinkedEvent& event : *events) claims += event.claims.size();
    return claims;
  };
  EXPECT_EQ(claims_at("2025-03-10T05:59Z"), 0U);
  EXPECT_EQ(claims_at("2025-03-10T06:00Z"), 1U);
  EXPECT_EQ(claims_at("2025-03-10"), 1U);
  EXPECT_EQ(claims_at("2025-03-11"), 2U);
  EXPECT_EQ(claims_at("2025-03-11T07:59:59Z"), 1U);
  EXPECT_EQ(claims_at("2025-03-11T10:00+02:00"), 2U);
  EXPECT_EQ(claims_at(""), 3U) << "without a moment, also what has no date";
  EXPECT_FALSE(ledger.events({"", "", "last week", "", "", {}, {}, 0}));
}

// At each of these moments: what a ledger holds that never got the later reports.
void expect_as_of_leaks_nothing(const std::vector<ReadReport>& reports) {
  TemporaryFolder folder;
  Ledger all = ledger_at(folder.file("all.db"));
  for (const ReadReport& report : reports) add(all, report);
  std::size_t found = 0;
  for (const char* const moment : {"2025-04-01", "2025-04-05T09:30Z", "2025-04-09", "2025-04-14", "2025-04-20T23:00+02:00", "2025-05-10"}) {
    SCOPED_TRACE(moment);
    Ledger some = ledger_at(folder.file(moment + std::string(".db")));
    EventFilter filter;
    filter.as_of = moment;
    for (const ReadReport& report : reports) {
      if (const auto known = moment_of(report.report.published); known && known->end <= moment_of(moment)->end) add(some, report);
    }
    const auto then = all.events(filter), expected = some.events(filter), now = some.events({});
    ASSERT_TRUE(then && expected && now);
    ASSERT_EQ(then->size(), now->size());
    for (std::size_t i = 0; i < then->size(); ++i) {
      EXPECT_EQ(to_json((*then)[i]), to_json((*expected)[i]));
      LinkedEvent event = (*now)[i];
      event.as_of = moment;
      EXPECT_EQ(to_json((*then)[i]), to_json(event));
      EXPECT_EQ(to_json(**all.event(event.id, moment)), to_json(event));
    }
    found += then->size();
  }
  EXPECT_GT(found, 20U);
}

TEST(Ledger, AsOfIsWhatALedgerOfTheseReportsWouldHold) {
  expect_as_of_leaks_nothing(stories(7, 60));
  std::vector<ReadReport> dated = stories(8, 60);  // some only by their day: which of two is later is not known that day
  for (std::size_t i = 0; i < dated.size(); i += 3) dated[i].report.published.resize(10);
  expect_as_of_leaks_nothing(dated);
}

TEST(Ledger, AsOfIsSoWhereComponentsAreTooLargeForOneCell) {
  const std::size_t before = std::exchange(largest_cell, 3);
  expect_as_of_leaks_nothing(stories(9, 60));
  largest_cell = before;
}

// Adds reports in many orders and parts and expects the same each time.
void expect_order_does_not_matter(std::vector<ReadReport> reports, int orders) {
  TemporaryFolder folder;
  std::string expected;
  std::mt19937 random(3);
  for (int order = 0; order < orders; ++order) {
    const std::string path = folder.file("l" + std::to_string(order) + ".db");
    std::size_t next = 0;
    while (next < reports.size()) {  // opened and closed in between
      Ledger ledger = ledger_at(path);
      for (std::size_t part = 1 + random() % reports.size(); part > 0 && next < reports.size(); --part) add(ledger, reports[next++]);
    }
    Ledger ledger = ledger_at(path);
    const std::string found = everything_in(ledger);
    if (order == 0) expected = found;
    ASSERT_EQ(found, expected) << "order " << order;
    if (order % 5 == 0) expect_sound(ledger);
    std::shuffle(reports.begin(), reports.end(), random);
  }
  EXPECT_NE(expected.find("\"id\":\"E-"), std::string::npos);
}

TEST(Ledger, OrderAndSplitDoNotMatter) { expect_order_does_not_matter(stories(1, 30), 20); }

TEST(Ledger, NorDoTheyWhereComponentsAreTooLargeForOneCell) {
  const std::size_t before = std::exchange(largest_cell, 3);
  expect_order_does_not_matter(stories(1, 30), 10);
  expect_order_does_not_matter(stories(6, 20), 5);
  largest_cell = before;
}

TEST(Ledger, RelinkingChangesNothing) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  for (const ReadReport& report : stories(5, 25)) add(ledger, report);
  const std::string before = everything_in(ledger);
  ASSERT_TRUE(ledger.relink());
  EXPECT_EQ(everything_in(ledger), before);
  expect_sound(ledger);
}

TEST(Ledger, ANewerReadingReplacesClaimsAndKeepsTheOlder) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  ReadReport report = report_of("r1", "Northern Wire", "2025-03-10T08:00Z", {kTalks, kStrike});
  add(ledger, report);
  const std::string former = ledger.events({})->front().id;
  report.made_by.model_hash = "newer";
  for (Claim& claim : report.claims) claim.id.back() = claim.id.back() == 'A' ? 'B' : 'A';
  add(ledger, report);
  add(ledger, report, AddStatus::known);
  EXPECT_EQ(ledger.info()->readings, 2U);
  EXPECT_EQ(ledger.info()->claims, 2U);
  EXPECT_EQ(rows_of_query(ledger, "SELECT count(*) FROM claims"), std::vector<std::string>{"2|"});
  EXPECT_EQ(rows_of_query(ledger, "SELECT model_hash, count(*) FROM all_claims GROUP BY 1 ORDER BY 1"), (std::vector<std::string>{"model|2|", "newer|2|"}));
  const auto now = ledger.resolve_id(former);
  ASSERT_TRUE(now) << now.error().message;
  EXPECT_NE(*now, former);
  expect_sound(ledger);
}

TEST(Ledger, NewReadingsAmongManyReportsLeaveItSound) {
  for (const std::size_t cell : {std::size_t{400}, std::size_t{3}}) {
    const std::size_t before = std::exchange(largest_cell, cell);
    TemporaryFolder folder;
    Ledger ledger = ledger_at(folder.file("l.db"));
    const std::vector<ReadReport> reports = stories(8, 20);
    for (const ReadReport& report : reports) add(ledger, report);
    const std::string expected = everything_in(ledger);
    for (std::size_t i = 0; i < reports.size(); i += 3) {
      ReadReport newer = reports[i];
      newer.made_by.model_hash = "newer";
      newer.claims.pop_back();
      add(ledger, newer);
      newer = reports[i];
      newer.made_by.model_hash = "newest";
      add(ledger, newer);
    }
    expect_sound(ledger);
    EXPECT_EQ(everything_in(ledger), expected) << "the same claims again give the same events";
    largest_cell = before;
  }
}

TEST(Ledger, ReportsWithOneIdAreToldApartWhateverCameFirst) {
  const ReadReport early = report_of("same", "Northern Wire", "2025-03-10T08:00Z", {kTalks});
  const ReadReport late = report_of("same", "Lake Gazette", "2025-03-12T08:00Z", {kStrike});
  std::vector<std::string> exports;
  for (const bool early_first : {true, false}) {
    TemporaryFolder folder;
    Ledger ledger = ledger_at(folder.file("l.db"));
    add(ledger, early_first ? early : late);
    add(ledger, early_first ? late : early);
    EXPECT_EQ(**ledger.knows(early.report, early.made_by), "same");
    EXPECT_EQ((**ledger.knows(late.report, late.made_by)).substr(0, 2), "R-");
    exports.push_back(everything_in(ledger));
    expect_sound(ledger);
  }
  EXPECT_EQ(exports[0], exports[1]);
}

TEST(Ledger, RefusesWhatWouldContradictItself) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  const ReadReport good = report_of("r1", "Northern Wire", "2025-03-10", {kTalks});
  ReadReport other_hash = good, outside = good, no_claim = good, no_date = good, no_utf8 = good;
  other_hash.report.hash[0] = other_hash.report.hash[0] == '0' ? '1' : '0';
  outside.claims[0].words.span.end = 5000;
  no_claim.claims[0].id = "C-'; DROP TABLE t_report; --";
  no_date.report.published = "yesterday";
  no_utf8.report.outlet = "\xFF";
  for (const ReadReport* const bad : {&other_hash, &outside, &no_claim, &no_date, &no_utf8}) {
    const auto added = ledger.add(*bad);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::bad_input) << added.error().message;
  }
  EXPECT_EQ(ledger.info()->reports, 0U);
  add(ledger, good);
}

TEST(Ledger, ShortestPrefixesAreFound) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  add(ledger, report_of("r1", "Northern Wire", "2025-03-10", {kTalks}));
  const std::string id = ledger.events({})->front().id;
  EXPECT_EQ(*ledger.resolve_id(id.substr(0, 6)), id);
  std::string lower = id.substr(0, 7);
  std::transform(lower.begin(), lower.end(), lower.begin(), ::tolower);
  EXPECT_EQ(*ledger.resolve_id(lower), id);
  EXPECT_EQ(*ledger.resolve_id("C" + id.substr(1, 6)), "C" + id.substr(1));
  EXPECT_EQ(*ledger.resolve_id("r1"), "r1");
  EXPECT_EQ(ledger.resolve_id(id.substr(0, 4)).error().code, ErrorCode::usage);
  EXPECT_EQ(ledger.resolve_id("E-ZZZZZZZZZZZZ").error().code, ErrorCode::not_found);
  EXPECT_EQ(**ledger.report_of_claim("C" + id.substr(1)), "r1");
}

TEST(Ledger, SearchFindsClaimsByWordsOfThemAndOfTitles) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  add(ledger, report_of("r1", "Northern Wire", "2025-03-10", {kTalks}));
  add(ledger, report_of("r2", "Lake Gazette", "2025-04-02", {kStrike}));
  const auto found = [&](const std::string& words, const EventFilter& filter = {}) {
    std::vector<std::string> reports;
    const auto hits = ledger.search(words, filter);
    EXPECT_TRUE(hits) << (hits ? "" : hits.error().message);
    if (!hits) return reports;
    for (const SearchHit& hit : *hits) reports.push_back(hit.report);
    return reports;
  };
  using Reports = std::vector<std::string>;
  EXPECT_EQ(found("talks doraleh"), Reports{"r1"});
  EXPECT_EQ(found("DEPOT hom"), Reports{"r2"});
  EXPECT_EQ(found("depot doraleh"), Reports{});
  EXPECT_EQ(found("report r2"), Reports{"r2"});
  EXPECT_EQ(found("on", {"", "", "2025-03-20", "", "", {}, {}, 0}), Reports{"r1"});
  EXPECT_EQ(found("on", {"", "", "", "SYR", "ISR", {}, {}, 0}), Reports{"r2"});
  for (const char* const odd :
       {"\"", "\" OR 1", "*", "NEAR(", "a AND", "quote:talks", "^talks", "-", "()", "'", "\xF0\x9F\x92\xA5", "", "+ ~ ! @", "talks\"*", "{quote}"})
    found(odd);
}

TEST(Ledger, FiltersEvents) {
  TemporaryFolder folder;
  Ledger ledger = ledger_at(folder.file("l.db"));
  add(ledger, report_of("r1", "Northern Wire", "2025-03-10", {kTalks, kStrike}));
  const auto count = [&](const EventFilter& filter) { return ledger.events(filter)->size(); };
  EXPECT_EQ(count({}), 2U);
  EXPECT_EQ(count({"2025-03-11", "", "", "", "", {}, {}, 0}), 1U);
  EXPECT_EQ(count({"", "2025-03-10", "", "", "", {}, {}, 0}), 1U);
  EXPECT_EQ(count({"2025-03", "2025-03", "", "", "", {}, {}, 0}), 1U);
  EXPECT_EQ(count({"", "", "", "isr", "", {}, {}, 0}), 1U);
  EXPECT_EQ(count({"", "", "", "ETH", "DJI", {}, {}, 0}), 1U);
  EXPECT_EQ(count({"", "", "", "ETH", "SYR", {}, {}, 0}), 0U);
  EXPECT_EQ(count({"", "", "", "", "", EventType::assault, {}, 0}), 1U);
  EXPECT_EQ(count({"", "", "", "", "", {}, {}, 1}), 1U);
  EXPECT_EQ(count({"", "", "2025-03-09", "ISR", "", {}, {}, 0}), 0U);
  EXPECT_EQ(count({"", "", "2025-03-10", "ISR", "", {}, {}, 0}), 1U);
  add(ledger, report_of("r2", "Lake Gazette", "2025-03-11", {kTalksAgain}));
  for (const char* const as_of : {"", "2025-03-11"}) {
    EXPECT_EQ(count({"", "", as_of, "", "", {}, {}, 0, "r1"}), 2U);
    EXPECT_EQ(count({"", "", as_of, "", "", {}, {}, 1, "r2"}), 1U) << "the limit is of those that pass";
    EXPECT_EQ(count({"", "", as_of, "", "", EventType::assault, {}, 0, "r1"}), 1U);
    EXPECT_EQ(count({"", "", as_of, "", "", {}, {}, 0, "r1", (*ledger.report("r1"))->claims[1].id}), 1U);
    EXPECT_EQ(count({"", "", as_of, "", "", {}, {}, 0, "r3"}), 0U);
  }
}

}  // namespace
}  // namespace dragoman::testing

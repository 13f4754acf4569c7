// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dragoman/relation.h"
#include "events/state_numbers.h"
#include "unit/events/event_samples.h"

namespace dragoman {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> starts_of(const DyadSeries& series) {
  std::vector<std::string> starts;
  for (const SeriesPeriod& period : series.periods) starts.push_back(period.start);
  return starts;
}

std::vector<int> events_of(const DyadSeries& series) {
  std::vector<int> numbers;
  for (const SeriesPeriod& period : series.periods) numbers.push_back(period.counts().events);
  return numbers;
}

TEST(Relation, CountsByWeekAndKeepsEmptyWeeks) {
  const std::vector<LinkedEvent> events = {EventSample("A", EventType::consult, "2025-05-07").event, EventSample("B", EventType::assault, "2025-05-11").event,
                                           EventSample("C", EventType::consult, "2025-05-26").event};
  const Relation relation = relation_of(events, "KAZ", "UZB", {});
  ASSERT_EQ(relation.series.size(), 1u);
  EXPECT_THAT(starts_of(relation.series[0]), ElementsAre("2025-05-05", "2025-05-12", "2025-05-19", "2025-05-26"));
  EXPECT_THAT(events_of(relation.series[0]), ElementsAre(2, 0, 0, 1));
  EXPECT_EQ(relation.series[0].periods[0].counts("material-conflict").events, 1);
  EXPECT_THAT(relation.series[0].periods[0].events, ElementsAre("E-A", "E-B"));
}

TEST(Relation, RowsHaveTheNumbersOfStates) {
  const std::vector<LinkedEvent> events = {EventSample("A", EventType::consult, "2025-05-07").event};
  const auto rows = dyad_rows(relation_of(events, "KAZ", "UZB", {}));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0][5], "705");
  EXPECT_EQ(rows[0][6], "704");
  EXPECT_EQ(state_number_of("PSE"), 0) << "no member of that project's system of states";
  EXPECT_EQ(state_number_of("NATO"), 0);
  EXPECT_EQ(state_number_of("MNE"), 341);
  EXPECT_GT(state_numbers().size(), 190u);
}

TEST(Relation, KnowsMonthsAndYears) {
  const std::vector<LinkedEvent> events = {EventSample("A", EventType::consult, "2024-12-31").event, EventSample("B", EventType::aid, "2025-02-01").event};
  RelationOptions options;
  options.unit = PeriodUnit::month;
  EXPECT_THAT(starts_of(relation_of(events, "KAZ", "UZB", options).series[0]), ElementsAre("2024-12-01", "2025-01-01", "2025-02-01"));
  options.unit = PeriodUnit::year;
  EXPECT_THAT(starts_of(relation_of(events, "KAZ", "UZB", options).series[0]), ElementsAre("2024-01-01", "2025-01-01"));
  options.unit = PeriodUnit::day;
  EXPECT_EQ(relation_of(events, "KAZ", "UZB", options).series[0].periods.size(), 33u);
}

TEST(Relation, TakesEitherDirectionUnlessDirected) {
  const std::vector<LinkedEvent> events = {EventSample("A", EventType::threaten, "2025-05-07").event,
                                           EventSample("B", EventType::reject, "2025-05-08").by("UZB", "Uzbekistan").to("KAZ", "Kazakhstan").event,
                                           EventSample("C", EventType::consult, "2025-05-09").together().event,
                                           EventSample("D", EventType::consult, "2025-05-09").to("TJK", "Tajikistan").event};
  EXPECT_THAT(events_of(relation_of(events, "KAZ", "UZB", {}).series[0]), ElementsAre(3));
  RelationOptions options;
  options.directed = true;
  const Relation relation = relation_of(events, "kaz", "uzbekistan", options);
  ASSERT_EQ(relation.series.size(), 2u);
  EXPECT_THAT(relation.series[0].periods[0].events, ElementsAre("E-A", "E-C"));
  EXPECT_THAT(relation.series[1].periods[0].events, ElementsAre("E-B", "E-C"));
}

TEST(Relation, LeavesOutWhatIsDeniedOrRetracted) {
  const std::vector<LinkedEvent> events = {EventSample("A", EventType::assault, "2025-05-07").status(EventStatus::denied).event,
                                           EventSample("B", EventType::assault, "2025-05-08").status(EventStatus::retracted).event,
                                           EventSample("C", EventType::assault, "2025-05-09").status(EventStatus::disputed).event};
  const Relation relation = relation_of(events, "KAZ", "UZB", {});
  EXPECT_THAT(events_of(relation.series[0]), ElementsAre(1));
  EXPECT_THAT(relation.left_out, ElementsAre("E-A", "E-B"));
  RelationOptions options;
  options.with_denied = true;
  EXPECT_THAT(events_of(relation_of(events, "KAZ", "UZB", options).series[0]), ElementsAre(3));
}

TEST(Relation, GuessesNoPeriod) {
  LinkedEvent undated = EventSample("C", EventType::aid, "2025-05-09").event;
  undated.begin_date = undated.end_date = undated.time_precision = "";
  LinkedEvent background = EventSample("D", EventType::assault, "2025-05-09").dated("1974-07-20", "day").event;
  LinkedEvent coarse = EventSample("B", EventType::aid, "2025-05-08").dated("2025-01-01", "year").event;
  const std::vector<LinkedEvent> events = {coarse, undated, background};
  const Relation relation = relation_of(events, "KAZ", "UZB", {});
  EXPECT_THAT(starts_of(relation.series[0]), ElementsAre("2025-05-05"));
  EXPECT_THAT(relation.left_out, ElementsAre("E-B", "E-D"));
  RelationOptions options;
  options.since = "1974-01-01";
  options.until = "1974-12-31";
  options.unit = PeriodUnit::year;
  EXPECT_THAT(events_of(relation_of(events, "KAZ", "UZB", options).series[0]), ElementsAre(1));
}

TEST(Relation, HasNoPeriodsWithoutEvents) {
  const Relation relation = relation_of({}, "KAZ", "UZB", {});
  EXPECT_THAT(relation.series[0].periods, IsEmpty());
  EXPECT_THAT(dyad_rows(relation), IsEmpty());
}

TEST(Relation, NamesTheEventsBehindAShift) {
  std::vector<LinkedEvent> events = {EventSample("OLD", EventType::consult, "2025-01-06").event};
  for (int day = 1; day <= 24; ++day) {
    events.push_back(EventSample("N" + std::to_string(day), EventType::assault, "2025-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day)).event);
  }
  const Relation relation = relation_of(events, "KAZ", "UZB", {});
  ASSERT_EQ(relation.series[0].shifts.size(), 1u);
  const Shift& shift = relation.series[0].shifts[0];
  EXPECT_EQ(shift.period, "2025-04-28");
  EXPECT_EQ(shift.quad, "material-conflict");
  EXPECT_EQ(shift.before, 0);
  EXPECT_EQ(shift.rate, 6);
  EXPECT_EQ(shift.events.size(), 24u);
}

TEST(Relation, TakesNoFirstPeriodForARate) {
  std::vector<LinkedEvent> events = {EventSample("Z", EventType::assault, "2025-06-30").event};
  for (int i = 0; i < 9; ++i) events.push_back(EventSample("N" + std::to_string(i), EventType::assault, "2025-01-07").event);
  for (const DyadSeries& series : relation_of(events, "KAZ", "UZB", {}).series) EXPECT_THAT(series.shifts, IsEmpty());
  RelationOptions options;
  options.since = "2025-01-01";
  EXPECT_FALSE(relation_of(events, "KAZ", "UZB", options).series[0].shifts.empty());
}

TEST(Relation, GoesThroughAllPairs) {
  LinkedEvent inside = EventSample("D", EventType::coerce, "2025-05-09").to("KAZ", "Kazakh students").event;
  LinkedEvent alone = EventSample("E", EventType::mobilize, "2025-05-09").event;
  alone.recipients.clear();
  const std::vector<LinkedEvent> events = {EventSample("A", EventType::threaten, "2025-05-07").event,
                                           EventSample("B", EventType::consult, "2025-05-08").by("UZB", "Uzbekistan").to("KAZ", "Kazakhstan").together().event,
                                           EventSample("C", EventType::aid, "2025-05-09").to("", "a village").event, inside, alone};
  std::vector<std::string> pairs;
  RelationOptions options;
  options.directed = true;
  options.shifts = false;
  each_relation(events, options, [&](const Relation& relation) {
    std::string line = relation.a + " " + relation.b;
    for (const DyadSeries& series : relation.series) line += " " + std::to_string(series.periods.at(0).counts().events);
    pairs.push_back(line);
    return true;
  });
  EXPECT_THAT(pairs, ElementsAre("KAZ KAZ 1", "KAZ UZB 2 1"));
}

TEST(Relation, FillsTheDyadsTable) {
  std::vector<LinkedEvent> events = {EventSample("A", EventType::consult, "2025-05-07").event, EventSample("B", EventType::consult, "2025-05-08").event,
                                     EventSample("C", EventType::consult, "2025-05-19").status(EventStatus::planned).event};
  events[0].origins_max = 3;
  const auto rows = dyad_rows(relation_of(events, "KAZ", "UZB", {}));
  ASSERT_EQ(rows.size(), 3u);
  ASSERT_EQ(dyad_columns().size(), rows[0].size());
  EXPECT_THAT(rows[0],
              ElementsAre("2025-05-05", "week", "false", "KAZ", "UZB", "705", "704", "CONSULT", "verbal-cooperation", "reported", "2", "2", "2", "2", "4"));
  EXPECT_THAT(rows[1], ElementsAre("2025-05-12", "week", "false", "KAZ", "UZB", "705", "704", "", "", "", "0", "0", "0", "0", "0"));
  EXPECT_EQ(rows[2][9], "planned");
}

}  // namespace
}  // namespace dragoman

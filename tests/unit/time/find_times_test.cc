// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "time/time_expressions.h"

namespace dragoman {
namespace {

std::vector<TimeExpression> find(const std::string& text, std::string_view published = "2025-05-18") {
  const TextIndex index(text);
  return find_times(index, published);
}

TimeExpression only(const std::string& text, std::string_view published = "2025-05-18") {
  const auto found = find(text, published);
  EXPECT_EQ(found.size(), 1u) << text;
  return found.empty() ? TimeExpression() : found.front();
}

TEST(FindTimes, GivesBeginAndEndInclusive) {
  const auto month = only("It began in May 2024.");
  EXPECT_EQ(month.begin_date, "2024-05-01");
  EXPECT_EQ(month.end_date, "2024-05-31");
  const auto week = only("It ended last week.");
  EXPECT_EQ(week.begin_date, "2025-05-05");
  EXPECT_EQ(week.end_date, "2025-05-11");
  const auto decade = only("The wars of the 1990s ended.");
  EXPECT_EQ(decade.begin_date, "1990-01-01");
  EXPECT_EQ(decade.end_date, "1999-12-31");
}

TEST(FindTimes, GivesDateTimesWhereTheTextDoes) {
  const auto clock = only("It fell on Tuesday at 10:30 p.m., they said.");
  EXPECT_EQ(clock.type, TimeType::time);
  EXPECT_EQ(clock.begin_date, "2025-05-13T22:30:00");
}

TEST(FindTimes, PlacesCountedStretches) {
  const auto past = only("Exports rose in the past three weeks.");
  EXPECT_EQ(past.type, TimeType::duration);
  EXPECT_EQ(past.begin_date, "2025-04-27");
  EXPECT_EQ(past.end_date, "2025-05-18");
}

TEST(FindTimes, OffsetsAreCodePoints) {
  const auto found = only("Şahin arrived in Ağrı on 14 May 2025.");
  EXPECT_EQ(found.words.text, "14 May 2025");
  EXPECT_EQ(found.words.span.begin, 25u);
}

TEST(FindTimes, WithoutPublicationDateLeavesUnknownPartsOpen) {
  EXPECT_EQ(only("They met on Wednesday.", "").timex, "XXXX-WXX-3");
  EXPECT_EQ(only("They met on May 14.", "").timex, "XXXX-05-14");
  EXPECT_EQ(only("They met yesterday.", "").timex, "XXXX-XX-XX");
  EXPECT_EQ(only("They met yesterday.", "").begin_date, "");
  EXPECT_EQ(only("They met on 14 May 2025.", "").timex, "2025-05-14");
}

TEST(FindTimes, TakesABadPublicationDateAsNone) {
  EXPECT_EQ(only("They met yesterday.", "2025-13-99").timex, "XXXX-XX-XX");
  EXPECT_EQ(only("They met yesterday.", "soon").timex, "XXXX-XX-XX");
}

TEST(FindTimes, NeverOverlap) {
  const auto found = find("On Wednesday, May 14, 2025, at 10 p.m. and again three days later, two weeks after Easter, every Monday at 5 pm.");
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LE(found[i - 1].words.span.end, found[i].words.span.begin);
}

// Time for a text repeated many times must grow with its length, whatever it repeats.
TEST(FindTimes, CostIsLinear) {
  for (const char* piece : {"the end of ", "1,", "1-", "twenty ", "and a half ", "May ", "Monday ", "5 hours ", "\n", "next ", "(", "at 5 to ", "1990s"}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    const std::clock_t begin = std::clock();  // the processor's time: others may be busy
    find(text);
    EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 5) << piece;
  }
}

TEST(FindTimes, WhatIsToBeIsAhead) {
  EXPECT_EQ(only("The bridge is to open on Monday.", "2025-05-14").begin_date, "2025-05-19");
  EXPECT_EQ(only("The bridge opened on Monday.", "2025-05-14").begin_date, "2025-05-12");
  EXPECT_EQ(only("The aim is to learn what fell on Monday.", "2025-05-14").begin_date, "2025-05-12");
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "events/change_points.h"

#include <gtest/gtest.h>

#include <random>

namespace dragoman {
namespace {

std::vector<int> drawn(std::mt19937& random, int periods, double rate) {
  std::poisson_distribution<int> count(rate);
  std::vector<int> counts;
  for (int i = 0; i < periods; ++i) counts.push_back(count(random));
  return counts;
}

TEST(ChangePoints, NeedsASeries) {
  EXPECT_TRUE(change_points({}).empty());
  EXPECT_TRUE(change_points(std::vector<int>{4}).empty());
  EXPECT_TRUE(change_points(std::vector<int>(200, 0)).empty());
  EXPECT_TRUE(change_points(std::vector<int>(200, 3)).empty());
}

TEST(ChangePoints, FindsWhereTheRateRose) {
  const std::vector<ChangePoint> points = change_points(std::vector<int>{0, 1, 0, 0, 1, 0, 0, 5, 7, 4, 6});
  ASSERT_EQ(points.size(), 1u);
  EXPECT_EQ(points[0].at, 7u);
  EXPECT_EQ(points[0].before, 0u);
  EXPECT_EQ(points[0].end, 11u);
  EXPECT_NEAR(points[0].rate_before, 2.0 / 7, 1e-9);
  EXPECT_NEAR(points[0].rate, 5.5, 1e-9);
  EXPECT_GT(points[0].probability, 0.9);
}

TEST(ChangePoints, TakesALoudPeriodForTwoChanges) {
  std::vector<int> counts(40, 1);
  counts[20] = 30;
  const std::vector<ChangePoint> points = change_points(counts);
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(points[0].at, 20u);
  EXPECT_EQ(points[1].at, 21u);
}

TEST(ChangePoints, SurvivesNumbersBeyondBelief) {
  std::vector<int> counts(30, 0);
  counts[15] = 1000000000;
  EXPECT_EQ(change_points(counts).size(), 2u);
}

// On drawn series: few changes are seen where there is none, and a fourfold rise is found within two periods of where it is.
TEST(ChangePoints, IsRightOnDrawnSeries) {
  std::mt19937 random(7);
  int seen = 0, found = 0;
  for (int series = 0; series < 200; ++series) {
    seen += static_cast<int>(change_points(drawn(random, 100, 2)).size());
    std::vector<int> counts = drawn(random, 40, 1);
    const std::vector<int> later = drawn(random, 40, 4);
    counts.insert(counts.end(), later.begin(), later.end());
    for (const ChangePoint& point : change_points(counts)) found += point.at >= 38 && point.at <= 42 ? 1 : 0;
  }
  EXPECT_LT(seen, 12);
  EXPECT_GT(found, 170);
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "syntax/spanning_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <random>

namespace dragoman {
namespace {

using ::testing::ElementsAre;

double score_of(const std::vector<float>& arcs, const std::vector<int>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += arcs[i * (heads.size() + 1) + static_cast<std::size_t>(heads[i] + 1)];
  return sum;
}

bool is_tree_with_one_root(const std::vector<int>& heads) {
  int roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] < 0;
    int node = static_cast<int>(i);
    for (std::size_t steps = 0; node >= 0; node = heads[static_cast<std::size_t>(node)]) {
      if (++steps > heads.size()) return false;
    }
  }
  return roots == 1;
}

// The plain definition: the best of all assignments of heads that are trees with one root.
double best_score_by_trying_all(const std::vector<float>& arcs, int words) {
  std::vector<int> heads(static_cast<std::size_t>(words), -1);
  std::optional<double> best;
  while (true) {
    if (is_tree_with_one_root(heads)) best = std::max(best.value_or(-1e300), score_of(arcs, heads));
    std::size_t at = 0;
    while (at < heads.size() && ++heads[at] == words) heads[at++] = -1;
    if (at == heads.size()) return *best;
  }
}

TEST(SpanningTree, AgreesWithTryingAllTrees) {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const int words = 1 + static_cast<int>(random() % 5);
    std::vector<float> arcs(static_cast<std::size_t>(words * (words + 1)));
    for (float& score : arcs) score = static_cast<float>(static_cast<int>(random() % 2000) - 1000) / 100;
    const auto heads = best_single_root_tree(arcs, words);
    ASSERT_TRUE(is_tree_with_one_root(heads)) << round;
    ASSERT_NEAR(score_of(arcs, heads), best_score_by_trying_all(arcs, words), 1e-3) << round;
  }
}

TEST(SpanningTree, BreaksCyclesWhereItCostsLeast) {
  // Words 0 and 1 like each other best; the root is a little better for word 0.
  EXPECT_THAT(best_single_root_tree(std::vector<float>{5, 0, 9, 4, 9, 0}, 2), ElementsAre(-1, 0));
}

TEST(SpanningTree, OneRootEvenWhereTwoWouldScoreMore) { EXPECT_THAT(best_single_root_tree(std::vector<float>{9, 0, 1, 8, 2, 0}, 2), ElementsAre(-1, 0)); }

TEST(SpanningTree, LargeRandomScoresStillGiveATree) {
  std::mt19937 random(3);
  std::vector<float> arcs(250 * 251);
  for (float& score : arcs) score = static_cast<float>(random() % 1000);
  EXPECT_TRUE(is_tree_with_one_root(best_single_root_tree(arcs, 250)));
  EXPECT_TRUE(best_single_root_tree({}, 0).empty());
}

}  // namespace
}  // namespace dragoman

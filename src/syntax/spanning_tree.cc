// SPDX-License-Identifier: Apache-2.0
//
// Maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967). Every word takes its best head; where that makes a cycle, the
// cycle becomes one node and the smaller problem is solved first. Nine sentences in ten need no contraction: cost n squared,
// at worst n cubed for n words.
//
// One root: arcs from the root are made worse by more than any tree can gain, so that the best tree uses one of them and,
// among trees with one, stays the best. "Talks began; talks failed" cannot come out with two roots; taking each word's best head
// alone could.
#include "syntax/spanning_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dragoman {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

// scores(dependent, head), node 0 the root.
class Matrix {
 public:
  explicit Matrix(std::size_t nodes) : nodes_(nodes), scores_(nodes * nodes, kNever) {}
  std::size_t nodes() const { return nodes_; }
  double& operator()(std::size_t dependent, std::size_t head) { return scores_[dependent * nodes_ + head]; }
  double operator()(std::size_t dependent, std::size_t head) const { return scores_[dependent * nodes_ + head]; }

 private:
  std::size_t nodes_;
  std::vector<double> scores_;
};

using Nodes = std::vector<std::size_t>;

Nodes best_heads(const Matrix& scores) {
  Nodes heads(scores.nodes(), 0);
  for (std::size_t node = 1; node < scores.nodes(); ++node) {
    for (std::size_t head = 1; head < scores.nodes(); ++head) {
      if (head != node && scores(node, head) > scores(node, heads[node])) heads[node] = head;
    }
  }
  return heads;
}

// The nodes of one cycle, or none.
Nodes find_cycle(const Nodes& heads) {
  Nodes seen_from(heads.size(), 0);  // the start whose walk came by; 0: none yet
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen_from[node] == 0) {
      seen_from[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen_from[node] != start) continue;
    Nodes cycle = {node};
    for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// A cycle shrunk to the last node of a smaller problem, and how to undo it.
struct Contraction {
  Matrix scores;
  Nodes outside;  // old nodes by new index
  Nodes entry;    // by new head: where in the cycle it would enter
  Nodes exit;     // by new dependent: which node of the cycle would be its head
};

Nodes outside_of(const Nodes& cycle, std::size_t nodes) {
  std::vector<char> inside(nodes, 0);
  for (const std::size_t node : cycle) inside[node] = 1;
  Nodes outside;
  for (std::size_t node = 0; node < nodes; ++node) {
    if (!inside[node]) outside.push_back(node);
  }
  return outside;
}

Contraction contract(const Matrix& scores, const Nodes& heads, const Nodes& cycle) {
  Nodes outside = outside_of(cycle, scores.nodes());
  const std::size_t merged = outside.size();
  Contraction small{Matrix(merged + 1), std::move(outside), Nodes(merged, cycle.front()), Nodes(merged, cycle.front())};
  for (std::size_t a = 0; a < merged; ++a) {
    const std::size_t old = small.outside[a];
    for (std::size_t b = 0; b < merged; ++b) small.scores(a, b) = scores(old, small.outside[b]);
    for (const std::size_t node : cycle) {
      if (scores(old, node) > small.scores(a, merged)) small.scores(a, merged) = scores(old, small.exit[a] = node);
      const double gain = scores(node, old) - scores(node, heads[node]);
      if (gain > small.scores(merged, a)) {
        small.scores(merged, a) = gain;
        small.entry[a] = node;
      }
    }
  }
  return small;
}

Nodes solve(Matrix scores) {
  Nodes heads = best_heads(scores);
  const Nodes cycle = find_cycle(heads);
  if (cycle.empty()) return heads;
  Contraction small = contract(scores, heads, cycle);
  scores = Matrix(0);
  const std::size_t merged = small.outside.size();
  const Nodes solved = solve(std::move(small.scores));
  for (std::size_t a = 1; a < merged; ++a) { heads[small.outside[a]] = solved[a] == merged ? small.exit[a] : small.outside[solved[a]]; }
  heads[small.entry[solved[merged]]] = small.outside[solved[merged]];
  return heads;
}

}  // namespace

std::vector<int> best_single_root_tree(std::span<const float> arcs, int words) {
  const auto count = static_cast<std::size_t>(words);
  Matrix scores(count + 1);
  double largest = 1;
  for (std::size_t word = 0; word < count; ++word) {
    for (std::size_t head = 0; head <= count; ++head) {
      const float score = arcs[word * (count + 1) + head];
      if (head == word + 1 || !std::isfinite(score)) continue;
      scores(word + 1, head) = score;
      largest = std::max(largest, std::abs(static_cast<double>(score)));
    }
  }
  const double penalty = 2 * largest * (static_cast<double>(count) + 1);
  for (std::size_t node = 1; node <= count; ++node) scores(node, 0) = std::max(scores(node, 0), -largest) - penalty;
  const Nodes heads = solve(std::move(scores));
  std::vector<int> result(count);
  for (std::size_t word = 0; word < count; ++word) result[word] = static_cast<int>(heads[word + 1]) - 1;
  return result;
}

}  // namespace dragoman

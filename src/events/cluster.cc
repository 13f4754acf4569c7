// SPDX-License-Identifier: Apache-2.0
// Average linkage (Sokal and Michener, 1958) on log-odds: the two clusters whose claims are, on average, most likely of one event are
// joined, until no average is above 0; two that exclude each other are never joined. Ties go to what was published first, so the result
// depends on the set alone. A claim that fits one of a cluster and contradicts the others stays out, unlike with chains of pairs.
// Cost: n squared comparisons, n squared for most joins; very large components are first cut where their links are weakest.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "events/compare.h"
#include "events/link.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostClaims = 1500;
constexpr double kStricter = .75;  // by how much, each time a component is too large

using Claims = std::vector<DatedClaim>;  // by (published, id)

class Clustering {
 public:
  explicit Clustering(const Claims& claims) : size_(claims.size()), sums_(size_ * size_), members_(size_), best_(size_, size_) {
    for (std::size_t i = 0; i < size_; ++i) {
      members_[i] = {i};
      for (std::size_t j = i + 1; j < size_; ++j) {
        const Comparison comparison = compare_in_order(claims[i], claims[j]);
        sum(i, j) = static_cast<float>(comparison.never ? kNever : comparison.log_odds);
      }
    }
    for (std::size_t i = 0; i < size_; ++i) find_best(i);
  }

  std::vector<std::vector<std::size_t>> clusters() {
    while (join_best()) continue;
    members_.erase(std::remove_if(members_.begin(), members_.end(), [](const auto& members) { return members.empty(); }), members_.end());
    for (auto& members : members_) std::sort(members.begin(), members.end());
    std::sort(members_.begin(), members_.end());
    return members_;
  }

 private:
  static constexpr float kNever = -1e9F;  // no sum of others outweighs it

  float& sum(std::size_t a, std::size_t b) { return sums_[std::min(a, b) * size_ + std::max(a, b)]; }
  double average(std::size_t a, std::size_t b) { return static_cast<double>(sum(a, b)) / static_cast<double>(members_[a].size() * members_[b].size()); }

  // The later cluster that fits `a` best; none: size_.
  void find_best(std::size_t a) {
    best_[a] = size_;
    for (std::size_t b = a + 1; b < size_; ++b) {
      if (members_[b].empty() || average(a, b) <= 0) continue;
      if (best_[a] == size_ || average(a, b) > average(a, best_[a])) best_[a] = b;
    }
  }

  bool join_best() {
    std::size_t left = size_;
    for (std::size_t a = 0; a < size_; ++a) {
      if (members_[a].empty() || best_[a] == size_) continue;
      if (left == size_ || average(a, best_[a]) > average(left, best_[left])) left = a;
    }
    if (left == size_) return false;
    join(left, best_[left]);
    return true;
  }

  void join(std::size_t a, std::size_t b) {
    for (std::size_t c = 0; c < size_; ++c) {
      if (c != a && c != b && !members_[c].empty()) sum(a, c) += sum(b, c);
    }
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    for (std::size_t c = 0; c < a; ++c) {
      if (!members_[c].empty()) find_best_after_join(c, a, b);
    }
    for (std::size_t c = a; c < b; ++c) {
      if (!members_[c].empty() && (c == a || best_[c] == b)) find_best(c);
    }
  }
  void find_best_after_join(std::size_t c, std::size_t a, std::size_t b) {
    if (best_[c] == a || best_[c] == b) find_best(c);
    else if (average(c, a) > 0 && (best_[c] == size_ || average(c, a) > average(c, best_[c]) || (average(c, a) == average(c, best_[c]) && a < best_[c])))
      best_[c] = a;
  }

  std::size_t size_;
  std::vector<float> sums_;  // of log-odds between two clusters; only a < b is used
  std::vector<std::vector<std::size_t>> members_;
  std::vector<std::size_t> best_;
};

// Parts that hang together by pairs above `least`.
std::vector<std::vector<std::size_t>> parts_of(const Claims& claims, const std::vector<std::size_t>& among, double least) {
  std::vector<std::vector<std::size_t>> parts;
  std::vector<std::size_t> rest = among;
  while (!rest.empty()) {
    std::vector<std::size_t> part = {rest.front()};
    rest.erase(rest.begin());
    for (std::size_t next = 0; next < part.size(); ++next) {
      const auto joined = std::stable_partition(rest.begin(), rest.end(), [&](std::size_t i) {
        const Comparison comparison = compare_in_order(claims[std::min(part[next], i)], claims[std::max(part[next], i)]);
        return comparison.never || comparison.log_odds <= least;
      });
      part.insert(part.end(), joined, rest.end());
      rest.erase(joined, rest.end());
    }
    std::sort(part.begin(), part.end());
    parts.push_back(std::move(part));
  }
  return parts;
}

void cluster_into(const Claims& claims, const std::vector<std::size_t>& among, double least, std::vector<std::vector<std::size_t>>& clusters) {
  if (among.size() > kMostClaims) {
    for (const auto& part : parts_of(claims, among, least)) cluster_into(claims, part, least + kStricter, clusters);
    return;
  }
  Claims chosen;
  for (const std::size_t i : among) chosen.push_back(claims[i]);
  for (std::vector<std::size_t>& cluster : Clustering(chosen).clusters()) {
    for (std::size_t& i : cluster) i = among[i];
    clusters.push_back(std::move(cluster));
  }
}

}  // namespace

std::vector<std::vector<std::size_t>> cluster_claims(std::span<const ClaimFacts* const> component) {
  std::vector<std::size_t> order(component.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(component[a]->published, component[a]->id, component[a]->report) <
           std::tie(component[b]->published, component[b]->id, component[b]->report);
  });
  Claims claims;
  for (const std::size_t i : order) claims.push_back({component[i], days_of(*component[i])});
  std::vector<std::size_t> among(claims.size());
  std::iota(among.begin(), among.end(), std::size_t{0});
  std::vector<std::vector<std::size_t>> clusters;
  cluster_into(claims, among, 0, clusters);
  std::sort(clusters.begin(), clusters.end());
  for (auto& cluster : clusters) {
    for (std::size_t& i : cluster) i = order[i];
  }
  return clusters;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "ledger/blocks.h"

namespace dragoman {

// Claims are clustered in cells. What hangs together by neighbours (log-odds above 0) is a component, and mostly a cell; a component that is too large
// falls into what hangs together by stronger evidence, and so on. So the cost of one more claim is bounded, and cells depend on the set of
// claims alone: "a strike on Gaza" of each day for months is one component, but many cells.
inline constexpr int kLevels = 6;
// Above how many claims a part falls apart. Tests make it small.
extern std::size_t largest_cell;

// Cells of a set of claims, made from nothing.
std::vector<std::vector<PlacedFacts>> cells_of(const std::vector<PlacedFacts>& claims);

// Keeps t_event_claim.component (level 0) and t_part (the levels below, of parts that are too large) in step, and which cells changed.
class Cells {
 public:
  Cells(Database& database, FactsCache& cache) : database_(database), cache_(cache) {}
  // A claim that is new, with its neighbours; those that are not there yet are left out, and will find it.
  void attach(const PlacedFacts& claim, const std::vector<Neighbour>& neighbours);
  // Components that lost a claim or whose claims are others now.
  void rebuild(const std::set<std::int64_t>& components);
  void touch(std::int64_t claim) { touched_.insert(claim); }
  // The cells of all claims that were touched.
  std::vector<std::vector<PlacedFacts>> take();
  // The level and part of the cell that a claim is in.
  std::pair<int, std::int64_t> cell_with(std::int64_t claim);

 private:
  std::int64_t part_of(int level, std::int64_t claim);
  std::size_t size_of(int level, std::int64_t part);
  std::vector<std::int64_t> members_of(int level, std::int64_t part);
  std::vector<PlacedFacts> placed(const std::vector<std::int64_t>& claims);
  void put(int level, std::int64_t part, std::int64_t claim);
  void join(int level, std::int64_t from, std::int64_t to);
  void divide(int level, const std::vector<PlacedFacts>& claims);

  Database& database_;
  FactsCache& cache_;
  std::set<std::int64_t> touched_;
};

}  // namespace dragoman

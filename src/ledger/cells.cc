// SPDX-License-Identifier: Apache-2.0
// Single linkage at rising thresholds, kept up to date under insertion: at each level a new claim joins the parts of its neighbours; a part
// that grows too large for a cell is taken apart one level down, where only the few parts that it joins are looked at. Parts are named by the
// row of one of their claims.
#include "ledger/cells.h"

#include <algorithm>
#include <array>
#include <map>

namespace dragoman {
namespace {

constexpr std::array<double, kLevels> kThresholds = {0, .5, 1, 1.5, 2, 3};  // log-odds

void add_cells(const std::vector<PlacedFacts>& claims, int level, std::vector<std::vector<PlacedFacts>>& cells) {
  for (std::vector<PlacedFacts>& part : connected_parts(claims, kThresholds.at(static_cast<std::size_t>(level)))) {
    if (part.size() > largest_cell && level + 1 < kLevels) add_cells(part, level + 1, cells);
    else cells.push_back(std::move(part));
  }
}

std::int64_t first_row(const std::vector<PlacedFacts>& claims) {
  return std::min_element(claims.begin(), claims.end(), [](const PlacedFacts& a, const PlacedFacts& b) { return a.row() < b.row(); })->row();
}

}  // namespace

std::size_t largest_cell = 400;

std::vector<std::vector<PlacedFacts>> cells_of(const std::vector<PlacedFacts>& claims) {
  std::vector<std::vector<PlacedFacts>> cells;
  add_cells(claims, 0, cells);
  return cells;
}

std::int64_t Cells::part_of(int level, std::int64_t claim) {
  Rows rows = level == 0 ? database_.run("SELECT component FROM t_event_claim WHERE claim = ?", claim)
                         : database_.run("SELECT part FROM t_part WHERE claim = ? AND level = ?", claim, level);
  return rows.next() ? rows.integer(0) : 0;
}

std::size_t Cells::size_of(int level, std::int64_t part) {
  constexpr std::int64_t kEnough = 10000;
  Rows rows = level == 0 ? database_.run("SELECT count(*) FROM (SELECT 1 FROM t_event_claim WHERE component = ? LIMIT ?)", part, kEnough)
                         : database_.run("SELECT count(*) FROM (SELECT 1 FROM t_part WHERE level = ? AND part = ? LIMIT ?)", level, part, kEnough);
  return rows.next() ? static_cast<std::size_t>(rows.integer(0)) : 0;
}

std::vector<std::int64_t> Cells::members_of(int level, std::int64_t part) {
  std::vector<std::int64_t> members;
  for (Rows rows = level == 0 ? database_.run("SELECT claim FROM t_event_claim WHERE component = ? ORDER BY claim", part)
                              : database_.run("SELECT claim FROM t_part WHERE level = ? AND part = ? ORDER BY claim", level, part);
       rows.next();) {
    members.push_back(rows.integer(0));
  }
  return members;
}

std::vector<PlacedFacts> Cells::placed(const std::vector<std::int64_t>& claims) {
  std::vector<PlacedFacts> found;
  for (const std::int64_t row : claims) {
    if (const auto claim = placed_claim(cache_, row)) found.push_back(*claim);
  }
  return found;
}

void Cells::put(int level, std::int64_t part, std::int64_t claim) {
  if (level > 0) {
    database_.run("INSERT INTO t_part VALUES (?, ?, ?)", level, part, claim).done();
    return;
  }
  database_
      .run(
          "INSERT INTO t_event_claim (claim, component) VALUES (?, ?) ON CONFLICT (claim) DO UPDATE SET component = excluded.component WHERE component <> "
          "excluded.component",
          claim, part)
      .done();
}

void Cells::join(int level, std::int64_t from, std::int64_t to) {
  if (level == 0) database_.run("UPDATE t_event_claim SET component = ? WHERE component = ?", to, from).done();
  else database_.run("UPDATE t_part SET part = ? WHERE level = ? AND part = ?", to, level, from).done();
}

// Puts claims into parts of `level`, and further down where these are too large.
void Cells::divide(int level, const std::vector<PlacedFacts>& claims) {
  for (const std::vector<PlacedFacts>& part : connected_parts(claims, kThresholds.at(static_cast<std::size_t>(level)))) {
    const std::int64_t name = first_row(part);
    for (const PlacedFacts& claim : part) {
      put(level, name, claim.row());
      touch(claim.row());
    }
    if (part.size() > largest_cell && level + 1 < kLevels) divide(level + 1, part);
  }
}

void Cells::attach(const PlacedFacts& claim, const std::vector<Neighbour>& neighbours) {
  touch(claim.row());
  for (int level = 0; level < kLevels; ++level) {
    std::map<std::int64_t, std::size_t> parts;  // that it joins, with their sizes
    for (const Neighbour& neighbour : neighbours) {
      if (neighbour.log_odds <= kThresholds.at(static_cast<std::size_t>(level))) continue;
      if (const std::int64_t part = part_of(level, neighbour.claim.row()); part != 0) parts.emplace(part, 0);
    }
    std::size_t all = 1;
    for (auto& [part, size] : parts) all += size = size_of(level, part);
    const bool is_cell = all <= largest_cell || level + 1 == kLevels;
    for (const auto& [part, size] : parts) {  // what was a cell is none any more
      if (!is_cell && size <= largest_cell) divide(level + 1, placed(members_of(level, part)));
    }
    const auto largest = std::max_element(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const std::int64_t name = parts.empty() ? claim.row() : largest->first;
    for (const auto& [part, size] : parts) {
      if (part != name) join(level, part, name);
    }
    put(level, name, claim.row());
    if (is_cell) return;
  }
}

void Cells::rebuild(const std::set<std::int64_t>& components) {
  std::vector<PlacedFacts> claims;
  for (const std::int64_t component : components) {
    const std::vector<std::int64_t> members = members_of(0, component);
    for (const std::int64_t member : members) database_.run("DELETE FROM t_part WHERE claim = ?", member).done();
    for (PlacedFacts& claim : placed(members)) claims.push_back(std::move(claim));
  }
  divide(0, claims);
}

std::pair<int, std::int64_t> Cells::cell_with(std::int64_t claim) {
  for (int level = 0;; ++level) {
    const std::int64_t part = part_of(level, claim);
    if (level + 1 == kLevels || size_of(level, part) <= largest_cell) return {level, part};
  }
}

std::vector<std::vector<PlacedFacts>> Cells::take() {
  std::set<std::pair<int, std::int64_t>> names;
  for (const std::int64_t claim : touched_) names.insert(cell_with(claim));
  touched_.clear();
  std::vector<std::vector<PlacedFacts>> cells;
  for (const auto& [level, part] : names) {
    if (std::vector<PlacedFacts> cell = placed(members_of(level, part)); !cell.empty()) cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "ledger/blocks.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "events/compare.h"
#include "events/lineage.h"
#include "events/link.h"
#include "events/words.h"
#include "ledger/moments.h"

namespace dragoman {
namespace {

// Sets of items that grow together.
class Partition {
 public:
  explicit Partition(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(std::max(a, b))] = find(std::min(a, b)); }

 private:
  std::vector<std::size_t> parent_;
};

// A key ends in the number of its window of time. In front, it keeps the rows of one time on few pages: what comes in together is stored together.
std::int64_t stored_key(const std::string& key) {
  constexpr int kHashBits = 40;
  std::uint64_t window = 0;
  const std::size_t bar = key.rfind('|');
  if (bar != std::string::npos) std::from_chars(key.data() + bar + 1, key.data() + key.size(), window);
  return static_cast<std::int64_t>((window & 0x3FFFFF) << kHashBits | (hash_of(key) & ((std::uint64_t{1} << kHashBits) - 1)));
}

// As may_link, with how much speaks for it; 0 or less: nothing.
double evidence_for(const ClaimFacts& a, const ClaimFacts& b) {
  if (family_of(a.type) != family_of(b.type)) return 0;
  const Comparison comparison = compare(a, b);
  return comparison.never ? 0 : comparison.log_odds;
}

}  // namespace

std::vector<std::int64_t> stored_bands(const ReportFacts& facts) {
  std::vector<std::int64_t> keys;
  for (const std::uint64_t band : lineage_bands(facts)) keys.push_back(static_cast<std::int64_t>(band));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::int64_t> stored_blocks(const ClaimFacts& claim) {
  std::vector<std::int64_t> keys;
  for (const std::string& key : block_keys(claim)) keys.push_back(stored_key(key));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::string> cited_outlets(const ReportFacts& facts) {
  std::set<std::string> keys;
  for (const OutletCitation& citation : facts.citations) keys.insert(citation.key);
  for (const OutletCitation& retraction : facts.retractions) keys.insert(retraction.key);
  if (facts.is_new_version && !facts.outlet_key.empty()) keys.insert(facts.outlet_key);
  return {keys.begin(), keys.end()};
}

void index_report(Database& database, const StoredFacts& stored) {
  const std::int64_t at = seconds_of(stored.published);
  for (const std::int64_t key : stored_bands(stored.facts)) database.run("INSERT INTO t_band VALUES (?, ?, ?)", key, at, stored.report).done();
  for (const std::string& key : cited_outlets(stored.facts)) database.run("INSERT INTO t_citation VALUES (?, ?, ?)", key, at, stored.report).done();
  for (std::size_t i = 0; i < stored.rows.size(); ++i) {
    for (const std::int64_t key : stored_blocks(stored.facts.claims[i])) {
      database.run("INSERT INTO t_block VALUES (?, ?, ?)", key, stored.rows[i], stored.report).done();
    }
  }
}

void unindex_report(Database& database, const StoredFacts& stored, const std::string& name) {
  const std::int64_t at = seconds_of(stored.published);
  for (const std::int64_t key : stored_bands(stored.facts)) {
    database.run("DELETE FROM t_band WHERE key = ? AND at = ? AND report = ?", key, at, stored.report).done();
  }
  for (const std::string& key : cited_outlets(stored.facts)) {
    database.run("DELETE FROM t_citation WHERE outlet_key = ? AND at = ? AND report = ?", key, at, stored.report).done();
  }
  for (std::size_t i = 0; i < stored.rows.size(); ++i) {
    ClaimFacts claim = stored.facts.claims[i];
    claim.report = name;
    for (const std::int64_t key : stored_blocks(claim)) database.run("DELETE FROM t_block WHERE key = ? AND claim = ?", key, stored.rows[i]).done();
  }
}

std::vector<PlacedFacts> event_claims_of(const FactsPtr& report) {
  std::vector<PlacedFacts> claims;
  for (std::size_t i = 0; report && i < report->facts.claims.size(); ++i) {
    if (report->facts.claims[i].kind == ClaimKind::event) claims.push_back({report, i});
  }
  return claims;
}

std::optional<PlacedFacts> placed_claim(FactsCache& cache, std::int64_t row) {
  const FactsPtr report = cache.of_claim(row);
  if (!report) return std::nullopt;
  const auto at = std::find(report->rows.begin(), report->rows.end(), row);
  if (at == report->rows.end()) return std::nullopt;
  return PlacedFacts{report, static_cast<std::size_t>(at - report->rows.begin())};
}

std::vector<Neighbour> neighbours_of(Database& database, FactsCache& cache, const PlacedFacts& claim) {
  std::vector<std::pair<std::int64_t, std::int64_t>> candidates;  // report, claim
  for (const std::int64_t key : stored_blocks(claim.facts())) {
    for (Rows rows = database.run("SELECT report, claim FROM t_block WHERE key = ?", key); rows.next();) {
      candidates.emplace_back(rows.integer(0), rows.integer(1));
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<Neighbour> neighbours;
  FactsPtr report;
  for (const auto& [report_row, row] : candidates) {
    if (row == claim.row()) continue;
    if (!report || report->report != report_row) report = cache.of_report(report_row);
    if (!report) continue;
    const auto at = std::find(report->rows.begin(), report->rows.end(), row);
    if (at == report->rows.end()) continue;
    const auto index = static_cast<std::size_t>(at - report->rows.begin());
    const double log_odds = evidence_for(claim.facts(), report->facts.claims[index]);
    if (log_odds > 0) neighbours.push_back({{report, index}, log_odds});
  }
  return neighbours;
}

std::vector<std::vector<PlacedFacts>> connected_parts(const std::vector<PlacedFacts>& claims, double least) {
  std::unordered_map<std::int64_t, std::vector<std::size_t>> blocks;
  Partition partition(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (const std::int64_t key : stored_blocks(claims[i].facts())) {
      std::vector<std::size_t>& block = blocks[key];
      for (const std::size_t j : block) {
        if (partition.find(i) != partition.find(j) && evidence_for(claims[i].facts(), claims[j].facts()) > least) partition.join(i, j);
      }
      block.push_back(i);
    }
  }
  std::map<std::size_t, std::vector<PlacedFacts>> parts;
  for (std::size_t i = 0; i < claims.size(); ++i) parts[partition.find(i)].push_back(claims[i]);
  std::vector<std::vector<PlacedFacts>> result;
  for (auto& [first, part] : parts) result.push_back(std::move(part));
  return result;
}

}  // namespace dragoman

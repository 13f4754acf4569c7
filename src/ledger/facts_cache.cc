// SPDX-License-Identifier: Apache-2.0
#include "ledger/facts_cache.h"

#include <map>

#include "ledger/moments.h"
#include "ledger/store.h"

namespace dragoman {
namespace {

constexpr std::size_t kClaimsKept = 60000;  // some 100 MB

std::int64_t current_reading(Database& database, std::int64_t report) {
  Rows rows = database.run("SELECT id FROM t_reading WHERE report = ? AND is_current = 1", report);
  return rows.next() ? rows.integer(0) : 0;
}

// Drops claims that have no row, and gives the others their report's name and time.
void place_claims(Database& database, StoredFacts& stored) {
  std::multimap<std::string, std::int64_t> row_of;
  for (Rows claims = database.run("SELECT claim_id, id FROM t_claim WHERE reading = ? ORDER BY id", stored.reading); claims.next();) {
    row_of.emplace(claims.text(0), claims.integer(1));
  }
  std::vector<ClaimFacts> kept;
  for (ClaimFacts& claim : stored.facts.claims) {
    const auto row = row_of.find(claim.id);
    if (row == row_of.end()) continue;
    stored.rows.push_back(row->second);
    row_of.erase(row);
    claim.report = stored.facts.id;
    claim.published = stored.facts.published;
    kept.push_back(std::move(claim));
  }
  stored.facts.claims = std::move(kept);
}

}  // namespace

void FactsCache::refresh() {
  Rows rows = database_.run("PRAGMA data_version");
  const std::int64_t version = rows.next() ? rows.integer(0) : -1;
  if (version != data_version_ || version < 0) forget_all();
  data_version_ = version;
}

void FactsCache::forget_all() {
  entries_.clear();
  used_.clear();
  claims_ = 0;
}

void FactsCache::forget(std::int64_t report) {
  const auto found = entries_.find(report);
  if (found == entries_.end()) return;
  claims_ -= found->second.facts->rows.size() + 1;
  used_.erase(found->second.used);
  entries_.erase(found);
}

FactsPtr FactsCache::of_report(std::int64_t report) {
  if (const auto found = entries_.find(report); found != entries_.end()) {
    if (found->second.used != used_.begin()) used_.splice(used_.begin(), used_, found->second.used);
    return found->second.facts;
  }
  const std::int64_t reading = current_reading(database_, report);
  FactsPtr facts = reading == 0 ? nullptr : complete(reading, std::nullopt);
  if (facts) keep(report, facts);
  return facts;
}

void FactsCache::put(std::int64_t report, ReportFacts facts) {
  forget(report);
  if (const FactsPtr stored = complete(current_reading(database_, report), std::move(facts))) keep(report, stored);
}

FactsPtr FactsCache::of_former(std::int64_t reading) { return complete(reading, std::nullopt); }

FactsPtr FactsCache::of_claim(std::int64_t claim) {
  Rows rows = database_.run("SELECT d.report, d.is_current FROM t_claim c JOIN t_reading d ON d.id = c.reading WHERE c.id = ?", claim);
  if (!rows.next() || rows.integer(1) == 0) return nullptr;
  return of_report(rows.integer(0));
}

void FactsCache::keep(std::int64_t report, const FactsPtr& facts) {
  claims_ += facts->rows.size() + 1;
  while (claims_ > kClaimsKept && !used_.empty()) forget(used_.back());
  used_.push_front(report);
  entries_[report] = {facts, used_.begin()};
}

FactsPtr FactsCache::complete(std::int64_t reading, std::optional<ReportFacts> facts) {
  if (!facts) {
    const std::optional<ReadReport> report = load_reading(database_, reading);
    if (!report) return nullptr;
    facts = facts_of(*report);
  }
  Rows rows = database_.run("SELECT r.id, r.name, r.published, r.known_from FROM t_reading d JOIN t_report r ON r.id = d.report WHERE d.id = ?", reading);
  if (!rows.next()) return nullptr;
  auto stored = std::make_shared<StoredFacts>();
  stored->report = rows.integer(0);
  stored->reading = reading;
  stored->facts = std::move(*facts);
  stored->facts.id = rows.text(1);
  stored->published = rows.text(2);
  stored->known_from = rows.text(3);
  stored->facts.published = order_of(stored->published);
  place_claims(database_, *stored);
  return database_.failed() ? nullptr : stored;
}

}  // namespace dragoman

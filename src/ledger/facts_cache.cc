// SPDX-License-Identifier: Apache-2.0
#include "ledger/facts_cache.h"

#include <fmt/format.h>

#include <map>

#include "dragoman/report_json.h"
#include "ledger/deflate.h"
#include "ledger/moments.h"

namespace dragoman {
namespace {

constexpr std::size_t kClaimsKept = 40000;  // some 60 MB

Error damaged_reading(const Database& database, std::string_view report) {
  return {ErrorCode::integrity,
          fmt::format("{}: the reading of report {} is damaged: put back a copy, or add the report to a new ledger", database.path(), report)};
}

// Facts as this program makes them of the report object of a reading.
std::optional<ReportFacts> remade(std::string_view object, std::string_view text) {
  const std::optional<std::string> json = inflated(object);
  Result<ReadReport> report = json ? report_from_json(*json) : Result<ReadReport>(Error{});
  if (!report) return std::nullopt;
  report->report.text = text;
  return facts_of(*report);
}

}  // namespace

namespace {

struct FactsRow {
  std::int64_t reading = 0;
  std::string stored, fresh;
};

// None after a failure, and where there is no such reading.
std::optional<FactsRow> facts_row(Database& database, std::int64_t report) {
  Rows rows = database.run(
      "SELECT d.id, d.facts, d.object, x.body, r.name FROM t_reading d JOIN t_report r ON r.id = d.report JOIN t_text x ON x.id = r.text WHERE d.report = ? "
      "AND "
      "d.is_current = 1",
      report);
  if (!rows.next()) return std::nullopt;
  const std::optional<ReportFacts> facts = remade(rows.view(2), rows.view(3));
  if (facts) return FactsRow{rows.integer(0), rows.text(1), deflated(to_bytes(*facts))};
  database.fail(damaged_reading(database, rows.view(4)));
  return std::nullopt;
}

}  // namespace

bool has_fresh_facts(Database& database, std::int64_t report) {
  const std::optional<FactsRow> row = facts_row(database, report);
  return !row || row->stored == row->fresh;
}

void refresh_facts(Database& database, std::int64_t report) {
  const std::optional<FactsRow> row = facts_row(database, report);
  if (row && row->stored != row->fresh) database.run("UPDATE t_reading SET facts = ? WHERE id = ?", Blob{row->fresh}, row->reading).done();
}

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
    used_.splice(used_.begin(), used_, found->second.used);
    return found->second.facts;
  }
  FactsPtr facts = load(report);
  if (facts) keep(report, facts);
  return facts;
}

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

FactsPtr FactsCache::load(std::int64_t report) {
  Rows rows = database_.run(
      "SELECT d.id, d.facts, r.name, r.published, r.known_from, d.object, x.body FROM t_reading d JOIN t_report r ON r.id = d.report JOIN t_text x ON x.id = "
      "r.text WHERE d.report = ? AND d.is_current = 1",
      report);
  if (!rows.next()) return nullptr;
  auto stored = std::make_shared<StoredFacts>();
  const std::string name = rows.text(2);
  const std::optional<std::string> bytes = inflated(rows.view(1));
  std::optional<ReportFacts> facts = bytes ? facts_from_bytes(*bytes) : std::nullopt;
  if (!facts) facts = remade(rows.view(5), rows.view(6));  // stored by another version
  if (!facts) {
    database_.fail(damaged_reading(database_, name));
    return nullptr;
  }
  stored->report = report;
  stored->reading = rows.integer(0);
  stored->published = rows.text(3);
  stored->known_from = rows.text(4);
  stored->facts = std::move(*facts);
  stored->facts.id = name;
  stored->facts.published = order_of(stored->published);
  std::multimap<std::string, std::int64_t> row_of;
  for (Rows claims = database_.run("SELECT claim_id, id FROM t_claim WHERE reading = ? ORDER BY id", stored->reading); claims.next();) {
    row_of.emplace(claims.text(0), claims.integer(1));
  }
  std::vector<ClaimFacts> kept;
  for (ClaimFacts& claim : stored->facts.claims) {
    const auto row = row_of.find(claim.id);
    if (row == row_of.end()) continue;
    stored->rows.push_back(row->second);
    row_of.erase(row);
    claim.report = name;
    claim.published = stored->facts.published;
    kept.push_back(std::move(claim));
  }
  stored->facts.claims = std::move(kept);
  return database_.failed() ? nullptr : stored;
}

}  // namespace dragoman

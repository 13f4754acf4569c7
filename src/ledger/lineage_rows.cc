// SPDX-License-Identifier: Apache-2.0
#include "ledger/lineage_rows.h"

#include <algorithm>
#include <array>

#include "ledger/blocks.h"
#include "ledger/moments.h"

namespace dragoman {
namespace {

constexpr std::int64_t kCitedWithin = std::int64_t{31} * 86400;  // seconds
constexpr int kOfOutlet = 512, kOfOutletAnyway = 64, kOfBand = 200;

bool share_key(const std::set<std::int64_t>& keys, const ReportFacts& other) {
  return std::any_of(other.claims.begin(), other.claims.end(), [&](const ClaimFacts& claim) {
    const std::vector<std::int64_t> blocks = stored_blocks(claim);
    return std::any_of(blocks.begin(), blocks.end(), [&](std::int64_t key) { return keys.count(key) > 0; });
  });
}

// Reports to compare with, each once.
class Candidates {
 public:
  Candidates(Database& database, FactsCache& cache, const StoredFacts& report) : database_(database), cache_(cache), report_(report) {
    at_ = seconds_of(report.published);
  }

  std::vector<FactsPtr> find() {
    for (const std::int64_t band : stored_bands(report_.facts)) add_band(band);
    for (const std::string& outlet : cited_outlets(report_.facts)) add_outlet(outlet);
    std::vector<FactsPtr> found;
    for (const std::int64_t row : rows_) {
      if (FactsPtr facts = cache_.of_report(row)) found.push_back(std::move(facts));
    }
    return found;
  }

 private:
  void add_band(std::int64_t band) {
    for (Rows rows = database_.run("SELECT b.report FROM t_band b JOIN t_report r ON r.id = b.report WHERE b.key = ?1 AND b.at <= ?2 AND "
                                   "(b.at, r.name) < (?2, ?3) ORDER BY b.at DESC, r.name DESC LIMIT ?4",
                                   band, at_, report_.facts.id, kOfBand);
         rows.next();) {
      rows_.insert(rows.integer(0));
    }
  }

  // The last few; further back only those with a claim that may be of the same.
  void add_outlet(const std::string& outlet) {
    std::vector<std::int64_t> found;
    for (Rows rows =
             database_.run("SELECT id FROM t_report WHERE outlet_key = ? AND at BETWEEN ? AND ? AND (at, name) < (?, ?) ORDER BY at DESC, name DESC LIMIT ?",
                           outlet, at_ - kCitedWithin, at_, at_, report_.facts.id, kOfOutlet);
         rows.next();) {
      found.push_back(rows.integer(0));
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i < kOfOutletAnyway || has_common_key(found[i])) rows_.insert(found[i]);
    }
  }

  bool has_common_key(std::int64_t row) {
    if (keys_.empty()) {
      for (const ClaimFacts& claim : report_.facts.claims) {
        for (const std::int64_t key : stored_blocks(claim)) keys_.insert(key);
      }
    }
    const FactsPtr other = cache_.of_report(row);
    return other && share_key(keys_, other->facts);
  }

  Database& database_;
  FactsCache& cache_;
  const StoredFacts& report_;
  std::int64_t at_ = 0;
  std::set<std::int64_t> rows_, keys_;
};

// Later reports of whose candidates `report` is one.
std::set<std::int64_t> followers_of(Database& database, const StoredFacts& report) {
  std::set<std::int64_t> found;
  const std::int64_t at = seconds_of(report.published);
  for (const std::int64_t band : stored_bands(report.facts)) {
    for (Rows rows = database.run("SELECT b.report FROM t_band b JOIN t_report r ON r.id = b.report WHERE b.key = ?1 AND b.at >= ?2 AND "
                                  "(b.at, r.name) > (?2, ?3) ORDER BY b.at, r.name LIMIT ?4",
                                  band, at, report.facts.id, kOfBand);
         rows.next();) {
      found.insert(rows.integer(0));
    }
  }
  for (Rows rows = database.run("SELECT report FROM t_citation WHERE outlet_key = ? AND at BETWEEN ? AND ? AND report <> ?", report.facts.outlet_key, at,
                                at + kCitedWithin, report.report);
       rows.next();) {
    found.insert(rows.integer(0));
  }
  return found;
}

LineageKind kind_named(std::string_view name) {
  for (const LineageKind kind : {LineageKind::cites, LineageKind::copies, LineageKind::credits}) {
    if (name_of(kind) == name) return kind;
  }
  return LineageKind::retracts;
}

bool same_edge(const LineageEdge& a, const LineageEdge& b) {
  return a.to_report == b.to_report && a.to_outlet == b.to_outlet && a.kind == b.kind && a.similarity == b.similarity && a.certain == b.certain &&
         (a.span == b.span || (a.span.empty() && b.span.empty()));
}

void store_edges(Database& database, std::int64_t report, const std::vector<LineageEdge>& edges) {
  database.run("DELETE FROM t_lineage WHERE from_report = ?", report).done();
  std::int64_t no = 0;
  for (const LineageEdge& edge : edges) {
    const std::int64_t to = edge.to_report.empty() ? 0 : row_of_report(database, edge.to_report);
    database
        .run("INSERT INTO t_lineage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", report, no++, to == 0 ? std::nullopt : std::optional(to), edge.to_outlet,
             name_of(edge.kind), edge.similarity, edge.certain ? "true" : "false", edge.span.empty() ? std::nullopt : std::optional(edge.span.begin),
             edge.span.empty() ? std::nullopt : std::optional(edge.span.end))
        .done();
  }
}

LineageEdge edge_in(const Rows& rows) {
  LineageEdge edge{rows.text(0), rows.text(1), rows.text(2), kind_named(rows.view(3)), rows.real(4), rows.view(5) == "true", {}};
  if (!rows.is_null(6)) edge.span = {static_cast<std::uint32_t>(rows.integer(6)), static_cast<std::uint32_t>(rows.integer(7))};
  return edge;
}

void add_retracted(Database& database, std::int64_t report, std::set<std::int64_t>& reports) {
  for (Rows rows = database.run("SELECT to_report FROM t_lineage WHERE from_report = ? AND kind = 'retracts' AND to_report IS NOT NULL", report);
       rows.next();) {
    reports.insert(rows.integer(0));
  }
}

}  // namespace

std::int64_t row_of_report(Database& database, std::string_view name) {
  Rows rows = database.run("SELECT id FROM t_report WHERE name = ?", name);
  return rows.next() ? rows.integer(0) : 0;
}

std::vector<LineageEdge> lineage_from(Database& database, FactsCache& cache, const StoredFacts& report) {
  const std::vector<FactsPtr> candidates = Candidates(database, cache, report).find();
  std::vector<const ReportFacts*> others;
  for (const FactsPtr& candidate : candidates) others.push_back(&candidate->facts);
  return lineage_of(report.facts, others);
}

std::set<std::int64_t> update_lineage(Database& database, FactsCache& cache, const StoredFacts& report) {
  std::set<std::int64_t> todo = followers_of(database, report), changed;
  todo.insert(report.report);
  for (const std::int64_t row : todo) {
    const FactsPtr facts = cache.of_report(row);
    if (!facts) continue;
    const std::vector<LineageEdge> edges = lineage_from(database, cache, *facts), before = edges_from(database, row);
    if (std::equal(edges.begin(), edges.end(), before.begin(), before.end(), same_edge)) continue;
    changed.insert(row);
    add_retracted(database, row, changed);
    store_edges(database, row, edges);
    add_retracted(database, row, changed);
  }
  return changed;
}

std::vector<LineageEdge> edges_from(Database& database, std::int64_t report) {
  std::vector<LineageEdge> edges;
  for (Rows rows =
           database.run("SELECT f.name, t.name, l.to_outlet, l.kind, l.similarity, l.certain, l.char_start, l.char_end FROM t_lineage l JOIN t_report f "
                        "ON f.id = l.from_report LEFT JOIN t_report t ON t.id = l.to_report WHERE l.from_report = ? ORDER BY l.no",
                        report);
       rows.next();) {
    edges.push_back(edge_in(rows));
  }
  return edges;
}

std::vector<std::int64_t> retractors_of(Database& database, std::int64_t report) {
  std::vector<std::int64_t> found;
  for (Rows rows = database.run("SELECT DISTINCT from_report FROM t_lineage WHERE to_report = ? AND kind = 'retracts' ORDER BY 1", report); rows.next();) {
    found.push_back(rows.integer(0));
  }
  return found;
}

std::vector<LineageRow> lineage_rows(Database& database, std::string_view report) {
  std::vector<LineageRow> found;
  for (Rows rows =
           database.run("SELECT f.name, t.name, l.to_outlet, l.kind, l.similarity, l.certain, l.char_start, l.char_end FROM t_lineage l JOIN t_report f "
                        "ON f.id = l.from_report LEFT JOIN t_report t ON t.id = l.to_report WHERE f.name = ? OR l.to_report = (SELECT id FROM t_report "
                        "WHERE name = ?) ORDER BY f.at, f.name, l.no",
                        report, report);
       rows.next();) {
    const LineageEdge edge = edge_in(rows);
    found.push_back({edge.from_report, edge.to_report, edge.to_outlet, std::string(name_of(edge.kind)), edge.similarity, edge.certain, edge.span});
  }
  return found;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "ledger/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/sha256.h"
#include "base/text_index.h"
#include "base/utf8.h"
#include "ledger/cells.h"
#include "ledger/claim_rows.h"
#include "ledger/event_rows.h"
#include "ledger/lineage_rows.h"
#include "ledger/linking.h"
#include "ledger/moments.h"
#include "ledger/reading_bytes.h"
#include "ledger/store.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostOfAKind = 10;
constexpr std::string_view kRelink = "`dragoman link` makes it anew";
constexpr std::string_view kCopy = "put back a copy, or add the report to a new ledger";

// The first few problems of each kind, and how many more there are.
class Problems {
 public:
  void add(const std::string& kind, std::string problem) {
    if (++counts_[kind] <= kMostOfAKind) found_.push_back(std::move(problem));
  }
  std::vector<std::string> take() {
    for (const auto& [kind, count] : counts_) {
      if (count > kMostOfAKind) found_.push_back(fmt::format("and {} more: {}", count - kMostOfAKind, kind));
    }
    return std::move(found_);
  }

 private:
  std::vector<std::string> found_;
  std::map<std::string, std::size_t> counts_;
};

void check_file(Database& database, Problems& problems) {
  for (Rows rows = database.run("PRAGMA integrity_check(20)"); rows.next();) {
    if (rows.view(0) != "ok") problems.add("the file", fmt::format("the file is damaged: {}; {}", rows.text(0), kCopy));
  }
  for (Rows rows = database.run("PRAGMA foreign_key_check"); rows.next();) {
    problems.add("references", fmt::format("a row of {} refers to one of {} that is not there; {}", rows.text(0), rows.text(2), kCopy));
  }
  for (Rows rows = database.run("SELECT key FROM t_event_party WHERE event NOT IN (SELECT id FROM t_event)"); rows.next();) {
    problems.add("parties", fmt::format("`{}` leads to an event that is not there; {}", rows.text(0), kRelink));
  }
}

// The full-text indexes check themselves by a command that has the form of an INSERT; it is rolled back, and left out where nobody may write.
void check_words(const std::string& path, Problems& problems) {
  const auto database = Database::open(path, Database::Access::read_write);
  if (!database) return;
  for (const char* const table : {"t_claim_words", "t_title_words"}) {
    const Transaction transaction(**database, Transaction::Kind::writing);
    if ((*database)->failed() && (*database)->take_failure().error().code != ErrorCode::integrity) return;
    (*database)->execute(fmt::format("INSERT INTO {0} ({0}, rank) VALUES ('integrity-check', 1)", table));
    const Status status = (*database)->take_failure();
    if (!status && status.error().code == ErrorCode::integrity)
      problems.add("search", fmt::format("the index {} does not fit what it is of: search may miss claims; {}", table, kCopy));
  }
}

void check_texts(Database& database, Problems& problems) {
  for (Rows rows = database.run("SELECT x.hash, x.body, r.name FROM t_text x LEFT JOIN t_report r ON r.text = x.id GROUP BY x.id"); rows.next();) {
    if (sha256_hex(rows.view(1)) != rows.view(0)) problems.add("texts", fmt::format("the text of report {} has been changed; {}", rows.text(2), kCopy));
  }
}

void check_claims(Database& database, Problems& problems) {
  for (Rows rows =
           database.run("SELECT c.claim_id, c.char_start, c.char_end, r.name, x.body FROM t_claim c JOIN t_reading d ON d.id = c.reading JOIN t_report r "
                        "ON r.id = d.report JOIN t_text x ON x.id = r.text");
       rows.next();) {
    const std::string id = rows.text(0);
    if (!id.starts_with("C-")) problems.add("ids", fmt::format("`{}` in report {} is no claim id; {}", id, rows.text(3), kCopy));
    if (!is_valid_utf8(rows.view(4))) continue;  // the text is reported as changed
    const std::int64_t size = TextIndex(rows.view(4)).size_cp();
    if (rows.integer(1) < 0 || rows.integer(1) > rows.integer(2) || rows.integer(2) > size)
      problems.add("offsets", fmt::format("claim {} is outside of the text of report {}; {}", id, rows.text(3), kCopy));
  }
  for (Rows rows = database.run("SELECT r.name FROM t_reading d JOIN t_report r ON r.id = d.report WHERE d.claims <> (SELECT count(*) FROM t_claim c WHERE "
                                "c.reading = d.id)");
       rows.next();) {
    problems.add("claims", fmt::format("claims of report {} are missing; {}", rows.text(0), kCopy));
  }
}

// What reports are found by, and where their texts come from.
class ReportCheck {
 public:
  ReportCheck(Database& database, FactsCache& cache, Problems& problems) : database_(database), cache_(cache), problems_(problems) {}

  void all() {
    for (Rows rows = database_.run("SELECT report FROM t_reading WHERE is_current = 1"); rows.next();) {
      const FactsPtr facts = cache_.of_report(rows.integer(0));
      if (const Status status = database_.take_failure(); !status) problems_.add("readings", status.error().message);
      const auto object = facts ? load(*facts) : std::nullopt;
      if (!facts || !object) continue;
      if (!has_rows_of(database_, *object, facts->reading) || !has_head(*facts, *object))
        problems_.add("rows", fmt::format("rows of report {} are not what its reading says; {}", facts->facts.id, kCopy));
      check_index(*facts);
      if (lineage_differs(*facts)) add(*facts, "lineage");
    }
    check_count("SELECT count(*) FROM t_band", bands_);
    check_count("SELECT count(*) FROM t_citation", citations_);
    check_count("SELECT count(*) FROM t_block", blocks_);
  }

 private:
  void add(const StoredFacts& facts, std::string_view what) {
    problems_.add(std::string(what), fmt::format("{} of report {} is not what its text gives; {}", what, facts.facts.id, kRelink));
  }

  std::optional<ReadReport> load(const StoredFacts& facts) {
    std::optional<ReadReport> report = load_reading(database_, facts.reading);
    if (const Status status = database_.take_failure(); !status) problems_.add("readings", status.error().message);
    return report;
  }

  // `object` has the id that it came with.
  bool has_head(const StoredFacts& facts, const ReadReport& object) {
    Rows rows =
        database_.run("SELECT d.digest, r.known_from, r.at, r.outlet_key FROM t_report r JOIN t_reading d ON d.report = r.id WHERE d.id = ?", facts.reading);
    const auto moment = moment_of(object.report.published);
    return rows.next() && rows.integer(0) == digest_of(object.report, object.made_by) && rows.view(1) == (moment ? moment->end : "") &&
           rows.integer(2) == seconds_of(object.report.published) && rows.view(3) == facts.facts.outlet_key;
  }

  void check_index(const StoredFacts& facts) {
    const std::int64_t at = seconds_of(facts.published);
    for (const std::int64_t key : stored_bands(facts.facts)) {
      expect(facts, bands_, database_.run("SELECT 1 FROM t_band WHERE key = ? AND at = ? AND report = ?", key, at, facts.report));
    }
    for (const std::string& key : cited_outlets(facts.facts)) {
      expect(facts, citations_, database_.run("SELECT 1 FROM t_citation WHERE outlet_key = ? AND at = ? AND report = ?", key, at, facts.report));
    }
    for (std::size_t i = 0; i < facts.rows.size(); ++i) {
      for (const std::int64_t key : stored_blocks(facts.facts.claims[i])) {
        expect(facts, blocks_, database_.run("SELECT 1 FROM t_block WHERE key = ? AND claim = ? AND report = ?", key, facts.rows[i], facts.report));
      }
    }
  }

  void expect(const StoredFacts& facts, std::int64_t& count, Rows row) {
    ++count;
    if (!row.next()) add(facts, "the index");
  }

  // Nothing else is in the indexes.
  void check_count(const char* sql, std::int64_t expected) {
    if (Rows rows = database_.run(sql); rows.next() && rows.integer(0) != expected)
      problems_.add("indexes", fmt::format("an index has {} rows, not {}; {}", rows.integer(0), expected, kRelink));
  }

  bool lineage_differs(const StoredFacts& facts) {
    const std::vector<LineageEdge> stored = edges_from(database_, facts.report), fresh = lineage_from(database_, cache_, facts);
    return !std::equal(stored.begin(), stored.end(), fresh.begin(), fresh.end(), [](const LineageEdge& a, const LineageEdge& b) {
      return a.to_report == b.to_report && a.to_outlet == b.to_outlet && a.kind == b.kind && a.certain == b.certain && a.similarity == b.similarity &&
             (a.span == b.span || (a.span.empty() && b.span.empty()));
    });
  }

  Database& database_;
  FactsCache& cache_;
  Problems& problems_;
  std::int64_t bands_ = 0, citations_ = 0, blocks_ = 0;
};

// Components, events and origins.
class EventCheck {
 public:
  EventCheck(Database& database, FactsCache& cache, Problems& problems) : database_(database), cache_(cache), problems_(problems) {}

  void all() {
    each_component(database_, cache_, [&](std::int64_t component, const std::vector<PlacedFacts>& claims) { check(component, claims); });
    for (Rows rows = database_.run("SELECT event_id FROM t_event e WHERE NOT EXISTS (SELECT 1 FROM t_event_claim l WHERE l.event = e.id)"); rows.next();) {
      problems_.add("events", fmt::format("event {} has no claims; {}", rows.text(0), kRelink));
    }
    for (Rows rows =
             database_.run("SELECT c.claim_id, r.name FROM t_claim c JOIN t_reading d ON d.id = c.reading AND d.is_current = 1 JOIN t_report r ON r.id = "
                           "d.report LEFT JOIN t_event_claim l ON l.claim = c.id WHERE c.kind = 'event' AND l.event IS NULL");
         rows.next();) {
      problems_.add("unlinked claims", fmt::format("claim {} of report {} is of no event; {}", rows.text(0), rows.text(1), kRelink));
    }
  }

 private:
  void check(std::int64_t component, const std::vector<PlacedFacts>& claims) {
    if (connected_parts(claims, 0).size() != 1) add(claims, "do not hang together");
    for (const PlacedFacts& claim : claims) {
      for (const Neighbour& neighbour : neighbours_of(database_, cache_, claim)) {
        Rows rows = database_.run("SELECT component FROM t_event_claim WHERE claim = ?", neighbour.claim.row());
        if (!rows.next() || rows.integer(0) != component) add(claims, "lack a neighbour");
      }
    }
    std::set<std::pair<int, std::int64_t>> names;
    Cells stored(database_, cache_);
    for (const std::vector<PlacedFacts>& cell : cells_of(claims)) {
      const auto name = stored.cell_with(cell.front().row());
      const bool is_one = std::all_of(cell.begin(), cell.end(), [&](const PlacedFacts& claim) { return stored.cell_with(claim.row()) == name; });
      if (!is_one || !names.insert(name).second) add(cell, "are divided in another way than linking gives");
      for (const Cluster& cluster : clusters_of(database_, cell)) check(cluster);
    }
  }

  void check(const Cluster& cluster) {
    const LinkedEvent fresh = resolve(database_, cache_, cluster, Horizon());
    Rows rows = database_.run("SELECT id FROM t_event WHERE event_id = ?", cluster.event_id);
    if (!rows.next()) return problems_.add("events", fmt::format("event {} is missing; {}", cluster.event_id, kRelink));
    if (!has_rows_of(database_, fresh, rows.integer(0)))
      problems_.add("events", fmt::format("event {} is not what its claims give; {}", cluster.event_id, kRelink));
    if (!has_members(cluster, fresh, rows.integer(0)))
      problems_.add("events", fmt::format("event {} has other claims than linking gives; {}", cluster.event_id, kRelink));
  }

  bool has_members(const Cluster& cluster, const LinkedEvent& event, std::int64_t row) {
    std::map<std::pair<std::string, std::string>, std::string> origin_of;
    for (const ClaimRef& ref : event.claims) origin_of[{ref.report, ref.claim}] = ref.origin;
    std::map<std::int64_t, std::string> expected, stored;
    for (const PlacedFacts& claim : cluster.claims) expected.emplace(claim.row(), origin_of[{claim.facts().report, claim.facts().id}]);
    for (Rows rows = database_.run("SELECT claim, origin FROM t_event_claim WHERE event = ?", row); rows.next();) stored.emplace(rows.integer(0), rows.text(1));
    return stored == expected;
  }

  void add(const std::vector<PlacedFacts>& claims, std::string_view what) {
    problems_.add("components", fmt::format("the claims around {} {}; {}", claims.front().facts().id, what, kRelink));
  }

  Database& database_;
  FactsCache& cache_;
  Problems& problems_;
};

}  // namespace

std::vector<std::string> problems_in(Database& database, FactsCache& cache) {
  Problems problems;
  const auto check = [&](auto part) {
    part();
    if (const Status status = database.take_failure(); !status) problems.add("statements", status.error().message);
  };
  check([&] { check_file(database, problems); });
  check([&] { check_words(database.path(), problems); });
  check([&] { check_texts(database, problems); });
  check([&] { check_claims(database, problems); });
  check([&] { ReportCheck(database, cache, problems).all(); });
  check([&] { EventCheck(database, cache, problems).all(); });
  return problems.take();
}

}  // namespace dragoman

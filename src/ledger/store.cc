// SPDX-License-Identifier: Apache-2.0
#include "ledger/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/ids.h"
#include "base/sha256.h"
#include "base/text_index.h"
#include "base/utf8.h"
#include "events/facts.h"
#include "ledger/claim_rows.h"
#include "ledger/moments.h"
#include "ledger/reading_bytes.h"

namespace dragoman {
namespace {

Error bad(const Report& report, std::string_view what) { return {ErrorCode::bad_input, fmt::format("report {}: {}", report.id, what)}; }

bool is_claim_id(std::string_view id) {
  constexpr std::size_t kLongest = 40;
  const auto is_plain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  return id.size() > 2 && id.size() <= kLongest && id.starts_with("C-") && std::all_of(id.begin() + 2, id.end(), is_plain);
}

std::int64_t id_of_text(Database& database, const Report& report, const std::string& hash) {
  if (Rows rows = database.run("SELECT id FROM t_text WHERE hash = ?", hash); rows.next()) return rows.integer(0);
  database.run("INSERT INTO t_text (hash, body) VALUES (?, ?)", hash, report.text).done();
  return database.last_row();
}

std::int64_t id_of_maker(Database& database, const MadeBy& made_by) {
  if (Rows rows = database.run("SELECT id FROM t_made_by WHERE code_version = ? AND rules_hash = ? AND model_hash = ?", made_by.code_version,
                               made_by.rules_hash, made_by.model_hash);
      rows.next())
    return rows.integer(0);
  database.run("INSERT INTO t_made_by (code_version, rules_hash, model_hash) VALUES (?, ?, ?)", made_by.code_version, made_by.rules_hash, made_by.model_hash)
      .done();
  return database.last_row();
}

std::string hash_of_text(const Report& report) { return report.hash.empty() ? sha256_hex(report.text) : report.hash; }

// One of several reports that came with the same id.
struct Namesake {
  std::int64_t row = 0;
  std::string name, order, outlet, url, published, hash;
  auto key() const { return std::tie(order, outlet, url, published, hash); }
};

std::string own_name(const std::string& sent_id, const Namesake& one) {
  return make_id("R-", fmt::format("{}\n{}\n{}\n{}\n{}", sent_id, one.hash, one.outlet, one.url, one.published));
}

std::vector<Namesake> namesakes_of(Database& database, const std::string& sent_id) {
  std::vector<Namesake> found;
  for (Rows rows = database.run("SELECT r.id, r.name, r.published, r.outlet, r.url, x.hash FROM t_report r JOIN t_text x ON x.id = r.text WHERE r.sent_id = ?",
                                sent_id);
       rows.next();) {
    found.push_back({rows.integer(0), rows.text(1), order_of(rows.view(2)), rows.text(3), rows.text(4), rows.text(2), rows.text(5)});
  }
  return found;
}

// Gives the sent id to the first of its bearers. `row` is the one that came now, under its own name.
std::vector<RenamedReport> settle_names(Database& database, const std::string& sent_id, std::int64_t row) {
  const std::vector<Namesake> bearers = namesakes_of(database, sent_id);
  if (bearers.empty()) return {};
  const auto first = std::min_element(bearers.begin(), bearers.end(), [](const Namesake& a, const Namesake& b) { return a.key() < b.key(); });
  std::vector<RenamedReport> renamed;
  const auto rename = [&](const Namesake& one, const std::string& name) {
    if (one.name == name) return;
    database.run("UPDATE t_report SET name = ? WHERE id = ?", name, one.row).done();
    if (one.row != row) renamed.push_back({one.row, one.name});
  };
  for (const Namesake& one : bearers) {
    if (one.row != first->row) rename(one, own_name(sent_id, one));
  }
  rename(*first, sent_id);
  return renamed;
}

std::int64_t insert_report(Database& database, const Report& report, const std::string& outlet_key) {
  const std::string hash = hash_of_text(report);
  const std::int64_t text = id_of_text(database, report, hash);
  const auto moment = moment_of(report.published);
  const Namesake self{0, "", "", report.outlet, report.url, report.published, hash};
  database
      .run(
          "INSERT INTO t_report (name, sent_id, text, outlet, url, published, title, language, known_from, at, ingested_at, outlet_key) VALUES "
          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          own_name(report.id, self), report.id, text, report.outlet, report.url, report.published, report.title, report.language,
          moment ? std::optional(moment->end) : std::nullopt, seconds_of(report.published), now(), outlet_key)
      .done();
  const std::int64_t row = database.last_row();
  database.run("INSERT INTO t_title_words (rowid, title) VALUES (?, ?)", row, report.title).done();
  return row;
}

void insert_reading(Database& database, const ReadReport& report, StoredReading& stored) {
  if (Rows rows = database.run("SELECT id FROM t_reading WHERE report = ? AND is_current = 1", stored.report); rows.next()) {
    stored.former_reading = rows.integer(0);
  }
  database.run("UPDATE t_reading SET is_current = 0 WHERE report = ? AND is_current = 1", stored.report).done();
  const std::string bytes = object_bytes(report);
  Report head = report.report;
  head.hash = hash_of_text(head);
  database
      .run("INSERT INTO t_reading (report, made_by, is_current, is_linked, object, digest, claims, ingested_at) VALUES (?, ?, 1, 0, ?, ?, ?, ?)", stored.report,
           id_of_maker(database, report.made_by), Blob{bytes}, digest_of(head, report.made_by), static_cast<std::int64_t>(report.claims.size()), now())
      .done();
  stored.reading = database.last_row();
  insert_claims(database, report, stored.reading);
}

}  // namespace

Status check_report(const ReadReport& report) {
  const Report& head = report.report;
  if (head.id.empty()) return bad(head, "it has no id");
  for (const std::string* const text : {&head.id, &head.outlet, &head.url, &head.title, &head.published, &head.text}) {
    if (!is_valid_utf8(*text)) return bad(head, "its text is no UTF-8");
  }
  if (!head.hash.empty() && head.hash != sha256_hex(head.text))
    return bad(head, "`hash` is not its text's SHA-256: leave it out, or send the text that was read");
  if (!head.published.empty() && !moment_of(head.published)) return bad(head, "`published` is no ISO 8601 date or time");
  const std::uint32_t size = TextIndex(head.text).size_cp();
  for (const Claim& claim : report.claims) {
    if (!is_claim_id(claim.id)) return bad(head, fmt::format("`{}` is no claim id: C- and capitals or digits are", claim.id));
    if (claim.words.span.begin > claim.words.span.end || claim.words.span.end > size)
      return bad(head, fmt::format("claim {} is outside of its text", claim.id));
    if ((claim.kind == ClaimKind::event) != claim.event.has_value()) return bad(head, fmt::format("claim {} has kind and event that do not agree", claim.id));
  }
  return {};
}

std::optional<KnownReport> find_report(Database& database, const Report& report, const MadeBy& made_by) {
  Rows rows = database.run(
      "SELECT r.id, r.name, EXISTS (SELECT 1 FROM t_reading d JOIN t_made_by m ON m.id = d.made_by WHERE d.report = r.id AND m.code_version = ? AND "
      "m.rules_hash = ? AND m.model_hash = ?) FROM t_report r JOIN t_text x ON x.id = r.text WHERE x.hash = ? AND r.outlet = ? AND r.url = ? AND "
      "r.published = ?",
      made_by.code_version, made_by.rules_hash, made_by.model_hash, hash_of_text(report), report.outlet, report.url, report.published);
  if (!rows.next()) return std::nullopt;
  return KnownReport{rows.integer(0), rows.text(1), rows.integer(2) != 0};
}

StoredReading store_reading(Database& database, const ReadReport& report) {
  StoredReading stored;
  const std::optional<KnownReport> known = find_report(database, report.report, report.made_by);
  if (database.failed() || (known && known->has_reading)) return stored;
  stored.is_new = true;
  stored.facts = facts_of(report);
  if (known) {
    stored.report = known->report;
  } else {
    stored.report = insert_report(database, report.report, stored.facts.outlet_key);
    stored.renamed = settle_names(database, report.report.id, stored.report);
  }
  insert_reading(database, report, stored);
  return stored;
}

std::optional<ReadReport> load_reading(Database& database, std::int64_t reading) {
  Rows rows = database.run(
      "SELECT d.object, x.body, x.hash, r.sent_id, r.outlet, r.url, r.title, r.published, r.language, m.code_version, m.rules_hash, m.model_hash FROM "
      "t_reading d "
      "JOIN t_report r ON r.id = d.report JOIN t_text x ON x.id = r.text JOIN t_made_by m ON m.id = d.made_by WHERE d.id = ?",
      reading);
  if (!rows.next()) return std::nullopt;
  Report head;
  int column = 0;
  for (std::string* const text : {&head.text, &head.hash, &head.id, &head.outlet, &head.url, &head.title, &head.published, &head.language})
    *text = rows.text(++column);
  auto report = object_of_bytes(rows.view(0), head, {rows.text(9), rows.text(10), rows.text(11)});
  if (!report) database.fail({ErrorCode::integrity, fmt::format("{}: the reading of report {} is damaged: put back a copy", database.path(), head.id)});
  return report;
}

std::optional<ReadReport> load_report(Database& database, std::string_view name) {
  Rows rows = database.run("SELECT d.id FROM t_report r JOIN t_reading d ON d.report = r.id AND d.is_current = 1 WHERE r.name = ?", name);
  if (!rows.next()) return std::nullopt;
  auto report = load_reading(database, rows.integer(0));
  if (report) report->report.id = name;
  return report;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// What fills the columns is in src/reader/tables.cc alone: rows come from there, and cells go into the columns of their names.
#include "ledger/claim_rows.h"

#include <algorithm>
#include <array>

#include "dragoman/tables.h"

namespace dragoman {
namespace {

// Unknown is NULL; SQLite makes numbers of cells in INTEGER and REAL columns.
std::optional<std::string_view> cell(const std::string& text) { return text.empty() ? std::nullopt : std::optional<std::string_view>(text); }

constexpr const char* kInsertClaim =
    "INSERT INTO t_claim (reading, claim_id, sentence_no, char_start, char_end, quote, kind, event_type, event_mode, contexts, cameo_code, quad_class, "
    "actor_ids, "
    "actor_names, actor_codes, actor_sectors, recipient_ids, recipient_names, recipient_codes, recipient_sectors, mediators, hosts, place_name, place_country, "
    "lat, lon, geonameid, geo_precision, event_start, event_end, time_precision, polarity, realis, tense, certainty, score, voice, chain, chain_length, "
    "stance, "
    "rule, hedges, condition) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, "
    "?, ?)";
// Cells of the `claims` table that kInsertClaim does not take: the report, the reading and the event have them.
constexpr std::array<std::string_view, 10> kElsewhere = {"report_id", "outlet",       "published_at", "url",        "event_id",
                                                         "origin_id", "code_version", "rules_hash",   "model_hash", "ingested_at"};

std::vector<std::size_t> stored_columns() {
  std::vector<std::size_t> columns;
  const auto names = columns_of(Table::claims);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::find(kElsewhere.begin(), kElsewhere.end(), names[i]) == kElsewhere.end()) columns.push_back(i);
  }
  return columns;
}

void insert_claim(Database& database, const Row& row, std::int64_t reading) {
  static const std::vector<std::size_t> columns = stored_columns();
  Rows insert = database.run(kInsertClaim, reading);
  int at = 1;
  for (const std::size_t column : columns) insert.bind(++at, cell(row[column]));
  insert.done();
}

void insert_hop(Database& database, const Hop& hop, std::int64_t claim, std::pair<std::size_t, std::size_t> place) {
  const bool said = !hop.source.words.text.empty();
  const auto yes_or_no = [](bool value) { return value ? "true" : "false"; };
  database
      .run("INSERT INTO t_hop VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", claim, static_cast<std::int64_t>(place.first + 1),
           static_cast<std::int64_t>(place.second + 1), cell(hop.source.words.text), cell(hop.source.entity), name_of(hop.source.kind),
           yes_or_no(hop.source.named), name_of(hop.stance), hop.cue ? cell(hop.cue->text) : std::nullopt, yes_or_no(hop.verbatim),
           said ? std::optional(hop.source.words.span.begin) : std::nullopt, said ? std::optional(hop.source.words.span.end) : std::nullopt)
      .done();
}

void insert_parts(Database& database, const Claim& claim, std::int64_t row) {
  for (std::size_t chain = 0; chain < claim.chains.size(); ++chain) {
    for (std::size_t hop = 0; hop < claim.chains[chain].size(); ++hop) insert_hop(database, claim.chains[chain][hop], row, {chain, hop});
  }
  for (std::size_t no = 0; no < claim.links.size(); ++no) {
    database.run("INSERT INTO t_link VALUES (?, ?, ?, ?, 'true')", row, static_cast<std::int64_t>(no), claim.links[no].claim, name_of(claim.links[no].type))
        .done();
  }
  database.run("INSERT INTO t_claim_words (rowid, quote) VALUES (?, ?)", row, cell(claim.words.text)).done();
}

void insert_entities(Database& database, const ReadReport& report, std::int64_t reading) {
  std::int64_t no = 0;
  for (const Row& row : rows_of(Table::entities, report)) {
    Rows insert = database.run("INSERT INTO t_entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", reading, no++);
    for (std::size_t i = 1; i < row.size(); ++i) insert.bind(static_cast<int>(i) + 2, cell(row[i]));
    insert.done();
  }
}

}  // namespace

void insert_claims(Database& database, const ReadReport& report, std::int64_t reading) {
  const std::vector<Row> rows = rows_of(Table::claims, report);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    insert_claim(database, rows[i], reading);
    insert_parts(database, report.claims[i], database.last_row());
  }
  insert_entities(database, report, reading);
}

namespace {

// The cells of a table from `first` on, next to those that they should be. `inexact` columns are left out.
bool same_cells(Rows& rows, int first, const Row& expected, const std::vector<std::string_view>& names) {
  constexpr std::array<std::string_view, 3> kInexact = {"lat", "lon", "score"};
  if (!rows.next()) return false;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (std::find(kInexact.begin(), kInexact.end(), names[i]) != kInexact.end()) continue;
    if (rows.view(first + static_cast<int>(i)) != expected[i]) return false;
  }
  return true;
}

bool has_claim_rows(Database& database, const ReadReport& report, std::int64_t reading) {
  const auto names = columns_of(Table::claims);
  std::vector<std::string_view> stored_names;
  for (const std::size_t column : stored_columns()) stored_names.push_back(names[column]);
  Rows rows = database.run("SELECT * FROM t_claim WHERE reading = ? ORDER BY id", reading);
  for (const Row& row : rows_of(Table::claims, report)) {
    Row expected;
    for (const std::size_t column : stored_columns()) expected.push_back(row[column]);
    if (!same_cells(rows, 2, expected, stored_names)) return false;
  }
  return !rows.next();
}

bool has_table_rows(Rows rows, const std::vector<Row>& expected, std::size_t from, std::size_t to) {
  for (const Row& row : expected) {
    const Row part(row.begin() + static_cast<std::ptrdiff_t>(from), row.begin() + static_cast<std::ptrdiff_t>(std::min(to, row.size())));
    if (!same_cells(rows, 0, part, std::vector<std::string_view>(part.size()))) return false;
  }
  return !rows.next();
}

}  // namespace

bool has_rows_of(Database& database, const ReadReport& report, std::int64_t reading) {
  return has_claim_rows(database, report, reading) &&
         has_table_rows(
             database.run("SELECT c.claim_id, h.chain_no, h.hop_no, h.source_text, h.source_entity, h.source_kind, h.named, h.stance, h.cue, h.verbatim, "
                          "h.char_start, h.char_end FROM t_claim c JOIN t_hop h ON h.claim = c.id WHERE c.reading = ? ORDER BY c.id, h.chain_no, h.hop_no",
                          reading),
             rows_of(Table::hops, report), 0, 12) &&
         has_table_rows(
             database.run("SELECT c.claim_id, l.to_claim, l.type FROM t_claim c JOIN t_link l ON l.claim = c.id WHERE c.reading = ? ORDER BY c.id, l.no",
                          reading),
             rows_of(Table::links, report), 0, 3) &&
         has_table_rows(
             database.run("SELECT entity_id, name, kind, code, sector, country, wikidata, aliases, mentions, role, role_from, role_to, known FROM t_entity "
                          "WHERE reading = ? ORDER BY no",
                          reading),
             rows_of(Table::entities, report), 1, 14);
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// The tables of a ledger, as numbered migrations: each runs in a transaction of its own and is never edited afterwards. What was reported
// (texts, reports, readings with claims and entities) is only ever added to; what follows from it (lineage, blocks, events, origins) can be
// made anew at any time and is marked `derived`.
#include "ledger/schema.h"

#include <fmt/format.h>

#include <array>

namespace dragoman {
namespace {

constexpr std::int64_t kApplicationId = 0x44524731;  // "DRG1"

constexpr const char* kReported = R"sql(
CREATE TABLE t_text (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
CREATE TABLE t_made_by (id INTEGER PRIMARY KEY, code_version TEXT NOT NULL, rules_hash TEXT NOT NULL, model_hash TEXT NOT NULL,
  UNIQUE (code_version, rules_hash, model_hash)) STRICT;
-- `name` is the id that people see; `sent_id` the one that came with the report. `known_from`: the moment from which it was published for certain, UTC;
-- `at`: the first second that it may have been, which orders reports (0: unknown).
CREATE TABLE t_report (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, sent_id TEXT NOT NULL, text INTEGER NOT NULL REFERENCES t_text,
  outlet TEXT NOT NULL, url TEXT NOT NULL, published TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, known_from TEXT, at INTEGER NOT NULL, ingested_at TEXT NOT NULL,
  outlet_key TEXT NOT NULL, UNIQUE (text, outlet, url, published)) STRICT;
CREATE INDEX t_report_sent ON t_report (sent_id);
CREATE INDEX t_report_known ON t_report (known_from);
CREATE INDEX t_report_outlet ON t_report (outlet_key, at);
-- `object` is dragoman.report/1 without what other tables have of it (src/ledger/reading_bytes.h), `digest` is of that.
CREATE TABLE t_reading (id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES t_report, made_by INTEGER NOT NULL REFERENCES t_made_by,
  is_current INTEGER NOT NULL, is_linked INTEGER NOT NULL, object BLOB NOT NULL, digest INTEGER NOT NULL, claims INTEGER NOT NULL, ingested_at TEXT NOT NULL, UNIQUE (report, made_by)) STRICT;
CREATE UNIQUE INDEX t_reading_current ON t_reading (report) WHERE is_current = 1;
CREATE TABLE t_claim (id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES t_reading, claim_id TEXT NOT NULL, sentence_no INTEGER, char_start INTEGER,
  char_end INTEGER, quote TEXT, kind TEXT, event_type TEXT, event_mode TEXT, contexts TEXT, cameo_code TEXT, quad_class TEXT, actor_ids TEXT, actor_names TEXT,
  actor_codes TEXT, actor_sectors TEXT, recipient_ids TEXT, recipient_names TEXT, recipient_codes TEXT, recipient_sectors TEXT, mediators TEXT, hosts TEXT,
  place_name TEXT, place_country TEXT, lat REAL, lon REAL, geonameid INTEGER, geo_precision TEXT, event_start TEXT, event_end TEXT, time_precision TEXT,
  polarity TEXT, realis TEXT, tense TEXT, certainty TEXT, score REAL, voice TEXT, chain TEXT, chain_length INTEGER, stance TEXT, rule TEXT, hedges TEXT,
  condition TEXT) STRICT;
CREATE INDEX t_claim_reading ON t_claim (reading);
CREATE INDEX t_claim_name ON t_claim (claim_id);
CREATE TABLE t_hop (claim INTEGER NOT NULL REFERENCES t_claim, chain_no INTEGER NOT NULL, hop_no INTEGER NOT NULL, source_text TEXT, source_entity TEXT,
  source_kind TEXT, named TEXT, stance TEXT, cue TEXT, verbatim TEXT, char_start INTEGER, char_end INTEGER, PRIMARY KEY (claim, chain_no, hop_no)) STRICT,
  WITHOUT ROWID;
CREATE TABLE t_link (claim INTEGER NOT NULL REFERENCES t_claim, no INTEGER NOT NULL, to_claim TEXT NOT NULL, type TEXT NOT NULL, certain TEXT,
  PRIMARY KEY (claim, no)) STRICT, WITHOUT ROWID;
CREATE TABLE t_entity (reading INTEGER NOT NULL REFERENCES t_reading, no INTEGER NOT NULL, entity_id TEXT, name TEXT, kind TEXT, code TEXT, sector TEXT,
  country TEXT, wikidata TEXT, aliases TEXT, mentions TEXT, role TEXT, role_from TEXT, role_to TEXT, known TEXT, PRIMARY KEY (reading, no)) STRICT,
  WITHOUT ROWID;
CREATE VIRTUAL TABLE t_claim_words USING fts5 (quote, content = 't_claim', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE t_title_words USING fts5 (title, content = 't_report', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
)sql";

constexpr const char* kDerived = R"sql(
CREATE TABLE t_block (key INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES t_claim, report INTEGER NOT NULL, PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE t_band (key INTEGER NOT NULL, at INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES t_report, PRIMARY KEY (key, at, report)) STRICT, WITHOUT ROWID;
CREATE TABLE t_citation (outlet_key TEXT NOT NULL, at INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES t_report, PRIMARY KEY (outlet_key, at, report)) STRICT, WITHOUT ROWID;
CREATE TABLE t_lineage (from_report INTEGER NOT NULL REFERENCES t_report, no INTEGER NOT NULL, to_report INTEGER REFERENCES t_report, to_outlet TEXT NOT NULL,
  kind TEXT NOT NULL, similarity REAL NOT NULL, certain TEXT NOT NULL, char_start INTEGER, char_end INTEGER, PRIMARY KEY (from_report, no)) STRICT,
  WITHOUT ROWID;
CREATE INDEX t_lineage_to ON t_lineage (to_report) WHERE to_report IS NOT NULL;
-- `detail` holds what the columns do not (src/ledger/event_bytes.h).
CREATE TABLE t_event (id INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE, event_type TEXT, event_mode TEXT, actor_codes TEXT, recipient_codes TEXT,
  place_country TEXT, event_start TEXT, event_end TEXT, time_precision TEXT, first_published_at TEXT, last_published_at TEXT, n_reports INTEGER,
  n_texts INTEGER, n_outlets INTEGER, origins_min INTEGER, origins_max INTEGER, status TEXT, status_rule TEXT, confirmed_by TEXT, denied_by TEXT,
  not_denied_by TEXT, sort_at TEXT NOT NULL, detail BLOB NOT NULL) STRICT;
CREATE INDEX t_event_order ON t_event (sort_at, event_id);
-- Claims that may be of one event, directly or over others, are one component; `event` is NULL for none.
CREATE TABLE t_event_claim (claim INTEGER PRIMARY KEY REFERENCES t_claim, event INTEGER REFERENCES t_event, component INTEGER NOT NULL, origin TEXT) STRICT;
CREATE INDEX t_event_claim_event ON t_event_claim (event);
CREATE INDEX t_event_claim_component ON t_event_claim (component);
-- Below components that are too large to be clustered (src/ledger/cells.h).
CREATE TABLE t_part (level INTEGER NOT NULL, part INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES t_claim, PRIMARY KEY (level, part, claim)) STRICT,
  WITHOUT ROWID;
CREATE UNIQUE INDEX t_part_claim ON t_part (claim, level);
CREATE TABLE t_origin (event INTEGER NOT NULL REFERENCES t_event, no INTEGER NOT NULL, origin_id TEXT NOT NULL, root_kind TEXT, root_text TEXT,
  root_entity TEXT, report_id TEXT, first_published_at TEXT, certain TEXT, rule TEXT, PRIMARY KEY (event, no)) STRICT, WITHOUT ROWID;
CREATE INDEX t_origin_name ON t_origin (origin_id);
CREATE TABLE t_event_party (key TEXT NOT NULL, event INTEGER NOT NULL REFERENCES t_event, PRIMARY KEY (key, event)) STRICT, WITHOUT ROWID;
-- Ids that events had: of a claim that was the earliest before an earlier one, or one between two events, came. Not derived: kept for good.
CREATE TABLE t_event_alias (alias TEXT PRIMARY KEY, claim INTEGER NOT NULL REFERENCES t_claim) STRICT, WITHOUT ROWID;
CREATE INDEX t_event_alias_claim ON t_event_alias (claim);
)sql";

// Events go often (an earlier claim gives them another id). For each that goes SQLite would look through the whole of a table that refers to it and is
// not indexed by it, so this one does not refer to it any more.
constexpr const char* kPartiesWithoutReference = R"sql(
CREATE TABLE t_new_party (key TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (key, event)) STRICT, WITHOUT ROWID;
INSERT INTO t_new_party SELECT key, event FROM t_event_party ORDER BY key, event;
DROP TABLE t_event_party;
ALTER TABLE t_new_party RENAME TO t_event_party;
)sql";

struct Migration {
  const char* sql;
  void (*fill)(Database&) = nullptr;  // the new tables
};
const std::array kMigrations = {Migration{kReported}, Migration{kDerived}, Migration{public_views()}, Migration{kPartiesWithoutReference},
                                Migration{kDyads, fill_states}};

std::int64_t number_of(Database& database, const char* sql) {
  Rows rows = database.run(sql);
  return rows.next() ? rows.integer(0) : 0;
}

bool is_empty(Database& database) { return number_of(database, "SELECT count(*) FROM sqlite_schema") == 0; }

Error no_ledger(const Database& database) {
  return {ErrorCode::integrity, fmt::format("{} is a file of something else, not a ledger: name another file", database.path())};
}

Error other_version(const Database& database, std::int64_t found) {
  return {ErrorCode::locked, fmt::format("{} has schema {} and this program knows {}: {}", database.path(), found, schema_version(),
                                         found > schema_version() ? "use the newer program that wrote it" : "`dragoman link` brings it up to date")};
}

// A file that is no ledger, or of a newer program, is left as it is.
Status check_kind(Database& database) {
  const std::int64_t application = number_of(database, "PRAGMA application_id");
  const std::int64_t version = number_of(database, "PRAGMA user_version");
  const bool empty = is_empty(database);
  if (database.failed()) return database.take_failure();
  if (application != kApplicationId && !(application == 0 && version == 0 && empty)) return no_ledger(database);
  if (version > schema_version() || version < 0) return other_version(database, version);
  return {};
}

Status run_migration(Database& database, int number) {
  Transaction transaction(database, Transaction::Kind::writing);
  // Another process may have done it while this one waited.
  if (!database.failed() && number_of(database, "PRAGMA user_version") == number) {
    const Migration& migration = kMigrations.at(static_cast<std::size_t>(number));
    database.execute(migration.sql);
    if (migration.fill != nullptr && !database.failed()) migration.fill(database);
    database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, number + 1));
  }
  if (database.failed()) return database.take_failure();
  return transaction.commit();
}

}  // namespace

int schema_version() { return static_cast<int>(kMigrations.size()); }

Status migrate(Database& database) {
  if (const Status kind = check_kind(database); !kind) return kind;
  database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  // The log goes into the file at 32 MB: a page that many reports change is then written and synced once for all of them.
  database.execute("PRAGMA wal_autocheckpoint = 8000");
  // Commits often look through all pages that are held (SQLite does whenever a balanced tree has borrowed the number of its lock page), so that more
  // than this would cost more than it saves: what is not held is in the system's cache.
  database.execute("PRAGMA cache_size = -32000");
  if (database.failed()) return database.take_failure();
  for (int number = 0; number < schema_version(); ++number) {
    if (const Status done = run_migration(database, number); !done) return done;
  }
  return {};
}

Status check_version(Database& database) {
  if (const Status kind = check_kind(database); !kind) return kind;
  if (is_empty(database) && !database.failed())
    return Error{ErrorCode::not_found, fmt::format("{} holds no ledger yet: `dragoman add` puts one there", database.path())};
  const std::int64_t version = number_of(database, "PRAGMA user_version");
  database.execute("PRAGMA cache_size = -32000");
  if (database.failed()) return database.take_failure();
  return version == schema_version() ? Status() : Status(other_version(database, version));
}

}  // namespace dragoman

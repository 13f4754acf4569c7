// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "dragoman/relation.h"
#include "unit/ledger/reports_by_hand.h"

namespace dragoman::testing {
namespace {

constexpr const char* kRefused[] = {"DELETE FROM t_report",
                                    "INSERT INTO t_text VALUES (9, 'x', 'y')",
                                    "UPDATE t_report SET outlet = 'x'",
                                    "DROP VIEW claims",
                                    "DROP TABLE t_claim",
                                    "CREATE TABLE x (a)",
                                    "CREATE TEMP TABLE x (a)",
                                    "CREATE VIEW x AS SELECT 1",
                                    "CREATE TEMP VIEW x AS SELECT 1",
                                    "ALTER TABLE t_claim RENAME TO x",
                                    "ATTACH 'other.db' AS o",
                                    "ATTACH ':memory:' AS o",
                                    "DETACH main",
                                    "PRAGMA user_version",
                                    "PRAGMA user_version = 99",
                                    "PRAGMA writable_schema = 1",
                                    "PRAGMA journal_mode = DELETE",
                                    "VACUUM",
                                    "VACUUM INTO 'other.db'",
                                    "REINDEX",
                                    "ANALYZE",
                                    "BEGIN",
                                    "COMMIT",
                                    "ROLLBACK",
                                    "SAVEPOINT a",
                                    "SELECT load_extension('x')",
                                    "SELECT readfile('/etc/passwd')",
                                    "SELECT writefile('other.db', 'x')",
                                    "SELECT fts3_tokenizer('x')",
                                    "SELECT zeroblob(1000000000)",
                                    "SELECT printf('%.*c', 999999999, 'x')",
                                    "SELECT format('%999999999d', 1)",
                                    "SELECT randomblob(10)",
                                    "SELECT * FROM t_report",
                                    "SELECT * FROM main.t_report",
                                    "SELECT * FROM \"t_report\"",
                                    "SELECT * FROM [T_REPORT]",
                                    "SELECT * FROM `t_claim_words`",
                                    "SELECT * FROM sqlite_schema",
                                    "SELECT sql FROM sqlite_master",
                                    "SELECT * FROM pragma_table_info('claims')",
                                    "SELECT * FROM pragma_database_list",
                                    "SELECT * FROM dbstat",
                                    "SELECT * FROM sqlite_stmt",
                                    "WITH claims AS (SELECT * FROM t_report) SELECT * FROM claims",
                                    "SELECT 1; DELETE FROM t_report",
                                    "SELECT 1; SELECT 2",
                                    "EXPLAIN SELECT * FROM claims",
                                    "EXPLAIN QUERY PLAN SELECT 1",
                                    "",
                                    " ; ",
                                    "-- nothing",
                                    "SELECT",
                                    "SELECT * FROM nowhere",
                                    "SELECT ?",
                                    "SELECT * FROM claims; ATTACH 'x' AS y",
                                    "INSERT INTO claims VALUES (1)",
                                    "DELETE FROM claims",
                                    "INSERT INTO t_claim_words (t_claim_words) VALUES ('delete-all')",
                                    "SELECT sqlite_compileoption_get(1)",
                                    "SELECT * FROM json_each(readfile('x'))",
                                    "SELECT abs(-9223372036854775808)",
                                    "REPLACE INTO t_text VALUES (1, 'a', 'b')"};

class PublicQuery : public ::testing::Test {
 protected:
  PublicQuery() : ledger_(std::move(*Ledger::open(folder_.file("l.db"), Ledger::Mode::read_write))) {
    EXPECT_TRUE(ledger_.add(report_of("r1", "Northern Wire", "2025-03-10T08:00Z",
                                      {{"Ethiopia held talks with Djibouti.", EventType::consult, "ETH", "DJI", "2025-03-10", "an official"}})));
  }
  Status run(const std::string& sql, const QueryLimits& limits = {}, const std::vector<std::string>& bound = {}) {
    rows_.clear();
    return ledger_.query(
        sql, bound, limits, [&](const Row& names) { names_ = names; },
        [&](const Row& row) {
          rows_.push_back(row);
          return true;
        });
  }
  TemporaryFolder folder_;
  Ledger ledger_;
  Row names_;
  std::vector<Row> rows_;
};

TEST_F(PublicQuery, ViewsHaveTheColumnsOfTheContract) {
  for (const Table table : {Table::claims, Table::hops, Table::links, Table::reports, Table::entities}) {
    ASSERT_TRUE(run("SELECT * FROM " + std::string(name_of(table))));
    const auto columns = columns_of(table);
    EXPECT_EQ(names_, Row(columns.begin(), columns.end())) << name_of(table);
  }
  ASSERT_TRUE(run("SELECT * FROM events"));
  EXPECT_EQ(names_, Row(event_columns().begin(), event_columns().end()));
  ASSERT_TRUE(run("SELECT * FROM origins"));
  EXPECT_EQ(names_, (Row{"origin_id", "event_id", "root_kind", "root_text", "root_entity", "report_id", "first_published_at", "certain", "rule"}));
  ASSERT_TRUE(run("SELECT * FROM lineage"));
  EXPECT_EQ(names_, (Row{"from_report", "to_report", "to_outlet", "kind", "similarity", "certain", "char_start", "char_end"}));
}

TEST_F(PublicQuery, DyadsAreThoseOfTheSeries) {
  unsigned n = 0;
  for (const ReadReport& report : stories(3, 60)) EXPECT_TRUE(ledger_.add(report)) << n++;
  const auto tell = [&](const std::string& id, const Sentence& sentence) {
    EXPECT_TRUE(ledger_.add(report_of(id, "Lake Gazette", "2025-04-02T01:00+03:00", {sentence})));
  };
  tell("d1", {"Israel struck Syria on 2 April.", EventType::assault, "ISR", "SYR", "2025-04-02", ""});
  tell("d2", {"Israel struck Syria in 1981.", EventType::assault, "ISR", "SYR", "1981-06-07", ""});
  tell("d3", {"Israel struck Syria.", EventType::assault, "ISR", "SYR", "", ""});
  tell("d4", {"Syria did not strike Israel.", EventType::assault, "SYR", "ISR", "2025-05-28", "the government of Syria", Stance::denies});
  tell("d5", {"The M23 group held talks with Congo.", EventType::consult, "M23", "COD", "2025-04-01", ""});
  RelationOptions options;
  options.directed = true;
  options.shifts = false;
  std::vector<Row> expected;
  const auto events = ledger_.events({});
  each_relation(*events, options, [&](const Relation& relation) {
    for (Row& row : dyad_rows(relation)) expected.push_back(std::move(row));
    return true;
  });
  std::sort(expected.begin(), expected.end());
  ASSERT_TRUE(run("SELECT * FROM dyads"));
  EXPECT_EQ(names_, Row(dyad_columns().begin(), dyad_columns().end()));
  std::sort(rows_.begin(), rows_.end());
  EXPECT_EQ(rows_, expected);
  EXPECT_GT(rows_.size(), 20U);
  ASSERT_TRUE(run("SELECT ccode1, ccode2, event_type, quad_class FROM dyads WHERE iso3_1 = 'ISR' AND iso3_2 = 'SYR' AND n_events > 0"));
  ASSERT_FALSE(rows_.empty());
  EXPECT_EQ(rows_[0], (Row{"666", "652", "ASSAULT", "material-conflict"}));
  ASSERT_TRUE(run("SELECT ccode1, ccode2 FROM dyads WHERE iso3_1 = 'M23'"));
  EXPECT_EQ(rows_, (std::vector<Row>{{"", "490"}}));
}

TEST_F(PublicQuery, RowsAreThoseOfTheReportsTables) {
  const auto report = ledger_.report("r1");
  for (const Table table : {Table::hops, Table::reports, Table::entities}) {
    ASSERT_TRUE(run("SELECT * FROM " + std::string(name_of(table))));
    EXPECT_EQ(rows_, rows_of(table, **report)) << name_of(table);
  }
  ASSERT_TRUE(run("SELECT * FROM claims"));
  ASSERT_EQ(rows_.size(), 1U);
  const Row expected = rows_of(Table::claims, **report).at(0);
  for (std::size_t i = 0; i < expected.size(); ++i) { EXPECT_TRUE(expected[i].empty() || rows_[0][i] == expected[i]) << names_[i] << ": " << rows_[0][i]; }
  EXPECT_EQ(run("SELECT count(*), max(score), substr(quote, 1, 8) FROM claims WHERE outlet = ?", {}, {"Northern Wire"}).operator bool(), true);
  EXPECT_EQ(rows_.at(0), (Row{"1", "0.5", "Ethiopia"}));
  ASSERT_TRUE(run("WITH e AS (SELECT event_id FROM events) SELECT c.claim_id FROM claims c JOIN e USING (event_id) ORDER BY 1"));
  EXPECT_EQ(rows_.size(), 1U);
}

TEST_F(PublicQuery, RefusesWhatIsNotReadingOfTheViews) {
  for (const char* const sql : kRefused) {
    const Status done = run(sql);
    ASSERT_FALSE(done) << sql;
    EXPECT_EQ(done.error().code, ErrorCode::usage) << sql << ": " << done.error().message;
  }
  EXPECT_FALSE(std::filesystem::exists("other.db"));
  EXPECT_TRUE(ledger_.verify()->empty());
  EXPECT_EQ(ledger_.info()->reports, 1U);
}

TEST_F(PublicQuery, EndsInTime) {
  const auto begin = std::chrono::steady_clock::now();
  QueryLimits limits;
  limits.seconds = 1;
  const Status done = run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", limits);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::usage);
  EXPECT_NE(done.error().message.find("1 seconds"), std::string::npos) << done.error().message;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST_F(PublicQuery, StopsAtTheLimitOfRowsAndWhenToldTo) {
  QueryLimits limits;
  limits.rows = 3;
  EXPECT_TRUE(run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", limits));
  EXPECT_EQ(rows_.size(), 3U);
  int count = 0;
  EXPECT_TRUE(ledger_.query(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", {}, {}, [](const Row&) {}, [&](const Row&) { return ++count < 5; }));
  EXPECT_EQ(count, 5);
}

TEST_F(PublicQuery, TextOfReportsIsNeverRun) {
  const std::string evil = "x'); DROP TABLE t_report; --\"]`\x1B[31m\x01";
  ReadReport report = report_of("r2", evil, "2025-03-11", {{"A strike hit " + evil + ".", EventType::assault, "ISR", "SYR", "2025-03-11", evil}});
  report.report.id = report.report.url = report.report.title = report.report.language = report.claims[0].rule = report.claims[0].event->mode = evil;
  report.claims[0].event->contexts = {evil};
  report.claims[0].participants[0].code = report.claims[0].participants[0].entity = evil;
  report.claims[0].place = Place{evil, evil, 1.0, 2.0, 3, {}};
  report.claims[0].time->begin_date = report.claims[0].time->timex = evil;
  report.claims[0].links = {{LinkType::denies, evil}};
  report.entities[0].name = report.entities[0].id = report.entities[0].code = evil;
  report.made_by = {evil, evil, evil};
  const auto added = ledger_.add(report);
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(ledger_.info()->reports, 2U);
  ASSERT_TRUE(run("SELECT id, outlet, url, title FROM reports WHERE outlet = ?", {}, {evil}));
  EXPECT_EQ(rows_.at(0), (Row{evil, evil, evil, evil}));
  EXPECT_TRUE(ledger_.search(evil, {}));
  EXPECT_TRUE(ledger_.events({"", "", "", evil, evil, {}, {}, 0}));
  EXPECT_FALSE(ledger_.resolve_id("E-" + evil));
  EXPECT_EQ(*ledger_.resolve_id(evil), evil);
  EXPECT_TRUE(ledger_.verify()->empty());
}

}  // namespace
}  // namespace dragoman::testing

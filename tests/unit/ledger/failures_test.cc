// SPDX-License-Identifier: Apache-2.0
// What happens to a ledger that is locked, of a newer program, damaged, read-only or on a full disk: an error that says so, and nothing lost.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>

#include "unit/ledger/failing_disk.h"
#include "unit/ledger/reports_by_hand.h"

namespace dragoman::testing {
namespace {

void run_sql(const std::string& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << (message == nullptr ? "" : message);
  sqlite3_free(message);
  sqlite3_close(handle);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

void fill(const std::string& path, std::size_t count) {
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  ASSERT_TRUE(ledger) << ledger.error().message;
  for (const ReadReport& report : stories(2, count)) ASSERT_TRUE(ledger->add(report));
}

TEST(LedgerFailures, AnotherWriterHasIt) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 3);
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const ReadReport report = report_of("late", "Lake Gazette", "2025-03-11", {});
  const auto added = ledger->add(report);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, ErrorCode::locked);
  EXPECT_NE(added.error().message.find(path), std::string::npos);
  EXPECT_TRUE(Ledger::open(path, Ledger::Mode::read_only)->info()) << "readers go on";
  sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_TRUE(ledger->add(report)) << "and so does the writer, once it may";
}

TEST(LedgerFailures, OfANewerProgram) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 2);
  run_sql(path, "PRAGMA user_version = 99");
  for (const auto mode : {Ledger::Mode::read_only, Ledger::Mode::read_write}) {
    const auto ledger = Ledger::open(path, mode);
    ASSERT_FALSE(ledger);
    EXPECT_EQ(ledger.error().code, ErrorCode::locked);
    EXPECT_NE(ledger.error().message.find("99"), std::string::npos);
  }
}

TEST(LedgerFailures, OfAnOlderProgramIsMigratedByWritersOnly) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 2);
  for (const char* const view :
       {"claims", "all_claims", "hops", "events", "origins", "links", "lineage", "reports", "entities", "readings", "aliases", "dyads"})
    run_sql(path, std::string("DROP VIEW ") + view);
  run_sql(path, "DROP TABLE t_state");
  run_sql(path, "PRAGMA user_version = 2");
  const auto reader = Ledger::open(path, Ledger::Mode::read_only);
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::locked);
  EXPECT_TRUE(Ledger::open(path, Ledger::Mode::read_write));
  const auto again = Ledger::open(path, Ledger::Mode::read_only);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->verify()->empty());
}

// Parties referred to their events in version 3; what is in the table stays.
TEST(LedgerFailures, PartiesOfAnOlderLedgerStay) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 4);
  run_sql(path,
          "CREATE TABLE t_old (key TEXT NOT NULL, event INTEGER NOT NULL REFERENCES t_event, PRIMARY KEY (key, event)) STRICT, WITHOUT ROWID;"
          "INSERT INTO t_old SELECT * FROM t_event_party; DROP TABLE t_event_party; ALTER TABLE t_old RENAME TO t_event_party; "
          "DROP VIEW dyads; DROP TABLE t_state; PRAGMA user_version = 3");
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  ASSERT_TRUE(ledger) << ledger.error().message;
  EXPECT_TRUE(ledger->verify()->empty()) << ledger->verify()->front();
}

TEST(LedgerFailures, NotALedger) {
  TemporaryFolder folder;
  write_bytes(folder.file("text"), "This is a letter, not a ledger. " + std::string(4000, 'x'));
  run_sql(folder.file("other.db"), "CREATE TABLE mine (a); INSERT INTO mine VALUES (1)");
  const std::string before = bytes_of(folder.file("other.db"));
  for (const char* const name : {"text", "other.db"}) {
    for (const auto mode : {Ledger::Mode::read_only, Ledger::Mode::read_write}) {
      const auto ledger = Ledger::open(folder.file(name), mode);
      ASSERT_FALSE(ledger) << name;
      EXPECT_EQ(ledger.error().code, ErrorCode::integrity) << ledger.error().message;
    }
  }
  EXPECT_EQ(bytes_of(folder.file("other.db")), before);
  EXPECT_EQ(Ledger::open(folder.file("none.db"), Ledger::Mode::read_only).error().code, ErrorCode::not_found);
  EXPECT_EQ(Ledger::open(folder.file("no/such/folder.db"), Ledger::Mode::read_write).error().code, ErrorCode::io);
  EXPECT_EQ(Ledger::open(folder.file(""), Ledger::Mode::read_write).error().code, ErrorCode::io);
  EXPECT_EQ(Ledger::open("", Ledger::Mode::read_write).error().code, ErrorCode::usage);
}

TEST(LedgerFailures, DamageIsSaidAndNeverEndsTheProgram) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 6);
  run_sql(path, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
  const std::string sound = bytes_of(path);
  std::mt19937 random(11);
  const std::string expected = everything_in(*Ledger::open(path, Ledger::Mode::read_only));
  int noticed = 0;
  constexpr int kTries = 120;
  for (int i = 0; i < kTries; ++i) {
    std::string damaged = sound;
    const std::size_t at = i < 20 ? static_cast<std::size_t>(i) * 5 : random() % sound.size();
    for (std::size_t k = at; k < std::min(at + 1 + random() % 300, sound.size()); ++k) damaged[k] = static_cast<char>(random());
    write_bytes(folder.file("d.db"), damaged);
    const auto ledger = Ledger::open(folder.file("d.db"), Ledger::Mode::read_only);
    if (!ledger) {
      ++noticed;
      continue;
    }
    const auto problems = ledger->verify();
    const bool is_noticed = !problems || !problems->empty();
    noticed += is_noticed ? 1 : 0;
    EXPECT_TRUE(is_noticed || everything_in(*ledger) == expected) << "damage at " << at << " was not found";
    (void)ledger->events({});
    (void)ledger->search("talks", {});
    EventFilter then;
    then.as_of = "2025-04-01";
    (void)ledger->events(then);
  }
  EXPECT_GE(noticed, kTries / 4) << "the rest hit what is not in use";
}

TEST(LedgerFailures, ChangedRowsAreFoundAndLinkRepairsThem) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 12);
  const auto expect_found = [&](const std::string& change, bool link_repairs) {
    run_sql(path, change);
    Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
    ASSERT_TRUE(ledger);
    EXPECT_FALSE(ledger->verify()->empty()) << change;
    if (!link_repairs) return;
    const Status linked = ledger->relink();
    ASSERT_TRUE(linked) << linked.error().message;
    EXPECT_TRUE(ledger->verify()->empty()) << change << ": " << ledger->verify()->front();
  };
  expect_found("DELETE FROM t_block WHERE claim = (SELECT min(claim) FROM t_block)", true);
  expect_found("UPDATE t_event SET detail = x'00' WHERE id = (SELECT min(id) FROM t_event)", true);
  expect_found("UPDATE t_event_claim SET component = 999 WHERE claim = (SELECT min(claim) FROM t_event_claim)", true);
  expect_found("DELETE FROM t_origin", true);
  expect_found("INSERT INTO t_band VALUES (1, 2, 1)", true);
  expect_found("DELETE FROM t_event_party", true);
  expect_found("INSERT INTO t_event_party VALUES ('nobody', 999999)", true);
  expect_found("INSERT INTO t_lineage VALUES (1, 90, NULL, 'Nobody', 'cites', 0, 'true', NULL, NULL)", true);
  expect_found("UPDATE t_claim SET char_end = 99999 WHERE id = 1", false);
  run_sql(path, "UPDATE t_claim SET char_end = char_start WHERE id = 1");
  expect_found("UPDATE t_report SET outlet = 'other' WHERE id = 3", false);
  expect_found("UPDATE t_text SET body = 'other' WHERE id = 2", false);
}

TEST(LedgerFailures, AFileThatMayOnlyBeRead) {
  constexpr uid_t kNobody = 65534;
  const bool is_root = geteuid() == 0;  // who may write everything
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 3);
  chmod(path.c_str(), 0444);
  chmod(folder.file("").c_str(), 0555);
  ASSERT_TRUE(!is_root || seteuid(kNobody) == 0);
  const auto reader = Ledger::open(path, Ledger::Mode::read_only);
  EXPECT_TRUE(reader && reader->events({})) << (reader ? "" : reader.error().message);
  Result<Ledger> writer = Ledger::open(path, Ledger::Mode::read_write);
  if (writer) {
    EXPECT_EQ(writer->add(report_of("r", "Lake Gazette", "2025-03-11", {})).error().code, ErrorCode::io);
  } else {
    EXPECT_EQ(writer.error().code, ErrorCode::io) << writer.error().message;
  }
  ASSERT_TRUE(!is_root || seteuid(0) == 0);
  chmod(folder.file("").c_str(), 0755);
}

// A limit of this process on the size of files stands for a disk that fills up.
TEST(LedgerFailures, ADiskThatIsFull) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  fill(path, 3);
  const std::vector<ReadReport> reports = stories(9, 40);
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  std::size_t stored = 0;
  {
    Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
    ASSERT_TRUE(ledger);
    const rlimit small{600000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    bool failed = false;
    for (const ReadReport& report : reports) {
      const auto added = ledger->add(report);
      if (added) ++stored;
      failed = failed || !added;
      EXPECT_TRUE(added || added.error().code == ErrorCode::io) << (added ? "" : added.error().message);
    }
    EXPECT_TRUE(failed) << "the limit was never met";
    setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_TRUE(ledger->verify()->empty());
    for (const ReadReport& report : reports) EXPECT_TRUE(ledger->add(report));
  }
  EXPECT_GT(stored, 0U);
  TemporaryFolder other;
  const std::string plain = other.file("l.db");
  fill(plain, 3);
  Result<Ledger> expected = Ledger::open(plain, Ledger::Mode::read_write);
  for (const ReadReport& report : reports) ASSERT_TRUE(expected->add(report));
  EXPECT_EQ(everything_in(*Ledger::open(path, Ledger::Mode::read_only)), everything_in(*expected));
}

// What a ledger is after a disk failed at some moment of its making or filling, and works again.
void expect_survives(FailingDisk& disk, DiskFault fault, int after, const std::vector<ReadReport>& reports, const std::string& expected) {
  TemporaryFolder folder;
  const std::string path = folder.file("l.db");
  std::vector<const ReadReport*> stored;
  disk.arm(fault, after);
  {
    Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
    EXPECT_TRUE(ledger || ledger.error().code == ErrorCode::io) << ledger.error().message;
    for (const ReadReport& report : reports) {
      if (!ledger) break;
      const auto added = ledger->add(report);
      if (added) stored.push_back(&report);
      EXPECT_TRUE(added || added.error().code == ErrorCode::io) << added.error().message;
    }
  }
  disk.disarm();
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  ASSERT_TRUE(ledger) << ledger.error().message;
  for (const ReadReport* const report : stored) EXPECT_TRUE(*ledger->knows(report->report, report->made_by)) << "lost after " << after;
  for (const ReadReport& report : reports) ASSERT_TRUE(ledger->add(report));
  ASSERT_EQ(everything_in(*ledger), expected) << "after " << after;
  EXPECT_TRUE(after % 5 != 0 || ledger->verify()->empty());
}

TEST(LedgerFailures, ADiskThatFailsAtAnyMoment) {
  const std::vector<ReadReport> reports = stories(3, 5);
  TemporaryFolder folder;
  FailingDisk disk;
  Result<Ledger> plain = Ledger::open(folder.file("plain.db"), Ledger::Mode::read_write);
  for (const ReadReport& report : reports) ASSERT_TRUE(plain->add(report));
  const std::string expected = everything_in(*plain);
  int struck = 0;
  for (const auto& [fault, step] : {std::pair(DiskFault::full, 37), std::pair(DiskFault::short_write, 41), std::pair(DiskFault::sync, 1)}) {
    for (int i = 0; i < 14; ++i) {
      expect_survives(disk, fault, i * step, reports, expected);
      struck += disk.has_failed() ? 1 : 0;
    }
  }
  EXPECT_GE(struck, 20);
}

}  // namespace
}  // namespace dragoman::testing

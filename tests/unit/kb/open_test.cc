// SPDX-License-Identifier: Apache-2.0
// The compiled file: made, found, renewed, and never trusted when damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/tsv.h"
#include "kb/compile.h"
#include "kb/image.h"
#include "kb/kb.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class Open : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) / ("dragoman_kb_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "kb");
    fs::copy("tests/data/kb", folder_ / "kb");
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string tables() const { return (folder_ / "kb").string(); }
  std::string beside() const { return tables() + "/kb.bin"; }
  std::vector<fs::path> cached() const {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(folder_ / "cache" / "dragoman", error)) files.push_back(file.path());
    return files;
  }
  void append(const std::string& table, const std::string& line) { std::ofstream(tables() + "/" + table, std::ios::app) << line << '\n'; }

  fs::path folder_;
};

bool knows_syria(const std::string& tables) {
  const auto kb = KnowledgeBase::open(tables);
  return kb && kb->state("SYR") != nullptr && !kb->places("Ankara").empty();
}

TEST_F(Open, KeepsTheCompiledFormInTheCache) {
  EXPECT_TRUE(knows_syria(tables()));
  ASSERT_EQ(cached().size(), 1U);
  const auto written = fs::last_write_time(cached()[0]);
  EXPECT_TRUE(knows_syria(tables()));
  EXPECT_EQ(fs::last_write_time(cached()[0]), written);
}

TEST_F(Open, UsesTheFileBesideTheTables) {
  ASSERT_TRUE(compile_kb(tables(), beside()));
  EXPECT_TRUE(knows_syria(tables()));
  EXPECT_TRUE(cached().empty());
}

TEST_F(Open, CompilesAgainWhenATableChanges) {
  ASSERT_TRUE(compile_kb(tables(), beside()));
  append("people.tsv", "new-person\tNew Person\t\tSYR\t\ttest");
  const auto kb = KnowledgeBase::open(tables());
  ASSERT_TRUE(kb);
  EXPECT_EQ(kb->named("New Person").size(), 1U);
}

TEST_F(Open, OldFilesAreDropped) {
  for (int i = 0; i < 7; ++i) {
    append("people.tsv", std::string("new-") + static_cast<char>('a' + i) + "\tNew Person\t\tSYR\t\ttest");
    EXPECT_TRUE(knows_syria(tables()));
  }
  EXPECT_EQ(cached().size(), 4U);
}

TEST_F(Open, WorksWithoutAnyCache) {
  ::setenv("XDG_CACHE_HOME", "/proc/nowhere", 1);
  EXPECT_TRUE(knows_syria(tables()));
}

TEST_F(Open, TheSameTablesGiveTheSameBytes) { EXPECT_EQ(*compile_kb(tables(), std::uint64_t{7}), *compile_kb(tables(), std::uint64_t{7})); }

TEST_F(Open, DamagedFilesAreMadeAgain) {
  ASSERT_TRUE(compile_kb(tables(), beside()));
  const std::string whole = *read_file(beside());
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
    std::ofstream(beside(), std::ios::binary) << whole.substr(0, size);
    EXPECT_TRUE(knows_syria(tables())) << "cut to " << size;
  }
  for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 97) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x5A);
    std::ofstream(beside(), std::ios::binary) << bytes;
    EXPECT_FALSE(Image::map(beside(), *key_of_tables(tables()))) << "byte " << at;
    EXPECT_TRUE(knows_syria(tables())) << "byte " << at;
  }
}

TEST_F(Open, ErrorsNameFileLineAndRemedy) {
  append("terms.tsv", "no-such-person\tpresident\tSYR\tGOV\t\t\ttest");
  const auto kb = KnowledgeBase::open(tables());
  ASSERT_FALSE(kb);
  EXPECT_EQ(kb.error().code, ErrorCode::bad_data);
  EXPECT_THAT(kb.error().message, HasSubstr("terms.tsv:11: person_id `no-such-person` is in no table; add the person"));
}

TEST_F(Open, WrongCells) {
  append("places.tsv", "1\tNowhere\t\tSYR\t\tnorth\t0\t0\tcity\ttest");
  EXPECT_THAT(KnowledgeBase::open(tables()).error().message, HasSubstr("`north` in column lat is no number"));
}

TEST_F(Open, AnIdIsUsedOnceInATable) {
  append("groups.tsv", "who\tHealth Front\t\tgroup\t\t\t\t\t\t\t\ttest\t");  // also an organisation: one entry with both names
  auto kb = KnowledgeBase::open(tables());
  ASSERT_TRUE(kb) << kb.error().message;
  ASSERT_EQ(kb->named("WHO").size(), 1U);
  EXPECT_EQ(kb->named("WHO"), kb->named("Health Front"));
  append("groups.tsv", "who\tHealth Front\t\tgroup\t\t\t\t\t\t\t\ttest\t");
  EXPECT_THAT(KnowledgeBase::open(tables()).error().message, HasSubstr("id `who` is used already in this table"));
}

TEST_F(Open, MissingColumnsAndTables) {
  std::ofstream(tables() + "/people.tsv") << "id\tname_of_person\n";
  EXPECT_THAT(KnowledgeBase::open(tables()).error().message, HasSubstr("people.tsv: no column `name`"));
  fs::remove(tables() + "/states.tsv");
  EXPECT_THAT(KnowledgeBase::open(tables()).error().message, HasSubstr("states.tsv: missing"));
  EXPECT_FALSE(KnowledgeBase::open("/nowhere"));
}

}  // namespace
}  // namespace dragoman

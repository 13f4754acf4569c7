// SPDX-License-Identifier: Apache-2.0
#include "dragoman/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/reader/sample_report.h"

namespace dragoman {
namespace {

std::string cell(const ReadReport& report, Table table, std::string_view column, std::size_t row = 0) {
  const auto columns = columns_of(table);
  const auto at = std::find(columns.begin(), columns.end(), column);
  return rows_of(table, report).at(row).at(static_cast<std::size_t>(at - columns.begin()));
}

TEST(Tables, EveryRowHasAllColumns) {
  for (const Table table : {Table::claims, Table::hops, Table::links, Table::reports, Table::entities}) {
    const auto rows = rows_of(table, sample_report());
    EXPECT_FALSE(rows.empty()) << name_of(table);
    for (const Row& row : rows) EXPECT_EQ(row.size(), columns_of(table).size()) << name_of(table);
    EXPECT_EQ(table_named(name_of(table)), table);
  }
  EXPECT_FALSE(table_named("events"));
}

TEST(Tables, ListsStayParallel) {
  const ReadReport report = sample_report();
  EXPECT_EQ(cell(report, Table::claims, "actor_names"), "Armenia; Yerevan");
  EXPECT_EQ(cell(report, Table::claims, "actor_codes"), "ARM; ");
  EXPECT_EQ(cell(report, Table::claims, "actor_sectors"), "GOV; UAF");
  EXPECT_EQ(cell(report, Table::claims, "recipient_codes"), "");
}

TEST(Tables, ChainsReadInnermostFirst) {
  const ReadReport report = sample_report();
  EXPECT_EQ(cell(report, Table::claims, "chain"), "Yerevan:denies > the Wire:reports");
  EXPECT_EQ(cell(report, Table::claims, "chain_length"), "2");
  EXPECT_EQ(cell(report, Table::claims, "stance"), "denies");
  EXPECT_EQ(cell(report, Table::hops, "stance", 1), "reports");
}

TEST(Tables, StanceDeniesOnlyIfAllChainsDo) {
  Claim claim = sample_report().claims[0];
  EXPECT_EQ(stance_of(claim), "denies");
  Hop hop;
  hop.stance = Stance::confirms;
  claim.chains.push_back({hop});
  EXPECT_EQ(stance_of(claim), "confirms");
  claim.chains.clear();
  EXPECT_EQ(stance_of(claim), "");
}

TEST(Tables, TimesAndPlacesHavePrecision) {
  ReadReport report = sample_report();
  EXPECT_EQ(cell(report, Table::claims, "time_precision"), "day");
  EXPECT_EQ(cell(report, Table::claims, "geo_precision"), "city");
  report.claims[0].time->timex = "2026-03";
  EXPECT_EQ(cell(report, Table::claims, "time_precision"), "month");
  report.claims[0].time->timex = "2026-W11";
  EXPECT_EQ(cell(report, Table::claims, "time_precision"), "week");
  report.claims[0].time->begin_date = "";
  EXPECT_EQ(cell(report, Table::claims, "time_precision"), "");
  EXPECT_EQ(cell(report, Table::claims, "time_precision", 1), "");
}

TEST(Tables, LinesAreWellFormed) {
  const Row row = {"", "plain", "with, comma", "a \"quote\"", "two\nlines\tand\x1b", " edge"};
  EXPECT_EQ(csv_line(row), ",plain,\"with, comma\",\"a \"\"quote\"\"\",\"two lines and \",\" edge\"\n");
  EXPECT_EQ(tsv_line(row), "\tplain\twith, comma\ta \"quote\"\ttwo lines and \t edge\n");
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "base/tsv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "support/test_path.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string file_with(const std::string& content) {
  const std::string path = testing_support::test_path("table.tsv");
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

TEST(Tsv, ReadsHeaderRowsAndLineNumbers) {
  const auto table = read_tsv(file_with("# a comment\nlemma\tstance\n\nsay\tasserts\r\ndeny\t\n"));
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_THAT(table->columns, ElementsAre("lemma", "stance"));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_THAT(table->rows[0].cells, ElementsAre("say", "asserts"));
  EXPECT_EQ(table->rows[1].line, 5);
  EXPECT_EQ(*table->column("stance"), 1U);
}

TEST(Tsv, ErrorsNameFileLineAndRemedy) {
  const auto ragged = read_tsv(file_with("a\tb\nonly one\n"));
  ASSERT_FALSE(ragged);
  EXPECT_THAT(ragged.error().message, HasSubstr("dragoman_Tsv_ErrorsNameFileLineAndRemedy_table.tsv:2: 1 cells"));
  EXPECT_FALSE(read_tsv(file_with("")));
  EXPECT_THAT(read_tsv("/no/such/file").error().message, HasSubstr("/no/such/file"));
  EXPECT_THAT(read_tsv(file_with("a\n"))->column("b").error().message, HasSubstr("no column `b`"));
}

TEST(Tsv, ListsLoseSpacesAndEmptyParts) {
  EXPECT_THAT(split_list(" Israeli ; ;Israelis;"), ElementsAre("Israeli", "Israelis"));
  EXPECT_THAT(split_list(""), ElementsAre());
}

}  // namespace
}  // namespace dragoman

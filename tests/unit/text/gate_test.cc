// SPDX-License-Identifier: Apache-2.0
#include "text/gate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "support/test_path.h"
#include "text/tokenize.h"

namespace dragoman {
namespace {

// The path of gate.tsv in a folder of its own, with gate_report.tsv beside it.
std::string tables_with(const std::string& sentences, const std::string& reports) {
  const std::filesystem::path folder = testing_support::test_path("gate");
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "gate.tsv") << "# words\nword\tweight\n" << sentences;
  std::ofstream(folder / "gate_report.tsv") << "# words\nword\tweight\n" << reports;
  return (folder / "gate.tsv").string();
}

// 1 for each sentence that is wanted, 0 for each that is not.
std::string wanted(const Gate& gate, const std::string& text) {
  const TextIndex index(text);
  std::string out;
  for (const bool one : gate.wanted(tokenize(index, {}), text)) out += one ? '1' : '0';
  return out;
}

const char* const kSentences = "SENTENCE\t0\nEACH\t-2\nminister\t4\ncurfew\t9\n#\t1\nsoup\t-3\n";
const char* const kReports = "REPORT\t-1\nALL\t-3\nsaid\t4\ntuesday\t4\nemperor\t-4\n";

Gate small_gate() { return *Gate::open(tables_with(kSentences, kReports)); }

TEST(Gate, WhatLooksLikeNewsIsReadWhole) {
  const Gate gate = small_gate();
  EXPECT_EQ(wanted(gate, "It rained. He said so on Tuesday. They left. She said it, too."), "1111");
  EXPECT_EQ(wanted(gate, "It rained. The emperor said so on Tuesday. They left. She said it to the emperor."), "0000") << "an old story has its talk, too";
  EXPECT_EQ(wanted(gate, "It rained. He came on time. They left. She came, too."), "0000");
}

TEST(Gate, ALongReportAndAShortOneOfTheSameWordsAreJudgedAlike) {
  const std::string once = "It rained. He said so on Tuesday. They left. She came, too. ", never = "It rained. He did so on time. They left. She came, too. ";
  EXPECT_EQ(wanted(small_gate(), once), "1111");
  EXPECT_EQ(wanted(small_gate(), once + once + once), "111111111111");
  EXPECT_EQ(wanted(small_gate(), never + never + never), "000000000000");
}

TEST(Gate, OfOthersSentencesThatAreHighTogetherWithHalfOfTheReportsScore) {
  const Gate gate = small_gate();
  EXPECT_EQ(wanted(gate, "A minister spoke. The soup was hot. It was cold. They left."), "1000");
  EXPECT_EQ(wanted(gate, "They left. The soup was hot. It was cold. A curfew began."), "0001");
  EXPECT_EQ(wanted(gate, "The soup was hot. The soup was cold. The Minister liked soup. They left."), "0000");
}

TEST(Gate, ACapitalOrAFigureMakesNoOtherWord) {
  EXPECT_EQ(wanted(small_gate(), "They left. They ate it. They had soup. The CURFEW of 1999 was long."), "0001");
  EXPECT_EQ(wanted(small_gate(), "They left. They ate it. They had soup. The curfew of 7 was long."), "0001");
}

TEST(Gate, AWordCountsOnce) {
  EXPECT_EQ(wanted(small_gate(), "The minister had soup and soup. She left. He ate. They slept."),
            wanted(small_gate(), "The minister had soup. She left. He ate. They slept."));
}

TEST(Gate, AShortReportIsReadWhole) { EXPECT_EQ(wanted(small_gate(), "The soup was hot. They left."), "11"); }

TEST(Gate, NoTextHasNoSentences) { EXPECT_EQ(wanted(small_gate(), ""), ""); }

TEST(Gate, ATableThatIsNoneIsRefusedWithItsLine) {
  const auto sentences = Gate::open(tables_with("minister\tmuch\n", kReports)), reports = Gate::open(tables_with(kSentences, "minister\tmuch\n"));
  ASSERT_FALSE(sentences);
  ASSERT_FALSE(reports);
  EXPECT_NE(sentences.error().message.find("gate.tsv:3"), std::string::npos) << sentences.error().message;
  EXPECT_NE(reports.error().message.find("gate_report.tsv:3"), std::string::npos) << reports.error().message;
  EXPECT_FALSE(Gate::open(testing_support::test_path("none.tsv")));
}

}  // namespace
}  // namespace dragoman

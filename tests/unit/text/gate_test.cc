// SPDX-License-Identifier: Apache-2.0
#include "text/gate.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "support/test_path.h"
#include "text/tokenize.h"

namespace dragoman {
namespace {

std::string table_with(const std::string& name, const std::string& rows) {
  std::string path = testing_support::test_path(name);
  std::ofstream(path) << "# words\nword\tweight\n" << rows;
  return path;
}

// 1 for each sentence that is wanted, 0 for each that is not.
std::string wanted(const Gate& gate, const std::string& text) {
  const TextIndex index(text);
  std::string out;
  for (const bool one : gate.wanted(tokenize(index, {}), text)) out += one ? '1' : '0';
  return out;
}

Gate small_gate() { return *Gate::open(table_with("gate.tsv", "REPORT\t1\nLEAD\t5\nSENTENCE\t0\nEACH\t-2\nminister\t4\ncurfew\t9\n#\t1\nsoup\t-3\n")); }

TEST(Gate, WordsAndTheReportDecide) {
  const Gate gate = small_gate();
  EXPECT_EQ(wanted(gate, "A minister spoke. The soup was hot. It was cold. They left."), "1000");
  EXPECT_EQ(wanted(gate, "The curfew began. The minister spoke. A curfew ended. They left."), "1111") << "beside much politics all is read";
  EXPECT_EQ(wanted(gate, "They left. A curfew began. The soup was hot. It was cold."), "1111") << "what leads a report is its subject";
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
  const auto gate = Gate::open(table_with("bad.tsv", "minister\tmuch\n"));
  ASSERT_FALSE(gate);
  EXPECT_NE(gate.error().message.find("bad.tsv:3"), std::string::npos) << gate.error().message;
  EXPECT_FALSE(Gate::open(testing_support::test_path("none.tsv")));
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "cli/words.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(Words, CountsInTheRightNumber) {
  EXPECT_EQ(counted(0, "claim"), "0 claims");
  EXPECT_EQ(counted(1, "claim"), "1 claim");
  EXPECT_EQ(counted(2, "claim"), "2 claims");
}

TEST(Words, PrintableTakesTheTeethOutOfEscapes) {
  EXPECT_EQ(printable("a\x1b[31mb\x07"), "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD");
  EXPECT_EQ(printable("two\n\tlines  here"), "two lines here");
  EXPECT_EQ(printable("\xE2\x80\xAEx"), "\xEF\xBF\xBDx");  // right-to-left override
  EXPECT_EQ(printable("caf\xC3\xA9 \xFF"), "caf\xC3\xA9 \xEF\xBF\xBD");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\xEF\xBF\xBD"
            "31m");  // the one-character form of escape-bracket
}

TEST(Words, ColumnsCountWideAndCombining) {
  EXPECT_EQ(columns_of("caf\xC3\xA9"), 4);
  EXPECT_EQ(columns_of("e\xCC\x81"), 1);
  EXPECT_EQ(columns_of("\xE4\xB8\xAD\xE5\x9B\xBD"), 4);  // two Chinese characters
}

TEST(Words, WrapsAtSpacesWithinTheWidth) {
  EXPECT_EQ(wrapped({{"one two three"}}, {"lab"}, 4, 12, false), "lab one two\n    three\n");
  EXPECT_EQ(wrapped({{"abcdefghij"}}, {}, 2, 6, false), "  abcd\n  efgh\n  ij\n");
  EXPECT_EQ(wrapped({{"x"}}, {"a long label"}, 4, 30, false), "a long label\n    x\n");
  EXPECT_EQ(wrapped({}, {}, 0, 30, false), "");
}

TEST(Words, PartsJoinIntoOneWord) {
  EXPECT_EQ(wrapped({{"\""}, {"met", Style::marked}, {"\" on"}}, {}, 0, 30, false), "\"met\" on\n");
  EXPECT_EQ(wrapped({{"a "}, {"b", Style::bold}}, {}, 0, 30, true), "a \x1b[1mb\x1b[0m\n");
}

}  // namespace
}  // namespace dragoman

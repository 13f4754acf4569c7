// SPDX-License-Identifier: Apache-2.0
#include "time/lexer.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman::time {
namespace {

std::string pieces(std::string_view text) {
  const Lexemes lexemes(text);
  std::string joined;
  for (int i = 0; i < lexemes.size(); ++i) joined += std::string(lexemes[i].spaced ? " " : "") + std::string(lexemes[i].text);
  return joined;
}

TEST(Lexer, SplitsNumbersFromLetters) {
  const Lexemes lexemes("the 1990s");
  ASSERT_EQ(lexemes.size(), 3);
  EXPECT_EQ(lexemes[1].number, 1990);
  EXPECT_EQ(lexemes[2].text, "s");
  EXPECT_FALSE(lexemes[2].spaced);
  EXPECT_EQ(lexemes[2].begin, 8u);
}

TEST(Lexer, ReadsDashesAndQuotesOfUnicode) {
  EXPECT_EQ(pieces("9\xE2\x80\x93"
                   "12 May\xE2\x80\x99s"),
            " 9-12 may's");
  EXPECT_EQ(pieces("May\xC2\xA0"
                   "14"),
            " may 14");
}

TEST(Lexer, MarksBlankLines) { EXPECT_EQ(pieces("May\n\n14"), " may \n 14"); }

TEST(Lexer, IsSafeBeyondItsEnds) {
  const Lexemes lexemes("");
  EXPECT_EQ(lexemes[-5].kind, LexemeKind::end);
  EXPECT_EQ(lexemes[5].kind, LexemeKind::end);
}

TEST(Lexer, LeavesLongNumbersWithoutValue) { EXPECT_EQ(Lexemes("123456789012")[0].number, -1); }

}  // namespace
}  // namespace dragoman::time

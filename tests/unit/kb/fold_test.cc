// SPDX-License-Identifier: Apache-2.0
#include "kb/fold.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::string folded(std::string_view name) { return joined(fold_name(name)); }

TEST(Fold, LevelsCaseAccentsAndMarks) {
  EXPECT_EQ(folded("The U.N."), "the un");
  EXPECT_EQ(folded("Özil"), "ozil");
  EXPECT_EQ(folded("Recep Tayyip Erdoğan"), "recep tayyip erdogan");
  EXPECT_EQ(folded("Łódź"), "lodz");
  EXPECT_EQ(folded("Sana'a"), "sanaa");
  EXPECT_EQ(folded("Sanaʿa"), "sanaa");
  EXPECT_EQ(folded("Guinea-Bissau"), "guinea bissau");
  EXPECT_EQ(folded("Israel Defence Forces"), "israel defense forces");
}

TEST(Fold, PossessiveIsNoPart) {
  EXPECT_EQ(folded("People's Daily"), "people daily");
  EXPECT_EQ(folded("Syria’s"), "syria");
  EXPECT_EQ(folded("Ba'ath"), "baath");
}

TEST(Fold, ArabicArticleIsOne) {
  EXPECT_EQ(folded("el-Chareh"), "al chareh");
  EXPECT_EQ(folded("ash-Sharaa"), "al sharaa");
  EXPECT_EQ(folded("Abdel Fattah El Sisi"), "abdel fattah al sisi");
  EXPECT_EQ(folded("Ash Carter"), "ash carter");
  EXPECT_EQ(folded("an-Nahda"), "al nahda");
}

TEST(Fold, KnowsHowWordsAreWritten) {
  const auto pieces = fold_name("U.S.-backed NATO may G7");
  ASSERT_EQ(pieces.size(), 5U);
  EXPECT_TRUE(pieces[0].acronym && pieces[0].hyphen_after);
  EXPECT_FALSE(pieces[1].capital);
  EXPECT_EQ(pieces[1].word, 0);
  EXPECT_TRUE(pieces[2].acronym);
  EXPECT_FALSE(pieces[3].capital);
  EXPECT_TRUE(pieces[4].acronym);
}

TEST(Fold, MarksBetweenWordsAreBarriersButHyphensAreNot) {
  const std::string_view comma[] = {"Paris", ",", "Texas"}, hyphen[] = {"al", "-", "Sharaa"};
  EXPECT_TRUE(fold_words(comma)[1].barrier_before);
  EXPECT_FALSE(fold_words(hyphen)[1].barrier_before);
}

TEST(Fold, SurvivesAnyBytes) {
  EXPECT_EQ(folded(""), "");
  EXPECT_EQ(folded(" - ' . "), "");
  for (int c = 0; c < 256; ++c) fold_name(std::string(3, static_cast<char>(c)) + "\xE2\x80");
}

TEST(Fold, KeyIgnoresTheArticleOnlyBeforeMore) {
  EXPECT_EQ(key_of(fold_name("the White House")), key_of(fold_name("White House")));
  EXPECT_NE(key_of(fold_name("The")), key_of(fold_name("")));
}

}  // namespace
}  // namespace dragoman

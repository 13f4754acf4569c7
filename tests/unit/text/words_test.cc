// SPDX-License-Identifier: Apache-2.0
#include "text/words.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman {
namespace {

// Words apart by spaces; "+" before those that continue a multiword token.
std::string words(std::string_view text) {
  std::vector<Piece> pieces;
  split_words(text, 0, static_cast<std::uint32_t>(text.size()), pieces);
  std::string out;
  for (const Piece& piece : pieces) {
    if (!out.empty()) out += ' ';
    if (piece.continues) out += '+';
    out += text.substr(piece.begin, piece.end - piece.begin);
  }
  return out;
}

TEST(Words, CliticsContinueTheirWord) {
  EXPECT_EQ(words("He didn't say it's over."), "He did +n't say it +'s over .");
  EXPECT_EQ(words("Moscow’s envoy can’t"), "Moscow +’s envoy ca +n’t");
  EXPECT_EQ(words("They cannot, we're gonna"), "They can +not , we +'re gon +na");
  EXPECT_EQ(words("the ministers' talks"), "the ministers +' talks");
}

TEST(Words, ApostrophesInsideNamesStay) { EXPECT_EQ(words("O'Brien met Sa'ada at two o'clock"), "O'Brien met Sa'ada at two o'clock"); }

TEST(Words, QuotesAreNoGenitives) {
  EXPECT_EQ(words("'No more talks' was painted"), "' No more talks ' was painted");
  EXPECT_EQ(words("\"Enough,\" he said."), "\" Enough , \" he said .");
  EXPECT_EQ(words("“Enough,” he said."), "“ Enough , ” he said .");
}

TEST(Words, HyphensCutCompoundsButNotPrefixes) {
  EXPECT_EQ(words("a cease-fire in the 40-year-old war"), "a cease - fire in the 40 - year - old war");
  EXPECT_EQ(words("an anti-tank missile, re-elected ex-minister"), "an anti-tank missile , re-elected ex-minister");
  EXPECT_EQ(words("the U.S.-led force"), "the U.S. - led force");
}

TEST(Words, AbbreviationsKeepTheirStop) {
  EXPECT_EQ(words("Gen. Amir and Sen. J. Doe of the U.S. met."), "Gen. Amir and Sen. J. Doe of the U.S. met .");
  EXPECT_EQ(words("No. 4 said no. Then on Jan. 5 at 3 p.m. it ended."), "No. 4 said no . Then on Jan. 5 at 3 p.m. it ended .");
  EXPECT_EQ(words("They chose Plan B."), "They chose Plan B .");
}

TEST(Words, NumbersUnitsAndCurrencies) {
  EXPECT_EQ(words("$5.2bn, €300 and US$4m"), "$ 5.2 bn , € 300 and US$ 4 m");
  EXPECT_EQ(words("5km at 7:30pm, 12% of 1,200"), "5 km at 7:30 pm , 12 % of 1,200");
  EXPECT_EQ(words("on 2025-05-14, 9/11 and 14/05/2025"), "on 2025-05-14 , 9/11 and 14/05/2025");
  EXPECT_EQ(words("10-12 men, 3/4 of the 1990s, the 5th"), "10 - 12 men , 3 / 4 of the 1990s , the 5th");
  EXPECT_EQ(words("call 202-555-0143 or +44 20"), "call 202-555-0143 or +44 20");
}

TEST(Words, LinksAddressesAndFaces) {
  EXPECT_EQ(words("see https://example.org/a_b?c=1, or (www.example.org)."), "see https://example.org/a_b?c=1 , or ( www.example.org ) .");
  EXPECT_EQ(words("mail press.desk@example.org; example.com :-)"), "mail press.desk@example.org ; example.com :-)");
}

TEST(Words, HierarchiesAndTagsAreOneWord) {
  EXPECT_EQ(words("in rec.boats.sail and #Vote2026, e.g. on Monday."), "in rec.boats.sail and #Vote2026 , e.g. on Monday .");
  EXPECT_EQ(words("They left.then came. #1 was it"), "They left . then came . # 1 was it");
}

TEST(Words, MarksRunTogetherOnlyWhenTheyAreOne) { EXPECT_EQ(words("Why?! Well... (he [sic] said) -- no"), "Why ?! Well ... ( he [ sic ] said ) -- no"); }

TEST(Words, EveryByteThatIsNoSpaceIsInOneWord) {
  const std::string text = "x' 'y ''' ’’ s' 'S.' U.S.. A.B.C a.b.c. @ # #1 #a -- -a a- $ 1. .1 .a +1 +a n't 't éa’s 中文。🙂 \xE2\x80\x8B z d'";
  std::vector<Piece> pieces;
  split_words(text, 0, static_cast<std::uint32_t>(text.size()), pieces);
  std::uint32_t at = 0;
  for (const Piece& piece : pieces) {
    ASSERT_GE(piece.begin, at);
    ASSERT_GT(piece.end, piece.begin);
    for (; at < piece.begin; ++at) ASSERT_TRUE(text[at] == ' ' || (text[at] & 0x80) != 0) << at;
    at = piece.end;
  }
  EXPECT_EQ(at, text.size());
}

}  // namespace
}  // namespace dragoman

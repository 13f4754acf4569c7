// SPDX-License-Identifier: Apache-2.0
#include "syntax/conllu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view kGiven =
    "# sent_id = 1\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "1\tDo\t_\t_\t_\t_\t_\t_\t_\t_\r\n"
    "2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tMinsk\tx\tNOUN\tNN\tA=B\t1\tobj\t1:obj\tPredicate=Yes|NER=B-LOC|Mine=1\n";

std::string error_of(std::string_view input) {
  const auto sentences = read_conllu(input);
  return sentences ? "" : sentences.error().message;
}

TEST(Conllu, KeepsTokensRangesAndComments) {
  const auto sentences = read_conllu(kGiven);
  ASSERT_TRUE(sentences) << sentences.error().message;
  ASSERT_EQ(sentences->size(), 1U);
  const ConlluSentence& sentence = sentences->front();
  EXPECT_THAT(sentence.comments, ElementsAre("# sent_id = 1"));
  ASSERT_EQ(sentence.words.size(), 3U);
  EXPECT_EQ(sentence.words[2].form, "Minsk");
  ASSERT_EQ(sentence.ranges.size(), 1U);
  EXPECT_EQ(sentence.ranges[0].form, "Don't");
  EXPECT_EQ(sentence.ranges[0].last, 1U);
}

TEST(Conllu, WritesPredictionsBesideWhatWasGiven) {
  const auto sentences = read_conllu(kGiven);
  ASSERT_TRUE(sentences);
  const Tree tree(
      {{.form = "Do", .lemma = "do", .upos = Upos::AUX, .feats = "_", .head = 2, .deprel = "aux", .ner = "O", .factuality = 0, .token = 0},
       {.form = "n't", .lemma = "not", .upos = Upos::PART, .feats = "_", .head = 2, .deprel = "advmod", .ner = "B-MISC", .factuality = 0, .token = 1},
       {.form = "Minsk",
        .lemma = "Minsk",
        .upos = Upos::PROPN,
        .feats = "_",
        .head = -1,
        .deprel = "root",
        .ner = "B-ORG",
        .factuality = -1.256F,
        .token = 2}});
  std::string output;
  write_conllu(sentences->front(), tree, output);
  EXPECT_EQ(output,
            "# sent_id = 1\n"
            "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
            "1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_\n"
            "2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\tNERX=B-MISC\n"
            "3\tMinsk\tMinsk\tPROPN\t_\t_\t0\troot\t_\tPredicate=Yes|Mine=1|NER=B-ORG|Factuality=-1.26\n\n");
}

TEST(Conllu, ErrorsNameTheLine) {
  EXPECT_THAT(error_of("1\tone\n"), StartsWith("line 1 of CoNLL-U has 2 columns, not 10"));
  EXPECT_THAT(error_of("# c\n\n2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"), HasSubstr("line 3 of CoNLL-U has the id `2` where word 1 should be"));
  EXPECT_THAT(error_of("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n"), HasSubstr("line 1 of CoNLL-U has no form"));
  EXPECT_THAT(error_of("1-9\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"), HasSubstr("inside the multiword token `x`"));
  EXPECT_THAT(error_of("3-1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"), HasSubstr("the id `3-1`"));
  EXPECT_EQ(error_of(""), "");
  EXPECT_EQ(error_of("# only a comment\n\n\n"), "");
}

TEST(Conllu, MiscValues) {
  EXPECT_EQ(misc_value("NER=B-PER|SpaceAfter=No", "NER"), "B-PER");
  EXPECT_EQ(misc_value("NERX=B-PER", "NER"), "");
  EXPECT_EQ(misc_value("_", "NER"), "");
}

}  // namespace
}  // namespace dragoman

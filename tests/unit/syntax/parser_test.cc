// SPDX-License-Identifier: Apache-2.0
#include "syntax/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_dir.h"
#include "syntax/parse_conllu.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;
using Forms = std::vector<std::string_view>;

const Parser& parser() {
  static const auto opened = Parser::open(test_model_dir());
  EXPECT_TRUE(opened) << opened.error().message;
  return *opened;
}

void expect_one_root(const Tree& tree) {
  int roots = 0;
  for (int i = 0; i < tree.size(); ++i) roots += tree[i].head < 0;
  EXPECT_EQ(roots, 1);
  ASSERT_FALSE(tree.empty());
  EXPECT_EQ(tree.range(tree.root()).last, tree.size() - 1);
}

TEST(Parser, ReadsASimpleSentence) {
  const std::vector<Forms> sentences = {{"Lithuania", "accused", "Belarus", "of", "lying", "."}, {}};
  const auto trees = parser().parse_words(sentences);
  ASSERT_EQ(trees.size(), 2U);
  ASSERT_EQ(trees[0].size(), 6);
  EXPECT_EQ(trees[0].root(), 1);
  EXPECT_EQ(trees[0].child(1, "nsubj"), 0);
  EXPECT_EQ(trees[0][1].lemma, "accuse");
  EXPECT_EQ(trees[0][2].upos, Upos::PROPN);
  EXPECT_TRUE(trees[1].empty());
}

TEST(Parser, LongSentencesLoseNoWord) {
  Forms words;
  for (int i = 0; i < 3000; ++i) words.push_back(i % 19 == 18 ? "," : i % 3 == 0 ? "talks" : i % 3 == 1 ? "in" : "Gdańsk-Wrzeszcz");
  const auto tree = std::move(parser().parse_words(std::span(&words, 1)).front());
  ASSERT_EQ(tree.size(), 3000);
  EXPECT_EQ(tree[2999].token, 2999U);
  expect_one_root(tree);
}

TEST(Parser, TokensOfATextLeaveOutDatelinesAndUnwantedSentences) {
  const std::string text = "BAKU - Talks failed. They left.";
  const TextIndex index(text);
  TokenizedText tokenized;
  for (const auto& [begin, end] :
       std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 4}, {5, 6}, {7, 12}, {13, 19}, {19, 20}, {21, 25}, {26, 30}, {30, 31}}) {
    tokenized.tokens.push_back({begin, end, {begin, end}, true, false});
  }
  tokenized.sentences.push_back(
      {.first = 0, .last = 5, .begin_byte = 0, .end_byte = 20, .span = {0, 20}, .paragraph = 0, .kind = SentenceKind::prose, .dateline_end = 2});
  tokenized.sentences.push_back(
      {.first = 5, .last = 8, .begin_byte = 21, .end_byte = 31, .span = {21, 31}, .paragraph = 0, .kind = SentenceKind::prose, .dateline_end = 0});
  const auto trees = parser().parse(tokenized, index);
  ASSERT_EQ(trees[0].size(), 3);
  EXPECT_EQ(trees[0][0].token, 2U);
  EXPECT_EQ(trees[1][0].token, 5U);
  EXPECT_EQ(trees[1][1].form, "left");
  const std::vector<bool> wanted = {false, true};
  EXPECT_TRUE(parser().parse(tokenized, index, {&wanted, false})[0].empty());
  const std::string conllu = text_to_conllu(tokenized, index, parser());
  EXPECT_THAT(conllu, HasSubstr("# newpar\n# sent_id = 1\n# text = BAKU - Talks failed.\n1\tBAKU\t"));
  EXPECT_THAT(conllu, HasSubstr("Begin=26|End=30"));
}

TEST(Parser, MarkedWordsGetFactuality) {
  const auto output = conllu_to_conllu("1\tBaku\t_\t_\t_\t_\t_\t_\t_\tPredicate=Yes\n2\tdenied\t_\t_\t_\t_\t_\t_\t_\t_\n", parser());
  ASSERT_TRUE(output) << output.error().message;
  EXPECT_THAT(output->substr(0, output->find('\n')), HasSubstr("Predicate=Yes"));
  EXPECT_THAT(output->substr(0, output->find('\n')), HasSubstr("Factuality="));
  EXPECT_FALSE(conllu_to_conllu("1\tBaku\n", parser()));
}

}  // namespace
}  // namespace dragoman

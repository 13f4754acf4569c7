// SPDX-License-Identifier: Apache-2.0
#include "encoder/subwords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "encoder/normalise.h"
#include "support/model_dir.h"
#include "support/test_path.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string vocabulary_of(const std::string& content) {
  const std::string path = testing_support::test_path("vocab.txt");
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

TEST(Normalise, LowersStripsAndSplits) {
  EXPECT_THAT(bert_parts("Jean-Luc's"), ElementsAre("jean", "-", "luc", "'", "s"));
  EXPECT_THAT(bert_parts("ERDOĞAN"), ElementsAre("erdogan"));
  EXPECT_THAT(bert_parts("北京x"), ElementsAre("北", "京", "x"));
  EXPECT_THAT(bert_parts("soft\u00adhyphen"), ElementsAre("softhyphen"));
  EXPECT_THAT(bert_parts("a\u00a0b"), ElementsAre("a", "b"));
  EXPECT_THAT(bert_parts("\u0301"), IsEmpty());
}

TEST(Normalise, CharactersYoungerThanTheTrainingTablesHaveNoCategory) {
  EXPECT_THAT(bert_parts("a\u2E5Db"), ElementsAre("a", "\u2E5D", "b"));  // a dash of Unicode 14
  EXPECT_THAT(bert_parts("a\U00011B00b"), ElementsAre("a\U00011B00b"));  // punctuation of Unicode 15
}

TEST(Subwords, LongestPieceFirstAndUnknownWords) {
  const auto subwords = Subwords::load(vocabulary_of("[UNK]\n[CLS]\n[SEP]\nun\n##aff\n##able\n##a\nx\n##x\n"));
  ASSERT_TRUE(subwords) << subwords.error().message;
  std::vector<std::int64_t> ids;
  EXPECT_EQ(subwords->append_pieces("Unaffable", ids), 3U);
  EXPECT_EQ(subwords->append_pieces("unz", ids), 1U);
  EXPECT_EQ(subwords->append_pieces("", ids), 1U);
  EXPECT_THAT(ids, ElementsAre(3, 4, 5, 0, 0));
  EXPECT_EQ(subwords->append_pieces(std::string(40, 'x'), ids), Subwords::kMaxPiecesOfWord);
  EXPECT_EQ(subwords->append_pieces(std::string(101, 'x'), ids), 1U);
  EXPECT_EQ(ids.back(), 0);
}

TEST(Subwords, VocabularyWithoutItsSpecialPiecesIsAnError) {
  const auto subwords = Subwords::load(vocabulary_of("a\nb\n"));
  ASSERT_FALSE(subwords);
  EXPECT_THAT(subwords.error().message, HasSubstr("no piece [UNK]"));
}

TEST(Subwords, CasingClasses) {
  EXPECT_EQ(casing_of("--"), Casing::none);
  EXPECT_EQ(casing_of("1990"), Casing::digit);
  EXPECT_EQ(casing_of("1990s"), Casing::lower);
  EXPECT_EQ(casing_of("Éire"), Casing::title);
  EXPECT_EQ(casing_of("A"), Casing::single);
  EXPECT_EQ(casing_of("NATO"), Casing::upper);
  EXPECT_EQ(casing_of("iPhone"), Casing::mixed);
}

// What the training side's tokeniser makes of the same words (training/fixtures.py).
TEST(Subwords, EqualTheTrainingTokenizer) {
  const auto subwords = Subwords::load(test_model_dir() + "/vocab.txt");
  ASSERT_TRUE(subwords) << subwords.error().message;
  std::ifstream file("tests/data/encoder/subwords.jsonl");
  int lines = 0;
  for (std::string line; std::getline(file, line); ++lines) {
    const auto expected = nlohmann::json::parse(line);
    const auto word = expected["word"].get<std::string>();
    std::vector<std::int64_t> ids;
    subwords->append_pieces(word, ids);
    EXPECT_EQ(ids, expected["ids"].get<std::vector<std::int64_t>>()) << word;
    EXPECT_EQ(static_cast<int>(casing_of(word)), expected["casing"].get<int>()) << word;
  }
  EXPECT_GT(lines, 100);
}

}  // namespace
}  // namespace dragoman

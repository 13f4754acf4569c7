// SPDX-License-Identifier: Apache-2.0
// Which words are asked for events and arguments, and what goes into a pair; the heads are made by hand.
#include "syntax/word_scores.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "encoder/word_head.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::tree;

// A head whose scores are one inner unit each: unit i sees input `inputs[i]` times ten.
WordHead head_of(const std::string& labels, std::size_t width, const std::vector<std::size_t>& inputs) {
  const std::string path = std::filesystem::temp_directory_path() / ("dragoman_word_scores_" + std::to_string(::getpid()));
  std::vector<float> numbers;
  for (const std::size_t input : inputs) {
    for (std::size_t i = 0; i < width; ++i) numbers.push_back(i == input ? 10.0F : 0.0F);
  }
  numbers.resize(numbers.size() + inputs.size());
  for (std::size_t row = 0; row < inputs.size(); ++row) {
    for (std::size_t i = 0; i < inputs.size(); ++i) numbers.push_back(i == row ? 1.0F : 0.0F);
  }
  numbers.resize(numbers.size() + inputs.size());
  std::ofstream file(path, std::ios::binary);
  file << R"({"format":"dragoman.word-head/1","labels":[)" << labels << R"(],"width":)" << width << R"(,"inner":)" << inputs.size() << "}\n";
  file.write(reinterpret_cast<const char*>(numbers.data()), static_cast<std::streamsize>(numbers.size() * sizeof(float)));
  file.close();
  auto head = WordHead::load(path);
  std::filesystem::remove(path);
  EXPECT_TRUE(head) << head.error().message;
  return std::move(*head);
}

// Vectors of two numbers: {no event, event}. A pair's input: 2 + 2 + 2 numbers, 7 of distance, 2 relations, 2 of other arcs.
class WordScoresTest : public testing::Test {
 protected:
  const WordHead types_ = head_of(R"("none","ASSAULT")", 2, {0, 1});
  const WordHead arguments_ = head_of(R"("none","actor","other","recipient")", 17, {0, 13, 0, 14});  // the relations nsubj and obj decide
  const WordScores scores_{{&types_, &arguments_}, {"nsubj", "obj"}};
  const std::vector<float> vectors_ = {1, 0, 0, 1, 1, 0};
  const EncodedSentence encoded_ = [this] {
    EncodedSentence encoded;
    encoded.words = 3;
    encoded.hidden = vectors_;
    return encoded;
  }();
};

TEST_F(WordScoresTest, PartiesComeFromHowTheTreeJoinsThem) {
  std::vector<Word> words = tree("Turkey/PROPN/nsubj/2 bombed/VERB/root/0 Syria/PROPN/obj/2").words();
  scores_.fill(encoded_, words);
  ASSERT_EQ(words[1].event_shares.size(), 2U);
  EXPECT_GT(words[1].event_shares[1], 0.9F);
  EXPECT_TRUE(words[0].event_shares.empty());
  ASSERT_EQ(words[1].arguments.size(), 2U);
  EXPECT_GT(words[1].arguments[0].actor, 0.9F);
  EXPECT_GT(words[1].arguments[1].recipient, 0.9F);
}

TEST_F(WordScoresTest, WordsThatTellOfNoEventHaveNoParties) {
  std::vector<Word> words = tree("bombed/VERB/root/0 Turkey/ADP/case/1 Syria/NOUN/obj/1").words();
  scores_.fill(encoded_, words);
  EXPECT_LT(words[0].event_shares[1], 0.1F);
  EXPECT_TRUE(words[0].arguments.empty());
  EXPECT_TRUE(words[1].event_shares.empty()) << "neither verb nor noun";
}

TEST_F(WordScoresTest, WordsWithAMeaningAreAskedForDenials) {
  const WordHead denials = head_of(R"("none","denial")", 2, {0, 1});
  std::vector<Word> words = tree("Turkey/PROPN/nsubj/2 rubbished/VERB/root/0 it/PRON/obj/2").words();
  WordScores({nullptr, nullptr, nullptr, &denials}, {}).fill(encoded_, words);
  EXPECT_GT(words[1].denial_share, 0.9F);
  EXPECT_LT(words[2].denial_share, 0) << "a pronoun is not asked";
}

TEST_F(WordScoresTest, WordsWithAMeaningAreAskedForCues) {
  const WordHead cues = head_of(R"("none","cue")", 2, {0, 1});
  std::vector<Word> words = tree("Turkey/PROPN/nsubj/2 vowed/VERB/root/0 Syria/PROPN/obj/2").words();
  WordScores({nullptr, nullptr, &cues}, {}).fill(encoded_, words);
  EXPECT_GT(words[1].cue_share, 0.9F);
  EXPECT_LT(words[0].cue_share, 0) << "a name is not asked";
  EXPECT_LT(words[1].denial_share, 0) << "no such head";
  EXPECT_TRUE(words[1].event_shares.empty()) << "no head, no shares";
}

TEST_F(WordScoresTest, AHeadOfAnotherWidthIsNotAsked) {
  const WordHead wide = head_of(R"("none","actor","other","recipient")", 18, {0, 1, 2, 3});
  std::vector<Word> words = tree("Turkey/PROPN/nsubj/2 bombed/VERB/root/0 Syria/PROPN/obj/2").words();
  WordScores({&types_, &wide}, {"nsubj", "obj"}).fill(encoded_, words);
  EXPECT_FALSE(words[1].event_shares.empty());
  EXPECT_TRUE(words[1].arguments.empty());
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/tokenize.h"
#include "support/test_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> sentences(std::string_view text, TokenizeOptions options = {}) {
  const TextIndex index(text);
  std::vector<std::string> found;
  for (const Sentence& sentence : tokenize(index, options).sentences) found.emplace_back(index.slice(sentence.span));
  return found;
}

// The model that ships; both ways of ending sentences must do for plain cases.
class Sentences : public ::testing::TestWithParam<bool> {
 protected:
  TokenizeOptions options() {
    if (!GetParam()) return {};
    auto opened = SentenceModel::open("models/reader/sentences.tsv");
    EXPECT_TRUE(opened) << opened.error().message;
    model_ = std::move(*opened);
    TokenizeOptions options;
    options.model = &model_;
    return options;
  }

 private:
  SentenceModel model_;
};
INSTANTIATE_TEST_SUITE_P(WithAndWithoutModel, Sentences, ::testing::Bool());

TEST_P(Sentences, EndAfterStopsAndWhatClosesAroundThem) {
  EXPECT_THAT(sentences("The army withdrew. \"We are leaving,\" the general said. \"It is over.\" He gave no date.", options()),
              ElementsAre("The army withdrew.", "\"We are leaving,\" the general said.", "\"It is over.\"", "He gave no date."));
}

TEST_P(Sentences, DoNotEndAtAbbreviations) {
  EXPECT_THAT(sentences("Lt. Gen. J. Doe of the U.S. Army met Mr. Roe on Jan. 5 in Washington. They agreed.", options()),
              ElementsAre("Lt. Gen. J. Doe of the U.S. Army met Mr. Roe on Jan. 5 in Washington.", "They agreed."));
}

TEST_P(Sentences, LinesEndThemInReports) {
  EXPECT_EQ(sentences("Talks resume\nThe envoys met on Monday.", options()).size(), 2U);
  TokenizeOptions parse = options();
  parse.lines_end_sentences = false;
  EXPECT_THAT(sentences("The envoys met\non Monday.\n\nThey left.", parse), ElementsAre("The envoys met\non Monday.", "They left."));
}

TEST(Tokenize, OffsetsAreBytesAndCodePoints) {
  const std::string text = "Él’s — x";
  const TextIndex index(text);
  const TokenizedText tokenized = tokenize(index);
  ASSERT_EQ(tokenized.tokens.size(), 4U);
  EXPECT_EQ(tokenized.tokens[1].span, (Span{2, 4}));
  EXPECT_EQ(tokenized.tokens[1].begin_byte, 3U);
  EXPECT_TRUE(tokenized.tokens[1].continues);
  EXPECT_FALSE(tokenized.tokens[0].space_after);
  EXPECT_TRUE(tokenized.tokens[1].space_after);
}

TEST(Tokenize, EmptyAndBlankTextsHaveNoSentences) {
  for (const char* text : {"", " ", "\n\n \t\n"}) EXPECT_TRUE(sentences(text).empty());
}

TEST(Tokenize, EndlessSentencesAreCutAtMarks) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i % 50 == 49 ? "word, " : "word ";
  const TextIndex index(text);
  const TokenizedText tokenized = tokenize(index);
  EXPECT_GT(tokenized.sentences.size(), 20U);
  for (const Sentence& sentence : tokenized.sentences) EXPECT_LE(sentence.last - sentence.first, TokenizeOptions{}.max_words);
}

TEST(SentenceModel, ErrorsNameTheFile) {
  EXPECT_THAT(SentenceModel::open("/no/such/model.tsv").error().message, HasSubstr("/no/such/model.tsv"));
  const std::string path = testing_support::test_path("sentences.tsv");
  std::ofstream(path) << "feature\tweight\nbias\tmuch\n";
  EXPECT_THAT(SentenceModel::open(path).error().message, HasSubstr(":2: `much`"));
}

}  // namespace
}  // namespace dragoman

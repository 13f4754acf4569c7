// SPDX-License-Identifier: Apache-2.0
#include "encoder/encoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "support/model_dir.h"
#include "support/test_path.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;
using Sentence = std::vector<std::string_view>;

// One model for all tests: opening it is what takes time.
const Encoder& encoder() {
  static const auto opened = Encoder::open(test_model_dir());
  EXPECT_TRUE(opened) << opened.error().message;
  return *opened;
}

std::vector<Sentence> varied_sentences() {
  const Sentence words = {"Talks", "were", "held", "in", "Baku", ",", "an", "Israeli", "source", "told", "CNN", "on", "Wednesday", "."};
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < 40; ++i) {
    Sentence sentence;
    for (std::size_t k = 0; k < 2 + i * 7 % 45; ++k) sentence.push_back(words[(i * 5 + k * (1 + i % 3)) % words.size()]);
    sentences.push_back(sentence);
  }
  return sentences;
}

// All scores of one sentence, kept.
struct Kept {
  std::size_t words = 0;
  std::vector<std::vector<float>> scores;
  std::vector<std::vector<float>> labels;  // [words][words + 1] to their relations

  bool operator==(const Kept&) const = default;
};

Kept kept(const EncodedSentence& encoded) {
  Kept all{encoded.words, {}, {}};
  for (const Scores scores : {encoded.upos, encoded.feats, encoded.arcs, encoded.ner, encoded.factuality, encoded.hidden})
    all.scores.emplace_back(scores.begin(), scores.end());
  for (std::size_t word = 0; word < encoded.words; ++word) {
    for (std::size_t node = 0; node <= encoded.words; ++node) all.labels.push_back(encoded.label_scores(word, node));
  }
  return all;
}

std::vector<Kept> encode(const Encoder& encoder, std::span<const Sentence> sentences) {
  std::vector<Kept> found(sentences.size());
  encoder.encode(sentences, [&](std::size_t i, const EncodedSentence& encoded) { found[i] = kept(encoded); });
  return found;
}

TEST(Encoder, ShapesFollowTheSentence) {
  const std::vector<Sentence> sentences = {{"Minsk", "denied", "it"}, {}};
  const EncoderLabels& labels = encoder().labels();
  std::size_t seen = 0;
  encoder().encode(sentences, [&](std::size_t i, const EncodedSentence& encoded) {
    ++seen;
    EXPECT_EQ(encoded.words, i == 0 ? 3U : 0U);
    if (i != 0) return;
    EXPECT_EQ(encoded.upos.size(), 3 * labels.upos.size());
    EXPECT_EQ(encoded.arcs.size(), 3U * 4U);
    EXPECT_EQ(encoded.label_scores(2, 3).size(), labels.deprel.size());
    EXPECT_EQ(encoded.ner.size(), 3 * labels.ner.size());
  });
  EXPECT_EQ(seen, 2U);
  EXPECT_EQ(encoder().model_hash().size(), 64U);
}

TEST(Encoder, LongSentencesAreCutAtWholeWords) {
  const std::vector<Sentence> sentences = {Sentence(100000, "talks")};
  encoder().encode(sentences, [](std::size_t, const EncodedSentence& encoded) { EXPECT_EQ(encoded.words, Encoder::max_pieces()); });
}

TEST(Encoder, SameBytesWhateverIsBesideIt) {
  const auto sentences = varied_sentences();
  const auto together = encode(encoder(), sentences);
  std::vector<Sentence> reversed(sentences.rbegin(), sentences.rend());
  const auto backwards = encode(encoder(), reversed);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    EXPECT_EQ(together[i], encode(encoder(), std::span(&sentences[i], 1)).front()) << i;
    EXPECT_EQ(together[i], backwards[sentences.size() - 1 - i]) << i;
  }
}

TEST(Encoder, SameBytesOnManyThreadsAndInAFreshModel) {
  const auto sentences = varied_sentences();
  const auto expected = encode(encoder(), sentences);
  const auto fresh = Encoder::open(test_model_dir(), EncoderOptions{1, {}, false});
  ASSERT_TRUE(fresh) << fresh.error().message;
  for (std::size_t i = sentences.size(); i-- > 0;) EXPECT_EQ(expected[i], encode(*fresh, std::span(&sentences[i], 1)).front()) << i;
  std::vector<std::vector<Kept>> found(4);
  {
    std::vector<std::jthread> threads;
    for (auto& place : found) threads.emplace_back([&] { place = encode(encoder(), sentences); });
  }
  for (const auto& encoded : found) EXPECT_TRUE(encoded == expected);
}

// A copy of the model's folder to damage.
std::string copied_model(const std::string& name) {
  const std::string folder = testing_support::test_path(name);
  std::filesystem::remove_all(folder);
  std::filesystem::copy(test_model_dir(), folder);
  return folder;
}

TEST(Encoder, MissingAndDamagedFilesAreNamed) {
  const auto none = Encoder::open("/no/such/model");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::bad_data);
  EXPECT_THAT(none.error().message, HasSubstr("/no/such/model"));

  const std::string folder = copied_model("dragoman_model");
  std::filesystem::resize_file(folder + "/model.bin", 1000);
  const auto cut = Encoder::open(folder);
  ASSERT_FALSE(cut);
  EXPECT_THAT(cut.error().message, HasSubstr("model.bin: is damaged"));
  std::filesystem::remove(folder + "/vocab.txt");
  std::filesystem::copy(test_model_dir() + "/model.bin", folder + "/model.bin", std::filesystem::copy_options::overwrite_existing);
  EXPECT_THAT(Encoder::open(folder).error().message, HasSubstr("vocab.txt: cannot be read"));
  std::ofstream(folder + "/config.json") << "{";
  EXPECT_THAT(Encoder::open(folder).error().message, HasSubstr("config.json: is not a JSON object"));
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "encoder/encoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "support/model_dir.h"

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

void expect_same(const EncodedSentence& a, const EncodedSentence& b) {
  EXPECT_EQ(a.words, b.words);
  EXPECT_EQ(a.upos, b.upos);
  EXPECT_EQ(a.feats, b.feats);
  EXPECT_EQ(a.arcs, b.arcs);
  EXPECT_EQ(a.labels, b.labels);
  EXPECT_EQ(a.ner, b.ner);
  EXPECT_EQ(a.factuality, b.factuality);
  EXPECT_EQ(a.hidden, b.hidden);
}

TEST(Encoder, ShapesFollowTheSentence) {
  const std::vector<Sentence> sentences = {{"Minsk", "denied", "it"}, {}};
  const auto encoded = encoder().encode(sentences);
  const EncoderLabels& labels = encoder().labels();
  ASSERT_EQ(encoded.size(), 2U);
  EXPECT_EQ(encoded[0].words, 3U);
  EXPECT_EQ(encoded[0].upos.size(), 3 * labels.upos.size());
  EXPECT_EQ(encoded[0].arcs.size(), 3U * 4U);
  EXPECT_EQ(encoded[0].labels.size(), 3U * 4U * labels.deprel.size());
  EXPECT_EQ(encoded[0].ner.size(), 3 * labels.ner.size());
  EXPECT_EQ(encoded[1].words, 0U);
  EXPECT_EQ(encoder().model_hash().size(), 64U);
}

TEST(Encoder, LongSentencesAreCutAtWholeWords) {
  const std::vector<Sentence> sentences = {Sentence(100000, "talks")};
  const auto encoded = encoder().encode(sentences);
  EXPECT_EQ(encoded[0].words, Encoder::max_pieces());
}

TEST(Encoder, SameBytesWhateverIsBesideIt) {
  const auto sentences = varied_sentences();
  const auto together = encoder().encode(sentences);
  std::vector<Sentence> reversed(sentences.rbegin(), sentences.rend());
  const auto backwards = encoder().encode(reversed);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    expect_same(together[i], encoder().encode(std::span(&sentences[i], 1)).front());
    expect_same(together[i], backwards[sentences.size() - 1 - i]);
  }
}

TEST(Encoder, SameBytesOnManyThreadsAndInAFreshModel) {
  const auto sentences = varied_sentences();
  const auto expected = encoder().encode(sentences);
  const auto fresh = Encoder::open(test_model_dir(), EncoderOptions{1, {}, false});
  ASSERT_TRUE(fresh) << fresh.error().message;
  for (std::size_t i = sentences.size(); i-- > 0;) expect_same(expected[i], fresh->encode(std::span(&sentences[i], 1)).front());
  std::vector<std::vector<EncodedSentence>> found(4);
  {
    std::vector<std::jthread> threads;
    for (auto& place : found) threads.emplace_back([&] { place = encoder().encode(sentences); });
  }
  for (const auto& encoded : found) {
    for (std::size_t i = 0; i < sentences.size(); ++i) expect_same(expected[i], encoded[i]);
  }
}

// A copy of the model's folder to damage.
std::string copied_model(const std::string& name) {
  const std::string folder = ::testing::TempDir() + name;
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

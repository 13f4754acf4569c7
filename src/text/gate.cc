// SPDX-License-Identifier: Apache-2.0
#include "text/gate.h"

#include <algorithm>
#include <cctype>

#include "base/strings.h"
#include "text/weights.h"

namespace dragoman {
namespace {

bool is_sign(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; });
}

// A word as training/gate.py sees it: small letters, figures alike.
std::string feature_of(std::string_view word) { return word.front() >= '0' && word.front() <= '9' ? "#" : lower_ascii(word); }

}  // namespace

Result<Gate> Gate::open(const std::string& path) {
  const auto rows = read_weights(path, "word", "run training/gate.py again");
  if (!rows) return rows.error();
  Gate gate;
  for (const NamedWeight& row : *rows) {
    if (row.name == "REPORT") gate.report_ = row.weight;
    else if (row.name == "LEAD") gate.lead_ = row.weight;
    else if (row.name == "SENTENCE") gate.sentence_ = row.weight;
    else if (row.name == "EACH") gate.each_ = row.weight;
    else gate.weights_[row.name] = row.weight;
  }
  return gate;
}

float Gate::weight_of(std::string_view word) const {
  const auto found = weights_.find(word);
  return found == weights_.end() ? 0.0F : found->second;
}

// The sum of its different words' weights; in order of the alphabet, so that the same words add up to the same bits.
float Gate::score_of(const TokenizedText& tokenized, const Sentence& sentence, std::string_view text) const {
  std::vector<std::string> words;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = tokenized.tokens[t];
    const std::string_view word = text.substr(token.begin_byte, token.end_byte - token.begin_byte);
    if (!word.empty() && !is_sign(word)) words.push_back(feature_of(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  float sum = each_;
  for (const std::string& word : words) sum += weight_of(word);
  return sum;
}

std::vector<bool> Gate::wanted(const TokenizedText& tokenized, std::string_view text) const {
  const std::vector<Sentence>& sentences = tokenized.sentences;
  if (sentences.size() <= kShort) return std::vector<bool>(sentences.size(), true);
  std::vector<float> scores;
  float mean = 0;
  for (const Sentence& sentence : sentences) {
    scores.push_back(score_of(tokenized, sentence, text));
    mean += scores.back() / static_cast<float>(sentences.size());
  }
  const float lead = *std::max_element(scores.begin(), scores.begin() + kLeading);
  const bool whole = mean >= report_ || lead >= lead_;
  std::vector<bool> wanted;
  for (const float score : scores) wanted.push_back(whole || (score + mean) / 2 >= sentence_);
  return wanted;
}

}  // namespace dragoman

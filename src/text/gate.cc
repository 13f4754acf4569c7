// SPDX-License-Identifier: Apache-2.0
#include "text/gate.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>

#include "base/strings.h"
#include "text/weights.h"

namespace dragoman {
namespace {

bool is_sign(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; });
}

// A word as training/gate.py sees it: small letters, figures alike.
std::string feature_of(std::string_view word) { return word.front() >= '0' && word.front() <= '9' ? "#" : lower_ascii(word); }

std::vector<std::string> words_of(const TokenizedText& tokenized, const Sentence& sentence, std::string_view text) {
  std::vector<std::string> words;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = tokenized.tokens[t];
    const std::string_view word = text.substr(token.begin_byte, token.end_byte - token.begin_byte);
    if (!word.empty() && !is_sign(word)) words.push_back(feature_of(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

float Gate::Table::of(std::string_view word) const {
  const auto found = weights.find(word);
  return found == weights.end() ? 0.0F : found->second;
}

float Gate::Table::take(const std::string& name) {
  const float weight = of(name);
  weights.erase(name);
  return weight;
}

Result<Gate::Table> Gate::table_of(const std::string& path, std::string_view remedy) {
  const auto rows = read_weights(path, "word", remedy);
  if (!rows) return rows.error();
  Table table;
  table.weights.reserve(rows->size());
  for (const NamedWeight& row : *rows) table.weights[row.name] = row.weight;
  return table;
}

Result<Gate> Gate::open(const std::string& path) {
  auto sentences = table_of(path, "run training/gate.py again");
  if (!sentences) return sentences.error();
  const std::filesystem::path beside = std::filesystem::path(path).parent_path() / "gate_report.tsv";
  auto reports = table_of(beside.string(), "run training/gate_report.py again");
  if (!reports) return reports.error();
  Gate gate;
  gate.sentence_ = sentences->take("SENTENCE");
  gate.each_ = sentences->take("EACH");
  gate.report_ = reports->take("REPORT");
  gate.all_ = reports->take("ALL");
  gate.sentences_ = std::move(*sentences);
  gate.reports_ = std::move(*reports);
  return gate;
}

// In order of the alphabet, so that the same words add up to the same bits.
float Gate::sentence_score(const Words& words) const {
  float sum = each_;
  for (const std::string& word : words) sum += sentences_.of(word);
  return sum;
}

// The words' weights times log(1 + sentences that have the word), over the length of the vector of these logarithms: a long report and a short one
// of the same words score alike.
float Gate::report_score(const std::vector<Words>& sentences) const {
  std::vector<std::string_view> words;
  for (const Words& sentence : sentences) words.insert(words.end(), sentence.begin(), sentence.end());
  std::sort(words.begin(), words.end());
  float sum = 0, squares = 0;
  for (auto word = words.begin(), next = word; word != words.end(); word = next) {
    next = std::find_if(word, words.end(), [&](std::string_view other) { return other != *word; });
    const float value = std::log1p(static_cast<float>(next - word));
    sum += reports_.of(*word) * value;
    squares += value * value;
  }
  return squares > 0 ? all_ + sum / std::sqrt(squares) : all_;
}

std::vector<bool> Gate::wanted(const TokenizedText& tokenized, std::string_view text) const {
  if (tokenized.sentences.size() <= kShort) return std::vector<bool>(tokenized.sentences.size(), true);
  std::vector<Words> words;
  for (const Sentence& sentence : tokenized.sentences) words.push_back(words_of(tokenized, sentence, text));
  const float report = report_score(words);
  if (report >= report_) return std::vector<bool>(words.size(), true);
  std::vector<bool> wanted;
  for (const Words& sentence : words) wanted.push_back(sentence_score(sentence) + report / 2 >= sentence_);
  return wanted;
}

}  // namespace dragoman

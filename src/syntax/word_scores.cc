// SPDX-License-Identifier: Apache-2.0
#include "syntax/word_scores.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

namespace dragoman {
namespace {

constexpr float kLikely = 0.3F;                        // share of all types together from which a word's arguments are asked for
constexpr float kWorth = 0.1F;                         // share of a role from which it is kept
constexpr std::array kNear = {1, 2, 3, 5, 8, 13, 21};  // training/argument_head.py has the same
enum : std::size_t { kNone, kActor, kOther, kRecipient, kRoles };

bool may_take_part(Upos upos) {
  static constexpr std::array kTags = {Upos::NOUN, Upos::PROPN, Upos::PRON, Upos::DET, Upos::NUM, Upos::ADJ};
  return std::find(kTags.begin(), kTags.end(), upos) != kTags.end();
}

bool has_meaning(Upos upos) {  // training/cue_head.py has the same
  static constexpr std::array kTags = {Upos::VERB, Upos::NOUN, Upos::ADJ, Upos::ADP, Upos::ADV};
  return std::find(kTags.begin(), kTags.end(), upos) != kTags.end();
}

std::span<const float> vector_of(const EncodedSentence& scores, std::size_t word) {
  const std::size_t width = scores.hidden.size() / scores.words;
  return scores.hidden.subspan(word * width, width);
}

}  // namespace

std::vector<float> WordScores::shares_at(const WordHead& head, const EncodedSentence& scores, std::size_t word) {
  const auto vector = vector_of(scores, word);
  return vector.size() == head.width() ? head.shares(vector) : std::vector<float>();
}

// Both words' vectors, their product; for each bound of kNear the direction where they stand at least so far apart; the other's relation where it
// hangs on the event's word, one number each; whether the event's word hangs on the other; whether both hang on the same word.
std::vector<float> WordScores::pair_input(const EncodedSentence& scores, const std::vector<Word>& words, std::size_t event, std::size_t other) const {
  const auto first = vector_of(scores, event), second = vector_of(scores, other);
  std::vector<float> input(first.begin(), first.end());
  input.insert(input.end(), second.begin(), second.end());
  for (std::size_t i = 0; i < first.size(); ++i) input.push_back(first[i] * second[i]);
  const int at = static_cast<int>(event), apart = static_cast<int>(other) - at;
  for (const int bound : kNear) input.push_back(std::abs(apart) >= bound ? (apart > 0 ? 1.0F : -1.0F) : 0.0F);
  const bool hangs = words[other].head == at;
  for (const std::string& relation : relations_) input.push_back(hangs && words[other].deprel == relation ? 1.0F : 0.0F);
  input.push_back(words[event].head == static_cast<int>(other) ? 1.0F : 0.0F);
  input.push_back(words[event].head >= 0 && words[event].head == words[other].head ? 1.0F : 0.0F);
  return input;
}

std::vector<ArgumentShares> WordScores::arguments_of(const EncodedSentence& scores, const std::vector<Word>& words, std::size_t event) const {
  std::vector<ArgumentShares> found;
  for (std::size_t i = 0; i < scores.words; ++i) {
    if (i == event || !may_take_part(words[i].upos)) continue;
    const std::vector<float> input = pair_input(scores, words, event, i);
    if (input.size() != heads_.arguments->width()) return {};
    const std::vector<float> shares = heads_.arguments->shares(input);
    if (shares.size() == kRoles && std::max(shares[kActor], shares[kRecipient]) >= kWorth)
      found.push_back({static_cast<int>(i), shares[kActor], shares[kRecipient]});
  }
  return found;
}

void WordScores::fill(const EncodedSentence& scores, std::vector<Word>& words) const {
  if (scores.words == 0) return;
  if (heads_.types != nullptr) fill_events(scores, words);
  if (heads_.cues != nullptr) fill_shares(*heads_.cues, "cue", &Word::cue_share, scores, words);
  if (heads_.denials != nullptr) fill_shares(*heads_.denials, "denial", &Word::denial_share, scores, words);
}

void WordScores::fill_shares(const WordHead& head, std::string_view label, float Word::*share, const EncodedSentence& scores, std::vector<Word>& words) {
  const auto& labels = head.labels();
  const auto index = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
  for (std::size_t i = 0; i < scores.words; ++i) {
    if (!has_meaning(words[i].upos)) continue;
    const std::vector<float> shares = shares_at(head, scores, i);
    if (index < shares.size()) words[i].*share = shares[index];
  }
}

void WordScores::fill_events(const EncodedSentence& scores, std::vector<Word>& words) const {
  const auto& labels = heads_.types->labels();
  const auto none = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), "none") - labels.begin());
  for (std::size_t i = 0; i < scores.words; ++i) {
    if (words[i].upos != Upos::VERB && words[i].upos != Upos::NOUN) continue;
    words[i].event_shares = shares_at(*heads_.types, scores, i);
    const bool likely = none < words[i].event_shares.size() && words[i].event_shares[none] <= 1 - kLikely;
    if (heads_.arguments != nullptr && likely) words[i].arguments = arguments_of(scores, words, i);
  }
}

}  // namespace dragoman

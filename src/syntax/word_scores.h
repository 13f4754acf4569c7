// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "encoder/encoder.h"
#include "syntax/tree.h"

namespace dragoman {

// What the model's small heads make of a sentence whose words have their tags: fills Word::event_shares of verbs and nouns, Word::arguments of
// those that are likely to tell of an event, Word::cue_share and denial_share of words with a meaning of their own. A head that the model has not fills
// nothing.
class WordScores {
 public:
  // The heads must outlive this. `relations` are the model's, in its order.
  WordScores(const WordHeads& heads, std::vector<std::string> relations) : heads_(heads), relations_(std::move(relations)) {}
  void fill(const EncodedSentence& scores, std::vector<Word>& words) const;

 private:
  void fill_events(const EncodedSentence& scores, std::vector<Word>& words) const;
  static void fill_shares(const WordHead& head, std::string_view label, float Word::*share, const EncodedSentence& scores, std::vector<Word>& words);
  static std::vector<float> shares_at(const WordHead& head, const EncodedSentence& scores, std::size_t word);
  std::vector<ArgumentShares> arguments_of(const EncodedSentence& scores, const std::vector<Word>& words, std::size_t event) const;

  std::vector<float> pair_input(const EncodedSentence& scores, const std::vector<Word>& words, std::size_t event, std::size_t other) const;

  WordHeads heads_;
  std::vector<std::string> relations_;
};

}  // namespace dragoman

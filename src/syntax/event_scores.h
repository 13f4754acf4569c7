// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "encoder/encoder.h"
#include "syntax/tree.h"

namespace dragoman {

// What the model's heads of events make of a sentence whose words have their tags: fills Word::event_shares of verbs and nouns, and
// Word::arguments of those that are likely to tell of an event. Does nothing where the model has no such heads.
class EventScores {
 public:
  // The heads must outlive this. `relations` are the model's, in its order.
  EventScores(const EventHeads& heads, std::vector<std::string> relations) : heads_(heads), relations_(std::move(relations)) {}
  void fill(const EncodedSentence& scores, std::vector<Word>& words) const;

 private:
  std::vector<float> shares_at(const EncodedSentence& scores, std::size_t word) const;
  std::vector<ArgumentShares> arguments_of(const EncodedSentence& scores, const std::vector<Word>& words, std::size_t event) const;

  std::vector<float> pair_input(const EncodedSentence& scores, const std::vector<Word>& words, std::size_t event, std::size_t other) const;

  EventHeads heads_;
  std::vector<std::string> relations_;
};

}  // namespace dragoman

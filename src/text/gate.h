// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/result.h"
#include "text/sentence.h"

namespace dragoman {

// Which sentences of a report are worth the encoder, judged by their words alone (training/gate.py): a sentence's score is the sum of its words'
// weights. A report is read whole if the mean of its sentences or one of its first two, its lead, looks like news of public life; of others only
// sentences that are high together with the mean. A report of up to `kShort` sentences is read whole: it is too short to be judged, and costs
// little. Immutable once open; safe to share between threads.
class Gate {
 public:
  static constexpr std::size_t kShort = 3, kLeading = 2;

  // models/reader/gate.tsv: word, weight. In capitals: REPORT, LEAD and SENTENCE are the scores that a report's mean, its lead and a sentence
  // need, EACH what is added for every sentence.
  static Result<Gate> open(const std::string& path);

  // One for each sentence: whether to read it. `text` is what `tokenized` was made of.
  std::vector<bool> wanted(const TokenizedText& tokenized, std::string_view text) const;

 private:
  float weight_of(std::string_view word) const;
  float score_of(const TokenizedText& tokenized, const Sentence& sentence, std::string_view text) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, float, Hash, std::equal_to<>> weights_;
  float report_ = 0, lead_ = 0, sentence_ = 0, each_ = 0;
};

}  // namespace dragoman

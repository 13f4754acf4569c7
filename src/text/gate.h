// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/result.h"
#include "text/sentence.h"

namespace dragoman {

// Which sentences of a report are worth the encoder, judged by their words alone (training/gate.py): logistic regression over the words of a
// sentence, half of it the sentence's own sum, half the mean of its report's. A report of up to `kShort` sentences is read whole: it is too
// short to be judged, and costs little. Immutable once open; safe to share between threads.
class Gate {
 public:
  static constexpr std::size_t kShort = 3;

  // models/reader/gate.tsv: word, weight. THRESHOLD is the score that a sentence needs, EACH what is added for every sentence.
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
  float threshold_ = 0, each_ = 0;
};

}  // namespace dragoman

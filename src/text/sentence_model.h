// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "text/words.h"

namespace dragoman {

// Whether a sentence ends between two words, by logistic regression over the words around the gap (training/sentences). A gap without a
// full stop may end one, too: headings and careless writers leave it out. Immutable once open; safe to share between threads.
class SentenceModel {
 public:
  static Result<SentenceModel> open(const std::string& path);  // models/reader/sentences.tsv: feature, weight

  // Scores of the gaps after each of a paragraph's pieces; above 0 the sentence ends there. The last is the paragraph's end.
  std::vector<float> scores(std::string_view text, const std::vector<Piece>& pieces) const;

 private:
  struct Slot {
    std::uint64_t key = 0;
    float weight = 0;
  };
  float weight_of(std::uint64_t key) const;

  std::vector<Slot> slots_;  // open addressing; a power of two
  float bias_ = 0;
};

// The features of each gap in words, as the table and the training script hold them.
std::vector<std::vector<std::string>> gap_features(std::string_view text, const std::vector<Piece>& pieces);

}  // namespace dragoman

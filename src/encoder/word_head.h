// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// A small classifier over the encoder's vector of one word (EncodedSentence::hidden): two layers with GELU between, softmax over `labels`.
// It is computed for the words that ask for it alone, which is why it is not part of the graph. Immutable.
class WordHead {
 public:
  // Reads `path` as training/export.py writes it: a line of JSON {"format":"dragoman.word-head/1","labels":[...],"width":W,"inner":I}, then
  // little-endian float32: first weights [I][W], first biases [I], second weights [L][I], second biases [L].
  static Result<WordHead> load(const std::string& path);

  const std::vector<std::string>& labels() const { return labels_; }
  std::size_t width() const { return width_; }
  // Shares that add up to 1, one a label. `vector` has `width()` numbers.
  std::vector<float> shares(std::span<const float> vector) const;

 private:
  std::vector<std::string> labels_;
  std::size_t width_ = 0, inner_ = 0;
  std::vector<float> first_, first_bias_, second_, second_bias_;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

namespace dragoman {

// The best sequence of tags in which I-PER follows only B-PER or I-PER (Viterbi). Immutable: shared between threads.
class NameTagger {
 public:
  explicit NameTagger(const std::vector<std::string>& labels);
  // `scores` is [words][labels]; answers are indices into the labels.
  std::vector<int> best_tags(std::span<const float> scores) const;

 private:
  std::size_t labels_;
  std::vector<std::vector<std::size_t>> before_;   // by tag: the tags that may stand before it
  std::vector<char> may_begin_;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "syntax/tree.h"

namespace dragoman {

// The best sequence of tags in which I-PER follows only B-PER or I-PER (Viterbi). Immutable: shared between threads.
class NameTagger {
 public:
  explicit NameTagger(const std::vector<std::string>& labels);
  // `scores` is [words][labels]; answers are indices into the labels.
  std::vector<int> best_tags(std::span<const float> scores) const;

 private:
  std::size_t labels_;
  std::vector<std::vector<std::size_t>> before_;  // by tag: the tags that may stand before it
  std::vector<char> may_begin_;
  std::vector<float> bias_;  // added to each tag's score
};

// A name that knowledge finds in a sentence's words [first, last): kind is "PER", "LOC" or "ORG".
struct KnownName {
  int first = 0, last = 0;
  std::string kind;
};

// Corrects tags by known names: a tagged name of the same extent takes the known kind; where nothing is tagged, a known name that is
// no person's is one.
void apply_known_names(std::span<const KnownName> names, std::vector<Word>& words);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/word_pattern.h"

namespace dragoman {
namespace {

constexpr int kMaxGap = 4;

}  // namespace

int match_words(const Tree& tree, const std::vector<std::string>& lemmas, int word, std::size_t at) {
  if (at == lemmas.size()) return word - 1;
  if (lemmas[at] == "...") {
    for (int gap = 0; gap <= kMaxGap; ++gap) {
      if (const int last = match_words(tree, lemmas, word + gap, at + 1); last >= 0) return last;
    }
    return -1;
  }
  if (word >= tree.size() || tree[word].lemma != lemmas[at]) return -1;
  return match_words(tree, lemmas, word + 1, at + 1);
}

}  // namespace dragoman

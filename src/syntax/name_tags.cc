// SPDX-License-Identifier: Apache-2.0
#include "syntax/name_tags.h"

#include <algorithm>
#include <limits>

namespace dragoman {
namespace {

// The model finds somewhat more names in web text than its annotators did: of 0, .5, 1 and 1.5 the best on UNER's development set.
constexpr float kOutsideBias = 1.0F;

}  // namespace

NameTagger::NameTagger(const std::vector<std::string>& labels) : labels_(labels.size()), before_(labels.size()) {
  for (std::size_t tag = 0; tag < labels_; ++tag) {
    bias_.push_back(labels[tag] == "O" ? kOutsideBias : 0.0F);
    const bool inside = labels[tag].starts_with("I-");
    may_begin_.push_back(!inside);
    for (std::size_t before = 0; before < labels_; ++before) {
      const bool same_kind = labels[before].size() > 2 && labels[before].compare(1, std::string::npos, labels[tag], 1) == 0;
      if (!inside || same_kind) before_[tag].push_back(before);
    }
  }
}

std::vector<int> NameTagger::best_tags(std::span<const float> scores) const {
  const std::size_t words = scores.size() / labels_;
  if (words == 0) return {};
  std::vector<float> best(labels_, -std::numeric_limits<float>::infinity());
  for (std::size_t tag = 0; tag < labels_; ++tag) {
    if (may_begin_[tag]) best[tag] = scores[tag] + bias_[tag];
  }
  std::vector<int> came_from(words * labels_, 0);
  std::vector<float> next(labels_);
  for (std::size_t word = 1; word < words; ++word) {
    for (std::size_t tag = 0; tag < labels_; ++tag) {
      const auto from = *std::max_element(before_[tag].begin(), before_[tag].end(), [&](auto a, auto b) { return best[a] < best[b]; });
      came_from[word * labels_ + tag] = static_cast<int>(from);
      next[tag] = best[from] + scores[word * labels_ + tag] + bias_[tag];
    }
    best.swap(next);
  }
  std::vector<int> tags(words);
  tags.back() = static_cast<int>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t word = words - 1; word > 0; --word) { tags[word - 1] = came_from[word * labels_ + static_cast<std::size_t>(tags[word])]; }
  return tags;
}

void apply_known_names(std::span<const KnownName> names, std::vector<Word>& words) {
  const auto is_outside = [&](int word) { return words[static_cast<std::size_t>(word)].ner == "O"; };
  for (const KnownName& name : names) {
    bool is_free = true, is_whole = words[static_cast<std::size_t>(name.first)].ner.starts_with("B-");
    for (int word = name.first; word < name.last; ++word) {
      is_free = is_free && is_outside(word);
      is_whole = is_whole && (word == name.first || words[static_cast<std::size_t>(word)].ner.starts_with("I-"));
    }
    const bool goes_on = name.last < static_cast<int>(words.size()) && words[static_cast<std::size_t>(name.last)].ner.starts_with("I-");
    if (!(is_whole && !goes_on) && !(is_free && name.kind != "PER")) continue;
    for (int word = name.first; word < name.last; ++word) words[static_cast<std::size_t>(word)].ner = (word == name.first ? "B-" : "I-") + name.kind;
  }
}

}  // namespace dragoman

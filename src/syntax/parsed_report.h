// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/text_index.h"
#include "syntax/tree.h"
#include "text/sentence.h"

namespace dragoman {

// A report after syntax: what entities, times, attributions and claims are read from. `trees[i]` belongs to
// `tokenized.sentences[i]` and is empty where the gate left the sentence out. Borrows the text.
struct ParsedReport {
  const TextIndex* text = nullptr;
  TokenizedText tokenized;
  std::vector<Tree> trees;
  std::string published;  // ISO 8601, or empty
  std::string_view outlet;
  std::span<const std::string> event_labels;  // what Word::event_shares are shares of

  const Sentence& sentence(int index) const { return tokenized.sentences[static_cast<std::size_t>(index)]; }
  const Tree& tree(int index) const { return trees[static_cast<std::size_t>(index)]; }
  // Code points from word `first` to word `last` (inclusive) of a sentence.
  Span span(int sentence, int first, int last) const;
  std::string_view words(int sentence, int first, int last) const;
};

// A word of a report: its sentence and its index in that sentence's tree.
struct WordAt {
  int sentence = 0;
  int word = 0;
  friend auto operator<=>(WordAt, WordAt) = default;
};

}  // namespace dragoman

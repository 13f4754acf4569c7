// SPDX-License-Identifier: Apache-2.0
// Any bytes as CoNLL-U: an error, or sentences whose ranges lie inside them and that come out as they went in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "syntax/conllu.h"

namespace {

// A flat tree: every word hangs on the first.
dragoman::Tree flat_tree(const dragoman::ConlluSentence& sentence) {
  std::vector<dragoman::Word> words(sentence.words.size());
  for (std::size_t i = 1; i < words.size(); ++i) words[i].head = 0;
  return dragoman::Tree(std::move(words));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto sentences = dragoman::read_conllu({reinterpret_cast<const char*>(data), size});
  if (!sentences) return 0;
  std::string output;
  for (const auto& sentence : *sentences) {
    for (const auto& range : sentence.ranges) {
      if (range.first > range.last || range.last >= sentence.words.size()) std::abort();
    }
    dragoman::write_conllu(sentence, flat_tree(sentence), output);
  }
  const auto again = dragoman::read_conllu(output);
  if (!again || again->size() != sentences->size()) std::abort();
  for (std::size_t i = 0; i < again->size(); ++i) {
    if ((*again)[i].words.size() != (*sentences)[i].words.size()) std::abort();
  }
  return 0;
}

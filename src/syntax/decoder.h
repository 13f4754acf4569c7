// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "encoder/encoder.h"
#include "syntax/lemmas.h"
#include "syntax/name_tags.h"
#include "syntax/tree.h"
#include "syntax/word_scores.h"

namespace dragoman {

// Scores of one sentence to its words. Immutable: shared between threads.
class Decoder {
 public:
  // The heads must outlive the decoder.
  static Result<Decoder> create(const EncoderLabels& labels, const std::string& lemma_path, const WordHeads& word_heads = {});
  // Heads are indices into `words`. Words without scores (none should be) hang on the root as `dep`.
  std::vector<Word> decode(const EncodedSentence& scores, std::span<const std::string_view> words) const;

 private:
  Decoder(const EncoderLabels& labels, Lemmas lemmas, std::vector<Upos> tags, std::size_t root_label, const WordHeads& word_heads);
  void decode_tree(const EncodedSentence& scores, std::vector<Word>& words) const;
  std::size_t best_verb_feats(Scores scores) const;

  EncoderLabels labels_;
  Lemmas lemmas_;
  NameTagger names_;
  std::vector<Upos> tags_;  // by model class
  std::size_t root_label_;
  WordScores word_scores_;
};

}  // namespace dragoman

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

namespace dragoman {

// Scores of one sentence to its words. Immutable: shared between threads.
class Decoder {
 public:
  // `event_head` may be null; it must outlive the decoder.
  static Result<Decoder> create(const EncoderLabels& labels, const std::string& lemma_path, const WordHead* event_head = nullptr);
  // Heads are indices into `words`. Words without scores (none should be) hang on the root as `dep`.
  std::vector<Word> decode(const EncodedSentence& scores, std::span<const std::string_view> words) const;

 private:
  Decoder(const EncoderLabels& labels, Lemmas lemmas, std::vector<Upos> tags, std::size_t root_label);
  std::vector<float> event_shares(const EncodedSentence& scores, std::size_t word, Upos upos) const;
  void decode_tree(const EncodedSentence& scores, std::vector<Word>& words) const;

  EncoderLabels labels_;
  Lemmas lemmas_;
  NameTagger names_;
  std::vector<Upos> tags_;  // by model class
  std::size_t root_label_;
  const WordHead* event_head_ = nullptr;
};

}  // namespace dragoman

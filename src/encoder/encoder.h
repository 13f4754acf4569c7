// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "encoder/word_head.h"

namespace dragoman {

// A dense row-major array of scores; shape in the field's comment.
using Scores = std::span<const float>;

// What the model says of one sentence of `words` words. Rows are words; no linguistics here.
struct EncodedSentence {
  std::size_t words = 0;
  Scores upos;        // [words][labels.upos]
  Scores feats;       // [words][labels.feats]
  Scores arcs;        // [words][words + 1], column 0 is the root, column h is word h - 1
  Scores ner;         // [words][labels.ner]
  Scores factuality;  // [words], -3..3
  Scores hidden;      // [words][hidden_width]
  Scores label_dep;   // [words][labels.deprel][D + 1] and
  Scores label_head;  // [words + 1][D], row 0 the root: what the scores of relations are made of

  // [labels.deprel]: of each relation that `word` may have to its head, which is word `node` - 1, or the root where `node` is 0.
  std::vector<float> label_scores(std::size_t word, std::size_t node) const;
};

// Names of the model's output classes, in the order of its scores.
struct EncoderLabels {
  std::vector<std::string> upos, feats, deprel, ner;
};

struct EncoderOptions {
  int threads = 0;        // how many `encode` calls may compute at once; 0: as many as the machine has cores
  std::string cache_dir;  // where the compiled model is kept; empty: dragoman/ under the user's cache folder
  bool cache = true;
};

// Small heads over words' vectors; null where the model was not taught them.
struct WordHeads {
  const WordHead* types = nullptr;      // the type of event that a word tells of, or `none`
  const WordHead* arguments = nullptr;  // a pair's role (syntax/word_scores.h has what goes in): none, actor, other, recipient
  const WordHead* cues = nullptr;       // whether a word belongs to the words of saying, thinking or wanting of an attribution: none, cue
  const WordHead* denials = nullptr;    // whether a word tells that something told is not so: none, denial
};

// The reader model: words in, scores out. A sentence of more pieces than max_pieces() is cut: `words` says how many words have
// scores (syntax/windows.h cuts long sentences where it hurts least).
// Thread-safe: `encode` may run on many threads at once; the same words give the same bytes whatever else runs.
class Encoder {
 public:
  static Result<Encoder> open(const std::string& model_dir, const EncoderOptions& options = {});
  Encoder(Encoder&&) noexcept;
  Encoder& operator=(Encoder&&) noexcept;
  ~Encoder();

  // Hands the scores of each sentence, by its number, to `use`, which may keep nothing of them; a sentence is its words' forms as written.
  // Sentences come in the order in which they are computed; an empty one, and one that there is no memory for, has no words.
  using Use = std::function<void(std::size_t sentence, const EncodedSentence& scores)>;
  void encode(std::span<const std::vector<std::string_view>> sentences, const Use& use) const;
  const EncoderLabels& labels() const;
  WordHeads word_heads() const;           // valid as long as the encoder
  const std::string& model_hash() const;  // SHA-256 over the model's files

  std::size_t piece_count(std::string_view word) const;
  static constexpr std::size_t max_pieces() { return 190; }  // of a sentence's words; memory goes with its square

 private:
  struct Parts;
  explicit Encoder(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman

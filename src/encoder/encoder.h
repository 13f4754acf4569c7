// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "encoder/word_head.h"

namespace dragoman {

// A dense row-major array of scores; shape in the field's comment.
using Scores = std::vector<float>;

// What the model says of one sentence of `words` words. Rows are words; no linguistics here.
struct EncodedSentence {
  std::size_t words = 0;
  Scores upos;        // [words][labels.upos]
  Scores feats;       // [words][labels.feats]
  Scores arcs;        // [words][words + 1], column 0 is the root, column h is word h - 1
  Scores labels;      // [words][words + 1][labels.deprel]
  Scores ner;         // [words][labels.ner]
  Scores factuality;  // [words], -3..3
  Scores hidden;      // [words][hidden_width]
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

// Small heads over words' vectors; null where the model was not taught events.
struct EventHeads {
  const WordHead* types = nullptr;      // the type of event that a word tells of, or `none`
  const WordHead* arguments = nullptr;  // a pair's role (syntax/event_scores.h has what goes in): none, actor, other, recipient
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

  // Scores of each sentence, in order; a sentence is its words' forms as written.
  std::vector<EncodedSentence> encode(std::span<const std::vector<std::string_view>> sentences) const;
  const EncoderLabels& labels() const;
  EventHeads event_heads() const;         // valid as long as the encoder
  const std::string& model_hash() const;  // SHA-256 over the model's files

  std::size_t piece_count(std::string_view word) const;
  static constexpr std::size_t max_pieces() { return 190; }  // of a sentence's words; memory goes with its square

 private:
  struct Parts;
  explicit Encoder(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman

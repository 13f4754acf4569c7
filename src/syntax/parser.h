// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_index.h"
#include "dragoman/result.h"
#include "encoder/encoder.h"
#include "syntax/name_tags.h"
#include "syntax/tree.h"
#include "text/sentence.h"

namespace dragoman {

struct ParseOptions {
  const std::vector<bool>* wanted = nullptr;  // one for each sentence; the others' trees stay empty
  bool datelines = false;                     // parse a sentence's dateline with it, else leave its tokens out of the tree
};

// Words to trees: the encoder's scores decoded to tags, features, lemmas, one-rooted trees, names and factuality.
// A sentence longer than the model takes is parsed in windows whose roots hang on the first one's as `parataxis`; no word is
// ever dropped. Thread-safe; the same words give the same trees whatever else is parsed.
class Parser {
 public:
  static Result<Parser> open(const std::string& model_dir, const EncoderOptions& options = {});
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  // A tree for each sentence; Word::token counts over the whole text.
  std::vector<Tree> parse(const TokenizedText& tokenized, const TextIndex& text, const ParseOptions& options = {}) const;
  // A tree for each list of forms; Word::token counts within its sentence.
  std::vector<Tree> parse_words(std::span<const std::vector<std::string_view>> sentences) const;
  const Encoder& encoder() const;
  // What Word::event_shares are shares of: PLOVER's types and `none`; empty where the model was not taught events.
  std::span<const std::string> event_labels() const;

  // Names that something else knows in a sentence's forms; they correct the tags of all trees made from then on. The function must be
  // safe to call from many threads and outlive the parser. Not to be set while others parse.
  using NameFinder = std::function<std::vector<KnownName>(std::span<const std::string_view>)>;
  void set_name_finder(NameFinder finder);

 private:
  struct Parts;
  explicit Parser(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman

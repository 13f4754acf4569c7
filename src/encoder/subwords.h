// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// How a word is written, the model's second input: the vocabulary itself knows lower case only.
enum class Casing : std::uint8_t { special, none, digit, lower, title, single, upper, mixed };
Casing casing_of(std::string_view word);

// Cuts words into pieces of a WordPiece vocabulary as BERT's uncased models do: control characters dropped, CJK characters
// set apart, accents stripped, lower case, split at white space and punctuation, then the longest piece first.
// "Sharaa's" -> shara ##a ' s. Every word has at least one piece ([UNK]) and at most kMaxPiecesOfWord.
// Immutable: shared between threads freely.
class Subwords {
 public:
  static constexpr std::size_t kMaxPiecesOfWord = 16;

  static Result<Subwords> load(const std::string& vocab_path);
  Subwords(Subwords&&) noexcept;
  Subwords& operator=(Subwords&&) noexcept;
  ~Subwords();

  // Appends the word's piece ids to `ids`; returns how many.
  std::size_t append_pieces(std::string_view word, std::vector<std::int64_t>& ids) const;
  std::int64_t begin_id() const;  // [CLS]
  std::int64_t end_id() const;    // [SEP]

 private:
  struct Vocabulary;
  explicit Subwords(std::unique_ptr<Vocabulary> vocabulary);
  std::unique_ptr<Vocabulary> vocabulary_;
};

}  // namespace dragoman

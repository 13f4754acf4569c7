// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "dragoman/span.h"

namespace dragoman {

// A syntactic word of Universal Dependencies: "don't" is two, `do` and `n't`, the second continuing the first's token.
struct Token {
  std::uint32_t begin_byte = 0, end_byte = 0;
  Span span;  // the same in code points
  bool space_after = true;
  bool continues = false;  // part of the same multiword token as the word before it
};

enum class SentenceKind : std::uint8_t { prose, headline, byline, caption };

// Tokens [first, last) of a report. A dateline ("BAKU (Reuters) -") is cut off the sentence: see Report's Dateline.
struct Sentence {
  std::uint32_t first = 0, last = 0;
  std::uint32_t begin_byte = 0, end_byte = 0;
  Span span;
  std::uint32_t paragraph = 0;  // number of its paragraph (line) in the report
  SentenceKind kind = SentenceKind::prose;
  std::uint32_t dateline_end = 0;  // tokens [first, dateline_end) are a dateline; 0 or first: none
};

// The tokens of a report and where its sentences are.
struct TokenizedText {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/text_index.h"
#include "text/sentence.h"
#include "text/sentence_model.h"

namespace dragoman {

struct TokenizeOptions {
  bool lines_end_sentences = true;       // reports: each line is a paragraph; false: only a blank line ends one
  std::uint32_t max_words = 200;         // a longer sentence is cut, at a mark if there is one
  const SentenceModel* model = nullptr;  // without it, stops before capitals end sentences
};

// Words and sentences of valid UTF-8. Any text works, empty too; the same text gives the same tokens. Datelines, bylines and captions are marked.
TokenizedText tokenize(const TextIndex& text, const TokenizeOptions& options = {});

// The first dateline of a report: "BAKU, May 14 (Reuters) -". Spans of what it has; empty spans for the rest.
struct Dateline {
  Span words, place, agency, date;
};
std::optional<Dateline> find_dateline(const TextIndex& text, const TokenizedText& tokenized);

}  // namespace dragoman

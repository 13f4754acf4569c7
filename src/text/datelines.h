// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "text/sentence.h"

namespace dragoman {

// Words [first, last) of a paragraph.
struct ParagraphWords {
  std::uint32_t first = 0, last = 0;
};

// A dateline at the beginning of a paragraph: "BAKU (Reuters) -", "KYIV, May 14 (AP) —", "Geneva, 3 June –", "(CNN) —". `end` is 0 for none.
// Without an agency the place must be in capitals or have a date behind it: "Ankara - the capital - ..." is none.
struct DatelineWords {
  ParagraphWords place, date, agency;
  std::uint32_t end = 0;
};
DatelineWords match_dateline(std::span<const std::string_view> words);

// Sets Sentence::kind and Sentence::dateline_end by simple signs: a dateline; "By Jane Doe", "Reporting by ..."; a short line without a
// stop before other paragraphs; a picture's credit.
void mark_parts(std::string_view text, TokenizedText& tokenized);

}  // namespace dragoman

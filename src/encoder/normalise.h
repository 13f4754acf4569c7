// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// The Unicode version of the training side's tables. Characters that are younger have no category there (a mark is not
// stripped, punctuation does not split), so they have none here, whatever the version of ICU.
constexpr int kTableVersion = 14;
// ICU's mask (U_GC_LU_MASK, ...) of a code point's general category in that version.
std::uint32_t category_mask_of(std::int32_t code_point);

// The parts that BERT's uncased normaliser and pre-tokeniser make of a word, in UTF-8: "Jean-Luc's" -> jean - luc ' s.
// A word of control characters or bare accents has none.
std::vector<std::string> bert_parts(std::string_view word);

}  // namespace dragoman

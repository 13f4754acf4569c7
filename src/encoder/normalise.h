// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// The parts that BERT's uncased normaliser and pre-tokeniser make of a word, in UTF-8: "Jean-Luc's" -> jean - luc ' s.
// A word of control characters or bare accents has none.
std::vector<std::string> bert_parts(std::string_view word);

}  // namespace dragoman

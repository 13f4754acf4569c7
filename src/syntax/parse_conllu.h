// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/text_index.h"
#include "dragoman/result.h"
#include "syntax/parser.h"
#include "text/sentence.h"

namespace dragoman {

// What `dragoman parse` prints: given CoNLL-U with its annotation predicted anew; comments, tokens and their MISC come back.
Result<std::string> conllu_to_conllu(std::string_view input, const Parser& parser);

// A tokenised text as CoNLL-U, each token with Begin= and End= in code points of the text. `# newpar` where a paragraph begins.
std::string text_to_conllu(const TokenizedText& tokenized, const TextIndex& text, const Parser& parser);

}  // namespace dragoman

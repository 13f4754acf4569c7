// SPDX-License-Identifier: Apache-2.0
// Any text, repaired: no crash, tokens in order and apart, sentences that cover them all, datelines inside theirs.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "text/tokenize.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = dragoman::repair_utf8(std::string(reinterpret_cast<const char*>(data), size)).text;
  const dragoman::TextIndex index(text);
  const dragoman::TokenizedText tokenized = dragoman::tokenize(index);
  std::uint32_t end = 0, next = 0;
  for (const auto& token : tokenized.tokens) {
    if (token.begin_byte < end || token.end_byte <= token.begin_byte || token.end_byte > text.size()) std::abort();
    if (!dragoman::is_valid_utf8(text.substr(token.begin_byte, token.end_byte - token.begin_byte))) std::abort();
    end = token.end_byte;
  }
  for (const auto& sentence : tokenized.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first || sentence.dateline_end > sentence.last) std::abort();
    next = sentence.last;
  }
  if (next != tokenized.tokens.size()) std::abort();
  dragoman::find_dateline(index, tokenized);
  return 0;
}

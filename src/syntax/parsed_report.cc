// SPDX-License-Identifier: Apache-2.0
#include "syntax/parsed_report.h"

namespace dragoman {

Span ParsedReport::span(int sentence, int first, int last) const {
  const Tree& words = tree(sentence);
  return {tokenized.tokens[words[first].token].span.begin, tokenized.tokens[words[last].token].span.end};
}

std::string_view ParsedReport::words(int sentence, int first, int last) const {
  const Tree& words = tree(sentence);
  const std::uint32_t begin = tokenized.tokens[words[first].token].begin_byte;
  return text->text().substr(begin, tokenized.tokens[words[last].token].end_byte - begin);
}

}  // namespace dragoman

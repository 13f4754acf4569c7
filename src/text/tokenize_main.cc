// SPDX-License-Identifier: Apache-2.0
// For training and measuring, not installed. `tokenize_text [--lines] [MODEL]` writes one sentence a line, words apart by tabs, those that continue a
// multiword token behind U+001F; `tokenize_text --features` writes a line for each gap between words: characters before it that are no
// space, then its features.
#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "text/characters.h"
#include "text/tokenize.h"

namespace dragoman {
namespace {

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).size) count += !is_space(decode_utf8(text, at).value);
  return count;
}

// Paragraphs as for `dragoman parse`: apart by blank lines.
void write_features(std::string_view text) {
  std::size_t seen = 0, counted_to = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    std::vector<Piece> pieces;
    split_words(text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), pieces);
    const auto features = gap_features(text, pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      seen += count_characters(text.substr(counted_to, pieces[i].end - counted_to));
      counted_to = pieces[i].end;
      if (!features[i].empty()) fmt::print("{}\t{}\n", seen, fmt::join(features[i], "\t"));
    }
    begin = end + 2;
  }
}

void write_sentences(const TextIndex& text, const TokenizedText& tokenized) {
  for (const Sentence& sentence : tokenized.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokenized.tokens[i];
      fmt::print("{}{}{}", i > sentence.first ? "\t" : "", token.continues ? "\x1f" : "",
                 text.text().substr(token.begin_byte, token.end_byte - token.begin_byte));
    }
    fmt::print("\n");
  }
}

int run(int count, char** words) {
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  if (count > 1 && std::string_view(words[1]) == "--features") {
    write_features(input);
    return 0;
  }
  TokenizeOptions options;
  const bool lines = count > 1 && std::string_view(words[1]) == "--lines";
  options.lines_end_sentences = lines;
  const int model_at = lines ? 2 : 1;
  auto model = count > model_at ? SentenceModel::open(words[model_at]) : Result<SentenceModel>(SentenceModel());
  if (!model) {
    fmt::print(stderr, "{}\n", model.error().message);
    return 2;
  }
  if (count > model_at) options.model = &*model;
  const TextIndex text(input);
  write_sentences(text, tokenize(text, options));
  return 0;
}

}  // namespace
}  // namespace dragoman

int main(int count, char** words) { return dragoman::run(count, words); }

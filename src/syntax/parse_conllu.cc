// SPDX-License-Identifier: Apache-2.0
#include "syntax/parse_conllu.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "base/utf8.h"
#include "syntax/conllu.h"
#include "text/tokenize.h"

namespace dragoman {
namespace {

constexpr std::size_t kSentencesAtOnce = 256;  // trees are written and forgotten by so many

// One line of white space: what `# text` may hold.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

void parse_and_write(std::span<const ConlluSentence> sentences, const Parser& parser, std::string& output) {
  std::vector<std::vector<std::string_view>> forms;
  for (const ConlluSentence& sentence : sentences) {
    auto& words = forms.emplace_back();
    for (const ConlluWord& word : sentence.words) words.push_back(word.form);
  }
  const auto trees = parser.parse_words(forms);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!sentences[i].words.empty()) write_conllu(sentences[i], trees[i], output);
  }
}

class TextWriter {
 public:
  TextWriter(const TokenizedText& tokenized, const TextIndex& text) : tokenized_(tokenized), text_(text) {}

  ConlluSentence sentence(std::size_t index) const {
    const Sentence& at = tokenized_.sentences[index];
    ConlluSentence sentence;
    if (index == 0 || tokenized_.sentences[index - 1].paragraph != at.paragraph) sentence.comments.emplace_back("# newpar");
    sentence.comments.push_back(fmt::format("# sent_id = {}", index + 1));
    sentence.comments.push_back("# text = " + on_one_line(text_.slice(at.span)));
    for (std::uint32_t first = at.first; first < at.last;) first = add_token(first, at.last, sentence);
    return sentence;
  }

 private:
  // Adds the surface token that begins with word `first`; returns where the next one begins.
  std::uint32_t add_token(std::uint32_t first, std::uint32_t limit, ConlluSentence& sentence) const {
    std::uint32_t end = first + 1;
    while (end < limit && tokenized_.tokens[end].continues) ++end;
    const bool space_after = tokenized_.tokens[end - 1].space_after;
    if (end > first + 1) {
      const Span span{tokenized_.tokens[first].span.begin, tokenized_.tokens[end - 1].span.end};
      const std::size_t word = sentence.words.size();
      sentence.ranges.push_back({word, word + (end - first) - 1, on_one_line(text_.slice(span)), misc(span, space_after)});
    }
    for (std::uint32_t i = first; i < end; ++i) {
      const Token& token = tokenized_.tokens[i];
      const std::string_view form = text_.text().substr(token.begin_byte, token.end_byte - token.begin_byte);
      sentence.words.push_back({on_one_line(form), misc(token.span, end > first + 1 || space_after)});
    }
    return end;
  }
  static std::string misc(Span span, bool space_after) { return fmt::format("Begin={}|End={}{}", span.begin, span.end, space_after ? "" : "|SpaceAfter=No"); }

  const TokenizedText& tokenized_;
  const TextIndex& text_;
};

}  // namespace

Result<std::string> conllu_to_conllu(std::string_view input, const Parser& parser) {
  const auto sentences = read_conllu(input);
  if (!sentences) return sentences.error();
  std::string output;
  for (std::size_t first = 0; first < sentences->size(); first += kSentencesAtOnce) {
    const std::size_t count = std::min(sentences->size() - first, kSentencesAtOnce);
    parse_and_write(std::span(*sentences).subspan(first, count), parser, output);
  }
  return output;
}

std::string text_to_conllu(const TokenizedText& tokenized, const TextIndex& text, const Parser& parser) {
  const TextWriter writer(tokenized, text);
  std::string output;
  for (std::size_t first = 0; first < tokenized.sentences.size(); first += kSentencesAtOnce) {
    const std::size_t last = std::min(tokenized.sentences.size(), first + kSentencesAtOnce);
    std::vector<ConlluSentence> sentences;
    for (std::size_t i = first; i < last; ++i) sentences.push_back(writer.sentence(i));
    parse_and_write(sentences, parser, output);
  }
  return output;
}

Result<std::string> parse_to_conllu(std::string_view input, bool is_conllu, const Parser& parser, const SentenceModel* sentence_model) {
  if (is_conllu) return conllu_to_conllu(input, parser);
  const RepairedText repaired = repair_utf8(std::string(input));
  const TextIndex text(repaired.text);
  TokenizeOptions options;
  options.lines_end_sentences = false;
  options.model = sentence_model;
  return text_to_conllu(tokenize(text, options), text, parser);
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "syntax/parser.h"

#include <algorithm>
#include <numeric>

#include "syntax/decoder.h"
#include "syntax/repair.h"
#include "syntax/windows.h"

namespace dragoman {
namespace {

using Forms = std::vector<std::string_view>;

// How many are encoded at a time: enough to find some of like length.
constexpr std::size_t kSentencesAtOnce = 64;

// A piece of a sentence that the model takes whole; most are all of it. `first_token` is the sentence's.
struct Window {
  std::size_t sentence = 0, first_word = 0;
  std::uint32_t first_token = 0;
};

// Appends a window's words to those of its sentence; its root hangs on the sentence's.
void join(const Window& window, std::vector<Word> words, std::vector<Word>& sentence) {
  const auto shift = static_cast<int>(window.first_word);
  for (Word& word : words) {
    word.token = window.first_token + static_cast<std::uint32_t>(sentence.size());
    if (word.head >= 0) {
      word.head += shift;
    } else if (shift > 0) {
      const auto root = std::find_if(sentence.begin(), sentence.end(), [](const Word& w) { return w.head < 0; });
      word.head = static_cast<int>(root - sentence.begin());
      word.deprel = "parataxis";
    }
    sentence.push_back(std::move(word));
  }
}

}  // namespace

struct Parser::Parts {
  Encoder encoder;
  Decoder decoder;
  NameFinder name_finder;  // none: tags stay as the model gives them

  std::vector<std::size_t> ends_of_windows(const Forms& words) const;
  // `first_tokens` is one for each sentence.
  std::vector<Tree> trees_of(std::span<const Forms> sentences, std::span<const std::uint32_t> first_tokens) const;
};

// Counting pieces is left out where even a piece for each byte would fit.
std::vector<std::size_t> Parser::Parts::ends_of_windows(const Forms& words) const {
  const std::size_t bytes = std::accumulate(words.begin(), words.end(), words.size(), [](std::size_t n, std::string_view w) { return n + w.size(); });
  if (words.empty() || bytes <= Encoder::max_pieces()) return {words.size()};
  std::vector<std::size_t> pieces;
  pieces.reserve(words.size());
  for (const std::string_view word : words) pieces.push_back(encoder.piece_count(word));
  return window_ends(words, pieces, Encoder::max_pieces());
}

namespace {

// Encodes and decodes windows as they come, a bounded number at a time.
class Batcher {
 public:
  Batcher(const Encoder& encoder, const Decoder& decoder, std::vector<std::vector<Word>>& done) : encoder_(encoder), decoder_(decoder), done_(done) {}

  void add(Window window, Forms words) {
    windows_.push_back(window);
    forms_.push_back(std::move(words));
    if (forms_.size() >= kSentencesAtOnce) flush();
  }
  void flush() {
    std::vector<std::vector<Word>> decoded(forms_.size());
    encoder_.encode(forms_, [&](std::size_t i, const EncodedSentence& scores) { decoded[i] = decoder_.decode(scores, forms_[i]); });
    for (std::size_t i = 0; i < forms_.size(); ++i) join(windows_[i], std::move(decoded[i]), done_[windows_[i].sentence]);
    windows_.clear();
    forms_.clear();
  }

 private:
  const Encoder& encoder_;
  const Decoder& decoder_;
  std::vector<std::vector<Word>>& done_;
  std::vector<Window> windows_;
  std::vector<Forms> forms_;
};

}  // namespace

Parser::Parser(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

void Parser::set_name_finder(NameFinder finder) { parts_->name_finder = std::move(finder); }

Result<Parser> Parser::open(const std::string& model_dir, const EncoderOptions& options) {
  auto encoder = Encoder::open(model_dir, options);
  if (!encoder) return encoder.error();
  auto decoder = Decoder::create(encoder->labels(), model_dir + "/lemmas.tsv", encoder->word_heads());
  if (!decoder) return decoder.error();
  return Parser(std::make_unique<Parts>(Parts{std::move(*encoder), std::move(*decoder), {}}));
}

std::vector<Tree> Parser::Parts::trees_of(std::span<const Forms> sentences, std::span<const std::uint32_t> first_tokens) const {
  std::vector<std::vector<Word>> done(sentences.size());
  Batcher batcher(encoder, decoder, done);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].empty()) continue;
    std::size_t first = 0;
    for (const std::size_t end : ends_of_windows(sentences[i])) {
      const auto begin = sentences[i].begin();
      batcher.add({i, first, first_tokens[i]}, Forms(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end)));
      first = end;
    }
  }
  batcher.flush();
  std::vector<Tree> trees;
  trees.reserve(done.size());
  for (std::size_t i = 0; i < done.size(); ++i) {
    if (name_finder && !done[i].empty()) apply_known_names(name_finder(sentences[i]), done[i]);
    trees.push_back(repair_sayings(Tree(std::move(done[i]))));
  }
  return trees;
}

std::vector<Tree> Parser::parse_words(std::span<const Forms> sentences) const {
  return parts_->trees_of(sentences, std::vector<std::uint32_t>(sentences.size(), 0));
}

std::vector<Tree> Parser::parse(const TokenizedText& tokenized, const TextIndex& text, const ParseOptions& options) const {
  std::vector<Forms> sentences(tokenized.sentences.size());
  std::vector<std::uint32_t> first_tokens(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (options.wanted != nullptr && !(*options.wanted)[i]) continue;
    const Sentence& sentence = tokenized.sentences[i];
    first_tokens[i] = options.datelines ? sentence.first : std::max(sentence.first, sentence.dateline_end);
    for (std::uint32_t token = first_tokens[i]; token < sentence.last; ++token) {
      const Token& at = tokenized.tokens[token];
      sentences[i].push_back(text.text().substr(at.begin_byte, at.end_byte - at.begin_byte));
    }
  }
  return parts_->trees_of(sentences, first_tokens);
}

std::span<const std::string> Parser::event_labels() const {
  const WordHead* const head = parts_->encoder.word_heads().types;
  return head == nullptr ? std::span<const std::string>() : std::span<const std::string>(head->labels());
}

const Encoder& Parser::encoder() const { return parts_->encoder; }

}  // namespace dragoman

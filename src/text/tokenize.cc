// SPDX-License-Identifier: Apache-2.0
#include "text/tokenize.h"

#include <algorithm>

#include "text/characters.h"
#include "text/datelines.h"
#include "text/gaps.h"

namespace dragoman {
namespace {

struct ByteRange {
  std::uint32_t begin = 0, end = 0;
};

bool is_blank(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); at += decode_utf8(line, at).size) {
    if (!is_space(decode_utf8(line, at).value)) return false;
  }
  return true;
}

std::vector<ByteRange> paragraphs_of(std::string_view text, bool lines_end_sentences) {
  std::vector<ByteRange> paragraphs;
  bool goes_on = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (is_blank(text.substr(begin, end - begin))) {
      goes_on = false;
    } else if (goes_on) {
      paragraphs.back().end = static_cast<std::uint32_t>(end);
    } else {
      paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      goes_on = !lines_end_sentences;
    }
    begin = end + 1;
  }
  return paragraphs;
}

bool is_final(Look look) { return look == Look::stop || look == Look::mark; }

// Without a model: after a stop and what closes around it, before anything but lower case.
std::vector<float> plain_scores(std::string_view text, const std::vector<Piece>& pieces) {
  const GapView view(text, pieces);
  std::vector<float> scores(pieces.size(), -1);
  bool after_stop = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Look look = view.looks[i];
    after_stop = is_final(look) || (after_stop && (look == Look::closing || (look == Look::quote && (view.inside[i] & 1) == 0)));
    const Look next = view.look(static_cast<std::ptrdiff_t>(i) + 1);
    const bool closes_next = next == Look::closing || (next == Look::quote && (view.inside[i] & 1) != 0);
    if (after_stop && view.spaced(i) && !closes_next && next != Look::lower && next != Look::comma) scores[i] = 1;
  }
  return scores;
}

class Tokenizer {
 public:
  Tokenizer(const TextIndex& text, const TokenizeOptions& options) : text_(text), options_(options) {}

  TokenizedText run() {
    std::uint32_t number = 0;
    for (const ByteRange range : paragraphs_of(text_.text(), options_.lines_end_sentences)) {
      pieces_.clear();
      split_words(text_.text(), range.begin, range.end, pieces_);
      if (!pieces_.empty()) paragraph(number++);
    }
    return std::move(result_);
  }

 private:
  void paragraph(std::uint32_t number) {
    std::vector<float> scores = options_.model != nullptr ? options_.model->scores(text_.text(), pieces_) : plain_scores(text_.text(), pieces_);
    std::fill_n(scores.begin(), dateline_words(), -1.0F);
    std::size_t first = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (scores[i] <= least_score(i) && i + 1 < pieces_.size()) continue;
      long_sentence(first, i + 1, number);
      first = i + 1;
    }
  }

  // The lines of reports are edited: a sentence inside one that ends without any mark must be all but certain ("Space Shuttle | Columbia").
  float least_score(std::size_t i) const {
    constexpr float kWithoutMark = 4;
    const Look look = look_of(word(i));
    const bool is_word =
        look == Look::lower || look == Look::capital || look == Look::upper || look == Look::single || look == Look::number || look == Look::comma;
    return options_.lines_end_sentences && is_word ? kWithoutMark : 0;
  }

  // A dateline goes with the sentence after it.
  std::uint32_t dateline_words() const {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < std::min<std::size_t>(pieces_.size(), 32); ++i) words.push_back(word(i));
    return match_dateline(words).end;
  }

  void long_sentence(std::size_t first, std::size_t last, std::uint32_t number) {
    while (last - first > options_.max_words) {
      const std::size_t cut = cut_before(first, first + options_.max_words);
      sentence(first, cut, number);
      first = cut;
    }
    sentence(first, last, number);
  }

  // After the last comma, semicolon, colon or stop of the second half; never inside a multiword token.
  std::size_t cut_before(std::size_t first, std::size_t end) const {
    for (std::size_t i = end; i > (first + end) / 2; --i) {
      const Look look = look_of(word(i - 1));
      if (look == Look::comma || look == Look::colon || look == Look::ellipsis || is_final(look)) return i;
    }
    while (end > first + 1 && pieces_[end].continues) --end;
    return end;
  }
  std::string_view word(std::size_t i) const { return text_.text().substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin); }

  void sentence(std::size_t first, std::size_t last, std::uint32_t number) {
    Sentence sentence;
    sentence.first = static_cast<std::uint32_t>(result_.tokens.size());
    for (std::size_t i = first; i < last; ++i) {
      const Piece& piece = pieces_[i];
      const bool spaced = piece.end >= text_.text().size() || is_space(decode_utf8(text_.text(), piece.end).value);
      result_.tokens.push_back({piece.begin, piece.end, text_.span_of(piece.begin, piece.end), spaced, piece.continues});
    }
    sentence.last = static_cast<std::uint32_t>(result_.tokens.size());
    sentence.begin_byte = pieces_[first].begin;
    sentence.end_byte = pieces_[last - 1].end;
    sentence.span = text_.span_of(sentence.begin_byte, sentence.end_byte);
    sentence.paragraph = number;
    result_.sentences.push_back(sentence);
  }

  const TextIndex& text_;
  const TokenizeOptions& options_;
  std::vector<Piece> pieces_;
  TokenizedText result_;
};

}  // namespace

TokenizedText tokenize(const TextIndex& text, const TokenizeOptions& options) {
  TokenizedText tokenized = Tokenizer(text, options).run();
  if (options.lines_end_sentences) mark_parts(text.text(), tokenized);
  return tokenized;
}

}  // namespace dragoman

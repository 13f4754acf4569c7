// SPDX-License-Identifier: Apache-2.0
#include "text/words.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/links.h"
#include "text/numbers.h"
#include "text/word_lists.h"

namespace dragoman {
namespace {

constexpr std::u32string_view kRuns = U"-=*_~#+<>|";

bool is_stop(char32_t c) { return c == '.' || c == '!' || c == '?'; }
bool is_arrow(char32_t c) { return c == '-' || c == '=' || c == '<' || c == '>'; }

class ParagraphSplitter {
 public:
  ParagraphSplitter(std::string_view text, std::uint32_t end, std::vector<Piece>& pieces) : text_(text.substr(0, end)), end_(end), pieces_(pieces) {}

  void run(std::uint32_t begin) {
    for (at_ = begin; at_ < end_;) {
      if (is_space(peek(at_))) {
        at_ += size(at_);
        continue;
      }
      chunk_begin_ = at_;
      chunk_end_ = end_of_chunk(at_);
      while (at_ < chunk_end_) next_word();
      previous_begin_ = chunk_begin_;
      previous_end_ = chunk_end_;
    }
  }

 private:
  // 0 beyond the end.
  char32_t peek(std::uint32_t at) const { return at < end_ ? decode_utf8(text_, at).value : 0; }
  std::uint32_t size(std::uint32_t at) const { return decode_utf8(text_, at).size; }
  std::uint32_t after(std::uint32_t at) const { return at < end_ ? at + size(at) : at; }
  bool is_word(std::uint32_t at) const { return is_letter(peek(at)) || is_digit(peek(at)); }
  std::string lower(std::uint32_t begin, std::uint32_t end) const { return lower_ascii(text_.substr(begin, end - begin)); }

  std::uint32_t end_of_chunk(std::uint32_t at) const {
    while (at < end_ && !is_space(peek(at))) at += size(at);
    return at;
  }
  std::uint32_t next_chunk() const {
    std::uint32_t at = chunk_end_;
    while (at < end_ && is_space(peek(at))) at += size(at);
    return at;
  }
  std::uint32_t letters_from(std::uint32_t at) const {
    while (at < chunk_end_ && is_letter(peek(at))) at += size(at);
    return at;
  }

  void emit(std::uint32_t end, bool continues = false) {
    pieces_.push_back({at_, end, continues});
    at_ = end;
  }

  void next_word() {
    if (try_link() || try_emoticon() || try_number() || try_apostrophe() || try_word()) return;
    punctuation();
  }

  bool try_link() {
    const std::uint32_t end = at_ + static_cast<std::uint32_t>(link_length(text_.substr(at_, chunk_end_ - at_)));
    if (end == at_) return false;
    emit(end);
    return true;
  }

  bool try_emoticon() {
    if (at_ > chunk_begin_ && is_word_before()) return false;
    const std::uint32_t end = at_ + static_cast<std::uint32_t>(emoticon_length(text_.substr(at_, chunk_end_ - at_)));
    if (end == at_) return false;
    emit(end);
    return true;
  }
  bool is_word_before() const {
    const auto c = static_cast<unsigned char>(text_[at_ - 1]);
    return c >= 0x80 || is_letter(c) || is_digit(c);
  }

  bool try_number() {
    const std::uint32_t end = at_ + static_cast<std::uint32_t>(number_length(text_.substr(at_, chunk_end_ - at_)));
    if (end == at_) return false;
    const std::uint32_t letters_end = letters_from(end);
    const std::string_view letters = text_.substr(end, letters_end - end);
    if (letters.empty() && is_apostrophe(peek(end)) && peek(after(end)) == 's' && !is_word(after(end) + 1) && text_[end - 1] == '0') {
      emit(after(end) + 1);  // 1990's
    } else if (letters.empty() || is_unit(letters)) {
      emit(end);
    } else if (is_ordinal_ending(letters) || text_.substr(at_, end - at_).find_first_not_of("0123456789") != std::string_view::npos) {
      emit(letters_end);
    } else {
      return try_word();
    }
    return true;
  }

  // An apostrophe at a word's beginning: '72, 'em, a clitic that stands alone, or a quotation mark.
  bool try_apostrophe() {
    if (!is_apostrophe(peek(at_))) return false;
    const std::uint32_t inner = after(at_);
    std::uint32_t word_end = inner;
    while (word_end < chunk_end_ && is_word(word_end)) word_end = after(word_end);
    const std::string word = lower(inner, word_end);
    const bool is_year = word.size() >= 2 && is_digit(peek(inner)) && is_digit(peek(inner + 1)) && (word.size() == 2 || word == word.substr(0, 2) + "s");
    if (is_year || is_clipped_word(word) || clitic_length(at_) > 0) {
      emit(word_end);
      return true;
    }
    if (inner < chunk_end_ && is_word(inner)) open_quote_ = true;
    return false;
  }

  bool try_word() {
    if (!is_word(at_)) return false;
    if (const std::uint32_t end = acronym_end(); end > at_) {
      emit(end);
      clitics();
      return true;
    }
    std::uint32_t end = word_end();
    const std::string word = lower(at_, end);
    if (is_abbreviated(word, end)) {
      emit(end + 1);
      return true;
    }
    if (const std::size_t cut = cut_of(word); cut > 0 && !is_all_upper(at_, end)) {
      emit(at_ + static_cast<std::uint32_t>(cut));
      emit(end, true);
    } else if (const std::uint32_t negated = negation_begin(end); negated > at_) {
      emit(negated);
      emit(after(after(negated)) + 1, true);
    } else {
      emit(end);
    }
    clitics();
    return true;
  }

  bool is_all_upper(std::uint32_t begin, std::uint32_t end) const {
    return std::none_of(text_.begin() + begin, text_.begin() + end, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Letters with single stops between them: U.S., p.m., J.F.K., and the degrees with longer parts.
  std::uint32_t acronym_end() const {
    for (const std::string_view degree : {"ph.d.", "m.sc.", "b.sc.", "ph.d", "m.sc", "b.sc"}) {
      const std::uint32_t end = at_ + static_cast<std::uint32_t>(degree.size());
      if (end <= chunk_end_ && lower(at_, end) == degree && !is_word(end)) return end;
    }
    std::uint32_t at = at_;
    int letters = 0;
    while (is_letter(peek(at)) && peek(after(at)) == '.') {
      at = after(at) + 1;
      ++letters;
    }
    if (is_letter(peek(at)) && !is_word(after(at)) && letters > 0) return after(at);  // U.S without the last stop
    if (letters < 2 || is_word(at)) return at_;
    return peek(at) == '.' ? at - 1 : at;  // "U.S..." keeps its ellipsis whole
  }

  std::uint32_t word_end() const {
    std::uint32_t at = at_;
    while (at < chunk_end_) {
      const char32_t c = peek(at);
      if (is_letter(c) || is_digit(c)) {
        at = after(at);
      } else if (at > at_ && joins(at, c)) {
        at = after(at);
      } else {
        break;
      }
    }
    if (peek(at) == '$' && at - at_ <= 3 && is_all_upper(at_, at)) ++at;  // US$
    return at;
  }

  // Whether the mark `c` inside a word leaves it one word.
  bool joins(std::uint32_t at, char32_t c) const {
    const std::uint32_t next = after(at);
    if (!is_word(next) || next >= chunk_end_) return false;
    if (c == '_') return true;
    if (is_apostrophe(c)) return clitic_length(at) == 0;
    if (is_hyphen(c)) return is_hyphen_prefix(lower(at_, at)) || is_split_prefix(at);
    if (c == '&') return (at - at_ <= 3 && is_all_upper(at_, at)) || (at - at_ == 1 && !is_word(after(next)));
    return c == '/' && at - at_ == 1 && is_letter(peek(at_)) && is_letter(peek(next)) && !is_word(after(next));
  }
  // The prefix after a part that was itself kept whole by a prefix: "non-re-elected".
  bool is_split_prefix(std::uint32_t at) const {
    const std::string_view word = text_.substr(at_, at - at_);
    const std::size_t hyphen = word.rfind('-');
    return hyphen != std::string_view::npos && is_hyphen_prefix(lower_ascii(word.substr(hyphen + 1)));
  }

  // Bytes of an apostrophe and clitic ('s, 'll, ...) at `at`, 0 where there is none or the word goes on.
  std::uint32_t clitic_length(std::uint32_t at) const {
    if (!is_apostrophe(peek(at))) return 0;
    const std::uint32_t begin = after(at);
    const std::uint32_t end = letters_from(begin);
    if (is_digit(peek(end))) return 0;
    static constexpr std::array<std::string_view, 6> kClitics = {"s", "m", "d", "re", "ve", "ll"};
    const bool is_clitic = std::find(kClitics.begin(), kClitics.end(), lower(begin, end)) != kClitics.end();
    return is_clitic ? end - at : 0;
  }

  // Where "n't" begins if the word that was cut at an apostrophe, or goes over it, ends in it.
  std::uint32_t negation_begin(std::uint32_t end) const {
    if (end < at_ + 4 || (text_[end - 1] != 't' && text_[end - 1] != 'T')) return at_;
    for (const std::uint32_t width : {1U, 3U}) {  // ' or ’
      if (end < at_ + 2 + width) continue;
      const std::uint32_t mark = end - 1 - width;
      if ((text_[mark - 1] | 32) == 'n' && is_apostrophe(peek(mark)) && after(mark) == end - 1) return mark - 1;
    }
    return at_;
  }

  void clitics() {
    if (at_ >= chunk_end_ || !is_apostrophe(peek(at_))) return;
    if (const std::uint32_t length = clitic_length(at_); length > 0) {
      emit(at_ + length, true);
      clitics();
    } else if ((text_[at_ - 1] | 32) == 's' && !is_word(after(at_)) && !is_apostrophe(peek(after(at_)))) {
      // The genitive of a plural, unless a quotation is open that it may close.
      if (open_quote_) {
        open_quote_ = false;
      } else if (peek(at_) != 0x2018) {
        emit(after(at_), true);
      }
    }
  }

  bool is_abbreviated(const std::string& word, std::uint32_t end) const {
    if (peek(end) != '.' || peek(end + 1) == '.') return false;
    if (is_abbreviation(word) && (is_upper(peek(at_)) || is_lower_case_abbreviation(word))) return !is_last_of_paragraph(end + 1) || ends_paragraphs(word);
    const std::uint32_t next = next_chunk();
    if (is_abbreviation_before_number(word) && end + 1 == chunk_end_ && is_digit(peek(next))) return true;
    if (is_abbreviation_after_comma(word) && is_upper(peek(at_)) && previous_end_ > 0 && text_[previous_end_ - 1] == ',') return true;
    if (word == "al" && lower(previous_begin_, previous_end_) == "et") return true;
    return after(at_) == end && is_upper(peek(at_)) && is_initial(end + 1, next);
  }
  // "etc." at the end of a paragraph keeps its stop; of "He is at Ft." one cannot tell.
  static bool ends_paragraphs(std::string_view word) { return word == "etc" || word == "inc" || word == "corp" || word == "jr" || word == "sr"; }
  bool is_last_of_paragraph(std::uint32_t at) const { return at == chunk_end_ && next_chunk() >= end_; }

  // Whether the capital before the stop that ends at `stop_end` is a name's initial, not the end of "Plan B."
  bool is_initial(std::uint32_t stop_end, std::uint32_t next) const {
    if (stop_end < chunk_end_) return peek(stop_end) == ',' || is_hyphen(peek(stop_end));
    if (!is_upper(peek(next))) return false;
    const std::uint32_t next_end = letters_end(next);
    if (is_sentence_opener(lower(next, next_end)) && next_end - next > 1) return false;
    return peek(at_) != 'I' || previous_end_ == 0 || is_upper(peek(previous_begin_));
  }
  std::uint32_t letters_end(std::uint32_t at) const {
    while (at < end_ && is_letter(peek(at))) at = after(at);
    return at;
  }

  void punctuation() {
    const char32_t c = peek(at_);
    std::uint32_t end = after(at_);
    const auto extend = [&](auto&& accepts) {
      while (end < chunk_end_ && accepts(peek(end))) end = after(end);
    };
    if (is_stop(c)) {
      extend(is_stop);
    } else if (is_arrow(c)) {
      extend(is_arrow);
    } else if (kRuns.find(c) != std::u32string_view::npos) {
      extend([c](char32_t d) { return d == c; });
    } else if (is_apostrophe(c) && is_apostrophe(peek(end)) && (end + 1 >= chunk_end_ || !is_apostrophe(peek(after(end))))) {
      end = after(end);
    } else if (c == '#' && is_letter(peek(end))) {
      extend([](char32_t d) { return is_letter(d) || is_digit(d) || d == '_'; });
    }
    if (is_apostrophe(c) && !is_word(end)) open_quote_ = false;
    emit(end);
  }

  std::string_view text_;
  std::uint32_t end_;
  std::vector<Piece>& pieces_;
  std::uint32_t at_ = 0, chunk_begin_ = 0, chunk_end_ = 0, previous_begin_ = 0, previous_end_ = 0;
  bool open_quote_ = false;
};

}  // namespace

void split_words(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Piece>& pieces) { ParagraphSplitter(text, end, pieces).run(begin); }

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/datelines.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/days.h"
#include "text/characters.h"
#include "text/gaps.h"
#include "text/tokenize.h"
#include "text/word_lists.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongestDateline = 24;
constexpr std::uint32_t kLongestHeadline = 30, kLongestSubheading = 10, kLongestByline = 16;

bool is_month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string lower = lower_ascii(word);
  const bool is_short = (lower.size() <= 5) && is_one_of(std::string_view(lower).substr(0, 3), kMonths);
  return is_upper(decode_utf8(word, 0).value) && (is_month_name(lower) || (is_short && (lower.size() == 3 || lower.back() == '.' || lower == "sept")));
}

bool is_label(std::string_view word) {  // in capitals before a colon or a dash, and no place
  static constexpr std::array<std::string_view, 21> kLabels = {"update", "breaking", "watch",  "exclusive", "analysis",   "opinion",  "file",
                                                               "photo",  "factbox",  "live",   "video",     "correction", "note",     "explainer",
                                                               "q",      "a",        "editor", "alert",     "read",       "timeline", "report"};
  return is_one_of(lower_ascii(word), kLabels);
}

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "—" || word == "–"; }
bool is_capitals(std::string_view word) {
  const Look look = look_of(word);
  return look == Look::upper || (look == Look::abbreviation && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
}
bool is_capitalised(std::string_view word) {
  const Look look = look_of(word);
  return is_upper(decode_utf8(word, 0).value) && (look == Look::capital || look == Look::upper || look == Look::abbreviation || look == Look::single);
}

// Reads one dateline from left to right.
class DatelineMatcher {
 public:
  explicit DatelineMatcher(std::span<const std::string_view> words) : words_(words.first(std::min(words.size(), kLongestDateline))) {}

  DatelineWords run() {
    place();
    date();
    agency();
    if (found_.date.last == 0) date();
    const bool has_agency = found_.agency.last > 0, has_date = found_.date.last > 0, has_place = found_.place.last > 0;
    const bool has_dash = is_dash(word());
    if (has_dash ? has_agency || (has_place && (has_date || in_capitals_)) : word() == ":" ? has_place && in_capitals_ && at_ <= 4 && !has_agency : false) {
      found_.end = at_ + 1;
    } else if (has_agency && in_capitals_agency_) {
      found_.end = at_;
    }
    return found_.end > 0 && found_.end < words_.size() ? found_ : DatelineWords{};
  }

 private:
  std::string_view word(std::uint32_t ahead = 0) const { return at_ + ahead < words_.size() ? words_[at_ + ahead] : std::string_view(" "); }

  // Capitalised words, with hyphens, slashes and commas between them: "NEW YORK", "Port-au-Prince, Haiti", "TEL AVIV/CAIRO".
  void place() {
    in_capitals_ = is_capitals(word()) && !is_label(word());
    if (is_month(word()) || is_label(word()) || (!in_capitals_ && is_sentence_opener(lower_ascii(word())))) return;
    while (at_ < words_.size()) {
      if (is_capitalised(word()) && !(is_month(word()) && is_number(1U)) && !is_weekday_name(word())) {
        ++at_;
      } else if (at_ > 0 && (word() == "," || word() == "/" || word() == "-") && is_capitalised(word(1U)) && !is_month(word(1U)) &&
                 !is_weekday_name(word(1U)) && joined()) {
        at_ += 2;
      } else if (at_ > 0 && word() == "-" && is_particle(word(1U)) && joined()) {
        at_ += 2;
      } else if (at_ > 0 && is_particle(word()) && is_capitalised(word(1U))) {
        at_ += 2;
      } else {
        break;
      }
    }
    if (at_ > 0 && at_ <= 9) found_.place = {0, at_};
    if (at_ > 9) at_ = 0;
  }
  // A dash inside a name has no space around it; words of one chunk are adjacent in memory.
  bool joined() const {
    const std::string_view before = words_[at_ - 1];
    return word() != "-" || before.data() + before.size() == word().data();
  }
  static bool is_particle(std::string_view w) { return w == "of" || w == "au" || w == "de" || w == "the" || w == "al" || w == "la" || w == "and"; }
  bool is_number(std::uint32_t ahead) const { return look_of(word(ahead)) == Look::number; }

  // ", May 14, 2025", "3 June", "Wednesday".
  void date() {
    const std::uint32_t begin = at_;
    if (word() == "," || word() == ";") ++at_;
    const std::uint32_t first = at_;
    if (is_weekday_name(word())) ++at_;
    if (at_ > first && word() == ",") ++at_;
    if (is_month(word())) {
      ++at_;
      if (is_number(0U)) ++at_;
    } else if (is_number(0U) && is_month(word(1U))) {
      at_ += 2;
    }
    if (at_ > first && word() == "," && is_number(1U)) ++at_;
    if (at_ > first && is_number(0U)) ++at_;
    if (at_ == first) {
      at_ = begin;
      return;
    }
    found_.date = {first, at_};
    if (word() == "," && word(1U) == "(") ++at_;
  }

  void agency() {
    if (word() == "," && word(1U) == "(") ++at_;
    if (word() != "(") return;
    const std::uint32_t first = at_ + 1;
    std::uint32_t last = first;
    while (last < words_.size() && last < first + 8 && words_[last] != ")") ++last;
    if (last == first || last >= words_.size() || words_[last] != ")" || !is_capitalised(words_[first])) return;
    found_.agency = {first, last};
    in_capitals_agency_ = last == first + 1 && is_capitals(words_[first]) && (found_.place.last == 0 || in_capitals_);
    at_ = last + 1;
  }

  std::span<const std::string_view> words_;
  DatelineWords found_;
  std::uint32_t at_ = 0;
  bool in_capitals_ = false, in_capitals_agency_ = false;
};

// Looks at one sentence with what is around it.
class Marker {
 public:
  Marker(std::string_view text, TokenizedText& tokenized) : text_(text), tokenized_(tokenized) {}

  void run() {
    const std::size_t count = tokenized_.sentences.size();
    for (std::size_t i = 0; i < count; ++i) {
      Sentence& sentence = tokenized_.sentences[i];
      const bool begins = i == 0 || tokenized_.sentences[i - 1].paragraph != sentence.paragraph;
      const bool ends = i + 1 == count || tokenized_.sentences[i + 1].paragraph != sentence.paragraph;
      if (!begins) continue;
      words_of(sentence);
      if (is_caption()) {
        whole_paragraph(i, SentenceKind::caption);
      } else if (is_byline()) {
        whole_paragraph(i, SentenceKind::byline);
      } else if (ends && i + 1 < count && is_heading(sentence.paragraph)) {
        sentence.kind = SentenceKind::headline;
      } else if (const DatelineWords dateline = match_dateline(words_); dateline.end > 0) {
        sentence.dateline_end = sentence.first + dateline.end;
      } else if (begins_with_label()) {
        sentence.dateline_end = sentence.first + 2;
      }
    }
  }

 private:
  void words_of(const Sentence& sentence) {
    words_.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
      words_.push_back(text_.substr(tokenized_.tokens[i].begin_byte, tokenized_.tokens[i].end_byte - tokenized_.tokens[i].begin_byte));
  }

  void whole_paragraph(std::size_t i, SentenceKind kind) {
    const std::uint32_t paragraph = tokenized_.sentences[i].paragraph;
    for (; i < tokenized_.sentences.size() && tokenized_.sentences[i].paragraph == paragraph; ++i) tokenized_.sentences[i].kind = kind;
  }

  // "CORRECTION - ", "UPDATE: ": no words of the sentence, and nobody who says them.
  bool begins_with_label() const {
    return words_.size() > 3 && is_capitals(words_[0]) && is_label(words_[0]) && words_[0].size() > 1 && (is_dash(words_[1]) || words_[1] == ":");
  }

  std::string lower(std::size_t i) const { return i < words_.size() ? lower_ascii(words_[i]) : std::string(); }

  bool is_caption() const {
    const std::size_t first = lower(0) == "(" ? 1 : 0;
    static constexpr std::array<std::string_view, 7> kKinds = {"photo", "image", "picture", "photograph", "credit", "caption", "video"};
    if (is_one_of(lower(first), kKinds) && (lower(first + 1) == ":" || lower(first + 1) == "by" || lower(first + 1) == "credit")) return true;
    if (words_[0] == "FILE" && (is_dash(word_at(1)) || lower(1) == "photo" || word_at(1) == ":")) return true;
    const std::size_t size = words_.size();
    return size <= 60 && size >= 3 &&
           ((word_at(size - 1) == "Images" && word_at(size - 2) == "Getty") || (has("REUTERS") && has("/")) || (has("AP") && has("Photo") && has("/")));
  }
  std::string_view word_at(std::size_t i) const { return i < words_.size() ? words_[i] : std::string_view(); }
  bool has(std::string_view word) const { return std::find(words_.begin(), words_.end(), word) != words_.end(); }

  bool is_byline() const {
    const std::size_t first = lower(0) == "(" ? 1 : lower(0) == "additional" ? 1 : 0;
    static constexpr std::array<std::string_view, 7> kWork = {"reporting", "editing", "writing", "compiled", "written", "edited", "reported"};
    if (is_one_of(lower(first), kWork) && lower(first + 1) == "by") return true;
    if (lower(0) != "by" || words_.size() < 2 || words_.size() > kLongestByline || words_.back() == ".") return false;
    static constexpr std::array<std::string_view, 9> kSmall = {"and", "in", "for", "of", "at", "the", "with", "correspondent", "editor"};
    return std::all_of(words_.begin() + 1, words_.end(), [](std::string_view word) { return look_of(word) != Look::lower || is_one_of(word, kSmall); });
  }

  bool is_heading(std::uint32_t paragraph) const {
    const Look last = look_of(words_.back());
    if (last == Look::stop || last == Look::mark || last == Look::ellipsis || last == Look::quote || last == Look::closing || last == Look::colon ||
        last == Look::abbreviation)
      return false;
    return words_.size() <= (paragraph == 0 ? kLongestHeadline : kLongestSubheading);
  }

  std::string_view text_;
  TokenizedText& tokenized_;
  std::vector<std::string_view> words_;
};

Span span_of(const TokenizedText& tokenized, std::uint32_t offset, ParagraphWords range) {
  if (range.last <= range.first) return {};
  return {tokenized.tokens[offset + range.first].span.begin, tokenized.tokens[offset + range.last - 1].span.end};
}

}  // namespace

DatelineWords match_dateline(std::span<const std::string_view> words) { return DatelineMatcher(words).run(); }

void mark_parts(std::string_view text, TokenizedText& tokenized) { Marker(text, tokenized).run(); }

std::optional<Dateline> find_dateline(const TextIndex& text, const TokenizedText& tokenized) {
  for (const Sentence& sentence : tokenized.sentences) {
    if (sentence.dateline_end <= sentence.first) continue;
    std::vector<std::string_view> words;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) words.push_back(text.slice(tokenized.tokens[i].span));
    const DatelineWords found = match_dateline(words);
    if (found.end == 0) continue;
    return Dateline{span_of(tokenized, sentence.first, {0, found.end}), span_of(tokenized, sentence.first, found.place),
                    span_of(tokenized, sentence.first, found.agency), span_of(tokenized, sentence.first, found.date)};
  }
  return std::nullopt;
}

}  // namespace dragoman

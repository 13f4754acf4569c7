// SPDX-License-Identifier: Apache-2.0
#include "events/words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"

namespace dragoman {
namespace {

struct Letter {
  char32_t from;
  std::string_view to;
};
// Letters that no decomposition brings to the base alphabet.
constexpr std::array<Letter, 10> kLetters = {
    {{U'ł', "l"}, {U'ø', "o"}, {U'đ', "d"}, {U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'ı', "i"}, {U'ð', "d"}, {U'þ', "th"}, {U'ə', "e"}}};

bool is_mark(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'‘'; }

void append_folded(std::string& word, char32_t letter) {
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
  if (lower < 0x80) {
    word += static_cast<char>(lower);
    return;
  }
  for (const Letter& special : kLetters) {
    if (special.from == lower) {
      word += special.to;
      return;
    }
  }
  UErrorCode error = U_ZERO_ERROR;
  UChar parts[8];
  const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
  const int length = unorm2_getRawDecomposition(nfd, static_cast<UChar32>(lower), parts, 8, &error);
  if (U_FAILURE(error) || length <= 0 || U16_IS_SURROGATE(parts[0])) {
    append_utf8(word, lower);
    return;
  }
  append_folded(word, parts[0]);  // the base letter; marks are dropped
}

struct Cursor {
  std::string_view text;
  std::size_t at = 0;
  CodePoint next() const { return decode_utf8(text, at); }
  bool done() const { return at >= text.size(); }
};

bool is_word_letter(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) || is_mark(c); }

// "O'Brien" and "Sana'a" are one word: an apostrophe between letters, unless it makes an 's.
bool joins(Cursor after) {
  if (after.done() || !is_word_letter(after.next().value)) return false;
  const bool is_s = after.next().value == U's';
  after.at += after.next().size;
  return !(is_s && (after.done() || !is_word_letter(after.next().value)));
}

FoldedWord take_word(Cursor& cursor) {
  FoldedWord word;
  word.begin = static_cast<std::uint32_t>(cursor.at);
  const auto first = static_cast<UChar32>(cursor.next().value);
  word.capital = u_isupper(first) || u_istitle(first) || u_isdigit(first);
  while (!cursor.done()) {
    const CodePoint c = cursor.next();
    if (is_word_letter(c.value)) {
      if (!is_mark(c.value)) append_folded(word.text, c.value);
    } else if (!is_apostrophe(c.value) || !joins({cursor.text, cursor.at + c.size})) {
      break;
    }
    cursor.at += c.size;
  }
  word.end = static_cast<std::uint32_t>(cursor.at);
  if (!cursor.done() && is_apostrophe(cursor.next().value)) {
    Cursor after{cursor.text, cursor.at + cursor.next().size};
    const bool s_follows = !after.done() && after.next().value == U's';
    word.possessive = s_follows || (!word.text.empty() && word.text.back() == 's');
    cursor.at = after.at + (s_follows ? 1 : 0);
  }
  return word;
}

constexpr std::array<std::string_view, 190> kStopWords = {
    "a",         "about",     "above",    "according", "added",    "adding",   "after",    "afternoon", "again",        "against",     "ago",       "all",
    "already",   "also",      "although", "am",        "among",    "amid",     "an",       "and",       "announced",    "any",         "april",     "are",
    "around",    "as",        "at",       "august",    "be",       "because",  "been",     "before",    "being",        "between",     "both",      "but",
    "by",        "can",       "citing",   "condition", "could",    "day",      "days",     "december",  "did",          "do",          "does",      "down",
    "during",    "each",      "early",    "evening",   "february", "first",    "for",      "friday",    "from",         "further",     "had",       "has",
    "have",      "having",    "he",       "her",       "here",     "him",      "his",      "how",       "however",      "i",           "if",        "in",
    "into",      "is",        "it",       "its",       "january",  "july",     "june",     "just",      "last",         "late",        "later",     "local",
    "made",      "many",      "march",    "may",       "media",    "might",    "monday",   "month",     "months",       "more",        "morning",   "most",
    "new",       "news",      "night",    "no",        "not",      "november", "now",      "october",   "of",           "off",         "official",  "officials",
    "on",        "one",       "only",     "or",        "other",    "our",      "out",      "over",      "own",          "people",      "quoted",    "report",
    "reported",  "reporters", "reports",  "s",         "said",     "same",     "saturday", "say",       "saying",       "says",        "september", "she",
    "should",    "since",     "so",       "some",      "source",   "sources",  "speaking", "spokesman", "spokesperson", "spokeswoman", "state",     "stated",
    "statement", "still",     "such",     "sunday",    "tell",     "than",     "that",     "the",       "their",        "them",        "then",      "there",
    "they",      "this",      "those",    "though",    "through",  "thursday", "time",     "to",        "today",        "told",        "tomorrow",  "too",
    "tuesday",   "two",       "under",    "until",     "up",       "very",     "was",      "we",        "wednesday",    "week",        "weeks",     "were",
    "what",      "when",      "where",    "which",     "while",    "who",      "whom",     "will",      "with",         "yesterday"};

bool ends_with(std::string_view word, std::string_view suffix) { return word.size() >= suffix.size() && word.substr(word.size() - suffix.size()) == suffix; }

}  // namespace

std::vector<FoldedWord> words_of(std::string_view text) {
  std::vector<FoldedWord> words;
  Cursor cursor{text};
  while (!cursor.done()) {
    if (u_isalnum(static_cast<UChar32>(cursor.next().value))) words.push_back(take_word(cursor));
    else cursor.at += cursor.next().size;
  }
  return words;
}

std::string join(const std::vector<FoldedWord>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + words[i].text;
  return text;
}

std::string fold_text(std::string_view text) {
  const std::vector<FoldedWord> words = words_of(text);
  return join(words, 0, words.size());
}

bool is_stop_word(std::string_view folded) { return is_one_of(folded, kStopWords); }

std::string stem_of(std::string_view folded) {
  std::string stem(folded);
  for (const std::string_view suffix : {"ings", "ing", "ied", "ies", "ed", "es", "s"}) {
    if (stem.size() < suffix.size() + 3 || !ends_with(stem, suffix) || (suffix == "s" && ends_with(stem, "ss"))) continue;
    stem.resize(stem.size() - suffix.size());
    if (suffix == "ied" || suffix == "ies") stem += 'y';
    break;
  }
  if (stem.size() > 4 && stem.back() == 'e') stem.pop_back();
  if (ends_with(stem, "wn") && stem.size() > 4) stem.pop_back();  // "withdrawn"
  const std::size_t size = stem.size();
  if (size > 4 && stem[size - 1] == stem[size - 2] && stem.back() != 's') stem.pop_back();  // "stopped": stop
  return stem;
}

std::uint64_t mix(std::uint64_t bits) {  // splitmix64
  bits += 0x9E3779B97F4A7C15ULL;
  bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ bits >> 27) * 0x94D049BB133111EBULL;
  return bits ^ bits >> 31;
}

std::uint64_t hash_of(std::string_view bytes) {  // FNV-1a, mixed
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mix(hash);
}

bool is_proper(const FoldedWord& word) { return word.capital && word.text.find_first_not_of("0123456789") != std::string::npos; }

bool holds_name(std::string_view text) {
  const std::vector<FoldedWord> words = words_of(text);
  return std::any_of(words.begin(), words.end(), [](const FoldedWord& word) { return is_proper(word) && word.text != "the"; });
}

}  // namespace dragoman

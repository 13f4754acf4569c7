// SPDX-License-Identifier: Apache-2.0
// Which way a partial date looks. "on Friday" in news is the last Friday, unless the nearest finite verb says otherwise:
// "will meet on Friday" looks ahead; "said on Thursday that it will" does not, as `said` is nearer. What fails: historical
// presents and futures in the past ("would resign on Friday", long ago).
// The window is bounded, so that the cost stays linear.
#include "time/scene.h"

#include "time/words.h"

namespace dragoman::time {
namespace {

constexpr int kWindow = 24;   // lexemes looked at to each side for a tense marker
constexpr int kNearby = 150;  // lexemes for which "the next day" may refer back

int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool ends_with(std::string_view word, std::string_view ending) { return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending; }

bool is_future_cue(const Lexemes& lexemes, int i) {
  const Lexeme& word = lexemes[i];
  if (any_of(word, {"will", "shall", "ll", "wo", "won", "should", "would", "must", "upcoming", "forthcoming", "tomorrow"})) return true;
  if (any_of(word, {"expected", "scheduled", "due", "slated", "planned", "set", "plans", "planning", "going", "hopes", "aims", "poised"})) {
    return any_of(lexemes[i + 1], {"to", "for", "on", "in"});
  }
  // "is to open on Friday"; not "the aim is to stop", whose subject is what is wanted.
  if (any_of(word, {"is", "are"}) && lexemes[i + 1].is("to"))
    return !any_of(lexemes[i - 1], {"aim", "goal", "idea", "job", "task", "purpose", "plan", "it", "this", "that"});
  return word.is("next") && any_of(lexemes[i + 1], {"week", "month", "year"});
}

bool is_past_cue(const Lexeme& word) {
  if (word.kind != LexemeKind::word) return false;
  if (any_of(word, {"was",  "were",  "had",   "did",   "said", "told",  "took",   "came", "went",   "made",    "met",    "held", "won",
                    "lost", "began", "left",  "gave",  "fell", "rose",  "got",    "saw",  "became", "found",   "led",    "sent", "shot",
                    "hit",  "kept",  "wrote", "spoke", "ran",  "broke", "struck", "sold", "bought", "brought", "fought", "born"})) {
    return true;
  }
  return ends_with(word.text, "ed") && word.text.size() > 4 && !word.capital;
}

}  // namespace

bool ends_sentence(const Lexemes& lexemes, int i) {
  const Lexeme& lexeme = lexemes[i];
  if (lexeme.kind == LexemeKind::end || lexeme.is("\n") || lexeme.is("!") || lexeme.is("?")) return true;
  // A period ends a sentence if white space and a capital follow a word of more than three letters (not "Sept.", "p.m.").
  return lexeme.is(".") && lexemes[i + 1].spaced && lexemes[i - 1].text.size() > 3 && (lexemes[i + 1].capital || lexemes[i + 1].kind != LexemeKind::word);
}

bool is_time_preposition(const Lexeme& lexeme) {
  return any_of(lexeme,
                {"in",   "since",    "until",  "till",      "by",    "of",   "from",   "to",  "through",  "during",    "between", "after", "before",     "on",
                 "last", "next",     "this",   "early",     "late",  "mid",  "around", "for", "starting", "beginning", "and",     "or",    "throughout", "past",
                 "that", "previous", "coming", "following", "every", "each", "about",  "as",  "ending",   "ended",     "through", "than",  "circa"});
}

Scene::Scene(const Lexemes& all, std::string_view given) : lexemes(all) {
  const int year = digits_at(given, 0, 4);
  const bool dashed = given.size() > 4 && given[4] == '-';
  const int month = digits_at(given, dashed ? 5 : 4, 2);
  const int day = digits_at(given, dashed ? 8 : 6, 2);
  if (year < 1 || !is_date(year, month, day)) return;
  has_published = true;
  published = {year, month, day};
  const std::size_t clock_at = (dashed ? 10U : 8U) + 1;
  const int hour = digits_at(given, clock_at, 2);
  const int minute = digits_at(given, clock_at + 3, 2);
  if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) {
    const int second = digits_at(given, clock_at + 6, 2);
    published_clock = Clock{hour, minute, second >= 0 && second < 60 ? second : 0, false, true, {}};
  }
}

Direction Scene::direction(int i) const {
  for (int k = i - 1; k >= i - kWindow && !ends_sentence(lexemes, k); --k) {
    if (is_future_cue(lexemes, k)) return Direction::future;
    if (is_past_cue(lexemes[k]) && !lexemes[k - 1].is("be")) return Direction::past;  // not "is due to be held on"
  }
  for (int k = i + 1; k <= i + kWindow && !ends_sentence(lexemes, k); ++k) {
    if (is_future_cue(lexemes, k)) return Direction::future;
    if (is_past_cue(lexemes[k])) return Direction::past;
  }
  return Direction::open;
}

Date Scene::nearby_day(int i) const {
  if (mentioned_day && i - mentioned_day_at <= kNearby) return *mentioned_day;
  return published;
}

Date Scene::context_day(int i) const {
  constexpr int kNear = 40;  // lexemes
  const bool near = mentioned && mentioned->first && i - mentioned_at <= kNear && mentioned->grain <= Grain::year;
  return near ? *mentioned->first : published;
}

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
// Expressions that name no place on the calendar: TIMEX3's PAST_REF, PRESENT_REF and FUTURE_REF.
#include "time/rules.h"

namespace dragoman::time {
namespace {

Match reference(int begin, int end, std::string_view timex) { return {begin, end, reference_value(timex)}; }

MaybeMatch present(const Lexemes& lexemes, int i) {
  const Lexeme& word = lexemes[i];
  if (word.is("right") && lexemes[i + 1].is("now")) return reference(i, i + 2, "PRESENT_REF");
  if (word.is("now") && !any_of(lexemes[i + 1], {"that"}) && !lexemes[i + 1].is("-")) return reference(i, i + 1, "PRESENT_REF");
  if (word.is("to") && lexemes[i + 1].is("date") && !lexemes[i - 1].is("up") && !lexemes[i - 1].is("-") && lexemes[i + 2].kind != LexemeKind::number &&
      !any_of(lexemes[i + 2], {"from"})) {
    return reference(i, i + 2, "PRESENT_REF");
  }
  if (any_of(word, {"currently", "nowadays", "presently"})) return reference(i, i + 1, "PRESENT_REF");
  if (!lexemes[i - 1].is("at")) return std::nullopt;
  if (word.is("present") && lexemes[i + 1].kind != LexemeKind::word) return reference(i, i + 1, "PRESENT_REF");
  if (word.is("this") && any_of(lexemes[i + 1], {"time", "moment"})) return reference(i, i + 2, "PRESENT_REF");
  if (!word.is("the")) return std::nullopt;
  if (any_of(lexemes[i + 1], {"moment", "minute"}) && !any_of(lexemes[i + 2], {"of", "when", "that"})) return reference(i, i + 2, "PRESENT_REF");
  if (lexemes[i + 1].is("present") && any_of(lexemes[i + 2], {"time", "moment"})) return reference(i, i + 3, "PRESENT_REF");
  return std::nullopt;
}

// "the past", "the near future", "recent years", "the coming weeks".
MaybeMatch stretch(const Lexemes& lexemes, int i) {
  const int the = lexemes[i].is("the") ? 1 : 0;
  int at = i + the;
  if (any_of(lexemes[at], {"recent", "coming"})) {
    const auto unit = unit_named(lexemes[at + 1].text);
    if (unit && unit->plural && unit->unit >= Unit::day) return reference(i, at + 2, lexemes[at].is("recent") ? "PAST_REF" : "FUTURE_REF");
    if (lexemes[at].is("coming")) return std::nullopt;
  }
  if (!the) return std::nullopt;
  at += any_of(lexemes[at], {"near", "foreseeable", "recent", "distant", "immediate"});
  const Lexeme& next = lexemes[at + 1];
  const bool free = next.kind != LexemeKind::word || any_of(next, {"and", "but", "that", "as", "to", "for", "with", "when", "if", "by"});
  if (lexemes[at].is("past") && free && any_of(lexemes[i - 1], {"in", "of", "from"})) return reference(i, at + 1, "PAST_REF");
  if (lexemes[at].is("future") && free && any_of(lexemes[i - 1], {"in", "for", "into"})) return reference(i, at + 1, "FUTURE_REF");
  if (lexemes[at].is("near") && lexemes[at + 1].is("term")) return reference(i, at + 2, "FUTURE_REF");
  return std::nullopt;
}

}  // namespace

MaybeMatch vague(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const Lexeme& word = lexemes[i];
  const bool more = any_of(word, {"more", "most", "very", "as"}) && lexemes[i + 1].kind == LexemeKind::word;
  const Lexeme& head = lexemes[i + more];
  if (any_of(head, {"recently", "lately"})) return reference(i, i + 1 + more, "PAST_REF");
  if (head.is("soon") && !lexemes[i + 1 + more].is("-") && !word.is("as") && !any_of(lexemes[i + 1 + more], {"after", "as"}))
    return reference(i, i + 1 + more, "FUTURE_REF");
  if (any_of(word, {"previously", "formerly"})) return reference(i, i + 1, "PAST_REF");
  return longest({present(lexemes, i), stretch(lexemes, i)});
}

}  // namespace dragoman::time

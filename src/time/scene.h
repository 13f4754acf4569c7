// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "time/lexer.h"
#include "time/values.h"

namespace dragoman::time {

enum class Direction { past, future, open };

// What an expression is read against: the lexemes, the publication date and the last point in time that the text named.
// The rules only read it; the driver moves `mentioned` on.
struct Scene {
  explicit Scene(const Lexemes& all, std::string_view published);

  const Lexemes& lexemes;
  bool has_published = false;
  Date published{2000, 1, 1};  // only a stand-in where has_published is false
  std::optional<Clock> published_clock;
  std::optional<Value> mentioned;     // last date or time of day with a place in time
  int mentioned_at = 0;               // its lexeme
  std::optional<Date> mentioned_day;  // last day, whatever year or week came after it
  int mentioned_day_at = 0;

  // Which way the words around lexeme i look: the nearest tense marker before it in the sentence, else after it.
  Direction direction(int i) const;
  // The day that "the next day" or a bare time of day counts from: the day mentioned shortly before, else publication.
  Date nearby_day(int i) const;
  // The first day of what the text named shortly before, a year at the longest, else publication: what "a year later" and "that year" count from.
  Date context_day(int i) const;
  bool day_was_mentioned() const { return mentioned_day.has_value(); }
};

bool ends_sentence(const Lexemes& lexemes, int i);
// "in", "since", "until": what may stand before a date.
bool is_time_preposition(const Lexeme& lexeme);

}  // namespace dragoman::time

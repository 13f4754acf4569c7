// SPDX-License-Identifier: Apache-2.0
// Finds time expressions from left to right: at each lexeme the longest construction wins and reading goes on after it, so
// that none overlap. Each rule looks at a bounded stretch, hence the cost is linear in the text.
// "on Wednesday, May 14, at 10 p.m." is one expression; "from March to May" two.
#include "time/time_expressions.h"

#include <utility>

#include "time/rules.h"

namespace dragoman {
namespace time {
namespace {

// Only a number, certain words, an article before them or one of few signs can begin an expression.
bool may_begin(const Lexemes& lexemes, int i) {
  const int at = i + any_of(lexemes[i], {"the", "a", "an"});
  const Lexeme& lexeme = lexemes[at];
  if (lexeme.kind == LexemeKind::word) {
    const Lexeme& next = lexemes[at + 1];
    // Frequent words that begin an expression only before a word or number that could begin one itself.
    if (lexeme.is("to")) return next.is("date");
    if (lexeme.is("at")) return any_of(next, {"least", "most"});
    const bool opener = any_of(lexeme, {"this", "that", "all", "some", "many", "over", "about", "around", "as", "more", "most", "up", "very", "under", "less"});
    if (opener && next.kind == LexemeKind::word && !any_of(next, {"a", "an", "than", "the", "to", "time"}) && !begins_expression(next.text)) return false;
    return begins_expression(lexeme.text);
  }
  return lexeme.kind == LexemeKind::number || any_of(lexeme, {"'", "½"});
}

bool is_day(const MaybeMatch& match) {
  return match && match->value.grain == Grain::day && match->value.type == TimeType::date && match->value.first == match->value.last &&
         !match->value.is_weekday;
}

Match borrowing(int begin, int end, Value value, Borrowed borrowed) {
  value.borrowed = borrowed;
  return {begin, end, std::move(value)};
}

// "9 to 12 of June", "between ninth and 17th of April"; of "18 and 19 June" only the first day.
MaybeMatch number_to_date(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  auto number = ordinal_at(lexemes, i);
  if (!number) number = integer_at(lexemes, i);
  if (!number || number->value < 1 || number->value > 31 || lexemes[i].digits() > 2 || lexemes[i - 1].is("$")) return std::nullopt;
  const int at = number->end + 1;
  if (!any_of(lexemes[at - 1], {"-", "to", "and", "through", "till"})) return std::nullopt;
  if (month_named(lexemes[at].text) > 0 || weekday_named(lexemes[at].text) > 0 || lexemes[at].is("the")) return std::nullopt;
  const auto second = calendar_date(scene, at);
  if (!is_day(second)) return std::nullopt;
  const Date last = *second->value.first;
  const Date first{last.year, last.month, number->value};
  if (first >= last) return std::nullopt;
  const bool two_days = lexemes[at - 1].is("and") && !any_of(lexemes[i - 1], {"between", "from"});
  if (two_days) return borrowing(i, number->end, day_value(first), second->value.borrowed);
  return borrowing(i, second->end, day_range_value(first, last), second->value.borrowed);
}

// "May 14-16", "April 9th through 17th": the second day as a mere number after `first`.
MaybeMatch date_to_number(const Scene& scene, const Match& first) {
  const Lexemes& lexemes = scene.lexemes;
  const Lexeme& sign = lexemes[first.end];
  const int at = first.end + 1;
  auto number = ordinal_at(lexemes, at);
  const bool dashed = any_of(sign, {"-", "through"});
  if (!number && dashed && lexemes[at].digits() > 0 && lexemes[at].digits() <= 2 && !any_of(lexemes[at + 1], {":", "/", "p", "a", "pm", "am", "%", "-"})) {
    number = integer_at(lexemes, at);
  }
  if (!number || month_named(lexemes[number->end].text) > 0 || lexemes[number->end].is("of") || month_named(lexemes[first.end - 1].text) > 0)
    return std::nullopt;
  const Date from = *first.value.first;
  if (!is_date(from.year, from.month, number->value) || number->value <= from.day) return std::nullopt;
  const auto year = year_after(lexemes, number->end);
  const int shown = year ? year->value : from.year;
  return borrowing(first.begin, year ? year->end : number->end, day_range_value({shown, from.month, from.day}, {shown, from.month, number->value}),
                   year ? Borrowed::nothing : first.value.borrowed);
}

// Two days joined without words ("Nov 18-Dec 19, 2015", "5/1-5/7", "June 9-12", "9 to 12 of June") are one stretch.
MaybeMatch day_range(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const auto first = longest({calendar_date(scene, i), numeric_date(scene, i)});
  if (!is_day(first)) return number_to_date(scene, i);
  const Lexeme& sign = lexemes[first->end];
  if (any_of(sign, {"-", "~", "through", "to"})) {
    if (auto range = date_to_number(scene, *first)) return range;
  }
  if (!any_of(sign, {"-", "~"})) return std::nullopt;
  const auto second = longest({calendar_date(scene, first->end + 1), numeric_date(scene, first->end + 1)});
  if (!is_day(second)) return std::nullopt;
  const Date to = *second->value.first;
  Date from = *first->value.first;
  if (first->value.borrowed == Borrowed::year) {
    from.year = to.year - (std::pair(from.month, from.day) > std::pair(to.month, to.day));
    if (!is_date(from.year, from.month, from.day)) return std::nullopt;
  }
  if (to < from) return std::nullopt;
  return borrowing(i, second->end, day_range_value(from, to), second->value.borrowed);
}

MaybeMatch expression(const Scene& scene, int i) {
  return longest({set(scene, i), time_of_day(scene, i), day_range(scene, i), relative(scene, i), modified_point(scene, i), period(scene, i), holiday(scene, i),
                  calendar_date(scene, i), numeric_date(scene, i), duration(scene, i), vague(scene, i), year(scene, i)});
}

// Without a publication date what would come from it is X, and the expression has no place in time.
void forget_borrowed(Value& value) {
  if (value.borrowed == Borrowed::nothing) return;
  const std::size_t clock = value.timex.find('T');
  const std::string rest = clock == std::string::npos || value.type != TimeType::time ? "" : value.timex.substr(clock);
  if (value.type == TimeType::date || value.type == TimeType::time) {
    if (value.timex.find('/') != std::string::npos) {
      value.timex = "XXXX-XX-XX";
    } else if (value.borrowed == Borrowed::year) {
      value.timex.replace(0, 4, "XXXX");
    } else if (value.is_weekday) {
      value.timex = "XXXX-WXX-" + std::to_string(weekday_of(*value.first)) + rest;
    } else if (value.grain <= Grain::day) {
      value.timex = "XXXX-XX-XX" + rest;
    } else if (value.grain == Grain::week || value.grain == Grain::weekend) {
      value.timex = value.grain == Grain::week ? "XXXX-WXX" : "XXXX-WXX-WE";
    } else {
      value.timex = value.grain == Grain::month ? "XXXX-XX" : "XXXX";
    }
  }
  value.first = value.last = std::nullopt;
}

TimeExpression printed(const TextIndex& text, const Scene& scene, Match match) {
  if (!scene.has_published) forget_borrowed(match.value);
  const Lexemes& lexemes = scene.lexemes;
  TimeExpression expression;
  expression.words = text.text_span(text.span_of(lexemes[match.begin].begin, lexemes[match.end - 1].end));
  expression.type = match.value.type;
  expression.timex = match.value.timex;
  const bool in_calendar = match.value.first && match.value.last && match.value.first->year >= 1 && match.value.last->year <= 9999;
  if (in_calendar) {
    expression.begin_date = iso(*match.value.first) + match.value.from_clock;
    expression.end_date = iso(*match.value.last) + match.value.to_clock;
  }
  return expression;
}

}  // namespace

MaybeMatch longest(std::initializer_list<MaybeMatch> matches) {
  const MaybeMatch* best = nullptr;
  for (const MaybeMatch& match : matches) {
    if (match && (best == nullptr || match->end > (*best)->end)) best = &match;
  }
  return best == nullptr ? std::nullopt : *best;
}

MaybeMatch point(const Scene& scene, int i) {
  if (!may_begin(scene.lexemes, i)) return std::nullopt;
  return longest({relative(scene, i), period(scene, i), holiday(scene, i), calendar_date(scene, i), numeric_date(scene, i), year(scene, i)});
}

MaybeMatch day(const Scene& scene, int i) {
  if (!may_begin(scene.lexemes, i)) return std::nullopt;
  auto match = longest({relative(scene, i), calendar_date(scene, i), numeric_date(scene, i), period(scene, i), holiday(scene, i)});
  if (!match || match->value.grain != Grain::day || match->value.type != TimeType::date || match->value.first != match->value.last) return std::nullopt;
  return match;
}

}  // namespace time

std::vector<TimeExpression> find_times(const TextIndex& text, std::string_view published) {
  const time::Lexemes lexemes(text.text());
  time::Scene scene(lexemes, published);
  std::vector<TimeExpression> found;
  for (int i = 0; i < lexemes.size();) {
    auto match = time::may_begin(lexemes, i) ? time::expression(scene, i) : std::nullopt;
    if (!match) {
      ++i;
      continue;
    }
    if (match->value.first && match->value.type != TimeType::set && match->value.type != TimeType::duration) {
      scene.mentioned = match->value;
      scene.mentioned_at = i;
      if (match->value.grain <= time::Grain::day && match->value.last) {
        scene.mentioned_day = match->value.last;
        scene.mentioned_day_at = i;
      }
    }
    i = match->end;
    found.push_back(time::printed(text, scene, std::move(*match)));
  }
  return found;
}

}  // namespace dragoman

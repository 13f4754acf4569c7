// SPDX-License-Identifier: Apache-2.0
// Dates with names of months and weekdays. Words that are also something else ("may", "march", "sun", "April" the woman) count
// only beside something that dates need: a number, a preposition of time, another date word.
#include "time/rules.h"

namespace dragoman::time {
namespace {

constexpr int kYearAhead = 31;  // a date without a year this many days ahead is this year's, whatever the tense

// A capitalised word just before that is a first name or title rather than the beginning of a sentence.
bool follows_name(const Lexemes& lexemes, int i) {
  const Lexeme& before = lexemes[i - 1];
  if (before.kind != LexemeKind::word || !before.capital || is_time_preposition(before)) return false;
  if (ordinal_named(before.text) || weekday_named(before.text) || small_number(before.text) >= 0) return false;
  return !ends_sentence(lexemes, i - 2) || any_of(before, {"mr", "mrs", "ms", "theresa", "sir", "lady"});
}

bool is_day_number_after(const Lexemes& lexemes, int i) {
  const int at = lexemes[i].is(".") || lexemes[i].is("-") || lexemes[i].is("/") ? i + 1 : lexemes[i].is("the") ? i + 1 : i;
  if (const auto ordinal = ordinal_at(lexemes, at)) return ordinal->value <= 31;
  if (lexemes[at].number >= 1) return lexemes[at].number <= 31 ? lexemes[at].digits() <= 2 : is_year(lexemes[at]);
  return small_number(lexemes[at].text) >= 1 && lexemes[at].spaced;
}

bool is_day_number_before(const Lexemes& lexemes, int i) {
  int at = i - 1;
  if (any_of(lexemes[at], {"of", "/", "-", "."})) --at;
  if (any_of(lexemes[at], {"st", "nd", "rd", "th"}) && !lexemes[at].spaced) --at;
  if (ordinal_named(lexemes[at].text) && lexemes[i - 1].is("of")) return true;
  return lexemes[at].number >= 1 && lexemes[at].number <= 31 && lexemes[at].digits() <= 2;
}

struct DayNumber {
  int end = 0, day = 0;
};

// "14", "14th", "the fourteenth", "twenty nine" after a month.
std::optional<DayNumber> day_after_month(const Lexemes& lexemes, int i) {
  if (lexemes[i].is("the")) ++i;
  std::optional<ReadInteger> read = ordinal_at(lexemes, i);
  if (!read && lexemes[i].digits() > 0 && lexemes[i].digits() <= 2) read = ReadInteger{i + 1, lexemes[i].number};
  if (!read && lexemes[i].kind == LexemeKind::word && !year_in_words(lexemes, i)) {
    read = integer_at(lexemes, i);
    if (read && any_of(lexemes[read->end], {"of", "people", "men", "women", "soldiers", "others"})) return std::nullopt;  // "last October two of them left"
  }
  if (!read || read->value < 1 || read->value > 31) return std::nullopt;
  const bool decimal = lexemes[read->end].is(".") && !lexemes[read->end].spaced && lexemes[read->end + 1].number >= 0 && !lexemes[read->end + 1].spaced;
  const bool clock = lexemes[read->end].is(":") && !lexemes[read->end + 1].spaced && lexemes[read->end + 1].digits() == 2;
  if (decimal || clock || lexemes[read->end].is("%")) return std::nullopt;
  return DayNumber{read->end, read->value};
}

Value dated(const Scene& scene, int i, int year, int month, int day) {
  const bool given = year != 0;
  if (!given) year = resolve_year(scene, i, month, day);
  Value value = day_value({year, month, day});
  if (!given) value.borrowed = Borrowed::year;
  return value;
}

// "to June 2017" after a month without a year: the year that both share.
std::optional<int> shared_year(const Lexemes& lexemes, int i, int month) {
  if (!any_of(lexemes[i], {"to", "and", "through", "until", "till", "-", "or"})) return std::nullopt;
  const int other = month_named(lexemes[i + 1].text);
  if (other == 0) return std::nullopt;
  int at = i + 2 + lexemes[i + 2].is(".");
  if (const auto day = day_after_month(lexemes, at)) at = day->end;
  const auto year = year_after(lexemes, at);
  if (!year) return std::nullopt;
  return month > other ? year->value - 1 : year->value;
}

// "the September 11 attacks".
bool attacks_of_2001(const Lexemes& lexemes, int month, const DayNumber& day) {
  return month == 9 && day.day == 11 && any_of(lexemes[day.end], {"attack", "attacks", "terrorist", "hijackers", "hijackings", "commission"});
}

// "2017 April".
MaybeMatch year_first(const Lexemes& lexemes, int i) {
  if (!is_year(lexemes[i]) || !lexemes[i + 1].spaced) return std::nullopt;
  const int month = month_named(lexemes[i + 1].text);
  if (month == 0 || is_month_abbreviation(lexemes[i + 1].text) || any_of(lexemes[i + 1], {"may", "march"}) || is_day_number_after(lexemes, i + 2))
    return std::nullopt;
  return Match{i, i + 2, month_value(lexemes[i].number, month)};
}

// "May 14[, 2025]", "May 14-16", "May 2025", "May".
MaybeMatch month_first(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (!is_month_at(lexemes, i)) return std::nullopt;
  const int month = month_named(lexemes[i].text);
  int at = i + 1;
  const bool dotted = is_month_abbreviation(lexemes[i].text) && lexemes[at].is(".") && !lexemes[at].spaced;
  at += dotted;
  const int comma = lexemes[at].is(",") && ordinal_at(lexemes, at + 1) ? 1 : 0;
  if (const auto day = day_after_month(lexemes, at + comma)) {
    auto year = year_after(lexemes, day->end);
    if (!year) year = year_in_words(lexemes, day->end);
    if (attacks_of_2001(lexemes, month, *day)) return Match{i, day->end, day_value({2001, 9, 11})};
    const auto shared = year ? std::nullopt : shared_year(lexemes, day->end, month);
    if (!is_date(year ? year->value : 2000, month, day->day)) return std::nullopt;
    return Match{i, year ? year->end : day->end, dated(scene, i, year ? year->value : shared.value_or(0), month, day->day)};
  }
  if (const auto year = year_after(lexemes, at)) return Match{i, year->end, month_value(year->value, month)};
  if (const auto year = year_in_words(lexemes, at)) return Match{i, year->end, month_value(year->value, month)};
  if (follows_name(lexemes, i)) return std::nullopt;
  const auto shared = shared_year(lexemes, at, month);
  Value value = month_value(shared ? *shared : resolve_year(scene, i, month, 0), month);
  if (!shared) value.borrowed = Borrowed::year;
  return Match{i, at, value};
}

// "14 May [2025]", "the 14th of May", "14th day of May".
MaybeMatch day_first(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  int at = i + lexemes[i].is("the");
  const auto ordinal = ordinal_at(lexemes, at);
  auto day = ordinal ? ordinal : integer_at(lexemes, at);
  if (!day || day->value < 1 || day->value > 31 || lexemes[at].digits() > 2) return std::nullopt;
  if (lexemes[i - 1].is("$") || (lexemes[i - 1].is(".") && !lexemes[i].spaced)) return std::nullopt;
  at = day->end;
  if (lexemes[at].is("day") && ordinal) ++at;
  if (lexemes[at].is("of")) ++at;
  const int month = month_named(lexemes[at].text);
  const bool close = at == day->end;
  if (month == 0 || (close && lexemes[at].text == "may" && !lexemes[at].capital && !lexemes[at + 1].is(".") && !is_year(lexemes[at + 1]))) return std::nullopt;
  if (!is_month_at(lexemes, at)) return std::nullopt;
  ++at;
  if (is_month_abbreviation(lexemes[at - 1].text) && lexemes[at].is(".") && !lexemes[at].spaced && !ends_sentence(lexemes, at)) ++at;
  auto year = year_after(lexemes, at);
  if (!year) year = year_in_words(lexemes, at);
  if (!is_date(year ? year->value : 2000, month, day->value)) return std::nullopt;
  return Match{i, year ? year->end : at, dated(scene, i, year ? year->value : 0, month, day->value)};
}

// "the 14th", "on 14th", "the 14th of this month": an ordinal that nothing else follows.
MaybeMatch bare_day(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const int the = lexemes[i].is("the") ? 1 : 0;
  if (the == 0 && !lexemes[i - 1].is("on")) return std::nullopt;
  const auto day = ordinal_at(lexemes, i + the);
  if (!day || day->value < 1 || day->value > 31) return std::nullopt;
  int end = day->end;
  Date month = scene.published;
  const Lexeme& next = lexemes[end];
  const int of = end + next.is("day");
  const bool this_month = any_of(lexemes[of], {"of", "this"}) &&
                          (any_of(lexemes[of + 1], {"month"}) || (any_of(lexemes[of + 1], {"this", "the", "next", "last"}) && lexemes[of + 2].is("month")));
  if (this_month) {
    if (lexemes[of + 1].is("next")) month = add_months(month, 1);
    if (lexemes[of + 1].is("last")) month = add_months(month, -1);
    end = of + (lexemes[of + 1].is("month") ? 2 : 3);
  } else {
    const bool preposed = any_of(lexemes[i - 1], {"on", "by", "until", "till", "since", "before", "after"});
    const bool free = next.kind != LexemeKind::word || any_of(next, {"at", "to", "and", "or", "from", "between", "after", "before", "when"});
    if (!preposed || !free || lexemes[i + the].kind == LexemeKind::word) return std::nullopt;
    const bool ahead = day->value > month.day;
    if (ahead && scene.direction(i) == Direction::past) month = add_months(month, -1);
    if (!ahead && day->value < month.day && scene.direction(i) == Direction::future) month = add_months(month, 1);
  }
  if (!is_date(month.year, month.month, day->value)) return std::nullopt;
  Value value = day_value({month.year, month.month, day->value});
  value.borrowed = Borrowed::all;
  return Match{i, end, value};
}

// The date nearest to publication that is this weekday and this day of its month: "Friday the 26th".
std::optional<Date> weekday_on(const Scene& scene, int weekday, int day) {
  std::optional<Date> best;
  for (int offset = -14; offset <= 14; ++offset) {
    const Date first = add_months({scene.published.year, scene.published.month, 1}, offset);
    if (!is_date(first.year, first.month, day)) continue;
    const Date candidate{first.year, first.month, day};
    if (weekday_of(candidate) != weekday) continue;
    const auto distance = [&](Date date) { return std::abs(day_number(date) - day_number(scene.published)); };
    if (!best || distance(candidate) < distance(*best)) best = candidate;
  }
  return best;
}

// "Wednesday", "Wednesday, May 14", "Friday the 26th", "Mon 13th".
MaybeMatch weekday_first(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (!is_weekday_at(lexemes, i)) return std::nullopt;
  const int weekday = weekday_named(lexemes[i].text);
  int at = i + 1;
  if (is_weekday_abbreviation(lexemes[i].text) && lexemes[at].is(".") && !lexemes[at].spaced && !ends_sentence(lexemes, at)) ++at;
  const int alone = at;
  const bool bracket = lexemes[at].is("(");
  if (any_of(lexemes[at], {",", "-", "("})) ++at;
  if (auto date = longest({month_first(scene, at), day_first(scene, at), numeric_date(scene, at)}); date && date->value.grain == Grain::day) {
    date->begin = i;
    if (bracket && lexemes[date->end].is(")")) ++date->end;
    return date;
  }
  at = alone + (lexemes[alone].is("the") ? 1 : 0);
  auto number = ordinal_at(lexemes, at);
  if (!number && at == alone && lexemes[at].digits() > 0 && lexemes[at].digits() <= 2 && lexemes[at].number > 12 && !any_of(lexemes[at + 1], {":", "-"}) &&
      !(lexemes[at + 1].is(".") && !ends_sentence(lexemes, at + 1) && lexemes[at + 2].number >= 0)) {
    number = ReadInteger{at + 1, lexemes[at].number};
  }
  // "Tuesday the first generation" is no date.
  const bool figures = lexemes[at].number >= 0;
  if (number && !figures && lexemes[number->end].kind == LexemeKind::word && small_number(lexemes[number->end].text) < 0 && !lexemes[number->end].is("at"))
    number.reset();
  if (number) {
    if (const auto date = weekday_on(scene, weekday, number->value)) {
      Value value = day_value(*date);
      value.borrowed = Borrowed::all;
      return Match{i, number->end, value};
    }
  }
  Value value = day_value(resolve_weekday(scene, i, weekday));
  value.borrowed = Borrowed::all;
  value.is_weekday = true;
  return Match{i, alone, value};
}

}  // namespace

bool is_year(const Lexeme& lexeme) { return lexeme.digits() == 4 && lexeme.number >= 1000 && lexeme.number < 2200; }

bool is_weekday_at(const Lexemes& lexemes, int i) {
  const Lexeme& word = lexemes[i];
  if (weekday_named(word.text) == 0) return false;
  const Lexeme& next = lexemes[i + 1];
  if (next.is(".") && !next.spaced && lexemes[i + 2].kind == LexemeKind::word && !lexemes[i + 2].spaced) return false;  // monday.com
  if (next.capital && any_of(next, {"times", "telegraph", "mirror", "mail", "express", "herald", "post", "independent", "night", "live"}) && word.capital &&
      !next.is("night")) {
    return false;
  }
  if (lexemes[i - 1].is("@") || lexemes[i - 1].is("#")) return false;
  if (!is_weekday_abbreviation(word.text)) return word.text.back() != 's' || word.capital;
  if (lexemes[i - 1].is("$")) return false;
  const bool neighbour = next.number >= 0 || next.is(",") || next.is("(") || next.is("the") || any_of(next, {"at", "or", "and", "morning", "evening"}) ||
                         month_named(next.text) > 0 || is_time_preposition(lexemes[i - 1]) || any_of(lexemes[i - 1], {"week", "("});
  return neighbour && (word.capital || !any_of(word.text, {"sat", "sun", "wed"}));
}

bool is_month_at(const Lexemes& lexemes, int i) {
  const Lexeme& word = lexemes[i];
  if (month_named(word.text) == 0 || lexemes[i - 1].is("$") || lexemes[i - 1].is("@") || lexemes[i - 1].is("#")) return false;
  const bool number = is_day_number_after(lexemes, i + 1) || is_day_number_before(lexemes, i);
  if (is_month_abbreviation(word.text)) {
    const bool joined = any_of(lexemes[i + 1], {"-", "/", "to"}) && month_named(lexemes[i + 2].text) > 0;
    if (any_of(word, {"mar", "jan", "dec"}) && !word.capital && !number) return is_time_preposition(lexemes[i - 1]);
    return number || joined || is_time_preposition(lexemes[i - 1]) || (lexemes[i + 1].is(",") && is_year(lexemes[i + 2])) ||
           (any_of(lexemes[i - 1], {"-", "/"}) && (month_named(lexemes[i - 2].text) > 0 || is_year(lexemes[i - 2])));
  }
  if (any_of(word, {"may", "march", "august"})) {
    const Lexeme& before = lexemes[i - 1];
    const bool preposed =
        any_of(before, {"in",     "since",   "until", "till",   "by",    "of",   "from",       "last", "next", "this", "early", "late", "mid", "through",
                        "during", "between", "after", "before", "every", "each", "throughout", "on",   "and",  "to",   "the",   "or",   "-",   ","});
    if (!word.capital) {
      const bool certain = any_of(before, {"in", "since", "until", "last", "early", "late", "mid", "during"});
      const bool opens_range = word.is("may") && lexemes[i + 1].is("to") && month_named(lexemes[i + 2].text) > 0;
      const bool ends_range = any_of(before, {"to", "and", "-", "from"}) && month_named(lexemes[i - 2].text) > 0;
      const bool with_year = lexemes[i + 1].is(",") && is_year(lexemes[i + 2]);
      return number || certain || opens_range || ends_range || with_year || (word.is("august") && any_of(before, {"between", "from", "to", "and"}));
    }
    const bool joined = any_of(lexemes[i + 1], {"to", "-"}) && month_named(lexemes[i + 2].text) > 0;
    return number || joined || (preposed && !before.is("on"));
  }
  return word.capital || number || is_time_preposition(lexemes[i - 1]) || any_of(lexemes[i - 1], {"-", "the"}) || ends_sentence(lexemes, i - 1);
}

std::optional<ReadInteger> year_after(const Lexemes& lexemes, int i) {
  int at = i;
  if (lexemes[at].is(",")) ++at;
  const bool of = any_of(lexemes[at], {"of", "in"});
  at += of;
  if (of && any_of(lexemes[at], {"the"}) && lexemes[at + 1].is("year")) at += 2;
  const Lexeme& number = lexemes[at];
  if (is_year(number)) {
    const Lexeme& next = lexemes[at + 1];
    const bool clock = next.is(":") && !next.spaced && lexemes[at + 2].digits() == 2;
    const bool meridiem = any_of(next, {"am", "pm"});
    const bool decade = next.is("s") && !next.spaced;
    if (clock || meridiem || decade) return std::nullopt;
    return ReadInteger{at + 1, number.number};
  }
  if (number.is("'") && lexemes[at + 1].digits() == 2 && !lexemes[at + 1].spaced) {
    const int two = lexemes[at + 1].number;
    return ReadInteger{at + 2, two + (two < 40 ? 2000 : 1900)};
  }
  if (number.digits() == 2 && number.number > 31 && lexemes[i].is("of")) return ReadInteger{at + 1, number.number + (number.number < 40 ? 2000 : 1900)};
  return std::nullopt;
}

int resolve_year(const Scene& scene, int i, int month, int day) {
  const Date& published = scene.published;
  const int year = published.year;
  if (day == 29 && month == 2) {
    for (int back = 0; back < 8; ++back) {
      if (is_date(year - back, 2, 29) && Date{year - back, 2, 29} <= published) return year - back;
    }
  }
  Direction direction = scene.direction(i);
  if (any_of(scene.lexemes[i - 1], {"until", "till"})) direction = Direction::future;
  if (any_of(scene.lexemes[i - 1], {"since"}) || (any_of(scene.lexemes[i - 2], {"since"}) && !scene.lexemes[i - 1].is(","))) direction = Direction::past;
  const int this_month = published.month;
  if (day == 0) {
    if (direction == Direction::future) return month < this_month ? year + 1 : year;
    return month > this_month ? year - 1 : year;
  }
  const int ahead = day_number({year, month, day}) - day_number(published);
  if (ahead > kYearAhead && direction != Direction::future) return year - 1;
  if (ahead < -60 && direction == Direction::future) return year + 1;
  if (ahead < -335 && direction == Direction::open) return year + 1;
  return year;
}

Date resolve_weekday(const Scene& scene, int i, int weekday) {
  const int today = weekday_of(scene.published);
  // "a strike for Monday", not "revenge for Monday's raid".
  const bool is_owner = any_of(scene.lexemes[i + 1], {"'", "\u2019"}) && !scene.lexemes[i + 1].spaced;
  const bool is_set = any_of(scene.lexemes[i - 1], {"until", "till"}) || (scene.lexemes[i - 1].is("for") && !is_owner);
  const bool future = scene.direction(i) == Direction::future || is_set;
  return add_days(scene.published, future ? (weekday - today + 7) % 7 : -((today - weekday + 7) % 7));
}

MaybeMatch calendar_date(const Scene& scene, int i) {
  return longest({weekday_first(scene, i), month_first(scene, i), day_first(scene, i), bare_day(scene, i), year_first(scene.lexemes, i)});
}

}  // namespace dragoman::time

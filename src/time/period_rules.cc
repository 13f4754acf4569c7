// SPDX-License-Identifier: Apache-2.0
// Points longer than a day that are named by number or season, and parts of longer points ("the end of 2011").
#include <string>

#include "time/rules.h"

namespace dragoman::time {
namespace {

int past_hyphen(const Lexemes& lexemes, int i) { return lexemes[i].is("-") && !lexemes[i].spaced && !lexemes[i + 1].spaced ? i + 1 : i; }

int decade_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"};
  for (int k = 0; k < 8; ++k) {
    if (kWords[k] == word) return 20 + 10 * k;
  }
  return -1;
}

// A decade of two figures is the last one that has begun: "the 90s" the 1990s, "the 20s" in 2025 the 2020s.
Value short_decade(const Scene& scene, int tens) {
  const int century = scene.published.year / 100 * 100;
  return decade_value(century + tens <= scene.published.year && tens < 30 ? century + tens : century - 100 + tens);
}

// "1990s", "the '90s", "90s", "the nineties".
MaybeMatch decade(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const bool the = lexemes[i].is("the");
  int at = i + the;
  const bool quoted = lexemes[at].is("'") && !lexemes[at + 1].spaced;
  at += quoted;
  if (const int tens = decade_word(lexemes[at].text); tens > 0) {
    if (!the && !is_time_preposition(lexemes[i - 1])) return std::nullopt;
    if (any_of(lexemes[at - 1], {"his", "her", "their"})) return std::nullopt;
    return Match{i, at + 1, short_decade(scene, tens)};
  }
  const Lexeme& number = lexemes[at];
  int after = at + 1;
  if (lexemes[after].is("'") && !lexemes[after].spaced) ++after;
  if (number.number < 0 || number.number % 10 != 0 || !lexemes[after].is("s") || any_of(lexemes[i - 1], {"his", "her", "their", "$"})) return std::nullopt;
  if (number.digits() == 4 && is_year(number)) return Match{i, after + 1, decade_value(number.number)};
  if (number.digits() == 2 && number.number >= 10) return Match{i, after + 1, short_decade(scene, number.number)};
  return std::nullopt;
}

// "15th century", "the first century BC".
MaybeMatch century(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const auto ordinal = ordinal_at(lexemes, i + lexemes[i].is("the"));
  if (!ordinal || ordinal->value < 1 || ordinal->value > 30) return std::nullopt;
  const int at = past_hyphen(lexemes, ordinal->end);
  if (!lexemes[at].is("century")) return std::nullopt;
  const Lexeme& era = lexemes[at + 1];
  if (any_of(era, {"bc", "bce"})) {
    Value value = century_value(ordinal->value);
    value.timex = "BC" + value.timex;
    value.first = value.last = std::nullopt;
    return Match{i, at + 2, value};
  }
  return Match{i, at + 1 + any_of(era, {"ad", "ce"}), century_value(ordinal->value)};
}

struct YearPhrase {
  int end = 0, year = 0;
  bool given = false;
};

// "of 2013", "2013", "of last year", "of the year", ", 2013", "this year" after a part of a year.
YearPhrase year_phrase(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (const auto year = year_after(lexemes, i)) return {year->end, year->value, true};
  int at = i + any_of(lexemes[i], {"of", "in"});
  const int this_year = scene.published.year;
  if (is_year(lexemes[at])) return {at + 1, lexemes[at].number, true};
  if (lexemes[at].is("-") && is_year(lexemes[at + 1])) return {at + 2, lexemes[at + 1].number, true};
  const bool the = lexemes[at].is("the") && at > i;
  at += the;
  if (lexemes[at].is("year") && the) return {at + 1, this_year, true};
  if (!lexemes[at + 1].is("year")) return {i, this_year, false};
  if (any_of(lexemes[at], {"this", "current"})) return {at + 2, this_year, true};
  if (any_of(lexemes[at], {"last", "previous"})) return {at + 2, this_year - 1, true};
  if (any_of(lexemes[at], {"next", "following", "coming"})) return {at + 2, this_year + 1, true};
  return {i, this_year, false};
}

// Without a year the quarter is the last that has begun, or the coming one where the words look ahead.
Match quarter_match(const Scene& scene, int i, int begin, const YearPhrase& year, int number, bool half) {
  const int first_month = half ? number * 6 - 5 : number * 3 - 2;
  int shown = year.year;
  if (!year.given) {
    const bool begun = first_month <= scene.published.month;
    if (!begun && scene.direction(i) != Direction::future) --shown;
    if (begun && scene.direction(i) == Direction::future && first_month + (half ? 5 : 2) < scene.published.month) ++shown;
  }
  Match match{begin, year.end, half ? half_value(shown, number) : quarter_value(shown, number)};
  if (!year.given) match.value.borrowed = Borrowed::year;
  return match;
}

int quarter_code(const Lexemes& lexemes, int i) {
  if (!any_of(lexemes[i], {"q", "h"}) || lexemes[i + 1].digits() != 1 || lexemes[i + 1].spaced) return 0;
  const int number = lexemes[i + 1].number;
  return number >= 1 && number <= (lexemes[i].is("h") ? 2 : 4) ? number : 0;
}

// "Q3", "Q1 2019", "2019-Q1", "2019 H2".
MaybeMatch coded_quarter(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (const int number = quarter_code(lexemes, i)) {
    const YearPhrase year = year_phrase(scene, i + 2);
    if (lexemes[i].is("h") && !year.given) return std::nullopt;
    return quarter_match(scene, i, i, year, number, lexemes[i].is("h"));
  }
  if (!is_year(lexemes[i])) return std::nullopt;
  const int at = i + 1 + lexemes[i + 1].is("-");
  const int number = quarter_code(lexemes, at);
  if (number == 0) return std::nullopt;
  return quarter_match(scene, i, i, {at + 2, lexemes[i].number, true}, number, lexemes[at].is("h"));
}

// "next year's" before a quarter or half.
YearPhrase possessive_year(const Scene& scene, int i) {
  const YearPhrase year = year_phrase(scene, i);
  const Lexemes& lexemes = scene.lexemes;
  if (!year.given || !lexemes[year.end].is("'") || !lexemes[year.end + 1].is("s")) return {i, 0, false};
  return {year.end + 2, year.year, true};
}

// "the third quarter of 2013", "first-quarter", "next year's first half".
MaybeMatch named_quarter(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const YearPhrase before = possessive_year(scene, i);
  const int at = before.end + lexemes[before.end].is("the");
  auto ordinal = ordinal_at(lexemes, at);
  if (!ordinal && lexemes[at].is("final")) ordinal = ReadInteger{at + 1, 4};
  if (!ordinal) return std::nullopt;
  const int noun = past_hyphen(lexemes, ordinal->end);
  const bool half = lexemes[noun].is("half");
  if (!half && !lexemes[noun].is("quarter")) return std::nullopt;
  if (ordinal->value > (half ? 2 : 4)) return std::nullopt;
  YearPhrase year = year_phrase(scene, noun + 1);
  if (before.given) year = {noun + 1, before.year, true};
  // "in the second half" is as often of a match.
  if (!year.given && (half || lexemes[noun + 1].is("of"))) return std::nullopt;
  return quarter_match(scene, i, i, year, ordinal->value, half);
}

// "fiscal 2009", "fiscal year 2008", "FY12", "school year 2008", "the calendar year 2008".
MaybeMatch fiscal_year(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  int at = i + lexemes[i].is("the");
  const Lexeme& kind = lexemes[at];
  const bool code = any_of(kind, {"fy", "sy", "cy"});
  if (!code && !any_of(kind, {"fiscal", "financial", "school", "academic", "calendar"})) return std::nullopt;
  const bool fiscal = any_of(kind, {"fy", "fiscal", "financial"}), calendar = any_of(kind, {"cy", "calendar"});
  const bool noun = lexemes[at + 1].is("year");
  at += 1 + noun;
  if (!noun && !code && !fiscal) return std::nullopt;
  const std::string prefix = calendar ? "" : fiscal ? "FY" : "SY";
  if (lexemes[at].is("'") && lexemes[at + 1].digits() == 2) ++at;
  const Lexeme& number = lexemes[at];
  const bool two = number.digits() == 2 && (code || lexemes[at - 1].is("'"));
  if (!is_year(number) && !two) {
    if (!noun || calendar || any_of(lexemes[i - 1], {"this", "last", "next"})) return std::nullopt;
    Value value = reference_value(prefix + iso_year(scene.published.year));
    value.borrowed = Borrowed::all;
    return Match{i, at, value};
  }
  Value value = year_value(two ? 2000 + number.number : number.number);
  value.timex = prefix + value.timex;
  if (!calendar) value.first = value.last = std::nullopt;
  return Match{i, at + 1, value};
}

// "the summer of 2012", "summer 2012", "summer". Bare "spring" and "fall" only after a preposition.
MaybeMatch season(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const bool the = lexemes[i].is("the");
  const int at = i + the;
  const std::string_view name = season_named(lexemes[at].text);
  if (name.empty()) return std::nullopt;
  const YearPhrase year = year_phrase(scene, at + 1);
  if (year.given) return Match{i, year.end, season_value(year.year, name)};
  const bool preposed = any_of(lexemes[i - 1], {"in", "this", "last", "during", "since", "until", "by", "early", "late", "mid", "through", "every"});
  if (any_of(lexemes[at], {"fall", "spring"}) && (!preposed || any_of(lexemes[at + 1], {"of", "in"}))) return std::nullopt;
  if (lexemes[at].capital && lexemes[at + 1].capital && !the) return std::nullopt;
  const int first_month = name == "SP" ? 3 : name == "SU" ? 6 : name == "FA" ? 9 : 12;
  const bool begun = first_month <= scene.published.month;
  const int shown = scene.published.year - (!begun && scene.direction(i) != Direction::future);
  Value value = season_value(shown, name);
  value.borrowed = Borrowed::year;
  return Match{i, at + 1, value};
}

// "the week of May 4", "week beginning May 4", "the weekend of May 4".
MaybeMatch week_of_day(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  int at = i + lexemes[i].is("the");
  const bool weekend = lexemes[at].is("weekend");
  if (lexemes[at].is("w") && lexemes[at + 1].is("/") && any_of(lexemes[at + 2], {"c", "b"})) {
    at += 3;
  } else if (weekend || lexemes[at].is("week")) {
    if (!any_of(lexemes[at + 1], {"of", "beginning", "starting", "commencing", "ending"})) return std::nullopt;
    at += 2 + lexemes[at + 2].is("on");
  } else {
    return std::nullopt;
  }
  const auto inner = longest({calendar_date(scene, at), numeric_date(scene, at), holiday(scene, at)});
  std::optional<Date> day;
  int end = 0;
  if (inner && inner->value.grain == Grain::day) {
    day = inner->value.first;
    end = inner->end;
  } else if (const auto number = ordinal_at(lexemes, at + lexemes[at].is("the"));
             number && is_date(scene.published.year, scene.published.month, number->value)) {
    day = Date{scene.published.year, scene.published.month, number->value};
    end = number->end;
  }
  if (!day) return std::nullopt;
  const Date monday = monday_before(*day);
  Match match{i, end, weekend ? weekend_value(monday) : week_value(monday)};
  if (inner) match.value.borrowed = inner->value.borrowed;
  return match;
}

// "week 31", "week 3 of 2027".
MaybeMatch numbered_week(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const int at = i + lexemes[i].is("the") + 1;
  if (!lexemes[at - 1].is("week") || lexemes[at].digits() == 0 || lexemes[at].digits() > 2) return std::nullopt;
  const int number = lexemes[at].number;
  if (number < 1 || number > 53 || lexemes[at + 1].is("-")) return std::nullopt;
  const YearPhrase year = year_phrase(scene, at + 1);
  if (!year.given && any_of(lexemes[i - 1], {"in", "by", "of"}) && lexemes[i - 2].capital) return std::nullopt;
  Value value = week_value(monday_of({year.year, number}));
  if (!year.given) value.borrowed = Borrowed::year;
  return Match{i, year.end, value};
}

// A month or year that parts are taken of: "2013", "Jan 2015", "next month", "the month", "July".
MaybeMatch whole_after_of(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (!any_of(lexemes[i], {"of", "in"})) return std::nullopt;
  const int at = i + 1;
  if (const auto found = longest({calendar_date(scene, at), relative(scene, at), year(scene, at)})) return found;
  return std::nullopt;
}

Value week_of_whole(const Value& whole, int number) {
  if (whole.grain == Grain::year) {
    const int year_number = whole.first->year;
    if (number > 0) return week_value(monday_of({year_number, number}));
    return week_value(monday_before({year_number, 12, 28}));
  }
  // The first week of a month is the one with its first Thursday, as ISO weeks of years are.
  return week_value(monday_before(nth_weekday(whole.first->year, whole.first->month, 4, number > 0 ? number : -1)));
}

// One unit or weekday of a longer point: "the last week of July", "the first Monday of next month", "the third month of 2021".
MaybeMatch ordinal_part(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const int at = i + lexemes[i].is("the");
  const bool last = any_of(lexemes[at], {"last", "final"});
  const auto ordinal = last ? std::optional(ReadInteger{at + 1, -1}) : ordinal_at(lexemes, at);
  if (!ordinal || (!last && ordinal->value < 1)) return std::nullopt;
  const Lexeme& noun = lexemes[ordinal->end];
  const int weekday = weekday_named(noun.text);
  const auto unit = unit_named(noun.text);
  if (weekday == 0 && !(unit && !unit->plural && any_of(noun, {"week", "month", "day", "weekend"}))) return std::nullopt;
  const auto whole = whole_after_of(scene, ordinal->end + 1);
  if (!whole || !whole->value.first || (whole->value.grain != Grain::month && whole->value.grain != Grain::year)) return std::nullopt;
  const int number = ordinal->value;
  const Date first = *whole->value.first;
  Match match{i, whole->end, {}};
  if (weekday > 0) {
    if (whole->value.grain != Grain::month || number > 5) return std::nullopt;
    match.value = day_value(nth_weekday(first.year, first.month, weekday, number));
  } else if (noun.is("week")) {
    if (number > 53) return std::nullopt;
    match.value = week_of_whole(whole->value, number);
  } else if (noun.is("month")) {
    if (whole->value.grain != Grain::year || number > 12) return std::nullopt;
    match.value = month_value(first.year, number < 0 ? 12 : number);
  } else {
    match.value = day_value(number < 0 ? *whole->value.last : add_days(first, number - 1));
  }
  match.value.borrowed = whole->value.borrowed;
  return match;
}

// Several units of a longer point: "the last four months of 2021", "the first ten days of May".
MaybeMatch counted_part(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const int at = i + lexemes[i].is("the");
  const bool last = any_of(lexemes[at], {"last", "final"});
  if (!last && !lexemes[at].is("first")) return std::nullopt;
  const auto measure = measure_at(lexemes, at + 1);
  if (!measure || measure->steps.size() != 1) return std::nullopt;
  const auto whole = whole_after_of(scene, measure->end);
  if (!whole || !whole->value.first || !whole->value.last || whole->value.grain < Grain::month) return std::nullopt;
  Value value = duration_value(measure->timex);
  const Step step = measure->steps.front();
  const bool weeks = step.unit == Unit::week && whole->value.grain == Grain::year;
  if (last) {
    const Date stop = weeks ? add_days(monday_before({whole->value.last->year, 12, 28}), 7) : add_days(*whole->value.last, 1);
    value.first = shift(stop, step.unit, -step.count);
    value.last = add_days(stop, -1);
  } else {
    value.first = weeks ? monday_of({whole->value.first->year, 1}) : *whole->value.first;
    value.last = add_days(shift(*value.first, step.unit, step.count), -1);
  }
  value.borrowed = whole->value.borrowed;
  return Match{i, whole->end, value};
}

enum class Part { beginning, middle, end };

// The third of a month or year that "early", "mid" and "late" mean; other points stay whole.
void narrow(Value& value, Part part) {
  if (!value.first || !value.last) return;
  const Date first = *value.first, last = *value.last;
  if (value.grain == Grain::month) {
    if (part == Part::beginning) value.last = Date{first.year, first.month, 10};
    if (part == Part::middle) value.first = Date{first.year, first.month, 10}, value.last = Date{first.year, first.month, 20};
    if (part == Part::end) value.first = Date{first.year, first.month, 16};
  } else if (value.grain == Grain::year) {
    if (part == Part::beginning) value.last = Date{first.year, 4, 30};
    if (part == Part::middle) value.first = Date{first.year, 5, 1}, value.last = Date{first.year, 8, 31};
    if (part == Part::end) value.first = Date{first.year, 9, 1};
  } else if (value.grain == Grain::decade || value.grain == Grain::century) {
    const int third = (last.year - first.year + 1) / 3;
    if (part == Part::beginning) value.last = Date{first.year + third, 12, 31};
    if (part == Part::middle) value.first = Date{first.year + third, 1, 1}, value.last = Date{last.year - third, 12, 31};
    if (part == Part::end) value.first = Date{last.year - third, 1, 1};
  }
}

MaybeMatch modified(int begin, MaybeMatch inner, Part part) {
  if (!inner || inner->value.type == TimeType::set || inner->value.type == TimeType::duration) return std::nullopt;
  inner->begin = begin;
  narrow(inner->value, part);
  return inner;
}

// What may stand after "the end of": also the bare "year" of "end of year".
MaybeMatch whole(const Scene& scene, int i) {
  if (auto found = point(scene, i)) return found;
  const auto unit = unit_named(scene.lexemes[i].text);
  if (!unit || unit->plural || unit->short_form || unit->unit < Unit::day || unit->unit == Unit::night) return std::nullopt;
  Match match{i, i + 1, unit_period(unit->unit, scene.published, 0)};
  match.value.borrowed = Borrowed::all;
  return match;
}

// "year's end", "year-end".
MaybeMatch year_end(const Scene& scene, int i, int at) {
  const Lexemes& lexemes = scene.lexemes;
  const bool possessive = lexemes[at + 1].is("'") && lexemes[at + 2].is("s");
  const int end = possessive ? at + 3 : past_hyphen(lexemes, at + 1);
  if (end == at + 1 || !lexemes[end].is("end")) return std::nullopt;
  Match match{i, end + 1, year_value(scene.published.year)};
  match.value.borrowed = Borrowed::all;
  narrow(match.value, Part::end);
  return match;
}

// "the end of 2011", "the beginning of the year", "end of month".
MaybeMatch part_of_point(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  int at = i + lexemes[i].is("the");
  at += any_of(lexemes[at], {"very"});
  const Lexeme& part = lexemes[at];
  const bool beginning = any_of(part, {"beginning", "start", "turn", "outset"});
  const bool middle = part.is("middle"), end = any_of(part, {"end", "close"});
  const bool rest = any_of(part, {"rest", "remainder"});
  if (part.is("year")) return year_end(scene, i, at);
  if (!beginning && !middle && !end && !rest) return std::nullopt;
  if (!lexemes[at + 1].is("of")) return std::nullopt;
  auto inner = whole(scene, at + 2);
  if (!inner && lexemes[at + 2].is("the")) inner = whole(scene, at + 3);
  return modified(i, inner, beginning ? Part::beginning : middle ? Part::middle : Part::end);
}

// "later this year", "earlier in the week", "early 2009", "mid-May", "late Monday", "early last month".
MaybeMatch early_or_late(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const int the = lexemes[i].is("the") ? 1 : 0;
  const Lexeme& word = lexemes[i + the];
  if (the == 1 && any_of(word, {"earlier", "later"})) return std::nullopt;
  const bool beginning = any_of(word, {"early", "earlier"}), middle = word.is("mid"), end = any_of(word, {"late", "later"});
  if (!beginning && !middle && !end) return std::nullopt;
  int at = past_hyphen(lexemes, i + the + 1);
  if (middle && at == i + the + 1 && lexemes[at].is("-")) ++at;
  const Part part = beginning ? Part::beginning : middle ? Part::middle : Part::end;
  if (lexemes[at].is("in") && !middle) {
    if (any_of(word, {"early", "late"}) && !lexemes[at + 1].is("the")) return modified(i, point(scene, at + 1), part);
    return modified(i, point(scene, at + 1), part);
  }
  if (any_of(word, {"earlier", "later"}) && any_of(lexemes[at], {"on"})) return std::nullopt;
  if (lexemes[at].is("the") && !middle) return std::nullopt;
  return modified(i, point(scene, at), part);
}

// A number of four figures that is part of a name, a price, a larger number or a code.
bool is_other_number(const Lexemes& lexemes, int i) {
  const Lexeme& number = lexemes[i];
  const Lexeme &before = lexemes[i - 1], &next = lexemes[i + 1];
  if (any_of(before,
             {"$", "#", "no", "number", "resolution", "room", "flight", "section", "article", "route", "page", "boeing", "model", "at", "+", "covid"})) {
    return true;
  }
  if (!number.spaced && !any_of(before, {"(", "-", "/", "\"", "'", "=", "~", "[", ","})) return true;
  if (!number.spaced && before.is(",") && !before.spaced && lexemes[i - 2].number >= 0) return true;
  if (!number.spaced && before.is("-") && !before.spaced && lexemes[i - 2].kind == LexemeKind::number && !is_year(lexemes[i - 2])) return true;
  if (!next.spaced && (next.kind == LexemeKind::word || any_of(next, {"%", "/"}))) return true;
  if (!next.spaced && any_of(next, {".", ",", ":"}) && lexemes[i + 2].kind == LexemeKind::number && !lexemes[i + 2].spaced) return true;
  if (!next.spaced && next.is("-") && !lexemes[i + 2].spaced && lexemes[i + 2].kind == LexemeKind::number && !is_year(lexemes[i + 2]) &&
      lexemes[i + 2].digits() != 2) {
    return true;
  }
  // "1994-95" is a year and the next; "2015-32" and telephone numbers are no years.
  const bool dash_after = next.is("-") && !next.spaced && !lexemes[i + 2].spaced;
  if (dash_after && lexemes[i + 2].digits() == 2 && lexemes[i + 2].number != (number.number + 1) % 100) return true;
  if (dash_after && lexemes[i + 2].number >= 0 && lexemes[i + 3].is("-") && lexemes[i + 4].number >= 0) return true;
  if (before.is("-") && !before.spaced && !number.spaced && lexemes[i - 3].is("-") && lexemes[i - 2].number >= 0) return true;
  return false;
}

}  // namespace

MaybeMatch year(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const int named = i + lexemes[i].is("the");
  if (lexemes[named].is("year") && is_year(lexemes[named + 1])) return Match{i, named + 2, year_value(lexemes[named + 1].number)};
  const Lexeme& number = lexemes[i];
  const Lexeme &before = lexemes[i - 1], &next = lexemes[i + 1];
  if (number.digits() == 0 && number.kind == LexemeKind::word) {
    const auto words = year_in_words(lexemes, i);
    if (!words || !any_of(before, {"in", "since", "until", "by", "from", "of"})) return std::nullopt;
    return Match{i, words->end, year_value(words->value)};
  }
  const bool bc = any_of(next, {"bc", "bce"}) || (next.is("b") && lexemes[i + 2].is(".") && lexemes[i + 3].is("c"));
  if (number.number > 0 && number.digits() <= 4 && bc) return Match{i, next.is("b") ? i + 5 : i + 2, year_value(1 - number.number)};
  if (number.number > 0 && number.digits() <= 4 && any_of(next, {"ad", "ce"})) return Match{i, i + 2, year_value(number.number)};
  if (any_of(before, {"ad"}) && number.number > 0 && number.digits() <= 4) return Match{i, i + 1, year_value(number.number)};
  if (!is_year(number)) {
    const bool quoted = number.is("'") && number.spaced && next.digits() == 2 && !next.spaced && any_of(before, {"in", "since", "of", "by", "until"});
    if (quoted && !lexemes[i + 2].is("s")) return Match{i, i + 2, year_value(next.number + (next.number < 40 ? 2000 : 1900))};
    return std::nullopt;
  }
  if (is_other_number(lexemes, i)) return std::nullopt;
  const bool preposed = is_time_preposition(before) || any_of(before, {"year", "(", ",", "the", "=", "winter", "summer", "spring", "autumn"});
  if (number.number > 2100 && !any_of(before, {"in", "by", "until", "year", "before", "after"})) return std::nullopt;
  if (number.number < 1500 && !any_of(before, {"in", "since", "by", "until", "year", "from", "to", "between", "before", "after", "("})) return std::nullopt;
  const bool counts = next.spaced && next.kind == LexemeKind::word && !next.capital && next.text.size() > 3 &&
                      (next.text.back() == 's' || any_of(next, {"people", "percent", "men", "women", "children", "police", "meters", "other", "more"})) &&
                      !any_of(next, {"was", "has", "is", "as", "its", "his", "this", "does"});
  if (counts && !any_of(before, {"in", "since", "the", "until"})) return std::nullopt;
  if (any_of(next, {"people", "percent", "men", "women", "million", "troops", "soldiers", "miles", "meters", "metres", "feet", "hours"})) return std::nullopt;
  const bool free = next.kind != LexemeKind::word || next.capital || preposed || any_of(next, {"and", "or", "to", "through", "in", "with", "when", "as"});
  if (!free && !(number.number >= 1900 && number.number <= 2050)) return std::nullopt;
  if (!preposed && number.number % 1000 == 0 && next.kind == LexemeKind::word) return std::nullopt;
  return Match{i, i + 1, year_value(number.number)};
}

MaybeMatch period(const Scene& scene, int i) {
  return longest({decade(scene, i), century(scene, i), coded_quarter(scene, i), named_quarter(scene, i), fiscal_year(scene, i), season(scene, i),
                  week_of_day(scene, i), numbered_week(scene, i), ordinal_part(scene, i), counted_part(scene, i)});
}

MaybeMatch modified_point(const Scene& scene, int i) { return longest({part_of_point(scene, i), early_or_late(scene, i)}); }

Value unit_period(Unit unit, Date day, int offset) {
  const int year_number = day.year;
  switch (unit) {
    case Unit::day:
    case Unit::night: return day_value(add_days(day, offset));
    case Unit::week:
    case Unit::fortnight: return week_value(add_days(monday_before(day), 7 * offset));
    case Unit::month: {
      const Date month = add_months({year_number, day.month, 1}, offset);
      return month_value(month.year, month.month);
    }
    case Unit::quarter: {
      const Date month = add_months({year_number, (day.month - 1) / 3 * 3 + 1, 1}, 3 * offset);
      return quarter_value(month.year, (month.month - 1) / 3 + 1);
    }
    case Unit::decade: return decade_value(year_number / 10 * 10 + 10 * offset);
    case Unit::century: return century_value(year_number / 100 + 1 + offset);
    default: return year_value(year_number + offset);
  }
}

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
// Times that recur. The value is how often ("P1W") or which ("XXXX-WXX-1").
#include "time/rules.h"

namespace dragoman::time {
namespace {

struct Frequency {
  std::string_view word, timex;
};

constexpr Frequency kAdverbs[] = {
    {"daily", "P1D"},   {"everyday", "P1D"},     {"nightly", "P1D"},        {"weekly", "P1W"},   {"biweekly", "P2W"}, {"fortnightly", "P2W"},
    {"monthly", "P1M"}, {"bimonthly", "P2M"},    {"quarterly", "P3M"},      {"yearly", "P1Y"},   {"annually", "P1Y"}, {"annual", "P1Y"},
    {"hourly", "PT1H"}, {"semiannual", "P0.5Y"}, {"semiannually", "P0.5Y"}, {"biennial", "P2Y"},
};

std::string_view adverb_timex(std::string_view word) {
  for (const Frequency& frequency : kAdverbs) {
    if (frequency.word == word) return frequency.timex;
  }
  return {};
}

std::string weekday_timex(int weekday) { return "XXXX-WXX-" + std::to_string(weekday); }

// "daily", "annual", "semi-annually", "bi-monthly"; not "Daily Mail".
MaybeMatch adverb(const Lexemes& lexemes, int i) {
  const bool prefixed = any_of(lexemes[i], {"semi", "bi"}) && lexemes[i + 1].is("-") && !lexemes[i + 1].spaced;
  const int at = i + (prefixed ? 2 : 0);
  const Lexeme& word = lexemes[at];
  const auto timex = adverb_timex(word.text);
  if (timex.empty()) return std::nullopt;
  if (word.capital && (lexemes[at + 1].capital || (lexemes[at - 1].capital && !ends_sentence(lexemes, at - 2)))) return std::nullopt;
  if (!prefixed) return Match{i, at + 1, set_value(std::string(timex))};
  if (lexemes[i].is("semi")) return Match{i, at + 1, set_value("P0.5Y")};
  const std::string doubled = word.is("weekly") ? "P2W" : word.is("monthly") ? "P2M" : "P2Y";
  return Match{i, at + 1, set_value(doubled)};
}

// A time of day after a set: "every day at 7:13 p.m.", "each Monday at 4pm", "Tuesday afternoons".
void add_clock(const Scene& scene, Match& match) {
  const Lexemes& lexemes = scene.lexemes;
  int at = match.end + any_of(lexemes[match.end], {"at", "around"});
  const auto clock = time_of_day(scene, at);
  if (!clock || clock->value.grain != Grain::clock || clock->value.from_clock != clock->value.to_clock) return;
  const std::string part = clock->value.timex.substr(clock->value.timex.find('T'));
  const bool weekday = match.value.timex.substr(0, 4) == "XXXX" && match.value.timex.find('T') == std::string::npos;
  match.value.timex = (weekday ? match.value.timex : "") + part;
  match.end = clock->end;
}

// The thing that recurs after "every": a unit, weekday, part of the day, month.
MaybeMatch recurring(const Scene& scene, int begin, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const bool other = lexemes[i].is("other") || (lexemes[i].is("second") && unit_named(lexemes[i + 1].text));
  int at = i + (other || any_of(lexemes[i], {"single"}));
  if (const int weekday = weekday_named(lexemes[at].text)) {
    const auto part = part_of_day(lexemes[at + 1].text);
    if (!part.empty()) return Match{begin, at + 2, set_value(weekday_timex(weekday) + "T" + std::string(part))};
    return Match{begin, at + 1, set_value(weekday_timex(weekday))};
  }
  if (lexemes[at].is("weekday")) return Match{begin, at + 1, set_value("P1WD")};
  if (lexemes[at].is("weekend")) return Match{begin, at + 1, set_value(lexemes[at + 1].kind == LexemeKind::end ? "P1WE" : "XXXX-WXX-WE")};
  if (const auto part = part_of_day(lexemes[at].text); !part.empty() && lexemes[at].text.back() != 's')
    return Match{begin, at + 1, set_value("T" + std::string(part))};
  if (const auto unit = unit_named(lexemes[at].text); unit && !unit->short_form) {
    return Match{begin, at + 1, set_value(unit_timex(unit->unit, other ? "2" : "1"))};
  }
  if (const int month = month_named(lexemes[at].text); month > 0 && lexemes[at].capital) {
    return Match{begin, at + 1, set_value(std::string("XXXX-") + (month < 10 ? "0" : "") + std::to_string(month))};
  }
  if (const auto season = season_named(lexemes[at].text); !season.empty()) return Match{begin, at + 1, set_value("XXXX-" + std::string(season))};
  const auto count = integer_at(lexemes, at);
  if (count && lexemes[count->end].is("weekends")) return Match{begin, count->end + 1, set_value("P" + std::to_string(count->value) + "WE")};
  if (count) {
    if (const auto unit = unit_named(lexemes[count->end].text))
      return Match{begin, count->end + 1, set_value(unit_timex(unit->unit, std::to_string(count->value)))};
  }
  if (const auto quantity = quantity_at(lexemes, at); quantity && !count) {
    if (const auto unit = unit_named(lexemes[quantity->end].text)) return Match{begin, quantity->end + 1, set_value(unit_timex(unit->unit, quantity->text))};
  }
  if (const auto nth = ordinal_at(lexemes, at)) {
    if (const auto unit = unit_named(lexemes[nth->end].text)) return Match{begin, nth->end + 1, set_value(unit_timex(unit->unit, std::to_string(nth->value)))};
  }
  return std::nullopt;
}

// "every Monday", "each two days", "any year", "all weekends".
MaybeMatch every(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (lexemes[i].is("all") && lexemes[i + 1].is("weekends")) return Match{i, i + 2, set_value("P1WE")};
  if (lexemes[i].is("any") && any_of(lexemes[i + 1], {"weekend"})) return Match{i, i + 2, set_value("P1WE")};
  if (lexemes[i].is("any") && any_of(lexemes[i + 1], {"year"})) return Match{i, i + 2, set_value("P1Y")};
  if (!any_of(lexemes[i], {"every", "each"})) return std::nullopt;
  auto match = recurring(scene, i, i + 1);
  if (match) add_clock(scene, *match);
  return match;
}

// "twice a week", "three times a year", "once every two months", "per year".
MaybeMatch times_per(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  int at = i;
  if (any_of(lexemes[i], {"once", "twice", "thrice"})) {
    ++at;
  } else if (const auto count = integer_at(lexemes, i); count && lexemes[count->end].is("times")) {
    at = count->end + 1;
  } else if (any_of(lexemes[i], {"several", "many"}) && lexemes[i + 1].is("times")) {
    at = i + 2;
  } else if (any_of(lexemes[i], {"one", "two", "three"}) && lexemes[i + 1].is("a") && lexemes[i + 2].is("day")) {
    return Match{i, i + 3, set_value("P1D")};
  } else {
    return std::nullopt;
  }
  if (any_of(lexemes[at], {"a", "an", "per"})) {
    const auto unit = unit_named(lexemes[at + 1].text);
    if (!unit || unit->plural) return std::nullopt;
    return Match{i, at + 2, set_value(unit_timex(unit->unit, "1"))};
  }
  if (any_of(lexemes[at], {"every", "each"})) return recurring(scene, i, at + 1);
  return std::nullopt;
}

// "Mondays", "Tuesday afternoons", "weekends", "mornings".
MaybeMatch plural_name(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const Lexeme& word = lexemes[i];
  const int weekday = weekday_named(word.text);
  if (weekday > 0 && !is_weekday_abbreviation(word.text)) {
    const auto part = part_of_day(lexemes[i + 1].text);
    if (!part.empty() && lexemes[i + 1].text.back() == 's') return Match{i, i + 2, set_value(weekday_timex(weekday) + "T" + std::string(part))};
    if (word.text.back() != 's') return std::nullopt;
    Match match{i, i + 1, set_value(weekday_timex(weekday))};
    add_clock(scene, match);
    return match;
  }
  if (word.is("weekends")) return Match{i, i + 1, set_value("P1WE")};
  if (any_of(word, {"mornings", "afternoons", "evenings"}) && lexemes[i - 1].kind == LexemeKind::word && !any_of(lexemes[i - 1], {"the", "of"})) {
    return Match{i, i + 1, set_value("T" + std::string(part_of_day(word.text)))};
  }
  return std::nullopt;
}

// "the 19th of every month".
MaybeMatch day_of_every(const Lexemes& lexemes, int i) {
  const auto day = ordinal_at(lexemes, i + lexemes[i].is("the"));
  if (!day || day->value > 31 || !lexemes[day->end].is("of") || !any_of(lexemes[day->end + 1], {"every", "each"}) || !lexemes[day->end + 2].is("month"))
    return std::nullopt;
  return Match{i, day->end + 3, set_value(std::string("XXXX-XX-") + (day->value < 10 ? "0" : "") + std::to_string(day->value))};
}

// "3pm each day", "6am everyday".
MaybeMatch clock_every(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (lexemes[i].kind != LexemeKind::number) return std::nullopt;
  const auto clock = time_of_day(scene, i);
  if (!clock || clock->value.grain != Grain::clock) return std::nullopt;
  const bool daily =
      any_of(lexemes[clock->end], {"daily", "everyday"}) || (any_of(lexemes[clock->end], {"every", "each"}) && lexemes[clock->end + 1].is("day"));
  if (!daily) return std::nullopt;
  const std::string part = clock->value.timex.substr(clock->value.timex.find('T'));
  return Match{i, clock->end + (any_of(lexemes[clock->end], {"daily", "everyday"}) ? 1 : 2), set_value(part)};
}

}  // namespace

MaybeMatch set(const Scene& scene, int i) {
  auto simple = adverb(scene.lexemes, i);
  if (simple && scene.lexemes[i].is("everyday")) add_clock(scene, *simple);
  return longest({simple, every(scene, i), times_per(scene, i), plural_name(scene, i), day_of_every(scene.lexemes, i), clock_every(scene, i)});
}

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
// Durations, and points that a duration leads to. "two years ago" has the grain of its unit (the year), "two weeks after
// May 14" is a day: TimeML's annotators do so. An unknown number is X: "several days" PXD, "for decades" PXE.
#include "time/rules.h"

namespace dragoman::time {
namespace {

int past_hyphen(const Lexemes& lexemes, int i) { return lexemes[i].is("-") && !lexemes[i].spaced && !lexemes[i + 1].spaced ? i + 1 : i; }

// "nearly", "more than", "at least": belongs to the expression.
int modifier_end(const Lexemes& lexemes, int i) {
  if (any_of(lexemes[i], {"about", "nearly", "almost", "over", "roughly", "approximately", "around", "some", "under", "barely"})) return i + 1;
  if (any_of(lexemes[i], {"more", "less", "fewer", "longer"}) && lexemes[i + 1].is("than")) return i + 2;
  if (lexemes[i].is("at") && any_of(lexemes[i + 1], {"least", "most"})) return i + 2;
  if (lexemes[i].is("up") && lexemes[i + 1].is("to")) return i + 2;
  return i;
}

// In the middle of "413d-b8ab" or "x=4d".
bool inside_token(const Lexemes& lexemes, int i) {
  const Lexeme& before = lexemes[i - 1];
  return !lexemes[i].spaced && (before.kind == LexemeKind::word || before.kind == LexemeKind::number || any_of(before, {"=", "_", "&", "."}) ||
                                (before.is("-") && !before.spaced && lexemes[i].kind == LexemeKind::number && !lexemes[i + 1].spaced));
}

struct UnitAt {
  int end = 0;
  UnitWord unit;
};

// The unit after a number: "days", "straight days", "-year".
std::optional<UnitAt> unit_after(const Lexemes& lexemes, const Quantity& quantity) {
  int at = past_hyphen(lexemes, quantity.end);
  if (any_of(lexemes[at], {"straight", "consecutive", "full", "whole", "more", "additional", "solid", "successive", "long", "short"})) ++at;
  const Lexeme& word = lexemes[at];
  auto unit = unit_named(word.text);
  const bool glued = !word.spaced && at == quantity.end;
  if (!unit && glued && word.text.size() == 1 && quantity.is_digits) {
    // Not the 3 of "3D printing".
    if (word.is("d") && quantity.number > 3) unit = UnitWord{Unit::day, true, true};
    if (word.is("w")) unit = UnitWord{Unit::week, true, true};
    if (word.is("y")) unit = UnitWord{Unit::year, true, true};
  }
  if (!unit) return std::nullopt;
  if (word.is("h") && !glued) return std::nullopt;
  if (unit->short_form && !quantity.is_digits) return std::nullopt;
  if (word.is("quarter") && quantity.is_article) return std::nullopt;
  if (word.is("second") && quantity.is_article) return std::nullopt;
  return UnitAt{at + 1, *unit};
}

int seconds_of(const Step& step) { return step.count * (step.unit == Unit::hour ? 3600 : step.unit == Unit::minute ? 60 : 1); }

std::string days_part(const std::string& amount, char letter) { return amount + letter; }

// "P" and "T" parts of several steps: 1 hour 30 minutes is PT1H30M.
std::string join_parts(const std::vector<Step>& steps) {
  std::string days, clock;
  for (const Step& step : steps) {
    const std::string part = unit_timex(step.unit, std::to_string(step.count));
    if (part.substr(0, 2) == "PT") {
      clock += part.substr(2);
    } else {
      days += part.substr(1);
    }
  }
  return "P" + days + (clock.empty() ? "" : "T" + clock);
}

// More parts after the first: "3 hours 30 minutes", "2 years, 1 month and 21 days", "a year and a half".
void extend(const Lexemes& lexemes, Measure& measure) {
  for (int parts = 1; parts < 5; ++parts) {
    int at = measure.end + lexemes[measure.end].is(",");
    const bool joined = lexemes[at].is("and");
    at += joined;
    const int half = at + any_of(lexemes[at], {"a", "one"});
    const double fraction = lexemes[half].is("half") ? 0.5 : lexemes[half].is("quarter") ? 0.25 : 0;
    if (joined && fraction > 0 && parts == 1 && !lexemes[half + 1].is("of") && !unit_named(lexemes[half + 1].text)) {
      measure.end = half + 1;
      measure.timex = unit_timex(measure.unit.unit, number_text(measure.quantity.number + fraction));
      measure.steps.clear();
      return;
    }
    const auto quantity = quantity_at(lexemes, at);
    if (!quantity || !quantity->whole() || quantity->is_article || measure.steps.empty()) return;
    const auto unit = unit_after(lexemes, *quantity);
    if (!unit || unit->unit.unit >= measure.unit.unit) return;
    measure.steps.push_back({static_cast<int>(quantity->number), unit->unit.unit});
    measure.unit = unit->unit;
    measure.end = unit->end;
    measure.timex = join_parts(measure.steps);
  }
}

bool is_point_free(const Measure& measure) { return measure.vague || measure.steps.empty(); }

// The period of the measure's unit at `day`.
Value at_grain(const Measure& measure, Date from, int sign) {
  Date day = from;
  for (const Step& step : measure.steps) day = shift(day, step.unit, sign * step.count);
  if (measure.steps.size() > 1) return day_value(day);
  switch (measure.unit.unit) {
    case Unit::week:
    case Unit::fortnight: return week_value(monday_before(day));
    case Unit::month: return month_value(day.year, day.month);
    case Unit::quarter: return unit_period(Unit::quarter, day, 0);
    case Unit::year: return year_value(day.year);
    case Unit::decade:
    case Unit::century: return measure.quantity.number == 1 && measure.unit.unit == Unit::century ? year_value(day.year) : decade_value(day.year / 10 * 10);
    default: return day_value(day);
  }
}

// Hours, minutes and seconds from publication.
std::optional<Value> clock_after(const Scene& scene, const Measure& measure, int sign) {
  double seconds = 0;
  if (measure.steps.empty() && measure.quantity.number > 0 && measure.unit.unit == Unit::hour) seconds = measure.quantity.number * 3600;
  for (const Step& step : measure.steps) {
    if (step.unit >= Unit::day) return std::nullopt;
    seconds += seconds_of(step);
  }
  if (seconds == 0 || seconds > 4e8 || !scene.published_clock) return std::nullopt;
  const Clock& now = *scene.published_clock;
  const long there = now.hour * 3600L + now.minute * 60L + std::max(now.second, 0) + sign * static_cast<long>(seconds);
  const long days = there >= 0 ? there / 86400 : (there - 86399) / 86400;
  const long rest = there - days * 86400;
  return clock_value(add_days(scene.published, static_cast<int>(days)),
                     {static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60), false, true, {}});
}

Match point_match(int begin, int end, Value value) {
  value.borrowed = Borrowed::all;
  return {begin, end, std::move(value)};
}

// "three days ago", "long ago".
MaybeMatch ago(const Scene& scene, int i, const Measure& measure) {
  if (!scene.lexemes[measure.end].is("ago")) return std::nullopt;
  const int end = measure.end + 1;
  if (const auto clock = clock_after(scene, measure, -1)) return point_match(i, end, *clock);
  if (is_point_free(measure)) return Match{i, end, reference_value("PAST_REF")};
  return point_match(i, end, at_grain(measure, scene.published, -1));
}

// "two months later", "a year earlier", "the year before": counted from the time that the text speaks of.
MaybeMatch earlier_or_later(const Scene& scene, int i, const Measure& measure) {
  const Lexemes& lexemes = scene.lexemes;
  const Lexeme& word = lexemes[measure.end];
  const bool back = any_of(word, {"earlier", "before", "previously"}), ahead = any_of(word, {"later", "afterward", "afterwards"});
  if (!back && !ahead) return std::nullopt;
  const Lexeme& next = lexemes[measure.end + 1];
  if (word.is("before") && next.kind == LexemeKind::word && !any_of(next, {"and", "in", "at"})) return std::nullopt;
  if (word.is("later") && next.is("this")) return std::nullopt;
  const int sign = back ? -1 : 1;
  if (const auto clock = clock_after(scene, measure, sign); clock && !scene.mentioned) return point_match(i, measure.end + 1, *clock);
  if (is_point_free(measure)) return Match{i, measure.end + 1, reference_value(back ? "PAST_REF" : "FUTURE_REF")};
  if (measure.unit.unit < Unit::day) return Match{i, measure.end + 1, duration_value(measure.timex)};
  // Days are exact; a longer unit later than a day in view is exact too only where nothing but publication is known.
  if (ahead && !scene.mentioned && measure.steps.size() >= 1) {
    Date day = scene.published;
    for (const Step& step : measure.steps) day = shift(day, step.unit, step.count);
    return point_match(i, measure.end + 1, day_value(day));
  }
  return point_match(i, measure.end + 1, at_grain(measure, scene.context_day(i), sign));
}

Date stepped(const Measure& measure, Date day, int sign) {
  for (const Step& step : measure.steps) day = shift(day, step.unit, sign * step.count);
  return day;
}

// "two weeks from now", "3 days after January 12th", "2 weeks before Christmas".
MaybeMatch from_point(const Scene& scene, int i, const Measure& measure) {
  const Lexemes& lexemes = scene.lexemes;
  const Lexeme& word = lexemes[measure.end];
  const bool back = any_of(word, {"before"}), ahead = any_of(word, {"from", "after", "following", "since"});
  if ((!back && !ahead) || is_point_free(measure)) {
    const bool half_hour = word.is("from") && lexemes[measure.end + 1].is("now") && !measure.vague;
    if (half_hour) {
      if (const auto clock = clock_after(scene, measure, 1)) return point_match(i, measure.end + 2, *clock);
    }
    return std::nullopt;
  }
  const int sign = back ? -1 : 1;
  const int at = measure.end + 1;
  if (lexemes[at].is("now") && ahead) {
    if (const auto clock = clock_after(scene, measure, 1)) return point_match(i, at + 1, *clock);
    return point_match(i, at + 1, day_value(stepped(measure, scene.published, 1)));
  }
  if (measure.unit.unit < Unit::day || (word.is("since") && !lexemes[i - 1].is("in"))) return std::nullopt;
  const int skip = lexemes[at].is("the") && lexemes[at + 1].is("year") ? 2 : 0;
  const auto base = point(scene, at + skip);
  if (!base || !base->value.first || base->value.type != TimeType::date) return std::nullopt;
  const bool exact = base->value.grain == Grain::day || word.is("since");
  if (!exact) return std::nullopt;
  return Match{i, base->end, [&] {
                 Value value = day_value(stepped(measure, *base->value.first, sign));
                 value.borrowed = base->value.borrowed == Borrowed::nothing ? Borrowed::nothing : Borrowed::all;
                 return value;
               }()};
}

// A weekday beside an exact day moves to that weekday, on or after it: "two months from today on Tuesday".
MaybeMatch on_weekday(const Scene& scene, MaybeMatch match) {
  const Lexemes& lexemes = scene.lexemes;
  if (!match || match->value.grain != Grain::day || !match->value.first) return match;
  const int at = match->end;
  if (!lexemes[at].is("on") || !is_weekday_at(lexemes, at + 1)) return match;
  const int weekday = weekday_named(lexemes[at + 1].text);
  const Date day = *match->value.first;
  match->value = day_value(add_days(day, weekday % 7 - weekday_of(day) % 7));  // the same week, from Sunday
  match->value.borrowed = Borrowed::all;
  match->end = at + 2;
  return match;
}

// "in two weeks", where the words look ahead, is a point; else ("the first time in two weeks") a duration.
MaybeMatch in_future(const Scene& scene, int i, const Measure& measure) {
  const Lexemes& lexemes = scene.lexemes;
  // Not "the first time in 30 years".
  if (!lexemes[i - 1].is("in") || any_of(lexemes[i - 2], {"time", "first", "once", "high", "low", "level", "best", "worst"})) return std::nullopt;
  const Lexeme& next = lexemes[measure.end];
  const bool s_time = next.is("'") && any_of(lexemes[measure.end + 1], {"s", "time"});
  const bool alone = i - 1 <= 0 || ends_sentence(lexemes, i - 2);
  const bool plain = !measure.unit.short_form || measure.unit.unit < Unit::day;
  if (!plain) return std::nullopt;
  const Direction direction = scene.direction(i);
  const bool soon = measure.unit.unit < Unit::day && direction == Direction::open;
  if (!s_time && !soon && direction != Direction::future && !(alone && next.kind == LexemeKind::end)) return std::nullopt;
  const bool half = measure.steps.empty() && !measure.vague;
  if (measure.vague || (half && measure.unit.unit != Unit::hour)) return std::nullopt;
  if (const auto clock = clock_after(scene, measure, 1)) return point_match(i, measure.end, *clock);
  if (measure.unit.unit < Unit::day || measure.steps.empty()) return std::nullopt;
  return point_match(i, measure.end, day_value(stepped(measure, scene.published, 1)));
}

// "within 9 months" begins at publication.
void place_within(const Scene& scene, int i, const Measure& measure, Value& value) {
  if (!scene.lexemes[i - 1].is("within") || measure.steps.size() != 1) return;
  const Step step = measure.steps.front();
  value.borrowed = Borrowed::all;
  if (step.unit >= Unit::day) {
    value.first = scene.published;
    value.last = shift(scene.published, step.unit, step.count);
  } else if (const auto clock = clock_after(scene, measure, 1)) {
    const Value now = clock_value(scene.published, *scene.published_clock);
    value.first = now.first, value.from_clock = now.from_clock;
    value.last = clock->last, value.to_clock = clock->to_clock;
  }
}

// "$3 million a year", "15 a day": how often, not how long.
bool is_rate(const Lexemes& lexemes, int i, const Measure& measure) {
  if (!measure.quantity.is_article || measure.unit.plural || measure.end != i + 2) return false;
  const Lexeme& before = lexemes[i - 1];
  return before.kind == LexemeKind::number ||
         any_of(before, {"million", "billion", "trillion", "percent", "%", "dollars", "euros", "times", "barrels", "once", "twice"});
}

MaybeMatch plain_duration(const Scene& scene, int i, int begin, const Measure& measure) {
  const Lexemes& lexemes = scene.lexemes;
  if (is_rate(lexemes, begin, measure)) return Match{begin, measure.end, set_value(measure.timex)};
  Value value = duration_value(measure.timex);
  int end = measure.end;
  // "34-year-old", "34 years old"
  if (measure.unit.unit >= Unit::day && lexemes[past_hyphen(lexemes, end)].is("old") && !measure.vague) end = past_hyphen(lexemes, end) + 1;
  place_within(scene, i, measure, value);
  return Match{i, end, value};
}

// Units in the plural without a number: "for years", "decades of war", "weeks later".
MaybeMatch bare_plural(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const auto unit = unit_named(lexemes[i].text);
  if (!unit || !unit->plural || unit->short_form || unit->unit == Unit::night) return std::nullopt;
  const Lexeme& next = lexemes[i + 1];
  if (next.is("ago")) return Match{i, i + 2, reference_value("PAST_REF")};
  if (any_of(next, {"later"})) {  // "Hours later the port was shelled": still that day
    if (unit->unit < Unit::day && scene.day_was_mentioned()) return Match{i, i + 2, day_value(scene.nearby_day(i))};
    return Match{i, i + 2, reference_value("FUTURE_REF")};
  }
  if (any_of(next, {"earlier"}) || (next.is("before") && lexemes[i + 2].kind != LexemeKind::word)) return Match{i, i + 2, reference_value("PAST_REF")};
  const bool hyphenated = next.is("-") && !next.spaced && any_of(lexemes[i + 2], {"long", "old"}) && !lexemes[i + 2].spaced;
  if (hyphenated) return Match{i, i + 3, duration_value(unit_timex(unit->unit, "X"))};
  const bool preposed =
      any_of(lexemes[i - 1], {"for", "in", "over", "after", "within", "lasted", "took", "take", "takes", "taken", "spent", "of", "through", "during", "just"});
  if (!preposed && !any_of(next, {"of", "after", "before"})) return std::nullopt;
  if (lexemes[i - 1].is("of") && unit->unit < Unit::day) return std::nullopt;
  return Match{i, i + 1, duration_value(unit_timex(unit->unit, "X"))};
}

// "week-long", "yearlong".
MaybeMatch unit_long(const Lexemes& lexemes, int i) {
  std::string_view word = lexemes[i].text;
  int end = i + 1;
  const bool joined = word.size() > 6 && word.substr(word.size() - 4) == "long";
  if (joined) {
    word.remove_suffix(4);
  } else {
    end = past_hyphen(lexemes, end) + 1;
    if (end == i + 2 || !lexemes[end - 1].is("long") || (lexemes[i - 1].is("-") && !lexemes[i].spaced)) return std::nullopt;
  }
  const auto unit = unit_named(word);
  if (!unit || unit->plural || unit->short_form || unit->unit < Unit::hour) return std::nullopt;
  return Match{i, end, duration_value(unit_timex(unit->unit, "1"))};
}

// "all day", "the whole week" as a length: one unit.
MaybeMatch all_unit(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (!any_of(lexemes[i], {"all", "another"})) return std::nullopt;
  const auto unit = unit_named(lexemes[i + 1].text);
  if (!unit || unit->plural || unit->unit < Unit::hour || lexemes[i + 2].is("of")) return std::nullopt;
  return Match{i, i + 2, duration_value(unit_timex(unit->unit, "1"))};
}

}  // namespace

std::string unit_timex(Unit unit, const std::string& amount) {
  const bool known = amount != "X";
  switch (unit) {
    case Unit::second: return "PT" + amount + "S";
    case Unit::minute: return "PT" + amount + "M";
    case Unit::hour: return "PT" + amount + "H";
    case Unit::day:
    case Unit::night: return "P" + days_part(amount, 'D');
    case Unit::week: return "P" + days_part(amount, 'W');
    case Unit::fortnight: return known ? "P" + number_text(2 * std::stod(amount)) + "W" : "PXW";
    case Unit::month: return "P" + days_part(amount, 'M');
    case Unit::quarter: return known ? "P" + number_text(3 * std::stod(amount)) + "M" : "PXQ";
    case Unit::year: return "P" + days_part(amount, 'Y');
    case Unit::decade: return known ? "P" + number_text(10 * std::stod(amount)) + "Y" : "PXE";
    default: return known ? "P" + number_text(100 * std::stod(amount)) + "Y" : "PXC";
  }
}

Date shift(Date day, Unit unit, int count) {
  constexpr int kMost = 100000;  // keeps any text's numbers within the calendar's arithmetic
  count = std::max(-kMost, std::min(kMost, count));
  Date moved = day;
  switch (unit) {
    case Unit::day:
    case Unit::night: moved = add_days(day, count); break;
    case Unit::week: moved = add_days(day, 7 * count); break;
    case Unit::fortnight: moved = add_days(day, 14 * count); break;
    case Unit::month: moved = add_months(day, count); break;
    case Unit::quarter: moved = add_months(day, 3 * count); break;
    case Unit::year: moved = add_months(day, 12 * count); break;
    case Unit::decade: moved = add_months(day, 120 * std::max(-1000, std::min(1000, count))); break;
    case Unit::century: moved = add_months(day, 1200 * std::max(-100, std::min(100, count))); break;
    default: break;
  }
  if (moved.year > 9999) return {9999, 12, 31};
  return moved.year < -9998 ? Date{-9998, 1, 1} : moved;
}

std::optional<Measure> measure_at(const Lexemes& lexemes, int i, bool whole) {
  if (inside_token(lexemes, i)) return std::nullopt;
  const auto quantity = quantity_at(lexemes, i);
  if (!quantity || quantity->number > 1e6) return std::nullopt;
  const Lexeme& before = lexemes[i - 1];
  if (before.is(".") && !before.spaced && !lexemes[i].spaced && lexemes[i - 2].kind == LexemeKind::number) return std::nullopt;
  const auto unit = unit_after(lexemes, *quantity);
  if (!unit) return std::nullopt;
  Measure measure;
  measure.end = unit->end;
  measure.unit = unit->unit;
  measure.quantity = *quantity;
  measure.vague = quantity->vague();
  measure.timex = unit_timex(unit->unit.unit, quantity->text);
  if (quantity->whole()) measure.steps.push_back({static_cast<int>(quantity->number), unit->unit.unit});
  if (whole) extend(lexemes, measure);
  return measure;
}

MaybeMatch duration(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (any_of(lexemes[i], {"long"}) && lexemes[i + 1].is("ago")) return Match{i, i + 2, reference_value("PAST_REF")};
  if (auto match = longest({bare_plural(scene, i), all_unit(scene, i), unit_long(lexemes, i)})) return match;
  const int begin = modifier_end(lexemes, i);
  auto measure = measure_at(lexemes, begin);
  if (!measure && begin == i && lexemes[i].is("the")) {
    // "the year before", "the day after": one unit from the time that the text speaks of.
    const auto unit = unit_named(lexemes[i + 1].text);
    if (!unit || unit->plural || unit->unit < Unit::day || !lexemes[i + 2].is("before")) return std::nullopt;
    const Measure one{i + 2, "", {{1, unit->unit}}, *unit, {}, false};
    return earlier_or_later(scene, i, one);
  }
  if (!measure && lexemes[i].is("some") && begin > i) measure = measure_at(lexemes, i);
  if (!measure) return std::nullopt;
  if (auto match =
          longest({on_weekday(scene, ago(scene, i, *measure)), on_weekday(scene, from_point(scene, i, *measure)), earlier_or_later(scene, i, *measure)})) {
    return match;
  }
  if (begin == i) {
    if (auto match = on_weekday(scene, in_future(scene, i, *measure))) return match;
  }
  return plain_duration(scene, i, begin, *measure);
}

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
// Points counted from the publication date or from the day that the text speaks of.
// "last Friday" is the last one before publication; "next Friday" is the one of next week. "the past year" is a duration that
// ends at publication, "last year" a calendar year.
#include "time/rules.h"

namespace dragoman::time {
namespace {

enum class Way { back, here, ahead };

struct Lead {
  int end = 0;
  Way way = Way::here;
  bool the = false;
  bool rolling = false;    // "past", "coming": counts from today rather than in calendar units
  bool from_text = false;  // "following", "that", "same": counts from the day that the text speaks of
  bool previous = false;   // "previous" and "next" weekdays are those of the neighbouring week
  std::string_view word;
};

// "this", "the next", "this past", "the coming", "the same".
std::optional<Lead> lead_at(const Lexemes& lexemes, int i) {
  Lead lead;
  lead.the = any_of(lexemes[i], {"the"});
  int at = i + lead.the;
  if (lexemes[at].is("this") && any_of(lexemes[at + 1], {"past", "coming", "upcoming", "current"})) ++at;
  lead.word = lexemes[at].text;
  lead.end = at + 1;
  if (any_of(lead.word, {"last", "past", "previous", "preceding", "prior"})) {
    lead.way = Way::back;
    lead.rolling = lead.word == "past";
    lead.previous = lead.word == "previous";
  } else if (any_of(lead.word, {"next", "coming", "upcoming", "following", "subsequent"})) {
    lead.way = Way::ahead;
    lead.rolling = any_of(lead.word, {"coming", "upcoming"});
    lead.from_text = (lead.word == "following" || lead.word == "next") && lead.the;
  } else if (any_of(lead.word, {"this", "current", "same", "that"})) {
    lead.from_text = any_of(lead.word, {"same", "that"});
    if (lead.word == "that" && lead.the) return std::nullopt;
  } else {
    return std::nullopt;
  }
  return lead;
}

Match borrowed(int begin, int end, Value value) {
  value.borrowed = Borrowed::all;
  return {begin, end, std::move(value)};
}

Date base_of(const Scene& scene, int i, const Lead& lead) {
  const bool far = lead.word == "that" || lead.word == "same" || lead.word == "following" || (lead.the && lead.word == "next");
  if (!far || !lead.from_text) return scene.published;
  return scene.nearby_day(i);
}

// "today", "tomorrow", "the day before yesterday", "tmrw".
MaybeMatch named_day(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const auto plain = [&](int at) -> std::optional<int> {
    if (any_of(lexemes[at], {"today", "otd"})) return 0;
    if (any_of(lexemes[at], {"tomorrow", "tmrw", "tmr"})) return 1;
    if (lexemes[at].is("yesterday")) return -1;
    return std::nullopt;
  };
  if (const auto offset = plain(i)) {
    if (lexemes[i].is("today") && lexemes[i - 1].capital && lexemes[i].capital && lexemes[i - 1].is("usa")) return std::nullopt;
    return borrowed(i, i + 1, day_value(add_days(scene.published, *offset)));
  }
  const int at = i + lexemes[i].is("the");
  if (!lexemes[at].is("day")) return std::nullopt;
  const bool before = lexemes[at + 1].is("before"), after = lexemes[at + 1].is("after");
  if (!before && !after) return std::nullopt;
  if (const auto offset = plain(at + 2)) return borrowed(i, at + 3, day_value(add_days(scene.published, *offset + (after ? 1 : -1))));
  // "the day before" with nothing that it is counted from: the text's own day.
  const Lexeme& next = lexemes[at + 2];
  if (at == i || next.kind == LexemeKind::word || next.kind == LexemeKind::number) return std::nullopt;
  return borrowed(i, at + 2, day_value(add_days(scene.nearby_day(i), after ? 1 : -1)));
}

// The span of days of "the past three weeks" or "the next 5 days"; quarters and decades are calendar ones.
void place(const Scene& scene, Value& value, const Measure& measure, Way way) {
  if (measure.steps.size() != 1 && way != Way::back) return;
  if (measure.steps.empty()) return;
  const Step step = measure.steps.front();
  if (step.unit < Unit::day) {
    if (!scene.published_clock) return;
    const int seconds = step.count * (step.unit == Unit::hour ? 3600 : step.unit == Unit::minute ? 60 : 1) * (way == Way::back ? -1 : 1);
    const Value now = clock_value(scene.published, *scene.published_clock);
    const Clock& clock = *scene.published_clock;
    const long other = clock.hour * 3600L + clock.minute * 60L + (clock.second < 0 ? 0 : clock.second) + seconds;
    const long days = other >= 0 ? other / 86400 : (other - 86399) / 86400;
    const long rest = other - days * 86400;
    const Value then = clock_value(add_days(scene.published, static_cast<int>(days)),
                                   {static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60), false, true, {}});
    const Value& from = way == Way::back ? then : now;
    const Value& to = way == Way::back ? now : then;
    value.first = from.first, value.last = to.last;
    value.from_clock = from.from_clock, value.to_clock = to.to_clock;
    return;
  }
  if (step.unit == Unit::quarter || step.unit == Unit::decade || step.unit == Unit::century || step.unit == Unit::fortnight) {
    const Value here = unit_period(step.unit, scene.published, 0);
    if (way == Way::back && step.unit == Unit::quarter) value.first = shift(*here.first, step.unit, -step.count), value.last = add_days(*here.first, -1);
    if (way == Way::ahead && step.unit != Unit::fortnight) {
      value.first = add_days(*here.last, 1);
      value.last = add_days(shift(*value.first, step.unit, step.count), -1);
    }
    if (value.first) return;
  }
  if (way == Way::back) {
    Date first = scene.published;
    for (const Step& each : measure.steps) first = shift(first, each.unit, -each.count);
    value.first = first;
    value.last = scene.published;
  } else {
    value.first = add_days(scene.published, 1);
    value.last = add_days(shift(*value.first, step.unit, step.count), -1);
  }
}

// Working days from the day after (or up to the day before) publication.
void place_business_days(const Scene& scene, Value& value, int count, Way way) {
  Date day = scene.published;
  const int step = way == Way::back ? -1 : 1;
  std::optional<Date> near;
  for (int left = std::min(count, 1000); left > 0;) {
    day = add_days(day, step);
    if (weekday_of(day) > 5) continue;
    if (!near) near = day;
    --left;
  }
  value.first = way == Way::back ? day : near;
  value.last = way == Way::back ? near : day;
}

// "the past two decades", "next 3 days", "the last few months", "5 upcoming years".
MaybeMatch counted(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const int the = lexemes[i].is("the") ? 1 : 0;
  std::optional<Lead> lead = lead_at(lexemes, i);
  std::optional<Quantity> first;
  if (!lead) {
    first = quantity_at(lexemes, i + the);
    if (!first || first->is_article) return std::nullopt;
    lead = lead_at(lexemes, first->end);
    if (!lead || lead->the) return std::nullopt;
  }
  if (lead->way == Way::here) return std::nullopt;
  std::optional<Measure> measure;
  bool business = false;
  if (first) {
    const auto unit = unit_named(lexemes[lead->end].text);
    if (!unit || !unit->plural) return std::nullopt;
    measure = Measure{lead->end + 1, unit_timex(unit->unit, first->text), {}, *unit, *first, first->vague()};
    if (first->whole()) measure->steps.push_back({static_cast<int>(first->number), unit->unit});
  } else {
    measure = measure_at(lexemes, lead->end);
    // "the last 3 months and 2 days ago": what "ago" ends is an expression of its own.
    if (measure && measure->steps.size() > 1 && lexemes[measure->end].is("ago")) measure = measure_at(lexemes, lead->end, false);
    const auto quantity = quantity_at(lexemes, lead->end);
    business = quantity && any_of(lexemes[quantity->end], {"business", "working"}) && lexemes[quantity->end + 1].is("days");
    if (business && !measure)
      measure = Measure{quantity->end + 2, "P" + quantity->text + "D", {{static_cast<int>(quantity->number), Unit::day}}, {Unit::day, true, false}, *quantity};
    // "the next day and 5 hours"
    if (!measure || measure->quantity.end == lead->end || measure->quantity.is_article) return std::nullopt;
  }
  Value value = duration_value(measure->timex);
  if (business) {
    place_business_days(scene, value, static_cast<int>(measure->quantity.number), lead->way);
  } else {
    place(scene, value, *measure, lead->way);
    if (lexemes[i - 1].is("within") && lead->way == Way::ahead && value.first && value.from_clock.empty()) value.first = scene.published;
  }
  value.borrowed = Borrowed::all;
  return Match{i, measure->end, value};
}

// "past year", "the last decade": one unit as a duration that ends, or begins, at publication.
MaybeMatch rolling(const Scene& scene, int i, const Lead& lead, const UnitWord& unit, int end) {
  const bool calendar = unit.unit == Unit::quarter && lead.way == Way::back;
  const bool is_rolling =
      lead.word == "past" || (lead.the && lead.word == "last" && unit.unit >= Unit::year) || unit.unit < Unit::day || unit.unit == Unit::fortnight;
  if (calendar || !is_rolling || lead.way == Way::here) return std::nullopt;
  Measure measure;
  measure.steps = {{1, unit.unit}};
  Value value = duration_value(unit_timex(unit.unit, "1"));
  if (unit.unit == Unit::fortnight && lead.way == Way::ahead) {
    value.first = add_days(monday_before(scene.published), 14);
    value.last = add_days(*value.first, 13);
  } else if (unit.unit == Unit::fortnight) {
    value.first = add_days(monday_before(scene.published), -14);
    value.last = add_days(*value.first, 13);
  } else {
    place(scene, value, measure, lead.way);
  }
  return borrowed(i, end, value);
}

// "last week", "this month", "the following day", "next fiscal year".
MaybeMatch lead_and_unit(const Scene& scene, int i, const Lead& lead) {
  const Lexemes& lexemes = scene.lexemes;
  int at = lead.end;
  const bool fiscal = any_of(lexemes[at], {"fiscal", "financial"}), school = any_of(lexemes[at], {"school", "academic"});
  if (fiscal || school || lexemes[at].is("calendar") || lexemes[at].is("working")) ++at;
  auto unit = unit_named(lexemes[at].text);
  const bool workweek = lexemes[at].is("workweek") || (lexemes[at].is("week") && lexemes[at - 1].is("working"));
  if (workweek) unit = UnitWord{Unit::week};
  const int offset = lead.way == Way::back ? -1 : lead.way == Way::ahead ? 1 : 0;
  if (lexemes[at].is("weekend"))
    return borrowed(
        i, at + 1,
        weekend_value(add_days(monday_before(base_of(scene, i, lead)), 7 * (lead.word == "past" ? (weekday_of(scene.published) > 5 ? 0 : -1) : offset))));
  if (!unit || unit->plural || unit->short_form || unit->unit == Unit::night) return std::nullopt;
  if (auto match = rolling(scene, i, lead, *unit, at + 1)) return match;
  if (unit->unit < Unit::day) return std::nullopt;
  if (unit->unit == Unit::day && !lead.from_text && lead.way == Way::here) return std::nullopt;
  if (unit->unit == Unit::day && lead.word == "last") return std::nullopt;
  // "that year", "the next year" behind "in 2015".
  const Date base = lead.from_text && unit->unit >= Unit::month ? scene.context_day(i) : base_of(scene, i, lead);
  // "the next day" after "in 2010" has no day to count from.
  Value value = unit_period(unit->unit, base, offset);
  if (unit->unit == Unit::day && lead.way == Way::ahead) value = day_value(add_days(scene.nearby_day(i), 1));
  if (unit->unit == Unit::day && lead.way == Way::back) value = day_value(add_days(scene.nearby_day(i), -1));
  if (fiscal || school) {
    value.timex = (fiscal ? "FY" : "SY") + value.timex;
    value.first = value.last = std::nullopt;
  }
  if (workweek) value.last = add_days(*value.first, 4);
  return borrowed(i, at + 1, value);
}

// "last Friday", "next Monday", "this June", "last summer", "next 5/12".
MaybeMatch lead_and_name(const Scene& scene, int i, const Lead& lead) {
  const Lexemes& lexemes = scene.lexemes;
  const int at = lead.end;
  const int ahead = lead.way == Way::ahead ? 1 : lead.way == Way::back ? -1 : 0;
  const Date today = scene.published;
  const int weekday = weekday_named(lexemes[at].text);
  if (auto date = longest({calendar_date(scene, at), numeric_date(scene, at)}); date && date->end > at + 1 && date->value.grain == Grain::day) {
    const Date day = *date->value.first;
    if (date->value.borrowed == Borrowed::year && weekday == 0) {
      const int year = lead.way == Way::ahead ? (Date{today.year, day.month, day.day} <= today ? today.year + 1 : today.year) : today.year;
      if (is_date(year, day.month, day.day)) date->value = day_value({year, day.month, day.day});
    } else if (date->value.borrowed == Borrowed::year && is_date(today.year, day.month, day.day)) {
      date->value = day_value({today.year, day.month, day.day});
    }
    if (lead.word == "that" || lead.word == "same") return std::nullopt;
    return borrowed(i, date->end, date->value);
  }
  if (weekday > 0 && is_weekday_at(lexemes, at) && lexemes[at].text.back() != 's') {
    const Date monday = monday_before(today);
    Date day = add_days(monday, weekday - 1 + 7 * ahead);
    if (lead.word == "last") day = add_days(today, -((weekday_of(today) - weekday + 6) % 7 + 1));
    if (lead.word == "past") day = add_days(today, -((weekday_of(today) - weekday + 6) % 7 + 1));
    if (lexemes[at - 2].is("this") || lead.word == "coming" || lead.word == "upcoming") {
      if (lead.way == Way::ahead) day = add_days(today, (weekday - weekday_of(today) + 6) % 7 + 1);
      if (lead.word == "coming" && !lexemes[at - 2].is("this") && iso_week(day).week == iso_week(today).week) day = add_days(monday, weekday - 1 + 7);
    }
    if (lead.from_text && lead.way == Way::here) day = resolve_weekday(scene, at, weekday);
    return borrowed(i, at + 1, day_value(day));
  }
  if (const int month = month_named(lexemes[at].text); month > 0 && (is_month_at(lexemes, at) || lexemes[at].capital)) {
    int year = today.year;
    if (lead.way == Way::back) year -= month >= today.month;
    if (lead.way == Way::ahead) year += month <= today.month;
    if (const auto given = year_after(lexemes, at + 1)) return std::nullopt;
    return borrowed(i, at + 1, month_value(year, month));
  }
  if (const auto season = season_named(lexemes[at].text); !season.empty()) {
    const int first_month = season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
    int year = today.year;
    if (lead.way == Way::back) year -= first_month + (season == "WI" ? 0 : 2) >= today.month;
    if (lead.way == Way::ahead) year += first_month <= today.month;
    if (any_of(lexemes[at], {"fall"}) && lexemes[at + 1].is("in")) return std::nullopt;
    return borrowed(i, at + 1, season_value(year, season));
  }
  return std::nullopt;
}

// A weekday within a named week: "next week on Tuesday", "Tuesday of last week", "this week Monday".
MaybeMatch weekday_of_week(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (is_weekday_at(lexemes, i)) {
    int at = i + 1 + lexemes[i + 1].is("of");
    const auto lead = lead_at(lexemes, at);
    if (!lead || !lexemes[lead->end].is("week") || lead->word == "past") return std::nullopt;
    const auto week = lead_and_unit(scene, at, *lead);
    if (!week || week->value.grain != Grain::week) return std::nullopt;
    return borrowed(i, week->end, day_value(add_days(*week->value.first, weekday_named(lexemes[i].text) - 1)));
  }
  const auto lead = lead_at(lexemes, i);
  if (!lead || !lexemes[lead->end].is("week")) return std::nullopt;
  const auto week = lead_and_unit(scene, i, *lead);
  if (!week || week->value.grain != Grain::week) return std::nullopt;
  int at = week->end;
  at += any_of(lexemes[at], {"on", "-", ","});
  if (weekday_named(lexemes[at].text) == 0 || (at == week->end + 1 && lexemes[at - 1].is(","))) return std::nullopt;
  return borrowed(i, at + 1, day_value(add_days(*week->value.first, weekday_named(lexemes[at].text) - 1)));
}

// "the year", "the week after next", "for the month": the period that publication falls in.
MaybeMatch definite_unit(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (lexemes[i].is("year") && lexemes[i + 1].is("to") && lexemes[i + 2].is("date")) {
    Value value = year_value(scene.published.year);
    value.last = scene.published;
    return borrowed(i, i + 3, value);
  }
  if (!lexemes[i].is("the")) return std::nullopt;
  const bool entire = any_of(lexemes[i + 1], {"entire", "whole", "full", "current"});
  const int at = i + 1 + entire;
  if (lexemes[at].is("weekend")) {
    // Up to Thursday "the weekend" is the last one, unless the words look ahead.
    const bool last = weekday_of(scene.published) < 5 && scene.direction(i) != Direction::future;
    return borrowed(i, at + 1, weekend_value(add_days(monday_before(scene.published), last ? -7 : 0)));
  }
  const auto unit = unit_named(lexemes[at].text);
  if (!unit || unit->plural || unit->short_form || unit->unit < Unit::day || unit->unit == Unit::night || unit->unit >= Unit::decade) return std::nullopt;
  const Lexeme& next = lexemes[at + 1];
  if (unit->unit == Unit::week && any_of(next, {"after", "before"}) && any_of(lexemes[at + 2], {"next", "last"})) {
    return borrowed(i, at + 3, unit_period(Unit::week, scene.published, next.is("after") ? 2 : -2));
  }
  const bool free = next.kind != LexemeKind::word ||
                    (any_of(next, {"in", "at", "with", "and", "on", "to", "after", "before", "by", "off", "as", "from", "down", "up"}) && !next.is("of"));
  const bool preposed =
      any_of(lexemes[i - 1], {"in", "for", "of", "during", "over", "through", "this", "on", "end", "ended", "finish", "within", "until", "later", "earlier"});
  if (next.is("-") || !free || (!preposed && !entire)) return std::nullopt;
  if (unit->unit == Unit::fortnight) {
    Value value = duration_value("P2W");
    value.first = monday_before(scene.published);
    value.last = add_days(*value.first, 13);
    return borrowed(i, at + 1, value);
  }
  const bool day = unit->unit == Unit::day;
  return borrowed(i, at + 1, unit_period(unit->unit, day ? scene.nearby_day(i) : scene.published, 0));
}

// "Since then": since the time that was named last.
MaybeMatch since_then(const Scene& scene, int i) {
  if (!scene.lexemes[i].is("then") || !scene.lexemes[i - 1].is("since") || !scene.mentioned || scene.mentioned->type != TimeType::date) return std::nullopt;
  if (scene.lexemes[i + 1].is("-")) return std::nullopt;  // "since then-president Mugabe"
  return Match{i, i + 1, *scene.mentioned};
}

}  // namespace

MaybeMatch relative(const Scene& scene, int i) {
  const auto lead = lead_at(scene.lexemes, i);
  MaybeMatch led;
  if (lead) led = longest({lead_and_unit(scene, i, *lead), lead_and_name(scene, i, *lead)});
  return longest({named_day(scene, i), counted(scene, i), led, weekday_of_week(scene, i), definite_unit(scene, i), since_then(scene, i)});
}

}  // namespace dragoman::time

// SPDX-License-Identifier: Apache-2.0
// Times of day. A bare number is a time only beside something that makes it one: "at 5", "Monday 3-8", "10, tonight".
#include "time/rules.h"

namespace dragoman::time {
namespace {

// A time of day as read; `strict`: it is one whatever stands beside it ("5 p.m.", "10:30", "noon").
struct ReadClock {
  int end = 0;
  Clock clock;
  bool strict = false;
  bool word = false;  // "noon", "midnight"
};

Clock at_hour(int hour) {
  Clock clock;
  clock.hour = hour;
  return clock;
}

// "p.m.", "pm", "p m", "a" right after a number: 1 for a.m., 2 for p.m.; moves `at` past it.
int meridiem(const Lexemes& lexemes, int& at) {
  const Lexeme& first = lexemes[at];
  if (any_of(first, {"am", "pm"})) {
    const int kind = first.is("am") ? 1 : 2;
    if (first.is("am") && first.spaced && lexemes[at - 1].kind == LexemeKind::word && small_number(lexemes[at - 1].text) < 0) return 0;
    ++at;
    return kind;
  }
  if (first.is("ampm")) return ++at, 3;
  if (!any_of(first, {"a", "p"})) return 0;
  int k = at + 1;
  k += lexemes[k].is(".");
  if (lexemes[k].is("m")) {
    ++k;
    // The last period of "p.m." ends a sentence too; it belongs to the abbreviation if that is written with periods.
    if (lexemes[k].is(".") && !lexemes[k].spaced && lexemes[k - 2].is(".")) ++k;
    else if (lexemes[k].is(".") && lexemes[k - 2].is(".")) ++k;
    at = k;
    return first.is("a") ? 1 : 2;
  }
  if (!first.spaced && lexemes[at - 1].kind == LexemeKind::number && lexemes[at + 1].kind != LexemeKind::number) return ++at, first.is("a") ? 1 : 2;
  return 0;
}

void apply_meridiem(Clock& clock, int kind) {
  if (kind == 1) clock.hour %= 12;
  if (kind == 2 && clock.hour < 12) clock.hour += 12;
  if (kind == 1 || kind == 2) clock.ambiguous = false;
}

// A part of the day makes an ambiguous hour plain: "at 8" last night is 20:00, "at 1" is 01:00.
void apply_part(Clock& clock, std::string_view part) {
  if (!clock.ambiguous) return;
  const bool after_noon = part == "AF" || part == "EV" || (part == "NI" && clock.hour >= 6);
  if (after_noon && clock.hour < 12) clock.hour += 12;
  if (part == "MO" && clock.hour == 12) clock.hour = 0;
  if (part == "NI" && clock.hour == 12) clock.hour = 24;
  clock.ambiguous = false;
}

// "UTC", "GMT +8", "(EDT)", "ET", "Eastern time": part of the span; only UTC and GMT change the value.
int zone_end(const Lexemes& lexemes, int i, std::string& zone) {
  const bool bracket = lexemes[i].is("(");
  int at = i + bracket;
  const Lexeme& word = lexemes[at];
  if (any_of(word, {"utc", "gmt"})) {
    ++at;
    if (any_of(lexemes[at], {"+", "-"}) && lexemes[at + 1].number >= 0 && lexemes[at + 1].number <= 14) {
      at += 2;
    } else {
      zone = "Z";
    }
  } else if (any_of(word, {"est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst", "ist", "jst", "msk", "et", "pt"}) && word.spaced) {
    ++at;
  } else if (any_of(word, {"eastern", "pacific", "central", "mountain", "local", "moscow"}) && any_of(lexemes[at + 1], {"time", "timezone"})) {
    at += 2;
  } else {
    return i;
  }
  if (!bracket) return at;
  return lexemes[at].is(")") ? at + 1 : i;
}

std::optional<ReadClock> named_clock(const Lexemes& lexemes, int i) {
  const bool twelve = lexemes[i].number == 12 || lexemes[i].is("twelve");
  const int at = i + twelve;
  if (any_of(lexemes[at], {"noon", "midday", "noonish"})) return ReadClock{at + 1, at_hour(12), true, true};
  if (lexemes[at].is("midnight")) return ReadClock{at + 1, at_hour(0), true, true};
  if (lexemes[i].is("mid") && any_of(lexemes[i + 1], {"night"})) return ReadClock{i + 2, at_hour(0), true, true};
  return std::nullopt;
}

// "half past seven", "20 min past eight", "quarter to nine".
std::optional<ReadClock> past_or_to(const Lexemes& lexemes, int i) {
  int at = i + (lexemes[i].is("a") && lexemes[i + 1].is("quarter"));
  int minutes = -1;
  if (lexemes[at].is("half")) minutes = 30, ++at;
  else if (lexemes[at].is("quarter")) minutes = 15, ++at;
  else if (const auto number = integer_at(lexemes, at); number && number->value > 0 && number->value < 60) minutes = number->value, at = number->end;
  if (minutes < 0) return std::nullopt;
  const bool unit = any_of(lexemes[at], {"min", "mins", "minutes", "minute"});
  at += unit;
  const bool past = lexemes[at].is("past"), to = lexemes[at].is("to");
  if (!past && !(to && (unit || minutes == 15) && !lexemes[i].is("half"))) return std::nullopt;
  const auto hour = integer_at(lexemes, at + 1);
  if (!hour || hour->value < 1 || hour->value > 12) return std::nullopt;
  at = hour->end;
  if (lexemes[at].is("o") && lexemes[at + 1].is("'") && lexemes[at + 2].is("clock")) at += 3;
  at += lexemes[at].is("oclock");
  ReadClock read{at, {past ? hour->value : (hour->value + 10) % 12 + 1, past ? minutes : 60 - minutes, -1, true, true, {}}, true};
  return read;
}

// "10:30", "7:56:30", "5", "2.30pm", "1140 a.m.", "five thirty".
std::optional<ReadClock> digital(const Lexemes& lexemes, int i, bool loose) {
  const Lexeme& first = lexemes[i];
  if (first.digits() == 0 || first.digits() > 4 || first.digits() == 3) return std::nullopt;
  const Lexeme& prior = lexemes[i - 1];
  if (!first.spaced && (any_of(prior, {"=", "_", "~", "&"}) && lexemes[i - 2].number < 0)) return std::nullopt;
  if (prior.is("$") || (any_of(prior, {":", "."}) && !first.spaced && lexemes[i - 2].kind == LexemeKind::number)) return std::nullopt;
  Clock clock{first.number, 0, -1, false, false, {}};
  int at = i + 1;
  bool strict = false;
  if (first.digits() == 4) {
    clock = {first.number / 100, first.number % 100, -1, false, true, {}};
    int after = at;
    const bool half_day = meridiem(lexemes, after) > 0;
    std::string zone;
    if (!half_day && zone_end(lexemes, at, zone) == at && !lexemes[at].is("hours")) return std::nullopt;
    strict = true;
    at += lexemes[at].is("hours");
  } else if (any_of(lexemes[at], {":", "."}) && !lexemes[at].spaced && lexemes[at + 1].digits() == 2 && !lexemes[at + 1].spaced) {
    const bool colon = lexemes[at].is(":");
    clock.minute = lexemes[at + 1].number;
    clock.has_minute = true;
    strict = colon;
    at += 2;
    if (colon && lexemes[at].is(":") && lexemes[at + 1].digits() == 2 && !lexemes[at + 1].spaced) clock.second = lexemes[at + 1].number, at += 2;
    if (!colon && any_of(lexemes[at], {"%", "percent", "million", "billion"})) return std::nullopt;
  }
  clock.ambiguous = clock.hour >= 1 && clock.hour <= 12;
  if (lexemes[at].is("ish") && !lexemes[at].spaced) ++at, strict = true;
  const int before = at;
  int half = at;
  if (lexemes[half].is(".") && !lexemes[half].spaced && any_of(lexemes[half + 1], {"am", "pm"})) ++half;
  if (const int kind = meridiem(lexemes, half)) {
    if (clock.hour > 12 && kind < 3 && clock.hour > 23) return std::nullopt;
    apply_meridiem(clock, kind);
    at = half;
    strict = true;
  }
  if (lexemes[at].is("o") && lexemes[at + 1].is("'") && lexemes[at + 2].is("clock")) at += 3, strict = true;
  if (any_of(lexemes[at], {"oclock"})) ++at, strict = true;
  if (clock.hour > 24 || clock.minute > 59 || clock.second > 59 || (!strict && !loose)) return std::nullopt;
  const Lexeme& next = lexemes[at];
  if (at == before && !next.spaced && (next.kind == LexemeKind::word || any_of(next, {"%", "/"}))) return std::nullopt;
  return ReadClock{at, clock, strict};
}

// "seven", "five-thirty", "three forty five", "nine a m", "ten o'clock".
std::optional<ReadClock> in_words(const Lexemes& lexemes, int i, bool loose) {
  const int hour = small_number(lexemes[i].text);
  if (hour < 1 || hour > 12) return std::nullopt;
  Clock clock{hour, 0, -1, true, false, {}};
  int at = i + 1;
  const int after_hyphen = at + lexemes[at].is("-");
  if (const auto number = integer_at(lexemes, after_hyphen); number && lexemes[after_hyphen].number < 0 && number->value >= 10 && number->value < 60) {
    clock.minute = number->value;
    clock.has_minute = true;
    at = number->end;
    at += lexemes[at].is("minutes");
  }
  bool strict = false;
  if (const int kind = meridiem(lexemes, at)) apply_meridiem(clock, kind), strict = true;
  if (lexemes[at].is("o") && lexemes[at + 1].is("'") && lexemes[at + 2].is("clock")) at += 3, strict = true;
  if (lexemes[at].is("oclock")) ++at, strict = true;
  if (!strict && !loose) return std::nullopt;
  if (!strict && unit_named(lexemes[at].text)) return std::nullopt;
  return ReadClock{at, clock, strict};
}

std::optional<ReadClock> clock_at(const Lexemes& lexemes, int i, bool loose) {
  auto read = named_clock(lexemes, i);
  if (!read) read = past_or_to(lexemes, i);
  if (!read) read = digital(lexemes, i, loose);
  if (!read) read = in_words(lexemes, i, loose);
  if (!read) return std::nullopt;
  // "in the morning", "at night" after a clock.
  int at = read->end;
  if (any_of(lexemes[at], {"in", "at"})) {
    const int noun = at + 1 + (lexemes[at].is("in") && lexemes[at + 1].is("the"));
    const auto part = part_of_day(lexemes[noun].text);
    if (!part.empty() && lexemes[noun].text.back() != 's' && (lexemes[at].is("in") ? noun == at + 2 : part == "NI")) {
      apply_part(read->clock, part);
      read->end = noun + 1;
      read->strict = true;
    }
  }
  const int zone = zone_end(lexemes, read->end, read->clock.zone);
  if (zone > read->end) read->end = zone;
  return read;
}

struct ClockSpan {
  int end = 0;
  Clock from, to;
  bool range = false, strict = false;
};

bool earlier(const Clock& a, const Clock& b) { return a.hour * 60 + a.minute < b.hour * 60 + b.minute; }

// What the end of a range says about its beginning: "5 to 6pm" is both p.m., "9.30-4.30pm" is not.
void settle(Clock& from, Clock& to) {
  if (from.ambiguous && !to.ambiguous) {
    Clock later = from;
    if (later.hour < 12) later.hour += 12;
    if (from.hour == 12 && to.hour >= 12) later.hour = 12;
    if (earlier(later, to)) from = later;
    from.ambiguous = false;
  } else if (to.ambiguous && !earlier(from, to) && to.hour < 12) {
    to.hour += 12;
  }
}

// One clock or a range of two: "5 to 6 p.m.", "from 2:00 to 2:30 pm", "3-8".
std::optional<ClockSpan> clocks_at(const Lexemes& lexemes, int i, bool loose) {
  const auto first = clock_at(lexemes, i, loose);
  // The first of two may be a bare number even where one alone may not.
  const auto maybe = first ? first : clock_at(lexemes, i, true);
  if (!maybe) return std::nullopt;
  int at = maybe->end;
  if (any_of(lexemes[at], {"-", "~", "to", "until", "till", "and", "through"})) {
    const auto second = clock_at(lexemes, at + 1, true);
    const bool joined = second && (second->strict || loose || maybe->strict);
    const bool plausible = joined && (second->strict || !lexemes[at].is("and") || loose);
    if (plausible && !(lexemes[at].is("-") && second->clock.hour > 24)) {
      if (second->strict || loose || (maybe->strict && !any_of(lexemes[at], {"and"}))) {
        ClockSpan span{second->end, maybe->clock, second->clock, true, second->strict || maybe->strict};
        return span;
      }
    }
  }
  if (!first) return std::nullopt;
  return ClockSpan{first->end, first->clock, first->clock, false, first->strict};
}

// A day, or a day with a part of it: "Tuesday", "tonight", "this morning", "last night", "Tuesday in the evening".
struct DayPart {
  int end = 0;
  Date day;
  std::string_view part;  // empty: the whole day
  Borrowed borrowed = Borrowed::nothing;
  bool is_holiday = false;  // takes a part of the day ("Christmas morning"), no clock
};

int skip_early(const Lexemes& lexemes, int i) { return i + any_of(lexemes[i], {"early", "late", "mid"}); }

std::optional<DayPart> led_part(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (any_of(lexemes[i], {"tonight", "tonite"})) return DayPart{i + 1, scene.published, "NI", Borrowed::all};
  const int at = i + lexemes[i].is("the");
  const Lexeme& lead = lexemes[at];
  const bool that = any_of(lead, {"that", "same"}), next = any_of(lead, {"next", "following"});
  const bool last = any_of(lead, {"last", "previous"});
  if (!that && !next && !last && !lead.is("this")) return std::nullopt;
  const int noun = skip_early(lexemes, at + 1);
  const auto part = part_of_day(lexemes[noun].text);
  if (part.empty() || lexemes[noun].text.back() == 's') return std::nullopt;
  Date day = scene.published;
  if (that || (next && at > i)) day = scene.nearby_day(i);
  if (next) day = add_days(day, 1);
  if (last) day = add_days(day, -1);
  return DayPart{noun + 1, day, part, Borrowed::all};
}

// The part of the day after a day: "evening", "in the morning", ", early morning", "a.m.".
DayPart with_part(const Lexemes& lexemes, DayPart found) {
  int at = found.end;
  if (lexemes[at].is("-") || lexemes[at].is(",")) ++at;
  if (lexemes[at].is("in") && lexemes[at + 1].is("the")) at += 2;
  if (lexemes[at].is("at") && lexemes[at + 1].is("night")) ++at;
  at = skip_early(lexemes, at);
  const auto part = part_of_day(lexemes[at].text);
  if (!part.empty() && lexemes[at].text.back() != 's') {
    found.end = at + 1;
    found.part = part;
  } else if (at == found.end && any_of(lexemes[at], {"am", "pm"})) {
    found.part = lexemes[at].is("am") ? "MO" : "AF";
    found.end = at + 1;
  }
  return found;
}

std::optional<DayPart> day_part(const Scene& scene, int i) {
  if (const auto led = led_part(scene, i)) return led;
  const bool early = any_of(scene.lexemes[i], {"early", "late"});
  const auto found = day(scene, i + early);
  if (!found || !found->value.first) return std::nullopt;
  // "early Thursday morning"; "early Thursday" alone is no part of the day.
  if (early) {
    const DayPart part = with_part(scene.lexemes, {found->end, *found->value.first, {}, found->value.borrowed});
    return part.part.empty() ? std::nullopt : std::optional(part);
  }
  const auto feast = holiday(scene, i);
  return with_part(scene.lexemes, {found->end, *found->value.first, {}, found->value.borrowed, feast && feast->end == found->end});
}

Match joined(int begin, int end, const DayPart& day, ClockSpan clocks) {
  if (!day.part.empty()) apply_part(clocks.from, day.part), apply_part(clocks.to, day.part);
  if (clocks.range) settle(clocks.from, clocks.to);
  Match match{begin, end, clocks.range ? clock_range_value(day.day, clocks.from, clocks.to) : clock_value(day.day, clocks.from)};
  match.value.borrowed = day.borrowed;
  return match;
}

// Words between a day and its clock: "at", ", around", "by", "from", "no later than"; -1 if there are others.
int after_link(const Lexemes& lexemes, int i) {
  int at = i;
  if (any_of(lexemes[at], {",", "-", "("})) ++at;
  if (any_of(lexemes[at], {"no"}) && lexemes[at + 1].is("later") && lexemes[at + 2].is("than")) return at + 3;
  if (lexemes[at].is("later") && lexemes[at + 1].is("than")) return at + 2;
  at += any_of(lexemes[at], {"at", "@", "by", "for", "from", "between", "before", "after", "about"});
  at += any_of(lexemes[at], {"around", "about", "approximately"});
  return at;
}

bool is_linked(const Lexemes& lexemes, int begin, int end) {
  for (int k = begin; k < end; ++k) {
    if (lexemes[k].kind == LexemeKind::word || lexemes[k].is("@")) return true;
  }
  return false;
}

// What comes after a bare number must not make it a count: "Monday 5 people".
bool stands_free(const Lexemes& lexemes, int end) {
  const Lexeme& next = lexemes[end];
  if (next.is("%") || next.is("$") || (next.is("-") && !next.spaced)) return false;
  if (any_of(next, {",", "."}) && !next.spaced && lexemes[end + 1].number >= 0 && !lexemes[end + 1].spaced) return false;
  return next.kind != LexemeKind::word || any_of(next, {"or", "and", "in", "on", "work", "works", "for", "to", "with", "at"});
}

// May clocks without minutes or meridiem, from lexeme `at`, follow a day?
bool bare_clock_fits(const Lexemes& lexemes, int at, bool linked, const ClockSpan& clocks) {
  const bool full = clocks.range || clocks.from.has_minute;
  if (!linked && !full) return false;
  if (!stands_free(lexemes, clocks.end) || (lexemes[at - 1].is("for") && !clocks.range)) return false;
  return full || !any_of(lexemes[at - 1], {"from", "between", "after", "before", "by"});
}

// "Tuesday at 5", "tomorrow 8:00am", "Monday 3-8", "last night from 7 to 9".
MaybeMatch day_then_clock(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const auto found = day_part(scene, i);
  if (!found) return std::nullopt;
  const int at = after_link(lexemes, found->end);
  const bool linked = is_linked(lexemes, found->end, at);
  const auto clocks = found->is_holiday ? std::nullopt : clocks_at(lexemes, at, true);
  if (clocks && (clocks->strict || bare_clock_fits(lexemes, at, linked, *clocks))) {
    // The part of the day may come last: "Sunday at 8:00 early morning".
    DayPart with = *found;
    const DayPart late = with_part(lexemes, {clocks->end, found->day, {}, found->borrowed});
    int end = clocks->end;
    if (with.part.empty() && !late.part.empty()) with.part = late.part, end = late.end;
    // "Wed Oct 26 15:50:06 2016"
    if (with.borrowed == Borrowed::year && is_year(lexemes[end]) && is_date(lexemes[end].number, with.day.month, with.day.day)) {
      with.day.year = lexemes[end++].number;
      with.borrowed = Borrowed::nothing;
    }
    return joined(i, end, with, *clocks);
  }
  if (found->part.empty()) return std::nullopt;
  Match match{i, found->end, part_value(found->day, found->part)};
  match.value.borrowed = found->borrowed;
  return match;
}

// The day after a clock: "on Tuesday", "of April 22", ", tonight", "tomorrow evening", "early this morning".
std::optional<DayPart> day_after_clock(const Scene& scene, int i) {
  int at = i;
  const Lexemes& lexemes = scene.lexemes;
  if (lexemes[at].is(",")) ++at;
  at += any_of(lexemes[at], {"on", "of"});
  const bool comma_year = lexemes[at].digits() > 0 && at == i;
  if (comma_year && !is_month_at(lexemes, at + 1) && !numeric_date(scene, at)) return std::nullopt;
  return day_part(scene, at);
}

// "10:30 p.m. on Tuesday", "5 to 7 today", "noon".
MaybeMatch clock_first(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  const auto strict = clocks_at(lexemes, i, false);
  const auto loose = strict ? strict : clocks_at(lexemes, i, true);
  if (!loose) return std::nullopt;
  ClockSpan clocks = *loose;
  if (const auto found = day_after_clock(scene, clocks.end)) {
    const bool near = any_of(lexemes[clocks.end], {",", "on", "of"}) || strict || clocks.range || any_of(lexemes[i - 1], {"at", "around"});
    const bool bare = !strict && !clocks.range && !any_of(lexemes[i - 1], {"at", "around"});
    // A bare number before a day is a count ("building 34 this afternoon") unless a comma parts them.
    if (near && !(bare && !lexemes[clocks.end].is(","))) return joined(i, found->end, *found, clocks);
    if (bare) return std::nullopt;
  }
  const bool at = any_of(lexemes[i - 1], {"at", "around"}) && lexemes[i].kind == LexemeKind::number;
  if (!strict && !(at && stands_free(lexemes, clocks.end) && !any_of(lexemes[clocks.end], {"in", "on", "and", "to", "for"}) && clocks.from.hour <= 12 &&
                   clocks.from.hour > 0))
    return std::nullopt;
  if (clocks.range && !strict) return std::nullopt;
  DayPart today{clocks.end, scene.nearby_day(i), {}, Borrowed::all};
  const DayPart late = with_part(lexemes, today);
  if (!late.part.empty() && !lexemes[clocks.end].is(",")) today = late;
  return joined(i, today.end, today, clocks);
}

// "the morning", "late afternoon", "in the evening at 7" without a day of their own.
MaybeMatch bare_part(const Scene& scene, int i) {
  const Lexemes& lexemes = scene.lexemes;
  if (any_of(lexemes[i], {"early", "late"})) {  // "early on Friday" is its morning; not "early in May"
    const int at = i + 1 + (lexemes[i + 1].is("on") ? 1 : 0);
    const auto named = day(scene, at);
    const bool is_day = named && named->value.type == TimeType::date && named->value.grain == Grain::day && named->value.first;
    if (is_day && part_of_day(lexemes[named->end].text).empty())
      return Match{i, named->end, part_value(*named->value.first, lexemes[i].is("early") ? "MO" : "EV")};
  }
  int noun = i + lexemes[i].is("the");
  noun = skip_early(lexemes, noun);
  const auto part = part_of_day(lexemes[noun].text);
  if (part.empty() || lexemes[noun].text.back() == 's') {
    if (!any_of(lexemes[i], {"lunchtime", "overnight"})) return std::nullopt;
    Value value = reference_value(lexemes[i].is("overnight") ? "TNI" : "TMEL");
    value.type = TimeType::time;
    if (scene.day_was_mentioned()) value = part_value(scene.nearby_day(i), lexemes[i].is("overnight") ? "NI" : "MI");
    return Match{i, i + 1, value};
  }
  // "the evening of April 15"
  const bool is_edge = any_of(lexemes[noun], {"dawn", "daybreak", "sunrise", "sunset", "dusk", "nightfall"});  // "before dawn on Wednesday"
  if (lexemes[noun + 1].is("of") || (is_edge && lexemes[noun + 1].is("on"))) {
    if (const auto of_day = day(scene, noun + 2)) {
      Match match{i, of_day->end, part_value(*of_day->value.first, part)};
      match.value.borrowed = of_day->value.borrowed;
      return match;
    }
  }
  if (is_edge && lexemes[noun + 1].is("of")) return std::nullopt;  // "before the dawn of a new era"
  const Lexeme& before = lexemes[i - 1];
  const bool early = any_of(lexemes[i], {"early", "late"}) || any_of(lexemes[noun - 1], {"early", "late"});
  const bool preposed =
      any_of(before, {"in", "during", "by", "throughout", "until", "through", "into", "since"}) || (is_edge && any_of(before, {"at", "before", "after"}));
  const bool noun_alone = noun == i && part != "NI" && part != "DT" && !lexemes[i].capital && !any_of(before, {"good", "the"}) &&
                          !(lexemes[i].is("sunset") && before.is("a"));  // "a sunset clause"
  if (!preposed && !early && !noun_alone && !(before.is("at") && part == "NI" && noun == i)) return std::nullopt;
  if (preposed && noun == i && lexemes[noun + 1].kind == LexemeKind::word && lexemes[noun + 1].text.size() < 3) return std::nullopt;
  const int at = after_link(lexemes, noun + 1);
  if (auto clocks = clocks_at(lexemes, at, true); clocks && (clocks->strict || (is_linked(lexemes, noun + 1, at) && stands_free(lexemes, clocks->end)))) {
    return joined(i, clocks->end, {0, scene.nearby_day(i), part, Borrowed::all}, *clocks);
  }
  Value value = part_value(scene.nearby_day(i), part);
  value.borrowed = Borrowed::all;
  if (!scene.day_was_mentioned()) {
    // The text names no day at all: which morning it is stays open.
    value = reference_value("T" + std::string(part));
    value.type = TimeType::time;
  }
  return Match{i, noun + 1, value};
}

}  // namespace

MaybeMatch time_of_day(const Scene& scene, int i) { return longest({day_then_clock(scene, i), clock_first(scene, i), bare_part(scene, i)}); }

}  // namespace dragoman::time

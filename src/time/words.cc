// SPDX-License-Identifier: Apache-2.0
#include "time/words.h"

#include <unordered_map>
#include <unordered_set>

namespace dragoman::time {
namespace {

template <typename Value>
using Table = std::unordered_map<std::string_view, Value>;

template <typename Value>
Value find(const Table<Value>& table, std::string_view word, Value otherwise) {
  const auto found = table.find(word);
  return found == table.end() ? otherwise : found->second;
}

const Table<int>& months() {
  static const Table<int> table{{"january", 1},   {"february", 2}, {"march", 3},     {"april", 4},     {"may", 5},  {"june", 6}, {"july", 7}, {"august", 8},
                                {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},
                                {"jun", 6},       {"jul", 7},      {"aug", 8},       {"sep", 9},       {"sept", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}};
  return table;
}

const Table<int>& weekdays() {
  static const Table<int> table{{"monday", 1},  {"tuesday", 2},  {"wednesday", 3},  {"thursday", 4},  {"friday", 5},  {"saturday", 6},  {"sunday", 7},
                                {"mondays", 1}, {"tuesdays", 2}, {"wednesdays", 3}, {"thursdays", 4}, {"fridays", 5}, {"saturdays", 6}, {"sundays", 7},
                                {"mon", 1},     {"tue", 2},      {"tues", 2},       {"wed", 3},       {"weds", 3},    {"thu", 4},       {"thur", 4},
                                {"thurs", 4},   {"fri", 5},      {"sat", 6},        {"sun", 7}};
  return table;
}

const Table<UnitWord>& units() {
  static const Table<UnitWord> table{{"second", {Unit::second, false, false}},
                                     {"seconds", {Unit::second, true, false}},
                                     {"sec", {Unit::second, true, true}},
                                     {"secs", {Unit::second, true, true}},
                                     {"minute", {Unit::minute, false, false}},
                                     {"minutes", {Unit::minute, true, false}},
                                     {"min", {Unit::minute, true, true}},
                                     {"mins", {Unit::minute, true, true}},
                                     {"hour", {Unit::hour, false, false}},
                                     {"hours", {Unit::hour, true, false}},
                                     {"hr", {Unit::hour, true, true}},
                                     {"hrs", {Unit::hour, true, true}},
                                     {"h", {Unit::hour, true, true}},
                                     {"day", {Unit::day, false, false}},
                                     {"days", {Unit::day, true, false}},
                                     {"night", {Unit::night, false, false}},
                                     {"nights", {Unit::night, true, false}},
                                     {"week", {Unit::week, false, false}},
                                     {"weeks", {Unit::week, true, false}},
                                     {"fortnight", {Unit::fortnight, false, false}},
                                     {"fortnights", {Unit::fortnight, true, false}},
                                     {"month", {Unit::month, false, false}},
                                     {"months", {Unit::month, true, false}},
                                     {"quarter", {Unit::quarter, false, false}},
                                     {"quarters", {Unit::quarter, true, false}},
                                     {"year", {Unit::year, false, false}},
                                     {"years", {Unit::year, true, false}},
                                     {"yr", {Unit::year, true, true}},
                                     {"yrs", {Unit::year, true, true}},
                                     {"decade", {Unit::decade, false, false}},
                                     {"decades", {Unit::decade, true, false}},
                                     {"century", {Unit::century, false, false}},
                                     {"centuries", {Unit::century, true, false}}};
  return table;
}

const Table<int>& numbers() {
  static const Table<int> table{{"zero", 0},      {"one", 1},      {"two", 2},      {"three", 3},      {"four", 4},      {"five", 5},      {"six", 6},
                                {"seven", 7},     {"eight", 8},    {"nine", 9},     {"ten", 10},       {"eleven", 11},   {"twelve", 12},   {"thirteen", 13},
                                {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
                                {"thirty", 30},   {"forty", 40},   {"fifty", 50},   {"sixty", 60},     {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
  return table;
}

const Table<int>& ordinals() {
  static const Table<int> table{{"first", 1},       {"second", 2},      {"third", 3},      {"fourth", 4},     {"fifth", 5},        {"sixth", 6},
                                {"seventh", 7},     {"eighth", 8},      {"ninth", 9},      {"tenth", 10},     {"eleventh", 11},    {"twelfth", 12},
                                {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
                                {"nineteenth", 19}, {"twentieth", 20},  {"thirtieth", 30}};
  return table;
}

const Table<std::string_view>& seasons() {
  static const Table<std::string_view> table{{"spring", "SP"}, {"springtime", "SP"}, {"summer", "SU"}, {"summertime", "SU"},
                                             {"autumn", "FA"}, {"fall", "FA"},       {"winter", "WI"}};
  return table;
}

const Table<std::string_view>& parts() {
  static const Table<std::string_view> table{{"morning", "MO"},    {"afternoon", "AF"}, {"evening", "EV"}, {"night", "NI"},   {"mornings", "MO"},
                                             {"afternoons", "AF"}, {"evenings", "EV"},  {"nights", "NI"},  {"daytime", "DT"}, {"dawn", "MO"},
                                             {"daybreak", "MO"},   {"sunrise", "MO"},   {"sunset", "EV"},  {"dusk", "EV"},    {"nightfall", "NI"}};
  return table;
}

// First words of constructions beside the tables above. A rule whose first word is new needs it here.
constexpr std::string_view kFirstWords[] = {"then",
                                            "today",
                                            "tomorrow",
                                            "yesterday",
                                            "tonight",
                                            "tonite",
                                            "tmrw",
                                            "tmr",
                                            "otd",
                                            "this",
                                            "last",
                                            "next",
                                            "past",
                                            "previous",
                                            "coming",
                                            "following",
                                            "current",
                                            "same",
                                            "that",
                                            "upcoming",
                                            "preceding",
                                            "prior",
                                            "subsequent",
                                            "recent",
                                            "recently",
                                            "lately",
                                            "currently",
                                            "nowadays",
                                            "presently",
                                            "moment",
                                            "now",
                                            "right",
                                            "present",
                                            "near",
                                            "foreseeable",
                                            "distant",
                                            "immediate",
                                            "future",
                                            "soon",
                                            "more",
                                            "most",
                                            "very",
                                            "as",
                                            "previously",
                                            "formerly",
                                            "to",
                                            "at",
                                            "early",
                                            "earlier",
                                            "late",
                                            "later",
                                            "mid",
                                            "beginning",
                                            "start",
                                            "turn",
                                            "outset",
                                            "middle",
                                            "end",
                                            "close",
                                            "rest",
                                            "remainder",
                                            "final",
                                            "entire",
                                            "whole",
                                            "full",
                                            "fiscal",
                                            "financial",
                                            "school",
                                            "academic",
                                            "calendar",
                                            "fy",
                                            "sy",
                                            "cy",
                                            "q",
                                            "h",
                                            "w",
                                            "weekend",
                                            "weekends",
                                            "weekday",
                                            "working",
                                            "daylong",
                                            "weeklong",
                                            "monthlong",
                                            "yearlong",
                                            "workweek",
                                            "business",
                                            "every",
                                            "each",
                                            "all",
                                            "any",
                                            "another",
                                            "once",
                                            "twice",
                                            "thrice",
                                            "several",
                                            "many",
                                            "some",
                                            "few",
                                            "couple",
                                            "number",
                                            "numerous",
                                            "dozen",
                                            "dozens",
                                            "scores",
                                            "hundreds",
                                            "thousands",
                                            "tens",
                                            "half",
                                            "semi",
                                            "bi",
                                            "daily",
                                            "everyday",
                                            "nightly",
                                            "weekly",
                                            "biweekly",
                                            "fortnightly",
                                            "monthly",
                                            "bimonthly",
                                            "quarterly",
                                            "yearly",
                                            "annually",
                                            "annual",
                                            "hourly",
                                            "semiannual",
                                            "semiannually",
                                            "biennial",
                                            "about",
                                            "nearly",
                                            "almost",
                                            "over",
                                            "roughly",
                                            "approximately",
                                            "around",
                                            "under",
                                            "barely",
                                            "less",
                                            "fewer",
                                            "longer",
                                            "up",
                                            "long",
                                            "noon",
                                            "midday",
                                            "midnight",
                                            "noonish",
                                            "lunchtime",
                                            "overnight",
                                            "twenties",
                                            "thirties",
                                            "forties",
                                            "fifties",
                                            "sixties",
                                            "seventies",
                                            "eighties",
                                            "nineties",
                                            "christmas",
                                            "xmas",
                                            "boxing",
                                            "new",
                                            "valentine",
                                            "valentines",
                                            "saint",
                                            "st",
                                            "earth",
                                            "anzac",
                                            "international",
                                            "juneteenth",
                                            "freedom",
                                            "jubilee",
                                            "independence",
                                            "bastille",
                                            "halloween",
                                            "veterans",
                                            "armistice",
                                            "remembrance",
                                            "groundhog",
                                            "women",
                                            "martin",
                                            "mlk",
                                            "presidents",
                                            "mother",
                                            "mothers",
                                            "memorial",
                                            "father",
                                            "fathers",
                                            "labor",
                                            "labour",
                                            "columbus",
                                            "thanksgiving",
                                            "black",
                                            "cyber",
                                            "good",
                                            "easter",
                                            "palm",
                                            "ash",
                                            "mardi",
                                            "ascension",
                                            "pentecost",
                                            "whit"};

std::unordered_set<std::string_view> all_first_words() {
  std::unordered_set<std::string_view> words(std::begin(kFirstWords), std::end(kFirstWords));
  for (const auto& [word, value] : months()) words.insert(word);
  for (const auto& [word, value] : weekdays()) words.insert(word);
  for (const auto& [word, value] : units()) words.insert(word);
  for (const auto& [word, value] : numbers()) words.insert(word);
  for (const auto& [word, value] : ordinals()) words.insert(word);
  for (const auto& [word, value] : seasons()) words.insert(word);
  for (const auto& [word, value] : parts()) words.insert(word);
  return words;
}

}  // namespace

bool begins_expression(std::string_view word) {
  static const auto words = all_first_words();
  return words.count(word) > 0;
}

std::optional<UnitWord> unit_named(std::string_view word) {
  const auto found = units().find(word);
  if (found == units().end()) return std::nullopt;
  return found->second;
}

int month_named(std::string_view word) { return find(months(), word, 0); }
bool is_month_abbreviation(std::string_view word) { return (word.size() == 3 && word != "may") || word == "sept"; }
int weekday_named(std::string_view word) { return find(weekdays(), word, 0); }
bool is_weekday_abbreviation(std::string_view word) { return word.size() < 6; }
int small_number(std::string_view word) { return find(numbers(), word, -1); }
int ordinal_named(std::string_view word) { return find(ordinals(), word, 0); }
std::string_view season_named(std::string_view word) { return find(seasons(), word, std::string_view()); }
std::string_view part_of_day(std::string_view word) { return find(parts(), word, std::string_view()); }

}  // namespace dragoman::time

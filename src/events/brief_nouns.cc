// SPDX-License-Identifier: Apache-2.0
#include "events/brief_nouns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/days.h"

namespace dragoman {
namespace {

constexpr std::size_t kPartiesNamed = 4;
constexpr std::size_t kWordsOfAName = 8;

// How an event of a type and mode is called. `between`: parties are named together where there are two or more.
struct Noun {
  EventType type;
  std::string_view mode;  // empty: any that has no row before
  std::string_view noun, actor, recipient;
  bool between = false;
};

using enum EventType;
constexpr std::array kNouns = {
    Noun{agree, "", "an agreement", "by", "with", true},
    Noun{consult, "visit", "a visit", "by", "to"},
    Noun{consult, "phone", "a telephone call", "by", "to", true},
    Noun{consult, "third-party", "mediated talks", "involving", "with", true},
    Noun{consult, "multilateral", "multilateral talks", "involving", "with", true},
    Noun{consult, "", "talks", "involving", "with", true},
    Noun{support, "", "an act of support", "by", "for"},
    Noun{cooperate, "", "cooperation", "by", "with", true},
    Noun{aid, "", "aid", "from", "to"},
    Noun{concede, "", "a concession", "by", "to"},
    Noun{retreat, "withdraw", "a withdrawal", "by", "before"},
    Noun{retreat, "release", "a release of captives", "by", "concerning"},
    Noun{retreat, "ceasefire", "a ceasefire", "by", "with", true},
    Noun{retreat, "disarm", "a disarmament", "by", "towards"},
    Noun{retreat, "resign", "a resignation", "involving", "before"},
    Noun{retreat, "access", "a grant of access", "by", "to"},
    Noun{retreat, "", "a step back", "by", "towards"},
    Noun{request, "", "a request", "by", "to"},
    Noun{accuse, "disapprove", "criticism", "by", "of"},
    Noun{accuse, "investigate", "an investigation", "by", "of"},
    Noun{accuse, "", "an accusation", "by", "against"},
    Noun{reject, "meet", "a refusal of talks", "by", "with"},
    Noun{reject, "", "a refusal", "by", "towards"},
    Noun{threaten, "", "a threat", "by", "against"},
    Noun{protest, "strike", "a strike", "by", "against"},
    Noun{protest, "hunger", "a hunger strike", "by", "against"},
    Noun{protest, "riot", "a riot", "by", "against"},
    Noun{protest, "boycott", "a boycott", "by", "of"},
    Noun{protest, "obstruct", "an obstruction", "by", "against"},
    Noun{protest, "", "a protest", "by", "against"},
    Noun{sanction, "convict", "a penalty", "by", "against"},
    Noun{sanction, "expel", "an expulsion", "by", "of"},
    Noun{sanction, "withdraw", "a withdrawal", "by", "from"},
    Noun{sanction, "", "sanctions or a cut in relations", "by", "against"},
    Noun{mobilize, "weapons", "a show of weapons", "by", "against"},
    Noun{mobilize, "", "a mobilisation", "by", "against"},
    Noun{coerce, "arrest", "an arrest", "by", "of"},
    Noun{coerce, "seize", "a seizure", "by", "from"},
    Noun{coerce, "restrict", "restrictions", "by", "on"},
    Noun{coerce, "deport", "a deportation", "by", "of"},
    Noun{coerce, "censor", "censorship", "by", "of"},
    Noun{coerce, "curfew", "a curfew", "by", "for"},
    Noun{coerce, "cyber", "a cyberattack", "by", "on"},
    Noun{coerce, "misinformation", "disinformation", "by", "against"},
    Noun{coerce, "", "coercion", "by", "against"},
    Noun{assault, "suicide-attack", "a suicide attack", "by", "on"},
    Noun{assault, "drone", "a drone attack", "by", "on"},
    Noun{assault, "aerial", "an air strike", "by", "on"},
    Noun{assault, "heavy-weapons", "an attack with heavy weapons", "by", "on"},
    Noun{assault, "explosives", "a bombing", "by", "against"},
    Noun{assault, "firearms", "a shooting", "by", "of"},
    Noun{assault, "unconventional", "an attack with unconventional weapons", "by", "on"},
    Noun{assault, "crowd-control", "a use of crowd control weapons", "by", "against"},
    Noun{assault, "torture", "torture", "by", "of"},
    Noun{assault, "sexual", "sexual violence", "by", "against"},
    Noun{assault, "targeted", "a targeted killing", "by", "of"},
    Noun{assault, "abduct", "an abduction", "by", "of"},
    Noun{assault, "destroy", "a destruction of property", "by", "of"},
    Noun{assault, "", "an attack", "by", "on"},
};

// Words that have a capital only because a sentence began with them.
constexpr std::array<std::string_view, 24> kSmallWords = {"A",    "An",    "The",   "Its",     "His", "Her",       "Their",    "One",
                                                          "Two",  "Three", "Four",  "Five",    "Six", "Ten",       "Some",     "Many",
                                                          "Both", "Such",  "Other", "Several", "All", "Thousands", "Hundreds", "Dozens"};

const Noun& noun_of(const LinkedEvent& event) {
  const auto row =
      std::find_if(kNouns.begin(), kNouns.end(), [&](const Noun& one) { return one.type == event.type && (one.mode.empty() || one.mode == event.mode); });
  return row == kNouns.end() ? kNouns.back() : *row;  // the table has a row without a mode for each type
}

void add_names(const std::vector<EventParty>& parties, std::vector<std::string>& names) {
  for (const EventParty& party : parties) {
    std::string name = inside_sentence(tamed(party.name.empty() ? party.code : party.name, kWordsOfAName));
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
}

std::string parties_of(const LinkedEvent& event, const Noun& noun) {
  std::vector<std::string> actors, recipients;
  add_names(event.actors, actors);
  add_names(event.recipients, recipients);
  if (noun.between) {
    std::vector<std::string> all = actors;
    add_names(event.recipients, all);
    if (all.size() > 1) return " between " + listed_words(all, kPartiesNamed);
  }
  const std::string who = actors.empty() ? "" : fmt::format(" {} {}", noun.actor, listed_words(actors, kPartiesNamed));
  const std::string whom = recipients.empty() ? "" : fmt::format(" {} {}", noun.recipient, listed_words(recipients, kPartiesNamed));
  // "an arrest of A by B": "by B of A" could be B of A.
  return noun.recipient == "of" ? whom + who : who + whom;
}

std::string when_of(const LinkedEvent& event) {
  const std::string &begin = event.begin_date, &end = event.end_date, &precision = event.time_precision;
  if (begin.size() < 4) return "";
  if (precision == "year") return " in " + tamed(begin.substr(0, 4), 1);
  const std::string first = spoken_date(begin), last = spoken_date(end);
  if (precision == "month" && first != begin) return " in " + first.substr(first.find(' ') + 1);
  if (end.empty() || first == last) return " on " + tamed(first, 3);
  return fmt::format(" between {} and {}", tamed(first, 3), tamed(last, 3));
}

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

char tame(char c) {
  switch (c) {
    case '[':
    case '{': return '(';
    case ']':
    case '}': return ')';
    case '"': return '\'';
    default: return is_space(c) ? ' ' : c;
  }
}

// Controls of two bytes (U+0080 to U+009F), which terminals obey too.
bool is_wide_control(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

}  // namespace

std::string tamed(std::string_view text, std::size_t words) {
  std::string tame_text;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_wide = is_wide_control(text, at);
    const char c = is_wide ? ' ' : tame(text[at]);
    if (is_wide) ++at;
    const bool begins = c != ' ' && (tame_text.empty() || tame_text.back() == ' ');
    if (begins && ++seen > words) {
      tame_text.back() = '.';
      return tame_text + "..";
    }
    if (c != ' ' || begins || (!tame_text.empty() && tame_text.back() != ' ')) tame_text += c;
  }
  while (!tame_text.empty() && tame_text.back() == ' ') tame_text.pop_back();
  return tame_text;
}

std::string inside_sentence(std::string text) {
  const std::string_view first = std::string_view(text).substr(0, text.find(' '));
  const bool is_small = std::find(kSmallWords.begin(), kSmallWords.end(), first) != kSmallWords.end();
  if (is_small && first.size() < text.size()) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++at) words += !is_space(text[at]) && (at == 0 || is_space(text[at - 1])) ? 1 : 0;
  return words;
}

std::string listed_words(const std::vector<std::string>& items, std::size_t most) {
  std::vector<std::string> shown(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), most)));
  if (const std::size_t others = items.size() - shown.size(); others > 0) shown.push_back(fmt::format("{} other{}", others, others == 1 ? "" : "s"));
  if (shown.size() < 2) return shown.empty() ? "" : shown[0];
  const std::string last = shown.back();
  shown.pop_back();
  return fmt::format("{} and {}", fmt::join(shown, ", "), last);
}

std::string spoken_date(std::string_view iso) {
  int month = 0, day = 0;
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::string(iso);
  std::from_chars(iso.data() + 5, iso.data() + 7, month);
  std::from_chars(iso.data() + 8, iso.data() + 10, day);
  if (month < 1 || month > 12 || day < 1) return std::string(iso);
  return fmt::format("{} {} {}", day, kMonthNames[static_cast<std::size_t>(month - 1)], iso.substr(0, 4));
}

std::string noun_phrase_of(const LinkedEvent& event) {
  const Noun& noun = noun_of(event);
  std::string text = std::string(noun.noun) + parties_of(event, noun);
  if (event.place) {
    const std::string place = tamed(event.place->name, kWordsOfAName);
    if (!place.empty()) text += " in " + place;
  }
  return text + when_of(event);
}

}  // namespace dragoman

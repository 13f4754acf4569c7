// SPDX-License-Identifier: Apache-2.0
#include "entities/setting.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/strings.h"
#include "kb/fold.h"

namespace dragoman::entities {
namespace {

// In powers of ten of inhabitants: how much bigger a place of the same name must be to be meant all the same.
constexpr double kSpokenOf = 2.5;  // than one in a country that the report speaks of
constexpr double kAnother = 0.7;   // than one in a country where another of the report's places lies; of three or more, thrice
constexpr double kOwnName = 0.5;   // than one that has the name as its first
constexpr double kRegion = 5;      // what regions count for, whose inhabitants no table has

constexpr std::size_t kLongName = 4;  // letters of a city in a paper's name: "Post" is none, "Oslo" is one

// The words of a dateline before its date, agency or dash: "ADDIS ABABA" of "ADDIS ABABA, Oct 31 (Northern Wire) -".
std::string city_of_dateline(const ParsedReport& report, const Sentence& sentence) {
  std::string city;
  for (std::uint32_t token = sentence.first; token < sentence.dateline_end; ++token) {
    const Token& at = report.tokenized.tokens[token];
    const std::string_view word = report.text->text().substr(at.begin_byte, at.end_byte - at.begin_byte);
    if (!std::isalpha(static_cast<unsigned char>(word.front())) && static_cast<unsigned char>(word.front()) < 0x80) break;
    city += (city.empty() ? "" : " ") + std::string(word);
  }
  return city;
}

// "Nairobi Courier", "Turkish Daily": the country of the paper, as data/kb has it or its name says.
std::string country_of_outlet(const KnowledgeBase& kb, std::string_view outlet) {
  for (const KbEntry* row : kb.named(outlet)) {
    if (row->kind == EntityKind::outlet && !row->country.empty()) return std::string(row->country);
  }
  std::vector<std::string_view> words;
  for (std::size_t at = 0, end = 0; at < outlet.size(); at = end + 1) {
    end = std::min(outlet.find(' ', at), outlet.size());
    if (end > at) words.push_back(outlet.substr(at, end - at));
  }
  for (std::size_t length = std::min<std::size_t>(3, words.size()); length > 0; --length) {
    for (std::size_t first = 0; first + length <= words.size(); ++first) {
      const std::string_view name(words[first].data(), static_cast<std::size_t>(words[first + length - 1].end() - words[first].begin()));
      const auto state = is_capitalized(name) ? kb.state_word(name) : std::nullopt;
      if (state) return std::string(state->code);
    }
  }
  for (const std::string_view word : words) {
    const auto places = word.size() >= kLongName && is_capitalized(word) ? kb.places(word) : std::vector<KbPlace>();
    if (!places.empty()) return std::string(places.front().country);
  }
  return "";
}

// A place's name without a direction before it and what it is behind it: "west Beirut", "Bergen harbour".
std::string_view core_of_place(std::string_view name) {
  static constexpr auto kDirections = std::to_array<std::string_view>(
      {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "greater", "downtown", "old"});
  static constexpr auto kGeneric = std::to_array<std::string_view>({"district", "province",    "region",       "river",      "island",     "islands", "harbour",
                                                                    "harbor",   "port",        "valley",       "airport",    "bridge",     "camp",    "base",
                                                                    "county",   "governorate", "state",        "peninsula",  "crossing",   "road",    "highway",
                                                                    "city",     "prefecture",  "municipality", "department", "checkpoint", "area",    "bay"});
  const auto first = name.find(' ');
  if (first != std::string_view::npos && is_one_of(lower(name.substr(0, first)), kDirections)) name.remove_prefix(first + 1);
  const auto last = name.rfind(' ');
  if (last != std::string_view::npos && is_one_of(lower(name.substr(last + 1)), kGeneric)) name = name.substr(0, last);
  return name;
}

}  // namespace

Setting::Setting(const ParsedReport& report, const KnowledgeBase& kb, const std::vector<SentenceNames>& names) {
  std::map<std::string, std::set<std::string>> may_lie;  // countries by a place's name
  for (std::size_t sentence = 0; sentence < names.size(); ++sentence) {
    const Tree& tree = report.tree(static_cast<int>(sentence));
    for (const NameSpan& part : names[sentence].parts) {
      if (!part.state.empty()) spoken_of_.emplace(part.state);
    }
    for (const NameSpan& name : names[sentence].outer) {
      if (name.kind != NameKind::place || !name.state.empty()) continue;
      const std::string text = joined(tree, name.first, name.last);
      for (const KbPlace& place : kb.places(text)) may_lie[text].emplace(place.country);
    }
  }
  for (const auto& [_, countries] : may_lie) {
    for (const std::string& country : countries) places_[country] += 1.0 / static_cast<double>(countries.size());
  }
  outlet_ = country_of_outlet(kb, report.outlet);
  if (!outlet_.empty()) spoken_of_.insert(outlet_);
  for (std::size_t number = 0; number < report.tokenized.sentences.size(); ++number) {
    const Sentence& sentence = report.tokenized.sentences[number];
    if (sentence.dateline_end <= sentence.first) continue;
    if (const auto city = place(kb, city_of_dateline(report, sentence))) datelines_.emplace_back(static_cast<int>(number), city->country);
  }
}

std::optional<KbPlace> Setting::place(const KnowledgeBase& kb, std::string_view name) const {
  std::vector<KbPlace> known = kb.places(name);
  if (known.empty()) known = kb.places(name = core_of_place(name));
  const std::uint64_t key = key_of(fold_name(name));
  const auto standing = [&](const KbPlace& place) {
    const auto others = places_.find(place.country);
    double score = place.population > 0 ? std::log10(static_cast<double>(place.population)) : kRegion;
    if (spoken_of_.contains(place.country)) score += kSpokenOf;
    else if (others != places_.end()) score += kAnother * std::clamp(others->second - 0.5, 0.0, 3.0);
    if (key_of(fold_name(place.name)) == key) score += kOwnName;
    return score;
  };
  const auto best = std::max_element(known.begin(), known.end(), [&](const KbPlace& a, const KbPlace& b) { return standing(a) < standing(b); });
  return best == known.end() ? std::nullopt : std::optional(*best);
}

}  // namespace dragoman::entities

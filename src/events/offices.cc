// SPDX-License-Identifier: Apache-2.0
// People whom their office names. A reader of one report needs no name to know who "the Rwandan foreign minister" is, and a comparison of
// reports must know that he and his name are one speaker: both get the state's key. Works for offices that one person holds at a time;
// "a minister", "the general" are anybody.
#include "events/offices.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "events/words.h"

namespace dragoman {
namespace {

using Words = std::vector<FoldedWord>;

constexpr std::array<std::string_view, 21> kOffices = {"minister",   "president", "premier", "chancellor", "king",        "queen",        "emir",
                                                       "governor",   "secretary", "mayor",   "chief",      "head",        "director",     "chairman",
                                                       "chairwoman", "commander", "speaker", "spokesman",  "spokeswoman", "spokesperson", "ambassador"};
constexpr std::array<std::string_view, 5> kStateOffices = {"minister", "president", "premier", "chancellor", "ambassador"};
constexpr std::array<std::string_view, 12> kNotOne = {"a", "an", "one", "two", "three", "several", "some", "another", "second", "former", "ex", "deputy"};
constexpr std::array<std::string_view, 23> kBodies = {"service", "federation",  "union",    "ministry",  "army",        "navy",       "agency", "office",
                                                      "council", "authority",   "movement", "front",     "department",  "commission", "bureau", "association",
                                                      "militia", "directorate", "embassy",  "committee", "secretariat", "group",      "command"};
constexpr std::array<std::string_view, 5> kNameless = {"anonymity", "unnamed", "anonymous", "unidentified", "named"};
constexpr std::array<std::string_view, 9> kPrepositions = {"of", "in", "from", "at", "near", "for", "to", "with", "on"};
constexpr std::array<std::string_view, 4> kUnsure = {"", "CVL", "UNK", "ELI"};

bool has_one_of(const Words& words, const auto& list) {
  return std::any_of(words.begin(), words.end(), [&](const FoldedWord& word) { return is_one_of(word.text, list); });
}

// "the Romanian government's press office": the government's own.
bool is_office_of_government(const Words& words) {
  constexpr std::array<std::string_view, 5> kOwners = {"government", "ministry", "presidency", "cabinet", "chancellery"};
  return !words.empty() && words.back().text == "office" &&
         std::any_of(words.begin(), words.end(), [&](const FoldedWord& word) { return word.possessive && is_one_of(word.text, kOwners); });
}

bool is_of_several(const Words& words) { return words.empty() || is_one_of(words[0].text, kNotOne) || has_one_of(words, kNameless); }

}  // namespace

bool is_office_holder(std::string_view text) {
  const Words words = words_of(text);
  if (is_of_several(words)) return false;
  const auto office = std::find_if(words.begin(), words.end(), [](const FoldedWord& word) { return is_one_of(word.text, kOffices); });
  // "the ambassador" alone points back to somebody, whom his report may not name.
  if (office != words.end() && office->text == "ambassador" && words.size() < 3) return false;
  // "Somalia's deputy defence minister" said it in that office, "a deputy minister" is anybody.
  const bool is_definite = words[0].text == "the" || words[0].possessive;
  const auto is_not_one = [&](const FoldedWord& word) { return is_one_of(word.text, kNotOne) && !(is_definite && word.text == "deputy"); };
  // "the wife of the minister" is not he, nor is "the minister's aide"; "the former minister" is he no more.
  return office != words.end() && !office->possessive &&
         std::none_of(words.begin(), office, [&](const FoldedWord& word) { return is_one_of(word.text, kPrepositions) || is_not_one(word); });
}

bool names_a_body(std::string_view text) {
  const Words words = words_of(text);
  if (is_of_several(words)) return false;
  const auto end = std::find_if(words.begin(), words.end(), [](const FoldedWord& word) { return is_one_of(word.text, kPrepositions); });
  const auto size = end - words.begin();
  if (size < 2 || !is_one_of((end - 1)->text, kBodies) || (end - 1)->possessive) return false;
  const bool is_of_somebody = std::any_of(words.begin(), end - 1, [](const FoldedWord& word) { return word.possessive || is_proper(word); });
  return words[0].text == "the" ? size > 2 : is_of_somebody;
}

bool names_head_of_state_office(std::string_view text) {
  const Words words = words_of(text);
  const auto office = std::find_if(words.begin(), words.end(), [](const FoldedWord& word) { return is_one_of(word.text, kStateOffices); });
  return office != words.end() && !office->possessive && std::none_of(words.begin(), office, [](const FoldedWord& word) {
           return word.text == "former" || word.text == "ex" || word.text == "of" || word.text == "vice";
         });
}

bool ends_in_a_name(std::string_view text) {
  const Words words = words_of(text);
  if (words.size() < 3 || is_of_several(words)) return false;
  std::size_t first = words.size();
  while (first > 0 && words[first - 1].capital) --first;
  return words.size() - first >= 2 && (first == 0 || !is_one_of(words[first - 1].text, kPrepositions));
}

Seat seat_of(std::string_view text, const std::string& key, const std::string& code, const std::string& sector) {
  const bool is_of_a_state = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (is_of_a_state && is_office_of_government(words_of(text))) return {code, "GOV"};
  if (is_of_a_state && key != code && is_one_of(sector, kUnsure) && names_head_of_state_office(text)) return {code, "GOV"};
  return {key, sector};
}

}  // namespace dragoman

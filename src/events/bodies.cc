// SPDX-License-Identifier: Apache-2.0
// Who is one with whom. All who speak for one government, armed force or body on the record are one origin and one speaker. The government
// of a state, its ministries, its army and its services are one: they answer to one head. Police, courts and parliament of a state are
// institutions with a voice of their own. Example: "Greece's defence ministry" and "Defence Minister Lekkas" are GRC; an opposition deputy
// is GRC/OPP/name, by his key.
#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "events/testimony.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 3> kGovernment = {"GOV", "MIL", "SPY"};
constexpr std::array<std::string_view, 4> kOwnVoice = {"COP", "JUD", "LEG", "PRM"};
constexpr std::array<std::string_view, 8> kUnions = {"union", "unions", "association", "federation", "syndicate", "guild", "league", "confederation"};
constexpr std::array<std::string_view, 4> kUnknown = {"", "UNK", "CVL", "ELI"};  // a party is no member of a ministry

std::string_view class_of(const std::string& sector) {
  if (is_one_of(sector, kOwnVoice)) return sector;
  return is_one_of(sector, kUnknown) ? "" : is_one_of(sector, kGovernment) ? "GOV" : std::string_view(sector);
}

}  // namespace

bool is_of_a_state(const std::string& sector) { return is_one_of(sector, kGovernment); }

bool may_share_body(const std::string& sector, const std::string& other) {
  const std::string_view mine = class_of(sector), theirs = class_of(other);
  return mine.empty() || theirs.empty() || mine == theirs;
}

std::string body_of(const std::string& key, const std::string& code, const std::string& sector) {
  if (key != code || !is_one_of(sector, kOwnVoice)) return key;
  return key + "/" + sector;
}

bool speaks_for_members(const Speaker& speaker, const std::string& party_code, const std::string& party_sector, const std::string& party_name) {
  if (!party_code.empty() && !speaker.code.empty() && party_code != speaker.code) return false;
  const std::vector<FoldedWord> body = words_of(speaker.text), party = words_of(party_name);
  const auto at = std::find_if(body.begin(), body.end(), [](const FoldedWord& word) { return is_one_of(word.text, kUnions); });
  if (at == body.end()) return false;
  // "the union", "union secretary Hugo Baldessari": of what union, an earlier sentence or report said.
  const bool is_any_union = at == body.begin() || (at == body.begin() + 1 && body.front().text == "the");
  if (is_any_union && party_sector == "LAB" && speaker.sector == "LAB") return true;
  // "union president Rodrigo Alarcon", "its members": the reader may not have seen that the office is a union's.
  constexpr std::array<std::string_view, 10> kOfficers = {"president", "secretary",   "leader",   "chief",      "head",
                                                          "spokesman", "spokeswoman", "chairman", "chairwoman", "boss"};
  const bool is_officer = at == body.begin() && body.size() > 1 && is_one_of(body[1].text, kOfficers);
  if (is_officer && !party_code.empty() && !is_of_a_state(party_sector) && !is_one_of(party_sector, kOwnVoice)) return true;
  // Whose union it is: the plural before it or behind "of"; of those who acted: the noun at the end of their phrase.
  constexpr std::size_t kShortest = 4;
  const auto ends_phrase = [](const FoldedWord& word) { return word.text == "in" || word.text == "of" || word.text == "from" || word.text == "at"; };
  // "hundreds of Ghanaian nurses": how many they are is not who they are.
  constexpr std::array<std::string_view, 8> kMany = {"hundreds", "thousands", "dozens", "scores", "tens", "some", "many", "crowd"};
  auto first = party.begin();
  for (auto word = party.begin(); word != party.end(); ++word) {
    if (word->text == "of" && word != party.begin() && is_one_of((word - 1)->text, kMany)) first = word + 1;
  }
  const auto end = std::find_if(first, party.end(), ends_phrase);
  if (end == first) return false;
  const std::string members = stem_of((end - 1)->text);
  return (end - 1)->text.size() >= kShortest &&
         std::any_of(body.begin(), body.end(), [&](const FoldedWord& word) { return &word != &*at && stem_of(word.text) == members; });
}

bool speaks_for(const Speaker& speaker, const std::string& party_key, const std::string& party_sector) {
  if (speaker.body.empty() || party_key.empty() || speaker.key != party_key) return false;
  constexpr std::array<std::string_view, 3> kIndependent = {"JUD", "LEG", "PTY"};  // a court's or a party's word is not the government's, nor the other way
  const bool mine = is_one_of(speaker.sector, kIndependent), theirs = is_one_of(party_sector, kIndependent);
  return mine == theirs && (!mine || speaker.sector == party_sector);
}

}  // namespace dragoman

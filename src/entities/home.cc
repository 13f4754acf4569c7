// SPDX-License-Identifier: Apache-2.0
#include "entities/home.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "base/strings.h"

namespace dragoman::entities {
namespace {

constexpr int kDatelineCounts = 2;
constexpr double kMajority = 0.6;              // of the mentions of countries
constexpr double kPlurality = 0.4;             // enough where no other country has half as many
constexpr int kFewest = 2, kFewestBeside = 3;  // mentions, where there is no dateline to go by; the second where another country is mentioned too

// What says that somebody is of elsewhere, or of several states.
bool is_foreign_word(std::string_view word) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"western",    "foreign",      "regional",    "international", "european", "african",   "arab",        "asian",
                                       "latin",      "gulf",         "nordic",      "baltic",        "allied",   "visiting",  "un",          "eu",
                                       "nato",       "diplomat",     "ambassador",  "envoy",         "embassy",  "consul",    "consulate",   "mediator",
                                       "mission",    "delegation",   "attache",     "emissary",      "observer", "monitor",   "peacekeeper", "tourist",
                                       "mercenary",  "neighbouring", "neighboring", "multinational", "global",   "world",     "overseas",    "exiled",
                                       "diplomatic", "coalition",    "alliance",    "bloc",          "summit",   "negotiator"});
  return is_one_of(word, kWords);
}

// Of public life inside one state. Armed men, peoples and bodies of several states have no home.
bool may_go_home(const EntityDraft& draft) {
  static constexpr auto kSectors =
      std::to_array<std::string_view>({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "LAB", "EDU", "MED", "AGR", "BUS", "CRM", "ELI", "REL", "SOC"});
  static constexpr auto kKinds = std::to_array<EntityKind>(
      {EntityKind::person, EntityKind::organ, EntityKind::force, EntityKind::party, EntityKind::group, EntityKind::people, EntityKind::company});
  const Entity& entity = draft.entity;
  if (!entity.code.empty() || !entity.country.empty() || draft.entry != nullptr) return false;
  // Troops are often another state's; where the public is, the event tells better than the report.
  if (entity.kind == EntityKind::people && (entity.sector.empty() || entity.sector == "CVL")) return false;
  if (draft.plural && entity.sector == "MIL") return false;
  return is_one_of(entity.sector, kSectors) && std::find(kKinds.begin(), kKinds.end(), entity.kind) != kKinds.end();
}

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

std::string country_of_dateline(const Reading& reading) {
  for (const Sentence& sentence : reading.report.tokenized.sentences) {
    if (sentence.dateline_end <= sentence.first) continue;
    const std::vector<KbPlace> places = reading.kb.places(city_of_dateline(reading.report, sentence));
    if (!places.empty()) return std::string(places.front().country);
  }
  return "";
}

}  // namespace

bool is_foreign(const Tree& tree, int first, int last) {
  for (int word = first; word <= last; ++word) {
    if (is_foreign_word(noun_lemma(tree[word]))) return true;
  }
  return false;
}

std::string home_of(const Reading& reading, const EntityDrafts& drafts) {
  const std::string dateline = country_of_dateline(reading);
  std::map<std::string, int> mentions;  // of a country, its people, bodies or cities
  for (const Phrase& phrase : reading.phrases) {
    if (phrase.mention.form == MentionForm::pronoun) continue;
    std::set<std::string> countries;
    for (const int index : phrase.mention.entities) {
      const Entity& entity = drafts[index].entity;
      if (!entity.country.empty() && entity.kind != EntityKind::outlet) countries.insert(entity.country);
    }
    for (const std::string& country : countries) ++mentions[country];
  }
  std::vector<std::pair<int, std::string>> counts;
  int all = dateline.empty() ? 0 : kDatelineCounts;
  for (const auto& [country, count] : mentions) {
    all += count;
    counts.emplace_back(count + (country == dateline ? kDatelineCounts : 0), country);
  }
  if (counts.empty()) return dateline;
  std::sort(counts.rbegin(), counts.rend());
  const int most = counts[0].first, second = counts.size() > 1 ? counts[1].first : 0;
  const bool leads = most >= kPlurality * all && most >= 2 * second;
  if (most >= (second == 0 ? kFewest : kFewestBeside) && (leads || most >= kMajority * all)) return counts[0].second;
  return counts.size() == 1 ? counts[0].second : dateline;
}

void send_home(const Reading& reading, const std::string& home, EntityDrafts& drafts) {
  if (home.empty()) return;
  std::set<int> foreign;
  for (const Phrase& phrase : reading.phrases) {
    if (is_foreign(reading.tree(phrase), phrase.mention.first, phrase.mention.last))
      foreign.insert(phrase.mention.entities.begin(), phrase.mention.entities.end());
  }
  for (int i = 0; i < drafts.size(); ++i) {
    if (foreign.contains(i) || !may_go_home(drafts[i])) continue;
    drafts[i].entity.code = drafts[i].entity.country = home;
  }
}

}  // namespace dragoman::entities

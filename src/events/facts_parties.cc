// SPDX-License-Identifier: Apache-2.0
// One key for one party however a report calls it. A state, its government, army and officials share their key (the state's code): what
// "Israel" did and what "the Israeli army" did may be one event, and link_score weighs the sectors. Rebels, opponents and citizens of a
// state do not share it; nor does anybody share a key with people whom nobody names.
#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "base/text_index.h"
#include "events/facts_parts.h"
#include "events/offices.h"
#include "events/told_apart.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 11> kOfTheState = {"", "GOV", "MIL", "SPY", "COP", "JUD", "LEG", "PTY", "ELI", "PRM", "UNK"};
constexpr std::array<std::string_view, 24> kTitles = {"president", "prime",   "minister", "general", "colonel", "major",     "king",     "queen",
                                                      "mr",        "mrs",     "ms",       "dr",      "sir",     "senator",   "governor", "mayor",
                                                      "captain",   "admiral", "sheikh",   "chief",   "lord",    "brigadier", "prince",   "lieutenant"};

bool is_states_own_code(std::string_view code, const Entity* entity) {
  if (code.size() != 3 || !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
  // A code that the entity has not by itself is that of where it acts: "nine people" killed in Pakistan.
  return entity == nullptr || entity->kind == EntityKind::state || entity->country == code || entity->code != code;
}

std::string last_name(std::string_view name) {
  std::vector<FoldedWord> words = words_of(name);
  words.erase(std::remove_if(words.begin(), words.end(), [](const FoldedWord& word) { return !word.capital || is_one_of(word.text, kTitles); }), words.end());
  return words.empty() ? std::string() : words.back().text;
}

// "the Red River Front in Kalu" -> `red river front`; what stands behind the head of the phrase names others ("pupils of Kaduna").
std::string folded_name(std::string_view name) {
  constexpr std::array<std::string_view, 7> kBehindHead = {"in", "from", "at", "near", "on", "who", "of"};
  const std::vector<FoldedWord> words = words_of(name);
  std::size_t begin = 0;
  while (begin < words.size() && !(is_proper(words[begin]) && words[begin].text != "the")) {
    if (is_one_of(words[begin].text, kBehindHead)) return {};
    ++begin;
  }
  std::size_t end = begin;
  while (end < words.size() && (is_proper(words[end]) || words[end].text == "of" || words[end].capital)) ++end;
  while (end > begin && words[end - 1].text == "of") --end;
  return join(words, begin, end);
}

// Whether a name is one only because a sentence begins with it: "Gunmen abducted ...".
bool is_capital_of_sentence(const ReadReport& report, const Entity* entity) {
  if (entity == nullptr || entity->known || !entity->code.empty()) return false;
  const std::vector<FoldedWord> words = words_of(entity->name);
  if (std::count_if(words.begin(), words.end(), is_proper) != 1 || !is_proper(words.front())) return false;
  return std::none_of(entity->mentions.begin(), entity->mentions.end(), [&](const EntityMention& mention) {
    const std::vector<FoldedWord> mentioned = words_of(mention.text);
    const auto sentence = std::lower_bound(report.sentences.begin(), report.sentences.end(), mention.span.begin,
                                           [](Span span, std::uint32_t begin) { return span.begin < begin; });
    const bool starts = sentence != report.sentences.end() && sentence->begin == mention.span.begin;
    return !starts && !mentioned.empty() && is_proper(mentioned.front());
  });
}

// The name of a body among many of its kind: "Peru's Union of Coastal Fishermen", not "two North Korean shipping firms" or "Peruvian unions".
std::string own_name(std::string_view name) {
  std::vector<FoldedWord> words = words_of(name);
  for (std::size_t i = words.size(); i-- > 0;) {
    if (words[i].possessive) words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  std::size_t begin = 0;
  while (begin < words.size() && words[begin].text == "the") ++begin;
  const std::size_t capitals = static_cast<std::size_t>(std::count_if(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(), is_proper));
  const bool all_proper = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(),
                                      [](const FoldedWord& word) { return is_proper(word) || word.text == "of" || word.text == "and"; });
  return capitals >= 2 && all_proper ? join(words, begin, words.size()) : std::string();
}

// Empty: nobody in particular.
std::string key_of(std::string_view code, std::string_view sector, std::string_view name, const Entity* entity) {
  const bool is_person = entity != nullptr && entity->kind == EntityKind::person;
  if (!code.empty()) {
    std::string key(code);
    if (is_one_of(sector, kOfTheState) || !is_states_own_code(code, entity)) return key;
    key += '/';
    key += sector;
    const std::string own = is_person && holds_name(name) ? last_name(name) : is_person ? "" : own_name(name);
    return own.empty() ? key : key + "/" + own;
  }
  if (!holds_name(name)) return {};
  return is_person ? last_name(name) : folded_name(name);
}

// The words of a mention, unless they only point ("he", "the group") and the entity has a name.
const std::string& name_of(const TextSpan& words, const Entity* entity) { return entity != nullptr && !entity->name.empty() ? entity->name : words.text; }

// Words of a title or body that are a state's, and their sector.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kBodies = {{{"army", "MIL"},
                                                                                    {"military", "MIL"},
                                                                                    {"navy", "MIL"},
                                                                                    {"air force", "MIL"},
                                                                                    {"border service", "MIL"},
                                                                                    {"intelligence service", "SPY"},
                                                                                    {"security service", "SPY"},
                                                                                    {"police", "COP"},
                                                                                    {"ministry", "GOV"},
                                                                                    {"minister", "GOV"},
                                                                                    {"government", "GOV"},
                                                                                    {"president", "GOV"}}};

// "interior ministry spokeswoman Rosa Quispe", "Greek Defence Minister Stavros Lekkas": what they speak for; none of others.
const std::pair<std::string_view, std::string_view>* body_of_speaker(std::string_view text) {
  const std::string lower = lower_ascii(text);
  const auto body = std::find_if(kBodies.begin(), kBodies.end(), [&](const auto& row) { return lower.find(row.first) != std::string::npos; });
  if (body == kBodies.end()) return nullptr;
  const bool holds_office = body->first == "minister" || body->first == "president";
  return holds_office || names_a_body(text) || lower.find("spokes") != std::string::npos ? &*body : nullptr;
}

std::string only_state_of(const ReadReport& report) {
  std::string state;
  for (const Entity& entity : report.entities) {
    if (!is_states_own_code(entity.code, &entity) || entity.code == state) continue;
    if (!state.empty()) return {};
    state = entity.code;
  }
  return state;
}

// "The network" after "the Shan Relief Network": the reader leaves it open.
const Entity* entity_that_ends_with(const ReadReport& report, std::string_view text) {
  const std::vector<FoldedWord> words = words_of(text);
  if (words.size() != 2 || words.front().text != "the" || words.back().capital) return nullptr;
  const auto found = std::find_if(report.entities.begin(), report.entities.end(), [&](const Entity& entity) {
    const std::vector<FoldedWord> name = words_of(entity.name);
    return name.size() > 1 && is_proper(name.back()) && name.back().text == words.back().text;
  });
  return found == report.entities.end() ? nullptr : &*found;
}

// "its report": whose it is, is said elsewhere.
bool is_bare_owner(const HopSource& source) {
  const std::string lower = lower_ascii(source.words.text);
  return source.entity.empty() && (lower == "its" || lower == "their" || lower == "our" || lower == "his" || lower == "her");
}

// "Sudanese Foreign Minister Idris Hamad" beside "Sudan": the beginnings are the same.
bool begins_with_demonym(std::string_view text, const Entity& entity) {
  constexpr std::size_t kSame = 4;
  const std::vector<FoldedWord> words = words_of(text), names = words_of(entity.name);
  if (entity.kind != EntityKind::state || words.empty() || names.empty() || !words.front().capital) return false;
  return words.front().text.size() > kSame && names.front().text.size() >= kSame && words.front().text.substr(0, kSame) == names.front().text.substr(0, kSame);
}

// The state that the speaker's title names ("Greek"), else that of the last such body before ("Australia's foreign ministry ... ministry
// spokesman Peter Lall"), else the only one of the report. Else unknown.
std::string state_of_speaker(const ReadReport& report, const TextSpan& source, std::string_view body) {
  const Span words = source.span;
  std::string named, last;
  std::uint32_t last_at = 0;
  for (const Entity& entity : report.entities) {
    if (!is_states_own_code(entity.code, &entity)) continue;
    for (const EntityMention& mention : entity.mentions) {
      if (words.contains(mention.head) || begins_with_demonym(source.text, entity)) named = entity.code;
      const bool is_body = (entity.kind == EntityKind::organ || entity.kind == EntityKind::force) && lower_ascii(mention.text).find(body) != std::string::npos;
      if (is_body && mention.span.begin < words.begin && mention.span.begin >= last_at) {
        last = entity.code;
        last_at = mention.span.begin;
      }
    }
  }
  if (!named.empty()) return named;
  return last.empty() ? only_state_of(report) : last;
}

bool ends_in_two_names(std::string_view name) {
  const std::vector<FoldedWord> words = words_of(name);
  return words.size() >= 2 && is_proper(words.back()) && is_proper(words[words.size() - 2]);
}

bool speaks_for_a_body(std::string_view text) { return lower_ascii(text).find("spokes") != std::string::npos; }

// "Kenji Morita, the Japanese ambassador, told": the reader gives the office alone, the name stands before it.
const Entity* name_before(const ReadReport& report, const TextIndex& index, const HopSource& source) {
  const Span words = source.words.span;
  if (source.named || words.begin < 2 || words.end >= index.size_cp() || index.slice({words.begin - 2, words.begin}) != ", ") return nullptr;
  if (index.slice({words.end, words.end + 1}) != ",") return nullptr;
  const auto found = std::find_if(report.entities.begin(), report.entities.end(), [&](const Entity& entity) {
    if (entity.kind != EntityKind::person || entity.id == source.entity || !ends_in_two_names(entity.name)) return false;
    return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const EntityMention& mention) { return mention.span.end + 2 == words.begin; });
  });
  return found == report.entities.end() ? nullptr : &*found;
}

// A source that is an outlet though the reader did not know: "according to Northern Wire".
bool is_outlet(const HopSource& source, const Entity* entity) {
  if (source.kind == SourceKind::outlet || (entity != nullptr && entity->kind == EntityKind::outlet)) return true;
  if (entity != nullptr && entity->known) return false;
  const bool has_article = source.words.text.substr(0, 4) == "the " || source.words.text.substr(0, 4) == "The ";
  if (entity != nullptr && entity->kind == EntityKind::person && !has_article) return false;  // "Jane Post"
  return holds_name(source.words.text) && looks_like_outlet(source.words.text);
}

// "an official in Brussels", and "the official" afterwards: where somebody is whom nobody names does not tell whose he is.
bool is_known_by_place(const HopSource& source, const Entity& entity) {
  const bool is_somebody = entity.kind == EntityKind::person || entity.kind == EntityKind::people || entity.kind == EntityKind::group;
  if (source.named || !is_somebody || is_office_holder(entity.name)) return false;
  const std::vector<FoldedWord> words = words_of(entity.name);
  const auto in = std::find_if(words.begin(), words.end(), [](const FoldedWord& word) { return word.text == "in"; });
  if (in == words.begin() || in == words.end() || in + 1 == words.end()) return false;
  const std::vector<FoldedWord> given = words_of(source.words.text);  // "A Turkish diplomat at the embassy in Bamako": Turkey's
  if (given.size() > 1 && is_one_of(given.front().text, std::array<std::string_view, 3>{"a", "an", "the"}) && given[1].capital) return false;
  const bool names_place = std::all_of(in + 1, words.end(), [](const FoldedWord& word) { return word.capital && !word.possessive; });
  return names_place && std::none_of(words.begin() + 1, in, [](const FoldedWord& word) { return word.capital; });
}

// "a story in the newspaper Sabah": whose account it is; the account alone is a document like others.
const OutletCitation* outlet_of_account(const TextIndex& index, const HopSource& source, const std::vector<OutletCitation>& citations) {
  constexpr std::uint32_t kFarthest = 40;
  constexpr std::array<std::string_view, 6> kAccounts = {"report", "reports", "article", "story", "dispatch", "account"};
  constexpr std::array<std::string_view, 5> kOf = {"in", "by", "from", "of", "on"};
  const std::vector<FoldedWord> words = words_of(source.words.text);
  if (words.empty() || !is_one_of(words.back().text, kAccounts)) return nullptr;
  const std::uint32_t end = source.words.span.end;
  const auto found = std::find_if(citations.begin(), citations.end(), [&](const OutletCitation& citation) {
    if (citation.credits || !citation.sure || citation.span.begin < end || citation.span.begin > end + kFarthest) return false;
    const std::string_view between = words_from(index, end, citation.span.begin - end);
    const std::vector<FoldedWord> gap = words_of(between);
    return !gap.empty() && is_one_of(gap.front().text, kOf) && between.find_first_of(",;.:") == std::string_view::npos;
  });
  return found == citations.end() ? nullptr : &*found;
}

HopFacts hop_of(const OutletCitation& citation) {
  HopFacts hop;
  hop.text = citation.text;
  hop.key = citation.key;
  hop.kind = SourceKind::outlet;
  hop.named = true;
  hop.stance = Stance::reports;
  return hop;
}

// An outlet by its whole name, or, by "the same newspaper", the one that the report named last.
void take_outlet(HopFacts& facts, const HopSource& source, const std::string& name, const std::vector<OutletCitation>& citations) {
  facts.kind = SourceKind::outlet;
  facts.named = true;
  facts.key = outlet_key_of(holds_name(facts.text) ? facts.text : name);
  const OutletCitation* last = nullptr;
  for (const OutletCitation& citation : citations) {
    if (!citation.sure || citation.credits) continue;
    if (citation.span.begin < source.words.span.begin && (last == nullptr || last->span.begin < citation.span.begin)) last = &citation;
    if (!citation.span.overlaps(source.words.span)) continue;
    facts.key = citation.key;
    if (citation.text.size() > facts.text.size()) facts.text = citation.text;
  }
  if (last != nullptr && !holds_name(facts.text) && !holds_name(name)) {
    facts.key = last->key;
    facts.text = last->text;
  }
  if (facts.stance == Stance::asserts) facts.stance = Stance::reports;
}

// "Horn" of "Horn Current reported": the words make out the whole name, and whether an outlet has it the other reports tell.
void take_whole_name(HopFacts& facts, const HopSource& source, const std::vector<OutletCitation>& citations) {
  for (const OutletCitation& citation : citations) {
    const bool is_longer = !citation.credits && citation.span.contains(source.words.span) && citation.text.size() > facts.text.size();
    if (is_longer) facts.text = citation.text;
  }
}

HopFacts hop_of(const ReadReport& report, const TextIndex& index, const Hop& hop, const Entity* entity, const std::vector<OutletCitation>& citations) {
  const OutletCitation* outlet = hop.stance == Stance::asserts ? outlet_of_account(index, hop.source, citations) : nullptr;
  if (outlet != nullptr) return hop_of(*outlet);
  HopFacts facts;
  facts.text = hop.source.words.text;
  facts.kind = hop.source.kind;
  facts.named = hop.source.named;
  facts.stance = hop.stance;
  facts.verbatim = hop.verbatim;
  facts.told_apart = !facts.named && is_told_apart(report, index, hop.source);
  if (entity == nullptr || (!entity->known && entity->code.empty())) {
    if (const Entity* named = entity_that_ends_with(report, facts.text)) entity = named, facts.named = true;
  }
  if (!facts.named && names_a_body(facts.text)) facts.kind = SourceKind::organisation;
  const Entity* name = name_before(report, index, hop.source);
  if (name != nullptr) facts.named = true;
  if (is_outlet(hop.source, entity)) {
    take_outlet(facts, hop.source, name_of(hop.source.words, entity), citations);
    return facts;
  }
  if (entity == nullptr || (!entity->known && entity->code.empty())) take_whole_name(facts, hop.source, citations);
  if (entity != nullptr) {
    facts.code = is_known_by_place(hop.source, *entity) ? "" : entity->code;
    facts.sector = entity->sector;
    if (hop.source.named && entity->kind == EntityKind::person) facts.name = entity->name;
  }
  if (name != nullptr) facts.name = name->name;
  const auto* body = facts.code.empty() ? body_of_speaker(facts.text) : nullptr;
  if (body != nullptr) facts.code = state_of_speaker(report, hop.source.words, body->first);
  if (body != nullptr && !facts.code.empty()) {
    facts.sector = body->second;
    if (facts.named || speaks_for_a_body(facts.text) || names_a_body(facts.text)) facts.key = facts.code;
    return facts;
  }
  const bool is_one_of_many = (facts.kind == SourceKind::person || facts.kind == SourceKind::group) && !facts.named;
  const bool is_nameless = (is_one_of_many && !(speaks_for_a_body(facts.text) && !facts.code.empty())) || (facts.kind == SourceKind::document && !facts.named);
  if (!is_nameless && !(facts.code.empty() && is_capital_of_sentence(report, entity)))
    facts.key =
        name == nullptr ? key_of(facts.code, facts.sector, name_of(hop.source.words, entity), entity) : key_of(facts.code, facts.sector, name->name, name);
  return facts;
}

// "a mediator told Lake Gazette": the reader leaves the hearer out. Only a name right behind the cue counts.
const OutletCitation* hearer_behind(const Hop& hop, const std::vector<OutletCitation>& citations) {
  if (!hop.cue) return nullptr;
  const std::string cue = lower_ascii(hop.cue->text);
  if (cue.find("told") == std::string::npos && cue.find("speaking") == std::string::npos && cue.find("confirmed") == std::string::npos) return nullptr;
  const std::uint32_t end = hop.cue->span.end;
  const auto found = std::find_if(citations.begin(), citations.end(), [&](const OutletCitation& citation) {
    return !citation.credits && citation.sure && citation.span.begin >= end && citation.span.begin <= end + 40;
  });
  return found == citations.end() ? nullptr : &*found;
}

}  // namespace

std::string_view words_from(const TextIndex& index, std::uint32_t begin, std::uint32_t most) {
  const std::uint32_t end = index.size_cp();
  return index.slice({std::min(begin, end), std::min(begin + most, end)});
}

const Entity* entity_named(const ReadReport& report, const std::string& id) {
  const auto found = std::find_if(report.entities.begin(), report.entities.end(), [&](const Entity& entity) { return entity.id == id; });
  return id.empty() || found == report.entities.end() ? nullptr : &*found;
}

PartyFacts party_of(const ReadReport& report, const Participant& participant) {
  const Entity* entity = entity_named(report, participant.entity);
  PartyFacts party;
  party.role = participant.role;
  party.kind = entity == nullptr ? EntityKind::other : entity->kind;
  party.code = participant.code;
  party.sector = participant.sector;
  party.name = name_of(participant.words, entity);
  if (!party.code.empty() || !is_capital_of_sentence(report, entity)) party.key = key_of(party.code, party.sector, party.name, entity);
  return party;
}

std::vector<std::vector<HopFacts>> chains_of(const ReadReport& report, const TextIndex& index, const Claim& claim,
                                             const std::vector<OutletCitation>& citations) {
  const std::string own = outlet_key_of(report.report.outlet);
  std::vector<std::vector<HopFacts>> chains;
  for (const Chain& chain : claim.chains) {
    std::vector<HopFacts> hops;
    for (const Hop& hop : chain) {
      if (!is_bare_owner(hop.source)) hops.push_back(hop_of(report, index, hop, entity_named(report, hop.source.entity), citations));
    }
    if (!hops.empty() && hops.back().kind != SourceKind::outlet) {
      if (const OutletCitation* hearer = hearer_behind(chain.back(), citations)) hops.push_back(hop_of(*hearer));
    }
    // The own outlet is not written out, unless it takes something back.
    for (HopFacts& hop : hops) {
      if (hop.kind == SourceKind::outlet && is_last_word_of(hop.key, hop.text, report.report.outlet)) hop.key = own;
    }
    const bool is_own = !hops.empty() && hops.back().kind == SourceKind::outlet && hops.back().key == own;
    if (is_own && hops.back().stance != Stance::retracts) hops.pop_back();
    if (!hops.empty()) chains.push_back(std::move(hops));
  }
  return chains;
}

}  // namespace dragoman

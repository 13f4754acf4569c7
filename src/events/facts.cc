// SPDX-License-Identifier: Apache-2.0
#include "events/facts.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/text_index.h"
#include "events/eyewitness.h"
#include "events/facts_parts.h"
#include "events/words.h"

namespace dragoman {
namespace {

// Bytes of names: who took part is compared by keys, so that the words may tell what happened.
std::vector<Span> names_in(const ReadReport& report, const TextIndex& index, Span sentence) {
  std::vector<Span> names;
  for (const Entity& entity : report.entities) {
    for (const EntityMention& mention : entity.mentions) {
      if (sentence.contains(mention.head)) names.push_back({index.byte_of(mention.head.begin), index.byte_of(mention.head.end)});
    }
  }
  return names;
}

bool is_number(const FoldedWord& word) { return word.text.find_first_not_of("0123456789") == std::string::npos; }

std::vector<std::uint64_t> content_words(const ReadReport& report, const TextIndex& index, Span sentence) {
  const std::vector<Span> names = names_in(report, index, sentence);
  const std::uint32_t begin = index.byte_of(sentence.begin);
  std::vector<std::uint64_t> hashes;
  for (const FoldedWord& word : words_of(index.slice(sentence))) {
    const std::uint32_t at = begin + word.begin;
    const bool in_name = word.capital && std::any_of(names.begin(), names.end(), [&](Span name) { return name.begin <= at && at < name.end; });
    if (!in_name && !is_number(word) && !is_stop_word(word.text)) hashes.push_back(hash_of(stem_of(word.text)));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

bool names_a_state(const ReadReport& report, Span place) {
  return std::any_of(report.entities.begin(), report.entities.end(), [place](const Entity& entity) {
    return entity.kind == EntityKind::state &&
           std::any_of(entity.mentions.begin(), entity.mentions.end(), [place](const EntityMention& mention) { return mention.head.overlaps(place); });
  });
}

// "in the Portuguese capital" is somewhere in Portugal: it agrees with Lisbon.
bool is_capital_of(std::string_view name) { return name.size() > 8 && name.substr(name.size() - 8) == " capital"; }
std::optional<Place> place_in_state(const ReadReport& report, Place place) {
  for (const Entity& entity : report.entities) {
    const bool is_named = entity.kind == EntityKind::state && std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                                                          [&](const EntityMention& mention) { return mention.head.overlaps(place.span); });
    if (!is_named) continue;
    place.country = entity.code;
    return place;
  }
  return std::nullopt;
}

Span sentence_of(const ReadReport& report, const Claim& claim) {
  const auto at = static_cast<std::size_t>(claim.sentence);
  return claim.sentence >= 0 && at < report.sentences.size() ? report.sentences[at] : claim.words.span;
}

// "Police detained 30 people. A Harbour Post reporter saw them dragged into vans": own newsmen in the sentence before or behind.
std::string newsmen_beside(const ReadReport& report, const TextIndex& index, const Claim& claim) {
  for (const int at : {claim.sentence + 1, claim.sentence - 1}) {
    if (at < 0 || static_cast<std::size_t>(at) >= report.sentences.size()) continue;
    const std::string_view sentence = index.slice(report.sentences[static_cast<std::size_t>(at)]);
    std::string newsmen = newsmen_who_saw(sentence, sentence.size());
    if (!newsmen.empty() && outlet_key_of(employer_of(newsmen)) == outlet_key_of(report.report.outlet)) return newsmen;
  }
  return {};
}

// What newsmen saw is their outlet's own reporting: they are its source.
void add_eyewitness(const ReadReport& report, const TextIndex& index, const Claim& claim, ClaimFacts& facts) {
  const Span sentence = sentence_of(report, claim);
  const std::uint32_t begin = index.byte_of(sentence.begin), trigger = index.byte_of(claim.event->trigger.span.begin);
  if (trigger < begin) return;
  HopFacts hop;
  hop.text = newsmen_who_saw(index.slice(sentence), trigger - begin);
  if (hop.text.empty()) hop.text = newsmen_beside(report, index, claim);
  if (!hop.text.empty()) facts.chains.push_back({std::move(hop)});
}

ClaimFacts claim_facts(const ReadReport& report, const TextIndex& index, const Claim& claim, const std::vector<OutletCitation>& citations) {
  ClaimFacts facts;
  facts.id = claim.id;
  facts.report = report.report.id;
  facts.published = report.report.published;
  facts.outlet = outlet_key_of(report.report.outlet);
  facts.kind = claim.kind;
  if (claim.event) {
    facts.type = claim.event->type;
    facts.mode = claim.event->mode;
    facts.trigger = lower_ascii(claim.event->trigger.text);
    const std::uint32_t end = std::min(claim.event->trigger.span.end, index.size_cp()), behind = std::min(end + 4, index.size_cp());
    if (facts.trigger.starts_with("call") && index.slice({end, behind}) == " in ") facts.trigger += " in";  // an ambassador
  }
  for (const Participant& participant : claim.participants) facts.parties.push_back(party_of(report, participant));
  if (claim.place && holds_name(claim.place->name)) facts.place = claim.place;  // "in the capital" tells no two apart
  facts.place_is_country = facts.place && names_a_state(report, claim.place->span);
  if (facts.place && is_capital_of(facts.place->name)) facts.place = place_in_state(report, *claim.place);
  if (claim.time) {
    facts.begin_date = claim.time->begin_date;
    facts.end_date = claim.time->end_date;
  }
  facts.polarity = claim.polarity;
  facts.realis = claim.realis;
  facts.tense = claim.tense;
  facts.certainty = claim.certainty;
  facts.score = claim.score;
  facts.chains = chains_of(report, index, claim, citations);
  for (const std::vector<HopFacts>& chain : facts.chains) {
    const bool withdraws = claim.event && chain.back().stance == Stance::retracts && holds_name(chain.back().text);
    if (withdraws) facts.taken_back_by = chain.back().kind == SourceKind::outlet ? chain.back().key : outlet_key_of(chain.back().text);
  }
  if (facts.chains.empty() && claim.event) add_eyewitness(report, index, claim, facts);
  facts.links = claim.links;
  facts.words = content_words(report, index, sentence_of(report, claim));
  return facts;
}

// "CORRECTION - Moldova has ...", "DHAKA, Sept 21 (Agency) - UPDATE: ...", "(Corrects number of dead)": at the head of the text.
bool calls_itself_new_version(std::string_view text) {
  constexpr std::uint32_t kHead = 90;  // bytes: behind a dateline
  constexpr std::array<std::string_view, 6> kMarks = {"correction", "corrected", "corrects", "update", "updated", "updates"};
  const std::string_view head = text.substr(0, std::min<std::size_t>(text.size(), kHead));
  for (const FoldedWord& word : words_of(head)) {
    if (!is_one_of(word.text, kMarks)) continue;
    const char next = word.end < head.size() ? head[word.end] : ' ', before = word.begin == 0 ? '\n' : head[word.begin - 1];
    const bool is_label = next == ':' || head.substr(word.end, 2) == " -" || head.substr(word.end, 3) == " \xE2\x80";
    if ((word.capital && is_label) || (word.capital && before == '(')) return true;
  }
  return false;
}

}  // namespace

bool is_armed_sector(std::string_view sector) { return sector == "REB" || sector == "UAF" || sector == "PRM"; }

// "It also withdrew ...": who takes back one thing and then another is the same; a pronoun there is easily taken for whom the claim is about.
void keep_who_retracts(std::vector<ClaimFacts>& claims) {
  const HopFacts* last = nullptr;
  for (ClaimFacts& claim : claims) {
    for (auto& chain : claim.chains) {
      if (chain.front().stance != Stance::retracts) continue;
      const std::string text = lower_ascii(chain.front().text);
      if (text != "it" && text != "they") last = &chain.front();
      else if (last != nullptr) chain.front() = *last;
    }
  }
}

ReportFacts facts_of(const ReadReport& report) {
  ReportFacts facts;
  facts.id = report.report.id;
  facts.hash = report.report.hash;
  facts.outlet = report.report.outlet;
  facts.url = report.report.url;
  facts.title = report.report.title;
  facts.published = report.report.published;
  facts.outlet_key = outlet_key_of(report.report.outlet);
  const Furniture furniture = furniture_of(report.report.text);
  facts.citations = citations_of(report, furniture);
  facts.retractions = retractions_of(report, facts.citations);
  sign(report, furniture, facts);
  facts.is_new_version = calls_itself_new_version(report.report.text);
  const TextIndex index(report.report.text);
  for (const Claim& claim : report.claims) facts.claims.push_back(claim_facts(report, index, claim, facts.citations));
  keep_who_retracts(facts.claims);
  return facts;
}

}  // namespace dragoman

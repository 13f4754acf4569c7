// SPDX-License-Identifier: Apache-2.0
#include "events/facts.h"

#include <algorithm>

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
  facts.kind = claim.kind;
  if (claim.event) {
    facts.type = claim.event->type;
    facts.mode = claim.event->mode;
    facts.trigger = lower_ascii(claim.event->trigger.text);
  }
  for (const Participant& participant : claim.participants) facts.parties.push_back(party_of(report, participant));
  if (claim.place && holds_name(claim.place->name)) facts.place = claim.place;  // "in the capital" tells no two apart
  facts.place_is_country = facts.place && names_a_state(report, claim.place->span);
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
  if (facts.chains.empty() && claim.event) add_eyewitness(report, index, claim, facts);
  facts.links = claim.links;
  facts.words = content_words(report, index, sentence_of(report, claim));
  return facts;
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
  const TextIndex index(report.report.text);
  for (const Claim& claim : report.claims) facts.claims.push_back(claim_facts(report, index, claim, facts.citations));
  keep_who_retracts(facts.claims);
  return facts;
}

}  // namespace dragoman

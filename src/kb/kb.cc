// SPDX-License-Identifier: Apache-2.0
#include "kb/kb.h"

#include <algorithm>
#include <set>

#include "kb/drafts.h"
#include "kb/fold.h"
#include "kb/names.h"
#include "kb/parts.h"
#include "kb/titles.h"

namespace dragoman {
namespace {

// Candidates of one sound beyond which a bare family name says too little.
constexpr std::size_t kCommonName = 6;

// ISO dates and their beginnings compare as text; a missing month or day counts as the first or, for an end, as the last.
std::string as_day(std::string_view date, std::string_view missing) {
  std::string day(date.substr(0, 10));
  if (day.size() < 10) day += missing.substr(day.size());
  return day;
}

bool holds(const KbTerm& term, std::string_view date) {
  constexpr std::string_view kFirst = "0000-01-01", kLast = "9999-12-31";
  if (date.empty()) return term.to.empty();
  return as_day(term.from, kFirst) <= as_day(date, kLast) && as_day(date, kFirst) <= as_day(term.to, kLast);
}

}  // namespace

KnowledgeBase::Parts::Parts(Image from) : image(std::move(from)) {
  const auto records = image.all<EntryRec>(Section::entries);
  entries.reserve(records.size());
  for (const EntryRec& r : records) {
    const auto kind = r.kind <= static_cast<int>(EntityKind::other) ? static_cast<EntityKind>(r.kind) : EntityKind::other;
    entries.push_back({str(r.id), str(r.name), kind, str(r.code), str(r.sector), str(r.country), str(r.wikidata), str(r.from), str(r.to), r.also_place != 0});
  }
}

KnowledgeBase::KnowledgeBase(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
KnowledgeBase::KnowledgeBase(KnowledgeBase&&) noexcept = default;
KnowledgeBase& KnowledgeBase::operator=(KnowledgeBase&&) noexcept = default;
KnowledgeBase::~KnowledgeBase() = default;

std::vector<const KbEntry*> KnowledgeBase::named(std::string_view name) const {
  std::vector<const KbEntry*> entries;
  for (const NameRec& record : parts_->image.group<NameRec>(Section::name_keys, Section::names, key_of(fold_name(name)))) {
    const KbEntry* entry = parts_->entry(record.entry);
    const auto is_it = [entry](const KbEntry* other) { return other->id == entry->id; };  // a state and its metonym are one
    if (entry != nullptr && std::none_of(entries.begin(), entries.end(), is_it)) entries.push_back(entry);
  }
  return entries;
}

namespace {

// Names of people who write in Latin letters are spelled one way: Walsh is no Welch. What is romanised has many spellings.
bool is_spelled_one_way(const KbEntry& entry) {
  static constexpr auto kStates =
      std::to_array<std::string_view>({"USA", "GBR", "CAN", "AUS", "NZL", "IRL", "ZAF", "JAM", "DEU", "AUT", "CHE", "NLD", "BEL", "LUX", "DNK", "SWE",
                                       "NOR", "FIN", "ISL", "EST", "LVA", "LTU", "POL", "CZE", "SVK", "HUN", "HRV", "SVN", "ROU", "FRA", "ESP", "PRT",
                                       "ITA", "BRA", "ARG", "CHL", "COL", "VEN", "PER", "MEX", "BOL", "ECU", "URY", "PRY", "CUB", "GTM", "HND", "NIC"});
  return entry.kind == EntityKind::person && std::find(kStates.begin(), kStates.end(), entry.code.empty() ? entry.country : entry.code) != kStates.end();
}

}  // namespace

std::vector<const KbEntry*> KnowledgeBase::named_like(std::string_view name, EntityKind kind) const {
  std::vector<const KbEntry*> entries;
  const auto fits = [kind](const KbEntry& entry) { return kind == EntityKind::other || entry.kind == kind; };
  for (const KbEntry* entry : named(name)) {
    if (fits(*entry)) entries.push_back(entry);
  }
  if (!has_sound(kind)) return entries;
  std::set<std::uint32_t> alike;  // numbers order them by how well known they are
  for (const std::uint64_t key : sound_keys_of(name)) {
    for (const SoundRec& record : parts_->image.group<SoundRec>(Section::sound_keys, Section::sounds, key)) {
      const KbEntry* entry = parts_->entry(record.entry);
      if (entry == nullptr || !fits(*entry) || alike.count(record.entry) != 0 || is_spelled_one_way(*entry)) continue;
      const std::string_view known = parts_->str(record.name);
      if (entry->kind == EntityKind::person ? same_name(name, known) : same_body(name, known)) alike.insert(record.entry);
    }
  }
  const bool bare = fold_name(name).size() <= 2 && parts_of_name(name) == 1;
  if (bare && alike.size() > kCommonName) return entries;
  for (const std::uint32_t number : alike) {
    const KbEntry* entry = parts_->entry(number);
    if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
  }
  return entries;
}

std::optional<KbStateMatch> KnowledgeBase::state_word(std::string_view word) const {
  const auto all = fold_name(word);
  const auto pieces = without_article(all);
  for (const StateWordRec& record : parts_->image.group<StateWordRec>(Section::state_keys, Section::state_words, key_of(pieces))) {
    const KbEntry* entry = parts_->entry(record.entry);
    if (entry != nullptr && written_as(record.shape, pieces)) return KbStateMatch{entry->code, static_cast<StateWord>(record.how)};
  }
  return std::nullopt;
}

const KbEntry* KnowledgeBase::entry(std::string_view id) const {
  const KeySlot* slot = parts_->image.slot(Section::ids, hash_bytes(id));
  return slot == nullptr ? nullptr : parts_->entry(slot->first);
}

const KbEntry* KnowledgeBase::state(std::string_view alpha3) const {
  const KbEntry* found = entry(alpha3);
  return found != nullptr && found->kind == EntityKind::state ? found : nullptr;
}

std::vector<KbTerm> KnowledgeBase::terms_of(const KbEntry& person) const {
  std::vector<KbTerm> terms;
  const Image& image = parts_->image;
  const auto records = image.all<EntryRec>(Section::entries);
  const KeySlot* slot = image.slot(Section::ids, hash_bytes(person.id));
  if (slot == nullptr || slot->first >= records.size()) return terms;
  const EntryRec& record = records[slot->first];
  for (const TermRec& t : Image::part(image.all<TermRec>(Section::terms), record.first_term, record.term_count)) {
    terms.push_back({image.str(t.title), image.str(t.code), image.str(t.sector), image.str(t.from), image.str(t.to)});
  }
  return terms;
}

const KbEntry* KnowledgeBase::holder(std::string_view title, std::string_view code, std::string_view date) const {
  const Image& image = parts_->image;
  const auto terms = image.all<TermRec>(Section::terms);
  const TermRec* best = nullptr;
  const auto look = [&](std::string_view canonical) {
    for (const std::uint32_t number : image.group<std::uint32_t>(Section::holder_keys, Section::holders, holder_key(code, canonical))) {
      if (number >= terms.size()) continue;
      const TermRec& t = terms[number];
      if (!holds({image.str(t.title), image.str(t.code), image.str(t.sector), image.str(t.from), image.str(t.to)}, date)) continue;
      if (best == nullptr || image.str(t.from) > image.str(best->from)) best = &t;  // on the day of a handover, who came
    }
  };
  const std::string canonical = canonical_title(title);
  const std::string_view office = without_standing(canonical);
  look(office);
  // An interim president is spoken of as president, and is listed as either.
  for (const char* standing : {"interim ", "acting ", "transitional ", "caretaker ", "provisional "}) {
    if (best == nullptr) look(standing + std::string(office));
  }
  return best == nullptr ? nullptr : parts_->entry(best->person);
}

std::vector<KbPlace> KnowledgeBase::places(std::string_view name) const {
  std::vector<KbPlace> found;
  const Image& image = parts_->image;
  const auto places = image.all<PlaceRec>(Section::places);
  for (const std::uint32_t number : image.group<std::uint32_t>(Section::place_keys, Section::place_numbers, key_of(fold_name(name)))) {
    if (number >= places.size()) continue;
    const PlaceRec& p = places[number];
    found.push_back({image.str(p.name), image.str(p.country), image.str(p.admin1), image.str(p.kind), p.lat, p.lon, p.geonameid, p.population});
  }
  return found;
}

}  // namespace dragoman

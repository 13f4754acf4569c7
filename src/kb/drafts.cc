// SPDX-License-Identifier: Apache-2.0
#include "kb/drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "kb/fold.h"
#include "kb/image.h"

namespace dragoman {
namespace {

struct BodyTable {
  std::string_view name;
  EntityKind kind;
  double score;  // of a row in it, against rows of other tables with the same name
};
constexpr BodyTable kBodies[] = {{"organs", EntityKind::organ, 70},      {"forces", EntityKind::force, 68},   {"parties", EntityKind::party, 55},
                                 {"groups", EntityKind::group, 65},      {"igos", EntityKind::igo, 80},       {"ngos", EntityKind::ngo, 50},
                                 {"companies", EntityKind::company, 45}, {"outlets", EntityKind::outlet, 60}, {"agreements", EntityKind::agreement, 52},
                                 {"peoples", EntityKind::people, 40}};

constexpr double kStateScore = 1000, kMetonymScore = 58, kPersonScore = 50;

class Reader {
 public:
  explicit Reader(std::string kb_dir) : kb_dir_(std::move(kb_dir)) {}

  Result<Drafts> read() {
    if (auto ok = read_places(); !ok) return ok.error();
    if (auto ok = read_states(); !ok) return ok.error();
    for (const BodyTable& table : kBodies) {
      if (auto ok = read_bodies(table); !ok) return ok.error();
    }
    if (auto ok = read_people(); !ok) return ok.error();
    if (auto ok = read_terms(); !ok) return ok.error();
    if (auto ok = read_titles(); !ok) return ok.error();
    if (auto ok = read_metonyms(); !ok) return ok.error();
    add_capitals();
    return std::move(drafts_);
  }

 private:
  // The common columns. An id may be used once in a table; a body in two tables (a party that is an armed group) is one entry with
  // the names of both and the rest from the first.
  Result<EntryDraft*> entry_of(const Sheet& sheet, const TsvRow& row, std::string_view id_column) {
    EntryDraft draft;
    draft.id = sheet.cell(row, id_column);
    draft.name = sheet.cell(row, "name");
    if (draft.id.empty() || draft.name.empty()) return sheet.error_at(row, "no id or no name; fill the cell");
    add_names(sheet, row, draft);
    const auto [known, is_new] = by_id_.emplace(draft.id, drafts_.entries.size());
    if (!is_new) {
      if (table_of_[draft.id] == sheet.path()) return sheet.error_at(row, fmt::format("id `{}` is used already in this table; ids must differ", draft.id));
      EntryDraft& first = drafts_.entries[known->second];
      for (NameDraft& name : draft.names) first.names.push_back({std::move(name.text), static_cast<std::uint8_t>(name.flags & ~NameRec::kMain)});
      return nullptr;
    }
    table_of_[draft.id] = sheet.path();
    fill_columns(sheet, row, draft);
    drafts_.entries.push_back(std::move(draft));
    return &drafts_.entries.back();
  }

  static void add_names(const Sheet& sheet, const TsvRow& row, EntryDraft& draft) {
    draft.names.push_back({draft.name, NameRec::kMain | NameRec::kFindable});
    for (std::string& alias : sheet.list(row, "aliases")) draft.names.push_back({std::move(alias), NameRec::kFindable});
    for (std::string& alias : sheet.list(row, "weak_aliases")) draft.names.push_back({std::move(alias), NameRec::kFindable | NameRec::kWeak});
    demote_weak_main(draft);
  }

  void fill_columns(const Sheet& sheet, const TsvRow& row, EntryDraft& draft) {
    draft.wikidata = sheet.cell(row, "wikidata");
    draft.from = sheet.cell(row, "from");
    draft.to = sheet.cell(row, "to");
    draft.country = sheet.cell(row, "country");
    draft.code = sheet.cell(row, "code");
    draft.sector = sheet.cell(row, "sector");
    draft.score = 2 * std::min<double>(static_cast<double>(draft.names.size()), 6) + (draft.wikidata.empty() ? 0 : 2) - (draft.to.empty() ? 0 : 15);
    // What was written by hand is what news speak of, and what belongs to a large state is spoken of more.
    constexpr double kByHand = 6, kPerDigitOfPopulation = 3;
    if (sheet.cell(row, "provenance").substr(0, 3) == "own") draft.score += kByHand;
    draft.score += kPerDigitOfPopulation * std::log10(1.0 + static_cast<double>(population_[draft.country]));
  }

  // A main name that is listed as weak too is weak: the outlet `Time`.
  static void demote_weak_main(EntryDraft& draft) {
    for (const NameDraft& weak : draft.names) {
      if ((weak.flags & NameRec::kWeak) == 0 || weak.text != draft.name) continue;
      draft.names[0].flags |= NameRec::kWeak;
      return;
    }
  }

  Status read_states() {
    auto sheet = Sheet::open(kb_dir_, "states", {"code", "name", "aliases", "demonyms", "adjectives", "capital"});
    if (!sheet) return sheet.error();
    for (const TsvRow& row : sheet->rows()) {
      auto entry = entry_of(*sheet, row, "code");
      if (!entry) return entry.error();
      if (*entry == nullptr) continue;
      EntryDraft& state = **entry;
      state.kind = EntityKind::state;
      state.code = state.country = state.id;
      const std::string official(sheet->cell(row, "official"));
      if (!official.empty()) state.names.push_back({official, NameRec::kFindable});
      state.score += kStateScore + 10 * std::log10(1.0 + static_cast<double>(population_[state.code]));
      if (!sheet->cell(row, "territory_of").empty()) state.score -= 100;
      if (!state.to.empty()) state.score -= 200;
      for (const NameDraft& name : state.names) {
        if ((name.flags & NameRec::kWeak) == 0) state.state_words.emplace_back(name.text, StateWord::name);
      }
      for (std::string& word : sheet->list(row, "adjectives")) state.state_words.emplace_back(std::move(word), StateWord::adjective);
      for (std::string& word : sheet->list(row, "demonyms")) state.state_words.emplace_back(std::move(word), StateWord::demonym);
      // Aden is no longer South Yemen's.
      for (std::string& word : state.to.empty() ? sheet->list(row, "capital") : std::vector<std::string>{})
        state.state_words.emplace_back(std::move(word), StateWord::capital);
    }
    return {};
  }

  Status read_bodies(const BodyTable& table) {
    auto sheet = Sheet::open(kb_dir_, table.name, {"id", "name"});
    if (!sheet) return sheet.error();
    for (const TsvRow& row : sheet->rows()) {
      auto kind = sheet->kind(row, table.kind);
      if (!kind) return kind.error();
      auto entry = entry_of(*sheet, row, "id");
      if (!entry) return entry.error();
      if (*entry == nullptr) continue;
      (*entry)->kind = *kind;
      (*entry)->score += table.score;
    }
    return {};
  }

  Status read_people() {
    auto sheet = Sheet::open(kb_dir_, "people", {"id", "name"});
    if (!sheet) return sheet.error();
    for (const TsvRow& row : sheet->rows()) {
      auto entry = entry_of(*sheet, row, "id");
      if (!entry) return entry.error();
      if (*entry == nullptr) continue;
      (*entry)->kind = EntityKind::person;
      (*entry)->score += kPersonScore;
    }
    return {};
  }

  Status read_terms() {
    auto sheet = Sheet::open(kb_dir_, "terms", {"person_id", "title", "code"});
    if (!sheet) return sheet.error();
    for (const TsvRow& row : sheet->rows()) {
      const std::string person(sheet->cell(row, "person_id"));
      const auto found = by_id_.find(person);
      if (found == by_id_.end()) return sheet->error_at(row, fmt::format("person_id `{}` is in no table; add the person or correct the id", person));
      const auto text = [&](std::string_view column) { return std::string(sheet->cell(row, column)); };
      EntryDraft& entry = drafts_.entries[found->second];
      entry.terms.push_back({text("title"), text("code"), text("sector"), text("from"), text("to")});
      // Later terms and current ones make a person better known.
      const std::string year = entry.terms.back().to.empty() ? "2040" : entry.terms.back().to.substr(0, 4);
      entry.score += (std::atof(year.c_str()) - 1940) / 40;
    }
    return {};
  }

  Status read_titles() {
    auto sheet = Sheet::open(kb_dir_, "titles", {"title", "sector"});
    if (!sheet) return sheet.error();
    for (const TsvRow& row : sheet->rows()) {
      drafts_.titles.push_back({std::string(sheet->cell(row, "title")), std::string(sheet->cell(row, "sector")), std::string(sheet->cell(row, "level")),
                                sheet->flag(row, "needs_state")});
    }
    return {};
  }

  // A metonym is an entry of its own that bears the id, name and code of whom it stands for, and takes the phrase from its aliases;
  // if the phrase is the main name, the entity itself is a place too (the Kremlin).
  void add_metonym(const std::string& phrase, std::size_t meant, const std::string& sector, bool also_place, bool weak) {
    EntryDraft& entity = drafts_.entries[meant];
    const std::uint64_t key = key_of(fold_name(phrase));
    if (entity.kind != EntityKind::state && key_of(fold_name(entity.name)) == key) {
      entity.also_place = entity.also_place || also_place;
      return;
    }
    if (entity.kind != EntityKind::state) std::erase_if(entity.names, [key](const NameDraft& name) { return key_of(fold_name(name.text)) == key; });
    EntryDraft draft;
    draft.id = entity.id, draft.name = entity.name, draft.code = entity.code, draft.country = entity.country;
    draft.wikidata = entity.wikidata, draft.from = entity.from, draft.to = entity.to, draft.kind = entity.kind;
    draft.sector = sector.empty() ? entity.sector : sector;
    draft.also_place = also_place;
    draft.score = std::min(entity.score - 1, kMetonymScore + std::log10(1.0 + static_cast<double>(population_[entity.code])));
    const std::uint8_t flags = NameRec::kFindable | (weak ? NameRec::kWeak : 0);
    draft.names.push_back({phrase, flags});
    drafts_.entries.push_back(std::move(draft));
  }

  Status read_metonyms() {
    auto sheet = Sheet::open(kb_dir_, "metonyms", {"phrase", "entity"});
    if (!sheet) return sheet.error();
    for (const TsvRow& row : sheet->rows()) {
      const std::string phrase(sheet->cell(row, "phrase")), id(sheet->cell(row, "entity"));
      const auto found = by_id_.find(id);
      if (found == by_id_.end()) return sheet->error_at(row, fmt::format("entity `{}` is in no table; correct the id", id));
      add_metonym(phrase, found->second, std::string(sheet->cell(row, "sector")), sheet->flag(row, "also_place"), sheet->flag(row, "weak"));
      metonyms_.emplace(key_of(fold_name(phrase)), 0);
    }
    return {};
  }

  // Capitals that no row of metonyms.tsv names are weak: Victoria and Georgetown are other things more often.
  void add_capitals() {
    const std::size_t count = drafts_.entries.size();
    for (std::size_t i = 0; i < count; ++i) {
      const auto words = drafts_.entries[i].state_words;
      for (const auto& [word, how] : words) {
        if (how == StateWord::capital && metonyms_.emplace(key_of(fold_name(word)), 0).second) add_metonym(word, i, "GOV", true, true);
      }
    }
  }

  Status read_places() {
    auto sheet = Sheet::open(kb_dir_, "places", {"name", "country", "lat", "lon"});
    if (!sheet) return sheet.error();
    for (const TsvRow& row : sheet->rows()) {
      const auto lat = sheet->number(row, "lat"), lon = sheet->number(row, "lon"), id = sheet->number(row, "geonameid"),
                 population = sheet->number(row, "population");
      for (const auto* number : {&lat, &lon, &id, &population}) {
        if (!*number) return number->error();
      }
      PlaceDraft place{sheet->list(row, "aliases"),
                       std::string(sheet->cell(row, "country")),
                       std::string(sheet->cell(row, "admin1")),
                       std::string(sheet->cell(row, "kind")),
                       *lat,
                       *lon,
                       static_cast<std::int64_t>(*id),
                       static_cast<std::int64_t>(*population)};
      place.names.insert(place.names.begin(), std::string(sheet->cell(row, "name")));
      if (place.names[0].empty()) return sheet->error_at(row, "a place without a name; fill the cell");
      population_[place.country] += place.population;
      drafts_.places.push_back(std::move(place));
    }
    return {};
  }

  std::string kb_dir_;
  Drafts drafts_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::string> table_of_;     // path, by id
  std::unordered_map<std::string, std::int64_t> population_;  // of a state's listed places
  std::unordered_map<std::uint64_t, int> metonyms_;
};

}  // namespace

Result<Drafts> read_drafts(const std::string& kb_dir) { return Reader(kb_dir).read(); }

std::uint64_t holder_key(std::string_view code, std::string_view canonical_title) { return hash_bytes(canonical_title, hash_bytes(code)); }

}  // namespace dragoman

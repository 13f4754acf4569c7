// SPDX-License-Identifier: Apache-2.0
// Tables to image. Each table fills drafts; drafts are ranked by how well known they are, numbered, and written with their indexes.
// A row with an unknown kind, reference or number is an error that names its file and line. Seconds at most, once for each set of tables.
#include "kb/compile.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "kb/drafts.h"
#include "kb/fold.h"
#include "kb/image.h"
#include "kb/names.h"
#include "kb/titles.h"

namespace dragoman {
namespace {

Shape shape_of(std::span<const NamePiece> pieces) {
  Shape shape;
  for (std::size_t i = 0; i < pieces.size() && i < 32; ++i) {
    if (pieces[i].capital) shape.capitals |= 1U << i;
    if (pieces[i].acronym) shape.acronyms |= 1U << i;
  }
  return shape;
}

bool is_body_of_many(EntityKind kind) { return kind != EntityKind::state && kind != EntityKind::igo && kind != EntityKind::organ; }

// Tables made by machine list names that are no use in running words, or only with support: `I`, `others`, `PM`, `The River`.
std::uint8_t flags_in_text(const NameDraft& name, EntityKind kind, std::span<const NamePiece> pieces, bool needs_the) {
  std::uint8_t flags = name.flags;
  const Shape shape = shape_of(pieces);
  const NamePiece& first = pieces[0];
  const bool is_number = std::all_of(first.text.begin(), first.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool is_bare = pieces.size() == 1 && (first.text.size() < 2 || is_number || (first.text.size() == 2 && !first.acronym));
  if (shape.capitals == 0 || is_bare) flags &= static_cast<std::uint8_t>(~NameRec::kFindable);
  const bool is_short_acronym = pieces.size() == 1 && first.acronym && first.text.size() == 2 && is_body_of_many(kind);
  const bool is_the_word = needs_the && is_body_of_many(kind) && kind != EntityKind::outlet;
  const bool is_possessive = name.text.size() > 2 && name.text.substr(name.text.size() - 2) == "'s";  // Jane's
  if (is_short_acronym || is_the_word || is_possessive) flags |= NameRec::kWeak;
  return flags;
}

class Writer {
 public:
  explicit Writer(Drafts drafts) : drafts_(std::move(drafts)) {}

  std::string write(std::uint64_t key) {
    sort_entries();
    write_entries();
    write_names();
    write_state_words();
    write_titles();
    write_places();
    return builder_.finish(key);
  }

 private:
  void sort_entries() {
    std::stable_sort(drafts_.entries.begin(), drafts_.entries.end(),
                     [](const EntryDraft& a, const EntryDraft& b) { return a.score != b.score ? a.score > b.score : a.id < b.id; });
  }

  void write_entries() {
    std::vector<EntryRec> records;
    std::vector<TermRec> terms;
    Groups<std::uint32_t> holders, ids;
    for (const EntryDraft& draft : drafts_.entries) {
      const auto number = static_cast<std::uint32_t>(records.size());
      EntryRec record{builder_.add(draft.id),
                      builder_.add(draft.name),
                      builder_.add(draft.code),
                      builder_.add(draft.sector),
                      builder_.add(draft.country),
                      builder_.add(draft.wikidata),
                      builder_.add(draft.from),
                      builder_.add(draft.to),
                      static_cast<std::uint32_t>(terms.size()),
                      static_cast<std::uint32_t>(draft.terms.size()),
                      static_cast<std::uint8_t>(draft.kind),
                      draft.also_place,
                      0};
      records.push_back(record);
      ids.add(hash_bytes(draft.id), number);
      for (const TermDraft& term : draft.terms) {
        holders.add(holder_key(term.code, canonical_title(term.title)), static_cast<std::uint32_t>(terms.size()));
        terms.push_back({builder_.add(term.title), builder_.add(term.code), builder_.add(term.sector), builder_.add(term.from), builder_.add(term.to), number});
      }
    }
    std::vector<KeySlot> slots;
    for (const auto& [key, numbers] : ids.by_key()) slots.push_back({key, numbers[0], 1});
    sort_slots(slots);
    builder_.put(Section::ids, slots_of(slots));
    builder_.put(Section::entries, records);
    builder_.put(Section::terms, terms);
    holders.put(builder_, Section::holder_keys, Section::holders);
  }

  void write_names() {
    for (const TitleDraft& title : drafts_.titles) titles_.insert(title_key(title.title));
    for (std::size_t i = 0; i < drafts_.entries.size(); ++i) {
      for (const NameDraft& name : drafts_.entries[i].names) add_name(static_cast<std::uint32_t>(i), drafts_.entries[i].kind, name);
    }
    for (auto& [key, group] : names_.by_key()) order_bearers(group);
    names_.put(builder_, Section::name_keys, Section::names);
    sounds_.put(builder_, Section::sound_keys, Section::sounds);
    std::vector<KeySlot> heads;
    for (const auto& [key, longest] : heads_) heads.push_back({key, 0, longest});
    builder_.put(Section::heads, slots_of(heads));
  }

  // How well known by this name: a main name counts more than an alias.
  double score_of(const NameRec& name) const {
    constexpr double kMainName = 8, kWeakName = -1000;
    return drafts_.entries[name.entry].score + ((name.flags & NameRec::kMain) != 0 ? kMainName : 0) + ((name.flags & NameRec::kWeak) != 0 ? kWeakName : 0);
  }

  void order_bearers(std::vector<NameRec>& group) const {
    std::stable_sort(group.begin(), group.end(),
                     [this](const NameRec& a, const NameRec& b) { return score_of(a) != score_of(b) ? score_of(a) > score_of(b) : a.entry < b.entry; });
    constexpr double kMuchBetterKnown = 12;
    const auto rival =
        std::find_if(group.begin(), group.end(), [&](const NameRec& name) { return drafts_.entries[name.entry].id != drafts_.entries[group[0].entry].id; });
    if (rival != group.end() && score_of(group[0]) - score_of(*rival) < kMuchBetterKnown) group[0].flags |= NameRec::kShared;
  }

  void add_name(std::uint32_t entry, EntityKind kind, const NameDraft& name) {
    const auto all = fold_name(name.text);
    const auto pieces = without_article(all);
    if (pieces.empty()) return;
    const bool needs_the = pieces.size() == 1 && all.size() == 2;
    NameRec record{builder_.add(name.text),
                   entry,
                   shape_of(pieces),
                   flags_in_text(name, kind, pieces, needs_the),
                   static_cast<std::uint8_t>(std::min<std::size_t>(pieces.size(), 255)),
                   0};
    if (needs_the) record.flags |= NameRec::kNeedsThe;
    if (kind == EntityKind::party && titles_.count(title_key(name.text)) != 0) record.flags &= static_cast<std::uint8_t>(~NameRec::kFindable);
    names_.add(key_of(pieces), record);
    if ((record.flags & NameRec::kFindable) != 0) {
      std::uint32_t& longest = heads_[hash_bytes(pieces[0].text)];
      longest = std::max<std::uint32_t>(longest, record.pieces);
    }
    if (!has_sound(kind) || (record.flags & NameRec::kWeak) != 0) return;
    for (const std::uint64_t sound : sound_keys_of(name.text)) sounds_.add(sound, SoundRec{record.text, entry});
  }

  void write_state_words() {
    Groups<StateWordRec> words;
    for (std::size_t i = 0; i < drafts_.entries.size(); ++i) {
      for (const auto& [text, how] : drafts_.entries[i].state_words) {
        const auto all = fold_name(text);
        const auto pieces = without_article(all);
        if (!pieces.empty()) words.add(key_of(pieces), {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(how), shape_of(pieces)});
      }
    }
    for (auto& [key, group] : words.by_key()) {
      std::stable_sort(group.begin(), group.end(),
                       [](const StateWordRec& a, const StateWordRec& b) { return std::pair(a.how, a.entry) < std::pair(b.how, b.entry); });
    }
    words.put(builder_, Section::state_keys, Section::state_words);
  }

  void write_titles() {
    Groups<TitleRec> titles;
    for (const TitleDraft& title : drafts_.titles) {
      titles.add(title_key(title.title), {builder_.add(title.title), builder_.add(title.sector), builder_.add(title.level), title.needs_state});
    }
    titles.put(builder_, Section::title_keys, Section::titles);
  }

  void write_places() {
    auto& places = drafts_.places;
    std::stable_sort(places.begin(), places.end(), [](const PlaceDraft& a, const PlaceDraft& b) { return a.population > b.population; });
    std::vector<PlaceRec> records;
    Groups<std::uint32_t> numbers;
    for (const PlaceDraft& place : places) {
      const auto number = static_cast<std::uint32_t>(records.size());
      records.push_back({builder_.add(place.names[0]), builder_.add(place.country), builder_.add(place.admin1), builder_.add(place.kind), place.lat, place.lon,
                         place.geonameid, place.population});
      std::vector<std::uint64_t> keys;
      for (const std::string& name : place.names) keys.push_back(key_of(fold_name(name)));
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      for (const std::uint64_t key : keys) numbers.add(key, number);
    }
    builder_.put(Section::places, records);
    numbers.put(builder_, Section::place_keys, Section::place_numbers);
  }

  Drafts drafts_;
  ImageBuilder builder_;
  Groups<NameRec> names_;
  Groups<SoundRec> sounds_;
  std::map<std::uint64_t, std::uint32_t> heads_;
  std::set<std::uint64_t> titles_;  // a party called `Prime minister` is not found as such
};

}  // namespace

Result<std::uint64_t> key_of_tables(const std::string& kb_dir) {
  std::uint64_t key = DRAGOMAN_KB_CODE;  // what the same tables compile to changes with the code
  for (const std::string& name : kb_tables()) {
    const std::string path = fmt::format("{}/{}.tsv", kb_dir, name);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) continue;
    const auto hashed = hash_file(path, hash_bytes(name, key));
    if (!hashed) return hashed.error();
    key = *hashed;
  }
  return key;
}

Result<std::string> compile_kb(const std::string& kb_dir, std::uint64_t key) {
  auto drafts = read_drafts(kb_dir);
  if (!drafts) return drafts.error();
  return Writer(std::move(*drafts)).write(key);
}

Status write_image(const std::string& bytes, const std::string& out_path) {
  const std::string temporary = fmt::format("{}.{}.tmp", out_path, ::getpid());
  std::error_code error;
  {
    std::ofstream file(temporary, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) std::filesystem::rename(temporary, out_path, error);
    if (file && !error) return {};
  }
  std::error_code ignored;
  std::filesystem::remove(temporary, ignored);
  return Error{ErrorCode::io, fmt::format("{}: cannot be written; check the folder's rights and space", out_path)};
}

Status compile_kb(const std::string& kb_dir, const std::string& out_path) {
  auto key = key_of_tables(kb_dir);
  if (!key) return key.error();
  auto bytes = compile_kb(kb_dir, *key);
  if (!bytes) return bytes.error();
  return write_image(*bytes, out_path);
}

}  // namespace dragoman

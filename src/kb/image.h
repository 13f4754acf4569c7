// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// The compiled knowledge base: one file of a header, a pool of strings and arrays of plain records that refer to each other by
// number, so that it is used where it is mapped. Whatever is looked up by name goes through a table of slots keyed by 64-bit hashes.
struct Str {
  std::uint32_t begin = 0, size = 0;
};
struct KeySlot {
  std::uint64_t key = 0;
  std::uint32_t first = 0, count = 0;
};  // count 0: free

struct EntryRec {  // the best known come first
  Str id, name, code, sector, country, wikidata, from, to;
  std::uint32_t first_term = 0, term_count = 0;
  std::uint8_t kind = 0, also_place = 0;
  std::uint16_t unused = 0;
};
// How a name must be written to count: bit i is for its piece i.
struct Shape {
  std::uint32_t capitals = 0, acronyms = 0;
};
struct NameRec {
  Str text;  // as written in the table
  std::uint32_t entry = 0;
  Shape shape;
  std::uint8_t flags = 0, pieces = 0;
  std::uint16_t unused = 0;
  enum : std::uint8_t { kMain = 1, kWeak = 2, kFindable = 4, kNeedsThe = 8, kShared = 16 };  // shared: somebody as well known has it too
};
struct SoundRec {
  Str name;
  std::uint32_t entry = 0;
};
struct StateWordRec {
  std::uint32_t entry = 0, how = 0;
  Shape shape;
};
struct TermRec {
  Str title, code, sector, from, to;
  std::uint32_t person = 0;
};
struct TitleRec {
  Str title, sector, level;
  std::uint32_t needs_state = 0;
};
struct PlaceRec {
  Str name, country, admin1, kind;
  double lat = 0, lon = 0;
  std::int64_t geonameid = 0, population = 0;
};

enum class Section : std::uint32_t {
  pool,
  entries,
  ids,
  names,
  name_keys,
  heads,
  sounds,
  sound_keys,
  state_words,
  state_keys,
  terms,
  holders,
  holder_keys,
  titles,
  title_keys,
  places,
  place_numbers,
  place_keys,
  count_,
};
constexpr std::size_t kSections = static_cast<std::size_t>(Section::count_);

// Read access to an image in memory or in a mapped file. Immutable; shared between threads freely; views live as long as it.
class Image {
 public:
  // The file must be whole (sizes, checksum) and have this key.
  static Result<Image> map(const std::string& path, std::uint64_t key);
  static Result<Image> from_bytes(std::string bytes);

  std::string_view str(Str s) const;  // empty if out of bounds
  template <typename T>
  std::span<const T> all(Section section) const {
    const std::string_view bytes = bytes_of(section);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  const KeySlot* slot(Section keys, std::uint64_t key) const;  // null if absent
  template <typename T>
  std::span<const T> group(Section keys, Section values, std::uint64_t key) const {
    const KeySlot* found = slot(keys, key);
    return found == nullptr ? std::span<const T>() : part(all<T>(values), found->first, found->count);
  }
  template <typename T>
  static std::span<const T> part(std::span<const T> whole, std::size_t first, std::size_t count) {
    if (first > whole.size() || count > whole.size() - first) return {};
    return whole.subspan(first, count);
  }

 private:
  std::string_view bytes_of(Section section) const;
  std::shared_ptr<const void> owner_;
  std::string_view bytes_;
};

// Collects strings and arrays and lays them out. The same input gives the same bytes.
class ImageBuilder {
 public:
  Str add(std::string_view text);  // equal strings are stored once
  template <typename T>
  void put(Section section, const std::vector<T>& records) {
    sections_[static_cast<std::size_t>(section)].assign(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(T));
  }
  std::string finish(std::uint64_t key);

 private:
  std::string pool_;
  std::unordered_map<std::string, Str> known_;
  std::string sections_[kSections];
};

// hash_bytes() of a file's content; not_found if it cannot be opened.
Result<std::uint64_t> hash_file(const std::string& path, std::uint64_t seed);
std::vector<KeySlot> slots_of(const std::vector<KeySlot>& used);  // laid out for Image::slot

// Values by key; values of a key keep the order in which they were added.
template <typename T>
class Groups {
 public:
  void add(std::uint64_t key, T value) { by_key_[key].push_back(std::move(value)); }
  std::unordered_map<std::uint64_t, std::vector<T>>& by_key() { return by_key_; }
  void put(ImageBuilder& builder, Section keys, Section values) const {
    std::vector<KeySlot> used;
    std::vector<T> all;
    for (const auto& [key, group] : by_key_) used.push_back({key, 0, static_cast<std::uint32_t>(group.size())});
    sort_by_key(used);
    for (KeySlot& slot : used) {
      slot.first = static_cast<std::uint32_t>(all.size());
      const auto& group = by_key_.at(slot.key);
      all.insert(all.end(), group.begin(), group.end());
    }
    builder.put(keys, slots_of(used));
    builder.put(values, all);
  }

 private:
  static void sort_by_key(std::vector<KeySlot>& slots);
  std::unordered_map<std::uint64_t, std::vector<T>> by_key_;
};

void sort_slots(std::vector<KeySlot>& slots);
template <typename T>
void Groups<T>::sort_by_key(std::vector<KeySlot>& slots) {
  sort_slots(slots);
}

}  // namespace dragoman

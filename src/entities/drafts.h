// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entities/code_phrase.h"
#include "entities/phrases.h"

namespace dragoman::entities {

enum class Gender : std::uint8_t { unknown, male, female };

// An entity while its report is read: what its mentions have told so far.
struct EntityDraft {
  Entity entity;
  const KbEntry* entry = nullptr;
  std::vector<std::string> names;  // spellings, the fullest first seen first
  std::vector<std::string> roles;  // "interim president", "leader": all offices and nouns it was called by
  std::string home;                // of people of no office: the country they are likely to be of
  std::string text_role;           // the office as this report calls it; before data/kb's
  Gender gender = Gender::unknown;
  bool plural = false;
  bool described = false;  // never named
};

// The entities of a report by what identifies them: a row of data/kb, a state's code, a place's or person's name.
class EntityDrafts {
 public:
  explicit EntityDrafts(const Reading& reading) : reading_(&reading) {}

  int state(std::string_view alpha3);
  int listed(const KbEntry& entry);
  int place(const std::string& name, const std::string& country);
  // A person by name: one named before, if the names can be one person's; else a new one.
  int person(const std::string& name, const Coding& coding);
  int named(const std::string& name, const Coding& coding);  // any other name that data/kb does not list, of one code
  int described(const std::string& words, const Coding& coding, bool plural);

  // The people of this report that a name can mean; the latest of them, -1 if none.
  std::vector<int> find_people(std::string_view name) const;
  int find_person(std::string_view name) const;
  // Takes what a mention says: code and sector where unknown, role, name.
  void learn(int index, const Coding& coding);
  // Who serves a body of states acts for it, whatever state he is from: "the mission's head, the Kenyan general Mutiso".
  void serve(int index, const Coding& coding);
  void add_name(int index, const std::string& name);

  EntityDraft& operator[](int index) { return all_[static_cast<std::size_t>(index)]; }
  const EntityDraft& operator[](int index) const { return all_[static_cast<std::size_t>(index)]; }
  int size() const { return static_cast<int>(all_.size()); }

 private:
  int find_by_first_name(std::string_view name) const;
  int add(EntityDraft draft);
  const std::vector<std::uint64_t>& sound_keys(const std::string& name) const;
  int keyed(const std::string& key, EntityDraft draft);

  const Reading* reading_;
  std::vector<EntityDraft> all_;
  std::map<std::string, int> by_key_;
  std::unordered_map<std::uint64_t, std::vector<int>> by_sound_;              // entities, ascending, by the sounds of their names' parts
  mutable std::unordered_map<std::string, std::vector<std::uint64_t>> keys_;  // of names asked before: they are costly
};

// Words of first..last of a phrase, without a determiner or possessive mark at its ends.
std::string plain_text(const Reading& reading, const Phrase& phrase);

}  // namespace dragoman::entities

// SPDX-License-Identifier: Apache-2.0
#include "entities/drafts.h"

#include <algorithm>
#include <array>

#include "kb/names.h"

namespace dragoman::entities {
namespace {

constexpr std::size_t kFar = 50;  // people that sound alike, latest first, that a name is compared with: bounds the cost

std::vector<std::string> tokens_of(std::string_view name) {
  std::vector<std::string> out;
  while (!name.empty()) {
    const auto space = name.find(' ');
    if (space != 0) out.emplace_back(name.substr(0, space));
    name.remove_prefix(space == std::string_view::npos ? name.size() : space + 1);
  }
  return out;
}

// Family name: the last token, with a particle before it ("van Dijk", "al Sharaa").
std::string family_name(const std::vector<std::string>& tokens) {
  static constexpr auto kParticles = std::to_array<std::string_view>({"al", "el", "van", "von", "de", "da", "bin", "ben", "abu", "di", "le", "la"});
  if (tokens.size() < 2) return tokens.empty() ? std::string() : tokens.back();
  const std::string before = lower(tokens[tokens.size() - 2]);
  const bool particle = std::find(kParticles.begin(), kParticles.end(), before) != kParticles.end();
  return particle ? tokens[tokens.size() - 2] + " " + tokens.back() : tokens.back();
}

bool has_generation_mark(const std::string& token) { return token == "Jr." || token == "Jr" || token == "Sr." || token == "II" || token == "III"; }

bool equal_folded(std::string_view a, std::string_view b) { return lower(a) == lower(b); }

// "Trump" for "Donald Trump"; "el-Chareh" for "Ahmad al-Sharaa". A given name alone only for names written family name first.
bool can_be_one(std::string_view a, std::string_view b) {
  std::vector<std::string> one = tokens_of(a), other = tokens_of(b);
  for (auto* tokens : {&one, &other}) {
    if (tokens->size() > 1 && has_generation_mark(tokens->back())) tokens->pop_back();
  }
  if (one.empty() || other.empty()) return false;
  if (one.size() > 1 && other.size() > 1) return equal_folded(a, b) || KnowledgeBase::same_name(a, b);
  const std::string family_one = family_name(one), family_other = family_name(other);
  if (equal_folded(family_one, family_other) || KnowledgeBase::same_name(family_one, family_other)) return true;
  const auto& longer = one.size() > 1 ? one : other;
  const auto& single = one.size() > 1 ? other : one;
  return single.size() == 1 && longer.size() == 3 && equal_folded(single.front(), longer.front());  // "Xi" is caught by the list
}

// Ranks and forms of address say less than an office: "Major General X, head of operations".
bool is_rank(std::string_view role) {
  static constexpr auto kRanks = std::to_array<std::string_view>({"general", "colonel", "major", "captain", "lieutenant", "admiral", "sergeant", "marshal",
                                                                  "brigadier", "professor", "doctor", "sheikh", "member", "counterpart", "ally", "rival"});
  const auto space = role.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? role : role.substr(space + 1);
  return std::find(kRanks.begin(), kRanks.end(), last) != kRanks.end();
}

// Ends of phrases that name nothing.
bool is_edge_word(std::string_view form) {
  static constexpr auto kEdges = std::to_array<std::string_view>(
      {"the", "a", "an", "this", "that", "these", "those", "some", "'s", "\u2019s", "'", "\u2019", "all", "any", "many", "several"});
  return std::find(kEdges.begin(), kEdges.end(), form) != kEdges.end();
}

bool contains(const std::vector<std::string>& list, const std::string& text) { return std::find(list.begin(), list.end(), text) != list.end(); }

}  // namespace

int EntityDrafts::add(EntityDraft draft) {
  all_.push_back(std::move(draft));
  return size() - 1;
}

int EntityDrafts::keyed(const std::string& key, EntityDraft draft) {
  const auto found = by_key_.find(key);
  if (found != by_key_.end()) return found->second;
  const int index = add(std::move(draft));
  by_key_.emplace(key, index);
  return index;
}

int EntityDrafts::state(std::string_view alpha3) {
  EntityDraft draft;
  draft.entry = reading_->kb.state(alpha3);
  draft.entity.kind = EntityKind::state;
  draft.entity.name = draft.entry != nullptr ? std::string(draft.entry->name) : std::string(alpha3);
  draft.entity.code = draft.entity.country = std::string(alpha3);
  draft.entity.sector = "GOV";
  return keyed("state:" + std::string(alpha3), std::move(draft));
}

int EntityDrafts::listed(const KbEntry& entry) {
  if (entry.kind == EntityKind::state && !entry.code.empty()) return state(entry.code);
  const std::string key = "kb:" + std::string(entry.id);
  if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
  const int before = entry.kind == EntityKind::person ? find_person(entry.name) : -1;
  const bool same = before >= 0 && (*this)[before].entry == nullptr && tokens_of((*this)[before].entity.name).size() > 1;
  const int index = same ? before : add(EntityDraft());
  EntityDraft& draft = (*this)[index];
  const Coding coding = code_of_entry(*reading_, entry);
  draft.entry = &entry;
  draft.entity.kind = entry.kind;
  draft.entity.name = entry.name;
  draft.entity.code = coding.code;
  draft.entity.sector = coding.sector;
  draft.entity.country = coding.country;
  if (draft.entity.role.empty()) draft.entity.role = coding.role;
  if (!coding.role.empty() && !contains(draft.roles, lower(coding.role))) draft.roles.push_back(lower(coding.role));
  by_key_.emplace(key, index);
  add_name(index, std::string(entry.name));
  return index;
}

int EntityDrafts::place(const std::string& name, const std::string& country) {
  EntityDraft draft;
  draft.entity.kind = EntityKind::place;
  draft.entity.name = name;
  draft.entity.country = country;
  return keyed("place:" + lower(name), std::move(draft));
}

const std::vector<std::uint64_t>& EntityDrafts::sound_keys(const std::string& name) const {
  const auto [found, is_new] = keys_.try_emplace(name);
  if (is_new) {
    found->second = sound_keys_of(name);
    for (const std::string& token : tokens_of(name)) found->second.push_back(std::hash<std::string>{}(lower(token)));  // short ones have no sound
  }
  return found->second;
}

std::vector<int> EntityDrafts::find_people(std::string_view name) const {
  std::vector<int> alike;
  for (const std::uint64_t key : sound_keys(std::string(name))) {
    const auto found = by_sound_.find(key);
    if (found == by_sound_.end()) continue;
    const std::size_t skipped = found->second.size() > kFar ? found->second.size() - kFar : 0;
    alike.insert(alike.end(), found->second.begin() + static_cast<std::ptrdiff_t>(skipped), found->second.end());
  }
  std::sort(alike.begin(), alike.end());
  alike.erase(std::unique(alike.begin(), alike.end()), alike.end());
  std::erase_if(alike, [&](int index) {
    const EntityDraft& draft = (*this)[index];
    if (draft.entity.kind != EntityKind::person || draft.described) return true;
    return std::none_of(draft.names.begin(), draft.names.end(), [&](const std::string& other) { return can_be_one(name, other); });
  });
  return alike;
}

int EntityDrafts::find_person(std::string_view name) const {
  const std::vector<int> people = find_people(name);
  return people.empty() ? find_by_first_name(name) : people.back();
}

// "Sok" after "Sok Chanthy": many peoples write the family's name first. The only one of that name.
int EntityDrafts::find_by_first_name(std::string_view name) const {
  if (name.find(' ') != std::string_view::npos) return -1;
  int found = -1;
  const int first = std::max(0, size() - static_cast<int>(kFar));
  for (int index = first; index < size(); ++index) {
    const EntityDraft& draft = (*this)[index];
    if (draft.entity.kind != EntityKind::person || draft.described || draft.entry != nullptr) continue;
    const std::vector<std::string> parts = tokens_of(draft.entity.name);
    if (parts.size() < 2 || parts.front() != name) continue;
    if (found >= 0) return -1;
    found = index;
  }
  return found;
}

int EntityDrafts::person(const std::string& name, const Coding& coding) {
  int index = find_person(name);
  const bool other_state = index >= 0 && !coding.code.empty() && !(*this)[index].entity.code.empty() && coding.code != (*this)[index].entity.code;
  if (index < 0 || other_state) {
    EntityDraft draft;
    draft.entity.kind = EntityKind::person;
    draft.entity.name = name;
    index = add(std::move(draft));
  }
  add_name(index, name);
  learn(index, coding);
  return index;
}

int EntityDrafts::named(const std::string& name, const Coding& coding) {
  EntityDraft draft;
  draft.entity.kind = coding.kind;
  draft.entity.name = name;
  const int index = keyed("name:" + lower(name) + ":" + coding.code, std::move(draft));
  add_name(index, name);
  learn(index, coding);
  return index;
}

int EntityDrafts::described(const std::string& words, const Coding& coding, bool plural) {
  EntityDraft draft;
  draft.entity.kind = coding.kind;
  draft.entity.name = words;
  draft.plural = plural;
  draft.described = true;
  const int index = add(std::move(draft));
  learn(index, coding);
  return index;
}

void EntityDrafts::learn(int index, const Coding& coding) {
  EntityDraft& draft = (*this)[index];
  Entity& entity = draft.entity;
  if (entity.kind == EntityKind::state) return;
  if (draft.entry == nullptr) {
    if (entity.kind == EntityKind::other && coding.kind != EntityKind::person) entity.kind = coding.kind;
    if (entity.code.empty()) entity.code = coding.code;
    if (entity.country.empty()) entity.country = coding.country;
    if (entity.sector.empty() || entity.sector == "CVL") entity.sector = coding.sector.empty() ? entity.sector : coding.sector;
  }
  if (coding.role.empty()) return;
  const bool better = draft.text_role.empty() || (is_rank(draft.text_role) && !is_rank(coding.role));
  if (entity.kind == EntityKind::person && !draft.described && better) draft.text_role = coding.role;
  if (!contains(draft.roles, coding.role)) draft.roles.push_back(coding.role);
}

void EntityDrafts::serve(int index, const Coding& coding) {
  Entity& entity = (*this)[index].entity;
  if (coding.sector != "IGO" || coding.code.empty() || entity.kind != EntityKind::person) return;
  entity.code = coding.code, entity.country = coding.country, entity.sector = coding.sector;
}

void EntityDrafts::add_name(int index, const std::string& name) {
  EntityDraft& draft = (*this)[index];
  if (!contains(draft.names, name)) {
    draft.names.push_back(name);
    if (draft.entity.kind == EntityKind::person) {
      for (const std::uint64_t key : sound_keys(name)) by_sound_[key].push_back(index);
    }
  }
  const bool fuller = draft.entry == nullptr && tokens_of(name).size() > tokens_of(draft.entity.name).size();
  if (fuller && draft.entity.kind == EntityKind::person) draft.entity.name = name;
}

std::string plain_text(const Reading& reading, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  int first = phrase.mention.first, last = phrase.mention.last;
  while (first < last && is_edge_word(lower(tree[first].form))) ++first;
  while (last > first && is_edge_word(tree[last].form)) --last;
  return joined(tree, first, last);
}

}  // namespace dragoman::entities

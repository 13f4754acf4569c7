// SPDX-License-Identifier: Apache-2.0
#include "entities/place_country.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dragoman::entities {
namespace {

// "Palma in northern Mozambique", "Kuito, Angola": the state that the words right behind a place say.
std::string state_behind(const Reading& reading, const Tree& tree, const NameSpan& name) {
  int word = name.last + 1;
  if (word >= tree.size() || (tree[word].form != "," && tree[word].form != "in")) return {};
  while (word + 1 < tree.size() && (tree[word].upos == Upos::PUNCT || tree[word].upos == Upos::ADP || tree[word].upos == Upos::ADJ) && word <= name.last + 3) {
    ++word;
    const auto state = reading.kb.state_word(tree[word].form);
    if (state && state->how == StateWord::name) return std::string(state->code);
  }
  return {};
}

// "the Lebanese city of X", "northern Mali's town of X": whose the site is.
std::string state_of_site(const Reading& reading, const Tree& tree, const NameSpan& name) {
  static constexpr auto kSites =
      std::to_array<std::string_view>({"city", "town", "village", "port", "district", "province", "region", "island", "camp", "resort", "suburb"});
  const int site = noun_with_of(tree, name);
  if (site < 0 || !tree.has_relation(name.head, "nmod") || !is_one_of(lower(tree[site].lemma), kSites)) return {};
  for (const int word : premodifiers(tree, site)) {
    if (const auto state = reading.kb.state_word(tree[word].form); state && state->how != StateWord::capital) return std::string(state->code);
  }
  return {};
}

// "Papua New Guinea's Southern Highlands".
std::string state_of_owner(const Reading& reading, const Tree& tree, const NameSpan& name) {
  const int mark = name.first - 1;
  if (mark < 1 || tree[mark].deprel != "case" || tree[mark].upos != Upos::PART) return {};
  constexpr int kWords = 3;
  for (int first = std::max(0, mark - kWords); first < mark; ++first) {
    const auto state = reading.kb.state_word(joined(tree, first, mark - 1));
    if (state && state->how == StateWord::name) return std::string(state->code);
  }
  return {};
}

}  // namespace

std::string country_of_place(const Reading& reading, const Tree& tree, const NameSpan& name) {
  if (!name.state.empty()) return std::string(name.state);
  if (const std::string state = state_of_owner(reading, tree, name); !state.empty()) return state;
  if (const std::string state = state_behind(reading, tree, name); !state.empty()) return state;
  if (const std::string state = state_of_site(reading, tree, name); !state.empty()) return state;
  if (name.entry != nullptr && !name.entry->country.empty()) return name.entry->kind == EntityKind::place ? std::string(name.entry->country) : std::string();
  if (name.kind == NameKind::person || name.kind == NameKind::body) return {};
  const auto place = reading.setting.place(reading.kb, joined(tree, name.first, name.last));
  return place ? std::string(place->country) : std::string();
}

}  // namespace dragoman::entities

// SPDX-License-Identifier: Apache-2.0
// "The North", "the South's gunboats": the half of a divided country, where the report gives one of the two its full name. Not "the South" of
// Italy, nor "the North Atlantic".
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "entities/name_spans.h"

namespace dragoman::entities {
namespace {

using Halves = std::map<std::string, std::string_view>;  // state by "North", "South"

std::string opposite(std::string_view half) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPairs = {{{"North", "South"}, {"East", "West"}}};
  for (const auto& [one, other] : kPairs) {
    if (half == one) return std::string(other);
    if (half == other) return std::string(one);
  }
  return "";
}

// "South Korean" tells of both, "South Sudan" of Sudan; "South Africa" has no other half.
void add_halves(const std::string& name, std::string_view state, const KnowledgeBase& kb, Halves& halves) {
  const std::size_t blank = std::min(name.find(' '), name.size());
  const std::string half = name.substr(0, blank), other = opposite(half), rest = name.substr(std::min(blank + 1, name.size()));
  if (other.empty() || rest.empty()) return;
  auto counterpart = kb.state_word(other + " " + rest);
  if (!counterpart) counterpart = kb.state_word(rest);
  if (!counterpart || counterpart->code == state) return;
  halves.try_emplace(half, state);
  halves.try_emplace(other, counterpart->code);
}

bool stands_alone(const Tree& tree, int word) {
  const bool has_article = word > 0 && lower(tree[word - 1].form) == "the";
  return has_article && (word + 1 == tree.size() || !is_capitalized(tree[word + 1].form));
}

void name_halves(const Tree& tree, const Halves& halves, SentenceNames& names) {
  for (int word = 0; word < tree.size(); ++word) {
    const auto half = halves.find(tree[word].form);
    if (half == halves.end() || !stands_alone(tree, word)) continue;
    const NameSpan* old = names.outer_at(word);
    if (old != nullptr && old->last > word) continue;
    NameSpan name;
    name.first = name.last = name.head = word;
    name.kind = NameKind::place;
    name.state = half->second;
    std::erase_if(names.outer, [&](const NameSpan& span) { return span.first <= word && word <= span.last; });
    for (std::vector<NameSpan>* spans : {&names.outer, &names.parts}) {
      const auto behind = std::find_if(spans->begin(), spans->end(), [&](const NameSpan& span) { return span.first > word; });
      spans->insert(behind, name);
    }
  }
}

}  // namespace

void settle_halves(const ParsedReport& report, const KnowledgeBase& kb, std::vector<SentenceNames>& names) {
  Halves halves;
  for (std::size_t s = 0; s < names.size(); ++s) {
    const Tree& tree = report.tree(static_cast<int>(s));
    for (const NameSpan& part : names[s].parts) {
      if (!part.state.empty() && part.first < part.last) add_halves(joined(tree, part.first, part.last), part.state, kb, halves);
    }
  }
  if (halves.empty()) return;
  for (std::size_t s = 0; s < names.size(); ++s) name_halves(report.tree(static_cast<int>(s)), halves, names[s]);
}

}  // namespace dragoman::entities

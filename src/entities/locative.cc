// SPDX-License-Identifier: Apache-2.0
// Metonyms by grammar. The relation and preposition of a name, with the class of its governor, tell place from government:
// "in Tehran", "struck Kyiv", "the road to Damascus" are places; "Tehran denied", "pressure on Tehran", "between Washington and
// Tehran" are not. A state's name is an actor where a city would be a place ("bombed Syria"): it owns what is hit.
// Not told: a capital as subject of a plain statement about the city itself ("Paris has grown").
#include "entities/locative.h"

#include <algorithm>
#include <array>

namespace dragoman::entities {
namespace {

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kPlacePrepositions =
    std::to_array<std::string_view>({"in",   "at",     "near", "across", "inside", "around", "throughout", "outside", "via",  "through",
                                     "over", "within", "into", "beyond", "off",    "along",  "under",      "above",   "past", "amid"});
constexpr auto kMotion = std::to_array<std::string_view>(
    {"go",      "travel",   "fly",      "arrive",     "come",      "return",  "visit",   "trip",  "move",    "deport",   "deploy",    "flee",   "head",
     "journey", "transfer", "evacuate", "withdraw",   "depart",    "leave",   "drive",   "march", "ship",    "advance",  "retreat",   "escape", "flight",
     "route",   "walk",     "pull",     "withdrawal", "departure", "arrival", "visitor", "tour",  "migrate", "relocate", "extradite", "road"});
constexpr auto kGoneTo = std::to_array<std::string_view>({"visit", "leave", "reach", "enter", "tour", "flee", "depart", "exit", "cross", "invade", "near",
                                                          "approach", "inhabit", "traverse", "quit", "evacuate", "roam"});
constexpr auto kDamaged =
    std::to_array<std::string_view>({"hit",    "strike",   "shell", "bomb",  "bombard", "attack", "rock",     "capture",  "seize",  "besiege", "destroy",
                                     "locate", "liberate", "flood", "shake", "target",  "occupy", "surround", "evacuate", "retake", "pound",   "ravage"});
constexpr auto kScene = std::to_array<std::string_view>({"lie", "sit", "stand", "witness", "wake", "fall", "shake", "lose"});
constexpr auto kPlaceNouns =
    std::to_array<std::string_view>({"city",      "town",    "capital",  "north",  "south",    "east",     "west",   "outskirts", "border",     "part",
                                     "region",    "airport", "port",     "suburb", "province", "street",   "area",   "coast",     "centre",     "center",
                                     "territory", "village", "district", "side",   "mayor",    "resident", "square", "hospital",  "university", "embassy"});
constexpr auto kGovernmentNouns = std::to_array<std::string_view>({"government", "regime", "administration", "policy", "talk", "relation", "tie", "delegation",
                                                                   "leadership", "authority", "official", "demand", "decision", "ally"});
constexpr auto kRoads = std::to_array<std::string_view>({"road", "highway", "border", "flight", "train", "railway", "route", "distance"});

struct Slot {
  const Tree& tree;
  int head;
  bool city;  // not a state's own name
  std::string preposition, governor, relation;
};

std::string strip_subtype(const std::string& relation) { return relation.substr(0, relation.find(':')); }

// A conjunct stands where the first of its coordination stands.
int first_of_coordination(const Tree& tree, int word) {
  int steps = 0;
  while (tree.has_relation(word, "conj") && tree[word].head >= 0 && steps++ < tree.size()) word = tree[word].head;
  return word;
}

Slot slot_of(const Tree& tree, int head, bool city) {
  const int word = first_of_coordination(tree, head);
  Slot slot{tree, word, city, "", "", strip_subtype(tree[word].deprel)};
  if (const auto preposition = tree.preposition(head); preposition && tree[*preposition].upos == Upos::ADP) slot.preposition = lower(tree[*preposition].form);
  if (slot.preposition.empty()) {
    if (const auto shared = tree.preposition(word); shared && tree[*shared].upos == Upos::ADP) slot.preposition = lower(tree[*shared].form);
  }
  if (tree[word].head >= 0) slot.governor = lower(tree[tree[word].head].lemma);
  return slot;
}

bool by_preposition(const Slot& slot) {
  const std::string& preposition = slot.preposition;
  if (in(kPlacePrepositions, preposition)) return true;
  if (preposition == "from" || preposition == "to" || preposition == "for" || preposition == "toward" || preposition == "towards") {
    return in(kMotion, slot.governor);
  }
  if (preposition == "of") return in(kPlaceNouns, slot.governor) || (slot.city && in(kDamaged, slot.governor));
  if (preposition == "on")
    return slot.city && (slot.governor == "attack" || slot.governor == "assault" || slot.governor == "strike" || slot.governor == "march");
  if (preposition == "between") return in(kRoads, slot.governor);
  return false;
}

bool as_subject(const Slot& slot) {
  if (!slot.city) return false;
  const bool passive = slot.tree.has_relation(slot.head, "nsubj:pass");
  if (passive) return in(kDamaged, slot.governor);
  const int governor = slot.tree[slot.head].head;
  const bool copular = governor >= 0 && slot.tree.child(governor, "cop").has_value();
  const bool nominal = governor >= 0 && slot.tree[governor].is_nominal();
  return in(kScene, slot.governor) || (copular && nominal);
}

bool as_modifier(const Slot& slot) {
  if (in(kPlaceNouns, slot.governor)) return true;
  if (slot.relation == "nmod") return false;                 // "Ankara's decision"
  return slot.city && !in(kGovernmentNouns, slot.governor);  // "Moscow concert hall", but "Tehran regime"
}

// "Turkish-led", "Moscow-backed".
bool before_hyphen(const Tree& tree, int word) { return word + 2 < tree.size() && tree[word + 1].form == "-"; }

// "Tbilisi, Georgia": a place named after its city.
bool follows_city(const Reading& reading, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  const int head = phrase.mention.head;
  const bool behind = tree.has_relation(head, "appos") || tree.has_relation(head, "nmod:unmarked") || tree.has_relation(head, "list") ||
                      tree.has_relation(head, "flat") || tree.has_relation(head, "dep");
  if (!behind || tree[head].head < 0 || tree[head].head > head) return false;
  const NameSpan* city = reading.names[static_cast<std::size_t>(phrase.sentence())].outer_at(tree[head].head);
  return city != nullptr &&
         (city->kind == NameKind::place || city->how == StateWord::capital || !reading.kb.places(joined(tree, city->first, city->last)).empty());
}

bool in_dateline(const Reading& reading, const Phrase& phrase) {
  const Sentence& sentence = reading.report.sentence(phrase.sentence());
  return reading.tree(phrase)[phrase.mention.head].token < sentence.dateline_end;
}

}  // namespace

bool stands_for_place(const Reading& reading, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  if (in_dateline(reading, phrase) || follows_city(reading, phrase)) return true;
  const bool city = !(phrase.name && phrase.name->is_state_word());
  const Slot slot = slot_of(tree, phrase.mention.head, city);
  if (!slot.preposition.empty()) return by_preposition(slot);
  if (slot.relation == "nsubj") return as_subject(slot);
  if (slot.relation == "obj") return in(kGoneTo, slot.governor) || (city && in(kDamaged, slot.governor));
  if (slot.relation == "compound" || slot.relation == "amod" || slot.relation == "nmod") {
    return !before_hyphen(tree, phrase.mention.last) && as_modifier(slot);
  }
  if (slot.relation == "appos") return city && in(kPlaceNouns, slot.governor);  // "the capital, Wellington"
  if (slot.relation == "root" || slot.relation == "obl") return city;
  return false;
}

}  // namespace dragoman::entities

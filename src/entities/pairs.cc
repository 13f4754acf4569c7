// SPDX-License-Identifier: Apache-2.0
// "both sides", "the two countries", "the two leaders", "the three": the last entities that fit, as many as the number says. A pair that
// the text itself makes (a coordination, "Syrian-Israeli", an earlier "both sides") goes before entities merely named near each other, and so does the
// report's last pair, however far back. "The two armies" are one of each state, "the two ministers" men of office or two who were counted before.
#include <algorithm>
#include <array>
#include <set>

#include "entities/coref.h"

namespace dragoman::entities {
namespace {

constexpr int kWindow = 4;  // sentences back
constexpr int kFar = 500;   // phrases back, for pairs found before

enum class Wanted : std::uint8_t { nothing, states, bodies, people, anyone };

struct Pair {
  Wanted wanted = Wanted::nothing;
  int count = 2;
  std::string lemma;
};

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Wanted wanted_by(std::string_view lemma) {
  static constexpr auto kStates =
      std::to_array<std::string_view>({"country", "nation", "state", "government", "neighbour", "neighbor", "power", "capital", "superpower", "republic"});
  static constexpr auto kBodies = std::to_array<std::string_view>({"army", "navy", "military", "ministry", "parliament"});
  static constexpr auto kPeople =
      std::to_array<std::string_view>({"leader", "man", "woman", "minister", "president", "diplomat", "counterpart", "official", "premier", "politician"});
  static constexpr auto kAny = std::to_array<std::string_view>({"side", "party", "rival", "enemy", "foe", "ally", "partner", "adversary", "faction", "two",
                                                                "both", "three", "group", "pair", "duo", "trio", "delegation", "militia"});
  if (in(kStates, lemma)) return Wanted::states;
  if (in(kBodies, lemma)) return Wanted::bodies;
  if (in(kPeople, lemma)) return Wanted::people;
  return in(kAny, lemma) ? Wanted::anyone : Wanted::nothing;
}

// "the two most wanted men" are told by themselves, "each party to the treaty" by what follows.
bool is_told_by_itself(const Tree& tree, int noun) {
  const auto& kids = tree.children(noun);
  return std::any_of(kids.begin(), kids.end(), [&](int word) {
    const bool behind = word > noun && tree.has_relation(word, "nmod");
    return behind || (tree.has_relation(word, "amod") && tree.child(word, "advmod"));
  });
}

// "either side", "each party": one and the other.
bool is_each(const Tree& tree, int noun, std::string_view lemma) {
  static constexpr auto kEach = std::to_array<std::string_view>({"either", "neither", "each"});
  static constexpr auto kOnes = std::to_array<std::string_view>({"side", "party", "country", "government"});
  const auto& kids = tree.children(noun);
  return in(kOnes, lemma) && !is_told_by_itself(tree, noun) &&
         std::any_of(kids.begin(), kids.end(), [&](int word) { return in(kEach, lower(tree[word].form)); });
}

// "talks between the ministries".
bool is_between(const Tree& tree, const Phrase& phrase) {
  const auto preposition = tree.preposition(phrase.mention.head);
  return phrase.definite && phrase.plural && preposition && tree[*preposition].lemma == "between" && !is_told_by_itself(tree, phrase.mention.head);
}

// "both sides", "the two countries", "the pair"; "two countries" without an article are any two.
Pair pair_of(const Reading& reading, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  Pair pair;
  const std::string& lemma = pair.lemma = noun_lemma(tree[phrase.mention.head]);
  bool counted = lemma == "two" || lemma == "both" || lemma == "three" || lemma == "pair" || lemma == "duo" || lemma == "trio";
  if (lemma == "three" || lemma == "trio") pair.count = 3;
  const auto is_of = [&](int w) {  // "two of its members", "two of whom" are not the two just named
    const auto preposition = tree.preposition(w);
    return preposition && *preposition > phrase.mention.head && tree[*preposition].lemma == "of";
  };
  const auto& kids = tree.children(phrase.mention.head);
  counted = counted && std::none_of(kids.begin(), kids.end(), is_of);
  for (const int w : kids) {  // not of what follows: "the ministers of the two countries"
    const std::string form = lower(tree[w].form);
    counted = counted || form == "both" || (phrase.definite && (form == "two" || form == "three"));
    if (form == "three") pair.count = 3;
  }
  const bool opposed = phrase.definite && phrase.plural && (lemma == "side" || lemma == "delegation");  // "the sides agreed to meet"
  if (counted || opposed || is_each(tree, phrase.mention.head, lemma) || is_between(tree, phrase)) pair.wanted = wanted_by(lemma);
  const bool is_told = std::any_of(phrase.codings.begin(), phrase.codings.end(), [](const Coding& coding) { return !coding.code.empty(); });
  if (pair.wanted == Wanted::bodies && is_told) pair.wanted = Wanted::nothing;  // "the two armies of Peru and Ecuador"
  if (pair.wanted == Wanted::people && is_told_by_itself(tree, phrase.mention.head) && !is_told) pair.wanted = Wanted::nothing;
  return pair;
}

class PairResolver {
 public:
  PairResolver(const Reading& reading, EntityDrafts& drafts, int index, Pair pair)
      : reading_(reading), drafts_(drafts), index_(index), phrase_(reading.phrases[static_cast<std::size_t>(index)]), pair_(pair) {}

  std::vector<int> resolve() {
    for (int i = index_ - 1; i >= 0 && in_window(i); --i) {
      const std::vector<int> made = made_by_text(i);
      if (static_cast<int>(made.size()) == pair_.count) return made;
    }
    std::vector<int> found = found_before();
    return found.empty() ? nearest() : found;
  }

 private:
  const Phrase& at(int i) const { return reading_.phrases[static_cast<std::size_t>(i)]; }
  bool in_window(int i) const { return at(i).sentence() >= phrase_.sentence() - kWindow; }

  // What an entity stands for in the pair: for states, the state whose code it carries; -1 if it does not fit.
  int member(int entity, bool as_place) {
    const Entity& candidate = drafts_[entity].entity;
    const EntityKind kind = candidate.kind;
    if (as_place || kind == EntityKind::place || kind == EntityKind::agreement || kind == EntityKind::outlet || kind == EntityKind::other) return -1;
    if (pair_.wanted == Wanted::people) return kind == EntityKind::person && holds_office(entity) ? entity : -1;
    const bool is_faith = kind == EntityKind::people && candidate.country.empty();  // "Catholics", "Muslims"
    if (kind == EntityKind::ngo || candidate.code == "UN" || is_faith) return -1;   // who helps both is neither
    if (candidate.code.empty()) return pair_.wanted == Wanted::anyone && kind == EntityKind::group ? entity : -1;
    const bool of_state = candidate.code.size() == 3 && candidate.code == candidate.country && reading_.kb.state(candidate.code) != nullptr;
    if (of_state) return drafts_.state(std::string(candidate.code));
    return pair_.wanted == Wanted::anyone ? entity : -1;
  }

  // "The two ministers" are not the crew and the soldier who were named last.
  bool holds_office(int entity) const {
    static constexpr auto kOffices = std::to_array<std::string_view>({"minister", "president", "premier", "diplomat", "official", "politician"});
    static constexpr auto kSectors = std::to_array<std::string_view>({"GOV", "LEG", "ELI", "PTY", "OPP", "IGO"});
    const EntityDraft& draft = drafts_[entity];
    const auto is_called = [&](const std::string& role) { return role.find(pair_.lemma) != std::string::npos; };
    const bool is_of_another_office = pair_.lemma == "minister" && draft.described && std::none_of(draft.roles.begin(), draft.roles.end(), is_called);
    if (is_of_another_office) return false;
    return !in(kOffices, pair_.lemma) || (!draft.plural && in(kSectors, draft.entity.sector));
  }

  // "Both sides" of a report are those it was about before.
  std::vector<int> found_before() const {
    if (pair_.wanted == Wanted::people) return {};
    for (int i = index_ - 1; i >= 0 && i >= index_ - kFar; --i) {
      const Phrase& phrase = at(i);
      const bool is_pair = static_cast<int>(phrase.mention.entities.size()) == pair_.count && phrase.mention.form == MentionForm::description;
      if (!is_pair || pair_of(reading_, phrase).wanted == Wanted::nothing || pair_of(reading_, phrase).wanted == Wanted::people) continue;
      const bool of_states = std::all_of(phrase.mention.entities.begin(), phrase.mention.entities.end(),
                                         [&](int entity) { return drafts_[entity].entity.kind == EntityKind::state; });
      if (of_states || pair_.wanted == Wanted::anyone) return phrase.mention.entities;
    }
    return {};
  }

  // The head of the phrase that a phrase is part of: "ministers" of "Kenya's ministers of trade".
  static int top_of_phrase(const Tree& tree, int word) {
    static constexpr auto kParts = std::to_array<std::string_view>({"nmod", "compound", "amod", "flat", "appos"});
    const auto is_part = [&](int part) { return std::any_of(kParts.begin(), kParts.end(), [&](auto relation) { return tree.has_relation(part, relation); }); };
    for (int steps = 0; steps < 20 && is_part(word); ++steps) word = tree[word].head;
    return word;
  }

  static bool tells_when(const Tree& tree, int clause) {
    static constexpr auto kWhen = std::to_array<std::string_view>({"when", "before", "after", "while", "as", "since", "until"});
    const auto& kids = tree.children(clause);
    return std::any_of(kids.begin(), kids.end(), [&](int word) {
      return word < clause && (tree.has_relation(word, "mark") || tree.has_relation(word, "advmod")) && in(kWhen, lower(tree[word].form));
    });
  }

  // "Washington urged both sides to stop": whoever acts on them is none of them. Not: "Kenya and Somalia said that both", "The guard was shot when both
  // armies".
  bool acts_on_pair(const Phrase& phrase) const {
    if (phrase.sentence() != phrase_.sentence()) return false;
    const Tree& tree = reading_.tree(phrase);
    const int subject = top_of_phrase(tree, phrase.mention.head), verb = tree[subject].head;
    if (verb < 0 || !tree.has_relation(subject, "nsubj") || tree.has_relation(subject, "nsubj:pass")) return false;
    for (int up = tree[phrase_.mention.head].head, steps = 0; up >= 0 && steps < 20; up = tree[up].head, ++steps) {
      if (up == verb) return !tree.has_relation(phrase_.mention.head, "nsubj") || tree[phrase_.mention.head].head != verb;
      if (tells_when(tree, up)) return false;
    }
    return false;
  }

  // "The guerrillas of the MILF" and the MILF.
  bool are_one_side(int one, int other) const {
    const Entity &a = drafts_[one].entity, &b = drafts_[other].entity;
    return one == other || (pair_.wanted != Wanted::people && !a.code.empty() && a.code == b.code);
  }

  void add_members(const Phrase& phrase, std::vector<int>& out) {
    if (acts_on_pair(phrase)) return;
    for (const int entity : phrase.mention.entities) {
      const int one = member(entity, phrase.mention.as_place);
      if (one >= 0 && std::none_of(out.begin(), out.end(), [&](int other) { return are_one_side(one, other); })) out.push_back(one);
    }
  }

  // Members of a coordination that begins at this phrase, of a phrase with several entities, or of two joined adjectives.
  std::vector<int> made_by_text(int i) {
    const Phrase& phrase = at(i);
    const Tree& tree = reading_.tree(phrase);
    std::vector<int> out;
    if (is_inside_coordination(phrase)) return out;
    add_members(phrase, out);
    if (phrase.mention.form == MentionForm::pronoun) return out;
    const bool hyphened = phrase.mention.form == MentionForm::adjective && phrase.mention.last + 2 < tree.size() && tree[phrase.mention.last + 1].form == "-";
    if (hyphened) {
      if (const Phrase* next = reading_.at({phrase.sentence(), phrase.mention.last + 2}); next != nullptr) add_members(*next, out);
    }
    for (const int word : tree.conjuncts(phrase.mention.head)) {
      if (const Phrase* conjunct = reading_.at({phrase.sentence(), word}); conjunct != nullptr && conjunct != &phrase_) add_members(*conjunct, out);
    }
    return out;
  }

  // "Nicaragua, El Salvador and Guatemala" are three wherever one begins to count.
  bool is_inside_coordination(const Phrase& phrase) const {
    const Tree& tree = reading_.tree(phrase);
    if (!tree.has_relation(phrase.mention.head, "conj") || !tree[tree[phrase.mention.head].head].is_nominal()) return false;
    const Phrase* first = reading_.at({phrase.sentence(), tree[phrase.mention.head].head});
    return first != nullptr && phrase.mention.entities.size() < 2;
  }

  // "at the Turkish hospital": where something was is no party to it.
  bool is_where(const Phrase& phrase) const {
    static constexpr auto kWhere = std::to_array<std::string_view>({"at", "in", "near", "outside", "inside", "from"});
    const Tree& tree = reading_.tree(phrase);
    const auto preposition = tree.child(phrase.mention.head, "case");
    return preposition && in(kWhere, tree[*preposition].lemma);
  }

  std::vector<int> nearest() {
    std::vector<int> out;
    for (int i = index_ - 1; i >= 0 && in_window(i) && static_cast<int>(out.size()) < pair_.count; --i) {
      const MentionForm form = at(i).mention.form;
      if (form != MentionForm::pronoun && form != MentionForm::adjective && !is_where(at(i))) add_members(at(i), out);
    }
    if (static_cast<int>(out.size()) < pair_.count) return {};
    out.resize(static_cast<std::size_t>(pair_.count));
    std::reverse(out.begin(), out.end());
    return out;
  }

  const Reading& reading_;
  EntityDrafts& drafts_;
  int index_;
  const Phrase& phrase_;
  Pair pair_;
};

}  // namespace

std::vector<int> resolve_pair(const Reading& reading, EntityDrafts& drafts, int index, bool& is_pair) {
  const Pair pair = pair_of(reading, reading.phrases[static_cast<std::size_t>(index)]);
  is_pair = pair.wanted != Wanted::nothing;
  if (!is_pair || pair.wanted == Wanted::bodies) return {};
  return PairResolver(reading, drafts, index, pair).resolve();
}

std::vector<int> states_of_pair(const Reading& reading, EntityDrafts& drafts, int index) {
  Pair pair = pair_of(reading, reading.phrases[static_cast<std::size_t>(index)]);
  if (pair.wanted != Wanted::people && pair.wanted != Wanted::bodies) return {};
  pair.wanted = Wanted::states;
  return PairResolver(reading, drafts, index, pair).resolve();
}

}  // namespace dragoman::entities

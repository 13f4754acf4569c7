// SPDX-License-Identifier: Apache-2.0
#include "claims/conditions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/arguments.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 4> kConditionMarks = {"if", "unless", "lest", "provided"};
constexpr std::array<std::string_view, 3> kOpenMarks = {"once", "until", "till"};
constexpr std::array<std::string_view, 4> kConditionVerbs = {"provide", "assume", "suppose", "grant"};
constexpr std::array<std::string_view, 5> kConditionNouns = {"case", "event", "condition", "return", "exchange"};
constexpr std::array<std::string_view, 8> kManners = {"delay", "doubt", "hesitation", "notice", "warning", "exception", "precondition", "condition"};
constexpr std::array<std::string_view, 4> kNamelessness = {"anonymity", "confidentiality", "secrecy", "silence"};
constexpr std::array<std::string_view, 4> kConditionCases = {"without", "barring", "pending", "absent"};

template <std::size_t N>
bool is_marked(const Tree& tree, int clause, const std::array<std::string_view, N>& marks) {
  const auto& children = tree.children(clause);
  return std::any_of(children.begin(), children.end(), [&](int child) {
    const bool marks_it = tree.has_relation(child, "mark") || tree.has_relation(child, "advmod");
    return marks_it && child < clause && is_one_of(lower_ascii(tree[child].form), marks);
  });
}

Tree::Range trimmed(const Tree& tree, Tree::Range range) {
  while (range.first < range.last && tree[range.first].upos == Upos::PUNCT) ++range.first;
  while (range.last > range.first && tree[range.last].upos == Upos::PUNCT) --range.last;
  return range;
}

// "provided that they sign", "assuming that they sign": a participle with the condition below it.
bool is_participle_of_condition(const Tree& tree, int clause) {
  return is_one_of(tree[clause].lemma, kConditionVerbs) && tree.child(clause, "ccomp") && !tree.child(clause, "nsubj");
}

// "as soon as both sides give guarantees"
bool is_as_soon_as(const Tree& tree, int clause) {
  const int first = trimmed(tree, tree.range(clause)).first;
  return first + 2 < clause && lower_ascii(tree[first].form) == "as" && lower_ascii(tree[first + 1].form) == "soon" &&
         lower_ascii(tree[first + 2].form) == "as";
}

bool is_conditional_clause(const Tree& tree, int clause, bool open) {
  return is_marked(tree, clause, kConditionMarks) || (open && (is_marked(tree, clause, kOpenMarks) || is_as_soon_as(tree, clause))) ||
         is_participle_of_condition(tree, clause) || is_inverted(tree, clause);
}

// "said on condition of anonymity", "on condition that he not be named": terms on which somebody speaks, and none of what he tells.
bool is_term_of_speaking(const Tree& tree, int nominal) {
  if (tree[nominal].lemma != "condition") return false;
  const auto& below = tree.children(nominal);
  return std::any_of(below.begin(), below.end(), [&](int child) {
    if (tree.has_relation(child, "nmod")) return is_one_of(tree[child].lemma, kNamelessness);
    return (tree.has_relation(child, "acl") || tree.has_relation(child, "ccomp")) && is_of_naming(tree[child].lemma);
  });
}

bool is_conditional_phrase(const Tree& tree, int nominal) {
  if (is_term_of_speaking(tree, nominal)) return false;
  const std::string preposition = preposition_of(tree, nominal);
  if (is_one_of(preposition, kConditionCases)) return tree[nominal].upos == Upos::NOUN && !is_one_of(tree[nominal].lemma, kManners);
  return (preposition == "in" || preposition == "on") && is_one_of(tree[nominal].lemma, kConditionNouns) &&
         (tree.child(nominal, "nmod") || tree.child(nominal, "acl"));
}

// An inverted condition that the parser took for the main clause: its words up to the clause that depends on it.
std::optional<Tree::Range> inverted_above(const Tree& tree, int verb) {
  const int head = tree[verb].head;
  if (head < 0 || !tree.has_relation(verb, "advcl") || head > verb || !is_inverted(tree, head)) return std::nullopt;
  const int end = tree.range(verb).first - 1;
  return trimmed(tree, {tree.range(head).first, std::max(end, head)});
}

}  // namespace

bool is_of_naming(std::string_view lemma) {
  static constexpr std::array<std::string_view, 4> kNaming = {"name", "identify", "quote", "cite"};
  return is_one_of(lemma, kNaming);
}

bool is_inverted(const Tree& tree, int clause) {
  const auto subject = tree.child(clause, "nsubj");
  const auto aux = tree.child(clause, "aux");
  if (!subject || !aux || *aux > *subject || *aux != tree.range(clause).first) return false;
  if (tree[tree.size() - 1].form == "?") return false;
  const std::string first = lower_ascii(tree[*aux].form);
  return first == "should" || first == "were" || (first == "had" && !tree.has_feature(clause, "VerbForm=Fin"));
}

bool is_condition(const Tree& tree, int clause) {
  if (is_inverted(tree, clause)) return true;
  return tree.has_relation(clause, "advcl") && is_marked(tree, clause, kConditionMarks);
}

std::optional<Tree::Range> condition_of(const Tree& tree, int verb, bool open) {
  for (const int child : tree.children(verb)) {
    if (tree.has_relation(child, "advcl") && is_conditional_clause(tree, child, open)) return trimmed(tree, tree.range(child));
    if (open && tree.has_relation(child, "obl") && is_conditional_phrase(tree, child)) return trimmed(tree, tree.range(child));
  }
  // "would scrap the accord and resume its broadcasts if": the condition of the last is that of all. Not: "would be tried and freed once they had
  // paid".
  for (const int other : open ? tree.children(verb, "conj") : std::vector<int>()) {
    if (tree.child(other, "nsubj") || !tree[other].is_verbal()) continue;
    for (const int child : tree.children(other, "advcl")) {
      if (child > other && is_conditional_clause(tree, child, false)) return trimmed(tree, tree.range(child));
    }
  }
  return inverted_above(tree, verb);
}

}  // namespace dragoman

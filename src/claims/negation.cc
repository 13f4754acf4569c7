// SPDX-License-Identifier: Apache-2.0
#include "claims/negation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/strings.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 9> kNegators = {"not", "n't", "never", "nor", "neither", "hardly", "barely", "scarcely", "nowhere"};
constexpr std::array<std::string_view, 5> kNegativeDeterminers = {"no", "neither", "none", "nobody", "nothing"};
constexpr std::array<std::string_view, 3> kNegativeMarks = {"without", "instead", "rather"};
constexpr std::array<std::string_view, 4> kOnly = {"only", "just", "merely", "simply"};
constexpr std::array<std::string_view, 6> kMeasured = {"fewer", "less", "more", "later", "other", "until"};

// "not only", "no fewer than", "not until Sunday did they": the word behind takes the negation.
bool is_spent(const Tree& tree, int negator) {
  if (negator > 0 && tree[negator - 1].lemma == "or") return true;  // "to be signed or not"
  if (negator + 1 >= tree.size()) return false;
  const std::string& next = tree[negator + 1].form;
  return is_one_of(next, kOnly) || is_one_of(next, kMeasured);
}

// "no longer", tagged as the parser pleases.
bool is_no_longer(const Tree& tree, int child) {
  if (tree[child].lemma != "long" && tree[child].lemma != "longer") return false;
  return child > 0 && (tree[child - 1].lemma == "no" || tree[child - 1].lemma == "not");
}

bool is_negative_word(const Tree& tree, int child) {
  const std::string& lemma = tree[child].lemma;
  if (is_spent(tree, child)) return false;
  if (tree.has_relation(child, "advmod")) return is_one_of(lemma, kNegators) || is_no_longer(tree, child);
  if (tree.has_relation(child, "cc") || tree.has_relation(child, "cc:preconj")) return lemma == "nor" || lemma == "neither";
  if (tree.has_relation(child, "det")) return is_one_of(lemma, kNegativeDeterminers);
  if (tree.has_relation(child, "case") || tree.has_relation(child, "mark")) return is_one_of(lemma, kNegativeMarks);
  return false;
}

// "not one lorry", "not a single shot": the number before the noun; "not one but two" has more behind it.
bool is_not_one(const Tree& tree, int child) {
  const bool is_one = lower_ascii(tree[child].form) == "one" || tree[child].lemma == "single";
  if (!is_one || child + 1 >= tree.size() || !tree[child + 1].is_nominal()) return false;
  const int before = tree[child].lemma == "single" ? child - 2 : child - 1;
  return before >= 0 && lower_ascii(tree[before].form) == "not";
}

bool is_negative_phrase(const Tree& tree, int head) {
  if (is_one_of(tree[head].lemma, kNegativeDeterminers) && !is_spent(tree, head)) return true;
  const auto& children = tree.children(head);
  return std::any_of(children.begin(), children.end(), [&](int child) {
    if (is_not_one(tree, child)) return true;
    const bool determines = tree.has_relation(child, "det") || tree.has_relation(child, "cc:preconj");
    return determines && is_one_of(tree[child].lemma, kNegativeDeterminers) && !is_spent(tree, child);
  });
}

}  // namespace

bool has_negator(const Tree& tree, int word) {
  const auto& children = tree.children(word);
  return std::any_of(children.begin(), children.end(), [&](int child) { return is_negative_word(tree, child); });
}

bool has_negative_argument(const Tree& tree, int verb) {
  for (const std::string_view relation : {std::string_view("nsubj"), std::string_view("obj"), std::string_view("iobj")}) {
    const auto children = tree.children(verb, relation);
    if (std::any_of(children.begin(), children.end(), [&](int child) { return is_negative_phrase(tree, child); })) return true;
  }
  return false;
}

bool is_yet_to(const Tree& tree, int verb) {
  const auto yet = [&](int word) {
    const auto adverbs = tree.children(word, "advmod");
    return std::any_of(adverbs.begin(), adverbs.end(), [&](int adverb) { return tree[adverb].lemma == "yet" && adverb < verb; });
  };
  const auto mark = tree.child(verb, "mark");
  if (!mark || tree[*mark].lemma != "to") return false;
  const int head = tree[verb].head;
  const bool has = head >= 0 && tree[head].lemma == "have" && tree.has_relation(verb, "xcomp");
  return yet(verb) || (has && yet(head));
}

bool shares_auxiliaries(const Tree& tree, int conjunct) {
  const int head = tree[conjunct].head;
  if (head < 0 || !tree.has_relation(conjunct, "conj") || !tree[head].is_verbal() || !tree[conjunct].is_verbal()) return false;
  if (tree.child(conjunct, "aux") || tree.child(conjunct, "nsubj") || tree.child(conjunct, "mark")) return false;
  return tree.child(head, "aux") && !tree.has_feature(conjunct, "VerbForm=Fin") && !tree.has_feature(head, "VerbForm=Fin");
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "syntax/tree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                         "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

std::string_view name_of(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }

std::optional<Upos> upos_named(std::string_view name) {
  const auto found = std::find(kUposNames.begin(), kUposNames.end(), name);
  if (found == kUposNames.end()) return std::nullopt;
  return static_cast<Upos>(found - kUposNames.begin());
}

bool relation_is(std::string_view given, std::string_view wanted) {
  return given.starts_with(wanted) && (given.size() == wanted.size() || given[wanted.size()] == ':');
}

Tree::Tree(std::vector<Word> words) : words_(std::move(words)), children_(words_.size()) {
  for (int word = 0; word < size(); ++word) {
    const int head = words_[static_cast<std::size_t>(word)].head;
    if (head >= 0) {
      children_[static_cast<std::size_t>(head)].push_back(word);
    } else if (root_ < 0) {
      root_ = word;
    }
  }
}

bool Tree::has_relation(int word, std::string_view relation) const { return relation_is((*this)[word].deprel, relation); }

std::optional<int> Tree::child(int word, std::string_view relation) const {
  for (const int child : children(word)) {
    if (has_relation(child, relation)) return child;
  }
  return std::nullopt;
}

std::vector<int> Tree::children(int word, std::string_view relation) const {
  std::vector<int> found;
  std::copy_if(children(word).begin(), children(word).end(), std::back_inserter(found), [&](int child) { return has_relation(child, relation); });
  return found;
}

std::vector<int> Tree::conjuncts(int word) const {
  std::vector<int> found = children(word, "conj");
  found.insert(found.begin(), word);
  return found;
}

bool Tree::is_descendant(int word, int ancestor) const {
  while (word >= 0 && word != ancestor) word = (*this)[word].head;
  return word == ancestor;
}

std::optional<int> Tree::preposition(int word) const { return child(word, "case"); }

Tree::Range Tree::range(int word) const {
  // An explicit stack: a chain of a hundred thousand heads must not exhaust the program's.
  Range range{word, word};
  std::vector<int> open = {word};
  while (!open.empty()) {
    const int next = open.back();
    open.pop_back();
    range = {std::min(range.first, next), std::max(range.last, next)};
    open.insert(open.end(), children(next).begin(), children(next).end());
  }
  return range;
}

bool Tree::has_feature(int word, std::string_view feature) const {
  const std::string_view feats = (*this)[word].feats;
  for (std::size_t at = feats.find(feature); at != std::string_view::npos; at = feats.find(feature, at + 1)) {
    const std::size_t end = at + feature.size();
    if ((at == 0 || feats[at - 1] == '|') && (end == feats.size() || feats[end] == '|')) return true;
  }
  return false;
}

}  // namespace dragoman

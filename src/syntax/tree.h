// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

enum class Upos : std::uint8_t { ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X };
std::string_view name_of(Upos upos);
std::optional<Upos> upos_named(std::string_view name);

// How likely a word of the same sentence is the actor, and the recipient, of the event that a word tells of.
struct ArgumentShares {
  int word = 0;
  float actor = 0, recipient = 0;
};

// One word of a Universal Dependencies tree. `head` is an index into the sentence's words, -1 at the root.
struct Word {
  std::string form, lemma;
  Upos upos = Upos::X;
  std::string feats;  // "Mood=Ind|Tense=Past|VerbForm=Fin", "_" where none
  int head = -1;
  std::string deprel;                          // with subtype: "nsubj:pass"
  std::string ner = "O";                       // "B-PER"
  float factuality = 0;                        // -3..3, meaningful on predicates
  std::vector<float> event_shares = {};        // of verbs and nouns: Parser::event_labels' shares; empty where the model has no such head
  std::vector<ArgumentShares> arguments = {};  // of words that are likely to tell of an event, in text order
  float cue_share = -1;                        // that it belongs to a cue: the words of saying, thinking or wanting of an attribution; below 0 unknown
  float denial_share = -1;                     // that it tells that something told is not so; below 0 unknown
  std::uint32_t token = 0;                     // index into TokenizedText::tokens

  bool is_verbal() const { return upos == Upos::VERB || upos == Upos::AUX; }
  bool is_nominal() const { return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON || upos == Upos::NUM; }
};

// A sentence's tree. `relation` arguments match with and without subtype: "nsubj" matches "nsubj:pass", "nsubj:pass" only itself.
// A plain value; children are kept in word order. Every word has exactly one path to the root.
class Tree {
 public:
  Tree() = default;
  explicit Tree(std::vector<Word> words);

  int size() const { return static_cast<int>(words_.size()); }
  bool empty() const { return words_.empty(); }
  const Word& operator[](int word) const { return words_[static_cast<std::size_t>(word)]; }
  const std::vector<Word>& words() const { return words_; }
  const std::vector<int>& children(int word) const { return children_[static_cast<std::size_t>(word)]; }
  int root() const { return root_; }

  bool has_relation(int word, std::string_view relation) const;         // word's own relation to its head
  std::optional<int> child(int word, std::string_view relation) const;  // first child with this relation
  std::vector<int> children(int word, std::string_view relation) const;
  std::vector<int> conjuncts(int word) const;        // word and all its conj, in order
  bool is_descendant(int word, int ancestor) const;  // a word is its own descendant
  std::optional<int> preposition(int word) const;    // its `case` child
  // First and last word (inclusive) of the subtree.
  struct Range {
    int first, last;
  };
  Range range(int word) const;
  bool has_feature(int word, std::string_view feature) const;  // "Tense=Past"

 private:
  std::vector<Word> words_;
  std::vector<std::vector<int>> children_;
  int root_ = -1;
};

// relation_is("nsubj:pass", "nsubj") and relation_is("nsubj:pass", "nsubj:pass") hold, relation_is("nsubj", "nsubj:pass") does not.
bool relation_is(std::string_view given, std::string_view wanted);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Works: "The army fired, Radio Uno said, quoting a judge", however the cue was hung. Does not: a cue in the middle of its content's phrase.
#include "syntax/repair.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dragoman {
namespace {

constexpr int kLongestSpeaker = 25;  // words

constexpr auto kCiting = std::to_array<std::string_view>({"quote", "cite"});
constexpr auto kTelling = std::to_array<std::string_view>({"tell", "inform", "assure", "remind"});
constexpr auto kSaying =
    std::to_array<std::string_view>({"say",  "tell",   "report",  "announce",    "add",   "write",  "claim",  "confirm", "warn",     "declare", "state",
                                     "note", "insist", "explain", "acknowledge", "admit", "inform", "assure", "recall",  "maintain", "concede", "reveal"});

using Words = std::vector<Word>;

Word& at(Words& words, int word) { return words[static_cast<std::size_t>(word)]; }

void hang(Words& words, int word, int head, std::string_view relation) {
  at(words, word).head = head;
  at(words, word).deprel = relation;
}

bool is_tree(const Words& words) {
  const int size = static_cast<int>(words.size());
  int roots = 0;
  for (int word = 0; word < size; ++word) {
    roots += words[static_cast<std::size_t>(word)].head < 0 ? 1 : 0;
    int up = word, steps = 0;
    while (up >= 0 && steps++ <= size) up = words[static_cast<std::size_t>(up)].head;
    if (up >= 0) return false;
  }
  return roots == 1;
}

bool is_citing(const Tree& tree, int word) { return tree[word].upos == Upos::VERB && tree[word].form.ends_with("ing") && is_one_of(tree[word].lemma, kCiting); }

bool modifies_behind(const Tree& tree, int word) {
  static constexpr auto kModifiers = std::to_array<std::string_view>({"compound", "amod", "nmod:poss", "nummod", "det", "nmod:desc"});
  return tree[word].head > word && std::any_of(kModifiers.begin(), kModifiers.end(), [&](std::string_view r) { return tree.has_relation(word, r); });
}

// ", quoting the military command": the noun is what is quoted, the participle goes with the verb of saying before it.
bool repair_citing(const Tree& tree, int participle, Words& words) {
  const auto object = tree.child(participle, "obj");
  int noun = participle + 1;
  while (noun < tree.size() && (!tree[noun].is_nominal() || modifies_behind(tree, noun))) {
    if (tree[noun].upos == Upos::PUNCT || tree[noun].upos == Upos::VERB) return false;
    ++noun;
  }
  int saying = participle - 1;
  while (saying >= 0 && !(tree[saying].upos == Upos::VERB && is_one_of(tree[saying].lemma, kSaying))) {
    if (participle - saying > kLongestSpeaker) return false;
    --saying;
  }
  if (object || noun >= tree.size() || saying < 0) return false;
  hang(words, noun, participle, "obj");
  hang(words, participle, saying, "advcl");
  return true;
}

struct Speaker {
  int first = 0, noun = 0;
};

// The phrase between a comma and the verb of saying right behind it: "..., a spokesman for the army later told".
std::optional<Speaker> speaker_before(const Tree& tree, int verb) {
  int last = verb - 1;
  while (last > 0 && (tree[last].upos == Upos::ADV || tree[last].upos == Upos::AUX)) --last;
  int first = last;
  while (first > 0 && tree[first - 1].form != "," && tree[first - 1].form != "\"" && tree[first - 1].form != "”" && tree[first - 1].form != "''") {
    if (tree[first].is_verbal() || verb - first > kLongestSpeaker) return std::nullopt;
    --first;
  }
  if (first <= 0 || first > last || tree[first].is_verbal()) return std::nullopt;
  const Word& opens = tree[first];
  if (!(opens.upos == Upos::DET || opens.upos == Upos::ADJ || opens.is_nominal()) || tree.has_feature(first, "PronType=Rel")) return std::nullopt;
  static constexpr auto kOthers = std::to_array<std::string_view>({"who", "which", "whose", "that", "whom", "there"});
  if (is_one_of(lower_ascii(opens.form), kOthers)) return std::nullopt;
  for (int word = first; word <= last; ++word) {
    const bool is_head = (tree[word].is_nominal() || tree[word].upos == Upos::X) && (tree[word].head < first || tree[word].head > last);
    if (is_head) return Speaker{first, word};
  }
  return std::nullopt;
}

// Does the verb of saying end what it tells of, but for adjuncts and hearers?
bool is_trailing(const Tree& tree, int verb) {
  if (verb + 1 >= tree.size()) return true;
  const Word& next = tree[verb + 1];
  if (next.upos == Upos::PUNCT) return next.form != ":";
  const bool has_hearer = is_one_of(tree[verb].lemma, kTelling) && (next.upos == Upos::DET || next.is_nominal() || next.upos == Upos::ADJ);
  if (!has_hearer && next.upos != Upos::ADP && next.upos != Upos::ADV) return false;
  for (const std::string_view relation : {std::string_view("ccomp"), std::string_view("xcomp")}) {
    for (const int child : tree.children(verb, relation)) {
      if (child > verb) return false;
    }
  }
  const auto object = tree.child(verb, "obj");
  return !object || *object < verb || has_hearer;
}

// The predicate of what stands before a word: the verb there whose head lies behind it or nowhere.
std::optional<int> predicate_before(const Tree& tree, int end) {
  for (int word = 0; word < end; ++word) {
    if ((tree[word].head < 0 || tree[word].head >= end) && (tree[word].upos == Upos::VERB || tree.child(word, "cop"))) return word;
  }
  return std::nullopt;
}

// "[content], its commander told us": the speaker is the subject of the verb of saying, and that goes with the content's predicate.
bool repair_trailing(const Tree& tree, int verb, Words& words) {
  if (tree[verb].form.ends_with("ing") || tree.child(verb, "aux:pass") || !is_trailing(tree, verb)) return false;
  const auto speaker = speaker_before(tree, verb);
  if (!speaker) return false;
  const auto content = predicate_before(tree, speaker->first);
  if (!content || *content == verb) return false;
  const auto own = tree.child(verb, "nsubj");
  const bool is_right = own == speaker->noun && (tree[*content].head == verb || tree[verb].head == *content);
  if (is_right || (own && own != speaker->noun)) return false;
  hang(words, speaker->noun, verb, "nsubj");
  if (tree[*content].head != verb) {
    const int above = tree[*content].head;
    if (above >= 0 && above != verb) return false;
    hang(words, verb, *content, "parataxis");
  }
  if (const auto marker = tree.has_relation(verb, "case") ? std::optional(tree[verb].head) : std::nullopt) hang(words, *marker, verb, "iobj");
  return true;
}

// "an allegation rejected by the army", "a charge Kinshasa waved away": a clause of the noun, no other name for it.
bool is_clause_as_apposition(const Tree& tree, int word) {
  if (tree[word].upos != Upos::VERB || !tree.has_relation(word, "appos") || !tree[tree[word].head].is_nominal()) return false;
  return tree[word].head == word - 1 || tree.child(word, "nsubj");
}

bool repair(const Tree& tree, Words& words) {
  for (int word = 1; word < tree.size(); ++word) {
    if (is_clause_as_apposition(tree, word)) {
      words = tree.words();
      at(words, word).deprel = tree.child(word, "nsubj") ? "acl:relcl" : "acl";
      return true;
    }
    const bool cites = is_citing(tree, word);
    if (!cites && (tree[word].upos != Upos::VERB || !is_one_of(tree[word].lemma, kSaying))) continue;
    words = tree.words();
    if ((cites ? repair_citing(tree, word, words) : repair_trailing(tree, word, words)) && is_tree(words)) return true;
  }
  return false;
}

}  // namespace

Tree repair_sayings(Tree tree) {
  constexpr int kMost = 8;  // in one sentence
  Words words;
  for (int done = 0; done < kMost && repair(tree, words); ++done) tree = Tree(std::move(words));
  return tree;
}

}  // namespace dragoman

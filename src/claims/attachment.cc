// SPDX-License-Identifier: Apache-2.0
// Parsers hang adjuncts on the nearest noun as often as on the verb, so a way through nouns counts, only for more. A verb in the way ends it.
#include "claims/attachment.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/strings.h"
#include "claims/arguments.h"

namespace dragoman {
namespace {

// Their time and place are not those of the event that is their subject or object: "condemned on Friday the attack".
constexpr std::array<std::string_view, 26> kTellers = {
    "condemn", "denounce", "criticize", "criticise", "welcome", "praise", "demand", "urge",    "announce", "confirm",     "deny",   "report", "say",
    "claim",   "discuss",  "mention",   "describe",  "blame",   "accuse", "call",   "deplore", "regret",   "commemorate", "recall", "cite",   "hail"};
constexpr std::array<std::string_view, 9> kTakesPlace = {"take", "occur", "happen", "hold", "begin", "resume", "complete", "start", "follow"};

bool is_subject_or_object(const Tree& tree, int word) { return tree.has_relation(word, "nsubj") || tree.has_relation(word, "obj"); }

// The clause whose circumstances a bare noun has: the verb that it is subject or object of, unless that only tells of it.
int clause_of_noun(const Tree& tree, int noun) {
  const int head = tree[noun].head;
  const bool is_brought = head >= 0 && tree.has_relation(noun, "obl") && preposition_of(tree, noun) == "with";  // "flew to Juba on Friday with an offer"
  const bool is_state = tree.has_relation(noun, "xcomp");                                                       // "went on trial on Friday"
  if (head < 0 || !(is_subject_or_object(tree, noun) || is_brought || is_state)) return -1;
  if (!tree[head].is_verbal()) return tree.child(head, "cop") ? head : -1;  // "talks were under way in Muscat"
  return is_one_of(tree[head].lemma, kTellers) ? -1 : head;
}

// The clause from which this one takes its circumstances: coordinated without a subject of its own, a participle, "when", "by signing".
int shared_clause(const Tree& tree, int clause) {
  static constexpr auto kMeans = std::to_array<std::string_view>({"by", "without", "in"});
  static constexpr auto kSameTime = std::to_array<std::string_view>({"when", "while"});
  const int head = tree[clause].head;
  if (head < 0 || !tree[head].is_verbal()) return -1;
  const bool subject = tree.child(clause, "nsubj").has_value();
  if (tree.has_relation(clause, "conj")) return subject && !tree.has_relation(*tree.child(clause, "nsubj"), "nsubj:pass") ? -1 : head;
  if (!tree.has_relation(clause, "advcl")) return -1;
  const auto mark = tree.child(clause, "mark");
  const auto adverb = tree.child(clause, "advmod");
  const bool when = (mark && is_one_of(tree[*mark].lemma, kSameTime)) || (adverb && tree[*adverb].lemma == "when");
  const bool is_means = mark && is_one_of(tree[*mark].lemma, kMeans);
  const bool participle = !subject && (!mark || is_means) && (tree.has_feature(clause, "VerbForm=Part") || tree.has_feature(clause, "VerbForm=Ger"));
  return when || participle ? head : -1;
}

// The clause whose circumstances before its subject are those of the whole sentence: "On Monday police fired, and the crowd fled"; "In Quito the crowd
// marched, and police fired after some threw stones". Not up out of what is said.
int framing_clause(const Tree& tree, int clause) {
  static constexpr std::array<std::string_view, 6> kMarks = {"after", "as", "because", "until", "when", "while"};
  int up = clause;
  for (int steps = 0; steps < 4 && tree[up].head >= 0 && tree[tree[up].head].is_verbal(); ++steps) {
    const auto mark = tree.child(up, "mark");
    const bool is_beside = tree.has_relation(up, "advcl") && mark && is_one_of(lower_ascii(tree[*mark].form), kMarks);
    if (!tree.has_relation(up, "conj") && !tree.has_relation(up, "xcomp") && !is_beside) break;
    up = tree[up].head;
  }
  return up == clause ? -1 : up;
}

// The verb of the event's clause: of "test-fired" its second half.
int clause_of(const Tree& tree, const EventAt& event) {
  const int word = event.trigger.word;
  if (event.predicate.carrier) return *event.predicate.carrier;
  if (tree.has_relation(word, "compound") && word + 2 < tree.size() && tree[word + 1].form == "-" && tree[word + 2].upos == Upos::VERB) return word + 2;
  return tree[word].is_nominal() ? clause_of_noun(tree, word) : word;
}

}  // namespace

Attachment::Attachment(const Tree& tree, const EventAt& event) : tree_(tree), trigger_(event.trigger.word), clause_(clause_of(tree, event)) {
  if (clause_ < 0) return;
  shared_ = shared_clause(tree, clause_);
  framing_ = framing_clause(tree, clause_);
}

std::optional<int> Attachment::cost(int word) const {
  if (const auto own = cost_to(word, -1, 0)) return own;
  if (shared_ >= 0) {
    if (const auto shared = cost_to(word, shared_, kShared)) return shared;
    const int above = shared_clause(tree_, shared_);
    if (const auto shared = above < 0 ? std::nullopt : cost_to(word, above, 2 * kShared)) return shared;
  }
  if (const auto framing = cost_of_frame(word)) return framing;
  if (const auto last = cost_of_last(word)) return last;
  return cost_of_governor(word);
}

bool Attachment::is_beside(int word) const {
  for (int up = clause_; framing_ >= 0 && up >= 0 && up != framing_;) {
    up = tree_[up].head;
    const auto cost = up >= 0 && tree_[up].is_verbal() ? cost_to(word, up, 0) : std::nullopt;
    if (cost && *cost < kNominal) return true;
  }
  return false;
}

// What stands before the subject of the sentence's first clause; also where the parser hangs it on a teller behind: "On Friday the crowd fled, he said".
std::optional<int> Attachment::cost_of_frame(int word) const {
  const int first = framing_ >= 0 ? framing_ : clause_;
  const auto subject = first < 0 ? std::nullopt : tree_.child(first, "nsubj");
  if (!subject || word >= tree_.range(*subject).first) return std::nullopt;
  const int teller = tree_[first].head;
  const bool is_told_before = tree_.has_relation(first, "ccomp") && teller > first;
  for (const int top : {framing_, is_told_before ? teller : -1}) {
    const auto cost = top < 0 ? std::nullopt : cost_to(word, top, 3 * kShared);
    if (cost && *cost < 3 * kShared + kNominal) return cost;
  }
  return std::nullopt;
}

// "exchanged prisoners and freed hostages on Thursday": the last adjunct of two verbs with one subject.
std::optional<int> Attachment::cost_of_last(int word) const {
  if (clause_ < 0 || word < clause_) return std::nullopt;
  for (const int next : tree_.children(clause_, "conj")) {
    if (next > word || !tree_[next].is_verbal() || tree_.child(next, "nsubj") || tree_.child(next, "aux")) continue;
    const auto cost = cost_to(word, next, 3 * kShared);
    if (cost && *cost < 3 * kShared + kNominal) return cost;
  }
  return std::nullopt;
}

// "plans to strike on Friday": what stands behind an infinitive is its own, though it hangs on the verb before it.
std::optional<int> Attachment::cost_of_governor(int word) const {
  if (clause_ < 0 || word < clause_ || !tree_.has_relation(clause_, "xcomp")) return std::nullopt;
  const auto cost = cost_to(word, tree_[clause_].head, 3 * kShared);
  return cost && *cost < 3 * kShared + kNominal ? cost : std::nullopt;
}

// `top` -1: up to the event's own words.
std::optional<int> Attachment::cost_to(int word, int top, int extra) const {
  int cost = extra;
  for (int up = word; up >= 0; up = tree_[up].head) {
    if (top >= 0 ? up == top : is_own(up)) return cost + (top < 0 && up == clause_ && clause_ != trigger_ ? 1 : 0);
    const int head = tree_[up].head;
    if (head < 0) return std::nullopt;
    if (tree_[up].upos == Upos::VERB && up != word) {
      if (tree_.has_relation(up, "acl") && is_one_of(tree_[up].lemma, kTakesPlace) && tree_.is_descendant(head, trigger_)) return cost + 2;
      if (!tree_.has_relation(up, "xcomp")) return std::nullopt;
      cost += 5;
    } else if (!(top >= 0 ? head == top : is_own(head)) && tree_[head].upos != Upos::VERB) {
      cost += kNominal;
    }
  }
  return std::nullopt;
}

}  // namespace dragoman

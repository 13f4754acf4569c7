// SPDX-License-Identifier: Apache-2.0
// Factuality by rules, after Saurí and Pustejovsky's FactBank (2009): each word above the event in the tree may turn polarity,
// realis or certainty; the innermost word that speaks decides. Works: "is not expected to agree to withdraw" (withdraw: planned, probable,
// negative). Does not: negation that only the discourse gives ("the talks never were more than a rumour").
#include "claims/status.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dragoman {
namespace {

constexpr int kMaxClimb = 12;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 6> kNegators = {"not", "n't", "never", "nor", "neither", "hardly"};
constexpr std::array<std::string_view, 5> kNegativeDeterminers = {"no", "neither", "none", "nobody", "nothing"};
constexpr std::array<std::string_view, 8> kConditionMarks = {"if", "unless", "provided", "providing", "assuming", "lest", "once", "until"};

bool has_negator(const Tree& tree, int word) {
  for (const int child : tree.children(word)) {
    const Word& w = tree[child];
    if ((tree.has_relation(child, "advmod") || tree.has_relation(child, "cc:preconj")) && is_one_of(w.lemma, kNegators)) return true;
    if (tree.has_relation(child, "det") && is_one_of(w.lemma, kNegativeDeterminers)) return true;
    if (tree.has_relation(child, "case") && w.lemma == "without") return true;
    if (tree.has_relation(child, "mark") && w.lemma == "without") return true;
    // "no longer"
    if (tree.has_relation(child, "advmod") && w.lemma == "long" && tree.child(child, "det")) return true;
    if (tree.has_relation(child, "advmod") && w.lemma == "long" && tree.child(child, "advmod") && tree[*tree.child(child, "advmod")].lemma == "no") return true;
  }
  return false;
}

// "No agreement was signed", "neither side fired", "signed no agreement".
bool has_negative_argument(const Tree& tree, int verb) {
  for (const std::string_view relation : {std::string_view("nsubj"), std::string_view("obj")}) {
    for (const int child : tree.children(verb, relation)) {
      if (is_one_of(tree[child].lemma, kNegativeDeterminers)) return true;
      for (const int det : tree.children(child, "det")) {
        if (is_one_of(tree[det].lemma, kNegativeDeterminers)) return true;
      }
    }
  }
  return false;
}

// How `word` hangs on its head, in the words of embedders.tsv.
std::string complement_of(const Tree& tree, int word) {
  const std::string& relation = tree[word].deprel;
  if (relation_is(relation, "xcomp")) return "xcomp";
  if (relation_is(relation, "ccomp") || relation_is(relation, "csubj")) return "clause";
  if (relation_is(relation, "obj") || relation_is(relation, "nsubj:pass")) return "obj";
  if (relation_is(relation, "nsubj")) return "subj";
  if (relation_is(relation, "acl")) return "acl";
  if (relation_is(relation, "amod") || relation_is(relation, "advmod")) return "mod";
  if (relation_is(relation, "obl") || relation_is(relation, "nmod") || relation_is(relation, "advcl")) return "obl(" + preposition_of(tree, word) + ")";
  return relation;
}

bool takes(const Embedder& embedder, const std::string& complement) {
  if (embedder.complements.empty()) return complement != "mod";
  return std::any_of(embedder.complements.begin(), embedder.complements.end(), [&](const std::string& wanted) {
    return wanted == complement || (wanted == "obl" && complement.starts_with("obl("));
  });
}

class StatusReader {
 public:
  StatusReader(const Tree& tree, const EventAt& event, const Rules& rules) : tree_(tree), event_(event), rules_(rules) {}

  EventStatus run() {
    const int word = event_.trigger.word;
    const int verb = event_.predicate.carrier.value_or(word);
    read_negation(word, verb);
    read_modifiers(word);
    if (verb != word) read_modifiers(verb);
    read_auxiliaries(verb);
    status_.refused = future_ && status_.polarity == Polarity::negative && !tree_.children(verb, "nsubj").empty();
    read_tense(verb);
    read_condition(verb);
    climb(verb);
    if (status_.realis != Realis::actual && !finite_) status_.tense = Tense::future;
    return status_;
  }

 private:
  void set_realis(Realis realis) {
    if (status_.realis == Realis::actual) status_.realis = realis;
  }
  void set_certainty(Certainty certainty) {
    if (status_.certainty == Certainty::certain) status_.certainty = certainty;
  }
  void negate() { status_.polarity = status_.polarity == Polarity::positive ? Polarity::negative : Polarity::positive; }

  void read_negation(int word, int verb) {
    bool negative = has_negator(tree_, word);
    if (verb != word) negative = negative || has_negator(tree_, verb) || has_negative_argument(tree_, verb);
    if (tree_[word].is_verbal()) negative = negative || has_negative_argument(tree_, word);
    if (negative) negate();
  }

  // Adverbs and adjectives on the word: "allegedly", "proposed".
  void read_modifiers(int word) {
    for (const int child : tree_.children(word)) {
      if (complement_of(tree_, child) != "mod") continue;
      const auto* rows = rules_.embedders.of(tree_[child].lemma);
      if (rows == nullptr) continue;
      for (const Embedder& row : *rows) {
        if (std::find(row.complements.begin(), row.complements.end(), "mod") == row.complements.end()) continue;
        apply(row, child);
        break;
      }
    }
  }

  void apply(const Embedder& row, int at) {
    if (row.realis) set_realis(*row.realis);
    if (row.negative) negate();
    if (row.certainty) {
      set_certainty(*row.certainty);
      status_.hedges.push_back({at, at});
    }
  }

  void read_auxiliaries(int verb) {
    const auto perfect = [&] {
      const auto auxiliaries = tree_.children(verb, "aux");
      return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](int aux) { return tree_[aux].lemma == "have"; });
    };
    for (const int aux : tree_.children(verb, "aux")) {
      const std::string& lemma = tree_[aux].lemma;
      if (lemma == "will" || lemma == "shall" || lemma == "would") {
        set_realis(lemma == "would" ? Realis::hypothetical : Realis::planned);
        future_ = true;
      } else if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can") {
        set_certainty(Certainty::possible);
        status_.hedges.push_back({aux, aux});
        if (!perfect()) set_realis(Realis::hypothetical);
      } else if (lemma == "should" || lemma == "must" || lemma == "ought") {
        set_realis(Realis::requested);
      }
    }
  }

  void read_tense(int verb) {
    const auto is_finite = [&](int word) { return tree_.has_feature(word, "VerbForm=Fin"); };
    const auto read = [&](int word) {
      if (tree_.has_feature(word, "Tense=Past")) return Tense::past;
      return Tense::present;
    };
    finite_ = is_finite(verb);
    status_.tense = tree_[verb].is_verbal() ? read(verb) : Tense::past;
    for (const std::string_view relation : {std::string_view("aux"), std::string_view("cop")}) {
      for (const int aux : tree_.children(verb, relation)) {
        finite_ = finite_ || is_finite(aux);
        const bool perfect = tree_[aux].lemma == "have";
        if (perfect) {
          status_.tense = Tense::past;
          break;
        }
        if (is_finite(aux)) status_.tense = tree_.has_feature(verb, "Tense=Past") && relation == "aux" && !tree_.has_relation(aux, "aux:pass") ? Tense::past : read(aux);
      }
    }
    if (future_) status_.tense = Tense::future;
  }

  bool is_conditional(int clause) const {
    for (const int mark : tree_.children(clause, "mark")) {
      if (is_one_of(tree_[mark].lemma, kConditionMarks)) return true;
    }
    return false;
  }

  void read_condition(int verb) {
    if (tree_.has_relation(verb, "advcl") && is_conditional(verb)) set_realis(Realis::conditional);
    for (const int clause : tree_.children(verb, "advcl")) {
      if (!is_conditional(clause)) continue;
      const Tree::Range range = tree_.range(clause);
      status_.condition = WordRange{range.first, range.last};
      set_realis(Realis::conditional);
      if (status_.realis == Realis::planned || status_.realis == Realis::hypothetical) status_.realis = Realis::conditional;
    }
  }

  // Upwards over the words that embed the event. A that-clause of a verb that is no embedder ends it: stance is not status.
  void climb(int word) {
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      const int head = tree_[word].head;
      if (head < 0) return;
      if (tree_.has_relation(word, "conj")) {            // a conjunct is embedded as its first is
        word = head;
        continue;
      }
      const Embedder* row = embedder_at(head, complement_of(tree_, word));
      if (row == nullptr) {
        if (tree_[head].is_verbal() || !passes(word)) return;
        word = head;
        continue;
      }
      apply(*row, head);
      if ((row->realis || row->certainty) && (has_negator(tree_, head) || has_negative_argument(tree_, head))) negate();
      if (row->negative && has_negator(tree_, head)) negate();
      read_auxiliaries(head);
      read_condition(head);
      word = head;
    }
  }

  // May what holds of the head hold of this word: "plans for talks on a truce"?
  bool passes(int word) const {
    return tree_.has_relation(word, "nmod") || tree_.has_relation(word, "acl") || tree_.has_relation(word, "appos");
  }

  const Embedder* embedder_at(int head, const std::string& complement) const {
    const auto* rows = rules_.embedders.of(tree_[head].lemma);
    if (rows == nullptr) return nullptr;
    for (const Embedder& row : *rows) {
      const bool same_tag = row.upos == tree_[head].upos || (row.upos == Upos::NOUN && tree_[head].upos == Upos::PROPN);
      if (same_tag && takes(row, complement)) return &row;
    }
    return nullptr;
  }

  const Tree& tree_;
  const EventAt& event_;
  const Rules& rules_;
  EventStatus status_;
  bool future_ = false, finite_ = false;
};

}  // namespace

EventStatus status_of(const ParsedReport& report, const EventAt& event, const Rules& rules) {
  return StatusReader(report.tree(event.trigger.sentence), event, rules).run();
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Factuality by rules, after Saurí and Pustejovsky's FactBank (2009): each word above the event in the tree may turn polarity,
// realis or certainty; the innermost word that speaks decides. Works: "is not expected to agree to withdraw" (withdraw: planned, probable,
// negative). Does not: negation that only the discourse gives ("the talks never were more than a rumour").
#include "claims/status.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/conditions.h"
#include "claims/denials.h"
#include "claims/negation.h"

namespace dragoman {
namespace {

constexpr int kMaxClimb = 12;

// Verbs that say of a noun's event that it goes on or is over: "talks are to resume", "a withdrawal completed on Sunday".
constexpr std::array<std::string_view, 13> kTakesPlace = {"resume", "begin", "start",    "hold",  "take",     "open", "follow",
                                                          "happen", "occur", "complete", "carry", "conclude", "end"};
// What is told in a paper: "the draft said Kenya would withdraw".
constexpr std::array<std::string_view, 8> kPapers = {"plan", "draft", "proposal", "bill", "scenario", "deal", "text", "blueprint"};
constexpr std::array<std::string_view, 7> kKnown = {"clear", "certain", "know", "sure", "unclear", "uncertain", "unknown"};

// How `word` hangs on its head, in the words of embedders.tsv. A participle or relative clause on a noun is no complement of it: "the
// agreement signed in 1904" is not to be signed.
// "... after the army shelled Goma", "told parliament on Friday, accusing Goma": no complement of the verb above, whatever that wants.
bool is_beside(const Tree& tree, int word) {
  static constexpr std::array<std::string_view, 10> kMarks = {"after", "before", "when", "while", "because", "since", "although", "though", "until", "as"};
  if (!relation_is(tree[word].deprel, "advcl")) return false;
  const auto mark = tree.child(word, "mark");
  if (!mark) return tree[word].form.ends_with("ing") && word > 0 && tree[tree.range(word).first].upos != Upos::ADP && tree[word - 1].form == ",";
  return is_one_of(tree[*mark].lemma, kMarks) && tree.child(word, "nsubj");
}

std::string complement_of(const Tree& tree, int word) {
  const std::string& relation = tree[word].deprel;
  if (relation_is(relation, "xcomp")) return "xcomp";
  if (relation_is(relation, "ccomp") || relation_is(relation, "csubj")) return "clause";
  if (relation_is(relation, "obj") || relation_is(relation, "nsubj:pass")) return "obj";
  if (relation_is(relation, "nsubj")) return "subj";
  if (relation_is(relation, "acl")) {
    const std::string mark = preposition_of(tree, word);
    if (relation == "acl:relcl" || (mark.empty() && tree.has_feature(word, "VerbForm=Part"))) return "modifier";
    return mark.empty() || mark == "to" || mark == "that" ? "acl" : "obl(" + mark + ")";
  }
  if (relation_is(relation, "amod") || relation_is(relation, "advmod")) return "mod";
  if (is_beside(tree, word)) return "beside";
  if (relation_is(relation, "obl") || relation_is(relation, "nmod") || relation_is(relation, "advcl")) return "obl(" + preposition_of(tree, word) + ")";
  return relation;
}

bool takes(const Embedder& embedder, const std::string& complement) {
  if (embedder.complements.empty()) return complement != "mod" && complement != "beside";
  return std::any_of(embedder.complements.begin(), embedder.complements.end(),
                     [&](const std::string& wanted) { return wanted == complement || (wanted == "obl" && complement.starts_with("obl(")); });
}

bool is_infinitive(const Tree& tree, int verb) {
  const auto marks = tree.children(verb, "mark");
  return tree[verb].is_verbal() && std::any_of(marks.begin(), marks.end(), [&](int mark) { return tree[mark].lemma == "to"; });
}

bool is_marked(const Tree& tree, int verb, std::string_view lemma) {
  const auto marks = tree.children(verb, "mark");
  return std::any_of(marks.begin(), marks.end(), [&](int mark) { return tree[mark].lemma == lemma; });
}

// "are to resume": a form of be before the `to` of the infinitive.
bool is_be_to(const Tree& tree, int verb) {
  if (!is_infinitive(tree, verb)) return false;
  const auto marks = tree.children(verb, "mark");
  const auto to = std::find_if(marks.begin(), marks.end(), [&](int mark) { return tree[mark].lemma == "to"; });
  const auto is_be = [&](int aux) { return tree[aux].lemma == "be" && aux < *to; };
  const auto auxiliaries = tree.children(verb, "aux");
  const auto copulas = tree.children(verb, "cop");
  return std::any_of(auxiliaries.begin(), auxiliaries.end(), is_be) || std::any_of(copulas.begin(), copulas.end(), is_be);
}

// "is due to be held": a word of what is fixed, which the parser hung on the infinitive.
bool is_due_to(const Tree& tree, int verb) {
  static constexpr std::array<std::string_view, 4> kDue = {"due", "set", "scheduled", "bound"};
  if (!is_infinitive(tree, verb)) return false;
  for (const int child : tree.children(verb)) {
    const bool precedes_to = child < verb && child + 1 < tree.size() && lower_ascii(tree[child + 1].form) == "to";
    if (precedes_to && is_one_of(lower_ascii(tree[child].form), kDue)) return true;
  }
  return false;
}

bool is_past(const Tree& tree, int verb) {
  if (tree.has_feature(verb, "Tense=Past") && tree.has_feature(verb, "VerbForm=Fin")) return true;
  const auto copula = tree.child(verb, "cop");
  if (copula && tree.has_feature(*copula, "Tense=Past")) return true;
  const auto auxiliaries = tree.children(verb, "aux");
  return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](int aux) { return tree[aux].lemma == "have" || tree.has_feature(aux, "Tense=Past"); });
}

bool is_modal(std::string_view lemma) {
  static constexpr std::array<std::string_view, 11> kModals = {"will", "shall", "would", "may", "might", "could", "can", "should", "must", "ought", "need"};
  return is_one_of(lemma, kModals);
}

bool has_modal(const Tree& tree, int verb) {
  const auto auxiliaries = tree.children(verb, "aux");
  return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](int aux) { return is_modal(tree[aux].lemma); });
}

// Future seen from a saying in the past: "said that it would expel", "would expel them, the ministry said". Not: "the draft said that it would".
bool is_told_in_past(const Tree& tree, int verb) {
  for (const int child : tree.children(verb, "parataxis")) {
    if (is_past(tree, child)) return true;
  }
  while (tree.has_relation(verb, "conj") && tree.child(verb, "aux") && (tree[tree[verb].head].is_verbal() || tree.child(tree[verb].head, "cop")))
    verb = tree[verb].head;  // "said that ... and that they would"
  const int head = tree[verb].head;
  const bool told = head >= 0 && (tree.has_relation(verb, "ccomp") || tree.has_relation(verb, "parataxis"));
  if (!told || !tree[head].is_verbal()) return false;
  const auto subject = tree.child(head, "nsubj");
  if (subject && is_one_of(tree[*subject].lemma, kPapers)) return false;
  const int above = tree[head].head;
  return is_past(tree, head) || (tree.has_feature(head, "VerbForm=Part") && above >= 0 && is_past(tree, above));
}

// Is the bare act of speaking the event: what it says may be to come, it is done.
bool is_act_of_speech(EventType type) {
  return type == EventType::consult || type == EventType::request || type == EventType::accuse || type == EventType::protest || type == EventType::threaten ||
         type == EventType::reject;
}

class StatusReader {
 public:
  StatusReader(const Tree& tree, const EventAt& event, const Rules& rules) : tree_(tree), event_(event), rules_(rules) {}

  ClaimStatus run() {
    ClaimStatus status = read();
    if (status.polarity == Polarity::negative && is_refusal_in_words()) {
      status.polarity = Polarity::positive;
      status.realis = Realis::actual;
    }
    return status;
  }

 private:
  // "would not accept the deal": the words for what is not done are the refusal. Not: "did not reject it", where a verb of refusing is negated.
  bool is_refusal_in_words() const {
    if (event_.frame->type != EventType::reject || !event_.frame->rule.starts_with("learned.")) return false;
    const Word& word = tree_[event_.trigger.word];
    const auto frames = rules_.frames.of(word.lemma, word.upos);
    return std::none_of(frames.begin(), frames.end(), [](const Frame* frame) { return frame->type == EventType::reject; });
  }

  ClaimStatus read() {
    const int word = event_.trigger.word;
    const int verb = event_.predicate.carrier.value_or(word);
    read_negation(word, verb);
    read_modifiers(word);
    if (verb != word) read_modifiers(verb);
    read_auxiliaries(verb);
    status_.refused = future_ && status_.polarity == Polarity::negative && !tree_.children(verb, "nsubj").empty();
    read_tense(verb);
    read_condition(verb);
    if (!tree_[verb].is_verbal() && read_relative(verb)) return status_;
    climb(verb);
    if (!spoken_) read_infinitive(verb);
    if (status_.realis != Realis::actual && !finite_) status_.tense = Tense::future;
    if (status_.realis == Realis::actual && !finite_ && tree_[verb].is_verbal() && !tree_.has_feature(verb, "Tense=Past")) status_.tense = tense_above(verb);
    return status_;
  }

  void set_realis(Realis realis) {
    if (status_.realis == Realis::actual) status_.realis = realis;
  }
  void set_certainty(Certainty certainty, int at) {
    if (status_.certainty == Certainty::certain) status_.certainty = certainty;
    status_.hedges.push_back({at, at});
  }
  void negate() { status_.polarity = status_.polarity == Polarity::positive ? Polarity::negative : Polarity::positive; }

  void read_negation(int word, int verb) {
    bool negative = has_negator(tree_, word);
    if (verb != word) negative = negative || has_negator(tree_, verb) || has_negative_argument(tree_, verb);
    if (tree_[word].is_verbal()) negative = negative || has_negative_argument(tree_, word);
    if (negative || is_yet_to(tree_, verb)) negate();
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

  // An attempt at force, pressure or protest is an act; one at cooperation is still only wanted.
  bool is_act(const Embedder& row) const {
    const std::string_view quad = quad_of(event_.frame->type);
    return row.rule.starts_with("embed.attempt") && (quad == "material-conflict" || quad == "verbal-conflict");
  }

  void apply(const Embedder& row, int at) {
    if (row.realis && !is_act(row)) set_realis(*row.realis);
    if (row.negative) negate();
    if (row.certainty) set_certainty(*row.certainty, at);
  }

  void read_auxiliaries(int verb) {
    const auto auxiliaries = tree_.children(verb, "aux");
    const bool perfect = std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](int aux) { return tree_[aux].lemma == "have"; });
    for (const int aux : auxiliaries) {
      const std::string& lemma = tree_[aux].lemma;
      if (lemma == "will" || lemma == "shall" || lemma == "would") {
        set_realis(lemma != "would" || (!perfect && is_told_in_past(tree_, verb)) ? Realis::planned : Realis::hypothetical);
        future_ = true;
        counterfactual_ = perfect && lemma == "would";
      } else if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can") {
        const bool unable = (lemma == "could" || lemma == "can") && has_negator(tree_, verb);  // "could not agree": they did not
        if (unable) continue;
        set_certainty(Certainty::possible, aux);
        if (!perfect) set_realis(Realis::hypothetical);
        to_come_ = !perfect && (lemma == "may" || lemma == "might");
      } else if (lemma == "should" || lemma == "must" || lemma == "ought") {
        if (perfect && lemma == "must") set_certainty(Certainty::probable, aux);
        else if (!is_inverted(tree_, verb)) set_realis(Realis::requested);
      }
    }
    if (is_yet_to(tree_, verb)) return;
    if (is_be_to(tree_, verb) || is_due_to(tree_, verb)) set_realis(Realis::planned);
  }

  Tense tense_of(int verb, bool& finite) const {
    const auto is_finite = [&](int word) { return tree_.has_feature(word, "VerbForm=Fin"); };
    const auto read = [&](int word) { return tree_.has_feature(word, "Tense=Past") ? Tense::past : Tense::present; };
    finite = is_finite(verb);
    Tense tense = tree_[verb].is_verbal() ? read(verb) : Tense::past;
    for (const std::string_view relation : {std::string_view("aux"), std::string_view("cop")}) {
      for (const int aux : tree_.children(verb, relation)) {
        finite = finite || is_finite(aux);
        if (tree_[aux].lemma == "have") return finite = true, Tense::past;
        if (!is_finite(aux)) continue;
        tense = tree_.has_feature(verb, "Tense=Past") && relation == "aux" && !tree_.has_relation(aux, "aux:pass") ? Tense::past : read(aux);
      }
    }
    return tense;
  }

  void read_tense(int verb) {
    status_.tense = tense_of(verb, finite_);
    if ((future_ && !counterfactual_) || to_come_) status_.tense = Tense::future;
  }

  // The time of a participle or an infinitive is that of the verb that it hangs on: "opened fire, killing four".
  Tense tense_above(int verb) const {
    for (int up = tree_[verb].head; up >= 0; up = tree_[up].head) {
      bool finite = false;
      const Tense tense = tense_of(up, finite);
      if (finite) return tense;
    }
    return status_.tense;
  }

  void read_condition(int verb) {
    const bool open = status_.realis != Realis::actual || future_;
    if (is_condition(tree_, verb)) {
      status_.realis = Realis::conditional;
      return;
    }
    const auto range = condition_of(tree_, verb, open || !is_past(tree_, verb));
    if (!range || status_.condition) return;
    status_.condition = WordRange{range->first, range->last};
    if (open || !is_past(tree_, verb)) status_.realis = Realis::conditional;
  }

  // "Talks, which are to resume in Brussels": what the relative clause says of the taking place holds of the noun. True: it has taken place.
  bool read_relative(int noun) {
    for (const int clause : tree_.children(noun, "acl")) {
      if (!is_one_of(tree_[clause].lemma, kTakesPlace)) continue;
      const bool done = tree_.has_feature(clause, "VerbForm=Part") && tree_.has_feature(clause, "Tense=Past") && tree_.children(clause, "aux").empty();
      if (done) return true;
      if (is_yet_to(tree_, clause)) negate();
      read_auxiliaries(clause);
    }
    return false;
  }

  // Upwards over the words that embed the event. A that-clause of a verb that is no embedder ends it: stance is not status.
  void climb(int word) {
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      const int head = tree_[word].head;
      if (head < 0) return;
      if (tree_.has_relation(word, "conj")) {  // a conjunct is embedded as its first is
        if (shares_auxiliaries(tree_, word)) share(head);
        word = head;
        continue;
      }
      if (read_frame_of_knowing(word, head) || read_phrase(word, head)) {
        word = head;
        continue;
      }
      const Embedder* row = embedder_at(head, word);
      if (row == nullptr) {
        if (tree_[head].is_verbal()) return end(word, head);
        if (!passes(word) && !is_shown(word, head)) return;
        word = head;
        continue;
      }
      embed(*row, head);
      word = head;
    }
  }

  void share(int first) {
    if (has_negator(tree_, first)) negate();
    read_auxiliaries(first);
    if (future_) status_.tense = Tense::future;
    spoken_ = finite_ = true;
  }

  void embed(const Embedder& row, int head) {
    const bool negated = has_negator(tree_, head) || has_negative_argument(tree_, head) || is_yet_to(tree_, head);
    spoken_ = spoken_ || row.realis || row.certainty || row.negative;
    apply(row, head);
    if (negated) negate();
    if (negated && row.negative && row.realis) set_certainty(Certainty::possible, head);  // "did not rule out"
    read_modifiers(head);
    read_auxiliaries(head);
    read_condition(head);
    if (future_ && !finite_) status_.tense = Tense::future;
  }

  // A clause under a verb of saying may have its condition parsed at that verb: "said it would sign if Minsk withdrew".
  void end(int word, int head) {
    const bool open = status_.realis == Realis::planned || status_.realis == Realis::hypothetical;
    if (!open || !(tree_.has_relation(word, "ccomp") || tree_.has_relation(word, "parataxis"))) return;
    const auto range = condition_of(tree_, head, false);
    if (!range || status_.condition) return;
    status_.condition = WordRange{range->first, range->last};
    status_.realis = Realis::conditional;
  }

  // "It is not clear whether they have left": nobody says so.
  bool read_frame_of_knowing(int word, int head) {
    const bool open = is_marked(tree_, word, "whether") || (is_marked(tree_, word, "if") && is_one_of(tree_[head].lemma, kKnown));
    if (!open || is_condition(tree_, word)) return false;
    if (is_infinitive(tree_, word)) set_realis(Realis::hypothetical);  // "is debating whether to send troops"
    set_certainty(Certainty::unspecified, *tree_.child(word, "mark"));
    return true;
  }

  // "is going to sign", "has to sign", "has yet to sign".
  bool read_phrase(int word, int head) {
    if (!tree_.has_relation(word, "xcomp") || !is_infinitive(tree_, word)) return false;
    const std::string& lemma = tree_[head].lemma;
    if (lemma == "go" && lower_ascii(tree_[head].form) == "going") {
      set_realis(Realis::planned);
      if (has_negator(tree_, head)) negate();
    } else if (lemma == "have") {
      if (!is_yet_to(tree_, word) && !is_past(tree_, head)) set_realis(Realis::requested);
      if (has_negator(tree_, head)) negate();
    } else {
      return false;
    }
    spoken_ = true;
    return true;
  }

  // An infinitive that nothing above speaks of is not yet done: "a meeting to sign the accord", "flew to Doha to sign it".
  void read_infinitive(int verb) {
    const bool purpose = tree_.has_relation(verb, "advcl") || complement_of(tree_, verb) == "acl";
    if (purpose && is_infinitive(tree_, verb) && preposition_of(tree_, verb) == "to" && !is_act_of_speech(event_.frame->type)) set_realis(Realis::planned);
  }

  // May what holds of the head hold of this word: "plans for talks on a truce"?
  bool passes(int word) const {
    if (tree_.has_relation(word, "acl")) return complement_of(tree_, word) != "modifier";
    return tree_.has_relation(word, "nmod") || tree_.has_relation(word, "appos");
  }

  // "appeared to show soldiers beating herders": the parser hangs what is seen on those who do it.
  bool is_shown(int word, int noun) const {
    const int head = tree_[noun].head;
    if (head < 0 || !tree_.has_relation(noun, "obj") || !tree_.has_relation(word, "acl") || tree_[word].deprel == "acl:relcl") return false;
    const auto* rows = rules_.embedders.of(tree_[head].lemma);
    return rows != nullptr && embedder_is(*rows, "embed.show");
  }

  static bool embedder_is(const std::vector<Embedder>& rows, std::string_view rule) {
    return std::any_of(rows.begin(), rows.end(), [&](const Embedder& row) { return row.rule == rule; });
  }

  const Embedder* embedder_at(int head, int word) const {
    const auto* rows = rules_.embedders.of(tree_[head].lemma);
    if (rows == nullptr || denies_by_rejecting(rules_.cues, tree_, head)) return nullptr;
    std::string complement = complement_of(tree_, word);
    const bool shown = complement == "obj" && tree_.child(word, "acl");  // is_shown() came this way
    if (shown && embedder_is(*rows, "embed.show")) complement = "xcomp";
    const bool is_clause = complement == "clause";
    if (is_clause && tree_.child(head, "aux:pass")) complement = "xcomp";  // "it is believed that"
    for (const Embedder& row : *rows) {
      const bool is_about_to = row.upos == Upos::ADJ && tree_[head].lemma == "about" && tree_.child(head, "cop");  // taggers differ on what it is
      const bool same_tag = row.upos == tree_[head].upos || (row.upos == Upos::NOUN && tree_[head].upos == Upos::PROPN) || is_about_to;
      if (!same_tag || !takes(row, complement)) continue;
      // "agreed to a demand": it has been made.
      const bool is_made =
          complement == "obl(to)" && word == event_.trigger.word && (event_.frame->type == EventType::request || event_.frame->type == EventType::accuse);
      if (is_made && row.realis) continue;
      // What they agreed, insisted or warned *had happened* is told, not wanted.
      if (is_clause && row.realis && is_past(tree_, word) && !has_modal(tree_, word)) continue;
      return &row;
    }
    return nullptr;
  }

  const Tree& tree_;
  const EventAt& event_;
  const Rules& rules_;
  ClaimStatus status_;
  bool to_come_ = false;  // "may visit"
  bool future_ = false, finite_ = false, counterfactual_ = false;
  bool spoken_ = false;  // a word above has spoken of the event
};

}  // namespace

ClaimStatus status_of(const ParsedReport& report, const EventAt& event, const Rules& rules) {
  return StatusReader(report.tree(event.trigger.sentence), event, rules).run();
}

}  // namespace dragoman

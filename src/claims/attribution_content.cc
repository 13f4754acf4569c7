// SPDX-License-Identifier: Apache-2.0
// What a cue's source is said to say: clauses, quotations, noun phrases and infinitives of the verb, or the clause it is thrust into.
// Works: "The talks, he said, were held"; "called on both sides to stop". Does not: content in front of a cue that no tree joins to it.
#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

// Behind an object these go on telling what is said of it ("praised X for Y", "described X as Y"), where "on Monday" and "in Geneva" do not.
constexpr std::array<std::string_view, 13> kGoesOn = {"as", "for", "about", "against", "of", "to", "with", "over", "from", "into", "towards", "toward", "than"};

bool is_empty_word(const Tree& t, int word) { return t[word].upos == Upos::PUNCT; }

}  // namespace

void AttributionFinder::add_subtree(int s, int word, int cue, Content& content) const {
  add_range(s, tree(s).range(word).first, tree(s).range(word).last, cue, content);
}

// Words first..last without the cue's own words and without marks at the edges.
void AttributionFinder::add_range(int s, int first, int last, int cue, Content& content) const {
  const Tree& t = tree(s);
  if (first <= cue && cue <= last) {
    if (cue - first > last - cue) last = cue - 1; else first = cue + 1;
  }
  while (first <= last && is_empty_word(t, first)) ++first;
  while (last >= first && is_empty_word(t, last)) --last;
  if (first <= last) content.push_back({s, first, last});
}

Content AttributionFinder::vouched_content(int s, int verb, const Cue& cue, const Predicate& predicate) const {
  const Tree& t = tree(s);
  const Complements& vouched = cue.vouched;
  Content content;
  if (vouched.clause || vouched.quote) {
    for (const int child : t.children(verb, "ccomp")) add_subtree(s, child, verb, content);
    if (content.empty() && predicate.passive) {
      for (const int child : t.children(verb, "csubj")) add_subtree(s, child, verb, content);
    }
  }
  const bool is_reported = vouched.passive && predicate.passive;          // "is said to have met"
  if (content.empty() && (vouched.xcomp || is_reported)) {
    for (const int child : t.children(verb, "xcomp")) add_subtree(s, child, verb, content);
    if (is_reported && !content.empty()) {
      if (const auto subject = t.child(verb, "nsubj:pass"); subject && !t.has_feature(*subject, "PronType=Rel")) add_subtree(s, *subject, verb, content);
    }
  }
  if (content.empty() && vouched.obj) {
    for (const int word : predicate.in(Slot::object)) {
      if (t[word].head == verb && (!predicate.passive || t.has_relation(word, "nsubj:pass"))) add_subtree(s, word, verb, content);
    }
  }
  if (content.empty()) {
    for (const std::string& preposition : vouched.prepositions) {
      for (const int word : predicate.obliques(preposition)) add_subtree(s, word, verb, content);
    }
  }
  if (content.empty() && (vouched.quote || vouched.clause)) add_host_clause(s, verb, content);
  if (vouched.quote) add_quotes(s, verb, content);
  return content;
}

// Heads of the phrases that tell of an act, if the cue takes any of them; `word` may be a verb, a noun or an adjective.
std::vector<int> AttributionFinder::told_tops(int s, int word, const Complements& told, const Predicate& predicate) const {
  const Tree& t = tree(s);
  std::vector<int> tops;
  bool licensed = false;
  for (const int child : t.children(word)) {
    const bool behind = child > word;
    const bool infinitive = t.has_relation(child, "xcomp") || (behind && (t.has_relation(child, "ccomp") || t.has_relation(child, "advcl") || t.has_relation(child, "acl")) && t.has_feature(child, "VerbForm=Inf"));
    const bool oblique = t.has_relation(child, "obl") || t.has_relation(child, "nmod") || t.has_relation(child, "advcl") || t.has_relation(child, "acl");
    bool takes = false, goes_on = false;
    if (t.has_relation(child, "obj") || (predicate.passive && t.has_relation(child, "nsubj:pass"))) {
      takes = told.obj;
      goes_on = told.xcomp || !told.prepositions.empty();
    } else if (t.has_relation(child, "nsubj") && behind && predicate.in(Slot::object) == std::vector<int>{child}) {
      goes_on = told.xcomp;                                                 // the parser's second subject: "urged X to"
    } else if (t.has_relation(child, "iobj")) {
      goes_on = told.xcomp;
    } else if (t.has_relation(child, "ccomp") && told.clause) {
      takes = true;
    } else if (infinitive) {
      takes = told.xcomp;
      goes_on = told.obj || !told.prepositions.empty();
    } else if (behind && oblique && !t.has_relation(child, "acl:relcl") && !t.has_relation(child, "nmod:poss") && !t.has_relation(child, "obl:agent")) {
      const std::string preposition = preposition_of(t, child);
      takes = told.has_preposition(preposition);
      goes_on = t[word].upos == Upos::VERB && is_one_of(preposition, kGoesOn);
    } else if (behind && t.has_relation(child, "ccomp")) {
      goes_on = true;
    }
    licensed = licensed || takes;
    if (takes || goes_on) tops.push_back(child);
  }
  return licensed ? tops : std::vector<int>{};
}

Content AttributionFinder::told_content(int s, int word, const Complements& told, const Predicate& predicate) const {
  const Tree& t = tree(s);
  Content content;
  for (const int top : told_tops(s, word, told, predicate)) {
    Tree::Range range = t.range(top);
    const auto preposition = t.child(top, "case");
    const bool leads = content.empty() && preposition && *preposition == range.first && *preposition > word && !t.children(top, "case").empty();
    if (leads) {                                                           // "called for a truce": the preposition is the cue's
      const int last_fixed = t.children(*preposition, "fixed").empty() ? *preposition : t.children(*preposition, "fixed").back();
      range.first = last_fixed + 1;
    }
    if (t[top].lemma == "that" || range.first > range.last) continue;
    const bool touches = !content.empty() && range.first > content.back().last && range.first - content.back().last <= 1;
    if (touches) {
      content.back().last = range.last;
    } else {
      add_range(s, range.first, range.last, word, content);
    }
  }
  return content;
}

// "The talks, he said, were held"; "As the agency reported, talks were held": the clause that the cue is thrust into, or that it follows.
void AttributionFinder::add_host_clause(int s, int verb, Content& content) const {
  const Tree& t = tree(s);
  const int head = t[verb].head;
  const auto mark = t.child(verb, "mark");
  const bool as_clause = head >= 0 && t.has_relation(verb, "advcl") && mark && t[*mark].lemma == "as" && !t.child(verb, "obj") && !t.child(verb, "obl") && t.child(verb, "nsubj");
  if (head >= 0 && (t.has_relation(verb, "parataxis") || as_clause)) {
    const Tree::Range all = t.range(head);
    const Tree::Range own = t.range(verb);
    add_range(s, all.first, own.first - 1, verb, content);
    add_range(s, own.last + 1, all.last, verb, content);
  }
  for (const int child : t.children(verb, "parataxis")) add_subtree(s, child, verb, content);
}

// Direct speech in the cue's sentence that no content holds yet; it must touch the cue's clause, not another's.
void AttributionFinder::add_quotes(int s, int verb, Content& content) const {
  if (content.size() > 3) return;
  for (const QuotePiece& piece : quotes_) {
    if (piece.sentence != s || (piece.first <= verb && verb <= piece.last)) continue;
    const bool covered = std::any_of(content.begin(), content.end(), [&](const AttributedContent& c) { return c.first <= piece.last && piece.first <= c.last; });
    if (!covered && content.empty()) content.push_back({s, piece.first, piece.last});
  }
}

}  // namespace dragoman

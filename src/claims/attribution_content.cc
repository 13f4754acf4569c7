// SPDX-License-Identifier: Apache-2.0
// What a cue's source is said to say: clauses, quotations, noun phrases and infinitives of the verb, or the clause it is thrust into.
// Works: "The talks, he said, were held"; "called on both sides to stop". Does not: content in front of a cue that no tree joins to it.
#include <algorithm>

#include "base/days.h"
#include "claims/attribution_finder.h"
#include "claims/denials.h"

namespace dragoman {
namespace {

// Behind an object these go on telling what is said of it ("praised X for Y", "described X as Y"), where "on Monday" and "in Geneva" do not.
constexpr std::array<std::string_view, 13> kGoesOn = {"as", "for", "about", "against", "of", "to", "with", "over", "from", "into", "towards", "toward", "than"};

// "the staff said; the claim could not be verified": what stands behind a semicolon is not said.
bool is_cut_off(const Tree& t, int verb, int clause) {
  for (int word = verb + 1; word < clause; ++word) {
    if (t[word].form == ";") return true;
  }
  return false;
}

// "…, an official said, speaking on condition of anonymity": a participle behind a cue that is thrust into a clause tells how it was said.
bool is_manner(const Tree& t, int verb, int clause) {
  if (!t.has_relation(verb, "parataxis") || clause != verb + 2 || t[verb + 1].form != ",") return false;
  return t[clause].form.ends_with("ing") && !t.child(clause, "mark") && !t.child(clause, "nsubj") && !t.child(clause, "aux");
}

bool is_empty_word(const Tree& t, int word) { return t[word].upos == Upos::PUNCT; }

// "told" is a participle for the tagger where it takes it for one; with an object behind it, it is none.
bool may_be_finite(const Tree& t, int verb) {
  if (t.child(verb, "aux:pass") || t[verb].form.ends_with("ing")) return false;
  if (t.has_feature(verb, "VerbForm=Fin")) return true;
  const auto& kids = t.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    return kid > verb && (t.has_relation(kid, "obj") || t.has_relation(kid, "iobj") || t.has_relation(kid, "nsubj") || t.has_relation(kid, "ccomp"));
  });
}

constexpr auto kContrasting = std::to_array<std::string_view>({"while", "whereas", "although", "though", "even"});

// "denied any role in the raid that killed a mayor": that it killed him nobody denies.
void end_before_relative(const Tree& tree, std::vector<AttributedContent>& content) {
  if (content.empty()) return;
  AttributedContent& noun = content.front();
  for (int verb = noun.first + 1; verb <= noun.last; ++verb) {
    const int first = tree.range(verb).first;
    if (tree.has_relation(verb, "acl:relcl") && first > noun.first && is_relative_pronoun(tree, tree[first].form == "," ? first + 1 : first))
      noun.last = first - 1;
  }
}

// "say officers beat him; the ministry denies it": what another says behind a semicolon is not theirs. Returns the last word of what is left.
int end_before_other_speaker(const Tree& tree, const CueTable& cues, int clause, int last) {
  for (int word = clause + 1; word < last; ++word) {
    if (tree[word].form != ";") continue;
    for (int verb = word + 1; verb <= last; ++verb) {
      const auto subject = tree[verb].upos == Upos::VERB ? tree.child(verb, "nsubj") : std::nullopt;
      if (subject && *subject > word && *subject < verb && !tree.is_descendant(word, verb)) return cue_at(cues, tree, verb) != nullptr ? word - 1 : last;
    }
  }
  return last;
}

// "said it had held the town, while the rebels accused it of shelling a market": what others say meanwhile is told beside, not by the cue's
// source. Returns the last word of what is left. "said it waited while the envoys talked" stays whole.
int end_before_contrast(const Tree& tree, const CueTable& cues, int clause, int last) {
  for (const int child : tree.children(clause)) {
    const auto mark = tree.has_relation(child, "advcl") || tree.has_relation(child, "conj") ? tree.child(child, "mark") : std::nullopt;
    if (!mark || *mark <= clause + 1 || !is_one_of(tree[*mark].lemma, kContrasting) || tree[*mark - 1].form != ",") continue;
    if (tree.child(child, "nsubj") && cues.of(tree[child].lemma, Upos::VERB) != nullptr) return std::min(last, *mark - 2);
  }
  return last;
}

// "announced that it would leave, three days after the council had condemned it": the outlet reckons. Not: "said that it fired after they attacked".
int end_before_reckoning(const Tree& tree, int clause, int last) {
  static constexpr auto kMeasures = std::to_array<std::string_view>({"minute", "hour", "day", "week", "month", "year"});
  for (const int child : tree.children(clause)) {
    const auto mark = tree.has_relation(child, "advcl") || tree.has_relation(child, "conj") ? tree.child(child, "mark") : std::nullopt;
    if (!mark || *mark < clause + 3 || (tree[*mark].lemma != "after" && tree[*mark].lemma != "before")) continue;
    const int measure = *mark - 1;
    if (!is_one_of(tree[measure].lemma, kMeasures)) continue;
    const int first = std::min(tree.range(measure).first, measure);
    if (first > clause + 1 && tree[first - 1].form == ",") return std::min(last, first - 2);
  }
  return last;
}

// "accused the police of using force, a charge that the minister denied": what is said of it afterwards is none of it.
int end_before_account(const Tree& tree, int clause, int last) {
  for (int word = clause + 1; word + 2 <= last; ++word) {
    const bool opens = tree[word].form == "," && (lower_ascii(tree[word + 1].form) == "a" || lower_ascii(tree[word + 1].form) == "an");
    if (opens && is_account(tree, word + 2)) return word - 1;
  }
  return last;
}

// "..., an allegation Peru denied": such a clause is the noun's, and its subject speaks of what stands before the comma. Behind the account that begins at
// `first` stands another noun phrase.
bool is_told_of(const Tree& tree, int first, int last) {
  const bool is_one = lower_ascii(tree[first].form) == "a" || lower_ascii(tree[first].form) == "an";
  if (!is_one || first + 2 > last || !is_account(tree, first + 1) || tree.has_relation(first + 1, "compound")) return false;
  const Word& next = tree[first + 2];
  return next.upos == Upos::DET || (next.upos == Upos::PROPN && !is_one_of(next.form, kWeekdayNames)) || next.upos == Upos::PRON;
}

// "may propose", "might leave".
bool is_supposed(const Tree& tree, int verb) {
  static constexpr auto kMay = std::to_array<std::string_view>({"may", "might", "could"});
  const auto auxiliary = tree.child(verb, "aux");
  return auxiliary && is_one_of(lower_ascii(tree[*auxiliary].form), kMay);
}

// "her counterpart, who, [her office said], promised coal": the cue is thrust into the clause of `who`, wherever it hangs.
std::optional<int> relative_clause_around(const Tree& tree, int cue) {
  const auto subject = tree.child(cue, "nsubj");
  const int opens = subject ? tree.range(*subject).first - 2 : -1;
  if (opens < 0 || tree[opens + 1].form != "," || !is_relative_pronoun(tree, opens) || cue + 2 >= tree.size() || tree[cue + 1].form != ",") return std::nullopt;
  for (int up = tree[opens].head, steps = 0; up >= 0 && steps < tree.size(); up = tree[up].head, ++steps) {
    if (tree.has_relation(up, "acl:relcl")) return up > cue ? std::optional(up) : std::nullopt;
  }
  return std::nullopt;
}

// "denies backing them", "hopes to leave". Not: "called the report [a lie]", which tells no act.
bool is_open_clause(const Tree& tree, int verb, int child) {
  const bool is_name = tree[child].upos != Upos::VERB && !tree.child(child, "cop");
  const bool is_gerund = child == verb + 1 && tree.has_relation(child, "advcl") && tree[child].form.ends_with("ing");
  return is_gerund || (tree.has_relation(child, "xcomp") && !is_name);
}

// The account that a denying verb has itself: "denied a report"; or -1.
int account_denied(const Tree& tree, int verb) {
  const int told = answered(tree, verb).value_or(-1);
  return told >= 0 && tree[told].head == verb && is_account(tree, told) ? told : -1;
}

// "accused [Minsk of pushing]".
bool has_phrase_behind(const Tree& tree, int object, std::string_view preposition) {
  const auto& kids = tree.children(object);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    return kid > object && (tree.has_relation(kid, "acl") || tree.has_relation(kid, "nmod")) && preposition_of(tree, kid) == preposition;
  });
}

// "Oslo protested, and [Minsk], the agency said, [may leave]": the clause behind a cue that its subject stands before.
std::optional<int> second_clause_around(const Tree& tree, int told, int cue) {
  for (const int second : tree.children(told, "conj")) {
    const auto subject = tree.child(second, "nsubj");
    if (second > cue && subject && told < *subject && *subject < cue) return second;
  }
  return std::nullopt;
}

}  // namespace

// "told deputies that talks failed, an aide indicated": the words of the cue behind the clause are not told. Returns the last word of what is left.
int AttributionFinder::end_before_trailing(int s, int clause, int last) const {
  const Tree& t = tree(s);
  for (const int later : t.children(clause, "parataxis")) {
    const auto trailing = later > clause && cue_at(s, later) != nullptr ? trailing_cue(s, later) : std::nullopt;
    if (trailing && trailing->last > clause) return std::min(last, trailing->last);
  }
  return last;
}

// Adds the second clause of "Oslo protested, and Minsk, the agency said, may leave", around the cue, if it is one.
bool AttributionFinder::add_second_clause(int s, int told, int cue, Content& content) const {
  const Tree& t = tree(s);
  const auto second = second_clause_around(t, told, cue);
  if (!second) return false;
  const auto speaker = t.child(cue, "nsubj");
  int verbs = *second;
  for (const int kid : t.children(*second)) verbs = kid > cue ? std::min(verbs, t.range(kid).first) : verbs;
  add_range(s, t.range(*t.child(*second, "nsubj")).first, (speaker ? t.range(*speaker).first : cue) - 1, cue, content);
  add_range(s, verbs, t.range(*second).last, cue, content);
  return true;
}

void AttributionFinder::add_subtree(int s, int word, int cue, Content& content) const {
  const Tree& t = tree(s);
  if (word < cue && add_second_clause(s, word, cue, content)) return;
  Tree::Range range = t.range(word);
  if (cue < word && range.first < cue) range.first = cue + 1;  // "Oslo, in a letter, denied having met them": the letter is the cue's
  if (word < cue && cue < range.last) {                        // an adjunct of the cue that was hung into the clause before it
    const auto speaker = t.child(cue, "nsubj");
    range.last = speaker && word < *speaker && *speaker < cue ? t.range(*speaker).first - 1 : cue - 1;
  }
  range.last = std::min(range.last, end_before_contrast(t, rules_.cues, word, range.last));
  range.last = std::min(range.last, end_before_account(t, word, range.last));
  range.last = std::min(range.last, end_before_other_speaker(t, rules_.cues, word, range.last));
  if (cue < word) range.last = std::min(range.last, end_before_reckoning(t, word, range.last));
  if (cue < word) range.last = std::min(range.last, end_before_trailing(s, word, range.last));
  add_range(s, range.first, range.last, cue, content);
  // "[The ministry called it a lie], the agency reported, [and announced that it would answer]"
  // "[The council will meet], diplomats said, [and Oslo may propose a truce]": what may be is nothing that the outlet knows.
  for (const int more : word < cue ? t.children(word, "conj") : std::vector<int>()) {
    if (more > cue && t[more].upos == Upos::VERB && (!t.child(more, "nsubj") || is_supposed(t, more)))
      add_range(s, t.range(more).first, t.range(more).last, cue, content);
  }
}

// Words first..last without the cue's own words and without marks at the edges.
void AttributionFinder::add_range(int s, int first, int last, int cue, Content& content) const {
  const Tree& t = tree(s);
  if (first <= cue && cue <= last) {
    if (cue - first > last - cue) last = cue - 1;
    else first = cue + 1;
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
    for (const int child : t.children(verb, "ccomp")) {
      const auto joining = t.child(verb, "cc");  // "Peru has asked Oslo to help, but an aide told CNN that"
      if (is_cut_off(t, verb, child) || is_manner(t, verb, child) || (joining && child < *joining && *joining < verb)) continue;
      const auto subject = subject_of_said(t, verb, child);
      if (subject && t[*subject].head == verb) add_subtree(s, *subject, verb, content);
      add_subtree(s, child, verb, content);
    }
    for (const int open : content.empty() && !vouched.xcomp ? t.children(verb, "xcomp") : std::vector<int>{}) {  // "let it be known [that ...]"
      const auto clause = t.child(open, "ccomp");
      if (clause && dragoman::cue_at(rules_.cues, t, open) == nullptr) add_subtree(s, *clause, verb, content);
    }
    for (const int child : content.empty() ? t.children(verb, "advcl") : std::vector<int>{}) {  // "said that because ..., ...", taken for an adjunct
      const auto mark = t.child(child, "mark");
      if (mark && *mark > verb && t[*mark].lemma == "that") add_subtree(s, child, verb, content);
    }
    if (content.empty() && predicate.passive) {
      for (const int child : t.children(verb, "csubj")) add_subtree(s, child, verb, content);
    }
  }
  const bool is_reported = vouched.passive && predicate.passive;  // "is said to have met"
  if (content.empty() && (vouched.xcomp || is_reported)) {
    for (const int child : t.children(verb)) {
      const bool is_infinitive = is_reported && t.has_relation(child, "advcl") && t.has_feature(child, "VerbForm=Inf");
      if (is_infinitive || is_open_clause(t, verb, child)) add_subtree(s, child, verb, content);
    }
    if (is_reported && !content.empty()) {
      if (const auto subject = t.child(verb, "nsubj:pass"); subject && !t.has_feature(*subject, "PronType=Rel")) add_subtree(s, *subject, verb, content);
    }
  }
  if (content.empty() && vouched.obj) {
    const int denied = cue.stance == Stance::denies ? account_denied(t, verb) : -1;
    for (const int word : predicate.in(Slot::object)) {
      const bool is_own = t[word].head == verb && (!predicate.passive || t.has_relation(word, "nsubj:pass"));
      if (is_own && (denied < 0 || denied == word)) add_subtree(s, word, verb, content);
    }
    if (content.empty() && denied >= 0) add_subtree(s, denied, verb, content);
    if (cue.stance == Stance::denies && denied < 0) end_before_relative(t, content);
  }
  if (content.empty()) {
    for (const std::string& preposition : vouched.prepositions) {
      for (const int word : predicate.obliques(preposition)) add_subtree(s, word, verb, content);
      if (cue.stance == Stance::denies) end_before_relative(t, content);
      for (const int object : content.empty() ? predicate.in(Slot::object) : std::vector<int>{}) {
        if (t[object].head == verb && has_phrase_behind(t, object, preposition)) add_subtree(s, object, verb, content);
      }
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
    const bool infinitive =
        t.has_relation(child, "xcomp") ||
        (behind && (t.has_relation(child, "ccomp") || t.has_relation(child, "advcl") || t.has_relation(child, "acl")) && t.has_feature(child, "VerbForm=Inf"));
    const bool oblique = t.has_relation(child, "obl") || t.has_relation(child, "nmod") || t.has_relation(child, "advcl") || t.has_relation(child, "acl");
    bool takes = false, goes_on = false;
    if (t.has_relation(child, "obj") || (predicate.passive && t.has_relation(child, "nsubj:pass"))) {
      takes = told.obj;
      goes_on = told.xcomp || !told.prepositions.empty();
    } else if (t.has_relation(child, "nsubj") && behind && predicate.in(Slot::object) == std::vector<int>{child}) {
      goes_on = told.xcomp;  // the parser's second subject: "urged X to"
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
    if (leads) {  // "called for a truce": the preposition is the cue's
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

// "as the agency reported on Monday", "as an aide put it", "as quoted by the agency": no more than that it was said. Not: "as he told the judge in
// Oslo".
bool AttributionFinder::is_as_clause(int s, int verb) const {
  const Tree& t = tree(s);
  const int first = t.range(verb).first;  // the parser may hang "as" on the subject
  const bool opens = t[t[first].form == "," ? first + 1 : first].lemma == "as";
  const auto object = t.child(verb, "obj");
  const bool is_adjunct = t.has_relation(verb, "advcl") || t.has_relation(verb, "acl");  // "The letter, as his brother summed it up, says"
  if (!is_adjunct || !opens || (object && t[*object].lemma != "it")) return false;
  if (!t.child(verb, "nsubj")) return t[verb - 1].lemma == "as" && !t.children(verb, "obl:agent").empty();
  const auto phrases = t.children(verb, "obl");
  return std::all_of(phrases.begin(), phrases.end(),
                     [&](int phrase) { return is_talk_noun(t, phrase) || is_one_of(t[phrase].form, kWeekdayNames) || t[phrase].upos == Upos::NUM; });
}

// "The talks, he said, were held"; "As the agency reported, talks were held": the clause that the cue is thrust into, or that it follows.
void AttributionFinder::add_host_clause(int s, int verb, Content& content) const {
  const Tree& t = tree(s);
  int head = t[verb].head;
  const bool as_clause = head >= 0 && is_as_clause(s, verb);
  if (as_clause && t.has_relation(verb, "acl") && t.has_relation(head, "nsubj")) head = t[head].head;
  if (head >= 0 && (t.has_relation(verb, "parataxis") || as_clause) && !is_cut_off(t, std::min(head, verb), std::max(head, verb))) {
    const Tree::Range own = t.range(verb);
    const auto denied = as_clause ? t.child(head, "ccomp") : std::nullopt;  // "denied that P, as she claimed": P
    const Cue* answer = denied ? cue_at(s, head) : nullptr;
    if (answer != nullptr && answer->stance == Stance::denies)
      return add_range(s, t.range(*denied).first, std::min(t.range(*denied).last, own.first - 1), verb, content);
    if (head < verb && add_second_clause(s, head, verb, content)) return;
    int top = relative_clause_around(t, verb).value_or(head);
    // "The envoy said that talks failed, an aide told us": behind the sentence a cue is of the whole of it.
    while (top == head && head < verb && t.has_relation(top, "ccomp") && t[top].head < top && trailing_cue(s, verb)) top = t[top].head;
    const Tree::Range all = t.range(top);
    add_range(s, all.first, own.first - 1, verb, content);
    add_range(s, own.last + 1, all.last, verb, content);
  }
  for (const int child : t.children(verb, "parataxis")) {
    if (!t.child(child, "cc") && !relative_clause_around(t, child) && !second_clause_around(t, verb, child))
      add_subtree(s, child, verb, content);  // not ", but the army said ..."
  }
}

// The trailing cue of news: a comma or closing mark, the speaker's phrase, the finite verb, adjuncts. Parsers often take it for a relative
// clause of the last noun. Not: "the minister, who officials said ..."; "..., but the ministry said [clause]".
std::optional<AttributionFinder::Trailing> AttributionFinder::trailing_cue(int s, int verb) const {
  constexpr int kLongestSpeaker = 25;
  const Tree& t = tree(s);
  const bool is_bare = t[verb].feats == "_" && t[verb].form != t[verb].lemma;  // taggers give some "told" no features
  if (!t.has_feature(verb, "VerbForm=Fin") && !t.has_feature(verb, "Tense=Past") && !is_bare) return std::nullopt;
  for (const std::string_view relation : {std::string_view("ccomp"), std::string_view("obj"), std::string_view("xcomp"), std::string_view("aux:pass")}) {
    for (const int child : t.children(verb, relation)) {
      if ((child > verb && !is_cut_off(t, verb, child)) || relation == "aux:pass") return std::nullopt;
    }
  }
  int end = verb - 1;
  while (end > 0 && (t[end].upos == Upos::ADV || t[end].upos == Upos::AUX)) --end;
  std::optional<int> subject;
  for (int word = end; word > 0 && verb - word <= kLongestSpeaker; --word) {
    const Word& w = t[word];
    if ((w.upos == Upos::VERB && t.has_feature(word, "VerbForm=Fin")) || w.form == ";") return std::nullopt;
    if (is_relative_pronoun(t, word) || w.lemma == "whose" || w.lemma == "what") return std::nullopt;  // "..., an allegation that Peru denied"
    const bool is_number = w.upos == Upos::NUM && t.has_relation(word, "nsubj");                       // "one of them said"
    const bool speaks = w.upos == Upos::NOUN || w.upos == Upos::PROPN || w.upos == Upos::PRON || is_number;
    if (speaks && (w.head < word || w.head > end)) subject = word;
    const bool border = w.form == "," || w.form == "”" || w.form == "''" || w.form == "\"";
    if (!border) continue;
    const Word& first = t[word + 1];
    const bool opens = first.upos == Upos::DET || first.is_nominal() || first.upos == Upos::ADJ || first.upos == Upos::VERB || first.upos == Upos::NUM;
    if (!subject || !opens) return std::nullopt;
    if (word + 1 > *subject || t[*subject].head == *subject || is_told_of(t, word + 1, end)) return std::nullopt;
    for (int i = 0; i < word; ++i) {
      if (t[i].is_verbal()) return Trailing{*subject, word - 1};
    }
    return std::nullopt;
  }
  return std::nullopt;
}

// "..., said the minister for works, waving a folder": who stands behind the cue, where the parser hangs him elsewhere.
std::optional<int> AttributionFinder::inverted_speaker(int s, int verb) const {
  const Tree& t = tree(s);
  const bool is_thrust_in = verb > 1 && t[verb - 1].upos == Upos::PUNCT && !t.child(verb, "aux") && !t.child(verb, "mark");
  for (int word = verb + 1; is_thrust_in && word < t.size(); ++word) {
    const Word& w = t[word];
    if (w.is_nominal() && w.head < word) return w.head < 0 || w.head <= verb ? std::optional<int>(word) : std::nullopt;
    if (!w.is_nominal() && w.upos != Upos::DET && w.upos != Upos::ADJ) return std::nullopt;
  }
  return std::nullopt;
}

// "[Peru closed the port], the mayor, Ana Ruiz, told reporters": the parser gives the clause before the comma a second subject, and hangs the
// cue on its verb. Not: "Peru closed the port, told reporters little and left", whose cue has no subject of its own beside it.
std::optional<int> AttributionFinder::speaker_hung_on_host(int s, int verb) const {
  const Tree& t = tree(s);
  // The cue hangs on that verb, or on the second subject itself.
  const int head = t[verb].head;
  const bool on_subject = head > 0 && head < verb && t.has_relation(head, "nsubj") && !t.has_relation(verb, "acl:relcl") && !t.has_relation(verb, "conj");
  const int host = on_subject ? t[head].head : head;
  const bool is_beside = on_subject || t.has_relation(verb, "parataxis") || t.has_relation(verb, "advcl");
  if (!is_beside || host < 0 || host > verb || t.child(verb, "mark") || !may_be_finite(t, verb)) return std::nullopt;
  std::optional<int> first, second;
  for (const int child : t.children(host)) {
    if (!t.has_relation(child, "nsubj")) continue;
    if (child < host) first = child;
    else if (child < verb) second = child;
  }
  if (!first || !second) return std::nullopt;
  const int begin = t.range(*second).first;  // the comma may hang on the speaker
  if (begin <= host || (t[begin].upos != Upos::PUNCT && t[begin - 1].upos != Upos::PUNCT)) return std::nullopt;
  for (int word = t.range(*second).last + 1; word < verb; ++word) {
    if (t[word].upos != Upos::PUNCT && t[word].upos != Upos::ADV && t[word].upos != Upos::AUX) return std::nullopt;
  }
  for (const int own : t.children(verb, "nsubj")) {
    if (own < verb) return std::nullopt;
  }
  return second;
}

// "[A call by the secretary went unanswered], an official told us": what stands before the content's words and holds no verb of its own is part of
// it, wherever the parser hangs it.
void AttributionFinder::widen_content(int s, int verb, AttributionAt& item) const {
  AttributedContent& content = item.content.front();
  if (item.content.size() != 1 || content.first == 0 || content.last >= verb) return;
  const Tree& t = tree(s);
  for (int word = 0; word < content.first; ++word) {
    const bool hangs_there = t.is_descendant(word, verb);
    if (t[word].is_verbal() || t[word].upos == Upos::PUNCT || t[word].upos == Upos::SCONJ || t[word].upos == Upos::CCONJ || !hangs_there) return;
  }
  const auto trailing = trailing_cue(s, verb);
  if (trailing && trailing->last == content.last) content.first = 0;
}

void AttributionFinder::read_word_order(int s, int verb, const Cue& cue, AttributionAt& item) const {
  if (!(cue.vouched.clause || cue.vouched.quote)) return;
  if (!item.content.empty() && item.source) return widen_content(s, verb, item);
  const bool has_hearer = cue.rule == "cue.tell";              // "..., told the BBC": never the speaker
  if (!item.source && !item.content.empty() && !has_hearer) {  // “...,” complained the minister, taken for a hearer
    const Tree& t = tree(s);
    for (const int child : t.children(verb)) {
      const bool behind = child > verb && (t.has_relation(child, "iobj") || t.has_relation(child, "obj"));
      if (behind && can_speak({s, child}) && !holds(item, {s, child}) && item.content.front().last < verb) item.source = WordAt{s, child};
    }
  }
  const auto trailing = trailing_cue(s, verb);
  if (!trailing) return;
  if (!item.source || item.content.empty()) item.source = item.source.value_or(WordAt{s, trailing->subject});
  if (item.content.empty()) add_range(s, 0, trailing->last, verb, item.content);
}

// "“...,” said the president of the bloc, which had threatened to close its offices": what the clause of a speaker tells is no cue of his words.
bool AttributionFinder::is_of_speaker(int s, int verb) const {
  const Tree& t = tree(s);
  const int noun = t.has_relation(verb, "acl:relcl") ? t[verb].head : -1;
  return std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& item) {
    const bool is_here = noun >= 0 && item.source && item.cue && item.source->sentence == s && item.cue->sentence == s && item.cue->word < noun;
    return is_here && (item.source->word == noun || t.is_descendant(noun, item.source->word));
  });
}

// Direct speech in the cue's sentence that no content holds yet; it must touch the cue's clause, not another's.
void AttributionFinder::add_quotes(int s, int verb, Content& content) const {
  if (content.size() > 3 || is_of_speaker(s, verb)) return;
  for (const QuotePiece& piece : quotes_) {
    if (piece.sentence != s || (piece.first <= verb && verb <= piece.last)) continue;
    const bool covered =
        std::any_of(content.begin(), content.end(), [&](const AttributedContent& c) { return c.first <= piece.last && piece.first <= c.last; });
    if (!covered && content.empty()) content.push_back({s, piece.first, piece.last});
  }
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Predicate-argument structure over Universal Dependencies, so that a rule is written once for the active form and also meets the
// passive, the participle, the relative clause, the controlled infinitive, the nominalisation and the light-verb construction.
// Works: "the deal, which Minsk had been urged to sign" gives `sign` the subject Minsk and the object deal.
// Does not: control by the indirect object of a promise ("promised them to leave" takes them for the leaver).
#include "claims/arguments.h"

#include <algorithm>
#include <unordered_set>

namespace dragoman {
namespace {

constexpr int kMaxDepth = 6;  // of control, coordination and relative clauses chained

// Verbs that add no event to their object. Aspect and occurrence verbs count: what they are said of is the noun's.
const std::unordered_set<std::string_view>& light_verbs() {
  static const std::unordered_set<std::string_view> verbs = {
      "hold",     "have",    "make",      "take",   "give",     "conduct",     "launch",   "carry",    "stage",    "reach",       "sign",     "do",
      "mount",    "perform", "engage",    "begin",  "start",    "continue",    "resume",   "open",     "enter",    "undertake",   "commit",   "issue",
      "deliver",  "lead",    "pay",       "strike", "conclude", "complete",    "finalize", "organize", "organise", "unleash",     "initiate", "pursue",
      "attend",   "join",    "face",      "suffer", "announce", "declare",     "impose",   "offer",    "provide",  "extend",      "receive",  "send",
      "get",      "put",     "place",     "voice",  "express",  "raise",       "file",     "signal",   "show",     "demonstrate", "indicate", "reiterate",
      "reaffirm", "repeat",  "convene",   "hear",   "host",     "broker",      "resume",   "lose",     "win",      "sustain",     "inflict",  "mark",
      "execute",  "wage",    "intensify", "step",   "escalate", "participate", "hand",     "grant",    "lodge",    "order",       "propose"};
  return verbs;
}

// Verbs that say of an event noun only that, when or where it happened: "talks took place in Baku".
const std::unordered_set<std::string_view>& occurrence_verbs() {
  static const std::unordered_set<std::string_view> verbs = {"take", "occur",   "happen", "begin", "start", "continue", "resume", "end",      "go", "come",
                                                             "last", "proceed", "open",   "erupt", "break", "follow",   "fail",   "collapse", "be", "unfold"};
  return verbs;
}

// "the junta, which denies burning them": the subject, also where the parser gives "which" to the verb behind.
bool follows_relative_pronoun(const Tree& tree, int verb) {
  int before = verb - 1;
  while (before > 0 && (tree[before].upos == Upos::ADV || tree[before].upos == Upos::AUX)) --before;
  return before > 0 && is_relative_pronoun(tree, before) && !tree.has_relation(before, "obj");
}

bool is_past_participle(const Tree& tree, int word) { return tree.has_feature(word, "VerbForm=Part") && tree.has_feature(word, "Tense=Past"); }

// A headline drops the auxiliary: "Two soldiers killed in Kabul blast", "Leader arrested in Harare". Only verbs that do something to
// somebody and have no object of their own, in a line without a full stop.
bool is_headline_passive(const Tree& tree, int verb) {
  static const std::unordered_set<std::string_view> affecting = {
      "kill",   "arrest",  "detain", "injure", "wound",  "shoot",  "jail",        "cancel",  "ban",      "free", "release",  "sentence", "abduct",
      "kidnap", "rescue",  "deport", "expel",  "charge", "indict", "bomb",        "destroy", "evacuate", "hit",  "murder",   "stab",     "behead",
      "hang",   "execute", "lift",   "impose", "sign",   "reject", "assassinate", "seize",   "dissolve", "oust", "imprison", "convict",  "attack"};
  if (!tree.has_relation(verb, "root") || !affecting.contains(tree[verb].lemma) || tree[verb].form == tree[verb].lemma || !tree.child(verb, "nsubj"))
    return false;
  if (tree.has_feature(verb, "Tense=Pres") || tree[verb].form.ends_with("s") || tree[verb].form.ends_with("ing")) return false;
  const auto& kids = tree.children(verb);
  const bool own = std::any_of(kids.begin(), kids.end(), [&](int kid) {
    return tree.has_relation(kid, "obj") || tree.has_relation(kid, "aux") || tree.has_relation(kid, "ccomp") || tree.has_relation(kid, "xcomp");
  });
  return !own && tree[tree.size() - 1].upos != Upos::PUNCT;
}

bool is_passive(const Tree& tree, int verb, int depth = 0) {
  if (tree.child(verb, "nsubj:pass") || tree.child(verb, "aux:pass") || is_headline_passive(tree, verb)) return true;
  if (!is_past_participle(tree, verb) || tree.child(verb, "obj") || tree.child(verb, "nsubj") || tree.child(verb, "aux")) return false;
  if (tree.has_relation(verb, "acl") || tree.has_relation(verb, "advcl")) return true;
  // "was arrested and charged": the second participle shares the auxiliary.
  return tree.has_relation(verb, "conj") && depth < kMaxDepth && is_passive(tree, tree[verb].head, depth + 1);
}

std::optional<int> first_nominal(const Tree& tree, int word, std::string_view relation) {
  for (const int child : tree.children(word, relation)) {
    if (!relation_is(tree[child].deprel, "expl")) return antecedent(tree, child);
  }
  return std::nullopt;
}

std::optional<int> agent_of(const Tree& tree, int verb) {
  if (const auto agent = tree.child(verb, "obl:agent")) return antecedent(tree, *agent);
  for (const int child : tree.children(verb, "obl")) {
    if (preposition_of(tree, child) == "by") return antecedent(tree, child);
  }
  return std::nullopt;
}

std::optional<int> subject_of(const Tree& tree, int word, int depth);
std::optional<int> object_of(const Tree& tree, int verb, int depth);

// The subject of a noun's event: its possessor, else the subject of the verb that carries it.
std::optional<int> subject_of_noun(const Tree& tree, int noun, int depth) {
  if (const auto owner = tree.child(noun, "nmod:poss")) return antecedent(tree, *owner);
  const int head = tree[noun].head;
  if (head >= 0 && tree[head].is_verbal() && (tree.has_relation(noun, "obj") || tree.has_relation(noun, "obl"))) { return subject_of(tree, head, depth + 1); }
  return std::nullopt;
}

bool is_about_object(std::string_view preposition) { return preposition == "of" || preposition == "for" || preposition == "from" || preposition == "into"; }

// "denied receiving arms", "admitted having met her", "denied being paid": who does the one does the other, or has it done to him.
bool is_gerund_behind(const Tree& tree, int word) {
  const int head = tree[word].head, first = tree.range(word).first;
  const bool is_what = tree.has_relation(word, "ccomp") || tree.has_relation(word, "obj");
  if (!is_what || tree[word].upos != Upos::VERB || tree[head].upos != Upos::VERB || first < head) return false;
  return tree[first].form.ends_with("ing") && (first == word || tree.has_relation(first, "aux") || tree.has_relation(first, "aux:pass"));
}

// The subject that a clause without one of its own takes from where it hangs.
std::optional<int> inherited_subject(const Tree& tree, int word, int depth) {
  const int head = tree[word].head;
  if (head < 0) return std::nullopt;
  const std::string& relation = tree[word].deprel;
  if (relation_is(relation, "xcomp")) {
    if (const auto object = object_of(tree, head, depth + 1)) return object;
    if (const auto indirect = first_nominal(tree, head, "iobj")) return indirect;  // "told the junta to free them"
    return subject_of(tree, head, depth + 1);
  }
  if (relation_is(relation, "advcl") && is_about_object(preposition_of(tree, word))) {
    if (const auto object = object_of(tree, head, depth + 1)) return object;  // "accused Minsk of pushing", "barred them from leaving"
  }
  if (relation_is(relation, "conj") || relation_is(relation, "advcl")) {
    // An active participle after a passive ("was hit, killing two") has the agent, if any, not the victim.
    if (is_passive(tree, head) && !relation_is(relation, "conj")) return subject_of(tree, head, depth + 1);
    if (is_passive(tree, head)) return object_of(tree, head, depth + 1);
    return subject_of(tree, head, depth + 1);
  }
  if (relation_is(relation, "acl:relcl")) return follows_relative_pronoun(tree, word) ? std::optional(antecedent(tree, head)) : std::nullopt;
  if (relation_is(relation, "acl")) {
    if (tree.has_feature(word, "VerbForm=Inf")) return subject_of_noun(tree, head, depth + 1);
    return antecedent(tree, head);
  }
  return is_gerund_behind(tree, word) ? subject_of(tree, head, depth + 1) : std::nullopt;
}

std::optional<int> subject_of(const Tree& tree, int word, int depth) {
  if (depth > kMaxDepth) return std::nullopt;
  if (is_passive(tree, word)) return agent_of(tree, word);
  if (const auto own = first_nominal(tree, word, "nsubj")) return own;
  // A relative clause whose pronoun was left out as object keeps its own subject; one without subject has none to inherit.
  return inherited_subject(tree, word, depth);
}

// The object of a passive: its nsubj:pass, or what it takes from where it hangs.
std::optional<int> passive_object(const Tree& tree, int verb, int depth) {
  if (const auto own = first_nominal(tree, verb, "nsubj:pass")) return own;
  if (is_headline_passive(tree, verb)) return first_nominal(tree, verb, "nsubj");
  const int head = tree[verb].head;
  if (head < 0) return std::nullopt;
  if (tree.has_relation(verb, "acl")) return antecedent(tree, head);
  if (is_gerund_behind(tree, verb)) return subject_of(tree, head, depth + 1);
  if (tree.has_relation(verb, "conj")) return is_passive(tree, head) ? object_of(tree, head, depth + 1) : subject_of(tree, head, depth + 1);
  if (tree.has_relation(verb, "xcomp")) {
    if (const auto object = object_of(tree, head, depth + 1)) return object;
    return subject_of(tree, head, depth + 1);
  }
  if (tree.has_relation(verb, "advcl")) return is_passive(tree, head) ? object_of(tree, head, depth + 1) : subject_of(tree, head, depth + 1);
  return std::nullopt;
}

bool is_contact_relative(const Tree& tree, int verb) {
  if (!tree.has_relation(verb, "acl:relcl") || !tree.child(verb, "nsubj")) return false;
  const auto& kids = tree.children(verb);
  return std::none_of(kids.begin(), kids.end(), [&](int kid) { return is_relative_pronoun(tree, kid) || tree.has_relation(kid, "ccomp"); });
}

// Of two objects side by side the first belongs to the second: "lift the arms embargo", "rejected Lithuanian claims", which the parser split.
std::optional<int> own_object(const Tree& tree, int verb) {
  const auto object = first_nominal(tree, verb, "obj");
  if (!object || *object + 1 >= tree.size()) return object;
  const int next = *object + 1;
  const bool may_modify = tree[*object].upos == Upos::NOUN || tree[*object].upos == Upos::PROPN || tree[*object].upos == Upos::ADJ;
  return may_modify && tree[next].upos == Upos::NOUN && tree[next].head == verb && tree.has_relation(next, "obj") ? next : object;
}

// May the antecedent of a clause that has obliques be its object? Not of "the day he left for Rome", nor of "the town he lived in".
bool may_fill_object(const Tree& tree, int verb) {
  static const std::unordered_set<std::string_view> adverbial = {"day", "week", "month", "year", "night", "time", "moment", "way", "reason", "place", "hour"};
  const auto obliques = tree.children(verb, "obl");
  const bool stranded = std::any_of(obliques.begin(), obliques.end(), [&](int word) { return tree[word].upos == Upos::ADP; });
  return !stranded && !adverbial.contains(tree[tree[verb].head].lemma);
}

// A second subject behind the verb is an object that the parser took for the subject of the infinitive: "urged el-Chareh to join".
std::optional<int> second_subject(const Tree& tree, int verb) {
  const auto subjects = tree.children(verb, "nsubj");
  if (subjects.size() < 2 || subjects.front() > verb || subjects.back() < verb) return std::nullopt;
  return subjects.back();
}

std::optional<int> object_of(const Tree& tree, int verb, int depth) {
  if (depth > kMaxDepth) return std::nullopt;
  if (is_passive(tree, verb)) return passive_object(tree, verb, depth);
  if (const auto own = own_object(tree, verb)) return own;
  if (const auto second = second_subject(tree, verb)) return second;
  // "the sanctions Washington imposed": the antecedent is the object.
  if (is_contact_relative(tree, verb) && tree[verb].upos == Upos::VERB && may_fill_object(tree, verb)) return antecedent(tree, tree[verb].head);
  return std::nullopt;
}

void add_unique(Predicate& predicate, Slot slot, std::string preposition, int word) {
  if (word == predicate.word) return;
  for (const Argument& a : predicate.arguments) {
    if (a.slot == slot && a.word == word && a.preposition == preposition) return;
  }
  predicate.arguments.push_back({slot, std::move(preposition), word});
}

bool is_temporal(const Tree& tree, int word) { return tree.has_relation(word, "obl:tmod") || tree.has_relation(word, "nmod:tmod"); }

void add_obliques(const Tree& tree, int head, Predicate& predicate) {
  for (const int child : tree.children(head)) {
    const bool nominal = tree.has_relation(child, "obl") || tree.has_relation(child, "nmod");
    if (!nominal || is_temporal(tree, child) || tree.has_relation(child, "nmod:poss")) continue;
    if (predicate.passive && head == predicate.word && (tree.has_relation(child, "obl:agent") || preposition_of(tree, child) == "by")) continue;
    add_unique(predicate, Slot::oblique, preposition_of(tree, child), antecedent(tree, child));
  }
}

void add_clauses(const Tree& tree, int head, Predicate& predicate) {
  for (const int child : tree.children(head)) {
    if (tree.has_relation(child, "ccomp") || tree.has_relation(child, "csubj")) add_unique(predicate, Slot::clause, preposition_of(tree, child), child);
    if (tree.has_relation(child, "xcomp")) add_unique(predicate, Slot::open_clause, preposition_of(tree, child), child);
    // "accused of pushing", "talks on ending": a clause behind a preposition is an oblique.
    const bool marked = (tree.has_relation(child, "advcl") || tree.has_relation(child, "acl")) && !tree.has_relation(child, "acl:relcl");
    if (marked && tree[child].is_verbal()) add_unique(predicate, Slot::oblique, preposition_of(tree, child), child);
  }
}

// "withdrew 1,000 of its soldiers": whom the number counts, wherever the parser hangs them.
std::optional<int> counted_in(const Tree& tree, int number) {
  static constexpr auto kNumbers = std::to_array<std::string_view>({"hundred", "thousand", "dozen", "score", "most", "some", "many", "several", "all", "both"});
  if (tree[number].upos != Upos::NUM && !is_one_of(tree[number].lemma, kNumbers)) return std::nullopt;
  for (const int head : {number, tree[number].head}) {
    if (head < 0) continue;
    for (const int child : tree.children(head)) {
      const bool is_phrase = tree.has_relation(child, "nmod") || tree.has_relation(child, "obl");
      if (is_phrase && preposition_of(tree, child) == "of" && tree.range(child).first == number + 1) return child;
    }
  }
  return std::nullopt;
}

// The finite clause that a conjoined verb leans on shares its obliques only when they stand after the last verb; we take only its own.
void add_verb_arguments(const Tree& tree, Predicate& predicate) {
  const int verb = predicate.word;
  predicate.passive = is_passive(tree, verb);
  if (const auto subject = subject_of(tree, verb, 0)) add_unique(predicate, Slot::subject, "", *subject);
  if (const auto object = object_of(tree, verb, 0)) {
    add_unique(predicate, Slot::object, "", *object);
    if (const auto counted = counted_in(tree, *object)) add_unique(predicate, Slot::object, "", *counted);
  }
  if (predicate.passive) {
    if (const auto second = first_nominal(tree, verb, "obj")) add_unique(predicate, Slot::object, "", *second);
  }
  if (const auto indirect = first_nominal(tree, verb, "iobj")) {
    add_unique(predicate, Slot::indirect_object, "", *indirect);
    if (predicate.in(Slot::object).empty()) add_unique(predicate, Slot::object, "", *indirect);
  }
  add_obliques(tree, verb, predicate);
  add_clauses(tree, verb, predicate);
  for (const int object : tree.children(verb, "obj")) {  // "imposed sanctions on Syria": attachment is a coin's toss
    for (const int child : tree.children(object, "nmod")) {
      if (!tree.has_relation(child, "nmod:poss")) add_unique(predicate, Slot::oblique, preposition_of(tree, child), antecedent(tree, child));
    }
  }
}

bool is_carried(const Tree& tree, int noun, int verb) {
  const Word& v = tree[verb];
  if (v.upos != Upos::VERB) return false;
  if (tree.has_relation(noun, "obj") || tree.has_relation(noun, "nsubj:pass")) return is_light_verb(v.lemma);
  if (tree.has_relation(noun, "nsubj")) return occurrence_verbs().contains(v.lemma);
  const std::string preposition = preposition_of(tree, noun);
  const bool inside = preposition == "in" || preposition == "into" || preposition == "under" || preposition == "on" || preposition == "out";
  const bool carries = is_light_verb(v.lemma) || (v.lemma == "go" && preposition == "on");  // "will go on strike"
  return tree.has_relation(noun, "obl") && inside && carries;
}

void add_carrier(const Tree& tree, int verb, Predicate& predicate) {
  predicate.carrier = verb;
  if (!tree.has_relation(predicate.word, "nsubj") || tree.has_relation(predicate.word, "nsubj:pass")) {
    if (const auto subject = subject_of(tree, verb, 0)) add_unique(predicate, Slot::subject, "", *subject);
  }
  if (const auto indirect = first_nominal(tree, verb, "iobj")) add_unique(predicate, Slot::indirect_object, "", *indirect);
  for (const int child : tree.children(verb, "obl")) {
    if (child == predicate.word || is_temporal(tree, child) || tree.has_relation(child, "obl:agent")) continue;
    const std::string preposition = preposition_of(tree, child);
    if (preposition != "by") add_unique(predicate, Slot::oblique, preposition, antecedent(tree, child));
  }
}

// The noun through which a verb carries this one: the first of a list ("held talks and a dinner"), a noun that only counts or
// orders ("held a second round of talks").
int carried_noun(const Tree& tree, int noun) {
  static const std::unordered_set<std::string_view> counting = {"round", "series", "set",  "wave",    "string", "number",  "spate",  "campaign",
                                                                "day",   "kind",   "act",  "pair",    "host",   "barrage", "flurry", "batch",
                                                                "week",  "hour",   "raft", "package", "total",  "couple"};
  const int head = tree[noun].head;
  if (head < 0 || !tree[head].is_nominal()) return noun;
  if (tree.has_relation(noun, "conj")) return head;
  return tree.has_relation(noun, "nmod") && preposition_of(tree, noun) == "of" && counting.contains(tree[head].lemma) ? head : noun;
}

// "the killing of villagers at Yelimane by soldiers": a by-phrase that the parser hung on the nearest noun is the event's.
void add_deep_agent(const Tree& tree, int word, int depth, Predicate& predicate) {
  for (const int child : tree.children(word, "nmod")) {
    if (preposition_of(tree, child) == "by") {
      if (word != predicate.word) add_unique(predicate, Slot::oblique, "by", antecedent(tree, child));
    } else if (depth > 0 && !tree.has_relation(child, "nmod:poss")) {
      add_deep_agent(tree, child, depth - 1, predicate);
    }
  }
}

void add_noun_arguments(const Tree& tree, Predicate& predicate) {
  const int noun = predicate.word;
  if (const auto subject = first_nominal(tree, noun, "nsubj")) add_unique(predicate, Slot::subject, "", *subject);  // "they are in talks"
  for (const int child : tree.children(noun)) {
    if (tree.has_relation(child, "nmod:poss")) add_unique(predicate, Slot::possessor, "", antecedent(tree, child));
    if (tree.has_relation(child, "amod") || tree.has_relation(child, "compound")) add_unique(predicate, Slot::modifier, "", child);
  }
  add_obliques(tree, noun, predicate);
  if (predicate.obliques("by").empty()) add_deep_agent(tree, noun, 2, predicate);
  // "a truce mediated by Egypt between the two": the parties hang on the participle.
  for (const int clause : tree.children(noun, "acl")) {
    for (const int word : tree.children(clause, "obl")) {
      if (preposition_of(tree, word) == "between") add_unique(predicate, Slot::oblique, "between", antecedent(tree, word));
    }
  }
  add_clauses(tree, noun, predicate);
  const int carried = carried_noun(tree, noun);
  const int head = tree[carried].head;
  if (head >= 0 && is_carried(tree, carried, head)) {
    add_carrier(tree, head, predicate);
  } else if (tree.has_relation(noun, "xcomp") || tree.has_relation(noun, "conj")) {
    if (const auto subject = subject_of(tree, noun, 0)) add_unique(predicate, Slot::subject, "", *subject);
  }
}

}  // namespace

bool is_relative_pronoun(const Tree& tree, int word) {
  const Word& w = tree[word];
  return tree.has_feature(word, "PronType=Rel") || (w.upos == Upos::PRON && (w.lemma == "who" || w.lemma == "which" || w.lemma == "that" || w.lemma == "whom"));
}

bool is_light_verb(std::string_view lemma) { return light_verbs().contains(lemma); }

std::vector<int> Predicate::in(Slot slot) const {
  std::vector<int> found;
  for (const Argument& a : arguments) {
    if (a.slot == slot) found.push_back(a.word);
  }
  return found;
}

std::vector<int> Predicate::obliques(std::string_view preposition) const {
  std::vector<int> found;
  for (const Argument& a : arguments) {
    if (a.slot == Slot::oblique && a.preposition == preposition) found.push_back(a.word);
  }
  return found;
}

std::string preposition_of(const Tree& tree, int word) {
  std::string joined;
  for (const int child : tree.children(word)) {
    const bool is_case = tree.has_relation(child, "case") && tree[child].upos != Upos::PART;  // not the possessive 's
    const bool is_mark = tree.has_relation(child, "mark") && tree[child].upos != Upos::PART;  // not the infinitive's to
    if (child > word || (!is_case && !is_mark)) continue;
    if (!joined.empty()) joined += ' ';
    joined += lower_ascii(tree[child].form);
    for (const int fixed : tree.children(child, "fixed")) joined += ' ' + lower_ascii(tree[fixed].form);
  }
  return joined;
}

int antecedent(const Tree& tree, int word) {
  if (!is_relative_pronoun(tree, word)) return word;
  int up = word;
  for (int steps = 0; steps < 12 && up >= 0; ++steps) {
    if (tree.has_relation(up, "acl:relcl")) return tree[up].head >= 0 ? tree[up].head : word;
    up = tree[up].head;
  }
  return word;
}

std::optional<int> subject_of_said(const Tree& tree, int verb, int clause) {
  if (const auto own = tree.child(clause, "nsubj")) return own;
  const auto subjects = tree.children(verb, "nsubj");
  return !subjects.empty() && verb < subjects.back() && subjects.back() < clause ? std::optional(subjects.back()) : std::nullopt;
}

std::optional<int> clause_verb(const Tree& tree, int word) {
  for (int up = word; up >= 0; up = tree[up].head) {
    if (tree[up].upos == Upos::VERB || tree.child(up, "cop")) return up;
  }
  return std::nullopt;
}

Predicate predicate_at(const Tree& tree, int word) {
  Predicate predicate;
  predicate.word = word;
  if (tree[word].upos == Upos::VERB || tree[word].upos == Upos::AUX) {
    add_verb_arguments(tree, predicate);
  } else {
    add_noun_arguments(tree, predicate);
  }
  return predicate;
}

}  // namespace dragoman

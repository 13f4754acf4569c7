// SPDX-License-Identifier: Apache-2.0
// Works: "The army denied having used aircraft": the army denies. "told an inquiry in May that it had paid": that it had paid is told. Does not: a
// clause that stands before its verb.
#include "syntax/repair_clauses.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "syntax/account_words.h"

namespace dragoman {
namespace {

constexpr auto kSaying =
    std::to_array<std::string_view>({"say",  "tell",   "report",  "announce",    "add",   "write",  "claim",  "confirm", "warn",     "declare", "state",
                                     "note", "insist", "explain", "acknowledge", "admit", "inform", "assure", "recall",  "maintain", "concede", "reveal"});
constexpr auto kTelling = std::to_array<std::string_view>({"tell", "inform", "assure", "remind"});
constexpr auto kCiting = std::to_array<std::string_view>({"quote", "cite"});

// The first word of a phrase or clause, without a comma that the parser hung on it.
int first_of(const Tree& tree, int word) {
  const int first = tree.range(word).first;
  return tree[first].upos == Upos::PUNCT ? first + 1 : first;
}

bool is_clause_with_that(const Tree& tree, int clause) {
  const auto mark = tree.child(clause, "mark");
  return mark && *mark < clause && lower_ascii(tree[*mark].form) == "that" && tree.child(clause, "nsubj");
}

// "The army denied having used aircraft", "He admits meeting her": who stands before the verb denies, and does what the gerund tells.
// Not: "denied [police using force]", whose subject stands behind.
std::vector<Arc> repair_gerund(const Tree& tree, int verb) {
  static constexpr auto kAnswers = std::to_array<std::string_view>({"deny", "admit", "acknowledge", "concede", "confess"});
  if (!is_one_of(tree[verb].lemma, kAnswers) || tree.child(verb, "nsubj") || verb == 0 || verb + 1 >= tree.size()) return {};
  for (const int gerund : tree.children(verb)) {
    const auto subject = tree.child(gerund, "nsubj");
    if (gerund < verb || !subject || *subject > verb || !tree[gerund].is_verbal() || tree.child(gerund, "mark")) continue;
    const auto having = tree.child(gerund, "aux");
    const int first = having && lower_ascii(tree[*having].form) == "having" ? *having : gerund;
    if (!tree[first].form.ends_with("ing") || first <= verb || first > verb + 3) continue;
    return {{*subject, verb, "nsubj"}, {gerund, verb, "xcomp"}};
  }
  return {};
}

// "accused Rwanda of shelling the camp": Rwanda is accused, of shelling. Not: "accused him of the murder".
std::vector<Arc> repair_accused(const Tree& tree, int verb) {
  static constexpr auto kAccusing = std::to_array<std::string_view>({"accuse", "suspect", "convict", "blame"});
  if (!is_one_of(tree[verb].lemma, kAccusing) || tree.child(verb, "obj")) return {};
  for (const int clause : tree.children(verb)) {
    const auto subject = tree.child(clause, "nsubj");
    const auto mark = tree.child(clause, "mark");
    if (!subject || !mark || *subject < verb || *mark < *subject || *mark > clause || !tree[clause].is_verbal()) continue;
    if (tree[*mark].lemma != "of" && tree[*mark].lemma != "for") continue;
    return {{*subject, verb, "obj"}, {clause, verb, "advcl"}};
  }
  return {};
}

// "said in a statement carried by the agency that", "told an inquiry in May that": what is said hangs on the verb. Not: "reported the claim that",
// "said on condition that", whose noun has the clause.
std::vector<Arc> repair_said(const Tree& tree, int verb) {
  static constexpr auto kOwn = std::to_array<std::string_view>({"condition", "fact", "belief", "assumption", "ground", "grounds", "understanding", "hope",
                                                                "fear", "day", "news", "claim", "report", "allegation", "accusation"});
  if (!is_verb_of_saying(tree[verb].lemma) || tree.child(verb, "ccomp")) return {};
  for (const int phrase : tree.children(verb)) {
    if (phrase < verb) continue;
    const bool hears = is_verb_of_telling(tree[verb].lemma) && (tree.has_relation(phrase, "iobj") || tree.has_relation(phrase, "obj"));
    const bool is_citing = tree.has_relation(phrase, "advcl") && is_verb_of_citing(tree[phrase].lemma);
    if (!hears && !is_citing && !tree.has_relation(phrase, "obl")) continue;
    for (const int clause : tree.children(phrase)) {
      const bool hangs = is_citing ? tree.has_relation(clause, "ccomp") : tree[clause].deprel == "acl" || tree.has_relation(clause, "ccomp");
      if (hangs && !is_one_of(tree[phrase].lemma, kOwn) && is_clause_with_that(tree, clause)) return {{clause, verb, "ccomp"}};
    }
  }
  return {};
}

// "denied local radio reports that its troops had fired": the reports have the clause.
std::vector<Arc> repair_denied_account(const Tree& tree, int verb) {
  static constexpr auto kDenying = std::to_array<std::string_view>({"deny", "dispute", "refute", "reject", "dismiss", "rebut", "contradict"});
  const auto clause = tree.child(verb, "ccomp");
  if (!is_one_of(tree[verb].lemma, kDenying) || !clause || !is_clause_with_that(tree, *clause)) return {};
  const int account = first_of(tree, *clause) - 1;
  if (account <= verb || tree[account].head != verb || !is_account_word(tree[account].lemma)) return {};
  return {{*clause, account, "acl"}, {account, verb, "obj"}};
}

// "as Radio Nile reported on Tuesday", "as a newspaper reported": who stands between reports, in a clause of its own.
std::vector<Arc> repair_as_told(const Tree& tree, int verb) {
  if (!is_verb_of_saying(tree[verb].lemma) || verb < 2 || tree[verb].head < 0 || tree[verb].head > verb || tree.child(verb, "aux:pass")) return {};
  const int noun = verb - 1;
  if (!tree[noun].is_nominal()) return {};
  int as = noun;
  while (as > 0 && tree[as].form != "," && noun - as < 6 && lower_ascii(tree[as].form) != "as") --as;
  if (as < 1 || lower_ascii(tree[as].form) != "as" || tree[as - 1].form != ",") return {};
  const bool is_right = tree.has_relation(verb, "advcl") && tree.has_relation(noun, "nsubj") && tree[noun].head == verb && tree[as].head == verb;
  const bool is_theirs = tree[noun].head == verb || (tree[verb].head == noun && tree[noun].head >= 0);
  if (is_right || !is_theirs) return {};
  const int host = tree[verb].head == noun ? tree[noun].head : tree[verb].head;
  return {{verb, host, "advcl"}, {noun, verb, "nsubj"}, {as, verb, "mark"}};
}

// "citing an aide to the president who added that": the aide adds.
std::vector<Arc> repair_cited_speaker(const Tree& tree, int verb) {
  const int noun = tree[verb].head;
  if (!is_verb_of_saying(tree[verb].lemma) || tree[verb].deprel != "acl:relcl" || noun < 0) return {};
  const auto who = tree.child(verb, "nsubj");
  const int cited = tree[noun].head;
  if (!who || lower_ascii(tree[*who].form) != "who" || cited < 0 || !tree.has_relation(noun, "nmod") || !tree.has_relation(cited, "obj")) return {};
  return is_verb_of_citing(tree[tree[cited].head].lemma) ? std::vector<Arc>{{verb, cited, "acl:relcl"}} : std::vector<Arc>{};
}

// "[The group attacked a bank], according to an official", where the parser takes the official for the sentence's head or hangs him on what is said
// ("denied that Kenya had left, according to Radio Nile"): the phrase is of the main clause.
std::vector<Arc> repair_according(const Tree& tree, int word) {
  if (lower_ascii(tree[word].form) != "according" || word == 0 || tree[word - 1].form != "," || tree.has_relation(word, "fixed")) return {};
  int noun = tree.has_relation(word, "case") ? tree[word].head : -1;
  for (const int child : noun < 0 ? tree.children(word) : std::vector<int>()) {
    if (child > word && tree[child].is_nominal()) noun = child;
  }
  if (noun < word) return {};
  const int top = tree.has_relation(word, "case") ? noun : word;
  const int host = tree[top].head;
  if (host < 0) {
    for (const std::string_view relation : {std::string_view("ccomp"), std::string_view("parataxis"), std::string_view("advcl")}) {
      const auto clause = tree.child(top, relation);
      if (!clause || *clause > word) continue;
      std::vector<Arc> arcs = {{*clause, -1, "root"}, {noun, *clause, "obl"}};
      if (top == word) {
        arcs.push_back({word, noun, "case"});
        if (tree[word + 1].lemma == "to") arcs.push_back({word + 1, word, "fixed"});
      }
      return arcs;
    }
    return {};
  }
  static constexpr auto kDenying = std::to_array<std::string_view>({"deny", "dispute", "refute"});
  int behind = tree.range(noun).last + 1;
  while (behind < tree.size() && tree[behind].upos == Upos::PUNCT) ++behind;
  const int verb = tree.has_relation(host, "ccomp") && host < word ? tree[host].head : -1;
  const bool is_told = verb >= 0 && verb < host && (is_verb_of_saying(tree[verb].lemma) || is_one_of(tree[verb].lemma, kDenying));
  return is_told && behind >= tree.size() && top == noun ? std::vector<Arc>{{noun, verb, "obl"}} : std::vector<Arc>{};
}

// "denied that the minister had attended, but he did not deny that": who denied goes on, and denies nothing of that. Not: "said that it had
// asked but was refused".
std::vector<Arc> repair_but_answers(const Tree& tree, int verb) {
  static constexpr auto kAnswers = std::to_array<std::string_view>({"deny", "acknowledge", "admit", "concede", "confirm"});
  if (!is_one_of(tree[verb].lemma, kAnswers) || !tree.has_relation(verb, "conj") || !tree.child(verb, "nsubj")) return {};
  const auto but = tree.child(verb, "cc");
  const int told = tree[verb].head;
  if (!but || *but == 0 || tree[*but].lemma != "but" || tree[*but - 1].form != "," || !tree.has_relation(told, "ccomp") || told > verb) return {};
  const int telling = tree[told].head;
  const bool tells = telling >= 0 && telling < told && (is_verb_of_saying(tree[telling].lemma) || tree[telling].lemma == "deny");
  return tells ? std::vector<Arc>{{verb, telling, "conj"}} : std::vector<Arc>{};
}

// "The ministry called it a lie, the agency reported, and said it would answer": the ministry said so, too. Not: "..., the agency reported, and
// published a map".
std::vector<Arc> repair_goes_on(const Tree& tree, int verb) {
  const int cue = tree[verb].head;
  if (!is_verb_of_saying(tree[verb].lemma) || !tree.has_relation(verb, "conj") || tree.child(verb, "nsubj") || !is_verb_of_saying(tree[cue].lemma)) return {};
  const auto joining = tree.child(verb, "cc");
  const auto told = tree.child(cue, "ccomp");
  const auto speaker = tree.child(cue, "nsubj");
  if (!joining || !told || !speaker || tree[*joining].lemma != "and" || *joining < 2 || tree[*joining - 1].form != "," || *joining - 2 != cue) return {};
  const bool is_thrust_in =
      *told < *speaker && *speaker < cue && tree[*told].is_verbal() && tree.child(*told, "nsubj") && tree.has_feature(*told, "Tense=Past");
  return is_thrust_in ? std::vector<Arc>{{verb, *told, "conj"}} : std::vector<Arc>{};
}

// "denied that its gunners had fired, saying that they were asleep": who denies says so. Not: "denied that he had lied by saying that".
std::vector<Arc> repair_saying_behind(const Tree& tree, int verb) {
  static constexpr auto kBehind = std::to_array<std::string_view>({"saying", "adding", "insisting", "claiming", "arguing", "stating", "stressing"});
  static constexpr auto kDenying = std::to_array<std::string_view>({"deny", "dispute", "refute", "reject", "dismiss"});
  if (verb == 0 || !is_one_of(lower_ascii(tree[verb].form), kBehind) || tree[verb - 1].form != "," || tree.child(verb, "nsubj")) return {};
  if (!tree.child(verb, "ccomp") || tree.has_relation(verb, "ccomp")) return {};
  int told = tree[verb].head;
  while (told >= 0 && !(tree.has_relation(told, "ccomp") || tree.has_relation(told, "xcomp") || tree.has_relation(told, "acl"))) told = tree[told].head;
  int denying = told;
  while (denying >= 0 && !is_one_of(tree[denying].lemma, kDenying)) denying = tree[denying].head;
  const bool is_behind = denying >= 0 && denying < verb && tree.child(denying, "nsubj") && tree[verb].head != denying;
  return is_behind ? std::vector<Arc>{{verb, denying, "advcl"}} : std::vector<Arc>{};
}

// "called the charge baseless": what it is called, where the tagger takes it for a noun. Not: "called the arms embargo".
std::vector<Arc> repair_called(const Tree& tree, int verb) {
  static constexpr auto kNaming = std::to_array<std::string_view>({"call", "brand", "label", "term", "dub", "deem"});
  static constexpr auto kFalse = std::to_array<std::string_view>({"baseless", "groundless", "unfounded", "false", "untrue", "bogus", "absurd", "ridiculous"});
  if (!is_one_of(tree[verb].lemma, kNaming)) return {};
  const auto objects = tree.children(verb, "obj");
  if (objects.size() != 2 || objects.back() != objects.front() + 1 || !is_one_of(lower_ascii(tree[objects.back()].form), kFalse)) return {};
  return {{objects.back(), verb, "xcomp", Upos::ADJ}};
}

// "The parties said they would stay away, and students threw stones": what is told in the past beside what will be is no more said. Not: "said they
// would stay and that students threw stones". "Peru closed the port, the mayor said, and Chile sent ships": goes with the closing.
std::vector<Arc> repair_second_content(const Tree& tree, int verb) {
  const auto clauses = tree.children(verb, "ccomp");
  if (!is_verb_of_saying(tree[verb].lemma) || clauses.size() != 2) return {};
  const int told = clauses.front(), second = clauses.back();
  const auto auxiliary = tree.child(told, "aux");
  const auto joining = tree.child(second, "cc");
  // "would not say whether it was so, but a clerk told CNN that": the clerk speaks for himself.
  const bool is_behind_comma = joining && *joining > 0 && tree[*joining - 1].form == ",";
  const bool is_but = is_behind_comma && tree[*joining].lemma == "but" && told > verb && tree.child(second, "nsubj");
  if (is_but && is_verb_of_saying(tree[second].lemma) && tree.child(second, "ccomp")) return {{second, verb, "conj"}};
  if (told < verb) {
    const bool goes_beside = joining && *joining == verb + 2 && tree[verb + 1].form == "," && tree.child(second, "nsubj") && !tree.child(second, "mark");
    return goes_beside ? std::vector<Arc>{{second, told, "conj"}} : std::vector<Arc>{};
  }
  const bool is_shifted = auxiliary && (lower_ascii(tree[*auxiliary].form) == "had" || lower_ascii(tree[*auxiliary].form) == "would");
  const bool begins_anew = is_behind_comma && tree.child(second, "nsubj") && !tree.child(second, "mark");
  const bool is_past = tree.has_feature(verb, "Tense=Past") && tree.has_feature(second, "Tense=Past") && !tree.child(second, "aux");
  return is_shifted && begins_anew && is_past ? std::vector<Arc>{{second, verb, "conj"}} : std::vector<Arc>{};
}

// "Men who had no pay marched, witnesses told", "One of them, Radio Sol, quoted": of two subjects before the verb the first does what stands between
// them, or is what the second names. Not: "Mali, Chad and Niger said", a list.
std::vector<Arc> repair_two_subjects(const Tree& tree, int verb) {
  const std::vector<int> subjects = tree.children(verb, "nsubj");
  if ((!is_verb_of_saying(tree[verb].lemma) && !is_verb_of_citing(tree[verb].lemma)) || subjects.size() != 2 || subjects.back() > verb) return {};
  const int first = subjects.front(), second = subjects.back();
  for (const int told : tree.children(verb, "ccomp")) {
    if (first < told && told < second && !tree.child(told, "nsubj") && !tree.child(told, "nsubj:pass")) return {{first, told, "nsubj"}};
  }
  const int comma = first_of(tree, second) - 1;
  const bool is_named = tree[second].upos == Upos::PROPN && tree.range(second).last + 2 == verb && tree[verb - 1].form == ",";
  return is_named && comma > first && tree[comma].form == "," ? std::vector<Arc>{{second, first, "appos"}} : std::vector<Arc>{};
}

// "said he had read of it and had asked Oslo": the auxiliary that both have, and the verb of saying has not, shows what is said. Not: "said it would
// pay and has paid".
std::vector<Arc> repair_same_auxiliary(const Tree& tree, int verb) {
  const int cue = tree[verb].head;
  const auto auxiliary = tree.child(verb, "aux");
  if (!tree.has_relation(verb, "conj") || cue < 0 || cue > verb || !is_verb_of_saying(tree[cue].lemma) || !auxiliary || tree.child(verb, "nsubj")) return {};
  const auto told = tree.child(cue, "ccomp");
  const auto inner = told ? tree.child(*told, "aux") : std::nullopt;
  const bool is_same = inner && cue < *told && *told < verb && tree[*inner].form == tree[*auxiliary].form;
  return is_same && !tree.child(cue, "aux") ? std::vector<Arc>{{verb, *told, "conj"}} : std::vector<Arc>{};
}

// "said that 30 people had come, most of whom told officials": the second clause is of what is said, too. Not: "..., officials told".
std::vector<Arc> repair_of_whom(const Tree& tree, int verb) {
  const int cue = tree[verb].head;
  const auto subject = tree.child(verb, "nsubj");
  const bool is_beside = tree.has_relation(verb, "parataxis") || tree.has_relation(verb, "conj");
  if (!is_beside || cue < 0 || cue > verb || !subject || !is_verb_of_saying(tree[cue].lemma)) return {};
  const auto whom = tree.child(*subject, "nmod");
  const auto told = tree.child(cue, "ccomp");
  const bool is_relative = whom && (lower_ascii(tree[*whom].form) == "whom" || lower_ascii(tree[*whom].form) == "which");
  return is_relative && told && cue < *told && *told < *subject ? std::vector<Arc>{{verb, *told, "parataxis"}} : std::vector<Arc>{};
}

// "said that both had given up before they were shot": what stands right behind what is said, with no comma, is said too.
std::vector<Arc> repair_adverbial_inside(const Tree& tree, int verb) {
  static constexpr auto kWhen = std::to_array<std::string_view>({"before", "after", "when", "until", "because"});
  const auto told = tree.child(verb, "ccomp");
  if (!is_verb_of_saying(tree[verb].lemma) || !told || *told < verb || !is_clause_with_that(tree, *told)) return {};
  for (const int clause : tree.children(verb, "advcl")) {
    const auto mark = tree.child(clause, "mark");
    const bool is_next = mark && *mark == tree.range(*told).last + 1 && *mark < clause && tree.child(clause, "nsubj");
    if (is_next && is_one_of(lower_ascii(tree[*mark].form), kWhen)) return {{clause, *told, "advcl"}};
  }
  return {};
}

// "the daily Le Temps du Sud reported": one name, which a particle holds together. Not: "told Paul van Dyk".
std::vector<Arc> repair_particle(const Tree& tree, int verb) {
  static constexpr auto kParticles = std::to_array<std::string_view>({"du", "de", "des", "da", "do", "del", "della", "di"});
  const auto end = tree.child(verb, "nsubj");
  const int particle = end ? *end - 1 : -1, begin = particle - 1;
  if (begin < 0 || *end > verb || !is_one_of(tree[particle].form, kParticles) || tree[begin].upos != Upos::PROPN || tree[begin].head != verb) return {};
  if (tree[*end].upos != Upos::PROPN || tree.preposition(begin) || !(tree.has_relation(begin, "iobj") || tree.has_relation(begin, "obj"))) return {};
  return {{begin, verb, "nsubj"}, {*end, begin, "flat"}, {particle, begin, "flat"}};
}

// "denied any part in the robbery": the part is in the robbery. Not: "denied the charge in court".
std::vector<Arc> repair_denied_part(const Tree& tree, int verb) {
  const auto object = tree.child(verb, "obj");
  if (tree[verb].lemma != "deny" || !object || !is_share_word(tree[*object].lemma)) return {};
  for (const int phrase : tree.children(verb, "obl")) {
    const auto before = tree.preposition(phrase);
    if (before == *object + 1 && tree[*before].lemma == "in") return {{phrase, *object, "nmod"}};
  }
  return {};
}

bool is_paper(const Tree& tree, int noun) {
  static constexpr auto kPapers =
      std::to_array<std::string_view>({"paper", "newspaper", "daily", "weekly", "agency", "station", "channel", "magazine", "site"});
  return tree[noun].upos == Upos::NOUN && is_one_of(tree[noun].lemma, kPapers);
}

// "a report in a Rome newspaper, which cited a source": the newspaper cites. "the evening paper Iltakunta, which": its name.
std::vector<Arc> repair_paper(const Tree& tree, int verb) {
  const auto which = tree[verb].deprel == "acl:relcl" ? tree.child(verb, "nsubj") : std::nullopt;
  if (!which || *which < 2 || lower_ascii(tree[*which].form) != "which" || tree[*which - 1].form != ",") return {};
  const int last = *which - 2, host = tree[verb].head;
  if (last > 0 && tree[last].upos == Upos::PROPN && is_paper(tree, last - 1) && tree[last].head == verb) return {{last, last - 1, "appos"}};
  const bool cites = is_verb_of_citing(tree[verb].lemma) && host < last && is_paper(tree, last) && tree.is_descendant(last, host);
  return cites ? std::vector<Arc>{{verb, last, "acl:relcl"}} : std::vector<Arc>{};
}

// "in the evening paper Iltakunta, which reported that": the paper reports. Not: "..., which surprised nobody"; "..., which Minsk denied".
std::vector<Arc> repair_which_told(const Tree& tree, int verb) {
  static constexpr auto kPrinting = std::to_array<std::string_view>({"print", "publish", "retract", "withdraw", "delete", "carry", "cite", "quote"});
  if (tree[verb].deprel != "advcl:relcl" || !(is_verb_of_saying(tree[verb].lemma) || is_one_of(tree[verb].lemma, kPrinting))) return {};
  const auto which = tree.child(verb, "nsubj");
  if (!which || *which < 2 || lower_ascii(tree[*which].form) != "which" || tree[*which - 1].form != ",") return {};
  int noun = *which - 2;
  if (!tree[noun].is_nominal()) return {};
  while (tree[noun].head >= 0 && tree[tree[noun].head].is_nominal() && tree[noun].head < *which) noun = tree[noun].head;
  return {{verb, noun, "acl:relcl"}};
}

}  // namespace

bool is_verb_of_saying(std::string_view lemma) { return is_one_of(lemma, kSaying); }
bool is_verb_of_telling(std::string_view lemma) { return is_one_of(lemma, kTelling); }
bool is_verb_of_citing(std::string_view lemma) { return is_one_of(lemma, kCiting); }

std::vector<Arc> repair_clauses(const Tree& tree, int verb) {
  for (const auto& repair : {repair_gerund,         repair_accused,       repair_said,       repair_denied_account,   repair_as_told,
                             repair_cited_speaker,  repair_according,     repair_which_told, repair_but_answers,      repair_goes_on,
                             repair_paper,          repair_saying_behind, repair_called,     repair_second_content,   repair_two_subjects,
                             repair_same_auxiliary, repair_denied_part,   repair_of_whom,    repair_adverbial_inside, repair_particle}) {
    if (std::vector<Arc> arcs = repair(tree, verb); !arcs.empty()) return arcs;
  }
  return {};
}

}  // namespace dragoman

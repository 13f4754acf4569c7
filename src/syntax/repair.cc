// SPDX-License-Identifier: Apache-2.0
// Works: "The army fired, Radio Uno said, quoting a judge", however the cue was hung. Does not: a cue in the middle of its content's phrase.
#include "syntax/repair.h"

#include <algorithm>
#include <array>

#include "base/days.h"
#include "base/strings.h"
#include "syntax/account_words.h"
#include "syntax/repair_clauses.h"

namespace dragoman {
namespace {

constexpr int kLongestSpeaker = 25;  // words

using Words = std::vector<Word>;

Words with(const Tree& tree, const std::vector<Arc>& arcs) {
  Words words = tree.words();
  for (const Arc& arc : arcs) {
    words[static_cast<std::size_t>(arc.word)].head = arc.head;
    words[static_cast<std::size_t>(arc.word)].deprel = arc.relation;
    if (arc.upos) words[static_cast<std::size_t>(arc.word)].upos = *arc.upos;
  }
  return words;
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

bool is_citing(const Tree& tree, int word) { return tree[word].form.ends_with("ing") && is_verb_of_citing(tree[word].lemma); }

bool modifies_behind(const Tree& tree, int word) {
  static constexpr auto kModifiers = std::to_array<std::string_view>({"compound", "amod", "nmod:poss", "nummod", "det", "nmod:desc"});
  return tree[word].head > word && std::any_of(kModifiers.begin(), kModifiers.end(), [&](std::string_view r) { return tree.has_relation(word, r); });
}

// "El Nacional, citing two sources, reported": the verb of saying behind, whose subject the sources hang on; -1 for none.
int saying_of_subject(const Tree& tree, int participle, int subject) {
  if (subject < 0 || subject > participle || !tree.has_relation(subject, "nsubj")) return -1;
  const int verb = tree[subject].head;
  return verb > participle && is_verb_of_saying(tree[verb].lemma) ? verb : -1;
}

// "According to the paper Asia Plus, citing an official, ...": it is the paper that cites, whatever verb follows.
std::vector<Arc> repair_citing_paper(const Tree& tree, int participle) {
  const int paper = participle - 2;
  if (paper < 0 || tree[participle - 1].form != "," || tree[participle].head == paper || !tree.child(participle, "obj")) return {};
  for (const int preposition : tree.children(paper, "case")) {
    if (lower_ascii(tree[preposition].form) == "according") return {{participle, paper, "acl"}};
  }
  return {};
}

// ", quoting the military command": the noun is what is quoted, the participle goes with the verb of saying before it.
std::vector<Arc> repair_citing(const Tree& tree, int participle) {
  const int host = tree[participle].head;
  const bool is_taken_for_preposition = tree.has_relation(participle, "case") || tree.has_relation(participle, "amod");
  if (tree.child(participle, "obj") && is_taken_for_preposition && host < participle && tree.has_relation(host, "nsubj")) {
    return {{participle, tree[host].head, "advcl"}};  // "El Nacional, citing two sources, reported"
  }
  if (tree.child(participle, "obj")) return {};
  int noun = participle + 1;
  while (noun < tree.size() && (!tree[noun].is_nominal() || modifies_behind(tree, noun))) {
    if (tree[noun].upos == Upos::PUNCT || tree[noun].upos == Upos::VERB) return {};
    ++noun;
  }
  int saying = participle - 1;
  while (saying >= 0 && !(tree[saying].upos == Upos::VERB && is_verb_of_saying(tree[saying].lemma))) {
    if (participle - saying > kLongestSpeaker) return {};
    --saying;
  }
  if (noun < tree.size() && saying < 0) saying = saying_of_subject(tree, participle, tree[noun].head);
  if (noun >= tree.size() || saying < 0) return {};
  return {{noun, participle, "obj"}, {participle, saying, "advcl"}};
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
  const bool has_hearer = is_verb_of_telling(tree[verb].lemma) && (next.upos == Upos::DET || next.is_nominal() || next.upos == Upos::ADJ);
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
std::vector<Arc> repair_trailing(const Tree& tree, int verb) {
  if (tree[verb].form.ends_with("ing") || tree.child(verb, "aux:pass") || !is_trailing(tree, verb)) return {};
  const auto speaker = speaker_before(tree, verb);
  if (!speaker) return {};
  const auto content = predicate_before(tree, speaker->first);
  if (!content || *content == verb) return {};
  const auto own = tree.child(verb, "nsubj");
  const bool is_right = own == speaker->noun && (tree[*content].head == verb || tree[verb].head == *content);
  if (is_right || (own && own != speaker->noun)) return {};
  std::vector<Arc> arcs = {{speaker->noun, verb, "nsubj"}};
  if (tree[*content].head != verb) {
    if (tree[*content].head >= 0) return {};
    arcs.push_back({verb, *content, "parataxis"});
  }
  if (tree.has_relation(verb, "case")) arcs.push_back({tree[verb].head, verb, "iobj"});
  return arcs;
}

// "an allegation rejected by the army", "a charge Kinshasa waved away": a clause of the noun, no other name for it.
bool is_clause_as_apposition(const Tree& tree, int word) {
  if (!tree.has_relation(word, "appos") || !tree[tree[word].head].is_nominal()) return false;
  const bool is_cut_off = tree[word].head == word - 2 && tree[word - 1].form == ",";  // "a prosecutor, quoted by the radio, said"
  return tree[word].head == word - 1 || tree.child(word, "nsubj") || (is_cut_off && tree.has_feature(word, "VerbForm=Part"));
}

// "..., an account the defence ministry denied": the ministry is no other name for the account, but who denies it.
std::vector<Arc> repair_answered(const Tree& tree, int verb) {
  static constexpr auto kAnswering = std::to_array<std::string_view>(
      {"deny", "reject", "dispute", "dismiss", "confirm", "contest", "refute", "condemn", "denounce", "call", "describe", "rebut"});
  if (!is_one_of(tree[verb].lemma, kAnswering)) return {};
  if (const auto subject = tree.child(verb, "nsubj")) {  // "..., an allegation that Caracas denied", hung on a noun before the comma
    const int that = tree.range(*subject).first - 1, of = that - 1;
    const bool is_clause = of > 1 && (tree[that].lemma == "that" || tree[that].lemma == "which") && tree[of].is_nominal();
    const auto one = is_clause ? tree.child(of, "det") : std::nullopt;
    const bool is_set_off = one && *one > 0 && tree[*one - 1].form == "," && (tree[*one].lemma == "a" || tree[*one].lemma == "an");
    if (!is_set_off || tree[verb].head < 0 || tree[verb].head >= *one || tree.is_descendant(of, verb)) return {};
    return {{verb, of, "acl:relcl"}, {that, verb, "obj"}};
  }
  if (tree.has_relation(verb, "acl")) return {};
  int noun = verb - 1;
  while (noun > 0 && tree[noun].upos == Upos::ADV) --noun;
  const int account = noun > 0 && tree[noun].is_nominal() ? tree[noun].head : -1;
  if (account < 0 || account >= noun || !tree[account].is_nominal() || tree.preposition(noun)) return {};
  const auto determiner = tree.child(account, "det");
  const bool is_one = determiner && (tree[*determiner].lemma == "a" || tree[*determiner].lemma == "an");
  const bool is_behind = tree.range(noun).first == account + 1 || tree[account + 1].lemma == "that" || tree[account + 1].lemma == "which";
  if (!is_one || !is_behind || (tree[verb].head != account && tree[verb].head != noun)) return {};
  return {{verb, account, "acl:relcl"}, {noun, verb, "nsubj"}};
}

// "denied that its forces had used mortars and accused the guards", "said that its planes had bombed the pass and denied that": who denies or says
// does the second too. Not: "said the guards denied them entry and accused them".
std::vector<Arc> repair_denied_list(const Tree& tree, int verb) {
  static constexpr auto kDenying = std::to_array<std::string_view>({"deny", "refute", "dispute"});
  static constexpr auto kActs =
      std::to_array<std::string_view>({"accuse", "blame",     "urge",      "demand", "threaten", "warn",    "vow",   "condemn", "say",     "insist",  "call",
                                       "pledge", "promise",   "denounce",  "deny",   "dispute",  "confirm", "admit", "ask",     "appeal",  "request", "order",
                                       "invite", "criticise", "criticize", "refuse", "reject",   "rule",    "offer", "agree",   "announce"});
  const auto subject = tree.child(verb, "nsubj"), joining = tree.child(verb, "cc");
  // "said it had left, but the mission denied": a subject of its own behind the comma; "he" may be the speaker.
  const bool begins_anew = subject && joining && *joining > 0 && tree[*joining - 1].form == "," && tree[*subject].upos != Upos::PRON;
  if (!tree.has_relation(verb, "conj") || (!begins_anew && (subject || !is_one_of(tree[verb].lemma, kActs))) || tree.child(verb, "aux")) return {};
  const int denied = tree[verb].head, denying = tree[denied].head;
  const bool is_finite = tree.has_feature(verb, "VerbForm=Fin") || tree.has_feature(verb, "Tense=Past");
  if (denying < 0 || denied > verb || denying > denied || !is_finite) return {};
  static constexpr auto kAccusing = std::to_array<std::string_view>({"accuse", "blame", "suspect"});
  const bool is_denied = is_one_of(tree[denying].lemma, kDenying), is_accused = is_one_of(tree[denying].lemma, kAccusing);
  const bool is_gerund = tree[denied].form.ends_with("ing") && !tree.child(denied, "nsubj") && lower_ascii(tree[denied].form) != "having";
  // "denies taking money and calls the case a farce", "accused it of preparing a blockade and threatened to"
  if ((is_denied || is_accused) && is_gerund) return {{verb, denying, "conj"}};
  const bool is_past = tree.has_feature(verb, "Tense=Past");
  if (!is_past || !tree.has_relation(denied, "ccomp")) return {};
  if (is_denied) return {{verb, denying, "conj"}};
  const auto auxiliary = tree.child(denied, "aux");
  const bool is_shifted = auxiliary && (lower_ascii(tree[*auxiliary].form) == "had" || lower_ascii(tree[*auxiliary].form) == "would");
  const bool is_pluperfect = is_shifted && is_verb_of_saying(tree[denying].lemma) && tree.has_feature(denying, "Tense=Past");
  return is_pluperfect ? std::vector<Arc>{{verb, denying, "conj"}} : std::vector<Arc>{};
}

// "met with visiting Cambodian Foreign Minister Sok Chanthy": he visits, nobody visits him.
std::vector<Arc> repair_visiting(const Tree& tree, int participle) {
  static constexpr auto kBefore =
      std::to_array<std::string_view>({"with", "the", "a", "for", "to", "from", "meet", "tell", "receive", "host", "greet", "welcome"});
  if (lower_ascii(tree[participle].form) != "visiting" || participle == 0 || !is_one_of(lower_ascii(tree[participle - 1].lemma), kBefore)) return {};
  const std::vector<int> objects = tree.children(participle, "obj");
  if (objects.empty() || tree.has_relation(participle, "amod") || tree[participle].head < 0) return {};
  const int visitor = objects.back();
  std::vector<Arc> arcs = {{visitor, tree[participle].head, tree[participle].deprel}, {participle, visitor, "amod"}};
  for (const int child : tree.children(participle)) {
    if (child == visitor || tree[child].upos == Upos::PUNCT) continue;
    std::string_view relation = tree[child].deprel;
    if (tree.has_relation(child, "obj")) relation = "nmod:desc";
    if (tree.has_relation(child, "mark")) relation = "case";
    arcs.push_back({child, child < visitor ? visitor : tree[participle].head, relation});
  }
  return arcs;
}

bool has_agent(const Tree& tree, int verb) {
  const auto& kids = tree.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    const auto preposition = tree.has_relation(kid, "obl") && kid > verb ? tree.preposition(kid) : std::nullopt;
    return preposition && tree[*preposition].lemma == "by";
  });
}

// "..., according to a source cited by CNN and first reported by Channel 12": like goes with like, not with the main verb far before.
std::vector<Arc> repair_parallel(const Tree& tree, int verb) {
  if (!tree.has_relation(verb, "conj") || !tree.has_feature(verb, "VerbForm=Part") || !has_agent(tree, verb)) return {};
  if (tree.child(verb, "aux") || tree.child(verb, "nsubj")) return {};
  const auto joining = tree.child(verb, "cc");
  if (!joining || *joining == 0 || *joining > verb) return {};
  int up = *joining - 1;
  while (up > tree[verb].head && !(tree[up].upos == Upos::VERB && tree.has_relation(up, "acl"))) up = tree[up].head;
  if (up <= tree[verb].head || !tree.has_feature(up, "VerbForm=Part") || !has_agent(tree, up)) return {};
  return {{verb, up, "conj"}};
}

// "Britain, France and Germany condemned it": the middle one is of the list, no second subject.
std::vector<Arc> repair_list(const Tree& tree, int last) {
  const int first = tree[last].head;
  if (!tree.has_relation(last, "conj") || first < 0 || first > last || !tree[first].is_nominal() || !tree.child(last, "cc")) return {};
  for (int middle = first + 2; middle < last; ++middle) {
    const bool is_beside = tree[middle].head == tree[first].head && tree[middle].deprel == tree[first].deprel && tree[middle].upos == tree[first].upos;
    const bool is_named = tree.has_relation(first, "nsubj") && tree.has_relation(middle, "appos") && tree[middle].head == first &&
                          tree[first].upos == Upos::PROPN && tree[middle].upos == Upos::PROPN && tree[middle + 1].upos == Upos::CCONJ;
    if ((is_beside || is_named) && tree[tree.range(middle).first - 1].form == ",") return {{middle, first, "conj"}};
  }
  return {};
}

// "the ministry on Monday denied": when it denied, no part of its name.
std::vector<Arc> repair_day_of_saying(const Tree& tree, int day) {
  const int noun = tree[day].head;
  const auto before = tree.preposition(day);
  if (!is_one_of(tree[day].form, kWeekdayNames) || noun < 0 || noun > day || !tree.has_relation(day, "nmod") || !before || tree[*before].lemma != "on")
    return {};
  const int verb = tree[noun].head;
  const bool is_between = tree.has_relation(noun, "nsubj") && verb > day && tree.range(day).last + 1 == verb;
  return is_between ? std::vector<Arc>{{day, verb, "obl"}} : std::vector<Arc>{};
}

// "In Quito some 3,000 people marched": a phrase with a preposition never stands before its noun, so it is of the noun's verb.
std::vector<Arc> repair_phrase_before_noun(const Tree& tree, int word) {
  const int noun = tree[word].head;
  const auto preposition = tree.child(word, "case");
  const bool is_inside = tree.has_relation(word, "compound") || tree[word].deprel == "nmod" || tree.has_relation(word, "amod");
  if (!is_inside || noun < word || !preposition || *preposition > word || tree[*preposition].upos != Upos::ADP) return {};
  const int verb = tree[noun].head;
  const bool is_first = verb >= 0 && tree.has_relation(noun, "nsubj") && tree.range(noun).first == *preposition && tree[verb].upos == Upos::VERB;
  return is_first ? std::vector<Arc>{{word, verb, "obl"}} : std::vector<Arc>{};
}

// "arrested two ministers in Moroni early on Friday, the office said": what stands before the comma is of the content's last verb.
std::vector<Arc> repair_adjunct_of_content(const Tree& tree, int adjunct) {
  const int saying = tree[adjunct].head;
  const bool is_adjunct = tree.has_relation(adjunct, "obl") || tree.has_relation(adjunct, "advmod");
  if (!is_adjunct || saying < adjunct || tree[saying].upos != Upos::VERB) return {};
  const auto content = tree.child(saying, "ccomp");
  const auto speakers = tree.children(saying, "nsubj");
  const Tree::Range own = tree.range(adjunct);
  if (!content || speakers.empty() || *content > own.first || tree.range(speakers.back()).first != own.last + 2 || tree[own.last + 1].form != ",") return {};
  if (tree[own.first - 1].upos == Upos::PUNCT && !tree[adjunct].is_nominal()) return {};  // "fired first, however, the office said"
  for (int verb = own.first - 1; verb >= tree.range(*content).first; --verb) {
    if (tree[verb].upos == Upos::VERB && tree.is_descendant(verb, *content)) return {{adjunct, verb, tree[adjunct].deprel}};
  }
  return {};
}

bool is_phrase_with(const Tree& tree, int word, std::string_view preposition) {
  const auto before = tree.has_relation(word, "nmod") ? tree.preposition(word) : std::nullopt;
  return before && tree[*before].lemma == preposition;
}

// "talks with the rebels in Geneva": where the talks are.
std::vector<Arc> repair_place_of_talks(const Tree& tree, int place) {
  static constexpr auto kTalks = std::to_array<std::string_view>({"talk", "meeting", "negotiation", "discussion", "summit", "consultation", "conversation"});
  const int party = tree[place].head;
  if (party < 0 || !is_phrase_with(tree, place, "in") || !is_phrase_with(tree, party, "with") || party > place) return {};
  const int talks = tree[party].head;
  return is_one_of(lower_ascii(tree[talks].lemma), kTalks) ? std::vector<Arc>{{place, talks, "nmod"}} : std::vector<Arc>{};
}

// The clause behind "reports that", "claims that"; its head, by its mark.
std::optional<int> clause_of_account(const Tree& tree, int account) {
  static constexpr auto kAccounts =
      std::to_array<std::string_view>({"reports", "claims", "accusations", "allegations", "suggestions", "charges", "rumours", "rumors", "assertions",
                                       "stories", "report", "accusation", "allegation", "suggestion", "rumour", "rumor", "assertion", "story"});
  const int that = account + 1;
  if (that >= tree.size() || tree[that].lemma != "that" || !is_one_of(lower_ascii(tree[account].form), kAccounts)) return std::nullopt;
  const bool is_mark = tree.has_relation(that, "mark") && tree[that].head > that;
  return is_mark ? std::optional(tree[that].head) : std::nullopt;
}

// "rejected as baseless claims that its drone had struck": claims are rejected, as baseless.
std::vector<Arc> repair_rejected_as(const Tree& tree, int account, int clause) {
  static constexpr auto kRejecting =
      std::to_array<std::string_view>({"reject", "dismiss", "describe", "brand", "denounce", "deride", "rebuff", "brush", "decry"});
  const int word = account - 1;
  if (word < 2 || !(tree[word].is_nominal() || tree[word].upos == Upos::ADJ)) return {};
  const int as = tree[word - 1].lemma == "as" ? word - 1 : word - 2;  // "as a lie", "as utterly false"
  int verb = as - 1;
  while (verb > 0 && tree[verb].upos != Upos::VERB && as - verb < 6) --verb;
  if (as < 1 || verb < 0 || tree[as].lemma != "as" || !is_one_of(tree[verb].lemma, kRejecting)) return {};
  if (tree.has_relation(account, "obj") && tree[account].head == verb) return {};
  return {{account, verb, "obj", Upos::NOUN}, {word, verb, "obl"}, {as, word, "case"}, {clause, account, "acl"}};
}

// "said that reports that it had held up a convoy were false", "Reports that it had were false, it said": the reports are.
std::vector<Arc> repair_reports_that(const Tree& tree, int account, int clause) {
  const bool is_far = tree.has_relation(account, "nsubj") && tree[account].head > account;
  if (!(tree[account].upos == Upos::VERB || is_far) || tree.child(account, "nsubj")) return {};
  for (int predicate = clause + 1; predicate < tree.size(); ++predicate) {
    const bool is_beside = tree[predicate].head == tree[account].head && predicate != account;
    if (!tree.child(predicate, "cop") || tree.child(predicate, "nsubj") || !is_beside) continue;
    std::vector<Arc> arcs = {{account, predicate, "nsubj", Upos::NOUN}, {clause, account, "acl"}};
    if (const auto mark = tree.child(account, "mark")) arcs.push_back({*mark, predicate, "mark"});
    return arcs;
  }
  return {};
}

// "called reports that its drone had struck false": what they are called stands last.
std::vector<Arc> repair_called_false(const Tree& tree, int account, int clause) {
  static constexpr auto kFalse = std::to_array<std::string_view>(
      {"false", "untrue", "baseless", "unfounded", "groundless", "fabricated", "nonsense", "lies", "lie", "fabrication", "invention", "fantasy", "fiction"});
  int last = tree.size() - 1;
  while (last > 0 && tree[last].upos == Upos::PUNCT) --last;
  const int verb = tree[account].head;
  if (verb < 0 || verb > account || tree[verb].lemma != "call" || !is_one_of(lower_ascii(tree[last].form), kFalse)) return {};
  return tree.is_descendant(last, clause) ? std::vector<Arc>{{last, verb, "xcomp", Upos::ADJ}} : std::vector<Arc>{};
}

// "A report that the army had fled was dismissed by the palace": the report was. Not: "a report that he had fled and was caught".
std::vector<Arc> repair_dismissed_account(const Tree& tree, int verb) {
  static constexpr auto kAnswers =
      std::to_array<std::string_view>({"dismiss", "reject", "describe", "deny", "brand", "call", "dispute", "refute", "rebut", "confirm", "ridicule"});
  const int clause = tree[verb].head;
  if (!is_one_of(tree[verb].lemma, kAnswers) || !tree.child(verb, "aux:pass") || tree.child(verb, "cc") || clause < 0 || clause > verb) return {};
  const bool is_beside = tree.has_relation(verb, "appos") || tree.has_relation(verb, "parataxis");  // of the account itself
  const int account = is_beside ? clause : tree[clause].head;
  const bool is_second = tree.has_relation(verb, "conj") && tree.has_relation(clause, "acl");
  if (account < 0 || !(is_beside || is_second) || !is_account_word(lower_ascii(tree[account].lemma))) return {};
  return {{verb, tree[account].head, tree[account].deprel}, {account, verb, "nsubj:pass"}};
}

std::vector<Arc> repair_account(const Tree& tree, int account) {
  const auto clause = clause_of_account(tree, account);
  if (!clause) return {};
  for (const auto& repair : {repair_rejected_as, repair_reports_that, repair_called_false}) {
    if (std::vector<Arc> arcs = repair(tree, account, *clause); !arcs.empty()) return arcs;
  }
  return {};
}

// "While the army denied it, it did not deny that", "admitted it, a day after her ministry denied it": an adverbial clause is no object.
std::vector<Arc> repair_adverbial(const Tree& tree, int verb) {
  static constexpr auto kMarks = std::to_array<std::string_view>({"while", "although", "though", "whereas", "after", "before", "because", "since", "unless"});
  const auto mark = tree.child(verb, "mark");
  const bool is_object = mark && *mark < verb && tree.has_relation(verb, "ccomp");
  return is_object && is_one_of(lower_ascii(tree[*mark].form), kMarks) ? std::vector<Arc>{{verb, tree[verb].head, "advcl"}} : std::vector<Arc>{};
}

// "Interfax quoted a deputy as saying": who stands behind the verb is quoted.
std::vector<Arc> repair_quoted(const Tree& tree, int verb) {
  if (!is_verb_of_citing(tree[verb].lemma) || tree.child(verb, "obj")) return {};
  const std::vector<int> subjects = tree.children(verb, "nsubj");
  const bool are_both = subjects.size() == 2 && subjects.front() < verb && subjects.back() > verb;
  return are_both ? std::vector<Arc>{{subjects.back(), verb, "obj"}} : std::vector<Arc>{};
}

// "the mission denied that its soldiers had": a possessive pronoun is of the noun behind it.
std::vector<Arc> repair_possessive(const Tree& tree, int pronoun) {
  static constexpr auto kPossessives = std::to_array<std::string_view>({"its", "his", "their"});
  if (tree[pronoun].upos != Upos::PRON || !is_one_of(lower_ascii(tree[pronoun].form), kPossessives) || tree[pronoun].head < 0 || tree[pronoun].head > pronoun)
    return {};
  int noun = pronoun + 1;
  while (noun + 1 < tree.size() && (tree[noun].upos == Upos::ADJ || tree[noun].upos == Upos::NUM || modifies_behind(tree, noun))) ++noun;
  const bool is_noun = noun < tree.size() && (tree[noun].upos == Upos::NOUN || tree[noun].upos == Upos::PROPN);
  return is_noun ? std::vector<Arc>{{pronoun, noun, "nmod:poss"}} : std::vector<Arc>{};
}

// "China, whose workers were attacked last year, urged": a clause of the subject, nothing that is urged.
std::vector<Arc> repair_relative(const Tree& tree, int verb) {
  const int host = tree[verb].head;
  const bool is_clause = tree.has_relation(verb, "ccomp") || tree.has_relation(verb, "advcl");
  if (!is_clause || host < verb || tree.child(verb, "mark")) return {};
  const int first = tree.range(verb).first, opens = tree[first].form == "," ? first + 1 : first;
  static constexpr auto kRelatives = std::to_array<std::string_view>({"whose", "who", "which"});
  if (first == 0 || opens >= verb || !is_one_of(lower_ascii(tree[opens].form), kRelatives)) return {};
  for (const int subject : tree.children(host, "nsubj")) {
    if (subject < first && tree.range(subject).last + 2 >= first) return {{verb, subject, "acl:relcl"}};
  }
  return {};
}

// The words of a name with its title: what the tagger takes for one person, else the title, the word before it and the one behind.
Tree::Range titled_name(const Tree& tree, int title) {
  if (tree[title].ner != "I-PER") return {title - 1, title + 1};
  Tree::Range name{title, title};
  while (name.first > 0 && tree[name.first].ner == "I-PER") --name.first;
  while (name.last + 1 < tree.size() && tree[name.last + 1].ner == "I-PER") ++name.last;
  return name;
}

// What the whole name is to the rest of the sentence: the arc of one of its words that leads out, else it is the subject of a verb right behind it.
std::optional<Arc> arc_of_name(const Tree& tree, Tree::Range name, int first_name) {
  static constexpr auto kInside = std::to_array<std::string_view>({"flat", "compound", "nmod:desc", "amod", "appos"});
  std::vector<int> words = {first_name};
  for (int word = name.first; word <= name.last; ++word) words.push_back(word);
  for (const int word : words) {
    const bool is_inside = name.first <= tree[word].head && tree[word].head <= name.last;
    if (!is_inside && !is_one_of(tree[word].deprel, kInside)) return Arc{first_name, tree[word].head, tree[word].deprel};
  }
  const int verb = name.last + 1;
  if (verb >= tree.size() || tree[verb].upos != Upos::VERB || tree.child(verb, "nsubj")) return std::nullopt;
  return Arc{first_name, verb, "nsubj"};
}

// "Foreign Minister Ingrid Solvang told", "Libyan Deputy Foreign Minister Salem Aref flew", taken for one name of many words or for two subjects: the name
// is told by its title.
std::vector<Arc> repair_titled_name(const Tree& tree, int title) {
  static constexpr auto kOffices = std::to_array<std::string_view>({"Minister", "Secretary", "Ambassador", "Commissioner", "Governor", "Prosecutor"});
  const int name = title + 1;
  if (title == 0 || name >= tree.size() || !is_one_of(tree[title].form, kOffices) || tree[name].upos != Upos::PROPN) return {};
  const Tree::Range all = titled_name(tree, title);
  const bool is_flat = tree.has_relation(title, "flat") && tree[title].head == title - 1 && tree[title - 1].upos == Upos::PROPN;
  if (all.last <= title || is_one_of(tree[name].form, kOffices) || tree[name].form == "General") return {};
  if (tree[title].ner != "I-PER" && !is_flat) return {};
  const auto outer = arc_of_name(tree, all, name);
  if (!outer) return {};
  std::vector<Arc> arcs;
  const auto hang = [&](int word, int head, std::string_view relation, std::optional<Upos> upos) {
    if (tree[word].head != head) arcs.push_back({word, head, relation, upos});
  };
  hang(name, outer->head, outer->relation, std::nullopt);
  hang(title, name, "nmod:desc", Upos::NOUN);
  for (int word = all.first; word < title; ++word) hang(word, title, "amod", Upos::ADJ);
  for (int word = name + 1; word <= all.last; ++word) hang(word, name, "flat", std::nullopt);
  for (int word = all.first; word <= all.last; ++word) {
    for (const int child : tree.children(word)) {
      if (word != name && (child < all.first || child > all.last)) arcs.push_back({child, name, tree[child].deprel});
    }
  }
  return arcs;
}

// "Radio Inhaca reported on Monday that": who stands right before an active verb of saying says it.
std::vector<Arc> repair_teller(const Tree& tree, int verb) {
  if (!is_verb_of_saying(tree[verb].lemma) || tree.child(verb, "nsubj") || tree.child(verb, "aux:pass") || !tree.child(verb, "ccomp")) return {};
  for (const std::string_view relation : {std::string_view("iobj"), std::string_view("obj"), std::string_view("obl")}) {
    for (const int noun : tree.children(verb, relation)) {
      const bool is_named = tree[noun].upos == Upos::PROPN && !tree.preposition(noun) && !is_one_of(tree[noun].form, kWeekdayNames);
      if (is_named && noun < verb && tree.range(noun).last + 1 == verb) return {{noun, verb, "nsubj"}};
    }
  }
  return {};
}

// "According to the newspaper El Istmo, which ..., Cuba has freed": whom it is according to is no subject.
std::vector<Arc> repair_according_to(const Tree& tree, int word) {
  if (lower_ascii(tree[word].form) != "according" || !tree.has_relation(word, "case") || !tree.child(word, "fixed")) return {};
  int noun = tree[word].head;
  while (tree[noun].head >= 0 && tree[tree[noun].head].is_nominal() && tree.range(noun).first == word) noun = tree[noun].head;
  if (!tree.has_relation(noun, "nsubj") || tree[noun].head < noun) return {};
  return {{noun, tree[noun].head, "obl"}, {word, noun, "case"}};
}

// "handed the Syrian envoy a note": of two objects the first is who is given the second.
std::vector<Arc> repair_given(const Tree& tree, int verb) {
  static constexpr auto kGiving = std::to_array<std::string_view>({"give", "hand", "lend", "pay", "send", "grant", "offer", "award", "sell"});
  const auto objects = tree.children(verb, "obj");
  if (objects.size() != 2 || objects.front() < verb || tree.child(verb, "iobj") || !is_one_of(tree[verb].lemma, kGiving)) return {};
  const int given = tree.range(objects.back()).first;
  const bool is_beside = tree.range(objects.front()).last + 1 == given && (tree[given].upos == Upos::DET || tree[given].upos == Upos::NUM);
  return is_beside ? std::vector<Arc>{{objects.front(), verb, "iobj"}} : std::vector<Arc>{};
}

// "reported by Channel 12": the number is the name's. Not: "left Kabul 12 days later".
std::vector<Arc> repair_numbered_name(const Tree& tree, int number) {
  const int name = number - 1;
  const auto preposition = tree.preposition(number);
  const bool is_beside = name > 0 && tree[name].upos == Upos::PROPN && tree[name].head == tree[number].head;
  if (tree[number].upos != Upos::NUM || !is_beside || !preposition || *preposition >= name || tree.preposition(name)) return {};
  return {{number, name, "nummod"}, {*preposition, name, "case"}};
}

std::vector<Arc> repair_of(const Tree& tree, int word) {
  if (std::vector<Arc> arcs = repair_account(tree, word); !arcs.empty()) return arcs;
  if (std::vector<Arc> arcs = repair_possessive(tree, word); !arcs.empty()) return arcs;
  if (tree[word].is_nominal()) {
    if (std::vector<Arc> arcs = repair_list(tree, word); !arcs.empty()) return arcs;
    if (std::vector<Arc> arcs = repair_numbered_name(tree, word); !arcs.empty()) return arcs;
  }
  if (std::vector<Arc> arcs = repair_adjunct_of_content(tree, word); !arcs.empty()) return arcs;
  if (std::vector<Arc> arcs = repair_phrase_before_noun(tree, word); !arcs.empty()) return arcs;
  if (tree[word].upos == Upos::PROPN) {
    if (std::vector<Arc> arcs = repair_titled_name(tree, word); !arcs.empty()) return arcs;
    std::vector<Arc> arcs = repair_day_of_saying(tree, word);
    return arcs.empty() ? repair_place_of_talks(tree, word) : arcs;
  }
  if (tree[word].upos != Upos::VERB) return {};
  for (const auto& repair : {repair_according_to, repair_adverbial, repair_relative, repair_teller, repair_quoted, repair_parallel, repair_visiting,
                             repair_denied_list, repair_answered, repair_given, repair_dismissed_account, repair_clauses}) {
    if (std::vector<Arc> arcs = repair(tree, word); !arcs.empty()) return arcs;
  }
  if (is_clause_as_apposition(tree, word)) return {{word, tree[word].head, tree.child(word, "nsubj") ? "acl:relcl" : "acl"}};
  if (is_citing(tree, word)) {
    std::vector<Arc> arcs = repair_citing_paper(tree, word);
    return arcs.empty() ? repair_citing(tree, word) : arcs;
  }
  return is_verb_of_saying(tree[word].lemma) ? repair_trailing(tree, word) : std::vector<Arc>{};
}

// The words with the first thing put right that leaves them a tree; none where nothing is wrong.
std::optional<Words> repaired(const Tree& tree) {
  for (int word = 0; word < tree.size(); ++word) {
    const std::vector<Arc> arcs = repair_of(tree, word);
    if (arcs.empty()) continue;
    if (Words words = with(tree, arcs); is_tree(words)) return words;
  }
  return std::nullopt;
}

}  // namespace

Tree repair_sayings(Tree tree) {
  constexpr int kMost = 8;  // in one sentence
  for (int done = 0; done < kMost; ++done) {
    auto words = repaired(tree);
    if (!words) break;
    tree = Tree(std::move(*words));
  }
  return tree;
}

}  // namespace dragoman

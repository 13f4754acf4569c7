// SPDX-License-Identifier: Apache-2.0
#include "claims/denials.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "claims/arguments.h"

namespace dragoman {
namespace {

// What can only be true or false, what is so only with a clause behind it ("a claim" may be one for damages), and what else is told.
constexpr auto kBlame = std::to_array<std::string_view>({"accusation", "allegation", "insinuation", "rumor", "rumour"});
constexpr auto kTold = std::to_array<std::string_view>({"claim", "charge", "assertion", "suggestion", "report", "account", "story"});
constexpr auto kTellings =
    std::to_array<std::string_view>({"version", "article", "statement", "footage", "video", "figure", "toll", "testimony", "tale", "notion", "idea"});
constexpr auto kPronouns = std::to_array<std::string_view>({"it", "this", "that", "which", "they", "these", "all", "everything"});

constexpr auto kRejecting = std::to_array<std::string_view>({"contest", "challenge", "discredit", "ridicule", "deride", "mock"});
constexpr auto kAway = std::to_array<std::string_view>({"wave", "laugh", "brush", "explain", "sweep", "shrug"});
constexpr auto kParticles = std::to_array<std::string_view>({"away", "off", "aside"});
constexpr auto kNaming = std::to_array<std::string_view>(
    {"call", "brand", "label", "describe", "term", "dub", "pronounce", "declare", "characterize", "characterise", "denounce", "decry", "condemn"});

// What says of an account that it is not so, and what does only of what is plainly an account.
constexpr auto kFalse = std::to_array<std::string_view>(
    {"lie",        "fabrication", "falsehood", "untruth",        "invention", "fiction",   "figment", "fantasy", "hoax",  "slander",  "libel",
     "smear",      "forgery",     "fake",      "disinformation", "nonsense",  "rubbish",   "false",   "untrue",  "bogus", "baseless", "unfounded",
     "groundless", "fabricated",  "made-up",   "fictitious",     "concocted", "imaginary", "calumny", "fable",   "fairy", "fairytale"});
constexpr auto kScorned = std::to_array<std::string_view>(
    {"ridiculous", "absurd",      "laughable", "preposterous", "ludicrous",  "propaganda", "speculation", "gossip",   "hearsay", "theatre", "theater",
     "outlandish", "far-fetched", "malicious", "tendentious",  "inaccurate", "incorrect",  "wrong",       "fanciful", "rumor",   "rumour",  "exaggeration"});

enum class Account : std::uint8_t { none, pronoun, noun };

bool has_that_clause(const Tree& tree, int noun) {
  const auto& kids = tree.children(noun);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    const auto mark = tree.child(kid, "mark");
    return (tree.has_relation(kid, "acl") || tree.has_relation(kid, "ccomp")) && mark && tree[*mark].lemma == "that";
  });
}

bool is_told_claim(const Tree& tree, int noun) {
  return is_one_of(tree[noun].lemma, kBlame) || (is_one_of(tree[noun].lemma, kTold) && has_that_clause(tree, noun));
}

Account account_at(const Tree& tree, int word) {
  if (is_account(tree, word) || is_one_of(tree[word].lemma, kTellings)) return Account::noun;
  return is_one_of(lower_ascii(tree[word].form), kPronouns) ? Account::pronoun : Account::none;
}

bool says_false(const Tree& tree, int word, Account account) {
  const auto is_false = [&](int at) {
    const std::string lemma = lower_ascii(tree[at].lemma);
    return is_one_of(lemma, kFalse) || (account == Account::noun && is_one_of(lemma, kScorned));
  };
  if (is_false(word)) return true;
  const auto& kids = tree.children(word);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    return (tree.has_relation(kid, "amod") || tree.has_relation(kid, "compound") || tree.has_relation(kid, "conj")) && is_false(kid);
  });
}

// The complement that gives the object a name: "a lie" of "called it a lie", "fake news" of "dismissed it as fake news".
bool names_false(const Tree& tree, int verb, Account account, bool as_only) {
  const auto& kids = tree.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    if (kid < verb || !says_false(tree, kid, account)) return false;
    const std::string preposition = preposition_of(tree, kid);
    if (preposition == "as") return true;
    return !as_only && preposition.empty() && !tree.has_relation(kid, "conj");  // parsers differ on what it is
  });
}

bool rejects(const Cue* cue, const Tree& tree, int verb) {
  if (tree[verb].upos != Upos::VERB) return false;
  const std::string& lemma = tree[verb].lemma;
  if ((cue != nullptr && cue->rule == "cue.dismiss") || is_one_of(lemma, kRejecting)) return true;
  if (!is_one_of(lemma, kAway)) return false;
  const auto& kids = tree.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) { return is_one_of(lower_ascii(tree[kid].form), kParticles); });
}

// "said the report was a lie", "insists that this is untrue": the predicate of what is said.
bool says_that_false(const Cue* cue, const Tree& tree, int verb) {
  if (cue == nullptr || cue->stance != Stance::asserts || !cue->vouched.clause) return false;
  const auto clause = tree.child(verb, "ccomp");
  if (!clause || !tree.child(*clause, "cop")) return false;
  const auto subject = subject_of_said(tree, verb, *clause);
  const bool is_of_clause = tree.child(*clause, "expl") && (tree.child(*clause, "csubj") || tree.child(*clause, "ccomp"));  // "it was not true that"
  if (!subject && !is_of_clause) return false;
  const auto& kids = tree.children(*clause);
  const bool negated = std::any_of(kids.begin(), kids.end(), [&](int kid) { return tree[kid].lemma == "not" || tree[kid].lemma == "never"; });
  const Account account = is_of_clause ? Account::noun : account_at(tree, *subject);
  if (account == Account::none) return false;
  return negated ? tree[*clause].lemma == "true" || tree[*clause].lemma == "correct" : says_false(tree, *clause, account);
}

bool rejects_account(const Cue* cue, const Tree& tree, int verb) {
  if (!rejects(cue, tree, verb)) return false;
  const auto object = answered(tree, verb);
  if (!object) return false;
  if (is_told_claim(tree, *object)) return true;
  const bool is_of_clause = tree.has_relation(verb, "acl") && tree[verb].head == *object;  // "an account that the army rejected"
  if (is_of_clause && is_account(tree, *object)) return true;
  const Account account = account_at(tree, *object);
  return account != Account::none && names_false(tree, verb, Account::noun, true);
}

}  // namespace

bool is_account(const Tree& tree, int noun) { return is_one_of(tree[noun].lemma, kBlame) || is_one_of(tree[noun].lemma, kTold); }

bool is_account_told_before(const Tree& tree, int noun) {
  static constexpr auto kPointing = std::to_array<std::string_view>({"the", "this", "that", "these", "those"});
  if (!is_account(tree, noun) && !is_one_of(tree[noun].lemma, kTellings)) return false;
  const auto& kids = tree.children(noun);
  const bool points = std::any_of(kids.begin(), kids.end(), [&](int kid) { return kid < noun && is_one_of(lower_ascii(tree[kid].form), kPointing); });
  return points &&
         std::none_of(kids.begin(), kids.end(), [&](int kid) { return kid > noun && tree[kid].upos != Upos::PUNCT && !tree.has_relation(kid, "conj"); });
}

std::optional<int> answered(const Tree& tree, int verb) {
  const auto objects = predicate_at(tree, verb).in(Slot::object);
  const auto own = tree.child(verb, "obj");
  const bool is_all = own && tree[*own].lemma == "which" && (objects.empty() || account_at(tree, objects.front()) == Account::none);
  if (is_all) return own;
  const auto subject = tree.child(verb, "nsubj");  // "..., which an aide denied", where the parser hangs "which" elsewhere
  const int before = subject ? tree.range(*subject).first - 1 : -1;
  const bool follows = before > 0 && tree[before].lemma == "which";
  const bool is_of_thing = !objects.empty() && account_at(tree, objects.front()) == Account::none;
  if (follows && (objects.empty() || (is_of_thing && tree[before - 1].form == ","))) return before;
  return objects.empty() ? std::nullopt : std::optional(objects.front());
}

bool denies_by_rejecting(const CueTable& cues, const Tree& tree, int verb) { return rejects_account(cues.of(tree[verb].lemma, tree[verb].upos), tree, verb); }

bool denies_in_other_words(const Cue* cue, const Tree& tree, int verb) {
  if (tree[verb].upos != Upos::VERB) return false;
  if (rejects_account(cue, tree, verb) || says_that_false(cue, tree, verb)) return true;
  if (!is_one_of(tree[verb].lemma, kNaming)) return false;
  const auto object = answered(tree, verb);
  const Account account = object ? account_at(tree, *object) : Account::none;
  return account != Account::none && names_false(tree, verb, account, false);
}

bool is_denied_account(const CueTable& cues, const Tree& tree, int noun) {
  const int verb = tree[noun].head;
  if (verb < 0 || !is_account(tree, noun)) return false;
  const Cue* cue = cue_at(cues, tree, verb);
  return cue != nullptr && cue->stance == Stance::denies && answered(tree, verb) == noun;
}

bool is_denied_or_confirmed(const CueTable& cues, const Tree& tree, int word) {
  static constexpr auto kContents = std::to_array<std::string_view>({"ccomp", "obj", "xcomp", "nsubj:pass"});
  constexpr int kDeep = 3;  // "confirmed that it had paid part of the ransom"
  for (int at = word, up = 0; up < kDeep && tree[at].head >= 0; at = tree[at].head, ++up) {
    if (std::none_of(kContents.begin(), kContents.end(), [&](std::string_view relation) { return tree.has_relation(at, relation); })) continue;
    const Cue* cue = cue_at(cues, tree, tree[at].head);
    if (cue != nullptr && (cue->stance == Stance::denies || cue->stance == Stance::confirms || cue->stance == Stance::does_not_deny)) return true;
  }
  return false;
}

}  // namespace dragoman

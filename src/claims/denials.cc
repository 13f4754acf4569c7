// SPDX-License-Identifier: Apache-2.0
#include "claims/denials.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "claims/arguments.h"
#include "syntax/account_words.h"

namespace dragoman {
namespace {

// Of accounts those that can only be true or false ("a claim" may be one for damages, but with a clause behind it), and what else is told.
constexpr auto kBlame = std::to_array<std::string_view>({"accusation", "allegation", "insinuation", "rumor", "rumour"});
constexpr auto kTellings = std::to_array<std::string_view>(
    {"version", "article", "statement", "footage", "video", "figure", "toll", "testimony", "tale", "notion", "idea", "survey", "study", "document"});
constexpr auto kPronouns = std::to_array<std::string_view>({"it", "this", "that", "which", "they", "these", "all", "everything"});

constexpr auto kRejecting = std::to_array<std::string_view>({"contest", "challenge", "contradict", "discredit", "ridicule", "deride", "mock", "scotch",
                                                             "debunk", "rubbish", "trash", "quash", "counter", "disown", "discount", "scoff", "sneer"});
constexpr auto kRejectingAt = std::to_array<std::string_view>({"scoff", "sneer"});
constexpr auto kDismissing = std::to_array<std::string_view>({"dismiss", "reject"});
constexpr auto kAway =
    std::to_array<std::string_view>({"wave", "laugh", "brush", "explain", "sweep", "shrug", "shoot", "knock", "slap", "play", "bat", "swat", "shake"});
constexpr auto kParticles = std::to_array<std::string_view>({"away", "off", "aside", "down"});
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

// What an account is where somebody made it up.
constexpr auto kInvented = std::to_array<std::string_view>({"invent", "concoct", "fabricate"});
constexpr auto kCourts = std::to_array<std::string_view>({"court", "judge", "tribunal", "jury", "magistrate", "chamber", "justice"});

constexpr auto kSubstance = std::to_array<std::string_view>({"truth", "substance", "foundation", "basis"});

enum class Account : std::uint8_t { none, pronoun, noun };

// Does the model take a noun or an adjective for a judgement that something told is not so ("a figment", "thin air")?
bool judges_untrue(const Tree& tree, int word) {
  return tree[word].denial_share >= kDenying && (tree[word].upos == Upos::NOUN || tree[word].upos == Upos::ADJ);
}

// The predicate of a clause, or what completes its verb: "was a figment", "came out of thin air".
bool is_judged_untrue(const Tree& tree, int clause) {
  if (judges_untrue(tree, clause)) return true;
  const auto& kids = tree.children(clause);
  return tree[clause].upos == Upos::VERB && std::any_of(kids.begin(), kids.end(), [&](int kid) {
           const bool completes = tree.has_relation(kid, "obj") || tree.has_relation(kid, "obl") || tree.has_relation(kid, "xcomp");
           return kid > clause && completes && judges_untrue(tree, kid);
         });
}

bool has_that_clause(const Tree& tree, int noun) {
  const auto& kids = tree.children(noun);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    const auto mark = tree.child(kid, "mark");
    return (tree.has_relation(kid, "acl") || tree.has_relation(kid, "ccomp")) && mark && tree[*mark].lemma == "that";
  });
}

bool is_told_claim(const Tree& tree, int noun) { return is_one_of(tree[noun].lemma, kBlame) || (is_account(tree, noun) && has_that_clause(tree, noun)); }

bool is_account_or_tale(const Tree& tree, int word) { return is_account(tree, word) || is_one_of(tree[word].lemma, kTellings); }

Account account_at(const Tree& tree, int word) {
  if (is_account_or_tale(tree, word)) return Account::noun;
  return is_one_of(lower_ascii(tree[word].form), kPronouns) ? Account::pronoun : Account::none;
}

// "scoffed at the claim", "sneered at a report that".
std::optional<int> scoffed_at(const Tree& tree, int verb) {
  if (!is_one_of(tree[verb].lemma, kRejectingAt)) return std::nullopt;
  const auto at = predicate_at(tree, verb).obliques("at");
  return at.empty() ? std::nullopt : std::optional(at.front());
}

// "a story made up by exiles", "claims that were invented".
bool is_made_up(const Tree& tree, int word) {
  if (tree[word].form.ends_with("ing")) return false;
  if (is_one_of(tree[word].lemma, kInvented)) return true;
  const bool is_up = word + 1 < tree.size() && lower_ascii(tree[word + 1].form) == "up";
  return tree[word].lemma == "make" && is_up;
}

// "without any foundation", "no truth".
bool has_nothing_in_it(const Tree& tree, int noun) {
  if (!is_one_of(tree[noun].lemma, kSubstance)) return false;
  const auto& kids = tree.children(noun);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) { return kid < noun && (tree[kid].lemma == "without" || tree[kid].lemma == "no"); });
}

bool says_false(const Tree& tree, int word, Account account) {
  const auto is_false = [&](int at) {
    const std::string lemma = lower_ascii(tree[at].lemma);
    return is_one_of(lemma, kFalse) || (account == Account::noun && (is_one_of(lemma, kScorned) || judges_untrue(tree, at)));
  };
  if (is_false(word) || has_nothing_in_it(tree, word)) return true;
  const auto& kids = tree.children(word);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    if (tree.has_relation(kid, "acl") && kid == word + 1 && is_account_or_tale(tree, word)) return is_made_up(tree, kid);
    return (tree.has_relation(kid, "amod") || tree.has_relation(kid, "compound") || tree.has_relation(kid, "conj")) && is_false(kid);
  });
}

// "denied it", "calls that a lie", wherever the parser hangs the pronoun. Not: "denied that he had left", "denied that charge".
std::optional<int> pronoun_behind(const Tree& tree, int verb) {
  static constexpr auto kOpening = std::to_array<std::string_view>({"a", "an", "as", "\"", "“", "``"});
  const int word = verb + 1;
  if (word >= tree.size() || tree[word].upos != Upos::PRON) return std::nullopt;
  const std::string form = lower_ascii(tree[word].form);
  const int next = word + 1;
  const bool ends =
      next >= tree.size() || tree[next].upos == Upos::PUNCT || is_one_of(lower_ascii(tree[next].form), kOpening) || says_false(tree, next, Account::noun);
  return ends && (form == "it" || form == "this" || form == "that") ? std::optional(word) : std::nullopt;
}

// The complement that gives the object a name: "a lie" of "called it a lie", "fake news" of "dismissed it as fake news".
bool names_false(const Tree& tree, int verb, Account account, bool as_only) {
  const auto& kids = tree.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) {
    if (kid < verb || !says_false(tree, kid, account)) return false;
    std::string preposition = preposition_of(tree, kid);
    if (preposition == "that" && pronoun_behind(tree, verb)) preposition.clear();  // "calls that a lie"
    if (preposition == "as" || preposition.starts_with("as ")) return true;        // "as without foundation"
    return !as_only && preposition.empty() && !tree.has_relation(kid, "conj");     // parsers differ on what it is
  });
}

bool rejects(const Cue* cue, const Tree& tree, int verb) {
  if (tree[verb].upos != Upos::VERB) return false;
  const std::string& lemma = tree[verb].lemma;
  if ((cue != nullptr && cue->rule == "cue.dismiss") || is_one_of(lemma, kRejecting)) return true;
  if (denies_for_model(tree, verb) && (cue == nullptr || cue->stance == Stance::asserts)) return true;
  if (!is_one_of(lemma, kAway)) return false;
  const auto& kids = tree.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) { return is_one_of(lower_ascii(tree[kid].form), kParticles); });
}

// "there was no truth in the report that the army had left". Not: "there was no truth in the paper".
bool says_there_is_nothing_in(const Tree& tree, int clause) {
  int thing = clause;
  if (const auto subject = tree.child(clause, "nsubj"); subject && tree[clause].lemma == "be") thing = *subject;
  if (!has_nothing_in_it(tree, thing) || !(tree.child(clause, "expl") || tree.child(thing, "expl"))) return false;
  for (const int above : {thing, clause}) {
    for (const int phrase : tree.children(above)) {
      if (phrase > thing && is_told_claim(tree, phrase)) return true;
    }
  }
  return false;
}

// "said the report was a lie", "insists that this is untrue": the predicate of what is said.
bool says_that_false(const Cue* cue, const Tree& tree, int verb) {
  if (cue == nullptr || cue->stance != Stance::asserts || !cue->vouched.clause) return false;
  const auto clause = tree.child(verb, "ccomp");
  if (clause && says_there_is_nothing_in(tree, *clause)) return true;
  const bool is_invented = clause && tree.child(*clause, "aux:pass") && is_made_up(tree, *clause);
  const bool is_judged = clause && is_judged_untrue(tree, *clause);
  if (!clause || (!tree.child(*clause, "cop") && !is_invented && !is_judged)) return false;
  auto subject = subject_of_said(tree, verb, *clause);
  if (!subject) {  // "..., which the palace has said is false"
    const auto before = answered(tree, verb);
    if (before && tree[*before].lemma == "which") subject = before;
  }
  const bool is_of_clause = tree.child(*clause, "expl") && (tree.child(*clause, "csubj") || tree.child(*clause, "ccomp"));  // "it was not true that"
  if (!subject && !is_of_clause) return false;
  const auto& kids = tree.children(*clause);
  const bool negated = std::any_of(kids.begin(), kids.end(), [&](int kid) { return tree[kid].lemma == "not" || tree[kid].lemma == "never"; });
  Account account = is_of_clause ? Account::noun : account_at(tree, *subject);
  if (account == Account::none && is_judged && tree[*subject].upos == Upos::NOUN) account = Account::noun;  // "the offer was a figment"
  if (account == Account::none) return false;
  if (is_judged && account == Account::noun) return !negated;
  if (is_invented) return !negated && account == Account::noun;
  return negated ? tree[*clause].lemma == "true" || tree[*clause].lemma == "correct" : says_false(tree, *clause, account);
}

// "dismissed that account", "rejected the version of the army", "the army's version": a court that rejects charges tries them.
bool points_at_account(const Tree& tree, int verb, int noun) {
  static constexpr auto kPointing = std::to_array<std::string_view>({"this", "that", "these", "those"});
  static constexpr auto kPlain = std::to_array<std::string_view>({"account", "version", "story", "tale"});
  const auto subject = tree.child(verb, "nsubj");
  if (!is_account_or_tale(tree, noun) || (subject && is_one_of(lower_ascii(tree[*subject].lemma), kCourts))) return false;
  if (tree[noun].upos != Upos::NOUN) return false;
  if (tree.child(noun, "nmod:poss")) return is_one_of(tree[noun].lemma, kPlain);
  const auto determiner = tree.child(noun, "det");
  if (!determiner) return false;
  const std::string which = lower_ascii(tree[*determiner].form);
  return is_one_of(which, kPointing) || (which == "the" && is_one_of(tree[noun].lemma, kPlain) && is_account_told_before(tree, noun));
}

// "rejected the charges against her": what somebody is charged with. Not a court, which decides on them.
bool rejects_charges(const Tree& tree, int verb, int noun) {
  const auto subject = tree.child(verb, "nsubj");
  if (tree[noun].lemma != "charge" || !subject || is_one_of(lower_ascii(tree[*subject].lemma), kCourts)) return false;
  const auto& kids = tree.children(noun);
  return std::any_of(kids.begin(), kids.end(), [&](int kid) { return kid > noun && preposition_of(tree, kid) == "against"; });
}

// "contested that any voter had been hurt".
bool contests_clause(const Tree& tree, int verb) {
  const auto clause = tree[verb].lemma == "contest" || tree[verb].lemma == "challenge" ? tree.child(verb, "ccomp") : std::nullopt;
  const auto mark = clause ? tree.child(*clause, "mark") : std::nullopt;
  return mark && tree[*mark].lemma == "that" && tree.child(verb, "nsubj");
}

bool rejects_account(const Cue* cue, const Tree& tree, int verb) {
  if (!rejects(cue, tree, verb)) return false;
  const auto object = answered(tree, verb);
  if (!object) return false;
  if (is_told_claim(tree, *object) || points_at_account(tree, verb, *object) || rejects_charges(tree, verb, *object)) return true;
  if (denies_for_model(tree, verb) && is_account_or_tale(tree, *object)) return true;
  const bool is_of_clause = tree.has_relation(verb, "acl") && tree[verb].head == *object;  // "an account that the army rejected"
  if (is_of_clause && (is_account(tree, *object) || denies_for_model(tree, verb))) return true;
  const Account account = account_at(tree, *object);
  return account != Account::none && names_false(tree, verb, Account::noun, true);
}

// "called \"pure fantasy\" a report that it had paid", "described as wrong a claim that": the name stands before what it is given to.
std::optional<int> account_named_before(const Tree& tree, int verb) {
  const std::string& lemma = tree[verb].lemma;
  if (!is_one_of(lemma, kNaming) && !is_one_of(lemma, kDismissing) && !is_one_of(lemma, kAway) && !denies_for_model(tree, verb)) return std::nullopt;
  const auto objects = tree.children(verb, "obj");
  const auto account = std::find_if(objects.begin(), objects.end(), [&](int object) { return object > verb && is_account(tree, object); });
  if (account == objects.end()) return std::nullopt;
  const auto& kids = tree.children(verb);
  const bool is_named = std::any_of(kids.begin(), kids.end(), [&](int kid) { return verb < kid && kid < *account && says_false(tree, kid, Account::noun); });
  return is_named ? std::optional(*account) : std::nullopt;
}

// "denied that an order had been given", "denied that there had been talks": the noun tells what the clause is of.
bool is_carried_by_denied(const Tree& tree, int noun) {
  const int verb = tree[noun].head;
  if (verb < 0 || !tree.has_relation(verb, "ccomp")) return false;
  return predicate_at(tree, noun).carrier == verb || (tree.has_relation(noun, "nsubj") && tree[verb].lemma == "be");
}

// "denied having fired", "denies backing them", for parsers that hang it as an adjunct.
bool is_gerund_adjunct(const Tree& tree, int verb) {
  const int head = tree[verb].head;
  if (head < 0 || verb < head || !tree.has_relation(verb, "advcl") || tree.child(verb, "mark")) return false;
  return tree.range(verb).first == head + 1;
}

}  // namespace

bool denies_for_model(const Tree& tree, int word) { return tree[word].denial_share >= kDenying; }

bool is_account(const Tree& tree, int noun) { return is_account_word(tree[noun].lemma); }

bool is_summed_up(const Tree& tree, int noun) {
  static constexpr auto kHappenings = std::to_array<std::string_view>({"incident", "episode", "event", "affair", "encounter", "scene"});
  return is_one_of(tree[noun].lemma, kHappenings);
}

bool is_account_told_before(const Tree& tree, int noun) {
  static constexpr auto kPointing = std::to_array<std::string_view>({"the", "this", "that", "these", "those"});
  if (!is_account(tree, noun) && !is_one_of(tree[noun].lemma, kTellings)) return false;
  const auto& kids = tree.children(noun);
  const bool points = std::any_of(kids.begin(), kids.end(), [&](int kid) { return kid < noun && is_one_of(lower_ascii(tree[kid].form), kPointing); });
  return points &&
         std::none_of(kids.begin(), kids.end(), [&](int kid) { return kid > noun && tree[kid].upos != Upos::PUNCT && !tree.has_relation(kid, "conj"); });
}

std::optional<int> answered(const Tree& tree, int verb) {
  if (const auto account = account_named_before(tree, verb)) return account;
  if (const auto account = scoffed_at(tree, verb)) return account;
  const auto objects = predicate_at(tree, verb).in(Slot::object);
  const auto own = tree.child(verb, "obj");
  const bool is_all = own && tree[*own].lemma == "which" && (objects.empty() || account_at(tree, objects.front()) == Account::none);
  if (is_all) return own;
  // "an allegation that Rabat called baseless", "a charge that Kigali rejected as absurd": what the clause belongs to.
  const int account = tree.has_relation(verb, "acl") ? tree[verb].head : -1;
  const bool is_of_account = account >= 0 && is_account(tree, account) && tree.child(verb, "nsubj") && !tree.child(verb, "ccomp");
  if (is_of_account && ((objects.empty() && tree[verb].deprel == "acl") || (!objects.empty() && says_false(tree, objects.front(), Account::noun))))
    return account;
  if (const auto behind = pronoun_behind(tree, verb)) return behind;
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
  if (account_named_before(tree, verb)) return true;
  if (rejects_account(cue, tree, verb) || says_that_false(cue, tree, verb) || contests_clause(tree, verb)) return true;
  if (!is_one_of(tree[verb].lemma, kNaming) && !denies_for_model(tree, verb)) return false;
  const auto object = answered(tree, verb);
  Account account = object ? account_at(tree, *object) : Account::none;
  if (object && is_summed_up(tree, *object)) account = Account::noun;
  if (object && account == Account::none && tree[*object].upos == Upos::NOUN) account = Account::pronoun;  // "called the raid an invention", not "a farce"
  return account != Account::none && names_false(tree, verb, account, false);
}

bool is_denied_account(const CueTable& cues, const Tree& tree, int noun) {
  const int verb = tree[noun].head;
  if (verb < 0 || !is_account(tree, noun)) return false;
  if (tree.has_relation(noun, "nsubj") && tree.child(verb, "cop") && has_that_clause(tree, noun) && says_false(tree, verb, Account::noun)) return true;
  const Cue* cue = cue_at(cues, tree, verb);
  return cue != nullptr && cue->stance == Stance::denies && answered(tree, verb) == noun;
}

int answered_noun(const Tree& tree, int noun) {
  const int head = tree[noun].head;
  return head >= 0 && tree.has_relation(noun, "nmod") && (is_account(tree, head) || is_share_word(tree[head].lemma)) ? head : noun;
}

std::optional<int> denied_by(const CueTable& cues, const Tree& tree, int word) {
  int top = tree.has_relation(word, "conj") && tree[tree[word].head].upos == tree[word].upos ? tree[word].head : word;
  const bool is_noun = tree[word].upos == Upos::NOUN;
  if (is_noun && (is_account(tree, word) || is_share_word(tree[word].lemma))) return std::nullopt;  // "the charge", "any role": of something
  if (is_noun && is_carried_by_denied(tree, top)) top = tree[top].head;
  else if (is_noun) top = answered_noun(tree, top);
  const int head = tree[top].head;
  if (head < 0) return std::nullopt;
  const bool is_clause = tree.has_relation(top, "ccomp") || tree.has_relation(top, "xcomp") || is_gerund_adjunct(tree, top);
  const bool is_clause_of_noun = tree.has_relation(top, "acl") && !tree.has_relation(top, "acl:relcl");
  if (is_clause_of_noun || (is_clause && tree[head].upos == Upos::NOUN)) {
    const Cue* cue = cues.of(tree[head].lemma, Upos::NOUN);
    if (cue != nullptr && cue->stance == Stance::denies) return head;
    if (!is_account(tree, head)) return std::nullopt;
    top = head;
  } else if (!is_clause && !tree.has_relation(top, "obj") && !tree.has_relation(top, "nsubj:pass")) {
    return std::nullopt;
  }
  const int verb = tree[top].head;
  if (verb < 0 || (is_clause && tree.child(verb, "ccomp").value_or(top) != top)) return std::nullopt;  // what follows is no more denied
  const Cue* cue = cue_at(cues, tree, verb);
  return cue != nullptr && cue->stance == Stance::denies ? std::optional(verb) : std::nullopt;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Whose words the words of a source rest on: a hop further in. Works: "learned from two ministers", "said on the strength of a cable", "told the
// paper, going by what a monk had phoned", "a captain who said he had it from the admiral". Does not: "going by the old road", "on the basis of
// equality".
#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

constexpr auto kSent = std::to_array<std::string_view>({"phone", "radio", "telephone", "wire", "cable", "text", "fax", "email", "hand", "pass", "send", "see"});

// "having been told so by a deputy", "was assured of it by the embassy": who told it.
std::optional<int> teller_of_passive(const Tree& tree, int verb) {
  static constexpr auto kTold = std::to_array<std::string_view>({"tell", "inform", "assure", "notify", "brief", "advise", "alert", "warn"});
  if (!is_one_of(tree[verb].lemma, kTold) || !tree.child(verb, "aux:pass")) return std::nullopt;
  for (const int phrase : tree.children(verb)) {
    if (phrase > verb && tree[phrase].is_nominal() && preposition_of(tree, phrase) == "by") return phrase;
  }
  return std::nullopt;
}

// The participle clause behind a comma that tells how its host came to know: "..., going by", "..., having learned".
bool is_participle_behind_comma(const Tree& tree, int verb) {
  if (tree.child(verb, "nsubj") || tree.child(verb, "mark")) return false;
  int first = verb;
  while (first > 0 && (tree[first - 1].upos == Upos::AUX || tree[first - 1].upos == Upos::ADV)) --first;
  return first > 0 && tree[first - 1].form == "," && tree[first].form.ends_with("ing");
}

}  // namespace

// Somebody whose words the source of `outer` passes on, and whose own he passes on in turn.
void AttributionFinder::add_inner(int outer, WordAt source, WordAt cue) {
  AttributionAt inner = item(outer);
  inner.source = source;
  inner.cue = cue;
  inner.stance = Stance::asserts;
  inner.outlet_source = false;
  inner.parent = outer;
  add_cited(add(std::move(inner)));
}

// "knew from a neighbour that": whoever learnt it vouches for it, and has it from somebody. Not: "knew from the start".
std::optional<int> AttributionFinder::informant_of(int s, int verb) const {
  constexpr std::array<std::string_view, 5> kLearnt = {"learn", "hear", "know", "understand", "have"};  // "had it from"
  constexpr std::array<std::string_view, 5> kNobody = {"start", "beginning", "outset", "experience", "memory"};
  const Tree& t = tree(s);
  if (!is_one_of(t[verb].lemma, kLearnt)) return std::nullopt;
  for (const int informant : t.children(verb)) {  // whatever the parser takes the phrase for
    const bool is_from = informant > verb && t[informant].is_nominal() && preposition_of(t, informant) == "from";
    if (is_from && can_speak({s, informant}) && !is_one_of(t[informant].lemma, kNobody)) return informant;
  }
  return std::nullopt;
}

// "the Post learned from two ministers": theirs, inside the paper's.
void AttributionFinder::add_informants(int outer) {
  const WordAt cue = *item(outer).cue;
  const auto informant = informant_of(cue.sentence, cue.word);
  if (!informant) return;
  add_inner(outer, {cue.sentence, *informant}, cue);
  for (AttributionAt& each : items_) {
    if (each.parent == outer && each.cue == cue) each.rule = "cue.informant";  // told, where learning it is of the mind
  }
}

// "what survivors had confided to them": the survivors. Not: "what they had done".
std::optional<int> AttributionFinder::teller_in_what(int s, int what) const {
  const Tree& t = tree(s);
  if (t[what].lemma != "what") return std::nullopt;
  auto verb = t.child(what, "acl:relcl");
  if (!verb && t[what].head > what && t[t[what].head].is_verbal()) verb = t[what].head;
  const auto subject = verb ? t.child(*verb, "nsubj") : std::nullopt;
  if (!subject || *subject > *verb || !can_speak({s, *subject})) return std::nullopt;
  return cue_at(s, *verb) != nullptr || is_one_of(t[*verb].lemma, kSent) ? subject : std::nullopt;
}

// Who is cited by what stands behind the words of a basis: a speaker, a document, or who tells in "what X told them".
std::optional<int> AttributionFinder::basis_at(int s, int phrase) const {
  if (const auto teller = teller_in_what(s, phrase)) return teller;
  const bool is_cited = tree(s)[phrase].is_nominal() && (can_be_cited({s, phrase}) || is_document(tree(s), phrase));
  return is_cited ? std::optional(phrase) : std::nullopt;
}

// Whom the clause at `verb` passes on: "going by what a monk phoned", "relaying what survivors told", "picking up an item in a daily", "having it from a
// clerk".
std::optional<int> AttributionFinder::passed_on_at(int s, int verb) const {
  static constexpr auto kPassing =
      std::to_array<std::string_view>({"relay", "repeat", "pass", "recount", "summarise", "summarize", "add", "sum", "collect", "echo"});
  const Tree& t = tree(s);
  const std::string& lemma = t[verb].lemma;
  if (const auto teller = teller_of_passive(t, verb)) return can_speak({s, *teller}) ? teller : std::nullopt;
  if (!t.child(verb, "ccomp")) {
    if (const auto informant = informant_of(s, verb)) return informant;
  }
  for (int phrase = verb + 1; phrase < t.size() && phrase < verb + 10; ++phrase) {
    const bool is_by = (lemma == "go" || lemma == "judge") && t[phrase].head == verb && preposition_of(t, phrase) == "by";
    if (is_by) return basis_at(s, phrase);
    if (is_one_of(lemma, kPassing)) {
      if (const auto teller = teller_in_what(s, phrase)) return teller;
    }
    const bool is_picked = lemma == "pick" && t[verb + 1].lemma == "up" && t[phrase].head >= verb && preposition_of(t, phrase) == "in";
    if (is_picked && is_named_outlet({s, phrase})) return phrase;
  }
  return std::nullopt;
}

// "according to El Tiempo, which cited a government source", "..., quoting an officer", "a captain who said he had it from the admiral": whom the
// source's clause cites, inside it.
void AttributionFinder::add_cited(int outer) {
  const WordAt source = *item(outer).source;
  const int s = source.sentence;
  const Tree& t = tree(s);
  const Tree::Range range = t.range(source.word);
  for (int verb = source.word + 1; verb <= range.last; ++verb) {
    const bool is_relative = t.has_relation(verb, "acl:relcl");
    const bool is_clause = (is_relative && !t.child(verb, "aux:pass")) || (t[verb].form.ends_with("ing") && item(outer).rule == "cue.according-to");
    const auto cited = is_clause ? cited_at(s, verb) : std::nullopt;
    const bool is_object = cited && t.has_relation(*cited, "obj");
    if (cited && (!is_object || can_be_cited({s, *cited}))) return add_inner(outer, {s, *cited}, {s, verb});
    if (!is_relative || t[verb].head != source.word) continue;
    const auto said = t.child(verb, "ccomp");  // "who said he had it from"
    for (const int clause : {verb, said.value_or(verb)}) {
      if (const auto teller = passed_on_at(s, clause)) return add_inner(outer, {s, *teller}, {s, verb});
    }
  }
}

// "said on the strength of a cable", "with reference to a letter", "told the paper, going by what a monk had phoned": what the words of the source rest
// on, inside them. Not: "on the basis of equality".
void AttributionFinder::add_basis(int outer) {
  constexpr std::array<std::string_view, 6> kBases = {"strength", "evidence", "basis", "authority", "reference", "word"};
  const WordAt cue = *item(outer).cue;
  const int s = cue.sentence;
  const Tree& t = tree(s);
  for (int word = cue.word + 1; word < t.size(); ++word) {
    if (t[word].head != cue.word && holds(item(outer), {s, word})) continue;
    const std::string preposition = t.has_relation(word, "obl") && t[word].head <= cue.word ? preposition_of(t, word) : std::string();
    const bool is_basis = is_one_of(t[word].lemma, kBases) && !preposition.empty() && preposition != "in";
    const bool is_whole = preposition.find("basis") != std::string::npos || preposition.find("strength") != std::string::npos;  // "on the basis of"
    for (int phrase = word; (is_basis || is_whole) && phrase < t.size() && phrase < word + 8; ++phrase) {
      const bool is_of_basis =
          is_whole ? phrase == word : (t[phrase].head == word && t.has_relation(phrase, "nmod")) || (phrase == word + 2 && t[phrase].lemma == "what");
      const auto cited = is_of_basis ? basis_at(s, phrase) : std::nullopt;
      if (cited) return add_inner(outer, {s, *cited}, {s, word});
    }
    const bool is_beside = t[word].is_verbal() && t[word].head < word && is_participle_behind_comma(t, word);
    const auto passed = is_beside ? passed_on_at(s, word) : std::nullopt;
    if (passed && item(outer).source != WordAt{s, *passed}) return add_inner(outer, {s, *passed}, {s, word});
  }
  const WordAt source = *item(outer).source;
  for (int clause = 0; clause < cue.word; ++clause) {  // "Radio Sol, picking up an item in a daily, said"
    const bool is_beside = t[clause].head == cue.word || WordAt{s, t[clause].head} == source;
    const auto passed = is_beside && is_participle_behind_comma(t, clause) ? passed_on_at(s, clause) : std::nullopt;
    if (passed) return add_inner(outer, {s, *passed}, {s, clause});
  }
}

}  // namespace dragoman

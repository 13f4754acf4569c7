// SPDX-License-Identifier: Apache-2.0
// Who passed on what was said: outlets that were told it, that asked, or that cite it (a hop further out), and outlets that told the same
// themselves (a chain of its own). Works: "an aide told CNN", "denied it when questioned by CNN", "an aide cited by AFP and first reported
// by Axios". Does not match: "said hours after CNN was banned", "said in a suit against CNN".
#include "claims/attribution_finder.h"
#include "claims/denials.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 6> kRelayed = {"cite", "quote", "see", "obtain", "interview", "contact"};
constexpr std::array<std::string_view, 8> kHanded = {"leak", "send", "give", "pass", "hand", "show", "supply", "forward"};
constexpr std::array<std::string_view, 14> kDocuments = {"minute", "document", "letter", "memo",  "transcript", "recording", "video",
                                                         "cable",  "draft",    "email",  "audio", "footage",    "excerpt",   "file"};
constexpr std::array<std::string_view, 7> kPrinted = {"publish", "print", "release", "air", "broadcast", "carry", "post"};
constexpr std::array<std::string_view, 9> kFirstTold = {"report", "publish", "reveal", "break", "carry", "air", "broadcast", "run", "disclose"};
constexpr std::array<std::string_view, 18> kTalkNouns = {"interview", "comment", "remark",       "statement", "question", "e-mail",
                                                         "email",     "message", "conversation", "briefing",  "response", "reply",
                                                         "call",      "column",  "article",      "query",     "request",  "op-ed"};
constexpr std::array<std::string_view, 11> kTalkVerbs = {"speak", "talk",     "ask",       "question", "contact", "reach",
                                                         "press", "approach", "interview", "tell",     "write"};
constexpr std::array<std::string_view, 7> kHeard = {"to", "by", "in", "on", "through", "via", "over"};
constexpr std::array<std::string_view, 8> kToOutlet = {"to", "with", "by", "for", "from", "on", "in", "of"};
constexpr std::array<std::string_view, 8> kStory = {"existence", "story", "news", "development", "information", "account", "detail", "report"};

// Who did it, behind "by", with or without the subtype.
std::vector<int> agents_of(const Tree& tree, int verb) {
  std::vector<int> agents;
  for (const int phrase : tree.children(verb)) {
    const bool may_be = tree.has_relation(phrase, "obl") || tree.has_relation(phrase, "iobj") || tree.has_relation(phrase, "obj");
    if (may_be && preposition_of(tree, phrase) == "by" && phrase > verb) agents.push_back(phrase);
  }
  return agents;
}

// What modifies the noun, and, where it is told by or about others, what modifies them: "a report by a panel of experts seen by Reuters".
std::vector<int> clauses_of(const Tree& tree, int noun) {
  constexpr int kDeepest = 3;
  std::vector<int> found = tree.children(noun);
  int depth = 0;
  for (int word = noun; depth < kDeepest; ++depth) {
    const auto& kids = tree.children(word);
    const auto last = std::find_if(kids.rbegin(), kids.rend(), [&](int kid) { return kid > word && tree.has_relation(kid, "nmod"); });
    if (last == kids.rend()) break;
    word = *last;
    for (const int clause : tree.children(word, "acl")) {
      if (is_one_of(tree[clause].lemma, kRelayed)) found.push_back(clause);
    }
  }
  return found;
}

}  // namespace

bool is_talk_noun(const Tree& tree, int word) { return is_one_of(tree[word].lemma, kTalkNouns); }

// "told Reuters", but not "wrote on social media"; and "told this newspaper" is told to whoever writes.
bool AttributionFinder::is_named_outlet(WordAt place) const {
  const Tree& t = tree(place.sentence);
  const auto& kids = t.children(place.word);
  const bool is_own = std::any_of(kids.begin(), kids.end(), [&](int child) { return t[child].lemma == "this" || t[child].lemma == "our"; });
  return is_outlet(place) && t[place.word].lemma != "media" && !is_own;
}

// Somebody whose words the source of `outer` passes on.
void AttributionFinder::add_inner(int outer, WordAt source, WordAt cue) {
  AttributionAt inner = item(outer);
  inner.source = source;
  inner.cue = cue;
  inner.stance = Stance::asserts;
  inner.outlet_source = false;
  inner.parent = outer;
  add(std::move(inner));
}

// "the Post learned from two ministers": theirs, inside the paper's.
void AttributionFinder::add_informants(int outer) {
  constexpr std::array<std::string_view, 4> kLearnt = {"learn", "hear", "know", "understand"};
  const WordAt cue = *item(outer).cue;
  const Tree& t = tree(cue.sentence);
  if (!is_one_of(t[cue.word].lemma, kLearnt)) return;
  for (const int informant : predicate_at(t, cue.word).obliques("from")) {
    if (!can_speak({cue.sentence, informant})) continue;
    return add_inner(outer, {cue.sentence, informant}, cue);
  }
}

// "according to El Tiempo, which cited a government source", "..., quoting an officer": whom the source's clause cites, inside it.
void AttributionFinder::add_cited(int outer) {
  const WordAt source = *item(outer).source;
  const Tree& t = tree(source.sentence);
  const Tree::Range range = t.range(source.word);
  for (int verb = source.word + 1; verb <= range.last; ++verb) {
    const bool is_clause =
        (t.has_relation(verb, "acl:relcl") && !t.child(verb, "aux:pass")) || (t[verb].form.ends_with("ing") && item(outer).rule == "cue.according-to");
    const bool is_citing = is_clause && (t[verb].lemma == "cite" || t[verb].lemma == "quote");
    const auto cited = is_citing ? t.child(verb, "obj") : std::nullopt;
    if (!cited || !can_be_cited({source.sentence, *cited})) continue;
    return add_inner(outer, {source.sentence, *cited}, {source.sentence, verb});
  }
}

// "told CNN", "said in an interview with CNN", "when questioned by CNN": what the outlet heard, it reports.
void AttributionFinder::add_hearers(int inner) {
  const WordAt cue = *item(inner).cue;
  const Tree& t = tree(cue.sentence);
  for (const Argument& argument : predicate_at(t, cue.word).arguments) {
    const bool is_told =
        argument.slot == Slot::object || argument.slot == Slot::indirect_object || (argument.slot == Slot::oblique && is_one_of(argument.preposition, kHeard));
    const WordAt hearer{cue.sentence, argument.word};
    const bool is_of_speaker = argument.word == cue.word - 1 && argument.slot != Slot::oblique;  // "the Postimees daily reported"
    const auto before = t.preposition(argument.word);
    const bool is_of_object = argument.slot == Slot::oblique && before && *before > cue.word + 1 && is_account(t, *before - 1);  // "denied a report by CNN"
    if (is_told && !is_of_speaker && !is_of_object && is_named_outlet(hearer) && !(item(inner).source == hearer)) return add_outer(inner, hearer, cue);
  }
  for (const int child : t.children(cue.word)) {
    if (!t.has_relation(child, "obl") && !t.has_relation(child, "advcl")) continue;
    for (const int hearer : hearers_in(cue.sentence, child)) return add_outer(inner, {cue.sentence, hearer}, {cue.sentence, child});
  }
}

// Outlets inside an adjunct that names a talk ("in an interview with X") or an asking ("when asked by X", "speaking to X").
std::vector<int> AttributionFinder::hearers_in(int s, int adjunct) const {
  const Tree& t = tree(s);
  const bool is_talk = t[adjunct].upos == Upos::VERB ? is_one_of(t[adjunct].lemma, kTalkVerbs) : is_talk_noun(t, adjunct);
  std::vector<int> found;
  if (!is_talk) return found;
  for (const int child : t.children(adjunct)) {
    const bool modifies = t.has_relation(child, "compound") || t.has_relation(child, "nmod:poss");
    const bool behind = (t.has_relation(child, "obl") || t.has_relation(child, "nmod")) && is_one_of(preposition_of(t, child), kToOutlet);
    const bool subject = t.has_relation(child, "nsubj") && t[adjunct].upos == Upos::VERB;  // "when CNN asked him"
    if ((modifies || behind || subject) && is_named_outlet({s, child})) found.push_back(child);
    const bool hangs_on_it = t.has_relation(child, "acl") || t.has_relation(child, "nmod");
    const bool is_carried = t[child].lemma == "read" || (hangs_on_it && is_one_of(t[child].lemma, kPrinted));
    for (const int teller : is_carried ? agents_of(t, child) : std::vector<int>()) {  // "in a statement carried by the state agency"
      if (can_speak({s, teller})) found.push_back(teller);
    }
    for (const int on : (is_carried && found.empty()) ? t.children(child, "obl") : std::vector<int>()) {  // "in a statement read on state television"
      if (preposition_of(t, on) == "on" && is_named_outlet({s, on})) found.push_back(on);
    }
    if (behind && found.empty() && t[child].is_nominal() && is_talk_noun(t, child)) found = hearers_in(s, child);
  }
  return found;
}

// "an aide cited by CNN and first reported by Channel 12": the first is an outer hop, the second a chain of its own.
void AttributionFinder::add_relays(int inner) {
  if (!item(inner).source) return;
  add_cited(inner);
  const WordAt source = *item(inner).source;
  const Content content = item(inner).content;
  const Tree& t = tree(source.sentence);
  for (const int clause : clauses_of(t, source.word)) {
    // "a source cited by CNN and reported by Axios": the parser may join the second clause to the noun.
    const bool is_joined = t.has_relation(clause, "conj") && t[clause].upos == Upos::VERB && !agents_of(t, clause).empty() && !t.child(clause, "nsubj");
    if (!t.has_relation(clause, "acl") && !is_joined) continue;
    for (const int verb : t.conjuncts(clause)) {
      const Predicate predicate = predicate_at(t, verb);
      auto by = agents_of(t, verb);  // first, as taggers take "quoted by X" for a finite verb
      if (by.empty() && !is_joined) by = predicate.in(Slot::subject);
      if (by.empty()) {  // "a source quoted by X": the parser may hang X on the source
        for (const int phrase : t.children(source.word, "nmod")) {
          if (phrase > verb && preposition_of(t, phrase) == "by") by.push_back(phrase);
        }
      }
      if (is_one_of(t[verb].lemma, kRelayed) && (by.empty() || agents_of(t, verb).empty())) {  // "a letter quoted in the paper El Sur"
        for (const int paper : predicate.obliques("in")) {
          if (is_named_outlet({source.sentence, paper})) by = {paper};
        }
      }
      const bool is_participle = is_joined || t.has_feature(verb, "VerbForm=Part") || (!agents_of(t, verb).empty() && !t.child(verb, "nsubj"));
      if (t.has_relation(verb, "acl:relcl") ? !predicate.passive && !is_participle : !is_participle) continue;
      if (is_one_of(t[verb].lemma, kHanded)) {
        for (const int hearer : predicate.obliques("to")) {
          if (is_named_outlet({source.sentence, hearer})) add_outer(inner, {source.sentence, hearer}, {source.sentence, verb});
        }
      }
      if (by.empty()) continue;
      for (const int teller : t.conjuncts(by.front())) {
        const bool is_printed = is_one_of(t[source.word].lemma, kDocuments) && is_one_of(t[verb].lemma, kPrinted);  // "minutes published by CNN"
        if (!is_outlet({source.sentence, teller}) && entities_.at({source.sentence, teller}) == nullptr) continue;  // "reached by telephone"
        if (is_printed || is_one_of(t[verb].lemma, kRelayed)) {
          add_outer(inner, {source.sentence, teller}, {source.sentence, verb});
        } else if (is_one_of(t[verb].lemma, kFirstTold)) {
          add_parallel({source.sentence, teller}, {source.sentence, verb}, content);
        }
      }
    }
  }
}

void AttributionFinder::add_outer(int inner, WordAt outlet, WordAt cue) {
  AttributionAt outer;
  outer.source = outlet;
  outer.cue = cue;
  outer.content = item(inner).content;
  outer.stance = Stance::reports;
  outer.outlet_source = true;
  outer.rule = "cue.relayed";
  const int index = add(std::move(outer));
  item(inner).parent = index;
}

void AttributionFinder::add_parallel(WordAt outlet, WordAt cue, const Content& content) {
  AttributionAt other;
  other.source = outlet;
  other.cue = cue;
  other.content = content;
  other.stance = Stance::reports;
  other.outlet_source = is_outlet(outlet);
  other.rule = "cue.first-told";
  parallel_.push_back(add(std::move(other)));
}

// "While it denied the strike when asked by CNN, the army did not deny that ...": who speaks twice in one sentence, neither inside the other,
// speaks to the same outlet.
void AttributionFinder::share_hearers() {
  const std::size_t count = items_.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!items_[i].parent || !items_[i].cue || !items_[i].source) continue;
    const AttributionAt outer = items_[static_cast<std::size_t>(*items_[i].parent)];
    if (outer.rule != "cue.relayed") continue;
    const WordAt cue = *items_[i].cue;
    for (std::size_t j = 0; j < count; ++j) {
      const AttributionAt& other = items_[j];
      if (i == j || other.parent || !other.vouches || !other.cue || !other.source || other.outlet_source || other.cue->sentence != cue.sentence) continue;
      const int speaker = entity_of(*other.source);
      const Tree& t = tree(cue.sentence);
      const bool related = t.is_descendant(cue.word, other.cue->word) || t.is_descendant(other.cue->word, cue.word);
      const bool begins_anew = t.has_relation(other.cue->word, "conj") && t.child(other.cue->word, "nsubj");  // "told AFP that ..., but he denied"
      if (speaker < 0 || speaker != entity_of(*items_[i].source) || begins_anew || !related || holds(other, cue) || holds(items_[i], *other.cue)) continue;
      add_outer(static_cast<int>(j), *outer.source, *outer.cue);
    }
  }
}

// "AFP and Reuters both reported that"; "Paris and Berlin confirmed": each vouches for it.
void AttributionFinder::add_joint_sources(int index) {
  if (!item(index).source || !item(index).cue) return;
  const WordAt first = *item(index).source;
  for (const int other : tree(first.sentence).conjuncts(first.word)) {
    const WordAt place{first.sentence, other};
    if (other == first.word || holds(item(index), place) || entity_of(place) < 0 || entity_of(place) == entity_of(first)) continue;
    AttributionAt joint = item(index);
    joint.source = place;
    joint.outlet_source = is_outlet(place);
    parallel_.push_back(add(std::move(joint)));
  }
}

// "Talks were held, an aide said. The story was first reported by Channel 12": the story is what was told before.
void AttributionFinder::continue_story(int s, int verb, const Predicate& predicate, AttributionAt& item) const {
  const Tree& t = tree(s);
  const auto subject = t.child(verb, "nsubj:pass");
  if (!subject || !is_one_of(t[*subject].lemma, kStory) || !is_one_of(t[verb].lemma, kFirstTold) || !item.source || t.child(*subject, "acl") ||
      predicate.in(Slot::object).empty())
    return;
  for (std::size_t i = items_.size(); i-- > 0;) {
    const AttributionAt& before = items_[i];
    if (!before.vouches || before.content.empty() || before.content.front().sentence < s - 1) continue;
    item.content.insert(item.content.end(), before.content.begin(), before.content.end());
    item.vouches = true;
    return;
  }
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Who passed on what was said: outlets that were told it, that asked, or that cite it (a hop further out), and outlets that told the same
// themselves (a chain of its own). Works: "an aide told CNN", "denied it when questioned by CNN", "an aide cited by AFP and first reported
// by Axios". Does not match: "said hours after CNN was banned", "said in a suit against CNN".
#include "claims/attribution_finder.h"
#include "claims/denials.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 3> kQuoted = {"cite", "quote", "interview"};
constexpr std::array<std::string_view, 5> kSeen = {"see", "obtain", "contact", "review", "view"};  // by an outlet, or a document by anybody
constexpr auto kHanded = std::to_array<std::string_view>(
    {"leak", "send", "give", "pass", "hand", "show", "supply", "forward", "relay", "read", "circulate", "share", "provide", "distribute"});
constexpr auto kDocuments = std::to_array<std::string_view>({"minute",    "document", "letter", "memo",   "memorandum", "transcript", "recording", "video",
                                                             "cable",     "draft",    "email",  "audio",  "footage",    "excerpt",    "file",      "report",
                                                             "statement", "note",     "paper",  "decree", "order",      "dispatch",   "telegram",  "study",
                                                             "survey",    "register", "record", "log",    "list",       "indictment", "circular"});
constexpr auto kPrinted = std::to_array<std::string_view>({"publish", "print", "release", "air", "broadcast", "carry", "post", "run", "circulate", "relay"});
constexpr auto kAired = std::to_array<std::string_view>({"publish", "print", "air", "broadcast", "carry", "run"});  // only outlets do
constexpr auto kSent = std::to_array<std::string_view>({"send", "give", "supply", "provide"});                      // by who wrote it
constexpr std::array<std::string_view, 9> kFirstTold = {"report", "publish", "reveal", "break", "carry", "air", "broadcast", "run", "disclose"};
constexpr std::array<std::string_view, 24> kTalkNouns = {"interview",    "comment",  "remark",   "statement", "question",  "e-mail", "email",   "message",
                                                         "conversation", "briefing", "response", "reply",     "call",      "column", "article", "query",
                                                         "request",      "op-ed",    "answer",   "account",   "testimony", "speech", "address", "conference"};
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

bool is_relayed(const Tree& tree, int verb) { return is_one_of(tree[verb].lemma, kQuoted) || is_one_of(tree[verb].lemma, kSeen); }

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
      if (is_relayed(tree, clause)) found.push_back(clause);
    }
  }
  return found;
}

// "a letter that the embassy read out", "a letter whose contents a spokesman summarised": who told what it says.
std::optional<int> teller_of_text(const Tree& tree, int clause) {
  static constexpr auto kSummed = std::to_array<std::string_view>({"summarise", "summarize", "quote", "describe", "translate"});
  static constexpr auto kTexts = std::to_array<std::string_view>({"content", "contents", "text", "word", "extract", "excerpt", "passage", "part", "wording"});
  const std::string& verb = tree[clause].lemma;
  const bool tells = is_one_of(verb, kPrinted) || (is_one_of(verb, kHanded) && !is_one_of(verb, kSent)) || is_one_of(verb, kSummed);
  if (!tree.has_relation(clause, "acl:relcl") || !tells || (verb == "carry" && clause + 1 < tree.size() && tree[clause + 1].lemma == "out"))
    return std::nullopt;  // not "carried out of the gaol"
  const auto teller = tree.child(clause, "nsubj");
  const auto object = tree.child(clause, "obj");
  if (!teller || is_relative_pronoun(tree, *teller) || *teller > clause) return std::nullopt;
  const bool is_of_text = object && *object < *teller && is_one_of(tree[*object].lemma, kTexts);  // "whose contents"
  return !object || is_relative_pronoun(tree, *object) || is_of_text ? teller : std::nullopt;
}

}  // namespace

bool is_talk_noun(const Tree& tree, int word) { return is_one_of(tree[word].lemma, kTalkNouns); }
bool is_document(const Tree& tree, int word) { return is_one_of(tree[word].lemma, kDocuments); }

// "this newspaper", "our agency".
bool AttributionFinder::is_of_writer(WordAt place) const {
  static constexpr auto kNews = std::to_array<std::string_view>({"agency", "service", "paper", "station", "network"});
  const Tree& t = tree(place.sentence);
  const auto& kids = t.children(place.word);
  const bool is_own = std::any_of(kids.begin(), kids.end(), [&](int child) { return t[child].lemma == "this" || t[child].lemma == "our"; });
  return is_own && (is_outlet(place) || is_one_of(t[place.word].lemma, kNews));
}

// "told Reuters", but not "wrote on social media"; and "told this newspaper" is told to whoever writes.
bool AttributionFinder::is_named_outlet(WordAt place) const {
  return is_outlet(place) && tree(place.sentence)[place.word].lemma != "media" && !is_of_writer(place);
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
    const auto owner = argument.slot == Slot::oblique ? t.child(argument.word, "nmod:poss") : std::nullopt;
    const bool is_speakers = owner && t[*owner].upos == Upos::PRON;  // "said on its website"
    if (is_told && !is_of_speaker && !is_of_object && !is_speakers && is_named_outlet(hearer) && !(item(inner).source == hearer)) {
      add_outer(inner, hearer, cue, true);
      return;
    }
  }
  for (const int child : t.children(cue.word)) {
    if (!t.has_relation(child, "obl") && !t.has_relation(child, "advcl")) continue;
    for (const int hearer : hearers_in(cue.sentence, child)) {
      add_outer(inner, {cue.sentence, hearer}, {cue.sentence, child}, !names_person({cue.sentence, hearer}));
      return;
    }
  }
}

// Outlets inside an adjunct that names a talk ("in an interview with X") or an asking ("when asked by X", "speaking to X").
std::vector<int> AttributionFinder::hearers_in(int s, int adjunct) const {
  const Tree& t = tree(s);
  const bool is_talk = t[adjunct].upos == Upos::VERB ? is_one_of(t[adjunct].lemma, kTalkVerbs) : is_talk_noun(t, adjunct);
  const bool is_text = t[adjunct].is_nominal() && is_document(t, adjunct);
  std::vector<int> found;
  for (const int child : is_talk || is_text ? t.children(adjunct) : std::vector<int>()) {
    const bool modifies = t.has_relation(child, "compound") || t.has_relation(child, "nmod:poss");
    const bool behind = (t.has_relation(child, "obl") || t.has_relation(child, "nmod")) && is_one_of(preposition_of(t, child), kToOutlet);
    const bool subject = t.has_relation(child, "nsubj") && t[adjunct].upos == Upos::VERB;  // "when CNN asked him"
    if (is_talk && (modifies || behind || subject) && is_named_outlet({s, child})) found.push_back(child);
    const bool hangs_on_it = t.has_relation(child, "acl") || t.has_relation(child, "nmod");
    const bool is_carried = t[child].lemma == "read" || (hangs_on_it && is_one_of(t[child].lemma, kPrinted));
    for (const int teller : is_carried ? agents_of(t, child) : std::vector<int>()) {  // "in a statement carried by the state agency"
      if (can_speak({s, teller})) found.push_back(teller);
    }
    if (const auto teller = teller_of_text(t, child); teller && can_speak({s, *teller}) && !is_of_writer({s, *teller})) found.push_back(*teller);
    for (const int on : (is_carried && found.empty()) ? t.children(child, "obl") : std::vector<int>()) {  // "in a statement read on state television"
      if (preposition_of(t, on) == "on" && is_named_outlet({s, on})) found.push_back(on);
    }
    if (is_talk && behind && found.empty() && t[child].is_nominal() && is_talk_noun(t, child)) found = hearers_in(s, child);
  }
  return found;
}

bool AttributionFinder::names_person(WordAt place) const {
  const int entity = entity_of(place);
  return entity >= 0 && entities_.entities[static_cast<std::size_t>(entity)].kind == EntityKind::person;
}

// "said through a lawyer": who spoke for the source. Not: "through the courts", "through an interpreter".
void AttributionFinder::add_go_between(int inner) {
  static constexpr auto kTranslators = std::to_array<std::string_view>({"interpreter", "translator"});
  static constexpr auto kKin = std::to_array<std::string_view>({"uncle", "aunt", "brother", "sister", "cousin", "son", "daughter", "wife", "husband", "father",
                                                                "mother", "nephew", "niece", "relative", "friend", "neighbour", "neighbor"});
  const WordAt cue = *item(inner).cue;
  const Tree& t = tree(cue.sentence);
  for (int phrase = cue.word + 1; phrase < t.size(); ++phrase) {
    const int head = t[phrase].head;  // "let it be known through a lawyer"
    const bool is_of_cue = t.has_relation(phrase, "obl") && (head == cue.word || (t.has_relation(head, "xcomp") && t[head].head == cue.word));
    const std::string preposition = is_of_cue ? preposition_of(t, phrase) : std::string();
    const bool is_through = (preposition == "through" || preposition == "via") && !is_one_of(t[phrase].lemma, kTranslators);
    if (!is_through || holds(item(inner), {cue.sentence, phrase})) continue;
    if (names_person({cue.sentence, phrase}) || is_one_of(t[phrase].lemma, kKin)) add_outer(inner, {cue.sentence, phrase}, {cue.sentence, phrase}, false);
  }
}

// "villagers informed the prefect, who repeated it to the daily Ikigo": whoever was told it and told it on, and the paper that he told; and who spoke
// for the source.
void AttributionFinder::add_passers(int inner) {
  static constexpr auto kToldOn = std::to_array<std::string_view>({"repeat", "relay", "pass", "forward", "convey", "tell", "report", "recount"});
  static constexpr auto kThis = std::to_array<std::string_view>({"it", "this", "them", "that"});
  add_go_between(inner);
  const WordAt cue = *item(inner).cue;
  const int s = cue.sentence;
  const Tree& t = tree(s);
  for (const Argument& argument : predicate_at(t, cue.word).arguments) {
    if (argument.slot == Slot::subject || argument.word < cue.word || is_outlet({s, argument.word})) continue;
    for (const int verb : t.children(argument.word, "acl:relcl")) {
      const auto subject = t.child(verb, "nsubj"), object = t.child(verb, "obj");
      const bool is_told_on = subject && object && t[*subject].lemma == "who" && is_one_of(t[*object].lemma, kThis) && is_one_of(t[verb].lemma, kToldOn);
      if (!is_told_on) continue;
      const int passer = add_outer(inner, {s, argument.word}, {s, verb}, false);
      for (const int hearer : predicate_at(t, verb).obliques("to")) {
        if (is_named_outlet({s, hearer})) add_outer(passer, {s, hearer}, {s, verb}, true);
      }
      return;
    }
  }
}

// "an aide cited by CNN and first reported by Channel 12": the first is an outer hop, the second a chain of its own.
void AttributionFinder::add_relays(int inner) {
  if (!item(inner).source) return;
  add_cited(inner);
  const WordAt source = *item(inner).source;
  const Tree& t = tree(source.sentence);
  for (const int clause : clauses_of(t, source.word)) {
    // "a source cited by CNN and reported by Axios": the parser may join the second clause to the noun.
    const bool may_hang = t.has_relation(clause, "conj") || t.has_relation(clause, "appos");
    const bool is_joined = may_hang && t[clause].upos == Upos::VERB && !agents_of(t, clause).empty() && !t.child(clause, "nsubj");
    if (!t.has_relation(clause, "acl") && !is_joined) continue;
    for (const int verb : t.conjuncts(clause)) inner = add_relay(inner, source, verb, is_joined);
  }
}

// Who passed on, by the clause at `verb`, what the noun before it says: "by X" of "quoted by X", the subject of "which X has seen".
std::vector<int> AttributionFinder::tellers_in(WordAt source, int verb, bool is_joined) const {
  const Tree& t = tree(source.sentence);
  const Predicate predicate = predicate_at(t, verb);
  if (t[verb].lemma == "appear") {  // "extracts from which appeared in the daily El Sur"
    std::vector<int> papers = predicate.obliques("in");
    std::erase_if(papers, [&](int paper) { return !is_named_outlet({source.sentence, paper}); });
    return papers;
  }
  auto by = agents_of(t, verb);  // first, as taggers take "quoted by X" for a finite verb
  const bool is_participle = is_joined || t.has_feature(verb, "VerbForm=Part") || (!by.empty() && !t.child(verb, "nsubj"));
  if (t.has_relation(verb, "acl:relcl") && !predicate.passive && (by.empty() || !is_participle)) {
    const auto teller = t.child(verb, "nsubj");
    const auto object = t.child(verb, "obj");
    const bool is_told = teller && !is_relative_pronoun(t, *teller) && (!object || is_relative_pronoun(t, *object));
    return is_told ? std::vector<int>{*teller} : std::vector<int>();
  }
  if (!t.has_relation(verb, "acl:relcl") && !is_participle) return {};
  if (by.empty() && !is_joined) by = predicate.in(Slot::subject);
  if (by.empty()) {  // "a source quoted by X": the parser may hang X on the source
    for (const int phrase : t.children(source.word, "nmod")) {
      if (phrase > verb && preposition_of(t, phrase) == "by") by.push_back(phrase);
    }
  }
  if (is_relayed(t, verb) && (by.empty() || agents_of(t, verb).empty())) {  // "a letter quoted in the paper El Sur"
    for (const int paper : predicate.obliques("in")) {
      if (is_named_outlet({source.sentence, paper})) by = {paper};
    }
  }
  return by;
}

// Adds whoever passed on, by the clause at `verb`, what the source of `inner` says: "cited by CNN", "shown by a clerk to CNN", "whose answers were
// relayed by a lawyer". Not: "seen by police". Returns the outermost hop.
int AttributionFinder::add_relay(int inner, WordAt source, int verb, bool is_joined) {
  const int s = source.sentence;
  const Tree& t = tree(s);
  const auto subject = t.child(verb, "nsubj:pass");
  const bool is_text = is_document(t, source.word) || (subject && is_talk_noun(t, *subject) && t.child(*subject, "nmod:poss"));
  const bool is_handed = is_one_of(t[verb].lemma, kHanded);
  const auto tellers = tellers_in(source, verb, is_joined);
  int told = inner;
  for (const int teller : tellers.empty() ? std::vector<int>() : t.conjuncts(tellers.front())) {
    const WordAt place{s, teller};
    const bool is_somebody = is_outlet(place) || entities_.at(place) != nullptr || (is_text && t.child(teller, "det"));
    if (!is_somebody || place == source || is_of_writer(place)) continue;  // "reached by telephone"
    const bool is_seen = is_one_of(t[verb].lemma, kSeen) && (is_text || is_outlet(place));
    const bool is_spread = is_text && ((is_handed && !is_one_of(t[verb].lemma, kSent)) || is_one_of(t[verb].lemma, kPrinted) || t[verb].lemma == "appear");
    if (is_one_of(t[verb].lemma, kQuoted) || is_seen || is_spread) {
      told = add_outer(inner, place, {s, verb}, tells_as_outlet(place) || is_one_of(t[verb].lemma, kAired));
    } else if (is_one_of(t[verb].lemma, kFirstTold)) {
      add_parallel(place, {s, verb}, item(inner).content);
    }
  }
  for (const int hearer : is_handed ? predicate_at(t, verb).obliques("to") : std::vector<int>()) {
    if (is_named_outlet({s, hearer})) told = add_outer(told, {s, hearer}, {s, verb}, true);
  }
  return told;
}

// A paper, or a name that may be one's, reports; anybody else who passes words on asserts them.
bool AttributionFinder::tells_as_outlet(WordAt place) const {
  if (is_outlet(place)) return true;
  const int index = tree(place.sentence)[place.word].upos == Upos::PROPN ? entity_of(place) : -1;
  if (index < 0) return false;
  const EntityKind kind = entities_.entities[static_cast<std::size_t>(index)].kind;
  return kind == EntityKind::other || kind == EntityKind::company;
}

int AttributionFinder::add_outer(int inner, WordAt source, WordAt cue, bool is_outlet) {
  AttributionAt outer;
  outer.source = source;
  outer.cue = cue;
  outer.content = item(inner).content;
  outer.outlet_source = is_outlet;
  outer.stance = outer.outlet_source ? Stance::reports : Stance::asserts;
  outer.rule = "cue.relayed";
  const auto heard = item(inner).parent;  // "told CNN" of what a clause says that another passed on
  if (heard && item(*heard).cue != cue) outer.parent = heard;
  const int index = add(std::move(outer));
  item(inner).parent = index;
  return index;
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
      add_outer(static_cast<int>(j), *outer.source, *outer.cue, outer.outlet_source);
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

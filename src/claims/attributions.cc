// SPDX-License-Identifier: Apache-2.0
// Attribution after PARC and PolNeAR: a cue (data/rules/cues.tsv) with its source and content, from the tree; "according to"; nouns and
// adjectives; quotations, also over sentence borders. Works: "talks were held, an aide cited by CNN said" (aide inside CNN).
// Does not: free indirect speech without any cue ("The minister was furious. The deal was a betrayal.").
#include "claims/attributions.h"

#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 5> kNegators = {"not", "n't", "never", "nor", "neither"};

constexpr std::array<std::string_view, 7> kPapers = {"daily", "weekly", "newspaper", "tabloid", "broadsheet", "broadcaster", "bulletin"};
constexpr std::array<std::string_view, 4> kKnownBefore = {"station", "channel", "magazine", "website"};  // "the station"
constexpr std::array<std::string_view, 5> kAir = {"tv", "television", "radio", "media", "press"};        // "state TV": an outlet by whose it is
constexpr std::array<std::string_view, 4> kOnAir = {"tv", "television", "radio", "broadcasting"};        // "a radio station"
constexpr std::array<std::string_view, 3> kWhose = {"state", "local", "national"};
constexpr std::array<std::string_view, 3> kPieces = {"report", "story", "article"};
constexpr std::array<std::string_view, 6> kDesks = {"service", "desk", "bureau", "edition", "programme", "program"};
constexpr std::array<std::string_view, 12> kSides = {"government", "army", "police", "military", "ministry", "opposition",
                                                     "rebel",      "navy", "junta",  "company",  "union",    "embassy"};
constexpr std::array<std::string_view, 7> kNewsPlaces = {"agency", "site", "website", "channel", "portal", "outlet", "magazine"};

}  // namespace

int words_of(const AttributionAt& item) {
  int words = 0;
  for (const AttributedContent& piece : item.content) words += piece.last - piece.first + 1;
  return words;
}

bool holds(const AttributionAt& item, WordAt place) {
  return std::any_of(item.content.begin(), item.content.end(),
                     [&](const AttributedContent& piece) { return piece.sentence == place.sentence && piece.first <= place.word && place.word <= piece.last; });
}

bool is_negated(const Tree& tree, int word) {
  const auto& kids = tree.children(word);
  return std::any_of(kids.begin(), kids.end(), [&](int child) {
    const bool can_negate = tree.has_relation(child, "advmod") || tree.has_relation(child, "cc") || tree.has_relation(child, "cc:preconj");
    return can_negate && is_one_of(tree[child].lemma, kNegators);
  });
}

int top_of_clause(const Tree& tree, int word) {
  static constexpr std::array<std::string_view, 10> kInside = {"xcomp", "nmod", "obj", "obl", "nsubj", "conj", "acl", "appos", "amod", "advcl"};
  for (int up = word;;) {
    const bool inside = std::any_of(kInside.begin(), kInside.end(), [&](std::string_view relation) { return tree.has_relation(up, relation); });
    if (tree[up].head < 0 || !inside) return up;
    up = tree[up].head;
  }
}

bool is_bare_stance(Stance stance) { return stance != Stance::asserts && stance != Stance::reports && stance != Stance::suggests; }

Stance stance_shown(const AttributionAt& attribution) {
  const Stance stance = attribution.stance;
  const bool tells = stance == Stance::asserts || stance == Stance::confirms || stance == Stance::suggests;
  return attribution.outlet_source && tells ? Stance::reports : stance;
}

AttributionSet AttributionFinder::run() {
  for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
    for (int word = 0; word < tree(s).size(); ++word) read_word(s, word);
  }
  share_hearers();
  add_labels();
  add_loose_quotes();
  add_learned_cues();
  set_parents();
  drop_repeated();
  AttributionSet set;
  set.items = std::move(items_);
  for (const AttributionAt& item : set.items) set.printed.push_back(print_attribution(item, report_, entities_, rules_));
  return set;
}

void AttributionFinder::read_word(int s, int word) {
  if (preposition_of(tree(s), word) == "according to") return read_according_to(s, word);
  const Cue* cue = cue_at(s, word);
  if (cue == nullptr) return;
  switch (cue->upos) {
    case Upos::NOUN: return read_noun_cue(s, word, *cue);
    case Upos::ADJ: return read_adjective_cue(s, word, *cue);
    default: break;
  }
  if (tree(s).has_relation(word, "amod") && word < tree(s)[word].head) return;  // "a disputed election"
  if (cue->vouched.citing) return read_citing(s, word, *cue);
  read_verb_cue(s, word, *cue);
}

int AttributionFinder::entity_of(WordAt place) const {
  const Mention* mention = entities_.at(place);
  return mention == nullptr || mention->entities.size() != 1 ? -1 : mention->entities.front();
}

namespace {

// "the evening paper Iltakunta", "the Kenyan agency Sauti Kuu"; not "the border agency Frontex".
bool is_name_of_outlet(const Tree& tree, int name) {
  static constexpr auto kBodies = std::to_array<std::string_view>({"un", "u.n.", "eu", "border", "intelligence", "spy", "security", "aid", "relief", "space",
                                                                   "refugee", "humanitarian", "rights", "development", "travel"});
  if (tree[name].upos != Upos::PROPN) return false;
  bool is_told = false;
  for (const int child : tree.children(name)) {
    if (!tree.has_relation(child, "compound") && !tree.has_relation(child, "nmod:desc") && !tree.has_relation(child, "amod")) continue;
    const std::string lemma = lower_ascii(tree[child].lemma);
    if (is_one_of(lemma, kBodies)) return false;
    const bool is_kind = tree[child].upos == Upos::NOUN && (is_one_of(lemma, kNewsPlaces) || is_one_of(lemma, kPapers) || lemma == "paper");
    is_told = is_told || (is_kind && child + 1 < tree.size() && tree[child + 1].upos == Upos::PROPN);
  }
  return is_told;
}

bool is_indefinite(const Tree& tree, int noun) {
  const auto determiner = tree.child(noun, "det");
  return determiner && (tree[*determiner].lemma == "a" || tree[*determiner].lemma == "an");
}

}  // namespace

bool AttributionFinder::is_outlet(WordAt place) const {
  const auto names_outlet = [&](WordAt at) {
    const Mention* mention = entities_.at(at);
    return mention != nullptr && !mention->entities.empty() &&
           entities_.entities[static_cast<std::size_t>(mention->entities.front())].kind == EntityKind::outlet;
  };
  if (names_outlet(place)) return true;
  const Tree& t = tree(place.sentence);
  const auto& kids = t.children(place.word);
  if (t[place.word].upos == Upos::NUM)  // "one of them, Radio Sol"
    return std::any_of(kids.begin(), kids.end(), [&](int child) { return t.has_relation(child, "appos") && names_outlet({place.sentence, child}); });
  if (t[place.word].upos != Upos::NOUN && t[place.word].upos != Upos::PROPN) return false;
  const bool is_issue = t[place.word].lemma == "bulletin" && is_indefinite(t, place.word);
  if (is_one_of(t[place.word].lemma, kPapers)) return !is_issue;
  if (is_named_behind(place)) return true;
  if (is_one_of(t[place.word].lemma, kDesks)) {  // "the BBC's Nepali service", "the party's news service"
    if (place.word > 0 && t[place.word - 1].lemma == "news" && t[place.word - 1].head == place.word) return true;
    const auto owner = t.child(place.word, "nmod:poss");
    if (owner && t[*owner].upos != Upos::PRON && names_outlet({place.sentence, *owner})) return true;
  }
  if (is_name_of_outlet(t, place.word)) return true;
  const bool is_bare = place.word > 0 && t[place.word - 1].lemma == "the" && t.range(place.word).last == place.word;
  if (is_bare && is_one_of(t[place.word].lemma, kKnownBefore)) return true;
  const bool is_air = is_one_of(lower_ascii(t[place.word].lemma), kAir);
  return std::any_of(kids.begin(), kids.end(), [&](int child) {  // "the state agency Petra", "the news site Kaktus"
    if (t.has_relation(child, "appos"))
      return names_outlet({place.sentence, child}) || (t[child].upos == Upos::PROPN && is_one_of(t[place.word].lemma, kNewsPlaces));
    const bool is_modifier = t.has_relation(child, "compound") || t.has_relation(child, "amod");
    const std::string kind = lower_ascii(t[child].lemma);
    if (is_modifier && is_air && is_one_of(kind, kWhose)) return true;
    if (is_modifier && is_one_of(kind, kOnAir) && is_one_of(t[place.word].lemma, kKnownBefore)) return true;
    if (!t.has_relation(child, "compound") || !is_one_of(t[place.word].lemma, kNewsPlaces)) return false;
    return t[child].lemma == "news" || names_outlet({place.sentence, child});  // "the Interfax agency"
  });
}

// "the portal Mali Hari", "an Irish station, Bay Radio", "the Hausa service of the BBC": the name behind the noun, where the parser does not join
// them.
bool AttributionFinder::is_named_behind(WordAt place) const {
  constexpr int kLongest = 4;
  const Tree& t = tree(place.sentence);
  const std::string& lemma = t[place.word].lemma;
  const bool is_desk = is_one_of(lemma, kDesks);
  if (!is_desk && !is_one_of(lemma, kNewsPlaces) && !is_one_of(lemma, kKnownBefore)) return false;
  int first = place.word + 1;
  if (is_desk && (first >= t.size() || t[first].form != "of")) return false;
  while (first < t.size() && (t[first].form == "," || (is_desk && (t[first].form == "of" || t[first].form == "the")))) ++first;
  for (int name = first; name < t.size() && name < first + kLongest && t[name].upos == Upos::PROPN; ++name) {
    const Mention* mention = entities_.at({place.sentence, name});
    if (mention != nullptr && mention->first > place.word && mention->first <= first && mention->entities.size() == 1)
      return entities_.entities[static_cast<std::size_t>(mention->entities.front())].kind == EntityKind::outlet;
  }
  return false;
}

// "in Le Fleuve", "on Gulf Channel": a name of nobody and of no place that data/kb knows.
bool AttributionFinder::is_unknown_name(WordAt place) const {
  const Mention* mention = entities_.at(place);
  if (tree(place.sentence)[place.word].upos != Upos::PROPN || (mention != nullptr && mention->as_place)) return false;
  const int entity = entity_of(place);
  if (entity < 0) return mention == nullptr;
  const Entity& named = entities_.entities[static_cast<std::size_t>(entity)];
  return !named.known && (named.code.empty() || named.guessed) && named.kind != EntityKind::place && named.kind != EntityKind::agreement;
}

bool AttributionFinder::is_of_state(WordAt place) const {
  const int entity = entity_of(place);
  return entity >= 0 && entities_.entities[static_cast<std::size_t>(entity)].kind == EntityKind::state;
}

bool AttributionFinder::can_speak(WordAt place) const {
  static constexpr auto kTimes = std::to_array<std::string_view>({"second", "minute", "hour", "day", "week", "month", "year", "decade", "moment", "time"});
  const Tree& t = tree(place.sentence);
  const Word& w = t[place.word];
  if (w.upos == Upos::NOUN && is_one_of(w.lemma, kTimes)) return false;
  return w.is_nominal() || w.upos == Upos::ADJ || w.upos == Upos::DET || w.upos == Upos::X;
}

// Nobody stands in what he says: content that runs from a quotation over its closing mark to its own source (`"...," Colonel Sarr, a
// spokesman, told us`) ends with the quotation.
void AttributionFinder::end_before_source(AttributionAt& item) const {
  if (!item.source) return;
  for (AttributedContent& content : item.content) {
    const bool holds_source = content.sentence == item.source->sentence && content.first <= item.source->word && item.source->word <= content.last;
    if (!holds_source) continue;
    for (const QuotePiece& piece : quotes_) {
      const bool opens_it = piece.sentence == content.sentence && piece.first <= content.first + 1 && content.first <= piece.last;
      if (opens_it && piece.last < item.source->word) content.last = piece.last;
    }
  }
}

int AttributionFinder::add(AttributionAt item) {
  end_before_source(item);
  item.verbatim = item.verbatim || is_verbatim(item);
  if (item.source && !item.outlet_source) item.outlet_source = is_outlet(*item.source);
  items_.push_back(std::move(item));
  return static_cast<int>(items_.size()) - 1;
}

bool AttributionFinder::is_verbatim(const AttributionAt& item) const {
  int quoted = 0;
  for (const AttributedContent& content : item.content) {
    for (const QuotePiece& piece : quotes_) {
      if (piece.sentence == content.sentence) quoted += std::max(0, std::min(piece.last, content.last) - std::max(piece.first, content.first) + 1);
    }
  }
  return quoted * 5 >= words_of(item) * 3 && quoted > 0;
}

void AttributionFinder::read_according_to(int s, int word) {
  const Tree& t = tree(s);
  const int host = t[word].head;
  if (host < 0) return;
  const Tree::Range own = t.range(word);
  const bool is_in_clause = t[host].deprel == "acl:relcl" && word < host;  // "who, according to a newspaper, dined with him"
  const int top = is_in_clause ? host : top_of_clause(t, host);
  Tree::Range all = t.range(top);
  for (const int more : t.children(top, "conj")) {  // "A beat B, according to X, and C jailed D": C's clause is not X's
    const bool begins = more > own.last && own.first > all.first + 1 && t[more].is_verbal() && t.child(more, "nsubj");
    if (begins) all.last = std::min(all.last, t.range(more).first - 1);
  }
  AttributionAt item;
  item.source = WordAt{s, word};
  item.rule = "cue.according-to";
  for (const int child : t.children(word, "case")) item.cue = WordAt{s, child};
  add_range(s, all.first, own.first - 1, own.first, item.content);
  add_range(s, own.last + 1, all.last, own.last, item.content);
  if (item.content.empty()) return;
  const int index = add(std::move(item));
  add_relays(index);
  add_joint_sources(index);
}

// "its denial that", "the claim by X that"; "her plan to leave", "support from Oslo for the deal".
void AttributionFinder::read_noun_cue(int s, int noun, const Cue& cue) {
  const Tree& t = tree(s);
  const Predicate predicate = predicate_at(t, noun);
  AttributionAt item;
  item.cue = WordAt{s, noun};
  item.rule = cue.rule;
  item.stance = cue.stance;
  for (const Slot slot : {Slot::possessor, Slot::subject}) {
    if (const auto found = predicate.in(slot); !found.empty() && !item.source) item.source = WordAt{s, found.front()};
  }
  for (const std::string_view preposition : {std::string_view("by"), std::string_view("from"), std::string_view("of")}) {
    if (cue.vouched.has_preposition(preposition) || cue.told.has_preposition(preposition)) continue;
    if (const auto found = predicate.obliques(preposition); !found.empty() && !item.source) item.source = WordAt{s, found.front()};
  }
  for (const std::string_view preposition : {std::string_view("in"), std::string_view("on")}) {  // "a report in the Global Times that"
    for (const int outlet : item.source ? std::vector<int>() : predicate.obliques(preposition)) {
      if (!is_named_outlet({s, outlet}) && !(is_one_of(t[noun].lemma, kPieces) && is_unknown_name({s, outlet}))) continue;
      item.source = WordAt{s, outlet};
      item.outlet_source = true;
    }
  }
  for (int behind = noun + 1; !item.source && behind < t.size() && behind < noun + 8; ++behind) {  // "a report by Reuters that", hung elsewhere
    const auto before = t.preposition(behind);
    if (before == noun + 1 && t[*before].lemma == "by" && t[behind].head < noun && is_named_outlet({s, behind})) item.source = WordAt{s, behind};
  }
  const bool is_word_of_side = cue.rule == "cue.noun-claim" || cue.rule == "cue.noun-deny";
  for (const int outlet : item.source ? std::vector<int>() : t.children(noun, "compound")) {  // "local radio reports that", "a government denial that"
    if (is_outlet({s, outlet}) || (is_word_of_side && is_one_of(t[outlet].lemma, kSides))) item.source = WordAt{s, outlet};
  }
  for (int before = noun - 1; !item.source && is_word_of_side && before >= 0 && before >= noun - 2; --before) {
    const bool is_nation = t[before].upos == Upos::ADJ || t[before].upos == Upos::PROPN;  // "Russian claims that"
    const bool is_beside = t[before].head == noun || (before == noun - 1 && t[before].head == t[noun].head);
    if (is_nation && is_beside && is_of_state({s, before})) item.source = WordAt{s, before};
  }
  for (const std::string_view relation : {std::string_view("acl"), std::string_view("ccomp")}) {
    for (const int child : t.children(noun, relation)) {
      const auto mark = t.child(child, "mark");
      if (cue.vouched.clause && mark && t[*mark].lemma == "that" && !t.has_relation(child, "acl:relcl")) add_subtree(s, child, noun, item.content);
    }
  }
  if (item.content.empty() && item.source) {
    item.content = told_content(s, noun, cue.vouched, predicate);
    if (item.content.empty()) {
      item.content = told_content(s, noun, cue.told, predicate);
      item.vouches = false;
    }
  }
  if (item.content.empty() || (item.source && !can_speak(*item.source))) return;
  const int index = add(std::move(item));
  if (items_[static_cast<std::size_t>(index)].source && items_[static_cast<std::size_t>(index)].outlet_source) add_cited(index);
}

// "is confident that the truce holds"; "was aware of the move".
void AttributionFinder::read_adjective_cue(int s, int word, const Cue& cue) {
  const Tree& t = tree(s);
  const auto subject = t.child(word, "nsubj");
  if (!subject || !can_speak({s, *subject}) || t.has_relation(*subject, "nsubj:expl") || t[*subject].lemma == "it" || t[*subject].lemma == "there") return;
  AttributionAt item;
  item.cue = WordAt{s, word};
  item.source = WordAt{s, antecedent(t, *subject)};
  item.rule = cue.rule;
  item.stance = is_negated(t, word) ? Stance::no_comment : cue.stance;
  const Predicate predicate = predicate_at(t, word);
  if (cue.vouched.clause) {
    for (const int child : t.children(word, "ccomp")) add_subtree(s, child, word, item.content);
  }
  if (item.content.empty()) {
    item.content = told_content(s, word, cue.told, predicate);
    item.vouches = false;
  }
  if (!item.content.empty()) add(std::move(item));
}

std::vector<int> AttributionSet::over(WordAt place) const {
  std::vector<int> found;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].source && items[i].vouches && holds(items[i], place)) found.push_back(static_cast<int>(i));
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](int a, int b) { return words_of(items[static_cast<std::size_t>(a)]) < words_of(items[static_cast<std::size_t>(b)]); });
  return found;
}

AttributionSet find_attributions(const ParsedReport& report, const EntityTable& entities, const Rules& rules) {
  return AttributionFinder(report, entities, rules).run();
}

}  // namespace dragoman

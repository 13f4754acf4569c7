// SPDX-License-Identifier: Apache-2.0
// Attribution after PARC and PolNeAR: a cue (data/rules/cues.tsv) with its source and content, from the tree; "according to"; nouns of
// saying; quotations, also over sentence borders. Works: "talks were held, an aide cited by CNN said" (aide inside CNN).
// Does not: free indirect speech without any cue ("The minister was furious. The deal was a betrayal.").
#include "claims/attributions.h"

#include <algorithm>
#include <array>

#include "claims/arguments.h"
#include "claims/quotes.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 5> kNegators = {"not", "n't", "never", "nor", "neither"};
constexpr std::array<std::string_view, 3> kRefusals = {"decline", "refuse", "fail"};
constexpr std::array<std::string_view, 4> kRelayed = {"cite", "quote", "see", "obtain"};
constexpr std::array<std::string_view, 8> kFirstTold = {"report", "publish", "reveal", "break", "carry", "air", "broadcast", "run"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_negated(const Tree& tree, int verb) {
  for (const int child : tree.children(verb)) {
    const bool can_negate = tree.has_relation(child, "advmod") || tree.has_relation(child, "cc") || tree.has_relation(child, "cc:preconj");
    if (can_negate && is_one_of(tree[child].lemma, kNegators)) return true;
  }
  return false;
}

int size_of(const AttributionAt& item) {
  int words = 0;
  for (const AttributedContent& piece : item.content) words += piece.last - piece.first + 1;
  return words;
}

bool holds(const AttributionAt& item, WordAt place) {
  return std::any_of(item.content.begin(), item.content.end(), [&](const AttributedContent& piece) {
    return piece.sentence == place.sentence && piece.first <= place.word && place.word <= piece.last;
  });
}

class AttributionFinder {
 public:
  AttributionFinder(const ParsedReport& report, const EntityTable& entities, const Rules& rules)
      : report_(report), entities_(entities), rules_(rules), quotes_(find_quotes(report)) {}

  AttributionSet run() {
    for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
      const Tree& tree = report_.tree(s);
      for (int word = 0; word < tree.size(); ++word) read_word(s, word);
    }
    add_loose_quotes();
    set_parents();
    AttributionSet set;
    set.items = std::move(items_);
    for (const AttributionAt& item : set.items) set.printed.push_back(print(item));
    return set;
  }

 private:
  const Tree& tree(int s) const { return report_.tree(s); }

  void read_word(int s, int word) {
    const Word& w = tree(s)[word];
    if (preposition_of(tree(s), word) == "according to") return read_according_to(s, word);
    const Cue* cue = rules_.cues.of(w.lemma, w.upos);
    if (cue == nullptr) return;
    if (w.upos == Upos::NOUN) return read_noun_cue(s, word, *cue);
    if (cue->citing) return read_citing(s, word, *cue);
    read_verb_cue(s, word, *cue);
  }

  bool is_outlet(WordAt place) const {
    const Mention* mention = entities_.at(place);
    return mention != nullptr && !mention->entities.empty() &&
           entities_.entities[static_cast<std::size_t>(mention->entities.front())].kind == EntityKind::outlet;
  }

  // ---- verbs of saying

  void read_verb_cue(int s, int verb, const Cue& cue) {
    const Predicate predicate = predicate_at(tree(s), verb);
    AttributionAt item;
    item.cue = WordAt{s, verb};
    item.rule = cue.rule;
    item.stance = stance_of(s, verb, cue);
    if (const auto subjects = predicate.in(Slot::subject); !subjects.empty()) item.source = WordAt{s, subjects.front()};
    if (item.source && !can_speak(*item.source)) return;
    item.content = content_of_verb(s, verb, cue, predicate);
    const bool is_bare = item.stance == Stance::denies || item.stance == Stance::no_comment || item.stance == Stance::confirms;
    if (item.content.empty() && !(is_bare && item.source)) return;
    if (!item.source && !predicate.passive) return;
    if (item.source) item.outlet_source = is_outlet(*item.source);
    add_with_hearers(s, predicate, std::move(item));
  }

  // "told CNN": what the outlet was told, it reports.
  void add_with_hearers(int s, const Predicate& predicate, AttributionAt item) {
    const WordAt cue = *item.cue;
    const auto content = item.content;
    const int inner = add(std::move(item));
    for (const Argument& argument : predicate.arguments) {
      const bool hearer = argument.slot == Slot::object || argument.slot == Slot::indirect_object ||
                          (argument.slot == Slot::oblique && (argument.preposition == "to" || argument.preposition == "by" || argument.preposition == "in" || argument.preposition == "on"));
      if (!hearer || !is_outlet({s, argument.word})) continue;
      add_outer(inner, {s, argument.word}, cue, content);
    }
    add_relays(inner, content);
  }

  // "an aide cited by CNN and first reported by Channel 12": the first is an outer hop, the second a chain of its own.
  void add_relays(int inner, const std::vector<AttributedContent>& content) {
    if (!items_[static_cast<std::size_t>(inner)].source) return;
    const WordAt source = *items_[static_cast<std::size_t>(inner)].source;
    const Tree& t = tree(source.sentence);
    for (const int clause : t.children(source.word, "acl")) {
      for (const int verb : t.conjuncts(clause)) {
        const Predicate predicate = predicate_at(t, verb);
        const auto by = predicate.in(Slot::subject);
        if (!predicate.passive || by.empty()) continue;
        for (const int teller : t.conjuncts(by.front())) {
          const WordAt outlet{source.sentence, teller};
          if (is_one_of(t[verb].lemma, kRelayed)) {
            add_outer(inner, outlet, {source.sentence, verb}, content);
          } else if (is_one_of(t[verb].lemma, kFirstTold)) {
            add_parallel(outlet, {source.sentence, verb}, content);
          }
        }
      }
    }
  }

  void add_outer(int inner, WordAt outlet, WordAt cue, const std::vector<AttributedContent>& content) {
    AttributionAt outer;
    outer.source = outlet;
    outer.cue = cue;
    outer.content = content;
    outer.stance = Stance::reports;
    outer.outlet_source = true;
    outer.rule = "cue.relayed";
    const int index = add(std::move(outer));
    items_[static_cast<std::size_t>(inner)].parent = index;
  }

  void add_parallel(WordAt outlet, WordAt cue, const std::vector<AttributedContent>& content) {
    AttributionAt other;
    other.source = outlet;
    other.cue = cue;
    other.content = content;
    other.stance = Stance::reports;
    other.outlet_source = is_outlet(outlet);
    other.rule = "cue.first-told";
    parallel_.push_back(add(std::move(other)));
  }

  bool can_speak(WordAt place) const {
    const Word& w = tree(place.sentence)[place.word];
    return w.is_nominal() || w.upos == Upos::ADJ || w.upos == Upos::DET || w.upos == Upos::X;
  }

  Stance stance_of(int s, int verb, const Cue& cue) const {
    const Tree& t = tree(s);
    const int head = t[verb].head;
    if (head >= 0 && t.has_relation(verb, "xcomp") && is_one_of(t[head].lemma, kRefusals)) return Stance::no_comment;
    const bool negated = is_negated(t, verb);
    const bool paired = is_paired(s, verb);
    if (paired && (negated || is_negated(t, head_of_pair(s, verb)))) return Stance::no_comment;
    if (!negated) return cue.stance;
    if (cue.stance == Stance::denies) return Stance::does_not_deny;
    return Stance::no_comment;
  }

  // "neither confirmed nor denied"
  bool is_paired(int s, int verb) const {
    const Tree& t = tree(s);
    const int first = head_of_pair(s, verb);
    bool confirms = false, denies = false;
    for (const int other : t.conjuncts(first)) {
      const Cue* cue = rules_.cues.of(t[other].lemma, Upos::VERB);
      if (cue == nullptr) continue;
      confirms = confirms || cue->stance == Stance::confirms;
      denies = denies || cue->stance == Stance::denies;
    }
    if (!confirms || !denies) return false;
    const auto& kids = t.children(verb);
    return std::any_of(kids.begin(), kids.end(), [&](int k) { return t[k].lemma == "nor" || t[k].lemma == "or" || t[k].lemma == "neither"; }) || is_negated(t, first);
  }
  int head_of_pair(int s, int verb) const { return tree(s).has_relation(verb, "conj") ? tree(s)[verb].head : verb; }

  std::vector<AttributedContent> content_of_verb(int s, int verb, const Cue& cue, const Predicate& predicate) const {
    const Tree& t = tree(s);
    std::vector<AttributedContent> content;
    const auto add_subtree = [&](int word) { add_range(s, t.range(word).first, t.range(word).last, verb, content); };
    if (cue.clause || cue.quote) {
      for (const int child : t.children(verb, "ccomp")) add_subtree(child);
      if (content.empty() && predicate.passive) {
        for (const int child : t.children(verb, "csubj")) add_subtree(child);
      }
    }
    if (content.empty() && cue.xcomp) {
      for (const int child : t.children(verb, "xcomp")) add_subtree(child);
    }
    if (content.empty() && cue.passive && predicate.passive && !t.children(verb, "xcomp").empty()) {
      for (const int child : t.children(verb, "xcomp")) add_subtree(child);
    }
    if (content.empty() && cue.obj) {
      for (const int word : predicate.in(Slot::object)) {
        if (t[word].head == verb && (!predicate.passive || t.has_relation(word, "nsubj:pass"))) add_subtree(word);
      }
    }
    if (content.empty() && cue.about) {
      for (const std::string_view preposition : {std::string_view("of"), std::string_view("for"), std::string_view("about")}) {
        for (const int word : predicate.obliques(preposition)) add_subtree(word);
      }
    }
    if (content.empty() && (cue.quote || cue.clause)) add_host_clause(s, verb, content);
    if (cue.quote) add_quotes(s, verb, content);
    return content;
  }

  // "The talks, he said, were held": the clause that the cue is thrust into, or that it follows.
  void add_host_clause(int s, int verb, std::vector<AttributedContent>& content) const {
    const Tree& t = tree(s);
    if (t.has_relation(verb, "parataxis") && t[verb].head >= 0) {
      const Tree::Range all = t.range(t[verb].head);
      const Tree::Range own = t.range(verb);
      add_range(s, all.first, own.first - 1, verb, content);
      add_range(s, own.last + 1, all.last, verb, content);
    }
    for (const int child : t.children(verb, "parataxis")) add_range(s, t.range(child).first, t.range(child).last, verb, content);
  }

  // Direct speech in the cue's sentence that no content holds yet; it must touch the cue's clause, not another's.
  void add_quotes(int s, int verb, std::vector<AttributedContent>& content) const {
    if (!content.empty() && content.size() > 3) return;
    for (const QuotePiece& piece : quotes_) {
      if (piece.sentence != s || (piece.first <= verb && verb <= piece.last)) continue;
      const bool covered = std::any_of(content.begin(), content.end(), [&](const AttributedContent& c) { return c.first <= piece.last && piece.first <= c.last; });
      const bool alone = content.empty();
      if (!covered && alone) content.push_back({s, piece.first, piece.last});
    }
  }

  // Words first..last without the cue's own words and without marks at the edges.
  void add_range(int s, int first, int last, int cue, std::vector<AttributedContent>& content) const {
    const Tree& t = tree(s);
    if (first <= cue && cue <= last) {
      if (cue - first > last - cue) last = cue - 1; else first = cue + 1;
    }
    while (first <= last && t[first].upos == Upos::PUNCT) ++first;
    while (last >= first && t[last].upos == Upos::PUNCT) --last;
    if (first <= last) content.push_back({s, first, last});
  }

  // ---- "according to"

  void read_according_to(int s, int word) {
    const Tree& t = tree(s);
    const int host = t[word].head;
    if (host < 0) return;
    const Tree::Range own = t.range(word);
    const Tree::Range all = t.range(top_of_clause(t, host));
    AttributionAt item;
    item.source = WordAt{s, word};
    item.outlet_source = is_outlet(*item.source);
    item.rule = "cue.according-to";
    for (const int child : t.children(word, "case")) item.cue = WordAt{s, child};
    add_range(s, all.first, own.first - 1, own.first, item.content);
    add_range(s, own.last + 1, all.last, own.last, item.content);
    if (item.content.empty()) return;
    const auto content = item.content;
    const int inner = add(std::move(item));
    add_relays(inner, content);
  }

  // The clause that an adverbial phrase speaks of: from its host up through phrases and open complements.
  static int top_of_clause(const Tree& t, int word) {
    for (int up = word;;) {
      const int head = t[up].head;
      const bool inside = t.has_relation(up, "xcomp") || t.has_relation(up, "nmod") || t.has_relation(up, "obj") || t.has_relation(up, "obl") || t.has_relation(up, "nsubj") ||
                          t.has_relation(up, "conj") || t.has_relation(up, "acl") || t.has_relation(up, "appos") || t.has_relation(up, "amod") || t.has_relation(up, "advcl");
      if (head < 0 || !inside) return up;
      up = head;
    }
  }

  // ---- "CNN, citing an aide, said"; "X reported, quoting officials"

  void read_citing(int s, int verb, const Cue& cue) {
    const Tree& t = tree(s);
    const auto cited = t.child(verb, "obj");
    if (!cited || t[verb].head < 0) return;
    AttributionAt item;
    item.source = WordAt{s, *cited};
    item.cue = WordAt{s, verb};
    item.rule = cue.rule;
    item.stance = Stance::asserts;
    item.outlet_source = is_outlet(*item.source);
    const int host = t[verb].head;
    const Tree::Range own = t.range(verb);
    const int top = top_of_clause(t, host);
    const Cue* host_cue = rules_.cues.of(t[top].lemma, t[top].upos);
    if (host_cue != nullptr) item.content = content_of_verb(s, top, *host_cue, predicate_at(t, top));
    if (item.content.empty()) {
      const Tree::Range all = t.range(top);
      add_range(s, all.first, own.first - 1, verb, item.content);
      add_range(s, own.last + 1, all.last, verb, item.content);
    }
    if (item.content.empty()) return;
    const int inner = add(std::move(item));
    citing_.push_back({inner, WordAt{s, top}});
  }

  // ---- nouns: "its denial that", "the claim by X that"

  void read_noun_cue(int s, int noun, const Cue& cue) {
    const Tree& t = tree(s);
    const Predicate predicate = predicate_at(t, noun);
    AttributionAt item;
    item.cue = WordAt{s, noun};
    item.rule = cue.rule;
    item.stance = cue.stance;
    for (const std::string_view relation : {std::string_view("acl"), std::string_view("ccomp")}) {
      for (const int child : t.children(noun, relation)) {
        const auto mark = t.child(child, "mark");
        if (mark && t[*mark].lemma == "that" && !t.has_relation(child, "acl:relcl")) add_range(s, t.range(child).first, t.range(child).last, noun, item.content);
      }
    }
    if (item.content.empty()) return;
    for (const Slot slot : {Slot::possessor, Slot::subject}) {
      if (const auto found = predicate.in(slot); !found.empty() && !item.source) item.source = WordAt{s, found.front()};
    }
    for (const std::string_view preposition : {std::string_view("by"), std::string_view("from"), std::string_view("of")}) {
      if (const auto found = predicate.obliques(preposition); !found.empty() && !item.source) item.source = WordAt{s, found.front()};
    }
    if (item.source) item.outlet_source = is_outlet(*item.source);
    add(std::move(item));
  }

  // ---- quotations that no cue's sentence holds

  // A quotation without a cue in its own sentence belongs to whom the quotation before or after it in the paragraph belongs to.
  void add_loose_quotes() {
    const std::size_t cued = items_.size();
    for (const QuotePiece& piece : quotes_) {
      const WordAt middle{piece.sentence, (piece.first + piece.last) / 2};
      if (std::any_of(items_.begin(), items_.end(), [&](const AttributionAt& item) { return holds(item, middle); })) continue;
      const AttributionAt* speaker = nullptr;
      for (std::size_t i = 0; i < cued; ++i) {
        const AttributionAt& item = items_[i];
        if (!item.source || !item.cue || item.outlet_source) continue;
        const int distance = piece.sentence - item.cue->sentence;
        const bool near = distance == 0 || distance == 1 || distance == 2 ||
                          (distance == -1 && report_.sentence(piece.sentence).paragraph == report_.sentence(item.cue->sentence).paragraph);
        if (near) speaker = &item;
      }
      if (speaker == nullptr) continue;
      AttributionAt item;
      item.source = speaker->source;
      item.content = {{piece.sentence, piece.first, piece.last}};
      item.verbatim = true;
      item.rule = "cue.quotation-goes-on";
      add(std::move(item));
    }
  }

  int add(AttributionAt item) {
    item.verbatim = item.verbatim || is_verbatim(item);
    items_.push_back(std::move(item));
    return static_cast<int>(items_.size()) - 1;
  }

  bool is_verbatim(const AttributionAt& item) const {
    int quoted = 0;
    for (const AttributedContent& content : item.content) {
      for (const QuotePiece& piece : quotes_) {
        if (piece.sentence == content.sentence) quoted += std::max(0, std::min(piece.last, content.last) - std::max(piece.first, content.first) + 1);
      }
    }
    return quoted * 5 >= size_of(item) * 3 && quoted > 0;
  }

  // ---- nesting

  void set_parents() {
    for (const auto& [inner, host] : citing_) {
      for (std::size_t j = 0; j < items_.size(); ++j) {
        if (items_[j].cue == host && static_cast<int>(j) != inner && items_[j].rule != "cue.relayed") items_[static_cast<std::size_t>(inner)].parent = static_cast<int>(j);
      }
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      // The outermost of those that were tied to this one already takes the parent.
      if (items_[i].parent || !items_[i].cue) continue;
      std::optional<int> best;
      for (std::size_t j = 0; j < items_.size(); ++j) {
        if (i == j || !holds(items_[j], *items_[i].cue) || size_of(items_[j]) <= size_of(items_[i])) continue;
        if (items_[j].rule == "cue.relayed" || std::find(parallel_.begin(), parallel_.end(), static_cast<int>(j)) != parallel_.end()) continue;
        if (!best || size_of(items_[j]) < size_of(items_[static_cast<std::size_t>(*best)])) best = static_cast<int>(j);
      }
      items_[i].parent = best;
    }
  }

  // ---- printing

  TextSpan text_of(int s, int first, int last) const { return report_.text->text_span(report_.span(s, first, last)); }

  Attribution print(const AttributionAt& item) const {
    Attribution printed;
    printed.stance = item.outlet_source && item.stance == Stance::asserts ? Stance::reports : item.stance;
    printed.verbatim = item.verbatim;
    printed.parent = item.parent;
    if (item.cue) printed.cue = text_of(item.cue->sentence, cue_first(*item.cue), cue_last(*item.cue));
    for (const AttributedContent& piece : item.content) printed.content.push_back(report_.span(piece.sentence, piece.first, piece.last));
    if (item.source) printed.source = source_of(item);
    return printed;
  }

  int cue_first(WordAt cue) const { return cue.word; }
  int cue_last(WordAt cue) const {
    int last = cue.word;
    for (const int fixed : tree(cue.sentence).children(cue.word, "fixed")) last = std::max(last, fixed);
    return last;
  }

  AttributionSource source_of(const AttributionAt& item) const {
    const WordAt at = *item.source;
    const Tree& t = tree(at.sentence);
    Tree::Range range = t.range(at.word);
    const Mention* mention = entities_.at(at);
    const bool holds_cue = item.cue && item.cue->sentence == at.sentence && range.first <= item.cue->word && item.cue->word <= range.last;
    if (holds_cue) range = mention != nullptr ? Tree::Range{mention->first, mention->last} : Tree::Range{at.word, at.word};
    for (const int child : t.children(at.word, "case")) {
      if (child < at.word) range.first = std::max(range.first, std::max(child, cue_last({at.sentence, child})) + 1);
    }
    while (range.last > range.first && t[range.last].upos == Upos::PUNCT) --range.last;
    AttributionSource source{text_of(at.sentence, range.first, range.last), {}};
    if (mention != nullptr && !mention->entities.empty()) source.entity = entities_.entities[static_cast<std::size_t>(mention->entities.front())].id;
    return source;
  }

  const ParsedReport& report_;
  const EntityTable& entities_;
  const Rules& rules_;
  const std::vector<QuotePiece> quotes_;
  std::vector<AttributionAt> items_;
  std::vector<int> parallel_;
  std::vector<std::pair<int, WordAt>> citing_;
};

}  // namespace

std::vector<int> AttributionSet::over(WordAt place) const {
  std::vector<int> found;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].source && holds(items[i], place)) found.push_back(static_cast<int>(i));
  }
  std::stable_sort(found.begin(), found.end(), [&](int a, int b) { return size_of(items[static_cast<std::size_t>(a)]) < size_of(items[static_cast<std::size_t>(b)]); });
  return found;
}

AttributionSet find_attributions(const ParsedReport& report, const EntityTable& entities, const Rules& rules) {
  return AttributionFinder(report, entities, rules).run();
}

}  // namespace dragoman

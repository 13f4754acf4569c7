// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

class Printer {
 public:
  Printer(const AttributionAt& item, const ParsedReport& report, const EntityTable& entities, const Rules& rules)
      : item_(item), report_(report), entities_(entities), rules_(rules) {}

  Tree::Range cue() const { return cue_range(); }

  Attribution run() const {
    Attribution printed;
    printed.stance = stance_shown(item_);
    printed.verbatim = item_.verbatim;
    printed.parent = item_.parent;
    if (item_.cue) {
      const Tree::Range range = cue_range();
      printed.cue = text_of(item_.cue->sentence, range.first, range.last);
    }
    for (const AttributedContent& piece : item_.content) printed.content.push_back(report_.span(piece.sentence, piece.first, piece.last));
    if (item_.source) printed.source = source();
    return printed;
  }

 private:
  TextSpan text_of(int s, int first, int last) const { return report_.text->text_span(report_.span(s, first, last)); }

  bool is_taken(int word) const {
    const WordAt at{item_.cue->sentence, word};
    return holds(item_, at) || (item_.source && *item_.source == at);
  }

  // A word that belongs to the group of the verb or adjective at `head`: its auxiliaries, negation, particles and adverbs.
  static bool is_in_group(const Tree& t, int word, int head) {
    if (t[word].head != head) return false;
    if (t.has_relation(word, "aux") || t.has_relation(word, "cop") || t.has_relation(word, "compound:prt") || t.has_relation(word, "fixed")) return true;
    return (t.has_relation(word, "advmod") && t[word].lemma != "when" && t[word].lemma != "where" && t[word].lemma != "why" && t[word].lemma != "how") ||
           (t.has_relation(word, "mark") && t[word].upos == Upos::PART);
  }

  Tree::Range cue_range() const {
    const Tree& t = report_.tree(item_.cue->sentence);
    Tree::Range range{item_.cue->word, item_.cue->word};
    const int head = item_.cue->word;
    if (t[head].upos == Upos::ADP) {
      for (const int fixed : t.children(head, "fixed")) range.last = std::max(range.last, fixed);
      return range;
    }
    if (!t[head].is_nominal()) grow_backwards(t, head, range);
    if (const auto idiom = rules_.cues.idiom_at(t, head)) range.last = std::max(range.last, idiom->last);
    while (range.last + 1 < t.size() && !is_taken(range.last + 1) && is_in_group(t, range.last + 1, head)) ++range.last;
    grow_over_preposition(t, head, range);
    grow_as_learned(t, range);
    return range;
  }

  // "issued a statement saying", "took to Twitter to": on over words that the model holds for the cue's, and the small ones before them.
  void grow_as_learned(const Tree& t, Tree::Range& range) const {
    constexpr int kGap = 3;
    const auto is_of_source = [&](int word) {
      return item_.source && item_.source->sentence == item_.cue->sentence && t.is_descendant(word, item_.source->word);
    };
    const auto is_free = [&](int word) { return word >= 0 && word < t.size() && t[word].upos != Upos::PUNCT && !is_taken(word) && !is_of_source(word); };
    const auto next_of_cue = [&](int from, int step) {
      for (int word = from + step; std::abs(word - from) <= kGap && is_free(word); word += step) {
        if (t[word].cue_share >= kCueWord) return word;
        if (means_something(t, word)) break;
      }
      return from;
    };
    for (int word = next_of_cue(range.last, 1); word != range.last; word = next_of_cue(range.last, 1)) range.last = word;
    for (int word = next_of_cue(range.first, -1); word != range.first; word = next_of_cue(range.first, -1)) range.first = word;
  }

  // Of a class with a meaning of its own: where the model does not hold such a word for the cue's, the cue ends before it.
  static bool means_something(const Tree& t, int word) {
    const Upos upos = t[word].upos;
    return upos == Upos::VERB || upos == Upos::NOUN || upos == Upos::ADJ || upos == Upos::PROPN || upos == Upos::NUM;
  }

  void grow_backwards(const Tree& t, int head, Tree::Range& range) const {
    while (range.first > 0 && !is_taken(range.first - 1) && is_in_group(t, range.first - 1, head)) --range.first;
    if (!t.has_relation(head, "xcomp") || t[head].head != range.first - 1 || is_taken(range.first - 1)) return;
    const int above = t[head].head;  // "is trying to say"
    const Cue* cue = rules_.cues.of(t[above].lemma, t[above].upos);
    if (cue != nullptr && (cue->told.xcomp || cue->vouched.xcomp)) return;
    range.first = above;
    grow_backwards(t, above, range);
  }

  // "called for a truce", "was quoted by": the preposition beside the cue that leads to its content.
  void grow_over_preposition(const Tree& t, int head, Tree::Range& range) const {
    for (int next = range.last + 1; next < t.size() && t[next].upos == Upos::ADP && !is_taken(next); ++next) {
      const int phrase = t.has_relation(next, "fixed") && t[next].head >= 0 ? t[t[next].head].head : t[next].head;
      const bool leads = t.has_relation(next, "case") || t.has_relation(next, "mark") || t.has_relation(next, "fixed");
      if (!leads || phrase < 0 || t[phrase].head != head || !holds(item_, {item_.cue->sentence, phrase})) return;
      range.last = next;
    }
  }

  // The pronoun of a relative clause stands for the source there: "an aide who said".
  std::optional<int> relative_subject(const Tree& t) const {
    const int verb = item_.cue->word;
    if (!t.has_relation(verb, "acl:relcl")) return std::nullopt;
    const auto subject = t.child(verb, "nsubj");
    if (!subject || antecedent(t, *subject) != item_.source->word || *subject == item_.source->word) return std::nullopt;
    return subject;
  }

  AttributionSource source() const {
    const WordAt at = *item_.source;
    const Tree& t = report_.tree(at.sentence);
    Tree::Range range = t.range(at.word);
    const Mention* mention = entities_.at(at);
    const bool here = item_.cue && item_.cue->sentence == at.sentence;
    const auto covers = [&](const AttributedContent& piece) { return piece.sentence == at.sentence && piece.first <= range.last && range.first <= piece.last; };
    const bool holds_cue = here && range.first <= item_.cue->word && item_.cue->word <= range.last;
    if (holds_cue || std::any_of(item_.content.begin(), item_.content.end(), covers)) {
      range = mention != nullptr ? Tree::Range{mention->first, mention->last} : Tree::Range{at.word, at.word};
    }
    if (const auto relative = here ? relative_subject(t) : std::nullopt) range = {*relative, *relative};
    range.first = after_preposition(t, at.word, range.first);
    while (range.first < at.word && t[range.first].upos == Upos::PUNCT) ++range.first;
    while (range.last > range.first && (t[range.last].upos == Upos::PUNCT || t[range.last].form == "'s" || t[range.last].form == "’s")) --range.last;
    AttributionSource source{text_of(at.sentence, range.first, range.last), {}};
    if (mention != nullptr && !mention->entities.empty()) source.entity = entities_.entities[static_cast<std::size_t>(mention->entities.front())].id;
    return source;
  }

  static int after_preposition(const Tree& t, int word, int first) {
    for (const int child : t.children(word, "case")) {
      if (child > word) continue;
      first = std::max(first, child + 1);
      for (const int fixed : t.children(child, "fixed")) first = std::max(first, fixed + 1);
    }
    return first;
  }

  const AttributionAt& item_;
  const ParsedReport& report_;
  const EntityTable& entities_;
  const Rules& rules_;
};

}  // namespace

Tree::Range words_of_cue(const AttributionAt& item, const ParsedReport& report, const EntityTable& entities, const Rules& rules) {
  return Printer(item, report, entities, rules).cue();
}

Attribution print_attribution(const AttributionAt& item, const ParsedReport& report, const EntityTable& entities, const Rules& rules) {
  return Printer(item, report, entities, rules).run();
}

}  // namespace dragoman

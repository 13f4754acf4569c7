// SPDX-License-Identifier: Apache-2.0
#include "claims/pair_code.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "claims/events.h"
#include "claims/learned.h"

namespace dragoman {
namespace {

// A rule whose conditions hold and that meets both sides weighs 5. What was read as an event between the two counts for more than that, and so does the text's
// first event, which is its news; an event of the source with others is a lesser hint.
constexpr double kReadWeight = 9.0, kFirstWeight = 7.0, kHalfReadWeight = 5.0;
constexpr double kLaterClaim = 0.1;  // less for each event before it

constexpr double kLearnedWeight = 5.0;  // of the model's share at the best word

// What decides is a product of two opinions: the weights above, and how likely the model finds it that one word has both the type and the two sides for its
// parties. Both exponents were fitted (on the authored tune part, which the model did not learn from).
constexpr double kWeightsCount = 0.3, kSidesCount = 0.8;
constexpr double kLeastShare = 0.01;  // added to the model's shares: a word that it does not see rules nothing out

constexpr std::array<EventType, 16> kByFrequency = {EventType::consult,  EventType::accuse,  EventType::assault,   EventType::support,
                                                    EventType::request,  EventType::coerce,  EventType::agree,     EventType::reject,
                                                    EventType::threaten, EventType::aid,     EventType::cooperate, EventType::protest,
                                                    EventType::sanction, EventType::retreat, EventType::mobilize,  EventType::concede};

class PairRanker {
 public:
  PairRanker(const ParsedReport& report, const Rules& rules, const std::vector<Claim>& claims, std::optional<Span> source, std::optional<Span> target)
      : report_(report), rules_(rules), claims_(claims), source_(source), target_(target) {}

  std::vector<RankedType> run() {
    for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
      for (int word = 0; word < report_.tree(s).size(); ++word) {
        weigh_word(s, word);
        weigh_learned(s, word);
      }
    }
    weigh_claims();
    return ranking();
  }

 private:
  // What the reader made of the text counts most where it has the pair's two sides in their roles.
  void weigh_claims() {
    int before = 0;
    for (const Claim& claim : claims_) {
      if (!claim.event) continue;
      const bool of_source = stands_on(claim, source_, true);
      const bool both = (!source_ || of_source) && (!target_ || stands_on(claim, target_, false));
      const double weight = both ? kReadWeight : before == 0 ? kFirstWeight : source_ && of_source ? kHalfReadWeight : 0.0;
      auto& best = best_[static_cast<std::size_t>(claim.event->type)];
      best = std::max(best, weight - kLaterClaim * before++);
    }
  }

  static bool stands_on(const Claim& claim, std::optional<Span> span, bool as_actor) {
    return span && std::any_of(claim.participants.begin(), claim.participants.end(),
                               [&](const Participant& p) { return p.words.span.overlaps(*span) && (!as_actor || p.role == Role::actor); });
  }

  void weigh_word(int s, int word) {
    const Tree& tree = report_.tree(s);
    const Upos upos = tree[word].upos == Upos::PROPN ? Upos::NOUN : tree[word].upos;
    const auto frames = rules_.frames.of(tree[word].lemma, upos);
    if (frames.empty()) return;
    const Predicate predicate = predicate_at(tree, word);
    double best = 0;
    const Frame* chosen = nullptr;
    for (const Frame* frame : frames) {
      const double weight = weight_of(s, predicate, *frame);
      if (chosen != nullptr && weight <= best) continue;
      best = weight;
      chosen = frame;
    }
    auto& total = best_[static_cast<std::size_t>(chosen->type)];
    total = std::max(total, best);
  }

  // The model's guess at a word, less where the word stands low or inside one side.
  void weigh_learned(int s, int word) {
    if (report_.tree(s)[word].event_shares.empty()) return;
    const std::array<float, 16> shares = learned_shares(report_, s, word);
    double trust = std::max(0.4, 1.0 - 0.08 * depth(report_.tree(s), word));
    if (inside(s, word, source_) || inside(s, word, target_)) trust *= 0.5;
    const SidesMet met = sides_met(s, word);
    for (std::size_t type = 0; type < shares.size(); ++type) {
      learned_[type] = std::max(learned_[type], trust * shares[type]);
      with_sides_[type] = std::max(with_sides_[type], shares[type] * (is_joint(static_cast<EventType>(type)) ? met.together : met.one_on_other));
    }
  }

  struct SidesMet {
    double one_on_other = 0, together = 0;
  };

  // How likely the source acts on the target in the event of this word, and how likely both take part in it; a side that is not given may be anybody.
  SidesMet sides_met(int s, int word) const {
    constexpr double kAnybody = 0.5;
    struct Side {
      double acts = 0, suffers = 0;
    };
    const auto side_at = [&](std::optional<Span> span) {
      if (!span) return Side{kAnybody, kAnybody};
      Side side;
      for (const ArgumentShares& at : report_.tree(s)[word].arguments) {
        if (!inside(s, at.word, span)) continue;
        side.acts = std::max(side.acts, static_cast<double>(at.actor));
        side.suffers = std::max(side.suffers, static_cast<double>(at.recipient));
      }
      return side;
    };
    const Side source = side_at(source_), target = side_at(target_);
    return {std::sqrt(source.acts * target.suffers), std::sqrt(std::max(source.acts, source.suffers) * std::max(target.acts, target.suffers))};
  }

  static bool is_joint(EventType type) { return type == EventType::consult || type == EventType::agree || type == EventType::cooperate; }

  double weight_of(int s, const Predicate& predicate, const Frame& frame) const {
    const Tree& tree = report_.tree(s);
    double weight = holds(tree, predicate, frame) ? 1.0 + 0.3 * static_cast<double>(frame.conditions.size()) : 0.2;
    bool source_met = false, target_met = false, swapped = false;
    for (const RoleRule& rule : frame.roles) {
      for (const auto& joined : rule.alternatives) {
        for (const SlotPath& path : joined) {
          for (const int word : words_at(tree, predicate, path)) {
            source_met = source_met || (rule.role == Role::actor && touches(s, word, source_));
            target_met = target_met || (rule.role != Role::actor && touches(s, word, target_));
            swapped = swapped || (frame.mutual && touches(s, word, target_));
          }
        }
      }
    }
    weight += (source_met ? 2.0 : 0.0) + (target_met || swapped ? 2.0 : 0.0);
    weight -= 0.15 * depth(tree, predicate.word);
    if (inside(s, predicate.word, source_) || inside(s, predicate.word, target_)) weight -= 1.5;
    if (between(s, predicate.word)) weight += 0.3;
    return weight;
  }

  // Conditions on words only; ACTOR conditions count as held, since the pair is given.
  static bool holds(const Tree& tree, const Predicate& predicate, const Frame& frame) {
    return std::all_of(frame.conditions.begin(), frame.conditions.end(), [&](const FrameCondition& c) {
      if (c.is_passive) return predicate.passive != c.negated;
      if (c.is_joined) return is_joined_to(tree, predicate.word, c) != c.negated;
      std::vector<int> words = c.is_particle ? tree.children(predicate.word, "compound:prt") : words_at(tree, predicate, c.path);
      if (c.lemmas.empty() || c.test == FrameCondition::Test::actor) return words.empty() == c.negated;
      const bool found = std::any_of(words.begin(), words.end(), [&](int head) {
        const auto all = tree.conjuncts(head);
        return std::any_of(all.begin(), all.end(), [&](int w) { return std::find(c.lemmas.begin(), c.lemmas.end(), tree[w].lemma) != c.lemmas.end(); });
      });
      return found != c.negated;
    });
  }

  bool touches(int s, int head, std::optional<Span> span) const {
    if (!span) return false;
    const Tree& tree = report_.tree(s);
    const auto all = tree.conjuncts(head);
    return std::any_of(all.begin(), all.end(), [&](int word) {
      if (inside(s, word, span)) return true;
      // The head may be outside: "members of <the union>", "a decision by <the court>".
      const auto& kids = tree.children(word);
      return std::any_of(kids.begin(), kids.end(), [&](int kid) {
        return inside(s, kid, span) &&
               (tree.has_relation(kid, "nmod") || tree.has_relation(kid, "compound") || tree.has_relation(kid, "amod") || tree.has_relation(kid, "appos"));
      });
    });
  }

  bool inside(int s, int word, std::optional<Span> span) const { return span && report_.span(s, word, word).overlaps(*span); }

  bool between(int s, int word) const {
    if (!source_ || !target_) return false;
    const Span at = report_.span(s, word, word);
    return at.begin >= std::min(source_->end, target_->end) && at.end <= std::max(source_->begin, target_->begin);
  }

  static int depth(const Tree& tree, int word) {
    int steps = 0;
    for (int up = word; up >= 0 && steps < 20; up = tree[up].head) ++steps;
    return steps;
  }

  std::vector<RankedType> ranking() const {
    std::vector<RankedType> ranked;
    double sum = 0;
    for (const EventType type : kByFrequency) {
      const auto t = static_cast<std::size_t>(type);
      const double weight = best_[t] + kLearnedWeight * learned_[t];
      ranked.push_back({type, std::exp(kWeightsCount * weight) * std::pow(kLeastShare + with_sides_[t], kSidesCount)});
      sum += ranked.back().score;
    }
    for (RankedType& type : ranked) type.score /= sum;
    std::stable_sort(ranked.begin(), ranked.end(), [](const RankedType& a, const RankedType& b) { return a.score > b.score; });
    return ranked;
  }

  const ParsedReport& report_;
  const Rules& rules_;
  const std::vector<Claim>& claims_;
  const std::optional<Span> source_, target_;
  std::array<double, 16> best_{}, learned_{}, with_sides_{};
};

}  // namespace

std::vector<RankedType> rank_types(const ParsedReport& report, const Rules& rules, const std::vector<Claim>& claims, std::optional<Span> source,
                                   std::optional<Span> target) {
  return PairRanker(report, rules, claims, source, target).run();
}

}  // namespace dragoman

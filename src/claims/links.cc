// SPDX-License-Identifier: Apache-2.0
#include "claims/links.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dragoman {
namespace {

// What a claim answers to what was told; nothing where somebody vouches for it too ("talks were held, an aide said, which Minsk denied").
std::optional<LinkType> answer_of(const Claim& claim) {
  const auto vouches = [](const Chain& chain) {
    return !chain.empty() && (chain.front().stance == Stance::asserts || chain.front().stance == Stance::reports);
  };
  if (std::any_of(claim.chains.begin(), claim.chains.end(), vouches)) return std::nullopt;
  for (const Chain& chain : claim.chains) {
    if (chain.empty()) continue;
    switch (chain.front().stance) {
      case Stance::denies: return LinkType::denies;
      case Stance::does_not_deny: return LinkType::does_not_deny;
      case Stance::no_comment: return LinkType::no_comment;
      case Stance::confirms: return LinkType::confirms;
      case Stance::retracts: return LinkType::retracts;
      default: break;
    }
  }
  return std::nullopt;
}

bool share_party(const Claim& a, const Claim& b) {
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) {
    return std::any_of(b.participants.begin(), b.participants.end(),
                       [&](const Participant& q) { return (!p.entity.empty() && p.entity == q.entity) || (!p.code.empty() && p.code == q.code); });
  });
}

bool same_parties(const Claim& a, const Claim& b) {
  const auto covers = [](const Claim& whole, const Claim& part) {
    return std::all_of(part.participants.begin(), part.participants.end(), [&](const Participant& p) {
      return std::any_of(whole.participants.begin(), whole.participants.end(),
                         [&](const Participant& q) { return p.entity == q.entity || (!p.code.empty() && p.code == q.code); });
    });
  };
  return !a.participants.empty() && !b.participants.empty() && covers(a, b) && covers(b, a);
}

bool same_kind_of_event(const Claim& a, const Claim& b) { return a.event && b.event && a.event->type == b.event->type; }

bool same_speaker(const Claim& a, const Claim& b) {
  if (a.chains.empty() || b.chains.empty() || a.chains.front().empty() || b.chains.front().empty()) return false;
  const HopSource& left = a.chains.front().front().source;
  const HopSource& right = b.chains.front().front().source;
  return !left.entity.empty() && left.entity == right.entity;
}

bool repeats_word(const Claim& statement, const Claim& event) {
  constexpr std::size_t kStem = 5;
  const std::string stem = lower_ascii(event.event->trigger.text.substr(0, kStem));
  return stem.size() == kStem && lower_ascii(statement.words.text).find(stem) != std::string::npos;
}

// "it", "the allegation", "any involvement" point back at what was told; "the figure" is something else.
bool points_back(const Claim& statement) {
  static constexpr auto kBack = std::to_array<std::string_view>(
      {"it",    "this",    "these", "which",  "them",        "those",          "so",         "allegation", "accusation",  "charge", "claim", "report",
       "story", "account", "rumor", "rumour", "involvement", "responsibility", "suggestion", "version",    "speculation", "role"});
  std::string word;
  bool is_first = statement.words.text.find(' ') != std::string::npos;
  for (const char c : lower_ascii(statement.words.text) + " ") {
    if (c >= 'a' && c <= 'z') {
      word += c;
      continue;
    }
    if (word.ends_with("s") && word.size() > 4) word.pop_back();
    if (is_one_of(word, kBack) || (word == "that" && !is_first)) return true;  // "that" before a clause points nowhere
    is_first = false;
    word.clear();
  }
  return false;
}

bool modes_differ(const Claim& a, const Claim& b) { return !a.event->mode.empty() && !b.event->mode.empty() && a.event->mode != b.event->mode; }

// Is a claim with event words of its own about the same event as an earlier one: the same words, or the same mode.
bool is_about_same(const Claim& a, const Claim& b) {
  return repeats_word(a, b) || (!modes_differ(a, b) && (a.event->mode == b.event->mode || same_parties(a, b)));
}

// Whom something was done to, but not twice: people and things by their entities, states and their bodies by their codes.
bool suffers_in_both(const Claim& a, const Claim& b) {
  bool in_a = false, in_b = false, in_both = false;
  for (const Participant& p : a.participants) {
    if (p.role != Role::recipient) continue;
    in_a = true;
    for (const Participant& q : b.participants) {
      if (q.role != Role::recipient) continue;
      const bool of_state = (p.sector == "GOV" && q.sector == "GOV") || p.sector.empty() || q.sector.empty();
      in_both = in_both || (!p.entity.empty() && p.entity == q.entity) || (of_state && !p.code.empty() && p.code == q.code);
    }
  }
  for (const Participant& q : b.participants) in_b = in_b || q.role == Role::recipient;
  return in_both || !in_a || !in_b;
}

// "2019-05-03" and "2019-05-03T20:00" may be one time, "2019-05-03" and "2019-05" too.
bool times_differ(const Claim& a, const Claim& b) {
  if (!a.time || !b.time || a.time->begin_date.empty() || b.time->begin_date.empty()) return false;
  return a.time->end_date < b.time->begin_date || b.time->end_date < a.time->begin_date;
}

bool places_differ(const Claim& a, const Claim& b) {
  return a.place && b.place && a.place->name != b.place->name && a.place->lat && b.place->lat && (a.place->lat != b.place->lat || a.place->lon != b.place->lon);
}

// Two events of one type and the same parties that when, where, to whom or how far they came tells apart.
bool are_told_apart(const Claim& a, const Claim& b) { return a.realis != b.realis || times_differ(a, b) || places_differ(a, b) || !suffers_in_both(a, b); }

// How well an event claim fits as what a statement answers ("Minsk denied it"), or none: of an event that the speaker is a party to, of one whose
// word it repeats ("denied the threat"), of the sentence before. Who declines to comment, and not on "this", does so on the report's first event.
std::optional<double> fit_of_answer(const Claim& statement, LinkType answer, const Claim& earlier, bool is_first) {
  if (!earlier.event || statement.chains.front().empty() || same_speaker(statement, earlier)) return std::nullopt;
  double fit = -0.4 * (statement.sentence - earlier.sentence);
  const std::string& speaker = statement.chains.front().front().source.entity;
  const bool is_party =
      !speaker.empty() && std::any_of(earlier.participants.begin(), earlier.participants.end(), [&](const Participant& p) { return p.entity == speaker; });
  if (is_party) fit += 1.0;
  if (is_first) fit += answer == LinkType::no_comment && !points_back(statement) ? 1.5 : 0.3;
  const bool repeats = repeats_word(statement, earlier);
  if (repeats) fit += 2.0;
  // "'No meeting took place,' he said. He called the reports a fairy tale": who denies mostly denies that something happened.
  if (answer == LinkType::denies && earlier.polarity == Polarity::negative) fit -= 1.2;
  if (answer == LinkType::denies && !repeats && !points_back(statement)) return std::nullopt;
  return fit;
}

const Claim* answered_event(const std::vector<ClaimAt>& claims, std::size_t i, LinkType answer) {
  const Claim* best = nullptr;
  double best_fit = 0;
  bool is_first = true;
  for (std::size_t k = 0; k < i; ++k) {
    const Claim& earlier = claims[k].claim;
    const auto fit = fit_of_answer(claims[i].claim, answer, earlier, is_first);
    if (earlier.event) is_first = false;
    if (!fit || (best != nullptr && *fit < best_fit)) continue;  // of equals the later
    best = &earlier;
    best_fit = *fit;
  }
  return best;
}

// "It rejected the accusation": what is denied is the act of which the event claim accuses somebody, where its sentence tells one.
const Claim* accused_act(const std::vector<ClaimAt>& claims, const Claim* accusation) {
  if (accusation == nullptr || !accusation->event || accusation->event->type != EventType::accuse) return accusation;
  for (const ClaimAt& other : claims) {
    const Claim& claim = other.claim;
    const bool is_told = claim.event && claim.event->type != EventType::accuse && claim.sentence == accusation->sentence && !claim.chains.empty();
    if (is_told && claim.event->trigger.span.begin > accusation->event->trigger.span.begin) return &claim;
  }
  return accusation;
}

// What a bare "it" answers where nothing codable was said: the last statement that is not the speaker's own.
const Claim* statement_before(const std::vector<ClaimAt>& claims, std::size_t i) {
  for (std::size_t back = i; back-- > 0;) {
    const Claim& earlier = claims[back].claim;
    if (!earlier.event && !answer_of(earlier) && !same_speaker(claims[i].claim, earlier)) return &earlier;
  }
  return nullptr;
}

void add_link(Claim& claim, LinkType type, const std::string& target) { claim.links.push_back({type, target}); }

}  // namespace

void link_claims(std::vector<ClaimAt>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i].claim;
    const auto answer = answer_of(claim);
    if (answer && !claim.event) {
      const Claim* answered = answered_event(claims, i, *answer);
      if (*answer == LinkType::denies || *answer == LinkType::does_not_deny) answered = accused_act(claims, answered);
      if (answered == nullptr) answered = statement_before(claims, i);
      if (answered != nullptr) add_link(claim, *answer, answered->id);
      continue;
    }
    for (std::size_t back = i; back-- > 0;) {
      const Claim& earlier = claims[back].claim;
      if (!earlier.event) continue;
      if (answer && same_kind_of_event(claim, earlier) && share_party(claim, earlier) && is_about_same(claim, earlier)) {
        add_link(claim, *answer, earlier.id);
        break;
      }
      if (!answer && claim.event && same_kind_of_event(claim, earlier) && same_parties(claim, earlier) && !modes_differ(claim, earlier) &&
          !are_told_apart(claim, earlier)) {
        const bool opposed = claim.polarity != earlier.polarity && claim.realis == earlier.realis;
        add_link(claim, opposed ? LinkType::contradicts : LinkType::same_event, earlier.id);
        break;
      }
    }
  }
}

}  // namespace dragoman

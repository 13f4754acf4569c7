// SPDX-License-Identifier: Apache-2.0
#include "claims/links.h"

#include <algorithm>

namespace dragoman {
namespace {

std::optional<LinkType> answer_of(const Claim& claim) {
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
    for (std::size_t back = i; back-- > 0;) {
      const Claim& earlier = claims[back].claim;
      if (!earlier.event) continue;
      const bool answers = claim.event ? same_kind_of_event(claim, earlier) && share_party(claim, earlier) : !same_speaker(claim, earlier);
      if (answer && answers) {
        add_link(claim, *answer, earlier.id);
        break;
      }
      if (!answer && claim.event && same_kind_of_event(claim, earlier) && same_parties(claim, earlier)) {
        const bool opposed = claim.polarity != earlier.polarity && claim.realis == earlier.realis;
        add_link(claim, opposed ? LinkType::contradicts : LinkType::same_event, earlier.id);
        break;
      }
    }
    if (!answer || claim.event || !claim.links.empty()) continue;
    if (const Claim* answered = statement_before(claims, i)) add_link(claim, *answer, answered->id);
  }
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/score.h"

#include <algorithm>
#include <cmath>

namespace dragoman {
namespace {

// Printed by training/fit_score.py on 2026-11-27.
struct Weights {
  double always = -3.40, learned = -0.21, actor_coded = 0.63, recipient_coded = 0.76, no_actor = 0.81, no_recipient = 0.82, several_actors = 0.38,
         several_recipients = -0.44, not_actual = -0.37, negative = 0.09, chain = 0.12, date = 0.25, place = 0.10, type = 0.62, event = 0.29, actor = 0.45,
         recipient = 0.91, guessed = -0.12, named = 0.03, sure = 0.52, sure_parties = 0.39;
};
constexpr Weights kWeights;

struct Side {
  int parties = 0, coded = 0;
  bool all_coded() const { return parties > 0 && coded == parties; }
};

Side side_of(const Claim& claim, Role role) {
  Side side;
  for (const Participant& participant : claim.participants) {
    if (participant.role != role) continue;
    ++side.parties;
    side.coded += participant.code.empty() ? 0 : 1;
  }
  return side;
}

}  // namespace

double score_of(const Claim& claim, const Evidence& evidence) {
  const Side actors = side_of(claim, Role::actor), recipients = side_of(claim, Role::recipient);
  const bool joint = actors.parties > 1 && recipients.parties == 0;
  double odds = kWeights.always;
  const auto add = [&](bool holds, double weight) { odds += holds ? weight : 0; };
  add(claim.rule.starts_with("learned."), kWeights.learned);
  add(actors.all_coded(), kWeights.actor_coded);
  add(recipients.all_coded() || (joint && actors.all_coded()), kWeights.recipient_coded);
  add(actors.parties == 0, kWeights.no_actor);
  add(recipients.parties == 0 && !joint, kWeights.no_recipient);
  add(actors.parties > 1, kWeights.several_actors);
  add(recipients.parties > 1, kWeights.several_recipients);
  add(claim.realis != Realis::actual, kWeights.not_actual);
  add(claim.polarity == Polarity::negative, kWeights.negative);
  add(!claim.chains.empty(), kWeights.chain);
  add(claim.time.has_value(), kWeights.date);
  add(claim.place.has_value(), kWeights.place);
  odds += kWeights.type * evidence.type + kWeights.event * evidence.event + kWeights.actor * evidence.actor + kWeights.recipient * evidence.recipient;
  odds += kWeights.guessed * evidence.guessed + kWeights.named * evidence.named;
  const double sure = evidence.type * evidence.event;
  odds += kWeights.sure * sure + kWeights.sure_parties * sure * evidence.named * evidence.actor;
  return 1 / (1 + std::exp(-odds));
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "events/brief_acts.h"

#include <fmt/format.h>

#include <array>

namespace dragoman {
namespace {

struct Wording {
  std::string_view before, after;  // around the noun phrase
  std::string_view again;
};

// In the order of SpeechAct. None of the verbs, but `confirm`, holds what follows for true.
constexpr std::array<Wording, kSpeechActs> kWordings = {{{"confirmed", "", "confirmed it"},
                                                         {"spoke of", "", "said it happened"},
                                                         {"reported", "", "reported it"},
                                                         {"hinted at", "", "hinted at it"},
                                                         {"spoke of plans for", "", "spoke of plans for it"},
                                                         {"called for", "", "called for it"},
                                                         {"spoke of", " as a possibility", "spoke of it as a possibility"},
                                                         {"did not deny", "", "did not deny it"},
                                                         {"would not comment on reports of", "", "would not comment"},
                                                         {"denied", "", "denied it"},
                                                         {"denied plans for", "", "denied such plans"},
                                                         {"said there had not been", "", "said it did not happen"},
                                                         {"denied that there had not been", "", "denied that it did not happen"},
                                                         {"withdrew an earlier account of", "", "withdrew an earlier account"}}};
constexpr Wording kAffirmed = {"affirmed", "", "affirmed it"};

const Wording& wording_of(SpeechAct act, bool is_confirmed) {
  return act == SpeechAct::confirm && !is_confirmed ? kAffirmed : kWordings[static_cast<std::size_t>(act)];
}

// Of one who vouches for it.
SpeechAct affirmation_of(const BriefClaim& claim) {
  switch (claim.realis) {
    case Realis::planned: return SpeechAct::plan;
    case Realis::requested: return SpeechAct::demand;
    case Realis::conditional:
    case Realis::hypothetical: return SpeechAct::suppose;
    case Realis::actual: break;
  }
  if (claim.stance == Stance::suggests) return SpeechAct::suggest;
  if (claim.source.empty() || claim.stance == Stance::reports) return SpeechAct::report;
  return claim.stance == Stance::confirms ? SpeechAct::confirm : SpeechAct::say;
}

}  // namespace

SpeechAct act_of(const BriefClaim& claim) {
  const bool is_negative = claim.polarity == Polarity::negative;
  switch (claim.stance) {
    case Stance::retracts: return SpeechAct::retract;
    case Stance::no_comment: return SpeechAct::no_comment;
    case Stance::does_not_deny: return SpeechAct::not_deny;
    case Stance::denies:
      if (is_negative) return SpeechAct::deny_absence;
      return claim.realis == Realis::planned ? SpeechAct::deny_plan : SpeechAct::deny;
    default: break;
  }
  return is_negative ? SpeechAct::negate : affirmation_of(claim);
}

std::string spoken(SpeechAct act, std::string_view noun_phrase, bool is_confirmed) {
  const Wording& wording = wording_of(act, is_confirmed);
  return fmt::format("{} {}{}", wording.before, noun_phrase, wording.after);
}

std::string spoken_again(SpeechAct act, bool is_confirmed) { return std::string(wording_of(act, is_confirmed).again); }

}  // namespace dragoman

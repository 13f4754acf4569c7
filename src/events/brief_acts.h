// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dragoman/brief.h"

namespace dragoman {

// What somebody does who speaks of an event, as far as a brief tells it apart.
enum class SpeechAct : std::uint8_t {
  confirm,
  say,
  report,
  suggest,
  plan,
  demand,
  suppose,
  not_deny,
  no_comment,
  deny,
  deny_plan,
  negate,        // said that it did not happen
  deny_absence,  // denied that it did not happen
  retract,
};
inline constexpr std::size_t kSpeechActs = 14;

SpeechAct act_of(const BriefClaim& claim);
// The verb with the event as a noun phrase behind it, or standing for an event that was named before: "denied talks in Baku", "denied it".
// Only of a confirmed event is a confirmation called one; "affirmed" takes no side.
std::string spoken(SpeechAct act, std::string_view noun_phrase, bool is_confirmed);
std::string spoken_again(SpeechAct act, bool is_confirmed);

}  // namespace dragoman

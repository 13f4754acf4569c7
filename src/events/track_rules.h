// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "dragoman/track.h"

namespace dragoman {

// A row of the table of transitions. An event means `state` if all columns that are not empty hold. Names in a column are apart by spaces,
// phrases of words by `|`; a `*` at a word's end stands for any ending.
struct TrackRule {
  TrackKind kind = TrackKind::negotiation;
  std::string_view state;
  std::string_view types;     // PLOVER types
  std::string_view modes;     // PLOVER modes; "-" is an event without a mode
  std::string_view contexts;  // PLOVER contexts; one is enough
  std::string_view triggers;  // what was coded is one of these words
  std::string_view words;     // one of these phrases is in a clause
  std::string_view about;     // and one of these
};

// The first row of its kind that an event meets, of rules in the order of the table; none: it says nothing of such a process.
const TrackRule* track_rule_for(const TrackEvent& event, TrackKind kind);
std::span<const TrackRule> track_rules();

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "events/origins.h"
#include "events/parties.h"

namespace dragoman {

// What an event is by now, and by which rule, in words.
struct StatusGiven {
  EventStatus status = EventStatus::reported;
  std::string rule;
  std::vector<std::string> confirmed_by, denied_by, not_denied_by;  // codes, else words
};
StatusGiven status_of(EventType type, const Parties& parties, const OriginForest& forest, std::span<const Testimony> said);

}  // namespace dragoman

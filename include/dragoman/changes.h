// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/event.h"

namespace dragoman {

enum class ChangeKind : std::uint8_t {
  added,    // nothing was known of it
  gone,     // no event stands for it any more (a shorter ledger, or a narrower selection)
  merged,   // its claims are now a part of another event: `after`
  split,    // its claims were a part of another event: `before`
  status,   // another status, origins may have changed too
  origins,  // another number of independent origins
  claims,   // more or fewer claims, nothing else
};
std::string_view name_of(ChangeKind kind);

// What became of an event between two moments. "E-7KQ2: status, reported -> disputed, origins 1 -> 1 to 2".
struct EventChange {
  ChangeKind kind = ChangeKind::added;
  std::optional<LinkedEvent> before, after;
};

// Events are the same where they share a claim, or an id or alias. Of several that share one, the event goes on as the one with its own id or
// alias, else as the first. By kind, as they stand above, then by id. Pure.
std::vector<EventChange> changes_between(std::span<const LinkedEvent> before, std::span<const LinkedEvent> after);

}  // namespace dragoman

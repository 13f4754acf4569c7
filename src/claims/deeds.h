// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/events.h"

namespace dragoman {

// Gives an accusation of a deed, whose sentence does not say whose it was, the recipient: "Canberra condemned the takeover" is said against
// whoever took over in the sentences before. `before` are the events found so far, in text order. Nothing where nobody did such a deed.
void add_doer_of_deed(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const std::vector<EventAt>& before, EventAt& event);

}  // namespace dragoman

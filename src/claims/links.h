// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/statements.h"

namespace dragoman {

// Fills the links of a report's claims, ids already set: a claim under a chain that denies, does not deny, confirms or retracts points to
// the claim that it answers (same type and a party in common; for bare statements the event claim before it that fits best: the speaker
// a party to it, its word repeated, near), and other claims of one type and the same parties are the same event.
void link_claims(std::vector<ClaimAt>& claims);

}  // namespace dragoman

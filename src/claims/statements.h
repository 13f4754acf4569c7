// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/attributions.h"
#include "dragoman/claim.h"
#include "entities/entities.h"

namespace dragoman {

// A claim and the word that it stands at, while a report is being read.
struct ClaimAt {
  Claim claim;
  WordAt place;
};

// Attributed propositions on politics without an event of PLOVER's in them: comments, forecasts, bare denials and refusals to comment.
// One for each attribution whose content holds none of `events`, and whose source or content names a political actor.
std::vector<ClaimAt> find_statements(const ParsedReport& report, const EntityTable& entities, const AttributionSet& attributions,
                                     const std::vector<ClaimAt>& events);

}  // namespace dragoman

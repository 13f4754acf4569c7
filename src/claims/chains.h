// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/attributions.h"
#include "dragoman/claim.h"

namespace dragoman {

// The source chains of what stands at `place`: one for each attribution that holds it directly, followed outwards through `parent`.
std::vector<Chain> chains_over(WordAt place, const AttributionSet& attributions, const ParsedReport& report, const EntityTable& entities);

// From an attribution outwards through `parent`. Who speaks twice in a row ("Axios, citing an aide, first reported") is one hop.
Chain chain_from(int innermost, const AttributionSet& attributions, const ParsedReport& report, const EntityTable& entities);

// Who the source of a hop is; null where nobody knows.
const Entity* source_of(const Hop& hop, const EntityTable& entities);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/attributions.h"
#include "claims/events.h"
#include "claims/rules.h"
#include "dragoman/report.h"
#include "entities/entities.h"
#include "kb/kb.h"
#include "syntax/parsed_report.h"

namespace dragoman {

struct ClaimOptions {
  std::string report_key;  // what claim ids are hashed over, beside the claim's place: the report's hash
  bool explain = false;
};

struct ClaimsResult {
  std::vector<Attribution> attributions;
  std::vector<Claim> claims;  // in the order of their triggers, ids set
  std::vector<Caveat> caveats;
  std::vector<Dropped> dropped;
};

// The last stage of reading one report: attributions, events, their status, chains, places, times, links and caveats, by data/rules.
ClaimsResult compose_claims(const ParsedReport& report, const EntityTable& entities, const std::vector<TimeExpression>& times, const KnowledgeBase& kb,
                            const Rules& rules, const ClaimOptions& options);

}  // namespace dragoman

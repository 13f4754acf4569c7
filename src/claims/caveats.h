// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/rules.h"
#include "claims/statements.h"

namespace dragoman {

// Words that weaken claims beyond their own clause: "though still unofficial", "could not be independently verified". Phrases are
// data/rules/caveats.tsv, over lemmas. A caveat covers the claims of its sentence and of the paragraph before it; one that speaks
// of the reports or developments as such covers the report.
std::vector<Caveat> find_caveats(const ParsedReport& report, const std::vector<ClaimAt>& claims, const Rules& rules);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/facts_cache.h"

namespace dragoman {

// By what reports and claims find those that they have to be compared with: bands and cited outlets of a report, block keys of its claims.
void index_report(Database& database, const StoredFacts& facts);
// `facts` are those that it was indexed with; the name is the one that it had then.
void unindex_report(Database& database, const StoredFacts& facts, const std::string& name);

// What index_report stores, for those who check it.
std::vector<std::int64_t> stored_bands(const ReportFacts& facts);
std::vector<std::int64_t> stored_blocks(const ClaimFacts& claim);
std::vector<std::string> cited_outlets(const ReportFacts& facts);

// A claim on its way to an event.
struct PlacedFacts {
  FactsPtr report;
  std::size_t index = 0;
  const ClaimFacts& facts() const { return report->facts.claims[index]; }
  std::int64_t row() const { return report->rows[index]; }
};
// The event claims of a report.
std::vector<PlacedFacts> event_claims_of(const FactsPtr& report);

// A claim by its row; none of an older reading.
std::optional<PlacedFacts> placed_claim(FactsCache& cache, std::int64_t row);

// Claims that share a block key with `claim` and may be of one event with it, with the log-odds of that (above 0).
struct Neighbour {
  PlacedFacts claim;
  double log_odds = 0;
};
std::vector<Neighbour> neighbours_of(Database& database, FactsCache& cache, const PlacedFacts& claim);

// Parts of a set of claims that hang together by neighbours inside of the set whose log-odds are above `least`.
std::vector<std::vector<PlacedFacts>> connected_parts(const std::vector<PlacedFacts>& claims, double least);

}  // namespace dragoman

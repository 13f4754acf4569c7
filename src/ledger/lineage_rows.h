// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "dragoman/ledger.h"
#include "events/lineage.h"
#include "ledger/facts_cache.h"

namespace dragoman {

// Where a report's text comes from, kept in t_lineage. Reports are compared with the last 200 before them that share a band and with the last
// 512 of an outlet that they cite within a month, so that the cost of one more report does not grow with the ledger.

// The edges out of a report that follow from what is stored.
std::vector<LineageEdge> lineage_from(Database& database, FactsCache& cache, const StoredFacts& report);

// Makes the edges anew of `report` and of all later ones that are compared with it, and gives those whose edges changed or whose
// standing did (a retraction of theirs came or went).
std::set<std::int64_t> update_lineage(Database& database, FactsCache& cache, const StoredFacts& report);

// Rows of t_lineage: out of a report, and retractions of it.
std::vector<LineageEdge> edges_from(Database& database, std::int64_t report);
std::vector<std::int64_t> retractors_of(Database& database, std::int64_t report);
// The row of a report by its id; 0: none.
std::int64_t row_of_report(Database& database, std::string_view name);

std::vector<LineageRow> lineage_rows(Database& database, std::string_view report);

}  // namespace dragoman

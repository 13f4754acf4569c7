// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "dragoman/report.h"
#include "ledger/database.h"

namespace dragoman {

// The rows of t_claim, t_hop, t_link and t_entity of one reading, and the words of its claims for search.
void insert_claims(Database& database, const ReadReport& report, std::int64_t reading);

// Whether the rows of a reading are those that insert_claims would write (but for numbers with a point, whose texts differ in their last digit).
bool has_rows_of(Database& database, const ReadReport& report, std::int64_t reading);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "dragoman/report.h"
#include "ledger/database.h"

namespace dragoman {

// The rows of t_claim, t_hop, t_link and t_entity of one reading, and the words of its claims for search.
void insert_claims(Database& database, const ReadReport& report, std::int64_t reading);

}  // namespace dragoman

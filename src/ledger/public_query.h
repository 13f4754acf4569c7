// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dragoman/ledger.h"

namespace dragoman {

// Runs one statement of a stranger on the public views of a file, over a connection of its own that can only read: SQLite's authorizer lets it read
// views and call functions of a list, nothing else, and a clock ends it.
Status run_public_query(const std::string& path, const std::string& sql, const std::vector<std::string>& bound, const QueryLimits& limits,
                        const std::function<void(const Row&)>& begin, const std::function<bool(const Row&)>& take);

}  // namespace dragoman

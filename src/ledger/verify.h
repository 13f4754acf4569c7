// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ledger/facts_cache.h"

namespace dragoman {

// Everything that can be checked, each problem a sentence that says what is wrong and what to do: the file and its indexes, hashes of texts, offsets
// and ids of claims, and that each derived row is what linking would give now. Costs about as much as linking all again, and writes nothing.
std::vector<std::string> problems_in(Database& database, FactsCache& cache);

}  // namespace dragoman

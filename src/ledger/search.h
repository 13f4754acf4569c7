// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "dragoman/ledger.h"
#include "ledger/evidence.h"

namespace dragoman {

// The words of any text as a question to the full-text index: each must occur, as it stands or as the beginning of a word. Empty: no word in it.
std::string match_of(std::string_view words);

// Claims by their words or those of their report's title, best first (BM25; hits in titles after those in claims; then the newest). Of very
// common words only the last few thousand hits are ranked.
std::vector<SearchHit> search_claims(Database& database, FactsCache& cache, const std::string& words, const EventFilter& filter, const Horizon& horizon);

}  // namespace dragoman

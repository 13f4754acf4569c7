// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "events/facts.h"

namespace dragoman {

// Claims that share no key are never of one event. A claim has at most a handful. Statements have none.
std::vector<std::string> block_keys(const ClaimFacts& claim);

// How likely it is that two event claims are of one event, 0..1; `words` says why, for people.
struct LinkScore {
  double probability = 0;
  std::string words;
};
LinkScore link_score(const ClaimFacts& a, const ClaimFacts& b);

// Whether one may have to do with the other at all (cheap, symmetric). The ledger hands `cluster_claims` whole components of it, so that
// the clusters do not depend on the order in which reports came.
bool may_link(const ClaimFacts& a, const ClaimFacts& b);

// Partitions a component into events: indices, each sorted by (published, id), the clusters by their first. Depends only on the set.
std::vector<std::vector<std::size_t>> cluster_claims(std::span<const ClaimFacts* const> component);

}  // namespace dragoman

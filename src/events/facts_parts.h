// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_index.h"
#include "dragoman/report.h"
#include "events/facts.h"
#include "events/outlets.h"

// The parts that facts_of is made of.
namespace dragoman {

PartyFacts party_of(const ReadReport& report, const Participant& participant);
// The chains of a claim, `index` being of the report's text, without its own outlet, and with the outlet that a source "told".
std::vector<std::vector<HopFacts>> chains_of(const ReadReport& report, const TextIndex& index, const Claim& claim,
                                             const std::vector<OutletCitation>& citations);
// Outlets that the text says took back a report.
std::vector<OutletCitation> retractions_of(const ReadReport& report, const std::vector<OutletCitation>& citations);
// Signature, shingles, sentences and number of words of the body.
void sign(const ReadReport& report, const Furniture& furniture, ReportFacts& facts);

// At most so many code points of the text from `begin` on.
std::string_view words_from(const TextIndex& index, std::uint32_t begin, std::uint32_t most);

const Entity* entity_named(const ReadReport& report, const std::string& id);  // by id; none

}  // namespace dragoman

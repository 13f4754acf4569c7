// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "claims/rules.h"
#include "dragoman/reader.h"
#include "syntax/parsed_report.h"

namespace dragoman {

// PLOVER types for a text in which source and target are marked (null: not marked), best first, all sixteen, scores summing to 1.
// A claim that was read from the text with participants on both sides decides; then every word that a frame names is a candidate; it gains by frames whose
// conditions hold, whose actor path meets the source and whose recipient path meets the target, by standing high in the tree and between the two; what the
// model's event head makes of the text's verbs and nouns is added, and that is weighed with how likely its argument head finds the two sides to be the parties
// of such a word. Back-off: without any candidate the order is that of the types' frequency in political news (consult, accuse, assault, ...), each with an
// equal score.
std::vector<RankedType> rank_types(const ParsedReport& report, const Rules& rules, const std::vector<Claim>& claims, std::optional<Span> source,
                                   std::optional<Span> target);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "events/facts.h"

namespace dragoman {

enum class LineageKind : std::uint8_t { cites, copies, credits, retracts };
std::string_view name_of(LineageKind kind);

// `from` took from `to`: a report of the ledger, or only an outlet where no report of it fits. Edges only go back in publication
// time, ties are broken by report id.
struct LineageEdge {
  std::string from_report, to_report, to_outlet;
  LineageKind kind = LineageKind::cites;
  double similarity = 0;  // 0..1, of copies
  bool certain = false;
  Span span;  // the words in `from_report` that say so; empty for copies
};

// Keys of the bands of a signature (locality-sensitive hashing): reports that share none are not compared.
std::vector<std::uint64_t> lineage_bands(const ReportFacts& report);

// The edges out of `report`, given others that share a band with it or are of an outlet that it cites (in any order; later ones are
// ignored). The same set gives the same edges.
std::vector<LineageEdge> lineage_of(const ReportFacts& report, std::span<const ReportFacts* const> others);

}  // namespace dragoman

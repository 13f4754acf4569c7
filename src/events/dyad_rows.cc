// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "dragoman/relation.h"
#include "events/state_numbers.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 15> kColumns = {"period_start", "unit",   "directed",  "iso3_1",   "iso3_2",   "ccode1",      "ccode2",     "event_type",
                                                       "quad_class",   "status", "n_reports", "n_claims", "n_events", "origins_min", "origins_max"};

std::string number_cell(std::string_view code) {
  const int number = state_number_of(code);
  return number == 0 ? "" : std::to_string(number);
}

}  // namespace

std::span<const std::string_view> dyad_columns() { return kColumns; }

std::vector<std::vector<std::string>> dyad_rows(const Relation& relation) {
  std::vector<std::vector<std::string>> rows;
  for (const DyadSeries& series : relation.series) {
    for (const SeriesPeriod& period : series.periods) {
      const auto add = [&](std::string_view type, std::string_view quad, std::string_view status, const Counts& counts) {
        rows.push_back({period.start, std::string(name_of(relation.options.unit)), relation.options.directed ? "true" : "false", series.first, series.second,
                        number_cell(series.first), number_cell(series.second), std::string(type), std::string(quad), std::string(status),
                        std::to_string(counts.reports), std::to_string(counts.claims), std::to_string(counts.events), std::to_string(counts.origins_min),
                        std::to_string(counts.origins_max)});
      };
      for (const SeriesCell& cell : period.cells) add(name_of(cell.type), quad_of(cell.type), name_of(cell.status), cell.counts);
      if (period.cells.empty()) add("", "", "", {});
    }
  }
  return rows;
}

}  // namespace dragoman

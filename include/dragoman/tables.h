// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/report.h"

namespace dragoman {

// The flat tables that one report fills. Columns that only a ledger knows (event_id, origin_id, ingested_at) are empty.
enum class Table : std::uint8_t { claims, hops, links, reports, entities };
std::string_view name_of(Table table);
std::optional<Table> table_named(std::string_view name);

using Row = std::vector<std::string>;

// Column names, a public contract: docs/tables.md says what is in them.
std::span<const std::string_view> columns_of(Table table);
// Rows of one report, as many cells as the table has columns; unknown is empty, lists are joined by "; ".
std::vector<Row> rows_of(Table table, const ReadReport& report);

// "a > CNN": a chain as the `claims` table writes it, innermost first: "an aide:asserts > CNN:reports".
std::string chain_text(const Chain& chain);
// The stance of the first chain, but `denies` only if all chains deny; empty without chains.
std::string_view stance_of(const Claim& claim);

// One line with its line end. Tabs, line ends and other control characters inside cells become spaces; CSV is quoted as RFC 4180 says.
std::string csv_line(std::span<const std::string> cells);
std::string tsv_line(std::span<const std::string> cells);

}  // namespace dragoman

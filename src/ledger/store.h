// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/report.h"
#include "events/facts.h"
#include "ledger/database.h"

namespace dragoman {

// What is wrong with a report object that would make the ledger contradict itself: a hash that is not its text's, offsets outside of it.
Status check_report(const ReadReport& report);

// A report goes by its text, outlet, url and published. Several with one id are told apart: the earliest keeps it (then by outlet, url and text),
// the others get ids made from all of these; so ids do not depend on the order in which reports came.
struct RenamedReport {
  std::int64_t report = 0;
  std::string former_name;
};
struct StoredReading {
  std::int64_t report = 0, reading = 0;
  std::int64_t former_reading = 0;     // that was current before; 0: none
  std::vector<RenamedReport> renamed;  // other reports whose id is another now
  ReportFacts facts;                   // of the reading, where it is new
  bool is_new = false;                 // false: it was there, nothing was stored
};

// Inside a transaction. Failures stay with the database.
StoredReading store_reading(Database& database, const ReadReport& report);

// The row of a report, and whether these made a reading of it.
struct KnownReport {
  std::int64_t report = 0;
  std::string name;
  bool has_reading = false;
};
std::optional<KnownReport> find_report(Database& database, const Report& report, const MadeBy& made_by);

// The newest reading of a report by its id, with its text.
std::optional<ReadReport> load_report(Database& database, std::string_view name);
// Any reading, by its row; its report under the id that it came with.
std::optional<ReadReport> load_reading(Database& database, std::int64_t reading);

}  // namespace dragoman

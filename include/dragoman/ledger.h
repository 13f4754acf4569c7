// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/event.h"
#include "dragoman/report.h"
#include "dragoman/result.h"
#include "dragoman/tables.h"

namespace dragoman {

// A claim that a search found; best first.
struct SearchHit {
  std::string claim, event, report, outlet, published;
  std::string quote;  // the claim's words
};

enum class AddStatus : std::uint8_t { added, known };

// What `Ledger::info` counts; sizes in bytes.
struct LedgerInfo {
  int schema_version = 0;
  std::uint64_t reports = 0, readings = 0, claims = 0, events = 0, file_size = 0;
  std::uint64_t unlinked = 0;  // readings whose claims are not linked yet
  std::string first_published, last_published;
  std::vector<MadeBy> made_by;  // of the readings, newest first
};

// Bounds of one query on the public views.
struct QueryLimits {
  std::uint64_t rows = 0;      // 0: all
  std::uint32_t seconds = 30;  // then ErrorCode::interrupted or the nearest there is
};

// A row of the `lineage` table.
struct LineageRow {
  std::string from_report, to_report, to_outlet, kind;  // kind: cites, copies, credits, retracts
  double similarity = 0;
  bool certain = false;
  Span span;
};

struct EventFilter {
  std::string since, until;  // ISO dates of the event's time, else of publication; until is inclusive
  std::string as_of;         // what reports published by then tell
  std::string actor, other;  // codes or names that take part
  std::optional<EventType> type;
  std::optional<EventStatus> status;
  std::size_t limit = 0;          // 0: all
  std::string report{}, claim{};  // full ids: of the report that carries it, and of a claim of that report
};

// The store of reports, readings, claims and events: one SQLite file, append-only in what was reported when. One writer at a time (others
// get ErrorCode::locked); any number of readers. Not to be used from two threads at once; open one each.
class Ledger {
 public:
  enum class Mode : std::uint8_t { read_only, read_write };
  // read_write makes the file if it is not there and migrates an older one.
  static Result<Ledger> open(const std::string& path, Mode mode);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // The id of this report, if it is there already (by text hash, outlet, url and published; a missing hash is made from the text), read by the
  // same code, rules and model.
  Result<std::optional<std::string>> knows(const Report& report, const MadeBy& made_by) const;
  // Stores a report with its claims, and links them: atomic. Idempotent.
  Result<AddStatus> add(const ReadReport& report);
  // Links everything anew.
  Status relink();

  Result<std::vector<LinkedEvent>> events(const EventFilter& filter) const;
  Result<std::optional<LinkedEvent>> event(std::string_view id, std::string_view as_of = {}) const;
  // The event as if one of its origins (its full id) and all that rests on it were not there; none if nothing else tells of it.
  Result<std::optional<LinkedEvent>> event_without(std::string_view id, std::string_view origin, std::string_view as_of = {}) const;
  // The full id for a prefix of four or more characters; an error says that it is unknown or names the ids that it could be.
  Result<std::string> resolve_id(std::string_view prefix) const;
  // The newest reading of a report, by its id; none if it is not there.
  Result<std::optional<ReadReport>> report(std::string_view id) const;
  // Id of the report that a claim is in.
  Result<std::optional<std::string>> report_of_claim(std::string_view claim) const;
  // Claims whose words, or whose report's title, hold all of `words` (any text; each word may be a prefix), of events that `filter` lets pass.
  Result<std::vector<SearchHit>> search(const std::string& words, const EventFilter& filter) const;
  // Citations and copies out of and into a report.
  Result<std::vector<LineageRow>> lineage(std::string_view report) const;

  // One statement on the public views (docs/tables.md), read only: whatever writes, attaches, loads or sets is refused. `begin` gets
  // the column names, `take` each row; it returns false to stop. NULL comes as an empty cell.
  Status query(const std::string& sql, const std::vector<std::string>& bound, const QueryLimits& limits, const std::function<void(const Row&)>& begin,
               const std::function<bool(const Row&)>& take) const;
  // Everything that can be checked; each a sentence that says what is wrong and what to do. Empty: sound.
  Result<std::vector<std::string>> verify() const;
  Result<LedgerInfo> info() const;

 private:
  struct Parts;
  explicit Ledger(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman

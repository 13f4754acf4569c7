// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dragoman/ledger.h"
#include "dragoman/report.h"

namespace dragoman::testing {

// One sentence with the event that it tells of.
struct Sentence {
  std::string words;
  EventType type = EventType::consult;
  std::string actor, recipient;  // codes
  std::string date;              // of the event
  std::string source;            // who says so; empty: the outlet
  Stance stance = Stance::asserts;
};

// A report object as the reader would make it of such sentences.
ReadReport report_of(const std::string& id, const std::string& outlet, const std::string& published, const std::vector<Sentence>& sentences);

// Some sixty reports on a few stories: copies, citations, denials, anonymous sources, days that lie close together and far apart. The same for the same seed.
std::vector<ReadReport> stories(unsigned seed, std::size_t count);

// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// All events, and the rows of all public tables but ingestion times, as text: what must not depend on the order of reports.
std::string everything_in(const Ledger& ledger, const std::string& as_of = "");

// All rows of a query, "|" between cells.
std::vector<std::string> rows_of_query(const Ledger& ledger, const std::string& sql);

}  // namespace dragoman::testing

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "events/facts.h"
#include "ledger/database.h"

namespace dragoman {

// The facts of a report's current reading, with the rows that they are stored in. Publication times are in the form that sorts
// (order_of), ids as the ledger names them.
struct StoredFacts {
  std::int64_t report = 0, reading = 0;
  ReportFacts facts;
  std::vector<std::int64_t> rows;  // of facts.claims
  std::string published;           // as sent
  std::string known_from;          // empty: nobody knows when it was published
};
using FactsPtr = std::shared_ptr<const StoredFacts>;

// Makes facts of stored readings and keeps those used last, within a bound. What another connection commits in between makes it forget all.
class FactsCache {
 public:
  explicit FactsCache(Database& database) : database_(database) {}
  // To be called at the beginning of each transaction.
  void refresh();
  // Null after a failure, and for a row that is not there.
  FactsPtr of_report(std::int64_t report);
  // Keeps facts that were just made of the current reading of a report.
  void put(std::int64_t report, ReportFacts facts);
  // Of a reading that is not current any more; not kept.
  FactsPtr of_former(std::int64_t reading);
  FactsPtr of_claim(std::int64_t claim);  // null for a claim of an older reading
  void forget(std::int64_t report);
  void forget_all();

 private:
  struct Entry {
    FactsPtr facts;
    std::list<std::int64_t>::iterator used;
  };
  FactsPtr complete(std::int64_t reading, std::optional<ReportFacts> facts);
  void keep(std::int64_t report, const FactsPtr& facts);

  Database& database_;
  std::unordered_map<std::int64_t, Entry> entries_;
  std::list<std::int64_t> used_;  // the last one in front
  std::size_t claims_ = 0;
  std::int64_t data_version_ = -1;
};

}  // namespace dragoman

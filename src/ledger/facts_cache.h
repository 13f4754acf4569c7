// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <memory>
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

// Loads facts and keeps those used last, within a bound. What another connection commits in between makes it forget all.
class FactsCache {
 public:
  explicit FactsCache(Database& database) : database_(database) {}
  // To be called at the beginning of each transaction.
  void refresh();
  // Null after a failure, and for a row that is not there.
  FactsPtr of_report(std::int64_t report);
  FactsPtr of_claim(std::int64_t claim);  // null for a claim of an older reading
  void forget(std::int64_t report);
  void forget_all();

 private:
  struct Entry {
    FactsPtr facts;
    std::list<std::int64_t>::iterator used;
  };
  FactsPtr load(std::int64_t report);
  void keep(std::int64_t report, const FactsPtr& facts);

  Database& database_;
  std::unordered_map<std::int64_t, Entry> entries_;
  std::list<std::int64_t> used_;  // the last one in front
  std::size_t claims_ = 0;
  std::int64_t data_version_ = -1;
};

// Whether the stored facts of a report's current reading are those that this program makes of its object.
bool has_fresh_facts(Database& database, std::int64_t report);

// Makes the stored facts of a report's current reading anew from its object, where this program would make others.
void refresh_facts(Database& database, std::int64_t report);

}  // namespace dragoman

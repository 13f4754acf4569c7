// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "dragoman/ledger.h"
#include "ledger/database.h"
#include "ledger/facts_cache.h"

namespace dragoman {

// What a Ledger holds: its connection and the facts that it used last.
struct Ledger::Parts {
  explicit Parts(std::unique_ptr<Database> given) : database(std::move(given)), facts(*database) {}
  std::unique_ptr<Database> database;
  FactsCache facts;
};

}  // namespace dragoman

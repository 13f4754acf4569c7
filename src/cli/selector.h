// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/ledger.h"

namespace dragoman {

// Events that a SELECTOR on the command line means: an id or its prefix (E-7KQ2: the event; C-...: the event of that claim; a report's
// id: the events that it carries), an actor (SYR), a pair (ISR:SYR), or `all`. `filter` narrows actors and pairs.
Result<std::vector<LinkedEvent>> select_events(const Ledger& ledger, const std::string& selector, EventFilter filter);

// --since, --until, --as-of, --limit, --type, --status, --actor, --pair into `filter`. Bad words are usage errors of the command line.
struct FilterArguments {
  std::string since, until, as_of, type, status, actor, pair;
  std::size_t limit = 0;
};
EventFilter filter_of(const FilterArguments& arguments);

// The shortest prefix that people type: four characters or more, unique in the ledger.
std::string short_id(const Ledger& ledger, const std::string& id);

// One claim of an event with the report that it is in; borrowed from EventClaims.
struct PlacedClaim {
  const ReadReport* report = nullptr;
  const Claim* claim = nullptr;
  std::string origin;  // id
};

// The claims of an event, read back from their reports, by publication time.
class EventClaims {
 public:
  static Result<EventClaims> load(const Ledger& ledger, const LinkedEvent& event);
  const std::vector<PlacedClaim>& claims() const { return claims_; }

 private:
  std::map<std::string, ReadReport> reports_;
  std::vector<PlacedClaim> claims_;
};

}  // namespace dragoman

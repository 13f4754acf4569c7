// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/ledger.h"
#include "ledger/evidence.h"

namespace dragoman {

// Rows of t_event, t_origin, t_event_party of one event; gives its row.
std::int64_t store_event(Database& database, const LinkedEvent& event);
void delete_event(Database& database, std::int64_t row);

// Whether the rows of an event are those that store_event would write.
bool has_rows_of(Database& database, const LinkedEvent& event, std::int64_t row);

std::optional<LinkedEvent> event_in(Database& database, std::string_view id);
// What t_event.detail of a row of a result holds.
std::optional<LinkedEvent> event_of_bytes(Database& database, std::string_view bytes);

// Words that find an event by a party: its code, its name folded and the words of its name.
std::vector<std::string> keys_of(const EventParty& party);
bool passes(const EventFilter& filter, const LinkedEvent& event);
// Events of now that a filter lets pass, by first publication, then id.
std::vector<LinkedEvent> select_now(Database& database, const EventFilter& filter);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/database.h"

namespace dragoman {

// The full id that `prefix` stands for: of an event (one of its former ids too), claim, report or origin. Letters of any case. An error where
// it stands for none or for several.
Result<std::string> full_id(Database& database, std::string_view prefix);

// The event that has or had this id: any event id was made of a claim's, and leads to where that claim, or the one that replaced it in a later
// reading of its report, is now.
std::optional<std::string> current_event_id(Database& database, std::string_view id);

// The report that holds a claim; the earliest, where copies of one text have it in common.
std::optional<std::string> report_with_claim(Database& database, std::string_view claim);

}  // namespace dragoman

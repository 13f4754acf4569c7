// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "ledger/database.h"

namespace dragoman {

// The file's version that this code reads and writes; kept in SQLite's user_version.
int schema_version();

// Makes or migrates the tables and views of a file that is opened for writing; checks the version of one that is only read.
Status migrate(Database& database);
Status check_version(Database& database);

// The public views, a contract of docs/tables.md: names, columns and their order.
const char* public_views();
// The view `dyads`, and the numbers of states that it needs.
extern const char* const kDyads;
void fill_states(Database& database);
// Whether `name` is one of them.
bool is_public_view(std::string_view name);
// All other tables begin with this, so that no query on the views can spell them.
inline constexpr std::string_view kPrivatePrefix = "t_";

}  // namespace dragoman

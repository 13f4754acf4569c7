// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/selector.h"
#include "dragoman/ledger.h"

namespace dragoman {

// --ledger FILE, else DRAGOMAN_LEDGER; one of the two must be there.
void add_ledger_option(CLI::App& command, std::string& path);

// --as-of: what reports published by then tell.
void add_as_of_option(CLI::App& command, std::string& as_of);

// --since, --until, --as-of, --type, --status, --actor, --pair, --limit; unknown types and statuses are refused with the list of all.
void add_filter_options(CLI::App& command, FilterArguments& arguments);

}  // namespace dragoman

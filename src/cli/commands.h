// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "dragoman/inputs.h"
#include "dragoman/options.h"

namespace dragoman {

// What every subcommand shares; lives as long as the program.
struct Session {
  DataOptions data;
  ExitStatus status = ExitStatus::done;
};

// Each adds one subcommand, whose callback sets `session.status`. One file each.
void add_read(CLI::App& app, Session& session);
void add_parse(CLI::App& app, Session& session);
void add_code(CLI::App& app, Session& session);
void add_explain(CLI::App& app, Session& session);
void add_version(CLI::App& app, Session& session);

// Says what went wrong on stderr and gives the status for it.
ExitStatus fail(const Error& error);

}  // namespace dragoman

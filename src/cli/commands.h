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
void add_add(CLI::App& app, Session& session);
void add_events(CLI::App& app, Session& session);
void add_show(CLI::App& app, Session& session);
void add_chain(CLI::App& app, Session& session);
void add_search(CLI::App& app, Session& session);
void add_matrix(CLI::App& app, Session& session);
void add_timeline(CLI::App& app, Session& session);
void add_brief(CLI::App& app, Session& session);
void add_relation(CLI::App& app, Session& session);
void add_track(CLI::App& app, Session& session);
void add_diff(CLI::App& app, Session& session);
void add_export(CLI::App& app, Session& session);
void add_sql(CLI::App& app, Session& session);
void add_link(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_doctor(CLI::App& app, Session& session);

// Says what went wrong on stderr and gives the status for it.
ExitStatus fail(const Error& error);

class Output;
// The status of a command that has printed all it had: `matched` says whether that was anything.
ExitStatus finished(const Output& output, bool matched);

}  // namespace dragoman

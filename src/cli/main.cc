// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <iostream>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "dragoman/version.h"

namespace dragoman {
namespace {

constexpr const char* kFooter = R"(Exit status: 0 done, 1 nothing matched, 2 usage or configuration, 3 some inputs failed, 4 ledger locked or incompatible,
5 integrity failure, 130 interrupted.
Data on stdout, messages on stderr. NO_COLOR turns colours off. Data is found by --data, DRAGOMAN_DATA, or beside the program.

  dragoman read report.txt --published 2025-05-14
  curl -s https://example.org/story | dragoman read --input html -
  dragoman read --input jsonl --format csv wire.jsonl > claims.csv
  dragoman add --ledger desk.db wire.jsonl && dragoman events --ledger desk.db --status disputed)";

void add_ledger_commands(CLI::App& app, Session& session) {
  add_add(app, session);
  add_events(app, session);
  add_show(app, session);
  add_chain(app, session);
  add_search(app, session);
  add_matrix(app, session);
  add_timeline(app, session);
  add_brief(app, session);
  add_relation(app, session);
  add_track(app, session);
  add_diff(app, session);
  add_export(app, session);
  add_sql(app, session);
  add_link(app, session);
  add_verify(app, session);
  add_doctor(app, session);
}

int run(int argc, char** argv) {
  CLI::App app{
      "Reads news reports and says what states and political actors are said to have done: each claim with who vouches for it, "
      "through whom, how firmly, and who denies it.",
      "dragoman"};
  Session session;
  app.add_option("--data", session.data.data_dir, "Folder with kb, rules and models")->type_name("DIR");
  app.set_version_flag("--version", std::string("dragoman ") + version());
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(kFooter);
  add_read(app, session);
  add_parse(app, session);
  add_code(app, session);
  add_explain(app, session);
  add_version(app, session);
  add_ledger_commands(app, session);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool is_help = app.exit(error) == static_cast<int>(CLI::ExitCodes::Success);
    return static_cast<int>(is_help ? ExitStatus::done : ExitStatus::usage);
  }
  return static_cast<int>(session.status);
}

}  // namespace

ExitStatus fail(const Error& error) {
  complain(error.message);
  return exit_status_of(error.code);
}

ExitStatus finished(const Output& output, bool matched) {
  if (!output.closed() && !output.failure().empty()) {
    complain("cannot write: " + output.failure());
    return ExitStatus::inputs_failed;
  }
  if (interrupted()) return ExitStatus::interrupted;
  return matched || output.closed() ? ExitStatus::done : ExitStatus::nothing_matched;
}

}  // namespace dragoman

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);  // standard input gives what has come, in blocks
  dragoman::install_signal_handlers();
  try {
    return dragoman::run(argc, argv);
  } catch (const std::exception& error) {
    dragoman::complain(std::string("internal error: ") + error.what());
    return static_cast<int>(dragoman::ExitStatus::integrity);
  }
}

// SPDX-License-Identifier: Apache-2.0
// dragoman sql: a question in SQL on the public views, read only.
#include <memory>

#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/rows_out.h"

namespace dragoman {
namespace {

struct SqlArguments {
  std::string ledger, query;
  RowFormat format = RowFormat::text;
  QueryLimits limits;
};

ExitStatus run_sql(const SqlArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  Output output;
  RowPrinter printer(arguments.format, output);
  const Status done = ledger->query(
      arguments.query, {}, arguments.limits, [&](const Row& columns) { printer.begin(columns); },
      [&](const Row& row) { return printer.take(row) && !interrupted(); });
  if (!done) return fail(done.error());
  printer.finish();
  return finished(output, printer.rows() > 0);
}

}  // namespace

void add_sql(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<SqlArguments>();
  CLI::App* const command = app.add_subcommand("sql", "Ask the public views claims, hops, events, origins, links, lineage, reports, entities; read only");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("QUERY", arguments->query, "One SELECT statement: \"SELECT event_id, status FROM events\"")->required()->type_name("");
  add_row_format_option(*command, arguments->format);
  command->add_option("--seconds", arguments->limits.seconds, "How long it may take")->check(CLI::Range(1, 86400))->type_name("N")->capture_default_str();
  command->callback([arguments, &session] { session.status = run_sql(*arguments); });
}

}  // namespace dragoman

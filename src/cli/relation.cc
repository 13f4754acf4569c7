// SPDX-License-Identifier: Apache-2.0
// dragoman relation: the dated series of events between two parties, and where their rates changed.
#include <unistd.h>

#include <fmt/format.h>

#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/relation_view.h"
#include "cli/report_source.h"
#include "cli/rows_out.h"

namespace dragoman {
namespace {

struct RelationArguments {
  std::string ledger, a, b, as_of, unit = "week", count = "events", format = "text";
  RelationOptions options;
};

// With the ids that people type.
void shorten(const Ledger& ledger, Relation& relation) {
  std::map<std::string, std::string> known;
  const auto shorten_all = [&](std::vector<std::string>& ids) {
    for (std::string& id : ids) {
      std::string& shown = known[id];
      if (shown.empty()) shown = short_id(ledger, id);
      id = shown;
    }
  };
  shorten_all(relation.left_out);
  for (DyadSeries& series : relation.series) {
    for (Shift& shift : series.shifts) shorten_all(shift.events);
  }
}

void print_rows(const Relation& relation, RowFormat format, Output& output) {
  RowPrinter printer(format, output);
  const auto columns = dyad_columns();
  printer.begin(Row(columns.begin(), columns.end()));
  for (const Row& row : dyad_rows(relation)) {
    if (!printer.take(row)) return;
  }
  printer.finish();
}

void print(const Ledger& ledger, Relation& relation, const std::string& format, Output& output) {
  if (format == "json") output.write(json_of(relation) + "\n");
  else if (format == "csv" || format == "tsv" || format == "jsonl") {
    print_rows(relation, row_format_named(format), output);
  } else {
    shorten(ledger, relation);
    output.write(format == "svg" ? picture_of(relation) : view_of(relation, terminal_of(STDOUT_FILENO).colour));
  }
}

ExitStatus run_relation(const RelationArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  EventFilter filter;
  filter.actor = arguments.a;
  filter.other = arguments.b;
  filter.as_of = arguments.as_of;
  const Result<std::vector<LinkedEvent>> events = ledger->events(filter);
  if (!events) return fail(events.error());
  RelationOptions options = arguments.options;
  options.unit = *period_unit_named(arguments.unit);
  options.counting = *counting_named(arguments.count);
  Relation relation = relation_of(*events, arguments.a, arguments.b, options);
  bool has_events = !relation.left_out.empty();
  for (const DyadSeries& series : relation.series) has_events = has_events || !series.periods.empty();
  if (!has_events) complain(fmt::format("no event between {} and {}", arguments.a, arguments.b));
  Output output;
  if (has_events || arguments.format != "text") print(*ledger, relation, arguments.format, output);
  return finished(output, has_events);
}

}  // namespace

void add_relation(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<RelationArguments>();
  CLI::App* const command = app.add_subcommand("relation", "The dated series of events between two parties, and where their rates changed");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("A", arguments->a, "A party: its code or name")->required()->type_name("");
  command->add_option("B", arguments->b, "The other")->required()->type_name("");
  command->add_option("--unit", arguments->unit, "day, week, month or year")->check(CLI::IsMember({"day", "week", "month", "year"}))->capture_default_str();
  command->add_option("--count", arguments->count, "What is shown and where shifts are looked for: origins, events, claims or reports")
      ->check(CLI::IsMember({"origins", "events", "claims", "reports"}))
      ->capture_default_str();
  command->add_flag("--directed", arguments->options.directed, "Two series: what A did toward B, and B toward A");
  command->add_flag("--with-denied", arguments->options.with_denied, "Count denied and retracted events too");
  command->add_option("--since", arguments->options.since, "From the period of this date")->check(check_date)->type_name("DATE");
  command->add_option("--until", arguments->options.until, "To the period of this date")->check(check_date)->type_name("DATE");
  add_as_of_option(*command, arguments->as_of);
  command->add_option("-f,--format", arguments->format, "text, json, jsonl, csv, tsv (the dyads table) or svg")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv", "svg"}))
      ->capture_default_str();
  command->callback([arguments, &session] { session.status = run_relation(*arguments); });
}

}  // namespace dragoman

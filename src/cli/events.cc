// SPDX-License-Identifier: Apache-2.0
// dragoman events: the events of a ledger, each with its status and its independent origins.
#include <unistd.h>

#include <memory>

#include "cli/commands.h"
#include "cli/event_view.h"
#include "cli/ledger_access.h"
#include "cli/rows_out.h"

namespace dragoman {
namespace {

struct EventsArguments {
  std::string ledger;
  FilterArguments filter;
  RowFormat format = RowFormat::text;
};

bool print_objects(const std::vector<LinkedEvent>& events, bool is_list, Output& output) {
  if (is_list) output.write("[");
  for (const LinkedEvent& event : events) {
    const bool is_first = &event == &events.front();
    const std::string bytes = is_list ? (is_first ? "\n" : ",\n") + to_json(event, true) : to_json(event) + "\n";
    if (!output.write(bytes)) return false;
  }
  return !is_list || output.write(events.empty() ? "]\n" : "\n]\n");
}

void print_rows(const std::vector<LinkedEvent>& events, RowFormat format, Output& output) {
  RowPrinter printer(format, output);
  const auto columns = event_columns();
  printer.begin(Row(columns.begin(), columns.end()));
  for (const LinkedEvent& event : events) {
    if (!printer.take(row_of(event))) return;
  }
  printer.finish();
}

void print_page(const Ledger& ledger, const std::vector<LinkedEvent>& events, Output& output) {
  const Terminal terminal = terminal_of(STDOUT_FILENO);
  for (const LinkedEvent& event : events) {
    if (!output.write(line_of(event, short_id(ledger, event.id), {terminal.width, terminal.colour, false}) + "\n")) return;
  }
}

ExitStatus run_events(const EventsArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<LinkedEvent>> events = ledger->events(filter_of(arguments.filter));
  if (!events) return fail(events.error());
  Output output;
  switch (arguments.format) {
    case RowFormat::text: print_page(*ledger, *events, output); break;
    case RowFormat::json:
    case RowFormat::jsonl: print_objects(*events, arguments.format == RowFormat::json, output); break;
    default: print_rows(*events, arguments.format, output); break;
  }
  if (events->empty()) complain("no event matches");
  return finished(output, !events->empty());
}

}  // namespace

void add_events(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<EventsArguments>();
  CLI::App* const command = app.add_subcommand("events", "List the events of a ledger with their status and independent origins");
  add_ledger_option(*command, arguments->ledger);
  add_filter_options(*command, arguments->filter);
  add_row_format_option(*command, arguments->format);
  command->callback([arguments, &session] { session.status = run_events(*arguments); });
}

}  // namespace dragoman

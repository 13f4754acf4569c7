// SPDX-License-Identifier: Apache-2.0
// dragoman export: a table of the ledger as csv, tsv or JSON Lines, and events as PLOVER records.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/plover.h"
#include "cli/rows_out.h"
#include "dragoman/relation.h"

namespace dragoman {
namespace {

struct ExportArguments {
  std::string ledger, format, table = "claims";
  bool include = false;
  FilterArguments filter;
};

// Each table with the columns that order it, so that the same ledger gives the same bytes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kTables = {{
    {"claims", "published_at, report_id, char_start, claim_id"},
    {"hops", "claim_id, chain_no, hop_no"},
    {"events", "first_published_at, event_id"},
    {"origins", "event_id, first_published_at, origin_id"},
    {"links", "from_claim, to_claim, type"},
    {"lineage", "from_report, to_report, to_outlet, kind"},
    {"dyads", "1, 2, 3, 4, 5"},  // made of events: export_dyads
    {"reports", "1"},
    {"entities", "1, 2"},
}};

std::string check_table(const std::string& name) {
  for (const auto& [table, order] : kTables) {
    if (name == table) return "";
  }
  return fmt::format("`{}` is no table: claims, hops, events, origins, links, lineage, dyads, reports, entities", name);
}

std::string_view order_of(const std::string& name) {
  for (const auto& [table, order] : kTables) {
    if (name == table) return order;
  }
  return "1";
}

ExitStatus export_table(const Ledger& ledger, const ExportArguments& arguments) {
  Output output;
  RowPrinter printer(row_format_named(arguments.format), output);
  const std::string query = fmt::format("SELECT * FROM {} ORDER BY {}", arguments.table, order_of(arguments.table));
  QueryLimits limits;
  limits.seconds = 86400;
  const Status done = ledger.query(
      query, {}, limits, [&](const Row& columns) { printer.begin(columns); }, [&](const Row& row) { return printer.take(row) && !interrupted(); });
  if (!done) return fail(done.error());
  printer.finish();
  return finished(output, true);
}

// By week, of all pairs of parties with codes; directed, since the two directions add up to either.
ExitStatus export_dyads(const Ledger& ledger, const ExportArguments& arguments) {
  const Result<std::vector<LinkedEvent>> events = ledger.events(filter_of(arguments.filter));
  if (!events) return fail(events.error());
  RelationOptions options;
  options.directed = true;
  options.shifts = false;
  Output output;
  RowPrinter printer(row_format_named(arguments.format), output);
  printer.begin(Row(dyad_columns().begin(), dyad_columns().end()));
  each_relation(*events, options, [&](const Relation& relation) {
    for (const Row& row : dyad_rows(relation)) {
      if (!printer.take(row)) return false;
    }
    return !interrupted();
  });
  printer.finish();
  return finished(output, true);
}

ExitStatus export_plover(const Ledger& ledger, const ExportArguments& arguments) {
  const Result<std::vector<LinkedEvent>> events = ledger.events(filter_of(arguments.filter));
  if (!events) return fail(events.error());
  Output output;
  for (const LinkedEvent& event : *events) {
    const Result<EventClaims> claims = EventClaims::load(ledger, event);
    if (!claims) return fail(claims.error());
    if (!is_default_row(event, *claims) && !arguments.include) continue;
    if (!output.write(plover_record(event, *claims) + "\n")) break;
  }
  return finished(output, true);
}

ExitStatus run_export(const ExportArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  if (arguments.table == "dyads" && arguments.format != "plover") return export_dyads(*ledger, arguments);
  return arguments.format == "plover" ? export_plover(*ledger, arguments) : export_table(*ledger, arguments);
}

}  // namespace

void add_export(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* const command = app.add_subcommand("export", "A table of the ledger, or its events as PLOVER records");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("FORMAT", arguments->format, "csv, tsv, jsonl or plover")
      ->required()
      ->check(CLI::IsMember({"csv", "tsv", "jsonl", "plover"}))
      ->type_name("");
  command->add_option("--table", arguments->table, "claims, hops, events, origins, links, lineage, dyads, reports or entities")
      ->check(check_table)
      ->type_name("TABLE")
      ->capture_default_str();
  command->add_flag("--include", arguments->include, "plover: also what is denied, negative, planned or only supposed; its `comment` says which");
  add_filter_options(*command, arguments->filter);
  command->callback([arguments, &session] { session.status = run_export(*arguments); });
}

}  // namespace dragoman

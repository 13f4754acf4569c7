// SPDX-License-Identifier: Apache-2.0
// dragoman diff: what became of events between two moments.
#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "cli/commands.h"
#include "cli/event_view.h"
#include "cli/ledger_access.h"
#include "cli/report_source.h"
#include "cli/rows_out.h"
#include "cli/words.h"
#include "dragoman/changes.h"

namespace dragoman {
namespace {

struct DiffArguments {
  std::string ledger, selector, from, to;
  RowFormat format = RowFormat::text;
};

std::string status_of(const std::optional<LinkedEvent>& event) { return event ? std::string(name_of(event->status)) : ""; }

std::string origin_of(const std::optional<LinkedEvent>& event, int LinkedEvent::*bound) { return event ? std::to_string((*event).*bound) : ""; }

std::string claims_of(const std::optional<LinkedEvent>& event) { return event ? std::to_string(event->claims.size()) : ""; }

const Row& columns() {
  static const Row kColumns = {"change",        "event_id",           "event_id_before",    "event_type",        "status_before",
                               "status_after",  "origins_min_before", "origins_max_before", "origins_min_after", "origins_max_after",
                               "claims_before", "claims_after",       "status_rule"};
  return kColumns;
}

Row row_of(const EventChange& change) {
  const LinkedEvent& shown = change.after ? *change.after : *change.before;
  return {std::string(name_of(change.kind)),
          shown.id,
          change.before ? change.before->id : "",
          std::string(name_of(shown.type)),
          status_of(change.before),
          status_of(change.after),
          origin_of(change.before, &LinkedEvent::origins_min),
          origin_of(change.before, &LinkedEvent::origins_max),
          origin_of(change.after, &LinkedEvent::origins_min),
          origin_of(change.after, &LinkedEvent::origins_max),
          claims_of(change.before),
          claims_of(change.after),
          shown.status_rule};
}

std::string standing_of(const LinkedEvent& event) {
  return fmt::format("{}, {} independent origin{}, {}", name_of(event.status), origins_in_words(event), event.origins_max == 1 ? "" : "s",
                     counted(event.claims.size(), "claim"));
}

// What was, what is now, and the rule that says so.
std::string page_of(const Ledger& ledger, const EventChange& change) {
  const LinkedEvent& shown = change.after ? *change.after : *change.before;
  const Terminal terminal = terminal_of(STDOUT_FILENO);
  std::string page = wrapped({{gist_of(shown), Style::bold}, {" " + short_id(ledger, shown.id), Style::dim}}, {std::string(name_of(change.kind)), Style::bold},
                             10, terminal.width, terminal.colour);
  if (change.before) page += wrapped({{standing_of(*change.before)}}, {"  before", Style::dim}, 10, terminal.width, terminal.colour);
  if (change.after) page += wrapped({{standing_of(*change.after)}}, {"  after", Style::dim}, 10, terminal.width, terminal.colour);
  if (change.after && change.kind != ChangeKind::claims) {
    page += wrapped({{printable(shown.status_rule), Style::dim}}, {"  since", Style::dim}, 10, terminal.width, terminal.colour);
  }
  return page;
}

// An id that was not known yet at a moment had no event then.
Result<std::vector<LinkedEvent>> events_at(const Ledger& ledger, const std::string& selector, const std::string& moment) {
  EventFilter filter;
  filter.as_of = moment;
  return select_events(ledger, selector, filter);
}

void print(const Ledger& ledger, const std::vector<EventChange>& changes, RowFormat format, Output& output) {
  if (format == RowFormat::text) {
    for (const EventChange& change : changes) {
      if (!output.write(page_of(ledger, change) + (&change == &changes.back() ? "" : "\n"))) return;
    }
    return;
  }
  RowPrinter printer(format, output);
  printer.begin(columns());
  for (const EventChange& change : changes) {
    if (!printer.take(row_of(change))) return;
  }
  printer.finish();
}

ExitStatus run_diff(const DiffArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<LinkedEvent>> before = events_at(*ledger, arguments.selector, arguments.from);
  if (!before) return fail(before.error());
  const Result<std::vector<LinkedEvent>> after = events_at(*ledger, arguments.selector, arguments.to);
  if (!after) return fail(after.error());
  const std::vector<EventChange> changes = changes_between(*before, *after);
  if (changes.empty()) complain(fmt::format("nothing changed between {} and {}", arguments.from, arguments.to.empty() ? "now" : arguments.to));
  Output output;
  print(*ledger, changes, arguments.format, output);
  return finished(output, !changes.empty());
}

}  // namespace

void add_diff(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<DiffArguments>();
  CLI::App* const command = app.add_subcommand("diff", "Events that are new, gone or of another standing between two moments");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("SELECTOR", arguments->selector, "An id, an actor (SYR), a pair (ISR:SYR) or all")->required()->type_name("");
  command->add_option("--from", arguments->from, "As of this date or time")->check(check_date)->required()->type_name("TIME");
  command->add_option("--to", arguments->to, "As of this date or time; now if not given")->check(check_date)->type_name("TIME");
  add_row_format_option(*command, arguments->format);
  command->callback([arguments, &session] { session.status = run_diff(*arguments); });
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// dragoman show: an event, claim, report or origin by its id.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/event_view.h"
#include "cli/ledger_access.h"
#include "cli/terminal.h"
#include "dragoman/report_json.h"

namespace dragoman {
namespace {

struct ShowArguments {
  std::string ledger, id, as_of, format = "text";
};

ViewOptions view_options() {
  const Terminal terminal = terminal_of(STDOUT_FILENO);
  return {terminal.width, terminal.colour, true};
}

Result<std::string> page_of_event(const Ledger& ledger, const std::string& id, const ShowArguments& arguments) {
  const Result<std::optional<LinkedEvent>> event = ledger.event(id, arguments.as_of);
  if (!event) return event.error();
  if (!*event) return Error{ErrorCode::not_found, fmt::format("event {} was not known as of {}", arguments.id, arguments.as_of)};
  if (arguments.format == "json") return to_json(**event, true) + "\n";
  const Result<EventClaims> claims = EventClaims::load(ledger, **event);
  if (!claims) return claims.error();
  return view_of(**event, short_id(ledger, (*event)->id), *claims, view_options());
}

// A report, or one claim of it.
Result<std::string> page_of_report(const Ledger& ledger, const std::string& id, const std::string& claim, const std::string& format) {
  Result<std::optional<ReadReport>> report = ledger.report(id);
  if (!report) return report.error();
  if (!*report) return Error{ErrorCode::not_found, fmt::format("no report {} in the ledger", id)};
  if (!claim.empty()) std::erase_if((*report)->claims, [&](const Claim& one) { return one.id != claim; });
  return format == "json" ? to_json(**report, true) + "\n" : view_of(**report, view_options());
}

Result<std::string> page_of(const Ledger& ledger, const ShowArguments& arguments) {
  if (const Result<std::optional<ReadReport>> report = ledger.report(arguments.id); report && *report) {
    return page_of_report(ledger, arguments.id, "", arguments.format);
  }
  const Result<std::string> id = ledger.resolve_id(arguments.id);
  if (!id) return id.error();
  if (id->starts_with("E-")) return page_of_event(ledger, *id, arguments);
  if (!id->starts_with("C-")) return page_of_report(ledger, *id, "", arguments.format);
  const Result<std::optional<std::string>> report = ledger.report_of_claim(*id);
  if (!report) return report.error();
  return page_of_report(ledger, report->value_or(""), *id, arguments.format);
}

ExitStatus run_show(const ShowArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<std::string> page = page_of(*ledger, arguments);
  if (!page) return fail(page.error());
  Output output;
  output.write(*page);
  return finished(output, true);
}

}  // namespace

void add_show(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<ShowArguments>();
  CLI::App* const command = app.add_subcommand("show", "An event, claim or report by its id");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("ID", arguments->id, "E-7KQ2, C-..., R-... or a report's own id; a prefix of four characters or more that only one thing has")
      ->required()
      ->type_name("");
  add_as_of_option(*command, arguments->as_of);
  command->add_option("-f,--format", arguments->format, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  command->callback([arguments, &session] { session.status = run_show(*arguments); });
}

}  // namespace dragoman

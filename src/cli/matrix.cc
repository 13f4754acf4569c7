// SPDX-License-Identifier: Apache-2.0
// dragoman matrix: who says what of an event: origins, outlets or sources against asserts, confirms, denies, does not deny, no comment.
#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/event_view.h"
#include "cli/ledger_access.h"
#include "cli/rows_out.h"

namespace dragoman {
namespace {

struct MatrixArguments {
  std::string ledger, event, as_of, by = "origin";
  RowFormat format = RowFormat::text;
};

constexpr std::array<std::string_view, 6> kAssertions = {"asserts", "confirms", "denies", "does-not-deny", "no-comment", "retracts"};

// `reports` and `suggests` are ways of asserting; a claim without a chain is its outlet's assertion.
std::string_view assertion_of(Stance stance) {
  const std::string_view name = name_of(stance);
  return std::find(kAssertions.begin(), kAssertions.end(), name) != kAssertions.end() ? name : "asserts";
}

struct Line {
  std::string label, certain;
  std::map<std::string_view, int> counts;
};

class Matrix {
 public:
  Matrix(const LinkedEvent& event, const std::string& by) : event_(event), by_(by) {
    if (by == "origin") {
      for (const Origin& origin : event.roots)
        line_of(origin.id, origin.text.empty() ? origin.report : origin.text).certain = origin.certain ? "yes" : "perhaps";
    }
  }

  void add(const PlacedClaim& placed) {
    const std::string outlet = placed.report->report.outlet.empty() ? placed.report->report.id : placed.report->report.outlet;
    if (placed.claim->chains.empty()) count(placed, outlet, Stance::asserts);
    for (const Chain& chain : placed.claim->chains) {
      if (!chain.empty()) count(placed, chain.front().source.words.text, chain.front().stance);
    }
  }

  const std::vector<std::pair<std::string, Line>>& lines() const { return lines_; }

 private:
  void count(const PlacedClaim& placed, const std::string& source, Stance stance) {
    const std::string& outlet = placed.report->report.outlet;
    std::string key = by_ == "outlet" ? outlet : source;
    if (by_ == "origin") key = placed.origin.empty() ? "" : placed.origin;
    Line& line = by_ == "origin" && key.empty() ? line_of("-" + source, source + " (no origin)") : line_of(key, key);
    ++line.counts[assertion_of(stance)];
  }

  Line& line_of(const std::string& key, const std::string& label) {
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const auto& line) { return line.first == key; });
    if (found != lines_.end()) return found->second;
    return lines_.emplace_back(key, Line{label, "", {}}).second;
  }

  const LinkedEvent& event_;
  const std::string& by_;
  std::vector<std::pair<std::string, Line>> lines_;  // in the order of their first claim
};

ExitStatus run_matrix(const MatrixArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  EventFilter filter;
  filter.as_of = arguments.as_of;
  const Result<std::vector<LinkedEvent>> events = select_events(*ledger, arguments.event, filter);
  if (!events) return fail(events.error());
  Output output;
  RowPrinter printer(arguments.format, output);
  Row columns = {"event_id", arguments.by};
  if (arguments.by == "origin") columns.emplace_back("certain");
  columns.insert(columns.end(), kAssertions.begin(), kAssertions.end());
  printer.begin(columns);
  for (const LinkedEvent& event : *events) {
    const Result<EventClaims> claims = EventClaims::load(*ledger, event);
    if (!claims) return fail(claims.error());
    Matrix matrix(event, arguments.by);
    for (const PlacedClaim& placed : claims->claims()) matrix.add(placed);
    for (const auto& [key, line] : matrix.lines()) {
      Row row = {short_id(*ledger, event.id), line.label};
      if (arguments.by == "origin") row.push_back(line.certain);
      for (const std::string_view assertion : kAssertions) {
        const auto found = line.counts.find(assertion);
        row.push_back(found == line.counts.end() ? "" : std::to_string(found->second));
      }
      printer.take(row);
    }
  }
  printer.finish();
  return finished(output, printer.rows() > 0);
}

}  // namespace

void add_matrix(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<MatrixArguments>();
  CLI::App* const command = app.add_subcommand("matrix", "Who asserts, confirms, denies and does not deny an event");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("EVENT", arguments->event, "E-..., or a claim or report of it")->required()->type_name("");
  command->add_option("--by", arguments->by, "What the lines are: origin, outlet or source")
      ->check(CLI::IsMember({"origin", "outlet", "source"}))
      ->capture_default_str();
  add_as_of_option(*command, arguments->as_of);
  add_row_format_option(*command, arguments->format);
  command->callback([arguments, &session] { session.status = run_matrix(*arguments); });
}

}  // namespace dragoman

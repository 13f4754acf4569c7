// SPDX-License-Identifier: Apache-2.0
// dragoman matrix: who says what of an event: origins, outlets or sources against asserts, confirms, denies, does not deny, no comment.
// With --without: what would be left of the event if an origin were not there.
#include <fmt/format.h>

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
  std::string ledger, event, as_of, by = "origin", without;
  RowFormat format = RowFormat::text;
};

constexpr std::array<std::string_view, 6> kAssertions = {"asserts", "confirms", "denies", "does-not-deny", "no-comment", "retracts"};

// `reports` and `suggests` are ways of asserting; a claim without a chain is its outlet's assertion.
std::string_view assertion_of(Stance stance) {
  const std::string_view name = name_of(stance);
  return std::find(kAssertions.begin(), kAssertions.end(), name) != kAssertions.end() ? name : "asserts";
}

std::string label_of(const Origin& origin) { return origin.text.empty() ? origin.report : origin.text; }

struct Line {
  std::string label, certain;
  std::map<std::string_view, int> counts;
};

class Matrix {
 public:
  Matrix(const LinkedEvent& event, const std::string& by) : by_(by) {
    if (by == "origin") {
      for (const Origin& origin : event.roots) line_of(origin.id, label_of(origin)).certain = origin.certain ? "yes" : "perhaps";
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

  const std::string& by_;
  std::vector<std::pair<std::string, Line>> lines_;  // in the order of their first claim
};

constexpr std::string_view kEachOrigin = "each";
constexpr std::size_t kShortestOrigin = 6;  // "O-" and four more

// By its words as the matrix has them, the code or name that it stands for, or its id or the beginning of it.
bool is_meant(const Origin& origin, const std::string& name) {
  if (name == kEachOrigin || name == label_of(origin) || (!origin.entity.empty() && name == origin.entity)) return true;
  return name.size() >= kShortestOrigin && origin.id.rfind(name, 0) == 0;
}

Row without_row(const LinkedEvent& event, const std::string& id, const Origin& origin, const std::optional<LinkedEvent>& left) {
  const auto number = [](int value) { return std::to_string(value); };
  return {id,
          origin.id,
          label_of(origin),
          std::string(name_of(event.status)),
          left ? std::string(name_of(left->status)) : "",
          number(event.origins_min),
          number(event.origins_max),
          number(left ? left->origins_min : 0),
          number(left ? left->origins_max : 0),
          left ? left->status_rule : "nothing else tells of it"};
}

ExitStatus run_without(const Ledger& ledger, const std::vector<LinkedEvent>& events, const MatrixArguments& arguments) {
  Output output;
  RowPrinter printer(arguments.format, output);
  printer.begin({"event_id", "origin_id", "without", "status_before", "status_after", "origins_min_before", "origins_max_before", "origins_min_after",
                 "origins_max_after", "status_rule"});
  for (const LinkedEvent& event : events) {
    for (const Origin& origin : event.roots) {
      if (!is_meant(origin, arguments.without)) continue;
      const Result<std::optional<LinkedEvent>> left = ledger.event_without(event.id, origin.id, arguments.as_of);
      if (!left) return fail(left.error());
      printer.take(without_row(event, short_id(ledger, event.id), origin, *left));
    }
  }
  printer.finish();
  if (printer.rows() > 0) return finished(output, true);
  return fail(
      {ErrorCode::not_found, fmt::format("no origin `{}` of {}: `dragoman matrix {}` names them", arguments.without, arguments.event, arguments.event)});
}

ExitStatus run_matrix(const MatrixArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  EventFilter filter;
  filter.as_of = arguments.as_of;
  const Result<std::vector<LinkedEvent>> events = select_events(*ledger, arguments.event, filter);
  if (!events) return fail(events.error());
  if (!arguments.without.empty()) return run_without(*ledger, *events, arguments);
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
  CLI::Option* const by = command->add_option("--by", arguments->by, "What the lines are: origin, outlet or source")
                              ->check(CLI::IsMember({"origin", "outlet", "source"}))
                              ->capture_default_str();
  command->add_option("--without", arguments->without, "What is left without an origin: its id or words, or `each` for one after the other")
      ->type_name("ORIGIN")
      ->excludes(by);
  add_as_of_option(*command, arguments->as_of);
  add_row_format_option(*command, arguments->format);
  command->callback([arguments, &session] { session.status = run_matrix(*arguments); });
}

}  // namespace dragoman

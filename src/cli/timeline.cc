// SPDX-License-Identifier: Apache-2.0
// dragoman timeline: claims by publication time, as a list or as a picture with lanes.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/event_view.h"
#include "cli/ledger_access.h"
#include "cli/rows_out.h"
#include "cli/svg.h"

namespace dragoman {
namespace {

struct TimelineArguments {
  std::string ledger, selector, lanes = "stance", format = "text";
  FilterArguments filter;
};

struct Point {
  std::string published, lane, event, outlet, stance, source, quote, claim;
};

std::string lane_of(const std::string& lanes, const Point& point, const LinkedEvent& event) {
  if (lanes == "outlet") return point.outlet;
  if (lanes == "stance") return point.stance;
  return event.actors.empty() ? "" : event.actors.front().code.empty() ? event.actors.front().name : event.actors.front().code;
}

Result<std::vector<Point>> points_of(const Ledger& ledger, const std::vector<LinkedEvent>& events, const std::string& lanes) {
  std::vector<Point> points;
  for (const LinkedEvent& event : events) {
    const Result<EventClaims> claims = EventClaims::load(ledger, event);
    if (!claims) return claims.error();
    for (const PlacedClaim& placed : claims->claims()) {
      const Chain* const chain = placed.claim->chains.empty() ? nullptr : &placed.claim->chains.front();
      Point point{placed.report->report.published,
                  "",
                  short_id(ledger, event.id),
                  placed.report->report.outlet,
                  "asserts",
                  "",
                  placed.claim->words.text,
                  placed.claim->id};
      if (chain && !chain->empty()) {
        point.stance = stance_of(*placed.claim);
        point.source = chain->front().source.words.text;
      }
      point.lane = lane_of(lanes, point, event);
      points.push_back(std::move(point));
    }
  }
  std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.published < b.published; });
  return points;
}

std::string picture_of(const std::vector<Point>& points, const std::string& title) {
  constexpr int kLeft = 150, kWidth = 960, kLane = 46;
  std::vector<std::string> lanes;
  for (const Point& point : points) {
    if (std::find(lanes.begin(), lanes.end(), point.lane) == lanes.end()) lanes.push_back(point.lane);
  }
  Svg svg(kWidth, 60 + static_cast<int>(lanes.size()) * kLane, title);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const int y = 40 + static_cast<int>(i) * kLane;
    svg.text(10, y + 4, lanes[i].empty() ? "(unknown)" : lanes[i], Svg::Weight::bold);
    svg.line(kLeft, y, kWidth - 20, y);
  }
  // Points stand in their order, evenly: reports come in bursts that a true scale would pile up. The date is written where it changes.
  const int step = points.size() < 2 ? 0 : (kWidth - 40 - kLeft) / static_cast<int>(points.size() - 1);
  std::string day;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto lane = std::find(lanes.begin(), lanes.end(), points[i].lane) - lanes.begin();
    const int x = kLeft + static_cast<int>(i) * step, y = 40 + static_cast<int>(lane) * kLane;
    const bool denies = points[i].stance == "denies";
    const std::string tooltip = fmt::format("{} {}: {} ({}) {}", points[i].published, points[i].outlet, points[i].source, points[i].stance, points[i].quote);
    if (denies) svg.box(x - 5, y - 5, 10, 10, "#b00020", tooltip);
    else svg.circle(x, y, 5, points[i].stance == "confirms" ? "#006400" : "#1f4e79", tooltip);
    if (points[i].published.substr(0, 10) != day) {
      day = points[i].published.substr(0, 10);
      svg.text(x - 5, 16, day, Svg::Weight::small);
    }
  }
  return svg.finish();
}

ExitStatus run_timeline(const TimelineArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<LinkedEvent>> events = select_events(*ledger, arguments.selector, filter_of(arguments.filter));
  if (!events) return fail(events.error());
  const Result<std::vector<Point>> points = points_of(*ledger, *events, arguments.lanes);
  if (!points) return fail(points.error());
  Output output;
  if (arguments.format == "svg") {
    output.write(picture_of(*points, "Timeline of " + arguments.selector));
    return finished(output, !points->empty());
  }
  RowPrinter printer(row_format_named(arguments.format), output);
  printer.begin({"published_at", "event_id", "outlet", "stance", "source", "quote", "claim_id"});
  for (const Point& point : *points) {
    if (!printer.take({point.published, point.event, point.outlet, point.stance, point.source, point.quote, point.claim})) break;
  }
  printer.finish();
  return finished(output, !points->empty());
}

}  // namespace

void add_timeline(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<TimelineArguments>();
  CLI::App* const command = app.add_subcommand("timeline", "Claims by publication time");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("SELECTOR", arguments->selector, "An id, an actor (SYR), a pair (ISR:SYR) or all")->required()->type_name("");
  command->add_option("--lanes", arguments->lanes, "svg: one lane for each stance, outlet or actor")
      ->check(CLI::IsMember({"stance", "outlet", "actor"}))
      ->capture_default_str();
  add_filter_options(*command, arguments->filter);
  command->add_option("-f,--format", arguments->format, "text, json, jsonl, csv, tsv or svg")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv", "svg"}))
      ->capture_default_str();
  command->callback([arguments, &session] { session.status = run_timeline(*arguments); });
}

}  // namespace dragoman

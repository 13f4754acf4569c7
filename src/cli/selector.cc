// SPDX-License-Identifier: Apache-2.0
#include "cli/selector.h"

#include <fmt/format.h>

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::size_t kShortest = 4;  // characters of an id that people type, without its letter

bool has_letter(const std::string& id, char letter) { return id.size() > 2 && id[0] == letter && id[1] == '-'; }

Result<std::vector<LinkedEvent>> events_by_id(const Ledger& ledger, const std::string& id, EventFilter filter) {
  if (has_letter(id, 'E')) {
    const Result<std::optional<LinkedEvent>> event = ledger.event(id, filter.as_of);
    if (!event) return event.error();
    return *event ? std::vector<LinkedEvent>{**event} : std::vector<LinkedEvent>{};
  }
  filter.report = id;
  if (has_letter(id, 'C')) {
    const Result<std::optional<std::string>> report = ledger.report_of_claim(id);
    if (!report) return report.error();
    if (!*report) return std::vector<LinkedEvent>{};
    filter.report = **report;
    filter.claim = id;
  }
  return ledger.events(filter);
}

bool is_known_report(const Ledger& ledger, const std::string& id) {
  const Result<std::optional<ReadReport>> report = ledger.report(id);
  return report && *report;
}

}  // namespace

Result<std::vector<LinkedEvent>> select_events(const Ledger& ledger, const std::string& selector, EventFilter filter) {
  if (has_letter(selector, 'E') || has_letter(selector, 'C') || has_letter(selector, 'R')) {
    const Result<std::string> id = ledger.resolve_id(selector);
    if (!id) return id.error();
    return events_by_id(ledger, *id, filter);
  }
  if (selector == "all") return ledger.events(filter);
  if (is_known_report(ledger, selector)) return events_by_id(ledger, selector, filter);
  const std::size_t colon = selector.find(':');
  filter.actor = selector.substr(0, colon);
  filter.other = colon == std::string::npos ? "" : selector.substr(colon + 1);
  return ledger.events(filter);
}

EventFilter filter_of(const FilterArguments& arguments) {
  EventFilter filter;
  filter.since = arguments.since;
  filter.until = arguments.until;
  filter.as_of = arguments.as_of;
  filter.limit = arguments.limit;
  filter.type = event_type_named(arguments.type);
  filter.status = event_status_named(arguments.status);
  filter.actor = arguments.actor;
  if (const std::size_t colon = arguments.pair.find(':'); colon != std::string::npos) {
    filter.actor = arguments.pair.substr(0, colon);
    filter.other = arguments.pair.substr(colon + 1);
  }
  return filter;
}

std::string short_id(const Ledger& ledger, const std::string& id) {
  for (std::size_t length = 2 + kShortest; length < id.size(); ++length) {
    const std::string prefix = id.substr(0, length);
    if (const Result<std::string> full = ledger.resolve_id(prefix); full && *full == id) return prefix;
  }
  return id;
}

Result<EventClaims> EventClaims::load(const Ledger& ledger, const LinkedEvent& event) {
  EventClaims loaded;
  for (const ClaimRef& ref : event.claims) {
    if (loaded.reports_.count(ref.report) > 0) continue;
    Result<std::optional<ReadReport>> report = ledger.report(ref.report);
    if (!report) return report.error();
    if (!*report)
      return Error{ErrorCode::integrity, fmt::format("event {} names report {}, which is not in the ledger: run `dragoman verify`", event.id, ref.report)};
    loaded.reports_.emplace(ref.report, std::move(**report));
  }
  for (const ClaimRef& ref : event.claims) {
    const ReadReport& report = loaded.reports_.at(ref.report);
    const auto claim = std::find_if(report.claims.begin(), report.claims.end(), [&](const Claim& c) { return c.id == ref.claim; });
    if (claim != report.claims.end()) loaded.claims_.push_back({&report, &*claim, ref.origin});
  }
  return loaded;
}

}  // namespace dragoman

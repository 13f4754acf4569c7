// SPDX-License-Identifier: Apache-2.0
#include "cli/event_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/words.h"
#include "dragoman/tables.h"

namespace dragoman {
namespace {

constexpr int kIndent = 14;

Style style_of(EventStatus status) {
  switch (status) {
    case EventStatus::confirmed:
    case EventStatus::corroborated: return Style::good;
    case EventStatus::disputed:
    case EventStatus::planned:
    case EventStatus::speculative: return Style::warning;
    case EventStatus::denied:
    case EventStatus::retracted: return Style::alarm;
    case EventStatus::reported: return Style::plain;
  }
  return Style::plain;
}

std::string code_of(const EventParty& party) {
  std::string code = party.code == party.name ? "" : party.code;
  if (!party.sector.empty()) code += (code.empty() ? "" : " ") + party.sector;
  return printable(code);
}

std::string listed(const std::vector<std::string>& words) {
  if (words.size() < 2) return words.empty() ? "" : words[0];
  const std::vector<std::string> first(words.begin(), words.end() - 1);
  return fmt::format("{} and {}", fmt::join(first, ", "), words.back());
}

std::string parties(const std::vector<EventParty>& given) {
  std::vector<std::pair<std::string, std::vector<std::string>>> names;  // with the codes under which they act: "both envoys (TUR GOV, ARM GOV)"
  for (const EventParty& party : given) {
    const std::string name = printable(party.name.empty() ? party.code : party.name), code = code_of(party);
    auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == name; });
    if (found == names.end()) found = names.insert(names.end(), {name, {}});
    if (!code.empty() && std::find(found->second.begin(), found->second.end(), code) == found->second.end()) found->second.push_back(code);
  }
  std::vector<std::string> words;
  for (const auto& [name, codes] : names) words.push_back(codes.empty() ? name : fmt::format("{} ({})", name, fmt::join(codes, ", ")));
  return listed(words);
}

std::string dates(const LinkedEvent& event) {
  if (event.begin_date.empty()) return "";
  return event.end_date.empty() || event.end_date == event.begin_date ? event.begin_date : event.begin_date + " to " + event.end_date;
}

class EventPage {
 public:
  EventPage(const LinkedEvent& event, const std::string& id, const EventClaims& claims, const ViewOptions& options)
      : event_(event), id_(id), claims_(claims), options_(options) {}

  std::string write() {
    head();
    status();
    origins();
    page_ += '\n';
    for (const PlacedClaim& placed : claims_.claims()) claim(placed);
    return std::move(page_);
  }

 private:
  void line(std::string_view label, const std::vector<StyledText>& parts) {
    page_ += wrapped(parts, {label.empty() ? std::string() : fmt::format("  {}", label), Style::dim}, kIndent, options_.width, options_.colour);
  }

  void head() {
    page_ += wrapped({{gist_of(event_), Style::bold}}, {id_, Style::bold}, kIndent, options_.width, options_.colour);
    if (!event_.aliases.empty()) line("also", {{fmt::format("{}", fmt::join(event_.aliases, ", ")), Style::dim}});
  }

  void status() {
    line("status", {{std::string(name_of(event_.status)), style_of(event_.status)}, {": " + printable(event_.status_rule)}});
    if (!event_.confirmed_by.empty()) line("confirmed", {{"by " + printable(listed(event_.confirmed_by)), Style::good}});
    if (!event_.denied_by.empty()) line("denied", {{"by " + printable(listed(event_.denied_by)), Style::alarm}});
    if (!event_.not_denied_by.empty()) line("not denied", {{"by " + printable(listed(event_.not_denied_by)), Style::warning}});
    if (!event_.as_of.empty()) line("as of", {{printable(event_.as_of)}});
  }

  void origins() {
    const std::string first = event_.first_reported.report ? fmt::format("{} ({})", event_.first_reported.outlet, *event_.first_reported.report)
                                                           : event_.first_reported.outlet + ", which the ledger does not hold";
    if (!event_.first_reported.outlet.empty() || event_.first_reported.report) {
      line("first", {{printable(first)}, {event_.first_reported.published ? " " + *event_.first_reported.published : "", Style::dim}});
    }
    line("carried by", {{fmt::format("{}, {}, {}", counted(event_.reports, "report"), counted(event_.texts, "text"), counted(event_.outlets, "outlet"))}});
    line("origins", {{origins_in_words(event_), Style::bold}});
    for (const Origin& origin : event_.roots) {
      line("", {{origin.certain ? "+ " : "? "},
                {printable(origin.text)},
                {fmt::format(" ({}, {})", name_of(origin.kind), printable(origin.report)), Style::dim},
                {": " + printable(origin.rule)}});
    }
    for (const std::string& why : event_.why) line("", {{printable(why), Style::dim}});
  }

  void claim(const PlacedClaim& placed) {
    const Report& report = placed.report->report;
    page_ += wrapped({{printable(report.outlet.empty() ? report.id : report.outlet), Style::bold}, {" " + printable(report.published), Style::dim}},
                     {"  -", Style::dim}, 4, options_.width, options_.colour);
    page_ += wrapped({{"“" + printable(placed.claim->words.text) + "”"}}, {}, 4, options_.width, options_.colour);
    std::vector<std::string> chains;
    for (const Chain& chain : placed.claim->chains) chains.push_back(printable(chain_text(chain)));
    std::string status = chains.empty() ? "in the outlet's own words" : fmt::format("{}", fmt::join(chains, " ;; "));
    if (placed.claim->polarity == Polarity::negative) status += "; said not to have happened";
    if (placed.claim->realis != Realis::actual) status += fmt::format("; {}", name_of(placed.claim->realis));
    page_ += wrapped({{status, Style::dim}, {"  " + placed.claim->id, Style::dim}}, {}, 4, options_.width, options_.colour);
  }

  const LinkedEvent& event_;
  const std::string& id_;
  const EventClaims& claims_;
  const ViewOptions& options_;
  std::string page_;
};

}  // namespace

std::string gist_of(const LinkedEvent& event) {
  std::string text = fmt::format("{}{}: ", name_of(event.type), event.mode.empty() ? "" : " " + event.mode);
  const std::string actors = parties(event.actors), recipients = parties(event.recipients);
  text += actors.empty() ? "somebody" : actors;
  if (!recipients.empty()) text += " → " + recipients;
  if (const std::string when = dates(event); !when.empty()) text += ", " + when;
  if (event.place && !event.place->name.empty()) text += ", " + printable(event.place->name);
  return text;
}

std::string origins_in_words(const LinkedEvent& event) {
  if (event.origins_min == event.origins_max) return fmt::format("{}", event.origins_min);
  return fmt::format("{} to {}", event.origins_min, event.origins_max);
}

std::string line_of(const LinkedEvent& event, const std::string& id, const ViewOptions& options) {
  std::string lines = wrapped({{gist_of(event), Style::bold}}, {id, Style::bold}, kIndent, options.width, options.colour);
  const std::string rest = fmt::format(", {} independent origin{}, {}, first {} {}", origins_in_words(event), event.origins_max == 1 ? "" : "s",
                                       counted(event.reports, "report"), printable(event.first_reported.outlet), event.first_reported.published.value_or(""));
  return lines + wrapped({{std::string(name_of(event.status)), style_of(event.status)}, {rest, Style::dim}}, {}, kIndent, options.width, options.colour);
}

std::string view_of(const LinkedEvent& event, const std::string& id, const EventClaims& claims, const ViewOptions& options) {
  return EventPage(event, id, claims, options).write();
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// dragoman track: a negotiation, sanctions or an agreement as states with dates, the claims behind each, and what is contested.
#include "dragoman/track.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/rows_out.h"
#include "dragoman/relation.h"

namespace dragoman {
namespace {

struct TrackArguments {
  std::string ledger, selector, as_of, kind = "all";
  RowFormat format = RowFormat::text;
};

constexpr std::uint32_t kWindow = 150;  // code points around the word that was coded, on either side

// The words around a claim's trigger: what a transition is recognised by. A whole sentence would tell of other things too.
std::string words_around(const ReadReport& report, const Claim& claim) {
  const Span trigger = claim.event->trigger.span, words = claim.words.span;
  const std::uint32_t begin = std::max(words.begin, trigger.begin > kWindow ? trigger.begin - kWindow : 0);
  const std::uint32_t end = std::min(words.end, trigger.end + kWindow);
  std::string cut;
  std::uint32_t at = 0;
  for (const char c : report.report.text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins && at++ >= end) break;
    if (at > begin) cut += c;
  }
  return cut;
}

bool vouches(const Claim& claim) { return stance_of(claim) != "denies"; }

Result<TrackEvent> track_event(const Ledger& ledger, LinkedEvent event) {
  const Result<EventClaims> claims = EventClaims::load(ledger, event);
  if (!claims) return claims.error();
  TrackEvent made{std::move(event), {}, {}, {}, false};
  bool has_positive = false, has_vouched = false;
  for (const PlacedClaim& placed : claims->claims()) {
    const Claim& claim = *placed.claim;
    if (!claim.event) continue;
    made.contexts.insert(made.contexts.end(), claim.event->contexts.begin(), claim.event->contexts.end());
    made.triggers.push_back(claim.event->trigger.text);
    made.words.push_back(words_around(*placed.report, claim));
    has_vouched = has_vouched || vouches(claim);
    has_positive = has_positive || (vouches(claim) && claim.polarity == Polarity::positive);
  }
  made.negative = has_vouched && !has_positive;
  return made;
}

std::vector<std::string> parties_of(const LinkedEvent& event) {
  std::vector<std::string> names;
  for (const std::vector<EventParty>* parties : {&event.actors, &event.recipients}) {
    for (const EventParty& party : *parties) {
      const std::string& name = party.code.empty() ? party.name : party.code;
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

// A:B, or the parties of the event that an id means.
Result<std::vector<std::string>> parties_meant(const Ledger& ledger, const TrackArguments& arguments) {
  const std::string& selector = arguments.selector;
  if (const std::size_t colon = selector.find(':'); colon != std::string::npos) {
    return std::vector<std::string>{selector.substr(0, colon), selector.substr(colon + 1)};
  }
  EventFilter filter;
  filter.as_of = arguments.as_of;
  const Result<std::vector<LinkedEvent>> events = select_events(ledger, selector, filter);
  if (!events) return events.error();
  std::vector<std::string> parties = events->empty() ? std::vector<std::string>{} : parties_of(events->front());
  if (parties.size() < 2) return Error{ErrorCode::not_found, fmt::format("{} names no event of two parties; write a pair as A:B", selector)};
  return parties;
}

// The events in which two of the parties take part, each once.
Result<std::vector<TrackEvent>> events_among(const Ledger& ledger, const std::vector<std::string>& parties, const std::string& as_of) {
  std::vector<TrackEvent> among;
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    for (std::size_t j = i + 1; j < parties.size(); ++j) {
      EventFilter filter;
      filter.actor = parties[i];
      filter.other = parties[j];
      filter.as_of = as_of;
      Result<std::vector<LinkedEvent>> events = ledger.events(filter);
      if (!events) return events.error();
      for (LinkedEvent& event : *events) {
        if (std::find(seen.begin(), seen.end(), event.id) != seen.end()) continue;
        seen.push_back(event.id);
        Result<TrackEvent> made = track_event(ledger, std::move(event));
        if (!made) return made.error();
        among.push_back(std::move(*made));
      }
    }
  }
  return among;
}

Row row_of(const Track& track, const Transition& transition) {
  return {std::string(name_of(track.kind)),
          fmt::format("{}", fmt::join(track.parties, "; ")),
          transition.date,
          transition.state,
          transition.from,
          std::string(name_of(transition.footing)),
          transition.contested() ? "true" : "false",
          std::string(name_of(transition.status)),
          transition.event,
          fmt::format("{}", fmt::join(transition.claims, "; ")),
          fmt::format("{}", fmt::join(transition.also, "; ")),
          transition.rule};
}

constexpr std::array<std::string_view, 12> kColumns = {"kind",      "parties", "date",     "state",  "from_state", "footing",
                                                       "contested", "status",  "event_id", "claims", "also",       "rule"};

// "  2025-03-20  direct-talks        contested; disputed  E-7KQ2 (C-9ABC)".
std::string page_of(const Ledger& ledger, const Track& track) {
  const std::string_view between = track.kind == TrackKind::sanctions ? " on " : ", ";
  std::string page = fmt::format("{}: {}{}\n", name_of(track.kind), fmt::join(track.parties, between),
                                 track.state.empty() ? "; no state that holds" : fmt::format("; now {}", track.state));
  for (const Transition& transition : track.transitions) {
    std::string footing(name_of(transition.footing));
    if (transition.footing == Footing::reported) footing.clear();
    std::vector<std::string> claims;
    for (const std::string& claim : transition.claims) {
      if (std::find(claims.begin(), claims.end(), short_id(ledger, claim)) == claims.end()) claims.push_back(short_id(ledger, claim));
    }
    page += fmt::format("  {:<10}  {:<18}{:<11}{:<13}{} ({}){}\n", transition.date, transition.state, footing, name_of(transition.status),
                        short_id(ledger, transition.event), fmt::join(claims, ", "),
                        transition.also.empty() ? "" : fmt::format(", again in {} more", transition.also.size()));
  }
  return page;
}

void print(const Ledger& ledger, const std::vector<Track>& tracks, RowFormat format, Output& output) {
  if (format == RowFormat::text) {
    for (const Track& track : tracks) {
      if (!output.write(page_of(ledger, track) + (&track == &tracks.back() ? "" : "\n"))) return;
    }
    return;
  }
  RowPrinter printer(format, output);
  printer.begin(Row(kColumns.begin(), kColumns.end()));
  for (const Track& track : tracks) {
    for (const Transition& transition : track.transitions) {
      if (!printer.take(row_of(track, transition))) return;
    }
  }
  printer.finish();
}

ExitStatus run_track(const TrackArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<std::string>> parties = parties_meant(*ledger, arguments);
  if (!parties) return fail(parties.error());
  const Result<std::vector<TrackEvent>> events = events_among(*ledger, *parties, arguments.as_of);
  if (!events) return fail(events.error());
  std::vector<Track> tracks;
  for (const TrackKind kind : {TrackKind::negotiation, TrackKind::sanctions, TrackKind::agreement}) {
    if (arguments.kind != "all" && arguments.kind != name_of(kind)) continue;
    for (Track& track : tracks_of(*events, *parties, kind)) tracks.push_back(std::move(track));
  }
  if (tracks.empty())
    complain(fmt::format("nothing between {} is a step of a {}", fmt::join(*parties, " and "), arguments.kind == "all" ? "track" : arguments.kind));
  Output output;
  print(*ledger, tracks, arguments.format, output);
  return finished(output, !tracks.empty());
}

}  // namespace

void add_track(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<TrackArguments>();
  CLI::App* const command = app.add_subcommand("track", "A negotiation, sanctions or an agreement as states with dates");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("SELECTOR", arguments->selector, "A pair (ARM:AZE), or an event (E-...): its parties")->required()->type_name("");
  command->add_option("--kind", arguments->kind, "negotiation, sanctions, agreement or all")
      ->check(CLI::IsMember({"negotiation", "sanctions", "agreement", "all"}))
      ->capture_default_str();
  add_as_of_option(*command, arguments->as_of);
  add_row_format_option(*command, arguments->format);
  command->callback([arguments, &session] { session.status = run_track(*arguments); });
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dragoman/event.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 22> kColumns = {
    "event_id",       "event_type",         "event_mode",        "actor_codes", "recipient_codes", "place_country", "event_start", "event_end",
    "time_precision", "first_published_at", "last_published_at", "n_reports",   "n_texts",         "n_outlets",     "origins_min", "origins_max",
    "status",         "status_rule",        "confirmed_by",      "denied_by",   "not_denied_by",   "as_of"};

std::string codes_of(const std::vector<EventParty>& parties) {
  std::vector<std::string> codes;
  for (const EventParty& party : parties) {
    const std::string& code = party.code.empty() ? party.name : party.code;
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  return fmt::format("{}", fmt::join(codes, "; "));
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, "; ")); }

}  // namespace

std::span<const std::string_view> event_columns() { return kColumns; }

std::vector<std::string> row_of(const LinkedEvent& event) {
  return {event.id,
          std::string(name_of(event.type)),
          event.mode,
          codes_of(event.actors),
          codes_of(event.recipients),
          event.place ? event.place->country : "",
          event.begin_date,
          event.end_date,
          event.time_precision,
          event.first_published,
          event.last_published,
          std::to_string(event.reports),
          std::to_string(event.texts),
          std::to_string(event.outlets),
          std::to_string(event.origins_min),
          std::to_string(event.origins_max),
          std::string(name_of(event.status)),
          event.status_rule,
          joined(event.confirmed_by),
          joined(event.denied_by),
          joined(event.not_denied_by),
          event.as_of};
}

}  // namespace dragoman

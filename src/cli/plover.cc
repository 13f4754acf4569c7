// SPDX-License-Identifier: Apache-2.0
#include "cli/plover.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/event_view.h"
#include "dragoman/tables.h"
#include "dragoman/version.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json actors_of(const std::vector<EventParty>& parties) {
  Json list = Json::array();
  for (const EventParty& party : parties) {
    Json one = Json::object();
    one["code"] = or_null(party.code);
    one["sector"] = or_null(party.sector);
    one["name"] = or_null(party.name);
    list.push_back(std::move(one));
  }
  return list;
}

Json contexts_of(const EventClaims& claims) {
  std::set<std::string> contexts;
  for (const PlacedClaim& placed : claims.claims()) {
    if (placed.claim->event) contexts.insert(placed.claim->event->contexts.begin(), placed.claim->event->contexts.end());
  }
  return Json(contexts);
}

// PLOVER's quad codes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
int quad_code_of(EventType type) {
  const std::string_view quad = quad_of(type);
  return quad == "verbal-cooperation" ? 1 : quad == "material-cooperation" ? 2 : quad == "verbal-conflict" ? 3 : 4;
}

Json place_of(const LinkedEvent& event) {
  if (!event.place) return nullptr;
  Json place = Json::object();
  place["name"] = or_null(event.place->name);
  place["country"] = or_null(event.place->country);
  place["lat"] = event.place->lat ? Json(*event.place->lat) : Json();
  place["lon"] = event.place->lon ? Json(*event.place->lon) : Json();
  place["geonameid"] = event.place->geonameid ? Json(*event.place->geonameid) : Json();
  return place;
}

}  // namespace

bool is_default_row(const LinkedEvent& event, const EventClaims& claims) {
  if (event.status == EventStatus::denied || event.status == EventStatus::retracted) return false;
  return std::any_of(claims.claims().begin(), claims.claims().end(), [](const PlacedClaim& placed) {
    return placed.claim->polarity == Polarity::positive && placed.claim->realis == Realis::actual && stance_of(*placed.claim) != name_of(Stance::denies);
  });
}

std::string plover_record(const LinkedEvent& event, const EventClaims& claims) {
  Json record = Json::object();
  record["id"] = event.id;
  record["date"] = or_null(event.begin_date);
  record["enddate"] = or_null(event.end_date);
  record["actor"] = actors_of(event.actors);
  record["recipient"] = actors_of(event.recipients);
  record["event"] = Json::array({name_of(event.type)});
  record["mode"] = event.mode.empty() ? Json::array() : Json::array({event.mode});
  record["context"] = contexts_of(claims);
  record["quad_code"] = quad_code_of(event.type);
  record["event_scale"] = nullptr;
  record["event_loc"] = place_of(event);
  const PlacedClaim* const first = claims.claims().empty() ? nullptr : &claims.claims().front();
  record["event_text"] = first ? Json(first->claim->words.text) : Json();
  Json text = Json::object(), cite = Json::object();
  text["sequence"] = first ? Json(first->claim->sentence) : Json();
  text["start"] = first ? Json(first->claim->words.span.begin) : Json();
  text["end"] = first ? Json(first->claim->words.span.end) : Json();
  record["text_info"] = std::move(text);
  cite["report"] = first ? Json(first->report->report.id) : Json();
  cite["outlet"] = first ? or_null(first->report->report.outlet) : Json();
  cite["url"] = first ? or_null(first->report->report.url) : Json();
  cite["published"] = first ? or_null(first->report->report.published) : Json();
  cite["title"] = first ? or_null(first->report->report.title) : Json();
  record["cite_info"] = std::move(cite);
  record["coder"] = std::string("dragoman ") + std::string(version());
  record["coded_date"] = nullptr;
  record["comment"] =
      fmt::format("status {}: {}; independent origins {}; {} reports", name_of(event.status), event.status_rule, origins_in_words(event), event.reports);
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dragoman

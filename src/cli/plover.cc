// SPDX-License-Identifier: Apache-2.0
#include "cli/plover.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/event_view.h"
#include "cli/words.h"
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
    one["entity_text"] = or_null(party.name);
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
  place["resolved_place"] = or_null(event.place->name);
  place["country_code"] = or_null(event.place->country);
  place["lat"] = event.place->lat ? Json(*event.place->lat) : Json();
  place["lon"] = event.place->lon ? Json(*event.place->lon) : Json();
  place["geonameid"] = event.place->geonameid ? Json(*event.place->geonameid) : Json();
  return place;
}

// PLOVER has days, and each record has one: where no report dates the event, that of its first report, and the comment says so.
std::string day_of(const std::string& time) { return time.substr(0, 10); }

Json cite_of(const Report& report) {
  Json cite = Json::object();
  cite["citation"] = report.id;
  cite["publication"] = or_null(report.outlet);
  cite["url"] = or_null(report.url);
  cite["title"] = or_null(report.title);
  cite["language"] = or_null(report.language);
  cite["published"] = or_null(report.published);
  return cite;
}

Json text_of(const Claim& claim) {
  Json text = Json::object();
  text["sequence"] = claim.sentence;
  text["start"] = claim.words.span.begin;
  text["end"] = claim.words.span.end;
  return text;
}

std::string comment_of(const LinkedEvent& event) {
  return fmt::format("{}status {}: {}; independent origins {}; {}", event.begin_date.empty() ? "the date is that of the first report; " : "",
                     name_of(event.status), event.status_rule, origins_in_words(event), counted(event.reports, "report"));
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
  record["date"] = or_null(day_of(event.begin_date.empty() ? event.first_published : event.begin_date));
  record["enddate"] = or_null(day_of(event.end_date));
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
  record["text_info"] = first ? text_of(*first->claim) : Json::object();
  record["cite_info"] = first ? cite_of(first->report->report) : Json::object();
  record["coder"] = std::string("dragoman ") + std::string(version());
  record["coded_date"] = nullptr;
  record["comment"] = comment_of(event);
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dragoman

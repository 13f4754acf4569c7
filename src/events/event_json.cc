// SPDX-License-Identifier: Apache-2.0
// The object dragoman.event/1 (docs/schema): unknown strings are null, as in dragoman.report/1; lists are never null.
#include <array>
#include <nlohmann/json.hpp>

#include "dragoman/event.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 8> kStatuses = {"confirmed", "disputed", "corroborated", "reported", "denied", "planned", "speculative", "retracted"};
constexpr std::array<std::string_view, 6> kRootKinds = {"person", "document", "body", "outlet", "anonymous", "unknown"};

Json text(const std::string& words) { return words.empty() ? Json(nullptr) : Json(words); }
Json text(const std::optional<std::string>& words) { return words ? Json(*words) : Json(nullptr); }

Json json_of(const std::vector<EventParty>& parties) {
  Json list = Json::array();
  for (const EventParty& party : parties) list.push_back({{"code", text(party.code)}, {"sector", text(party.sector)}, {"name", text(party.name)}});
  return list;
}

Json json_of(const std::optional<Place>& place) {
  if (!place) return nullptr;
  Json json = {{"name", text(place->name)}, {"country", text(place->country)}, {"lat", nullptr}, {"lon", nullptr}, {"geonameid", nullptr}};
  if (place->lat) json["lat"] = *place->lat;
  if (place->lon) json["lon"] = *place->lon;
  if (place->geonameid) json["geonameid"] = *place->geonameid;
  return json;
}

Json time_of(const LinkedEvent& event) {
  if (event.begin_date.empty() && event.end_date.empty()) return nullptr;
  return {{"begin_date", text(event.begin_date)}, {"end_date", text(event.end_date)}, {"precision", text(event.time_precision)}};
}

Json json_of(const Origin& origin) {
  return {{"id", origin.id},
          {"kind", name_of(origin.kind)},
          {"text", text(origin.text)},
          {"entity", text(origin.entity)},
          {"report", text(origin.report)},
          {"published", text(origin.published)},
          {"certain", origin.certain},
          {"rule", origin.rule}};
}

Json origins_of(const LinkedEvent& event) {
  Json roots = Json::array();
  for (const Origin& origin : event.roots) roots.push_back(json_of(origin));
  return {{"min", event.origins_min}, {"max", event.origins_max}, {"roots", std::move(roots)}, {"why", event.why}};
}

Json claims_of(const LinkedEvent& event) {
  Json claims = Json::array();
  for (const ClaimRef& ref : event.claims) claims.push_back({{"report", ref.report}, {"claim", ref.claim}, {"origin", text(ref.origin)}});
  return claims;
}

}  // namespace

std::string_view name_of(EventStatus status) { return kStatuses.at(static_cast<std::size_t>(status)); }
std::string_view name_of(RootKind kind) { return kRootKinds.at(static_cast<std::size_t>(kind)); }

std::optional<EventStatus> event_status_named(std::string_view name) {
  for (std::size_t i = 0; i < kStatuses.size(); ++i) {
    if (kStatuses[i] == name) return static_cast<EventStatus>(i);
  }
  return std::nullopt;
}

std::string to_json(const LinkedEvent& event, bool pretty) {
  const FirstReported& first = event.first_reported;
  const Json json = {{"schema", "dragoman.event/1"},
                     {"id", event.id},
                     {"aliases", event.aliases},
                     {"type", name_of(event.type)},
                     {"mode", text(event.mode)},
                     {"actors", json_of(event.actors)},
                     {"recipients", json_of(event.recipients)},
                     {"place", json_of(event.place)},
                     {"time", time_of(event)},
                     {"claims", claims_of(event)},
                     {"origins", origins_of(event)},
                     {"status", name_of(event.status)},
                     {"status_rule", event.status_rule},
                     {"confirmed_by", event.confirmed_by},
                     {"denied_by", event.denied_by},
                     {"not_denied_by", event.not_denied_by},
                     {"first_reported", {{"report", text(first.report)}, {"outlet", text(first.outlet)}, {"published", text(first.published)}}},
                     {"first_published", text(event.first_published)},
                     {"last_published", text(event.last_published)},
                     {"reports", event.reports},
                     {"texts", event.texts},
                     {"outlets", event.outlets},
                     {"as_of", text(event.as_of)}};
  return json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dragoman

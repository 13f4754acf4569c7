// SPDX-License-Identifier: Apache-2.0
// Writes `dragoman.report/1`. One function for each object of the contract, in the contract's order of fields.
#include "dragoman/report_json.h"

#include <nlohmann/json.hpp>

#include "base/pool_allocator.h"

namespace dragoman {
namespace {

// As nlohmann::ordered_json, with its nodes in a pool.
using Json = nlohmann::basic_json<nlohmann::ordered_map, std::vector, std::string, bool, std::int64_t, std::uint64_t, double, PoolAllocator>;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

template <typename T, typename Write>
Json array_of(const std::vector<T>& items, Write write) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(write(item));
  return array;
}

Json json_of(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json json_of(const TextSpan& words) { return {{"begin", words.span.begin}, {"end", words.span.end}, {"text", words.text}}; }

Json json_of(const AttributionSource& source);
Json json_of(const TimeExpression& time);
Json json_of(const Event& event);
Json json_of(const Place& place);

template <typename T>
Json json_or_null(const std::optional<T>& value) {
  return value ? json_of(*value) : Json(nullptr);
}

Json json_of(const Report& report) {
  return {{"id", report.id},
          {"hash", report.hash},
          {"outlet", text_or_null(report.outlet)},
          {"url", text_or_null(report.url)},
          {"title", text_or_null(report.title)},
          {"published", text_or_null(report.published)},
          {"language", text_or_null(report.language)},
          {"text", report.text}};
}

Json json_of(const MadeBy& made_by) { return {{"code_version", made_by.code_version}, {"rules_hash", made_by.rules_hash}, {"model_hash", made_by.model_hash}}; }

Json json_of(const EntityMention& mention) {
  return {{"begin", mention.span.begin}, {"end", mention.span.end}, {"text", mention.text}, {"head", json_of(mention.head)}};
}

Json json_of(const Entity& entity) {
  return {{"id", entity.id},
          {"name", entity.name},
          {"kind", name_of(entity.kind)},
          {"code", text_or_null(entity.code)},
          {"sector", text_or_null(entity.sector)},
          {"country", text_or_null(entity.country)},
          {"wikidata", text_or_null(entity.wikidata)},
          {"aliases", entity.aliases},
          {"mentions", array_of(entity.mentions, [](const EntityMention& m) { return json_of(m); })},
          {"role", text_or_null(entity.role)},
          {"role_from", text_or_null(entity.role_from)},
          {"role_to", text_or_null(entity.role_to)},
          {"known", entity.known}};
}

Json json_of(const AttributionSource& source) {
  Json json = json_of(source.words);
  json["entity"] = text_or_null(source.entity);
  return json;
}

Json json_of(const Attribution& attribution) {
  return {{"source", json_or_null(attribution.source)},
          {"cue", json_or_null(attribution.cue)},
          {"content", array_of(attribution.content, [](Span span) { return json_of(span); })},
          {"stance", name_of(attribution.stance)},
          {"verbatim", attribution.verbatim},
          {"parent", attribution.parent ? Json(*attribution.parent) : Json(nullptr)}};
}

Json json_of(const TimeExpression& time) {
  return {{"begin", time.words.span.begin},         {"end", time.words.span.end}, {"text", time.words.text},
          {"timex", text_or_null(time.timex)},      {"type", name_of(time.type)}, {"begin_date", text_or_null(time.begin_date)},
          {"end_date", text_or_null(time.end_date)}};
}

Json json_of(const Event& event) {
  return {{"type", name_of(event.type)}, {"mode", text_or_null(event.mode)}, {"contexts", event.contexts},
          {"cameo", event.cameo},        {"quad", quad_of(event.type)},      {"trigger", json_of(event.trigger)}};
}

Json json_of(const Participant& participant) {
  return {{"role", name_of(participant.role)},      {"entity", text_or_null(participant.entity)},
          {"code", text_or_null(participant.code)}, {"sector", text_or_null(participant.sector)},
          {"begin", participant.words.span.begin},  {"end", participant.words.span.end},
          {"text", participant.words.text}};
}

Json json_of(const Place& place) {
  return {{"name", place.name},
          {"country", text_or_null(place.country)},
          {"lat", place.lat ? Json(*place.lat) : Json(nullptr)},
          {"lon", place.lon ? Json(*place.lon) : Json(nullptr)},
          {"geonameid", place.geonameid ? Json(*place.geonameid) : Json(nullptr)},
          {"begin", place.span.begin},
          {"end", place.span.end}};
}

// A source that the report leaves unsaid ("is said to") has null words.
Json json_of(const HopSource& source) {
  const bool said = !source.words.text.empty();
  return {{"text", text_or_null(source.words.text)},
          {"begin", said ? Json(source.words.span.begin) : Json(nullptr)},
          {"end", said ? Json(source.words.span.end) : Json(nullptr)},
          {"entity", text_or_null(source.entity)},
          {"named", source.named},
          {"kind", name_of(source.kind)}};
}

Json json_of(const Hop& hop) {
  Json cue = nullptr;
  if (hop.cue) cue = {{"text", hop.cue->text}, {"begin", hop.cue->span.begin}, {"end", hop.cue->span.end}};
  return {{"source", json_of(hop.source)}, {"stance", name_of(hop.stance)}, {"cue", cue}, {"verbatim", hop.verbatim}};
}

Json json_of(const Chain& chain) {
  return array_of(chain, [](const Hop& hop) { return json_of(hop); });
}

Json json_of(const Link& link) { return {{"type", name_of(link.type)}, {"claim", link.claim}}; }

Json json_of(const Evidence& evidence) {
  return {{"type", evidence.type},           {"event", evidence.event},     {"actor", evidence.actor},
          {"recipient", evidence.recipient}, {"guessed", evidence.guessed}, {"named", evidence.named}};
}

Json json_of(const Claim& claim) {
  Json json = {{"id", claim.id},
               {"sentence", claim.sentence},
               {"begin", claim.words.span.begin},
               {"end", claim.words.span.end},
               {"text", claim.words.text},
               {"kind", name_of(claim.kind)},
               {"event", json_or_null(claim.event)},
               {"participants", array_of(claim.participants, [](const Participant& p) { return json_of(p); })},
               {"place", json_or_null(claim.place)},
               {"time", json_or_null(claim.time)},
               {"polarity", name_of(claim.polarity)},
               {"realis", name_of(claim.realis)},
               {"tense", name_of(claim.tense)},
               {"certainty", name_of(claim.certainty)},
               {"score", claim.score},
               {"hedges", array_of(claim.hedges, [](const TextSpan& words) { return json_of(words); })},
               {"condition", json_or_null(claim.condition)},
               {"voice", name_of(claim.voice)},
               {"chains", array_of(claim.chains, [](const Chain& chain) { return json_of(chain); })},
               {"links", array_of(claim.links, [](const Link& link) { return json_of(link); })},
               {"rule", claim.rule}};
  if (claim.evidence) json["evidence"] = json_of(*claim.evidence);
  return json;
}

Json json_of(const Caveat& caveat) {
  Json json = json_of(caveat.words);
  json["scope"] = caveat.scope == CaveatScope::report ? "report" : "claims";
  json["claims"] = caveat.claims;
  return json;
}

Json json_of(const Diagnostic& diagnostic) {
  static constexpr const char* kLevels[] = {"info", "warning", "error"};
  return {
      {"level", kLevels[static_cast<int>(diagnostic.level)]}, {"message", diagnostic.message}, {"begin", diagnostic.span.begin}, {"end", diagnostic.span.end}};
}

Json json_of(const Dropped& dropped) {
  Json json = json_of(dropped.words);
  json["rule"] = dropped.rule;
  json["reason"] = dropped.reason;
  return json;
}

Json json_of(const ReadReport& report) {
  Json json = {{"schema", "dragoman.report/1"},
               {"report", json_of(report.report)},
               {"made_by", json_of(report.made_by)},
               {"sentences", array_of(report.sentences, [](Span span) { return json_of(span); })},
               {"entities", array_of(report.entities, [](const Entity& entity) { return json_of(entity); })},
               {"attributions", array_of(report.attributions, [](const Attribution& item) { return json_of(item); })},
               {"claims", array_of(report.claims, [](const Claim& claim) { return json_of(claim); })},
               {"times", array_of(report.times, [](const TimeExpression& time) { return json_of(time); })},
               {"caveats", array_of(report.caveats, [](const Caveat& caveat) { return json_of(caveat); })},
               {"diagnostics", array_of(report.diagnostics, [](const Diagnostic& item) { return json_of(item); })}};
  if (!report.dropped.empty()) json["dropped"] = array_of(report.dropped, [](const Dropped& item) { return json_of(item); });
  return json;
}

}  // namespace

std::string to_json(const ReadReport& report, bool pretty) {
  std::string text = json_of(report).dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
  Pool::of_thread().clear();
  return text;
}

}  // namespace dragoman

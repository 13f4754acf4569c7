// SPDX-License-Identifier: Apache-2.0
// Reads `dragoman.report/1` back. The JSON library's exceptions are caught here and name the field; missing fields keep their defaults,
// unknown ones are ignored.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "dragoman/report_json.h"

namespace dragoman {
namespace {

using Json = nlohmann::json;

struct BadField {
  std::string message;
};

const Json* field(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found == json.end() || found->is_null() ? nullptr : &*found;
}

template <typename T>
void read(const Json& json, const char* name, T& value) {
  const Json* const given = field(json, name);
  if (given == nullptr) return;
  try {
    value = given->get<T>();
  } catch (const Json::exception&) {
    throw BadField{fmt::format("field `{}` has the wrong type: {}", name, given->dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 60))};
  }
}

template <typename T>
void read(const Json& json, const char* name, std::optional<T>& value) {
  if (field(json, name) == nullptr) return;
  value.emplace();
  read(json, name, *value);
}

// Enumerators are tried up to `last`: their names are in one place, src/base/names.cc.
template <typename E>
void read_enum(const Json& json, const char* name, E& value, E last) {
  std::string word;
  read(json, name, word);
  if (word.empty()) return;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<E>(i)) != word) continue;
    value = static_cast<E>(i);
    return;
  }
  throw BadField{fmt::format("field `{}` has an unknown value: {}", name, word)};
}

template <typename T, typename Read>
void read_list(const Json& json, const char* name, std::vector<T>& items, Read read_item) {
  const Json* const given = field(json, name);
  if (given == nullptr) return;
  if (!given->is_array()) throw BadField{fmt::format("field `{}` is no list", name)};
  for (const Json& item : *given) items.push_back(read_item(item));
}

Span span_in(const Json& json) {
  Span span;
  read(json, "begin", span.begin);
  read(json, "end", span.end);
  return span;
}

TextSpan words_in(const Json& json) {
  TextSpan words{span_in(json), {}};
  read(json, "text", words.text);
  return words;
}

std::optional<TextSpan> words_at(const Json& json, const char* name) {
  const Json* const given = field(json, name);
  return given ? std::optional(words_in(*given)) : std::nullopt;
}

Report report_in(const Json& json) {
  Report report;
  read(json, "id", report.id);
  read(json, "hash", report.hash);
  read(json, "outlet", report.outlet);
  read(json, "url", report.url);
  read(json, "title", report.title);
  read(json, "published", report.published);
  read(json, "language", report.language);
  read(json, "text", report.text);
  return report;
}

MadeBy made_by_in(const Json& json) {
  MadeBy made_by;
  read(json, "code_version", made_by.code_version);
  read(json, "rules_hash", made_by.rules_hash);
  read(json, "model_hash", made_by.model_hash);
  return made_by;
}

EntityMention mention_in(const Json& json) {
  EntityMention mention{span_in(json), {}, {}};
  read(json, "text", mention.text);
  if (const Json* const head = field(json, "head")) mention.head = span_in(*head);
  return mention;
}

Entity entity_in(const Json& json) {
  Entity entity;
  read(json, "id", entity.id);
  read(json, "name", entity.name);
  read_enum(json, "kind", entity.kind, EntityKind::other);
  read(json, "code", entity.code);
  read(json, "sector", entity.sector);
  read(json, "country", entity.country);
  read(json, "wikidata", entity.wikidata);
  read(json, "aliases", entity.aliases);
  read_list(json, "mentions", entity.mentions, mention_in);
  read(json, "role", entity.role);
  read(json, "role_from", entity.role_from);
  read(json, "role_to", entity.role_to);
  read(json, "known", entity.known);
  return entity;
}

Attribution attribution_in(const Json& json) {
  Attribution attribution;
  if (const Json* const source = field(json, "source")) {
    attribution.source = AttributionSource{words_in(*source), {}};
    read(*source, "entity", attribution.source->entity);
  }
  attribution.cue = words_at(json, "cue");
  read_list(json, "content", attribution.content, span_in);
  read_enum(json, "stance", attribution.stance, Stance::retracts);
  read(json, "verbatim", attribution.verbatim);
  read(json, "parent", attribution.parent);
  return attribution;
}

TimeExpression time_in(const Json& json) {
  TimeExpression time;
  time.words = words_in(json);
  read(json, "timex", time.timex);
  read_enum(json, "type", time.type, TimeType::set);
  read(json, "begin_date", time.begin_date);
  read(json, "end_date", time.end_date);
  return time;
}

Event event_in(const Json& json) {
  Event event;
  read_enum(json, "type", event.type, EventType::assault);
  read(json, "mode", event.mode);
  read(json, "contexts", event.contexts);
  read(json, "cameo", event.cameo);
  if (const Json* const trigger = field(json, "trigger")) event.trigger = words_in(*trigger);
  return event;
}

Participant participant_in(const Json& json) {
  Participant participant;
  read_enum(json, "role", participant.role, Role::beneficiary);
  read(json, "entity", participant.entity);
  read(json, "code", participant.code);
  read(json, "sector", participant.sector);
  participant.words = words_in(json);
  return participant;
}

Place place_in(const Json& json) {
  Place place;
  read(json, "name", place.name);
  read(json, "country", place.country);
  read(json, "lat", place.lat);
  read(json, "lon", place.lon);
  read(json, "geonameid", place.geonameid);
  place.span = span_in(json);
  return place;
}

Hop hop_in(const Json& json) {
  Hop hop;
  if (const Json* const source = field(json, "source")) {
    hop.source.words = words_in(*source);
    read(*source, "entity", hop.source.entity);
    read(*source, "named", hop.source.named);
    read_enum(*source, "kind", hop.source.kind, SourceKind::group);
  }
  read_enum(json, "stance", hop.stance, Stance::retracts);
  hop.cue = words_at(json, "cue");
  read(json, "verbatim", hop.verbatim);
  return hop;
}

Chain chain_in(const Json& json) {
  Chain chain;
  for (const Json& hop : json) chain.push_back(hop_in(hop));
  return chain;
}

Link link_in(const Json& json) {
  Link link;
  read_enum(json, "type", link.type, LinkType::same_event);
  read(json, "claim", link.claim);
  return link;
}

void read_status(const Json& json, Claim& claim) {
  read_enum(json, "polarity", claim.polarity, Polarity::negative);
  read_enum(json, "realis", claim.realis, Realis::hypothetical);
  read_enum(json, "tense", claim.tense, Tense::future);
  read_enum(json, "certainty", claim.certainty, Certainty::unspecified);
  read(json, "score", claim.score);
  read_list(json, "hedges", claim.hedges, words_in);
  claim.condition = words_at(json, "condition");
}

Claim claim_in(const Json& json) {
  Claim claim;
  read(json, "id", claim.id);
  read(json, "sentence", claim.sentence);
  claim.words = words_in(json);
  read_enum(json, "kind", claim.kind, ClaimKind::statement);
  if (const Json* const event = field(json, "event")) claim.event = event_in(*event);
  read_list(json, "participants", claim.participants, participant_in);
  if (const Json* const place = field(json, "place")) claim.place = place_in(*place);
  if (const Json* const time = field(json, "time")) claim.time = time_in(*time);
  read_status(json, claim);
  read_enum(json, "voice", claim.voice, Voice::attributed);
  read_list(json, "chains", claim.chains, chain_in);
  read_list(json, "links", claim.links, link_in);
  read(json, "rule", claim.rule);
  return claim;
}

Caveat caveat_in(const Json& json) {
  Caveat caveat;
  caveat.words = words_in(json);
  std::string scope;
  read(json, "scope", scope);
  caveat.scope = scope == "report" ? CaveatScope::report : CaveatScope::claims;
  read(json, "claims", caveat.claims);
  return caveat;
}

Diagnostic diagnostic_in(const Json& json) {
  Diagnostic diagnostic;
  std::string level;
  read(json, "level", level);
  diagnostic.level = level == "error" ? Level::error : level == "warning" ? Level::warning : Level::info;
  read(json, "message", diagnostic.message);
  diagnostic.span = span_in(json);
  return diagnostic;
}

Dropped dropped_in(const Json& json) {
  Dropped dropped;
  dropped.words = words_in(json);
  read(json, "rule", dropped.rule);
  read(json, "reason", dropped.reason);
  return dropped;
}

ReadReport read_report_in(const Json& json) {
  ReadReport read_report;
  std::string schema;
  read(json, "schema", schema);
  if (schema != "dragoman.report/1") throw BadField{fmt::format("field `schema` is \"{}\", not \"dragoman.report/1\"", schema)};
  const Json* const report = field(json, "report");
  if (report == nullptr) throw BadField{"field `report` is missing"};
  read_report.report = report_in(*report);
  if (const Json* const made_by = field(json, "made_by")) read_report.made_by = made_by_in(*made_by);
  read_list(json, "sentences", read_report.sentences, span_in);
  read_list(json, "entities", read_report.entities, entity_in);
  read_list(json, "attributions", read_report.attributions, attribution_in);
  read_list(json, "claims", read_report.claims, claim_in);
  read_list(json, "times", read_report.times, time_in);
  read_list(json, "caveats", read_report.caveats, caveat_in);
  read_list(json, "diagnostics", read_report.diagnostics, diagnostic_in);
  read_list(json, "dropped", read_report.dropped, dropped_in);
  return read_report;
}

}  // namespace

Result<ReadReport> report_from_json(std::string_view json) {
  try {
    const Json parsed = Json::parse(json);
    if (!parsed.is_object()) return Error{ErrorCode::bad_input, "a report object was expected"};
    return read_report_in(parsed);
  } catch (const BadField& bad) { return Error{ErrorCode::bad_input, bad.message}; } catch (const Json::exception& error) {
    return Error{ErrorCode::bad_input, fmt::format("not a report object: {}", error.what())};
  }
}

}  // namespace dragoman

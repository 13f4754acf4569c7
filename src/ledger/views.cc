// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "ledger/schema.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 12> kNames = {"claims",  "hops",     "events",   "origins",    "links",   "lineage",
                                                     "reports", "entities", "readings", "all_claims", "aliases", "dyads"};

// Of a claim, with the reading and the report that it is of.
constexpr const char* kClaims = R"sql(
  c.claim_id, r.name AS report_id, r.outlet, r.published AS published_at, r.url, c.sentence_no, c.char_start, c.char_end, c.quote, c.kind, c.event_type,
  c.event_mode, c.contexts, c.cameo_code, c.quad_class, c.actor_ids, c.actor_names, c.actor_codes, c.actor_sectors, c.recipient_ids, c.recipient_names,
  c.recipient_codes, c.recipient_sectors, c.mediators, c.hosts, c.place_name, c.place_country, c.lat, c.lon, c.geonameid, c.geo_precision, c.event_start,
  c.event_end, c.time_precision, c.polarity, c.realis, c.tense, c.certainty, c.score, c.voice, c.chain, c.chain_length, c.stance, e.event_id,
  l.origin AS origin_id, c.rule, c.hedges, c.condition, m.code_version, m.rules_hash, m.model_hash, d.ingested_at
  FROM t_claim c JOIN t_reading d ON d.id = c.reading JOIN t_report r ON r.id = d.report JOIN t_made_by m ON m.id = d.made_by
  LEFT JOIN t_event_claim l ON l.claim = c.id LEFT JOIN t_event e ON e.id = l.event)sql";

// Claims, hops, links and entities are those of each report's current (newest) reading; all_claims has those of every reading.
constexpr const char* kViews = R"sql(
CREATE VIEW all_claims AS SELECT{0};
CREATE VIEW claims AS SELECT{0} WHERE d.is_current = 1;
CREATE VIEW hops AS SELECT
  c.claim_id, h.chain_no, h.hop_no, h.source_text, h.source_entity, h.source_kind, h.named, h.stance, h.cue, h.verbatim, h.char_start, h.char_end
  FROM t_hop h JOIN t_claim c ON c.id = h.claim JOIN t_reading d ON d.id = c.reading WHERE d.is_current = 1;
CREATE VIEW events AS SELECT
  event_id, event_type, event_mode, actor_codes, recipient_codes, place_country, event_start, event_end, time_precision, first_published_at,
  last_published_at, n_reports, n_texts, n_outlets, origins_min, origins_max, status, status_rule, confirmed_by, denied_by, not_denied_by, NULL AS as_of
  FROM t_event;
CREATE VIEW origins AS SELECT
  o.origin_id, e.event_id, o.root_kind, o.root_text, o.root_entity, o.report_id, o.first_published_at, o.certain, o.rule
  FROM t_origin o JOIN t_event e ON e.id = o.event;
CREATE VIEW links AS SELECT
  c.claim_id AS from_claim, l.to_claim, l.type, l.certain
  FROM t_link l JOIN t_claim c ON c.id = l.claim JOIN t_reading d ON d.id = c.reading WHERE d.is_current = 1;
CREATE VIEW lineage AS SELECT
  f.name AS from_report, t.name AS to_report, l.to_outlet, l.kind, l.similarity, l.certain, l.char_start, l.char_end
  FROM t_lineage l JOIN t_report f ON f.id = l.from_report LEFT JOIN t_report t ON t.id = l.to_report;
CREATE VIEW reports AS SELECT
  r.name AS id, x.hash, nullif(r.outlet, '') AS outlet, nullif(r.url, '') AS url, nullif(r.title, '') AS title, nullif(r.published, '') AS published,
  nullif(r.language, '') AS language, x.body AS text
  FROM t_report r JOIN t_text x ON x.id = r.text;
CREATE VIEW entities AS SELECT
  r.name AS report_id, n.entity_id AS id, n.name, n.kind, n.code, n.sector, n.country, n.wikidata, n.aliases, n.mentions, n.role, n.role_from, n.role_to,
  n.known
  FROM t_entity n JOIN t_reading d ON d.id = n.reading JOIN t_report r ON r.id = d.report WHERE d.is_current = 1;
CREATE VIEW readings AS SELECT
  r.name AS report_id, m.code_version, m.rules_hash, m.model_hash, d.ingested_at, d.claims AS n_claims, iif(d.is_current = 1, 'true', 'false') AS is_current
  FROM t_reading d JOIN t_report r ON r.id = d.report JOIN t_made_by m ON m.id = d.made_by;
CREATE VIEW aliases AS SELECT
  a.alias, e.event_id FROM t_event_alias a JOIN t_event_claim l ON l.claim = a.claim JOIN t_event e ON e.id = l.event;
)sql";

}  // namespace

const char* public_views() {
  static const std::string views = fmt::format(kViews, kClaims);
  return views.c_str();
}

bool is_public_view(std::string_view name) {
  for (const std::string_view view : kNames) {
    if (view == name) return true;
  }
  return false;
}

}  // namespace dragoman

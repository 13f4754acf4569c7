// SPDX-License-Identifier: Apache-2.0
// A report as flat rows. A column's name and what fills it stand side by side, so that they cannot drift apart.
#include "dragoman/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

const Entity* entity_of(const ReadReport& report, std::string_view id) {
  const auto found = std::find_if(report.entities.begin(), report.entities.end(), [&](const Entity& entity) { return entity.id == id; });
  return id.empty() || found == report.entities.end() ? nullptr : &*found;
}

// Lists of one claim stay parallel: an unknown item is empty between its neighbours, a list of unknowns is empty.
std::string joined(const std::vector<std::string>& items) {
  if (std::all_of(items.begin(), items.end(), [](const std::string& item) { return item.empty(); })) return {};
  return fmt::format("{}", fmt::join(items, "; "));
}

template <typename T, typename Cell>
std::string list_of(const std::vector<T>& items, Cell cell) {
  std::vector<std::string> cells;
  for (const T& item : items) cells.emplace_back(cell(item));
  return joined(cells);
}

template <typename T>
std::string number(const std::optional<T>& value) {
  return value ? fmt::format("{}", *value) : std::string();
}

std::string number(std::uint32_t value) { return std::to_string(value); }

std::string yes_or_no(bool value) { return value ? "true" : "false"; }

template <typename Cell>
std::string of_role(const Claim& claim, Role role, Cell cell) {
  std::vector<std::string> cells;
  for (const Participant& participant : claim.participants) {
    if (participant.role == role) cells.emplace_back(cell(participant));
  }
  return joined(cells);
}

std::string name_in(const ReadReport& report, const Participant& participant) {
  const Entity* const entity = entity_of(report, participant.entity);
  return entity ? entity->name : participant.words.text;
}

std::string code_or_name(const ReadReport& report, const Participant& participant) {
  return participant.code.empty() ? name_in(report, participant) : participant.code;
}

// "2025-05-14" is a day, "2025-W20" a week, "2025-05-14T10:00" a time; what has no date is only what its letters say.
std::string_view precision_of(const std::optional<TimeExpression>& time) {
  if (!time || time->begin_date.empty()) return "";
  const std::string_view value = time->timex;
  if (value.find('T') != std::string_view::npos) return "time";
  if (value.find("-W") != std::string_view::npos) return "week";
  if (value.size() == 10) return "day";
  if (value.size() == 7) return value.find_first_of("QHSF") != std::string_view::npos || value.substr(5) == "WI" ? "season" : "month";
  if (value.size() == 4) return "year";
  return value.size() < 4 && !value.empty() && value[0] != 'P' ? "decade" : "period";
}

std::string_view precision_of(const std::optional<Place>& place) {
  if (!place) return "";
  if (place->geonameid) return "city";
  return place->country.empty() ? "named" : "country";
}

struct ClaimContext {
  const ReadReport& report;
  const Claim& claim;
};

template <typename Context>
struct Column {
  std::string_view name;
  std::string (*cell)(const Context&);
};

template <typename Read>
std::string in_event(const Claim& claim, Read read) {
  return claim.event ? std::string(read(*claim.event)) : std::string();
}

constexpr auto kEmpty = [](const ClaimContext&) { return std::string(); };

constexpr std::array
    kClaimColumns =
        {
            Column<ClaimContext>{"claim_id", [](const ClaimContext& c) { return c.claim.id; }},
            Column<ClaimContext>{"report_id", [](const ClaimContext& c) { return c.report.report.id; }},
            Column<ClaimContext>{"outlet", [](const ClaimContext& c) { return c.report.report.outlet; }},
            Column<ClaimContext>{"published_at", [](const ClaimContext& c) { return c.report.report.published; }},
            Column<ClaimContext>{"url", [](const ClaimContext& c) { return c.report.report.url; }},
            Column<ClaimContext>{"sentence_no", [](const ClaimContext& c) { return std::to_string(c.claim.sentence + 1); }},
            Column<ClaimContext>{"char_start", [](const ClaimContext& c) { return number(c.claim.words.span.begin); }},
            Column<ClaimContext>{"char_end", [](const ClaimContext& c) { return number(c.claim.words.span.end); }},
            Column<ClaimContext>{"quote", [](const ClaimContext& c) { return c.claim.words.text; }},
            Column<ClaimContext>{"kind", [](const ClaimContext& c) { return std::string(name_of(c.claim.kind)); }},
            Column<ClaimContext>{"event_type", [](const ClaimContext& c) { return in_event(c.claim, [](const Event& e) { return name_of(e.type); }); }},
            Column<ClaimContext>{"event_mode", [](const ClaimContext& c) { return in_event(c.claim, [](const Event& e) { return e.mode; }); }},
            Column<ClaimContext>{"contexts", [](const ClaimContext& c) { return in_event(c.claim, [](const Event& e) { return joined(e.contexts); }); }},
            Column<ClaimContext>{"cameo_code", [](const ClaimContext& c) { return in_event(c.claim, [](const Event& e) { return e.cameo; }); }},
            Column<ClaimContext>{"quad_class", [](const ClaimContext& c) { return in_event(c.claim, [](const Event& e) { return quad_of(e.type); }); }},
            Column<ClaimContext>{"actor_ids",
                                 [](const ClaimContext& c) { return of_role(c.claim, Role::actor, [](const Participant& p) { return p.entity; }); }},
            Column<ClaimContext>{
                "actor_names", [](const ClaimContext& c) { return of_role(c.claim, Role::actor, [&](const Participant& p) { return name_in(c.report, p); }); }},
            Column<ClaimContext>{"actor_codes",
                                 [](const ClaimContext& c) { return of_role(c.claim, Role::actor, [](const Participant& p) { return p.code; }); }},
            Column<ClaimContext>{"actor_sectors",
                                 [](const ClaimContext& c) { return of_role(c.claim, Role::actor, [](const Participant& p) { return p.sector; }); }},
            Column<ClaimContext>{"recipient_ids",
                                 [](const ClaimContext& c) { return of_role(c.claim, Role::recipient, [](const Participant& p) { return p.entity; }); }},
            Column<ClaimContext>{
                "recipient_names",
                [](const ClaimContext& c) { return of_role(c.claim, Role::recipient, [&](const Participant& p) { return name_in(c.report, p); }); }},
            Column<ClaimContext>{"recipient_codes",
                                 [](const ClaimContext& c) { return of_role(c.claim, Role::recipient, [](const Participant& p) { return p.code; }); }},
            Column<ClaimContext>{"recipient_sectors",
                                 [](const ClaimContext& c) { return of_role(c.claim, Role::recipient, [](const Participant& p) { return p.sector; }); }},
            Column<ClaimContext>{
                "mediators",
                [](const ClaimContext& c) { return of_role(c.claim, Role::mediator, [&](const Participant& p) { return code_or_name(c.report, p); }); }},
            Column<ClaimContext>{
                "hosts",
                [](const ClaimContext& c) { return of_role(c.claim, Role::host, [&](const Participant& p) { return code_or_name(c.report, p); }); }},
            Column<ClaimContext>{"place_name", [](const ClaimContext& c) { return c.claim.place ? c.claim.place->name : std::string(); }},
            Column<ClaimContext>{"place_country", [](const ClaimContext& c) { return c.claim.place ? c.claim.place->country : std::string(); }},
            Column<ClaimContext>{"lat", [](const ClaimContext& c) { return c.claim.place ? number(c.claim.place->lat) : std::string(); }},
            Column<ClaimContext>{"lon", [](const ClaimContext& c) { return c.claim.place ? number(c.claim.place->lon) : std::string(); }},
            Column<ClaimContext>{"geonameid", [](const ClaimContext& c) { return c.claim.place ? number(c.claim.place->geonameid) : std::string(); }},
            Column<ClaimContext>{"geo_precision", [](const ClaimContext& c) { return std::string(precision_of(c.claim.place)); }},
            Column<ClaimContext>{"event_start", [](const ClaimContext& c) { return c.claim.time ? c.claim.time->begin_date : std::string(); }},
            Column<ClaimContext>{"event_end", [](const ClaimContext& c) { return c.claim.time ? c.claim.time->end_date : std::string(); }},
            Column<ClaimContext>{"time_precision", [](const ClaimContext& c) { return std::string(precision_of(c.claim.time)); }},
            Column<ClaimContext>{"polarity", [](const ClaimContext& c) { return std::string(name_of(c.claim.polarity)); }},
            Column<ClaimContext>{"realis", [](const ClaimContext& c) { return std::string(name_of(c.claim.realis)); }},
            Column<ClaimContext>{"tense", [](const ClaimContext& c) { return std::string(name_of(c.claim.tense)); }},
            Column<ClaimContext>{"certainty", [](const ClaimContext& c) { return std::string(name_of(c.claim.certainty)); }},
            Column<ClaimContext>{"score", [](const ClaimContext& c) { return fmt::format("{}", c.claim.score); }},
            Column<ClaimContext>{"voice", [](const ClaimContext& c) { return std::string(name_of(c.claim.voice)); }},
            Column<ClaimContext>{
                "chain",
                [](const ClaimContext& c) {
                  std::vector<std::string> chains;
                  for (const Chain& chain : c.claim.chains) chains.push_back(chain_text(chain));
                  return fmt::format("{}", fmt::join(chains, " ;; "));
                }},
            Column<ClaimContext>{"chain_length", [](const ClaimContext& c) { return c.claim.chains.empty() ? "0" : std::to_string(c.claim.chains[0].size()); }},
            Column<ClaimContext>{"stance", [](const ClaimContext& c) { return std::string(stance_of(c.claim)); }},
            Column<ClaimContext>{"event_id", kEmpty},
            Column<ClaimContext>{"origin_id", kEmpty},
            Column<ClaimContext>{"rule", [](const ClaimContext& c) { return c.claim.rule; }},
            Column<ClaimContext>{"hedges", [](const ClaimContext& c) { return list_of(c.claim.hedges, [](const TextSpan& words) { return words.text; }); }},
            Column<ClaimContext>{"condition", [](const ClaimContext& c) { return c.claim.condition ? c.claim.condition->text : std::string(); }},
            Column<ClaimContext>{"code_version", [](const ClaimContext& c) { return c.report.made_by.code_version; }},
            Column<ClaimContext>{"rules_hash", [](const ClaimContext& c) { return c.report.made_by.rules_hash; }},
            Column<ClaimContext>{"model_hash", [](const ClaimContext& c) { return c.report.made_by.model_hash; }},
            Column<ClaimContext>{"ingested_at", kEmpty},
};

template <std::size_t N, typename Context>
constexpr std::array<std::string_view, N> names_in(const std::array<Column<Context>, N>& columns) {
  std::array<std::string_view, N> names;
  for (std::size_t i = 0; i < N; ++i) names[i] = columns[i].name;
  return names;
}

constexpr auto kClaimNames = names_in(kClaimColumns);
constexpr std::array<std::string_view, 12> kHopNames = {"claim_id", "chain_no", "hop_no", "source_text", "source_entity", "source_kind",
                                                        "named",    "stance",   "cue",    "verbatim",    "char_start",    "char_end"};
constexpr std::array<std::string_view, 4> kLinkNames = {"from_claim", "to_claim", "type", "certain"};
constexpr std::array<std::string_view, 8> kReportNames = {"id", "hash", "outlet", "url", "title", "published", "language", "text"};
constexpr std::array<std::string_view, 14> kEntityNames = {"report_id", "id",      "name",     "kind", "code",      "sector",  "country",
                                                           "wikidata",  "aliases", "mentions", "role", "role_from", "role_to", "known"};
constexpr std::array<std::string_view, 5> kTableNames = {"claims", "hops", "links", "reports", "entities"};

std::vector<Row> claim_rows(const ReadReport& report) {
  std::vector<Row> rows;
  for (const Claim& claim : report.claims) {
    const ClaimContext context{report, claim};
    Row& row = rows.emplace_back();
    for (const auto& column : kClaimColumns) row.push_back(column.cell(context));
  }
  return rows;
}

Row hop_row(const Claim& claim, std::size_t chain_no, std::size_t hop_no, const Hop& hop) {
  const bool said = !hop.source.words.text.empty();
  return {claim.id,
          std::to_string(chain_no),
          std::to_string(hop_no),
          hop.source.words.text,
          hop.source.entity,
          std::string(name_of(hop.source.kind)),
          yes_or_no(hop.source.named),
          std::string(name_of(hop.stance)),
          hop.cue ? hop.cue->text : std::string(),
          yes_or_no(hop.verbatim),
          said ? number(hop.source.words.span.begin) : std::string(),
          said ? number(hop.source.words.span.end) : std::string()};
}

std::vector<Row> hop_rows(const ReadReport& report) {
  std::vector<Row> rows;
  for (const Claim& claim : report.claims) {
    for (std::size_t c = 0; c < claim.chains.size(); ++c) {
      for (std::size_t h = 0; h < claim.chains[c].size(); ++h) rows.push_back(hop_row(claim, c + 1, h + 1, claim.chains[c][h]));
    }
  }
  return rows;
}

std::vector<Row> link_rows(const ReadReport& report) {
  std::vector<Row> rows;
  for (const Claim& claim : report.claims) {
    for (const Link& link : claim.links) rows.push_back({claim.id, link.claim, std::string(name_of(link.type)), ""});
  }
  return rows;
}

std::vector<Row> report_rows(const ReadReport& report) {
  const Report& r = report.report;
  return {{r.id, r.hash, r.outlet, r.url, r.title, r.published, r.language, r.text}};
}

std::vector<Row> entity_rows(const ReadReport& report) {
  std::vector<Row> rows;
  for (const Entity& e : report.entities) {
    const auto place = [](const EntityMention& mention) { return fmt::format("{}-{}", mention.span.begin, mention.span.end); };
    rows.push_back({report.report.id, e.id, e.name, std::string(name_of(e.kind)), e.code, e.sector, e.country, e.wikidata, joined(e.aliases),
                    list_of(e.mentions, place), e.role, e.role_from, e.role_to, yes_or_no(e.known)});
  }
  return rows;
}

// A table is lines: what would break one becomes a space, whoever reads it.
std::string on_one_line(std::string_view cell) {
  std::string clean(cell);
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return clean;
}

}  // namespace

std::string_view name_of(Table table) { return kTableNames.at(static_cast<std::size_t>(table)); }

std::optional<Table> table_named(std::string_view name) {
  const auto found = std::find(kTableNames.begin(), kTableNames.end(), name);
  if (found == kTableNames.end()) return std::nullopt;
  return static_cast<Table>(found - kTableNames.begin());
}

std::span<const std::string_view> columns_of(Table table) {
  switch (table) {
    case Table::claims: return kClaimNames;
    case Table::hops: return kHopNames;
    case Table::links: return kLinkNames;
    case Table::reports: return kReportNames;
    case Table::entities: return kEntityNames;
  }
  return {};
}

std::vector<Row> rows_of(Table table, const ReadReport& report) {
  switch (table) {
    case Table::claims: return claim_rows(report);
    case Table::hops: return hop_rows(report);
    case Table::links: return link_rows(report);
    case Table::reports: return report_rows(report);
    case Table::entities: return entity_rows(report);
  }
  return {};
}

std::string chain_text(const Chain& chain) {
  std::vector<std::string> hops;
  for (const Hop& hop : chain) hops.push_back(fmt::format("{}:{}", hop.source.words.text, name_of(hop.stance)));
  return fmt::format("{}", fmt::join(hops, " > "));
}

std::string_view stance_of(const Claim& claim) {
  if (claim.chains.empty() || claim.chains[0].empty()) return "";
  const auto denies = [](const Chain& chain) { return !chain.empty() && chain[0].stance == Stance::denies; };
  if (std::all_of(claim.chains.begin(), claim.chains.end(), denies)) return name_of(Stance::denies);
  const auto other = std::find_if_not(claim.chains.begin(), claim.chains.end(), denies);
  return other->empty() ? "" : name_of(other->front().stance);
}

std::string csv_line(std::span<const std::string> cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    std::string clean = on_one_line(cell);
    if (clean.find_first_of(",\"") != std::string::npos || (!clean.empty() && (clean.front() == ' ' || clean.back() == ' '))) {
      for (std::size_t at = 0; (at = clean.find('"', at)) != std::string::npos; at += 2) clean.insert(at, 1, '"');
      clean = '"' + clean + '"';
    }
    line += clean;
  }
  return line + '\n';
}

std::string tsv_line(std::span<const std::string> cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += '\t';
    line += on_one_line(cell);
  }
  return line + '\n';
}

}  // namespace dragoman

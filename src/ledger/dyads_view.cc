// SPDX-License-Identifier: Apache-2.0
// The dyads of events, by week and directed: in SQL, so that whatever reads the file has them. The rules are those of
// dragoman/relation.h, and a test holds the two against each other: an event counts in the week of its date, else of its first report; one whose
// date is coarser than a week or over a year from its first report does not count; two that act together act on each other; weeks without
// events between a pair's first and last are rows of zeros. Cost: all events, whatever is asked of the view. Names of its parts begin as private tables do, so
// that no query can pass for one (public_query.cc).
#include <fmt/format.h>

#include "events/state_numbers.h"
#include "ledger/schema.h"

namespace dragoman {

const char* const kDyads = R"sql(
CREATE TABLE t_state (code TEXT PRIMARY KEY, ccode INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIEW dyads AS
WITH RECURSIVE
t_counted AS MATERIALIZED (
  SELECT id, iif(date(substr(event_start, 1, 10)) IS substr(event_start, 1, 10), substr(event_start, 1, 10), NULL) AS dated,
    iif(date(substr(first_published_at, 1, 10)) IS substr(first_published_at, 1, 10), substr(first_published_at, 1, 10), NULL) AS reported, time_precision
  FROM t_event WHERE status NOT IN ('denied', 'retracted')),
t_placed AS MATERIALIZED (
  SELECT id, date(day, 'weekday 0', '-6 days') AS week FROM (
    SELECT id, CASE WHEN dated IS NULL THEN reported
      WHEN coalesce(time_precision, 'day') NOT IN ('time', 'day', 'week') OR abs(julianday(dated) - julianday(reported)) > 366 THEN NULL
      ELSE dated END AS day FROM t_counted)
  WHERE day IS NOT NULL),
t_names(id, acts, name, rest) AS (
  SELECT id, 1, NULL, actor_codes || '; ' FROM t_event WHERE actor_codes IS NOT NULL
  UNION ALL SELECT id, 0, NULL, recipient_codes || '; ' FROM t_event WHERE recipient_codes IS NOT NULL
  UNION ALL SELECT id, acts, substr(rest, 1, instr(rest, '; ') - 1), substr(rest, instr(rest, '; ') + 2) FROM t_names WHERE rest <> ''),
t_parties AS MATERIALIZED (
  SELECT id, acts, name AS code FROM t_names WHERE name GLOB '*[A-Z]*' AND name NOT GLOB '*[^A-Z0-9_-]*'),
t_deeds AS MATERIALIZED (
  SELECT DISTINCT p.id, p.week, a.code AS one, b.code AS other FROM t_placed p JOIN t_parties a ON a.id = p.id AND a.acts = 1
  JOIN t_parties b ON b.id = p.id AND (b.acts = 0 OR b.code <> a.code)),
t_pairs AS MATERIALIZED (
  SELECT min(one, other) AS low, max(one, other) AS high, min(week) AS first, max(week) AS last FROM t_deeds GROUP BY 1, 2),
t_weeks(low, high, week, last) AS (
  SELECT low, high, first, last FROM t_pairs UNION ALL SELECT low, high, date(week, '+7 days'), last FROM t_weeks WHERE week < last),
t_periods AS (
  SELECT week, low AS one, high AS other FROM t_weeks UNION SELECT week, high, low FROM t_weeks),
t_cells AS MATERIALIZED (
  SELECT d.one, d.other, d.week, e.event_type, e.status, sum(e.n_reports) AS n_reports,
    sum((SELECT count(*) FROM t_event_claim l WHERE l.event = e.id)) AS n_claims, count(*) AS n_events, sum(e.origins_min) AS origins_min,
    sum(e.origins_max) AS origins_max
  FROM t_deeds d JOIN t_event e ON e.id = d.id GROUP BY 1, 2, 3, 4, 5)
SELECT p.week AS period_start, 'week' AS unit, 'true' AS directed, p.one AS iso3_1, p.other AS iso3_2, s1.ccode AS ccode1, s2.ccode AS ccode2,
  c.event_type,
  CASE WHEN c.event_type IS NULL THEN NULL
    WHEN c.event_type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') THEN 'verbal-cooperation'
    WHEN c.event_type IN ('COOPERATE', 'AID', 'RETREAT') THEN 'material-cooperation'
    WHEN c.event_type IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') THEN 'verbal-conflict'
    ELSE 'material-conflict' END AS quad_class,
  c.status, coalesce(c.n_reports, 0) AS n_reports, coalesce(c.n_claims, 0) AS n_claims, coalesce(c.n_events, 0) AS n_events,
  coalesce(c.origins_min, 0) AS origins_min, coalesce(c.origins_max, 0) AS origins_max
FROM t_periods p LEFT JOIN t_cells c ON c.one = p.one AND c.other = p.other AND c.week = p.week
LEFT JOIN t_state s1 ON s1.code = p.one LEFT JOIN t_state s2 ON s2.code = p.other;
)sql";

void fill_states(Database& database) {
  for (const StateNumber& state : state_numbers()) database.run("INSERT INTO t_state VALUES (?, ?)", state.code, std::int64_t{state.number}).done();
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "ledger/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace dragoman {
namespace {

constexpr std::size_t kShortest = 4;         // characters that people type, without the letter
constexpr std::size_t kMostNamed = 5;        // of the ids that a prefix may mean
constexpr const char* kLast = "\U0010FFFF";  // sorts after whatever begins with a prefix

using Ids = std::set<std::string>;

void add_ids(Ids& ids, Rows rows) {
  while (ids.size() <= kMostNamed && rows.next()) ids.insert(rows.text(0));
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return result;
}

// Of the claims of an old reading: the event of the current claim of the same report that shares most words with it.
std::optional<std::string> successor_event(Database& database, std::int64_t claim) {
  Rows rows = database.run(
      "SELECT e.event_id FROM t_claim o JOIN t_reading x ON x.id = o.reading JOIN t_reading d ON d.report = x.report AND d.is_current = 1 "
      "JOIN t_claim c ON c.reading = d.id JOIN t_event_claim l ON l.claim = c.id JOIN t_event e ON e.id = l.event WHERE o.id = ? AND c.char_start < o.char_end "
      "AND o.char_start < c.char_end ORDER BY c.event_type IS NOT o.event_type, max(c.char_start, o.char_start) - min(c.char_end, o.char_end), c.id LIMIT 1",
      claim);
  return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

std::optional<std::string> event_of_claim(Database& database, std::int64_t claim) {
  if (Rows rows = database.run("SELECT e.event_id FROM t_event_claim l JOIN t_event e ON e.id = l.event WHERE l.claim = ?", claim); rows.next())
    return rows.text(0);
  return successor_event(database, claim);
}

Ids events_by_prefix(Database& database, const std::string& prefix) {
  Ids ids;
  add_ids(ids, database.run("SELECT event_id FROM t_event WHERE event_id BETWEEN ?1 AND ?1 || ?2 LIMIT 6", prefix, kLast));
  if (!ids.empty()) return ids;
  std::vector<std::int64_t> claims;
  for (Rows rows = database.run("SELECT claim FROM t_event_alias WHERE alias BETWEEN ?1 AND ?1 || ?2 LIMIT 6", prefix, kLast); rows.next();) {
    claims.push_back(rows.integer(0));
  }
  if (claims.empty()) {
    for (Rows rows = database.run("SELECT id FROM t_claim WHERE claim_id BETWEEN ?1 AND ?1 || ?2 LIMIT 6", "C-" + prefix.substr(2), kLast); rows.next();) {
      claims.push_back(rows.integer(0));
    }
  }
  for (const std::int64_t claim : claims) {
    if (auto event = event_of_claim(database, claim)) ids.insert(*event);
  }
  return ids;
}

Ids ids_by_prefix(Database& database, std::string_view prefix) {
  const std::string id = upper(prefix);
  Ids ids;
  if (id.starts_with("E-")) return events_by_prefix(database, id);
  if (id.starts_with("C-")) add_ids(ids, database.run("SELECT DISTINCT claim_id FROM t_claim WHERE claim_id BETWEEN ?1 AND ?1 || ?2 LIMIT 6", id, kLast));
  if (id.starts_with("O-")) add_ids(ids, database.run("SELECT DISTINCT origin_id FROM t_origin WHERE origin_id BETWEEN ?1 AND ?1 || ?2 LIMIT 6", id, kLast));
  if (id.starts_with("R-")) add_ids(ids, database.run("SELECT name FROM t_report WHERE name BETWEEN ?1 AND ?1 || ?2 LIMIT 6", id, kLast));
  if (ids.empty()) add_ids(ids, database.run("SELECT name FROM t_report WHERE name BETWEEN ?1 AND ?1 || ?2 LIMIT 6", prefix, kLast));
  return ids;
}

bool is_long_enough(std::string_view prefix) {
  const bool has_letter = prefix.size() > 2 && prefix[1] == '-';
  return prefix.size() >= kShortest + (has_letter ? 2 : 0);
}

}  // namespace

std::optional<std::string> current_event_id(Database& database, std::string_view id) {
  if (Rows rows = database.run("SELECT 1 FROM t_event WHERE event_id = ?", id); rows.next()) return std::string(id);
  if (id.size() < 3) return std::nullopt;
  if (Rows rows = database.run("SELECT claim FROM t_event_alias WHERE alias = ?", id); rows.next()) return event_of_claim(database, rows.integer(0));
  Rows rows = database.run(
      "SELECT c.id FROM t_claim c JOIN t_reading d ON d.id = c.reading JOIN t_report r ON r.id = d.report WHERE c.claim_id = ? ORDER BY "
      "d.is_current DESC, r.at, r.name LIMIT 1",
      "C-" + std::string(id.substr(2)));
  return rows.next() ? event_of_claim(database, rows.integer(0)) : std::nullopt;
}

Result<std::string> full_id(Database& database, std::string_view prefix) {
  if (Rows rows = database.run("SELECT 1 FROM t_report WHERE name = ?", prefix); rows.next()) return std::string(prefix);
  if (!is_long_enough(prefix)) return Error{ErrorCode::usage, fmt::format("`{}` is too short for an id: give four characters or more, E-7KQ2", prefix)};
  const Ids ids = ids_by_prefix(database, prefix);
  if (const Status status = database.take_failure(); !status) return status.error();
  if (ids.empty()) return Error{ErrorCode::not_found, fmt::format("nothing in {} has the id `{}`", database.path(), prefix)};
  if (ids.size() == 1 || ids.count(upper(prefix)) > 0) return ids.size() == 1 ? *ids.begin() : upper(prefix);
  std::vector<std::string> named(ids.begin(), ids.end());
  if (named.size() > kMostNamed) named.resize(kMostNamed);
  return Error{ErrorCode::usage, fmt::format("`{}` may be {}{}: give more of it", prefix, fmt::join(named, ", "), ids.size() > kMostNamed ? ", ..." : "")};
}

std::optional<std::string> report_with_claim(Database& database, std::string_view claim) {
  Rows rows = database.run(
      "SELECT r.name FROM t_claim c JOIN t_reading d ON d.id = c.reading JOIN t_report r ON r.id = d.report WHERE c.claim_id = ? ORDER BY "
      "d.is_current DESC, r.at, r.name LIMIT 1",
      claim);
  return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

}  // namespace dragoman

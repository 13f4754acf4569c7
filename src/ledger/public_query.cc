// SPDX-License-Identifier: Apache-2.0
#include "ledger/public_query.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "base/strings.h"
#include "ledger/database.h"
#include "ledger/schema.h"

namespace dragoman {
namespace {

constexpr int kLongestCell = 16 << 20, kLongestSql = 1 << 20, kDeepest = 200, kLongestPattern = 500, kStepsBetweenLooks = 1000;

// Not printf: it can be told to write a thousand million characters, and no clock is looked at meanwhile.
constexpr std::array<std::string_view, 105> kFunctions = {"->",
                                                          "->>",
                                                          "abs",
                                                          "acos",
                                                          "acosh",
                                                          "asin",
                                                          "asinh",
                                                          "atan",
                                                          "atan2",
                                                          "atanh",
                                                          "avg",
                                                          "ceil",
                                                          "ceiling",
                                                          "char",
                                                          "coalesce",
                                                          "cos",
                                                          "cosh",
                                                          "count",
                                                          "cume_dist",
                                                          "current_date",
                                                          "current_time",
                                                          "current_timestamp",
                                                          "date",
                                                          "datetime",
                                                          "degrees",
                                                          "dense_rank",
                                                          "exp",
                                                          "first_value",
                                                          "floor",
                                                          "glob",
                                                          "group_concat",
                                                          "hex",
                                                          "ifnull",
                                                          "iif",
                                                          "instr",
                                                          "json",
                                                          "json_array",
                                                          "json_array_length",
                                                          "json_each",
                                                          "json_extract",
                                                          "json_group_array",
                                                          "json_group_object",
                                                          "json_insert",
                                                          "json_object",
                                                          "json_patch",
                                                          "json_quote",
                                                          "json_remove",
                                                          "json_replace",
                                                          "json_set",
                                                          "json_tree",
                                                          "json_type",
                                                          "json_valid",
                                                          "julianday",
                                                          "lag",
                                                          "last_value",
                                                          "lead",
                                                          "length",
                                                          "like",
                                                          "likelihood",
                                                          "likely",
                                                          "ln",
                                                          "log",
                                                          "log10",
                                                          "log2",
                                                          "lower",
                                                          "ltrim",
                                                          "max",
                                                          "min",
                                                          "mod",
                                                          "nth_value",
                                                          "ntile",
                                                          "nullif",
                                                          "percent_rank",
                                                          "pi",
                                                          "pow",
                                                          "power",
                                                          "quote",
                                                          "radians",
                                                          "random",
                                                          "rank",
                                                          "replace",
                                                          "round",
                                                          "row_number",
                                                          "rtrim",
                                                          "sign",
                                                          "sin",
                                                          "sinh",
                                                          "soundex",
                                                          "sqlite_version",
                                                          "sqrt",
                                                          "strftime",
                                                          "substr",
                                                          "substring",
                                                          "sum",
                                                          "tan",
                                                          "tanh",
                                                          "time",
                                                          "total",
                                                          "trim",
                                                          "trunc",
                                                          "typeof",
                                                          "unicode",
                                                          "unixepoch",
                                                          "unlikely",
                                                          "upper"};

bool is_harmless(std::string_view function) { return is_one_of(lower_ascii(function), kFunctions); }

// Reading is allowed of a public view, and inside of one, or of a part of one that has a name of its own, of whatever it is made of. What is used for nothing
// but its number of rows comes without a column and without its view: that may be any table, also a stranger's CTE. (A CTE may have a view's name, but no
// private table's name gets past spells_private.)
bool may_read(const char* table, const char* column, const char* inside) {
  if (table == nullptr || *table == '\0') return true;
  const std::string_view name(table);
  if (is_public_view(name) || name == "json_each" || name == "json_tree") return true;
  if (column != nullptr && *column == '\0') return !name.starts_with("sqlite_") && !name.starts_with("pragma_") && name != "dbstat";
  const bool is_inside = inside != nullptr && (is_public_view(inside) || std::string_view(inside).starts_with(kPrivatePrefix));
  return is_inside && name.starts_with(kPrivatePrefix);
}

int authorize(void*, int action, const char* one, const char* two, const char* /*database*/, const char* inside) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_READ:
      // A table of a view of which no column is used is asked for without a column, and without the view's name.
      if (two != nullptr && *two == '\0' && one != nullptr && std::string_view(one).starts_with(kPrivatePrefix)) return SQLITE_OK;
      return may_read(one, two, inside) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION: return two != nullptr && is_harmless(two) ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
  }
}

// Names of private tables cannot be written but literally.
bool spells_private(const std::string& sql) {
  const std::string lower = lower_ascii(sql);
  for (std::size_t at = lower.find(kPrivatePrefix); at != std::string::npos; at = lower.find(kPrivatePrefix, at + 1)) {
    constexpr std::string_view kInWord = "abcdefghijklmnopqrstuvwxyz0123456789_$";
    if (at == 0 || kInWord.find(lower[at - 1]) == std::string_view::npos) return true;
  }
  return lower.find("sqlite_schema") != std::string::npos || lower.find("sqlite_master") != std::string::npos;
}

Error refused(std::string_view why) {
  return {ErrorCode::usage,
          fmt::format("the query is refused ({}): one SELECT on the views claims, hops, events, origins, links, lineage, dyads, reports, entities", why)};
}

class Clock {
 public:
  explicit Clock(std::uint32_t seconds) : end_(std::chrono::steady_clock::now() + std::chrono::seconds(seconds)) {}
  static int look(void* clock) { return std::chrono::steady_clock::now() >= static_cast<Clock*>(clock)->end_ ? 1 : 0; }

 private:
  std::chrono::steady_clock::time_point end_;
};

void fence(sqlite3* handle, Clock& clock) {
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestCell);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, kLongestSql);
  sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, kDeepest);
  sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, kLongestPattern);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_set_authorizer(handle, authorize, nullptr);
  sqlite3_progress_handler(handle, kStepsBetweenLooks, &Clock::look, &clock);
}

// The statement, finalized at the end.
struct Statement {
  sqlite3_stmt* handle = nullptr;
  Statement() = default;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(handle); }
};

bool is_blank(std::string_view sql) { return sql.find_first_not_of(" \t\r\n;") == std::string_view::npos; }

class PublicQuery {
 public:
  PublicQuery(Database& database, const QueryLimits& limits) : database_(database), limits_(limits), clock_(limits.seconds) {
    fence(database.handle(), clock_);
  }

  Status prepare(const std::string& sql, const std::vector<std::string>& bound) {
    if (spells_private(sql)) return refused("it names a table that is not public");
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v2(database_.handle(), sql.data(), static_cast<int>(sql.size()), &statement_.handle, &rest);
    if (code != SQLITE_OK) return error_after(code);
    if (statement_.handle == nullptr) return Error{ErrorCode::usage, "the query is empty: SELECT event_id, status FROM events"};
    if (!is_blank(std::string_view(rest, sql.data() + sql.size()))) return refused("more than one statement");
    if (sqlite3_stmt_readonly(statement_.handle) == 0) return refused("it would write");
    if (sqlite3_stmt_isexplain(statement_.handle) != 0) return refused("EXPLAIN");
    return bind(bound);
  }

  Status run(const std::function<void(const Row&)>& begin, const std::function<bool(const Row&)>& take) {
    const int columns = sqlite3_column_count(statement_.handle);
    Row names;
    for (int i = 0; i < columns; ++i) {
      const char* const name = sqlite3_column_name(statement_.handle, i);
      names.emplace_back(name == nullptr ? "" : name);
    }
    begin(names);
    int code = SQLITE_ROW;
    for (std::uint64_t count = 0; limits_.rows == 0 || count < limits_.rows; ++count) {
      code = sqlite3_step(statement_.handle);
      if (code != SQLITE_ROW || !take(cells(columns))) break;
    }
    return code == SQLITE_ROW || code == SQLITE_DONE ? Status() : Status(error_after(code));
  }

 private:
  Status bind(const std::vector<std::string>& bound) {
    if (static_cast<int>(bound.size()) != sqlite3_bind_parameter_count(statement_.handle))
      return Error{ErrorCode::usage,
                   fmt::format("the query has {} parameters, {} values are given", sqlite3_bind_parameter_count(statement_.handle), bound.size())};
    for (std::size_t i = 0; i < bound.size(); ++i) {
      const int code = sqlite3_bind_text64(statement_.handle, static_cast<int>(i + 1), bound[i].data(), bound[i].size(), SQLITE_TRANSIENT, SQLITE_UTF8);
      if (code != SQLITE_OK) return error_after(code);
    }
    return {};
  }

  Row cells(int columns) const {
    Row row;
    for (int i = 0; i < columns; ++i) {
      const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.handle, i));
      row.emplace_back(text == nullptr ? "" : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.handle, i))));
    }
    return row;
  }

  Error error_after(int code) const {
    const char* const message = sqlite3_errmsg(database_.handle());
    switch (code & 0xFF) {
      case SQLITE_AUTH: return refused(message);
      case SQLITE_READONLY: return refused("it would write");
      case SQLITE_INTERRUPT:
        return {ErrorCode::usage, fmt::format("the query took longer than {} seconds: ask for less, or allow more with --seconds", limits_.seconds)};
      case SQLITE_ERROR:
      case SQLITE_MISMATCH:
      case SQLITE_TOOBIG: return {ErrorCode::usage, fmt::format("the query is wrong: {}", message)};
      default: return error_of(code, message, database_.path());
    }
  }

  Database& database_;
  const QueryLimits& limits_;
  Clock clock_;
  Statement statement_;
};

}  // namespace

Status run_public_query(const std::string& path, const std::string& sql, const std::vector<std::string>& bound, const QueryLimits& limits,
                        const std::function<void(const Row&)>& begin, const std::function<bool(const Row&)>& take) {
  auto database = Database::open(path, Database::Access::read_only);
  if (!database) return database.error();
  PublicQuery query(**database, limits);
  if (const Status prepared = query.prepare(sql, bound); !prepared) return prepared;
  return query.run(begin, take);
}

}  // namespace dragoman

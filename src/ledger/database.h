// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace dragoman {

class Database;

// Bytes to bind as a BLOB; text is bound as TEXT.
struct Blob {
  std::string_view bytes;
};

// The rows that one prepared statement gives. `next` is false at the end and after a failure, which the database keeps.
class Rows {
 public:
  Rows(Database* database, sqlite3_stmt* statement, std::string_view sql);
  Rows(Rows&& other) noexcept;
  Rows& operator=(Rows&&) = delete;
  ~Rows();

  bool next();
  void done() {  // for statements without rows
    while (next()) {}
  }
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const { return std::string(view(column)); }  // bytes of a BLOB too; empty for NULL
  std::string_view view(int column) const;                                  // until the next call of `next`
  bool is_null(int column) const;
  int columns() const;

  void bind(int at, std::int64_t value);
  void bind(int at, int value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, std::uint32_t value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, bool value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, double value);
  void bind(int at, std::string_view value);
  void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }
  void bind(int at, const char* value) { bind(at, std::string_view(value)); }
  void bind(int at, Blob value);
  template <typename T>
  void bind(int at, const std::optional<T>& value) {  // NULL is what is not bound
    if (value) bind(at, *value);
  }

 private:
  Database* database_;
  sqlite3_stmt* statement_;
  std::string_view sql_;
};

// One connection to a file, with its prepared statements. The first failure stays until `take_failure`: until then statements do nothing and
// give no rows, so a chain of them needs one check at its end. For one thread at a time.
class Database {
 public:
  enum class Access : std::uint8_t { read_only, read_write };
  static Result<std::unique_ptr<Database>> open(const std::string& path, Access access);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // `sql` is kept by address: it must be a literal.
  template <typename... Values>
  Rows run(const char* sql, const Values&... values) {
    Rows rows(this, take_statement(sql), sql);
    int at = 0;
    (rows.bind(++at, values), ...);
    return rows;
  }
  void execute(const std::string& sql);  // any number of statements without rows
  std::int64_t last_row() const;
  std::int64_t changes() const;

  bool failed() const { return failure_.has_value(); }
  Status take_failure();  // and go on as if nothing had been
  void fail(Error error);
  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_; }

 private:
  friend class Rows;
  Database(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {}
  sqlite3_stmt* take_statement(const char* sql);
  void give_back(std::string_view sql, sqlite3_stmt* statement);
  void check(int code);

  std::string path_;
  sqlite3* handle_;
  std::optional<Error> failure_;
  std::map<const char*, std::vector<sqlite3_stmt*>> idle_;  // by the address of their SQL
};

// All or nothing: rolls back unless committed.
class Transaction {
 public:
  enum class Kind : std::uint8_t { reading, writing };
  Transaction(Database& database, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  Status commit();  // the failure of any statement since the beginning, or of this

 private:
  Database& database_;
  bool is_open_;
};

// What SQLite's result code means to a caller, with the file's name and what to do.
Error error_of(int code, std::string_view message, const std::string& path);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "ledger/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

namespace dragoman {
namespace {

constexpr int kBusyTimeoutMs = 5000;

// A relative path must not be taken for a URI or for ":memory:".
std::string plain_path(const std::string& path) { return path.empty() || path[0] == '/' ? path : "./" + path; }

// A file on a read-only medium: WAL needs a file beside it, unless SQLite may rely on nobody's writing.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const unsigned char c : plain_path(path)) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == '.' || c == '-' || c == '_';
    uri += is_plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
  }
  return uri + "?immutable=1";
}

bool is_readable(sqlite3* handle) {
  const int code = sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xFF;
  return code != SQLITE_CANTOPEN && code != SQLITE_READONLY;
}

bool has_no_log(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path + "-wal", error);
  return error || size == 0;
}

int open_handle(const std::string& path, Database::Access access, sqlite3** handle) {
  const int flags = access == Database::Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(plain_path(path).c_str(), handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code != SQLITE_OK || access == Database::Access::read_write || is_readable(*handle) || !has_no_log(path)) return code;
  sqlite3_close(*handle);
  return sqlite3_open_v2(immutable_uri(path).c_str(), handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
}

}  // namespace

Error error_of(int code, std::string_view message, const std::string& path) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::locked, fmt::format("{} is in use by another writer: wait until it is done, then run this again", path)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return {ErrorCode::integrity, fmt::format("{} is damaged or is no ledger ({}): put back a copy, or add its reports to a new one", path, message)};
    case SQLITE_FULL: return {ErrorCode::io, fmt::format("no room left for {}: free some and run this again; what was stored before is there", path)};
    case SQLITE_READONLY:
    case SQLITE_PERM: return {ErrorCode::io, fmt::format("{} may not be written: change its permissions or take a copy", path)};
    case SQLITE_CANTOPEN: return {ErrorCode::io, fmt::format("cannot open {}: does its folder exist, and may it be read and written?", path)};
    case SQLITE_TOOBIG: return {ErrorCode::bad_input, fmt::format("too big to store in {}", path)};
    case SQLITE_NOMEM:
    case SQLITE_IOERR: return {ErrorCode::io, fmt::format("cannot read or write {} ({}); what was stored before is there", path, message)};
    case SQLITE_CONSTRAINT: return {ErrorCode::integrity, fmt::format("{} would contradict itself ({}): run `dragoman verify`", path, message)};
    default: return {ErrorCode::internal, fmt::format("{}: {} (SQLite {})", path, message, code)};
  }
}

Rows::Rows(Database* database, sqlite3_stmt* statement, std::string_view sql) : database_(database), statement_(statement), sql_(sql) {}

Rows::Rows(Rows&& other) noexcept : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)), sql_(other.sql_) {}

Rows::~Rows() {
  if (statement_ != nullptr) database_->give_back(sql_, statement_);
}

bool Rows::next() {
  if (statement_ == nullptr || database_->failed()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->check(code);
  return false;
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Rows::real(int column) const { return sqlite3_column_double(statement_, column); }
bool Rows::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
int Rows::columns() const { return statement_ == nullptr ? 0 : sqlite3_column_count(statement_); }

std::string_view Rows::view(int column) const {
  const bool is_blob = sqlite3_column_type(statement_, column) == SQLITE_BLOB;
  const void* const bytes = is_blob ? sqlite3_column_blob(statement_, column) : sqlite3_column_text(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

void Rows::bind(int at, std::int64_t value) {
  if (statement_ != nullptr) database_->check(sqlite3_bind_int64(statement_, at, value));
}
void Rows::bind(int at, double value) {
  if (statement_ != nullptr) database_->check(sqlite3_bind_double(statement_, at, value));
}
void Rows::bind(int at, std::string_view value) {
  if (statement_ == nullptr) return;
  database_->check(sqlite3_bind_text64(statement_, at, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}
void Rows::bind(int at, Blob value) {
  if (statement_ == nullptr) return;
  database_->check(sqlite3_bind_blob64(statement_, at, value.bytes.empty() ? "" : value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT));
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
  if (path.empty()) return Error{ErrorCode::usage, "the ledger's file has no name"};
  sqlite3* handle = nullptr;
  const int code = open_handle(path, access, &handle);
  std::unique_ptr<Database> database(new Database(path, handle));
  if (code != SQLITE_OK) return error_of(code, sqlite3_errstr(code), path);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

Database::~Database() {
  for (auto& [sql, statements] : idle_) {
    for (sqlite3_stmt* const statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close(handle_);
}

sqlite3_stmt* Database::take_statement(const char* sql) {
  if (failed()) return nullptr;
  std::vector<sqlite3_stmt*>& idle = idle_[sql];
  if (!idle.empty()) {
    sqlite3_stmt* const statement = idle.back();
    idle.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  return statement;
}

void Database::give_back(std::string_view sql, sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  idle_[sql.data()].push_back(statement);
}

void Database::execute(const std::string& sql) {
  if (!failed()) check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }
std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

void Database::check(int code) {
  if (code != SQLITE_OK) fail(error_of(code, sqlite3_errmsg(handle_), path_));
}

void Database::fail(Error error) {
  if (!failed()) failure_ = std::move(error);
}

Status Database::take_failure() {
  if (!failed()) return {};
  Error error = std::move(*failure_);
  failure_.reset();
  return error;
}

Transaction::Transaction(Database& database, Kind kind) : database_(database), is_open_(true) {
  database_.execute(kind == Kind::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (is_open_ && sqlite3_get_autocommit(database_.handle()) == 0) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Status Transaction::commit() {
  database_.execute("COMMIT");
  Status status = database_.take_failure();
  if (status) is_open_ = false;
  return status;
}

}  // namespace dragoman

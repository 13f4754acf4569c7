// SPDX-License-Identifier: Apache-2.0
// The door of the ledger: each call is one transaction, so that what it reads is of one moment and what it writes is there whole or not at all.
#include "dragoman/ledger.h"

#include <fmt/format.h>

#include <filesystem>

#include "ledger/linking.h"
#include "ledger/parts.h"
#include "ledger/schema.h"
#include "ledger/store.h"

namespace dragoman {
namespace {

std::uint64_t count(Database& database, const char* sql) {
  Rows rows = database.run(sql);
  return rows.next() ? static_cast<std::uint64_t>(rows.integer(0)) : 0;
}

Status finish(Database& database, Transaction& transaction) { return database.failed() ? database.take_failure() : transaction.commit(); }

}  // namespace

Ledger::Ledger(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(const std::string& path, Mode mode) {
  std::error_code error;
  if (mode == Mode::read_only && !std::filesystem::exists(path, error))
    return Error{ErrorCode::not_found, fmt::format("there is no ledger {}: `dragoman add` makes one", path)};
  if (std::filesystem::is_directory(path, error)) return Error{ErrorCode::io, fmt::format("{} is a folder: name a file for the ledger", path)};
  auto database = Database::open(path, mode == Mode::read_only ? Database::Access::read_only : Database::Access::read_write);
  if (!database) return database.error();
  if (const Status ready = mode == Mode::read_only ? check_version(**database) : migrate(**database); !ready) return ready.error();
  return Ledger(std::make_unique<Parts>(std::move(*database)));
}

Result<std::optional<std::string>> Ledger::knows(const Report& report, const MadeBy& made_by) const {
  const std::optional<KnownReport> known = find_report(*parts_->database, report, made_by);
  if (const Status status = parts_->database->take_failure(); !status) return status.error();
  return known && known->has_reading ? std::optional(known->name) : std::nullopt;
}

Result<AddStatus> Ledger::add(const ReadReport& report) {
  if (const Status sound = check_report(report); !sound) return sound.error();
  Database& database = *parts_->database;
  Transaction transaction(database, Transaction::Kind::writing);
  parts_->facts.refresh();
  const StoredReading stored = store_reading(database, report);
  if (stored.is_new) Linker(database, parts_->facts).link(stored);
  if (const Status done = finish(database, transaction); !done) {
    parts_->facts.forget_all();  // it holds what was rolled back
    return done.error();
  }
  return stored.is_new ? AddStatus::added : AddStatus::known;
}

Status Ledger::relink() {
  Database& database = *parts_->database;
  Transaction transaction(database, Transaction::Kind::writing);
  parts_->facts.refresh();
  link_all(database, parts_->facts);
  const Status done = finish(database, transaction);
  if (!done) parts_->facts.forget_all();
  return done;
}

Result<std::optional<ReadReport>> Ledger::report(std::string_view id) const {
  std::optional<ReadReport> report = load_report(*parts_->database, id);
  if (const Status status = parts_->database->take_failure(); !status) return status.error();
  return report;
}

Result<LedgerInfo> Ledger::info() const {
  Database& database = *parts_->database;
  const Transaction transaction(database, Transaction::Kind::reading);
  LedgerInfo info;
  info.schema_version = schema_version();
  info.reports = count(database, "SELECT count(*) FROM t_report");
  info.readings = count(database, "SELECT count(*) FROM t_reading");
  info.claims = count(database, "SELECT coalesce(sum(claims), 0) FROM t_reading WHERE is_current = 1");
  info.events = count(database, "SELECT count(*) FROM t_event");
  info.unlinked = count(database, "SELECT count(*) FROM t_reading WHERE is_current = 1 AND is_linked = 0");
  if (Rows rows = database.run("SELECT min(published), max(published) FROM t_report WHERE published <> ''"); rows.next()) {
    info.first_published = rows.text(0);
    info.last_published = rows.text(1);
  }
  for (Rows rows = database.run("SELECT m.code_version, m.rules_hash, m.model_hash FROM t_made_by m JOIN t_reading d ON d.made_by = m.id GROUP BY m.id "
                                "ORDER BY max(d.id) DESC");
       rows.next();) {
    info.made_by.push_back({rows.text(0), rows.text(1), rows.text(2)});
  }
  if (const Status status = database.take_failure(); !status) return status.error();
  std::error_code error;
  info.file_size = std::filesystem::file_size(database.path(), error);
  if (error) info.file_size = 0;
  return info;
}

}  // namespace dragoman

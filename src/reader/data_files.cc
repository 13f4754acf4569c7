// SPDX-License-Identifier: Apache-2.0
#include "reader/data_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/sha256.h"
#include "base/tsv.h"
#include "kb/compile.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// An installed tree holds kb, rules and models side by side; the source tree has data/kb, data/rules and models.
std::optional<DataFiles> files_below(const fs::path& folder, std::string named) {
  if (is_folder(folder / "kb") && is_folder(folder / "rules")) {
    const fs::path models = is_folder(folder / "models") ? folder / "models" : folder.parent_path() / "models";
    return DataFiles{folder / "kb", folder / "rules", models / "reader", std::move(named)};
  }
  if (is_folder(folder / "data")) return files_below(folder / "data", std::move(named));
  return std::nullopt;
}

std::optional<fs::path> program_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? std::nullopt : std::optional(program.parent_path());
}

// Reads nothing but tables: caches and notes that lie beside them do not change what is read.
Result<std::vector<fs::path>> tables_below(const std::string& folder) {
  std::vector<fs::path> tables;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".tsv") tables.push_back(at->path());
  }
  if (error) return Error{ErrorCode::bad_data, fmt::format("cannot list {}: {}", folder, error.message())};
  std::sort(tables.begin(), tables.end());
  return tables;
}

}  // namespace

Result<DataFiles> find_data_files(const DataOptions& options) {
  const char* const variable = std::getenv("DRAGOMAN_DATA");
  const bool by_option = !options.data_dir.empty();
  if (by_option || (variable != nullptr && *variable != '\0')) {
    const std::string folder = by_option ? options.data_dir : variable;
    const char* const named = by_option ? "--data" : "DRAGOMAN_DATA";
    if (auto files = files_below(folder, named)) return *files;
    return Error{ErrorCode::bad_data, fmt::format("{} ({}) has no folders kb and rules: name the folder that holds them", folder, named)};
  }
  if (const auto program = program_folder()) {
    if (auto files = files_below(program->parent_path() / "share" / "dragoman", "installed")) return *files;
  }
  if (auto files = files_below(DRAGOMAN_SOURCE_DIR, "source tree")) return *files;
  return Error{ErrorCode::bad_data, "no data found beside the program: name its folder with --data or DRAGOMAN_DATA"};
}

Result<std::string> hash_of_tables(const DataFiles& files) {
  auto tables = tables_below(files.rules);
  if (!tables) return tables.error();
  for (const char* const name : {"gate.tsv", "gate_report.tsv", "home.tsv", "sentences.tsv"}) {  // learned, but no part of the encoder's hash
    if (fs::path table = fs::path(files.model) / name; fs::exists(table)) tables->push_back(std::move(table));
  }
  const auto kb = key_of_tables(files.kb);
  if (!kb) return kb.error();
  std::string digests = fmt::format("kb {:016x}\n", *kb);
  for (const fs::path& table : *tables) {
    const auto bytes = read_file(table);
    if (!bytes) return bytes.error();
    digests += fmt::format("{} {}\n", table.filename().string(), hex(sha256(*bytes)));
  }
  return hex(sha256(digests));
}

}  // namespace dragoman

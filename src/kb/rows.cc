// SPDX-License-Identifier: Apache-2.0
#include "kb/rows.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

namespace dragoman {

std::vector<std::string> kb_tables() {
  return {"states",  "organs",     "forces",  "parties", "groups", "igos",   "ngos",     "companies",
          "outlets", "agreements", "peoples", "people",  "terms",  "titles", "metonyms", "places"};
}

Result<Sheet> Sheet::open(const std::string& kb_dir, std::string_view name, std::vector<std::string_view> needed) {
  Sheet sheet;
  const std::string path = fmt::format("{}/{}.tsv", kb_dir, name);
  if (!std::filesystem::exists(path)) {
    if (name != "states") return sheet;
    return Error{ErrorCode::bad_data, fmt::format("{}: missing; data/kb of the project belongs there (see its README)", path)};
  }
  auto table = read_tsv(path);
  if (!table) return table.error();
  for (const std::string_view column : needed) {
    if (auto found = table->column(column); !found) return found.error();
  }
  sheet.table_ = std::move(*table);
  return sheet;
}

std::string_view Sheet::cell(const TsvRow& row, std::string_view column) const {
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (table_.columns[i] == column) return trim(row.cells[i]);
  }
  return {};
}

bool Sheet::flag(const TsvRow& row, std::string_view column) const {
  const std::string_view text = cell(row, column);
  return !text.empty() && text != "0" && text != "no" && text != "false";
}

Result<double> Sheet::number(const TsvRow& row, std::string_view column) const {
  const std::string text(cell(row, column));
  if (text.empty()) return 0.0;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size()) return error_at(row, fmt::format("`{}` in column {} is no number; correct the cell", text, column));
  return value;
}

Result<EntityKind> Sheet::kind(const TsvRow& row, EntityKind otherwise) const {
  const std::string_view text = cell(row, "kind");
  if (text.empty()) return otherwise;
  for (int i = 0; i <= static_cast<int>(EntityKind::other); ++i) {
    if (name_of(static_cast<EntityKind>(i)) == text) return static_cast<EntityKind>(i);
  }
  return error_at(row, fmt::format("`{}` is no kind of entity; use one of include/dragoman/entity.h", text));
}

Error Sheet::error_at(const TsvRow& row, std::string_view message) const {
  return Error{ErrorCode::bad_data, fmt::format("{}:{}: {}", table_.path, row.line, message)};
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/weights.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/tsv.h"

namespace dragoman {

Result<std::vector<NamedWeight>> read_weights(const std::string& path, std::string_view names, std::string_view remedy) {
  auto table = read_tsv(path);
  if (!table) return table.error();
  const auto name = table->column(names), weight = table->column("weight");
  if (!name) return name.error();
  if (!weight) return weight.error();
  std::vector<NamedWeight> found;
  found.reserve(table->rows.size());
  for (TsvRow& row : table->rows) {
    char* end = nullptr;
    const std::string& cell = row.cells[*weight];
    const float value = std::strtof(cell.c_str(), &end);
    if (cell.empty() || *end != 0) return Error{ErrorCode::bad_data, fmt::format("{}:{}: `{}` is no number; {}", path, row.line, cell, remedy)};
    found.push_back({std::move(row.cells[*name]), value});
  }
  return found;
}

}  // namespace dragoman

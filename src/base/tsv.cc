// SPDX-License-Identifier: Apache-2.0
#include "base/tsv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace dragoman {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    cells.emplace_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return cells;
    begin = tab + 1;
  }
}

bool is_skipped(std::string_view line) { return line.empty() || line == "#" || line.substr(0, 2) == "# "; }

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string> split_list(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    const std::string_view part = trim(text.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  if (!file || !(content << file.rdbuf())) {
    // An empty file sets failbit on the insertion, and is no error.
    if (file.is_open() && file.peek() == std::ifstream::traits_type::eof()) return std::string();
    return Error{ErrorCode::io, fmt::format("{}: {}", path, std::strerror(errno))};
  }
  return std::move(content).str();
}

Result<std::size_t> TsvTable::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) { return Error{ErrorCode::bad_data, fmt::format("{}: no column `{}` among: {}", path, name, fmt::join(columns, ", "))}; }
  return static_cast<std::size_t>(found - columns.begin());
}

Result<TsvTable> read_tsv(const std::string& path) {
  auto content = read_file(path);
  if (!content) return content.error();
  TsvTable table{path, {}, {}};
  std::string_view rest = *content;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (is_skipped(line)) continue;
    auto cells = cells_of(line);
    if (table.columns.empty()) {
      table.columns = std::move(cells);
    } else if (cells.size() != table.columns.size()) {
      return Error{ErrorCode::bad_data,
                   fmt::format("{}:{}: {} cells where the header has {} columns; separate them by tabs", path, number, cells.size(), table.columns.size())};
    } else {
      table.rows.push_back({std::move(cells), number});
    }
  }
  if (table.columns.empty()) return Error{ErrorCode::bad_data, fmt::format("{}: no header line", path)};
  return table;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// One line of a table under its header. `line` counts from 1, for messages.
struct TsvRow {
  std::vector<std::string> cells;  // as many as the header has
  int line = 0;
};

// A tab-separated table of data/: the first line that is no comment names the columns; lines that begin with "# " and empty
// lines are skipped; there is no quoting. Cells keep their spaces.
struct TsvTable {
  std::string path;
  std::vector<std::string> columns;
  std::vector<TsvRow> rows;

  // Column number by name, or an error that names the file and the columns that it has.
  Result<std::size_t> column(std::string_view name) const;
};

Result<TsvTable> read_tsv(const std::string& path);
// Parts of `text` between `separator`, without white space at their ends; empty parts are left out.
std::vector<std::string> split_list(std::string_view text, char separator = ';');
std::string_view trim(std::string_view text);

// The whole file; an error names the path.
Result<std::string> read_file(const std::string& path);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "dragoman/entity.h"
#include "dragoman/result.h"

namespace dragoman {

// Every table that data/kb may have, in the order in which they are read. `states.tsv` must exist.
std::vector<std::string> kb_tables();

// A table of data/kb whose cells are asked for by column name. An optional column that is absent has empty cells.
class Sheet {
 public:
  static Result<Sheet> open(const std::string& kb_dir, std::string_view name, std::vector<std::string_view> needed);
  const std::string& path() const { return table_.path; }
  const std::vector<TsvRow>& rows() const { return table_.rows; }
  std::string_view cell(const TsvRow& row, std::string_view column) const;
  std::vector<std::string> list(const TsvRow& row, std::string_view column) const { return split_list(cell(row, column)); }
  bool flag(const TsvRow& row, std::string_view column) const;
  Result<double> number(const TsvRow& row, std::string_view column) const;  // 0 if empty
  Result<EntityKind> kind(const TsvRow& row, EntityKind otherwise) const;
  Error error_at(const TsvRow& row, std::string_view message) const;  // names file and line

 private:
  TsvTable table_;
};

}  // namespace dragoman

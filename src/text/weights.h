// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

struct NamedWeight {
  std::string name;
  float weight = 0;
};

// A learned table of models/reader: the column `names` and the column `weight`, in the table's order. What is no number is named with its line
// and `remedy`, which makes the table anew ("run training/gate.py again").
Result<std::vector<NamedWeight>> read_weights(const std::string& path, std::string_view names, std::string_view remedy);

}  // namespace dragoman

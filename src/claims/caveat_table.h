// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "dragoman/report.h"
#include "dragoman/result.h"

namespace dragoman {

// One row of data/rules/caveats.tsv: lemmas in order, `...` for up to four words between: "not ... independently ... verify".
struct CaveatPattern {
  std::string rule;
  std::vector<std::string> lemmas;  // "..." entries are gaps
  CaveatScope scope = CaveatScope::claims;
  std::string example, counter_example;
};

class CaveatTable {
 public:
  static Result<CaveatTable> open(const std::string& rules_dir);
  const std::vector<CaveatPattern>& all() const { return patterns_; }

 private:
  std::vector<CaveatPattern> patterns_;
};

}  // namespace dragoman

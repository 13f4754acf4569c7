// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "dragoman/report.h"

namespace dragoman {

struct ViewOptions {
  int width = 80;
  bool colour = false;
  bool explain = false;  // rules, scores, and what was dropped
};

// One report as a page for people: for each claim what is said to have happened, who to whom, the words, who vouches for it, and first
// of all whether it is denied, not denied, planned or negative. Text of the report is made harmless for terminals.
std::string view_of(const ReadReport& report, const ViewOptions& options);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace dragoman {

// Where the program's data lives: a folder with kb/, rules/ and models/. Empty: beside the program, else the build's.
struct DataOptions {
  std::string data_dir;
};

struct ReadOptions {
  bool all = false;      // no gate: every sentence gets the encoder
  bool explain = false;  // fill ReadReport::dropped and Claim::evidence
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <string>

#include "dragoman/result.h"

namespace dragoman {

// All bytes of a file, or of standard input for "-".
Result<std::string> bytes_of(const std::string& path);

// Calls `take(line, number)` for each line of a file or of standard input that is not blank, without its line end; stops when it says false.
template <typename Take>
bool each_line(std::istream& in, Take take) {
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") != std::string::npos && !take(line, number)) return false;
  }
  return true;
}

}  // namespace dragoman

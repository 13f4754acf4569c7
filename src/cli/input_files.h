// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// The files that arguments name, in their order: files, "-", folders (all their files with a known extension, in the order of
// their paths, hidden ones left out), globs ("wire/*.html"; a file that really has that name wins). What does not exist goes to `missing`.
struct InputFiles {
  std::vector<std::string> paths;
  std::vector<Error> missing;
  std::uint64_t bytes = 0;  // of regular files; 0 if standard input is among them
};
InputFiles input_files(const std::vector<std::string>& arguments);

}  // namespace dragoman

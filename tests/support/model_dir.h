// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string>

namespace dragoman {

// The reader model that tests run on: the one that ships, or the folder that DRAGOMAN_TEST_MODEL names.
inline std::string test_model_dir() {
  const char* given = std::getenv("DRAGOMAN_TEST_MODEL");
  return given != nullptr ? given : "models/reader";
}

}  // namespace dragoman

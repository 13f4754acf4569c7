// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>

namespace dragoman::testing_support {

// A path below the tests' temporary folder that no other test uses: they run side by side, each in its own process.
inline std::string test_path(const std::string& name) {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  return ::testing::TempDir() + "dragoman_" + test->test_suite_name() + "_" + test->name() + "_" + name;
}

}  // namespace dragoman::testing_support

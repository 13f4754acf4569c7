// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "claims/rules.h"

namespace dragoman::testing_support {

// The rules of data/rules, read once for a program; a test that asks for them fails where they cannot be read.
inline const Rules& shipped_rules() {
  static const Rules loaded = [] {
    auto opened = Rules::open("data/rules");
    EXPECT_TRUE(opened) << opened.error().message;
    return std::move(*opened);
  }();
  return loaded;
}

}  // namespace dragoman::testing_support

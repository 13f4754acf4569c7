// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(Utf8, ValidTextStaysAsItIs) {
  const std::string text = "El-Sháraa — тест 中文 🙂";
  EXPECT_TRUE(is_valid_utf8(text));
  const RepairedText repaired = repair_utf8(text);
  EXPECT_EQ(repaired.text, text);
  EXPECT_EQ(repaired.replaced, 0U);
}

TEST(Utf8, EachInvalidByteIsReplacedAndCounted) {
  const RepairedText repaired = repair_utf8("caf\xE9 \xFF!");
  EXPECT_EQ(repaired.text, "caf\xEF\xBF\xBD \xEF\xBF\xBD!");
  EXPECT_EQ(repaired.replaced, 2U);
  EXPECT_TRUE(is_valid_utf8(repaired.text));
}

TEST(Utf8, OverlongSurrogateAndCutSequencesAreInvalid) {
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
  EXPECT_FALSE(is_valid_utf8("x\xE2\x82"));
}

TEST(Utf8, WhatIsAppendedDecodes) {
  for (const char32_t c : {U'x', U'é', U'—', U'🙂'}) {
    std::string text;
    append_utf8(text, c);
    EXPECT_EQ(decode_utf8(text, 0).value, c);
    EXPECT_EQ(decode_utf8(text, 0).size, text.size());
  }
}

}  // namespace
}  // namespace dragoman

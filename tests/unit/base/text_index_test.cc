// SPDX-License-Identifier: Apache-2.0
#include "base/text_index.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman {
namespace {

// The plain definition that the checkpoints must agree with.
std::uint32_t count_code_points(std::string_view bytes) {
  std::uint32_t count = 0;
  for (const char c : bytes) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

TEST(TextIndex, AsciiIsTheSameInBoth) {
  const TextIndex index("Minsk denied it");
  EXPECT_EQ(index.cp_of(5), 5U);
  EXPECT_EQ(index.byte_of(5), 5U);
  EXPECT_EQ(index.slice({0, 5}), "Minsk");
}

TEST(TextIndex, AgreesWithCountingOverLongMixedText) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "El-Sháraa — “тест” 中文 x";
  const TextIndex index(text);
  for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
    if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    const std::uint32_t cp = count_code_points(std::string_view(text).substr(0, byte));
    ASSERT_EQ(index.cp_of(byte), cp) << byte;
    ASSERT_EQ(index.byte_of(cp), byte) << cp;
  }
}

TEST(TextIndex, OffsetsBeyondTheEndAreTheEnd) {
  const TextIndex index("é");
  EXPECT_EQ(index.size_cp(), 1U);
  EXPECT_EQ(index.byte_of(9), 2U);
  EXPECT_EQ(index.slice({1, 9}), "");
  EXPECT_EQ(TextIndex("").size_cp(), 0U);
}

}  // namespace
}  // namespace dragoman

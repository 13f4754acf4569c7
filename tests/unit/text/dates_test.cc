// SPDX-License-Identifier: Apache-2.0
#include "text/dates.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::string date(std::string_view text) {
  const auto normal = normalise_published(text);
  return normal ? *normal : "error";
}

TEST(Dates, ManyFormsOneIso) {
  EXPECT_EQ(date("2025-05-14"), "2025-05-14");
  EXPECT_EQ(date("20250514"), "2025-05-14");
  EXPECT_EQ(date(" 2025-05-14T12:30:05.123+02:00 "), "2025-05-14T12:30:05+02:00");
  EXPECT_EQ(date("20250514T120000Z"), "2025-05-14T12:00:00Z");
  EXPECT_EQ(date("2025-05-14 12:00"), "2025-05-14T12:00:00");
  EXPECT_EQ(date("Wed, 14 May 2025 12:00:00 GMT"), "2025-05-14T12:00:00Z");
  EXPECT_EQ(date("Wed, 14 May 2025 12:00:00 -0430"), "2025-05-14T12:00:00-04:30");
  EXPECT_EQ(date("May 14, 2025"), "2025-05-14");
  EXPECT_EQ(date("14 May 2025"), "2025-05-14");
}

TEST(Dates, NothingIsGuessed) {
  for (const char* text : {"", "yesterday", "05/06/2025", "2025-02-30", "2025-13-01", "2025-05-14T25:00:00Z", "14 Foo 2025", "2025-05-14T12:00:00 nowhere"}) {
    EXPECT_EQ(date(text), "error") << text;
  }
  EXPECT_EQ(date("2024-02-29"), "2024-02-29");
  EXPECT_EQ(date(std::string(100000, '1')), "error");
  EXPECT_NE(normalise_published("soon").error().message.find("`soon` is no date"), std::string::npos);
}

}  // namespace
}  // namespace dragoman

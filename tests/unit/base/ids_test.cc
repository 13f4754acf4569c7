// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace dragoman {
namespace {

TEST(Ids, Sha256IsTheStandards) {
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Ids, TwelveCharactersOfCrockfordsAlphabet) {
  const std::string id = make_id("C-", "abc");
  ASSERT_EQ(id.size(), 14U);
  // ba7816bf8f01cfe in groups of five bits: 10111 01001 11100 00001 01101 01111 11100 01111 00000 00111 00111 11110
  EXPECT_EQ(id, "C-Q9W1DFWF077Y");
  EXPECT_NE(make_id("C-", "abd"), id);
  EXPECT_EQ(id.find_first_of("ILOU", 2), std::string::npos);
}

}  // namespace
}  // namespace dragoman

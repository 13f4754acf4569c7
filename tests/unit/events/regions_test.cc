// SPDX-License-Identifier: Apache-2.0
#include "events/regions.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(Regions, ASourceOfARegionIsNoneOfAnotherState) {
  EXPECT_FALSE(may_be_of_state("a Western diplomat", "QAT"));
  EXPECT_TRUE(may_be_of_state("a Western diplomat", "FRA"));
  EXPECT_TRUE(may_be_of_state("a diplomat in Doha", "FRA"));
  EXPECT_TRUE(may_be_of_state("a South African diplomat", "ZAF"));
  EXPECT_TRUE(may_be_of_state("a Gulf official", "QAT"));
}

TEST(Regions, TwoRegionsThatMeetMayBeOnePerson) {
  EXPECT_TRUE(may_be_of_one_region("a Western diplomat", "a European official"));
  EXPECT_TRUE(may_be_of_one_region("an Arab diplomat", "a Gulf official"));
  EXPECT_FALSE(may_be_of_one_region("a Western diplomat", "an African official"));
  EXPECT_TRUE(may_be_of_one_region("a Western diplomat", "an official"));
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "kb/titles.h"

#include <gtest/gtest.h>

#include "kb/kb.h"

namespace dragoman {
namespace {

std::string title_of(std::string_view phrase) {
  static const auto kb = KnowledgeBase::open("tests/data/kb");
  if (!kb) return kb.error().message;
  const auto title = kb->title(phrase);
  return title ? std::string(title->title) : "";
}

TEST(Titles, LongestThatHoldsTheHeadNoun) {
  EXPECT_EQ(title_of("former deputy foreign minister"), "foreign minister");
  EXPECT_EQ(title_of("interim president"), "president");
  EXPECT_EQ(title_of("Vice-President"), "vice president");
  EXPECT_EQ(title_of("army chief of staff"), "chief of staff");
  EXPECT_EQ(title_of("secretary of state for rural affairs"), "secretary of state");
  EXPECT_EQ(title_of("Defence Minister"), "defense minister");
}

TEST(Titles, UnlistedPortfolios) {
  EXPECT_EQ(title_of("minister of rural affairs"), "minister");
  EXPECT_EQ(title_of("rural affairs minister"), "minister");
  EXPECT_EQ(title_of("deputy minister for the diaspora"), "minister");
}

TEST(Titles, Abbreviations) {
  EXPECT_EQ(title_of("Gen."), "general");
  EXPECT_EQ(title_of("Dep. FM"), "foreign minister");
  EXPECT_EQ(canonical_title("PM"), "prime minister");
}

TEST(Titles, Plurals) {
  EXPECT_EQ(title_of("foreign ministers"), "foreign minister");
  EXPECT_EQ(title_of("masked gunmen"), "gunman");
  EXPECT_EQ(title_of("chiefs of staff"), "chief of staff");
  EXPECT_EQ(title_of("spokespeople"), "spokesperson");
  EXPECT_EQ(title_of("secretaries of state"), "secretary of state");
}

TEST(Titles, HeadsOfOtherThingsAreNoTitles) {
  EXPECT_EQ(title_of("son of the president"), "");
  EXPECT_EQ(title_of("president's"), "president");
  EXPECT_EQ(title_of("presidential palace"), "");
  EXPECT_EQ(title_of(""), "");
  EXPECT_EQ(title_of("of the president"), "");
}

TEST(Titles, OneOfficeHasOneForm) {
  EXPECT_EQ(canonical_title("Minister for Foreign Affairs"), "foreign minister");
  EXPECT_EQ(canonical_title("the minister of the interior"), "interior minister");
  EXPECT_EQ(canonical_title("Defence Secretary"), "defense minister");
  EXPECT_EQ(canonical_title("Foreign Secretary"), "foreign minister");
  EXPECT_EQ(canonical_title("secretary of state"), "secretary of state");
  EXPECT_EQ(canonical_title("Premier"), "prime minister");
  EXPECT_EQ(canonical_title("deputy minister of defence"), "deputy defense minister");
  EXPECT_EQ(without_standing("acting foreign minister"), "foreign minister");
  EXPECT_EQ(without_standing("vice president"), "vice president");
}

}  // namespace
}  // namespace dragoman

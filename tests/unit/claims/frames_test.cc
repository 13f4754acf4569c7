// SPDX-License-Identifier: Apache-2.0
#include "claims/frames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "claims/rules.h"
#include "support/test_path.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;

constexpr const char* kHeader = "rule\twords\tpos\twhen\ttype\tmode\tcontexts\tcameo\troles\texample\tcounter_example\n";

Result<FrameTable> open_with(const std::string& row) {
  const std::string dir = testing_support::test_path("rules");
  std::filesystem::create_directories(dir);
  std::ofstream(dir + "/frames.tsv", std::ios::binary) << kHeader << row;
  std::ofstream(dir + "/sets.tsv", std::ios::binary) << "set\twords\nweapon\tmissile; rocket\n";
  return FrameTable::open(dir);
}

TEST(Frames, TheProjectsRulesLoad) {
  const auto rules = Rules::open("data/rules");
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_GT(rules->frames.all().size(), 100U);
  EXPECT_NE(rules->frames.named("consult.meet"), nullptr);
}

TEST(Frames, FramesWithMoreConditionsComeFirst) {
  const auto table =
      open_with("a.one\tstrike\tV\t\tASSAULT\t\t\t19\tactor=subj\tx\ty\na.two\tstrike\tV\tobj:@weapon !prt:up\tASSAULT\t\t\t19\tactor=subj\tx\ty\n");
  ASSERT_TRUE(table) << table.error().message;
  const auto frames = table->of("strike", Upos::VERB);
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_EQ(frames[0]->rule, "a.two");
  EXPECT_TRUE(frames[0]->conditions[1].negated);
  EXPECT_EQ(frames[0]->conditions[0].lemmas.size(), 2U);
  EXPECT_TRUE(table->of("strike", Upos::NOUN).empty());
}

TEST(Frames, BadRowsNameFileLineAndCause) {
  const auto message = [](const std::string& row) {
    const auto table = open_with(row);
    return table ? std::string("loaded") : table.error().message;
  };
  EXPECT_THAT(message("a.b\tx\tQ\t\tAID\t\t\t07\tactor=subj\te\tc\n"), HasSubstr("frames.tsv:2: pos must be"));
  EXPECT_THAT(message("a.b\tx\tV\t\tHUG\t\t\t07\tactor=subj\te\tc\n"), HasSubstr("`HUG` is no PLOVER type"));
  EXPECT_THAT(message("a.b\tx\tV\tobj:@nosuch\tAID\t\t\t07\tactor=subj\te\tc\n"), HasSubstr("cannot read the condition"));
  EXPECT_THAT(message("a.b\tx\tV\t\tAID\t\t\t07\tactor=nowhere\te\tc\n"), HasSubstr("cannot read the role"));
  EXPECT_THAT(message("a.b\tx\tV\t\tAID\t\t\t07\tactor=subj\t\tc\n"), HasSubstr("needs an example"));
  EXPECT_THAT(message("a.b\tx\tV\t\tAID\t\t\t07\tactor=subj\te\tc\na.b\ty\tV\t\tAID\t\t\t07\tactor=subj\te\tc\n"), HasSubstr("is there twice"));
}

TEST(Frames, PathsGoOnFromWordToWord) {
  const Tree t = testing_support::tree("lifting/NOUN/root/0 of/ADP/case/3 sanctions/NOUN/nmod/1/lemma=sanction on/ADP/case/5 Syria/PROPN/nmod/3");
  const auto table = open_with("c.l\tlifting\tN\tobl(of):sanction\tCONCEDE\t\t\t085\trecipient=obl(of).obl(on)\te\tc\n");
  ASSERT_TRUE(table) << table.error().message;
  const Frame& frame = table->all().front();
  const auto words = words_at(t, predicate_at(t, 0), frame.roles[0].alternatives[0][0]);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(t[words[0]].form, "Syria");
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "events/eyewitness.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::string seen(std::string_view sentence, std::string_view trigger) { return newsmen_who_saw(sentence, sentence.find(trigger)); }

TEST(Eyewitness, NewsmenBeforeTheActSawIt) {
  EXPECT_EQ("Harbour Post reporter", seen("A Harbour Post reporter saw police arrest two men.", "arrest"));
  EXPECT_EQ("reporter for the Harbour Post", seen("A reporter for the Harbour Post saw police arrest two men.", "arrest"));
  EXPECT_EQ("Harbour Post journalists", seen("Harbour Post journalists watched as tanks crossed the river.", "crossed"));
  EXPECT_EQ("Reporters of the Harbour Post", seen("Reporters of the Harbour Post heard soldiers shell the village.", "shell"));
}
TEST(Eyewitness, AnActThatWasSeenByNewsmen) {
  EXPECT_EQ("Harbour Post team", seen("Tanks crossed the river, as was witnessed by a Harbour Post team.", "crossed"));
}
TEST(Eyewitness, UnderTheEyesOfNewsmen) {
  EXPECT_EQ("reporter of the Harbour Post", newsmen_who_saw("Police fired tear gas under the eyes of a reporter of the Harbour Post.", 7));
  EXPECT_EQ("reporter of the Harbour Post", newsmen_who_saw("A reporter of the Harbour Post stood among the strikers as they blocked the gate.", 64));
  EXPECT_EQ("", newsmen_who_saw("Police fired tear gas before the eyes of the judges.", 7));
}

TEST(Eyewitness, NewsmenWhoWatchedMeanwhile) {
  EXPECT_EQ("reporter of the Harbour Post", newsmen_who_saw("Soldiers closed the road at midnight, as a reporter of the Harbour Post looked on.", 9));
  EXPECT_EQ("", newsmen_who_saw("Soldiers closed the road at midnight, as a reporter of the Harbour Post slept.", 9));
}
TEST(Eyewitness, NewsmenAtTheEndOfTheSentence) {
  EXPECT_EQ("Harbour Post journalist", seen("Police arrested two men on Sunday, a Harbour Post journalist on the square saw.", "arrested"));
  EXPECT_EQ("", seen("Police arrested two men, a Harbour Post journalist who saw the march and a driver.", "arrested"));
}
TEST(Eyewitness, NobodyOfAnOutletOrNothingSeen) {
  EXPECT_EQ("", seen("A fisherman saw police arrest two men.", "arrest"));
  EXPECT_EQ("", seen("A reporter saw police arrest two men.", "arrest"));
  EXPECT_EQ("", seen("Police arrested a Harbour Post reporter.", "arrested"));
  EXPECT_EQ("", seen("Police arrested a Harbour Post reporter who saw the march.", "arrested"));
  EXPECT_EQ("", seen("A Harbour Post reporter saw a document that says police arrested two men.", "arrested"));
}
TEST(Eyewitness, EmployersStandBesideTheTrade) {
  EXPECT_EQ("Pacific Ledger", employer_of("A Pacific Ledger photographer"));
  EXPECT_EQ("Pacific Ledger", employer_of("two photographers of the Pacific Ledger"));
  EXPECT_EQ("", employer_of("the photographer"));
  EXPECT_TRUE(names_newsmen("the photographer"));
}

}  // namespace
}  // namespace dragoman

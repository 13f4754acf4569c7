// SPDX-License-Identifier: Apache-2.0
#include "claims/circumstances.h"

#include <gtest/gtest.h>

#include "claims/attachment.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::HandReport;

// The cost of the word `adjunct` for the event at `trigger`; -1: it does not belong to it.
int cost_of(const std::string& sentence, std::string_view trigger, std::string_view adjunct) {
  const HandReport hand({sentence});
  const Tree& tree = hand.report().tree(0);
  EventAt event;
  event.trigger = hand.find(trigger);
  event.predicate = predicate_at(tree, event.trigger.word);
  return Attachment(tree, event).cost(hand.find(adjunct).word).value_or(-1);
}

TEST(Attachment, OwnAdjunctsComeBeforeThoseBehindNouns) {
  const std::string sentence = "Police/NOUN/nsubj/2 arrested/VERB/root/0 editors/NOUN/obj/2 in/ADP/case/5 Maputo/PROPN/nmod/3 on/ADP/case/7 Friday/PROPN/obl/2";
  EXPECT_EQ(cost_of(sentence, "arrested", "Friday"), 0);
  EXPECT_EQ(cost_of(sentence, "arrested", "Maputo"), Attachment::kNominal);
}

TEST(Attachment, TheTimeOfTheSayingIsNotTheEvents) {
  const std::string inner = "Minsk/PROPN/nsubj/2 said/VERB/root/0 on/ADP/case/4 Friday/PROPN/obl/2 Kyiv/PROPN/nsubj/6 fired/VERB/ccomp/2";
  EXPECT_EQ(cost_of(inner, "fired", "Friday"), -1);
  EXPECT_EQ(cost_of(inner, "said", "Friday"), 0);
}

TEST(Attachment, CoordinatedVerbsShareWhatTheFirstHas) {
  const std::string shared = "They/PRON/nsubj/2 met/VERB/root/0 on/ADP/case/4 Friday/PROPN/obl/2 and/CCONJ/cc/6 signed/VERB/conj/2";
  EXPECT_EQ(cost_of(shared, "signed", "Friday"), Attachment::kShared);
  const std::string own = "They/PRON/nsubj/2 met/VERB/root/0 on/ADP/case/4 Friday/PROPN/obl/2 and/CCONJ/cc/7 Iran/PROPN/nsubj/7 signed/VERB/conj/2";
  EXPECT_EQ(cost_of(own, "signed", "Friday"), -1);
}

TEST(Attachment, RelativeClausesKeepTheirTimes) {
  const std::string sentence =
      "Quispe/PROPN/nsubj/5 who/PRON/nsubj/3/PronType=Rel governed/VERB/acl:relcl/1 yesterday/NOUN/obl/3 accused/VERB/root/0 them/PRON/obj/5";
  EXPECT_EQ(cost_of(sentence, "accused", "yesterday"), -1);
}

TEST(Attachment, WhatStandsBehindAnInfinitiveIsItsOwn) {
  EXPECT_EQ(cost_of("They/PRON/nsubj/2 plan/VERB/root/0 to/PART/mark/4 strike/VERB/xcomp/2 on/ADP/case/6 Friday/PROPN/obl/2", "strike", "Friday"),
            3 * Attachment::kShared);
  EXPECT_EQ(cost_of("They/PRON/nsubj/2 vowed/VERB/root/0 on/ADP/case/4 Friday/PROPN/obl/2 to/PART/mark/6 strike/VERB/xcomp/2", "strike", "Friday"), -1);
}

TEST(Attachment, WhatStandsBeforeAQuotedSentenceIsNotItsTellers) {
  EXPECT_EQ(cost_of("On/ADP/case/2 Monday/PROPN/obl/6 they/PRON/nsubj/4 fired/VERB/ccomp/6 he/PRON/nsubj/6 said/VERB/root/0", "fired", "Monday"),
            3 * Attachment::kShared);
  EXPECT_EQ(cost_of("On/ADP/case/2 Monday/PROPN/obl/4 he/PRON/nsubj/4 said/VERB/root/0 they/PRON/nsubj/6 fired/VERB/ccomp/4", "fired", "Monday"), -1);
}

TEST(Attachment, WhatIsDoneByDoingSomethingIsOfItsTime) {
  const std::string by = "They/PRON/nsubj/2 ended/VERB/root/0 it/PRON/obj/2 in/ADP/case/5 1996/NUM/obl/2 by/SCONJ/mark/7 signing/VERB/advcl/2/VerbForm=Ger";
  EXPECT_EQ(cost_of(by, "signing", "1996"), Attachment::kShared);
  const std::string after =
      "They/PRON/nsubj/2 ended/VERB/root/0 it/PRON/obj/2 in/ADP/case/5 1996/NUM/obl/2 after/SCONJ/mark/7 signing/VERB/advcl/2/VerbForm=Ger";
  EXPECT_EQ(cost_of(after, "signing", "1996"), -1);
}

TEST(Attachment, AWordOfTellingGivesItsTimeToNoNoun) {
  EXPECT_EQ(cost_of("They/PRON/nsubj/2 condemned/VERB/root/0/lemma=condemn attacks/NOUN/obj/2 on/ADP/case/5 Friday/PROPN/obl/2", "attacks", "Friday"), -1);
  EXPECT_GE(cost_of("They/PRON/nsubj/2 halted/VERB/root/0/lemma=halt attacks/NOUN/obj/2 on/ADP/case/5 Friday/PROPN/obl/2", "attacks", "Friday"), 0);
}

TimeExpression expression(std::string_view words, const std::string& begin, const std::string& end) {
  TimeExpression time;
  time.words.text = words;
  time.timex = time.begin_date = begin;
  time.end_date = end;
  return time;
}

TEST(Circumstances, WhatIsToComeIsOnTheNextDayOfThatName) {
  EXPECT_EQ(next_of_name(expression("Friday", "2024-03-08", "2024-03-08"), "2024-03-12").begin_date, "2024-03-15");
  EXPECT_EQ(next_of_name(expression("May", "2023-05-01", "2023-05-31"), "2024-03-12").end_date, "2024-05-31");
  EXPECT_EQ(next_of_name(expression("Friday", "2024-03-15", "2024-03-15"), "2024-03-12").begin_date, "2024-03-15") << "is to come already";
  EXPECT_EQ(next_of_name(expression("last Friday", "2024-03-08", "2024-03-08"), "2024-03-12").begin_date, "2024-03-08") << "its words say which";
  EXPECT_EQ(next_of_name(expression("Friday", "2024-03-08", "2024-03-08"), "").begin_date, "2024-03-08") << "seen from no day";
}

}  // namespace
}  // namespace dragoman

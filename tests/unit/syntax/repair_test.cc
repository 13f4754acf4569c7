// SPDX-License-Identifier: Apache-2.0
#include "syntax/repair.h"

#include <gtest/gtest.h>

#include <string>

#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::tree;

// "head:relation" of the first word of that form.
std::string arc(const Tree& t, std::string_view form) {
  for (int word = 0; word < t.size(); ++word) {
    if (t[word].form == form) return (t[word].head < 0 ? "" : t[t[word].head].form) + ":" + t[word].deprel;
  }
  return "";
}

std::string repaired_arc(const std::string& words, std::string_view form) { return arc(repair_sayings(tree(words)), form); }

TEST(Repair, AVerbOfTellingIsNoPreposition) {
  const Tree t =
      repair_sayings(tree("Soldiers/NOUN/nsubj/2 fired/VERB/root/0/lemma=fire ,/PUNCT/punct/2 a/DET/det/5 pastor/NOUN/nsubj/2 told/VERB/case/8/lemma=tell "
                          "Radio/PROPN/compound/8 Uno/PROPN/obl/2"));
  EXPECT_EQ(arc(t, "pastor"), "told:nsubj");
  EXPECT_EQ(arc(t, "told"), "fired:parataxis");
  EXPECT_EQ(arc(t, "Uno"), "told:iobj");
}

TEST(Repair, WhoIsQuotedIsTheObjectOfQuoting) {
  const Tree t = repair_sayings(
      tree("He/PRON/nsubj/2 fled/VERB/ccomp/6/lemma=flee ,/PUNCT/punct/2 the/DET/det/5 agency/NOUN/nsubj/6 said/VERB/root/0/lemma=say ,/PUNCT/punct/8 "
           "quoting/VERB/case/10/lemma=quote a/DET/det/10 judge/NOUN/obl/2"));
  EXPECT_EQ(arc(t, "judge"), "quoting:obj");
  EXPECT_EQ(arc(t, "quoting"), "said:advcl");
}

TEST(Repair, TheSpeakerIsNoSecondSubject) {
  const Tree t = repair_sayings(
      tree("Guards/NOUN/nsubj/2 fired/VERB/ccomp/6/lemma=fire ,/PUNCT/punct/2 their/PRON/nmod:poss/5 chief/NOUN/nsubj/2 told/VERB/root/0/lemma=tell "
           "us/PRON/iobj/6"));
  EXPECT_EQ(arc(t, "chief"), "told:nsubj");
  EXPECT_EQ(arc(t, "fired"), "told:ccomp");
}

TEST(Repair, WhoDeniesAnAccountIsNoOtherNameForIt) {
  const Tree t =
      repair_sayings(tree("He/PRON/nsubj/2 fled/VERB/root/0/lemma=flee ,/PUNCT/punct/2 an/DET/det/5/lemma=a account/NOUN/obl/2/lemma=account "
                          "the/DET/det/7 ministry/NOUN/appos/5 denied/VERB/discourse/5/lemma=deny"));
  EXPECT_EQ(arc(t, "ministry"), "denied:nsubj");
  EXPECT_EQ(arc(t, "denied"), "account:acl:relcl");
}

TEST(Repair, WhoSaysDeniesAfterwards) {
  EXPECT_EQ(repaired_arc("It/PRON/nsubj/2 said/VERB/root/0/lemma=say/Tense=Past planes/NOUN/nsubj/5 had/AUX/aux/5/lemma=have left/VERB/ccomp/2/lemma=leave "
                         ",/PUNCT/punct/8 and/CCONJ/cc/8 denied/VERB/conj/5/lemma=deny/Tense=Past it/PRON/obj/8",
                         "denied"),
            "said:conj");
}

TEST(Repair, APresentSayingLeavesItsClauseWhole) {  // "says they had left and denied it": only behind "said" does the simple past begin anew
  EXPECT_EQ(repaired_arc("It/PRON/nsubj/2 says/VERB/root/0/lemma=say/Tense=Pres they/PRON/nsubj/5 had/AUX/aux/5/lemma=have left/VERB/ccomp/2/lemma=leave "
                         "and/CCONJ/cc/7 denied/VERB/conj/5/lemma=deny/Tense=Past it/PRON/obj/7",
                         "denied"),
            "left:conj");
}

TEST(Repair, AnAllegationThatSomebodyDeniedIsDeniedByHim) {
  EXPECT_EQ(repaired_arc("Troops/NOUN/nsubj/2 fired/VERB/root/0/lemma=fire off/ADP/case/4 Suez/PROPN/obl/2 ,/PUNCT/punct/7 an/DET/det/7/lemma=a "
                         "allegation/NOUN/appos/4/lemma=allegation that/PRON/obj/10/lemma=that Cairo/PROPN/nsubj/10 denied/VERB/acl:relcl/4/lemma=deny",
                         "denied"),
            "allegation:acl:relcl");
}

TEST(Repair, APossessiveIsOfTheNounBehindIt) {
  EXPECT_EQ(
      repaired_arc("The/DET/det/2 mission/NOUN/nsubj/3 denied/VERB/root/0/lemma=deny that/SCONJ/mark/7 its/PRON/nmod:poss/2/lemma=its soldiers/NOUN/nsubj/7 "
                   "fired/VERB/ccomp/3/lemma=fire",
                   "its"),
      "soldiers:nmod:poss");
}

TEST(Repair, AStationRightBeforeItsReportTellsIt) {
  EXPECT_EQ(repaired_arc(
                "Radio/PROPN/compound/2 Uno/PROPN/iobj/3 reported/VERB/root/0/lemma=report that/SCONJ/mark/6 guards/NOUN/nsubj/6 fled/VERB/ccomp/3/lemma=flee",
                "Uno"),
            "reported:nsubj");
}

TEST(Repair, WhoDeniesAlsoAccuses) {
  EXPECT_EQ(repaired_arc("It/PRON/nsubj/2 denied/VERB/root/0/lemma=deny that/SCONJ/mark/6 he/PRON/nsubj/6 had/AUX/aux/6/lemma=have "
                         "shot/VERB/ccomp/2/lemma=shoot and/CCONJ/cc/8 accused/VERB/conj/6/lemma=accuse/Tense=Past them/PRON/obj/8",
                         "accused"),
            "denied:conj");
}

TEST(Repair, WhoCitesIsWhoReports) {
  EXPECT_EQ(repaired_arc("Tejo/PROPN/nsubj/6 ,/PUNCT/punct/3 citing/VERB/case/1/lemma=cite sources/NOUN/obj/3 ,/PUNCT/punct/1 "
                         "reported/VERB/root/0/lemma=report it/PRON/obj/6",
                         "citing"),
            "reported:advcl");
}

TEST(Repair, LikeGoesWithLike) {
  const std::string before = "Envoys/NOUN/nsubj/2 met/VERB/root/0/lemma=meet ,/PUNCT/punct/4 per/ADP/case/5 sources/NOUN/obl/2 ";
  const Tree t = repair_sayings(tree(before + "cited/VERB/acl/5/lemma=cite/VerbForm=Part by/ADP/case/8/lemma=by CNN/PROPN/obl:agent/6 and/CCONJ/cc/10 "
                                              "reported/VERB/conj/2/lemma=report/VerbForm=Part by/ADP/case/12/lemma=by Tejo/PROPN/obl:agent/10"));
  EXPECT_EQ(arc(t, "reported"), "cited:conj");
}

TEST(Repair, WhereTalksAre) {
  EXPECT_EQ(repaired_arc("Talks/NOUN/root/0/lemma=talk with/ADP/case/3/lemma=with rebels/NOUN/nmod/1 in/ADP/case/5/lemma=in Geneva/PROPN/nmod/3", "Geneva"),
            "Talks:nmod");
}

TEST(Repair, WhatIsRejectedAsBaselessAreTheClaims) {
  const Tree t = repair_sayings(
      tree("Chad/PROPN/nsubj/2 rejected/VERB/root/0/lemma=reject as/ADP/case/5 baseless/NOUN/amod/5 claims/NOUN/obl/2/lemma=claim that/SCONJ/mark/8 "
           "it/PRON/nsubj/8 fired/VERB/acl/5/lemma=fire"));
  EXPECT_EQ(arc(t, "claims"), "rejected:obj");
  EXPECT_EQ(arc(t, "baseless"), "rejected:obl");
  EXPECT_EQ(arc(t, "fired"), "claims:acl");
}

TEST(Repair, ReportsThatAreFalseAreNoVerb) {
  const Tree t =
      repair_sayings(tree("It/PRON/nsubj/2 said/VERB/root/0/lemma=say that/SCONJ/mark/4 reports/VERB/ccomp/2/lemma=report that/SCONJ/mark/7 it/PRON/nsubj/7 "
                          "fired/VERB/ccomp/4/lemma=fire were/AUX/cop/9/lemma=be false/ADJ/ccomp/2"));
  EXPECT_EQ(arc(t, "reports"), "false:nsubj");
  EXPECT_EQ(arc(t, "fired"), "reports:acl");
  EXPECT_EQ(t[3].upos, Upos::NOUN);
}

TEST(Repair, WhatIsDismissedIsTheReport) {
  const std::string words = "Reports/NOUN/root/0/lemma=report that/SCONJ/mark/4 Chad/PROPN/nsubj/4 fired/VERB/acl/1/lemma=fire ";
  const std::string dismissed = words + "were/AUX/aux:pass/6/lemma=be dismissed/VERB/conj/4/lemma=dismiss";
  EXPECT_EQ(repaired_arc(dismissed, "Reports"), "dismissed:nsubj:pass");
  // "Reports that Chad fired and was dismissed": a second thing that is reported.
  const std::string second = words + "and/CCONJ/cc/7 was/AUX/aux:pass/7/lemma=be dismissed/VERB/conj/4/lemma=dismiss";
  EXPECT_EQ(repaired_arc(second, "dismissed"), "fired:conj");
}

TEST(Repair, TheMiddleOfAListIsOfIt) {
  EXPECT_EQ(repaired_arc("Mali/PROPN/nsubj/6 ,/PUNCT/punct/1 Chad/PROPN/nsubj/6 and/CCONJ/cc/5 Niger/PROPN/conj/1 met/VERB/root/0/lemma=meet", "Chad"),
            "Mali:conj");
}

TEST(Repair, WhatIsRightStays) {
  const std::string right = "Peru/PROPN/nsubj/2 said/VERB/root/0/lemma=say ,/PUNCT/punct/5 Chile/PROPN/nsubj/5 fired/VERB/ccomp/2/lemma=fire";
  EXPECT_EQ(repair_sayings(tree(right)).words().size(), 5U);
  EXPECT_EQ(arc(repair_sayings(tree(right)), "Chile"), "fired:nsubj");
  // "The men, who said so, fled": no speaker stands before the cue.
  const Tree relative = repair_sayings(
      tree("Men/NOUN/nsubj/6 ,/PUNCT/punct/4 who/PRON/nsubj/4/PronType=Rel said/VERB/acl:relcl/1/lemma=say ,/PUNCT/punct/4 fled/VERB/root/0/lemma=flee"));
  EXPECT_EQ(arc(relative, "said"), "Men:acl:relcl");
  EXPECT_TRUE(repair_sayings(Tree()).empty());
}

}  // namespace
}  // namespace dragoman

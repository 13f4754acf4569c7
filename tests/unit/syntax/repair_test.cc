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

TEST(Repair, OfTwoSubjectsTheFirstIsOfWhatIsSaid) {
  const Tree t = repair_sayings(
      tree("Nurses/NOUN/nsubj/5 marched/VERB/ccomp/5/lemma=march ,/PUNCT/punct/2 neighbours/NOUN/nsubj/5 told/VERB/root/0/lemma=tell Radio/PROPN/iobj/5"));
  EXPECT_EQ(arc(t, "Nurses"), "marched:nsubj");
  EXPECT_EQ(arc(t, "neighbours"), "told:nsubj");
  EXPECT_EQ(repaired_arc("One/NUM/nsubj/5 ,/PUNCT/punct/3 Sol/PROPN/nsubj/5 ,/PUNCT/punct/1 quoted/VERB/root/0/lemma=quote a/DET/det/7 clerk/NOUN/obj/5 "
                         "as/SCONJ/mark/9 saying/VERB/advcl/5/lemma=say",
                         "Sol"),
            "One:appos");
  EXPECT_EQ(
      repaired_arc("Mali/PROPN/nsubj/4 and/CCONJ/cc/3 Chad/PROPN/conj/1 said/VERB/root/0/lemma=say they/PRON/nsubj/6 met/VERB/ccomp/4/lemma=meet", "Chad"),
      "Mali:conj");
}

TEST(Repair, TheSameAuxiliaryGoesOnWithWhatIsSaid) {
  const std::string said = "He/PRON/nsubj/2 said/VERB/root/0/lemma=say he/PRON/nsubj/5 had/AUX/aux/5 heard/VERB/ccomp/2/lemma=hear and/CCONJ/cc/8 ";
  EXPECT_EQ(repaired_arc(said + "had/AUX/aux/8 asked/VERB/conj/2/lemma=ask Oslo/PROPN/obj/8", "asked"), "heard:conj");
  EXPECT_EQ(repaired_arc(said + "has/AUX/aux/8 asked/VERB/conj/2/lemma=ask Oslo/PROPN/obj/8", "asked"), "said:conj");
}

TEST(Repair, APartIsInWhatIsDenied) {
  const std::string denied = "Minsk/PROPN/nsubj/2 denied/VERB/root/0/lemma=deny ";
  EXPECT_EQ(repaired_arc(denied + "any/DET/det/4 role/NOUN/obj/2 in/ADP/case/6 raids/NOUN/obl/2", "raids"), "role:nmod");
  EXPECT_EQ(repaired_arc(denied + "the/DET/det/4 charge/NOUN/obj/2 in/ADP/case/6 court/NOUN/obl/2", "court"), "denied:obl");
}

TEST(Repair, AClauseBehindAThrustInSayingIsBesideWhatIsSaid) {
  const std::string closed = "Peru/PROPN/nsubj/2 closed/VERB/ccomp/5/lemma=close ,/PUNCT/punct/2 officials/NOUN/nsubj/5 said/VERB/root/0/lemma=say/Tense=Past ";
  EXPECT_EQ(repaired_arc(closed + ",/PUNCT/punct/9 and/CCONJ/cc/9 Chile/PROPN/nsubj/9 fired/VERB/ccomp/5/lemma=fire", "fired"), "closed:conj");
  EXPECT_EQ(repaired_arc(closed + ",/PUNCT/punct/9 and/CCONJ/cc/9 then/ADV/advmod/9 fired/VERB/ccomp/5/lemma=fire", "fired"), "said:ccomp");
}

TEST(Repair, MostOfWhomTellWithinWhatIsSaid) {
  const std::string said = "Aides/NOUN/nsubj/2 said/VERB/root/0/lemma=say men/NOUN/nsubj/4 fled/VERB/ccomp/2/lemma=flee ,/PUNCT/punct/9 ";
  EXPECT_EQ(repaired_arc(said + "most/ADJ/nsubj/9 of/ADP/case/8 whom/PRON/nmod/6 told/VERB/parataxis/2/lemma=tell nuns/NOUN/iobj/9", "told"), "fled:parataxis");
  EXPECT_EQ(repaired_arc(said + "most/ADJ/nsubj/9 of/ADP/case/8 us/PRON/nmod/6 told/VERB/parataxis/2/lemma=tell nuns/NOUN/iobj/9", "told"), "said:parataxis");
}

TEST(Repair, WhatStandsRightBehindWhatIsSaidIsSaidToo) {
  const std::string said = "He/PRON/nsubj/2 said/VERB/root/0/lemma=say that/SCONJ/mark/5 both/PRON/nsubj/5 yielded/VERB/ccomp/2/lemma=yield ";
  EXPECT_EQ(repaired_arc(said + "before/SCONJ/mark/8 they/PRON/nsubj/8 died/VERB/advcl/2/lemma=die", "died"), "yielded:advcl");
  EXPECT_EQ(repaired_arc(said + ",/PUNCT/punct/9 before/SCONJ/mark/9 he/PRON/nsubj/9 left/VERB/advcl/2/lemma=leave", "left"), "said:advcl");
}

TEST(Repair, AParticleHoldsANameTogether) {
  const std::string temps = "Oslo/PROPN/nsubj/2 paid/VERB/ccomp/7/lemma=pay ,/PUNCT/punct/2 Temps/PROPN/iobj/7 ";
  EXPECT_EQ(repaired_arc(temps + "du/ADP/flat/4 Sud/PROPN/nsubj/7 reported/VERB/root/0/lemma=report", "Sud"), "Temps:flat");
  EXPECT_EQ(repaired_arc(temps + "but/CCONJ/cc/4 Sud/PROPN/nsubj/7 reported/VERB/root/0/lemma=report", "Sud"), "reported:nsubj");
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

TEST(Repair, ButThatOpensASentenceJoinsNoSecondClause) {
  const std::string opening =
      "But/CCONJ/cc/7/lemma=but Peru/PROPN/nsubj/3 said/VERB/root/0/lemma=say it/PRON/nsubj/5 fired/VERB/ccomp/3/lemma=fire clerks/NOUN/nsubj/7 "
      "told/VERB/ccomp/3/lemma=tell so/ADV/ccomp/7";
  EXPECT_EQ(arc(repair_sayings(tree(opening)), "told"), "said:ccomp");
}

TEST(Repair, ATitleInsideATaggedNameTellsTheName) {
  const std::string two_subjects =
      "Libyan/ADJ/nsubj/7/B-PER Deputy/PROPN/nmod:desc/3/I-PER Foreign/PROPN/nsubj/7/I-PER Minister/PROPN/nmod:desc/5/I-PER Salem/PROPN/nsubj/7/I-PER "
      "Aref/PROPN/flat/5/I-PER flew/VERB/root/0/lemma=fly home/ADV/advmod/7";
  EXPECT_EQ(repaired_arc(two_subjects, "Libyan"), "Minister:amod");
  EXPECT_EQ(repaired_arc(two_subjects, "Foreign"), "Minister:amod");
  EXPECT_EQ(repaired_arc(two_subjects, "Salem"), "flew:nsubj");
  const std::string flat =
      "Peruvian/PROPN/nsubj/5/B-PER Ambassador/PROPN/flat/1/I-PER Rosa/PROPN/flat/1/I-PER Quiroga/PROPN/flat/1/I-PER left/VERB/root/0/lemma=leave";
  EXPECT_EQ(repaired_arc(flat, "Rosa"), "left:nsubj");
  EXPECT_EQ(repaired_arc(flat, "Ambassador"), "Rosa:nmod:desc");
  const std::string behind =
      "Salem/PROPN/nsubj/5/B-PER Aref/PROPN/flat/1/I-PER Secretary/PROPN/flat/1/I-PER General/PROPN/flat/1/I-PER left/VERB/root/0/lemma=leave";
  EXPECT_EQ(repaired_arc(behind, "Salem"), "left:nsubj");
}

TEST(Repair, WhatStandsBeforeTheCommaIsOfWhatIsTold) {
  const std::string words =
      "They/PRON/nsubj/2 fled/VERB/ccomp/8/lemma=flee on/ADP/case/4 Friday/PROPN/obl/8 ,/PUNCT/punct/2 the/DET/det/7 agency/NOUN/nsubj/8 "
      "said/VERB/root/0/lemma=say";
  EXPECT_EQ(repaired_arc(words, "Friday"), "fled:obl");
  const std::string behind =
      "They/PRON/nsubj/2 fled/VERB/ccomp/5/lemma=flee ,/PUNCT/punct/2 she/PRON/nsubj/5 said/VERB/root/0/lemma=say on/ADP/case/7 Friday/PROPN/obl/5";
  EXPECT_EQ(repaired_arc(behind, "Friday"), "said:obl");
}

TEST(Repair, APhraseBeforeANounIsOfItsVerb) {
  EXPECT_EQ(repaired_arc("In/ADP/case/2 Quito/PROPN/compound/4 some/DET/det/4 nurses/NOUN/nsubj/5 marched/VERB/root/0/lemma=march", "Quito"), "marched:obl");
  EXPECT_EQ(repaired_arc("Quito/PROPN/compound/2 nurses/NOUN/nsubj/3 marched/VERB/root/0/lemma=march", "Quito"), "nurses:compound");
}

TEST(Repair, WhoIsGivenSomethingIsTheIndirectObject) {
  const std::string words = "Amman/PROPN/nsubj/2 handed/VERB/root/0/lemma=hand him/PRON/obj/2 a/DET/det/5 note/NOUN/obj/2";
  EXPECT_EQ(repaired_arc(words, "him"), "handed:iobj");
  EXPECT_EQ(repaired_arc(words, "note"), "handed:obj");
  EXPECT_EQ(repaired_arc("They/PRON/nsubj/2 called/VERB/root/0/lemma=call him/PRON/obj/2 a/DET/det/5 liar/NOUN/obj/2", "him"), "called:obj");
}

TEST(Repair, ANumberBehindANameIsTheNames) {
  const Tree named = repair_sayings(tree("first/ADV/advmod/2 reported/VERB/root/0/lemma=report by/ADP/case/5 Canal/PROPN/obl/2 9/NUM/obl/2"));
  EXPECT_EQ(named[4].head, 3);
  EXPECT_EQ(named.preposition(3), 2);
  const Tree days = repair_sayings(tree("left/VERB/root/0/lemma=leave Kabul/PROPN/obj/1 9/NUM/nummod/4 days/NOUN/obl/1 later/ADV/advmod/4"));
  EXPECT_EQ(days[2].head, 3);
}

}  // namespace
}  // namespace dragoman

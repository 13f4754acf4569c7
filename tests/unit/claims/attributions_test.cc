// SPDX-License-Identifier: Apache-2.0
#include "claims/attributions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claims/chains.h"
#include "support/shipped_rules.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::HandReport;
using testing_support::shipped_rules;

HandReport hand(const std::string& words) { return HandReport(std::vector<std::string>{words}); }

// Entities of the words with these forms: outlets, and states for those that are none.
EntityTable table_of(const HandReport& report, const std::vector<std::string>& outlets, const std::vector<std::string>& states = {}) {
  EntityTable table;
  const auto add = [&](const std::string& form, EntityKind kind) {
    Entity entity;
    entity.id = "N-" + form;
    entity.name = form;
    entity.kind = kind;
    table.entities.push_back(entity);
    const WordAt at = report.find(form);
    table.by_head[at] = static_cast<int>(table.mentions.size());
    table.mentions.push_back({at.sentence, at.word, at.word, at.word, MentionForm::name, {static_cast<int>(table.entities.size()) - 1}, false});
  };
  for (const std::string& form : outlets) add(form, EntityKind::outlet);
  for (const std::string& form : states) add(form, EntityKind::state);
  return table;
}

std::string stance_word(Stance stance) { return std::string(name_of(stance)); }

// "an aide:asserts > CNN:reports ;; Axios:reports" of what stands at a word.
std::string chains_at(const HandReport& report, const std::vector<std::string>& outlets, std::string_view form, const std::vector<std::string>& states = {}) {
  const EntityTable entities = table_of(report, outlets, states);
  const AttributionSet set = find_attributions(report.report(), entities, shipped_rules());
  std::string all;
  for (const Chain& chain : chains_over(report.find(form), set, report.report(), entities)) {
    if (!all.empty()) all += " ;; ";
    for (std::size_t i = 0; i < chain.size(); ++i) all += (i > 0 ? " > " : "") + chain[i].source.words.text + ":" + stance_word(chain[i].stance);
  }
  return all;
}

// "source | cue | content" of the n-th attribution.
std::string printed_at(const HandReport& report, std::size_t n = 0) {
  const EntityTable entities = table_of(report, {});
  const AttributionSet set = find_attributions(report.report(), entities, shipped_rules());
  if (n >= set.printed.size()) return "none";
  const Attribution& item = set.printed[n];
  std::string content;
  for (const Span& piece : item.content) content += (content.empty() ? "" : " + ") + report.text().substr(piece.begin, piece.end - piece.begin);
  return (item.source ? item.source->words.text : "-") + " | " + (item.cue ? item.cue->text : "-") + " | " + content;
}

TEST(Attributions, CuesTakeTheirVerbGroupAndPreposition) {
  const HandReport called =
      hand("They/PRON/nsubj/4 have/AUX/aux/4 repeatedly/ADV/advmod/4 called/VERB/root/0/lemma=call for/ADP/case/7 a/DET/det/7 truce/NOUN/obl/4");
  EXPECT_EQ(printed_at(called), "They | have repeatedly called for | a truce");
  const HandReport shouted = hand("They/PRON/nsubj/2 called/VERB/root/0/lemma=call in/ADP/case/5 the/DET/det/5 night/NOUN/obl/2");
  EXPECT_EQ(printed_at(shouted), "none");
}

TEST(Attributions, ActsThatAreOnlyToldOfAreNoHops) {
  const HandReport urged = hand("Oslo/PROPN/nsubj/2 urged/VERB/root/0/lemma=urge Minsk/PROPN/obj/2 to/PART/mark/5 leave/VERB/xcomp/2/VerbForm=Inf");
  EXPECT_EQ(printed_at(urged), "Oslo | urged | Minsk to leave");
  EXPECT_EQ(chains_at(urged, {}, "leave"), "");
  const HandReport demanded = hand("Oslo/PROPN/nsubj/2 demanded/VERB/root/0/lemma=demand that/SCONJ/mark/5 Minsk/PROPN/nsubj/5 leave/VERB/ccomp/2");
  EXPECT_EQ(chains_at(demanded, {}, "leave"), "Oslo:asserts");
  const HandReport accused =
      hand("Oslo/PROPN/nsubj/2 accused/VERB/root/0/lemma=accuse Minsk/PROPN/obj/2 of/SCONJ/mark/5 shelling/VERB/advcl/2/lemma=shell towns/NOUN/obj/5");
  EXPECT_EQ(chains_at(accused, {}, "shelling"), "Oslo:asserts");
}

TEST(Attributions, WhatAnOutletIsToldItReports) {
  const HandReport told =
      hand("aides/NOUN/nsubj/2 told/VERB/root/0/lemma=tell CNN/PROPN/iobj/2 that/SCONJ/mark/6 talks/NOUN/nsubj/6 failed/VERB/ccomp/2/lemma=fail");
  EXPECT_EQ(chains_at(told, {"CNN"}, "failed"), "aides:asserts > CNN:reports");
  EXPECT_EQ(chains_at(told, {}, "failed"), "aides:asserts");
}

TEST(Attributions, OutletsThatAskedAreHopsAndOthersBesideTheCueAreNot) {
  const std::string denied = "Minsk/PROPN/nsubj/2 denied/VERB/root/0/lemma=deny contacts/NOUN/obj/2 ";
  EXPECT_EQ(chains_at(hand(denied + "when/ADV/advmod/5 questioned/VERB/advcl/2/lemma=question/VerbForm=Part|Tense=Past by/ADP/case/7 CNN/PROPN/obl:agent/5"),
                      {"CNN"}, "contacts"),
            "Minsk:denies > CNN:reports");
  EXPECT_EQ(chains_at(hand(denied + "in/ADP/case/6 an/DET/det/6 interview/NOUN/obl/2 with/ADP/case/8 CNN/PROPN/nmod/6"), {"CNN"}, "contacts"),
            "Minsk:denies > CNN:reports");
  EXPECT_EQ(chains_at(hand(denied + "after/SCONJ/mark/5 banning/VERB/advcl/2/lemma=ban CNN/PROPN/obj/5"), {"CNN"}, "contacts"), "Minsk:denies");
  EXPECT_EQ(chains_at(hand(denied + "in/ADP/case/6 a/DET/det/6 suit/NOUN/obl/2 against/ADP/case/8 CNN/PROPN/nmod/6"), {"CNN"}, "contacts"), "Minsk:denies");
}

TEST(Attributions, RelaysAreOuterHopsAndFirstTellersChainsOfTheirOwn) {
  const HandReport report = hand(
      "talks/NOUN/nsubj/2 failed/VERB/root/0/lemma=fail ,/PUNCT/punct/6 according/VERB/case/6/lemma=accord to/ADP/fixed/4 aides/NOUN/obl/2 "
      "cited/VERB/acl/6/lemma=cite/VerbForm=Part/Voice=Pass|Tense=Past by/ADP/case/9 CNN/PROPN/obl:agent/7 and/CCONJ/cc/11 "
      "reported/VERB/conj/7/lemma=report/VerbForm=Part|Tense=Past "
      "by/ADP/case/13 Axios/PROPN/obl:agent/11");
  EXPECT_EQ(chains_at(report, {"CNN", "Axios"}, "failed"), "aides:asserts > CNN:reports ;; Axios:reports");
}

TEST(Attributions, WhoIsQuotedAsSayingStandsInsideTheOutlet) {
  const HandReport quoted = hand(
      "Tass/PROPN/nsubj/2 quoted/VERB/root/0/lemma=quote aides/NOUN/obj/2 as/SCONJ/mark/5 saying/VERB/advcl/2/lemma=say talks/NOUN/nsubj/7 "
      "failed/VERB/ccomp/5/lemma=fail");
  EXPECT_EQ(chains_at(quoted, {"Tass"}, "failed"), "aides:asserts > Tass:reports");
}

TEST(Attributions, JointOutletsVouchEachForItself) {
  const HandReport both = hand(
      "AFP/PROPN/nsubj/4 and/CCONJ/cc/3 Axios/PROPN/conj/1 reported/VERB/root/0/lemma=report that/SCONJ/mark/7 talks/NOUN/nsubj/7 "
      "failed/VERB/ccomp/4/lemma=fail");
  EXPECT_EQ(chains_at(both, {"AFP", "Axios"}, "failed"), "AFP:reports ;; Axios:reports");
}

TEST(Attributions, NegatedDenialsAndRefusalsHaveTheirStance) {
  const std::string tail = " that/SCONJ/mark/6 talks/NOUN/nsubj/6 failed/VERB/ccomp/3/lemma=fail";
  EXPECT_EQ(chains_at(hand("Minsk/PROPN/nsubj/3 n't/PART/advmod/3 deny/VERB/root/0" + tail), {}, "failed"), "Minsk:does-not-deny");
  EXPECT_EQ(chains_at(hand("Minsk/PROPN/nsubj/3 not/PART/advmod/3 say/VERB/root/0" + tail), {}, "failed"), "Minsk:no-comment");
  EXPECT_EQ(chains_at(hand("Minsk/PROPN/nsubj/3 never/ADV/advmod/3 confirmed/VERB/root/0/lemma=confirm" + tail), {}, "failed"), "Minsk:no-comment");
}

TEST(Attributions, OnlyWordsAreRetracted) {
  const HandReport words = hand("AFP/PROPN/nsubj/2 withdrew/VERB/root/0/lemma=withdraw its/PRON/nmod:poss/4 report/NOUN/obj/2");
  EXPECT_NE(printed_at(words), "none");
  const HandReport troops = hand("Minsk/PROPN/nsubj/2 withdrew/VERB/root/0/lemma=withdraw its/PRON/nmod:poss/4 troops/NOUN/obj/2");
  EXPECT_EQ(printed_at(troops), "none");
}

TEST(Attributions, ADenialOfWhatTheSentenceToldIsAChainOfItsOwn) {
  const HandReport report = hand(
      "talks/NOUN/nsubj/2 failed/VERB/ccomp/5/lemma=fail ,/PUNCT/punct/5 aides/NOUN/nsubj/5 said/VERB/root/0/lemma=say/VerbForm=Fin ,/PUNCT/punct/9 "
      "which/PRON/obj/9/PronType=Rel "
      "Minsk/PROPN/nsubj/9 denied/VERB/advcl/5/lemma=deny");
  EXPECT_EQ(chains_at(report, {}, "failed"), "aides:asserts ;; Minsk:denies");
}

TEST(Attributions, TrailingCuesAreReadByWordOrderWhereTheTreeFails) {
  const HandReport report = hand(
      "troops/NOUN/nsubj/2 crossed/VERB/root/0/lemma=cross the/DET/det/4 river/NOUN/obj/2 ,/PUNCT/punct/8 the/DET/det/7 ministry/NOUN/nsubj/8 "
      "said/VERB/acl:relcl/4/lemma=say/VerbForm=Fin "
      "./PUNCT/punct/2");
  EXPECT_EQ(chains_at(report, {}, "crossed"), "the ministry:asserts");
  const HandReport relative = hand(
      "troops/NOUN/nsubj/2 crossed/VERB/root/0/lemma=cross the/DET/det/4 river/NOUN/obj/2 ,/PUNCT/punct/8 which/PRON/obj/8/PronType=Rel they/PRON/nsubj/8 "
      "mentioned/VERB/acl:relcl/4/lemma=mention/VerbForm=Fin ./PUNCT/punct/2");
  EXPECT_EQ(chains_at(relative, {}, "crossed"), "");
}

TEST(Attributions, AnAnswerGivenEarlierIsNoneToWhatIsToldNow) {
  const std::string told = "aides/NOUN/nsubj/2 said/VERB/root/0/lemma=say talks/NOUN/nsubj/4 failed/VERB/ccomp/2/lemma=fail ";
  EXPECT_EQ(chains_at(hand(told + "after/SCONJ/mark/7 Minsk/PROPN/nsubj/7 denied/VERB/advcl/2/lemma=deny it/PRON/obj/7"), {}, "failed", {"Minsk"}),
            "aides:asserts");
  EXPECT_EQ(chains_at(hand(told + "but/CCONJ/cc/7 Minsk/PROPN/nsubj/7 denied/VERB/conj/2/lemma=deny it/PRON/obj/7"), {}, "failed", {"Minsk"}),
            "aides:asserts ;; Minsk:denies");
}

TEST(Attributions, AParticipleBehindAThrustInCueIsNoContent) {
  const std::string clause = "Envoys/NOUN/nsubj/2 met/VERB/root/0/lemma=meet ,/PUNCT/punct/6 an/DET/det/5 official/NOUN/nsubj/6 ";
  EXPECT_EQ(chains_at(hand(clause + "said/VERB/parataxis/2/lemma=say ,/PUNCT/punct/8 speaking/VERB/ccomp/6/lemma=speak anonymously/ADV/advmod/8"), {}, "met"),
            "an official:asserts");
  // What an official said is what stands behind the cue where the cue has a clause of its own.
  EXPECT_EQ(chains_at(hand(clause + "said/VERB/conj/2/lemma=say that/SCONJ/mark/8 fighting/VERB/ccomp/6/lemma=fight"), {}, "met"), "");
}

TEST(Attributions, WhoeverSaysOfHimselfThatHeSaysIsOneHop) {
  const HandReport report = hand(
      "“/PUNCT/punct/3 I/PRON/nsubj/3 said/VERB/ccomp/11/lemma=say that/SCONJ/mark/6 talks/NOUN/nsubj/6 failed/VERB/ccomp/3/lemma=fail again/ADV/advmod/6 "
      ",/PUNCT/punct/3 ”/PUNCT/punct/3 "
      "Trump/PROPN/nsubj/11 said/VERB/root/0/lemma=say");
  EXPECT_EQ(chains_at(report, {}, "failed"), "Trump:asserts");
}

TEST(Attributions, WordsAfterAColonBelongToWhoWentOn) {
  const HandReport report(std::vector<std::string>{
      "She/PRON/nsubj/2 added/VERB/root/0/lemma=add :/PUNCT/punct/2",
      "“/PUNCT/punct/3 Talks/NOUN/nsubj/3 failed/VERB/root/0/lemma=fail once/ADV/advmod/3 again/ADV/advmod/3 ./PUNCT/punct/3 ”/PUNCT/punct/3"});
  EXPECT_EQ(chains_at(report, {}, "failed"), "She:asserts");
}

TEST(Attributions, AQuestionBeforeItsCueIsTheSpeakersIfNobodyElseSaidIt) {
  const std::string question =
      "“/PUNCT/punct/3 Will/AUX/aux/3 talks/NOUN/nsubj/4 fail/VERB/root/0 once/ADV/advmod/4 again/ADV/advmod/4 ?/PUNCT/punct/4 ”/PUNCT/punct/4";
  HandReport asked(std::vector<std::string>{question, "Minister/NOUN/nsubj/2 asked/VERB/root/0/lemma=ask ./PUNCT/punct/2"});
  EXPECT_EQ(chains_at(asked, {}, "fail"), "");
  EXPECT_EQ(chains_at(asked.join_paragraphs(), {}, "fail"), "Minister:asserts");
  HandReport own(
      std::vector<std::string>{question, "Minister/NOUN/nsubj/2 said/VERB/root/0/lemma=say that/SCONJ/mark/5 envoys/NOUN/nsubj/5 met/VERB/ccomp/2/lemma=meet"});
  EXPECT_EQ(chains_at(own.join_paragraphs(), {}, "met"), "Minister:asserts");
}

TEST(Attributions, NamesBeforeAColonSpeakAndLabelsDoNot) {
  const std::string rest = " :/PUNCT/punct/4 Talks/NOUN/nsubj/4 failed/VERB/parataxis/1/lemma=fail yesterday/NOUN/obl/4";
  EXPECT_EQ(chains_at(hand("Berg/PROPN/root/0/B-PER" + rest), {}, "failed"), "Berg:asserts");
  EXPECT_EQ(chains_at(hand("Analysis/NOUN/root/0" + rest), {}, "failed"), "");
  EXPECT_EQ(chains_at(hand("London/PROPN/root/0/B-LOC" + rest), {}, "failed"), "");
}

TEST(Attributions, ANameBehindAQuotationAndADashSignsIt) {
  const std::string words =
      "“/PUNCT/punct/3 Talks/NOUN/nsubj/3 failed/VERB/root/0/lemma=fail once/ADV/advmod/3 again/ADV/advmod/3 ”/PUNCT/punct/3 —/PUNCT/punct/3 ";
  EXPECT_EQ(chains_at(hand(words + "Berg/PROPN/vocative/3/B-PER"), {}, "failed"), "Berg:asserts");
  EXPECT_EQ(chains_at(hand(words + "Yesterday/NOUN/obl/3"), {}, "failed"), "");
}

TEST(Attributions, AimsAndSuppositionsAreNoWordsOfAnybody) {
  const HandReport chance = hand(
      "Minsk/PROPN/nsubj/2 had/VERB/root/0/lemma=have a/DET/det/4 chance/NOUN/obj/2 to/PART/mark/6 say/VERB/acl/4/VerbForm=Inf that/SCONJ/mark/9 "
      "talks/NOUN/nsubj/9 failed/VERB/ccomp/6/lemma=fail");
  EXPECT_EQ(chains_at(chance, {}, "failed"), "");
  const std::string told = "Oslo/PROPN/nsubj/2 said/VERB/root/0/lemma=say that/SCONJ/mark/6 they/PRON/nsubj/6 ";
  const std::string failed = " that/SCONJ/mark/9 talks/NOUN/nsubj/9 failed/VERB/ccomp/6/lemma=fail";
  EXPECT_EQ(chains_at(hand(told + "would/AUX/aux/6 say/VERB/ccomp/2/VerbForm=Inf" + failed), {}, "failed"), "Oslo:asserts");
  const HandReport nested =
      hand("Oslo/PROPN/nsubj/2 said/VERB/root/0/lemma=say that/SCONJ/mark/6 Minsk/PROPN/nsubj/6 had/AUX/aux/6/lemma=have said/VERB/ccomp/2/lemma=say" + failed);
  EXPECT_EQ(chains_at(nested, {}, "failed"), "Minsk:asserts > Oslo:asserts");
}

TEST(Attributions, WhoIsCitedIsInsideWhoCites) {
  const std::string clause =
      "Drones/NOUN/nsubj/2 fell/VERB/root/0/lemma=fall ,/PUNCT/punct/5 Petra/PROPN/nsubj/5 said/VERB/parataxis/2/lemma=say/VerbForm=Fin ,/PUNCT/punct/7 ";
  EXPECT_EQ(chains_at(hand(clause + "quoting/VERB/advcl/2/lemma=quote officials/NOUN/obj/7"), {"Petra"}, "fell"), "officials:asserts > Petra:reports");
  const HandReport reason = hand(
      "Citing/VERB/advcl/6/lemma=cite the/DET/det/3 drought/NOUN/obj/1 ,/PUNCT/punct/1 Windhoek/PROPN/nsubj/6 stopped/VERB/root/0/lemma=stop "
      "exports/NOUN/obj/6");
  EXPECT_EQ(chains_at(reason, {}, "stopped"), "");
}

TEST(Attributions, WhoFirstToldIsAChainOfItsOwnHoweverItIsJoined) {
  const HandReport report = hand(
      "Envoys/NOUN/nsubj/2 met/VERB/root/0/lemma=meet according/VERB/case/6 to/ADP/fixed/3 a/DET/det/6 source/NOUN/obl/2 "
      "cited/VERB/acl/6/lemma=cite/VerbForm=Part/Voice=Pass|Tense=Past "
      "by/ADP/case/9 CNN/PROPN/obl:agent/7 and/CCONJ/cc/11 reported/VERB/conj/6/lemma=report/VerbForm=Part/Voice=Pass|Tense=Past by/ADP/case/13 "
      "Axios/PROPN/obl:agent/11");
  EXPECT_EQ(chains_at(report, {"CNN", "Axios"}, "met"), "a source:asserts > CNN:reports ;; Axios:reports");
}

TEST(Attributions, WhatAnOutletWasHandedItReportsAndThisNewspaperIsTheOutletItself) {
  const std::string leaked = "A/DET/det/2 cable/NOUN/nsubj/6 leaked/VERB/acl/2/lemma=leak/VerbForm=Part to/ADP/case/5 ";
  const std::string claims = " claims/VERB/root/0/lemma=claim that/SCONJ/mark/9 envoys/NOUN/nsubj/9 met/VERB/ccomp/6/lemma=meet";
  EXPECT_EQ(chains_at(hand(leaked + "Criterio/PROPN/obl/3" + claims), {"Criterio"}, "met"), "A cable:asserts > Criterio:reports");
  EXPECT_EQ(chains_at(hand(leaked + "Minsk/PROPN/obl/3" + claims), {}, "met"), "A cable:asserts");
  const std::string envoys = " that/SCONJ/mark/7 envoys/NOUN/nsubj/7 met/VERB/ccomp/2/lemma=meet";
  EXPECT_EQ(chains_at(hand("Aides/NOUN/nsubj/2 told/VERB/root/0/lemma=tell this/DET/det/4 newspaper/NOUN/iobj/2" + envoys), {"newspaper"}, "met"),
            "Aides:asserts");
  EXPECT_EQ(chains_at(hand("Aides/NOUN/nsubj/2 told/VERB/root/0/lemma=tell the/DET/det/4 newspaper/NOUN/iobj/2" + envoys), {"newspaper"}, "met"),
            "Aides:asserts > newspaper:reports");
}

TEST(Attributions, WhoShowsOrRelaysADocumentStandsBetweenItAndWhoWasShown) {
  const std::string claims = " claims/VERB/root/0/lemma=claim that/SCONJ/mark/12 envoys/NOUN/nsubj/12 met/VERB/ccomp/9/lemma=meet";
  const auto letter = [&](const std::string& clause) { return hand("A/DET/det/2 letter/NOUN/nsubj/9 which/PRON/obj/6/PronType=Rel " + clause + claims); };
  EXPECT_EQ(chains_at(letter("a/DET/det/5 clerk/NOUN/nsubj/6 showed/VERB/acl:relcl/2/lemma=show to/ADP/case/8 CNN/PROPN/obl/6"), {"CNN"}, "met"),
            "A letter:asserts > a clerk:asserts > CNN:reports");
  EXPECT_EQ(chains_at(letter("the/DET/det/5 CNN/PROPN/nsubj/6 saw/VERB/acl:relcl/2/lemma=see on/ADP/case/8 Monday/PROPN/obl/6"), {"CNN"}, "met"),
            "A letter:asserts > CNN:reports");
  EXPECT_EQ(chains_at(letter("a/DET/det/5 clerk/NOUN/nsubj/6 burned/VERB/acl:relcl/2/lemma=burn on/ADP/case/8 Monday/PROPN/obl/6"), {}, "met"),
            "A letter:asserts");
}

TEST(Attributions, WhatWordsRestOnStandsInsideThem) {
  const std::string said = "Envoys/NOUN/nsubj/2 met/VERB/ccomp/5/lemma=meet ,/PUNCT/punct/2 CNN/PROPN/nsubj/5 said/VERB/root/0/lemma=say ";
  EXPECT_EQ(chains_at(hand(said + "with/ADP/case/7 reference/NOUN/obl/5 to/ADP/case/10 a/DET/det/10 letter/NOUN/nmod/7"), {"CNN"}, "met"),
            "a letter:asserts > CNN:reports");
  EXPECT_EQ(chains_at(hand(said + "on/ADP/case/8 the/DET/det/8 basis/NOUN/obl/5 of/ADP/case/10 equality/NOUN/nmod/8"), {"CNN"}, "met"), "CNN:reports");
  const std::string basing = ",/PUNCT/punct/7 basing/VERB/advcl/5/lemma=base/VerbForm=Part|Tense=Pres the/DET/det/9 ";
  const std::string aide = " on/ADP/case/12 an/DET/det/12 aide/NOUN/obl/7";
  EXPECT_EQ(chains_at(hand(said + basing + "story/NOUN/obj/7" + aide), {"CNN"}, "met"), "an aide:asserts > CNN:reports");
  EXPECT_EQ(chains_at(hand(said + basing + "hope/NOUN/obj/7" + aide), {"CNN"}, "met"), "CNN:reports");
}

TEST(Attributions, WhoIsToldOfADeedHasItFromTheTeller) {
  const HandReport told = hand("Aides/NOUN/nsubj/2 told/VERB/root/0/lemma=tell CNN/PROPN/iobj/2 of/ADP/case/6 the/DET/det/6 arrest/NOUN/obl/2");
  EXPECT_EQ(chains_at(told, {"CNN"}, "arrest"), "Aides:asserts > CNN:reports");
  const HandReport about = hand("Aides/NOUN/nsubj/2 told/VERB/root/0/lemma=tell CNN/PROPN/iobj/2 about/ADP/case/6 the/DET/det/6 arrest/NOUN/obl/2");
  EXPECT_EQ(chains_at(about, {"CNN"}, "arrest"), "");
}

TEST(Attributions, PhasesOfTimeAreCuesOnlyWithWordsOfTheirOwn) {
  const HandReport term = hand(
      "Judges/NOUN/nsubj/2 sat/VERB/root/0/lemma=sit ,/PUNCT/punct/6 the/DET/det/5 term/NOUN/nsubj/6 began/VERB/parataxis/2/lemma=begin/VerbForm=Fin "
      "./PUNCT/punct/2");
  EXPECT_EQ(printed_at(term), "none");
  const HandReport added = hand(
      "Judges/NOUN/nsubj/2 sat/VERB/root/0/lemma=sit ,/PUNCT/punct/6 the/DET/det/5 clerk/NOUN/nsubj/6 added/VERB/parataxis/2/lemma=add/VerbForm=Fin "
      "./PUNCT/punct/2");
  EXPECT_EQ(printed_at(added), "the clerk | added | Judges sat");
}

TEST(Attributions, SpeakersBehindTheirCueAreFoundWhereverTheyHang) {
  const std::string said = "“/PUNCT/punct/3 We/PRON/nsubj/3 signed/VERB/root/0/lemma=sign ,/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/parataxis/3/lemma=say ";
  EXPECT_EQ(chains_at(hand(said + "the/DET/det/8 minister/NOUN/nsubj/3 ./PUNCT/punct/3"), {}, "signed"), "the minister:asserts");
  EXPECT_EQ(chains_at(hand(said + "in/ADP/case/8 Paris/PROPN/obl/6 ./PUNCT/punct/3"), {}, "signed"), "");
}

TEST(Attributions, DocumentsStandInsideWhoPrintedThem) {
  const std::string met = "Envoys/NOUN/nsubj/2 met/VERB/root/0/lemma=meet according/VERB/case/5 to/ADP/fixed/3 ";
  const std::string printed = " published/VERB/acl/5/lemma=publish/VerbForm=Part|Voice=Pass|Tense=Past by/ADP/case/8 CNN/PROPN/obl:agent/6";
  EXPECT_EQ(chains_at(hand(met + "minutes/NOUN/obl/2/lemma=minute" + printed), {"CNN"}, "met"), "minutes:asserts > CNN:reports");
  EXPECT_EQ(chains_at(hand(met + "accounts/NOUN/obl/2" + printed), {"CNN"}, "met"), "accounts:asserts ;; CNN:reports");
}

TEST(Attributions, WhoStopsShortOfDenyingDoesNotDeny) {
  const std::string failed = " that/SCONJ/mark/8 talks/NOUN/nsubj/8 failed/VERB/ccomp/5/lemma=fail";
  const HandReport stopped =
      hand("Oslo/PROPN/nsubj/2 stopped/VERB/root/0/lemma=stop short/ADV/advmod/2 of/SCONJ/mark/5 denying/VERB/advcl/2/lemma=deny" + failed);
  EXPECT_EQ(chains_at(stopped, {}, "failed"), "Oslo:does-not-deny");
  const HandReport kept = hand("Oslo/PROPN/nsubj/2 kept/VERB/root/0/lemma=keep right/ADV/advmod/2 on/ADV/advmod/2 denying/VERB/xcomp/2/lemma=deny" + failed);
  EXPECT_EQ(chains_at(kept, {}, "failed"), "Oslo:denies");
}

// The parser gives the clause before the comma a second subject and hangs the cue on its verb.
TEST(Attributions, ASpeakerHungOnTheClauseBeforeHimIsTheCues) {
  const std::string peru = "Peru/PROPN/nsubj/2 closed/VERB/root/0/lemma=close/VerbForm=Fin ports/NOUN/obj/2 ,/PUNCT/punct/6 the/DET/det/6 ";
  const HandReport mayor = hand(peru +
                                "mayor/NOUN/nsubj/2 ,/PUNCT/punct/8 Ruiz/PROPN/appos/6 ,/PUNCT/punct/6 told/VERB/advcl/2/lemma=tell/VerbForm=Part|Tense=Past "
                                "reporters/NOUN/obj/10 ./PUNCT/punct/2");
  EXPECT_EQ(printed_at(mayor), "the mayor, Ruiz | told | Peru closed ports");
  EXPECT_EQ(chains_at(mayor, {}, "closed"), "the mayor:asserts");
  const HandReport outlet = hand(peru + "mayor/NOUN/nsubj/2 told/VERB/parataxis/2/lemma=tell/VerbForm=Fin CNN/PROPN/iobj/7 ./PUNCT/punct/2");
  EXPECT_EQ(chains_at(outlet, {"CNN"}, "closed"), "the mayor:asserts > CNN:reports");
  const HandReport on_him = hand(peru + "mayor/NOUN/nsubj/2 told/VERB/discourse/6/lemma=tell/VerbForm=Fin reporters/NOUN/iobj/7 ./PUNCT/punct/2");
  EXPECT_EQ(chains_at(on_him, {}, "closed"), "the mayor:asserts");
  // Who is told is never taken for the speaker, and a clause with one subject has lent none.
  const HandReport none = hand(
      "Peru/PROPN/nsubj/2 closed/VERB/root/0/lemma=close/VerbForm=Fin ports/NOUN/obj/2 ,/PUNCT/punct/5 "
      "told/VERB/parataxis/2/lemma=tell/VerbForm=Fin CNN/PROPN/iobj/5 ./PUNCT/punct/2");
  EXPECT_EQ(chains_at(none, {}, "closed"), "");
}

TEST(Attributions, ANameBetweenCommasBeforeTheCueIsTheSpeakers) {
  const auto is_named = [](const std::string& words) {
    const HandReport report = hand(words);
    EntityTable entities = table_of(report, {}, {"Otieno"});
    entities.entities[0].kind = EntityKind::person;
    const AttributionSet set = find_attributions(report.report(), entities, shipped_rules());
    return chains_over(report.find("beat"), set, report.report(), entities).at(0).at(0).source.named;
  };
  const std::string widow = "The/DET/det/2 widow/NOUN/nsubj/";
  const std::string said = " said/VERB/root/0/lemma=say that/SCONJ/mark/";
  EXPECT_TRUE(is_named(widow + "9 of/ADP/case/5 an/DET/det/5 editor/NOUN/nmod/2 ,/PUNCT/punct/7 Otieno/PROPN/appos/5 ,/PUNCT/punct/2" + said +
                       "12 police/NOUN/nsubj/12 beat/VERB/ccomp/9 him/PRON/obj/12"));
  EXPECT_FALSE(is_named(widow + "5 of/ADP/case/4 Otieno/PROPN/nmod/2" + said + "8 police/NOUN/nsubj/8 beat/VERB/ccomp/5 him/PRON/obj/8"));
}

// "The shelling, which Baku denies", "denies it" with the pronoun hung elsewhere; beside what looks like each.
TEST(Attributions, WhatIsDeniedByAPronoun) {
  const std::string shelling = "The/DET/det/2 shelling/NOUN/nsubj/10 of/ADP/case/4 Goris/PROPN/nmod/2 ,/PUNCT/punct/8 which/PRON/obj/8/PronType=Rel ";
  EXPECT_EQ(chains_at(hand(shelling + "Baku/PROPN/nsubj/8 denies/VERB/acl:relcl/4/lemma=deny ,/PUNCT/punct/8 began/VERB/root/0/lemma=begin"), {}, "shelling",
                      {"Baku"}),
            "Baku:denies");
  EXPECT_EQ(
      chains_at(hand(shelling + "Baku/PROPN/nsubj/8 began/VERB/acl:relcl/4/lemma=begin ,/PUNCT/punct/8 ended/VERB/root/0/lemma=end"), {}, "shelling", {"Baku"}),
      "");

  const std::string told = "Lawyers/NOUN/nsubj/2 say/VERB/root/0/lemma=say police/NOUN/nsubj/4 beat/VERB/ccomp/2/lemma=beat him/PRON/obj/4 ;/PUNCT/punct/8 ";
  EXPECT_EQ(chains_at(hand(told + "Lima/PROPN/nsubj/8 denies/VERB/parataxis/4/lemma=deny it/PRON/obj/4"), {}, "beat", {"Lima"}),
            "Lawyers:asserts ;; Lima:denies");
}

TEST(Attributions, WhatTheModelTakesForADenialIsOne) {
  const HandReport scorn = hand(
      "Rabat/PROPN/nsubj/2 heaped/VERB/root/0/lemma=heap/denies scorn/NOUN/obj/2/denies on/ADP/case/5 reports/NOUN/obl/2 that/SCONJ/mark/8 "
      "it/PRON/nsubj/8 shelled/VERB/acl/5/lemma=shell ports/NOUN/obj/8");
  EXPECT_EQ(chains_at(scorn, {}, "shelled", {"Rabat"}), "Rabat:denies");
  const HandReport figment = hand(
      "Rabat/PROPN/nsubj/2 said/VERB/root/0/lemma=say the/DET/det/4 offer/NOUN/nsubj/7 was/AUX/cop/7/lemma=be a/DET/det/7 "
      "phantom/NOUN/ccomp/2/denies");
  EXPECT_EQ(chains_at(figment, {}, "offer", {"Rabat"}), "Rabat:denies");
  const HandReport success = hand(
      "Rabat/PROPN/nsubj/2 said/VERB/root/0/lemma=say the/DET/det/4 offer/NOUN/nsubj/7 was/AUX/cop/7/lemma=be a/DET/det/7 "
      "success/NOUN/ccomp/2");
  EXPECT_EQ(chains_at(success, {}, "offer", {"Rabat"}), "Rabat:asserts");
}

TEST(Attributions, WhatTheModelTakesForADenialOfWhatWasToldAnswersIt) {
  const std::string told =
      "Baku/PROPN/nsubj/2 said/VERB/root/0/lemma=say its/PRON/nmod:poss/4 men/NOUN/nsubj/5 advanced/VERB/ccomp/2/lemma=advance ,/PUNCT/punct/8 a/DET/det/8 "
      "boast/NOUN/appos/5 that/PRON/obj/11/PronType=Rel Goris/PROPN/nsubj/11 ";
  EXPECT_EQ(chains_at(hand(told + "ridicules/VERB/acl:relcl/8/lemma=ridicule/denies"), {}, "advanced", {"Baku", "Goris"}), "Baku:asserts ;; Goris:denies");
  EXPECT_EQ(chains_at(hand(told + "remembers/VERB/acl:relcl/8/lemma=remember"), {}, "advanced", {"Baku", "Goris"}), "Baku:asserts");
}

TEST(Attributions, ADenialIsOfTheSideThatItsNounIsNamedAfter) {
  const std::string denial =
      "despite/ADP/case/4 a/DET/det/4 navy/NOUN/compound/4 denial/NOUN/obl/9 that/SCONJ/mark/7 it/PRON/nsubj/7 fired/VERB/acl/4/lemma=fire ,/PUNCT/punct/9 "
      "Oslo/PROPN/root/0";
  EXPECT_EQ(chains_at(hand(denial), {}, "fired"), "navy:denies");
  const std::string death =
      "despite/ADP/case/4 a/DET/det/4 death/NOUN/compound/4 denial/NOUN/obl/9 that/SCONJ/mark/7 it/PRON/nsubj/7 fired/VERB/acl/4/lemma=fire ,/PUNCT/punct/9 "
      "Oslo/PROPN/root/0";
  EXPECT_EQ(chains_at(hand(death), {}, "fired"), "");
}

TEST(Attributions, WhatIsCalledWithoutFoundationIsDenied) {
  const std::string described =
      "Oslo/PROPN/nsubj/2 described/VERB/root/0/lemma=describe as/ADP/case/5 without/ADP/case/5 foundation/NOUN/obl/2 a/DET/det/7 report/NOUN/obj/2 "
      "that/SCONJ/mark/10 it/PRON/nsubj/10 fired/VERB/acl/7/lemma=fire";
  EXPECT_EQ(chains_at(hand(described), {}, "fired", {"Oslo"}), "Oslo:denies");
  const std::string delay =
      "Oslo/PROPN/nsubj/2 described/VERB/root/0/lemma=describe as/ADP/case/5 without/ADP/case/5 delay/NOUN/obl/2 a/DET/det/7 report/NOUN/obj/2 "
      "that/SCONJ/mark/10 it/PRON/nsubj/10 fired/VERB/acl/7/lemma=fire";
  EXPECT_EQ(chains_at(hand(delay), {}, "fired", {"Oslo"}), "");
}

}  // namespace
}  // namespace dragoman

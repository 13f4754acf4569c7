// SPDX-License-Identifier: Apache-2.0
// Events that need more than a row of frames.tsv, on hand-built trees; each beside what looks like it.
#include "claims/events.h"

#include <gtest/gtest.h>

#include "entities/entities.h"
#include "support/shipped_rules.h"
#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::HandReport;
using testing_support::shipped_rules;

struct Named {
  std::string form, code, sector;
  EntityKind kind = EntityKind::state;
};

EntityTable table_of(const HandReport& report, const std::vector<Named>& named) {
  EntityTable table;
  for (const Named& one : named) {
    Entity entity;
    entity.id = entity.name = one.form;
    entity.code = one.code;
    entity.sector = one.sector;
    entity.kind = one.kind;
    const WordAt at = report.find(one.form);
    table.by_head[at] = static_cast<int>(table.mentions.size());
    table.mentions.push_back({at.sentence, at.word, at.word, at.word, MentionForm::name, {static_cast<int>(table.entities.size())}, false});
    table.entities.push_back(std::move(entity));
  }
  return table;
}

// "ASSAULT killed recipient=people; ..." in text order.
std::string events_of(const HandReport& report, const std::vector<Named>& named) {
  const EntityTable entities = table_of(report, named);
  std::string all;
  for (const EventAt& event : find_events(report.report(), entities, shipped_rules(), false).events) {
    if (!all.empty()) all += "; ";
    all += std::string(name_of(event.frame->type)) + " " + report.report().tree(event.trigger.sentence)[event.trigger.word].form;
    for (const ParticipantAt& p : event.participants) {
      if (p.entity >= 0) all += " " + std::string(name_of(p.role)) + "=" + entities.entities[static_cast<std::size_t>(p.entity)].name;
    }
  }
  return all;
}

TEST(Events, ANounTakesItsOtherSideFromItsClausesCondition) {
  const std::vector<Named> two = {{"Serbia", "SRB", "GOV"}, {"Kosovo", "XKX", "GOV"}};
  const HandReport condition(
      {"If/SCONJ/mark/3 Serbia/PROPN/nsubj/3 agrees/VERB/advcl/9/lemma=agree ,/PUNCT/punct/3 talks/NOUN/nsubj/9 with/ADP/case/7 "
       "Kosovo/PROPN/nmod/5 could/AUX/aux/9/lemma=could begin/VERB/root/0/lemma=begin"});
  EXPECT_NE(events_of(condition, two).find("CONSULT talks actor=Kosovo actor=Serbia"), std::string::npos) << events_of(condition, two);
  const HandReport time(
      {"When/SCONJ/mark/3 Serbia/PROPN/nsubj/3 agreed/VERB/advcl/8/lemma=agree ,/PUNCT/punct/3 talks/NOUN/nsubj/8 with/ADP/case/7 "
       "Kosovo/PROPN/nmod/5 began/VERB/root/0/lemma=begin"});
  EXPECT_EQ(events_of(time, two).find("CONSULT talks actor=Kosovo actor=Serbia"), std::string::npos) << events_of(time, two);
}

TEST(Events, WhoIsHurtByNobodyToldIsHurtInTheForceOfTheSentence) {
  const std::vector<Named> people = {{"people", "", "CVL", EntityKind::people}, {"demonstrators", "PER", "CVL", EntityKind::people}};
  const HandReport protest(
      {"people/NOUN/nsubj:pass/3 were/AUX/aux:pass/3/lemma=be killed/VERB/root/0/lemma=kill/Voice=Pass when/SCONJ/mark/6 "
       "demonstrators/NOUN/nsubj/6 stormed/VERB/advcl/3/lemma=storm the/DET/det/8 runway/NOUN/obj/6"});
  EXPECT_EQ(events_of(protest, people), "ASSAULT killed recipient=people; PROTEST stormed actor=demonstrators");
  const HandReport accident(
      {"people/NOUN/nsubj:pass/3 were/AUX/aux:pass/3/lemma=be killed/VERB/root/0/lemma=kill/Voice=Pass when/SCONJ/mark/7 a/DET/det/6 "
       "tractor/NOUN/nsubj/7 overturned/VERB/advcl/3/lemma=overturn"});
  EXPECT_EQ(events_of(accident, {people[0]}), "");
}

// The tree tells nothing of Turkey's part; the argument head may.
TEST(Events, ASideThatTheTreeLeavesEmptyIsLearned) {
  const std::vector<Named> two = {{"Turkey", "TUR", "GOV"}, {"Syria", "SYR", "GOV"}};
  const HandReport learned({"Turkey/PROPN/dep/2 bombed/VERB/root/0/lemma=bomb/actor=1/recipient=1 Syria/PROPN/obj/2"});
  EXPECT_EQ(events_of(learned, two), "ASSAULT bombed recipient=Syria actor=Turkey");
  const HandReport untold({"Turkey/PROPN/dep/2 bombed/VERB/root/0/lemma=bomb Syria/PROPN/obj/2"});
  EXPECT_EQ(events_of(untold, two), "ASSAULT bombed recipient=Syria");
  const HandReport known({"Turkey/PROPN/nsubj/2 bombed/VERB/root/0/lemma=bomb/actor=3 Syria/PROPN/obj/2"});
  EXPECT_EQ(events_of(known, two), "ASSAULT bombed actor=Turkey recipient=Syria");
}

}  // namespace
}  // namespace dragoman

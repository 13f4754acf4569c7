// SPDX-License-Identifier: Apache-2.0
#include "claims/arguments.h"

#include <gtest/gtest.h>

#include <string>

#include "support/tree_builder.h"

namespace dragoman {
namespace {

using testing_support::tree;

// The forms at a slot, joined by spaces.
std::string forms(const Tree& t, const std::vector<int>& words) {
  std::string joined;
  for (const int word : words) joined += (joined.empty() ? "" : " ") + t[word].form;
  return joined;
}

int index_of(const Tree& t, std::string_view form) {
  for (int i = 0; i < t.size(); ++i) {
    if (t[i].form == form) return i;
  }
  return -1;
}

struct Sides {
  std::string subject, object;
  friend bool operator==(const Sides&, const Sides&) = default;
};

std::ostream& operator<<(std::ostream& out, const Sides& sides) { return out << sides.subject << " > " << sides.object; }

Sides sides_of(const Tree& t, std::string_view form) {
  const Predicate predicate = predicate_at(t, index_of(t, form));
  return {forms(t, predicate.in(Slot::subject)), forms(t, predicate.in(Slot::object))};
}

TEST(Arguments, ActiveAndPassiveAreTheSame) {
  const Sides wanted{"Russia", "Ukraine"};
  EXPECT_EQ(sides_of(tree("Russia/PROPN/nsubj/2 struck/VERB/root/0/lemma=strike Ukraine/PROPN/obj/2"), "struck"), wanted);
  EXPECT_EQ(
      sides_of(
          tree("Ukraine/PROPN/nsubj:pass/3 was/AUX/aux:pass/3/lemma=be struck/VERB/root/0/Tense=Past|VerbForm=Part by/ADP/case/5 Russia/PROPN/obl:agent/3"),
          "struck"),
      wanted);
}

TEST(Arguments, ParticiplesAndRelativeClausesTakeTheirNoun) {
  EXPECT_EQ(sides_of(tree("towns/NOUN/root/0 struck/VERB/acl/1/Tense=Past|VerbForm=Part by/ADP/case/4 Russia/PROPN/obl:agent/2"), "struck"),
            (Sides{"Russia", "towns"}));
  EXPECT_EQ(sides_of(tree("Russia/PROPN/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4/PronType=Rel struck/VERB/acl:relcl/1 Ukraine/PROPN/obj/4"), "struck"),
            (Sides{"Russia", "Ukraine"}));
}

TEST(Arguments, HeadlinesDropTheAuxiliaryOfPassives) {
  EXPECT_EQ(sides_of(tree("soldiers/NOUN/nsubj/2 killed/VERB/root/0/lemma=kill in/ADP/case/4 blast/NOUN/obl/2"), "killed"), (Sides{"", "soldiers"}));
  EXPECT_EQ(sides_of(tree("soldiers/NOUN/nsubj/2 killed/VERB/root/0/lemma=kill in/ADP/case/4 May/PROPN/obl/2 ./PUNCT/punct/2"), "killed"),
            (Sides{"soldiers", ""}));
}

TEST(Arguments, OfTwoObjectsSideBySideTheLastIsTheObject) {
  EXPECT_EQ(sides_of(tree("Paris/PROPN/nsubj/2 lifted/VERB/root/0/lemma=lift the/DET/det/4 arms/NOUN/obj/2/lemma=arm embargo/NOUN/obj/2"), "lifted"),
            (Sides{"Paris", "embargo"}));
}

TEST(Arguments, ContactClausesWithObliquesTakeTheirNounUnlessItIsATime) {
  EXPECT_EQ(sides_of(tree("curfew/NOUN/root/0 it/PRON/nsubj/3 imposed/VERB/acl:relcl/1/lemma=impose on/ADP/case/5 Jaffna/PROPN/obl/3"), "imposed"),
            (Sides{"it", "curfew"}));
  EXPECT_EQ(sides_of(tree("day/NOUN/root/0 he/PRON/nsubj/3 left/VERB/acl:relcl/1/lemma=leave for/ADP/case/5 Rome/PROPN/obl/3"), "left"), (Sides{"he", ""}));
}

TEST(Arguments, ControlledInfinitivesTakeTheObjectOfTheirVerb) {
  const Tree t = tree(
      "Trump/PROPN/nsubj/2 urged/VERB/root/0/lemma=urge Sharaa/PROPN/obj/2 to/PART/mark/5 join/VERB/xcomp/2/VerbForm=Inf the/DET/det/7 accords/NOUN/obj/5");
  EXPECT_EQ(sides_of(t, "join"), (Sides{"Sharaa", "accords"}));
  EXPECT_EQ(sides_of(t, "urged"), (Sides{"Trump", "Sharaa"}));
}

TEST(Arguments, ConjoinedVerbsShareTheSubject) {
  const Tree t = tree("Police/NOUN/nsubj/2 entered/VERB/root/0 and/CCONJ/cc/4 arrested/VERB/conj/2/Mood=Ind|Tense=Past|VerbForm=Fin him/PRON/obj/4");
  EXPECT_EQ(sides_of(t, "arrested"), (Sides{"Police", "him"}));
}

TEST(Arguments, LightVerbsLendTheirArgumentsToTheNoun) {
  const Tree t = tree("Russia/PROPN/nsubj/2 launched/VERB/root/0/lemma=launch an/DET/det/4 attack/NOUN/obj/2 on/ADP/case/6 Odesa/PROPN/obl/2");
  const Predicate attack = predicate_at(t, index_of(t, "attack"));
  EXPECT_EQ(forms(t, attack.in(Slot::subject)), "Russia");
  EXPECT_EQ(forms(t, attack.obliques("on")), "Odesa");
  EXPECT_EQ(attack.carrier, index_of(t, "launched"));
}

TEST(Arguments, AnOrdinaryVerbLendsNothing) {
  const Tree t = tree("Russia/PROPN/nsubj/2 watched/VERB/root/0/lemma=watch an/DET/det/4 attack/NOUN/obj/2");
  const Predicate attack = predicate_at(t, index_of(t, "attack"));
  EXPECT_EQ(forms(t, attack.in(Slot::subject)), "");
  EXPECT_FALSE(attack.carrier.has_value());
}

TEST(Arguments, PrepositionsJoinTheirFixedWords) {
  const Tree t = tree("talks/NOUN/root/0 on/ADP/case/4 behalf/NOUN/fixed/2 rebels/NOUN/nmod/1");
  EXPECT_EQ(preposition_of(t, 3), "on behalf");
}

}  // namespace
}  // namespace dragoman

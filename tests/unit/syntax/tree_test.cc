// SPDX-License-Identifier: Apache-2.0
#include "syntax/tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dragoman {
namespace {

using ::testing::ElementsAre;

Word word(std::string form, Upos upos, int head, std::string deprel, std::string feats = "_") {
  return {.form = form, .lemma = form, .upos = upos, .feats = std::move(feats), .head = head, .deprel = std::move(deprel)};
}

// "France and Germany were accused by Minsk"
Tree accusation() {
  return Tree({word("France", Upos::PROPN, 4, "nsubj:pass"), word("and", Upos::CCONJ, 2, "cc"), word("Germany", Upos::PROPN, 0, "conj"),
               word("were", Upos::AUX, 4, "aux:pass"), word("accused", Upos::VERB, -1, "root", "Tense=Past|VerbForm=Part|Voice=Pass"),
               word("by", Upos::ADP, 6, "case"), word("Minsk", Upos::PROPN, 4, "obl:agent")});
}

TEST(Tree, ChildrenByRelationWithAndWithoutSubtype) {
  const Tree tree = accusation();
  EXPECT_EQ(tree.root(), 4);
  EXPECT_EQ(tree.child(4, "nsubj"), 0);
  EXPECT_EQ(tree.child(4, "nsubj:pass"), 0);
  EXPECT_EQ(tree.child(4, "nsubj:outer"), std::nullopt);
  EXPECT_EQ(tree.child(4, "obj"), std::nullopt);
  EXPECT_THAT(tree.children(4, "obl"), ElementsAre(6));
  EXPECT_THAT(tree.conjuncts(0), ElementsAre(0, 2));
  EXPECT_EQ(tree.preposition(6), 5);
}

TEST(Tree, SubtreesAndFeatures) {
  const Tree tree = accusation();
  EXPECT_EQ(tree.range(0).first, 0);
  EXPECT_EQ(tree.range(0).last, 2);
  EXPECT_TRUE(tree.is_descendant(1, 0));
  EXPECT_TRUE(tree.is_descendant(1, 1));
  EXPECT_FALSE(tree.is_descendant(0, 1));
  EXPECT_TRUE(tree.has_feature(4, "VerbForm=Part"));
  EXPECT_FALSE(tree.has_feature(4, "VerbForm=Par"));
  EXPECT_FALSE(tree.has_feature(4, "Form=Part"));
}

TEST(Tree, RelationsMatchTheirOwnSubtypesOnly) {
  EXPECT_TRUE(relation_is("nsubj:pass", "nsubj"));
  EXPECT_FALSE(relation_is("nsubj", "nsubj:pass"));
  EXPECT_FALSE(relation_is("nmodifier", "nmod"));
}

TEST(Tree, TagNamesGoBothWays) {
  EXPECT_EQ(name_of(Upos::X), "X");
  EXPECT_EQ(upos_named("PROPN"), Upos::PROPN);
  EXPECT_EQ(upos_named("NNP"), std::nullopt);
}

}  // namespace
}  // namespace dragoman

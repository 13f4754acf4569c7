// SPDX-License-Identifier: Apache-2.0
// Names, lemmas and windows: decoding that needs no model.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "support/test_path.h"
#include "syntax/lemmas.h"
#include "syntax/name_tags.h"
#include "syntax/windows.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(NameTagger, InsideFollowsItsOwnKindOnly) {
  const NameTagger tagger({"O", "B-PER", "I-PER", "B-LOC", "I-LOC"});
  // Greedy tags would be I-PER, I-LOC, O.
  EXPECT_THAT(tagger.best_tags(std::vector<float>{0, 2, 3, 0, 0, 0, 0, 4, 0, 5, 3, 0, 0, 0, 0}), ElementsAre(1, 2, 0));
  EXPECT_THAT(tagger.best_tags(std::vector<float>{0, 0, 0, 2, 3, 0, 0, 1, 0, 5}), ElementsAre(3, 4));
  EXPECT_TRUE(tagger.best_tags({}).empty());
}

TEST(KnownNames, CorrectKindsAndFillGapsButTakeNothingAway) {
  const auto tagged = [](std::vector<std::string> tags, const KnownName& name) {
    std::vector<Word> words(tags.size());
    for (std::size_t i = 0; i < tags.size(); ++i) words[i].ner = tags[i];
    apply_known_names(std::vector<KnownName>{name}, words);
    for (std::size_t i = 0; i < tags.size(); ++i) tags[i] = words[i].ner;
    return tags;
  };
  EXPECT_THAT(tagged({"B-PER", "I-PER", "O"}, {0, 2, "ORG"}), ElementsAre("B-ORG", "I-ORG", "O"));
  EXPECT_THAT(tagged({"O", "O", "O"}, {1, 2, "LOC"}), ElementsAre("O", "B-LOC", "O"));
  EXPECT_THAT(tagged({"O", "O"}, {0, 1, "PER"}), ElementsAre("O", "O"));
  // A part of a longer tagged name stays as it is.
  EXPECT_THAT(tagged({"B-ORG", "I-ORG"}, {0, 1, "LOC"}), ElementsAre("B-ORG", "I-ORG"));
}

TEST(Lemmas, RulesForRegularForms) {
  EXPECT_EQ(lemma_by_rule("Countries", Upos::NOUN, "Number=Plur"), "country");
  EXPECT_EQ(lemma_by_rule("sanctions", Upos::NOUN, "Number=Plur"), "sanction");
  EXPECT_EQ(lemma_by_rule("clashes", Upos::NOUN, "Number=Plur"), "clash");
  EXPECT_EQ(lemma_by_rule("Houthis", Upos::PROPN, "Number=Plur"), "Houthi");
  EXPECT_EQ(lemma_by_rule("denied", Upos::VERB, "Tense=Past|VerbForm=Fin"), "deny");
  EXPECT_EQ(lemma_by_rule("accused", Upos::VERB, "Tense=Past|VerbForm=Part"), "accuse");
  EXPECT_EQ(lemma_by_rule("stopping", Upos::VERB, "VerbForm=Ger"), "stop");
  EXPECT_EQ(lemma_by_rule("warns", Upos::VERB, "Mood=Ind|Number=Sing|Person=3|Tense=Pres"), "warn");
  EXPECT_EQ(lemma_by_rule("bigger", Upos::ADJ, "Degree=Cmp"), "big");
  EXPECT_EQ(lemma_by_rule("earliest", Upos::ADJ, "Degree=Sup"), "early");
  EXPECT_EQ(lemma_by_rule("ÉLAN", Upos::NOUN, "Number=Sing"), "élan");
  EXPECT_EQ(lemma_by_rule("s", Upos::NOUN, "Number=Plur"), "");
}

TEST(Lemmas, TableBeforeRules) {
  const std::string path = testing_support::test_path("lemmas.tsv");
  std::ofstream(path) << "was\tAUX\t_\tbe\nsaw\tVERB\tTense=Past\tsee\n";
  const auto lemmas = Lemmas::load(path);
  ASSERT_TRUE(lemmas) << lemmas.error().message;
  EXPECT_EQ(lemmas->lemma_of("Was", Upos::AUX, "Tense=Past"), "be");
  EXPECT_EQ(lemmas->lemma_of("saw", Upos::VERB, "Tense=Past"), "see");
  EXPECT_EQ(lemmas->lemma_of("saw", Upos::VERB, "VerbForm=Inf"), "saw");
  EXPECT_EQ(lemmas->lemma_of("Baku", Upos::PROPN, "Number=Sing"), "Baku");
  std::ofstream(path) << "was\tAUX\tbe\n";
  EXPECT_THAT(Lemmas::load(path).error().message, HasSubstr("lemmas.tsv:1: not four columns"));
}

TEST(Windows, CutAfterPunctuationInTheSecondHalf) {
  const std::vector<std::string_view> words = {"a", ".", "b", "c", ",", "d", "e", "f", ";", "g"};
  const std::vector<std::size_t> pieces(words.size(), 1);
  EXPECT_THAT(window_ends(words, pieces, 20), ElementsAre(10));
  EXPECT_THAT(window_ends(words, pieces, 8), ElementsAre(5, 10));
  EXPECT_THAT(window_ends(words, pieces, 3), ElementsAre(2, 5, 8, 10));
  EXPECT_THAT(window_ends(words, std::vector<std::size_t>(words.size(), 9), 8), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
}

}  // namespace
}  // namespace dragoman

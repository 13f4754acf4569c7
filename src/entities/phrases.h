// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entities/entities.h"
#include "entities/name_spans.h"
#include "entities/role_nouns.h"
#include "entities/setting.h"

namespace dragoman::entities {

// Who a noun phrase is by its own words. Empty strings are unknown.
struct Coding {
  EntityKind kind = EntityKind::other;
  std::string code, sector, country;
  std::string role;  // "interim president"
  bool former = false;
};

// A noun phrase on its way to a Mention, with what linking and coreference need to know.
struct Phrase {
  Mention mention;
  std::optional<NameSpan> name;  // "el-Chareh" in "Syrian interim president Ahmad el-Chareh"
  int title = -1;                // word of the title or describing noun: "president"; -1 for bare names and pronouns
  std::optional<RoleNoun> noun;  // what the title says
  std::vector<Coding> codings;   // several for "figures from Israel and the Syrian government"
  std::vector<int> other_heads;  // heads inside that rules may meet too: the name behind a title
  int apposition_of = -1;        // index of the phrase that this one renames
  bool definite = false, plural = false;

  int sentence() const { return mention.sentence; }
  WordAt at() const { return {mention.sentence, mention.head}; }
  bool is_person_name() const;
};

// Everything known about a report while its entities are worked out. Borrows report and kb.
struct Reading {
  const ParsedReport& report;
  const KnowledgeBase& kb;
  std::vector<SentenceNames> names;  // one a sentence
  std::vector<Phrase> phrases;       // in text order
  std::map<WordAt, int> phrase_at;   // by head and other heads
  Setting setting;

  const Tree& tree(const Phrase& phrase) const { return report.tree(phrase.sentence()); }
  const Phrase* at(WordAt place) const;
  // The title's or describing noun's lemma in lower case, or empty.
  std::string noun_lemma(const Phrase& phrase) const;
};

// Noun phrases of all sentences: names with their titles, described people and bodies, demonyms, pronouns. No codes yet.
void find_phrases(Reading& reading);

// The phrase around `head`: its subtree without conjuncts, clauses and appositions, as far as it is contiguous.
Tree::Range phrase_range(const Tree& tree, int head);
// Words before the head that modify it: adjectives, compounds, possessors, titles (not what hangs below "-backed").
std::vector<int> premodifiers(const Tree& tree, int head);
// Lemma in lower case, of proper nouns too ("Minister" -> "minister").
std::string noun_lemma(const Word& word);

}  // namespace dragoman::entities

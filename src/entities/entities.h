// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dragoman/entity.h"
#include "entities/home_weights.h"
#include "kb/kb.h"
#include "syntax/parsed_report.h"

namespace dragoman {

enum class MentionForm : std::uint8_t { name, adjective, description, pronoun };

// A noun phrase that names, describes or points to entities. "both sides" points to several.
struct Mention {
  int sentence = 0;
  int first = 0, last = 0;  // words, last inclusive: the phrase without relative clauses and appositions
  int head = 0;             // the word whose head lies outside the phrase: where rules meet the mention
  MentionForm form = MentionForm::name;
  std::vector<int> entities;  // indices into EntityTable::entities; empty: unresolved pronoun
  bool as_place = false;      // here the name is a place ("in Baku"), not an actor
};

// Entities of a report and where they are mentioned.
struct EntityTable {
  std::vector<Entity> entities;                      // ids filled, `mentions` filled
  std::vector<Mention> mentions;                     // in text order
  std::vector<std::pair<int, std::string>> stories;  // first sentence, and the country in which what follows is set (alpha-3), where one can be told
  std::vector<std::string> homes;                    // by entity: of people of no office without nationality the country they are likely to be of, else empty
  // The country in which this sentence's story is set, or empty. A report is one story unless it has datelines inside.
  const std::string& home(int sentence) const;
  // The mention whose head is this word, or null. Every noun or pronoun that is an argument of a verb and could act in politics has one.
  const Mention* at(WordAt place) const;

  std::map<WordAt, int> by_head;  // index into mentions
};

// Finds mentions (NER tags, names of data/kb, described people and bodies, pronouns), links them to data/kb, codes the unknown by
// their titles and context ("Major General Oded Basyuk, head of operations for the IDF": ISR MIL), and resolves coreference:
// name variants, "the minister", "he", "both sides". `home` tells whose those are whom nothing gives a nationality; without it they stay nobody's.
// Deterministic; cost linear in mentions (coreference looks back over a window), times the countries that the report names.
EntityTable resolve_entities(const ParsedReport& report, const KnowledgeBase& kb, const HomeWeights* home);

}  // namespace dragoman

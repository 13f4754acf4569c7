// SPDX-License-Identifier: Apache-2.0
// The order of the stage: phrases, names, appositions, references, and what is written out.
#include "entities/entities.h"

#include <algorithm>
#include <iterator>

#include "base/ids.h"
#include "entities/coref.h"
#include "entities/home.h"
#include "entities/link.h"

namespace dragoman {
namespace {

using namespace entities;

// The same name, code and Wikidata number are one entity in every report; described ones differ by where they stand.
std::string entity_id(const Entity& entity, const std::string& ordinal) {
  return make_id("N-", entity.name + "\n" + entity.code + "\n" + entity.wikidata + "\n" + ordinal);
}

Span head_span(const Reading& reading, const Phrase& phrase) {
  if (phrase.name) return reading.report.span(phrase.sentence(), phrase.name->first, phrase.name->last);
  return reading.report.span(phrase.sentence(), phrase.mention.head, phrase.mention.head);
}

EntityMention shown(const Reading& reading, const Phrase& phrase) {
  const Mention& mention = phrase.mention;
  EntityMention out;
  out.span = reading.report.span(mention.sentence, mention.first, mention.last);
  out.text = std::string(reading.report.words(mention.sentence, mention.first, mention.last));
  out.head = head_span(reading, phrase);
  return out;
}

// Dates of the office that the role names, if data/kb knows them.
void set_term(const Reading& reading, const EntityDraft& draft, Entity& entity) {
  if (draft.entry == nullptr || entity.kind != EntityKind::person || entity.role.empty()) return;
  const std::string_view day = std::string_view(reading.report.published).substr(0, 10);
  for (const KbTerm& term : reading.kb.terms_of(*draft.entry)) {
    const bool named = lower(entity.role).find(lower(term.title)) != std::string::npos;
    const bool begun = day.empty() || term.from.empty() || term.from <= day;
    if (!named || !begun) continue;
    entity.role_from = term.from;
    entity.role_to = term.to;
  }
}

void add_alias(const std::string& name, Entity& entity) {
  if (name != entity.name && std::find(entity.aliases.begin(), entity.aliases.end(), name) == entity.aliases.end()) entity.aliases.push_back(name);
}

Entity finished(const Reading& reading, const EntityDraft& draft, std::size_t number) {
  Entity entity = draft.entity;
  if (!draft.text_role.empty()) entity.role = draft.text_role;
  if (draft.entry != nullptr) {
    entity.known = true;
    entity.wikidata = draft.entry->wikidata;
  }
  // A person whom nothing ties to an office is a civilian; whose, the event tells.
  if (entity.kind == EntityKind::person && entity.sector.empty() && !draft.described) entity.sector = "CVL";
  for (const std::string& name : draft.names) add_alias(name, entity);
  set_term(reading, draft, entity);
  entity.id = entity_id(entity, draft.described ? std::to_string(number) : "");
  return entity;
}

// Entities that no mention kept (a name that turned out to be another's) are left out; indices move down.
std::vector<int> used_entities(const Reading& reading, int count, std::vector<int>& order) {
  std::vector<int> position(static_cast<std::size_t>(count), -1);
  for (const Phrase& phrase : reading.phrases) {
    for (const int entity : phrase.mention.entities) {
      int& place = position[static_cast<std::size_t>(entity)];
      if (place >= 0) continue;
      place = static_cast<int>(order.size());
      order.push_back(entity);
    }
  }
  return position;
}

void add_mention(const Reading& reading, const Phrase& phrase, EntityTable& table) {
  const int index = static_cast<int>(table.mentions.size());
  table.mentions.push_back(phrase.mention);
  table.by_head.emplace(phrase.at(), index);
  if (phrase.name) table.by_head.emplace(WordAt{phrase.sentence(), phrase.name->head}, index);
  if (phrase.title >= 0) table.by_head.emplace(WordAt{phrase.sentence(), phrase.title}, index);
  for (const int head : phrase.other_heads) table.by_head.emplace(WordAt{phrase.sentence(), head}, index);
  const EntityMention mention = shown(reading, phrase);
  const bool is_name = phrase.name && phrase.mention.form == MentionForm::name && phrase.mention.entities.size() == 1;
  for (const int index_of : phrase.mention.entities) {
    Entity& entity = table.entities[static_cast<std::size_t>(index_of)];
    entity.mentions.push_back(mention);
    if (is_name) add_alias(std::string(reading.report.words(phrase.sentence(), phrase.name->first, phrase.name->last)), entity);
  }
}

}  // namespace

const Mention* EntityTable::at(WordAt place) const {
  const auto found = by_head.find(place);
  return found == by_head.end() ? nullptr : &mentions[static_cast<std::size_t>(found->second)];
}

const std::string& EntityTable::home(int sentence) const {
  static const std::string kNowhere;
  const auto next = std::upper_bound(stories.begin(), stories.end(), sentence, [](int s, const auto& story) { return s < story.first; });
  return next == stories.begin() ? kNowhere : std::prev(next)->second;
}

EntityTable resolve_entities(const ParsedReport& report, const KnowledgeBase& kb, const HomeWeights* home) {
  Reading reading{report, kb, {}, {}, {}, {}};
  find_phrases(reading);
  EntityDrafts drafts(reading);
  link_names(reading, drafts);
  link_appositions(reading, drafts);
  resolve_references(reading, drafts);

  EntityTable table;
  if (home != nullptr) {
    const Homes homes(reading, drafts, *home);
    table.stories = homes.of_stories(static_cast<int>(report.trees.size()));
    send_home(reading, homes, drafts);
    resolve_pairs_left(reading, drafts);
  }
  std::vector<int> order;
  const std::vector<int> position = used_entities(reading, drafts.size(), order);
  for (std::size_t i = 0; i < order.size(); ++i) {
    table.entities.push_back(finished(reading, drafts[order[i]], i));
    table.homes.push_back(drafts[order[i]].home);
  }
  for (Phrase& phrase : reading.phrases) {
    for (int& entity : phrase.mention.entities) entity = position[static_cast<std::size_t>(entity)];
    const bool pronoun = phrase.mention.form == MentionForm::pronoun;
    if (!phrase.mention.entities.empty() || pronoun) add_mention(reading, phrase, table);
  }
  return table;
}

}  // namespace dragoman

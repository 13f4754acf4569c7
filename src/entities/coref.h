// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/drafts.h"

namespace dragoman::entities {

// Resolves, in text order, descriptions ("the minister", "the group", "both sides") and pronouns to entities; what has no antecedent
// becomes an entity of its own (descriptions) or stays empty (pronouns). Precision before recall.
void resolve_references(Reading& reading, EntityDrafts& drafts);

// --- its parts ---

// Entities of a pronoun; empty if nothing fits well enough. `index` is the phrase's own.
std::vector<int> resolve_pronoun(const Reading& reading, const EntityDrafts& drafts, int index);
// The same for "I" and "we" alone; empty for other pronouns.
std::vector<int> resolve_speaker(const Reading& reading, const EntityDrafts& drafts, int index);

// Entities of "both sides", "the two countries", "the two leaders", "the three": the last two (three) that fit; empty if there are
// none. Sets `is_pair` if the phrase is of this kind at all.
std::vector<int> resolve_pair(const Reading& reading, EntityDrafts& drafts, int index, bool& is_pair);
// Of "the two premiers" the two states; empty for phrases that want no people.
std::vector<int> states_of_pair(const Reading& reading, EntityDrafts& drafts, int index);

// The entity that a definite singular description means, -1 if none before it fits.
int antecedent_of_description(const Reading& reading, const EntityDrafts& drafts, int index);

// Pairs whose members were nobody's yet: once everybody was sent home, again.
void resolve_pairs_left(Reading& reading, EntityDrafts& drafts);

// Grammatical gender of a description: "spokeswoman", "king"; unknown for most.
Gender gender_of_noun(std::string_view lemma);

}  // namespace dragoman::entities

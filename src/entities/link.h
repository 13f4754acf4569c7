// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/drafts.h"

namespace dragoman::entities {

// Gives every name and state adjective its entity: rows of data/kb, states behind their capitals, people and bodies by name within
// the report. Full names first, so that a family name alone finds its bearer wherever that one is introduced.
void link_names(Reading& reading, EntityDrafts& drafts);

// Appositions and copulas that say who a name is: "Basyuk, head of operations for the IDF"; "Doe is Mali's foreign minister";
// "Islamic Salvation Front (ISF)". Must run after link_names and before coreference.
void link_appositions(Reading& reading, EntityDrafts& drafts);

}  // namespace dragoman::entities

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "entities/phrases.h"

namespace dragoman::entities {

// Codes a phrase by its own words: title, adjectives, possessors, "of", "from", "for", and for civilians "in". Several codings where
// several states or bodies stand beside each other ("US and Russian officials"). A coding without code where the words name none.
// "the Israeli military" ISR MIL; "US ambassador to Iran" USA GOV; "gunmen" UAF; "senior figures from Israel" ISR GOV.
std::vector<Coding> code_phrase(const Reading& reading, const Phrase& phrase);

// Code and sector of a listed person or body on the report's day: by its terms of office, else by its row.
Coding code_of_entry(const Reading& reading, const KbEntry& entry);

// What a possessor or body lends to a noun that hangs on it: "its spokesman", "the ministry's envoy".
Coding lend(const Coding& own, const RoleNoun& noun, const Coding& body);

}  // namespace dragoman::entities

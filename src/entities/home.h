// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "entities/drafts.h"

namespace dragoman::entities {

// The country that a report is set in: that of most mentions of countries, their people, bodies and cities (a dateline counts for two), if they
// are a clear majority, or twice those of any other; else the dateline's. Empty where neither tells.
std::string home_of(const Reading& reading, const EntityDrafts& drafts);

// Whether the words `first` to `last` say that somebody is of elsewhere or of several states: "a Western diplomat", "the envoy".
bool is_foreign(const Tree& tree, int first, int last);

// Officials and bodies of public life whom nothing gives a country ("the prosecutor", "riot police") are the home's. Left alone are armed men whom
// nobody knows, peoples, and who is foreign or of several states by his description.
void send_home(const Reading& reading, const std::string& home, EntityDrafts& drafts);

}  // namespace dragoman::entities

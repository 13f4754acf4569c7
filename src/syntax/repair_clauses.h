// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace dragoman {

// What a word is to hang on, and how, and what it is where the tagger is wrong too.
struct Arc {
  int word = 0, head = 0;
  std::string_view relation;
  std::optional<Upos> upos = std::nullopt;
};

bool is_verb_of_saying(std::string_view lemma);
bool is_verb_of_telling(std::string_view lemma);  // whose object hears it: "tell", "assure"
bool is_verb_of_citing(std::string_view lemma);

// Of clauses that a verb of saying, denying or accusing takes and that the parser hung elsewhere: what to mend at `verb`; nothing where all is well.
std::vector<Arc> repair_clauses(const Tree& tree, int verb);

}  // namespace dragoman

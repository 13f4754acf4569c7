// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "syntax/tree.h"

namespace dragoman {

// "Should Israel strike", "were talks to fail", "had he signed": a condition by the order of its words.
bool is_inverted(const Tree& tree, int clause);

// Is this verb itself the condition of another: "if they sign", "unless they sign"? Not "until they signed".
bool is_condition(const Tree& tree, int clause);

// "name", "identify": what those forbid who speak without their names.
bool is_of_naming(std::string_view lemma);

// The words of the condition under which a verb stands, without punctuation at their ends: a clause ("if", "unless", "provided that") or
// a phrase ("without a deal", "in case of an attack"; these, "once" and "until" only where the event is `open`, not yet done).
std::optional<Tree::Range> condition_of(const Tree& tree, int verb, bool open);

}  // namespace dragoman

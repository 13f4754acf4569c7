// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "syntax/tree.h"

namespace dragoman {

// What a word is to a predicate once voice, control, relative clauses, light verbs and coordination are undone:
// "was struck by Russia", "the Russian strike", "Russia, which struck" and "Russia carried out a strike" all have Russia as subject.
enum class Slot : std::uint8_t { subject, object, indirect_object, oblique, possessor, modifier, clause, open_clause };

struct Argument {
  Slot slot = Slot::subject;
  std::string preposition;  // of obliques and modifiers: "with", "on behalf of"; empty where none
  int word = 0;             // its head word
};

// A word that may be an event, with its arguments. Obliques of a light or carrying verb ("talks were held in Baku") are the noun's too.
struct Predicate {
  int word = 0;
  std::optional<int> carrier;  // the light verb that carries a noun: `hold` in "held talks"
  bool passive = false;
  std::vector<Argument> arguments;

  std::vector<int> in(Slot slot) const;
  std::vector<int> obliques(std::string_view preposition) const;
};

// The arguments of any verb, noun or adjective of a tree. Coordination of arguments is not expanded. Cost: the words of the clause.
Predicate predicate_at(const Tree& tree, int word);

// Who does what a clause tells that a verb of saying has for its content: its own subject, or one that the parser gave the verb as a second ("said
// [the report] was untrue").
std::optional<int> subject_of_said(const Tree& tree, int verb, int clause);
// The verb whose clause a word belongs to: itself, or the nearest verbal ancestor.
std::optional<int> clause_verb(const Tree& tree, int word);
// The noun that a relative pronoun stands for; other words stand for themselves.
int antecedent(const Tree& tree, int word);
// "on", "because of": the `case` words of a nominal, lower case, joined by spaces; `mark` words for clauses.
std::string preposition_of(const Tree& tree, int word);
// Is this verb one that only carries its object noun: hold talks, launch an attack, reach a deal?
bool is_light_verb(std::string_view lemma);
// "who", "which", "that" of a relative clause.
bool is_relative_pronoun(const Tree& tree, int word);

}  // namespace dragoman

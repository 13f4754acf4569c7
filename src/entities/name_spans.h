// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/kb.h"
#include "syntax/parsed_report.h"

namespace dragoman::entities {

enum class NameKind : std::uint8_t { unknown, person, place, body, other, people };

// A proper name in a sentence: words first..last (inclusive). Several may nest: "Syrian" inside "Syrian Democratic Forces".
struct NameSpan {
  int first = 0, last = 0;
  int head = 0;                       // the word whose head lies outside
  NameKind kind = NameKind::unknown;  // what the tagger says
  const KbEntry* entry = nullptr;     // what data/kb says, if it has exactly this name
  std::string_view state;             // alpha-3 if the words are a state's name, adjective, demonym or capital
  StateWord how = StateWord::name;
  bool any_states = false;  // bodies or parties of several states bear the name, and the text does not say of which it speaks

  bool contains(const NameSpan& other) const { return first <= other.first && other.last <= last; }
  bool is_state_word() const { return !state.empty() && how != StateWord::capital; }
  bool is_modifier() const { return !state.empty() && (how == StateWord::adjective || how == StateWord::demonym); }
};

// Names of one sentence. `outer` do not overlap and are in text order; `parts` are state words and known names inside the
// outer ones (and the outer ones that are such themselves), for coding.
struct SentenceNames {
  std::vector<NameSpan> outer, parts;
  const NameSpan* outer_at(int word) const;
};

// Names by three witnesses: the tagger's spans, data/kb's names, and proper nouns that neither knows. The longest wins.
SentenceNames find_names(const Tree& tree, const KnowledgeBase& kb);

// Bodies, forces or parties that only their state tells apart: "Supreme Court", "Republican Party".
bool is_of_many_states(const std::vector<const KbEntry*>& rows);

// Of such rows the one of the state that was spoken of last up to a word, in up to six sentences; null if none was: nothing is guessed.
const KbEntry* row_of_context(const std::vector<SentenceNames>& names, int sentence, int word, const std::vector<const KbEntry*>& rows);

// Gives such names of the last sentence of `names` their row, or `any_states`.
void settle_shared_names(const Tree& tree, const KnowledgeBase& kb, std::vector<SentenceNames>& names);

// "The North" of Korea, where the report names North or South Korea: `names` of all sentences.
void settle_halves(const ParsedReport& report, const KnowledgeBase& kb, std::vector<SentenceNames>& names);

// "the town of al-Nuhud": the noun that the name stands behind with "of"; -1 if none.
int noun_with_of(const Tree& tree, const NameSpan& name);

// By its words, a paper, station or agency that data/kb need not know: "Radio Sentani", "the Tidewater Star", "the weekly Tejo".
bool names_outlet(const Tree& tree, const NameSpan& name);

// Forms of words first..last with single spaces.
std::string joined(const Tree& tree, int first, int last);
// The word in first..last whose head lies outside; the first such.
int head_of_span(const Tree& tree, int first, int last);
std::string lower(std::string_view text);
bool is_capitalized(std::string_view form);

}  // namespace dragoman::entities

// SPDX-License-Identifier: Apache-2.0
// Speakers that no verb names: the turns of an interview ("ROE: Well, ..."), headlines ("Pence: Talks Failed"), and the name behind a
// quotation ("“...” - Ann Berg"). Works: a person's or body's name before a colon that opens a paragraph. Does not: roles ("Moderator: ...").
// Does not match: datelines and labels ("LONDON: ...", "Analysis: ...").
#include "claims/attribution_finder.h"

namespace dragoman {
namespace {

constexpr int kLongestName = 5;

bool is_dash(std::string_view form) { return form == "—" || form == "―" || form == "–" || form == "--" || form == "-"; }

bool is_capital(const std::string& form) { return form.size() > 1 && form.front() >= 'A' && form.front() <= 'Z'; }

bool is_all_capitals(const std::string& form) {
  return form.size() > 2 && std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '.'; });
}

}  // namespace

void AttributionFinder::add_labels() {
  for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
    const bool opens = s == 0 || report_.sentence(s).paragraph != report_.sentence(s - 1).paragraph;
    if (opens) add_turn(s);
    add_signature(s);
  }
}

bool AttributionFinder::is_person(int s, int first, int last) const {
  for (int word = first; word <= last; ++word) {
    if (tree(s)[word].ner == "B-PER") return true;
  }
  return false;
}

// Whose name in capitals opens two paragraphs and more speaks in turns.
bool AttributionFinder::takes_turns(const std::string& name) const {
  int turns = 0;
  for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
    if (tree(s).size() > 2 && tree(s)[0].form == name && tree(s)[1].form == ":") ++turns;
  }
  return turns > 1;
}

void AttributionFinder::add_turn(int s) {
  const Tree& t = tree(s);
  int colon = 1;
  while (colon < t.size() && colon <= kLongestName && t[colon].form != ":") ++colon;
  if (colon >= t.size() - 2 || t[colon].form != ":") return;
  for (int word = 0; word < colon; ++word) {
    if (!is_capital(t[word].form)) return;
  }
  const bool in_turn = colon == 1 && is_all_capitals(t[0].form) && takes_turns(t[0].form);
  if (!in_turn && !is_person(s, 0, colon - 1)) return;
  AttributionAt turn;
  int head = 0;
  while (head + 1 < colon && t[head].head >= 0 && t[head].head < colon) head = t[head].head;
  turn.source = WordAt{s, head};
  turn.rule = "cue.turn";
  const std::uint32_t paragraph = report_.sentence(s).paragraph;
  for (int next = s; next < static_cast<int>(report_.trees.size()) && report_.sentence(next).paragraph == paragraph; ++next) {
    add_range(next, next == s ? colon + 1 : 0, tree(next).size() - 1, -1, turn.content);
  }
  if (!turn.content.empty()) add(std::move(turn));
}

// “...” - Ann Berg: a dash behind the closing mark, and a person's name up to the end of the line.
void AttributionFinder::add_signature(int s) {
  const Tree& t = tree(s);
  for (const QuotePiece& piece : quotes_) {
    const int dash = piece.last + 2;
    if (piece.sentence != s || dash + 1 >= t.size() || dash + 1 + kLongestName < t.size() || !is_dash(t[dash].form)) continue;
    if (!is_person(s, dash + 1, t.size() - 1) || !is_capital(t[dash + 1].form)) continue;
    AttributionAt signed_words;
    signed_words.source = WordAt{s, dash + 1};
    signed_words.rule = "cue.signature";
    for (const QuotePiece& other : quotes_) {
      if (other.quote == piece.quote) signed_words.content.push_back({other.sentence, other.first, other.last});
    }
    signed_words.verbatim = true;
    add(std::move(signed_words));
  }
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "claims/cues.h"

namespace dragoman {

// From which share of Word::denial_share a word counts as one that denies.
inline constexpr float kDenying = 0.5F;
bool denies_for_model(const Tree& tree, int word);

// "an incident that Caracas called pure fiction": what was told before, in a word that is no account.
bool is_summed_up(const Tree& tree, int noun);

// "a charge", "an allegation", "the report": what is told, by somebody, and may be answered.
bool is_account(const Tree& tree, int noun);

// "the report", "this charge", which says nothing of what is told itself: not "the report that he had left", "the charge of theft".
bool is_account_told_before(const Tree& tree, int noun);

// What a verb that answers is said of: its object, whatever its voice or relative clause; "which" itself where that stands for all that was told before.
std::optional<int> answered(const Tree& tree, int verb);

// Does this verb deny by other words than "deny"? Of an account (a report, an allegation, "that"): rejecting it ("an account that the army rejected",
// "waved the charge away", "dismissed it as propaganda"), giving it a name ("called the story a lie") or saying what it is ("said the report was
// untrue"). Not so: "rejected the demand", "called the vote a farce", "said the water was unfit". `cue` is what the table has of the word, or null.
bool denies_in_other_words(const Cue* cue, const Tree& tree, int verb);

// Of these, the verbs that reject: they tell of no event of their own.
bool denies_by_rejecting(const CueTable& cues, const Tree& tree, int verb);

// "rejected the accusation of shelling", "called the charge a lie", "reports that it had were false": who denies what he is accused of accuses nobody.
bool is_denied_account(const CueTable& cues, const Tree& tree, int noun);

// What somebody denies, or does not deny, told by this word: the verb of the denied clause ("denied that any prisoner had been beaten", "denies having
// fired"), the noun ("denied any promise", "denied that an order had been given"), or either inside an account or a share in it ("rejected the
// accusation of threats", "denied any role in the raid", "its denial that it had fired"). The cue's word. Not: "denied it after the raid".
std::optional<int> denied_by(const CueTable& cues, const Tree& tree, int word);

// The noun that is answered to: "the strike" itself, "any role" of "any role in the raid", "the accusation" of "the accusation of threats".
int answered_noun(const Tree& tree, int noun);

}  // namespace dragoman

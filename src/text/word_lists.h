// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dragoman {

// Closed lists that tokenizing needs. All take lower case without the full stop; all are pure and safe to share.

// "gen", "lt", "inc", "sept": a full stop after it belongs to it, wherever it stands.
bool is_abbreviation(std::string_view lower);
// Those of them that are so in lower case, too: "etc", "vs", not "gen" or "rep".
bool is_lower_case_abbreviation(std::string_view lower);
// "no", "fig", "mar": only before a number.
bool is_abbreviation_before_number(std::string_view lower);
// "ind", "wash", "mass": American states as news writes them, only after a comma.
bool is_abbreviation_after_comma(std::string_view lower);
// "anti", "pro", "ex": what a hyphen does not cut off ("anti-tank" is one word, "car-bomb" is three).
bool is_hyphen_prefix(std::string_view lower);
// "km", "pm", "bn": cut off the number before it.
bool is_unit(std::string_view word);
// "com", "org", "pdf": the last label of a host or file name.
bool is_host_or_file_ending(std::string_view lower);
// "em", "til": written with an apostrophe before them that is no quotation mark.
bool is_clipped_word(std::string_view lower);
// Where a word that is two is cut: "cannot" after 3, "gonna" after 3, "dont" after 2; 0 for others.
std::size_t cut_of(std::string_view lower);
// "the", "he", "in": a capital on it says that a sentence begins, not a name.
bool is_sentence_opener(std::string_view lower);

}  // namespace dragoman

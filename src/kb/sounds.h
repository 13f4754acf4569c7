// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// A folded part of a name as sounds, one letter each, whatever the romanisation: "chareh", "sharaa" -> `qare`, `Sara`.
// Vowels aeiou, E (ai, ey), A (au); S sh, C tch, q ch, X kh, G gh, Q q, J dj or zh, Y, W, T ts; the rest as written.
std::string sounds_of(std::string_view folded);
bool is_vowel_sound(char sound);
// Cost of turning one into the other: 0 for equal, under one for spellings of one name, more when a consonant differs.
double sound_cost(std::string_view a, std::string_view b);
// Consonants in classes that spellings of one sound do not leave; several where a letter is read in several ways.
std::vector<std::string> skeletons_of(std::string_view sounds);

}  // namespace dragoman

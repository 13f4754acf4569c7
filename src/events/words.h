// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// A word as the comparison of reports sees it: "Erdoğan's" is `erdogan`, capital, possessive.
struct FoldedWord {
  std::string text;                  // lower case, without accents; letters and digits only
  std::uint32_t begin = 0, end = 0;  // bytes of the words of the text, without 's
  bool capital = false;              // begins with a capital letter or a digit
  bool possessive = false;           // 's or s' follows
};

std::vector<FoldedWord> words_of(std::string_view text);
std::string fold_text(std::string_view text);  // the words, a space between
std::string join(const std::vector<FoldedWord>& words, std::size_t begin, std::size_t end);

bool is_proper(const FoldedWord& word);  // with a capital, and no number
bool holds_name(std::string_view text);  // "Radio Uno said"; not "The newspaper said"

// Words that say nothing of what happened: articles, pronouns, auxiliaries; days and months; words of reporting.
bool is_stop_word(std::string_view folded);
// "killed", "killing", "kills" -> "kill". Crude on purpose: it is only compared with itself.
std::string stem_of(std::string_view folded);

// The same on every machine and in every version.
std::uint64_t hash_of(std::string_view bytes);
std::uint64_t mix(std::uint64_t bits);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/event.h"

namespace dragoman {

// What an event is said to be, as a noun phrase that asserts nothing: "talks between Israel and Syria in Baku on 13 May 2025".
std::string noun_phrase_of(const LinkedEvent& event);

// "2025-05-13" -> "13 May 2025"; what is no date stays as it is.
std::string spoken_date(std::string_view iso);

// "a, b and c"; of more than `most`, the first and how many others: "a, b and 3 others".
std::string listed_words(const std::vector<std::string>& items, std::size_t most);

// Words of others, harmless inside a sentence that ends with ids in brackets: white space and control characters are single spaces, brackets
// are parentheses, double quotation marks single ones. At most `words` words, then "...".
std::string tamed(std::string_view text, std::size_t words);

// "The Armenian government" -> "the Armenian government", "Two officials" -> "two officials"; names keep their capitals.
std::string inside_sentence(std::string text);

std::size_t count_words(std::string_view text);

}  // namespace dragoman

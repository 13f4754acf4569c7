// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

// Titles of one office in one form: "Minister for Foreign Affairs", "foreign secretary" -> "foreign minister"; "ministers of defence"
// -> "defense minister"; "premier" -> "prime minister". Folded, singular.
std::string canonical_title(std::string_view title);
// Under which a listed title is looked up.
std::uint64_t title_key(std::string_view title);
// Without words that leave the office what it is: "interim president" -> "president". Not `vice` or `deputy`, not `former`.
std::string_view without_standing(std::string_view canonical_title);
// Singular of a folded role noun: "secretaries" -> "secretary", "spokesmen" -> "spokesman".
std::string singular_of(std::string_view noun);

}  // namespace dragoman

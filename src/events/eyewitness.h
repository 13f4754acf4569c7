// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// The outlet whose people a phrase names: "a Pacific Ledger photographer", "two reporters for the Pacific Ledger"; empty for "a Turkish
// journalist", as far as capitals tell: whoever asks must know that the words are an outlet's.
std::string employer_of(std::string_view phrase);
bool names_newsmen(std::string_view phrase);  // "the reporter"

// The newsmen of a sentence who were there: "A Pacific Ledger photographer saw a ship fire", up to the event's trigger at byte `trigger`;
// or whom the act "was seen by". Empty where there are none, or where what they saw is a document.
std::string newsmen_who_saw(std::string_view sentence, std::size_t trigger);

}  // namespace dragoman

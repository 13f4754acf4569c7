// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dragoman {

// "charge", "allegation", "report": what is told, by somebody, and may be answered.
bool is_account_word(std::string_view lemma);

// "role", "responsibility": what somebody has in a deed.
bool is_share_word(std::string_view lemma);

}  // namespace dragoman

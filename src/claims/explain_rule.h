// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "claims/rules.h"
#include "dragoman/result.h"

namespace dragoman {

// A rule of any table in words: what it codes, when, an example and a counter-example. An unknown name is an error that lists close ones.
Result<std::string> explain_rule(const Rules& rules, std::string_view name);

}  // namespace dragoman

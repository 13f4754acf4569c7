// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/text_index.h"
#include "dragoman/time.h"

namespace dragoman {

// Time expressions of a text with TIMEX3 values, relative ones against `published` (ISO 8601 date or date-time; empty: relative
// expressions get a value only as far as it does not need a date, else XXXX forms). In text order, not overlapping.
// Cost linear in the text. Works on any text, no model needed.
std::vector<TimeExpression> find_times(const TextIndex& text, std::string_view published);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "dragoman/result.h"

namespace dragoman {

// A publication time as ISO 8601, a date or a date-time with its offset: from "2025-05-14", "2025-05-14T12:00:00.000+02:00", "20250514T120000Z",
// "2025-05-14 12:00", "20250514", "Wed, 14 May 2025 12:00:00 GMT" (RFC 2822), "May 14, 2025", "14 May 2025". An error for anything else and for days that do
// not exist; never a guess between day and month ("05/06/2025").
Result<std::string> normalise_published(std::string_view text);

}  // namespace dragoman

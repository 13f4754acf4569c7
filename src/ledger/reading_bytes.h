// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dragoman/report.h"

namespace dragoman {

// A report object as t_reading keeps it: dragoman.report/1 without what other tables have (text, outlet, hashes, ...), deflated against its own text,
// which most of it repeats.
std::string object_bytes(const ReadReport& report);

// The claims and all else that object_bytes kept; the report's own fields are those of `known`. None for damaged bytes.
std::optional<ReadReport> object_of_bytes(std::string_view bytes, const Report& known, const MadeBy& made_by);

// Of what other tables have of a reading, by which verify sees that none of it was changed.
std::int64_t digest_of(const Report& report, const MadeBy& made_by);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "dragoman/report.h"
#include "dragoman/result.h"

namespace dragoman {

// The object `dragoman.report/1` (docs/schema/report-1.json): fields in DESIGN's order, unknown strings null, UTF-8, no line end
// after it. `pretty` is for people: two spaces of indent; else one line. The same report gives the same bytes.
std::string to_json(const ReadReport& report, bool pretty = false);

// The other way, as `--input report` needs it. Unknown fields are ignored; an error names the field that is wrong.
Result<ReadReport> report_from_json(std::string_view json);

}  // namespace dragoman

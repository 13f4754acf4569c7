// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/selector.h"

namespace dragoman {

// Whether an event is among those that PLOVER tables show by default: said positively to have happened, and not denied by all who speak of it.
bool is_default_row(const LinkedEvent& event, const EventClaims& claims);

// A PLOVER record (JSON, one line without line end): id, date, enddate, actor, recipient, event, mode, context, quad_code, event_scale, event_loc,
// event_text, text_info, cite_info, coder, coded_date, comment. What is not known is null or an empty list; `event_scale` is always null, since
// nothing here measures it. `comment` has status and origins.
std::string plover_record(const LinkedEvent& event, const EventClaims& claims);

}  // namespace dragoman

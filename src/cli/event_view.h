// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/report_view.h"
#include "cli/selector.h"

namespace dragoman {

// "talks: Israel and Syria, 2025-05-13, Baku": what an event is, in a few words.
std::string gist_of(const LinkedEvent& event);
// "1", "1 to 2".
std::string origins_in_words(const LinkedEvent& event);

// One event in two lines, for lists.
std::string line_of(const LinkedEvent& event, const std::string& id, const ViewOptions& options);

// An event as a page: what happened, status and its rule, origins and why, who confirms and denies, each claim with its words and chain.
std::string view_of(const LinkedEvent& event, const std::string& id, const EventClaims& claims, const ViewOptions& options);

}  // namespace dragoman

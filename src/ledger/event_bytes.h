// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dragoman/event.h"

namespace dragoman {

// A resolved event as the bytes that t_event.detail keeps (all but aliases and as_of); the same event gives the same bytes. None for bytes
// that are damaged or of another version.
std::string event_to_bytes(const LinkedEvent& event);
std::optional<LinkedEvent> event_from_bytes(std::string_view bytes);

}  // namespace dragoman

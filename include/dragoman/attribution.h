// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/span.h"

namespace dragoman {

enum class Stance : std::uint8_t { asserts, reports, confirms, suggests, denies, does_not_deny, no_comment, retracts };
std::string_view name_of(Stance stance);  // "does-not-deny"

struct AttributionSource {
  TextSpan words;
  std::string entity;  // entity id, or empty
};

// Who (source) said (cue) what (content), as PolNeAR and PARC annotate it. `parent` is the index of the attribution
// whose content holds this one: "CNN reported that an aide said ..." has the aide's inside CNN's.
struct Attribution {
  std::optional<AttributionSource> source;
  std::optional<TextSpan> cue;
  std::vector<Span> content;
  Stance stance = Stance::asserts;
  bool verbatim = false;
  std::optional<int> parent;
};

}  // namespace dragoman

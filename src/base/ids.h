// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// The id of what `identity` names: 60 bits of its SHA-256 in 12 characters of Crockford's base 32 behind a prefix: "C-7KQ2X0N4T9VA".
std::string make_id(std::string_view prefix, std::string_view identity);

}  // namespace dragoman

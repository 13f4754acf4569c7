// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

// Bytes made small (zlib, with their size in front), and back; none where they are damaged.
std::string deflated(std::string_view bytes);
std::optional<std::string> inflated(std::string_view bytes);

}  // namespace dragoman

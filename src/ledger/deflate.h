// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

// Bytes made small (zlib, with their size in front), and back; none where they are damaged. `like` is text that both sides have and that the bytes
// repeat much of: the same both times.
std::string deflated(std::string_view bytes, std::string_view like = {});
std::optional<std::string> inflated(std::string_view bytes, std::string_view like = {});

}  // namespace dragoman

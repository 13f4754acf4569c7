// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
std::optional<Sha256> sha256_of_file(const std::string& path);                        // in small blocks; none if it cannot be read
std::string hex(const Sha256& digest);                                                // lower case
inline std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }  // what `report.hash` holds

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include "base/sha256.h"

namespace dragoman {

std::string make_id(std::string_view prefix, std::string_view identity) {
  constexpr char kCrockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const Sha256 digest = sha256(identity);
  std::uint64_t bits = 0;
  for (int i = 0; i < 8; ++i) bits = bits << 8 | digest[static_cast<std::size_t>(i)];
  std::string id(prefix);
  for (int i = 0; i < 12; ++i) {
    id += kCrockford[bits >> 59];
    bits <<= 5;
  }
  return id;
}

}  // namespace dragoman

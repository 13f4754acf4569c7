// SPDX-License-Identifier: Apache-2.0
#include "ledger/deflate.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace dragoman {
namespace {

constexpr std::uint32_t kMost = 1U << 29;  // no object of a report is larger; a damaged size must not take all memory
constexpr std::size_t kHead = sizeof(std::uint32_t);
constexpr std::size_t kLargestRatio = 1040;  // deflate cannot do better

}  // namespace

std::string deflated(std::string_view bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string packed(kHead + size, '\0');
  const auto original = static_cast<std::uint32_t>(bytes.size());
  for (std::size_t i = 0; i < kHead; ++i) packed[i] = static_cast<char>(original >> (8 * i));
  compress2(reinterpret_cast<Bytef*>(packed.data() + kHead), &size, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()),
            Z_DEFAULT_COMPRESSION);
  packed.resize(kHead + size);
  return packed;
}

std::optional<std::string> inflated(std::string_view bytes) {
  if (bytes.size() < kHead) return std::nullopt;
  std::uint32_t original = 0;
  for (std::size_t i = 0; i < kHead; ++i) original |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  if (original > kMost || original > bytes.size() * kLargestRatio) return std::nullopt;
  std::string text(original, '\0');
  uLongf size = original;
  const int code =
      uncompress(reinterpret_cast<Bytef*>(text.data()), &size, reinterpret_cast<const Bytef*>(bytes.data() + kHead), static_cast<uLong>(bytes.size() - kHead));
  if (code != Z_OK || size != original) return std::nullopt;
  return text;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <fstream>
#include <memory>
#include <vector>

namespace dragoman {

Sha256 sha256(std::string_view bytes) {
  Sha256 digest;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return digest;
}

std::optional<Sha256> sha256_of_file(const std::string& path) {
  constexpr std::size_t kBlock = 1 << 17;
  std::vector<char> block(kBlock);
  std::ifstream file;
  file.rdbuf()->pubsetbuf(nullptr, 0);  // blocks go straight from the file to the hash
  file.open(path, std::ios::binary);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (!file || hash == nullptr || EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr) != 1) return std::nullopt;
  while (file.read(block.data(), static_cast<std::streamsize>(kBlock)) || file.gcount() > 0) {
    if (EVP_DigestUpdate(hash.get(), block.data(), static_cast<std::size_t>(file.gcount())) != 1) return std::nullopt;
  }
  Sha256 digest;
  if (file.bad() || EVP_DigestFinal_ex(hash.get(), digest.data(), nullptr) != 1) return std::nullopt;
  return digest;
}

std::string hex(const Sha256& digest) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(64);
  for (const std::uint8_t byte : digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace dragoman

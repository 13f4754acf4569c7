// SPDX-License-Identifier: Apache-2.0
#include "cli/bytes.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

namespace dragoman {

Result<std::string> bytes_of(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad()) return Error{ErrorCode::not_found, fmt::format("cannot read {}: {}", path, std::strerror(errno))};
  return bytes;
}

}  // namespace dragoman

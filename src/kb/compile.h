// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "dragoman/result.h"

namespace dragoman {

// Hash of the tables of data/kb and of the code that compiles them, by which a compiled file is known to be theirs.
Result<std::uint64_t> key_of_tables(const std::string& kb_dir);
// The image (src/kb/image.h) of the tables. An error names the file and line that is wrong.
Result<std::string> compile_kb(const std::string& kb_dir, std::uint64_t key);
// Writes it, whole or not at all (a temporary file is renamed).
Status write_image(const std::string& bytes, const std::string& out_path);
Status compile_kb(const std::string& kb_dir, const std::string& out_path);

}  // namespace dragoman

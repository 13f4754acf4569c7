// SPDX-License-Identifier: Apache-2.0
// dragoman_compile_kb TABLES OUT: compiles data/kb at build time.
#include <cstdio>

#include "kb/compile.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: dragoman_compile_kb FOLDER_OF_TABLES OUTPUT_FILE\n");
    return 2;
  }
  const auto done = dragoman::compile_kb(std::string(argv[1]), std::string(argv[2]));
  if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return done ? 0 : 1;
}

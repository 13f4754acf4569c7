// SPDX-License-Identifier: Apache-2.0
// Any bytes as a text: no crash, expressions in order, inside the text and apart from each other.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "time/time_expressions.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const dragoman::TextIndex index(text);
  for (const std::string_view published : {std::string_view("2025-05-18T12:30"), std::string_view()}) {
    std::uint32_t end = 0;
    for (const auto& found : dragoman::find_times(index, published)) {
      if (found.words.span.begin < end || found.words.span.end < found.words.span.begin || found.words.span.end > index.size_cp()) std::abort();
      end = found.words.span.end;
    }
  }
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page: no crash; what comes out is UTF-8.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "text/html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto report = dragoman::report_from_html({reinterpret_cast<const char*>(data), size});
  if (report && (report->text.empty() || !dragoman::is_valid_utf8(report->text) || !dragoman::is_valid_utf8(report->title))) std::abort();
  return 0;
}

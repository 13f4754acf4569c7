// SPDX-License-Identifier: Apache-2.0
// Any bytes as JSON: no crash, no endless stream, each record a report with text or an error with a message.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/utf8.h"
#include "text/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
  dragoman::StreamOptions options;
  options.kind = dragoman::InputKind::json;
  options.longest_record = 1 << 12;
  dragoman::ReportStream reports(stream, options);
  std::size_t count = 0;
  while (const auto report = reports.next()) {
    if (++count > size + 1) std::abort();
    if (*report ? (*report)->text.empty() || !dragoman::is_valid_utf8((*report)->text) : report->error().message.empty()) std::abort();
  }
  return 0;
}

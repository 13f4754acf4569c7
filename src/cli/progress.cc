// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace dragoman {

using Clock = std::chrono::steady_clock;

Progress::Progress(ProgressMode mode, std::uint64_t total_bytes) : mode_(mode), total_bytes_(total_bytes), began_(Clock::now()), shown_(began_) {}

void Progress::add(std::uint64_t bytes, std::uint64_t claims) {
  ++reports_;
  bytes_ += bytes;
  claims_ += claims;
  if (mode_ != ProgressMode::off && Clock::now() - shown_ > std::chrono::milliseconds(200)) show(false);
}

void Progress::finish() {
  if (mode_ != ProgressMode::off) show(true);
}

void Progress::show(bool last) {
  shown_ = Clock::now();
  const double seconds = std::max(std::chrono::duration<double>(shown_ - began_).count(), 1e-3);
  const double rate = static_cast<double>(reports_) / seconds;
  std::string line;
  if (mode_ == ProgressMode::json) {
    line = fmt::format("{{\"reports\":{},\"claims\":{},\"bytes\":{},\"total_bytes\":{},\"seconds\":{:.2f},\"done\":{}}}\n", reports_, claims_, bytes_,
                       total_bytes_ > 0 ? std::to_string(total_bytes_) : "null", seconds, last);
  } else if (last) {
    line = "\r\x1b[K";
  } else {
    line = fmt::format("\r\x1b[K{} reports, {:.1f}/s", reports_, rate);
    if (total_bytes_ > bytes_ && bytes_ > 0) {
      const auto left = static_cast<std::uint64_t>(seconds * static_cast<double>(total_bytes_ - bytes_) / static_cast<double>(bytes_));
      line += fmt::format(", {:02}:{:02} left", left / 60, left % 60);
    }
  }
  [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace dragoman

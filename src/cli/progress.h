// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace dragoman {

enum class ProgressMode : std::uint8_t { off, line, json };

// How far a stream has come, on stderr, at most five times a second: "1,204 reports, 61/s, 00:12 left" or one JSON object a line.
class Progress {
 public:
  // `total_bytes` of all inputs, 0 if unknown: then no remaining time is given.
  Progress(ProgressMode mode, std::uint64_t total_bytes);
  void add(std::uint64_t bytes, std::uint64_t claims);
  // Removes the line, or prints the last object.
  void finish();

 private:
  void show(bool last);

  ProgressMode mode_;
  std::uint64_t total_bytes_, bytes_ = 0, reports_ = 0, claims_ = 0;
  std::chrono::steady_clock::time_point began_, shown_;
};

}  // namespace dragoman

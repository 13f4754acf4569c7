// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace dragoman::testing {

enum class DiskFault : std::uint8_t { full, short_write, sync };

// Puts itself between SQLite and the file system of this process while it lives. Armed, it lets `after` operations of the kind through, then fails
// them all.
class FailingDisk {
 public:
  FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;
  ~FailingDisk();
  void arm(DiskFault fault, int after);
  void disarm();
  bool has_failed() const;
};

}  // namespace dragoman::testing

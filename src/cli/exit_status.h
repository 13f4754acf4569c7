// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dragoman/result.h"

namespace dragoman {

// What the program's exit status says, for every subcommand (docs/cli.md).
enum class ExitStatus : int {
  done = 0,
  nothing_matched = 1,
  usage = 2,          // usage or configuration, missing data or model
  inputs_failed = 3,  // some inputs failed; what could be read was read
  locked = 4,
  integrity = 5,
  interrupted = 130,
};

// The one table from causes to statuses.
ExitStatus exit_status_of(ErrorCode code);

}  // namespace dragoman

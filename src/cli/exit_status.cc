// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_status.h"

namespace dragoman {

ExitStatus exit_status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return ExitStatus::usage;
    case ErrorCode::bad_data: return ExitStatus::usage;
    case ErrorCode::not_found: return ExitStatus::nothing_matched;
    case ErrorCode::bad_input: return ExitStatus::inputs_failed;
    case ErrorCode::io: return ExitStatus::inputs_failed;
    case ErrorCode::locked: return ExitStatus::locked;
    case ErrorCode::integrity: return ExitStatus::integrity;
    case ErrorCode::internal: return ExitStatus::integrity;
  }
  return ExitStatus::integrity;
}

}  // namespace dragoman

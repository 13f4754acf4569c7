// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text_index.h"
#include "dragoman/report.h"

namespace dragoman {

// Whether the report says that this source, whom it does not name, is another than somebody who spoke to others before.
bool is_told_apart(const ReadReport& report, const TextIndex& index, const HopSource& source);

}  // namespace dragoman

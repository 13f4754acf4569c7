// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dragoman {

// "0.1.0": the project's version, set in one place, CMakeLists.txt.
const char* version();

}  // namespace dragoman

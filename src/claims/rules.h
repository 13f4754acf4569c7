// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "claims/caveat_table.h"
#include "claims/contexts.h"
#include "claims/cues.h"
#include "claims/embedders.h"
#include "claims/frames.h"
#include "dragoman/result.h"

namespace dragoman {

// All of data/rules, loaded and checked. Immutable; safe to share between threads. Each table has its own type and file.
struct Rules {
  FrameTable frames;
  ContextTable contexts;
  EmbedderTable embedders;
  CaveatTable caveats;
  CueTable cues;

  static Result<Rules> open(const std::string& rules_dir);
};

}  // namespace dragoman

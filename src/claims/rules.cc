// SPDX-License-Identifier: Apache-2.0
#include "claims/rules.h"

namespace dragoman {

Result<Rules> Rules::open(const std::string& rules_dir) {
  Rules rules;
  auto frames = FrameTable::open(rules_dir);
  if (!frames) return frames.error();
  auto contexts = ContextTable::open(rules_dir);
  if (!contexts) return contexts.error();
  auto embedders = EmbedderTable::open(rules_dir);
  if (!embedders) return embedders.error();
  auto caveats = CaveatTable::open(rules_dir);
  if (!caveats) return caveats.error();
  auto cues = CueTable::open(rules_dir);
  if (!cues) return cues.error();
  rules.frames = std::move(*frames);
  rules.contexts = std::move(*contexts);
  rules.embedders = std::move(*embedders);
  rules.caveats = std::move(*caveats);
  rules.cues = std::move(*cues);
  return rules;
}

}  // namespace dragoman

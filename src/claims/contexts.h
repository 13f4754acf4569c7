// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "claims/arguments.h"
#include "dragoman/claim.h"
#include "dragoman/result.h"

namespace dragoman {

// data/rules/modes.tsv and contexts.tsv: PLOVER modes from words close to an event's word ("a drone strike": drone), and PLOVER
// contexts from words of its sentence. Immutable.
class ContextTable {
 public:
  static Result<ContextTable> open(const std::string& rules_dir);
  // The mode that a word of the event's own phrase or of its carrier's clause gives, else empty. The table's order decides.
  std::string mode_near(EventType type, const Tree& tree, const Predicate& predicate) const;
  // Adds the contexts that the sentence's words give, each once, in the table's order.
  void add_contexts(const Tree& tree, std::vector<std::string>& contexts) const;

 private:
  struct Mode {
    EventType type;
    std::string mode;
    std::vector<std::string> lemmas;
  };
  std::vector<Mode> modes_;
  std::vector<std::string> contexts_;                           // in table order
  std::unordered_map<std::string, std::vector<int>> by_lemma_;  // indices into contexts_
};

}  // namespace dragoman

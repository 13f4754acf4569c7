// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "claims/events.h"

namespace dragoman {

// How closely a place or a time belongs to an event: the steps up the tree from its word to the event's word, to the verb that carries
// it, or to a verb whose circumstances the event shares ("was raining in Vilnius when", "met in Riga and signed"). 0: its own adjunct. None
// where another clause lies between: the time of the saying is not the event's.
class Attachment {
 public:
  Attachment(const Tree& tree, const EventAt& event);

  std::optional<int> cost(int word) const;
  // Of a clause that the event's is joined with, or follows by "after": "fired on Monday night, and the rebels fled".
  bool is_beside(int word) const;

  static constexpr int kNominal = 10;  // through a noun: "the president of the bar association in Arequipa"
  static constexpr int kShared = 50;   // of a clause that the event's clause belongs to

 private:
  std::optional<int> cost_to(int word, int top, int extra) const;
  std::optional<int> cost_of_frame(int word) const;
  std::optional<int> cost_of_last(int word) const;
  std::optional<int> cost_of_governor(int word) const;
  bool is_own(int word) const { return word == trigger_ || word == clause_; }

  const Tree& tree_;
  int trigger_ = 0, clause_ = -1, shared_ = -1, framing_ = -1;
};

}  // namespace dragoman

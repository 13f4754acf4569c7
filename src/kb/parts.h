// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "kb/fold.h"
#include "kb/image.h"
#include "kb/kb.h"

namespace dragoman {

struct KnowledgeBase::Parts {
  Image image;
  std::vector<KbEntry> entries;  // one for each EntryRec, in the same order

  explicit Parts(Image from);
  std::string_view str(Str s) const { return image.str(s); }
  const KbEntry* entry(std::uint32_t number) const { return number < entries.size() ? &entries[number] : nullptr; }
};

// Are the pieces written with the capitals that the table's name has?
bool written_as(Shape shape, std::span<const NamePiece> pieces);

}  // namespace dragoman

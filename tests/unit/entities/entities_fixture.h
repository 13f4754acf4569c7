// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "entities/entities.h"
#include "support/tree_builder.h"

namespace dragoman::testing_support {

// A table of the source tree, which must open.
template <typename Table>
const Table& opened(const char* path) {
  static const Result<Table> table = Table::open(path);
  if (!table) {
    std::fprintf(stderr, "%s\n", table.error().message.c_str());
    std::abort();
  }
  return *table;
}

inline const KnowledgeBase& knowledge() { return opened<KnowledgeBase>("data/kb"); }
inline const HomeWeights& home_weights() { return opened<HomeWeights>("models/reader/home.tsv"); }

// A report of hand-made trees with its entities. Mentions are asked for by a word.
class Resolved {
 public:
  explicit Resolved(const std::vector<std::string>& sentences, std::string_view published = "2025-05-18")
      : report_(sentences, published), table_(resolve_entities(report_.report(), knowledge(), &home_weights())) {}

  const Mention* mention(std::string_view word, int nth = 0) const { return table_.at(report_.find(word, nth)); }

  // "ISR MIL", "ISR GOV + SYR GOV", "(none)" without mention, "(unresolved)" without entity; - for an empty code or sector.
  std::string codes(std::string_view word, int nth = 0) const {
    const Mention* found = mention(word, nth);
    if (found == nullptr) return "(none)";
    if (found->entities.empty()) return "(unresolved)";
    std::string out;
    for (const int index : found->entities) {
      const Entity& entity = table_.entities[static_cast<std::size_t>(index)];
      out += (out.empty() ? "" : " + ") + dash(entity.code) + " " + dash(entity.sector);
    }
    return out;
  }

  // Name of the one entity.
  std::string name(std::string_view word, int nth = 0) const {
    const Mention* found = mention(word, nth);
    if (found == nullptr || found->entities.size() != 1) return codes(word, nth);
    return entity(word, nth).name;
  }

  const Entity& entity(std::string_view word, int nth = 0) const { return table_.entities[static_cast<std::size_t>(mention(word, nth)->entities.front())]; }

  const EntityTable& table() const { return table_; }
  const HandReport& report() const { return report_; }

 private:
  static std::string dash(const std::string& text) { return text.empty() ? "-" : text; }

  HandReport report_;
  EntityTable table_;
};

}  // namespace dragoman::testing_support

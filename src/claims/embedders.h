// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/claim.h"
#include "dragoman/result.h"
#include "syntax/tree.h"

namespace dragoman {

// What a word does to the events in its complement: `urge` makes them requested, `fail` negative, `appear` probable. From
// data/rules/embedders.tsv; a row holds for one part of speech and the complements that it names. Adverbs and adjectives that hedge what
// they modify ("allegedly", "proposed") are rows too, with the complement `mod`.
struct Embedder {
  std::string rule;
  Upos upos = Upos::VERB;
  std::vector<std::string> complements;  // "xcomp", "clause", "obj", "subj", "obl(of)", "obl" (any preposition), "acl"; empty: all
  std::optional<Realis> realis;
  bool negative = false;
  std::optional<Certainty> certainty;
  std::string example, counter_example;
};

class EmbedderTable {
 public:
  static Result<EmbedderTable> open(const std::string& rules_dir);
  // The rows of a lemma, in the table's order; null if none.
  const std::vector<Embedder>* of(std::string_view lemma) const;
  const Embedder* named(std::string_view rule) const;

 private:
  std::unordered_map<std::string, std::vector<Embedder>> by_lemma_;
};

}  // namespace dragoman

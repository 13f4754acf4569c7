// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/options.h"
#include "dragoman/report.h"
#include "dragoman/result.h"

namespace dragoman {

// A predicate's PLOVER type for a marked pair: what `dragoman code` prints.
struct PairQuery {
  std::string id, text;
  std::optional<Span> source, target;
};
struct RankedType {
  EventType type;
  double score;
};
struct PairCode {
  std::string id;
  std::vector<RankedType> ranking;  // best first; all sixteen, never empty
};

// Reads reports: bytes' text in, claims out. Loads model, rules and knowledge once (open) and never writes to them:
// all const functions may be called from many threads at once. Movable.
class Reader {
 public:
  static Result<Reader> open(const DataOptions& options = {});
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // Reads one report; `id` and `hash` are filled where empty. Never fails: what could not be read is a diagnostic.
  ReadReport read(Report report, const ReadOptions& options = {}) const;
  PairCode code(const PairQuery& query) const;
  // Syntax as CoNLL-U. `is_conllu`: `input` is CoNLL-U whose tokens are kept; else plain text, a blank line ends a paragraph.
  Result<std::string> parse(std::string_view input, bool is_conllu) const;
  // A rule of data/rules in words: what it codes, an example, a counter-example.
  Result<std::string> explain_rule(std::string_view rule) const;
  MadeBy made_by() const;

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman

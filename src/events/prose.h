// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/text_index.h"
#include "dragoman/report.h"
#include "events/outlets.h"

namespace dragoman {

// A report's text as words and the names among them, for patterns of words that the reader does not give.
struct Name {
  std::size_t begin = 0, end = 0;  // words
};

class Prose {
 public:
  Prose(const ReadReport& report, const TextIndex& index);  // borrows both

  std::size_t size() const { return words_.size(); }
  std::string_view word(std::size_t i) const { return i < words_.size() ? std::string_view(words_[i].text) : std::string_view(); }
  bool capital(std::size_t i) const { return i < words_.size() && words_[i].capital; }
  bool possessive(std::size_t i) const { return i < words_.size() && words_[i].possessive; }
  // The name that begins with this capital word: "Voice of America", "haaretz.com"; of "But CNN" only the second word.
  Name name_at(std::size_t begin) const;
  bool sentence_between(std::size_t a, std::size_t b) const;  // whether words a and b are apart by more than commas
  // Whether the entities there make the name an outlet's (true), another's (false) or say nothing.
  std::optional<bool> known_as_outlet(Name name) const;
  std::string_view text_of(Name name) const { return index_.slice(span_of(name)); }
  Span span_of(Name name) const { return index_.span_of(words_[name.begin].begin, words_[name.end - 1].end); }
  OutletCitation citation(Name name, bool sure) const;

 private:
  std::string_view gap(std::size_t after) const;
  bool one_name(std::size_t i) const;  // word i and the next

  const ReadReport& report_;
  const TextIndex& index_;
  std::vector<FoldedWord> words_;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/result.h"
#include "text/sentence.h"

namespace dragoman {

// Which sentences of a report are worth the encoder, judged by their words alone. A report that looks like news of public life is read whole
// (training/gate_report.py: the weights of its words, each by how many sentences have it): "The minister said on Tuesday" does, an emperor's life,
// which has the same ministers and wars, does not. Of others only sentences that are high together with half of their report's score
// (training/gate.py: a sentence's score is the sum of its words' weights). A report of up to `kShort` sentences is read whole: it is too short to be judged,
// and costs little. A word costs one look-up in each table. Immutable once open; safe to share between threads.
class Gate {
 public:
  static constexpr std::size_t kShort = 3;

  // models/reader/gate.tsv: word, weight; in capitals SENTENCE, the score that a sentence needs, and EACH, what is added for every sentence.
  // Beside it gate_report.tsv: word, weight; in capitals REPORT, the score that a report needs, and ALL, what is added for every report.
  static Result<Gate> open(const std::string& path);

  // One for each sentence: whether to read it. `text` is what `tokenized` was made of.
  std::vector<bool> wanted(const TokenizedText& tokenized, std::string_view text) const;

 private:
  using Words = std::vector<std::string>;  // the different words of a sentence, sorted

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  struct Table {
    std::unordered_map<std::string, float, Hash, std::equal_to<>> weights;
    float of(std::string_view word) const;
    float take(const std::string& name);  // a row that is no word
  };

  static Result<Table> table_of(const std::string& path, std::string_view remedy);
  float sentence_score(const Words& words) const;
  float report_score(const std::vector<Words>& sentences) const;

  Table sentences_, reports_;
  float sentence_ = 0, each_ = 0, report_ = 0, all_ = 0;
};

}  // namespace dragoman

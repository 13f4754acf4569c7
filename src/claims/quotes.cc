// SPDX-License-Identifier: Apache-2.0
#include "claims/quotes.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr int kScareQuoteWords = 3;

enum class Mark { none, opens, closes, either };

Mark mark_of(std::string_view form) {
  if (form == "“" || form == "``" || form == "«" || form == "„") return Mark::opens;
  if (form == "”" || form == "''" || form == "»") return Mark::closes;
  if (form == "\"") return Mark::either;
  return Mark::none;
}

class QuoteFinder {
 public:
  explicit QuoteFinder(const ParsedReport& report) : report_(report) {}

  std::vector<QuotePiece> run() {
    for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
      if (s > 0 && report_.sentence(s).paragraph != report_.sentence(s - 1).paragraph) close();
      read_sentence(s);
    }
    close();
    return std::move(found_);
  }

 private:
  void read_sentence(int s) {
    const Tree& tree = report_.tree(s);
    int first = 0;  // of the open quotation in this sentence
    for (int word = 0; word < tree.size(); ++word) {
      const Mark mark = mark_of(tree[word].form);
      if (mark == Mark::none) continue;
      if (open_ && mark != Mark::opens) {
        add(s, first, word - 1);
        close();
      } else if (mark != Mark::closes) {
        open_ = true;
        first = word + 1;
      }
    }
    if (open_) add(s, first, tree.size() - 1);
  }

  void add(int s, int first, int last) {
    if (first <= last) pending_.push_back({next_, s, first, last});
  }

  void close() {
    int words = 0;
    for (const QuotePiece& piece : pending_) words += piece.last - piece.first + 1;
    if (words > kScareQuoteWords) {
      found_.insert(found_.end(), pending_.begin(), pending_.end());
      ++next_;
    }
    pending_.clear();
    open_ = false;
  }

  const ParsedReport& report_;
  std::vector<QuotePiece> found_, pending_;
  int next_ = 0;
  bool open_ = false;
};

}  // namespace

std::vector<QuotePiece> find_quotes(const ParsedReport& report) { return QuoteFinder(report).run(); }

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "syntax/windows.h"

namespace dragoman {
namespace {

// How good it is to cut after this word: 0 is no reason at all.
int cut_strength(std::string_view word) {
  if (word == "." || word == "!" || word == "?" || word == "…") return 4;
  if (word == ";" || word == ":" || word == "|" || word == "•") return 3;
  if (word == "," || word == "-" || word == "–" || word == "—" || word == ")" || word == "]") return 2;
  return word == "\"" || word == "”" || word == "''" ? 1 : 0;
}

// The end of the best window within [first, fit).
std::size_t best_end(std::span<const std::string_view> words, std::size_t first, std::size_t fit) {
  std::size_t best = fit;
  int strength = 0;
  for (std::size_t end = fit; end > first + (fit - first) / 2; --end) {
    if (const int found = cut_strength(words[end - 1]); found > strength) {
      best = end;
      strength = found;
    }
  }
  return best;
}

}  // namespace

std::vector<std::size_t> window_ends(std::span<const std::string_view> words, std::span<const std::size_t> pieces, std::size_t limit) {
  std::vector<std::size_t> ends;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t fit = first;
    std::size_t used = 0;
    while (fit < words.size() && used + pieces[fit] <= limit) used += pieces[fit++];
    if (fit == first) ++fit;
    const std::size_t end = fit == words.size() ? fit : best_end(words, first, fit);
    ends.push_back(end);
    first = end;
  }
  return ends;
}

}  // namespace dragoman

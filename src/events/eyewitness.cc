// SPDX-License-Identifier: Apache-2.0
// An outlet's own eyes. The reader takes "saw" for no word of saying, so that what a reporter saw has no chain; here the sentence is asked
// for newsmen of a named outlet with a verb of perception between them and the act. Works: "Northern Wire reporters watched as tanks
// crossed". Does not: "We saw", "from our balcony", which name no outlet.
#include "events/eyewitness.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 11> kNewsmen = {"reporter",     "correspondent", "journalist", "photographer", "cameraman", "camerawoman",
                                                       "videographer", "crew",          "team",       "stringer",     "cameramen"};
constexpr std::array<std::string_view, 12> kSaw = {"saw",          "looked",  "watched",  "witnessed", "heard",    "filmed",
                                                   "photographed", "counted", "observed", "spotted",   "recorded", "noticed"};
constexpr std::array<std::string_view, 3> kMeanwhile = {"as", "while", "and"};
constexpr std::array<std::string_view, 3> kThen = {"as", "when", "while"};
constexpr std::array<std::string_view, 4> kStood = {"stood", "sat", "waited", "was"};  // "stood among the strikers as they blocked"
constexpr std::array<std::string_view, 3> kBefore = {"eyes", "front", "presence"};     // "under the eyes of", "in front of"
constexpr std::array<std::string_view, 3> kSeen = {"seen", "witnessed", "filmed"};
constexpr std::array<std::string_view, 7> kPaper = {"document", "documents", "letter", "memo", "draft", "copy", "report"};
constexpr std::array<std::string_view, 6> kArticles = {"a", "an", "the", "two", "three", "several"};

using Words = std::vector<FoldedWord>;

bool is_newsman(const FoldedWord& word) {
  std::string_view text = word.text;
  if (text.size() > 4 && text.back() == 's') text.remove_suffix(1);
  return is_one_of(text, kNewsmen) && (!word.capital || word.begin == 0);  // "the White House Correspondent"
}

bool is_name(const FoldedWord& word) { return word.capital && !is_one_of(word.text, kArticles); }

// The name beside the newsman at `man`, [first, end) of the words: before him, or behind "for", "of", "from", "with".
std::pair<std::size_t, std::size_t> employer_beside(const Words& words, std::size_t man) {
  std::size_t first = man;
  while (first > 0 && (is_name(words[first - 1]) || (first < man && words[first - 1].text == "of"))) --first;
  while (first < man && !is_name(words[first])) ++first;
  if (first < man) return {first, man};
  constexpr std::array<std::string_view, 5> kOf = {"for", "of", "from", "with", "the"};
  std::size_t begin = man + 1;
  while (begin < words.size() && begin <= man + 2 && is_one_of(words[begin].text, kOf)) ++begin;
  std::size_t end = begin;
  while (begin > man + 1 && end < words.size() && is_name(words[end])) ++end;
  return {begin, end};
}

std::string_view slice(std::string_view text, const Words& words, std::size_t begin, std::size_t end) {
  return begin < end ? text.substr(words[begin].begin, words[end - 1].end - words[begin].begin) : std::string_view();
}

bool any_between(const Words& words, std::size_t begin, std::size_t end, const auto& list) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(std::min(begin, end)), words.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const FoldedWord& word) { return is_one_of(word.text, list); });
}

// "Police detained 30 people, a Harbour Post journalist who was there saw.": newsmen behind a comma, and the verb at the end.
bool closes_with_sight(std::string_view sentence, const Words& words, std::size_t by, std::size_t last) {
  constexpr std::size_t kTail = 2;
  if (by == 0 || last >= words.size()) return false;
  const std::string_view gap = sentence.substr(words[by - 1].end, words[by].begin - words[by - 1].end);
  return gap.find(',') != std::string_view::npos && any_between(words, std::max(last, words.size() - std::min(kTail, words.size())), words.size(), kSaw);
}

}  // namespace

std::string employer_of(std::string_view phrase) {
  const Words words = words_of(phrase);
  const auto man = std::find_if(words.begin(), words.end(), is_newsman);
  if (man == words.end()) return {};
  const auto [begin, end] = employer_beside(words, static_cast<std::size_t>(man - words.begin()));
  return std::string(slice(phrase, words, begin, end));
}

bool names_newsmen(std::string_view phrase) {
  const Words words = words_of(phrase);
  return std::any_of(words.begin(), words.end(), is_newsman);
}

std::string newsmen_who_saw(std::string_view sentence, std::size_t trigger) {
  const Words words = words_of(sentence);
  const auto act =
      static_cast<std::size_t>(std::find_if(words.begin(), words.end(), [trigger](const FoldedWord& word) { return word.begin >= trigger; }) - words.begin());
  for (std::size_t man = 0; man < words.size(); ++man) {
    if (!is_newsman(words[man])) continue;
    const auto [begin, end] = employer_beside(words, man);
    if (begin >= end) continue;
    const std::size_t first = std::min(begin, man), last = std::max(end, man + 1);
    const bool saw = last < act && any_between(words, last, act, kSaw) && !any_between(words, last, act, kPaper);
    const std::size_t by = first > 0 && is_one_of(words[first - 1].text, kArticles) ? first - 1 : first;
    const bool was_seen = by >= 2 && first > act && words[by - 1].text == "by" && is_one_of(words[by - 2].text, kSeen) && !any_between(words, act, by, kPaper);
    // "Two jets bombed a compound, as a correspondent of the Harbour Post watched from a roof."
    const bool was_watched = first > act && by >= 1 && is_one_of(words[by - 1].text, kMeanwhile) && last < words.size() && is_one_of(words[last].text, kSaw);
    const bool was_before = by >= 2 && first > act && words[by - 1].text == "of" && is_one_of(words[by - 2].text, kBefore);
    const bool stood_by = last < act && is_one_of(words[last].text, kStood) && any_between(words, last + 1, act, kThen);
    if (saw || was_seen || was_watched || was_before || stood_by || (first > act && closes_with_sight(sentence, words, by, last)))
      return std::string(slice(sentence, words, first, last));
  }
  return {};
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// "An aide, who is not the aide quoted by the Star", "a guard other than the one who spoke to the Star", and in the next sentence "The guard
// was not among the three who had spoken to the Star", "he is not the officer whom the Star quoted": the report itself says that its source
// is another than somebody's before. Not "an aide who is not allowed to speak", who may be anybody, nor "the officer is not the one who
// signs", which tells nobody's sources apart: in the next sentence a word of quoting or speaking has to follow.
#include "events/told_apart.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"
#include "events/facts_parts.h"
#include "events/words.h"

namespace dragoman {
namespace {

using Words = std::vector<FoldedWord>;

constexpr std::size_t kFar = 9;  // words from "not" to "quoted"
constexpr std::array<std::string_view, 9> kHeard = {"quoted", "cited", "interviewed", "spoke", "spoken", "talked", "told", "source", "sources"};
constexpr std::array<std::string_view, 4> kPointers = {"he", "she", "they", "who"};
constexpr std::array<std::string_view, 4> kIs = {"is", "was", "are", "were"};
constexpr std::array<std::string_view, 5> kOthers = {"the", "one", "among", "any", "either"};

// In the words right behind the source.
bool is_told_apart_at_once(const TextIndex& index, const HopSource& source) {
  constexpr std::uint32_t kReach = 60;
  constexpr std::array<std::string_view, 6> kApart = {"not the",        "not one of the",     "not the same",
                                                      "other than the", "different from the", "a different person"};
  std::string behind = lower_ascii(words_from(index, source.words.span.end, kReach));
  behind.resize(std::min(behind.find('.'), behind.size()));
  const std::string joint = fold_text(behind);
  return std::any_of(kApart.begin(), kApart.end(), [&](std::string_view words) {
    for (const std::string_view lead : {"", "who is ", "who was ", "and "}) {
      if (joint.rfind(std::string(lead) + std::string(words) + " ", 0) == 0) return true;
    }
    return false;
  });
}

// "He ...", "The driller ..." after "a driller": the sentence goes on about the source.
bool goes_on_about(const Words& sentence, std::string_view source) {
  if (sentence.empty()) return false;
  if (sentence[0].text != "who" && is_one_of(sentence[0].text, kPointers)) return true;
  if (sentence[0].text != "the") return false;
  std::set<std::string> stems;
  for (const FoldedWord& word : words_of(source)) {
    if (word.text.size() > 3) stems.insert(stem_of(word.text));
  }
  constexpr std::size_t kPhrase = 4;  // "The second army officer"
  for (std::size_t i = 1; i < std::min(kPhrase, sentence.size()) && !sentence[i].possessive; ++i) {
    if (stems.count(stem_of(sentence[i].text)) != 0) return true;
    if (is_stop_word(sentence[i].text)) break;
  }
  return false;
}

// "is not the one whom the Star quoted".
bool says_apart(const Words& sentence, std::size_t is) {
  if (is + 2 >= sentence.size() || !is_one_of(sentence[is].text, kIs) || sentence[is + 1].text != "not" || !is_one_of(sentence[is + 2].text, kOthers))
    return false;
  const auto begin = sentence.begin() + static_cast<std::ptrdiff_t>(is) + 3;
  const auto end = sentence.begin() + static_cast<std::ptrdiff_t>(std::min(is + 3 + kFar, sentence.size()));
  return std::any_of(begin, end, [](const FoldedWord& word) { return is_one_of(word.text, kHeard); });
}

bool is_told_apart_next(const ReadReport& report, const TextIndex& index, const HopSource& source) {
  const auto own = std::find_if(report.sentences.begin(), report.sentences.end(), [&](Span sentence) { return sentence.contains(source.words.span); });
  if (own == report.sentences.end() || own + 1 == report.sentences.end()) return false;
  const Words sentence = words_of(index.slice(*(own + 1)));
  if (!goes_on_about(sentence, source.words.text)) return false;
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    if (says_apart(sentence, i)) return true;
  }
  return false;
}

}  // namespace

bool is_told_apart(const ReadReport& report, const TextIndex& index, const HopSource& source) {
  return is_told_apart_at_once(index, source) || is_told_apart_next(report, index, source);
}

}  // namespace dragoman

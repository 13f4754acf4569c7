// SPDX-License-Identifier: Apache-2.0
// Which outlet a name is of. A name counts as an outlet's by its own words, so that one that no table lists is known too; the cost is a
// person or company that is called like one ("Jane Post").
#include "events/outlets.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/strings.h"

namespace dragoman {
namespace {

// Small words that say what an outlet is; its name stands behind or before them.
constexpr std::array<std::string_view, 18> kDescriptors = {"agency",  "newspaper", "daily",      "broadcaster", "channel", "network",
                                                           "website", "site",      "outlet",     "station",     "tabloid", "weekly",
                                                           "paper",   "portal",    "television", "service",     "radio",   "magazine"};
constexpr std::array<std::string_view, 46> kLastWords = {
    "agency",  "bulletin",  "broadcasting", "broadcaster", "channel", "chronicle", "courier", "daily",  "desk",     "dispatch", "echo",     "examiner",
    "express", "gazette",   "globe",        "guardian",    "herald",  "inquirer",  "journal", "ledger", "magazine", "mail",     "mirror",   "monitor",
    "news",    "newspaper", "newswire",     "observer",    "post",    "press",     "radio",   "record", "reporter", "review",   "sentinel", "standard",
    "star",    "telegraph", "television",   "times",       "today",   "tribune",   "tv",      "weekly", "wire",     "wires"};
// What the press itself writes short.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kShortNames = {{{"ap", "associated press"},
                                                                                        {"afp", "agence france presse"},
                                                                                        {"dpa", "deutsche presse agentur"},
                                                                                        {"nyt", "new york times"},
                                                                                        {"wsj", "wall street journal"},
                                                                                        {"ft", "financial times"},
                                                                                        {"wapo", "washington post"},
                                                                                        {"scmp", "south china morning post"},
                                                                                        {"pti", "press trust of india"},
                                                                                        {"rferl", "radio free europe radio liberty"}}};

bool is_descriptor(const FoldedWord& word) { return !word.capital && is_one_of(word.text, kDescriptors); }

bool is_domain_end(std::string_view text, const FoldedWord& word) {
  return word.begin > 0 && text[word.begin - 1] == '.' && (word.text.size() <= 3 || word.text == "info" || word.text == "news");
}

// "Israel's Channel 12" is called Channel 12.
void drop_owner(std::vector<FoldedWord>& words) {
  for (std::size_t i = words.size(); i-- > 0;) {
    if (words[i].possessive && i + 1 < words.size() && words[i + 1].capital) {
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return;
    }
  }
}

void keep_name_beside_descriptor(std::vector<FoldedWord>& words) {
  const auto last = std::find_if(words.rbegin(), words.rend(), is_descriptor);
  if (last == words.rend()) return;
  std::vector<FoldedWord> behind(last.base(), words.end()), before(words.begin(), std::find_if(words.begin(), words.end(), is_descriptor));
  const auto is_small = [](const FoldedWord& word) { return !word.capital; };
  std::vector<FoldedWord>& name = std::any_of(behind.begin(), behind.end(), std::not_fn(is_small)) ? behind : before;
  name.erase(std::remove_if(name.begin(), name.end(), [](const FoldedWord& word) { return !word.capital && word.text != "of" && word.text != "al"; }),
             name.end());
  if (!name.empty()) words = name;
}

void drop_ends(std::vector<FoldedWord>& words) {
  if (words.size() > 1 && words.front().text == "the") words.erase(words.begin());
  if (words.size() > 1 && (words.back().text == "agency" || words.back().text == "newspaper" || words.back().text == "staff")) words.pop_back();
}

// Words that are of the press alone; an agency, a network or a service may be of spies or shops.
bool is_called_press(const std::vector<FoldedWord>& words) {
  constexpr std::array<std::string_view, 8> kPress = {"newspaper", "broadcaster", "tabloid", "magazine", "daily", "weekly", "television", "tv"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].capital) continue;
    if (is_one_of(words[i].text, kPress) || (words[i].text == "news" && i + 1 < words.size() && is_descriptor(words[i + 1]))) return true;
  }
  return false;
}

}  // namespace

std::string outlet_key_of(std::string_view name) {
  std::vector<FoldedWord> words = words_of(name);
  while (words.size() > 1 && is_domain_end(name, words.back())) words.pop_back();
  if (words.size() > 1 && words.front().text == "www") words.erase(words.begin());
  drop_owner(words);
  const bool is_news_agency = words.size() > 2 && words.back().text == "agency" && words[words.size() - 2].text == "news";
  keep_name_beside_descriptor(words);
  drop_ends(words);
  if (is_news_agency && words.size() > 1 && words.back().text == "news") words.pop_back();
  if (words.size() > 1)
    words.erase(std::remove_if(words.begin(), words.end(), [](const FoldedWord& word) { return word.text == "state" && !word.capital; }), words.end());
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {  // "Israeli Channel 12"
    if (words[i].text == "channel" && words[i + 1].text.find_first_not_of("0123456789") == std::string::npos) return join(words, i, words.size());
  }
  const std::string key = join(words, 0, words.size());
  for (const auto& [brief, full] : kShortNames) {
    if (key == brief) return std::string(full);
  }
  return key;
}

bool is_short_for(std::string_view key, std::string_view outlet) {
  std::string initials;
  for (const FoldedWord& word : words_of(outlet)) {
    if (word.capital && word.text != "the") initials += word.text.front();
  }
  return initials.size() >= 2 && initials == key;
}

bool is_last_word_of(std::string_view key, std::string_view name, std::string_view outlet) {
  const std::vector<FoldedWord> words = words_of(outlet), given = words_of(name);
  const bool is_short = given.size() == 2 && given.front().text == "the" && given.back().capital;
  return is_short && words.size() > 1 && words.back().text == given.back().text && key != outlet_key_of(outlet);
}

bool looks_like_outlet(std::string_view name) {
  std::vector<FoldedWord> words = words_of(name);
  if (words.empty() || words.size() > 6) return false;
  if (words.size() > 1 && is_domain_end(name, words.back())) return true;
  if (is_called_press(words)) return words.size() > 1 && std::any_of(words.begin(), words.end(), [](const FoldedWord& w) { return w.capital; });
  const bool is_numbered = words.back().text.find_first_not_of("0123456789") == std::string::npos;
  if (is_numbered && words.size() > 1) return is_one_of(words[words.size() - 2].text, kLastWords) || words[words.size() - 2].text == "channel";
  return words.size() > 1 && words.back().capital && is_one_of(words.back().text, kLastWords);
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Titles. A title phrase has its head noun before the first preposition: in "former deputy minister for rural affairs" that is
// `minister`. The title is the longest run of words that contains the head noun, is listed, and ends at the phrase's end or before a
// preposition; so unlisted portfolios still are ministers, and "son of the president" is no president. Cost: words squared, all short.
#include "kb/titles.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/tsv.h"
#include "kb/fold.h"
#include "kb/parts.h"

namespace dragoman {
namespace {

using Words = std::vector<std::string>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), word) != list.end(); }
bool is_preposition(std::string_view word) { return is_one_of(word, {"of", "for", "to", "in", "at", "on", "from", "with", "under", "by", "against"}); }
bool is_article(std::string_view word) { return is_one_of(word, {"the", "a", "an"}); }

bool ends_with(std::string_view text, std::string_view ending) { return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending; }

// Titles are shortened before names: Lt. Gen., Sen., PM.
std::string_view written_out(std::string_view word) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 21> kShort = {{{"gen", "general"},
                                            {"lt", "lieutenant"},
                                            {"col", "colonel"},
                                            {"maj", "major"},
                                            {"brig", "brigadier"},
                                            {"capt", "captain"},
                                            {"sgt", "sergeant"},
                                            {"adm", "admiral"},
                                            {"cmdr", "commander"},
                                            {"pres", "president"},
                                            {"sen", "senator"},
                                            {"rep", "representative"},
                                            {"gov", "governor"},
                                            {"amb", "ambassador"},
                                            {"min", "minister"},
                                            {"sec", "secretary"},
                                            {"dep", "deputy"},
                                            {"fm", "foreign minister"},
                                            {"pm", "prime minister"},
                                            {"mp", "member of parliament"},
                                            {"mps", "members of parliament"}}};
  const auto found = std::find_if(kShort.begin(), kShort.end(), [word](const Pair& pair) { return pair.first == word; });
  return found == kShort.end() ? word : found->second;
}

Words words_of(std::string_view phrase) {
  Words words;
  for (const NamePiece& piece : fold_name(phrase)) {
    for (std::string& word : split_list(written_out(piece.text), ' ')) words.push_back(std::move(word));
  }
  return words;
}

std::size_t end_of_head(const Words& words) {
  const auto found = std::find_if(words.begin(), words.end(), [](const std::string& word) { return is_preposition(word); });
  return static_cast<std::size_t>(found - words.begin());
}

std::string join(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

// "minister of the interior" -> "interior minister". Only for offices that are named both ways.
std::string portfolio_first(const Words& words, std::size_t head_end) {
  if (head_end == 0 || head_end + 1 >= words.size() || !is_one_of(words[head_end], {"of", "for"})) return {};
  const std::string& head = words[head_end - 1];
  if (!is_one_of(head, {"minister", "secretary", "ministry"}) || words[head_end + 1] == "state") return {};
  const std::size_t from = head_end + 1 + (is_article(words[head_end + 1]) ? 1 : 0);
  const std::string before = join(words, 0, head_end - 1);
  return (before.empty() ? "" : before + ' ') + join(words, from, words.size()) + ' ' + head;
}

// Different words for one office.
std::string same_office(std::string title) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 9> kSame = {{{"foreign affairs minister", "foreign minister"},
                                          {"external affairs minister", "foreign minister"},
                                          {"foreign secretary", "foreign minister"},
                                          {"defense secretary", "defense minister"},
                                          {"premier", "prime minister"},
                                          {"home secretary", "interior minister"},
                                          {"general secretary", "secretary general"},
                                          {"internal affairs minister", "interior minister"},
                                          {"home affairs minister", "interior minister"}}};
  for (const auto& [from, to] : kSame) {
    if (!ends_with(title, from)) continue;
    const std::size_t at = title.size() - from.size();
    if (at == 0 || title[at - 1] == ' ') return title.substr(0, at) + std::string(to);
  }
  return title;
}

std::uint64_t key_of_words(const Words& words, std::size_t begin, std::size_t end) {
  std::uint64_t key = kHashSeed;
  for (std::size_t i = begin; i < end; ++i) key = extend_key(key, words[i]);
  return key;
}

}  // namespace

std::uint64_t title_key(std::string_view title) {
  const Words words = words_of(title);
  return key_of_words(words, 0, words.size());
}

std::string singular_of(std::string_view noun) {
  std::string word(noun);
  if (ends_with(word, "men")) return word.replace(word.size() - 3, 3, "man");
  if (ends_with(word, "people") && word.size() > 6) return word.replace(word.size() - 6, 6, "person");
  if (ends_with(word, "ies") && word.size() > 4) return word.replace(word.size() - 3, 3, "y");
  for (const std::string_view ending : {"sses", "ches", "shes", "xes"}) {
    if (ends_with(word, ending)) return word.substr(0, word.size() - 2);
  }
  if (ends_with(word, "s") && !ends_with(word, "ss") && !ends_with(word, "us") && word.size() > 3) word.pop_back();
  return word;
}

std::string canonical_title(std::string_view title) {
  Words words = words_of(title);
  if (!words.empty() && is_article(words[0])) words.erase(words.begin());
  const std::size_t head_end = end_of_head(words);
  if (head_end > 0) words[head_end - 1] = singular_of(words[head_end - 1]);
  std::string text = portfolio_first(words, head_end);
  return same_office(text.empty() ? join(words, 0, words.size()) : std::move(text));
}

std::string_view without_standing(std::string_view title) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view standing : {"interim ", "acting ", "caretaker ", "transitional ", "provisional ", "incumbent ", "current "}) {
      if (title.substr(0, standing.size()) != standing) continue;
      title.remove_prefix(standing.size());
      again = true;
    }
  }
  return title;
}

std::optional<KbTitle> KnowledgeBase::title(std::string_view phrase) const {
  Words words = words_of(phrase);
  const std::size_t head_end = end_of_head(words);
  if (head_end == 0) return std::nullopt;
  const Image& image = parts_->image;
  const auto listed = [&](std::size_t begin, std::size_t end) -> const TitleRec* {
    const auto found = image.group<TitleRec>(Section::title_keys, Section::titles, key_of_words(words, begin, end));
    return found.empty() ? nullptr : &found[0];
  };
  const auto longest = [&]() -> const TitleRec* {
    for (std::size_t begin = 0; begin < head_end; ++begin) {
      for (std::size_t end = words.size(); end >= head_end; --end) {
        if (end != head_end && end != words.size() && !is_preposition(words[end])) continue;
        if (const TitleRec* found = listed(begin, end)) return found;
      }
    }
    return nullptr;
  };
  const TitleRec* found = longest();
  if (found == nullptr) {
    words[head_end - 1] = singular_of(words[head_end - 1]);
    found = longest();
  }
  if (found == nullptr) return std::nullopt;
  return KbTitle{image.str(found->title), image.str(found->sector), image.str(found->level), found->needs_state != 0};
}

}  // namespace dragoman

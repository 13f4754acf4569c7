// SPDX-License-Identifier: Apache-2.0
// Names in running words: from each word on, the longest run of pieces that is a key of the name table and is written as the table
// writes it. "the Israel Defence Forces" is one match although Israel is a name too; "who said" is not WHO; "Iran-backed" gives Iran.
// A piece that begins no name costs one look-up.
#include <algorithm>
#include <array>
#include <optional>

#include "kb/fold.h"
#include "kb/parts.h"

namespace dragoman {
namespace {

constexpr std::size_t kWrittenOutAcronym = 4;  // from this length on: Nato, Unesco

// Words that stand capitalised at the start of a sentence often, and in titles.
bool is_ordinary(std::string_view word) {
  constexpr std::array<std::string_view, 48> kOrdinary = {"about", "after", "aid",  "all",  "and", "april", "as",  "at",   "august", "but",   "by",   "care",
                                                          "for",   "from",  "he",   "hope", "how", "i",     "in",  "it",   "its",    "march", "may",  "most",
                                                          "new",   "no",    "not",  "now",  "on",  "one",   "our", "she",  "so",     "some",  "that", "the",
                                                          "then",  "they",  "this", "time", "to",  "us",    "we",  "what", "when",   "who",   "will", "you"};
  return std::binary_search(kOrdinary.begin(), kOrdinary.end(), word);
}

bool is_shouted(std::span<const NamePiece> pieces) {
  const auto shouted = std::count_if(pieces.begin(), pieces.end(), [](const NamePiece& piece) { return piece.acronym; });
  return pieces.size() >= 4 && 2 * static_cast<std::size_t>(shouted) > pieces.size();
}

class Finder {
 public:
  Finder(const Image& image, std::span<const NamePiece> pieces) : image_(image), pieces_(pieces), shouted_(is_shouted(pieces)) {}

  struct Found {
    std::size_t end = 0;  // in pieces
    std::uint32_t entry = 0;
    bool weak = false;
  };

  std::optional<Found> at(std::size_t begin) const {
    const KeySlot* head = image_.slot(Section::heads, hash_bytes(pieces_[begin].text));
    if (head == nullptr) return std::nullopt;
    std::optional<Found> longest;
    std::uint64_t key = kHashSeed;
    const std::size_t end = std::min(pieces_.size(), begin + head->count);
    for (std::size_t i = begin; i < end && (i == begin || !pieces_[i].barrier_before); ++i) {
      key = extend_key(key, pieces_[i].text);
      if (!may_end_at(i)) continue;
      if (auto found = best(key, begin, i + 1)) longest = found;
    }
    return longest;
  }

 private:
  // Within a word only before a small part: Iran-backed, US-led, but not Jordan-Smith.
  bool may_end_at(std::size_t last) const { return last + 1 == pieces_.size() || pieces_[last + 1].word != pieces_[last].word || !pieces_[last + 1].capital; }

  std::optional<Found> best(std::uint64_t key, std::size_t begin, std::size_t end) const {
    std::optional<Found> weak;
    for (const NameRec& name : image_.group<NameRec>(Section::name_keys, Section::names, key)) {
      if ((name.flags & NameRec::kFindable) == 0 || name.pieces != end - begin) continue;
      const auto pieces = pieces_.subspan(begin, end - begin);
      if ((name.flags & NameRec::kNeedsThe) != 0 && (begin == 0 || pieces_[begin - 1].text != "the")) continue;
      const bool spelled_out = !written_as(name.shape, pieces);
      if (spelled_out && !written_out(name.shape, pieces)) continue;
      Found found{end, name.entry, spelled_out || (name.flags & (NameRec::kWeak | NameRec::kShared)) != 0 || doubtful(name.shape, begin, end)};
      if (!found.weak || (name.flags & NameRec::kShared) != 0) return found;
      if (!weak) weak = found;
    }
    return weak;
  }

  // Acronyms as words: Nato. Ordinary words look the same, so such a match is weak.
  static bool written_out(Shape shape, std::span<const NamePiece> pieces) {
    return pieces.size() == 1 && shape.acronyms == 1 && pieces[0].capital && pieces[0].text.size() >= kWrittenOutAcronym;
  }

  bool doubtful(Shape shape, std::size_t begin, std::size_t end) const {
    if (end - begin != 1) return false;
    const std::string& text = pieces_[begin].text;
    if (shape.acronyms != 0) return shouted_ && is_ordinary(text);
    return is_ordinary(text) && (begin == 0 || shouted_);
  }

  const Image& image_;
  std::span<const NamePiece> pieces_;
  bool shouted_;
};

}  // namespace

bool written_as(Shape shape, std::span<const NamePiece> pieces) {
  for (std::size_t i = 0; i < pieces.size() && i < 32; ++i) {
    if ((shape.capitals >> i & 1U) != 0 && !pieces[i].capital) return false;
    if ((shape.acronyms >> i & 1U) != 0 && !pieces[i].acronym) return false;
  }
  return true;
}

std::vector<KbMatch> KnowledgeBase::find(std::span<const std::string_view> words) const {
  std::vector<KbMatch> matches;
  const auto pieces = fold_words(words);
  const Finder finder(parts_->image, pieces);
  for (std::size_t at = 0; at < pieces.size();) {
    const bool inside_word = at > 0 && pieces[at - 1].word == pieces[at].word;
    const auto found = inside_word ? std::nullopt : finder.at(at);
    const KbEntry* entry = found ? parts_->entry(found->entry) : nullptr;
    if (entry != nullptr) matches.push_back({pieces[at].word, pieces[found->end - 1].word + 1, entry, found->weak});
    at = entry != nullptr ? found->end : at + 1;
  }
  return matches;
}

}  // namespace dragoman

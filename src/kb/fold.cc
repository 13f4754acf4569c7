// SPDX-License-Identifier: Apache-2.0
// Folding of names: what two writers of one name differ in by habit is levelled, what tells two names apart is kept.
// "The U.N.", "UN's" and "un" are one; "Özil" is "ozil"; "ash-Sharaa" is "al sharaa", but "Ash Carter" stays.
// Linear in the text; ASCII never reaches ICU.
#include "kb/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace dragoman {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// British spellings that occur in names of bodies, and shortenings.
constexpr std::array<Pair, 13> kSpellings = {{{"defence", "defense"},
                                              {"organisation", "organization"},
                                              {"organisations", "organizations"},
                                              {"labour", "labor"},
                                              {"centre", "center"},
                                              {"centres", "centers"},
                                              {"programme", "program"},
                                              {"saint", "st"},
                                              {"el", "al"},
                                              {"harbour", "harbor"},
                                              {"harbours", "harbors"},
                                              {"defences", "defenses"},
                                              {"theatre", "theater"}}};

// Letters without a canonical decomposition.
struct PlainLetter {
  UChar32 letter;
  std::string_view plain;
};
constexpr std::array<PlainLetter, 15> kPlain = {{{0xDF, "ss"},
                                                 {0xE6, "ae"},
                                                 {0xF0, "d"},
                                                 {0xF8, "o"},
                                                 {0xFE, "th"},
                                                 {0x111, "d"},
                                                 {0x127, "h"},
                                                 {0x131, "i"},
                                                 {0x142, "l"},
                                                 {0x153, "oe"},
                                                 {0x167, "t"},
                                                 {0x14B, "ng"},
                                                 {0x259, "a"},
                                                 {0x1DD, "e"},
                                                 {0x192, "f"}}};

bool is_ignored(UChar32 c) {
  switch (c) {
    case '\'':
    case '.':
    case '`':
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BB:
    case 0x2BC:
    case 0x2BD:
    case 0x2BE:
    case 0x2BF:
    case 0xAD:
    case 0x200D:
    case 0x200C: return true;
    default: return u_charType(c) == U_NON_SPACING_MARK;
  }
}

bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }

void append_utf8(std::string& out, UChar32 c) {
  char buffer[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(buffer, static_cast<std::size_t>(length));
}

// Base letter of a precomposed one, in lower case.
void append_folded(std::string& out, UChar32 c) {
  c = u_tolower(c);
  static const UNormalizer2* const nfd = [] {
    UErrorCode error = U_ZERO_ERROR;
    return unorm2_getNFDInstance(&error);
  }();
  UChar decomposed[8];
  for (int depth = 0; nfd != nullptr && depth < 3; ++depth) {
    UErrorCode error = U_ZERO_ERROR;
    const int length = unorm2_getRawDecomposition(nfd, c, decomposed, 8, &error);
    if (length <= 0 || U_FAILURE(error) || U16_IS_SURROGATE(decomposed[0])) break;
    c = decomposed[0];
  }
  const auto plain = std::find_if(kPlain.begin(), kPlain.end(), [c](const PlainLetter& p) { return p.letter == c; });
  if (plain != kPlain.end()) out += plain->plain;
  else append_utf8(out, c);
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s", "'S", "’S"}) {
    if (word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

// Between the parts of one name these may stand as words of their own: `al - Sharaa`, `People 's Party`.
bool joins(std::string_view word) { return word.empty() || word == "-" || word == "'" || word == "’" || word == "‐" || word == "‑"; }

class Folder {
 public:
  std::vector<NamePiece> take() { return std::move(pieces_); }

  void add(std::string_view whole, int number) {
    const std::string_view word = without_possessive(whole);
    const std::size_t before = pieces_.size();
    begin_piece(number);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    const auto size = static_cast<std::int32_t>(word.size());
    for (std::int32_t at = 0; at < size;) {
      UChar32 c;
      U8_NEXT_OR_FFFD(bytes, at, size, c);
      add_letter(c, number);
    }
    end_piece();
    if (pieces_.size() == before && !joins(word)) barrier_ = true;
  }

 private:
  void begin_piece(int number) {
    piece_ = NamePiece{};
    piece_.word = number;
    lower_ = upper_ = letters_ = 0;
  }

  void add_letter(UChar32 c, int number) {
    if (is_ignored(c)) return;
    if (c == '&') {
      piece_.text += "and";
    } else if (u_isalnum(c)) {
      const bool upper = u_isupper(c) != 0 || u_istitle(c) != 0;
      if (piece_.text.empty()) piece_.capital = upper || u_isdigit(c) != 0;
      upper_ += upper;
      lower_ += u_islower(c) != 0;
      ++letters_;
      if (c < 0x80) piece_.text += static_cast<char>(upper ? c + 32 : c);
      else append_folded(piece_.text, c);
    } else {
      end_piece();
      if (is_hyphen(c) && !pieces_.empty()) pieces_.back().hyphen_after = true;
      begin_piece(number);
    }
  }

  void end_piece() {
    if (piece_.text.empty()) return;
    constexpr int kShort = 4;  // LeT, MoD
    piece_.acronym = letters_ >= 2 && ((upper_ >= 1 && lower_ == 0) || (upper_ >= 2 && letters_ <= kShort));
    piece_.barrier_before = std::exchange(barrier_, false);
    for (const auto& [from, to] : kSpellings) {
      if (piece_.text == from) {
        piece_.text = to;
        break;
      }
    }
    pieces_.push_back(std::move(piece_));
    piece_ = NamePiece{};
  }

  std::vector<NamePiece> pieces_;
  NamePiece piece_;
  int lower_ = 0, upper_ = 0, letters_ = 0;
  bool barrier_ = false;
};

// Arabic's article before a sun letter takes its sound: ash-Sharaa, as-Sisi, an-Nahda.
void level_articles(std::vector<NamePiece>& pieces) {
  constexpr std::array<std::string_view, 14> kSun = {"ash", "as", "ad", "an", "ar", "at", "az", "adh", "ath", "esh", "es", "ed", "en", "er"};
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    std::string& text = pieces[i].text;
    if (!pieces[i].hyphen_after || std::find(kSun.begin(), kSun.end(), text) == kSun.end()) continue;
    if (pieces[i + 1].text.compare(0, text.size() - 1, text, 1) == 0) text = "al";
  }
}

constexpr std::uint64_t kOdd = 0xA0761D6478BD642FU, kOther = 0xE7037ED1A0B428DBU;

inline std::uint64_t block_at(const char* at) {
  std::uint64_t block;
  std::memcpy(&block, at, 8);
  return block;
}

inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Four independent chains, so that the multiplications overlap: files are hashed at each start. Consumes whole rounds.
std::uint64_t hash_lanes(std::string_view& bytes, std::uint64_t seed) {
  std::uint64_t lanes[4] = {seed ^ kOdd, seed ^ kOther, seed + kOdd, seed + kOther};
  while (bytes.size() >= 32) {
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = mix(lanes[i] ^ kOther, block_at(bytes.data() + 8 * i) ^ kOdd);
    bytes.remove_prefix(32);
  }
  return mix(lanes[0] ^ lanes[1], kOdd ^ lanes[2]) ^ mix(lanes[3] ^ kOther, lanes[0] + lanes[2]);
}

}  // namespace

std::vector<NamePiece> fold_words(std::span<const std::string_view> words) {
  Folder folder;
  for (std::size_t i = 0; i < words.size(); ++i) folder.add(words[i], static_cast<int>(i));
  auto pieces = folder.take();
  level_articles(pieces);
  return pieces;
}

std::vector<NamePiece> fold_name(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = name.find_first_not_of(" \t\r\n", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(name.find_first_of(" \t\r\n", at), name.size());
    words.push_back(name.substr(at, end - at));
    at = end;
  }
  return fold_words(words);
}

std::string joined(std::span<const NamePiece> pieces) {
  std::string text;
  for (const NamePiece& piece : pieces) {
    if (!text.empty()) text += ' ';
    text += piece.text;
  }
  return text;
}

// Multiplicative mixing of eight bytes at a time (the idea of wyhash); for tables and checksums, not against adversaries.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = mix(seed ^ kOdd, bytes.size() ^ kOther);
  if (bytes.size() >= 256) hash = hash_lanes(bytes, hash);
  while (bytes.size() >= 8) {
    hash = mix(hash ^ kOther, block_at(bytes.data()) ^ kOdd);
    bytes.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  if (!bytes.empty()) std::memcpy(&rest, bytes.data(), bytes.size());
  return mix(hash ^ kOdd, rest ^ kOther);
}

std::span<const NamePiece> without_article(std::span<const NamePiece> pieces) {
  return pieces.size() > 1 && pieces[0].text == "the" ? pieces.subspan(1) : pieces;
}

std::uint64_t key_of(std::span<const NamePiece> pieces) {
  std::uint64_t key = kHashSeed;
  for (const NamePiece& piece : without_article(pieces)) key = extend_key(key, piece.text);
  return key;
}

}  // namespace dragoman

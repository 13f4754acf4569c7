// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// A word or a part of one, as names are compared: lower case, no accents, apostrophes, periods or possessive 's, spellings levelled
// (`defence`, `el-`, `ash-` become `defense`, `al`). "U.S.-backed" gives `us` and `backed`.
struct NamePiece {
  std::string text;
  int word = 0;          // which of the given words it comes from
  bool capital = false;  // begins with a capital or a digit
  bool acronym = false;  // two or more letters or digits, all letters capitals (or, if short, two of them: MoD)
  bool hyphen_after = false;
  bool barrier_before = false;  // a comma, quote or other mark between this and the piece before it
};

std::vector<NamePiece> fold_words(std::span<const std::string_view> words);
std::vector<NamePiece> fold_name(std::string_view name);  // splits at white space first
std::string joined(std::span<const NamePiece> pieces);    // with single blanks

constexpr std::uint64_t kHashSeed = 0x9E3779B97F4A7C15U;
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = kHashSeed);
// A name's key is its pieces hashed in order, so that longer names extend shorter ones.
inline std::uint64_t extend_key(std::uint64_t key, std::string_view piece) { return hash_bytes(piece, key); }
// Key of a whole name; a leading `the` does not count.
std::uint64_t key_of(std::span<const NamePiece> pieces);
std::span<const NamePiece> without_article(std::span<const NamePiece> pieces);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dragoman {

// A word's bytes, before sentences are known. `continues`: part of the same multiword token as the piece before it ("don't").
struct Piece {
  std::uint32_t begin = 0, end = 0;
  bool continues = false;
};

// Cuts a paragraph of valid UTF-8 into the words of UD English: clitics apart (do|n't, John|'s, can|not), compounds cut at hyphens
// (cease|-|fire, but anti-tank and re-elected whole), currency and units apart ($|5, 5|km), while abbreviations (Gen., U.S., J.), times, dates, telephone
// numbers, hosts, addresses and emoticons stay whole. White space always separates. Works: "The U.S.-led force (about 5,000 troops) didn't fire." Does not:
// "vitamin C. Then": read as an initial before names only. One pass over the text with a look at the next chunk; the cost is linear.
void split_words(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Piece>& pieces);

}  // namespace dragoman

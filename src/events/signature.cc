// SPDX-License-Identifier: Apache-2.0
// What is needed to see that one text is in another, without the texts. MinHash (Broder, 1997) over shingles of three words: two signatures
// agree in as large a share as the shingles that the texts have in common. The lowest shingle hashes serve to count what a long and a
// short text share; the hashes of sentences find a copy that was cut down. Datelines, bylines and agency lines are left out first, so a
// copy under another agency's line is a copy still. Linear in the text.
#include <algorithm>
#include <limits>

#include "base/text_index.h"
#include "events/facts_parts.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::size_t kShingle = 3, kKeptShingles = 256;
constexpr std::size_t kKeptSentences = 6, kLeastWordsOfSentence = 8;

bool is_furniture(const FoldedWord& word, const Furniture& furniture) {
  return std::any_of(furniture.bytes.begin(), furniture.bytes.end(), [&](Span span) { return span.begin <= word.begin && word.begin < span.end; });
}

std::vector<std::uint64_t> shingles_of(const std::vector<FoldedWord>& words) {
  std::vector<std::uint64_t> shingles;
  const std::size_t size = std::min(kShingle, words.size());
  for (std::size_t i = 0; size > 0 && i + size <= words.size(); ++i) shingles.push_back(hash_of(join(words, i, i + size)));
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

void min_hash(const std::vector<std::uint64_t>& shingles, std::array<std::uint32_t, 64>& signature) {
  signature.fill(std::numeric_limits<std::uint32_t>::max());
  for (const std::uint64_t shingle : shingles) {
    for (std::size_t i = 0; i < signature.size(); ++i) {
      const auto hash = static_cast<std::uint32_t>(mix(shingle ^ (i * 0xD6E8FEB86659FD93ULL)) >> 32);
      signature[i] = std::min(signature[i], hash);
    }
  }
}

std::vector<std::uint64_t> sentences_of(const ReadReport& report, const std::vector<FoldedWord>& words) {
  const TextIndex index(report.report.text);
  std::vector<std::uint64_t> hashes;
  auto next = words.begin();
  for (const Span sentence : report.sentences) {
    const std::uint32_t end_byte = index.byte_of(sentence.end);
    const auto begin = next;
    while (next != words.end() && next->begin < end_byte) ++next;
    const auto first = static_cast<std::size_t>(begin - words.begin()), last = static_cast<std::size_t>(next - words.begin());
    if (last - first < kLeastWordsOfSentence) continue;
    hashes.push_back(hash_of(join(words, first, last)));
    if (hashes.size() == kKeptSentences) break;
  }
  return hashes;
}

}  // namespace

void sign(const ReadReport& report, const Furniture& furniture, ReportFacts& facts) {
  std::vector<FoldedWord> words = words_of(report.report.text);
  words.erase(std::remove_if(words.begin(), words.end(), [&](const FoldedWord& word) { return is_furniture(word, furniture); }), words.end());
  facts.words = static_cast<std::uint32_t>(words.size());
  const std::vector<std::uint64_t> shingles = shingles_of(words);
  min_hash(shingles, facts.signature);
  for (std::size_t i = 0; i < std::min(shingles.size(), kKeptShingles); ++i) facts.shingles.push_back(static_cast<std::uint32_t>(shingles[i] >> 32));
  facts.shingles.erase(std::unique(facts.shingles.begin(), facts.shingles.end()), facts.shingles.end());
  facts.sentences = sentences_of(report, words);
}

}  // namespace dragoman

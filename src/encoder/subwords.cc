// SPDX-License-Identifier: Apache-2.0
#include "encoder/subwords.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <unordered_map>

#include "base/tsv.h"
#include "encoder/normalise.h"

namespace dragoman {
namespace {

constexpr std::size_t kMaxCharactersOfPart = 100;  // longer parts are [UNK], as in training

using PieceIds = std::unordered_map<std::string_view, std::int64_t>;

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

struct CaseCounts {
  int upper = 0, cased = 0;
  bool first_upper = false, digit = false;
};

void count(UChar32 c, CaseCounts& counts) {
  const std::uint32_t mask = category_mask_of(c);
  counts.digit |= (mask & U_GC_ND_MASK) != 0;
  const bool upper = (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
  if (!upper && (mask & U_GC_LL_MASK) == 0) return;
  if (counts.cased++ == 0) counts.first_upper = upper;
  counts.upper += upper;
}

}  // namespace

Casing casing_of(std::string_view word) {
  CaseCounts counts;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  for (std::int32_t i = 0, size = static_cast<std::int32_t>(word.size()); i < size;) {
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    if (c >= 0) count(c, counts);
  }
  if (counts.cased == 0) return counts.digit ? Casing::digit : Casing::none;
  if (counts.upper == 0) return Casing::lower;
  if (counts.upper == counts.cased) return counts.upper == 1 ? Casing::single : Casing::upper;
  return counts.upper == 1 && counts.first_upper ? Casing::title : Casing::mixed;
}

struct Subwords::Vocabulary {
  std::string text;         // what the keys point into
  PieceIds initial, inner;  // pieces that begin a part; pieces that go on ("##ing" under "ing")
  std::size_t longest_bytes = 0;
  std::int64_t unknown = 0, begin = 0, end = 0;

  // Pieces of one part, the longest first; [UNK] alone where it cannot be cut.
  void cut(std::string_view part, std::vector<std::int64_t>& ids) const;
};

void Subwords::Vocabulary::cut(std::string_view part, std::vector<std::int64_t>& ids) const {
  const std::size_t before = ids.size();
  const auto characters = static_cast<std::size_t>(std::count_if(part.begin(), part.end(), begins_code_point));
  for (std::size_t at = 0; at < part.size() && characters <= kMaxCharactersOfPart;) {
    const PieceIds& pieces = at == 0 ? initial : inner;
    std::size_t length = std::min(part.size() - at, longest_bytes);
    auto found = pieces.end();
    for (; length > 0 && (found = pieces.find(part.substr(at, length))) == pieces.end(); --length) {}
    if (length == 0) break;
    ids.push_back(found->second);
    at += length;
    if (at == part.size()) return;
  }
  ids.resize(before);
  ids.push_back(unknown);
}

Subwords::Subwords(std::unique_ptr<Vocabulary> vocabulary) : vocabulary_(std::move(vocabulary)) {}
Subwords::Subwords(Subwords&&) noexcept = default;
Subwords& Subwords::operator=(Subwords&&) noexcept = default;
Subwords::~Subwords() = default;

Result<Subwords> Subwords::load(const std::string& vocab_path) {
  auto text = read_file(vocab_path);
  if (!text) return text.error();
  auto vocabulary = std::make_unique<Vocabulary>();
  vocabulary->text = std::move(*text);
  vocabulary->initial.reserve(32768);
  vocabulary->inner.reserve(8192);
  std::int64_t id = 0;
  for (std::string_view rest = vocabulary->text; !rest.empty(); ++id) {
    const std::size_t line_end = std::min(rest.find('\n'), rest.size());
    const std::string_view piece = rest.substr(0, line_end);
    rest.remove_prefix(std::min(line_end + 1, rest.size()));
    const bool inner = piece.starts_with("##") && piece.size() > 2;
    (inner ? vocabulary->inner : vocabulary->initial).emplace(inner ? piece.substr(2) : piece, id);
    vocabulary->longest_bytes = std::max(vocabulary->longest_bytes, piece.size());
  }
  for (auto [name, place] : {std::pair{"[UNK]", &vocabulary->unknown}, {"[CLS]", &vocabulary->begin}, {"[SEP]", &vocabulary->end}}) {
    const auto found = vocabulary->initial.find(name);
    if (found == vocabulary->initial.end()) { return Error{ErrorCode::bad_data, fmt::format("{}: no piece {}; install the model again", vocab_path, name)}; }
    *place = found->second;
  }
  return Subwords(std::move(vocabulary));
}

std::size_t Subwords::append_pieces(std::string_view word, std::vector<std::int64_t>& ids) const {
  const std::size_t before = ids.size();
  for (const std::string& part : bert_parts(word)) {
    if (ids.size() - before >= kMaxPiecesOfWord) break;
    vocabulary_->cut(part, ids);
  }
  if (ids.size() == before) ids.push_back(vocabulary_->unknown);
  ids.resize(std::min(ids.size(), before + kMaxPiecesOfWord));
  return ids.size() - before;
}

std::int64_t Subwords::begin_id() const { return vocabulary_->begin; }
std::int64_t Subwords::end_id() const { return vocabulary_->end; }

}  // namespace dragoman

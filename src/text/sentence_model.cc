// SPDX-License-Identifier: Apache-2.0
#include "text/sentence_model.h"

#include <bit>

#include "text/gaps.h"
#include "text/weights.h"

namespace dragoman {
namespace {

// FNV-1a over the same bytes as the feature's name in the table: "lr=.|C|_".
class KeyBuilder {
 public:
  void add(std::string_view part) {
    for (const char c : part) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  std::uint64_t key() const { return hash_ == 0 ? 1 : hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325U;
};

template <typename... Parts>
std::uint64_t key_of(std::string_view name, Parts... parts) {
  KeyBuilder key;
  key.add(name);
  ((key.add("|"), key.add(parts)), ...);
  return key.key();
}

// Not where UD would never cut: inside a multiword token, or without space unless a stop, a mark or what closes around it stands before.
bool may_end(const GapView& view, std::size_t i) {
  if (i + 1 >= view.pieces.size()) return true;
  if (view.pieces[i + 1].continues) return false;
  if (view.spaced(i)) return true;
  const Look look = view.looks[i];
  return look == Look::stop || look == Look::mark || look == Look::ellipsis || look == Look::bullet;
}

}  // namespace

Result<SentenceModel> SentenceModel::open(const std::string& path) {
  const auto rows = read_weights(path, "feature", "run training/sentences again");
  if (!rows) return rows.error();
  SentenceModel model;
  model.slots_.resize(std::bit_ceil(rows->size() * 2 + 16));
  for (const NamedWeight& row : *rows) {
    if (row.name == "bias") {
      model.bias_ = row.weight;
      continue;
    }
    const std::uint64_t key = key_of(row.name);
    std::size_t slot = key & (model.slots_.size() - 1);
    while (model.slots_[slot].key != 0) slot = (slot + 1) & (model.slots_.size() - 1);
    model.slots_[slot] = {key, row.weight};
  }
  return model;
}

float SentenceModel::weight_of(std::uint64_t key) const {
  for (std::size_t slot = key & (slots_.size() - 1); slots_[slot].key != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot].key == key) return slots_[slot].weight;
  }
  return 0;
}

std::vector<float> SentenceModel::scores(std::string_view text, const std::vector<Piece>& pieces) const {
  const GapView view(text, pieces);
  std::vector<float> scores(pieces.size(), -1);
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!may_end(view, i)) continue;
    float score = bias_;
    for_each_feature(view, i, [&](auto name, auto... parts) { score += weight_of(key_of(name, parts...)); });
    scores[i] = score;
  }
  if (!scores.empty()) scores.back() = 1;
  return scores;
}

std::vector<std::vector<std::string>> gap_features(std::string_view text, const std::vector<Piece>& pieces) {
  const GapView view(text, pieces);
  std::vector<std::vector<std::string>> features(pieces.size());
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!may_end(view, i)) continue;
    for_each_feature(view, i, [&](std::string_view name, auto... parts) {
      std::string feature(name);
      ((feature += '|', feature += parts), ...);
      features[i].push_back(std::move(feature));
    });
  }
  return features;
}

}  // namespace dragoman

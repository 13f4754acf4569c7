// SPDX-License-Identifier: Apache-2.0
#include "encoder/word_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/tsv.h"
#include "encoder/dot.h"

namespace dragoman {
namespace {

constexpr std::string_view kFormat = "dragoman.word-head/1";
constexpr std::size_t kLargest = 1 << 16;  // of each side: a damaged header must not ask for all memory

Error damaged(const std::string& path, std::string_view why) { return {ErrorCode::bad_data, fmt::format("{}: {}; install the model again", path, why)}; }

float gelu(float x) { return 0.5F * x * (1.0F + std::erf(x * 0.70710678F)); }

}  // namespace

Result<WordHead> WordHead::load(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const std::size_t line = bytes->find('\n');
  const nlohmann::json header = nlohmann::json::parse(bytes->substr(0, line), nullptr, false);
  if (line == std::string::npos || !header.is_object() || header.value("format", "") != kFormat)
    return damaged(path, fmt::format("is not of format {}", kFormat));
  const auto labels = header.find("labels");
  const auto size_of = [&](const char* name) { return header.contains(name) && header[name].is_number_unsigned() ? header[name].get<std::size_t>() : 0; };
  WordHead head;
  head.width_ = size_of("width");
  head.inner_ = size_of("inner");
  if (labels == header.end() || !labels->is_array() || labels->empty() || labels->size() > kLargest) return damaged(path, "has no list `labels`");
  if (head.width_ == 0 || head.inner_ == 0 || head.width_ > kLargest || head.inner_ > kLargest) return damaged(path, "has no usable `width` and `inner`");
  for (const auto& label : *labels) {
    if (!label.is_string()) return damaged(path, "`labels` holds something else than names");
    head.labels_.push_back(label.get<std::string>());
  }
  const std::array<std::pair<std::vector<float>*, std::size_t>, 4> parts = {{{&head.first_, head.inner_ * head.width_},
                                                                             {&head.first_bias_, head.inner_},
                                                                             {&head.second_, head.labels_.size() * head.inner_},
                                                                             {&head.second_bias_, head.labels_.size()}}};
  std::size_t at = line + 1;
  for (const auto& [values, size] : parts) {
    if ((bytes->size() - at) / sizeof(float) < size) return damaged(path, "is cut off");
    values->resize(size);
    std::memcpy(values->data(), bytes->data() + at, size * sizeof(float));
    at += size * sizeof(float);
  }
  if (at != bytes->size()) return damaged(path, "is longer than its header says");
  return head;
}

std::vector<float> WordHead::shares(std::span<const float> vector) const {
  const Dot dot = best_dot();
  std::vector<float> inner(inner_), scores(labels_.size());
  for (std::size_t i = 0; i < inner_; ++i) inner[i] = gelu(dot(first_.data() + i * width_, vector.data(), width_) + first_bias_[i]);
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = dot(second_.data() + i * inner_, inner.data(), inner_) + second_bias_[i];
  const float highest = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - highest);
  for (float& score : scores) score /= sum;
  return scores;
}

}  // namespace dragoman

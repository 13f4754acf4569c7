// SPDX-License-Identifier: Apache-2.0
#include "base/text_index.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::uint32_t kStep = 64;

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text) {
  is_ascii_ = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_ascii_) return;
  std::uint32_t code_points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) checkpoints_.push_back(code_points);
    code_points += begins_code_point(text[i]);
  }
  checkpoints_.push_back(code_points);
}

std::uint32_t TextIndex::cp_of(std::uint32_t byte) const {
  byte = std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(text_.size()));
  if (is_ascii_) return byte;
  const std::uint32_t from = byte / kStep * kStep;
  std::uint32_t code_points = checkpoints_[byte / kStep];
  if (from >= text_.size()) return checkpoints_.back();
  return code_points + static_cast<std::uint32_t>(std::count_if(text_.begin() + from, text_.begin() + byte, begins_code_point));
}

std::uint32_t TextIndex::byte_of(std::uint32_t cp) const {
  if (is_ascii_) return std::min<std::uint32_t>(cp, static_cast<std::uint32_t>(text_.size()));
  // The last checkpoint with at most `cp` code points before it; its byte may lie inside a code point.
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), cp);
  const auto index = static_cast<std::uint32_t>(after - checkpoints_.begin()) - 1;
  std::uint32_t byte = std::min<std::uint32_t>(index * kStep, static_cast<std::uint32_t>(text_.size()));
  std::uint32_t seen = checkpoints_[index];
  for (; byte < text_.size(); ++byte) {
    if (!begins_code_point(text_[byte])) continue;
    if (seen == cp) return byte;
    ++seen;
  }
  return byte;
}

std::string_view TextIndex::slice(Span span) const {
  const std::uint32_t begin = byte_of(span.begin);
  const std::uint32_t end = byte_of(span.end);
  return text_.substr(begin, end > begin ? end - begin : 0);
}

}  // namespace dragoman

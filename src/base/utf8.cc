// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <utility>

namespace dragoman {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kLast = 0x10FFFF;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// Bytes that a sequence with this first byte has; 0 for bytes that begin none.
std::uint32_t sequence_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

std::size_t first_invalid(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = decode_utf8(text, at);
    if (!c.valid) return at;
    at += c.size;
  }
  return text.size();
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t size = sequence_size(lead);
  if (size == 1) return {lead, 1, true};
  if (size == 0 || at + size > text.size()) return {kReplacement, 1, false};
  char32_t value = lead & (0x7F >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0) != 0x80) return {kReplacement, 1, false};
    value = (value << 6) | (byte & 0x3F);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < kSmallest[size] || value > kLast || is_surrogate(value)) return {kReplacement, 1, false};
  return {value, size, true};
}

void append_utf8(std::string& text, char32_t c) {
  if (c > kLast || is_surrogate(c)) c = kReplacement;
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    tail(12), tail(6), tail(0);
  }
}

bool is_valid_utf8(std::string_view text) { return first_invalid(text, 0) == text.size(); }

RepairedText repair_utf8(std::string text) {
  std::size_t bad = first_invalid(text, 0);
  if (bad == text.size()) return {std::move(text), 0};
  RepairedText repaired;
  repaired.text.reserve(text.size() + 16);
  std::size_t copied = 0;
  for (; bad < text.size(); bad = first_invalid(text, copied)) {
    repaired.text.append(text, copied, bad - copied);
    append_utf8(repaired.text, kReplacement);
    ++repaired.replaced;
    copied = bad + 1;
  }
  repaired.text.append(text, copied);
  return repaired;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace dragoman {

// A stretch of `report.text` in Unicode code points, end exclusive: {0, 5} of "Minsk denied it" is "Minsk".
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
};

// A span with its words, as the output shows it.
struct TextSpan {
  Span span;
  std::string text;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/numbers.h"

#include <array>
#include <cstdint>

#include "text/characters.h"

namespace dragoman {
namespace {

bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at])); }

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (digit_at(text, at)) ++at;
  return at;
}

// Groups of digits with one mark between them, as dates and telephone numbers are written.
struct Groups {
  std::array<std::size_t, 4> sizes{};
  std::array<int, 4> values{};
  std::size_t count = 0, end = 0;
};

Groups groups_of(std::string_view text, char mark) {
  Groups groups;
  for (std::size_t at = 0; groups.count < 4;) {
    const std::size_t end = digits_end(text, at);
    if (end == at) break;
    int value = 0;
    for (std::size_t i = at; i < end && i < at + 6; ++i) value = value * 10 + (text[i] - '0');
    groups.sizes[groups.count] = end - at;
    groups.values[groups.count++] = value;
    groups.end = end;
    if (end >= text.size() || text[end] != mark || !digit_at(text, end + 1)) break;
    at = end + 1;
  }
  return groups;
}

bool is_date(const Groups& g) {
  if (g.count != 3) return false;
  const auto short_group = [&](std::size_t i) { return g.sizes[i] <= 2 && g.values[i] >= 1 && g.values[i] <= 31; };
  if (g.sizes[0] == 4) return short_group(1) && short_group(2);
  return short_group(0) && short_group(1) && (g.sizes[2] == 4 || g.sizes[2] == 2);
}

bool is_telephone(const Groups& g) {
  if (g.count == 2) return g.sizes[0] == 3 && g.sizes[1] == 4;
  if (g.count == 3) return g.sizes[0] == 3 && g.sizes[1] == 3 && g.sizes[2] == 4;
  return g.count == 4 && g.sizes[0] <= 2 && g.sizes[1] == 3 && g.sizes[2] == 3 && g.sizes[3] == 4;
}

// "9/11" and "5/18", not "1/2", "24/7" or "20/20".
bool is_month_and_day(const Groups& g) {
  if (g.count != 2 || g.sizes[0] > 2 || g.sizes[1] > 2 || g.sizes[0] + g.sizes[1] < 3) return false;
  return g.values[0] >= 1 && g.values[0] <= 12 && g.values[1] >= 1 && g.values[1] <= 31;
}

}  // namespace

std::size_t number_length(std::string_view text) {
  std::size_t begin = 0;
  if (!text.empty() && (text[0] == '+' || text[0] == '.')) begin = 1;
  if (!digit_at(text, begin)) return 0;
  if (begin == 0) {
    if (const Groups dashed = groups_of(text, '-'); is_date(dashed) || is_telephone(dashed)) return dashed.end;
    if (const Groups slashed = groups_of(text, '/'); is_date(slashed) || is_month_and_day(slashed)) return slashed.end;
  }
  std::size_t end = digits_end(text, begin);
  while (end < text.size() && (text[end] == '.' || text[end] == ',' || text[end] == ':') && digit_at(text, end + 1)) end = digits_end(text, end + 1);
  return end;
}

bool is_ordinal_ending(std::string_view letters) {
  const std::string lower = lower_ascii(letters);
  return lower == "st" || lower == "nd" || lower == "rd" || lower == "th" || lower == "s";
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

// A small SVG picture of lines and words, complete in itself: no script, no outside font, text of others escaped. Pixels from the upper left.
class Svg {
 public:
  enum class Weight : std::uint8_t { plain, bold, small };

  Svg(int width, int height, std::string_view title);
  void line(int x1, int y1, int x2, int y2, bool dashed = false);
  void circle(int x, int y, int radius, std::string_view colour, std::string_view tooltip);
  void box(int x, int y, int width, int height, std::string_view colour, std::string_view tooltip);
  void text(int x, int y, std::string_view words, Weight weight = Weight::plain);
  std::string finish();

 private:
  std::string body_;
};

}  // namespace dragoman

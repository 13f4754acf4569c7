// SPDX-License-Identifier: Apache-2.0
#include "cli/svg.h"

#include <fmt/format.h>

#include "cli/words.h"

namespace dragoman {
namespace {

std::string escaped(std::string_view words) {
  std::string text;
  for (const char c : printable(words)) {
    switch (c) {
      case '&': text += "&amp;"; break;
      case '<': text += "&lt;"; break;
      case '>': text += "&gt;"; break;
      case '"': text += "&quot;"; break;
      default: text += c;
    }
  }
  return text;
}

std::string_view font_of(Svg::Weight weight) {
  switch (weight) {
    case Svg::Weight::bold: return "font-size=\"13\" font-weight=\"bold\" fill=\"#111\"";
    case Svg::Weight::small: return "font-size=\"11\" fill=\"#555\"";
    default: return "font-size=\"13\" fill=\"#111\"";
  }
}

}  // namespace

Svg::Svg(int width, int height, std::string_view title)
    : body_(fmt::format(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" font-family=\"sans-serif\" role=\"img\">\n"
          "<title>{2}</title>\n<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
          width, height, escaped(title))) {}

void Svg::line(int x1, int y1, int x2, int y2, bool dashed) {
  body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#888\"{}/>\n", x1, y1, x2, y2, dashed ? " stroke-dasharray=\"4 3\"" : "");
}

void Svg::circle(int x, int y, int radius, std::string_view colour, std::string_view tooltip) {
  body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"><title>{}</title></circle>\n", x, y, radius, colour, escaped(tooltip));
}

void Svg::box(int x, int y, int width, int height, std::string_view colour, std::string_view tooltip) {
  body_ +=
      fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"><title>{}</title></rect>\n", x, y, width, height, colour, escaped(tooltip));
}

void Svg::text(int x, int y, std::string_view words, Weight weight) {
  if (!words.empty()) body_ += fmt::format("<text x=\"{}\" y=\"{}\" {}>{}</text>\n", x, y, font_of(weight), escaped(words));
}

std::string Svg::finish() { return body_ + "</svg>\n"; }

}  // namespace dragoman

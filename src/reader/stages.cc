// SPDX-License-Identifier: Apache-2.0
#include "reader/stages.h"

#include <fmt/format.h>

#include "text/language.h"
#include "text/tokenize.h"

namespace dragoman {
namespace {

// A report is a few thousand bytes, a book half a million. What is longer is no report, and would take minutes.
constexpr std::uint32_t kMaxBytes = 1 << 20;

// Where to cut a text that is too long: at the last line or word that ends before the limit.
std::uint32_t cut_of(std::string_view text) {
  if (text.size() <= kMaxBytes) return static_cast<std::uint32_t>(text.size());
  std::size_t cut = text.find_last_of(" \n", kMaxBytes);
  if (cut == std::string_view::npos || cut < kMaxBytes / 2) cut = kMaxBytes;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return static_cast<std::uint32_t>(cut);
}

TokenizedText tokens_of(const TextIndex& text, std::vector<Diagnostic>& diagnostics) {
  const std::uint32_t cut = cut_of(text.text());
  const auto size = static_cast<std::uint32_t>(text.text().size());
  if (cut == size) return tokenize(text);
  diagnostics.push_back({Level::warning, fmt::format("only the first {} of {} bytes of this text are read", cut, size), text.span_of(cut, size)});
  return tokenize(TextIndex(text.text().substr(0, cut)));
}

}  // namespace

ParsedReport parse_text(const TextIndex& text, const Parser& parser, std::vector<Diagnostic>& diagnostics) {
  ParsedReport parsed;
  parsed.text = &text;
  parsed.tokenized = tokens_of(text, diagnostics);
  parsed.trees = parser.parse(parsed.tokenized, text);
  return parsed;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "reader/stages.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/dates.h"
#include "text/language.h"

namespace dragoman {
namespace {

// A report is a few thousand bytes; a novel has half a million. What is longer is no report, and would take minutes.
constexpr std::uint32_t kMaxBytes = 1 << 19;

// Where to cut a text that is too long: at the last line or word that ends before the limit.
std::uint32_t cut_of(std::string_view text) {
  if (text.size() <= kMaxBytes) return static_cast<std::uint32_t>(text.size());
  std::size_t cut = text.find_last_of(" \n", kMaxBytes);
  if (cut == std::string_view::npos || cut < kMaxBytes / 2) cut = kMaxBytes;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return static_cast<std::uint32_t>(cut);
}

TokenizedText tokens_of(const TextIndex& text, const TokenizeOptions& options, std::vector<Diagnostic>& diagnostics) {
  const std::uint32_t cut = cut_of(text.text());
  const auto size = static_cast<std::uint32_t>(text.text().size());
  if (cut == size) return tokenize(text, options);
  diagnostics.push_back({Level::warning, fmt::format("only the first {} of {} bytes of this text are read", cut, size), text.span_of(cut, size)});
  return tokenize(TextIndex(text.text().substr(0, cut)), options);
}

}  // namespace

TokenizeOptions tokenize_options(const Knowledge& knowledge) {
  TokenizeOptions options;
  if (knowledge.sentences) options.model = &*knowledge.sentences;
  return options;
}

namespace {

// What is left out is told: no empty output without a reason.
void note_left_out(const std::vector<bool>& wanted, const TextIndex& text, std::vector<Diagnostic>& diagnostics) {
  const auto left_out = std::count(wanted.begin(), wanted.end(), false);
  if (left_out == 0) return;
  diagnostics.push_back(
      {Level::info, fmt::format("{} of {} sentences do not look political and were not read; --all reads them", left_out, wanted.size()), {0, text.size_cp()}});
}

// Sentences, tokens and trees of a text, of at most kMaxBytes of it: what is beyond is named in a diagnostic.
ParsedReport parse_text(const TextIndex& text, const Knowledge& knowledge, bool all, std::vector<Diagnostic>& diagnostics) {
  ParsedReport parsed;
  parsed.text = &text;
  parsed.tokenized = tokens_of(text, tokenize_options(knowledge), diagnostics);
  parsed.event_labels = knowledge.parser.event_labels();
  if (all || !knowledge.gate) {
    parsed.trees = knowledge.parser.parse(parsed.tokenized, text);
  } else {
    const std::vector<bool> wanted = knowledge.gate->wanted(parsed.tokenized, text.text());
    note_left_out(wanted, text, diagnostics);
    parsed.trees = knowledge.parser.parse(parsed.tokenized, text, {.wanted = &wanted});
  }
  return parsed;
}

// "NAIROBI, 12 February 2024 (Horn Wire) -": the day that a dateline names with its year, for a report of no publication date; empty for none.
std::string date_of_dateline(const ParsedReport& parsed, std::string_view text) {
  constexpr std::uint32_t kLongest = 5;  // tokens of a date
  for (const Sentence& sentence : parsed.tokenized.sentences) {
    for (std::uint32_t first = sentence.first; first < sentence.dateline_end; ++first) {
      for (std::uint32_t last = std::min(first + kLongest, sentence.dateline_end); last > first; --last) {
        const std::size_t begin = parsed.tokenized.tokens[first].begin_byte;
        const auto date = normalise_published(text.substr(begin, parsed.tokenized.tokens[last - 1].end_byte - begin));
        if (date) return *date;
      }
    }
  }
  return "";
}

bool is_empty(const ParsedReport& parsed) {
  return std::all_of(parsed.trees.begin(), parsed.trees.end(), [](const Tree& tree) { return tree.empty(); });
}

}  // namespace

Stages run_stages(const TextIndex& text, const Report& report, const Knowledge& knowledge, const ReadOptions& options) {
  Stages stages;
  stages.language = report.language.empty() ? detect_language(text.text().substr(0, cut_of(text.text()))) : report.language;
  if (!is_readable_language(stages.language)) {
    stages.diagnostics.push_back(
        {Level::info, fmt::format("not read: the text is in {}, and only English is read", language_name(stages.language)), {0, text.size_cp()}});
    return stages;
  }
  stages.parsed = parse_text(text, knowledge, options.all, stages.diagnostics);
  stages.parsed.published = report.published;
  if (report.published.empty()) {
    stages.parsed.published = date_of_dateline(stages.parsed, text.text());
    if (!stages.parsed.published.empty())
      stages.diagnostics.push_back(
          {Level::info, fmt::format("no publication date was given: times are read as of the dateline's, {}", stages.parsed.published), {}});
  }
  stages.parsed.outlet = report.outlet;
  if (is_empty(stages.parsed)) return stages;
  stages.entities = resolve_entities(stages.parsed, knowledge.kb, knowledge.home ? &*knowledge.home : nullptr);
  stages.times = find_times(text, stages.parsed.published);
  stages.claims = compose_claims(stages.parsed, stages.entities, stages.times, knowledge.kb, knowledge.rules, {report.hash, options.explain});
  return stages;
}

}  // namespace dragoman

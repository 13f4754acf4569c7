// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "syntax/conllu.h"

namespace dragoman {
namespace {

constexpr std::size_t kColumns = 10;
constexpr std::size_t kId = 0, kForm = 1, kMisc = 9;
using Columns = std::array<std::string_view, kColumns>;

Error at_line(std::size_t line, std::string_view problem) { return {ErrorCode::bad_input, fmt::format("line {} of CoNLL-U {}", line, problem)}; }

// How many columns the line has; the first ten are put in `columns`.
std::size_t split_columns(std::string_view line, Columns& columns) {
  std::size_t count = 0;
  while (true) {
    const std::size_t tab = line.find('\t');
    if (count < kColumns) columns[count] = line.substr(0, tab);
    ++count;
    if (tab == std::string_view::npos) return count;
    line.remove_prefix(tab + 1);
  }
}

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string shortened(std::string_view text) { return std::string(text.substr(0, 40)); }

class ConlluReader {
 public:
  Status add_line(std::string_view line) {
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return end_sentence();
    if (line.front() == '#') {
      current_.comments.emplace_back(line);
      return {};
    }
    Columns columns;
    if (const std::size_t count = split_columns(line, columns); count != kColumns) { return at_line(line_, fmt::format("has {} columns, not 10", count)); }
    if (columns[kForm].empty()) return at_line(line_, "has no form");
    return add_token(columns);
  }
  Status end_sentence() {
    if (!current_.ranges.empty() && current_.ranges.back().last >= current_.words.size()) {
      return at_line(line_, fmt::format("ends a sentence inside the multiword token `{}`", shortened(current_.ranges.back().form)));
    }
    if (!current_.words.empty()) sentences_.push_back(std::move(current_));
    current_ = {};
    return {};
  }
  std::vector<ConlluSentence> take() { return std::move(sentences_); }

 private:
  Status add_token(const Columns& columns) {
    const std::string_view id = columns[kId];
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) return add_range(columns, id.substr(0, dash), id.substr(dash + 1));
    if (const std::size_t dot = id.find('.'); dot != std::string_view::npos) {
      return number_in(id.substr(0, dot)) && number_in(id.substr(dot + 1)) ? Status() : bad_id(id);
    }
    if (number_in(id) != current_.words.size() + 1) return bad_id(id);
    current_.words.push_back({std::string(columns[kForm]), std::string(columns[kMisc])});
    return {};
  }
  Status add_range(const Columns& columns, std::string_view first, std::string_view last) {
    const auto from = number_in(first);
    const auto to = number_in(last);
    const bool inside_another = !current_.ranges.empty() && current_.ranges.back().last >= current_.words.size();
    if (from != current_.words.size() + 1 || !to || *to < *from || inside_another) return bad_id(columns[kId]);
    current_.ranges.push_back({*from - 1, *to - 1, std::string(columns[kForm]), std::string(columns[kMisc])});
    return {};
  }
  Status bad_id(std::string_view id) const {
    return at_line(line_, fmt::format("has the id `{}` where word {} should be", shortened(id), current_.words.size() + 1));
  }

  std::size_t line_ = 0;
  ConlluSentence current_;
  std::vector<ConlluSentence> sentences_;
};

}  // namespace

Result<std::vector<ConlluSentence>> read_conllu(std::string_view input) {
  ConlluReader reader;
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    if (Status added = reader.add_line(input.substr(0, end)); !added) return added.error();
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  if (Status ended = reader.end_sentence(); !ended) return ended.error();
  return reader.take();
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/embedders.h"

#include <fmt/format.h>

#include <array>

#include "base/tsv.h"

namespace dragoman {
namespace {

template <typename Enum>
Result<std::optional<Enum>> named(const TsvTable& table, const TsvRow& row, std::string_view text, int last) {
  if (text.empty()) return std::optional<Enum>();
  for (int i = 0; i <= last; ++i) {
    if (name_of(static_cast<Enum>(i)) == text) return std::optional(static_cast<Enum>(i));
  }
  return Error{ErrorCode::bad_data, fmt::format("{}:{}: `{}` is not a value that this column takes", table.path, row.line, text)};
}

std::optional<Upos> upos_of(std::string_view pos) {
  static constexpr std::array<std::pair<std::string_view, Upos>, 5> kTags = {
      {{"V", Upos::VERB}, {"N", Upos::NOUN}, {"A", Upos::ADJ}, {"ADV", Upos::ADV}, {"AUX", Upos::AUX}}};
  for (const auto& [name, upos] : kTags) {
    if (name == pos) return upos;
  }
  return std::nullopt;
}

struct Columns {
  std::size_t rule, words, pos, complements, realis, polarity, certainty, example, counter;
};

Result<Columns> columns_of(const TsvTable& table) {
  Columns c{};
  const std::array<std::pair<std::string_view, std::size_t*>, 9> wanted = {{{"rule", &c.rule},
                                                                            {"words", &c.words},
                                                                            {"pos", &c.pos},
                                                                            {"complements", &c.complements},
                                                                            {"realis", &c.realis},
                                                                            {"polarity", &c.polarity},
                                                                            {"certainty", &c.certainty},
                                                                            {"example", &c.example},
                                                                            {"counter_example", &c.counter}}};
  for (const auto& [name, number] : wanted) {
    auto column = table.column(name);
    if (!column) return column.error();
    *number = *column;
  }
  return c;
}

Result<Embedder> read_embedder(const TsvTable& table, const TsvRow& row, const Columns& c) {
  Embedder embedder;
  embedder.rule = row.cells[c.rule];
  const auto upos = upos_of(row.cells[c.pos]);
  if (!upos) return Error{ErrorCode::bad_data, fmt::format("{}:{}: pos must be V, N, A, ADV or AUX", table.path, row.line)};
  embedder.upos = *upos;
  embedder.complements = split_list(row.cells[c.complements], ' ');
  auto realis = named<Realis>(table, row, row.cells[c.realis], static_cast<int>(Realis::hypothetical));
  if (!realis) return realis.error();
  auto certainty = named<Certainty>(table, row, row.cells[c.certainty], static_cast<int>(Certainty::unspecified));
  if (!certainty) return certainty.error();
  embedder.realis = *realis;
  embedder.certainty = *certainty;
  embedder.negative = row.cells[c.polarity] == "negative";
  embedder.example = row.cells[c.example];
  embedder.counter_example = row.cells[c.counter];
  return embedder;
}

}  // namespace

Result<EmbedderTable> EmbedderTable::open(const std::string& rules_dir) {
  auto table = read_tsv(rules_dir + "/embedders.tsv");
  if (!table) return table.error();
  const auto columns = columns_of(*table);
  if (!columns) return columns.error();
  EmbedderTable result;
  for (const TsvRow& row : table->rows) {
    auto embedder = read_embedder(*table, row, *columns);
    if (!embedder) return embedder.error();
    for (const std::string& lemma : split_list(row.cells[columns->words])) result.by_lemma_[lemma].push_back(*embedder);
  }
  return result;
}

const std::vector<Embedder>* EmbedderTable::of(std::string_view lemma) const {
  const auto found = by_lemma_.find(std::string(lemma));
  return found == by_lemma_.end() ? nullptr : &found->second;
}

const Embedder* EmbedderTable::named(std::string_view rule) const {
  for (const auto& [lemma, rows] : by_lemma_) {
    for (const Embedder& row : rows) {
      if (row.rule == rule) return &row;
    }
  }
  return nullptr;
}

}  // namespace dragoman

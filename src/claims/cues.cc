// SPDX-License-Identifier: Apache-2.0
#include "claims/cues.h"

#include <fmt/format.h>

#include <array>

#include "base/tsv.h"

namespace dragoman {
namespace {

std::string key_of(std::string_view lemma, Upos upos) { return (upos == Upos::VERB ? 'V' : 'N') + std::string(lemma); }

bool set_complement(Cue& cue, std::string_view name) {
  const std::array<std::pair<std::string_view, bool*>, 7> flags = {{{"clause", &cue.clause}, {"quote", &cue.quote}, {"obj", &cue.obj}, {"xcomp", &cue.xcomp},
                                                                    {"about", &cue.about}, {"passive", &cue.passive}, {"citing", &cue.citing}}};
  for (const auto& [flag, value] : flags) {
    if (flag == name) return *value = true;
  }
  return false;
}

std::optional<Stance> stance_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Stance::retracts); ++i) {
    if (name_of(static_cast<Stance>(i)) == name) return static_cast<Stance>(i);
  }
  return std::nullopt;
}

}  // namespace

Result<CueTable> CueTable::open(const std::string& rules_dir) {
  auto table = read_tsv(rules_dir + "/cues.tsv");
  if (!table) return table.error();
  std::array<std::size_t, 7> at{};
  const std::array<std::string_view, 7> names = {"rule", "words", "pos", "stance", "complements", "example", "counter_example"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto column = table->column(names[i]);
    if (!column) return column.error();
    at[i] = *column;
  }
  CueTable cues;
  for (const TsvRow& row : table->rows) {
    const auto fail = [&](std::string_view what) { return Error{ErrorCode::bad_data, fmt::format("{}:{}: {}", table->path, row.line, what)}; };
    Cue cue;
    cue.rule = row.cells[at[0]];
    if (row.cells[at[2]] != "V" && row.cells[at[2]] != "N") return fail("pos must be V or N");
    cue.upos = row.cells[at[2]] == "V" ? Upos::VERB : Upos::NOUN;
    const auto stance = stance_named(row.cells[at[3]]);
    if (!stance) return fail("the stance is none of DESIGN's");
    cue.stance = *stance;
    for (const std::string& name : split_list(row.cells[at[4]], ' ')) {
      if (!set_complement(cue, name)) return fail(fmt::format("`{}` is no complement; see data/rules/README.md", name));
    }
    cue.example = row.cells[at[5]];
    cue.counter_example = row.cells[at[6]];
    for (const std::string& lemma : split_list(row.cells[at[1]])) {
      if (!cues.cues_.emplace(key_of(lemma, cue.upos), cue).second) return fail(fmt::format("`{}` is a cue already", lemma));
    }
  }
  return cues;
}

const Cue* CueTable::of(std::string_view lemma, Upos upos) const {
  if (upos != Upos::VERB && upos != Upos::NOUN) return nullptr;
  const auto found = cues_.find(key_of(lemma, upos));
  return found == cues_.end() ? nullptr : &found->second;
}

const Cue* CueTable::named(std::string_view rule) const {
  for (const auto& [key, cue] : cues_) {
    if (cue.rule == rule) return &cue;
  }
  return nullptr;
}

}  // namespace dragoman

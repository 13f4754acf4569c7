// SPDX-License-Identifier: Apache-2.0
#include "claims/cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/tsv.h"
#include "claims/denials.h"
#include "claims/word_pattern.h"

namespace dragoman {
namespace {

char letter_of(Upos upos) { return upos == Upos::VERB ? 'V' : upos == Upos::NOUN ? 'N' : 'A'; }

std::optional<Upos> upos_of(std::string_view letter) {
  for (const Upos upos : {Upos::VERB, Upos::NOUN, Upos::ADJ}) {
    if (letter.size() == 1 && letter.front() == letter_of(upos)) return upos;
  }
  return std::nullopt;
}

std::string key_of(std::string_view lemma, Upos upos) { return letter_of(upos) + std::string(lemma); }

bool set_complement(Complements& complements, std::string_view name) {
  if (name.size() > 1 && name.front() == '+') {
    complements.prepositions.emplace_back(name.substr(1));
    return true;
  }
  const std::array<std::pair<std::string_view, bool*>, 6> flags = {{{"clause", &complements.clause},
                                                                    {"quote", &complements.quote},
                                                                    {"obj", &complements.obj},
                                                                    {"xcomp", &complements.xcomp},
                                                                    {"passive", &complements.passive},
                                                                    {"citing", &complements.citing}}};
  for (const auto& [flag, value] : flags) {
    if (flag == name) return *value = true;
  }
  return false;
}

// "admitted the migrants", "recognised the government", "withdrew its monitors": done to somebody, and no word of it is said. Not: "admitted the
// killing", "withdrew its report".
bool is_deed(const Tree& tree, int verb) {
  static constexpr auto kRecognised = std::to_array<std::string_view>(
      {"state", "government", "result", "outcome", "republic", "independence", "sovereignty", "border", "country", "election", "council", "annexation"});
  static constexpr auto kMoved = std::to_array<std::string_view>({"troop", "soldier", "force", "ambassador", "envoy", "monitor", "observer", "police", "unit",
                                                                  "staff", "army", "peacekeeper", "support", "candidate", "adviser", "diplomat", "team"});
  const std::string& lemma = tree[verb].lemma;
  if (!is_one_of(lemma, std::to_array<std::string_view>({"admit", "withdraw", "recognise", "recognize"}))) return false;
  if (tree[verb].upos != Upos::VERB || tree.child(verb, "ccomp")) return false;
  auto object = tree.child(verb, "obj");
  if (!object) object = tree.child(verb, "nsubj:pass");
  if (!object) return false;
  const std::string noun = lower_ascii(tree[*object].lemma);
  if (lemma == "recognise" || lemma == "recognize") return is_one_of(noun, kRecognised);
  if (lemma == "withdraw") return is_one_of(noun, kMoved);
  static constexpr auto kPeople =
      std::to_array<std::string_view>({"them", "him", "her", "refugee", "migrant", "foreigner", "monitor", "observer", "inspector"});
  return lemma == "admit" && (is_one_of(noun, kPeople) || is_one_of(lower_ascii(tree[*object].form), kPeople));
}

std::optional<Stance> stance_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Stance::retracts); ++i) {
    if (name_of(static_cast<Stance>(i)) == name) return static_cast<Stance>(i);
  }
  return std::nullopt;
}

}  // namespace

bool Complements::has_preposition(std::string_view preposition) const {
  return std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
}

Result<CueTable> CueTable::open(const std::string& rules_dir) {
  auto table = read_tsv(rules_dir + "/cues.tsv");
  if (!table) return table.error();
  std::array<std::size_t, 8> at{};
  const std::array<std::string_view, 8> names = {"rule", "words", "pos", "stance", "vouched", "told", "example", "counter_example"};
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
    const auto upos = upos_of(row.cells[at[2]]);
    if (!upos) return fail("pos must be V, N or A");
    cue.upos = *upos;
    const auto stance = stance_named(row.cells[at[3]]);
    if (!stance) return fail("the stance is none of DESIGN's");
    cue.stance = *stance;
    for (auto [column, complements] : {std::pair{at[4], &cue.vouched}, std::pair{at[5], &cue.told}}) {
      for (const std::string& name : split_list(row.cells[column], ' ')) {
        if (!set_complement(*complements, name)) return fail(fmt::format("`{}` is no complement; see data/rules/README.md", name));
      }
    }
    cue.example = row.cells[at[6]];
    cue.counter_example = row.cells[at[7]];
    for (const std::string& lemma : split_list(row.cells[at[1]])) {
      if (lemma.find(' ') != std::string::npos) {
        if (!cues.add_idiom(lemma, cue)) return fail(fmt::format("`{}` needs its verb first, or with * before it", lemma));
        continue;
      }
      if (!cues.cues_.emplace(key_of(lemma, cue.upos), cue).second) return fail(fmt::format("`{}` is a cue already", lemma));
    }
  }
  return cues;
}

bool CueTable::add_idiom(std::string_view words, const Cue& cue) {
  Idiom idiom{split_list(words, ' '), 0, cue};
  for (std::size_t i = 0; i < idiom.lemmas.size(); ++i) {
    if (!idiom.lemmas[i].starts_with('*')) continue;
    idiom.lemmas[i].erase(0, 1);
    idiom.verb = static_cast<int>(i);
  }
  const auto begin = idiom.lemmas.begin();
  if (std::find(begin, begin + idiom.verb + 1, "...") != begin + idiom.verb + 1) return false;  // the words before the verb are as many as are written
  const std::string verb = idiom.lemmas[static_cast<std::size_t>(idiom.verb)];
  idioms_.emplace(verb, std::move(idiom));
  return true;
}

const Cue* CueTable::of(std::string_view lemma, Upos upos) const {
  if (upos != Upos::VERB && upos != Upos::NOUN && upos != Upos::ADJ) return nullptr;
  const auto found = cues_.find(key_of(lemma, upos));
  return found == cues_.end() ? nullptr : &found->second;
}

const Cue* CueTable::named(std::string_view rule) const {
  for (const auto& [key, cue] : cues_) {
    if (cue.rule == rule) return &cue;
  }
  for (const auto& [verb, idiom] : idioms_) {
    if (idiom.cue.rule == rule) return &idiom.cue;
  }
  return nullptr;
}

std::optional<IdiomMatch> CueTable::idiom_at(const Tree& tree, int verb) const {
  const bool is_participle = tree[verb].upos == Upos::ADJ && tree.child(verb, "cop");  // "would not be drawn", for some taggers
  if (tree[verb].upos != Upos::VERB && !is_participle) return std::nullopt;
  std::optional<IdiomMatch> found;
  std::size_t most = 0;  // "let it be known" says more than "let ... know"
  const auto [begin, end] = idioms_.equal_range(tree[verb].lemma);
  for (auto it = begin; it != end; ++it) {
    const Idiom& idiom = it->second;
    const int first = verb - idiom.verb;
    const int last = first >= 0 ? match_words(tree, idiom.lemmas, first) : -1;
    if (last < verb || idiom.lemmas.size() <= most) continue;
    found = IdiomMatch{&idiom.cue, first, last};
    most = idiom.lemmas.size();
  }
  return found;
}

const Cue* cue_at(const CueTable& cues, const Tree& tree, int word) {
  constexpr int kLongest = 8;  // words of an idiom
  if (const auto idiom = cues.idiom_at(tree, word)) return idiom->cue;
  const Cue* cue = is_deed(tree, word) ? nullptr : cues.of(tree[word].lemma, tree[word].upos);
  if (denies_in_other_words(cue, tree, word)) cue = cues.named("cue.deny");
  for (int verb = std::max(0, word - kLongest); verb < word && cue != nullptr; ++verb) {
    if (const auto idiom = cues.idiom_at(tree, verb); idiom && idiom->last >= word) return nullptr;  // "let it be known": nobody knows
  }
  return cue;
}

}  // namespace dragoman

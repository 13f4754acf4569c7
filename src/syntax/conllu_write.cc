// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "syntax/conllu.h"

namespace dragoman {
namespace {

// What is written anew: given entries of these names are dropped.
constexpr std::array<std::string_view, 3> kOwnKeys = {"NER", "NERX", "Factuality"};
constexpr std::array<std::string_view, 3> kCoreKinds = {"PER", "LOC", "ORG"};
// A word with one of these relations heads a clause: what it says happens or is so.
constexpr std::array<std::string_view, 7> kClauses = {"root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"};

bool is_predicate(const Word& word) {
  if (word.upos == Upos::VERB) return true;
  if (word.upos == Upos::PUNCT || word.upos == Upos::SYM) return false;
  return std::any_of(kClauses.begin(), kClauses.end(), [&](std::string_view relation) { return relation_is(word.deprel, relation); });
}

// Calls `use` with each entry of a MISC column.
template <typename Use>
void each_entry(std::string_view misc, Use use) {
  while (!misc.empty()) {
    const std::size_t bar = std::min(misc.find('|'), misc.size());
    if (const std::string_view entry = misc.substr(0, bar); !entry.empty() && entry != "_") use(entry);
    misc.remove_prefix(std::min(bar + 1, misc.size()));
  }
}

void add_entry(std::string& misc, std::string_view entry) {
  if (!misc.empty()) misc += '|';
  misc += entry;
}

// "B-OUTLET" as "B-ORG": outlets are organisations for those who know three kinds only.
std::string name_entry(std::string_view tag) {
  const std::string_view kind = tag.substr(2);
  if (kind == "OUTLET") return fmt::format("NER={}ORG", tag.substr(0, 2));
  const bool core = std::find(kCoreKinds.begin(), kCoreKinds.end(), kind) != kCoreKinds.end();
  return fmt::format("{}={}", core ? "NER" : "NERX", tag);
}

std::string misc_of(std::string_view given, const Word& word) {
  std::string misc;
  bool marked = false;
  each_entry(given, [&](std::string_view entry) {
    const std::string_view key = entry.substr(0, entry.find('='));
    marked |= entry == "Predicate=Yes";
    if (std::find(kOwnKeys.begin(), kOwnKeys.end(), key) == kOwnKeys.end()) add_entry(misc, entry);
  });
  if (word.ner.size() > 2) add_entry(misc, name_entry(word.ner));
  if (marked || is_predicate(word)) add_entry(misc, fmt::format("Factuality={:.2f}", word.factuality == 0 ? 0.0F : word.factuality));
  return misc.empty() ? "_" : misc;
}

}  // namespace

std::string_view misc_value(std::string_view misc, std::string_view key) {
  std::string_view value;
  each_entry(misc, [&](std::string_view entry) {
    if (entry.size() > key.size() && entry[key.size()] == '=' && entry.starts_with(key)) value = entry.substr(key.size() + 1);
  });
  return value;
}

void write_conllu(const ConlluSentence& sentence, const Tree& tree, std::string& output) {
  const auto out = std::back_inserter(output);
  for (const std::string& comment : sentence.comments) fmt::format_to(out, "{}\n", comment);
  auto range = sentence.ranges.begin();
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    if (range != sentence.ranges.end() && range->first == i) {
      fmt::format_to(out, "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i + 1, range->last + 1, range->form, range->misc);
      ++range;
    }
    const Word& word = tree[static_cast<int>(i)];
    fmt::format_to(out, "{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t{}\n", i + 1, sentence.words[i].form, word.lemma, name_of(word.upos), word.feats, word.head + 1,
                   word.deprel, misc_of(sentence.words[i].misc, word));
  }
  output += '\n';
}

}  // namespace dragoman

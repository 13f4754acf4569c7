// SPDX-License-Identifier: Apache-2.0
#include "claims/caveats.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "base/tsv.h"
#include "claims/word_pattern.h"

namespace dragoman {
namespace {

// "could", "has" before "not be verified" belong to the phrase.
int with_auxiliaries(const Tree& tree, int word) {
  while (word > 0 && tree[word].lemma == "not" && tree[word - 1].upos == Upos::AUX) --word;
  return word;
}

// What is given as the reason of a caveat is not in doubt: "cannot be checked, because reporters were barred".
bool is_reason(const Tree& tree, int last, int claim) {
  for (int word = last + 1; word < claim; ++word) {
    if (tree[word].lemma == "because" || tree[word].lemma == "since") return true;
  }
  return false;
}

// "If confirmed, the talks would be a first for Asmara, which ...": the events before that its subject names.
std::vector<std::string> claims_named(const ParsedReport& report, const std::vector<ClaimAt>& claims, const Rules& rules, int sentence, int word) {
  std::vector<std::string> ids;
  const Tree& tree = report.tree(sentence);
  const auto subject = tree.child(tree.root(), "nsubj");
  if (word > 1 || tree[word].lemma != "if" || !subject || tree[*subject].upos != Upos::NOUN) return ids;
  const auto frames = rules.frames.of(lower_ascii(tree[*subject].lemma), Upos::NOUN);
  for (const ClaimAt& claim : claims) {
    const bool is_named = claim.place.sentence < sentence && claim.claim.event &&
                          std::any_of(frames.begin(), frames.end(), [&](const Frame* frame) { return frame->type == claim.claim.event->type; });
    if (is_named) ids.push_back(claim.claim.id);
  }
  return ids;
}

// A caveat speaks of the claims of its own sentence and of its paragraph before it; if there are none, of the paragraph before.
std::vector<std::string> claims_under(const ParsedReport& report, const std::vector<ClaimAt>& claims, int sentence, int last, CaveatScope scope) {
  std::vector<std::string> ids;
  const std::uint32_t paragraph = report.sentence(sentence).paragraph;
  const auto add = [&](auto&& is_covered) {
    for (const ClaimAt& claim : claims) {
      if (is_covered(claim)) ids.push_back(claim.claim.id);
    }
  };
  if (scope == CaveatScope::report) {
    add([](const ClaimAt&) { return true; });
    return ids;
  }
  add([&](const ClaimAt& claim) {
    if (claim.place.sentence == sentence && is_reason(report.tree(sentence), last, claim.place.word)) return false;
    return claim.place.sentence <= sentence && report.sentence(claim.place.sentence).paragraph == paragraph;
  });
  if (ids.empty()) {  // each line may be a paragraph of its own: then the one before is meant
    add([&](const ClaimAt& claim) { return claim.place.sentence < sentence && report.sentence(claim.place.sentence).paragraph + 1 == paragraph; });
  }
  return ids;
}

}  // namespace

Result<CaveatTable> CaveatTable::open(const std::string& rules_dir) {
  auto table = read_tsv(rules_dir + "/caveats.tsv");
  if (!table) return table.error();
  const auto rule = table->column("rule");
  const auto words = table->column("words");
  const auto scope = table->column("scope");
  const auto example = table->column("example");
  const auto counter = table->column("counter_example");
  for (const auto* column : {&rule, &words, &scope, &example, &counter}) {
    if (!*column) return column->error();
  }
  CaveatTable result;
  for (const TsvRow& row : table->rows) {
    CaveatPattern pattern;
    pattern.rule = row.cells[*rule];
    pattern.lemmas = split_list(row.cells[*words], ' ');
    if (pattern.lemmas.empty()) return Error{ErrorCode::bad_data, fmt::format("{}:{}: no words", table->path, row.line)};
    pattern.scope = row.cells[*scope] == "report" ? CaveatScope::report : CaveatScope::claims;
    pattern.example = row.cells[*example];
    pattern.counter_example = row.cells[*counter];
    result.patterns_.push_back(std::move(pattern));
  }
  return result;
}

std::vector<Caveat> find_caveats(const ParsedReport& report, const std::vector<ClaimAt>& claims, const Rules& rules) {
  std::vector<Caveat> caveats;
  for (int s = 0; s < static_cast<int>(report.trees.size()); ++s) {
    const Tree& tree = report.tree(s);
    for (int word = 0; word < tree.size(); ++word) {
      for (const CaveatPattern& pattern : rules.caveats.all()) {
        const int last = match_words(tree, pattern.lemmas, word);
        if (last < word) continue;
        std::vector<std::string> covered = claims_named(report, claims, rules, s, word);
        if (covered.empty()) covered = claims_under(report, claims, s, last, pattern.scope);
        caveats.push_back({report.text->text_span(report.span(s, with_auxiliaries(tree, word), last)), pattern.scope, std::move(covered)});
        word = last;
        break;
      }
    }
  }
  return caveats;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "claims/contexts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/tsv.h"

namespace dragoman {
namespace {

// A request, a refusal or a threat has the mode of what is asked, refused or threatened: that stands in its clause.
bool is_told_by_content(EventType type) { return type == EventType::request || type == EventType::reject || type == EventType::threaten; }

// The event's word and what hangs on it some levels deep, without other clauses unless `clauses` asks for its complements.
void collect_near(const Tree& tree, int word, int depth, bool clauses, std::set<int>& near) {
  near.insert(word);
  if (depth == 0) return;
  for (const int child : tree.children(word)) {
    const std::string& relation = tree[child].deprel;
    const bool is_complement = relation_is(relation, "ccomp") || relation_is(relation, "acl") || relation_is(relation, "advcl");
    const bool is_clause = relation_is(relation, "ccomp") || relation_is(relation, "advcl") || relation_is(relation, "acl") ||
                           relation_is(relation, "parataxis") || relation_is(relation, "conj");
    if (!is_clause || (clauses && is_complement)) collect_near(tree, child, depth - 1, clauses, near);
  }
}

struct ModeColumns {
  std::size_t type, mode, words;
};

}  // namespace

Result<ContextTable> ContextTable::open(const std::string& rules_dir) {
  ContextTable result;
  auto modes = read_tsv(rules_dir + "/modes.tsv");
  if (!modes) return modes.error();
  const auto type = modes->column("type");
  const auto mode = modes->column("mode");
  const auto mode_words = modes->column("words");
  for (const auto* column : {&type, &mode, &mode_words}) {
    if (!*column) return column->error();
  }
  for (const TsvRow& row : modes->rows) {
    const auto event_type = event_type_named(row.cells[*type]);
    if (!event_type) return Error{ErrorCode::bad_data, fmt::format("{}:{}: `{}` is no PLOVER type", modes->path, row.line, row.cells[*type])};
    result.modes_.push_back({*event_type, row.cells[*mode], split_list(row.cells[*mode_words])});
  }
  auto contexts = read_tsv(rules_dir + "/contexts.tsv");
  if (!contexts) return contexts.error();
  const auto context = contexts->column("context");
  const auto words = contexts->column("words");
  if (!context) return context.error();
  if (!words) return words.error();
  for (const TsvRow& row : contexts->rows) {
    result.contexts_.push_back(row.cells[*context]);
    for (const std::string& word : split_list(row.cells[*words])) result.by_lemma_[word].push_back(static_cast<int>(result.contexts_.size()) - 1);
  }
  return result;
}

std::string ContextTable::mode_near(EventType type, const Tree& tree, const Predicate& predicate) const {
  std::set<int> near;
  const bool clauses = is_told_by_content(type);
  const int depth = clauses ? 3 : 2;
  collect_near(tree, predicate.word, depth, clauses, near);
  if (predicate.carrier) collect_near(tree, *predicate.carrier, depth, clauses, near);
  for (const Mode& mode : modes_) {
    if (mode.type != type) continue;
    const bool found = std::any_of(near.begin(), near.end(),
                                   [&](int word) { return std::find(mode.lemmas.begin(), mode.lemmas.end(), tree[word].lemma) != mode.lemmas.end(); });
    if (found) return mode.mode;
  }
  return {};
}

void ContextTable::add_contexts(const Tree& tree, std::vector<std::string>& contexts) const {
  std::set<int> found;
  for (const Word& word : tree.words()) {
    if (const auto at = by_lemma_.find(word.lemma); at != by_lemma_.end()) found.insert(at->second.begin(), at->second.end());
  }
  for (const int index : found) {
    const std::string& context = contexts_[static_cast<std::size_t>(index)];
    if (std::find(contexts.begin(), contexts.end(), context) == contexts.end()) contexts.push_back(context);
  }
}

}  // namespace dragoman

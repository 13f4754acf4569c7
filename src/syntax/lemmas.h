// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "dragoman/result.h"
#include "syntax/tree.h"

namespace dragoman {

// The lemma that English suffix rules give: ("agreed", VERB, "Tense=Past|...") -> "agree". The table holds where they fail.
std::string lemma_by_rule(std::string_view form, Upos upos, std::string_view feats);

// Lemmas by table (form, tag, features; then form and tag), else by rule. Names keep their capitals. Immutable.
class Lemmas {
 public:
  // Rows of `path`: form, UPOS, features or _, lemma. verbs.txt beside it, if there, lists verbs that decide between an unknown form's stems.
  static Result<Lemmas> load(const std::string& path);
  Lemmas(Lemmas&&) noexcept;
  Lemmas& operator=(Lemmas&&) noexcept;
  ~Lemmas();

  std::string lemma_of(std::string_view form, Upos upos, std::string_view feats) const;

 private:
  struct Table;
  explicit Lemmas(std::unique_ptr<Table> table);
  std::string known_verb(const std::string& low) const;
  std::unique_ptr<Table> table_;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/name_spans.h"
#include "syntax/parsed_report.h"

namespace dragoman::entities {

// Which countries a report speaks of: what tells places of one name apart. Codes are alpha-3, empty if unknown.
class Setting {
 public:
  Setting() = default;
  // `names` of all sentences. Cost linear in them.
  Setting(const ParsedReport& report, const KnowledgeBase& kb, const std::vector<SentenceNames>& names);

  // "San Antonio" is in Venezuela where the report speaks of Venezuela and not of the United States; else the biggest is meant.
  std::optional<KbPlace> place(const KnowledgeBase& kb, std::string_view name) const;

  // Of the city before each dateline's date, with its sentence; in text order.
  const std::vector<std::pair<int, std::string>>& datelines() const { return datelines_; }
  const std::string& outlet() const { return outlet_; }  // of the outlet, as data/kb has it or its name says

 private:
  std::set<std::string, std::less<>> spoken_of_;       // named as states, or by their adjectives, peoples and capitals
  std::map<std::string, double, std::less<>> places_;  // how many of the report's places may lie there
  std::vector<std::pair<int, std::string>> datelines_;
  std::string outlet_;
};

}  // namespace dragoman::entities

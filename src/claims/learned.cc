// SPDX-License-Identifier: Apache-2.0
#include "claims/learned.h"

#include <algorithm>

namespace dragoman {

std::array<float, 16> learned_shares(const ParsedReport& report, int sentence, int word) {
  std::array<float, 16> shares{};
  const std::vector<float>& given = report.tree(sentence)[word].event_shares;
  for (std::size_t i = 0; i < given.size() && i < report.event_labels.size(); ++i) {
    if (const auto type = event_type_named(report.event_labels[i])) shares[static_cast<std::size_t>(*type)] = given[i];
  }
  return shares;
}

std::optional<LearnedType> learned_type(const ParsedReport& report, int sentence, int word) {
  if (report.event_labels.empty() || report.tree(sentence)[word].event_shares.empty()) return std::nullopt;
  const std::array<float, 16> shares = learned_shares(report, sentence, word);
  const auto best = std::max_element(shares.begin(), shares.end());
  float sum = 0;
  for (const float share : shares) sum += share;
  return LearnedType{static_cast<EventType>(best - shares.begin()), *best, 1 - sum};
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "events/link.h"

#include <algorithm>
#include <cmath>

#include "events/compare.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr long kWindow = 16;    // days of a block
constexpr long kTolerance = 4;  // two claims less than twice this apart share a block
constexpr long kMostDays = 24;  // of a claim; what is said to have lasted longer is looked for at both ends
constexpr std::size_t kMostParties = 4;
constexpr std::uint64_t kWordKeys = 3;

std::vector<long> windows_of(const ClaimFacts& claim) {
  const DayRange days = days_of(claim);
  if (!days.known) return {0};
  const auto window = [](long day) { return (day >= 0 ? day : day - kWindow + 1) / kWindow; };
  std::vector<long> windows;
  const bool is_long = days.last - days.first > kMostDays;
  for (long w = window(days.first - kTolerance); w <= window(is_long ? days.first + kTolerance : days.last + kTolerance); ++w) windows.push_back(w);
  for (long w = window(days.last - kTolerance); is_long && w <= window(days.last + kTolerance); ++w) windows.push_back(w);
  return windows;
}

// Who acts is not known: "a bomb killed nine people".
bool is_weak(const ClaimFacts& claim) {
  return std::none_of(claim.parties.begin(), claim.parties.end(),
                      [](const PartyFacts& party) { return !party.key.empty() && party.key.find('/') == std::string::npos; });
}

// A MinHash of its words: three in four that have half of them in common share one of three.
void add_word_keys(const ClaimFacts& claim, std::vector<std::string>& subjects) {
  for (std::uint64_t seed = 1; seed <= kWordKeys && !claim.words.empty(); ++seed) {
    std::uint64_t least = ~0ULL;
    for (const std::uint64_t word : claim.words) least = std::min(least, mix(word ^ mix(seed)));
    subjects.push_back("~" + std::to_string(least >> 24));
  }
}

// "PER/LAB/union of coastal fishermen" meets "PER/LAB".
std::string shared_key(const std::string& key) {
  const std::size_t sector = key.find('/');
  return sector == std::string::npos ? key : key.substr(0, key.find('/', sector + 1));
}

// Who took part; where nobody known did, where it was; else nothing but its own report.
std::vector<std::string> subjects_of(const ClaimFacts& claim) {
  std::vector<std::string> subjects;
  for (const bool main : {true, false}) {
    for (const PartyFacts& party : claim.parties) {
      const bool is_main = party.role == Role::actor || party.role == Role::recipient;
      if (is_main == main && !party.key.empty() && subjects.size() < kMostParties && (main || subjects.empty())) subjects.push_back(shared_key(party.key));
    }
  }
  if (subjects.empty() && claim.place) subjects.push_back("@" + (claim.place->country.empty() ? claim.place->name : claim.place->country));
  if (subjects.empty()) subjects.push_back("#" + claim.report);
  if (is_weak(claim)) add_word_keys(claim, subjects);
  std::sort(subjects.begin(), subjects.end());
  subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
  return subjects;
}

}  // namespace

std::vector<std::string> block_keys(const ClaimFacts& claim) {
  std::vector<std::string> keys;
  if (claim.kind != ClaimKind::event) return keys;
  for (const std::string& subject : subjects_of(claim)) {
    for (const long window : windows_of(claim)) keys.push_back(subject + "|" + std::to_string(family_of(claim.type)) + "|" + std::to_string(window));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

LinkScore link_score(const ClaimFacts& a, const ClaimFacts& b) {
  if (a.kind != ClaimKind::event || b.kind != ClaimKind::event) return {0, "a statement is of no event"};
  Comparison comparison = compare(a, b, true);
  const double probability = comparison.never ? 0 : 1 / (1 + std::exp(-comparison.log_odds));
  return {probability, std::move(comparison.words)};
}

// Average linkage joins only where some pair is for it, so what no such pair connects is never one event.
bool may_link(const ClaimFacts& a, const ClaimFacts& b) {
  if (a.kind != ClaimKind::event || b.kind != ClaimKind::event || family_of(a.type) != family_of(b.type)) return false;
  const Comparison comparison = compare(a, b);
  return !comparison.never && comparison.log_odds > 0;
}

}  // namespace dragoman

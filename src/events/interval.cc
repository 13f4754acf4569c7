// SPDX-License-Identifier: Apache-2.0
// How many origins there are at least and at most. At most: every root that stands. At least: as many as there are in the largest set of
// roots of which no two may be one, the earliest of such sets. Example: an unnamed diplomat, an Israeli and a Syrian official, all
// anonymous: the diplomat may be either, these two exclude each other, so two to three. Later words of an outlet without a source may
// repeat any earlier report: never at the lower end. Exact up to 20 roots that may be one with another, then greedy in time.
#include <fmt/format.h>

#include <algorithm>

#include "events/origins.h"

namespace dragoman {
namespace {

constexpr std::size_t kExact = 20;
using Roots = std::vector<std::size_t>;

class Largest {
 public:
  Largest(const std::vector<Root>& roots, const Roots& open) : roots_(roots), open_(open) {}

  Roots set() {
    Roots chosen;
    if (open_.size() <= kExact) search(0, chosen);
    else greedy();
    return best_;
  }

 private:
  bool fits(std::size_t root, const Roots& chosen) const {
    return std::none_of(chosen.begin(), chosen.end(), [&](std::size_t other) { return may_be_one(roots_[root], roots_[other]); });
  }

  // Takes the earlier root first, so that of two sets of one size the earlier is found first.
  void search(std::size_t at, Roots& chosen) {
    if (chosen.size() > best_.size()) best_ = chosen;
    if (at == open_.size() || chosen.size() + open_.size() - at <= best_.size()) return;
    if (fits(open_[at], chosen)) {
      chosen.push_back(open_[at]);
      search(at + 1, chosen);
      chosen.pop_back();
    }
    search(at + 1, chosen);
  }

  void greedy() {
    for (std::size_t root : open_) {
      if (fits(root, best_)) best_.push_back(root);
    }
  }

  const std::vector<Root>& roots_;
  const Roots& open_;
  Roots best_;
};

std::string name_of_root(const Root& root) {
  if (root.basis == Basis::unattributed) return root.outlet.empty() ? "a report without an outlet" : root.outlet;
  if (root.basis == Basis::record || root.outlet.empty()) return root.speaker.text;
  return fmt::format("{} ({})", root.speaker.text, root.outlet);
}

std::string certain_rule(const Root& root) {
  switch (root.basis) {
    case Basis::record: return "on the record: all who speak for one person, government, force or body are one origin";
    case Basis::anonymous: return "an anonymous source: one origin; people whom one report quotes together are one";
    case Basis::document: return "a document: another origin than any person";
    case Basis::eyewitness: return "the outlet's own eyewitness reporting is an origin";
    case Basis::unattributed: break;
  }
  return "the outlet's own words: no earlier report of the event is in the ledger";
}

const Root* twin_of(const OriginForest& forest, const Root& root) {
  for (const Root& other : forest.roots) {
    if (other.certain && may_be_one(root, other)) return &other;
  }
  return nullptr;
}

std::string doubtful_rule(const OriginForest& forest, const Root& root) {
  if (root.may_repeat) return "words without a source after an earlier report: they may repeat it";
  const Root* twin = twin_of(forest, root);
  if (twin == nullptr) return "may be one with another origin";
  const bool is_body = root.basis == Basis::record || twin->basis == Basis::record;
  if (root.basis == Basis::document) return fmt::format("may be the same document as {}", name_of_root(*twin));
  if (is_body) return fmt::format("may be one with {}: an anonymous member of a body, and the body on record", name_of_root(*twin));
  return fmt::format("may be the same as {}: both are anonymous, and neither excludes the other", name_of_root(*twin));
}

void flag_certain(OriginForest& forest) {
  Roots open;
  for (std::size_t r = 0; r < forest.roots.size(); ++r) {
    Root& root = forest.roots[r];
    if (!root.alive || root.may_repeat) continue;
    const bool is_apart = std::none_of(forest.roots.begin(), forest.roots.end(),
                                       [&](const Root& other) { return &other != &root && other.alive && !other.may_repeat && may_be_one(root, other); });
    if (is_apart) root.certain = true;
    else open.push_back(r);
  }
  for (std::size_t r : Largest(forest.roots, open).set()) forest.roots[r].certain = true;
}

// "at least 2: A; B", "at most 3: also C, which may be ...", and what adds none.
void explain(OriginForest& forest, std::span<const Testimony> said) {
  std::string least, most, gone;
  for (Root& root : forest.roots) {
    if (!root.alive) {
      gone += fmt::format("{}{}", gone.empty() ? "" : "; ", name_of_root(root));
      continue;
    }
    root.rule = root.certain ? certain_rule(root) : doubtful_rule(forest, root);
    std::string& list = root.certain ? least : most;
    list += root.certain ? fmt::format("{}{}", list.empty() ? "" : "; ", name_of_root(root))
                         : fmt::format("{}{}, which {}", list.empty() ? "" : "; ", name_of_root(root), root.rule);
  }
  forest.why.push_back(fmt::format("at least {}: {}", forest.min, least.empty() ? "no origin stands for certain" : least));
  forest.why.push_back(fmt::format("at most {}: {}", forest.max, most.empty() ? "nothing else that may be an origin" : "also " + most));
  std::vector<std::string> reports, roots;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (forest.root_of[i] < 0) continue;
    if (std::find(reports.begin(), reports.end(), said[i].report) == reports.end()) reports.push_back(said[i].report);
  }
  const auto first_carriers = static_cast<std::size_t>(std::count_if(reports.begin(), reports.end(), [&](const std::string& report) {
    return std::any_of(forest.roots.begin(), forest.roots.end(), [&](const Root& root) { return root.report == report; });
  }));
  const std::size_t repeats = reports.size() - first_carriers;
  if (repeats > 0) forest.why.push_back(fmt::format("{} more report{}: copies, citations or the same sources add no origin", repeats, repeats == 1 ? "" : "s"));
  if (!gone.empty()) forest.why.push_back(fmt::format("withdrawn, with all that rests on it: {}", gone));
}

}  // namespace

void bound(OriginForest& forest, std::span<const Testimony> said) {
  flag_certain(forest);
  for (const Root& root : forest.roots) {
    forest.min += root.certain ? 1 : 0;
    forest.max += root.alive ? 1 : 0;
  }
  explain(forest, said);
}

}  // namespace dragoman

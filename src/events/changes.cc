// SPDX-License-Identifier: Apache-2.0
#include "dragoman/changes.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 7> kNames = {"added", "gone", "merged", "split", "status", "origins", "claims"};

using Keys = std::vector<std::string>;

// What an event is known by, its own id first.
Keys keys_of(const LinkedEvent& event) {
  Keys keys = {event.id};
  keys.insert(keys.end(), event.aliases.begin(), event.aliases.end());
  for (const ClaimRef& claim : event.claims) keys.push_back(claim.claim);
  return keys;
}

class Comparison {
 public:
  Comparison(std::span<const LinkedEvent> before, std::span<const LinkedEvent> after) : before_(before), after_(after) {
    for (const LinkedEvent& event : after_) {
      for (const std::string& key : keys_of(event)) by_key_.emplace(key, &event);
    }
  }

  std::vector<EventChange> find() {
    for (const LinkedEvent* old : in_order(before_)) follow(*old);
    for (const LinkedEvent* now : in_order(after_)) {
      if (went_on_.count(now) > 0) continue;
      const auto origin = split_from_.find(now);
      changes_.push_back(origin == split_from_.end() ? EventChange{ChangeKind::added, {}, *now} : EventChange{ChangeKind::split, *origin->second, *now});
    }
    std::stable_sort(changes_.begin(), changes_.end(), [](const EventChange& a, const EventChange& b) { return a.kind < b.kind; });
    return std::move(changes_);
  }

 private:
  static std::vector<const LinkedEvent*> in_order(std::span<const LinkedEvent> events) {
    std::vector<const LinkedEvent*> order;
    for (const LinkedEvent& event : events) order.push_back(&event);
    std::sort(order.begin(), order.end(), [](const LinkedEvent* a, const LinkedEvent* b) { return a->id < b->id; });
    return order;
  }

  void follow(const LinkedEvent& old) {
    const LinkedEvent* next = nullptr;
    for (const std::string& key : keys_of(old)) {
      const auto found = by_key_.find(key);
      if (found == by_key_.end()) continue;
      if (!next) next = found->second;
      else if (found->second != next) split_from_.emplace(found->second, &old);
    }
    if (!next) changes_.push_back({ChangeKind::gone, old, {}});
    else if (!went_on_.insert(next).second) changes_.push_back({ChangeKind::merged, old, *next});
    else compare(old, *next);
  }

  void compare(const LinkedEvent& old, const LinkedEvent& now) {
    std::optional<ChangeKind> kind;
    if (old.status != now.status) kind = ChangeKind::status;
    else if (old.origins_min != now.origins_min || old.origins_max != now.origins_max) kind = ChangeKind::origins;
    else if (old.claims.size() != now.claims.size()) kind = ChangeKind::claims;
    if (kind) changes_.push_back({*kind, old, now});
  }

  std::span<const LinkedEvent> before_, after_;
  std::map<std::string, const LinkedEvent*> by_key_;
  std::set<const LinkedEvent*> went_on_;
  std::map<const LinkedEvent*, const LinkedEvent*> split_from_;
  std::vector<EventChange> changes_;
};

}  // namespace

std::string_view name_of(ChangeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::vector<EventChange> changes_between(std::span<const LinkedEvent> before, std::span<const LinkedEvent> after) { return Comparison(before, after).find(); }

}  // namespace dragoman

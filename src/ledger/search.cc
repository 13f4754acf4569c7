// SPDX-License-Identifier: Apache-2.0
#include "ledger/search.h"

#include <map>
#include <set>

#include "events/words.h"
#include "ledger/as_of.h"
#include "ledger/event_rows.h"

namespace dragoman {
namespace {

constexpr int kMostRanked = 3000;
constexpr std::size_t kMostWords = 32;

constexpr const char* kByClaim =
    "SELECT h.id, c.claim_id, e.event_id, r.name, r.outlet, r.published, c.quote, r.known_from, l.component FROM "
    "(SELECT rowid AS id, rank AS score FROM t_claim_words WHERE t_claim_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) h "
    "JOIN t_claim c ON c.id = h.id JOIN t_reading d ON d.id = c.reading AND d.is_current = 1 JOIN t_report r ON r.id = d.report "
    "LEFT JOIN t_event_claim l ON l.claim = c.id LEFT JOIN t_event e ON e.id = l.event ORDER BY h.score, r.at DESC, r.name, c.claim_id";
constexpr const char* kByTitle =
    "SELECT c.id, c.claim_id, e.event_id, r.name, r.outlet, r.published, c.quote, r.known_from, l.component FROM "
    "(SELECT rowid AS id, rank AS score FROM t_title_words WHERE t_title_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) h "
    "JOIN t_report r ON r.id = h.id JOIN t_reading d ON d.report = r.id AND d.is_current = 1 JOIN t_claim c ON c.reading = d.id "
    "LEFT JOIN t_event_claim l ON l.claim = c.id LEFT JOIN t_event e ON e.id = l.event ORDER BY h.score, r.at DESC, r.name, c.char_start, c.claim_id";

bool asks_for_events(const EventFilter& filter) {
  return filter.type || filter.status || !filter.since.empty() || !filter.until.empty() || !filter.actor.empty() || !filter.other.empty();
}

class Search {
 public:
  Search(Database& database, FactsCache& cache, const EventFilter& filter, const Horizon& horizon)
      : database_(database), cache_(cache), filter_(filter), horizon_(horizon) {}

  std::vector<SearchHit> find(const std::string& words) {
    const std::string match = match_of(words);
    if (match.empty()) return {};
    for (const char* const sql : {kByClaim, kByTitle}) {
      for (Rows rows = database_.run(sql, match, kMostRanked); !is_full() && rows.next();) take(rows);
    }
    return std::move(hits_);
  }

 private:
  bool is_full() const { return filter_.limit > 0 && hits_.size() >= filter_.limit; }

  void take(const Rows& rows) {
    if (!seen_.insert(rows.integer(0)).second) return;
    if (!horizon_.is_open() && (rows.is_null(7) || rows.view(7) > horizon_.end())) return;
    SearchHit hit{rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6)};
    if (!horizon_.is_open()) hit.event = event_then(rows, hit);
    else if (asks_for_events(filter_) && !passes_now(rows)) return;
    if (!horizon_.is_open() && asks_for_events(filter_) && hit.event.empty()) return;
    hits_.push_back(std::move(hit));
  }

  bool passes_now(const Rows& rows) {
    if (rows.is_null(2)) return false;
    const auto known = passes_.find(rows.text(2));
    if (known != passes_.end()) return known->second;
    const auto event = event_in(database_, rows.view(2));
    return passes_[rows.text(2)] = event && passes(filter_, *event);
  }

  // The event that the claim was of at the time; empty where the filter does not let it pass.
  std::string event_then(const Rows& rows, const SearchHit& hit) {
    if (rows.is_null(8)) return {};
    const std::int64_t component = rows.integer(8);
    if (then_.count(component) == 0) {
      std::vector<LinkedEvent>& events = then_[component];
      for (const Cluster& cluster : clusters_then(database_, cache_, component, horizon_)) events.push_back(resolve(database_, cache_, cluster, horizon_));
    }
    for (const LinkedEvent& event : then_[component]) {
      for (const ClaimRef& ref : event.claims) {
        if (ref.claim == hit.claim && ref.report == hit.report) return passes(filter_, event) ? event.id : "";
      }
    }
    return {};
  }

  Database& database_;
  FactsCache& cache_;
  const EventFilter& filter_;
  const Horizon& horizon_;
  std::vector<SearchHit> hits_;
  std::set<std::int64_t> seen_;
  std::map<std::string, bool> passes_;
  std::map<std::int64_t, std::vector<LinkedEvent>> then_;
};

}  // namespace

std::string match_of(std::string_view words) {
  std::string match;
  std::size_t count = 0;
  for (const FoldedWord& word : words_of(words)) {
    if (word.text.empty() || ++count > kMostWords) continue;
    match += (match.empty() ? "\"" : " AND \"") + word.text + "\" *";
  }
  return match;
}

std::vector<SearchHit> search_claims(Database& database, FactsCache& cache, const std::string& words, const EventFilter& filter, const Horizon& horizon) {
  return Search(database, cache, filter, horizon).find(words);
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Which report took from which. A copy is seen in the text: most of what the later one says stands in the earlier one word for word, so a
// shortened copy is one, and a report that quotes a sentence, or that tells the same in other words, is none. Credits and citations are
// said by the report; which report of the credited outlet is meant is guessed (`certain` tells): the earliest that tells of the same.
// Candidates come by locality-sensitive hashing (16 bands of 4 rows find nine in ten pairs that agree in .6) and by their first sentences.
#include "events/lineage.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/days.h"
#include "events/compare.h"
#include "events/link.h"
#include "events/outlets.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::size_t kBands = 16, kRows = 4;
constexpr double kNearDuplicate = .5;  // of all shingles of both
constexpr double kTakenOver = .7;      // of the later one's shingles
constexpr double kSureCopy = .8;
constexpr double kCreditedCopy = .25;      // where an agency line says so, the text was edited
constexpr double kSameLevel = .15;         // of two that may have been copied the earlier one was, unless it is less like by this
constexpr long kStillNews = 7;             // days in which "Northern Wire reported" may mean a report that shares no event
constexpr std::size_t kLeastShingles = 8;  // less than a sentence proves nothing

struct Overlap {
  std::size_t mine = 0, theirs = 0, common = 0;
  double jaccard() const { return mine + theirs == common ? 0 : static_cast<double>(common) / static_cast<double>(mine + theirs - common); }
  double taken() const { return mine == 0 ? 0 : static_cast<double>(common) / static_cast<double>(mine); }
};

// Both lists hold the lowest hashes; up to where both are complete they are fair samples.
Overlap overlap_of(const ReportFacts& mine, const ReportFacts& theirs) {
  constexpr std::size_t kComplete = 250;
  std::uint32_t end = 0xFFFFFFFFU;
  for (const ReportFacts* facts : {&mine, &theirs}) {
    if (facts->shingles.size() >= kComplete) end = std::min(end, facts->shingles.back());
  }
  const auto upto = [end](const ReportFacts& facts) { return std::upper_bound(facts.shingles.begin(), facts.shingles.end(), end); };
  Overlap overlap;
  overlap.mine = static_cast<std::size_t>(upto(mine) - mine.shingles.begin());
  overlap.theirs = static_cast<std::size_t>(upto(theirs) - theirs.shingles.begin());
  std::vector<std::uint32_t> common;
  std::set_intersection(mine.shingles.begin(), upto(mine), theirs.shingles.begin(), upto(theirs), std::back_inserter(common));
  overlap.common = common.size();
  return overlap;
}

bool earlier(const ReportFacts& a, const ReportFacts& b) { return std::tie(a.published, a.id) < std::tie(b.published, b.id); }

std::size_t common_words(const ClaimFacts& a, const ClaimFacts& b) {
  std::vector<std::uint64_t> common;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(common));
  return common.size();
}

std::size_t common_parties(const ClaimFacts& a, const ClaimFacts& b) {
  return static_cast<std::size_t>(std::count_if(a.parties.begin(), a.parties.end(), [&](const PartyFacts& party) {
    return !party.key.empty() && std::any_of(b.parties.begin(), b.parties.end(), [&](const PartyFacts& other) { return other.key == party.key; });
  }));
}

// How much two reports tell of the same: the best pair of their claims; 0 is nothing.
std::size_t content_shared(const ReportFacts& a, const ReportFacts& b) {
  std::size_t best = 0;
  for (const ClaimFacts& mine : a.claims) {
    for (const ClaimFacts& theirs : b.claims) {
      const std::size_t parties = common_parties(mine, theirs), words = common_words(mine, theirs);
      const bool same_type = mine.kind == ClaimKind::event && theirs.kind == ClaimKind::event && mine.type == theirs.type;
      if (parties >= 2 || words >= 3 || (parties == 1 && (same_type || words >= 1))) best = std::max(best, 2 * parties + words + (same_type ? 2 : 0));
    }
  }
  return best;
}

bool is_of(const ReportFacts& report, const std::string& outlet_key) { return report.outlet_key == outlet_key || is_short_for(outlet_key, report.outlet); }

bool tell_of_one_event(const ReportFacts& a, const ReportFacts& b) {
  return std::any_of(a.claims.begin(), a.claims.end(), [&](const ClaimFacts& mine) {
    return std::any_of(b.claims.begin(), b.claims.end(), [&](const ClaimFacts& theirs) { return may_link(mine, theirs); });
  });
}

int days_between(const ReportFacts& earlier, const ReportFacts& later) {
  return day_number_of(later.published).value_or(0) - day_number_of(earlier.published).value_or(0);
}

class Lineage {
 public:
  Lineage(const ReportFacts& report, std::span<const ReportFacts* const> others) : report_(report) {
    for (const ReportFacts* other : others) {
      if (other->id != report.id && earlier(*other, report)) before_.push_back(other);
    }
    std::sort(before_.begin(), before_.end(), [](const ReportFacts* a, const ReportFacts* b) { return earlier(*a, *b); });
    before_.erase(std::unique(before_.begin(), before_.end(), [](const ReportFacts* a, const ReportFacts* b) { return a->id == b->id; }), before_.end());
  }

  std::vector<LineageEdge> edges() {
    add_copy();
    add_new_version();
    for (const OutletCitation& citation : report_.citations) {
      if (citation.credits) add_credit(citation);
      else add_citation(citation);
    }
    for (const OutletCitation& retraction : report_.retractions) add_retraction(retraction);
    return std::move(edges_);
  }

 private:
  static double likeness(const Overlap& overlap) {
    if (overlap.mine < kLeastShingles || overlap.theirs < kLeastShingles) return 0;
    if (overlap.jaccard() >= kNearDuplicate) return std::max(overlap.jaccard(), overlap.taken());
    return overlap.taken() >= kTakenOver ? overlap.taken() : 0;
  }

  void add_copy() {
    double best = 0;
    std::vector<double> like;
    for (const ReportFacts* other : before_) {
      like.push_back(report_.hash == other->hash && !report_.hash.empty() ? 1 : likeness(overlap_of(report_, *other)));
      best = std::max(best, like.back());
    }
    if (best == 0) return;
    const auto first = std::find_if(like.begin(), like.end(), [best](double value) { return value > 0 && value >= best - kSameLevel; });
    const ReportFacts& source = *before_[static_cast<std::size_t>(first - like.begin())];
    edges_.push_back({report_.id, source.id, source.outlet, LineageKind::copies, *first, *first >= kSureCopy, {}});
  }

  // "CORRECTION - ...", "UPDATE: ...": the outlet's own report again, with other figures.
  void add_new_version() {
    if (!report_.is_new_version || !edges_.empty() || report_.outlet_key.empty()) return;
    const ReportFacts* before = best_of(report_.outlet_key, [&](const ReportFacts& other) {
      const double taken = overlap_of(report_, other).taken();
      return taken >= kCreditedCopy && tell_of_one_event(report_, other) ? taken : 0;
    });
    if (before != nullptr) edges_.push_back({report_.id, before->id, before->outlet, LineageKind::copies, overlap_of(report_, *before).taken(), false, {}});
  }

  template <typename Measure>
  const ReportFacts* best_of(const std::string& outlet_key, Measure measure) const {
    const ReportFacts* best = nullptr;
    double most = 0;
    for (const ReportFacts* other : before_) {
      if (!is_of(*other, outlet_key)) continue;
      const double value = measure(*other);
      if (value > most) {
        most = value;
        best = other;
      }
    }
    return best;
  }
  bool has_report_of(const std::string& key) const {
    return std::any_of(before_.begin(), before_.end(), [&](const ReportFacts* other) { return is_of(*other, key); });
  }

  void add(const OutletCitation& citation, const ReportFacts* source, LineageKind kind, bool certain) {
    if (source == nullptr && !citation.sure && !has_report_of(citation.key)) return;
    LineageEdge edge{report_.id, source == nullptr ? "" : source->id, source == nullptr ? citation.text : source->outlet, kind, 0, certain, citation.span};
    const bool known = std::any_of(edges_.begin(), edges_.end(), [&](const LineageEdge& other) {
      return other.kind == edge.kind && other.to_report == edge.to_report && other.to_outlet == edge.to_outlet;
    });
    if (!known) edges_.push_back(std::move(edge));
  }

  // An agency line speaks of this very text: of the agency's reports, the one most like it.
  void add_credit(const OutletCitation& credit) {
    const ReportFacts* alike = best_of(credit.key, [&](const ReportFacts& other) {
      const double taken = overlap_of(report_, other).taken();
      return taken >= kCreditedCopy ? taken : 0;
    });
    if (alike == nullptr) alike = best_of(credit.key, [&](const ReportFacts& other) { return tell_of_one_event(report_, other) ? 1 : 0; });
    add(credit, alike, LineageKind::credits, credit.sure);
  }

  // Reports of the outlet that tell of an event of this one's; where none does, those of the last days that share parties or words with it.
  bool is_meant(const ReportFacts& other, const std::string& key) const {
    const bool any_on_event =
        std::any_of(before_.begin(), before_.end(), [&](const ReportFacts* one) { return is_of(*one, key) && tell_of_one_event(report_, *one); });
    return any_on_event ? tell_of_one_event(report_, other) : days_between(other, report_) <= kStillNews && content_shared(report_, other) > 0;
  }
  const ReportFacts* earliest_on_the_same(const std::string& key) const {
    const auto found = std::find_if(before_.begin(), before_.end(), [&](const ReportFacts* other) { return is_of(*other, key) && is_meant(*other, key); });
    return found == before_.end() ? nullptr : *found;
  }

  void add_citation(const OutletCitation& citation) {
    const ReportFacts* source = earliest_on_the_same(citation.key);
    add(citation, source, LineageKind::cites, citation.sure || source != nullptr);
  }

  void add_retraction(const OutletCitation& retraction) {
    bool found = false;
    for (const ReportFacts* other : before_) {
      if (!is_of(*other, retraction.key) || !is_meant(*other, retraction.key)) continue;
      add(retraction, other, LineageKind::retracts, true);
      found = true;
    }
    if (!found) add(retraction, nullptr, LineageKind::retracts, false);
  }

  const ReportFacts& report_;
  std::vector<const ReportFacts*> before_;  // in the order of publication
  std::vector<LineageEdge> edges_;
};

}  // namespace

std::string_view name_of(LineageKind kind) {
  constexpr std::array<std::string_view, 4> kNames = {"cites", "copies", "credits", "retracts"};
  return kNames.at(static_cast<std::size_t>(kind));
}

std::vector<std::uint64_t> lineage_bands(const ReportFacts& report) {
  std::vector<std::uint64_t> keys = report.sentences;
  for (std::size_t band = 0; band < kBands && report.words > 0; ++band) {
    std::uint64_t key = mix(band + 1);
    for (std::size_t row = 0; row < kRows; ++row) key = mix(key ^ report.signature[band * kRows + row]);
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<LineageEdge> lineage_of(const ReportFacts& report, std::span<const ReportFacts* const> others) { return Lineage(report, others).edges(); }

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// What still stands. A source that takes back its word takes its origin away, and an outlet that withdraws its report takes away all that
// came through it, from then on: words of the same source quoted elsewhere stand, and so does what either says again afterwards.
// Example: a diplomat -> Tisza News -> Balkan Digest; Tisza News withdraws, and neither report vouches for anything. Copies that go on
// saying it after the withdrawal rest on it all the same. Quadratic in the testimonies of an event.
#include <algorithm>
#include <tuple>

#include "events/origins.h"
#include "events/outlets.h"

namespace dragoman {
namespace {

struct Withdrawal {
  std::string outlet;  // key; or a speaker:
  Speaker speaker;
  std::string report;  // only what this one tells, where it is known; by an edge
  std::string published, by;
  std::string by_outlet;
};

std::string published_of(const EventEvidence& evidence, std::string_view report) {
  for (const ReportFacts* facts : evidence.reports) {
    if (facts->id == report) return facts->published;
  }
  return evidence.as_of.empty() ? "9999" : evidence.as_of;
}

// Whether a report that withdraws something says what, and that is another event.
bool withdraws_another(const EventEvidence& evidence, std::span<const Testimony> said, const std::string& report) {
  if (std::any_of(said.begin(), said.end(), [&](const Testimony& testimony) { return testimony.report == report; })) return false;
  const auto retracts = [](const ClaimFacts& claim) {
    return std::any_of(claim.chains.begin(), claim.chains.end(), [](const std::vector<HopFacts>& chain) {
      return std::any_of(chain.begin(), chain.end(), [](const HopFacts& hop) { return hop.stance == Stance::retracts; });
    });
  };
  return std::any_of(evidence.reports.begin(), evidence.reports.end(),
                     [&](const ReportFacts* facts) { return facts->id == report && std::any_of(facts->claims.begin(), facts->claims.end(), retracts); });
}

std::vector<Withdrawal> withdrawals_of(const EventEvidence& evidence, std::span<const Testimony> said) {
  std::vector<Withdrawal> withdrawals;
  for (const Testimony& testimony : said) {
    if (testimony.verdict != Verdict::retracts) continue;
    Withdrawal withdrawal{"", testimony.speaker, "", testimony.published, testimony.report, testimony.outlet_key};
    if (testimony.basis == Basis::unattributed || testimony.basis == Basis::eyewitness) {
      const bool knows = testimony.speaker.kind == SourceKind::outlet && !testimony.speaker.key.empty();
      withdrawal.outlet = !testimony.via.empty() ? testimony.via.front() : knows ? testimony.speaker.key : testimony.outlet_key;
    }
    withdrawals.push_back(std::move(withdrawal));
  }
  for (const LineageEdge& edge : evidence.lineage) {
    if (edge.kind != LineageKind::retracts || edge.to_report.empty() || withdraws_another(evidence, said, edge.from_report)) continue;
    withdrawals.push_back({outlet_key_of(edge.to_outlet), {}, edge.to_report, published_of(evidence, edge.from_report), edge.from_report, ""});
  }
  return withdrawals;
}

bool is_its_source(const Withdrawal& withdrawal, const Testimony& said) {
  const Speaker &who = withdrawal.speaker, &speaker = said.speaker;
  if (!who.body.empty()) return who.body == speaker.body;
  if (said.basis != Basis::anonymous || who.text.empty()) return false;
  const bool same_outlet = said.outlet_key == withdrawal.by_outlet || std::find(said.via.begin(), said.via.end(), withdrawal.by_outlet) != said.via.end();
  return same_outlet && (who.code.empty() || speaker.code.empty() || who.code == speaker.code) && may_share_body(who.sector, speaker.sector);
}

bool is_later(const Testimony& said, const Withdrawal& withdrawal) {
  return std::tie(said.published, said.report) > std::tie(withdrawal.published, withdrawal.by);
}

class Standing {
 public:
  Standing(const EventEvidence& evidence, std::span<const Testimony> said, std::span<const std::vector<std::string>> rests)
      : said_(said), rests_(rests), withdrawals_(withdrawals_of(evidence, said)) {}

  bool stands(std::size_t i) const {
    return std::none_of(withdrawals_.begin(), withdrawals_.end(), [&](const Withdrawal& withdrawal) { return takes(withdrawal, i); });
  }

 private:
  bool takes(const Withdrawal& withdrawal, std::size_t i) const {
    const Testimony& said = said_[i];
    if (said.report == withdrawal.by && withdrawal.outlet.empty()) return is_its_source(withdrawal, said) && said.verdict == Verdict::affirms;
    if (withdrawal.outlet.empty()) return is_its_source(withdrawal, said) && !is_later(said, withdrawal);
    if (said.report == withdrawal.by) return false;
    if (std::find(rests_[i].begin(), rests_[i].end(), withdrawal.outlet) == rests_[i].end()) return false;
    if (said.outlet_key == withdrawal.outlet) return !is_later(said, withdrawal);
    return !is_later(said, withdrawal) || !says_again(withdrawal);
  }

  // Whether the outlet tells of it anew after its withdrawal, so that who cites it later may mean that.
  bool says_again(const Withdrawal& withdrawal) const {
    return std::any_of(said_.begin(), said_.end(), [&](const Testimony& said) {
      return said.outlet_key == withdrawal.outlet && said.verdict == Verdict::affirms && said.report != withdrawal.by && is_later(said, withdrawal);
    });
  }

  std::span<const Testimony> said_;
  std::span<const std::vector<std::string>> rests_;
  std::vector<Withdrawal> withdrawals_;
};

}  // namespace

std::vector<bool> standing(const EventEvidence& evidence, std::span<const Testimony> said, std::span<const std::vector<std::string>> rests) {
  const Standing all(evidence, said, rests);
  std::vector<bool> alive;
  for (std::size_t i = 0; i < said.size(); ++i) alive.push_back(all.stands(i));
  return alive;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// One event from all that is known of it at a moment: the votes on what it was, the forest of who vouches, the status, who had it first.
#include "events/resolve.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/ids.h"
#include "events/origins.h"
#include "events/parties.h"
#include "events/status.h"

namespace dragoman {
namespace {

RootKind kind_of(const Root& root) {
  switch (root.basis) {
    case Basis::document: return RootKind::document;
    case Basis::anonymous: return RootKind::anonymous;
    case Basis::eyewitness: return RootKind::outlet;
    case Basis::unattributed: return root.outlet.empty() ? RootKind::unknown : RootKind::outlet;
    case Basis::record: break;
  }
  return root.speaker.kind == SourceKind::person ? RootKind::person : RootKind::body;
}

// The same for one root of one event, whatever else is known; what names it comes first.
std::string identity_of(const Root& root) {
  if (root.basis == Basis::record) return "body:" + root.speaker.body;
  if (root.basis == Basis::unattributed) return "outlet:" + root.home;
  return root.home + "/" + root.claim + "/" + root.speaker.text;
}

Origin origin_of(const std::string& event, const Root& root) {
  Origin origin;
  origin.id = make_id("O-", event + "|" + identity_of(root));
  origin.kind = kind_of(root);
  origin.text = root.speaker.text.empty() ? root.outlet : root.speaker.text;
  const bool is_of_words = !root.speaker.key.empty() && root.speaker.key.front() == '~';
  if (root.basis == Basis::record) origin.entity = !root.speaker.code.empty() ? root.speaker.code : is_of_words ? root.speaker.text : root.speaker.key;
  origin.report = root.report;
  origin.published = root.published;
  origin.certain = root.certain;
  origin.rule = root.rule;
  return origin;
}

class Resolving {
 public:
  explicit Resolving(const EventEvidence& evidence) : evidence_(evidence), claims_(evidence.claims) {
    std::sort(claims_.begin(), claims_.end(),
              [](const ClaimFacts* a, const ClaimFacts* b) { return std::tie(a->published, a->id, a->report) < std::tie(b->published, b->id, b->report); });
  }

  LinkedEvent event() {
    event_.as_of = evidence_.as_of;
    if (claims_.empty()) return std::move(event_);
    said_ = testimonies_of(evidence_);
    forest_ = origins_of(evidence_, said_);
    name();
    if (!evidence_.without.empty()) leave_out(evidence_.without);
    if (claims_.empty()) return std::move(event_);
    vote();
    add_origins();
    add_status();
    add_first();
    count();
    return std::move(event_);
  }

 private:
  void name() {
    const std::string& first = claims_.front()->id;
    event_.id = "E-" + (first.rfind("C-", 0) == 0 ? first.substr(2) : first);
  }

  // Takes away what rests on an origin, and the claims of which nothing else is said.
  void leave_out(const std::string& origin) {
    std::vector<Testimony> left;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      const int root = forest_.root_of[i];
      if (root < 0 || origin_of(event_.id, forest_.roots[static_cast<std::size_t>(root)]).id != origin) left.push_back(std::move(said_[i]));
    }
    said_ = std::move(left);
    std::erase_if(claims_,
                  [&](const ClaimFacts* claim) { return std::none_of(said_.begin(), said_.end(), [&](const Testimony& t) { return is_on(t, *claim); }); });
    forest_ = origins_of(evidence_, said_);
  }

  // Said in the claim itself, or in a statement of its report that links to it.
  bool is_on(const Testimony& said, const ClaimFacts& claim) const {
    if (said.report != claim.report) return false;
    if (said.claim == claim.id) return true;
    return std::any_of(evidence_.statements.begin(), evidence_.statements.end(), [&](const ClaimFacts* statement) {
      return statement->id == said.claim && statement->report == said.report &&
             std::any_of(statement->links.begin(), statement->links.end(), [&](const Link& link) { return link.claim == claim.id; });
    });
  }

  void vote() {
    event_.type = type_of(claims_);
    event_.mode = mode_of(claims_, event_.type);
    event_.place = place_of(claims_);
    When when = when_of(claims_);
    event_.begin_date = std::move(when.begin_date);
    event_.end_date = std::move(when.end_date);
    event_.time_precision = std::move(when.precision);
    parties_ = parties_of(claims_);
    for (const VotedParty& voted : parties_.actors) event_.actors.push_back(voted.party);
    for (const VotedParty& voted : parties_.recipients) event_.recipients.push_back(voted.party);
  }

  void add_origins() {
    event_.origins_min = forest_.min;
    event_.origins_max = forest_.max;
    event_.why = forest_.why;
    std::vector<std::string> ids;
    for (const Root& root : forest_.roots) {
      Origin origin = origin_of(event_.id, root);
      ids.push_back(root.alive ? origin.id : "");
      if (root.alive) event_.roots.push_back(std::move(origin));
    }
    for (const ClaimFacts* claim : claims_) {
      ClaimRef ref{claim->report, claim->id, ""};
      for (std::size_t i = 0; i < said_.size() && ref.origin.empty(); ++i) {
        const bool rests = said_[i].claim == claim->id && said_[i].report == claim->report && forest_.root_of[i] >= 0 && forest_.alive[i];
        if (rests) ref.origin = ids[static_cast<std::size_t>(forest_.root_of[i])];
      }
      event_.claims.push_back(std::move(ref));
    }
  }

  void add_status() {
    StatusGiven given = status_of(event_.type, parties_, forest_, said_);
    event_.status = given.status;
    event_.status_rule = std::move(given.rule);
    event_.confirmed_by = std::move(given.confirmed_by);
    event_.denied_by = std::move(given.denied_by);
    event_.not_denied_by = std::move(given.not_denied_by);
  }

  // The earliest report that affirms it, or the outlet that this one takes it from. Withdrawn or not: who was first stays. Of outlets that
  // the earliest report cites, one that is cited alone ("first reported by Channel 12") before one that is only where somebody spoke.
  void add_first() {
    int first = -1, rank = 0;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (forest_.root_of[i] < 0) continue;
      if (first >= 0 && said_[i].report != said_[static_cast<std::size_t>(first)].report) break;
      const int mine = forest_.homes[i] == "R:" + said_[i].report ? 1 : said_[i].basis == Basis::unattributed ? 3 : 2;
      if (mine <= rank) continue;
      first = static_cast<int>(i);
      rank = mine;
    }
    if (first < 0) return set_first(claims_.front()->report, claims_.front()->published, "");
    const auto at = static_cast<std::size_t>(first);
    const std::string& home = forest_.homes[at];
    const std::string report = home.rfind("R:", 0) == 0 ? home.substr(2) : "";
    const std::string published = published_of(report);
    if (!report.empty() && published <= said_[at].published) return set_first(report, published, "");
    set_first("", "", forest_.home_names[at]);
  }

  void set_first(const std::string& report, const std::string& published, const std::string& outlet) {
    event_.first_reported.outlet = outlet;
    if (report.empty()) return;
    event_.first_reported.report = report;
    if (!published.empty()) event_.first_reported.published = published;
    for (const ReportFacts* facts : evidence_.reports) {
      if (facts->id == report) event_.first_reported.outlet = facts->outlet;
    }
  }

  std::string published_of(const std::string& report) const {
    for (const Testimony& said : said_) {
      if (said.report == report) return said.published;
    }
    return {};
  }

  // Reports, texts (a copy is no text of its own) and outlets.
  void count() {
    std::set<std::string> reports, hashes, outlets, copies;
    for (const ClaimFacts* claim : claims_) reports.insert(claim->report);
    for (const LineageEdge& edge : evidence_.lineage) {
      if (edge.kind == LineageKind::copies && edge.certain && reports.count(edge.to_report) != 0) copies.insert(edge.from_report);
    }
    for (const ReportFacts* facts : evidence_.reports) {
      if (reports.count(facts->id) == 0) continue;
      outlets.insert(facts->outlet_key.empty() ? facts->outlet : facts->outlet_key);
      if (copies.count(facts->id) == 0) hashes.insert(facts->hash.empty() ? facts->id : facts->hash);
    }
    event_.reports = static_cast<int>(reports.size());
    event_.texts = static_cast<int>(hashes.size());
    event_.outlets = static_cast<int>(outlets.size());
    event_.first_published = claims_.front()->published;
    event_.last_published = claims_.back()->published;
  }

  const EventEvidence& evidence_;
  std::vector<const ClaimFacts*> claims_;
  std::vector<Testimony> said_;
  OriginForest forest_;
  Parties parties_;
  LinkedEvent event_;
};

}  // namespace

LinkedEvent resolve_event(const EventEvidence& evidence) { return Resolving(evidence).event(); }

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Votes of the reports on what an event was. Each report has one vote for each value that one of its claims gives; the value with most
// votes wins, the earliest of equals. A party stays if a third of the reports that name any name it; gunmen without a name do not outvote
// a group with one. Example: of "in Djibouti", "in Djibouti" and no place, Djibouti wins; one report that swaps actor and recipient is
// outvoted by two that do not, but not by one.
#include "events/parties.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "base/days.h"
#include "events/offices.h"
#include "events/words.h"

namespace dragoman {
namespace {

using Claims = std::span<const ClaimFacts* const>;

// Votes for values, in the order in which they were first given.
class Votes {
 public:
  void give(const std::string& value, const std::string& report) {
    if (value.empty()) return;
    const auto [at, is_new] = voters_.try_emplace(value);
    if (is_new) order_.push_back(value);
    at->second.insert(report);
  }
  std::size_t of(const std::string& value) const {
    const auto found = voters_.find(value);
    return found == voters_.end() ? 0 : found->second.size();
  }
  std::string winner() const {
    std::string best;
    for (const std::string& value : order_) {
      if (best.empty() || of(value) > of(best)) best = value;
    }
    return best;
  }
  const std::vector<std::string>& order() const { return order_; }

 private:
  std::map<std::string, std::set<std::string>> voters_;
  std::vector<std::string> order_;
};

std::string winner_of(Claims claims, const std::function<std::string(const ClaimFacts&)>& value) {
  Votes votes;
  for (const ClaimFacts* claim : claims) votes.give(value(*claim), claim->report);
  return votes.winner();
}

// An officer of a government acts as the government.
PartyFacts seated(PartyFacts party) {
  Seat seat = seat_of(party.name, party.key, party.code, party.sector);
  party.key = std::move(seat.key);
  party.sector = std::move(seat.sector);
  return party;
}

// Parties without a key go by what they are called; so "gunmen" are one in all reports.
std::string ballot_of(const PartyFacts& party) {
  if (!party.key.empty()) return party.key;
  const std::string name = fold_text(party.name);
  return name.empty() && party.sector.empty() ? std::string() : "~" + party.sector + "/" + name;
}

std::set<std::string> ballots_of_actors(const ClaimFacts& claim) {
  std::set<std::string> ballots;
  for (const PartyFacts& party : claim.parties) {
    if (party.role == Role::actor) ballots.insert(ballot_of(seated(party)));
  }
  return ballots;
}

// Whoever did it is armed men whom the report cannot name: they may be those whom another names.
bool only_gunmen_act(const ClaimFacts& claim) {
  bool any = false;
  for (const PartyFacts& party : claim.parties) {
    if (party.role != Role::actor) continue;
    if (!party.key.empty() || !is_armed_sector(party.sector)) return false;
    any = true;
  }
  return any;
}

bool names_armed_actor(const ClaimFacts& claim) {
  return std::any_of(claim.parties.begin(), claim.parties.end(),
                     [](const PartyFacts& party) { return party.role == Role::actor && !party.key.empty() && is_armed_sector(party.sector); });
}

// In how many reports only gunmen act whom none of its claims names.
std::size_t reports_of_gunmen(Claims claims) {
  std::set<std::string> reports;
  for (const ClaimFacts* claim : claims) {
    if (only_gunmen_act(*claim)) reports.insert(claim->report);
  }
  for (const ClaimFacts* claim : claims) {
    if (names_armed_actor(*claim)) reports.erase(claim->report);
  }
  return reports.size();
}

struct PartyVotes {
  Votes names, sectors, actor, recipient;
  std::string key, code;
};

struct Poll {
  std::map<std::string, PartyVotes> parties;  // by ballot
  Votes present, voters;
};

Poll poll_of(Claims claims) {
  Poll poll;
  for (const ClaimFacts* claim : claims) {
    const std::set<std::string> acting = ballots_of_actors(*claim);
    for (const PartyFacts& given : claim->parties) {
      const PartyFacts party = seated(given);
      const std::string ballot = ballot_of(party);
      if ((party.role != Role::actor && party.role != Role::recipient) || ballot.empty()) continue;
      // "Chad sent troops to Adre": whoever acts on his own soil is not also the one whom he acts on.
      if (party.role == Role::recipient && acting.count(ballot) != 0) continue;
      PartyVotes& votes = poll.parties[ballot];
      votes.key = party.key;
      if (votes.code.empty()) votes.code = party.code;
      votes.names.give(party.name, claim->report);
      votes.sectors.give(party.sector, claim->report);
      (party.role == Role::actor ? votes.actor : votes.recipient).give("in", claim->report);
      poll.present.give(ballot, claim->report);
      poll.voters.give("all", claim->report);
    }
  }
  return poll;
}

EventParty party_from(const PartyVotes& votes) { return {votes.code, votes.names.winner(), votes.sectors.winner()}; }

std::string place_key(const ClaimFacts& claim) { return claim.place ? fold_text(claim.place->name) : std::string(); }

std::string precision_of(const std::string& begin, const std::string& end) {
  if (begin.empty()) return {};
  if (begin.find('T') != std::string::npos) return "time";
  if (begin.size() == 4) return "year";
  if (begin.size() == 7) return "month";
  if (begin.size() < 10 || end.size() < 10 || begin == end) return "day";
  if (begin.substr(5) == "01-01" && end.substr(5, 5) == "12-31") return begin.substr(0, 4) == end.substr(0, 4) ? "year" : "period";
  const std::optional<int> first = day_number_of(begin), last = day_number_of(end);
  if (!first || !last) return "period";
  const bool ends_its_month = iso_of_day(*last + 1).substr(0, 7) != end.substr(0, 7);
  if (begin.substr(0, 7) == end.substr(0, 7) && begin.substr(8) == "01" && ends_its_month) return "month";
  return *last - *first == 6 ? "week" : "period";
}

// A day says more than a month: of times given equally often the closest wins.
int closeness_of(const std::string& precision) {
  constexpr std::array<std::string_view, 5> kOrder = {"time", "day", "week", "month", "year"};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), precision) - kOrder.begin());
}

}  // namespace

EventType type_of(Claims claims) {
  const std::string name = winner_of(claims, [](const ClaimFacts& claim) { return std::string(name_of(claim.type)); });
  return event_type_named(name).value_or(EventType::consult);
}

std::string mode_of(Claims claims, EventType type) {
  return winner_of(claims, [type](const ClaimFacts& claim) { return claim.type == type ? claim.mode : std::string(); });
}

std::optional<Place> place_of(Claims claims) {
  Votes votes;
  for (const bool countries : {false, true}) {  // "in Poipet" says more than "in Cambodia"
    for (const ClaimFacts* claim : claims) {
      if (claim->place_is_country == countries) votes.give(place_key(*claim), claim->report);
    }
    if (!votes.order().empty()) break;
  }
  const std::string winner = votes.winner();
  for (const ClaimFacts* claim : claims) {
    if (!winner.empty() && place_key(*claim) == winner) return claim->place;
  }
  return std::nullopt;
}

When when_of(Claims claims) {
  Votes votes;
  for (const ClaimFacts* claim : claims) {
    if (!claim->begin_date.empty()) votes.give(claim->begin_date + "/" + claim->end_date, claim->report);
  }
  When best;
  std::size_t most = 0;
  for (const std::string& value : votes.order()) {
    When when{value.substr(0, value.find('/')), value.substr(value.find('/') + 1), ""};
    when.precision = precision_of(when.begin_date, when.end_date);
    const bool closer = votes.of(value) == most && closeness_of(when.precision) < closeness_of(best.precision);
    if (votes.of(value) > most || closer) {
      most = votes.of(value);
      best = when;
    }
  }
  return best;
}

Parties parties_of(Claims claims) {
  const Poll poll = poll_of(claims);
  const std::size_t blind = reports_of_gunmen(claims);
  Parties parties;
  for (const std::string& ballot : poll.present.order()) {
    const PartyVotes& votes = poll.parties.at(ballot);
    const bool acts = votes.actor.of("in") >= votes.recipient.of("in");
    const bool may_be_gunmen = acts && !votes.key.empty() && is_armed_sector(votes.sectors.winner());
    if (poll.present.of(ballot) * 3 + (may_be_gunmen ? blind : 0) < poll.voters.of("all")) continue;
    (acts ? parties.actors : parties.recipients).push_back({votes.key, party_from(votes)});
  }
  return parties;
}

}  // namespace dragoman

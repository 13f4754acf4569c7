// SPDX-License-Identifier: Apache-2.0
// Is it one event that two claims tell of? A sum of log-odds over what they say of who, what, where and when, after Fellegi and Sunter (1969):
// each agreement counts by how seldom it comes about by chance. "Modi met Xi in Tianjin on Sunday" and "the Chinese and Indian leaders held
// talks in Tianjin on Aug 31" are one; the same two a week later, or the same day in another city, are not. Numbers do not count: a toll
// that rises is of one attack. Polarity and stance do not either: who denies an event speaks of it. What goes wrong: two like strikes of one
// day in one city; a plan that is told without a date. A comparison takes about a microsecond.
#include "events/compare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "events/words.h"

namespace dragoman {
namespace {

// All weights, in natural log-odds; judged on the project's own cases (tests/golden/origins, tests/unit/events).
struct Weights {
  double prior = -3.0;             // two claims of one block that nothing else connects
  double one_party = 1.3;          // the first party in common
  double second_party = 2.1;       // each further one, two at most: pairs are rarer than parties
  double vague_party = .7;         // "rebels" beside "the Fano militia"
  double other_party = -3.8;       // each has a party that the other has not: talks with Syria, talks with Lebanon
  double other_armed_group = -.7;  // reports seldom agree on how armed men are called
  double other_person = -2.4;      // of one state in one role: ministers here, presidents there
  double other_trade = -.9;        // of one state on one side: "two nurses" here, "members of a union" there
  double own_people = -1.2;        // whom an actor's own state was guessed for: "has freed the crew", beside the Indian sailors that it freed
  double half_party = -2.0;        // one names who did it, the other to whom
  double no_party = -3.0;          // nobody in common
  double other_side = -3.0;        // did it here, suffered it there: a slip of reading, perhaps
  double turned_round = -6.5;      // who hit whom
  double helper = .6;              // a mediator or host in common
  double same_type = 1.5;
  double near_type = -1.0;        // see kNeighbours
  double near_type_of_word = .3;  // of one word, read in two ways
  double same_mode = .4, other_mode = -.6;
  double same_place = 1.3, near_place = .3, farther_place = -.6, other_place = -6;
  double same_day = 1.4, next_day = .4, same_week = -1.8, same_time = .6, off_time = -2.2, other_time = -7;
  double same_news_day = .8, near_news = .2, old_news = -1.5;  // both without a date
  double same_trigger = .5;
  double each_word = .4, most_words = 1.6, alike = 1.0, no_word = -.4, no_word_one_party = -1.0;
  double same_report = -.8;     // a report tells an event once, as a rule ...
  double retold = 2.2;          // ... but comes back to it in the same words
  double linked = 4.0;          // the reader says so
  double taken_back = 2.5;      // an outlet withdraws what it, or who cites it, told
  double late_plan = -.3;       // plans slip by days
  double plan_and_deed = -.9;   // where the dates do not agree
  double wish_and_deed = -1.6;  // what is requested or supposed
};
constexpr Weights kWeights;

// Words for one act that coders take for different types; each pair once. An agreement is told as the talks that led to it, as the
// cooperation that it begins or as a concession; a blow as force or as arrest; a threat as a refusal, a demand or an accusation.
constexpr std::array<std::pair<EventType, EventType>, 19> kNeighbours = {{{EventType::consult, EventType::agree},
                                                                          {EventType::consult, EventType::cooperate},
                                                                          {EventType::agree, EventType::cooperate},
                                                                          {EventType::agree, EventType::concede},
                                                                          {EventType::agree, EventType::support},
                                                                          {EventType::agree, EventType::aid},
                                                                          {EventType::cooperate, EventType::aid},
                                                                          {EventType::cooperate, EventType::concede},
                                                                          {EventType::cooperate, EventType::support},
                                                                          {EventType::support, EventType::aid},
                                                                          {EventType::concede, EventType::retreat},
                                                                          {EventType::assault, EventType::coerce},
                                                                          {EventType::coerce, EventType::sanction},
                                                                          {EventType::coerce, EventType::protest},
                                                                          {EventType::mobilize, EventType::assault},
                                                                          {EventType::reject, EventType::threaten},
                                                                          {EventType::reject, EventType::accuse},
                                                                          {EventType::request, EventType::threaten},
                                                                          {EventType::accuse, EventType::threaten}}};

bool are_neighbours(EventType a, EventType b) {
  return std::any_of(kNeighbours.begin(), kNeighbours.end(), [&](const auto& pair) { return pair == std::pair(a, b) || pair == std::pair(b, a); });
}

// Both sides do it: "A signed with B" is "B signed with A".
bool is_mutual(const ClaimFacts& claim) {
  if (claim.type == EventType::consult || claim.type == EventType::agree || claim.type == EventType::cooperate) return true;
  static constexpr auto kSigning = std::to_array<std::string_view>({"sign", "ratif", "initial", "conclud", "ink", "renew"});
  return claim.type == EventType::support &&
         std::any_of(kSigning.begin(), kSigning.end(), [&](std::string_view stem) { return claim.trigger.starts_with(stem); });
}
bool is_main(const PartyFacts& party) { return party.role == Role::actor || party.role == Role::recipient; }
bool is_helper(const PartyFacts& party) { return party.role == Role::mediator || party.role == Role::host; }
bool is_vague(const PartyFacts& party) { return party.key.empty(); }
bool is_anyone(const PartyFacts&) { return true; }
bool is_armed(const PartyFacts& party) { return is_armed_sector(party.sector); }

class Comparer {
 public:
  Comparer(const DatedClaim& a, const DatedClaim& b, bool with_words) : a_(*a.claim), b_(*b.claim), a_days_(a.days), b_days_(b.days), with_words_(with_words) {
    add(kWeights.prior, "");
  }

  Comparison compared() {
    same_trigger_ = !a_.trigger.empty() && (a_.trigger == b_.trigger || stem_of(a_.trigger) == stem_of(b_.trigger));
    type();
    if (!result_.never) time();
    if (!result_.never) place();
    if (result_.never && !with_words_) return result_;  // nothing else changes that
    parties();
    content();
    realis();
    if (a_.report == b_.report) report();
    else if (takes_back(a_, b_)) add(kWeights.taken_back, "an outlet takes back its report");
    if (with_words_) result_.words = reasons();
    return std::move(result_);
  }

 private:
  void add(double weight, std::string_view reason) {
    result_.log_odds += weight;
    if (with_words_ && !reason.empty() && weight != 0) reasons_.emplace_back(weight, reason);
  }
  void exclude(double weight, std::string_view reason) {
    add(weight, reason);
    result_.never = true;
  }

  void type() {
    if (a_.type == b_.type) add(kWeights.same_type, "the same type of event");
    else if (is_plan_of(a_, b_) || is_plan_of(b_, a_)) add(kWeights.same_type, "a plan and its deed");
    else if (are_neighbours(a_.type, b_.type)) add(same_trigger_ ? kWeights.near_type_of_word : kWeights.near_type, "types that stand for one another");
    else exclude(kWeights.other_time, "other types of event");
    if (a_.type != b_.type || a_.mode.empty() || b_.mode.empty()) return;
    add(a_.mode == b_.mode ? kWeights.same_mode : kWeights.other_mode, a_.mode == b_.mode ? "the same mode" : "other modes");
  }

  // The codebook has cooperation to come as AGREE, yielding to come as CONCEDE.
  static bool is_plan_of(const ClaimFacts& plan, const ClaimFacts& deed) {
    const bool is_to_come = plan.realis == Realis::planned || plan.realis == Realis::hypothetical;  // "will send", "may send"
    if (!is_to_come || deed.realis != Realis::actual || deed.published < plan.published) return false;
    switch (deed.type) {
      case EventType::aid:
      case EventType::consult:
      case EventType::support:
      case EventType::cooperate: return plan.type == EventType::agree;
      case EventType::retreat: return plan.type == EventType::concede;
      default: return false;
    }
  }

  void time() {
    const DayRange &a = a_days_, &b = b_days_;
    if (!a.known || !b.known) return;
    const long gap = std::max({a.first - b.last, b.first - a.last, 0L});
    const long length = std::max(a.last - a.first, b.last - b.first);
    if (a.dated && b.dated) dated(gap, length);
    else if (!a.dated && !b.dated) undated(std::abs(told_on(a_, a) - told_on(b_, b)));
    else half_dated(gap);
  }
  // The day of the report: what is undated is from the days before it, or after it if it is to come (days.h).
  static long told_on(const ClaimFacts& claim, const DayRange& days) {
    return claim.realis == Realis::planned || claim.tense == Tense::future ? days.first : days.last;
  }
  void dated(long gap, long length) {
    times_agree_ = gap == 0;
    if (gap >= 7) exclude(kWeights.other_time, "a week or more apart");
    else if (gap > 0 && plan_came_true()) add(kWeights.late_plan, "done a little later than planned");
    else if (gap > 3) add(kWeights.other_time / 2, "days apart");
    else if (gap > 1) add(kWeights.same_week, "days apart");
    else if (gap == 1) add(kWeights.next_day, "a day apart");
    else add(length <= 1 ? kWeights.same_day : kWeights.same_time, length <= 1 ? "the same day" : "the same time");
  }
  // a_ is the earlier report: it tells of the plan, the later one of the deed, on a day after it or a few before; or neither tells a day, and the word is
  // the same.
  bool plan_came_true() const {
    constexpr long kEarly = 3;
    const bool is_told_later = a_.realis == Realis::planned && b_.realis == Realis::actual && b_.published > a_.published;
    if (!is_told_later || a_.begin_date.empty() != b_.begin_date.empty()) return false;
    return a_.begin_date.empty() ? same_trigger_ : a_days_.first - b_days_.last <= kEarly;
  }
  void undated(long gap) {
    if (gap > 14) exclude(kWeights.other_time, "told weeks apart");
    else if (gap > 6) add(kWeights.off_time, "told more than six days apart");
    else add(gap <= 1 ? kWeights.same_news_day : gap <= 3 ? kWeights.near_news : kWeights.old_news, gap <= 3 ? "told at the same time" : "told days apart");
  }
  void half_dated(long gap) {
    times_agree_ = gap == 0;
    if (gap > 7) exclude(kWeights.other_time, "more than a week apart");
    else if (gap > 3) add(kWeights.off_time, "dates that hardly agree");
    else add(gap == 0 ? kWeights.near_news : kWeights.old_news / 2, gap == 0 ? "dates that may agree" : "");
  }

  void place() {
    if (!a_.place || !b_.place) return;
    const Place& a = *a_.place;
    const Place& b = *b_.place;
    if ((a.geonameid && a.geonameid == b.geonameid) || a.name == b.name) {
      add(a_.place_is_country ? kWeights.near_place : kWeights.same_place, "the same place");
    } else if (!a.country.empty() && !b.country.empty() && a.country != b.country) {
      const auto is_guessed = [](const Place& place) { return !place.geonameid && !place.lat; };  // a village that no gazetteer has
      const bool may_err = (is_guessed(a) && !a_.place_is_country) || (is_guessed(b) && !b_.place_is_country);
      if (may_err) add(kWeights.farther_place, "places of unsure countries");
      else exclude(kWeights.other_place, "other countries");
    } else if (a_.place_is_country || b_.place_is_country || !a.lat || !a.lon || !b.lat || !b.lon) {
      add(kWeights.near_place, "places that agree");
    } else {
      distance(a, b);
    }
  }
  // Regions have no size here: a city not far from the middle of one may be in it.
  void distance(const Place& a, const Place& b) {
    constexpr double kKmOfDegree = 111.2, kSameArea = 25, kSameRegion = 60;
    const double north = (*a.lat - *b.lat) * kKmOfDegree;
    const double east = (*a.lon - *b.lon) * kKmOfDegree * std::cos((*a.lat + *b.lat) / 2 * 3.14159265358979 / 180);
    const double km = std::hypot(north, east);
    if (km <= kSameArea) add(kWeights.near_place, "places beside each other");
    else if (km <= kSameRegion) add(kWeights.farther_place, "places near each other");
    else exclude(kWeights.other_place, "other places");
  }

  // "PER/LAB" may be any union of Peru, also "PER/LAB/union of coastal fishermen".
  static bool is_same(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return !a.empty() && b.substr(0, a.size()) == a && (a.size() == b.size() || (b[a.size()] == '/' && a.find('/') != std::string_view::npos));
  }
  // Somebody by name is the same whatever he is taken for: "the reporter Selma Haddad", "Selma Haddad"; so is what nobody knows to be
  // anybody's, a village whose state each report guesses.
  static bool is_same_person(const PartyFacts& a, const PartyFacts& b) {
    const bool are_people = a.kind == EntityKind::person && b.kind == EntityKind::person;
    const bool are_things = a.role == b.role && a.sector.empty() && b.sector.empty() && holds_name(a.name);
    return (are_people || are_things) && a.name == b.name && a.name.find(' ') != std::string::npos;
  }
  // A party of `claim` with this key and, of acts that one does to another, on this side.
  static const PartyFacts* find(const ClaimFacts& claim, const PartyFacts& party) {
    const PartyFacts* found = nullptr;
    for (const PartyFacts& other : claim.parties) {
      if (!is_main(other) || !(is_same(other.key, party.key) || is_same_person(other, party))) continue;
      if (found == nullptr || other.role == party.role) found = &other;
    }
    return found;
  }

  bool first_of_key(const ClaimFacts& claim, std::size_t at) const {
    return std::none_of(claim.parties.begin(), claim.parties.begin() + static_cast<std::ptrdiff_t>(at),
                        [&](const PartyFacts& other) { return is_main(other) && other.key == claim.parties[at].key; });
  }

  // Main parties that the other claim has not; those of a long list that come last do not count.
  struct Unmatched {
    std::array<const PartyFacts*, 8> parties{};
    std::size_t size = 0;
    bool actors = false, recipients = false;

    std::size_t count(bool (*of_kind)(const PartyFacts&)) const {
      return static_cast<std::size_t>(std::count_if(parties.begin(), parties.begin() + static_cast<std::ptrdiff_t>(size),
                                                    [of_kind](const PartyFacts* party) { return party != nullptr && of_kind(*party); }));
    }
  };
  Unmatched unmatched(const ClaimFacts& claim, const ClaimFacts& other) const {
    Unmatched found;
    for (std::size_t i = 0; i < claim.parties.size() && found.size < found.parties.size(); ++i) {
      const PartyFacts& party = claim.parties[i];
      if (!is_main(party) || (!party.key.empty() && (find(other, party) != nullptr || !first_of_key(claim, i)))) continue;
      found.parties[found.size++] = &party;
      if (!party.key.empty()) (party.role == Role::actor ? found.actors : found.recipients) = true;
    }
    return found;
  }

  // Takes out of both what fits together, one with one; how many pairs.
  template <typename Fits>
  static int take_pairs(Unmatched& left, Unmatched& right, Fits fits) {
    int pairs = 0;
    for (const PartyFacts*& party : left.parties) {
      if (party == nullptr) continue;
      const auto match =
          std::find_if(right.parties.begin(), right.parties.end(), [&](const PartyFacts* other) { return other != nullptr && fits(*party, *other); });
      if (match == right.parties.end()) continue;
      party = *match = nullptr;
      ++pairs;
    }
    return pairs;
  }
  // "rebels" may be the Fano militia and "four officers" an army's, but neither is a government.
  static bool may_be(const PartyFacts& vague, const PartyFacts& known) {
    return vague.key.empty() && (vague.sector.empty() || vague.sector == known.sector || (is_armed(vague) && is_armed(known)));
  }
  // People of one state on one side whom one calls by their trade and the other by their union; not two bodies by name, nor who fights his state.
  static bool are_compatriots(const PartyFacts& a, const PartyFacts& b) {
    const auto has_name = [](const PartyFacts& party) { return std::count(party.key.begin(), party.key.end(), '/') > 1; };
    return !a.code.empty() && a.code == b.code && a.role == b.role && is_opponent(a) == is_opponent(b) && !(has_name(a) && has_name(b));
  }
  static bool is_opponent(const PartyFacts& party) { return is_armed(party) || party.sector == "OPP"; }
  // Somebody who suffers what his own state does, beside somebody of another: his state was a guess.
  static auto is_guessed_in(const ClaimFacts& claim) {
    return [&claim](const PartyFacts& party, const PartyFacts& other) {
      return party.role == Role::recipient && other.role == Role::recipient && party.kind != EntityKind::state && !party.code.empty() &&
             party.code != other.code && std::any_of(claim.parties.begin(), claim.parties.end(), [&](const PartyFacts& actor) {
               return actor.role == Role::actor && actor.code == party.code;
             });
    };
  }

  void parties() {
    int turned = 0;
    for (std::size_t i = 0; i < a_.parties.size(); ++i) {
      const PartyFacts& party = a_.parties[i];
      if (!is_main(party) || party.key.empty() || !first_of_key(a_, i)) continue;
      const PartyFacts* other = find(b_, party);
      if (other == nullptr) continue;
      add(shared_ == 0 ? kWeights.one_party : shared_ < 3 ? kWeights.second_party : 0, shared_ == 0 ? "a party in common" : "a further party in common");
      ++shared_;
      turned += party.role != other->role ? 1 : 0;
      persons(party, *other);
    }
    if (turned > 0 && !(is_mutual(a_) && is_mutual(b_))) add(turned > 1 ? kWeights.turned_round : kWeights.other_side, "who did it to whom is turned round");
    Unmatched mine = unmatched(a_, b_), theirs = unmatched(b_, a_);
    differences(mine, theirs);
    if (shares_helper()) add(kWeights.helper, "a mediator or host in common");
  }
  void persons(const PartyFacts& a, const PartyFacts& b) {
    if (a.kind != EntityKind::person || b.kind != EntityKind::person || a.name == b.name) return;
    const std::vector<FoldedWord> left = words_of(a.name), right = words_of(b.name);
    const auto is_name = [](const std::vector<FoldedWord>& words) { return !words.empty() && words.back().capital; };
    if (!is_name(left) || !is_name(right)) return;
    const bool share = std::any_of(left.begin(), left.end(), [&](const FoldedWord& word) {
      return word.capital && std::any_of(right.begin(), right.end(), [&](const FoldedWord& other) { return other.text == word.text; });
    });
    if (!share) add(kWeights.other_person, "other persons");
  }
  void differences(Unmatched& a, Unmatched& b) {
    const bool halves = a.actors != b.actors && a.recipients != b.recipients && a.actors != a.recipients && shared_ == 0;
    if (halves) return add(kWeights.half_party, "each names another side of it");
    const bool one_is_vague = a.count(is_vague) + b.count(is_vague) > 0;
    if (take_pairs(a, b, may_be) + take_pairs(b, a, may_be) > 0) add(kWeights.vague_party, "a party that one leaves unnamed");
    const int compatriots = take_pairs(a, b, are_compatriots);
    add(compatriots * kWeights.other_trade, "people of one state whom each calls otherwise");
    if (shared_ == 0 && compatriots > 0) add(kWeights.one_party, "the same state's people");
    else if (shared_ == 0) add(one_is_vague ? kWeights.no_party / 2 : kWeights.no_party, "no known party in common");
    add((take_pairs(a, b, is_guessed_in(a_)) + take_pairs(b, a, is_guessed_in(b_))) * kWeights.own_people, "people whose state may be misread");
    const std::size_t armed = std::min(a.count(is_armed), b.count(is_armed));
    const std::size_t other = std::min(a.count(is_anyone), b.count(is_anyone)) - armed;
    differ_ = other > 0;
    add(static_cast<double>(armed) * kWeights.other_armed_group, "armed groups of other names");
    add(static_cast<double>(std::min<std::size_t>(other, 2)) * kWeights.other_party, "other parties");
  }
  bool shares_helper() const {
    return std::any_of(a_.parties.begin(), a_.parties.end(), [&](const PartyFacts& party) {
      return is_helper(party) && !party.key.empty() &&
             std::any_of(b_.parties.begin(), b_.parties.end(), [&](const PartyFacts& other) { return is_helper(other) && other.key == party.key; });
    });
  }

  void content() {
    if (same_trigger_) add(kWeights.same_trigger, "the same word for it");
    std::size_t common = 0;
    for (auto x = a_.words.begin(), y = b_.words.begin(); x != a_.words.end() && y != b_.words.end();) {
      if (*x < *y) {
        ++x;
      } else if (*y < *x) {
        ++y;
      } else {
        ++common, ++x, ++y;
      }
    }
    const std::size_t shorter = std::min(a_.words.size(), b_.words.size());
    if (common == 0 && shorter >= 4) add(shared_ < 2 ? kWeights.no_word_one_party : kWeights.no_word, "no word in common");
    add(std::min(static_cast<double>(common) * kWeights.each_word, kWeights.most_words), "words in common");
    if (common >= 4 && common * 2 >= a_.words.size() + b_.words.size() - common) add(kWeights.alike, "much the same words");
  }

  void realis() {
    const auto is_wish = [](Realis realis) { return realis == Realis::requested || realis == Realis::hypothetical || realis == Realis::conditional; };
    if (a_.realis == b_.realis || (is_wish(a_.realis) && is_wish(b_.realis))) return;
    if (is_wish(a_.realis) || is_wish(b_.realis)) add(kWeights.wish_and_deed, "one tells what is wished or supposed");
    else if (!times_agree_ && !plan_came_true()) add(kWeights.plan_and_deed, "one tells of a plan");
  }

  // "Radio Uno retracted its report that ...", beside that report or "Radio Uno reported that ...".
  static bool takes_back(const ClaimFacts& told, const ClaimFacts& later) {
    if (later.taken_back_by.empty() || told.published >= later.published || !told.taken_back_by.empty()) return false;
    if (told.outlet == later.taken_back_by) return true;
    return std::any_of(told.chains.begin(), told.chains.end(), [&](const std::vector<HopFacts>& chain) {
      return std::any_of(chain.begin(), chain.end(), [&](const HopFacts& hop) { return hop.key == later.taken_back_by; });
    });
  }

  void report() {
    const auto links = [](const ClaimFacts& from, const ClaimFacts& to) {
      return std::any_of(from.links.begin(), from.links.end(), [&](const Link& link) { return link.claim == to.id && link.type != LinkType::elaborates; });
    };
    if (links(a_, b_) || links(b_, a_)) add(kWeights.linked, "the report links them");
    else if (a_.type != b_.type) exclude(kWeights.same_report, "one report tells them apart");  // "met and agreed to": two events
    else if (differ_) exclude(kWeights.same_report, "one report names other parties");
    else add(same_trigger_ && shared_ > 0 ? kWeights.retold : kWeights.same_report, "of one report");
  }

  std::string reasons() {
    std::stable_sort(reasons_.begin(), reasons_.end(), [](const auto& x, const auto& y) { return std::abs(x.first) > std::abs(y.first); });
    std::string words;
    for (std::size_t i = 0; i < std::min<std::size_t>(reasons_.size(), 6); ++i) {
      words += (i == 0 ? "" : ", ") + std::string(reasons_[i].first < 0 ? "but " : "") + std::string(reasons_[i].second);
    }
    return words;
  }

  const ClaimFacts& a_;
  const ClaimFacts& b_;
  const DayRange& a_days_;
  const DayRange& b_days_;
  bool with_words_;
  Comparison result_;
  std::vector<std::pair<double, std::string_view>> reasons_;
  int shared_ = 0;
  bool same_trigger_ = false, times_agree_ = false, differ_ = false;
};

}  // namespace

int family_of(EventType type) {
  switch (type) {
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten: return 1;
    case EventType::protest:
    case EventType::sanction:
    case EventType::mobilize:
    case EventType::coerce:
    case EventType::assault: return 2;
    default: return 0;
  }
}

Comparison compare(const ClaimFacts& a, const ClaimFacts& b, bool with_words) {
  const bool in_order = std::tie(a.published, a.id) <= std::tie(b.published, b.id);
  const DatedClaim left{&a, days_of(a)}, right{&b, days_of(b)};
  return in_order ? compare_in_order(left, right, with_words) : compare_in_order(right, left, with_words);
}

Comparison compare_in_order(const DatedClaim& a, const DatedClaim& b, bool with_words) { return Comparer(a, b, with_words).compared(); }

}  // namespace dragoman

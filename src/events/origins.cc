// SPDX-License-Identifier: Apache-2.0
// Builds the forest. A testimony has a home: the report or outlet where its words were first. A copy's home is the home of what it copies,
// a citation's the cited outlet, or that outlet's own report where the ledger has it; whoever speaks on the record is the same wherever he
// is quoted. Roots are made in three passes, as later ones ask what the earlier ones found: speakers on the record by their body; people,
// documents and eyes by their home; words without a source, which rest on whatever their home has, and are a root only where it has nothing.
// Example: mediator -> Northern Wire, a copy in Lake Gazette and "according to Northern Wire" in the Review are one root, the mediator.
// It does not see that two outlets talked to the same person: that is what the interval is for. Quadratic in the testimonies of an event.
#include "events/origins.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "events/outlets.h"
#include "events/regions.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 5> kAnother = {"another", "second", "third", "different", "separate"};

bool says_another(std::string_view text) {
  const std::vector<FoldedWord> words = words_of(text);
  return std::any_of(words.begin(), words.end(), [](const FoldedWord& word) { return is_one_of(word.text, kAnother); });
}

bool points_back(const std::vector<FoldedWord>& words) {
  constexpr std::array<std::string_view, 4> kPointers = {"he", "she", "they", "the"};
  return !words.empty() && is_one_of(words[0].text, kPointers);
}

bool share_a_noun(const std::vector<FoldedWord>& mine, const std::vector<FoldedWord>& theirs) {
  std::set<std::string> stems;
  for (const FoldedWord& word : mine) {
    if (!word.capital && word.text.size() > 3) stems.insert(stem_of(word.text));
  }
  return std::any_of(theirs.begin(), theirs.end(), [&](const FoldedWord& word) { return !word.capital && stems.count(stem_of(word.text)) != 0; });
}

// "Two Thai officials", "one of the officials", "the official": the same description of people. Claims of a report come in no order.
bool describes_alike(std::string_view a, std::string_view b) {
  const std::vector<FoldedWord> mine = words_of(a), theirs = words_of(b);
  return points_back(mine) || points_back(theirs) || share_a_noun(mine, theirs);
}

bool counts(const Testimony& said) { return said.verdict == Verdict::affirms; }

class Builder {
 public:
  Builder(const EventEvidence& evidence, std::span<const Testimony> said) : evidence_(evidence), said_(said) {
    forest_.root_of.assign(said.size(), -1);
    const bool all_weak = std::none_of(said.begin(), said.end(), [](const Testimony& t) { return counts(t) && (t.done || t.planned); });
    for (std::size_t i = 0; i < said.size(); ++i) {
      // What is only asked for, or supposed in an outlet's own words, is no word for an event that others say was done; what a source
      // says may come is the first word of it.
      const bool has_source = said[i].supposed && said[i].basis != Basis::unattributed;
      if (!counts(said[i]) || (!all_weak && !said[i].done && !said[i].planned && !has_source)) continue;
      carried_.insert(said[i].report);
      counted_.push_back(i);
    }
  }

  OriginForest build() {
    find_homes();
    for (std::size_t i : counted_) {
      if (said_[i].basis == Basis::record) add_speaker(i);
    }
    for (const bool at_home : {true, false}) {
      for (std::size_t i : counted_) {
        if (said_[i].basis != Basis::record && said_[i].basis != Basis::unattributed && is_at_home(i) == at_home) add_source(i);
      }
    }
    for (std::size_t i : counted_) {
      if (said_[i].basis == Basis::unattributed) add_words(i);
    }
    settle();
    for (std::size_t i = 0; i < said_.size(); ++i) forest_.home_names.push_back(root_for(i).outlet);
    forest_.homes = homes_;
    return std::move(forest_);
  }

 private:
  // Where the text of a report was first: along copies, and agency lines, as far as the ledger goes.
  std::string text_home(const std::string& report, std::vector<std::string>* passed) const {
    std::string at = report;
    for (std::size_t steps = 0; steps <= evidence_.lineage.size(); ++steps) {
      const LineageEdge* edge = copied_from(at);
      if (edge == nullptr) break;
      passed->push_back(outlet_key_of(edge->to_outlet));
      if (edge->to_report.empty() || carried_.count(edge->to_report) == 0) return "O:" + outlet_key_of(edge->to_outlet);
      at = edge->to_report;
    }
    return "R:" + at;
  }

  // The best edge: a copy before a credit; to a report that tells of the event, or by credit to an outlet.
  const LineageEdge* copied_from(const std::string& report) const {
    const LineageEdge* best = nullptr;
    const auto rank = [](const LineageEdge& edge) { return std::tuple(edge.kind != LineageKind::copies, -edge.similarity, edge.to_report, edge.to_outlet); };
    for (const LineageEdge& edge : evidence_.lineage) {
      if (edge.from_report != report || (edge.kind != LineageKind::copies && edge.kind != LineageKind::credits)) continue;
      if (edge.kind == LineageKind::copies && carried_.count(edge.to_report) == 0) continue;
      if (outlet_key_of(edge.to_outlet).empty() || edge.to_report == report) continue;
      if (best == nullptr || rank(edge) < rank(*best)) best = &edge;
    }
    return best;
  }

  // The report of an outlet that tells of the event by itself, the earliest; else one that at least tells of it.
  std::string report_of_outlet(const std::string& key, const std::string& but_not) const {
    std::string found;
    for (std::size_t i : counted_) {
      if (said_[i].outlet_key != key || said_[i].report == but_not) continue;
      if (said_[i].via.empty()) return said_[i].report;
      if (found.empty()) found = said_[i].report;
    }
    return found;
  }

  // Words without a source in a report that cites another on the same event rest on it.
  std::string cited_report(const Testimony& said) const {
    std::string best;
    for (const LineageEdge& edge : evidence_.lineage) {
      if (edge.from_report != said.report || edge.kind != LineageKind::cites || edge.to_report.empty() || edge.to_report == said.report) continue;
      if (carried_.count(edge.to_report) != 0 && (best.empty() || edge.to_report < best)) best = edge.to_report;
    }
    return best;
  }

  void find_homes() {
    homes_.resize(said_.size());
    rests_.resize(said_.size());
    for (std::size_t i = 0; i < said_.size(); ++i) {
      rests_[i] = said_[i].via;
      rests_[i].push_back(said_[i].outlet_key);
      homes_[i] = home_of(i);
    }
  }

  std::string home_of(std::size_t i) {
    const Testimony& said = said_[i];
    if (!said.via.empty()) {
      const std::string cited = report_of_outlet(said.via.front(), said.report);
      if (!cited.empty()) rest_on(i, cited);
      return cited.empty() ? "O:" + said.via.front() : text_home(cited, &rests_[i]);
    }
    std::string home = text_home(said.report, &rests_[i]);
    if (home != "R:" + said.report || said.basis != Basis::unattributed) return home;
    const std::string cited = cited_report(said);
    if (cited.empty()) return home;
    rests_[i].push_back(outlet_of(cited));
    rest_on(i, cited);
    return text_home(cited, &rests_[i]);
  }

  // What the cited report took from others falls with them.
  void rest_on(std::size_t i, const std::string& cited) {
    for (std::size_t j = 0; j < said_.size(); ++j) {
      if (j != i && said_[j].report == cited) rests_[i].insert(rests_[i].end(), said_[j].via.begin(), said_[j].via.end());
    }
  }

  std::string outlet_of(const std::string& report) const {
    const auto found = std::find_if(said_.begin(), said_.end(), [&](const Testimony& said) { return said.report == report; });
    return found == said_.end() ? std::string() : found->outlet_key;
  }

  bool is_at_home(std::size_t i) const { return homes_[i] == "R:" + said_[i].report || homes_[i].rfind("O:", 0) == 0; }

  void add_speaker(std::size_t i) {
    for (std::size_t r = 0; r < forest_.roots.size(); ++r) {
      if (forest_.roots[r].basis == Basis::record && forest_.roots[r].speaker.body == said_[i].speaker.body) return join(i, r);
    }
    if (const int cited = speaker_at_home(i); cited >= 0) return join(i, static_cast<std::size_t>(cited));
    add_root(i);
  }

  // "The Star reported, citing the head of a cooperative": whom the report of the Star that the ledger has names.
  int speaker_at_home(std::size_t i) const {
    const Speaker& who = said_[i].speaker;
    if (said_[i].via.empty() || is_at_home(i) || who.key.empty() || who.key.front() != '~') return -1;
    for (std::size_t r = 0; r < forest_.roots.size(); ++r) {
      const Root& root = forest_.roots[r];
      if (root.basis == Basis::record && root.home == homes_[i] && share_a_noun(words_of(root.speaker.text), words_of(who.text))) return static_cast<int>(r);
    }
    return -1;
  }

  void add_source(std::size_t i) {
    const Testimony& said = said_[i];
    Root fresh = root_for(i);
    int any = said.basis == Basis::eyewitness ? eyes_of(outlet_at(homes_[i])) : -1;
    if (any >= 0) return join(i, static_cast<std::size_t>(any));
    for (std::size_t r = 0; r < forest_.roots.size(); ++r) {
      const Root& root = forest_.roots[r];
      if (root.basis != said.basis || root.home != homes_[i]) continue;
      if (is_one_source(root, fresh)) return join(i, r);
      any = any < 0 ? static_cast<int>(r) : any;
    }
    if (!is_at_home(i) && any >= 0) return join(i, static_cast<std::size_t>(any));
    if (!is_at_home(i) && home_root(homes_[i]) >= 0) return join(i, static_cast<std::size_t>(home_root(homes_[i])));
    add_root(i);
  }

  // Whether two sources that one report or outlet has are the same: people quoted together or described alike.
  static bool is_one_source(const Root& known, const Root& fresh) {
    if (!may_be_one(known, fresh)) return false;
    return known.claim == fresh.claim || known.home.rfind("O:", 0) == 0 || (describes_alike(known.speaker.text, fresh.speaker.text));
  }

  std::string outlet_at(const std::string& home) const { return home.rfind("O:", 0) == 0 ? home.substr(2) : outlet_of(home.substr(2)); }

  // The own reporting of an outlet, which is one however often it tells it.
  int eyes_of(const std::string& outlet) const {
    for (std::size_t r = 0; r < forest_.roots.size(); ++r) {
      if (forest_.roots[r].basis == Basis::eyewitness && outlet_at(forest_.roots[r].home) == outlet) return static_cast<int>(r);
    }
    return -1;
  }

  // A root that the home has, whichever.
  int home_root(const std::string& home) const {
    for (std::size_t i : counted_) {
      if (forest_.root_of[i] >= 0 && homes_[i] == home) return forest_.root_of[i];
    }
    return -1;
  }

  // Words without a source: the home's, else the outlet's, which repeats what it had.
  void add_words(std::size_t i) {
    int root = home_root(homes_[i]);
    const std::string outlet = outlet_at(homes_[i]);
    if (root < 0) root = eyes_of(outlet);
    for (std::size_t j : counted_) {
      if (root >= 0 || j >= i) break;
      if (forest_.root_of[j] >= 0 && said_[j].outlet_key == outlet) root = forest_.root_of[j];
    }
    if (root >= 0) return join(i, static_cast<std::size_t>(root));
    add_root(i);
  }

  Root root_for(std::size_t i) const {
    const Testimony& said = said_[i];
    Root root;
    root.basis = said.basis;
    root.speaker = said.speaker;
    root.home = homes_[i];
    root.report = said.report;
    root.published = said.published;
    root.claim = said.claim;
    root.outlet = said.via.empty() ? said.outlet : said.via_names.front();
    if (said.via.empty() && homes_[i].rfind("O:", 0) == 0) root.outlet = credited_outlet(said.report, root.outlet);
    if (said.basis == Basis::unattributed) root.speaker.text = root.outlet;
    return root;
  }

  std::string credited_outlet(const std::string& report, const std::string& otherwise) const {
    const LineageEdge* edge = copied_from(report);
    return edge == nullptr ? otherwise : edge->to_outlet;
  }

  void add_root(std::size_t i) {
    forest_.root_of[i] = static_cast<int>(forest_.roots.size());
    forest_.roots.push_back(root_for(i));
  }

  void join(std::size_t i, std::size_t r) {
    forest_.root_of[i] = static_cast<int>(r);
    Root& root = forest_.roots[r];
    if (std::tie(said_[i].published, said_[i].report) >= std::tie(root.published, root.report)) return;
    root.published = said_[i].published;
    root.report = said_[i].report;
  }

  // What stands, what comes after an earlier report, the order in time, the interval.
  void settle() {
    forest_.alive = standing(evidence_, said_, rests_);
    for (std::size_t i : counted_) {
      if (forest_.alive[i] && !source_stands(i)) forest_.alive[i] = false;
    }
    mark_told_apart();
    for (std::size_t r = 0; r < forest_.roots.size(); ++r) {
      Root& root = forest_.roots[r];
      root.alive = std::any_of(counted_.begin(), counted_.end(), [&](std::size_t i) { return forest_.root_of[i] == static_cast<int>(r) && forest_.alive[i]; });
      root.may_repeat = root.basis == Basis::unattributed && std::any_of(counted_.begin(), counted_.end(), [&](std::size_t i) {
                          return forest_.root_of[i] != static_cast<int>(r) && said_[i].report != root.report &&
                                 std::tie(said_[i].published, said_[i].report) < std::tie(root.published, root.report);
                        });
    }
    sort_roots();
    bound(forest_, said_);
  }

  // A citation stands with the source of what it cites.
  bool source_stands(std::size_t i) const {
    const Root& root = forest_.roots[static_cast<std::size_t>(forest_.root_of[i])];
    const auto is_source = [&](std::size_t j) {
      return said_[j].basis == root.basis && (root.basis != Basis::record || said_[j].speaker.body == root.speaker.body);
    };
    return is_source(i) || std::any_of(counted_.begin(), counted_.end(),
                                       [&](std::size_t j) { return forest_.root_of[j] == forest_.root_of[i] && is_source(j) && forest_.alive[j]; });
  }

  // "Another official": than the one whom the report quotes too, else than whoever spoke to others before.
  void mark_told_apart() {
    for (Root& root : forest_.roots) {
      root.is_another = root.basis == Basis::anonymous && (says_another(root.speaker.text) || root.speaker.told_apart) &&
                        std::none_of(forest_.roots.begin(), forest_.roots.end(),
                                     [&](const Root& other) { return &other != &root && other.basis == Basis::anonymous && other.report == root.report; });
    }
  }

  void sort_roots() {
    std::vector<int> order(forest_.roots.size()), place(forest_.roots.size());
    for (std::size_t r = 0; r < order.size(); ++r) order[r] = static_cast<int>(r);
    const auto& roots = forest_.roots;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      const Root &x = roots[static_cast<std::size_t>(a)], &y = roots[static_cast<std::size_t>(b)];
      return std::tie(x.published, x.report, x.claim, x.speaker.text) < std::tie(y.published, y.report, y.claim, y.speaker.text);
    });
    std::vector<Root> sorted;
    for (std::size_t n = 0; n < order.size(); ++n) {
      place[static_cast<std::size_t>(order[n])] = static_cast<int>(n);
      sorted.push_back(roots[static_cast<std::size_t>(order[n])]);
    }
    forest_.roots = std::move(sorted);
    for (int& root : forest_.root_of) {
      if (root >= 0) root = place[static_cast<std::size_t>(root)];
    }
  }

  const EventEvidence& evidence_;
  std::span<const Testimony> said_;
  std::set<std::string> carried_;     // reports that affirm the event
  std::vector<std::size_t> counted_;  // testimonies that vouch for it, in the order of time
  std::vector<std::string> homes_;
  std::vector<std::vector<std::string>> rests_;
  OriginForest forest_;
};

// "A security official" may be a policeman, a spy or one of the interior ministry's people.
bool is_any_security(const Speaker& who) {
  constexpr std::array<std::string_view, 6> kPeople = {"official", "officials", "source", "sources", "officer", "officers"};
  const std::vector<FoldedWord> words = words_of(who.text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].text == "security" && is_one_of(words[i].text, kPeople)) return true;
  }
  return false;
}
bool keeps_security(const std::string& sector) { return is_of_a_state(sector) || sector == "COP"; }

// Whether somebody without a name may be of a body of this sector, as far as their sectors go.
bool may_be_of_sector(const Speaker& who, const std::string& sector) {
  return may_share_body(who.sector, sector) || (is_any_security(who) && keeps_security(sector));
}

bool is_envoy(const Speaker& who) {
  constexpr std::array<std::string_view, 6> kEnvoys = {"diplomat", "diplomats", "envoy", "envoys", "ambassador", "negotiator"};
  const std::vector<FoldedWord> words = words_of(who.text);
  return std::any_of(words.begin(), words.end(), [&](const FoldedWord& word) { return is_one_of(word.text, kEnvoys); });
}

// An official of whom nothing is told may be of any government, or of a body of several; an officer of any army.
bool may_be_official_of(const Speaker& who, const std::string& sector) {
  if (!who.code.empty()) return false;
  if (is_any_security(who) && keeps_security(sector)) return true;
  if (!is_of_a_state(who.sector)) return false;
  return is_of_a_state(sector) || (sector == "IGO" && who.sector == "GOV");
}

// A body that speaks may have been the anonymous member before; people of no known state may be any government's, if they are officials.
bool may_be_member(const Root& anonymous, const Root& body) {
  const Speaker &who = anonymous.speaker, &what = body.speaker;
  if (!who.code.empty()) return who.code == what.code && may_be_of_sector(who, what.sector);
  return may_be_official_of(who, what.sector) && may_be_of_state(who.text, what.code);  // "a European diplomat" is no member of Malawi's government
}

bool may_be_one_person(const Root& a, const Root& b) {
  const Speaker &x = a.speaker, &y = b.speaker;
  if (!x.code.empty() && !y.code.empty() && x.code != y.code) return false;
  if (x.code.empty() && !may_be_of_state(x.text, y.code)) return false;
  if (y.code.empty() && !may_be_of_state(y.text, x.code)) return false;
  if (x.code.empty() && y.code.empty() && !may_be_of_one_region(x.text, y.text)) return false;
  if (!may_be_of_sector(x, y.sector) && !may_be_of_sector(y, x.sector) && !may_be_official_of(x, y.sector) && !may_be_official_of(y, x.sector)) return false;
  if ((is_any_security(x) && is_envoy(y)) || (is_any_security(y) && is_envoy(x))) return false;
  // "A second official, who was not the source of the earlier report" speaks of the same outlet's sources.
  const Root& later = std::tie(a.published, a.report) < std::tie(b.published, b.report) ? b : a;
  const Root& earlier = &later == &a ? b : a;
  const bool is_told_apart = says_another(later.speaker.text) || (a.report == b.report && says_another(earlier.speaker.text));
  if (later.is_another) return false;
  return !(is_told_apart && (a.outlet == b.outlet || a.report == b.report));
}

}  // namespace

bool may_be_one(const Root& a, const Root& b) {
  if (a.basis == Basis::anonymous && b.basis == Basis::anonymous) return may_be_one_person(a, b);
  if (a.basis == Basis::anonymous && b.basis == Basis::record) return may_be_member(a, b);
  if (a.basis == Basis::record && b.basis == Basis::anonymous) return may_be_member(b, a);
  if (a.basis == Basis::document && b.basis == Basis::document) return a.speaker.key.empty() || b.speaker.key.empty() || a.speaker.key == b.speaker.key;
  return false;
}

OriginForest origins_of(const EventEvidence& evidence, std::span<const Testimony> said) { return Builder(evidence, said).build(); }

}  // namespace dragoman

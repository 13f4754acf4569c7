// SPDX-License-Identifier: Apache-2.0
// Status from what stands. Each speaker's latest word replaces earlier ones, a state's organs counting as one speaker here; two words in
// one latest report both stand, as nobody knows which is the later. Then the first rule that fits:
//   nobody affirms: denied, retracted or speculative;  affirmed and denied: disputed;  only hedged: speculative;  nobody says it was done:
//   planned;  a party that acted (any party of a joint event) says so on the record: confirmed;  two origins for certain: corroborated.
// Example: denied on the 4th, told to parliament on the 12th: disputed, then confirmed. No comment and "did not deny" change nothing.
#include "events/status.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "events/words.h"

namespace dragoman {
namespace {

using Names = std::vector<std::string>;

bool is_joint(EventType type) { return type == EventType::consult || type == EventType::agree || type == EventType::cooperate; }

std::string name_of_speaker(const Speaker& speaker) {
  if (!speaker.code.empty() && speaker.key == speaker.code) return speaker.code;
  return speaker.text.empty() ? "an unnamed source" : speaker.text;
}

void add_once(Names& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string listed(const Names& names) { return fmt::format("{}", fmt::join(names, ", ")); }

class Weighing {
 public:
  Weighing(EventType type, const Parties& parties, const OriginForest& forest, std::span<const Testimony> said)
      : type_(type), parties_(parties), forest_(forest), said_(said) {
    sort_out();
  }

  StatusGiven result() {
    list_voices();
    if (affirming_.empty()) without_affirmation();
    else with_affirmation();
    return std::move(given_);
  }

 private:
  // Who is one speaker: all organs of a state but its courts and parliament; an outlet; an anonymous person is one each time.
  std::string voice_of(std::size_t i) const {
    const Testimony& said = said_[i];
    if (said.basis == Basis::unattributed || said.basis == Basis::eyewitness) return "O:" + (said.via.empty() ? said.outlet_key : said.via.front());
    if (said.basis != Basis::record) return fmt::format("#{}", i);
    const bool is_independent = said.speaker.sector == "JUD" || said.speaker.sector == "LEG";
    return "S:" + (is_independent ? said.speaker.body : said.speaker.key);
  }

  bool is_word(std::size_t i) const {
    const Testimony& said = said_[i];
    return forest_.alive[i] && (said.verdict == Verdict::denies || (said.verdict == Verdict::affirms && (said.done || said.planned)));
  }

  static bool is_before(const Testimony& a, const Testimony& b) { return std::tie(a.published, a.report) < std::tie(b.published, b.report); }

  void sort_out() {
    std::map<std::string, std::size_t> latest;  // word by voice; testimonies come in the order of time
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (is_word(i)) latest[voice_of(i)] = i;
    }
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (!is_word(i) || is_before(said_[i], said_[latest[voice_of(i)]])) continue;
      if (said_[i].verdict == Verdict::affirms) affirming_.push_back(i);
      else if (said_[i].basis == Basis::unattributed) outlets_deny_ = outlets_deny_ || !withdraws(said_[i].report);
      else denying_.push_back(i);
    }
    denying_.erase(std::remove_if(denying_.begin(), denying_.end(), [&](std::size_t i) { return is_overruled(i); }), denying_.end());
  }

  // "The station retracted its report. It was false, it said": that is the retraction once more.
  bool withdraws(const std::string& report) const {
    return std::any_of(said_.begin(), said_.end(), [&](const Testimony& said) { return said.report == report && said.verdict == Verdict::retracts; });
  }

  // The denial of an anonymous member of a body, after which the body itself said that it was so.
  bool is_overruled(std::size_t i) const {
    const Testimony& denial = said_[i];
    if (denial.basis != Basis::anonymous || denial.speaker.code.empty()) return false;
    return std::any_of(affirming_.begin(), affirming_.end(), [&](std::size_t j) {
      const Testimony& word = said_[j];
      return word.basis == Basis::record && word.speaker.code == denial.speaker.code && may_share_body(word.speaker.sector, denial.speaker.sector) &&
             is_before(denial, word);
    });
  }

  bool is_party(const Speaker& speaker) const {
    const std::string words = fold_text(speaker.text);
    const std::string last = words.substr(words.rfind(' ') + 1);
    const auto is_one = [&](const VotedParty& voted) {
      const bool is_he = voted.party.code.empty() && !voted.key.empty() && voted.key == last;  // a person of whom this report tells less
      return is_he || speaks_for(speaker, voted.key, voted.party.sector) || speaks_for_members(speaker, voted.party.code, voted.party.sector, voted.party.name);
    };
    if (std::any_of(parties_.actors.begin(), parties_.actors.end(), is_one)) return true;
    return is_joint(type_) && std::any_of(parties_.recipients.begin(), parties_.recipients.end(), is_one);
  }

  // Says that it was done; or, of an agreement that was reported before, that what was agreed will be done: that is what agreeing is.
  bool vouches(const Testimony& said) const {
    if (said.weak || said.done) return !said.weak;
    return type_ == EventType::agree &&
           std::any_of(affirming_.begin(), affirming_.end(), [&](std::size_t j) { return said_[j].done && !is_before(said, said_[j]); });
  }

  void list_voices() {
    for (std::size_t i : affirming_) {
      const Testimony& said = said_[i];
      if (said.basis == Basis::record && vouches(said) && is_party(said.speaker)) add_once(given_.confirmed_by, name_of_speaker(said.speaker));
    }
    for (std::size_t i : denying_) add_once(given_.denied_by, name_of_speaker(said_[i].speaker));
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (said_[i].verdict != Verdict::not_denies) continue;
      const std::string name = name_of_speaker(said_[i].speaker);
      const bool denies = std::find(given_.denied_by.begin(), given_.denied_by.end(), name) != given_.denied_by.end();
      if (!denies && forest_.alive[i]) add_once(given_.not_denied_by, name);
    }
  }

  void give(EventStatus status, std::string rule) {
    given_.status = status;
    given_.rule = std::move(rule);
  }

  void without_affirmation() {
    bool withdrawn = false, supposed = false, once = false;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (said_[i].verdict == Verdict::retracts) withdrawn = true;
      if (said_[i].verdict != Verdict::affirms) continue;
      if (!forest_.alive[i]) withdrawn = once = true;
      else if (!said_[i].done && !said_[i].planned) supposed = true;
    }
    if (!denying_.empty())
      return give(EventStatus::denied, fmt::format("{}denied by {}", once ? "what affirmed it was withdrawn, and it is " : "nobody affirms it, and it is ",
                                                   listed(given_.denied_by)));
    if (outlets_deny_) return give(EventStatus::denied, "all who tell of it say that it is not so");
    if (supposed) return give(EventStatus::speculative, "it is only supposed, asked for or made a condition; nobody says that it was done or will be");
    if (withdrawn) return give(EventStatus::retracted, "all that affirmed it was withdrawn");
    give(EventStatus::speculative, "nobody affirms it, and nobody denies it");
  }

  void with_affirmation() {
    const auto any = [&](auto test) { return std::any_of(affirming_.begin(), affirming_.end(), [&](std::size_t i) { return test(said_[i]); }); };
    if (!denying_.empty()) return give(EventStatus::disputed, fmt::format("affirmed by some, and still denied by {}", listed(given_.denied_by)));
    if (!any([](const Testimony& said) { return !said.weak; })) return give(EventStatus::speculative, "all who tell of it hedge: it may be so");
    if (!any([](const Testimony& said) { return said.done && !said.weak; }))
      return give(EventStatus::planned, "it is said to be going to happen, and nobody says yet that it was done");
    if (!given_.confirmed_by.empty()) {
      const std::string_view whose = is_joint(type_) ? "a party of a joint event" : "which acted";
      return give(EventStatus::confirmed, fmt::format("{}, {}, says so on the record, and nobody still denies it", listed(given_.confirmed_by), whose));
    }
    if (forest_.min >= 2)
      return give(EventStatus::corroborated,
                  fmt::format("{} independent origins for certain, none of them a party that acted and says so on the record", forest_.min));
    give(EventStatus::reported, "no party that acted says so on the record, and no second independent origin is certain");
  }

  EventType type_;
  const Parties& parties_;
  const OriginForest& forest_;
  std::span<const Testimony> said_;
  std::vector<std::size_t> affirming_, denying_;  // words that stand
  bool outlets_deny_ = false;                     // an outlet's own words that it is not so
  StatusGiven given_;
};

}  // namespace

StatusGiven status_of(EventType type, const Parties& parties, const OriginForest& forest, std::span<const Testimony> said) {
  return Weighing(type, parties, forest, said).result();
}

}  // namespace dragoman

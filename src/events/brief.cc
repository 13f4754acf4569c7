// SPDX-License-Identifier: Apache-2.0
// Briefs: a sentence for each event, made of who says what of it. Nothing is asserted: the subject of every clause is somebody who is quoted,
// its verb is what they did (table in brief_acts.cc), its object a noun phrase for the event; then come the standing of the event and its origins.
#include "dragoman/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "events/brief_acts.h"
#include "events/brief_nouns.h"

namespace dragoman {
namespace {

constexpr std::size_t kSpeakersNamed = 3;  // of one act
constexpr std::size_t kActsTold = 5;
constexpr std::size_t kWordsQuoted = 14;
constexpr std::size_t kWordsOfASource = 12;
constexpr std::size_t kShortestQuote = 2;

// Contradictions first, withdrawals last. In the order of EventStatus.
constexpr std::array<int, 8> kRank = {2, 0, 3, 4, 1, 5, 6, 7};
// In the order of EventStatus; confirmed is told by whom.
constexpr std::array<std::string_view, 8> kStanding = {"",
                                                       "accounts conflict",
                                                       "corroborated, yet unconfirmed",
                                                       "unconfirmed",
                                                       "it stands denied",
                                                       "planned, and not said to have been done",
                                                       "unconfirmed speculation",
                                                       "the account was withdrawn and nobody else vouches for it"};

bool contradicts(SpeechAct act) { return act == SpeechAct::deny || act == SpeechAct::negate || act == SpeechAct::deny_plan; }

struct Speaker {
  std::string name;
  std::string claim;  // id
};

struct Group {
  SpeechAct act = SpeechAct::report;
  std::vector<Speaker> speakers;
};

// "an Israeli source (CNN)".
std::string speaker_of(const BriefClaim& claim) {
  const std::string outlet = tamed(claim.outlet.empty() ? claim.report : claim.outlet, kWordsOfASource);
  const std::string source = inside_sentence(tamed(claim.source, kWordsOfASource));
  const std::string via = claim.via.empty() ? outlet : inside_sentence(tamed(claim.via, kWordsOfASource));
  if (source.empty()) return outlet.empty() ? "an unnamed outlet" : outlet;
  return via.empty() || via == source ? source : fmt::format("{} ({})", source, via);
}

// The name before the parenthesis: one source in forty outlets is one speaker.
std::string key_of(const BriefClaim& claim) { return claim.source.empty() ? speaker_of(claim) : inside_sentence(tamed(claim.source, kWordsOfASource)); }

class SentenceMaker {
 public:
  explicit SentenceMaker(const BriefEvent& given) : event_(given.event), claims_(given.claims), is_confirmed_(given.event.status == EventStatus::confirmed) {
    group();
  }

  bool has_speakers() const { return !groups_.empty(); }

  BriefSentence make(bool is_short) const {
    BriefSentence sentence{"", event_.id, event_.status, {}};
    const std::size_t told = std::min(groups_.size(), is_short ? acts_needed() : kActsTold);
    std::vector<std::string> clauses;
    for (std::size_t i = 0; i < told; ++i) {
      clauses.push_back(clause_of(groups_[i], i == 0, is_short));
      for (std::size_t j = 0; j < std::min(groups_[i].speakers.size(), kSpeakersNamed); ++j) cite(groups_[i].speakers[j].claim, sentence.claims);
    }
    add(clauses, std::string(kStanding[static_cast<std::size_t>(event_.status)]));
    if (is_confirmed_) add(clauses, confirmed());
    if (!is_short) add(clauses, first());
    add(clauses, origins(is_short));
    sentence.text = fmt::format("{} [{}].", fmt::join(clauses, "; "), fmt::join(sentence.claims, ", "));
    if (sentence.text[0] >= 'a' && sentence.text[0] <= 'z') sentence.text[0] = static_cast<char>(sentence.text[0] - 'a' + 'A');
    return sentence;
  }

 private:
  static void add(std::vector<std::string>& clauses, std::string clause) {
    if (!clause.empty()) clauses.push_back(std::move(clause));
  }

  static void cite(const std::string& claim, std::vector<std::string>& claims) {
    if (std::find(claims.begin(), claims.end(), claim) == claims.end()) claims.push_back(claim);
  }

  void group() {
    std::array<Group, kSpeechActs> by_act;
    std::array<std::vector<std::string>, kSpeechActs> seen;
    for (const BriefClaim& claim : claims_) {
      const auto act = static_cast<std::size_t>(act_of(claim));
      const std::string key = key_of(claim);
      if (std::find(seen[act].begin(), seen[act].end(), key) != seen[act].end()) continue;
      seen[act].push_back(key);
      by_act[act].act = static_cast<SpeechAct>(act);
      by_act[act].speakers.push_back({speaker_of(claim), claim.id});
    }
    for (Group& group : by_act) {
      if (!group.speakers.empty()) groups_.push_back(std::move(group));
    }
    const bool denial_first = event_.status == EventStatus::disputed || event_.status == EventStatus::denied;
    std::stable_sort(groups_.begin(), groups_.end(), [&](const Group& a, const Group& b) { return place(a.act, denial_first) < place(b.act, denial_first); });
  }

  int place(SpeechAct act, bool denial_first) const {
    if (event_.status == EventStatus::retracted && act == SpeechAct::retract) return 0;
    return denial_first && contradicts(act) ? 0 : 1;
  }

  // What a short sentence must not leave out: both sides.
  std::size_t acts_needed() const {
    const auto denials = std::count_if(groups_.begin(), groups_.end(), [](const Group& group) { return contradicts(group.act); });
    return event_.status == EventStatus::disputed ? static_cast<std::size_t>(denials) + 1 : 1;
  }

  std::string clause_of(const Group& group, bool is_first, bool is_short) const {
    std::vector<std::string> names;
    for (const Speaker& speaker : group.speakers) names.push_back(speaker.name);
    const std::string who = listed_words(names, kSpeakersNamed);
    if (!is_first) return fmt::format("{} {}", who, spoken_again(group.act, is_confirmed_));
    return fmt::format("{} {}", who, spoken(group.act, noun_phrase_of(event_) + (is_short ? "" : quoted(group.speakers[0].claim)), is_confirmed_));
  }

  std::string quoted(const std::string& id) const {
    const auto claim = std::find_if(claims_.begin(), claims_.end(), [&](const BriefClaim& one) { return one.id == id; });
    constexpr std::string_view kJoints = ",;: ";  // where the words were cut out of a sentence
    std::string quote = tamed(claim->quote, kWordsQuoted);
    while (!quote.empty() && kJoints.find(quote.back()) != std::string_view::npos) quote.pop_back();
    quote.erase(0, std::min(quote.find_first_not_of(kJoints), quote.size()));
    return count_words(quote) < kShortestQuote ? "" : fmt::format(" (\"{}\")", quote);
  }

  std::string confirmed() const {
    const std::string who = listed_words(tamed_all(event_.confirmed_by), kSpeakersNamed);
    return who.empty() ? "" : "confirmed by " + who;
  }

  std::string first() const {
    if (event_.reports < 2 || event_.first_reported.outlet.empty()) return "";
    const std::string when = event_.first_reported.published ? spoken_date(*event_.first_reported.published) : "";
    return fmt::format("first reported by {}{}", tamed(event_.first_reported.outlet, kWordsOfASource), when.empty() ? "" : " on " + tamed(when, 3));
  }

  std::string origins(bool is_short) const {
    const int least = event_.origins_min, most = event_.origins_max;
    if (most <= 0) return "no independent origin stands";
    std::string text = least == most ? fmt::format("{}", most) : least == 0 ? fmt::format("at most {}", most) : fmt::format("{} to {}", least, most);
    text += most == 1 ? " independent origin" : " independent origins";
    const std::string who = is_short ? "" : roots();
    return who.empty() ? text : text + ": " + who;
  }

  // Who the origins are; nothing if one is, and the sentence has named it.
  std::string roots() const {
    std::vector<std::string> sure, perhaps;
    for (const Origin& origin : event_.roots) {
      std::string name = inside_sentence(tamed(origin.text, kWordsOfASource));
      if (!name.empty()) (origin.certain ? sure : perhaps).push_back(std::move(name));
    }
    if (sure.size() + perhaps.size() < 2) return "";
    std::string text = listed_words(sure, kSpeakersNamed);
    if (!perhaps.empty()) text += (text.empty() ? "perhaps " : ", perhaps ") + listed_words(perhaps, kSpeakersNamed);
    return text;
  }

  static std::vector<std::string> tamed_all(const std::vector<std::string>& names) {
    std::vector<std::string> tame;
    for (const std::string& name : names) tame.push_back(inside_sentence(tamed(name, kWordsOfASource)));
    return tame;
  }

  const LinkedEvent& event_;
  const std::vector<BriefClaim>& claims_;
  bool is_confirmed_;
  std::vector<Group> groups_;
};

bool comes_before(const BriefEvent* a, const BriefEvent* b) {
  const LinkedEvent &x = a->event, &y = b->event;
  const int rank_x = kRank[static_cast<std::size_t>(x.status)], rank_y = kRank[static_cast<std::size_t>(y.status)];
  if (rank_x != rank_y) return rank_x < rank_y;
  if (x.origins_min != y.origins_min) return x.origins_min > y.origins_min;
  if (x.last_published != y.last_published) return x.last_published > y.last_published;
  return x.id < y.id;
}

}  // namespace

Brief brief_of(std::span<const BriefEvent> events, const BriefOptions& options) {
  std::vector<const BriefEvent*> order;
  for (const BriefEvent& event : events) order.push_back(&event);
  std::sort(order.begin(), order.end(), comes_before);
  Brief brief;
  std::size_t room = options.words;
  for (const BriefEvent* event : order) {
    const SentenceMaker maker(*event);
    BriefSentence sentence;
    if (maker.has_speakers()) sentence = maker.make(false);
    if (maker.has_speakers() && count_words(sentence.text) > room) sentence = maker.make(true);
    if (sentence.text.empty() || count_words(sentence.text) > room) {
      ++brief.left_out;
      continue;
    }
    room -= count_words(sentence.text);
    brief.sentences.push_back(std::move(sentence));
  }
  return brief;
}

std::string text_of(const Brief& brief) {
  std::string text;
  for (const BriefSentence& sentence : brief.sentences) text += (text.empty() ? "" : " ") + sentence.text;
  return text;
}

}  // namespace dragoman

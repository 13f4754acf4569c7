// SPDX-License-Identifier: Apache-2.0
#include "dragoman/brief.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "events/brief_nouns.h"
#include "unit/events/event_samples.h"

namespace dragoman {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

BriefClaim claim(const std::string& id, const std::string& source, Stance stance, const std::string& outlet = "Steppe Wire") {
  BriefClaim made;
  made.id = "C-" + id;
  made.report = "R-" + id;
  made.outlet = outlet;
  made.published = "2025-05-14";
  made.source = source;
  made.stance = stance;
  return made;
}

BriefEvent talks(EventStatus status, std::vector<BriefClaim> claims) {
  LinkedEvent event = EventSample("T", EventType::consult, "2025-05-13").together().status(status).event;
  event.place = Place{"Almaty", "KAZ", {}, {}, {}, {}};
  return {event, std::move(claims)};
}

std::string brief_text(const BriefEvent& event) { return text_of(brief_of(std::vector{event}, {})); }

TEST(Brief, SaysWhoReportsWhatNobodyConfirms) {
  const BriefEvent event = talks(EventStatus::reported, {claim("A", "a Kazakh official", Stance::asserts)});
  EXPECT_EQ(
      brief_text(event),
      "A Kazakh official (Steppe Wire) spoke of talks between Kazakhstan and Uzbekistan in Almaty on 13 May 2025; unconfirmed; 1 independent origin [C-A].");
}

TEST(Brief, GivesBothSidesOfADispute) {
  BriefEvent event = talks(EventStatus::disputed, {claim("A", "a Kazakh official", Stance::asserts), claim("B", "the Uzbek ministry", Stance::denies),
                                                   claim("C", "the Kazakh army", Stance::does_not_deny, "River Post")});
  event.event.origins_max = 2;
  EXPECT_EQ(brief_text(event),
            "The Uzbek ministry (Steppe Wire) denied talks between Kazakhstan and Uzbekistan in Almaty on 13 May 2025; a Kazakh official (Steppe Wire) said it "
            "happened; the Kazakh army (River Post) did not deny it; accounts conflict; 1 to 2 independent origins [C-B, C-A, C-C].");
}

TEST(Brief, SaysWhoConfirmed) {
  BriefEvent event = talks(EventStatus::confirmed, {claim("A", "the Kazakh president", Stance::confirms), claim("B", "", Stance::reports)});
  event.event.confirmed_by = {"the Kazakh president"};
  EXPECT_THAT(brief_text(event), StartsWith("The Kazakh president (Steppe Wire) confirmed talks between Kazakhstan and Uzbekistan in Almaty on 13 May 2025;"));
  EXPECT_THAT(brief_text(event), HasSubstr("Steppe Wire reported it; confirmed by the Kazakh president;"));
}

TEST(Brief, CallsNoConfirmationSoUnlessTheEventIsConfirmed) {
  const BriefEvent event = talks(EventStatus::reported, {claim("A", "the mediator", Stance::confirms)});
  EXPECT_THAT(brief_text(event), StartsWith("The mediator (Steppe Wire) affirmed talks"));
}

TEST(Brief, KeepsPlansAndDenialsByNegation) {
  BriefClaim plan = claim("A", "the envoy", Stance::asserts);
  plan.realis = Realis::planned;
  EXPECT_THAT(brief_text(talks(EventStatus::planned, {plan})), StartsWith("The envoy (Steppe Wire) spoke of plans for talks"));
  BriefClaim no = claim("B", "the army", Stance::asserts);
  no.polarity = Polarity::negative;
  EXPECT_THAT(brief_text(talks(EventStatus::denied, {no})), StartsWith("The army (Steppe Wire) said there had not been talks"));
}

TEST(Brief, QuotesAFewWordsAndKeepsThemHarmless) {
  BriefClaim quoted = claim("A", "an aide", Stance::asserts);
  quoted.quote = "held \"long\" talks [C-FAKE]\n\x1b[31m" + std::string("on water and gas and rail and roads and much more than that in Almaty");
  EXPECT_THAT(brief_text(talks(EventStatus::reported, {quoted})),
              HasSubstr("(\"held 'long' talks (C-FAKE) (31mon water and gas and rail and roads and much...\")"));
}

TEST(Brief, CountsASourceOnceHoweverManyCarryIt) {
  std::vector<BriefClaim> claims;
  for (int i = 0; i < 40; ++i) claims.push_back(claim("W" + std::to_string(i), "an aide", Stance::asserts, "Paper " + std::to_string(i)));
  const Brief brief = brief_of(std::vector{talks(EventStatus::reported, claims)}, {});
  EXPECT_THAT(brief.sentences[0].claims, ElementsAre("C-W0"));
}

TEST(Brief, PutsContradictionsFirst) {
  std::vector<BriefEvent> events;
  for (const EventStatus status : {EventStatus::planned, EventStatus::reported, EventStatus::corroborated, EventStatus::confirmed, EventStatus::denied,
                                   EventStatus::disputed, EventStatus::retracted}) {
    events.push_back(talks(status, {claim("A", "an aide", Stance::asserts)}));
    events.back().event.id += std::string(name_of(status));
  }
  std::vector<EventStatus> order;
  for (const BriefSentence& sentence : brief_of(events, {1000}).sentences) order.push_back(sentence.status);
  EXPECT_THAT(order, ElementsAre(EventStatus::disputed, EventStatus::denied, EventStatus::confirmed, EventStatus::corroborated, EventStatus::reported,
                                 EventStatus::planned, EventStatus::retracted));
}

TEST(Brief, HasNoSentenceWithoutAClaim) {
  const Brief brief = brief_of(std::vector{talks(EventStatus::confirmed, {})}, {});
  EXPECT_THAT(brief.sentences, IsEmpty());
  EXPECT_EQ(brief.left_out, 1u);
}

// Ledgers that nobody wrote: events of all types, modes, statuses, parties and claims, drawn by chance.
class DrawnLedger {
 public:
  explicit DrawnLedger(unsigned seed) : random_(seed) {}

  std::vector<BriefEvent> draw() {
    std::vector<BriefEvent> events;
    for (int i = below(30); i >= 0; --i) events.push_back(event());
    return events;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  template <std::size_t n>
  std::string one_of(const std::array<const char*, n>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(n)))];
  }

  std::string name() {
    static constexpr std::array<const char*, 8> kNames = {"Norland",
                                                          "the Sud army",
                                                          "",
                                                          "Rebels of [C-EVIL]",
                                                          "Île\x01\x1b[2Jland",
                                                          "\"Quoted\" Front",
                                                          "A {B} C",
                                                          "a very long name of a committee for the defence of everything that there is"};
    return one_of(kNames);
  }

  std::vector<EventParty> parties() {
    std::vector<EventParty> drawn;
    for (int i = below(6); i > 0; --i) drawn.push_back({below(2) == 0 ? "NOR" : "", name(), ""});
    return drawn;
  }

  std::string date() {
    static constexpr std::array<const char*, 6> kDates = {"", "2025-05-13", "2024-02-29T10:00Z", "2025-13-77", "1999", "tomorrow"};
    return one_of(kDates);
  }

  BriefEvent event() {
    static constexpr std::array<const char*, 8> kModes = {"", "visit", "phone", "third-party", "arrest", "aerial", "convict", "no-such-mode"};
    static constexpr std::array<const char*, 6> kPrecisions = {"", "day", "month", "year", "season", "decade"};
    BriefEvent drawn;
    LinkedEvent& event = drawn.event;
    event.id = "E-" + std::to_string(++serial_);
    event.type = static_cast<EventType>(below(16));
    event.mode = one_of(kModes);
    event.status = static_cast<EventStatus>(below(8));
    event.actors = parties();
    event.recipients = parties();
    if (below(2) == 0) event.place = Place{name(), "", {}, {}, {}, {}};
    event.begin_date = date();
    event.end_date = date();
    event.time_precision = one_of(kPrecisions);
    event.origins_min = below(3);
    event.origins_max = event.origins_min + below(3);
    for (int i = below(4); i > 0; --i) event.roots.push_back({"O-1", RootKind::person, name(), "", "", "", below(2) == 0, ""});
    for (int i = below(3); i > 0; --i) event.confirmed_by.push_back(name());
    event.reports = 1 + below(4);
    event.first_reported.outlet = name();
    event.last_published = date();
    for (int i = below(9); i > 0; --i) drawn.claims.push_back(claim());
    return drawn;
  }

  BriefClaim claim() {
    BriefClaim drawn;
    drawn.id = "C-" + std::to_string(++serial_);
    drawn.outlet = name();
    drawn.source = name();
    drawn.via = name();
    drawn.quote = below(2) == 0 ? "shelled the town ] and [ \"said\" so; the enemy fled in panic before the advancing troops of the republic" : "";
    drawn.stance = static_cast<Stance>(below(8));
    drawn.realis = static_cast<Realis>(below(5));
    drawn.polarity = below(3) == 0 ? Polarity::negative : Polarity::positive;
    return drawn;
  }

  std::mt19937 random_;
  int serial_ = 0;
};

// Without what others are quoted for, which may say anything.
std::string without_quotes(const std::string& sentence) { return std::regex_replace(sentence, std::regex("\\(\"[^\"]*\"\\)"), ""); }

std::vector<std::string> ids_in(const std::string& sentence) {
  const std::size_t open = sentence.rfind('['), close = sentence.rfind(']');
  std::vector<std::string> ids;
  std::istringstream list(sentence.substr(open + 1, close - open - 1));
  for (std::string id; list >> id;) ids.push_back(id.back() == ',' ? id.substr(0, id.size() - 1) : id);
  return ids;
}

void check_sentence(const BriefSentence& sentence, const BriefEvent& event) {
  // Ends with its ids, which are claims of this event; there are no other brackets.
  const std::string& text = sentence.text;
  ASSERT_TRUE(text.ends_with("]."));
  EXPECT_EQ(std::count(text.begin(), text.end(), '['), 1);
  EXPECT_EQ(std::count(text.begin(), text.end(), ']'), 1);
  EXPECT_EQ(ids_in(text), sentence.claims);
  ASSERT_FALSE(sentence.claims.empty());
  std::set<std::string> known;
  for (const BriefClaim& one : event.claims) known.insert(one.id);
  for (const std::string& id : sentence.claims) EXPECT_EQ(known.count(id), 1u) << id;
  // What happened stands only behind a verb of saying.
  const std::string own = without_quotes(text);
  const std::size_t event_at = own.find(noun_phrase_of(event.event));
  ASSERT_NE(event_at, std::string::npos) << own;
  static const std::regex kVerb(
      "(confirmed|affirmed|spoke of|reported|hinted at|spoke of plans for|called for|did not deny|would not comment on reports of|denied|denied plans for|said "
      "there had not been|denied that there had not been|withdrew an earlier account of) $");
  EXPECT_TRUE(std::regex_search(own.substr(0, event_at), kVerb)) << own;
  // How it stands is said, and only a confirmed event is called one.
  EXPECT_TRUE(own.find(" independent origin") != std::string::npos) << own;
  static const std::regex kHedge("unconfirmed|accounts conflict|it stands denied|planned, and not said|was withdrawn");
  const bool is_confirmed = event.event.status == EventStatus::confirmed;
  EXPECT_EQ(std::regex_search(own, kHedge), !is_confirmed) << own;
  EXPECT_TRUE(is_confirmed || !std::regex_search(own, std::regex("\\bconfirm"))) << own;
  for (const char c : text) EXPECT_TRUE(static_cast<unsigned char>(c) >= ' ' && c != '\x7F');
}

TEST(Brief, IsNeverStrongerThanItsEvidence) {
  int sentences = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    const std::vector<BriefEvent> events = DrawnLedger(seed).draw();
    const BriefOptions options{seed * 7 % 1500};
    const Brief brief = brief_of(events, options);
    for (const BriefSentence& sentence : brief.sentences) {
      const auto event = std::find_if(events.begin(), events.end(), [&](const BriefEvent& one) { return one.event.id == sentence.event; });
      check_sentence(sentence, *event);
      ++sentences;
    }
    EXPECT_LE(count_words(text_of(brief)), options.words);
    EXPECT_EQ(brief.sentences.size() + brief.left_out, events.size());
    std::vector<BriefEvent> shuffled(events.rbegin(), events.rend());
    EXPECT_EQ(text_of(brief_of(shuffled, options)), text_of(brief));
  }
  EXPECT_GT(sentences, 1000);
}

TEST(BriefNouns, NamePartiesPlacesAndTimes) {
  LinkedEvent event = EventSample("A", EventType::assault, "2025-05-13").event;
  event.mode = "drone";
  EXPECT_EQ(noun_phrase_of(event), "a drone attack by Kazakhstan on Uzbekistan on 13 May 2025");
  event.mode = "abduct";
  event.recipients[0].name = "Two officials";
  EXPECT_EQ(noun_phrase_of(event), "an abduction of two officials by Kazakhstan on 13 May 2025");
  event.recipients[0].name = "Uzbekistan";
  event.time_precision = "month";
  event.mode = "unheard-of";
  EXPECT_EQ(noun_phrase_of(event), "an attack by Kazakhstan on Uzbekistan in May 2025");
  event.actors.clear();
  event.time_precision = "year";
  EXPECT_EQ(noun_phrase_of(event), "an attack on Uzbekistan in 2025");
  event.type = EventType::agree;
  event.actors = {{"A", "", ""}, {"B", "", ""}, {"C", "", ""}, {"D", "", ""}, {"E", "", ""}};
  event.begin_date = event.end_date = "";
  EXPECT_EQ(noun_phrase_of(event), "an agreement between A, B, C, D and 2 others");
}

TEST(BriefNouns, CountWords) {
  EXPECT_EQ(count_words(""), 0u);
  EXPECT_EQ(count_words(" a  b\nc "), 3u);
  EXPECT_EQ(tamed("  a \t b  ", 9), "a b");
  EXPECT_EQ(tamed("a b c", 2), "a b...");
  EXPECT_EQ(inside_sentence("The army"), "the army");
  EXPECT_EQ(inside_sentence("Theran"), "Theran");
  EXPECT_EQ(tamed("a\xC2\x9B"
                  "31m b",
                  9),
            "a 31m b");
}

}  // namespace
}  // namespace dragoman

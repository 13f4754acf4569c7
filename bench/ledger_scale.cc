// SPDX-License-Identifier: Apache-2.0
// What a large ledger costs. Report objects are made from templates (not read from text): stories of some forty states, each told by several
// reports, a fifth of which are copies. Prints, for each doubled size, the cost of adding a claim, its size on disk, and how long search and show take:
// search for words of their own and, apart, for the names of two states, which one claim in thirty has.
// usage: ledger_scale FILE CLAIMS [REPORTS_A_DAY [VERBS]]        with one verb, all stories are alike: components grow without end; 0 claims: only asks
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

#include "base/ids.h"
#include "base/sha256.h"
#include "dragoman/ledger.h"

namespace dragoman {
namespace {

constexpr std::size_t kClaimsAReport = 8;
constexpr std::size_t kStates = 60, kWords = 8000;

struct Story {
  std::size_t actor = 0, recipient = 0, day = 0;
  EventType type = EventType::consult;
  std::string verb;
  std::vector<std::string> words;
};

std::string day_named(std::size_t day) {
  const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::year(2020) / 1 / 1) + std::chrono::days(day));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string state(std::size_t number) {
  return {static_cast<char>('A' + number % 26), static_cast<char>('A' + number / 26), static_cast<char>('A' + number * 7 % 26)};
}

class Generator {
 public:
  Generator(std::size_t reports_a_day, std::size_t verbs) : reports_a_day_(reports_a_day), verbs_(verbs) {}

  ReadReport next() {
    const std::size_t number = number_++, day = number / reports_a_day_;
    if (stories_.empty() || day != stories_.back().day) add_stories(day);
    if (number > 10 && random_() % 5 == 0) return copy(number, day);
    ReadReport report = blank(number, day);
    for (std::size_t i = 0; i < kClaimsAReport; ++i) add_claim(report, pick_story());
    report.report.hash = sha256_hex(report.report.text);
    for (Claim& claim : report.claims) claim.id = make_id("C-", report.report.hash + ":" + std::to_string(claim.words.span.begin));
    last_ = report;
    return report;
  }

 private:
  std::string word() { return fmt::format("w{}{}", random_() % kWords, "ing"); }

  void add_stories(std::size_t day) {
    for (std::size_t i = 0; i < reports_a_day_ * kClaimsAReport / 4; ++i) {
      Story story{random_() % kStates, random_() % kStates, day, static_cast<EventType>(random_() % 16), fmt::format("v{}ed", random_() % verbs_), {}};
      for (int w = 0; w < 8; ++w) story.words.push_back(word());
      stories_.push_back(std::move(story));
    }
    const std::size_t kept = reports_a_day_ * kClaimsAReport / 2;
    if (stories_.size() > kept) stories_.erase(stories_.begin(), stories_.end() - static_cast<std::ptrdiff_t>(kept));
  }
  const Story& pick_story() { return stories_[stories_.size() - 1 - random_() % stories_.size()]; }

  ReadReport blank(std::size_t number, std::size_t day) {
    ReadReport report;
    report.report.id = fmt::format("g{}", number);
    report.report.outlet = fmt::format("Outlet {}", random_() % 200);
    report.report.url = fmt::format("https://example.org/{}/{}", day, number);
    report.report.published = fmt::format("{}T{:02}:{:02}Z", day_named(day), random_() % 24, random_() % 60);
    report.report.title = fmt::format("{} and {} {} {}", state(random_() % kStates), state(random_() % kStates), word(), word());
    report.report.language = "en";
    report.made_by = {"0.1.0", std::string(64, 'a'), std::string(64, 'b')};
    return report;
  }

  ReadReport copy(std::size_t number, std::size_t day) {
    ReadReport report = blank(number, day);
    const Report about = report.report;
    report = last_;
    report.report.id = about.id;
    report.report.outlet = about.outlet;
    report.report.url = about.url;
    report.report.published = about.published;
    return report;
  }

  void add_claim(ReadReport& report, const Story& story) {
    std::string words = fmt::format("{} {} {} on {}:", state(story.actor), story.verb, state(story.recipient), day_named(story.day));
    for (const std::string& one : story.words) words += " " + one;
    for (int i = 0; i < 6; ++i) words += " " + word();
    words += ".";
    const auto begin = static_cast<std::uint32_t>(report.report.text.size());
    report.report.text += words + " ";
    const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
    report.sentences.push_back(span);
    Claim claim;
    claim.sentence = static_cast<int>(report.claims.size());
    claim.words = {span, words};
    claim.event = Event{story.type, "", {"diplomatic"}, "040", {{begin + 4, begin + 4 + static_cast<std::uint32_t>(story.verb.size())}, story.verb}};
    add_party(report, claim, Role::actor, story.actor);
    add_party(report, claim, Role::recipient, story.recipient);
    claim.time = TimeExpression{{span, day_named(story.day)}, day_named(story.day), TimeType::date, day_named(story.day), day_named(story.day)};
    claim.score = .6;
    claim.voice = Voice::attributed;
    claim.rule = "bench.template";
    Hop hop;
    hop.source.words = {span, fmt::format("official {}", random_() % 50)};
    claim.chains.push_back({hop});
    report.claims.push_back(std::move(claim));
  }

  static void add_party(ReadReport& report, Claim& claim, Role role, std::size_t number) {
    const std::string code = state(number), id = make_id("N-", code);
    const Span span{claim.words.span.begin, claim.words.span.begin + 3};
    claim.participants.push_back({role, id, code, "GOV", {span, code}});
    const auto known = std::find_if(report.entities.begin(), report.entities.end(), [&](const Entity& entity) { return entity.id == id; });
    if (known != report.entities.end()) return known->mentions.push_back({span, code, span});
    Entity entity;
    entity.id = id;
    entity.name = code + "land";
    entity.kind = EntityKind::state;
    entity.code = entity.country = code;
    entity.sector = "GOV";
    entity.known = true;
    entity.mentions.push_back({span, code, span});
    report.entities.push_back(std::move(entity));
  }

  std::size_t reports_a_day_, verbs_, number_ = 0;
  std::mt19937 random_{1};
  std::vector<Story> stories_;
  ReadReport last_;
};

// Of this process: other programs on the machine are not in it.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

// How long calls took, by the clock and by what this process computed.
class Times {
 public:
  template <typename Call>
  auto of(Call call) {
    const auto begin = Clock::now();
    const double processor = processor_seconds();
    auto result = call();
    seconds_.push_back(seconds_since(begin));
    processor_.push_back(processor_seconds() - processor);
    return result;
  }
  std::string p99() const { return fmt::format("{:.1f} ms ({:.1f} of processor)", p99_ms(seconds_), p99_ms(processor_)); }

 private:
  static double p99_ms(std::vector<double> seconds) {
    std::sort(seconds.begin(), seconds.end());
    return seconds.empty() ? 0 : seconds[seconds.size() * 99 / 100] * 1e3;
  }
  std::vector<double> seconds_, processor_;
};

// Of 200 questions; `show` takes one event of each answer.
template <typename Ask>
void time_questions(const Ledger& ledger, std::string_view kind, Ask ask) {
  std::mt19937 random(5);
  Times searches, shows;
  EventFilter few;
  few.limit = 50;
  for (int i = 0; i < 200; ++i) {
    const std::string words = ask(random);
    const auto hits = searches.of([&] { return ledger.search(words, few); });
    if (!hits || hits->empty()) continue;
    (void)shows.of([&] { return ledger.event((*hits)[random() % hits->size()].event); });
  }
  fmt::print("  {}: search p99 {}, show p99 {}\n", kind, searches.p99(), shows.p99());
}

void time_questions(const Ledger& ledger) {
  time_questions(ledger, "a word", [](std::mt19937& random) { return fmt::format("w{}ing", random() % kWords); });
  time_questions(ledger, "two states", [](std::mt19937& random) { return state(random() % kStates) + " " + state(random() % kStates); });
}

int run(const std::string& path, std::size_t claims, std::size_t reports_a_day, std::size_t verbs) {
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  if (!ledger) return fmt::print(stderr, "{}\n", ledger.error().message), 1;
  Generator generator(reports_a_day, verbs);
  std::size_t added = 0, mark = 0;
  double adding = 0, computing = 0;
  for (std::size_t next = 2000; added < claims;) {
    const ReadReport report = generator.next();
    const auto begin = Clock::now();
    const double processor = processor_seconds();
    if (const auto status = ledger->add(report); !status) return fmt::print(stderr, "{}\n", status.error().message), 1;
    adding += seconds_since(begin);
    computing += processor_seconds() - processor;
    added += report.claims.size();
    if (added < next && added < claims) continue;
    const auto info = ledger->info();
    std::error_code error;
    const auto log = std::filesystem::file_size(path + "-wal", error);
    fmt::print("{} claims, {} events: {:.2f} ms a claim ({:.2f} of processor) since {}, {:.0f} bytes a claim (and a log of {} kB)\n", added, info->events,
               adding * 1e3 / static_cast<double>(added - mark), computing * 1e3 / static_cast<double>(added - mark), mark,
               static_cast<double>(info->file_size) / static_cast<double>(added), log / 1000);
    time_questions(*ledger);
    std::fflush(stdout);
    mark = added;
    adding = computing = 0;
    next *= 2;
  }
  if (claims == 0) time_questions(*ledger);
  return 0;
}

}  // namespace
}  // namespace dragoman

int main(int argc, char** argv) {
  if (argc < 3) return fmt::print(stderr, "usage: ledger_scale FILE CLAIMS [REPORTS_A_DAY [VERBS]]\n"), 2;
  return dragoman::run(argv[1], std::strtoull(argv[2], nullptr, 10), argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 40,
                       argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 60);
}

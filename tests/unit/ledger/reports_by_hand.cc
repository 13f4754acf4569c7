// SPDX-License-Identifier: Apache-2.0
#include "unit/ledger/reports_by_hand.h"

#include <stdlib.h>

#include <array>
#include <random>

#include "base/ids.h"
#include "base/sha256.h"

namespace dragoman::testing {
namespace {

Participant participant(Role role, const std::string& code) {
  Participant participant;
  participant.role = role;
  participant.entity = "N-" + code;
  participant.code = code;
  participant.sector = "GOV";
  participant.words.text = code;
  return participant;
}

Chain chain_of(const Sentence& sentence, Span span) {
  Hop hop;
  hop.source.words = {span, sentence.source};
  hop.source.named = sentence.source.find("official") == std::string::npos;
  hop.stance = sentence.stance;
  return {hop};
}

Claim claim_of(const Sentence& sentence, Span span, int number, const std::string& hash) {
  Claim claim;
  claim.id = make_id("C-", hash + ":" + std::to_string(span.begin));
  claim.sentence = number;
  claim.words = {span, sentence.words};
  claim.event = Event{sentence.type, "", {}, "04", {span, sentence.words.substr(0, 4)}};
  if (!sentence.actor.empty()) claim.participants.push_back(participant(Role::actor, sentence.actor));
  if (!sentence.recipient.empty()) claim.participants.push_back(participant(Role::recipient, sentence.recipient));
  if (!sentence.date.empty()) claim.time = TimeExpression{{span, sentence.date}, sentence.date, TimeType::date, sentence.date, sentence.date};
  claim.score = .5;
  if (!sentence.source.empty()) {
    claim.voice = Voice::attributed;
    claim.chains.push_back(chain_of(sentence, span));
  }
  claim.rule = "test.rule";
  return claim;
}

Entity entity_of(const std::string& code) {
  Entity entity;
  entity.id = "N-" + code;
  entity.name = code + "land";
  entity.kind = EntityKind::state;
  entity.code = code;
  entity.sector = "GOV";
  return entity;
}

}  // namespace

ReadReport report_of(const std::string& id, const std::string& outlet, const std::string& published, const std::vector<Sentence>& sentences) {
  ReadReport report;
  report.report.outlet = outlet;
  report.report.published = published;
  report.report.url = "https://example.org/" + id;
  report.report.title = "Report " + id;
  report.report.language = "en";
  for (const Sentence& sentence : sentences) {
    if (!report.report.text.empty()) report.report.text += ' ';
    const auto begin = static_cast<std::uint32_t>(report.report.text.size());
    report.report.text += sentence.words;
    report.sentences.push_back({begin, static_cast<std::uint32_t>(report.report.text.size())});
  }
  report.report.hash = sha256_hex(report.report.text);
  report.report.id = id.empty() ? make_id("R-", report.report.hash) : id;
  report.made_by = {"0.1.0", "rules", "model"};
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    report.claims.push_back(claim_of(sentences[i], report.sentences[i], static_cast<int>(i), report.report.hash));
    for (const std::string& code : {sentences[i].actor, sentences[i].recipient}) {
      if (!code.empty()) report.entities.push_back(entity_of(code));
    }
  }
  return report;
}

std::vector<ReadReport> stories(unsigned seed, std::size_t count) {
  constexpr std::array kOutlets = {"Northern Wire", "Lake Gazette", "Bay Chronicle", "Harbour Post"};
  constexpr std::array kActors = {"ISR", "SYR", "ETH", "DJI"};
  constexpr std::array kSources = {"", "an official", "the foreign ministry", "a senior official"};
  constexpr std::array kTypes = {EventType::consult, EventType::assault, EventType::sanction};
  constexpr std::array kWords = {"talks about water and borders were held", "a depot near the river was shelled", "new measures were imposed on the port"};
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t size) { return static_cast<std::size_t>(random() % size); };
  std::vector<ReadReport> reports;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<Sentence> sentences;
    const std::string day = "2025-0" + std::to_string(3 + pick(3)) + "-1" + std::to_string(pick(9));
    for (std::size_t s = 0; s <= pick(3); ++s) {
      const std::size_t type = pick(kTypes.size()), actor = pick(kActors.size());
      Sentence sentence{std::string(kActors[actor]) + " said " + kWords[type] + " with " + kActors[(actor + 1) % 4] + " on " + day + ".",
                        kTypes[type],
                        kActors[actor],
                        kActors[(actor + 1) % 4],
                        day,
                        kSources[pick(4)],
                        pick(5) == 0 ? Stance::denies : Stance::asserts};
      if (pick(3) == 0) sentence.words = std::string("According to the ") + kOutlets[pick(4)] + ", " + sentence.words;
      sentences.push_back(std::move(sentence));
    }
    const std::string time = pick(3) == 0 ? "" : "T0" + std::to_string(pick(10)) + ":15Z";
    reports.push_back(report_of("s" + std::to_string(i), kOutlets[pick(4)], day + time, sentences));
    if (pick(4) > 0 || reports.size() < 2) continue;
    ReadReport copy = reports[pick(reports.size() - 1)];  // another outlet carries the same text
    copy.report.id = "copy" + std::to_string(i);
    copy.report.url += "/copy" + std::to_string(i);
    copy.report.outlet = kOutlets[pick(4)];
    reports.push_back(std::move(copy));
  }
  return reports;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "dragoman-ledger-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::vector<std::string> rows_of_query(const Ledger& ledger, const std::string& sql) {
  std::vector<std::string> lines;
  const Status done = ledger.query(
      sql, {}, {}, [](const Row&) {},
      [&](const Row& row) {
        std::string line;
        for (const std::string& cell : row) line += cell + "|";
        lines.push_back(std::move(line));
        return true;
      });
  if (!done) lines.push_back("error: " + done.error().message);
  return lines;
}

std::string everything_in(const Ledger& ledger, const std::string& as_of) {
  EventFilter filter;
  filter.as_of = as_of;
  std::string all;
  const auto events = ledger.events(filter);
  if (!events) return "error: " + events.error().message;
  for (const LinkedEvent& event : *events) all += to_json(event) + "\n";
  if (!as_of.empty()) return all;
  for (const char* const sql :
       {"SELECT * FROM origins ORDER BY event_id, origin_id, report_id", "SELECT * FROM events ORDER BY event_id",
        "SELECT * FROM lineage ORDER BY 1, 2, 3, 4, 7", "SELECT claim_id, report_id, event_id, origin_id, chain, stance FROM claims ORDER BY 2, 1",
        "SELECT * FROM hops ORDER BY 1, 2, 3, 4", "SELECT * FROM reports ORDER BY id", "SELECT * FROM entities ORDER BY 1, 2"}) {
    for (const std::string& line : rows_of_query(ledger, sql)) all += line + "\n";
  }
  return all;
}

}  // namespace dragoman::testing

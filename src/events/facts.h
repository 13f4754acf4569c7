// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/report.h"

namespace dragoman {

// What the comparison across reports needs of one report and its claims; small. Made by facts_of from the report object
// alone, and never stored: whoever needs it makes it again.

struct PartyFacts {
  Role role = Role::actor;
  EntityKind kind = EntityKind::other;
  std::string key;  // the same for one party in all reports: its code and sector class, or its name folded
  std::string code, sector, name;
};

// Rebels, unknown gunmen and paramilitaries: armed men whom reports call by many names.
bool is_armed_sector(std::string_view sector);

struct HopFacts {
  std::string text;
  std::string key;  // as PartyFacts::key; empty for people whom nobody names
  std::string code, sector;
  SourceKind kind = SourceKind::person;
  bool named = false;
  Stance stance = Stance::asserts;
  bool verbatim = false;
  bool told_apart = false;  // "an official, who is not the one quoted by the Times": the report says so
  std::string name;         // of a person whom the report names, here or elsewhere
};

struct ClaimFacts {
  std::string id, report;
  std::string published, outlet;  // of the report; the key of the outlet
  std::string taken_back_by;      // key of the outlet that withdraws it here
  ClaimKind kind = ClaimKind::event;
  EventType type = EventType::consult;  // meaningless for statements
  std::string mode;
  std::vector<PartyFacts> parties;
  std::optional<Place> place;
  bool place_is_country = false;     // "in Djibouti": says less than a city
  std::string begin_date, end_date;  // of the event; empty where the text gives none
  Polarity polarity = Polarity::positive;
  Realis realis = Realis::actual;
  Tense tense = Tense::past;
  Certainty certainty = Certainty::certain;
  double score = 0;
  std::vector<std::vector<HopFacts>> chains;
  std::vector<Link> links;           // inside the report
  std::vector<std::uint64_t> words;  // sorted hashes of the content words of its sentence
  std::string trigger;               // lower case
};

struct OutletCitation {
  std::string key, text;  // which outlet, folded; as written
  Span span;
  bool credits = false;  // a byline, dateline or credit line, not "CNN reported"
  bool sure = true;      // false: a name that may be a person's or body's; it counts only where a report of such an outlet is known
};

struct ReportFacts {
  std::string id, hash, outlet, url, title, published;
  std::string outlet_key;
  std::array<std::uint32_t, 64> signature{};  // MinHash over word shingles of the body without dateline and byline
  std::vector<std::uint32_t> shingles;        // the lowest of their hashes, sorted: what is in one text and in another is counted with these
  std::vector<std::uint64_t> sentences;       // hashes of the first few sentences worth the name: a shortened copy keeps some
  std::uint32_t words = 0;
  bool is_new_version = false;  // says that it is a correction or an update
  std::vector<OutletCitation> citations;
  std::vector<OutletCitation> retractions;  // outlets whose earlier report this one says is withdrawn; the own one too
  std::vector<ClaimFacts> claims;
};

ReportFacts facts_of(const ReadReport& report);

}  // namespace dragoman

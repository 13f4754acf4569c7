// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dragoman/report.h"

namespace dragoman {

// A report with every part of the contract filled, written by hand: an Armenian denial told by an outlet.
inline ReadReport sample_report() {
  ReadReport read;
  read.report = {"r1",
                 std::string(64, 'a'),
                 "North Sea Wire",
                 "https://example.org/1",
                 "Denial",
                 "2026-03-13",
                 "en",
                 "Yerevan, if asked, \"denied\" talks in Oslo on Tuesday, the Wire said. It may be so."};
  read.made_by = {"0.1.0", "beef", "cafe"};
  read.sentences = {{0, 69}, {70, 83}};
  Entity yerevan{"E-1", "Armenia", EntityKind::state, "ARM", "GOV", "ARM", "Q399", {"Yerevan"}, {{{0, 7}, "Yerevan", {0, 7}}}, "", "", "", true};
  read.entities = {yerevan};
  read.attributions = {{AttributionSource{{{0, 7}, "Yerevan"}, "E-1"}, TextSpan{{20, 26}, "denied"}, {{28, 41}}, Stance::denies, false, 1},
                       {std::nullopt, TextSpan{{64, 68}, "said"}, {{0, 53}}, Stance::reports, false, std::nullopt}};
  read.times = {{{{42, 52}, "on Tuesday"}, "2026-03-10", TimeType::date, "2026-03-10", "2026-03-10"}};
  Claim claim;
  claim.id = "C-000000000001";
  claim.words = {{20, 52}, "denied\" talks in Oslo on Tuesday"};
  claim.event = Event{EventType::consult, "meet", {"diplomatic", "economic"}, "040", {{28, 33}, "talks"}};
  claim.participants = {{Role::actor, "E-1", "ARM", "GOV", {{0, 7}, "Yerevan"}}, {Role::actor, "", "", "UAF", {{0, 7}, "Yerevan"}}};
  claim.place = Place{"Oslo", "NOR", 59.9127, 10.7461, 3143244, {37, 41}};
  claim.time = read.times[0];
  claim.certainty = Certainty::possible;
  claim.score = 0.1;
  claim.hedges = {{{73, 76}, "may"}};
  claim.condition = TextSpan{{9, 17}, "if asked"};
  claim.voice = Voice::attributed;
  claim.chains = {{{{{{0, 7}, "Yerevan"}, "E-1", true, SourceKind::state}, Stance::denies, TextSpan{{20, 26}, "denied"}, true},
                   {{{{54, 62}, "the Wire"}, "", true, SourceKind::outlet}, Stance::reports, std::nullopt, false}}};
  claim.rule = "consult.talks";
  Claim statement;
  statement.id = "C-000000000002";
  statement.sentence = 1;
  statement.words = {{70, 83}, "It may be so."};
  statement.kind = ClaimKind::statement;
  statement.rule = "statement.attributed";
  statement.links = {{LinkType::confirms, claim.id}};
  read.claims = {claim, statement};
  read.caveats = {{{{73, 76}, "may"}, CaveatScope::claims, {claim.id}}};
  read.diagnostics = {{Level::warning, "an odd date", {42, 52}}};
  read.dropped = {{{{28, 33}, "talks"}, "consult.other", "no political participant"}};
  return read;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "dragoman/attribution.h"
#include "dragoman/claim.h"
#include "dragoman/event.h"

namespace dragoman {

// A claim as a brief needs it: one for each chain of a claim; one with no source where the outlet itself says so.
struct BriefClaim {
  std::string id, report, outlet, published;
  std::string source;               // words for the innermost source: "an Israeli source"; empty: the outlet's own words
  std::string via;                  // who passed it on to the outlet, outermost: "CNN"; empty: nobody
  Stance stance = Stance::reports;  // the innermost source's
  std::string quote;                // the claim's words
  Realis realis = Realis::actual;
  Polarity polarity = Polarity::positive;
  std::string origin;  // id; empty: none
};

struct BriefEvent {
  LinkedEvent event;
  std::vector<BriefClaim> claims;  // by publication time
};

struct BriefOptions {
  std::size_t words = 250;  // at most; ids count as words
};

// "The Syrian army denied talks between Israel and Syria in Baku, which an Israeli source (CNN) reported; ... [C-7KQ2, C-9ABC]."
struct BriefSentence {
  std::string text;   // with its claim ids in brackets at the end
  std::string event;  // id
  EventStatus status = EventStatus::reported;
  std::vector<std::string> claims;  // ids that the sentence rests on
};

struct Brief {
  std::vector<BriefSentence> sentences;
  std::size_t left_out = 0;  // events for which no room was
};

// What the ledger knows of some events, in sentences that are never stronger than their evidence. Each names who says so and how (said, denied,
// did not deny, ...), how many independent origins there are, and the claims that it rests on; what is not confirmed says that too. Nothing is
// stated but what somebody is quoted for. Contradictions first, then confirmed, corroborated, reported, planned, speculative, retracted events;
// in each, the better vouched for and later first. Only whole sentences; one that does not fit is left out, and shorter ones may still come.
// The same events give the same bytes. Words of others are made harmless: no brackets, no control characters. Pure.
Brief brief_of(std::span<const BriefEvent> events, const BriefOptions& options);

// The sentences, a space between.
std::string text_of(const Brief& brief);

}  // namespace dragoman

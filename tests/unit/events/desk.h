// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "events/outlets.h"
#include "events/resolve.h"

namespace dragoman {

inline HopFacts hop(std::string text, std::string code, std::string sector, SourceKind kind, Stance stance = Stance::asserts) {
  HopFacts facts;
  facts.text = std::move(text);
  facts.code = std::move(code);
  facts.sector = std::move(sector);
  facts.kind = kind;
  facts.stance = stance;
  return facts;
}
// Somebody on the record; `key` as facts_of gives it: the code of a state for all who are of its government.
inline HopFacts on_record(std::string text, std::string key, std::string code, std::string sector, Stance stance = Stance::asserts) {
  HopFacts facts = hop(std::move(text), std::move(code), std::move(sector), SourceKind::person, stance);
  facts.key = std::move(key);
  facts.named = true;
  return facts;
}
inline HopFacts government(const std::string& code, std::string text, Stance stance = Stance::asserts) {
  return on_record(std::move(text), code, code, "GOV", stance);
}
inline HopFacts anonymous(std::string text, std::string code = "", std::string sector = "", Stance stance = Stance::asserts) {
  return hop(std::move(text), std::move(code), std::move(sector), SourceKind::person, stance);
}
inline HopFacts document(std::string text) { return hop(std::move(text), "", "", SourceKind::document); }
inline HopFacts outlet(const std::string& text, Stance stance = Stance::reports) {
  HopFacts facts = hop(text, "", "", SourceKind::outlet, stance);
  facts.key = outlet_key_of(text);
  facts.named = true;
  return facts;
}

using Chains = std::vector<std::vector<HopFacts>>;

// Reports on one event, built by hand: Chinese ships fire at Philippine ones, unless a test says otherwise.
struct Desk {
  EventType type = EventType::assault;
  std::vector<PartyFacts> parties = {party(Role::actor, "CHN", "MIL"), party(Role::recipient, "PHL", "GOV")};
  std::string trigger = "fired";
  std::deque<ReportFacts> reports;
  std::deque<ClaimFacts> claims, statements;
  std::vector<LineageEdge> lineage;

  static PartyFacts party(Role role, const std::string& code, const std::string& sector) {
    PartyFacts facts;
    facts.role = role;
    facts.key = facts.code = facts.name = code;
    facts.sector = sector;
    return facts;
  }

  // A report and, unless it is told not to, a claim of the event in it. Reports are published in the order of their ids.
  ClaimFacts& tell(const std::string& id, const std::string& name, const std::string& published, Chains chains = {}) {
    if (find(id) == nullptr) {
      ReportFacts report;
      report.id = report.hash = id;
      report.outlet = name;
      report.outlet_key = outlet_key_of(name);
      report.published = published;
      reports.push_back(report);
    }
    ClaimFacts claim;
    claim.id = "C-" + id + "-" + std::to_string(claims.size());
    claim.report = id;
    claim.published = published;
    claim.type = type;
    claim.parties = parties;
    claim.trigger = trigger;
    claim.chains = std::move(chains);
    claims.push_back(claim);
    return claims.back();
  }

  // A statement of the same report that links to its last claim.
  void answer(LinkType link, Chains chains) {
    ClaimFacts statement;
    statement.id = "C-statement-" + std::to_string(statements.size());
    statement.report = claims.back().report;
    statement.published = claims.back().published;
    statement.kind = ClaimKind::statement;
    statement.chains = std::move(chains);
    statement.links = {{link, claims.back().id}};
    statements.push_back(statement);
  }

  void edge(LineageKind kind, const std::string& from, const std::string& to_report, const std::string& to_outlet = "") {
    const ReportFacts* to = find(to_report);
    lineage.push_back({from, to_report, to == nullptr ? to_outlet : to->outlet, kind, kind == LineageKind::copies ? 1.0 : 0.0, true, {}});
  }

  const ReportFacts* find(const std::string& id) const {
    for (const ReportFacts& report : reports) {
      if (report.id == id) return &report;
    }
    return nullptr;
  }

  EventEvidence evidence() const {
    EventEvidence all;
    for (const ClaimFacts& claim : claims) all.claims.push_back(&claim);
    for (const ClaimFacts& statement : statements) all.statements.push_back(&statement);
    for (const ReportFacts& report : reports) all.reports.push_back(&report);
    all.lineage = lineage;
    return all;
  }
  LinkedEvent event() const { return resolve_event(evidence()); }
  // As if the origin with these words were not there.
  LinkedEvent event_without(const std::string& words) const {
    EventEvidence all = evidence();
    for (const Origin& origin : event().roots) {
      if (origin.text == words) all.without = origin.id;
    }
    return resolve_event(all);
  }
};

inline std::string interval_of(const LinkedEvent& event) { return std::to_string(event.origins_min) + "-" + std::to_string(event.origins_max); }

}  // namespace dragoman

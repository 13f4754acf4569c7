// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/text_index.h"
#include "dragoman/report.h"

namespace dragoman {

// A report object written by hand: what the reader would give, for texts in ASCII.
struct Draft {
  ReadReport read;

  Draft(const std::string& id, const std::string& outlet, const std::string& published, const std::string& text) {
    read.report.id = id;
    read.report.hash = "hash of " + text;
    read.report.outlet = outlet;
    read.report.published = published;
    read.report.text = text;
    std::uint32_t begin = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      const bool ends = (text[at] == '.' || text[at] == '\n') && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
      if (!ends && at + 1 < text.size()) continue;
      if (at > begin) read.sentences.push_back({begin, at + 1});
      begin = at + 2;
    }
  }

  Span span(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(read.report.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }
  TextSpan words(std::string_view text) const { return {span(text), std::string(text)}; }

  Draft& entity(const std::string& name, EntityKind kind, const std::string& code = "", const std::string& sector = "", const std::string& country = "") {
    Entity entity;
    entity.id = "N-" + name;
    entity.name = name;
    entity.kind = kind;
    entity.code = code;
    entity.sector = sector;
    entity.country = country;
    for (std::size_t at = read.report.text.find(name); at != std::string::npos; at = read.report.text.find(name, at + 1)) {
      const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())};
      entity.mentions.push_back({span, name, span});
    }
    read.entities.push_back(entity);
    return *this;
  }
  Draft& state(const std::string& name, const std::string& code) { return entity(name, EntityKind::state, code, "GOV", code); }

  Draft& claim(EventType type, const std::string& trigger) {
    Claim claim;
    claim.id = "C-" + read.report.id + "-" + std::to_string(read.claims.size());
    claim.event = Event{};
    claim.event->type = type;
    claim.event->trigger = words(trigger);
    for (std::size_t i = 0; i < read.sentences.size(); ++i) {
      if (read.sentences[i].contains(claim.event->trigger.span)) claim.sentence = static_cast<int>(i);
    }
    claim.words = words(trigger);
    read.claims.push_back(claim);
    return *this;
  }
  Draft& party(Role role, const std::string& name) {
    for (const Entity& entity : read.entities) {
      if (entity.name == name) read.claims.back().participants.push_back({role, entity.id, entity.code, entity.sector, words(name)});
    }
    return *this;
  }
  // A source of the last claim: of an entity where one has this name.
  Draft& said_by(const std::string& source, const std::string& cue, SourceKind kind, bool named) {
    Hop hop;
    hop.source.words = words(source);
    hop.source.kind = kind;
    hop.source.named = named;
    hop.cue = words(cue);
    for (const Entity& entity : read.entities) {
      if (source.find(entity.name) != std::string::npos) hop.source.entity = entity.id;
    }
    read.claims.back().chains.push_back({hop});
    return *this;
  }
};

}  // namespace dragoman

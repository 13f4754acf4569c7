// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "dragoman/entity.h"
#include "dragoman/result.h"
#include "kb/kb.h"
#include "kb/rows.h"

namespace dragoman {

// The tables of data/kb as values, checked, before they are numbered and laid out.
struct NameDraft {
  std::string text;
  std::uint8_t flags = 0;
};  // NameRec's flags
struct TermDraft {
  std::string title, code, sector, from, to;
};
struct EntryDraft {
  std::string id, name, code, sector, country, wikidata, from, to;
  EntityKind kind = EntityKind::other;
  bool also_place = false;
  double score = 0;  // how well known: orders what shares a name
  std::vector<NameDraft> names;
  std::vector<std::pair<std::string, StateWord>> state_words;
  std::vector<TermDraft> terms;
};
struct TitleDraft {
  std::string title, sector, level;
  bool needs_state = false;
};
struct PlaceDraft {
  std::vector<std::string> names;  // the main one first
  std::string country, admin1, kind;
  double lat = 0, lon = 0;
  std::int64_t geonameid = 0, population = 0;
};
struct Drafts {
  std::vector<EntryDraft> entries;
  std::vector<TitleDraft> titles;
  std::vector<PlaceDraft> places;
};

Result<Drafts> read_drafts(const std::string& kb_dir);
std::uint64_t holder_key(std::string_view code, std::string_view canonical_title);

}  // namespace dragoman

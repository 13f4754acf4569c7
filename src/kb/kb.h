// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/entity.h"
#include "dragoman/result.h"

namespace dragoman {

// A row of data/kb: who or what has a name. Views live as long as the KnowledgeBase.
struct KbEntry {
  std::string_view id, name;
  EntityKind kind = EntityKind::other;
  std::string_view code, sector, country, wikidata, from, to;  // from and to: ISO dates, or years, or empty
  bool also_place = false;                                     // a metonym that is a city or building too: Ankara, the Kremlin
};

// An office held: "president", GOV, 2021-01-20 to 2025-01-20.
struct KbTerm {
  std::string_view title, code, sector, from, to;
};

// What a title or role noun says: "foreign minister" -> GOV; "gunmen" -> UAF.
struct KbTitle {
  std::string_view title, sector, level;
  bool needs_state = false;
};

struct KbPlace {
  std::string_view name, country, admin1, kind;
  double lat = 0, lon = 0;
  std::int64_t geonameid = 0;  // 0: not GeoNames'
  std::int64_t population = 0;
};

// How a word relates to a state: "Syrian" is an adjective, "Syrians" a demonym, "Damascus" a metonym.
enum class StateWord : std::uint8_t { name, adjective, demonym, capital };
struct KbStateMatch {
  std::string_view code;
  StateWord how = StateWord::name;
};

// A name found in running words: the longest at its place. Words [first, last).
struct KbMatch {
  int first = 0, last = 0;
  const KbEntry* entry = nullptr;
  bool weak = false;  // an ordinary word too (`Time`), or others bear the name (`Labour Party`; ask named()): needs support from context
};

// data/kb, loaded and indexed. Immutable; safe to share between threads. Opens in milliseconds from a compiled file
// that is made on first use (or at build time) beside the tables or in the cache folder.
class KnowledgeBase {
 public:
  static Result<KnowledgeBase> open(const std::string& kb_dir);
  KnowledgeBase(KnowledgeBase&&) noexcept;
  KnowledgeBase& operator=(KnowledgeBase&&) noexcept;
  ~KnowledgeBase();

  // All entries that bear exactly this name or alias (case and accents folded, articles and punctuation ignored), best known first.
  std::vector<const KbEntry*> named(std::string_view name) const;
  // The same, then by sound and spelling for names of people and groups: el-Chareh, al-Sharaa; never for short or common words.
  std::vector<const KbEntry*> named_like(std::string_view name, EntityKind kind) const;
  // Non-overlapping longest matches in a sentence's words (forms as written). Capitals matter: "Reuters" matches, "may" does not.
  std::vector<KbMatch> find(std::span<const std::string_view> words) const;

  std::optional<KbStateMatch> state_word(std::string_view word) const;  // one or more words: "North Korean"
  const KbEntry* state(std::string_view alpha3) const;                  // null if unknown
  const KbEntry* entry(std::string_view id) const;                      // by its id in the tables; null if unknown
  std::vector<KbTerm> terms_of(const KbEntry& person) const;
  // Who held this office of this state (or body) on that day: ("president", "SYR", "2025-05-18"). Null if unknown.
  const KbEntry* holder(std::string_view title, std::string_view code, std::string_view date) const;
  std::optional<KbTitle> title(std::string_view phrase) const;  // longest suffix that is a title: "deputy foreign minister"
  std::vector<KbPlace> places(std::string_view name) const;     // most populous first
  // Do two names of people mean one person by spelling or transliteration? "Ahmad el-Chareh", "Ahmed al-Sharaa".
  static bool same_name(std::string_view a, std::string_view b);

 private:
  struct Parts;
  explicit KnowledgeBase(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman

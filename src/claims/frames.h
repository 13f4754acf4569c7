// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/arguments.h"
#include "dragoman/claim.h"
#include "dragoman/result.h"

namespace dragoman {

// A way from a predicate to words: `obl(on)`, `obj`, `obj.obl(on)` (the "on" of the object). Written in data/rules/frames.tsv; its
// README has the language. `agent` stands for subj, by-phrase, possessor, adjective; `patient` for of, on, against, at, to.
struct SlotPath {
  struct Step {
    Slot slot = Slot::subject;
    bool agent = false, patient = false;
    std::vector<std::string> prepositions;  // of obl(...); any if empty
  };
  std::vector<Step> steps;
};

// What must hold of a predicate for a frame to apply: `obj:sanction|embargo`, `obj:@weapon`, `!obl(with)`, `obj:ACTOR`, `prt:up`, `joined:find`.
struct FrameCondition {
  enum class Test : std::uint8_t { present, lemma, actor };
  bool negated = false;
  bool is_particle = false, is_passive = false, is_joined = false;
  SlotPath path;
  Test test = Test::present;
  std::vector<std::string> lemmas;  // sets already spelled out
};

// Where a role's words are: alternatives in order, the first with an actor wins; `+` joins two.
struct RoleRule {
  Role role = Role::actor;
  std::vector<std::vector<SlotPath>> alternatives;  // each a list of paths whose words are joined
};

// One row of frames.tsv: when these lemmas, so used, are an event of this type.
struct Frame {
  std::string rule;  // "consult.hold-talks"
  std::vector<std::string> lemmas;
  Upos upos = Upos::VERB;  // NOUN covers PROPN
  std::vector<FrameCondition> conditions;
  EventType type = EventType::consult;
  std::string mode, cameo;
  std::vector<std::string> contexts;
  std::vector<RoleRule> roles;
  bool political = false;  // its words are politics by themselves: a coup, a broken truce; it needs no named party
  bool mutual = false;     // all parties are actors: "A and B signed", "talks between A and B"
  std::string when, who;   // the row's conditions and roles as written
  std::string example, counter_example;
  int line = 0;
};

// data/rules/frames.tsv and the word sets of sets.tsv, checked. Immutable.
class FrameTable {
 public:
  static Result<FrameTable> open(const std::string& rules_dir);
  // Frames that a word of this lemma and tag may evoke, the most specific first.
  std::span<const Frame* const> of(std::string_view lemma, Upos upos) const;
  // Frames for words that no row names and whose type the model gave: rows whose words are `*`, the most specific first.
  std::span<const Frame* const> learned(EventType type, Upos upos) const;
  const Frame* named(std::string_view rule) const;
  const std::vector<Frame>& all() const { return frames_; }
  bool in_set(std::string_view set, std::string_view lemma) const;

 private:
  std::vector<Frame> frames_;
  std::unordered_map<std::string, std::vector<const Frame*>> by_lemma_;  // key: 'V' or 'N' or 'A', then the lemma, or * and the type
  std::unordered_map<std::string, std::vector<std::string>> sets_;
};

// Is this word one of a list with a word of the condition before it ("found him guilty and sentenced him")?
bool is_joined_to(const Tree& tree, int word, const FrameCondition& condition);

// The words that a path leads to from a predicate; not expanded over coordination.
std::vector<int> words_at(const Tree& tree, const Predicate& predicate, const SlotPath& path);

}  // namespace dragoman

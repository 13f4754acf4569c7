// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/arguments.h"
#include "claims/attributions.h"
#include "claims/quotes.h"

namespace dragoman {

using Content = std::vector<AttributedContent>;

// How find_attributions works, spread over attribution_*.cc: cues one by one in text order, then quotations without a cue, then what
// lies inside what. Internal to src/claims; used by one thread, for one report.
class AttributionFinder {
 public:
  AttributionFinder(const ParsedReport& report, const EntityTable& entities, const Rules& rules)
      : report_(report), entities_(entities), rules_(rules), quotes_(find_quotes(report)) {}

  AttributionSet run();

 private:
  const Tree& tree(int s) const { return report_.tree(s); }
  AttributionAt& item(int index) { return items_[static_cast<std::size_t>(index)]; }
  const Cue* cue_at(int s, int word) const { return dragoman::cue_at(rules_.cues, tree(s), word); }

  // attributions.cc
  void read_word(int s, int word);
  void read_according_to(int s, int word);
  void read_noun_cue(int s, int noun, const Cue& cue);
  void read_adjective_cue(int s, int word, const Cue& cue);
  int add(AttributionAt item);
  bool is_verbatim(const AttributionAt& item) const;
  void end_before_source(AttributionAt& item) const;
  bool is_outlet(WordAt place) const;
  bool is_named_behind(WordAt place) const;
  int entity_of(WordAt place) const;  // index into the table, or -1
  bool is_unknown_name(WordAt place) const;
  bool is_of_state(WordAt place) const;  // "Russian": who speaks for a state
  bool can_speak(WordAt place) const;

  // attribution_verbs.cc: verbs of saying and their stance
  void read_verb_cue(int s, int verb, const Cue& cue);
  void read_citing(int s, int verb, const Cue& cue);
  int cited_by(int s, int verb) const;
  std::optional<int> cited_at(int s, int verb) const;
  bool can_be_cited(WordAt place) const;
  bool read_quoted_as(int s, int verb);
  bool read_effect(int s, int verb);
  bool read_as_quoted(int s, int verb, const Cue& cue);
  void add_quoted(AttributionAt item, int quoting);
  std::optional<WordAt> speaker_of_said_before(int s, int verb) const;
  Stance stance_of(int s, int verb, const Cue& cue) const;
  std::optional<WordAt> silent_subject(int s, int verb, Stance stance) const;
  bool is_paired(int s, int verb) const;
  bool is_direct_speech(const AttributionAt& item) const;
  bool retracts_words(int s, int verb) const;
  Content accused_of(int s, int account) const;
  void continue_answer(int s, int verb, AttributionAt& item);
  void answer_noun(int s, int verb, AttributionAt& item) const;

  // attribution_content.cc: what is said
  Content vouched_content(int s, int verb, const Cue& cue, const Predicate& predicate) const;
  Content told_content(int s, int word, const Complements& told, const Predicate& predicate) const;
  // Where the tree fails, word order: "[content], the ministry said in a statement."
  struct Trailing {
    int subject, last;
  };
  std::optional<Trailing> trailing_cue(int s, int verb) const;
  std::optional<int> inverted_speaker(int s, int verb) const;
  std::optional<int> speaker_hung_on_host(int s, int verb) const;
  void widen_content(int s, int verb, AttributionAt& item) const;
  void read_word_order(int s, int verb, const Cue& cue, AttributionAt& item) const;
  bool is_as_clause(int s, int verb) const;
  void add_host_clause(int s, int verb, Content& content) const;
  bool is_of_speaker(int s, int verb) const;
  void add_quotes(int s, int verb, Content& content) const;
  int end_before_trailing(int s, int clause, int last) const;
  bool add_second_clause(int s, int told, int cue, Content& content) const;
  void add_subtree(int s, int word, int cue, Content& content) const;
  void add_range(int s, int first, int last, int cue, Content& content) const;
  std::vector<int> told_tops(int s, int word, const Complements& told, const Predicate& predicate) const;

  // attribution_relays.cc: who passed it on
  void add_relays(int inner);
  void add_hearers(int inner);
  void add_go_between(int inner);
  void add_passers(int inner);
  bool is_of_writer(WordAt place) const;
  bool names_person(WordAt place) const;
  bool is_named_outlet(WordAt place) const;
  std::vector<int> hearers_in(int s, int adjunct) const;
  std::vector<int> tellers_in(WordAt source, int verb, bool is_joined) const;
  int add_relay(int inner, WordAt source, int verb, bool is_joined);
  bool tells_as_outlet(WordAt place) const;
  int add_outer(int inner, WordAt source, WordAt cue, bool is_outlet);
  void add_parallel(WordAt outlet, WordAt cue, const Content& content);
  void add_joint_sources(int index);
  void share_hearers();
  void continue_story(int s, int verb, const Predicate& predicate, AttributionAt& item) const;

  // attribution_basis.cc: whose words it rests on
  void add_informants(int outer);
  std::optional<int> informant_of(int s, int verb) const;
  std::optional<int> teller_in_what(int s, int what) const;
  std::optional<int> basis_at(int s, int phrase) const;
  std::optional<int> passed_on_at(int s, int verb) const;
  void add_cited(int outer);
  void add_basis(int outer);
  void add_inner(int outer, WordAt source, WordAt cue);

  // attribution_quotes.cc: direct speech that no cue's sentence holds, and what lies inside what
  void add_loose_quotes();
  void add_quote_before(int s, int verb, AttributionAt& item) const;
  bool is_whole(const QuotePiece& piece) const;
  int speaker_of(const QuotePiece& piece, int cued) const;
  std::optional<int> teller_of_answer(int answer) const;
  bool is_inside(int index, int outer) const;
  void set_parents();

  // attribution_labels.cc: speakers that no verb names
  void add_labels();
  void add_turn(int s);
  void add_signature(int s);
  bool is_person(int s, int first, int last) const;
  bool takes_turns(const std::string& name) const;

  // attribution_learned.cc: cues that no rule knows
  void add_learned_cues();
  void read_learned(int s, int word);
  bool is_in_cue(WordAt place) const;

  // attribution_drops.cc: which say nothing of their own
  void drop_repeated();
  void drop_empty_relays(std::vector<bool>& dropped) const;
  void keep_others(const std::vector<bool>& dropped);
  bool is_repeated(const AttributionAt& inner, const AttributionAt& outer) const;
  bool is_quoted(WordAt place) const;
  bool is_inside_words(const AttributionAt& item) const;
  bool is_idle_inside(const AttributionAt& item) const;
  bool is_idle(const AttributionAt& item) const;
  bool is_unlikely(const AttributionAt& item) const;
  bool is_first_told_of(const AttributionAt& item) const;

  const ParsedReport& report_;
  const EntityTable& entities_;
  const Rules& rules_;
  const std::vector<QuotePiece> quotes_;
  std::vector<AttributionAt> items_;
  std::vector<int> parallel_;                   // indices of items that tell the same as another one, not around it
  std::vector<AttributionAt> open_;             // "He went on:", whose words stand in the next sentence
  std::vector<std::pair<int, int>> goes_on_;    // an item without a cue, and the one whose words it goes on with
  std::vector<std::pair<int, WordAt>> citing_;  // an item, and the cue of the one around it
};

int words_of(const AttributionAt& item);
bool holds(const AttributionAt& item, WordAt place);
bool is_negated(const Tree& tree, int word);
bool is_talk_noun(const Tree& tree, int word);  // "interview", "statement", "query": in what something is said. attribution_relays.cc
bool is_document(const Tree& tree, int word);   // "letter", "recording": what another can show
// The clause that an adverbial phrase speaks of: from its host up through phrases and open complements.
int top_of_clause(const Tree& tree, int word);

// Shares of Word::cue_share.
inline constexpr float kCueWord = 0.5F;  // from which a word belongs to the cue beside it
inline constexpr float kNewCue = 0.8F;   // from which it is one that no rule knows
inline constexpr float kNoCue = 0.1F;    // below which a verb that only tells of an act is none

// The words of a cue as PolNeAR marks them: the verb with its auxiliaries, negation, particles, adverbs beside it and the preposition
// that leads to the content ("has repeatedly called for"), and what the model adds ("issued a statement saying"). attribution_print.cc
Tree::Range words_of_cue(const AttributionAt& item, const ParsedReport& report, const EntityTable& entities, const Rules& rules);
Attribution print_attribution(const AttributionAt& item, const ParsedReport& report, const EntityTable& entities, const Rules& rules);

}  // namespace dragoman

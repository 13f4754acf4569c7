// SPDX-License-Identifier: Apache-2.0
// Verbs of saying: who speaks, with what stance, and "X quoted Y as saying". Works: "would not say whether": no-comment; "was quoted by
// Reuters as saying": Y inside Reuters. Does not: irony.
#include "claims/attribution_finder.h"
#include "claims/denials.h"
#include "claims/negation.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 4> kRefusals = {"decline", "refuse", "fail", "avoid"};
constexpr std::array<std::string_view, 8> kFirstTold = {"report", "publish", "reveal", "disclose", "broadcast", "break", "leak", "speak"};
constexpr std::array<std::string_view, 4> kAsked = {"cue.say", "cue.tell", "cue.confirm", "cue.deny"};  // "no official would say"
constexpr std::array<std::string_view, 4> kQuotes = {"quote", "cite", "recall", "remember"};
// What is retracted is said or written; troops and bids are only withdrawn.
constexpr std::array<std::string_view, 10> kWritten = {"article", "story", "dispatch", "post", "tweet", "word", "footage", "interview", "message", "video"};

constexpr std::array<std::string_view, 12> kSources = {"source",  "official", "aide", "diplomat", "document", "letter",
                                                       "witness", "expert",   "memo", "resident", "analyst",  "minute"};
// "He went on, “...”", but "the term that begins next Monday".
constexpr std::array<std::string_view, 7> kPhases = {"go", "begin", "open", "close", "continue", "conclude", "type"};
constexpr std::array<std::string_view, 4> kAnaphors = {"it", "this", "that", "which"};

bool is_question(const Tree& tree, int clause) {
  const auto mark = tree.child(clause, "mark");
  return mark && (tree[*mark].lemma == "whether" || tree[*mark].lemma == "if");
}

// "They were denied visas": somebody is refused a thing, no fact is denied.
bool is_refused_gift(const Tree& tree, int verb) { return tree[verb].lemma == "deny" && tree.child(verb, "nsubj:pass") && tree.child(verb, "obj"); }

// "stopped short of denying": the verb of stopping.
std::optional<int> stopped_short(const Tree& tree, int verb) {
  const bool is_short = verb > 2 && tree[verb - 1].lemma == "of" && tree[verb - 2].lemma == "short" && tree[verb - 3].lemma == "stop";
  return is_short ? std::optional<int>(verb - 3) : std::nullopt;
}

// "Neither consulate would say", "nobody confirmed it".
bool has_no_subject(const Tree& tree, int verb) {
  static constexpr auto kNobody = std::to_array<std::string_view>({"nobody", "none", "neither", "no one"});
  static constexpr auto kNo = std::to_array<std::string_view>({"no", "neither"});
  const auto subject = tree.child(verb, "nsubj");
  if (!subject) return false;
  const auto determiner = tree.child(*subject, "det");
  return is_one_of(tree[*subject].lemma, kNobody) || (determiner && is_one_of(lower_ascii(tree[*determiner].form), kNo));
}

int head_of_pair(const Tree& tree, int verb) { return tree.has_relation(verb, "conj") ? tree[verb].head : verb; }

// "declined to discuss the matter"
bool is_refused(const Tree& tree, int verb) {
  static constexpr auto kTreating = std::to_array<std::string_view>({"discuss", "address", "detail", "debate"});
  const int head = tree[verb].head;
  return is_one_of(tree[verb].lemma, kTreating) && head >= 0 && tree.has_relation(verb, "xcomp") &&
         (tree[head].lemma == "decline" || tree[head].lemma == "refuse");
}

// "who was not authorised to brief the press": why he is not named. Not: "was authorised to say that the talks had failed".
bool is_leave_to_speak(const Tree& tree, int verb) {
  static constexpr auto kLeave = std::to_array<std::string_view>({"authorise", "authorize", "allow", "permit", "entitle", "authorised", "authorized"});
  const int head = tree[verb].head;
  return head >= 0 && tree.has_relation(verb, "xcomp") && is_one_of(tree[head].lemma, kLeave) && !tree.child(verb, "ccomp");
}

// "said it was in talks, three weeks after a minister denied it": that answer is older than what the sentence tells.
bool is_earlier(const Tree& t, int verb) {
  const auto mark = t.child(verb, "mark");
  const bool is_adjunct = t.has_relation(verb, "advcl") || t.has_relation(verb, "acl");  // "a day after"
  return is_adjunct && mark && (t[*mark].lemma == "after" || t[*mark].lemma == "since");
}

// "Rwanda, which denies it has armed them,": whose clause it is, where the parser hangs the clause elsewhere. The word itself where it is no pronoun.
int noun_before_relative(const Tree& tree, int word) {
  if (!is_relative_pronoun(tree, word) || tree[word].lemma == "that" || word < 2 || tree[word - 1].form != ",") return word;
  int noun = word - 2;
  if (!tree[noun].is_nominal()) return word;
  while (tree[noun].head >= 0 && tree[noun].head < word && tree[tree[noun].head].is_nominal() && !tree.has_relation(noun, "conj")) noun = tree[noun].head;
  return noun;
}

}  // namespace

void AttributionFinder::read_verb_cue(int s, int verb, const Cue& cue) {
  const Tree& t = tree(s);
  if (is_refused_gift(t, verb) || is_leave_to_speak(t, verb) || read_quoted_as(s, verb)) return;
  if (cue.rule == "cue.idiom-own-up" && has_no_subject(t, verb)) return;  // "no group claimed responsibility"
  const Predicate predicate = predicate_at(t, verb);
  AttributionAt item;
  item.cue = WordAt{s, verb};
  item.rule = cue.rule;
  if (is_first_told_of(item)) return;
  item.stance = stance_of(s, verb, cue);
  if (const auto subjects = predicate.in(Slot::subject); !subjects.empty()) item.source = WordAt{s, noun_before_relative(t, subjects.front())};
  if (const auto speaker = speaker_of_said_before(s, verb)) item.source = speaker;
  if (!item.source && (predicate.passive || t[verb].upos == Upos::ADJ)) item.source = silent_subject(s, verb, cue.stance);
  if (const auto stop = stopped_short(t, verb); stop && !item.source) {
    if (const auto subject = t.child(*stop, "nsubj")) item.source = WordAt{s, *subject};
  }
  const std::optional<int> hung = cue.vouched.clause ? speaker_hung_on_host(s, verb) : std::nullopt;
  if (hung) item.source = WordAt{s, *hung};
  if (item.source && !can_speak(*item.source)) return;
  if (hung) add_range(s, t.range(t[*hung].head).first, t.range(*hung).first - 1, verb, item.content);
  else item.content = vouched_content(s, verb, cue, predicate);
  if (!predicate.passive) read_word_order(s, verb, cue, item);
  if (item.stance == Stance::no_comment && cue.rule == "cue.utter" && is_verbatim(item) && !is_quoted({s, verb}))
    item.content.clear();                          // "did not respond, but an aide said, '...'"
  const bool has_hearer = cue.rule == "cue.tell";  // "..., told the BBC": never the speaker
  if (!item.source && cue.vouched.quote && !has_hearer && !item.content.empty() && item.content.front().last < verb) {
    if (const auto speaker = inverted_speaker(s, verb)) item.source = WordAt{s, *speaker};
  }
  const auto clause = t.child(verb, "ccomp");
  if (item.stance == Stance::asserts && clause && is_question(t, *clause)) item.vouches = false;
  if (cue.stance == Stance::retracts && cue.vouched.obj && !retracts_words(s, verb)) return;
  if (is_one_of(t[verb].lemma, kPhases) && !item.content.empty() && !t.child(verb, "ccomp") && !is_direct_speech(item)) return;
  if (item.content.empty() && cue.vouched.quote && !predicate.passive) add_quote_before(s, verb, item);
  if (item.content.empty()) {
    item.content = told_content(s, verb, cue.told, predicate);
    if (!item.content.empty()) {
      // "Axios first reported the talks": what an outlet tells it vouches for.
      item.vouches = item.source && is_outlet(*item.source) && is_one_of(t[verb].lemma, kFirstTold);
      if (is_refused(t, verb) || informant_of(s, verb)) item.vouches = true;
      else if (!item.vouches) item.stance = cue.stance;
    }
  }
  if (item.content.empty() && is_paired(s, verb) && (cue.stance == Stance::confirms || answered(t, head_of_pair(t, verb))))
    return;  // "neither confirmed nor denied it" is one answer
  if (item.content.empty()) {
    if (cue.vouched.quote && item.source) open_.push_back(item);
    if (!is_bare_stance(item.stance) || !item.source) return;
  }
  if (!item.source && !predicate.passive) item.vouches = false;
  if (predicate.passive) continue_story(s, verb, predicate, item);
  continue_answer(s, verb, item);
  const int index = add(std::move(item));
  if (!items_[static_cast<std::size_t>(index)].source || !items_[static_cast<std::size_t>(index)].vouches) return;
  add_hearers(index);
  add_passers(index);
  add_informants(index);
  add_basis(index);
  add_relays(index);
  add_joint_sources(index);
}

// "India and China will talk, X said, adding that he ...": a participle right behind a cue goes on in its speaker's name, wherever the parser
// hangs it.
std::optional<WordAt> AttributionFinder::speaker_of_said_before(int s, int verb) const {
  const Tree& t = tree(s);
  const bool is_participle = t.has_feature(verb, "VerbForm=Ger") || (t.has_feature(verb, "VerbForm=Part") && t.has_feature(verb, "Tense=Pres"));
  if (verb < 2 || !is_participle || t.child(verb, "nsubj") || t[verb - 1].form != ",") return std::nullopt;
  for (const AttributionAt& item : items_) {
    if (item.cue && item.cue->sentence == s && item.cue->word == verb - 2) return item.source;
  }
  return std::nullopt;
}

// "would not be drawn", "the agency's report was deleted": whoever is not drawn says nothing, whose report it was takes it back.
std::optional<WordAt> AttributionFinder::silent_subject(int s, int verb, Stance stance) const {
  auto subject = tree(s).child(verb, "nsubj");
  const int head = tree(s)[verb].head;
  if (!subject && head >= 0 && tree(s)[head].upos == Upos::AUX) subject = tree(s).child(head, "nsubj");
  if (!subject) return std::nullopt;
  if (stance == Stance::no_comment) return WordAt{s, *subject};
  if (stance != Stance::retracts) return std::nullopt;
  const Predicate words = predicate_at(tree(s), *subject);
  for (const auto& owners : {words.in(Slot::possessor), words.obliques("by"), words.obliques("in")}) {
    if (!owners.empty()) return WordAt{s, owners.front()};
  }
  return std::nullopt;
}

Stance AttributionFinder::stance_of(int s, int verb, const Cue& cue) const {
  const Tree& t = tree(s);
  const int head = t[verb].head;
  if (stopped_short(t, verb)) return cue.stance == Stance::denies ? Stance::does_not_deny : Stance::no_comment;
  // "did not rule out": what stands before the verb of an idiom is its own "not".
  if (const auto idiom = rules_.cues.idiom_at(t, verb); idiom && idiom->cue == &cue && idiom->first < verb) return cue.stance;
  const int first = head_of_pair(t, verb);  // "refused to confirm or deny"
  if (first != verb && is_paired(s, verb) && t.has_relation(first, "xcomp") && is_one_of(t[t[first].head].lemma, kRefusals)) return Stance::no_comment;
  if (head >= 0 && t.has_relation(verb, "xcomp") && is_one_of(t[head].lemma, kRefusals)) {
    return cue.stance == Stance::denies && t[head].lemma != "fail" ? Stance::does_not_deny : Stance::no_comment;
  }
  const bool negated =
      is_negated(t, verb) || (is_one_of(cue.rule, kAsked) && has_no_subject(t, verb)) || (cue.stance == Stance::confirms && is_yet_to(t, verb));
  const bool answers = cue.stance == Stance::confirms || cue.stance == Stance::denies;
  if (answers && is_paired(s, verb) && (negated || is_negated(t, head_of_pair(t, verb)))) return Stance::no_comment;
  if (!negated) return cue.stance;
  return cue.stance == Stance::denies ? Stance::does_not_deny : Stance::no_comment;
}

// "neither confirmed nor denied"
bool AttributionFinder::is_paired(int s, int verb) const {
  const Tree& t = tree(s);
  const int first = head_of_pair(t, verb);
  bool confirms = false, denies = false;
  for (const int other : t.conjuncts(first)) {
    const Cue* cue = rules_.cues.of(t[other].lemma, Upos::VERB);
    if (cue == nullptr) continue;
    confirms = confirms || cue->stance == Stance::confirms;
    denies = denies || cue->stance == Stance::denies;
  }
  if (!confirms || !denies) return false;
  const auto& kids = t.children(verb);
  return std::any_of(kids.begin(), kids.end(), [&](int k) { return t[k].lemma == "nor" || t[k].lemma == "or" || t[k].lemma == "neither"; }) ||
         is_negated(t, first);
}

bool AttributionFinder::is_direct_speech(const AttributionAt& item) const {
  constexpr int kFewWords = 5;
  return is_verbatim(item) && words_of(item) > kFewWords;
}

// "withdrew its report", but not "withdrew its troops".
bool AttributionFinder::retracts_words(int s, int verb) const {
  const Tree& t = tree(s);
  if (t.child(verb, "ccomp")) return true;
  for (const int object : predicate_at(t, verb).in(Slot::object)) {
    if (t[object].lemma == "charge" || t[object].lemma == "complaint") continue;  // before a court
    const Cue* noun = rules_.cues.of(t[object].lemma, Upos::NOUN);
    if (noun != nullptr && noun->vouched.clause && noun->rule != "cue.noun-plan" && noun->rule != "cue.noun-promise") return true;
    if (is_one_of(t[object].lemma, kWritten)) return true;
    static constexpr auto kFigures = std::to_array<std::string_view>({"number", "toll", "figure", "count", "name", "date"});
    if (t[verb].lemma == "correct" && is_one_of(t[object].lemma, kFigures)) return true;  // not "corrected the fine"
  }
  return false;
}

// "blamed the ambush on a militia, a charge that it denied": what follows the verb of accusing, where the account hangs below one.
Content AttributionFinder::accused_of(int s, int account) const {
  const Tree& t = tree(s);
  int verb = t[account].head;
  for (int steps = 0; verb >= 0 && t[verb].upos != Upos::VERB && steps < t.size(); ++steps) verb = t[verb].head;
  Content content;
  const Cue* cue = verb >= 0 && verb < account ? cue_at(s, verb) : nullptr;
  if (cue != nullptr && cue->rule == "cue.accuse") add_range(s, verb + 1, t.range(account).first - 1, verb, content);
  return content;
}

// "Talks were held, an aide said, which Minsk denied"; "..., and the navy confirmed it": the answer is to what the sentence told before.
void AttributionFinder::continue_answer(int s, int verb, AttributionAt& item) {
  const bool answers = item.stance == Stance::denies || item.stance == Stance::does_not_deny || item.stance == Stance::confirms ||
                       item.stance == Stance::retracts || (item.rule == "cue.dismiss" && !item.vouches);
  const Tree& t = tree(s);
  if (!answers || !item.source) return;
  const auto object = answered(t, verb);
  if (!object) return;
  const bool pronoun = is_one_of(t[*object].lemma, kAnaphors);
  const bool account =
      t.has_relation(verb, "acl") && t[verb].head == *object && (is_account(t, *object) || is_summed_up(t, *object) || denies_for_model(t, verb));
  if (!pronoun && !account && !is_account_told_before(t, *object)) return;
  if (is_earlier(t, verb)) {
    item.vouches = false;
    return;
  }
  const int begin = account ? t.range(*object).first : t.range(verb).first;
  if (account) item.content = accused_of(s, *object);
  for (std::size_t i = items_.size(); i-- > 0;) {
    const AttributionAt& before = items_[i];
    if (!before.vouches || before.content.empty() || !before.cue || before.cue->sentence != s || before.rule == "cue.relayed") continue;
    if (before.content.front().sentence != s || before.content.front().first >= begin) continue;
    item.content = before.content;
    item.vouches = true;
    if (item.stance == Stance::asserts) item.stance = Stance::denies;
    parallel_.push_back(static_cast<int>(items_.size()));  // where it is about to be put
    return;
  }
  if (item.stance == Stance::denies && t[*object].lemma == "which") answer_noun(s, verb, item);
}

// "The shelling of the port, which Baku denies, began at dawn": what nobody is said to tell.
void AttributionFinder::answer_noun(int s, int verb, AttributionAt& item) const {
  const Tree& t = tree(s);
  int noun = t[verb].head;
  while (noun >= 0 && t.has_relation(noun, "nmod") && t[noun].head < noun) noun = t[noun].head;  // the parser takes the nearest
  if (!t.has_relation(verb, "acl:relcl") || noun < 0 || !t[noun].is_nominal()) return;
  Content content;
  add_range(s, t.range(noun).first, t.range(verb).first - 1, verb, content);
  if (!content.empty()) item.content = std::move(content);
}

// The clause that a verb of citing goes with: its host, the cue thrust in before it ("..., the agency said, quoting an aide"), or the sentence.
int AttributionFinder::cited_by(int s, int verb) const {
  const Tree& t = tree(s);
  const int host = t[verb].head;
  if (cue_at(s, host) != nullptr && t[host].upos == Upos::VERB) return host;
  int before = verb - 1;
  while (before > host && t[before].upos != Upos::VERB) --before;
  if (before <= host) return top_of_clause(t, host);
  const Cue* cue = cue_at(s, before);
  const bool says = t[before].upos == Upos::VERB && cue != nullptr && (cue->vouched.clause || cue->vouched.quote);
  return says && t.child(before, "nsubj") && !t.child(before, "ccomp") ? before : top_of_clause(t, host);
}

// "Citing two officials, ...", "citing the report, ...", but "citing the drought, the government stopped exports" gives a reason.
bool AttributionFinder::can_be_cited(WordAt place) const {
  const std::string& lemma = tree(place.sentence)[place.word].lemma;
  const Cue* noun = rules_.cues.of(lemma, Upos::NOUN);
  return entities_.at(place) != nullptr || is_outlet(place) || is_one_of(lemma, kWritten) || is_one_of(lemma, kSources) ||
         (noun != nullptr && noun->rule == "cue.noun-claim");
}

// Who or what is cited: the object of "citing", what the number of "basing the number on" rests on; of counts, those who counted. Not: "attributing
// the attack to rebels".
std::optional<int> AttributionFinder::cited_at(int s, int verb) const {
  static constexpr auto kTold = std::to_array<std::string_view>({"figure", "number", "toll", "news", "information", "count", "estimate", "detail", "version"});
  const Tree& t = tree(s);
  const Cue* cue = cue_at(s, verb);
  if (cue == nullptr || !cue->vouched.citing) return std::nullopt;
  const auto object = t.child(verb, "obj");
  if (cue->vouched.prepositions.empty()) return object;
  const bool is_told = object && !t.preposition(*object);
  if (is_told && !is_one_of(t[*object].lemma, kTold) && !is_account(t, *object)) return std::nullopt;
  for (const std::string& preposition : cue->vouched.prepositions) {
    for (const int cited : t.children(verb)) {
      if (cited < verb || !t[cited].is_nominal() || preposition_of(t, cited) != preposition) continue;
      for (const int author : predicate_at(t, cited).obliques("by")) {
        if (!is_document(t, cited) && can_be_cited({s, author})) return author;
      }
      if (is_told || can_be_cited({s, cited}) || is_document(t, cited)) return cited;
    }
  }
  return std::nullopt;
}

// "CNN, citing an aide, said"; "X reported, quoting officials"; a main verb of citing only tells whom or what was cited.
void AttributionFinder::read_citing(int s, int verb, const Cue& cue) {
  const Tree& t = tree(s);
  if (read_effect(s, verb) || read_as_quoted(s, verb, cue)) return;
  const auto cited = cited_at(s, verb);
  const bool beside = t.has_relation(verb, "advcl") || t.has_relation(verb, "acl") || t.has_relation(verb, "parataxis");
  if (!cited || !beside || t[verb].head < 0 || t.child(verb, "nsubj")) {
    if (cue.vouched.prepositions.empty()) read_verb_cue(s, verb, cue);
    return;
  }
  const auto is_read = [&](const AttributionAt& item) { return item.cue == WordAt{s, verb}; };
  if (std::any_of(items_.begin(), items_.end(), is_read)) return;
  AttributionAt item;
  item.source = WordAt{s, *cited};
  item.cue = WordAt{s, verb};
  item.rule = cue.rule;
  const Tree::Range own = t.range(verb);
  const int top = cited_by(s, verb);
  if (cue_at(s, top) == nullptr && !can_be_cited({s, *cited})) return;
  if (const Cue* host = cue_at(s, top); host != nullptr) {
    AttributionAt told;
    told.source = item.source;
    told.content = vouched_content(s, top, *host, predicate_at(t, top));
    read_word_order(s, top, *host, told);
    item.content = told.content;
  }
  if (item.content.empty()) {
    const Tree::Range all = t.range(top);
    add_range(s, all.first, own.first - 1, verb, item.content);
    add_range(s, own.last + 1, all.last, verb, item.content);
  }
  if (item.content.empty()) return;
  const int index = add(std::move(item));
  citing_.push_back({index, WordAt{s, top}});
  add_cited(index);
}

// "state television quoted the minister as saying", "the minister was quoted by Reuters as saying": the minister's words, in the outlet's.
bool AttributionFinder::read_quoted_as(int s, int verb) {
  const Tree& t = tree(s);
  const int head = t[verb].head;
  if (head < 0 || !is_one_of(t[head].lemma, kQuotes) || !(t.has_relation(verb, "advcl") || t.has_relation(verb, "xcomp"))) return false;
  if (preposition_of(t, verb) != "as" && t[verb - 1].lemma != "as") return false;  // the parser may hang it on what is said
  const Predicate quoting = predicate_at(t, head);
  auto quoted = quoting.in(Slot::object);
  if (const auto own = t.child(verb, "nsubj"); quoted.empty() && own && head < *own && *own < verb) quoted = {*own};  // taken for the subject of "saying"
  if (quoted.empty()) return false;
  AttributionAt item;
  item.cue = WordAt{s, verb};
  item.source = WordAt{s, quoted.front()};
  item.rule = "cue.quoted-as";
  const Cue* cue = cue_at(s, verb);
  if (cue != nullptr && is_bare_stance(cue->stance)) item.stance = stance_of(s, verb, *cue);  // "as admitting that"
  for (const int clause : t.children(verb, "ccomp")) add_subtree(s, clause, verb, item.content);
  if (item.content.empty()) add_quotes(s, verb, item.content);
  for (const int clause : item.content.empty() ? t.children(head, "ccomp") : std::vector<int>()) {  // "..., the agency quoted him as saying"
    if (clause < head) add_subtree(s, clause, head, item.content);
  }
  if (item.content.empty()) return false;
  add_quoted(std::move(item), head);
  return true;
}

// "quoted a trader to the effect that the bridge was closed".
bool AttributionFinder::read_effect(int s, int verb) {
  const Tree& t = tree(s);
  const Predicate quoting = predicate_at(t, verb);
  const auto quoted = quoting.in(Slot::object).empty() ? quoting.in(Slot::indirect_object) : quoting.in(Slot::object);
  AttributionAt item;
  for (const int effect : is_one_of(t[verb].lemma, kQuotes) ? t.children(verb, "obl") : std::vector<int>()) {
    for (const int clause : t[effect].lemma == "effect" ? t.children(effect, "acl") : std::vector<int>()) add_subtree(s, clause, effect, item.content);
  }
  if (item.content.empty() || quoted.empty()) return false;
  item.cue = WordAt{s, verb};
  item.source = WordAt{s, quoted.front()};
  item.rule = "cue.quoted-as";
  add_quoted(std::move(item), verb);
  return true;
}

// "..., the mayor said, as quoted by the agency": the agency's word for the whole of the sentence.
bool AttributionFinder::read_as_quoted(int s, int verb, const Cue& cue) {
  const auto by = tree(s).children(verb, "obl:agent");
  if (tree(s).child(verb, "nsubj") || !is_as_clause(s, verb) || by.empty() || !can_speak({s, by.front()})) return false;
  AttributionAt item;
  item.cue = WordAt{s, verb};
  item.source = WordAt{s, by.front()};
  item.rule = cue.rule;
  add_host_clause(s, verb, item.content);
  if (item.content.empty()) return false;
  add(std::move(item));
  return true;
}

// Adds the words of somebody whom the source of the verb of quoting quotes.
void AttributionFinder::add_quoted(AttributionAt item, int quoting) {
  const int s = item.cue->sentence;
  const int inner = add(std::move(item));
  add_informants(inner);
  const Predicate predicate = predicate_at(tree(s), quoting);
  auto tellers = predicate.in(Slot::subject);
  for (const std::string_view preposition : {std::string_view("in"), std::string_view("on")}) {  // "was quoted on public radio as saying"
    for (const int outlet : tellers.empty() ? predicate.obliques(preposition) : std::vector<int>()) {
      if (is_named_outlet({s, outlet})) tellers = {outlet};
    }
  }
  if (tellers.empty() || !can_speak({s, tellers.front()}) || is_of_writer({s, tellers.front()})) return;
  add_outer(inner, {s, tellers.front()}, {s, quoting}, tells_as_outlet({s, tellers.front()}));
}

}  // namespace dragoman

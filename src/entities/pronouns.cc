// SPDX-License-Identifier: Apache-2.0
// Pronouns by salience (after Lappin and Leass 1994): candidates of the same sentence and the three before it that agree in number,
// gender and animacy, scored by recency, grammatical role and how often they were named. "Trump met Putin. He said ...": Trump, the
// subject. Two that score alike: unresolved. Relative pronouns take the noun they hang on, "I" the speaker of the quotation.
// Not handled: cataphora other than in a fronted clause, events as antecedents of "it" (such "it"s often find nothing, rightly).
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "entities/coref.h"

namespace dragoman::entities {
namespace {

constexpr int kWindow = 3;     // sentences back
constexpr double kMargin = 3;  // best must lead another entity by this much

enum class PronounClass : std::uint8_t { he, she, it, they, relative, speaker, speakers, none };

struct Pronoun {
  PronounClass cls = PronounClass::none;
  bool possessive = false, reflexive = false;
};

Pronoun classify(const Word& word) {
  const std::string form = lower(word.form);
  const auto is = [&](std::initializer_list<std::string_view> forms) { return std::find(forms.begin(), forms.end(), form) != forms.end(); };
  Pronoun pronoun;
  pronoun.possessive = is({"his", "its", "their", "my", "our", "whose"}) || (form == "her" && word.deprel == "nmod:poss");
  pronoun.reflexive = form.ends_with("self") || form.ends_with("selves");
  if (is({"he", "him", "his", "himself"})) pronoun.cls = PronounClass::he;
  if (is({"she", "her", "hers", "herself"})) pronoun.cls = PronounClass::she;
  if (is({"it", "its", "itself"})) pronoun.cls = PronounClass::it;
  if (is({"they", "them", "their", "theirs", "themselves"})) pronoun.cls = PronounClass::they;
  if (is({"who", "whom", "whose", "which", "that"})) pronoun.cls = PronounClass::relative;
  if (is({"i", "me", "my", "myself"})) pronoun.cls = PronounClass::speaker;
  if (is({"we", "us", "our", "ourselves"})) pronoun.cls = PronounClass::speakers;
  return pronoun;
}

bool is_speech(std::string_view lemma) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"say",     "tell",     "add",   "write", "state",  "declare", "announce", "insist", "explain", "note",   "argue", "warn",  "claim", "stress", "reply",
       "respond", "continue", "tweet", "post",  "remark", "comment", "conclude", "vow",    "assert",  "recall", "ask",   "admit", "deny",  "confirm"});
  return std::find(kVerbs.begin(), kVerbs.end(), lemma) != kVerbs.end();
}

// Is the word inside quotation marks? Counts marks before it in its sentence.
bool in_quotation(const Tree& tree, int word) {
  int depth = 0;
  bool straight = false;
  for (int w = 0; w < word; ++w) {
    const std::string& form = tree[w].form;
    if (form == "\u201c" || form == "``") ++depth;
    if (form == "\u201d" || form == "''") --depth;
    if (form == "\"") straight = !straight;
  }
  return depth > 0 || straight;
}

// The subject of a verb, or of the verb that it is joined to: "did not deny it but said".
std::optional<int> subject_of(const Tree& tree, int verb) {
  const auto subject = tree.child(verb, "nsubj");
  return subject || !tree.has_relation(verb, "conj") || tree[verb].head < 0 ? subject : tree.child(tree[verb].head, "nsubj");
}

// The subject of the verb of saying whose content holds this word, or -1.
int speaker_of(const Tree& tree, int word) {
  int steps = 0;
  for (int w = word; w >= 0 && tree[w].head >= 0 && steps++ < tree.size(); w = tree[w].head) {
    const int above = tree[w].head;
    if (tree.has_relation(w, "parataxis") && is_speech(lower(tree[w].lemma)) && w != word) {
      if (const auto subject = tree.child(w, "nsubj"); subject && *subject != word) return *subject;
    }
    if ((tree.has_relation(w, "ccomp") || tree.has_relation(w, "parataxis")) && is_speech(lower(tree[above].lemma))) {
      if (const auto subject = subject_of(tree, above); subject && *subject != word) return *subject;
    }
    // "..., Trump said": the parser may make the saying a parataxis below the quoted clause.
    for (const int child : tree.children(above, "parataxis")) {
      if (!is_speech(lower(tree[child].lemma))) continue;
      if (const auto subject = tree.child(child, "nsubj"); subject && *subject != word) return *subject;
    }
  }
  return -1;
}

// The quoted clause itself may be the root: look at its parataxis too.
int speaker_around(const Tree& tree, int word) {
  const int above = speaker_of(tree, word);
  if (above >= 0) return above;
  for (const int child : tree.children(tree.root(), "parataxis")) {
    if (!is_speech(lower(tree[child].lemma)) || tree.is_descendant(word, child)) continue;
    if (const auto subject = tree.child(child, "nsubj")) return *subject;
  }
  return -1;
}

class PronounResolver {
 public:
  PronounResolver(const Reading& reading, const EntityDrafts& drafts, int index)
      : reading_(reading),
        drafts_(drafts),
        index_(index),
        phrase_(reading.phrases[static_cast<std::size_t>(index)]),
        tree_(reading.tree(phrase_)),
        word_(phrase_.mention.head),
        pronoun_(classify(tree_[word_])) {}

  bool is_of_speaker() const { return pronoun_.cls == PronounClass::speaker || pronoun_.cls == PronounClass::speakers; }

  std::vector<int> resolve() const {
    if (pronoun_.cls == PronounClass::none) return {};
    if (pronoun_.cls == PronounClass::relative) return relative();
    if (is_of_speaker()) return speaker();
    if (pronoun_.cls == PronounClass::it && is_empty_it()) return {};
    std::vector<int> found = best();
    if (found.empty() && pronoun_.cls != PronounClass::it) found = in_fronted_clause();
    return found;
  }

 private:
  const std::vector<int>* entities_at(int word) const {
    const Phrase* phrase = reading_.at({phrase_.sentence(), word});
    return phrase == nullptr || phrase->mention.entities.empty() ? nullptr : &phrase->mention.entities;
  }

  // The noun that the relative clause hangs on; if the parser hung it on a noun that names nobody, for "who" the nearest person before.
  std::vector<int> relative() const {
    int steps = 0;
    for (int w = word_; w >= 0 && steps++ < tree_.size(); w = tree_[w].head) {
      if (!tree_.has_relation(w, "acl")) continue;
      const int noun = tree_[w].head;
      if (noun < 0 || noun > word_) return {};
      if (const Phrase* phrase = around(noun); phrase != nullptr) return phrase->mention.entities;
      return is_who() ? nearest_person() : std::vector<int>();
    }
    return {};
  }

  bool is_who() const {
    const std::string form = lower(tree_[word_].form);
    return form == "who" || form == "whom";
  }

  const Phrase* around(int noun) const {
    if (const Phrase* phrase = reading_.at({phrase_.sentence(), noun})) return phrase;
    for (int i = index_ - 1; i >= 0 && reading_.phrases[static_cast<std::size_t>(i)].sentence() == phrase_.sentence(); --i) {
      const Phrase& phrase = reading_.phrases[static_cast<std::size_t>(i)];
      if (phrase.name && phrase.name->first <= noun && noun <= phrase.name->last) return &phrase;
    }
    return nullptr;
  }

  std::vector<int> nearest_person() const {
    for (int i = index_ - 1; i >= 0 && reading_.phrases[static_cast<std::size_t>(i)].sentence() == phrase_.sentence(); --i) {
      const Phrase& phrase = reading_.phrases[static_cast<std::size_t>(i)];
      if (phrase.mention.entities.empty() || phrase.mention.form == MentionForm::adjective) continue;
      const EntityKind kind = drafts_[phrase.mention.entities.front()].entity.kind;
      if (kind == EntityKind::person || kind == EntityKind::people) return phrase.mention.entities;
    }
    return {};
  }

  // Whom "I" and "we" mean: who says what they stand in.
  std::vector<int> speaker() const {
    const int subject = speaker_around(tree_, word_);
    const std::vector<int>* entities = subject < 0 ? nullptr : entities_at(subject);
    if (entities == nullptr || entities->size() != 1) return {};
    const EntityKind kind = drafts_[entities->front()].entity.kind;
    if (pronoun_.cls == PronounClass::speaker && kind != EntityKind::person) return {};
    // "We": his side, for whom he speaks if he has a state or body.
    static constexpr auto kForNobody = std::to_array<std::string_view>({"", "CVL", "JRN", "MED", "EDU", "LAB", "BUS", "AGR", "REF", "CRM", "REL"});
    const Entity& speaker = drafts_[entities->front()].entity;
    if (pronoun_.cls == PronounClass::speakers && kind == EntityKind::person && speaker.code.empty() && is_one_of(speaker.sector, kForNobody)) return {};
    return *entities;
  }

  // "It is likely that", "it seems": no antecedent.
  bool is_empty_it() const {
    const int governor = tree_[word_].head;
    if (governor < 0 || pronoun_.possessive) return false;
    static constexpr auto kEmpty = std::to_array<std::string_view>({"seem", "appear", "rain", "snow", "turn", "emerge"});
    if (std::find(kEmpty.begin(), kEmpty.end(), tree_[governor].lemma) != kEmpty.end()) return true;
    // "denied it", "called it a lie": mostly what was said or done.
    static constexpr auto kOfDeeds = std::to_array<std::string_view>(
        {"call", "deny", "describe", "consider", "reject", "confirm", "dismiss", "say", "see", "make", "find", "do", "know", "believe", "mean", "repeat"});
    const bool deed = std::find(kOfDeeds.begin(), kOfDeeds.end(), tree_[governor].lemma) != kOfDeeds.end();
    if (tree_.has_relation(word_, "obj") && deed) return true;
    return tree_.child(governor, "cop").has_value() && !is_minded(governor);  // "it was forty percent", "it is likely that"
  }

  // "Australia said it was appalled", "the army said it was responsible": only somebody can be.
  bool is_minded(int predicate) const {
    static constexpr auto kOfMinds = std::to_array<std::string_view>(
        {"appalled",   "ready",     "willing",   "unwilling", "aware",   "unaware",      "concerned",   "prepared",   "committed",
         "determined", "sorry",     "confident", "grateful",  "alarmed", "shocked",      "saddened",    "pleased",    "unhappy",
         "opposed",    "keen",      "reluctant", "eager",     "hopeful", "worried",      "outraged",    "dismayed",   "entitled",
         "obliged",    "satisfied", "disturbed", "horrified", "angry",   "disappointed", "responsible", "optimistic", "innocent"});
    return tree_[predicate].upos != Upos::NOUN && is_one_of(lower(tree_[predicate].form), kOfMinds) && !tree_.child(predicate, "csubj");
  }

  bool agrees(const Phrase& candidate, const std::vector<int>& entities) const {
    const EntityDraft& draft = drafts_[entities.front()];
    const EntityKind kind = draft.entity.kind;
    const bool human = kind == EntityKind::person || (kind == EntityKind::people && !candidate.plural);
    switch (pronoun_.cls) {
      case PronounClass::he: return human && entities.size() == 1 && !candidate.plural && draft.gender != Gender::female;
      case PronounClass::she: return human && entities.size() == 1 && !candidate.plural && draft.gender != Gender::male;
      case PronounClass::it:
        return !human && entities.size() == 1 && !candidate.plural && kind != EntityKind::people && kind != EntityKind::place &&
               kind != EntityKind::agreement && (kind != EntityKind::other || is_speaking_side(candidate, draft) || is_own_vessel(candidate)) &&
               !(kind == EntityKind::outlet && is_told(candidate));
      case PronounClass::they: return entities.size() > 1 || candidate.plural || is_collective(candidate, kind) || is_spoken_for(candidate);
      default: return false;
    }
  }

  // "The Tajik side denied that its troops": a side with a state's code, in whose saying we stand.
  bool is_speaking_side(const Phrase& candidate, const EntityDraft& draft) const {
    const int head = candidate.mention.head;
    if (draft.entity.code.empty() || candidate.sentence() != phrase_.sentence() || !tree_.has_relation(head, "nsubj") || tree_[head].head < 0) return false;
    const auto clause = tree_.child(tree_[head].head, "ccomp");
    return clause && tree_.is_descendant(word_, *clause);
  }

  // "seized a Greek tanker and arrested its captain".
  bool is_own_vessel(const Phrase& candidate) const {
    static constexpr auto kVessels =
        std::to_array<std::string_view>({"ship", "vessel", "tanker", "trawler", "boat", "freighter", "ferry", "carrier", "barge", "yacht", "dhow", "cutter",
                                         "aircraft", "plane", "airliner", "helicopter", "jet", "submarine"});
    static constexpr auto kCrew = std::to_array<std::string_view>({"captain", "crew", "skipper", "master", "sailor", "crewman", "pilot", "owner", "passenger"});
    const bool is_of_crew = pronoun_.possessive && tree_[word_].head >= 0 && is_one_of(noun_lemma(tree_[tree_[word_].head]), kCrew);
    if (!is_of_crew || !is_one_of(reading_.noun_lemma(candidate), kVessels)) return false;
    const std::vector<int>& vessel = candidate.mention.entities;
    return vessel.size() == 1 && !drafts_[vessel.front()].entity.code.empty();  // "a dhow" of nobody told lends its crew nothing
  }

  // "told Reuters that its fighters had left": who is only told is not meant, but for its own people ("its reporter").
  bool is_told(const Phrase& candidate) const {
    static constexpr auto kOfThePress = std::to_array<std::string_view>(
        {"reporter", "correspondent", "report", "journalist", "website", "editor", "newsroom", "source", "photographer", "article", "bureau", "reporting"});
    if (pronoun_.possessive && tree_[word_].head >= 0 && is_one_of(tree_[tree_[word_].head].lemma, kOfThePress)) return false;
    return !reading_.tree(candidate).has_relation(candidate.mention.head, "nsubj");
  }

  // "The army said they ...": one body as a plural, but only where it is a subject.
  bool is_collective(const Phrase& candidate, EntityKind kind) const {
    const bool body = kind == EntityKind::organ || kind == EntityKind::force || kind == EntityKind::group || kind == EntityKind::party ||
                      kind == EntityKind::company || kind == EntityKind::ngo;
    const bool is_thing = candidate.noun && candidate.noun->equipment;  // "the aircraft"
    return body && !is_thing && reading_.tree(candidate).has_relation(candidate.mention.head, "nsubj");
  }

  // "A spokesman for the rebels said that they": the body for which he speaks in whose words we stand.
  bool is_spoken_for(const Phrase& candidate) const {
    static constexpr auto kSpeakers = std::to_array<std::string_view>({"spokesman", "spokeswoman", "spokesperson"});
    const int body = candidate.mention.head;
    if (candidate.sentence() != phrase_.sentence() || !tree_.has_relation(body, "nmod")) return false;
    const Phrase* speaker = reading_.at({candidate.sentence(), tree_[body].head});
    if (speaker == nullptr || !is_one_of(reading_.noun_lemma(*speaker), kSpeakers)) return false;
    const int verb = tree_[speaker->mention.head].head;
    return tree_.has_relation(speaker->mention.head, "nsubj") && verb >= 0 && tree_.is_descendant(word_, verb);
  }

  // A pronoun and another argument of its own verb are not one entity; a reflexive and the subject are.
  bool bound_wrongly(const Phrase& candidate) const {
    if (candidate.sentence() != phrase_.sentence()) return pronoun_.reflexive;
    const int head = candidate.mention.head;
    const bool same_governor = tree_[head].head == tree_[word_].head && tree_[head].head >= 0;
    if (pronoun_.reflexive) return !same_governor || !tree_.has_relation(head, "nsubj");
    if (!pronoun_.possessive && same_governor) return true;
    if (tree_.is_descendant(word_, head)) return true;  // "the minister and his aide" as a phrase of its own part
    if (pronoun_.possessive && tree_.has_relation(head, "nsubj") && tree_[head].head == attacked_by()) return true;
    return in_quotation(tree_, word_) && head == speaker_around(tree_, word_);
  }

  // "The rebels overran their post": nobody attacks what is his own. The verb of which we own the object, -1 if none. Not: "stormed its own base".
  int attacked_by() const {
    static constexpr auto kHostile = std::to_array<std::string_view>(
        {"attack", "overrun", "storm", "shell", "bomb", "bombard", "raid", "ambush", "besiege", "invade", "pound", "strafe", "assault", "loot", "ransack"});
    static constexpr auto kHarming = std::to_array<std::string_view>({"kill", "shoot", "burn", "sink", "wreck", "destroy", "capture", "wound", "injure"});
    const int owned = tree_[word_].head;
    if (owned < 0 || tree_[owned].head < 0) return -1;
    const auto& kids = tree_.children(owned);
    if (std::any_of(kids.begin(), kids.end(), [&](int kid) { return lower(tree_[kid].form) == "own"; })) return -1;
    const int above = tree_[owned].head;
    const bool is_part = tree_.has_relation(owned, "nmod") && tree_[above].upos == Upos::NUM;  // "burned two of their boats"
    const int object = is_part ? above : owned, verb = tree_[object].head;
    if (verb < 0 || !tree_.has_relation(object, "obj")) return -1;
    return is_one_of(tree_[verb].lemma, kHostile) || (is_part && is_one_of(tree_[verb].lemma, kHarming)) ? verb : -1;
  }

  // The verb whose argument we are: of "accusing it of supporting" the first, whatever the parser made of the second.
  int own_verb() const {
    const int governor = tree_[word_].head;
    static constexpr auto kNumbers = std::to_array<std::string_view>({"dozen", "hundred", "thousand", "some", "most", "many", "several", "all", "none"});
    const bool is_number = governor >= 0 && (tree_[governor].upos == Upos::NUM || is_one_of(tree_[governor].lemma, kNumbers));
    if (is_number && tree_.preposition(word_)) return tree_[governor].head;  // "put 30 of them on a bus"
    if (governor < 0 || tree_[governor].head < 0 || !tree_.has_relation(word_, "nsubj")) return governor;
    const std::vector<int> marks = tree_.children(governor, "mark");
    const bool is_raised = std::any_of(marks.begin(), marks.end(), [&](int mark) { return word_ < mark && mark < governor; });
    return is_raised ? tree_[governor].head : governor;
  }

  // Entities of the verb's other arguments and, inside a quotation, its speaker: none of them is meant, wherever else it is named.
  bool is_excluded(const std::vector<int>& entities) const {
    const auto holds = [&](int word) {
      const std::vector<int>* others = word < 0 || word == word_ ? nullptr : entities_at(word);
      return others != nullptr && *others == entities;
    };
    if (in_quotation(tree_, word_) && holds(speaker_around(tree_, word_))) return true;
    const int governor = own_verb();
    if (pronoun_.possessive || pronoun_.reflexive || governor < 0) return false;
    // "Yerevan denied it, calling it a lie": the understood subject is another argument too.
    const auto own_subject = tree_.child(governor, "nsubj");
    const bool is_behind = word_ > governor;                                      // "accusing it of": whatever the parser calls it, no subject
    const bool is_beside = tree_.has_relation(governor, "conj") && !own_subject;  // "met the prime minister and asked him"
    const bool understood =
        is_beside || ((tree_.has_relation(governor, "advcl") || tree_.has_relation(governor, "xcomp")) && (!own_subject || *own_subject == word_));
    if (understood && tree_[governor].head >= 0 && (is_behind || !own_subject)) {
      const auto subject = tree_.child(tree_[governor].head, "nsubj");
      const std::vector<int> subjects = subject ? tree_.conjuncts(*subject) : std::vector<int>();
      if (std::any_of(subjects.begin(), subjects.end(), holds)) return true;
    }
    return std::any_of(tree_.children(governor).begin(), tree_.children(governor).end(), [&](int word) {
      return (tree_.has_relation(word, "nsubj") || tree_.has_relation(word, "obj") || tree_.has_relation(word, "obl")) && holds(word);
    });
  }

  double role_score(const Phrase& candidate) const {
    const Tree& tree = reading_.tree(candidate);
    const int head = candidate.mention.head;
    double score = 0;
    const bool subject = tree.has_relation(head, "nsubj");
    if (subject) score += tree.has_relation(head, "nsubj:pass") ? 20 : 25;
    if (tree.has_relation(head, "obj") || tree.has_relation(head, "iobj")) score += 12;
    if (is_own_vessel(candidate)) score += 25;
    if (is_spoken_for(candidate)) score += 30;
    else if (tree.has_relation(head, "nmod")) score += tree.has_relation(head, "nmod:poss") ? 6 : -6;
    if (tree.has_relation(head, "appos") || tree.has_relation(head, "compound")) score -= 6;
    if (subject && tree_.has_relation(word_, "nsubj")) score += 8;
    if (subject && candidate.sentence() == phrase_.sentence()) score += std::max(0, 14 - 4 * clauses_below(tree[head].head));
    if (candidate.mention.as_place) score -= 15;
    const Gender gender = drafts_[candidate.mention.entities.front()].gender;
    const bool told = (gender == Gender::male && pronoun_.cls == PronounClass::he) || (gender == Gender::female && pronoun_.cls == PronounClass::she);
    if (told) score += 20;  // nothing speaks against others, but this one is known to be a he or she
    if (candidate.mention.form == MentionForm::name) score += 4;
    return score;
  }

  // How many clauses we stand below this verb's own: 0 in its own clause, and many where it is beside ours. The nearest verb's subject is nearest.
  int clauses_below(int verb) const {
    static constexpr auto kClauses = std::to_array<std::string_view>({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis"});
    int clauses = 0, steps = 0;
    for (int w = word_; w >= 0 && steps++ < tree_.size(); w = tree_[w].head) {
      if (w == verb) return clauses;
      if (tree_.has_relation(w, "conj")) break;
      if (is_one_of(tree_[w].deprel, kClauses)) ++clauses;
    }
    return tree_.size();
  }

  double score(const Phrase& candidate, int order) const {
    const int distance = phrase_.sentence() - candidate.sentence();
    double total = 100 - 25.0 * distance + role_score(candidate) + (distance == 0 ? 0.3 : -0.5) * order;
    if (distance > 0 && candidate.sentence() < phrase_.sentence() - 1) total -= 5;
    return total;
  }

  struct Scored {
    double score;
    std::vector<int> entities;
  };

  std::vector<int> best() const {
    std::vector<Scored> scored;
    int order = 0, sentence = -1;
    for (int i = first_in_window(); i < index_; ++i) {
      const Phrase& candidate = reading_.phrases[static_cast<std::size_t>(i)];
      order = candidate.sentence() == sentence ? order + 1 : 0;
      sentence = candidate.sentence();
      if (candidate.mention.entities.empty() || candidate.mention.form == MentionForm::adjective) continue;
      std::vector<int> entities = with_conjuncts(candidate);
      if (!agrees(candidate, entities) || bound_wrongly(candidate) || is_excluded(entities)) continue;
      add(scored, {score(candidate, order), std::move(entities)});
    }
    return choose(scored);
  }

  // "they" after "Doe and Roe": both.
  std::vector<int> with_conjuncts(const Phrase& candidate) const {
    if (pronoun_.cls != PronounClass::they) return candidate.mention.entities;
    std::vector<int> entities;
    for (const int word : reading_.tree(candidate).conjuncts(candidate.mention.head)) {
      const Phrase* phrase = reading_.at({candidate.sentence(), word});
      if (phrase == nullptr) continue;
      for (const int entity : phrase->mention.entities) {
        if (std::find(entities.begin(), entities.end(), entity) == entities.end()) entities.push_back(entity);
      }
    }
    return entities.empty() ? candidate.mention.entities : entities;
  }

  // Each repeated mention of an entity makes it a little more salient.
  static void add(std::vector<Scored>& scored, Scored one) {
    for (Scored& other : scored) {
      if (other.entities != one.entities) continue;
      other.score = std::max(other.score, one.score) + 3;
      return;
    }
    scored.push_back(std::move(one));
  }

  std::vector<int> choose(std::vector<Scored>& scored) const {
    if (scored.empty()) return {};
    std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    if (pronoun_.cls == PronounClass::it && scored.front().score < 85) return {};
    if (pronoun_.cls == PronounClass::they && scored.front().score < 70) return {};
    if (scored.size() > 1 && scored[0].score - scored[1].score < kMargin) return {};
    return scored.front().entities;
  }

  int first_in_window() const {
    int first = index_;
    while (first > 0 && reading_.phrases[static_cast<std::size_t>(first - 1)].sentence() >= phrase_.sentence() - kWindow) --first;
    return first;
  }

  // "After his arrival, Doe said": the subject of the main clause behind a fronted one.
  std::vector<int> in_fronted_clause() const {
    const auto subject = tree_.child(tree_.root(), "nsubj");
    if (!subject || *subject <= word_) return {};
    const Phrase* phrase = reading_.at({phrase_.sentence(), *subject});
    if (phrase == nullptr || !phrase->name || phrase->mention.entities.size() != 1) return {};
    if (!agrees(*phrase, phrase->mention.entities) || bound_wrongly(*phrase) || tree_[word_].head == tree_.root()) return {};
    return phrase->mention.entities;
  }

  const Reading& reading_;
  const EntityDrafts& drafts_;
  int index_;
  const Phrase& phrase_;
  const Tree& tree_;
  int word_;
  Pronoun pronoun_;
};

}  // namespace

std::vector<int> resolve_pronoun(const Reading& reading, const EntityDrafts& drafts, int index) { return PronounResolver(reading, drafts, index).resolve(); }

std::vector<int> resolve_speaker(const Reading& reading, const EntityDrafts& drafts, int index) {
  const PronounResolver resolver(reading, drafts, index);
  return resolver.is_of_speaker() ? resolver.resolve() : std::vector<int>();
}

Gender gender_of_noun(std::string_view lemma) {
  static constexpr auto kFemale =
      std::to_array<std::string_view>({"queen", "princess", "woman", "girl", "nun", "widow", "mrs.", "ms.", "mrs", "ms", "she", "duchess", "baroness"});
  static constexpr auto kMale =
      std::to_array<std::string_view>({"king", "prince", "man", "boy", "monk", "priest", "mr.", "mr", "he", "sultan", "emir", "imam", "pope", "duke", "sir"});
  if (lemma.ends_with("woman") || std::find(kFemale.begin(), kFemale.end(), lemma) != kFemale.end()) return Gender::female;
  const bool office = lemma.ends_with("man") && lemma != "woman" && lemma != "human" && lemma != "chairman" && lemma != "spokesman";
  if (office || lemma == "spokesman" || std::find(kMale.begin(), kMale.end(), lemma) != kMale.end()) return Gender::male;
  return Gender::unknown;
}

}  // namespace dragoman::entities

// SPDX-License-Identifier: Apache-2.0
// One pass in text order over the phrases that have no entity yet. Each reference sees only what stands before it.
#include "entities/coref.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"

namespace dragoman::entities {
namespace {

constexpr int kBridge = 2;  // sentences back: whose "the government" is

class References {
 public:
  References(Reading& reading, EntityDrafts& drafts) : reading_(reading), drafts_(drafts) {}

  void resolve_all() {
    for (int i = 0; i < static_cast<int>(reading_.phrases.size()); ++i) {
      Phrase& phrase = reading_.phrases[static_cast<std::size_t>(i)];
      if (phrase.mention.form == MentionForm::pronoun) {
        phrase.mention.entities = resolve_pronoun(reading_, drafts_, i);
        learn_gender(phrase);
      } else if (phrase.mention.form == MentionForm::description && phrase.mention.entities.empty()) {
        resolve_description(phrase, i);
      } else if (phrase.mention.form == MentionForm::description && phrase.mention.entities.size() == 1 && phrase.noun) {
        learn_from_owner(phrase);
      }
    }
    resolve_speakers();
  }

  void resolve_pairs() {
    for (int i = 0; i < static_cast<int>(reading_.phrases.size()); ++i) {
      Phrase& phrase = reading_.phrases[static_cast<std::size_t>(i)];
      if (phrase.mention.form != MentionForm::description || !phrase.mention.entities.empty()) continue;
      bool is_pair = false;
      phrase.mention.entities = resolve_pair(reading_, drafts_, i, is_pair);
      if (is_pair && phrase.mention.entities.empty()) describe_for(phrase, states_of_pair(reading_, drafts_, i));
    }
  }

 private:
  // "We shall throw him out," the president said: who speaks is often told behind what is said.
  void resolve_speakers() {
    for (int i = 0; i < static_cast<int>(reading_.phrases.size()); ++i) {
      Phrase& phrase = reading_.phrases[static_cast<std::size_t>(i)];
      if (phrase.mention.form != MentionForm::pronoun || !phrase.mention.entities.empty()) continue;
      phrase.mention.entities = resolve_speaker(reading_, drafts_, i);
      if (!phrase.mention.entities.empty()) lend_to_owned(phrase);
    }
  }

  // "Our men held the road," the general said: whose they are is known only now.
  void lend_to_owned(const Phrase& owner) {
    const Tree& tree = reading_.tree(owner);
    const auto found = tree.has_relation(owner.mention.head, "nmod:poss") ? reading_.phrase_at.find({owner.sentence(), tree[owner.mention.head].head})
                                                                          : reading_.phrase_at.end();
    if (found == reading_.phrase_at.end()) return;
    Phrase& owned = reading_.phrases[static_cast<std::size_t>(found->second)];
    if (!owned.noun || owned.mention.entities.size() != 1 || owned.codings.size() != 1 || !owned.codings.front().code.empty()) return;
    EntityDraft& draft = drafts_[owned.mention.entities.front()];
    if (!draft.described || !draft.entity.code.empty()) return;
    borrow(owned, owner.mention.entities);
    if (owned.codings.size() == 1) drafts_.learn(owned.mention.entities.front(), owned.codings.front());
  }

  // "Its spokesman, Commodore Ramil Ocampo": named already, and of whoever "its" is.
  void learn_from_owner(Phrase& phrase) {
    EntityDraft& draft = drafts_[phrase.mention.entities.front()];
    const auto owner = reading_.tree(phrase).child(phrase.mention.head, "nmod:poss");
    const bool is_open = draft.entity.kind == EntityKind::person && draft.entry == nullptr;
    if (!is_open || !owner || reading_.tree(phrase)[*owner].upos != Upos::PRON || phrase.codings.size() != 1) return;
    borrow_from_owner(phrase);
    const Coding& coding = phrase.codings.front();
    if (coding.code.empty()) return;
    drafts_.serve(phrase.mention.entities.front(), coding);
    if (!draft.entity.code.empty()) return;
    drafts_.learn(phrase.mention.entities.front(), coding);
    if (draft.entity.sector == "CVL" && !coding.sector.empty()) draft.entity.sector = coding.sector;
  }

  void resolve_description(Phrase& phrase, int index) {
    if (phrase.codings.empty()) phrase.codings = code_phrase(reading_, phrase);
    bool is_pair = false;
    phrase.mention.entities = resolve_pair(reading_, drafts_, index, is_pair);
    if (is_pair && phrase.mention.entities.empty()) describe_for(phrase, states_of_pair(reading_, drafts_, index));
    if (is_pair || !phrase.noun) return;
    if (is_another(phrase)) code_as_another(phrase, index);
    else borrow_from_owner(phrase);
    const int antecedent = antecedent_of_description(reading_, drafts_, index);
    if (antecedent >= 0 && !is_its_own_neighbour(phrase, antecedent)) {
      phrase.mention.entities = {antecedent};
      for (const Coding& coding : phrase.codings) drafts_.learn(antecedent, coding);
      return;
    }
    bridge(phrase, index);
    if (const KbEntry* holder = office_holder(phrase)) {
      phrase.mention.entities = {drafts_.listed(*holder)};
      drafts_.learn(phrase.mention.entities.front(), phrase.codings.front());
      return;
    }
    describe(phrase);
  }

  // "its neighbour", "their ally": never its possessor, but the only other state that is spoken of here, if there is one.
  bool is_another(const Phrase& phrase) const {
    static constexpr auto kOthers = std::to_array<std::string_view>(
        {"neighbour", "neighbor", "rival", "enemy", "foe", "adversary", "ally", "partner", "opponent", "patron", "counterpart"});
    static constexpr auto kBeside = std::to_array<std::string_view>({"neighbouring", "neighboring", "rival", "other"});
    if (is_one_of(reading_.noun_lemma(phrase), kOthers)) return true;
    const Tree& tree = reading_.tree(phrase);
    const auto& kids = tree.children(phrase.mention.head);
    return phrase.definite && phrase.noun->kind == EntityKind::state &&
           std::any_of(kids.begin(), kids.end(), [&](int word) { return is_one_of(lower(tree[word].form), kBeside); });
  }

  void code_as_another(Phrase& phrase, int index) {
    const Phrase* owner = owner_of_another(phrase);
    if (owner == nullptr || phrase.codings.size() != 1 || phrase.plural) return;
    std::set<std::string> own;
    for (const int entity : owner->mention.entities) own.insert(drafts_[entity].entity.country);
    const std::set<std::string> others =
        countries_before(index, [&](const Entity& one) { return one.kind == EntityKind::state && !own.contains(one.country); });
    Coding& coding = phrase.codings.front();
    const std::string other = others.size() == 1 ? *others.begin() : "";
    if (coding.code.empty() || own.contains(coding.code)) coding.code = coding.country = other;
  }

  bool is_its_own_neighbour(const Phrase& phrase, int antecedent) const {
    const Phrase* owner = is_another(phrase) ? owner_of_another(phrase) : nullptr;
    return owner != nullptr && std::find(owner->mention.entities.begin(), owner->mention.entities.end(), antecedent) != owner->mention.entities.end();
  }

  // Whose neighbour: the possessor's, else that of the subject of its clause ("accused the neighbouring country of").
  const Phrase* owner_of_another(const Phrase& phrase) const {
    const Tree& tree = reading_.tree(phrase);
    if (const auto possessor = tree.child(phrase.mention.head, "nmod:poss")) return reading_.at({phrase.sentence(), *possessor});
    const int verb = tree[phrase.mention.head].head;
    const auto subject = verb >= 0 ? tree.child(verb, "nsubj") : std::nullopt;
    return subject && *subject != phrase.mention.head ? reading_.at({phrase.sentence(), *subject}) : nullptr;
  }

  // "its foreign minister", "envoys of the two countries", "a spokesman for the ministry": what its owner is known to be only by what was said before.
  void borrow_from_owner(Phrase& phrase) {
    const Tree& tree = reading_.tree(phrase);
    for (const int child : tree.children(phrase.mention.head, "nmod")) {
      if (phrase.codings.size() != 1 || !phrase.codings.front().code.empty()) return;
      const bool is_part = is_number(phrase) && child > phrase.mention.head && is_owned(phrase, child);
      const auto owner = reading_.phrase_at.find({phrase.sentence(), is_part ? whole_of(phrase, child) : child});
      if (owner == reading_.phrase_at.end()) continue;
      Phrase& body = reading_.phrases[static_cast<std::size_t>(owner->second)];
      const bool is_of_theirs = child > phrase.mention.head && tree[child].upos == Upos::PRON && is_owned(phrase, child);  // "a patrol of theirs"
      if ((is_part || is_of_theirs) && body.mention.form == MentionForm::pronoun) {
        if (body.mention.entities.empty()) body.mention.entities = resolve_pronoun(reading_, drafts_, owner->second);
      } else if (!tree.has_relation(child, "nmod:poss")) {
        if (child < phrase.mention.head || body.mention.form != MentionForm::description || !is_owned(phrase, child)) continue;
        if (body.mention.entities.empty()) resolve_description(body, owner->second);
      }
      borrow(phrase, body.mention.entities);
    }
  }

  // "Hundreds of them", "two of their huts", "some of the men": a number, and of whom.
  bool is_number(const Phrase& phrase) const {
    static constexpr auto kNumbers = std::to_array<std::string_view>(
        {"dozen", "hundred", "thousand", "score", "some", "most", "many", "several", "few", "none", "half", "one", "two", "three", "four", "five"});
    const Word& head = reading_.tree(phrase)[phrase.mention.head];
    return head.upos == Upos::NUM || is_one_of(noun_lemma(head), kNumbers);
  }

  // Whom such a number is of: of "their huts", which nobody is, whose they are.
  int whole_of(const Phrase& phrase, int word) const {
    const auto owner = reading_.tree(phrase).child(word, "nmod:poss");
    return reading_.at({phrase.sentence(), word}) == nullptr && owner ? *owner : word;
  }

  void borrow(Phrase& phrase, const std::vector<int>& owners) {
    if (owners.empty()) return;
    const Coding own = phrase.codings.front();
    phrase.codings.clear();
    for (const int owner : owners) phrase.codings.push_back(lend(own, *phrase.noun, lender(phrase, owner)));
  }

  // "The two premiers", of whom nobody was named: somebody of each state that was.
  void describe_for(Phrase& phrase, const std::vector<int>& states) {
    if (states.empty() || !phrase.noun || phrase.codings.size() != 1 || !phrase.codings.front().code.empty()) return;
    borrow(phrase, states);
    describe(phrase);
  }

  // By the preposition of its owner: not "a critic of the government", "the envoy for the region".
  bool is_owned(const Phrase& phrase, int owner) const {
    const Tree& tree = reading_.tree(phrase);
    const auto preposition = tree.preposition(owner);
    const std::string form = preposition ? lower(tree[*preposition].form) : "";
    return (form == "of" && !phrase.noun->against) || (form == "for" && !phrase.noun->posted) || form == "from" || form == "within";
  }

  Coding lender(const Phrase& phrase, int entity) const {
    const Entity& owner = drafts_[entity].entity;
    Coding coding;
    coding.code = owner.code;
    coding.country = owner.country;
    coding.sector = owner.kind == EntityKind::state && phrase.noun->kind != EntityKind::person ? "" : owner.sector;
    return coding;
  }

  // Countries of the entities mentioned before a phrase, as far back as `kBridge` sentences, that are wanted.
  template <typename Wanted>
  std::set<std::string> countries_before(int index, Wanted wanted) const {
    std::set<std::string> countries;
    const int first = reading_.phrases[static_cast<std::size_t>(index)].sentence() - kBridge;
    for (int i = index - 1; i >= 0 && reading_.phrases[static_cast<std::size_t>(i)].sentence() >= first; --i) {
      for (const int entity : reading_.phrases[static_cast<std::size_t>(i)].mention.entities) {
        const Entity& one = drafts_[entity].entity;
        if (wanted(one)) countries.insert(one.country);
      }
    }
    return countries;
  }

  // "The government" with nobody's name: the state's that alone is spoken of here.
  void bridge(Phrase& phrase, int index) {
    if (!phrase.definite || phrase.codings.size() != 1 || !phrase.codings.front().code.empty()) return;
    const EntityKind kind = phrase.noun->kind;
    const bool of_state =
        kind == EntityKind::organ || kind == EntityKind::force || (kind == EntityKind::person && phrase.noun->sector == "GOV" && !phrase.noun->yields);
    if (!of_state || phrase.noun->refers || phrase.noun->posted) return;
    const std::set<std::string> countries = countries_before(index, [](const Entity& one) { return one.kind != EntityKind::outlet && !one.country.empty(); });
    if (countries.size() == 1) phrase.codings.front().code = phrase.codings.front().country = *countries.begin();
  }

  // "the Syrian president": who held the office on the report's day, unless the report names another.
  const KbEntry* office_holder(const Phrase& phrase) const {
    if (!phrase.definite && !starts_with_state(phrase)) return nullptr;
    if (phrase.plural || phrase.codings.size() != 1 || reading_.report.published.empty()) return nullptr;
    const Coding& coding = phrase.codings.front();
    const bool office = phrase.noun->kind == EntityKind::person && phrase.noun->sector == "GOV" && !phrase.noun->yields;
    if (!office || coding.code.empty() || coding.former) return nullptr;
    return reading_.kb.holder(coding.role, coding.code, reading_.report.published.substr(0, 10));
  }

  // "Syrian president" without an article, as headlines write.
  bool starts_with_state(const Phrase& phrase) const {
    const Phrase* first = reading_.at({phrase.sentence(), phrase.mention.first});
    const Tree& tree = reading_.tree(phrase);
    return first != nullptr && first->mention.form == MentionForm::adjective && !tree.child(phrase.mention.head, "det");
  }

  // "Civic Party", "Supreme Court": written as a name.
  bool is_capitalized_name(const Phrase& phrase) const {
    const Tree& tree = reading_.tree(phrase);
    const int title = phrase.title;
    const bool person = phrase.noun->kind == EntityKind::person || phrase.noun->kind == EntityKind::people;
    if (person || phrase.plural || !is_capitalized(tree[title].form) || title == 0) return false;
    return is_capitalized(tree[title - 1].form) || (title + 1 < tree.size() && tree[title + 1].form == "of");
  }

  // Words that only refer and that nothing codes name nobody; nor do things that do not act.
  void describe(Phrase& phrase) {
    const std::string words = plain_text(reading_, phrase);
    const bool acts = reading_.tree(phrase).has_relation(phrase.mention.head, "nsubj");
    for (const Coding& coding : phrase.codings) {
      if (phrase.noun->equipment && coding.code.empty() && !acts) continue;
      if (is_capitalized_name(phrase)) {
        phrase.mention.entities.push_back(drafts_.named(words, coding));
        continue;
      }
      if (phrase.noun->refers && coding.code.empty() && coding.sector.empty()) continue;
      if (phrase.noun->kind == EntityKind::state) {
        if (coding.code.empty()) continue;
        phrase.mention.entities.push_back(drafts_.state(coding.code));
        continue;
      }
      const int index = drafts_.described(words, coding, phrase.plural);
      drafts_[index].gender = gender_of_noun(reading_.noun_lemma(phrase));
      phrase.mention.entities.push_back(index);
    }
  }

  void learn_gender(const Phrase& phrase) {
    if (phrase.mention.entities.size() != 1) return;
    EntityDraft& draft = drafts_[phrase.mention.entities.front()];
    const std::string form = lower(reading_.tree(phrase)[phrase.mention.head].form);
    if (draft.entity.kind != EntityKind::person || draft.gender != Gender::unknown) return;
    if (form == "he" || form == "him" || form == "his") draft.gender = Gender::male;
    if (form == "she" || form == "her") draft.gender = Gender::female;
  }

  Reading& reading_;
  EntityDrafts& drafts_;
};

}  // namespace

void resolve_pairs_left(Reading& reading, EntityDrafts& drafts) { References(reading, drafts).resolve_pairs(); }

void resolve_references(Reading& reading, EntityDrafts& drafts) { References(reading, drafts).resolve_all(); }

}  // namespace dragoman::entities

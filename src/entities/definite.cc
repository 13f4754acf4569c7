// SPDX-License-Identifier: Apache-2.0
// Definite descriptions. "the minister" is the person who was called a minister before; "the army" the army named before; "the
// group" the last group. The noun must fit what the antecedent was called (or its kind, for words like "group"), its modifiers must
// not contradict ("the foreign minister" is no defence minister), and codes must not differ. Indefinite and plural ones are new.
#include <algorithm>
#include <array>

#include "entities/coref.h"

namespace dragoman::entities {
namespace {

constexpr int kFar = 2000;  // phrases back: bounds the cost in endless reports
constexpr int kNearby = 3;  // sentences back for words that say only a kind: "the group"

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto space = text.find(' ');
    if (space != 0) words.emplace_back(lower(text.substr(0, space)));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return words;
}

// Modifiers that do not tell two offices apart.
bool is_loose(std::string_view word) {
  static constexpr auto kLoose = std::to_array<std::string_view>({"interim", "acting",       "former",    "current",  "new",       "late",   "then",
                                                                  "veteran", "outgoing",     "incoming",  "longtime", "embattled", "senior", "top",
                                                                  "of",      "transitional", "caretaker", "ousted",   "exiled",    "same",   "main"});
  return std::find(kLoose.begin(), kLoose.end(), word) != kLoose.end();
}

// "minister" of "minister of defence".
const std::string& head_of_role(const std::vector<std::string>& words) {
  const auto of = std::find(words.begin() + 1, words.end(), "of");
  return *(of - 1);
}

// "minister" fits "foreign minister", "foreign minister" does not fit "defence minister"; "leader" fits "interim president".
bool role_fits(const std::string& wanted, const std::string& had) {
  const std::vector<std::string> want = words_of(wanted), have = words_of(had);
  if (want.empty() || have.empty()) return false;
  const std::string& head = head_of_role(want);
  if (!same_role(head, head_of_role(have)) && std::find(have.begin(), have.end(), head) == have.end()) return false;
  return std::all_of(want.begin(), want.end(),
                     [&](const std::string& word) { return &word == &head || is_loose(word) || std::find(have.begin(), have.end(), word) != have.end(); });
}

// Nothing else tells the one apart: "leader" of "interim leader" may be a president, that of "union leader" is none.
bool is_loose_role(const std::string& had) {
  const std::vector<std::string> have = words_of(had);
  return have.size() < 2 || std::all_of(have.begin(), have.end(), [&](const std::string& word) { return &word == &head_of_role(have) || is_loose(word); });
}

bool code_fits(const std::string& wanted, const Entity& entity) {
  return wanted.empty() || entity.code.empty() || wanted == entity.code || wanted == entity.country;
}

// Words that name only a kind: which kinds they may mean.
bool kind_fits(std::string_view lemma, EntityKind kind) {
  const auto is = [&](std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), lemma) != words.end(); };
  switch (kind) {
    case EntityKind::state: return is({"country", "nation", "state", "republic", "kingdom"});
    case EntityKind::group: return is({"group", "organisation", "organization", "movement", "faction", "militia", "force"});
    case EntityKind::force: return is({"militia", "force", "service"});
    case EntityKind::igo: return is({"bloc", "alliance", "organisation", "organization", "body", "union", "agency", "coalition", "council", "institution"});
    case EntityKind::ngo: return is({"group", "organisation", "organization", "charity", "agency", "watchdog", "association", "foundation", "body"});
    case EntityKind::party: return is({"party", "movement", "group", "bloc"});
    case EntityKind::outlet: return is({"newspaper", "broadcaster", "outlet", "magazine", "agency", "channel", "network", "daily", "paper"});
    case EntityKind::company: return is({"company", "firm", "bank", "airline", "corporation", "group", "manufacturer"});
    case EntityKind::organ: return is({"body", "institution", "agency", "office", "service"});
    default: return false;
  }
}

// The name's own words: "the ministry" for "Foreign Ministry", "the court" for "Supreme Court".
bool name_has(const EntityDraft& draft, std::string_view lemma) {
  if (draft.entity.kind == EntityKind::person) return false;
  return std::any_of(draft.names.begin(), draft.names.end(), [&](const std::string& name) {
    const std::vector<std::string> words = words_of(name);
    return std::find(words.begin(), words.end(), lemma) != words.end();
  });
}

class Antecedents {
 public:
  Antecedents(const Reading& reading, const EntityDrafts& drafts, int index)
      : reading_(reading), drafts_(drafts), index_(index), phrase_(reading.phrases[static_cast<std::size_t>(index)]), lemma_(reading.noun_lemma(phrase_)) {}

  // "the Monti government": told apart by a name that is no state.
  bool has_named_modifier() const {
    const Tree& tree = reading_.tree(phrase_);
    const SentenceNames& names = reading_.names[static_cast<std::size_t>(phrase_.sentence())];
    const std::vector<int> before = premodifiers(tree, phrase_.mention.head);
    return std::any_of(before.begin(), before.end(), [&](int word) {
      const NameSpan* name = names.outer_at(word);
      return name != nullptr && name->state.empty();
    });
  }

  bool is_same_text(const Phrase& earlier) const { return lower(plain_text(reading_, earlier)) == lower(plain_text(reading_, phrase_)); }

  int find() const {
    const bool named_modifier = has_named_modifier();
    const Coding coding = phrase_.codings.empty() ? Coding() : phrase_.codings.front();
    if (const int named = phrase_.noun->refers || is_written_as_name() ? named_so(coding) : -1; named >= 0) return named;
    for (int i = index_ - 1; i >= 0 && i >= index_ - kFar; --i) {
      const Phrase& earlier = reading_.phrases[static_cast<std::size_t>(i)];
      if (earlier.mention.entities.size() != 1 || contains_us(earlier)) continue;
      if (named_modifier && !is_same_text(earlier)) continue;
      if (phrase_.noun->kind == EntityKind::state && (acts_on_us(earlier.mention.entities) || is_capital(earlier))) continue;
      if (fits(earlier, coding)) return earlier.mention.entities.front();
    }
    return -1;
  }

 private:
  // "The Union", far from where the European Union was named.
  bool is_written_as_name() const { return phrase_.mention.head > 0 && is_capitalized(reading_.tree(phrase_)[phrase_.mention.head].form); }

  // "The movement" of a report on the Houthi movement, whatever group is named between: whose name ends with the word.
  int named_so(const Coding& coding) const {
    for (int i = index_ - 1; i >= 0 && i >= index_ - kFar; --i) {
      const Phrase& earlier = reading_.phrases[static_cast<std::size_t>(i)];
      if (phrase_.sentence() - earlier.sentence() > kNearby && !is_written_as_name()) return -1;
      if (earlier.mention.entities.size() != 1 || contains_us(earlier)) continue;
      const EntityDraft& draft = drafts_[earlier.mention.entities.front()];
      const bool ends_so = std::any_of(draft.names.begin(), draft.names.end(), [&](const std::string& name) { return lower(name).ends_with(" " + lemma_); });
      const bool may_be =
          is_written_as_name() ? !phrase_.plural && draft.entity.kind != EntityKind::person && code_fits(coding.code, draft.entity) : fits(earlier, coding);
      if (!draft.described && ends_so && may_be) return earlier.mention.entities.front();
    }
    return -1;
  }

  // A phrase inside ours cannot be what we mean: "the leader of the group" is not the group.
  bool contains_us(const Phrase& earlier) const {
    if (earlier.sentence() != phrase_.sentence()) return false;
    return reading_.tree(phrase_).is_descendant(earlier.mention.head, phrase_.mention.head) ||
           reading_.tree(phrase_).is_descendant(phrase_.mention.head, earlier.mention.head);
  }

  // "Australia threatened the country": not itself.
  bool acts_on_us(const std::vector<int>& entities) const {
    const Tree& tree = reading_.tree(phrase_);
    const int verb = tree[phrase_.mention.head].head;
    const bool is_object =
        tree.has_relation(phrase_.mention.head, "obj") || tree.has_relation(phrase_.mention.head, "obl") || tree.has_relation(phrase_.mention.head, "iobj");
    const auto subject = verb >= 0 && is_object ? tree.child(verb, "nsubj") : std::nullopt;
    const Phrase* actor = subject ? reading_.at({phrase_.sentence(), *subject}) : nullptr;
    return actor != nullptr && actor->mention.entities == entities;
  }

  // "Paris" is a government, never "the country".
  static bool is_capital(const Phrase& earlier) { return earlier.name && !earlier.name->state.empty() && earlier.name->how == StateWord::capital; }

  // "The group" of a report that tells of rebels only as many.
  bool are_the_group(const EntityDraft& draft) const {
    return (lemma_ == "group" || lemma_ == "movement") && draft.entity.kind == EntityKind::group && is_of_rebels(draft.entity.sector);
  }

  // "The men" who were arrested in the sentence before.
  static bool is_anybody(std::string_view lemma) {
    static constexpr auto kAnybody = std::to_array<std::string_view>({"man", "woman", "suspect", "detainee", "captive", "prisoner", "hostage"});
    return std::find(kAnybody.begin(), kAnybody.end(), lemma) != kAnybody.end();
  }

  // Who speaks of them, or for a body, is not them: "officials said that the men".
  bool is_anybody_else(const Phrase& earlier) const {
    return reading_.tree(earlier).has_relation(earlier.mention.head, "nsubj") && !earlier.codings.empty() && earlier.codings.front().sector == "GOV";
  }

  // No modifier tells it from others of its noun: "the party", not "the Democratic Party".
  bool is_plain(const Coding& coding) const {
    const std::vector<std::string> words = words_of(coding.role);
    return words.size() < 2 || std::all_of(words.begin(), words.end(), [&](const std::string& word) { return word == lemma_ || is_loose(word); });
  }

  bool fits(const Phrase& earlier, const Coding& coding) const {
    const EntityDraft& draft = drafts_[earlier.mention.entities.front()];
    if (!code_fits(coding.code, draft.entity)) return false;
    const bool named_rebels = draft.entity.kind == EntityKind::group && !draft.described && is_of_rebels(draft.entity.sector);
    if (named_rebels && is_of_rebels(phrase_.noun->sector) && phrase_.plural) return true;  // "the guerrillas" of the ELN
    const bool is_soldiers = (!phrase_.noun->sector.empty() && !is_of_rebels(phrase_.noun->sector)) || lemma_ == "force";
    if (draft.entity.kind == EntityKind::group && is_of_rebels(draft.entity.sector) && is_soldiers) return false;  // "the army" fights them
    const bool is_of_body = draft.entity.country.empty() && !draft.entity.code.empty() && draft.entity.kind == EntityKind::force;
    if (is_of_body && draft.described && lemma_ == "army") return false;  // no state's: "the mission's troops"
    const bool person = draft.entity.kind == EntityKind::person || draft.entity.kind == EntityKind::people;
    const bool person_noun = phrase_.noun->kind == EntityKind::person || phrase_.noun->kind == EntityKind::people;
    if (draft.plural != phrase_.plural && draft.described && !(draft.plural && are_the_group(draft))) return false;
    if (draft.plural == false && phrase_.plural && person) return false;
    const bool plain = is_plain(coding);
    const bool near = phrase_.sentence() - earlier.sentence() <= kNearby;
    if (is_anybody(lemma_) && phrase_.plural && draft.plural && draft.described && plain) {
      return near && earlier.sentence() < phrase_.sentence() && (person || draft.entity.kind == EntityKind::group) && !is_anybody_else(earlier);
    }
    if (phrase_.noun->refers)
      return near && !earlier.mention.as_place && plain && (kind_fits(lemma_, draft.entity.kind) || name_has(draft, lemma_)) && !phrase_.plural;
    if (person != person_noun) return false;
    const std::string wanted = coding.role.empty() ? lemma_ : coding.role;
    const bool of_unknown = !coding.code.empty() && draft.entity.code.empty();  // "Brazil's president" is no union leader of nobody knows where
    if (of_unknown && person && coding.code.size() != 3) return false;          // "the president of ECOWAS" is no state's
    const bool called = std::any_of(draft.roles.begin(), draft.roles.end(),
                                    [&](const std::string& role) { return role_fits(wanted, role) && (!of_unknown || is_loose_role(role)); });
    if (called) return !draft.described || near || draft.entity.kind == EntityKind::organ || draft.entity.kind == EntityKind::force;
    if (lemma_ == "official") return near && person && draft.entity.sector == "GOV" && !draft.plural && !draft.described;
    return !person && near && plain && (name_has(draft, lemma_) || kind_fits(lemma_, draft.entity.kind));
  }

  const Reading& reading_;
  const EntityDrafts& drafts_;
  int index_;
  const Phrase& phrase_;
  std::string lemma_;
};

}  // namespace

int antecedent_of_description(const Reading& reading, const EntityDrafts& drafts, int index) {
  const Phrase& phrase = reading.phrases[static_cast<std::size_t>(index)];
  if (!phrase.definite || phrase.codings.size() > 1 || !phrase.noun) return -1;
  // "the governments of the region" are told apart by what follows; codes say whether it is the same.
  const Tree& tree = reading.tree(phrase);
  const std::vector<int> nmods = tree.children(phrase.mention.head, "nmod");
  const bool owned = std::any_of(nmods.begin(), nmods.end(), [&](int word) { return word > phrase.mention.head || tree.has_relation(word, "nmod:poss"); });
  if (owned && (phrase.codings.empty() || phrase.codings.front().code.empty())) return -1;
  return Antecedents(reading, drafts, index).find();
}

}  // namespace dragoman::entities

// SPDX-License-Identifier: Apache-2.0
// From names to entities. A listed name counts only if it does not contradict the words around it: "Syrian president X" is not the
// listed Lebanese X. Names not listed are one entity for each name; people also by family name and by sound.
#include "entities/link.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "entities/locative.h"
#include "entities/place_country.h"

namespace dragoman::entities {
namespace {

constexpr int kFar = 2000;  // phrases back and forward: bounds the cost in endless reports

bool is_single_word(const NameSpan& name) { return name.first == name.last; }

// "Abdullah II": a name and a number, and no more than the name of any Abdullah.
bool is_regnal(std::string_view name) {
  const auto space = name.find(' ');
  return space != std::string_view::npos && name.find_first_not_of("IVX", space + 1) == std::string_view::npos;
}

bool looks_like_agreement(std::string_view last_word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"accord", "accords", "agreement", "agreements", "treaty", "pact", "convention", "protocol", "resolution", "memorandum", "deal", "charter"});
  return std::find(kWords.begin(), kWords.end(), last_word) != kWords.end();
}

class NameLinker {
 public:
  NameLinker(Reading& reading, EntityDrafts& drafts) : reading_(reading), drafts_(drafts) {}

  void link(Phrase& phrase) {
    const NameSpan& name = *phrase.name;
    phrase.codings = code_phrase(reading_, phrase);
    if (phrase.codings.empty()) phrase.codings.emplace_back();
    if (is_single_word(name) && link_family_name(phrase)) return;
    if (name.kind == NameKind::person && !name.state.empty() && (phrase.title >= 0 || drafts_.find_person(name_text(phrase)) >= 0)) {
      link_unlisted(phrase);  // Mr. Jordan, or Paris who was named before
    } else if (name.is_state_word()) {
      link_state_word(phrase);
    } else if (name.how == StateWord::capital && !name.state.empty()) {
      const KbEntry* body = body_at_seat(phrase);
      if (body != nullptr) {
        link_entry(phrase, *body);
      } else {
        link_seat(phrase);
      }
    } else if (const KbEntry* entry = fitting_entry(phrase)) {
      link_entry(phrase, *entry);
    } else {
      link_unlisted(phrase);
    }
  }

 private:
  std::string name_text(const Phrase& phrase) const { return joined(reading_.tree(phrase), phrase.name->first, phrase.name->last); }

  int nearest_of(const std::vector<int>& people, int here) const {
    const auto means = [&](int i) {
      const std::vector<int>& entities = reading_.phrases[static_cast<std::size_t>(i)].mention.entities;
      return entities.size() == 1 && std::find(people.begin(), people.end(), entities.front()) != people.end() ? entities.front() : -1;
    };
    for (int i = here - 1; i >= 0 && i >= here - kFar; --i) {
      if (means(i) >= 0) return means(i);
    }
    const int end = std::min(static_cast<int>(reading_.phrases.size()), here + kFar);
    for (int i = here + 1; i < end; ++i) {
      if (means(i) >= 0) return means(i);
    }
    return -1;
  }

  // "Duterte": of the people with this name, whoever was named last before, else first after.
  bool link_family_name(Phrase& phrase) {
    if (!phrase.is_person_name() && phrase.name->kind != NameKind::unknown) return false;
    const std::vector<int> people = drafts_.find_people(name_text(phrase));
    const int best = people.empty() ? -1 : nearest_of(people, static_cast<int>(&phrase - reading_.phrases.data()));
    if (best < 0) return false;
    const Coding& coding = phrase.codings.front();
    const std::string& code = drafts_[best].entity.code;
    if (phrase.title >= 0 && !coding.code.empty() && !code.empty() && coding.code != code) return false;
    phrase.mention.entities = {best};
    drafts_.add_name(best, name_text(phrase));
    if (phrase.title >= 0) drafts_.learn(best, coding);
    return true;
  }

  void link_state_word(Phrase& phrase) {
    const NameSpan& name = *phrase.name;
    if (phrase.title >= 0) {  // "the Israel office": unusual, the title tells
      phrase.mention.entities = {drafts_.named(plain_text(reading_, phrase), phrase.codings.front())};
      return;
    }
    if (name.how == StateWord::demonym && phrase.mention.form == MentionForm::name) {
      phrase.mention.entities = {drafts_.named(name_text(phrase), phrase.codings.front())};
      return;
    }
    phrase.mention.entities = {drafts_.state(name.state)};
    if (phrase.mention.form == MentionForm::name) phrase.mention.as_place = stands_for_place(reading_, phrase);
  }

  // A capital: its government, or the city.
  void link_seat(Phrase& phrase) {
    phrase.mention.as_place = stands_for_place(reading_, phrase);
    phrase.mention.entities = {phrase.mention.as_place ? drafts_.place(name_text(phrase), std::string(phrase.name->state)) : drafts_.state(phrase.name->state)};
  }

  // Brussels is the EU, unless the report has spoken of Belgium up to here; as a place it is the capital.
  const KbEntry* body_at_seat(const Phrase& phrase) const {
    if (stands_for_place(reading_, phrase) || was_spoken_of(phrase.name->state, phrase.sentence())) return nullptr;
    for (const KbEntry* row : reading_.kb.named(name_text(phrase))) {
      if (row->kind == EntityKind::igo) return row;
    }
    return nullptr;
  }

  // By its name or adjective, not by its capital.
  bool was_spoken_of(std::string_view state, int sentence) const {
    for (int s = std::max(0, sentence - kFar); s <= sentence; ++s) {
      const auto& parts = reading_.names[static_cast<std::size_t>(s)].parts;
      if (std::any_of(parts.begin(), parts.end(), [&](const NameSpan& part) { return part.is_state_word() && part.state == state; })) return true;
    }
    return false;
  }

  // Of the rows with this name, the one that fits the words around it.
  const KbEntry* fitting_entry(const Phrase& phrase) const {
    const NameSpan& name = *phrase.name;
    const std::string text = name_text(phrase);
    if (name.kind == NameKind::person && name.entry != nullptr && !may_pass_for_person(*name.entry, phrase)) return nullptr;
    if (name.entry == nullptr && (is_single_word(name) || !is_capitalized(reading_.tree(phrase)[name.last].form))) {
      return nullptr;  // as written: "un" is not the UN, "the labour union" no party, nor every Cisse the Sisi
    }
    if (name.kind == NameKind::person && is_single_word(name) && named_otherwise(text, name.entry)) return nullptr;
    std::vector<const KbEntry*> rows = reading_.kb.named(text);
    if (rows.empty() && name.entry != nullptr) rows.push_back(name.entry);
    if (rows.empty() && name.kind == NameKind::person && !is_single_word(name)) {
      rows = reading_.kb.named_like(text, EntityKind::person);
      std::erase_if(rows, [&](const KbEntry* row) { return is_regnal(row->name) || !KnowledgeBase::same_name(text, row->name); });  // not by family name alone
    }
    std::erase_if(rows, [&](const KbEntry* row) { return !fits(phrase, *row); });
    if (rows.empty()) return nullptr;
    const std::string& code = phrase.title >= 0 ? phrase.codings.front().code : empty_;
    return code.empty() && is_of_many_states(rows) ? row_of_context(reading_.names, phrase.sentence(), phrase.mention.head, rows) : rows.front();
  }

  // Taggers take single words like "Tass" and "Rohingya" for people; companies and places do give people their names.
  static bool may_pass_for_person(const KbEntry& entry, const Phrase& phrase) {
    const bool one_word = is_single_word(*phrase.name) && phrase.title < 0;
    switch (entry.kind) {
      case EntityKind::person:
      case EntityKind::people: return true;
      case EntityKind::outlet:
      case EntityKind::igo:
      case EntityKind::group:
      case EntityKind::force: return one_word;
      default: return false;
    }
  }

  // A person of this report bears the name already, and is not that listed one: "Ivanka Trump ... Trump".
  bool named_otherwise(const std::string& text, const KbEntry* entry) const {
    const int person = drafts_.find_person(text);
    return person >= 0 && (entry == nullptr || drafts_[person].entry != entry);
  }

  // "Malawi's Homeland Security Ministry" is not that of the United States.
  bool is_of_another_state(const Phrase& phrase, const KbEntry& row) const {
    if (row.kind != EntityKind::organ && row.kind != EntityKind::force) return false;
    const SentenceNames& names = reading_.names[static_cast<std::size_t>(phrase.sentence())];
    const auto owner = reading_.tree(phrase).child(phrase.name->head, "nmod:poss");
    const NameSpan* state = owner ? names.outer_at(*owner) : nullptr;
    return state != nullptr && !state->state.empty() && !row.country.empty() && state->state != row.country;
  }

  bool fits(const Phrase& phrase, const KbEntry& row) const {
    if (phrase.name->kind == NameKind::person && !may_pass_for_person(row, phrase)) return false;
    if (is_of_another_state(phrase, row)) return false;
    const std::string& code = phrase.title >= 0 ? phrase.codings.front().code : empty_;
    if (code.empty() || row.code.empty() || row.code == code || row.country == code) return true;
    const auto terms = reading_.kb.terms_of(row);
    return std::any_of(terms.begin(), terms.end(), [&](const KbTerm& term) { return term.code == code; });
  }

  void link_entry(Phrase& phrase, const KbEntry& entry) {
    phrase.name->entry = &entry;
    const std::string text = name_text(phrase);
    if (entry.kind == EntityKind::place) {
      phrase.mention.as_place = true;
      phrase.mention.entities = {drafts_.place(std::string(entry.name), std::string(entry.country))};
      return;
    }
    if (entry.also_place && stands_for_place(reading_, phrase)) {
      phrase.mention.as_place = true;
      const std::string country = entry.country.empty() ? country_of_place(reading_, reading_.tree(phrase), *phrase.name) : std::string(entry.country);
      phrase.mention.entities = {drafts_.place(text, country)};  // Strasbourg is in France, whoever sits there
      return;
    }
    if (entry.kind == EntityKind::state) phrase.mention.as_place = stands_for_place(reading_, phrase);
    const int index = drafts_.listed(entry);
    phrase.mention.entities = {index};
    if (entry.kind != EntityKind::state) drafts_.add_name(index, text);
    if (phrase.title >= 0) drafts_.learn(index, phrase.codings.front());
  }

  void link_unlisted(Phrase& phrase) {
    Coding& coding = phrase.codings.front();
    const NameSpan& name = *phrase.name;
    const std::string text = name_text(phrase);
    const bool titled_person = phrase.title >= 0 && coding.kind == EntityKind::person;
    if (const int person = named_person(phrase, text); person >= 0) {
      phrase.mention.entities = {person};  // the tagger's place is somebody's family name
    } else if (const int body = shortened_body(phrase, text); body >= 0) {
      phrase.mention.entities = {body};
    } else if ((name.kind == NameKind::person || name.kind == NameKind::place) && phrase.title < 0 &&
               names_outlet(reading_.tree(phrase), name)) {  // "the newspaper El Istmo"
      as_outlet(coding);
      phrase.mention.entities = {drafts_.named(text, coding)};
    } else if (name.kind == NameKind::person || titled_person) {
      coding.kind = EntityKind::person;
      phrase.mention.entities = {drafts_.person(text, coding)};
    } else if (name.kind == NameKind::place || (name.kind == NameKind::unknown && is_known_place(phrase, text))) {
      link_place(phrase, text);
    } else if (name.kind == NameKind::unknown && phrase.title < 0) {
      link_untagged(phrase, text);
    } else if (const int person = phrase.title < 0 && is_single_word(name) ? drafts_.find_person(text) : -1; person >= 0) {
      phrase.mention.entities = {person};  // whatever the tagger takes him for: somebody of this report bears the name
    } else {
      if (looks_like_agreement(lower(reading_.tree(phrase)[name.last].form))) coding.kind = EntityKind::agreement;
      if (may_be_outlet(coding.kind) && names_outlet(reading_.tree(phrase), name)) as_outlet(coding);
      phrase.mention.entities = {drafts_.named(phrase.title >= 0 ? plain_text(reading_, phrase) : text, coding)};
    }
  }

  // "Larrea", tagged a place, of a report on Rodrigo Larrea; not "in Lima" beside Ana Lima.
  int named_person(const Phrase& phrase, const std::string& text) const {
    const bool alone = phrase.name->kind == NameKind::place && phrase.title < 0 && is_single_word(*phrase.name);
    const int person = alone && !stands_for_place(reading_, phrase) ? drafts_.find_person(text) : -1;
    return person >= 0 && drafts_[person].entity.name.find(' ') != std::string::npos ? person : -1;
  }

  // "The Front" for the one body named before whose name ends, or begins, with the word.
  int shortened_body(const Phrase& phrase, const std::string& text) const {
    if (!phrase.definite || !is_single_word(*phrase.name) || phrase.name->kind == NameKind::person || phrase.name->kind == NameKind::place) return -1;
    const std::string end = " " + text, with_for = text + " for ", with_of = text + " of ";
    int found = -1;
    for (int i = std::max(0, drafts_.size() - kFar); i < drafts_.size(); ++i) {
      const EntityKind kind = drafts_[i].entity.kind;
      const bool body = kind == EntityKind::group || kind == EntityKind::party || kind == EntityKind::other || kind == EntityKind::ngo;
      const std::string& name = drafts_[i].entity.name;
      if (!body || drafts_[i].described || !(name.ends_with(end) || name.starts_with(with_for) || name.starts_with(with_of))) continue;
      if (found >= 0) return -1;
      found = i;
    }
    return found;
  }

  static void as_outlet(Coding& coding) {
    coding.kind = EntityKind::outlet;
    coding.sector = "JRN";
  }

  static bool may_be_outlet(EntityKind kind) { return kind == EntityKind::other || kind == EntityKind::organ || kind == EntityKind::company; }

  bool is_known_place(const Phrase& phrase, const std::string& text) const {
    return phrase.title < 0 && stands_for_place(reading_, phrase) && !reading_.kb.places(text).empty();
  }

  void link_place(Phrase& phrase, const std::string& text) {
    phrase.mention.as_place = true;
    phrase.mention.entities = {drafts_.place(text, country_of_place(reading_, reading_.tree(phrase), *phrase.name))};
  }

  // A proper noun that nobody knows: a person if one of that name is in the report, else something where an actor may stand.
  void link_untagged(Phrase& phrase, const std::string& text) {
    const Tree& tree = reading_.tree(phrase);
    const int person = drafts_.find_person(text);
    if (person >= 0) {
      phrase.mention.entities = {person};
      return;
    }
    const int head = phrase.mention.head;
    const bool is_outlet = names_outlet(tree, *phrase.name);
    if (is_outlet) as_outlet(phrase.codings.front());
    const bool argument = tree.has_relation(head, "nsubj") || tree.has_relation(head, "obj") || tree.has_relation(head, "nmod:poss") ||
                          tree.has_relation(head, "obl:agent") || tree.has_relation(head, "appos") || tree.has_relation(head, "conj");
    if (!argument && !is_outlet) return;
    phrase.mention.entities = {drafts_.named(text, phrase.codings.front())};
  }

  Reading& reading_;
  EntityDrafts& drafts_;
  const std::string empty_;
};

bool compatible(const EntityDraft& a, const EntityDraft& b) {
  const auto person = [](const EntityDraft& draft) { return draft.entity.kind == EntityKind::person || draft.entity.kind == EntityKind::people; };
  const auto place = [](const EntityDraft& draft) { return draft.entity.kind == EntityKind::place || draft.entity.kind == EntityKind::state; };
  if (a.entry != nullptr && b.entry != nullptr) return a.entry == b.entry;
  return person(a) == person(b) && !place(a) && !place(b);
}

bool is_acronym(std::string_view text) {
  const auto capitals = std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return text.size() >= 2 && text.size() <= 8 && capitals * 3 >= static_cast<long>(text.size()) * 2;
}

// "The National Liberation Forces (FNL)": of the two names the listed one tells; an armed group of no list has its acronym for a code, as coders do.
void take_acronym(EntityDraft& draft, const EntityDraft& shorter, const std::string& acronym) {
  if (draft.entry != nullptr) return;
  Entity& entity = draft.entity;
  if (!is_of_rebels(entity.sector)) return;
  const bool may_be_same = entity.country.empty() || shorter.entity.country.empty() || entity.country == shorter.entity.country;
  if (shorter.entry != nullptr && shorter.entity.kind == EntityKind::group && may_be_same) {
    draft.entry = shorter.entry;
    entity.kind = shorter.entity.kind, entity.code = shorter.entity.code, entity.country = shorter.entity.country, entity.sector = shorter.entity.sector;
  } else {
    entity.code = acronym;
  }
}

// A name that renames a name: an acronym in parentheses is one entity with what it shortens.
void link_renamed(Reading& reading, EntityDrafts& drafts, Phrase& phrase, const Phrase& above) {
  if (phrase.mention.entities.empty() || above.mention.entities.size() != 1) return;
  const int one = above.mention.entities.front(), other = phrase.mention.entities.front();
  const std::string text = joined(reading.tree(phrase), phrase.name->first, phrase.name->last);
  if (one == other || !is_acronym(text) || !compatible(drafts[one], drafts[other])) return;
  drafts.add_name(one, text);
  take_acronym(drafts[one], drafts[other], text);
  for (Phrase& each : reading.phrases) {
    if (each.mention.entities == std::vector<int>{other}) each.mention.entities = {one};
  }
}

// A description that says who a name is lends it code and role.
void describe_name(Reading& reading, EntityDrafts& drafts, Phrase& description, Phrase& name) {
  if (name.mention.entities.size() != 1) return;
  if (description.codings.empty()) description.codings = code_phrase(reading, description);
  if (description.codings.size() != 1) return;
  const int index = name.mention.entities.front();
  const bool person = drafts[index].entity.kind == EntityKind::person;
  const bool person_noun = description.noun->kind == EntityKind::person || description.noun->kind == EntityKind::people;
  if (person != person_noun || drafts[index].entity.kind == EntityKind::state || drafts[index].entity.kind == EntityKind::place) return;
  description.mention.entities = {index};
  drafts.learn(index, description.codings.front());
  Entity& entity = drafts[index].entity;
  const Coding& told = description.codings.front();
  if (drafts[index].entry == nullptr) drafts.serve(index, told);
  const bool is_open = drafts[index].entry == nullptr && (entity.kind == EntityKind::force || entity.kind == EntityKind::other);
  if (is_open && told.kind == EntityKind::group) {  // "the rebel group National Liberation Forces" is no army
    entity.kind = EntityKind::group;
    if (!told.sector.empty()) entity.sector = told.sector;
  }
}

// "A group calling itself the Sons of the Plain": the description that a name is given to.
Phrase* called_by(Reading& reading, const Phrase& phrase) {
  static constexpr auto kCalling = std::to_array<std::string_view>({"calling", "called", "named", "styling", "dubbed"});
  const Tree& tree = reading.tree(phrase);
  const int verb = phrase.name ? tree[phrase.mention.head].head : -1;
  if (verb < 0 || !tree.has_relation(verb, "acl") || !is_one_of(tree[verb].form, kCalling) || verb > phrase.mention.head) return nullptr;
  const auto found = reading.phrase_at.find({phrase.sentence(), tree[verb].head});
  if (found == reading.phrase_at.end()) return nullptr;
  Phrase& description = reading.phrases[static_cast<std::size_t>(found->second)];
  return description.mention.form == MentionForm::description && !description.plural ? &description : nullptr;
}

// "Doe is the foreign minister", not "Doe is not ...".
Phrase* copular_subject(Reading& reading, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  const int head = phrase.mention.head;
  if (!tree.child(head, "cop")) return nullptr;
  for (const int child : tree.children(head, "advmod")) {
    if (tree.has_feature(child, "Polarity=Neg") || tree[child].form == "not") return nullptr;
  }
  const auto subject = tree.child(head, "nsubj");
  if (!subject) return nullptr;
  const auto found = reading.phrase_at.find({phrase.sentence(), *subject});
  return found == reading.phrase_at.end() ? nullptr : &reading.phrases[static_cast<std::size_t>(found->second)];
}

}  // namespace

void link_names(Reading& reading, EntityDrafts& drafts) {
  NameLinker linker(reading, drafts);
  const auto wanted = [](const Phrase& phrase) { return phrase.name.has_value(); };
  const auto short_person = [](const Phrase& phrase) {
    return is_single_word(*phrase.name) && (phrase.is_person_name() || phrase.name->kind == NameKind::unknown);
  };
  for (Phrase& phrase : reading.phrases) {
    if (wanted(phrase) && !short_person(phrase)) linker.link(phrase);
  }
  for (Phrase& phrase : reading.phrases) {
    if (wanted(phrase) && short_person(phrase)) linker.link(phrase);
  }
}

void link_appositions(Reading& reading, EntityDrafts& drafts) {
  for (Phrase& phrase : reading.phrases) {
    if (Phrase* description = called_by(reading, phrase)) describe_name(reading, drafts, *description, phrase);
    Phrase* above = phrase.apposition_of < 0 ? copular_subject(reading, phrase) : &reading.phrases[static_cast<std::size_t>(phrase.apposition_of)];
    if (above == nullptr || above == &phrase) continue;
    const bool description = phrase.mention.form == MentionForm::description, above_description = above->mention.form == MentionForm::description;
    if (description && above->name) {
      describe_name(reading, drafts, phrase, *above);
    } else if (above_description && phrase.name && phrase.apposition_of >= 0 && !above->plural) {
      describe_name(reading, drafts, *above, phrase);
    } else if (phrase.name && above->name && phrase.apposition_of >= 0) {
      link_renamed(reading, drafts, phrase, *above);
    }
  }
}

}  // namespace dragoman::entities

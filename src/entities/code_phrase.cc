// SPDX-License-Identifier: Apache-2.0
// The code of an actor from the words of its phrase, as a human coder works: the noun says what it is, the words around it whose.
// Bodies ("for the Israeli Defense Forces") go before states ("Israeli"), states before places ("in Tbilisi"), and places count only
// for those who belong where they are (protesters, not troops). "ambassador to Iran" takes nothing from Iran; "Iran-backed
// militia" neither. Cost linear in the phrase.
#include "entities/code_phrase.h"

#include <algorithm>
#include <array>

#include "entities/place_country.h"

namespace dragoman::entities {
namespace {

constexpr int kMaxDepth = 4;  // "an aide to the head of the army's press office"

struct Affiliations {
  std::vector<Coding> bodies, states, places;
  std::string sector;  // lent by a modifier: "rebel", "military"
  bool former = false, ranked = false;
};

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kFormer = std::to_array<std::string_view>({"former", "ex", "ousted", "deposed", "exiled", "ex-", "onetime", "erstwhile", "toppled"});
constexpr auto kHeldOffice = std::to_array<std::string_view>({"GOV", "LEG", "MIL", "SPY", "COP"});

// "Singapore-based", "Maltese-flagged": where one is at home.
bool is_of_home(std::string_view form) {
  static constexpr auto kHome = std::to_array<std::string_view>({"based", "registered", "flagged", "owned", "born"});
  return in(kHome, form);
}

// "Iran-backed", "Israeli-occupied": who backs or holds is not who it is. "Syrian-Israeli", "Israeli-owned" is.
bool belongs_to_hyphen(const Tree& tree, int last) {
  const bool hyphened = last + 2 < tree.size() && tree[last + 1].form == "-";
  return hyphened && !is_capitalized(tree[last + 2].form) && !is_of_home(tree[last + 2].form);
}

Coding state_coding(std::string_view code) {
  Coding coding;
  coding.kind = EntityKind::state;
  coding.code = coding.country = std::string(code);
  return coding;
}

const NameSpan* part_at(const SentenceNames& names, int word) {
  for (const NameSpan& span : names.parts) {
    if (span.first <= word && word <= span.last) return &span;
  }
  return nullptr;
}

// Somebody of a name that data/kb knows. What several states have is of none of them; one of a people is of the state where it lives, if that is one.
Coding code_of_name(const Reading& reading, const NameSpan& name) {
  Coding coding = code_of_entry(reading, *name.entry);
  if (name.any_states) coding.code = coding.country = "";
  if (name.entry->kind == EntityKind::people) coding.code = coding.country;
  return coding;
}

class PhraseCoder {
 public:
  PhraseCoder(const Reading& reading, int sentence, int depth)
      : reading_(reading),
        tree_(reading.report.tree(sentence)),
        names_(reading.names[static_cast<std::size_t>(sentence)]),
        sentence_(sentence),
        depth_(depth) {}

  std::vector<Coding> code(const Phrase& phrase) const;

 private:
  Affiliations affiliations(const Phrase& phrase) const;
  void from_premodifier(int word, const Phrase& phrase, Affiliations& out) const;
  void from_hyphened(int participle, Affiliations& out) const;
  void from_name_inside(const Phrase& phrase, Affiliations& out) const;
  void from_region(const Phrase& phrase, Affiliations& out) const;
  std::string region_before(const Phrase& phrase) const;
  const KbEntry* body_of_region(const std::string& region) const;
  void from_leaders(int participle, Affiliations& out) const;
  void from_list(int first, Affiliations& out) const;
  void from_apposed_demonym(int word, const RoleNoun& noun, Affiliations& out) const;
  void from_postmodifiers(int word, const Phrase& phrase, Affiliations& out) const;
  void from_object(int word, std::string_view preposition, const RoleNoun& noun, Affiliations& out) const;
  std::string country_at(int word) const;
  std::optional<Coding> body_at(int word) const;
  std::optional<Coding> described_body(int word) const;
  std::optional<Coding> breakaway_region(int word) const;
  std::string sector(const Phrase& phrase, const Affiliations& around, const Coding* body) const;
  bool is_part_of_title(int word, int title) const;
  std::string role(const Phrase& phrase) const;

  const Reading& reading_;
  const Tree& tree_;
  const SentenceNames& names_;
  int sentence_, depth_;
};

void add_unique(std::vector<Coding>& list, Coding coding) {
  const bool known = std::any_of(list.begin(), list.end(), [&](const Coding& other) { return other.code == coding.code && other.sector == coding.sector; });
  if (!known) list.push_back(std::move(coding));
}

// A body named by this word: a listed organisation or office-holder, or a described one ("the ministry").
std::optional<Coding> PhraseCoder::body_at(int word) const {
  const NameSpan* outer = names_.outer_at(word);
  if (outer != nullptr && outer->entry != nullptr && !outer->is_state_word() && outer->entry->kind != EntityKind::place &&
      outer->entry->kind != EntityKind::state) {
    return code_of_name(reading_, *outer);
  }
  const NameSpan* part = part_at(names_, word);
  const bool person = outer != nullptr && outer->kind == NameKind::person;
  if (part != nullptr && part->entry != nullptr && part->state.empty() && !person && part->entry->kind != EntityKind::place) {
    return code_of_name(reading_, *part);
  }
  return described_body(word);
}

std::optional<Coding> PhraseCoder::described_body(int word) const {
  if (depth_ >= kMaxDepth || noun_lemma(tree_[word]) == "staff") return std::nullopt;  // "the chief of staff" heads no workers
  const Phrase* phrase = reading_.at({sentence_, word});
  if (phrase == nullptr || phrase->title < 0 || !phrase->noun) return std::nullopt;
  const std::vector<Coding> codings = PhraseCoder(reading_, sentence_, depth_ + 1).code(*phrase);
  if (codings.empty()) return std::nullopt;
  return codings.front();
}

// "the breakaway Abkhaz region", "the Transnistrian republic": who rules there, where no state recognises it.
std::optional<Coding> PhraseCoder::breakaway_region(int word) const {
  static constexpr auto kRegions = std::to_array<std::string_view>({"region", "republic", "territory", "enclave", "statelet"});
  if (!in(kRegions, noun_lemma(tree_[word]))) return std::nullopt;
  for (const int before : premodifiers(tree_, word)) {
    const NameSpan* name = names_.outer_at(before);
    if (name != nullptr && name->entry != nullptr && name->entry->kind == EntityKind::group && name->entry->sector == "PRE")
      return code_of_name(reading_, *name);
  }
  return std::nullopt;
}

void PhraseCoder::from_premodifier(int word, const Phrase& phrase, Affiliations& out) const {
  const std::string lemma = lower(tree_[word].lemma);
  out.former = out.former || in(kFormer, lemma);
  out.ranked = out.ranked || is_rank_modifier(lemma);
  const NameSpan* part = part_at(names_, word);
  if (part != nullptr && !part->state.empty()) {
    const NameSpan* outer = names_.outer_at(word);
    const bool inside_person = outer != nullptr && outer->kind == NameKind::person;
    if (!inside_person && !belongs_to_hyphen(tree_, part->last)) add_unique(out.states, state_coding(part->state));
    return;
  }
  const bool own_name = phrase.name && phrase.name->first <= word && word <= phrase.name->last && phrase.name->kind == NameKind::person;
  if (own_name) return;
  if (names_.outer_at(word) != nullptr || tree_.has_relation(word, "nmod:poss")) {
    if (const auto body = body_at(word)) add_unique(out.bodies, *body);
    return;
  }
  const std::string_view lent = sector_of_modifier(noun_lemma(tree_[word]), tree_[word].upos != Upos::ADJ);
  if (out.sector.empty() || (!lent.empty() && lent != "GOV")) out.sector = lent.empty() ? out.sector : std::string(lent);
}

// "Singapore-based firm", "NATO-led peacekeepers"; not "a US-led coalition", which is of several.
void PhraseCoder::from_hyphened(int participle, Affiliations& out) const {
  if (participle < 2 || tree_[participle - 1].form != "-") return;
  const NameSpan* name = names_.outer_at(participle - 2);
  if (name == nullptr || name->last != participle - 2) return;
  const std::string form = lower(tree_[participle].form);
  const std::string country = is_of_home(form) ? country_at(participle - 2) : "";
  if (!country.empty()) add_unique(out.states, state_coding(country));
  if (form == "led" && name->entry != nullptr && name->entry->kind == EntityKind::igo) add_unique(out.bodies, code_of_name(reading_, *name));
}

// "donors led by Britain and Norway"; not "rebels led by a former colonel".
void PhraseCoder::from_leaders(int participle, Affiliations& out) const {
  for (const int leader : tree_.children(participle, "obl")) {
    for (const int one : tree_.conjuncts(leader)) {
      const NameSpan* name = names_.outer_at(one);
      if (name != nullptr && !name->state.empty() && name->how != StateWord::adjective) add_unique(out.states, state_coding(name->state));
    }
  }
}

// "the guarantors - Argentina, Chile and Peru", "three smugglers, two Lebanese and a Syrian": whose several are, by the list behind them.
void PhraseCoder::from_list(int first, Affiliations& out) const {
  std::vector<Coding> states;
  for (const int one : tree_.conjuncts(first)) {
    const NameSpan* name = names_.outer_at(one);
    if (name == nullptr || name->state.empty()) return;
    add_unique(states, state_coding(name->state));
  }
  if (states.size() > 1) out.states = std::move(states);
}

// "their boatman, a Cameroonian": whose one is. Not: "the bridge, a Chinese gift".
bool is_apposed_demonym(const Tree& tree, int word, const NameSpan* name) {
  const auto article = tree.child(word, "det");
  return article && tree[*article].lemma == "a" && name != nullptr && name->last == word && name->is_modifier();
}

// Not of "its spokeswoman, a Jamaican", who is of her body.
void PhraseCoder::from_apposed_demonym(int word, const RoleNoun& noun, Affiliations& out) const {
  const NameSpan* name = names_.outer_at(word);
  if (!noun.sector.empty() && is_apposed_demonym(tree_, word, name)) add_unique(out.states, state_coding(name->state));
}

// "Bank of Israel", "Turkish Red Crescent": states inside the name of the phrase itself.
void PhraseCoder::from_name_inside(const Phrase& phrase, Affiliations& out) const {
  if (!phrase.name || phrase.is_person_name()) return;
  for (const NameSpan& part : names_.parts) {
    if (!phrase.name->contains(part) || part.state.empty()) continue;
    if (part.first == phrase.name->first && part.last == phrase.name->last) continue;
    add_unique(out.states, state_coding(part.state));
  }
}

// "West African leaders", "the foreign ministers of Southeast Asia": those in office of a region act as its body of states. Not: "three European
// governments", "European farmers".
void PhraseCoder::from_region(const Phrase& phrase, Affiliations& out) const {
  static constexpr auto kInOffice = std::to_array<std::string_view>({"leader", "minister", "president", "government", "head", "chief"});
  static constexpr auto kSent = std::to_array<std::string_view>({"ambassador", "observer", "monitor", "peacekeeper"});
  const std::string lemma = noun_lemma(tree_[phrase.title]);
  const int head = phrase.mention.head;
  const auto determiner = tree_.child(head, "det");
  const bool are_some = tree_.child(head, "nummod") || (determiner && tree_[*determiner].lemma != "the");
  if (!phrase.plural || !(in(kSent, lemma) || (in(kInOffice, lemma) && !are_some))) return;
  const KbEntry* body = body_of_region(region_before(phrase));
  for (const int child : tree_.children(phrase.title, "nmod")) {
    const auto preposition = tree_.preposition(child);
    const bool is_of = preposition && child > phrase.title && in(std::to_array<std::string_view>({"of", "from"}), lower(tree_[*preposition].form));
    if (is_of && body == nullptr) body = body_of_region(joined(tree_, *preposition + 1, child) + "n");  // Southeast Asia
  }
  if (body != nullptr) out.bodies = {code_of_entry(reading_, *body)};
}

// "West African" of "two West African monitors".
std::string PhraseCoder::region_before(const Phrase& phrase) const {
  const auto names = [&](int word) { return is_capitalized(tree_[word].form) && tree_[word].upos != Upos::DET && tree_[word].upos != Upos::NUM; };
  int first = phrase.mention.first;
  while (first < phrase.title && !names(first)) ++first;
  int last = first;
  while (last < phrase.title && names(last)) ++last;
  return first < last ? joined(tree_, first, last - 1) : "";
}

// Its body of states: that of "the West African bloc".
const KbEntry* PhraseCoder::body_of_region(const std::string& region) const {
  if (region.empty()) return nullptr;
  const auto rows = reading_.kb.named(region + " bloc");
  const auto body = std::find_if(rows.begin(), rows.end(), [](const KbEntry* row) { return row->kind == EntityKind::igo; });
  return body == rows.end() ? nullptr : *body;
}

// The country of a place: "Tbilisi", "the town of Gori", "a suburb of Beirut", "eastern Congo".
std::string PhraseCoder::country_at(int word) const {
  const NameSpan* part = part_at(names_, word);
  const NameSpan* outer = names_.outer_at(word);
  if (part != nullptr && !part->state.empty() && outer != nullptr && outer->kind != NameKind::person) return std::string(part->state);
  if (outer != nullptr) return country_of_place(reading_, tree_, *outer);
  if (role_noun(noun_lemma(tree_[word]))) return {};
  for (const int child : tree_.children(word)) {
    if (!tree_.has_relation(child, "nmod") && !tree_.has_relation(child, "amod") && !tree_.has_relation(child, "compound")) continue;
    if (names_.outer_at(child) == nullptr) continue;
    const std::string country = country_at(child);
    if (!country.empty()) return country;
  }
  return {};
}

// "villages on the Pakistani side", "on Iraq's bank of the river".
bool is_side(std::string_view lemma) {
  static constexpr auto kSides = std::to_array<std::string_view>({"side", "bank", "shore"});
  return in(kSides, lemma);
}

void PhraseCoder::from_object(int word, std::string_view preposition, const RoleNoun& noun, Affiliations& out) const {
  const bool owning = preposition == "of" || preposition == "from" || preposition == "at" || preposition == "with" || preposition == "within";
  const bool serving = preposition == "for" && !noun.posted;
  const bool advising = preposition == "to" && !noun.posted;
  const bool placed = preposition == "in" || preposition == "inside" || preposition == "at" || (preposition == "near" && noun.sector == "CVL");
  if (preposition == "of" && noun.against) return;
  const NameSpan* part = part_at(names_, word);
  const NameSpan* outer = names_.outer_at(word);
  const bool state = part != nullptr && !part->state.empty() && outer != nullptr && part->first == outer->first && part->last == outer->last;
  // "the foreign minister in Madrid", where no word tells another state.
  const bool seated = preposition == "in" && noun.seated && out.states.empty() && out.bodies.empty();
  if (state && part->how == StateWord::capital ? seated || (owning && preposition != "at" && preposition != "from") : state && (owning || serving)) {
    add_unique(out.states, state_coding(part->state));
    return;
  }
  if (preposition == "on" && is_side(noun_lemma(tree_[word]))) {
    const std::string country = country_at(word);
    if (!country.empty() && out.states.empty()) add_unique(out.states, state_coding(country));
    return;
  }
  if (placed) {
    const std::string country = country_at(word);
    if (!country.empty()) {
      add_unique(out.places, state_coding(country));
      return;
    }
  }
  if (!owning && !serving && !advising && !placed) return;
  if (const auto region = owning ? breakaway_region(word) : std::nullopt) {
    add_unique(out.bodies, *region);
    return;
  }
  // "the governor of Kharkiv", "residents of Gaza": of a place is of its country.
  const bool of_place = outer != nullptr && !state && (preposition == "of" || preposition == "from") &&
                        (outer->kind == NameKind::place || (outer->entry != nullptr && outer->entry->kind == EntityKind::place));
  if (of_place) {
    const std::string country = country_of_place(reading_, tree_, *outer);
    if (!country.empty()) add_unique(out.states, state_coding(country));
    return;
  }
  if (const auto body = body_at(word)) add_unique(out.bodies, *body);
}

// "hackers linked to the bureau", "youths loyal to Moscow"; but "Iran-backed" says only who backs them.
bool is_of_belonging(std::string_view lemma) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"link", "linked", "affiliate", "affiliated", "belong", "loyal", "tie", "subordinate", "employ", "hire", "run"});
  return in(kWords, lemma);
}

void PhraseCoder::from_postmodifiers(int word, const Phrase& phrase, Affiliations& out) const {
  for (const int child : tree_.children(word)) {
    if (child > word && (tree_.has_relation(child, "acl") || tree_.has_relation(child, "amod")) && is_of_belonging(lower(tree_[child].lemma))) {
      for (const int object : tree_.children(child, "obl")) from_object(object, "of", *phrase.noun, out);
      continue;
    }
    static constexpr auto kLed = std::to_array<std::string_view>({"led", "headed", "chaired"});
    if (child > word && tree_.has_relation(child, "acl") && in(kLed, tree_[child].form)) from_leaders(child, out);
    if (child > word && tree_.has_relation(child, "appos") && out.states.empty()) {
      if (phrase.plural) from_list(child, out);
      else from_apposed_demonym(child, *phrase.noun, out);
    }
    static constexpr auto kServing = std::to_array<std::string_view>({"work", "act", "spy"});  // "hackers working for Russian intelligence"
    if (child > word && tree_.has_relation(child, "acl") && in(kServing, lower(tree_[child].lemma)) && tree_[child].form.ends_with("ing")) {
      for (const int object : tree_.children(child, "obl")) {
        const auto preposition = tree_.preposition(object);
        if (preposition && tree_[*preposition].lemma == "for") from_object(object, "of", *phrase.noun, out);
      }
      continue;
    }
    if (child < word || !tree_.has_relation(child, "nmod")) continue;
    const auto preposition = tree_.preposition(child);
    if (!preposition) continue;
    const std::string form = lower(tree_[*preposition].form);
    const std::vector<int> objects = tree_.conjuncts(child);
    for (const int object : objects) {
      const auto own = tree_.preposition(object);
      const std::size_t states = out.states.size();
      from_object(object, own ? lower(tree_[*own].form) : form, *phrase.noun, out);
      // Beside others a state is one of several bodies: "from Israel and the Syrian government".
      if (objects.size() == 1 || out.states.size() == states) continue;
      add_unique(out.bodies, out.states.back());
      out.states.pop_back();
    }
  }
}

Affiliations PhraseCoder::affiliations(const Phrase& phrase) const {
  Affiliations out;
  std::vector<int> before = premodifiers(tree_, phrase.title);
  if (phrase.mention.head != phrase.title) {
    for (const int word : premodifiers(tree_, phrase.mention.head)) before.push_back(word);
  }
  std::sort(before.begin(), before.end());
  before.erase(std::unique(before.begin(), before.end()), before.end());
  for (const int word : before) {
    if (word != phrase.title) from_premodifier(word, phrase, out);
  }
  for (const int participle : tree_.children(phrase.title, "amod")) from_hyphened(participle, out);
  from_name_inside(phrase, out);
  from_postmodifiers(phrase.title, phrase, out);
  if (phrase.mention.head != phrase.title) from_postmodifiers(phrase.mention.head, phrase, out);
  if (out.states.empty() && std::all_of(out.bodies.begin(), out.bodies.end(), [](const Coding& body) { return body.code.empty(); })) from_region(phrase, out);
  return out;
}

bool speaks_for_state(const Phrase& phrase, std::string_view lemma, bool ranked) {
  if (ranked) return true;
  if (lemma == "source" || lemma == "figure" || lemma == "member" || lemma == "insider" || lemma == "veteran") return false;
  return !phrase.noun->refers && (phrase.noun->kind == EntityKind::person || phrase.noun->kind == EntityKind::organ);
}

std::string PhraseCoder::sector(const Phrase& phrase, const Affiliations& around, const Coding* body) const {
  const RoleNoun& noun = *phrase.noun;
  const std::string lemma = noun_lemma(tree_[phrase.title]);
  std::string sector(noun.sector);
  // A listed title of several words knows more than its noun: "attorney general". One word alone says what the noun says.
  const auto listed = reading_.kb.title(role(phrase));
  if (listed && !noun.yields && !listed->sector.empty() && listed->title.find(' ') != std::string_view::npos) sector = listed->sector;
  if (noun.yields || noun.refers) {
    const bool army_of_government = sector == "MIL" && (around.sector == "GOV" || (body != nullptr && body->sector == "GOV"));
    const bool organ_of_body = noun.kind == EntityKind::organ && sector == "GOV" && around.sector.empty();
    if (body != nullptr && !body->sector.empty() && !army_of_government && !organ_of_body) sector = body->sector;
    if (!around.sector.empty() && !army_of_government) sector = around.sector;
  }
  if (sector == "MIL" && is_of_rebels(around.sector)) sector = around.sector;  // "the rebel army"
  const bool igo = body != nullptr && body->kind == EntityKind::igo;
  if (igo && (sector == "GOV" || sector.empty())) sector = "IGO";
  const bool stated = body != nullptr ? body->kind == EntityKind::state : !around.states.empty();
  if (sector.empty() && stated && speaks_for_state(phrase, lemma, around.ranked)) sector = "GOV";
  if (sector.empty()) {
    if (listed && listed->sector != "UNK") sector = listed->sector;
  }
  const bool executive = (lemma == "minister" || lemma == "ministry" || lemma == "secretary") && (sector == "MIL" || sector == "COP" || sector == "SPY");
  if (executive) sector = "GOV";  // of defence, of the interior: the executive all the same
  const bool sides = lemma == "party" && phrase.plural && around.sector.empty() && around.states.empty();
  if (sides) sector.clear();  // "all parties": those who talk, not parties
  if (around.former && noun.kind == EntityKind::person && in(kHeldOffice, sector)) sector = "ELI";
  return sector;
}

// "Secretary General Mark Rutte" parsed as two titles side by side.
bool PhraseCoder::is_part_of_title(int word, int title) const {
  const bool beside = tree_[word].head == tree_[title].head && tree_[word].head > title;
  return beside && names_.outer_at(word) == nullptr &&
         (tree_.has_relation(word, "nmod:desc") || tree_.has_relation(word, "compound") || tree_.has_relation(word, "amod"));
}

// The words of the office without states and names: "former interim president", "head of operations".
std::string PhraseCoder::role(const Phrase& phrase) const {
  std::string out;
  std::vector<int> before = premodifiers(tree_, phrase.title);
  for (int w = phrase.title - 1; w >= 0 && is_part_of_title(w, phrase.title); --w) before.push_back(w);
  std::sort(before.begin(), before.end());
  before.erase(std::unique(before.begin(), before.end()), before.end());
  for (const int word : before) {
    const bool named = names_.outer_at(word) != nullptr || tree_.has_relation(word, "nmod:poss");
    const bool in_body_name = phrase.name && !phrase.is_person_name() && phrase.name->first <= word && word <= phrase.name->last;
    if (!named && !in_body_name) out += lower(tree_[word].form) + " ";
  }
  out += noun_lemma(tree_[phrase.title]);
  for (const int child : tree_.children(phrase.title, "nmod")) {
    const auto preposition = child > phrase.title ? tree_.preposition(child) : std::nullopt;
    if (!preposition || lower(tree_[*preposition].form) != "of") continue;
    const Tree::Range range = phrase_range(tree_, child);
    bool named = false;
    for (int w = range.first; w <= range.last; ++w) named = named || names_.outer_at(w) != nullptr;
    const std::string object = noun_lemma(tree_[child]);
    if (!named && (object == "state" || !role_noun(object))) out += " of " + lower(joined(tree_, child, child));
  }
  return out;
}

std::vector<Coding> PhraseCoder::code(const Phrase& phrase) const {
  if (phrase.title < 0 || !phrase.noun) return {};
  Affiliations around = affiliations(phrase);
  // "Malawi's Homeland Security Ministry": a state that is told goes before that of a body of the same name.
  if (around.states.size() == 1) {
    std::erase_if(around.bodies, [&](const Coding& body) {
      return (body.kind == EntityKind::organ || body.kind == EntityKind::force) && !body.country.empty() && body.country != around.states.front().country;
    });
  }
  std::vector<Coding> bases = around.bodies;
  if (bases.empty()) bases = around.states;
  if (bases.empty() && phrase.noun->located) bases = around.places;
  const bool one_person = !phrase.plural && phrase.noun->kind == EntityKind::person;
  if (one_person && bases.size() > 1 && around.bodies.empty()) bases.erase(bases.begin(), bases.end() - 1);  // "Iranian-American businessman"
  if (bases.empty()) bases.emplace_back();
  std::vector<Coding> out;
  for (const Coding& base : bases) {
    Coding coding;
    coding.kind = phrase.noun->kind;
    coding.code = base.code;
    coding.country = base.country;
    const bool lent = !around.bodies.empty();
    if (coding.code.empty() && !around.states.empty()) coding.code = coding.country = around.states.front().code;
    if (coding.code.empty() && phrase.noun->located && !around.places.empty()) coding.code = coding.country = around.places.front().code;
    if (coding.country.empty() && !around.states.empty()) coding.country = around.states.front().code;
    coding.sector = sector(phrase, around, lent ? &base : nullptr);
    coding.role = role(phrase);
    coding.former = around.former;
    // Unknown armed men have no code, wherever they struck: nothing is guessed.
    if (coding.sector == "UAF" && phrase.noun->sector == "UAF" && around.bodies.empty() && around.states.empty()) coding.code.clear();
    add_unique(out, coding);
  }
  return out;
}

Coding code_of_state_word(const NameSpan& name) {
  Coding coding = state_coding(name.state);
  if (name.how == StateWord::demonym) {
    coding.kind = EntityKind::people;
    coding.sector = "CVL";
  } else {
    coding.sector = "GOV";
  }
  return coding;
}

EntityKind kind_of_unlisted(NameKind kind) {
  switch (kind) {
    case NameKind::person: return EntityKind::person;
    case NameKind::place: return EntityKind::place;
    case NameKind::people: return EntityKind::people;
    default: return EntityKind::other;
  }
}

// "Bolivia's National Customs Service": a body that no list has, by its last word, is of the state before it. Not "Bolivia's Union of Miners".
void take_owner(const Reading& reading, const Phrase& phrase, Coding& coding) {
  static constexpr auto kBodies = std::to_array<std::string_view>({"service", "agency", "authority", "inspectorate", "directorate", "administration",
                                                                   "ministry", "department", "commission", "committee", "office", "bureau", "council"});
  const Tree& tree = reading.tree(phrase);
  const SentenceNames& names = reading.names[static_cast<std::size_t>(phrase.sentence())];
  if (!in(kBodies, lower(tree[phrase.name->last].form))) return;
  for (const int child : tree.children(phrase.name->head, "nmod:poss")) {
    const NameSpan* owner = names.outer_at(child);
    if (owner == nullptr || owner->state.empty() || owner->how != StateWord::name || owner->last != child) continue;
    coding.kind = EntityKind::organ;
    coding.code = coding.country = std::string(owner->state);
    coding.sector = "GOV";
  }
}

// "Vasile Cotruta of Moldova".
void take_state_behind(const Reading& reading, const Phrase& phrase, Coding& coding) {
  const Tree& tree = reading.tree(phrase);
  const SentenceNames& names = reading.names[static_cast<std::size_t>(phrase.sentence())];
  for (const int child : tree.children(phrase.name->head, "nmod")) {
    const auto preposition = tree.preposition(child);
    const NameSpan* state = names.outer_at(child);
    const bool is_of = preposition && lower(tree[*preposition].form) == "of" && *preposition == phrase.name->last + 1;
    if (is_of && state != nullptr && !state->state.empty() && state->how == StateWord::name) coding.code = coding.country = std::string(state->state);
  }
}

// "Amina Farah, a Kenyan".
void take_demonym(const Reading& reading, const Phrase& phrase, Coding& coding) {
  const Tree& tree = reading.tree(phrase);
  const SentenceNames& names = reading.names[static_cast<std::size_t>(phrase.sentence())];
  for (const int child : tree.children(phrase.name->head, "appos")) {
    const NameSpan* name = names.outer_at(child);
    if (child > phrase.name->last && is_apposed_demonym(tree, child, name)) coding.code = coding.country = std::string(name->state);
  }
}

Coding code_bare_name(const Reading& reading, const Phrase& phrase) {
  const NameSpan& name = *phrase.name;
  if (!name.state.empty() && name.how != StateWord::capital) return code_of_state_word(name);
  if (name.entry != nullptr) return code_of_name(reading, name);
  Coding coding;
  coding.kind = kind_of_unlisted(name.kind);
  if (coding.kind == EntityKind::place) coding.country = country_of_place(reading, reading.tree(phrase), name);
  if (coding.kind == EntityKind::people) coding.sector = "CVL";
  for (const NameSpan& part : reading.names[static_cast<std::size_t>(phrase.sentence())].parts) {
    const bool body = coding.kind == EntityKind::other && name.contains(part) && !part.state.empty();
    if (body && coding.code.empty()) coding.code = coding.country = std::string(part.state);
  }
  if (coding.code.empty() && coding.kind == EntityKind::other) take_owner(reading, phrase, coding);
  if (coding.kind == EntityKind::person) take_state_behind(reading, phrase, coding);
  if (coding.kind == EntityKind::person && coding.code.empty()) take_demonym(reading, phrase, coding);
  return coding;
}

}  // namespace

std::vector<Coding> code_phrase(const Reading& reading, const Phrase& phrase) {
  if (phrase.title >= 0) return PhraseCoder(reading, phrase.sentence(), 0).code(phrase);
  if (phrase.name) return {code_bare_name(reading, phrase)};
  return {};
}

Coding code_of_entry(const Reading& reading, const KbEntry& entry) {
  Coding coding;
  coding.kind = entry.kind;
  coding.code = entry.code;
  coding.sector = entry.sector;
  coding.country = entry.country;
  const bool ministry = entry.kind == EntityKind::organ && (entry.name.find("Ministry") != std::string_view::npos || entry.name.starts_with("Department"));
  if (ministry && coding.sector == "MIL") coding.sector = "GOV";
  if (entry.kind != EntityKind::person) return coding;
  const std::string_view day = std::string_view(reading.report.published).substr(0, 10);
  std::string held;  // sector of the last office that is over
  for (const KbTerm& term : reading.kb.terms_of(entry)) {
    const bool begun = day.empty() || term.from.empty() || term.from <= day;
    const bool over = !day.empty() && !term.to.empty() && term.to < day;
    if (coding.code.empty()) coding.code = term.code;
    if (begun && !over) {
      if (!term.code.empty()) coding.code = term.code;
      if (!term.sector.empty()) coding.sector = term.sector;
      coding.role = term.title;
      return coding;
    }
    if (over && !term.sector.empty()) held = term.sector;
  }
  if (in(kHeldOffice, held) && (coding.sector.empty() || coding.sector == "CVL" || in(kHeldOffice, coding.sector))) coding.sector = "ELI";
  return coding;
}

Coding lend(const Coding& own, const RoleNoun& noun, const Coding& body) {
  Coding coding = own;
  if (coding.code.empty()) {
    coding.code = body.code;
    coding.country = body.country;
  }
  const bool is_nobodys = coding.sector == "UAF" && (is_of_rebels(body.sector) || body.sector == "MIL" || body.sector == "PRM");  // "its fighters"
  if (noun.yields && (coding.sector.empty() || noun.sector.empty() || is_nobodys) && !body.sector.empty()) coding.sector = body.sector;
  return coding;
}

}  // namespace dragoman::entities

// SPDX-License-Identifier: Apache-2.0
// Noun phrases that could act in politics, be a source or a place. One phrase has one head, where rules meet it; a title and the
// name beside it are one phrase whichever of the two the parser made the head. Coordinated phrases are separate.
// "Syrian interim president Ahmad el-Chareh": one phrase. "Basyuk, head of operations": two, the second an apposition of the first.
#include "entities/phrases.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/strings.h"

namespace dragoman::entities {
namespace {

// Relations that stay inside a noun phrase.
constexpr auto kInside = std::to_array<std::string_view>({"det", "amod", "compound", "nmod", "nummod", "flat", "fixed", "goeswith", "advmod", "dep"});

bool stays_inside(const Tree& tree, int word) {
  return std::any_of(kInside.begin(), kInside.end(), [&](std::string_view relation) { return tree.has_relation(word, relation); });
}

void collect(const Tree& tree, int word, int depth, std::vector<bool>& in) {
  in[static_cast<std::size_t>(word)] = true;
  for (const int child : tree.children(word)) {
    const bool deep = depth > 0 && (tree.has_relation(child, "case") || tree.has_relation(child, "conj") || tree.has_relation(child, "cc") ||
                                    tree.has_relation(child, "obl"));
    if (depth == 0 && tree.has_relation(child, "advmod")) continue;
    const bool hyphen = tree[child].upos == Upos::PUNCT && tree[child].form == "-";
    if (deep || hyphen || stays_inside(tree, child)) collect(tree, child, depth + 1, in);
  }
}

bool is_title_word(const Reading& reading, const Tree& tree, int word) {
  const std::string lemma = noun_lemma(tree[word]);
  // Taggers take "General" and "Activist" before names for adjectives.
  if (tree[word].upos == Upos::ADJ) return role_noun(lemma).has_value() && is_capitalized(tree[word].form);
  if (tree[word].upos != Upos::NOUN && tree[word].upos != Upos::PROPN) return false;
  if (const auto noun = role_noun(lemma)) return !noun->refers;
  return reading.kb.title(lemma).has_value();
}

bool comma_between(const Tree& tree, int a, int b) {
  for (int w = std::min(a, b); w < std::max(a, b); ++w) {
    if (tree[w].form == "," || tree[w].form == "(" || tree[w].form == ":") return true;
  }
  return false;
}

// The rightmost title before the name: "Syrian interim president" + "Ahmad el-Chareh".
int title_before(const Reading& reading, const SentenceNames& names, const Tree& tree, const NameSpan& name) {
  for (int w = name.first - 1; w >= 0 && w >= name.first - 6; --w) {
    const bool ours = tree[w].head == name.head || tree.is_descendant(w, name.head);
    if (!ours || comma_between(tree, w, name.first)) return -1;
    // Right before the name the relation does not matter: nothing else than a title hangs there.
    const bool adjacent = w == name.first - 1 && tree[w].head == name.head && !tree.has_relation(w, "nmod:poss");
    const bool titled = adjacent || tree.has_relation(w, "nmod:desc") || tree.has_relation(w, "compound") || tree.has_relation(w, "flat") ||
                        tree.has_relation(w, "amod") || tree.has_relation(w, "nmod:unmarked");
    if (titled && names.outer_at(w) == nullptr && is_title_word(reading, tree, w)) return w;
    if (tree.has_relation(w, "nmod:poss") || tree[w].form == "'s") return -1;
  }
  return -1;
}

bool is_plural(const Tree& tree, int word);

// The name close behind a describing head: "president" (head) "Ahmad el-Chareh" (appos or flat, no comma). Not: "the guarantors - Chile and Peru".
const NameSpan* name_behind(const SentenceNames& names, const Tree& tree, int head) {
  for (const int child : tree.children(head)) {
    if (child <= head || comma_between(tree, head, child)) continue;
    const NameSpan* name = names.outer_at(child);
    if (name == nullptr || name->head != child || name->is_modifier() || (is_plural(tree, head) && !name->state.empty())) continue;
    const bool close = name->first == head + 1 && name->kind == NameKind::person && !tree.preposition(child) && !tree.has_relation(child, "conj");
    if (close || tree.has_relation(child, "appos") || tree.has_relation(child, "flat") || tree.has_relation(child, "nmod:desc")) return name;
  }
  return nullptr;
}

bool is_plural(const Tree& tree, int word) {
  const std::string lemma = noun_lemma(tree[word]);
  if (tree.has_feature(word, "Number=Plur") || lemma == "police" || lemma == "people") return true;
  const std::string form = lower(tree[word].form);  // the tagger takes some "negotiators" for one
  return tree[word].upos == Upos::NOUN && form.ends_with("s") && !role_noun(form) && role_noun(form.substr(0, form.size() - 1));
}

bool is_definite(const Tree& tree, int head) {
  for (const int child : tree.children(head)) {
    if (tree.has_relation(child, "nmod:poss")) return true;
    const std::string form = lower(tree[child].form);
    if (tree.has_relation(child, "det") && (form == "the" || form == "this" || form == "that" || form == "these" || form == "those" || form == "both"))
      return true;
  }
  return false;
}

constexpr float kActs = 0.5F;  // the model's share from which a noun that is on no list acts

class PhraseFinder {
 public:
  PhraseFinder(Reading& reading, int sentence)
      : reading_(reading),
        sentence_(sentence),
        tree_(reading.report.tree(sentence)),
        names_(reading.names[static_cast<std::size_t>(sentence)]),
        used_(static_cast<std::size_t>(tree_.size())),
        acts_(static_cast<std::size_t>(tree_.size())) {
    for (const Word& event : tree_.words()) {
      for (const ArgumentShares& at : event.arguments) {
        if (at.actor >= kActs || at.recipient >= kActs) acts_[static_cast<std::size_t>(at.word)] = true;
      }
    }
  }

  void find() {
    for (const NameSpan& name : names_.outer) {
      add_name(name);
      if (name.entry != nullptr && name.entry->kind == EntityKind::agreement) add_parts_of(name);
    }
    for (int w = 0; w < tree_.size(); ++w) add_described(w);
    for (int w = 0; w < tree_.size(); ++w) add_pronoun(w);
    std::stable_sort(found_.begin(), found_.end(), [](const Phrase& a, const Phrase& b) { return a.mention.head < b.mention.head; });
    for (Phrase& phrase : found_) reading_.phrases.push_back(std::move(phrase));
  }

 private:
  Phrase phrase_with_head(int head, MentionForm form) const {
    Phrase phrase;
    const Tree::Range range = phrase_range(tree_, head);
    phrase.mention.sentence = sentence_;
    phrase.mention.first = range.first;
    phrase.mention.last = range.last;
    phrase.mention.head = head;
    phrase.mention.form = form;
    phrase.definite = is_definite(tree_, head);
    phrase.plural = is_plural(tree_, head);
    return phrase;
  }

  void use(int first, int last) {
    for (int w = first; w <= last; ++w) used_[static_cast<std::size_t>(w)] = true;
  }

  // "The Philippine coast guard": a force, where "a border guard" and other guards are men.
  bool is_guard_corps(int title) const {
    static constexpr auto kCorps = std::to_array<std::string_view>({"coast", "border", "frontier", "national", "presidential", "republican", "civil"});
    if (noun_lemma(tree_[title]) != "guard" || is_plural(tree_, title)) return false;
    const auto determiner = tree_.child(title, "det");
    if (determiner && tree_[*determiner].lemma == "a") return false;
    const auto& kids = tree_.children(title);
    return std::any_of(kids.begin(), kids.end(), [&](int kid) {
      return kid + 1 == title && (tree_.has_relation(kid, "compound") || tree_.has_relation(kid, "amod")) && is_one_of(noun_lemma(tree_[kid]), kCorps);
    });
  }

  // "secretary-general", "attorney-general": the word before the hyphen says who it is; `word` itself elsewhere.
  int word_of_office(int word) const {
    if (word < 2 || noun_lemma(tree_[word]) != "general" || tree_[word - 1].form != "-" || !is_title_word(reading_, tree_, word - 2)) return word;
    return word - 2;
  }

  void set_title(Phrase& phrase, int title) {
    if (title < 0) return;
    phrase.title = title;
    const int office = word_of_office(title);
    phrase.noun = role_noun(is_guard_corps(title) ? "coastguard" : noun_lemma(tree_[office]));
    if (!phrase.noun) phrase.noun = listed_noun(office);
    if (office != title && phrase.noun->sector == "CVL") phrase.noun->sector = "GOV";
    if (phrase.noun->kind == EntityKind::igo && is_of_parties(title)) phrase.noun = role_noun("party");
    use(title, title);
  }

  // "The opposition Alliance for Renewal", "the ruling coalition": parties, where an alliance is of states.
  bool is_of_parties(int title) const {
    static constexpr auto kOfParties = std::to_array<std::string_view>({"opposition", "ruling", "governing", "electoral"});
    const std::vector<int> before = premodifiers(tree_, title);
    const bool is_ruling = std::any_of(tree_.children(title).begin(), tree_.children(title).end(), [&](int kid) {
      return kid < title && tree_.has_relation(kid, "amod") && is_one_of(lower(tree_[kid].form), kOfParties);
    });
    return is_ruling || std::any_of(before.begin(), before.end(), [&](int word) { return is_one_of(lower(tree_[word].form), kOfParties); });
  }

  // Doers by their endings: "gunner", "lancer", "seismologist", "technician", "guardsman".
  static bool is_person_word(std::string_view lemma) {
    static constexpr auto kEndings = std::to_array<std::string_view>({"er", "or", "ist", "ian", "man", "men", "ant", "ee", "mate"});
    static constexpr auto kThings = std::to_array<std::string_view>(
        {"plant",   "restaurant", "grant",      "warrant",  "tower",  "reactor",  "border",    "shelter",  "centre",  "center",   "bunker",  "tanker",
         "trailer", "container",  "server",     "computer", "motor",  "corridor", "harbour",   "covenant", "remnant", "theater",  "theatre", "sector",
         "quarter", "order",      "water",      "weather",  "summer", "winter",   "number",    "matter",   "paper",   "letter",   "river",   "error",
         "terror",  "factor",     "helicopter", "cruiser",  "bomber", "steamer",  "freighter", "trawler",  "carrier", "destroyer"});
    if (is_one_of(lemma, kThings)) return false;
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return lemma.ends_with(ending); });
  }

  // A noun that only data/kb's titles know, or only the model.
  RoleNoun listed_noun(int word) const {
    RoleNoun noun{.kind = EntityKind::person, .sector = "", .yields = true};
    const std::string lemma = noun_lemma(tree_[word]);
    if (const auto title = reading_.kb.title(lemma)) {
      if (title->sector == "JRN") noun.kind = EntityKind::outlet;
      noun.located = title->sector == "CVL";
    } else if (is_person_word(lemma)) {
      noun.sector = "CVL";
    } else {
      noun.kind = EntityKind::other;
    }
    return noun;
  }

  // "his counterpart Hakan Fidan" parsed as two objects side by side: the title of the name right behind it; -1 if none.
  int title_beside(const NameSpan& name) const {
    const Word& head = tree_[name.head];
    if (name.kind != NameKind::person || head.head < 0) return -1;
    for (const int sibling : tree_.children(head.head)) {
      if (sibling >= name.first || tree_[sibling].deprel != head.deprel || names_.outer_at(sibling) != nullptr) continue;
      if (is_title_word(reading_, tree_, sibling) && phrase_range(tree_, sibling).last == name.first - 1) return sibling;
    }
    return -1;
  }

  const NameSpan* name_beside(int title) const {
    for (const NameSpan& name : names_.outer) {
      if (name.first > title && title_beside(name) == title) return &name;
    }
    return nullptr;
  }

  // "president" is the head and the name hangs below it: taken when the title comes up.
  bool hangs_below_title(const NameSpan& name) const {
    if (title_beside(name) >= 0) return true;
    const int above = tree_[name.head].head;
    if (above < 0 || above > name.first || !is_title_word(reading_, tree_, above)) return false;
    const NameSpan* behind = name_behind(names_, tree_, above);
    return behind != nullptr && behind->head == name.head;
  }

  void add_name(const NameSpan& name) {
    if (name.is_modifier()) {
      add_state_adjective(name);
      return;
    }
    if (hangs_below_title(name)) return;
    Phrase phrase = phrase_with_head(name.head, MentionForm::name);
    phrase.name = name;
    if (is_one_body(name)) phrase.plural = false;
    phrase.mention.first = std::min(phrase.mention.first, name.first);
    phrase.mention.last = name.last;
    const bool may_have_title =
        name.kind == NameKind::person || name.kind == NameKind::unknown || (name.entry != nullptr && name.entry->kind == EntityKind::person);
    if (may_have_title) set_title(phrase, title_before(reading_, names_, tree_, name));
    if (!phrase.is_person_name() && phrase.title < 0 && name.entry == nullptr) set_title(phrase, body_noun(name));
    use(name.first, name.last);
    found_.push_back(std::move(phrase));
  }

  // "The United States ... its troops", "the United Nations ... its envoy", whatever the tagger says of their last word.
  static bool is_one_body(const NameSpan& name) {
    return !name.state.empty() || (name.entry != nullptr && (name.entry->kind == EntityKind::state || name.entry->kind == EntityKind::igo));
  }

  // The states in "US sanctions on Syria" are actors of their own.
  void add_parts_of(const NameSpan& name) {
    for (const NameSpan& part : names_.parts) {
      const bool inside = name.contains(part) && part.last - part.first < name.last - name.first;
      if (inside && part.head != name.head && !part.state.empty()) add_name(part);
    }
  }

  // "Indonesian Navy", "Ministry of Defence": the common noun in a body's name.
  int body_noun(const NameSpan& name) const {
    for (const int word : {name.head, name.last}) {
      const auto noun = role_noun(noun_lemma(tree_[word]));
      if (noun && noun->kind != EntityKind::person && noun->kind != EntityKind::people) return word;
    }
    return -1;
  }

  // "Syrian officials": the adjective is a mention of the state; "the Syrians": a people.
  void add_state_adjective(const NameSpan& name) {
    const bool modifies = tree_.has_relation(name.head, "amod") || tree_.has_relation(name.head, "compound") || tree_[name.head].upos == Upos::ADJ;
    Phrase phrase = phrase_with_head(name.head, modifies ? MentionForm::adjective : MentionForm::name);
    phrase.name = name;
    phrase.mention.first = name.first;
    phrase.mention.last = name.last;
    use(name.first, name.last);
    found_.push_back(std::move(phrase));
  }

  void add_described(int word) {
    if (used_[static_cast<std::size_t>(word)] || !is_describing(word)) return;
    Phrase phrase = phrase_with_head(word, MentionForm::description);
    set_title(phrase, word);
    phrase.definite = phrase.definite || stands_without_article(phrase);
    const NameSpan* name = name_behind(names_, tree_, word);
    if (name == nullptr) name = name_beside(word);
    if (name != nullptr) {
      phrase.name = *name;
      phrase.mention.form = MentionForm::name;
      phrase.mention.last = std::max(phrase.mention.last, name->last);
      phrase.other_heads.push_back(name->head);
      use(name->first, name->last);
    }
    found_.push_back(std::move(phrase));
  }

  // "Parliament rejected the bill", "police said": one's own, as if with an article.
  bool stands_without_article(const Phrase& phrase) const {
    const bool body = phrase.noun && (phrase.noun->kind == EntityKind::organ || noun_lemma(tree_[phrase.title]) == "police") && !phrase.noun->refers;
    return body && phrase.mention.first == phrase.mention.last && (!phrase.plural || noun_lemma(tree_[phrase.title]) == "police");
  }

  // "asylum seeker": nouns that are roles only together.
  std::string with_compound(int word) const {
    const auto compound = tree_.child(word, "compound");
    return compound ? lower(tree_[*compound].lemma) + " " + noun_lemma(tree_[word]) : noun_lemma(tree_[word]);
  }

  // "gunners", "the electoral commission": a noun that no list has, but which the model takes for somebody who does something here.
  bool acts_for_model(int word) const { return tree_[word].upos == Upos::NOUN && acts_[static_cast<std::size_t>(word)]; }

  // A role noun that is no mere modifier of another actor: "government officials" are officials, a "government decision" has the
  // government in it.
  bool is_describing(int word) const {
    const Word& token = tree_[word];
    const bool noun = token.upos == Upos::NOUN || token.upos == Upos::PROPN;
    const bool pair_word = is_pair_word(word);
    const int office = word_of_office(word);
    if ((!noun && !pair_word) || (office != word && token.head == office)) return false;
    const std::string lemma = noun_lemma(token);
    if (!pair_word && !role_noun(lemma) && !reading_.kb.title(lemma) && !reading_.kb.title(with_compound(word))) return acts_for_model(word);
    const bool modifies = tree_.has_relation(word, "compound") || tree_.has_relation(word, "nmod:desc") || tree_.has_relation(word, "flat");
    if (!modifies || token.head < word) return true;
    const auto role = role_noun(lemma);
    const bool acts = role && !role->refers && !role->equipment && role->kind != EntityKind::person && role->kind != EntityKind::people;
    return acts && !role_noun(noun_lemma(tree_[token.head])) && names_.outer_at(token.head) == nullptr;
  }

  // "the two agreed", "both said": numbers and determiners that stand for actors.
  bool is_pair_word(int word) const {
    const std::string form = lower(tree_[word].form);
    if (form != "two" && form != "both" && form != "three") return false;
    const bool is_object = tree_.has_relation(word, "obj") || tree_.has_relation(word, "obl") || tree_.has_relation(word, "iobj");
    return tree_.has_relation(word, "nsubj") || (is_object && (form == "both" || is_definite(tree_, word)));
  }

  void add_pronoun(int word) {
    static constexpr auto kPronouns = std::to_array<std::string_view>(
        {"he",         "him", "his",  "himself", "she",   "her",  "hers", "herself", "it", "its", "itself", "they", "them",   "their",     "theirs",
         "themselves", "who", "whom", "whose",   "which", "that", "i",    "me",      "my", "we",  "us",     "our",  "myself", "ourselves", "you"});
    if (used_[static_cast<std::size_t>(word)] || tree_[word].upos != Upos::PRON) return;
    if (std::find(kPronouns.begin(), kPronouns.end(), lower(tree_[word].form)) == kPronouns.end()) return;
    if (tree_.has_relation(word, "expl")) return;
    Phrase phrase = phrase_with_head(word, MentionForm::pronoun);
    phrase.mention.first = phrase.mention.last = word;
    const std::string form = lower(tree_[word].form);
    phrase.plural = form.starts_with("the") || form == "we" || form == "us" || form == "our" || form == "ourselves";
    found_.push_back(std::move(phrase));
  }

  Reading& reading_;
  int sentence_;
  const Tree& tree_;
  const SentenceNames& names_;
  std::vector<bool> used_;
  std::vector<bool> acts_;  // what the model takes for a doer
  std::vector<Phrase> found_;
};

void index_phrases(Reading& reading) {
  for (std::size_t i = 0; i < reading.phrases.size(); ++i) {
    const Phrase& phrase = reading.phrases[i];
    reading.phrase_at.emplace(phrase.at(), static_cast<int>(i));
    for (const int head : phrase.other_heads) reading.phrase_at.emplace(WordAt{phrase.sentence(), head}, static_cast<int>(i));
    if (phrase.name) reading.phrase_at.emplace(WordAt{phrase.sentence(), phrase.name->head}, static_cast<int>(i));
  }
}

// "Cissé, commander of the army": an apposition, also where the parser calls it otherwise.
bool is_apposition(const Reading& reading, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  const int head = phrase.mention.head;
  if (tree.has_relation(head, "appos")) return true;
  const int above = tree[head].head;
  if (above < 0 || above > head || phrase.mention.form != MentionForm::description || !comma_between(tree, above, head)) return false;
  return tree.has_relation(head, "nmod:desc") || tree.has_relation(head, "nmod:unmarked") || tree.has_relation(head, "flat") ||
         tree.has_relation(head, "dep") || tree.has_relation(head, "list") || (tree.has_relation(head, "nmod") && !tree.preposition(head));
}

void mark_appositions(Reading& reading) {
  for (Phrase& phrase : reading.phrases) {
    const Tree& tree = reading.tree(phrase);
    if (!is_apposition(reading, phrase)) continue;
    const auto above = reading.phrase_at.find({phrase.sentence(), tree[phrase.mention.head].head});
    if (above != reading.phrase_at.end()) phrase.apposition_of = above->second;
  }
}

}  // namespace

bool Phrase::is_person_name() const {
  if (!name) return false;
  if (name->entry != nullptr && name->kind != NameKind::person) return name->entry->kind == EntityKind::person;
  return name->kind == NameKind::person;
}

const Phrase* Reading::at(WordAt place) const {
  const auto found = phrase_at.find(place);
  return found == phrase_at.end() ? nullptr : &phrases[static_cast<std::size_t>(found->second)];
}

std::string Reading::noun_lemma(const Phrase& phrase) const { return phrase.title < 0 ? std::string() : entities::noun_lemma(tree(phrase)[phrase.title]); }

void find_phrases(Reading& reading) {
  for (int s = 0; s < static_cast<int>(reading.report.trees.size()); ++s) {
    reading.names.push_back(find_names(reading.report.tree(s), reading.kb));
    settle_shared_names(reading.report.tree(s), reading.kb, reading.names);
  }
  settle_halves(reading.report, reading.kb, reading.names);
  for (int s = 0; s < static_cast<int>(reading.report.trees.size()); ++s) PhraseFinder(reading, s).find();
  reading.setting = Setting(reading.report, reading.kb, reading.names);
  index_phrases(reading);
  mark_appositions(reading);
}

Tree::Range phrase_range(const Tree& tree, int head) {
  std::vector<bool> in(static_cast<std::size_t>(tree.size()));
  collect(tree, head, 0, in);
  Tree::Range range{head, head};
  while (range.first > 0 && in[static_cast<std::size_t>(range.first - 1)]) --range.first;
  while (range.last + 1 < tree.size() && in[static_cast<std::size_t>(range.last + 1)]) ++range.last;
  const auto is_counting = [&](int word) { return lower(tree[word].form) == "at" && (tree[word + 1].lemma == "least" || tree[word + 1].lemma == "most"); };
  while (range.first < head && (tree[range.first].upos == Upos::ADP || tree[range.first].upos == Upos::PUNCT) && !is_counting(range.first)) ++range.first;
  return range;
}

std::vector<int> premodifiers(const Tree& tree, int head) {
  std::vector<int> out;
  for (const int child : tree.children(head)) {
    if (child > head) break;
    const bool modifies =
        tree.has_relation(child, "amod") || tree.has_relation(child, "compound") || tree.has_relation(child, "nmod") || tree.has_relation(child, "flat");
    if (!modifies || tree[child].upos == Upos::VERB) continue;
    for (const int deeper : premodifiers(tree, child)) out.push_back(deeper);
    out.push_back(child);
    for (const int conjunct : tree.children(child, "conj")) {
      if (conjunct < head) out.push_back(conjunct);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string noun_lemma(const Word& word) {
  std::string lemma = lower(word.lemma.empty() || word.lemma == "_" ? word.form : word.lemma);
  if (role_noun(lemma)) return lemma;
  // Plural proper nouns keep their -s in some treebanks' lemmas: "Representatives", "Forces".
  if (lemma.size() > 3 && lemma.ends_with("s") && role_noun(lemma.substr(0, lemma.size() - 1))) lemma.pop_back();
  if (lemma.ends_with("men") && role_noun(lemma.substr(0, lemma.size() - 3) + "man")) lemma.replace(lemma.size() - 2, 1, "a");
  return lemma;
}

}  // namespace dragoman::entities

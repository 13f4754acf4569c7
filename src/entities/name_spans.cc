// SPDX-License-Identifier: Apache-2.0
// Which words of a sentence are proper names. "Bank of Israel" tagged ORG swallows the state inside it, which stays as a part for
// coding; "Israel Katz" tagged PER is no state at all; "Israeli Defense Forces", known by name, swallows a shorter tag.
#include "entities/name_spans.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/days.h"
#include "base/strings.h"
#include "entities/role_nouns.h"

namespace dragoman::entities {
namespace {

constexpr int kContext = 6;  // sentences back: whose "Supreme Court" is meant

NameKind kind_of_tag(std::string_view tag) {
  if (tag == "PER") return NameKind::person;
  if (tag == "LOC") return NameKind::place;
  if (tag == "ORG" || tag == "OUTLET") return NameKind::body;
  if (tag == "NORP") return NameKind::people;
  return NameKind::other;
}

NameSpan span_from(const Tree& tree, int first, int last, NameKind kind) {
  NameSpan span;
  span.first = first;
  span.last = last;
  span.head = head_of_span(tree, first, last);
  span.kind = kind;
  return span;
}

// Where a title of several words ends that begins at this word of a person's name ("Foreign Minister"), or the word itself.
int behind_title(const Tree& tree, const KnowledgeBase& kb, int first, int last) {
  constexpr int kLongest = 3;
  for (int end = std::min(last, first + kLongest); end > first + 1; --end) {
    const std::string words = lower(joined(tree, first, end - 1));
    const auto title = role_noun(lower(tree[end - 1].form)) ? kb.title(words) : std::nullopt;
    if (title && title->title.size() == words.size()) return end;
  }
  return first;
}

// States and titles that the tagger took into a person's name: "Professor John Burrows", "Cambodian Foreign Minister Sok Chanthy".
void trim_titles(const Tree& tree, const KnowledgeBase& kb, NameSpan& span) {
  if (span.kind != NameKind::person) return;
  int first = span.first;
  const auto state = first < span.last ? kb.state_word(tree[first].form) : std::nullopt;
  const bool is_state = state && state->how == StateWord::adjective;
  int named = behind_title(tree, kb, is_state ? first + 1 : first, span.last);
  if (is_state && named == first + 1 && named < span.last && role_noun(lower(tree[named].form))) ++named;  // "Russian Ambassador"
  // A name that the parser hangs on its title, or beside it, is told by the whole.
  const bool is_modified = named > first && [&] {
    const int above = tree[head_of_span(tree, first, named - 1)].head;
    return named <= above && above <= span.last;
  }();
  if (named > first + (is_state ? 1 : 0) && is_modified) first = named;
  while (first < span.last && tree[first].upos != Upos::PUNCT && role_noun(lower(tree[first].form))) ++first;
  if (first != span.first) span = span_from(tree, first, span.last, span.kind);
}

// "the town of al-Nuhud".
bool is_called_place(const Tree& tree, const NameSpan& span) {
  static constexpr auto kPlaces =
      std::to_array<std::string_view>({"town", "city", "village", "province", "district", "region", "port", "capital", "suburb", "island"});
  const int noun = noun_with_of(tree, span);
  return noun >= 0 && is_one_of(lower(tree[noun].lemma), kPlaces);
}

// A big city that the tagger took for a person: "in Kharkiv", "the governor of Kharkiv".
bool is_mistaken_city(const Tree& tree, const KnowledgeBase& kb, const NameSpan& span) {
  constexpr std::int64_t kBig = 100'000;
  if (span.kind != NameKind::person || span.first != span.last) return false;
  const auto preposition = tree.preposition(span.head);
  if (!preposition) return false;
  const std::string form = lower(tree[*preposition].form);
  if (form != "in" && form != "near" && form != "at" && form != "of") return false;
  const auto places = kb.places(tree[span.first].form);
  return !places.empty() && places.front().population >= kBig;
}

// Last words of the names of papers and agencies.
bool is_press_word(std::string_view form) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"Daily",    "Times",    "Post",     "Herald",   "Tribune",   "News",         "Gazette",    "Journal", "Chronicle", "Observer",
       "Bulletin", "Ledger",   "Mirror",   "Star",     "Standard",  "Telegraph",    "Dispatch",   "Review",  "Register",  "Weekly",
       "Wire",     "Courier",  "Guardian", "Echo",     "Messenger", "Broadcasting", "Television", "TV",      "Mail",      "Globe",
       "Argus",    "Examiner", "Sentinel", "Inquirer", "Press",     "Monitor",      "Express",    "Record"});
  return is_one_of(form, kWords);
}

// First words of the names of papers in Romance languages: "Correio do Sul".
bool is_foreign_press_word(std::string_view form) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"Correio", "Correo",  "Corriere", "Courrier", "Diario",    "Diário",  "Jornal", "Gazeta", "Gazzetta", "Giornale",
                                       "Prensa",  "Tribuna", "Noticias", "Notícias", "Nouvelles", "Heraldo", "Folha",  "Voz",    "Voix",     "Écho"});
  return is_one_of(form, kWords);
}

// Where the name ends that such a word begins at `word`, over its particles: "Correio do Sul". The word itself where nothing goes on.
int end_of_foreign_paper(const Tree& tree, int word) {
  static constexpr auto kParticles =
      std::to_array<std::string_view>({"de", "do", "da", "dos", "das", "del", "du", "des", "della", "dello", "di", "la", "las", "los", "le", "les"});
  int end = word;
  for (int next = word + 1; is_foreign_press_word(tree[word].form) && next < tree.size() && next <= end + 3; ++next) {
    if (is_capitalized(tree[next].form)) end = next;
    else if (!is_one_of(tree[next].form, kParticles)) break;
  }
  return end;
}

// "Zagros Daily", "Channel 9": the tagger often leaves off what names of outlets end in.
bool ends_outlet(const Tree& tree, int word) {
  if (word < 1 || word >= tree.size()) return false;
  if (is_press_word(tree[word].form)) return tree[word].upos == Upos::PROPN && is_capitalized(tree[word - 1].form) && tree[word - 1].upos == Upos::PROPN;
  return tree[word].upos == Upos::NUM && (tree[word - 1].form == "Channel" || tree[word - 1].form == "Radio");
}

// "Lusaka Bakers' Union", where the tagger stops at the apostrophe that it takes for a part of the name.
void take_possessed(const Tree& tree, NameSpan& span) {
  int last = span.last + 1;
  const bool is_cut = span.kind == NameKind::body && tree[span.last].upos == Upos::PART && last < tree.size() && tree[last].upos == Upos::PROPN;
  if (!is_cut) return;
  while (last + 1 < tree.size() && tree[last + 1].upos == Upos::PROPN && tree[last].head == last + 1) ++last;
  span = span_from(tree, span.first, last, span.kind);
}

std::vector<NameSpan> tagged_spans(const Tree& tree, const KnowledgeBase& kb) {
  std::vector<NameSpan> spans;
  for (int w = 0; w < tree.size(); ++w) {
    const std::string_view ner = tree[w].ner;
    if (ner.size() < 3) continue;
    const std::string_view tag = ner.substr(2);
    const bool continues = ner[0] == 'I' && !spans.empty() && spans.back().last == w - 1 && spans.back().kind == kind_of_tag(tag);
    if (continues) {
      spans.back() = span_from(tree, spans.back().first, w, spans.back().kind);
    } else {
      spans.push_back(span_from(tree, w, w, kind_of_tag(tag)));
    }
  }
  for (NameSpan& span : spans) {
    trim_titles(tree, kb, span);
    take_possessed(tree, span);
    while (ends_outlet(tree, span.last + 1) && tree[span.last + 1].ner.size() < 3) span = span_from(tree, span.first, span.last + 1, NameKind::body);
    for (int word = span.first; word <= std::min(span.first + 1, span.last); ++word) {
      if (const int end = end_of_foreign_paper(tree, word); end > span.last) span = span_from(tree, span.first, end, NameKind::body);
    }
    if (is_called_place(tree, span) || is_mistaken_city(tree, kb, span)) span.kind = NameKind::place;
  }
  return spans;
}

void set_state(NameSpan& span, const Tree& tree, const KnowledgeBase& kb) {
  const auto match = kb.state_word(joined(tree, span.first, span.last));
  if (!match) return;
  span.state = match->code;
  span.how = match->how;
}

// "US$", "NZ $", but "lent Laos $600 million".
bool is_money(const Tree& tree, const NameSpan& span) {
  constexpr std::size_t kLongest = 3;  // letters of a currency's state
  const std::string& form = tree[span.last].form;
  const bool is_short = form.size() <= kLongest && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool before = is_short && span.last + 1 < tree.size() && tree[span.last + 1].form == "$";
  return before || form.find('$') != std::string::npos;
}

// What each state may have one of.
bool is_of_a_state(const KbEntry& entry) { return entry.kind == EntityKind::organ || entry.kind == EntityKind::force || entry.kind == EntityKind::party; }

// "Parliament", "Congress", "Police" alone: whose, the context tells.
bool is_common_noun(const Tree& tree, const NameSpan& span, const KbEntry& entry) {
  return is_of_a_state(entry) && span.first == span.last && role_noun(lower(tree[span.first].form)).has_value();
}

// "Prime Minister" is an office, whatever party once chose it for a name.
bool is_title(const KnowledgeBase& kb, const std::string& text, const KbEntry& entry) {
  const bool office = entry.kind == EntityKind::party || entry.kind == EntityKind::group;
  const auto title = office ? kb.title(text) : std::nullopt;
  return title && lower(title->title) == lower(text);
}

// Names of data/kb. Those that are ordinary words too ("Time") count only where the tagger sees the same name.
std::vector<NameSpan> known_spans(const Tree& tree, const KnowledgeBase& kb, const std::vector<NameSpan>& tagged) {
  std::vector<std::string_view> forms;
  for (const Word& word : tree.words()) forms.push_back(word.form);
  std::vector<NameSpan> spans;
  for (const KbMatch& match : kb.find(forms)) {
    NameSpan span = span_from(tree, match.first, match.last - 1, NameKind::unknown);
    const auto same = std::find_if(tagged.begin(), tagged.end(), [&](const NameSpan& tag) { return tag.first == span.first && tag.last == span.last; });
    if (match.weak && same == tagged.end()) continue;
    if (is_common_noun(tree, span, *match.entry)) continue;
    if (is_money(tree, span) || is_title(kb, joined(tree, span.first, span.last), *match.entry)) continue;
    if (same != tagged.end()) span.kind = same->kind;
    span.entry = match.entry;
    set_state(span, tree, kb);
    spans.push_back(span);
  }
  return spans;
}

// "Tamil Tiger rebels": a group of a plural name, before a noun that says who they are. Not: "Tiger Woods", "a Tiger supporter" of nobody known.
void add_singular_groups(const Tree& tree, const KnowledgeBase& kb, std::vector<NameSpan>& spans) {
  constexpr int kLongest = 4;  // words of such a name
  for (int w = 1; w + 1 < tree.size(); ++w) {
    const auto noun = is_capitalized(tree[w].form) && !tree[w].form.ends_with("s") ? role_noun(lower(tree[w + 1].lemma)) : std::nullopt;
    if (!noun || (noun->kind != EntityKind::group && noun->kind != EntityKind::person)) continue;
    const int first = std::max(0, w - kLongest + 1);
    const std::string plural = tree[w].form + "s";
    std::vector<std::string_view> forms;
    for (int word = first; word < w; ++word) forms.push_back(tree[word].form);
    forms.push_back(plural);
    for (const KbMatch& match : kb.find(forms)) {
      if (match.last != static_cast<int>(forms.size()) || match.weak || match.entry->kind != EntityKind::group) continue;
      NameSpan span = span_from(tree, first + match.first, w, NameKind::body);
      if (kb.state_word(joined(tree, span.first, w))) continue;  // "Bosnian Serb"
      span.entry = match.entry;
      std::erase_if(spans, [&](const NameSpan& known) { return span.contains(known); });
      spans.push_back(span);
    }
  }
}

bool covered(const std::vector<NameSpan>& spans, int word) {
  return std::any_of(spans.begin(), spans.end(), [&](const NameSpan& span) { return span.first <= word && word <= span.last; });
}

// A known name that is no single actor hides nobody inside it: "US sanctions on Syria".
bool hides(const std::vector<NameSpan>& spans, int word) {
  return std::any_of(spans.begin(), spans.end(), [&](const NameSpan& span) {
    const bool agreement = span.entry != nullptr && span.entry->kind == EntityKind::agreement;
    return span.first <= word && word <= span.last && !agreement;
  });
}

// Adjectives and demonyms of states, up to three words ("South Korean"), where no known name lies.
void add_state_words(const Tree& tree, const KnowledgeBase& kb, std::vector<NameSpan>& spans) {
  for (int w = 0; w < tree.size(); ++w) {
    if (!is_capitalized(tree[w].form) || hides(spans, w) || tree[w].upos == Upos::DET) continue;
    for (int length = std::min(3, tree.size() - w); length > 0; --length) {
      NameSpan span = span_from(tree, w, w + length - 1, NameKind::unknown);
      if (length > 1 && tree[span.last].upos == Upos::PUNCT) continue;
      set_state(span, tree, kb);
      if (span.state.empty() || is_money(tree, span)) continue;
      const auto is_inside = [&](const NameSpan& known) { return span.contains(known) && known.last - known.first < length - 1; };
      std::erase_if(spans, is_inside);  // "African" of "South African"
      if (hides(spans, w + length - 1)) continue;
      spans.push_back(span);
      w += length - 1;
      break;
    }
  }
}

bool names_nobody(std::string_view form) {
  static constexpr auto kOthers = std::to_array<std::string_view>({"Mr.", "Mr", "Mrs.", "Ms.", "Dr.", "God", "Christmas", "Easter", "Ramadan"});
  return is_one_of(form, kWeekdayNames) || is_one_of(form, kMonthNames) || is_one_of(form, kOthers);
}

bool joins_name(const Tree& tree, int word) {
  return tree[word].upos == Upos::PROPN && (tree.has_relation(word, "flat") || tree.has_relation(word, "compound") || tree.has_relation(word, "nmod:desc"));
}

// "Prime Minister", "Supreme Court": titles and bodies described in capitals, coded as descriptions are.
bool is_described(const Tree& tree, const KnowledgeBase& kb, const NameSpan& span) {
  const std::string last = lower(tree[span.last].form);
  return role_noun(last).has_value() || kb.title(last).has_value();
}

// Tags that cover a title or a body's common noun alone: "Minister" PER, "Navy" ORG.
bool is_only_described(const Tree& tree, const KnowledgeBase& kb, const NameSpan& span) {
  if (span.entry != nullptr || !span.state.empty()) return false;
  return is_described(tree, kb, span) && (span.kind == NameKind::person || span.first == span.last);
}

std::string noun_lemma_of(std::string_view form) {
  const std::string word = lower(form);
  return word.ends_with("s") ? word.substr(0, word.size() - 1) : word;
}

// Runs of proper nouns that hang together and that nobody tagged: "Jane Doe" where the tagger slept.
void add_untagged(const Tree& tree, const KnowledgeBase& kb, std::vector<NameSpan>& outer) {
  for (int w = 0; w < tree.size(); ++w) {
    if (tree[w].upos != Upos::PROPN || covered(outer, w) || names_nobody(tree[w].form)) continue;
    if (!is_capitalized(tree[w].form) && role_noun(noun_lemma_of(tree[w].form))) continue;  // "both states", whatever the tagger says
    int last = w;
    while (last + 1 < tree.size() && tree[last + 1].upos == Upos::PROPN && !covered(outer, last + 1) &&
           (joins_name(tree, last + 1) || joins_name(tree, last) || ends_outlet(tree, last + 1))) {
      ++last;
    }
    const NameSpan span = span_from(tree, w, last, NameKind::unknown);
    if (!is_described(tree, kb, span)) outer.push_back(span);
    w = last;
  }
}

int length_of(const NameSpan& span) { return span.last - span.first + 1; }

bool overlap(const NameSpan& a, const NameSpan& b) { return a.first <= b.last && b.first <= a.last; }

// Longest first; of equals the known one.
bool wins(const NameSpan& a, const NameSpan& b) {
  if (length_of(a) != length_of(b)) return length_of(a) > length_of(b);
  if ((a.entry != nullptr) != (b.entry != nullptr)) return a.entry != nullptr;
  if (a.state.empty() != b.state.empty()) return !a.state.empty();
  return a.first < b.first;
}

// A tagged name that is longer than the known one inside it may be known as a whole: "Donald J. Trump".
void link_whole(NameSpan& span, const Tree& tree, const KnowledgeBase& kb) {
  if (span.entry != nullptr || span.first == span.last || !is_capitalized(tree[span.last].form)) return;
  const auto entries = kb.named(joined(tree, span.first, span.last));
  if (!entries.empty()) span.entry = entries.front();
}

std::vector<NameSpan> longest(std::vector<NameSpan> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), wins);
  std::vector<NameSpan> kept;
  for (const NameSpan& span : candidates) {
    const bool free = std::none_of(kept.begin(), kept.end(), [&](const NameSpan& other) { return overlap(span, other); });
    if (free) kept.push_back(span);
  }
  return kept;
}

bool in_text_order(const NameSpan& a, const NameSpan& b) { return a.first < b.first; }

}  // namespace

const NameSpan* SentenceNames::outer_at(int word) const {
  for (const NameSpan& span : outer) {
    if (span.first <= word && word <= span.last) return &span;
  }
  return nullptr;
}

// "post-Assad Syria", "Northern Syria" tagged as one place: the state it ends in is the name.
void shorten_to_state(NameSpan& span, const std::vector<NameSpan>& parts) {
  if (span.kind != NameKind::place || span.entry != nullptr || !span.state.empty()) return;
  for (const NameSpan& part : parts) {
    const bool at_end = part.last == span.last && part.first > span.first;
    if (at_end && !part.state.empty() && part.how == StateWord::name) {
      span = part;
      return;
    }
  }
}

// "Isatabu Freedom Movement" is not the Freedom Movement that data/kb knows, "National Liberation Forces" no paper. Not: "Hamas Health Ministry", "Friends of
// Hamas".
bool is_piece_of_name(const Tree& tree, const NameSpan& part, const std::vector<NameSpan>& outer) {
  static constexpr auto kKinds = std::to_array<EntityKind>({EntityKind::party, EntityKind::group, EntityKind::outlet, EntityKind::ngo, EntityKind::company});
  if (part.entry == nullptr || !part.state.empty() || std::find(kKinds.begin(), kKinds.end(), part.entry->kind) == kKinds.end()) return false;
  return std::any_of(outer.begin(), outer.end(), [&](const NameSpan& name) {
    return name.entry == nullptr && name.kind == NameKind::body && name.first < part.first && part.last <= name.last &&
           is_capitalized(tree[part.first - 1].form);
  });
}

SentenceNames find_names(const Tree& tree, const KnowledgeBase& kb) {
  const std::vector<NameSpan> tagged = tagged_spans(tree, kb);
  SentenceNames names;
  names.parts = known_spans(tree, kb, tagged);
  add_singular_groups(tree, kb, names.parts);
  add_state_words(tree, kb, names.parts);
  std::vector<NameSpan> candidates = names.parts;
  for (const NameSpan& span : tagged) {
    if (!is_only_described(tree, kb, span)) candidates.push_back(span);
  }
  names.outer = longest(std::move(candidates));
  for (NameSpan& span : names.outer) {
    link_whole(span, tree, kb);
    shorten_to_state(span, names.parts);
  }
  std::erase_if(names.parts, [&](const NameSpan& part) { return is_piece_of_name(tree, part, names.outer); });
  add_untagged(tree, kb, names.outer);
  std::sort(names.outer.begin(), names.outer.end(), in_text_order);
  std::sort(names.parts.begin(), names.parts.end(), in_text_order);
  return names;
}

bool is_of_many_states(const std::vector<const KbEntry*>& rows) {
  return rows.size() > 1 && std::all_of(rows.begin(), rows.end(), [](const KbEntry* row) { return is_of_a_state(*row); }) &&
         std::any_of(rows.begin(), rows.end(), [&](const KbEntry* row) { return row->code != rows.front()->code; });
}

const KbEntry* row_of_context(const std::vector<SentenceNames>& names, int sentence, int word, const std::vector<const KbEntry*>& rows) {
  for (int s = sentence; s >= 0 && s >= sentence - kContext; --s) {
    const std::vector<NameSpan>& parts = names[static_cast<std::size_t>(s)].parts;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (part->state.empty() || (s == sentence && part->first > word)) continue;
      for (const KbEntry* row : rows) {
        if (row->code == part->state || row->country == part->state) return row;
      }
    }
  }
  return nullptr;
}

void settle_shared_names(const Tree& tree, const KnowledgeBase& kb, std::vector<SentenceNames>& names) {
  const int sentence = static_cast<int>(names.size()) - 1;
  const auto settle = [&](NameSpan& span) {
    if (span.entry == nullptr || !span.state.empty() || !is_of_a_state(*span.entry)) return;
    const std::vector<const KbEntry*> rows = kb.named(joined(tree, span.first, span.last));
    if (!is_of_many_states(rows)) return;
    const KbEntry* row = row_of_context(names, sentence, span.last, rows);
    if (row != nullptr) span.entry = row;
    span.any_states = row == nullptr;
  };
  for (NameSpan& span : names.back().parts) settle(span);
  for (NameSpan& span : names.back().outer) settle(span);
}

int noun_with_of(const Tree& tree, const NameSpan& name) {
  const auto preposition = tree.preposition(name.head);
  return preposition && lower(tree[*preposition].form) == "of" ? tree[name.head].head : -1;
}

bool names_outlet(const Tree& tree, const NameSpan& name) {
  static constexpr auto kBefore = std::to_array<std::string_view>({"Radio", "Channel", "Télé", "TV", "Television"});
  static constexpr auto kNouns = std::to_array<std::string_view>({"daily", "weekly", "newspaper", "tabloid", "broadsheet", "magazine", "website", "broadcaster",
                                                                  "portal", "station", "monthly", "paper", "outlet", "channel"});
  static constexpr auto kArticles = std::to_array<std::string_view>({"the", "el", "la", "le", "il", "o", "a", "os", "les", "los", "las"});
  static constexpr auto kPosts = std::to_array<std::string_view>({"Border", "Command", "Police", "Customs", "Guard", "Army", "Observation"});
  const auto is_noun = [&](int word) { return word >= 0 && is_one_of(lower(tree[word].form), kNouns); };
  if (is_noun(name.first - 1) || is_noun(name.first)) return true;
  static constexpr auto kOfNews = std::to_array<std::string_view>({"site", "agency", "channel", "service", "network"});  // "the news site Sahel Matin"
  if (name.first > 1 && lower(tree[name.first - 2].form) == "news" && is_one_of(tree[name.first - 1].form, kOfNews)) return true;
  for (int word = name.first; word <= name.last; ++word) {
    if (is_noun(word) && !is_capitalized(tree[word].form)) return true;  // "the Lisbon weekly Tejo"
    if (word < name.last && lower(tree[word].form) == "news" && lower(tree[word + 1].form) == "agency") return true;
  }
  if (name.first == name.last) return false;
  static constexpr auto kAir = std::to_array<std::string_view>({"Radio", "Television", "TV"});
  const int begins = name.first + (is_one_of(lower(tree[name.first].form), kArticles) ? 1 : 0);
  if (is_foreign_press_word(tree[begins].form) || is_one_of(tree[name.last].form, kAir)) return true;
  if (tree[name.last].form == "Station" && (tree[name.last - 1].form == "Broadcasting" || is_one_of(tree[name.last - 1].form, kAir))) return true;
  const bool is_border_post = tree[name.last].form == "Post" && is_one_of(tree[name.last - 1].form, kPosts);
  return is_one_of(tree[name.first].form, kBefore) || (is_press_word(tree[name.last].form) && !is_border_post);
}

std::string joined(const Tree& tree, int first, int last) {
  std::string out;
  for (int w = first; w <= last; ++w) {
    const bool glued = tree[w].form == "'s" || tree[w].form == "\u2019s";
    if (w > first && !glued) out += ' ';
    out += tree[w].form;
  }
  return out;
}

int head_of_span(const Tree& tree, int first, int last) {
  for (int w = first; w <= last; ++w) {
    if (tree[w].head < first || tree[w].head > last) return w;
  }
  return first;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool is_capitalized(std::string_view form) {
  return !form.empty() && (std::isupper(static_cast<unsigned char>(form[0])) != 0 || (static_cast<unsigned char>(form[0]) & 0x80) != 0);
}

}  // namespace dragoman::entities

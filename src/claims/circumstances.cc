// SPDX-License-Identifier: Apache-2.0
#include "claims/circumstances.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/days.h"
#include "base/strings.h"
#include "claims/arguments.h"
#include "claims/attachment.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 18> kLocative = {"in",    "at",     "near",  "outside", "around",  "inside", "across", "on",         "off",
                                                        "along", "within", "above", "through", "between", "beside", "beyond", "throughout", "into"};
// Where even a government's name is its city's or country's.
constexpr std::array<std::string_view, 6> kInside = {"in", "at", "near", "outside", "inside", "throughout"};
// "Adre, near Sudan": of a state these say where it is not.
constexpr std::array<std::string_view, 3> kOutside = {"near", "outside", "beyond"};
// "the market of Kutum", "north of Goma": what is of a place is there.
constexpr std::array<std::string_view, 34> kSites = {
    "market",    "town",     "city",      "village", "port",   "district", "province", "region",        "camp",         "bridge", "airport", "suburb",
    "outskirts", "outskirt", "edge",      "centre",  "center", "north",    "south",    "east",          "west",         "bank",   "island",  "area",
    "enclave",   "exclave",  "peninsula", "valley",  "street", "coast",    "capital",  "neighbourhood", "neighborhood", "quarter"};
// What is a place though it has no name.
constexpr auto kGrounds = std::to_array<std::string_view>(
    {"country", "capital",  "city",     "town",     "village", "province",  "district",   "region",        "state",        "county",   "island",     "kingdom",
     "valley",  "suburb",   "post",     "outpost",  "camp",    "base",      "border",     "factory",       "prison",       "orchard",  "checkpoint", "farm",
     "market",  "square",   "barracks", "hall",     "house",   "home",      "hospital",   "church",        "mosque",       "school",   "bridge",     "office",
     "airport", "port",     "frontier", "garrison", "mine",    "plant",     "station",    "neighbourhood", "neighborhood", "area",     "zone",       "site",
     "spot",    "airstrip", "airfield", "road",     "street",  "roadway",   "highway",    "terminal",      "palace",       "gate",     "building",   "fence",
     "field",   "depot",    "hotel",    "clinic",   "court",   "courtroom", "university", "stop",          "corridor",     "coast",    "shore",      "north",
     "south",   "east",     "west",     "islet",    "desert",  "strip",     "side",       "crossing",      "parliament",   "ministry", "cell",       "flat",
     "edge",    "centre",   "center",   "pagoda",   "temple",  "cafe",      "restaurant", "shop",          "pharmacy",     "well"});
constexpr std::array<std::string_view, 5> kDwellers = {"resident", "people", "inhabitant", "citizen", "villager"};

// Events that happen where those who suffer or do them are; words of blame, refusal or demand may be said anywhere.
bool is_where_its_parties_are(const EventAt& event) {
  switch (event.frame->type) {
    case EventType::accuse:
    case EventType::request:
    case EventType::reject:
    case EventType::threaten:
    case EventType::aid:
    case EventType::concede: return false;
    case EventType::sanction: return event.mode == "convict";
    default: return true;
  }
}

struct PlaceFinder {
  const ParsedReport& report;
  const EntityTable& entities;
  const KnowledgeBase& kb;
  const EventAt& event;
  const Tree& tree;

  struct Candidate {
    int word = 0, cost = 0;
    bool is_state = false;
  };

  const Mention* mention_at(int word) const {
    const Mention* mention = entities.at({event.trigger.sentence, word});
    return mention == nullptr || mention->entities.empty() ? nullptr : mention;
  }
  const Entity& entity_of(const Mention& mention) const { return entities.entities[static_cast<std::size_t>(mention.entities.front())]; }
  bool names_place(const Mention* mention) const { return mention != nullptr && (mention->as_place || entity_of(*mention).kind == EntityKind::place); }

  // The word that places the name: the preposition before it, or before the site that it is `of`: "on the banks of the Guaviare".
  struct Locative {
    std::string preposition;
    int head = 0;
  };
  std::optional<Locative> locative_of(int word) const {
    int head = word;
    const std::string own = preposition_of(tree, word);
    if (is_one_of(own, kLocative)) return Locative{own, word};
    // "in Abu Dhabi": the preposition may hang on another word of the name.
    const Mention* mention = mention_at(word);
    if (own.empty() && mention != nullptr && mention->first > 0 && tree[mention->first - 1].upos == Upos::ADP) {
      const std::string before = lower_ascii(tree[mention->first - 1].form);
      if (is_one_of(before, kLocative)) return Locative{before, word};
    }
    if (is_way_of_event(own)) return Locative{own, word};
    if (own == "of" && is_direction_before(word)) return Locative{"near", word};
    const bool inside = own == "of" || tree.has_relation(word, "appos") || tree.has_relation(word, "compound") || tree.has_relation(word, "nmod:poss") ||
                        tree.has_relation(word, "conj");
    head = tree[word].head;
    if (!inside || head < 0 || tree[head].is_verbal()) return std::nullopt;
    if (own == "of" && !is_one_of(lower_ascii(tree[head].lemma), kSites)) {
      const bool dwells = event.frame->type == EventType::protest && is_one_of(tree[head].lemma, kDwellers);
      return dwells ? std::optional(Locative{"of", head}) : std::nullopt;
    }
    const std::string outer = preposition_of(tree, head);
    if (is_one_of(outer, kLocative) || is_way_of_event(outer)) return Locative{outer, head};
    if (own == "of" && tree.has_relation(head, "obj")) return Locative{"of", head};  // "bombed the market of Kutum"
    return std::nullopt;
  }

  // "abducted from a clinic", "sent two battalions to Bunia": where it began or ended is where it happened.
  bool is_way_of_event(std::string_view preposition) const {
    const EventType type = event.frame->type;
    if (preposition == "from") return type == EventType::retreat || type == EventType::coerce || event.mode == "abduct" || event.mode == "expel" || is_driven();
    return preposition == "to" && (type == EventType::mobilize || type == EventType::aid);
  }

  bool is_driven() const {
    static constexpr auto kDriven = std::to_array<std::string_view>({"drive", "displace", "evict", "expel", "deport", "chase", "uproot"});
    return event.frame->type == EventType::sanction && is_one_of(tree[event.trigger.word].lemma, kDriven);
  }

  // "fired north of Goma", whatever the parser hangs Goma on.
  bool is_direction_before(int word) const {
    static constexpr auto kDirections = std::to_array<std::string_view>(
        {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west"});
    const auto preposition = tree.preposition(word);
    return preposition && *preposition > 0 && is_one_of(lower_ascii(tree[*preposition - 1].form), kDirections);
  }

  bool is_place(const Mention& mention, const Locative& locative) const {
    const std::string_view words = report.words(mention.sentence, mention.first, mention.last);
    const std::string_view name = words.starts_with("the ") ? words.substr(4) : words;  // "the Mackenzie bridge"
    if (name.empty() || (name.front() >= 'a' && name.front() <= 'z' && tree[mention.head].upos != Upos::PROPN)) return false;
    if (names_place(&mention)) return true;
    const Entity& entity = entity_of(mention);
    if (mention.form != MentionForm::name || !is_one_of(locative.preposition, kInside) || locative.head != mention.head) return false;
    const auto state = kb.state_word(words);
    return state ? state->how == StateWord::name || state->how == StateWord::capital : entity.kind == EntityKind::state && !kb.places(words).empty();
  }

  std::optional<Candidate> candidate(const Attachment& attachment, int word) const {
    const Mention* mention = mention_at(word);
    if (mention == nullptr) return std::nullopt;
    const auto locative = locative_of(word);
    if (!locative || !is_place(*mention, *locative)) return std::nullopt;
    const Entity& entity = entity_of(*mention);
    const bool is_state = entity.kind == EntityKind::state && entity.code == entity.country &&
                          kb.state_word(report.words(mention->sentence, mention->first, mention->last)).value_or(KbStateMatch{}).how == StateWord::name;
    if (locative->preposition == "between" && entity.kind != EntityKind::place) return std::nullopt;
    if (is_state && is_one_of(locative->preposition, kOutside)) return std::nullopt;
    auto cost = attachment.cost(locative->head);
    if (!cost || through_teller(locative->head) || is_in_topic(locative->head)) return std::nullopt;
    if (*cost % Attachment::kShared >= Attachment::kNominal && !is_where_its_parties_are(event)) return std::nullopt;
    if (locative->preposition == "of") *cost += Attachment::kNominal;
    return Candidate{word, *cost + (is_state ? 4 : 0), is_state};
  }

  // "according to two diplomats in Nairobi".
  bool through_teller(int word) const {
    for (int up = word; up >= 0; up = tree[up].head) {
      if (up == event.trigger.word) return false;
      if (preposition_of(tree, up).starts_with("according")) return true;
    }
    return false;
  }

  // "signed an agreement on a ferry between Varna and Poti": where lies what is talked about, agreed on or paid for.
  bool is_in_topic(int word) const {
    static constexpr auto kTopic = std::to_array<std::string_view>({"on", "about", "over", "concerning", "regarding", "for"});
    switch (event.frame->type) {
      case EventType::consult:
      case EventType::agree:
      case EventType::support:
      case EventType::cooperate:
      case EventType::aid: break;
      default: return false;
    }
    for (int up = tree[word].head; up >= 0 && up != event.trigger.word && !tree[up].is_verbal(); up = tree[up].head) {
      if (tree[up].upos == Upos::NOUN && is_one_of(preposition_of(tree, up), kTopic)) return true;
    }
    return false;
  }

  Place place_at(int word) const {
    const Mention& mention = *mention_at(word);
    const Entity& entity = entity_of(mention);
    Place place;
    place.span = report.span(mention.sentence, mention.first, mention.last);
    place.name = entity.name.find(" - ") == std::string::npos ? entity.name : std::string(report.text->slice(place.span));
    place.country = entity.country.empty() ? entity.code : entity.country;
    const auto known = kb.places(report.words(mention.sentence, mention.first, mention.last));
    const KbPlace* match = best_match(known, place.country);
    if (match == nullptr) return place;
    place.country = std::string(match->country);
    place.lat = match->lat;
    place.lon = match->lon;
    if (match->geonameid != 0) place.geonameid = static_cast<long>(match->geonameid);
    return place;
  }

  // Of places of one name, the one in a country that the sentence names ("Mozambique's army ... near Palma"), else the entity's own country.
  const KbPlace* best_match(const std::vector<KbPlace>& known, const std::string& country) const {
    const auto in = [&](std::string_view code) {
      const auto found = std::find_if(known.begin(), known.end(), [&](const KbPlace& p) { return p.country == code; });
      return found == known.end() ? nullptr : &*found;
    };
    const KbPlace* own = country.empty() ? nullptr : in(country);
    if (country.empty() || own != nullptr) {
      if (!country.empty() && is_named_near(country)) return own;
      for (const Mention& mention : entities.mentions) {
        if (mention.sentence != event.trigger.sentence || mention.entities.empty()) continue;
        const Entity& entity = entity_of(mention);
        if (entity.kind == EntityKind::place) continue;
        if (const KbPlace* near = in(entity.code); near != nullptr && entity.code.size() == 3) return near;
      }
    }
    return country.empty() && !known.empty() ? &known.front() : own;
  }

  bool is_named_near(const std::string& code) const {
    return std::any_of(entities.mentions.begin(), entities.mentions.end(), [&](const Mention& mention) {
      return mention.sentence == event.trigger.sentence && !mention.entities.empty() && entity_of(mention).kind != EntityKind::place &&
             entity_of(mention).code == code;
    });
  }

  // "Ainaro, where soldiers fired": a clause of a place happens there.
  std::optional<Place> place_of_clause() const {
    const auto verb = clause_verb(tree, event.trigger.word);
    if (!verb || !tree.has_relation(*verb, "acl:relcl")) return std::nullopt;
    const auto& kids = tree.children(*verb);
    const bool is_where = std::any_of(kids.begin(), kids.end(), [&](int kid) {
      return kid < *verb && (tree[kid].lemma == "where" || (tree[kid].lemma == "which" && preposition_of(tree, kid) == "in"));
    });
    if (!is_where) return std::nullopt;
    std::vector<int> places = {tree[*verb].head};
    for (const std::string_view relation : {std::string_view("nmod"), std::string_view("appos")}) {
      for (const int inside : tree.children(tree[*verb].head, relation)) places.push_back(inside);
    }
    for (const int word : places) {
      if (names_place(mention_at(word))) return place_at(word);
    }
    return std::nullopt;
  }

  std::string country_of_mention(const Mention& mention) const {
    const Entity& entity = entity_of(mention);
    return entity.country.empty() ? entity.code : entity.country;
  }

  // Whose a place is: of whom its words name ("the Moroccan checkpoint"), of whoever has it ("its northern border"), else of the report's country.
  std::string country_at(int word) const {
    const Mention* mention = mention_at(word);
    if (const std::string own = mention == nullptr ? "" : country_of_mention(*mention); !own.empty()) return own;
    const auto owner = tree.child(word, "nmod:poss");
    const Mention* has = owner ? mention_at(*owner) : nullptr;
    if (const std::string own = has == nullptr ? "" : country_of_mention(*has); own.size() == 3) return own;
    return entities.home(event.trigger.sentence);
  }

  // "in the capital", "throughout the country": no name, but a state.
  std::optional<Place> unnamed_place_at(int word) const {
    const std::string country = country_at(word);
    if (country.size() != 3) return std::nullopt;
    Place place;
    const Tree::Range range = tree.range(word);
    int first = range.first;
    if (const auto preposition = tree.preposition(word)) first = std::max(first, *preposition + 1);
    place.span = report.span(event.trigger.sentence, first, word);
    place.name = std::string(report.text->slice(place.span));
    place.country = country;
    return place;
  }

  bool is_known_ground(int word) const {
    const auto determiner = tree.child(word, "det");
    const bool is_known = (determiner && tree[*determiner].lemma != "no") || tree.child(word, "nummod") || tree.child(word, "nmod:poss");
    return tree[word].upos == Upos::NOUN && is_known && is_one_of(lower_ascii(tree[word].lemma), kGrounds);
  }

  std::optional<Place> unnamed_place(const Attachment& attachment) const {
    for (int word = 0; word < tree.size(); ++word) {
      const std::string own = preposition_of(tree, word);
      const bool is_where = is_one_of(own, kLocative) || own == "before" || is_way_of_event(own);
      if (!is_where || !is_known_ground(word)) continue;
      const auto cost = attachment.cost(word);
      if (!cost || *cost % Attachment::kShared >= Attachment::kNominal || through_teller(word)) continue;
      if (auto place = unnamed_place_at(word)) return place;
    }
    return std::nullopt;
  }

  // "closed the market", "raided a flat": where it is done is what it is done to.
  std::optional<Place> ground_of_event() const {
    switch (event.frame->type) {
      case EventType::assault:
      case EventType::coerce:
      case EventType::protest: break;
      case EventType::consult:
        if (tree[event.trigger.word].lemma == "visit") break;
        return std::nullopt;
      default: return std::nullopt;
    }
    for (const std::string_view relation : {std::string_view("obj"), std::string_view("nsubj:pass")}) {
      const auto object = tree.child(event.trigger.word, relation);
      if (object && is_known_ground(*object)) return unnamed_place_at(*object);
    }
    return std::nullopt;
  }

  std::optional<Place> run() const {
    const Attachment attachment(tree, event);
    std::optional<Candidate> best, state;
    for (int word = 0; word < tree.size(); ++word) {
      const auto found = candidate(attachment, word);
      if (!found) continue;
      if (!best || found->cost < best->cost) best = found;
      if (found->is_state && !state) state = found;
    }
    if (!best) {
      if (auto where = place_of_clause()) return where;
      const auto unnamed = unnamed_place(attachment);
      return unnamed ? unnamed : ground_of_event();
    }
    Place place = place_at(best->word);
    if (place.country.empty() && state) place.country = place_at(state->word).country;  // "in Goma, in eastern Congo"
    return place;
  }
};

// "shelled Kharkiv", "visited Tehran".
std::optional<Place> place_of_recipient(const PlaceFinder& finder) {
  for (const ParticipantAt& participant : finder.event.participants) {
    if (participant.role != Role::recipient || participant.head.sentence != finder.event.trigger.sentence) continue;
    if (finder.names_place(finder.mention_at(participant.head.word))) return finder.place_at(participant.head.word);
  }
  return std::nullopt;
}

int distance(int a, int b) { return a < b ? b - a : a - b; }

// Does a time inside a noun phrase date that noun only: "the June election", "Friday's attack"?
bool dates_another_noun(const Tree& tree, int word, int trigger) {
  const int head = tree[word].head;
  if (head < 0 || head == trigger || tree[head].is_verbal() || !preposition_of(tree, word).empty()) return false;
  const bool inside =
      tree.has_relation(word, "compound") || tree.has_relation(word, "nmod") || tree.has_relation(word, "amod") || tree.has_relation(word, "nummod");
  return inside && (tree.has_relation(head, "obj") || tree.has_relation(head, "nsubj") || tree.has_relation(head, "nmod"));
}

// The word by which an expression's words hang together, first of those inside it whose head is outside.
int head_of_span(const ParsedReport& report, int sentence, Span span) {
  const Tree& tree = report.tree(sentence);
  const auto inside = [&](int word) {
    const Span token = report.tokenized.tokens[tree[word].token].span;
    return token.begin >= span.begin && token.end <= span.end;
  };
  for (int word = 0; word < tree.size(); ++word) {
    if (inside(word) && (tree[word].head < 0 || !inside(tree[word].head)) && tree[word].upos != Upos::ADP && tree[word].upos != Upos::PUNCT) return word;
  }
  return -1;
}

TimeExpression joined(const TimeExpression& from, const TimeExpression& to, const TextIndex& text) {
  TimeExpression range = from;
  range.words = text.text_span({from.words.span.begin, to.words.span.end});
  if (from.begin_date.size() >= 10 && to.end_date.size() >= 10) range.timex = from.timex + "/" + to.timex;
  range.end_date = to.end_date;
  return range;
}

// "from March to May": nothing but a linking word between the two.
bool is_range(const TimeExpression& a, const TimeExpression& b, const TextIndex& text) {
  if (b.words.span.begin <= a.words.span.end || b.words.span.begin - a.words.span.end > 12) return false;
  const std::string_view between = text.slice({a.words.span.end, b.words.span.begin});
  for (const std::string_view link : {" to ", " until ", " till ", " through ", "-", "–", " and "}) {
    if (between == link) return link != " and " || (a.words.span.begin >= 8 && text.slice({a.words.span.begin - 8, a.words.span.begin}) == "between ");
  }
  return false;
}

// "2025-05" and longer, a year later; a week later.
std::string year_after(const std::string& date) {
  if (date.size() < 7) return date;
  const int year = std::atoi(date.substr(0, 4).c_str());
  return year > 0 ? fmt::format("{:04}{}", year + 1, date.substr(4)) : date;
}
std::string week_after(const std::string& date) {
  const auto day = day_number_of(date);
  return day ? iso_of_day(*day + 7) + date.substr(10) : date;
}

// "in 2015, when Riga expelled two envoys": the clause has the time before it, wherever the parser hangs it.
std::optional<std::size_t> time_before_when(const ParsedReport& report, const std::vector<TimeExpression>& times, const EventAt& event) {
  const int s = event.trigger.sentence;
  const Tree& tree = report.tree(s);
  auto verb = clause_verb(tree, event.trigger.word);
  while (verb && tree.has_relation(*verb, "conj") && tree[*verb].head < *verb && tree[tree[*verb].head].is_verbal()) verb = tree[*verb].head;
  if (!verb) return std::nullopt;
  for (const int when : tree.children(*verb)) {
    if (when < 2 || when > *verb || lower_ascii(tree[when].form) != "when" || tree[when - 1].form != ",") continue;
    const std::size_t end = report.tokenized.tokens[tree[when - 2].token].span.end;
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (times[i].words.span.end == end && times[i].type == TimeType::date) return i;
    }
  }
  return std::nullopt;
}

// How many days: 2 of "P2D", 7 of "P1W", 0 of hours; none of "P1.5W", months, and what no calendar has.
std::optional<int> days_of_duration(std::string_view timex) {
  if (timex.starts_with("PT")) return 0;
  const char unit = timex.size() > 2 ? timex.back() : ' ';
  const int number = timex.size() > 2 ? std::atoi(std::string(timex.substr(1)).c_str()) : 0;
  constexpr int kMost = 36'500;
  if (number <= 0 || number > kMost || timex.find('.') != std::string_view::npos || (unit != 'D' && unit != 'W')) return std::nullopt;
  return unit == 'D' ? number : 7 * number;
}

// "fired on Wednesday, a week after its planes had bombed the camp": the bombing, a week before that Wednesday.
std::optional<TimeExpression> time_at_distance(const ParsedReport& report, const std::vector<TimeExpression>& times, const EventAt& event) {
  const int s = event.trigger.sentence;
  const Tree& tree = report.tree(s);
  auto verb = clause_verb(tree, event.trigger.word);
  while (verb && !tree.child(*verb, "mark") && tree.has_relation(*verb, "conj") && tree[*verb].head < *verb) verb = clause_verb(tree, tree[*verb].head);
  const auto mark = verb ? tree.child(*verb, "mark") : std::nullopt;
  if (!mark || *mark == 0 || (tree[*mark].lemma != "after" && tree[*mark].lemma != "before")) return std::nullopt;
  const std::size_t end = report.tokenized.tokens[tree[*mark - 1].token].span.end;
  const auto measure = std::find_if(times.begin(), times.end(), [&](const TimeExpression& time) { return time.words.span.end == end; });
  const auto days = measure == times.end() || measure->type != TimeType::duration ? std::nullopt : days_of_duration(measure->timex);
  if (!days) return std::nullopt;
  const Tree::Range own = tree.range(*verb);
  const Span inside = report.span(s, *mark, std::max(own.last, *mark)), sentence = report.sentence(s).span;
  for (auto host_at = times.rbegin(); host_at != times.rend(); ++host_at) {  // the nearest before it
    const TimeExpression& host = *host_at;
    const bool is_here = host.words.span.begin >= sentence.begin && host.words.span.end <= sentence.end && host.words.span.begin < inside.begin;
    const auto day = is_here && host.timex.size() >= 10 && host.begin_date.size() >= 10 ? day_number_of(host.begin_date) : std::nullopt;
    if (!day) continue;
    TimeExpression time = *measure;
    time.type = TimeType::date;
    time.timex = time.begin_date = time.end_date = iso_of_day(tree[*mark].lemma == "after" ? *day - *days : *day + *days);
    return time;
  }
  return std::nullopt;
}

// "fired when he returned on Friday": what happened then is of the clause's time.
std::optional<std::size_t> time_of_when(const ParsedReport& report, const std::vector<TimeExpression>& times, const EventAt& event) {
  const int s = event.trigger.sentence;
  const Tree& tree = report.tree(s);
  auto verb = clause_verb(tree, event.trigger.word);
  while (verb && tree.has_relation(*verb, "conj") && !tree.child(*verb, "nsubj") && tree[tree[*verb].head].is_verbal()) verb = tree[*verb].head;
  if (!verb) return std::nullopt;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const bool is_here = times[i].words.span.begin >= report.sentence(s).span.begin && times[i].words.span.end <= report.sentence(s).span.end;
    const int word = is_here && times[i].type == TimeType::date ? head_of_span(report, s, times[i].words.span) : -1;
    const int clause = word < 0 ? -1 : tree[word].head;
    if (clause < 0 || tree[clause].head != *verb || !tree.has_relation(clause, "advcl")) continue;
    const auto& kids = tree.children(clause);
    if (std::any_of(kids.begin(), kids.end(), [&](int kid) { return kid < clause && lower_ascii(tree[kid].form) == "when"; })) return i;
  }
  return std::nullopt;
}

// "hours after it was published": how far apart, and no time. Not: "blocked it for six hours after the arrest".
bool is_distance(const ParsedReport& report, int sentence, const TimeExpression& time) {
  if (time.type != TimeType::duration) return false;
  const Tree& tree = report.tree(sentence);
  for (int word = 0; word < tree.size(); ++word) {
    const Span token = report.tokenized.tokens[tree[word].token].span;
    if (token.end + 1 == time.words.span.begin && lower_ascii(tree[word].form) == "for") return false;
    if (token.begin <= time.words.span.end || token.begin > time.words.span.end + 1) continue;
    const std::string form = lower_ascii(tree[word].form);
    return form == "after" || form == "before";
  }
  return false;
}

// "in 2006", "last year", "in May": what led to what happened then is mostly of the same year or month.
bool is_long(const TimeExpression& time) { return time.type == TimeType::date && (time.timex.size() == 4 || time.timex.size() == 7); }

}  // namespace

TimeExpression next_of_name(TimeExpression time, std::string_view published) {
  const bool is_past = !time.end_date.empty() && !published.empty() && time.end_date.substr(0, 10) < published.substr(0, 10);
  if (!is_past) return time;
  const bool is_weekday = is_weekday_name(time.words.text);
  if (!is_weekday && !is_month_name(time.words.text)) return time;
  for (std::string* date : {&time.timex, &time.begin_date, &time.end_date}) *date = is_weekday ? week_after(*date) : year_after(*date);
  return time;
}

std::optional<Place> place_of(const ParsedReport& report, const EntityTable& entities, const KnowledgeBase& kb, const EventAt& event) {
  const PlaceFinder finder{report, entities, kb, event, report.tree(event.trigger.sentence)};
  const auto recipient = place_of_recipient(finder);
  if (recipient && event.frame->type == EventType::consult) return recipient;  // "visited Kyiv, and will go to Warsaw"
  if (auto place = finder.run()) return place;
  return recipient;
}

std::optional<TimeExpression> time_of(const ParsedReport& report, const std::vector<TimeExpression>& times, const EventAt& event) {
  const Tree& tree = report.tree(event.trigger.sentence);
  const Sentence& sentence = report.sentence(event.trigger.sentence);
  const Attachment attachment(tree, event);
  std::optional<std::size_t> best, beside;
  int best_cost = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Span span = times[i].words.span;
    if (span.begin < sentence.span.begin || span.end > sentence.span.end || times[i].type == TimeType::set) continue;
    if (is_distance(report, event.trigger.sentence, times[i])) continue;
    const int word = head_of_span(report, event.trigger.sentence, span);
    if (word < 0 || dates_another_noun(tree, word, event.trigger.word)) continue;
    const auto steps = attachment.cost(word);
    const bool is_day = times[i].timex.size() >= 10 && times[i].begin_date.size() >= 10;
    if (!steps && (is_day || is_long(times[i])) && attachment.is_beside(word)) beside = i;
    if (!steps) continue;
    const int cost = *steps * 100 + distance(word, event.trigger.word) + (times[i].type == TimeType::duration ? 100000 : 0);
    if (best && cost >= best_cost) continue;
    best = i;
    best_cost = cost;
  }
  if (!best || best_cost >= Attachment::kShared * 100) {
    if (auto distant = time_at_distance(report, times, event)) return distant;
    if (const auto named = time_before_when(report, times, event)) return times[*named];
  }
  if (!best && beside) return times[*beside];
  if (!best) best = time_of_when(report, times, event);
  if (!best) return std::nullopt;
  if (*best + 1 < times.size() && is_range(times[*best], times[*best + 1], *report.text)) return joined(times[*best], times[*best + 1], *report.text);
  if (*best > 0 && is_range(times[*best - 1], times[*best], *report.text)) return joined(times[*best - 1], times[*best], *report.text);
  return times[*best];
}

}  // namespace dragoman

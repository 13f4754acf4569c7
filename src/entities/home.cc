// SPDX-License-Identifier: Apache-2.0
#include "entities/home.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <set>

#include "base/strings.h"

namespace dragoman::entities {
namespace {

constexpr double kLikely = 0.3;  // of a country: below it somebody is left without one

// What says that somebody is of elsewhere, or of several states.
bool is_foreign_word(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"western",     "regional", "foreign",    "international", "european",    "african",    "arab",     "asian",         "latin",      "gulf",
       "nordic",      "baltic",   "allied",     "visiting",      "un",          "eu",         "nato",     "diplomat",      "ambassador", "envoy",
       "embassy",     "consul",   "consulate",  "mediator",      "mission",     "delegation", "attache",  "emissary",      "observer",   "monitor",
       "peacekeeper", "tourist",  "mercenary",  "neighbouring",  "neighboring", "neighbour",  "neighbor", "multinational", "global",     "world",
       "overseas",    "exiled",   "diplomatic", "coalition",     "alliance",    "bloc",       "summit",   "negotiator",    "backed",     "funded",
       "sponsored",   "aligned",  "migrant",    "refugee",       "asylum",      "donor",      "creditor"});
  return is_one_of(word, kWords);
}

bool is_named_bloc(std::string_view form) { return form == "Alliance" || form == "Coalition" || form == "Bloc"; }

// "Foreign Minister Solvang", "the regional police": offices of the state itself. Not: "a foreign minister", "a regional official".
bool names_home_office(const Tree& tree, int first, int word) {
  static constexpr auto kForeign = std::to_array<std::string_view>({"minister", "ministry", "secretary", "office", "affairs", "policy", "service"});
  static constexpr auto kRegional = std::to_array<std::string_view>({"police", "governor", "government", "council", "court", "prosecutor", "administration",
                                                                     "commander", "parliament", "assembly", "authority", "authorities", "office"});
  const std::string form = lower_ascii(tree[word].form), next = lower_ascii(tree[word + 1].form);
  if (form == "regional") return is_one_of(next, kRegional);
  const bool is_any = word > first && tree[word - 1].upos == Upos::DET && tree[word - 1].lemma == "a";
  return form == "foreign" && is_one_of(next, kForeign) && !is_any;
}

// "the clinic", "state radio", "the bloc".
bool may_be_described(EntityKind kind) { return kind == EntityKind::other || kind == EntityKind::outlet || kind == EntityKind::igo; }

// Whom neither a name nor a word about him gives a country. Unknown armed men stay nobody's (DESIGN section 4).
bool may_go_home(const EntityDraft& draft) {
  const Entity& entity = draft.entity;
  return entity.code.empty() && entity.country.empty() && entity.sector != "UAF" && draft.entry == nullptr &&
         (may_lack_country(entity.kind) || (draft.described && may_be_described(entity.kind)));
}

}  // namespace

bool may_lack_country(EntityKind kind) {
  static constexpr auto kKinds = std::to_array<EntityKind>({EntityKind::person, EntityKind::people, EntityKind::organ, EntityKind::force, EntityKind::party,
                                                            EntityKind::group, EntityKind::ngo, EntityKind::company});
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

bool is_foreign(const Tree& tree, int first, int last) {
  static constexpr auto kOwn = std::to_array<std::string_view>({"opposition", "party", "local", "domestic", "civil", "independent", "union"});
  for (int word = first; word < last; ++word) {
    if (is_one_of(lower_ascii(tree[word].form), kOwn)) return false;  // "opposition monitors", "local observers"
  }
  for (int word = first; word <= last; ++word) {
    if (word < last && names_home_office(tree, first, word)) continue;
    const bool is_of_name = word > 0 && is_capitalized(tree[word].form) && is_capitalized(tree[word - 1].form) && tree[word - 1].upos == Upos::PROPN;
    if (is_of_name && is_named_bloc(tree[word].form)) continue;  // "Three Rivers Alliance"
    if (is_foreign_word(noun_lemma(tree[word])) || is_foreign_word(lower_ascii(tree[word].form))) return true;
  }
  return false;
}

Homes::Homes(const Reading& reading, const EntityDrafts& drafts, const HomeWeights& weights) : weights_(weights), outlet_(reading.setting.outlet()) {
  stories_.emplace_back();
  for (const auto& [sentence, country] : reading.setting.datelines()) {
    const auto& sentences = reading.report.tokenized.sentences;
    const bool is_told_before =
        std::any_of(sentences.begin(), sentences.begin() + sentence, [](const Sentence& one) { return one.kind == SentenceKind::prose; });
    if (is_told_before) stories_.emplace_back().first = sentence;  // not behind a headline and a byline alone
    stories_.back().dateline = country;
  }
  for (Story& story : stories_) {
    if (!story.dateline.empty()) note(story, story.dateline, {story.first, -1}, true);
  }
  for (const Phrase& phrase : reading.phrases) {
    for (const int index : phrase.mention.entities) {
      const Entity& entity = drafts[index].entity;
      const bool acts_as_body = drafts[index].described && entity.sector == "IGO" && entity.country.empty();
      if ((entity.kind == EntityKind::igo || acts_as_body) && !entity.code.empty())
        stories_[story_of(phrase.sentence())].bodies.emplace_back(WordAt{phrase.sentence(), phrase.mention.first}, entity.code);
      if (entity.country.empty() || entity.kind == EntityKind::outlet) continue;
      const bool is_place = entity.kind == EntityKind::place;
      Story& story = stories_[story_of(phrase.sentence())];
      note(story, entity.country, {phrase.sentence(), phrase.mention.first}, is_place);
      if (!is_place && entity.kind != EntityKind::state && entity.kind != EntityKind::igo && drafts[index].entry == nullptr) {
        story.countries[entity.country].has_locals = true;
      }
    }
  }
  for (Story& story : stories_) {
    story.named = story.countries.size();
    if (!outlet_.empty()) story.countries.try_emplace(outlet_);
    std::sort(story.bodies.begin(), story.bodies.end());
    for (auto& [_, country] : story.countries) {
      std::sort(country.mentions.begin(), country.mentions.end());
      std::sort(country.places.begin(), country.places.end());
    }
  }
}

void Homes::note(Story& story, const std::string& country, WordAt at, bool is_place) {
  if (!story.first_named || at < story.first_named->first) story.first_named = {at, country};
  Country& named = story.countries[country];
  named.mentions.push_back(at);
  if (is_place) named.places.push_back(at);
  ++story.mentions;
}

std::size_t Homes::story_of(int sentence) const {
  const auto next = std::upper_bound(stories_.begin() + 1, stories_.end(), sentence, [](int s, const Story& story) { return s < story.first; });
  return static_cast<std::size_t>(next - stories_.begin()) - 1;
}

// The last of these places before `at`, in text order.
std::optional<WordAt> Homes::last_before(const std::vector<WordAt>& places, WordAt at) {
  const auto after = std::lower_bound(places.begin(), places.end(), at);
  return after == places.begin() ? std::nullopt : std::optional(*std::prev(after));
}

bool Homes::in_sentence(const std::vector<WordAt>& places, int sentence) {
  const auto found = std::lower_bound(places.begin(), places.end(), WordAt{sentence, 0});
  return found != places.end() && found->sentence == sentence;
}

double Homes::score_of(const Story& story, const std::string& name, const Whom& whom, const Around& around) const {
  const Country& country = story.countries.at(name);
  const WordAt at = whom.at;
  const auto last = last_before(country.mentions, at), place = last_before(country.places, at);
  const bool is_place_here = in_sentence(country.places, at.sentence);
  const auto first_here = std::lower_bound(country.mentions.begin(), country.mentions.end(), WordAt{at.sentence, 0});
  const auto behind = std::lower_bound(first_here, country.mentions.end(), WordAt{at.sentence + 1, 0});
  const bool is_actor_here =
      std::any_of(first_here, behind, [&](WordAt mention) { return !std::binary_search(country.places.begin(), country.places.end(), mention); });
  static constexpr std::array<HomeFeature, 4> kBack = {HomeFeature::same_sentence, HomeFeature::one_back, HomeFeature::two_back, HomeFeature::far_back};
  const double count = static_cast<double>(country.mentions.size());
  double score = weights_[HomeFeature::share] * count / std::max(story.mentions, 1) + weights_[HomeFeature::count] * std::log1p(count) / 2;
  const auto add = [&](bool holds, HomeFeature feature) { score += holds ? weights_[feature] : 0; };
  const auto add_office = [&](bool holds, HomeFeature feature, HomeFeature in_office) { add(holds, feature), add(holds && whom.in_office, in_office); };
  add_office(count > 0 && country.mentions.front().sentence == story.first, HomeFeature::lead, HomeFeature::office_lead);
  add(story.first_named && story.first_named->second == name, HomeFeature::first_named);
  add_office(outlet_ == name, HomeFeature::outlet, HomeFeature::office_outlet);
  add(outlet_ == name && whom.is_definite, HomeFeature::the_outlet);
  add(outlet_ == name && count == 0, HomeFeature::outlet_alone);
  add_office(story.dateline == name, HomeFeature::dateline, HomeFeature::office_dateline);
  add(count > 0 && story.named == 1, HomeFeature::only);
  add_office(first_here != behind && around.countries == 1, HomeFeature::only_here, HomeFeature::office_only_here);
  add(is_place_here, HomeFeature::place_here);
  add(is_place_here && whom.is_definite, HomeFeature::the_place_here);
  add(is_actor_here, HomeFeature::actor_here);
  add_office(last && last == around.last, HomeFeature::last, HomeFeature::office_last);
  add(last && last == around.last && whom.is_definite, HomeFeature::the_last);
  add(place && place == around.last_place, HomeFeature::last_place);
  add_office(!last, HomeFeature::not_before, HomeFeature::office_not_before);
  if (last) score += weights_[kBack[static_cast<std::size_t>(std::min(at.sentence - last->sentence, 3))]];
  add(country.has_locals, HomeFeature::locals);
  add(std::lower_bound(first_here, behind, at) != std::lower_bound(first_here, behind, WordAt{at.sentence, whom.last_word + 1}), HomeFeature::inside);
  return score;
}

std::vector<std::pair<double, std::string>> Homes::odds(const Whom& whom) const {
  const Story& story = stories_[story_of(whom.at.sentence)];
  Around around;
  for (const auto& [_, country] : story.countries) {
    around.countries += in_sentence(country.mentions, whom.at.sentence) ? 1 : 0;
    around.last = std::max(around.last, last_before(country.mentions, whom.at));
    around.last_place = std::max(around.last_place, last_before(country.places, whom.at));
  }
  const double nobody = weights_[HomeFeature::nobody] + (whom.is_definite ? weights_[HomeFeature::the_nobody] : 0);
  std::vector<std::pair<double, std::string>> odds = {{std::exp(nobody), ""}};
  for (const auto& [name, _] : story.countries) odds.emplace_back(std::exp(score_of(story, name, whom, around)), name);
  std::stable_sort(odds.begin(), odds.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  return odds;
}

std::string Homes::of(const Whom& whom) const {
  auto all = odds(whom);
  if (!whom.other_than.empty()) std::erase_if(all, [&](const auto& country) { return country.second == whom.other_than; });
  const auto best = std::find_if(all.begin(), all.end(), [](const auto& country) { return !country.second.empty(); });
  double sum = 0;
  for (const auto& [odds, _] : all) sum += odds;
  return best != all.end() && best->first / sum >= kLikely ? best->second : "";
}

std::string Homes::of_sent(const Whom& whom) const {
  constexpr double kClear = 1.5;  // times the odds of the next
  auto all = odds(whom);
  std::erase_if(all, [](const auto& country) { return country.second.empty(); });
  if (all.size() < 2) return "";
  return all.size() == 2 || all[1].first >= kClear * all[2].first ? all[1].second : "";
}

std::vector<std::pair<int, std::string>> Homes::of_stories(int sentences) const {
  std::vector<std::pair<int, std::string>> found;
  for (std::size_t i = 0; i < stories_.size(); ++i) {
    const bool is_last = i + 1 == stories_.size();
    const WordAt behind = is_last ? WordAt{sentences, 0} : WordAt{stories_[i + 1].first - 1, std::numeric_limits<int>::max() - 1};
    const std::string home = of({behind, behind.word});
    found.emplace_back(stories_[i].first, home.empty() ? stories_[i].dateline : home);
  }
  return found;
}

std::string Homes::body_before(WordAt at) const {
  const auto& bodies = stories_[story_of(at.sentence)].bodies;
  const auto after = std::upper_bound(bodies.begin(), bodies.end(), at, [](WordAt place, const auto& body) { return place < body.first; });
  return after == bodies.begin() ? "" : std::prev(after)->second;
}

namespace {

// "Kurdish guerrillas": those of a people without a state are not of the country where they are met.
bool is_of_stateless_people(const Reading& reading, const Phrase& phrase) {
  const SentenceNames& names = reading.names[static_cast<std::size_t>(phrase.sentence())];
  return std::any_of(names.outer.begin(), names.outer.end(), [&](const NameSpan& name) {
    const bool inside = phrase.mention.first <= name.first && name.last <= phrase.mention.last;
    return inside && name.state.empty() && name.entry != nullptr && name.entry->kind == EntityKind::people && name.entry->country.empty();
  });
}

// The one rebel group that data/kb knows of those that the report names; null of none or several.
const Entity* only_rebels(const EntityDrafts& drafts) {
  const Entity* only = nullptr;
  for (int i = 0; i < drafts.size(); ++i) {
    const Entity& entity = drafts[i].entity;
    if (drafts[i].entry == nullptr || drafts[i].described || entity.kind != EntityKind::group || !is_of_rebels(entity.sector)) continue;
    if (only != nullptr && only->code != entity.code) return nullptr;
    only = &entity;
  }
  return only;
}

// "The fighters" of a report on one such group; not "foreign fighters", "fighters" of whoever.
bool are_fighters(const Reading& reading, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  if (!phrase.noun || reading.noun_lemma(phrase) != "fighter" || phrase.codings.size() != 1 || !phrase.codings.front().code.empty()) return false;
  const auto& kids = tree.children(phrase.mention.head);
  return std::none_of(kids.begin(), kids.end(), [&](int kid) { return tree.has_relation(kid, "amod") || tree.has_relation(kid, "nmod"); });
}

// "Colombian guerrillas" of a report on one group of Colombia. Not: "rebels in Papua", of whichever group there.
bool are_of_its_country(const Reading& reading, const Phrase& phrase, const EntityDraft& draft, const Entity& rebels) {
  const Tree& tree = reading.tree(phrase);
  const int behind = phrase.mention.head + 1;
  const bool is_located = behind < tree.size() && tree[behind].upos == Upos::ADP;
  const Entity& entity = draft.entity;
  return draft.described && entity.kind == EntityKind::group && is_of_rebels(entity.sector) && !is_located && !entity.code.empty() &&
         entity.code == rebels.country;
}

bool leads_armed_people(const Entity& entity) {
  static constexpr auto kArmed = std::to_array<std::string_view>({"MIL", "COP", "PRM", "REB", "SPY"});
  return is_one_of(entity.sector, kArmed);
}

// "The colonel denied that his men ...". Not: "his guests".
bool serves_under_somebody(const Word& noun) {
  static constexpr auto kServants = std::to_array<std::string_view>(
      {"man", "officer", "soldier", "troop", "fighter", "guard", "unit", "patrol", "squad", "gunner", "pilot", "agent", "crew", "team"});
  return is_one_of(noun_lemma(noun), kServants);
}

// "The rebels ... their spokesman, Ali Koné": of nobody named yet. Not: "their lawyer".
bool speaks_for_owner(const Reading& reading, const Phrase& phrase, const EntityDraft& draft) {
  static constexpr auto kSpeakers = std::to_array<std::string_view>({"spokesman", "spokeswoman", "spokesperson", "leader", "commander"});
  return draft.entry == nullptr && draft.entity.kind == EntityKind::person && draft.entity.code.empty() && is_one_of(reading.noun_lemma(phrase), kSpeakers);
}

// "His men", "its troops": where their owner is at home, that was perhaps found later. Not "its rival".
void send_after_owner(const Reading& reading, const std::map<int, const Mention*>& homeless, EntityDrafts& drafts) {
  static constexpr auto kOthers = std::to_array<std::string_view>({"neighbour", "neighbor", "rival", "enemy", "foe", "adversary", "ally", "partner", "opponent",
                                                                   "patron", "counterpart", "critic", "victim", "hostage", "captive", "prisoner"});
  for (const Phrase& phrase : reading.phrases) {
    const std::vector<int>& entities = phrase.mention.entities;
    if (entities.size() != 1) continue;
    const bool is_spokesman = speaks_for_owner(reading, phrase, drafts[entities.front()]);
    if (!drafts[entities.front()].described && !is_spokesman) continue;
    const auto possessor = reading.tree(phrase).child(phrase.mention.head, "nmod:poss");
    const Phrase* owner = possessor ? reading.at({phrase.sentence(), *possessor}) : nullptr;
    if (owner == nullptr || owner->mention.entities.size() != 1 || is_one_of(reading.noun_lemma(phrase), kOthers)) continue;
    const EntityDraft& of = drafts[owner->mention.entities.front()];
    EntityDraft& own = drafts[entities.front()];
    const bool is_led = leads_armed_people(of.entity) && (is_spokesman || serves_under_somebody(reading.tree(phrase)[phrase.mention.head]));
    if (is_led && (own.entity.sector.empty() || own.entity.sector == "CVL")) own.entity.sector = of.entity.sector;
    if (!homeless.contains(entities.front())) continue;
    const std::string& country = of.entity.country.empty() ? of.home : of.entity.country;
    if (of.entity.kind == EntityKind::igo && own.entity.code.empty()) own.entity.code = of.entity.code;  // "the bloc's envoy"
    if (country.empty() || of.entity.kind == EntityKind::place) continue;
    if (!is_led && own.entity.country.empty() && own.entity.code.empty()) own.home = country;
    else own.entity.country = country, own.entity.code = of.entity.code.empty() ? country : of.entity.code;
  }
}

// "the embassy", "its consul", "a trade attache": of one other state, whose words do not tell. Not: "a Western ambassador", "a diplomat" of whoever.
bool is_sent(const Tree& tree, const Mention& mention) {
  static constexpr auto kPosts = std::to_array<std::string_view>({"ambassador", "embassy", "consul", "consulate", "attache", "diplomat"});
  if (!is_one_of(noun_lemma(tree[mention.head]), kPosts) || tree.has_feature(mention.head, "Number=Plur")) return false;
  if (tree[mention.head].lemma == "diplomat" && tree[mention.first].lemma != "the") return false;
  const bool is_told = mention.first < mention.head && is_foreign(tree, mention.first, mention.head - 1);
  return !is_told && (mention.last == mention.head || !is_foreign(tree, mention.head + 1, mention.last));
}

bool is_in_office(const Entity& entity) {
  static constexpr auto kSectors = std::to_array<std::string_view>({"GOV", "LEG", "JUD", "PTY", "OPP", "ELI", "SPY", "IGO"});
  return is_one_of(entity.sector, kSectors);
}

// "the observers", "two UN military observers" of whoever sent them, "a spokesman for the secretary-general". Not: "international monitors", of nobody named,
// "opposition observers", "the French envoy".
bool serves_body(const Reading& reading, const Phrase& phrase, const Entity& entity) {
  static constexpr auto kServants = std::to_array<std::string_view>({"observer", "monitor", "peacekeeper", "inspector", "rapporteur"});
  static constexpr auto kSent = std::to_array<std::string_view>({"envoy", "representative"});
  static constexpr auto kOthers =
      std::to_array<std::string_view>({"international", "foreign", "western", "independent", "local", "domestic", "opposition", "party", "civil", "regional",
                                       "tax", "police", "health", "labour", "labor", "safety", "fire"});
  const Tree& tree = reading.tree(phrase);
  if (entity.kind == EntityKind::igo) return noun_lemma(tree[phrase.mention.head]) == "bloc" && phrase.definite;
  if (entity.kind != EntityKind::person && entity.kind != EntityKind::people) return false;
  bool serves = entity.sector == "IGO";
  for (int word = phrase.mention.first; word <= phrase.mention.last; ++word) {
    const std::string lemma = noun_lemma(tree[word]);
    if (is_one_of(lower_ascii(tree[word].form), kOthers)) return false;
    const bool is_special = word > phrase.mention.first && lower_ascii(tree[word - 1].form) == "special";
    serves = serves || is_one_of(lemma, kServants) || (is_special && is_one_of(lemma, kSent));
  }
  return serves;
}

// "Army spokesman Felix Okot" a little after "the Ugandan army": the country of the body that goes by the words before his office; empty of none.
std::string country_of_his_body(const Reading& reading, const EntityDrafts& drafts, std::size_t at) {
  static constexpr auto kOffices = std::to_array<std::string_view>({"spokesman", "spokeswoman", "spokesperson"});
  constexpr int kBack = 3;  // sentences
  const Phrase& his = reading.phrases[at];
  const Tree& tree = reading.tree(his);
  std::vector<std::string> body;
  int office = his.mention.first;
  for (; office <= his.mention.last && !is_one_of(noun_lemma(tree[office]), kOffices); ++office) {
    if (tree[office].upos != Upos::DET) body.push_back(lower_ascii(tree[office].form));
  }
  if (office > his.mention.last || body.empty()) return {};
  for (std::size_t i = at; i-- > 0 && reading.phrases[i].sentence() >= his.sentence() - kBack;) {
    const Mention& mention = reading.phrases[i].mention;
    if (mention.entities.size() != 1) continue;
    const Entity& entity = drafts[mention.entities.front()].entity;
    if ((entity.kind != EntityKind::force && entity.kind != EntityKind::organ) || entity.country.empty()) continue;
    const Tree& there = reading.tree(reading.phrases[i]);
    const bool goes_by = std::all_of(body.begin(), body.end(), [&](const std::string& word) {
      for (int w = mention.first; w <= mention.last; ++w) {
        if (lower_ascii(there[w].form) == word) return true;
      }
      return false;
    });
    if (goes_by) return entity.country;
  }
  return {};
}

// "President Carranza telephoned her American counterpart": she is no American. The phrase of whose counterpart this is, and the counterpart's country.
std::pair<const Phrase*, std::string> whose_counterpart(const Reading& reading, const EntityDrafts& drafts, const Phrase& phrase) {
  const Tree& tree = reading.tree(phrase);
  const int word = phrase.mention.head;
  if (phrase.mention.entities.size() != 1 || noun_lemma(tree[word]) != "counterpart" || !tree.child(word, "nmod:poss")) return {};
  const Entity& counterpart = drafts[phrase.mention.entities.front()].entity;
  if (counterpart.country.empty() || counterpart.guessed) return {};
  int owner = tree[word].head;
  if (!tree.has_relation(word, "conj")) {
    while (owner >= 0 && !tree[owner].is_verbal()) owner = tree[owner].head;
    owner = owner >= 0 ? tree.child(owner, "nsubj").value_or(-1) : -1;
  }
  return {owner >= 0 ? reading.at({phrase.sentence(), owner}) : nullptr, counterpart.country};
}

// What the phrases say of entities that nothing gives a country.
struct Hints {
  std::map<int, const Mention*> first;  // mention of each
  std::map<int, std::string> served;    // body of each
  std::map<int, std::string> known;     // country of each whose body was named before
  std::map<int, std::string> others;    // country that an entity is not of
  std::set<int> foreign;
};

Hints hints_of(const Reading& reading, const Homes& homes, const EntityDrafts& drafts) {
  Hints hints;
  for (std::size_t at = 0; at < reading.phrases.size(); ++at) {
    const Phrase& phrase = reading.phrases[at];
    const Mention& mention = phrase.mention;
    if (const auto [owner, country] = whose_counterpart(reading, drafts, phrase); owner != nullptr) {
      for (const int entity : owner->mention.entities) hints.others.emplace(entity, country);
    }
    std::vector<int> homeless;
    std::copy_if(mention.entities.begin(), mention.entities.end(), std::back_inserter(homeless), [&](int entity) { return may_go_home(drafts[entity]); });
    if (homeless.empty()) continue;
    for (const int entity : homeless) hints.first.emplace(entity, &mention);
    if (std::string country = country_of_his_body(reading, drafts, at); !country.empty()) hints.known.emplace(homeless.front(), std::move(country));
    for (const int entity : homeless) {
      std::string body = serves_body(reading, phrase, drafts[entity].entity) ? homes.body_before({mention.sentence, mention.first}) : "";
      if (!body.empty()) hints.served.emplace(entity, std::move(body));
    }
    if (is_foreign(reading.tree(phrase), mention.first, mention.last) || is_of_stateless_people(reading, phrase))
      hints.foreign.insert(homeless.begin(), homeless.end());
  }
  return hints;
}

}  // namespace

void send_home(const Reading& reading, const Homes& homes, EntityDrafts& drafts) {
  const Hints hints = hints_of(reading, homes, drafts);
  const Entity* const rebels = only_rebels(drafts);
  for (const auto& [index, mention] : hints.first) {
    Entity& entity = drafts[index].entity;
    if (const auto body = hints.served.find(index); body != hints.served.end()) {
      entity.code = body->second, entity.guessed = true;
      if (entity.sector.empty() || entity.sector == "CVL" || entity.sector == "GOV" || entity.sector == "COP") entity.sector = "IGO";
      continue;
    }
    const Tree& tree = reading.report.tree(mention->sentence);
    const auto other = hints.others.find(index);
    const Homes::Whom whom{{mention->sentence, mention->first},
                           mention->last,
                           lower_ascii(tree[mention->first].form) == "the",
                           is_in_office(entity),
                           other == hints.others.end() ? "" : other->second};
    if (hints.foreign.contains(index) || entity.kind == EntityKind::igo) {
      if (is_sent(tree, *mention)) entity.code = entity.country = homes.of_sent(whom), entity.guessed = true;
      continue;
    }
    const auto told = hints.known.find(index);
    const std::string home = told != hints.known.end() ? told->second : homes.of(whom);
    // "a rebel camp" of a report on one group is that group's.
    if (rebels != nullptr && is_of_rebels(entity.sector) && (rebels->country.empty() || rebels->country == home)) {
      entity.code = rebels->code, entity.country = rebels->country;
      continue;
    }
    const bool is_anybody = (entity.sector.empty() || entity.sector == "CVL") && (entity.kind == EntityKind::person || entity.kind == EntityKind::people);
    if (is_anybody) drafts[index].home = home;
    else entity.code = entity.country = home, entity.guessed = true;
  }
  send_after_owner(reading, hints.first, drafts);
  if (rebels == nullptr) return;
  for (const Phrase& phrase : reading.phrases) {
    if (phrase.mention.entities.size() != 1) continue;
    EntityDraft& draft = drafts[phrase.mention.entities.front()];
    Entity& entity = draft.entity;
    if (are_of_its_country(reading, phrase, draft, *rebels)) entity.code = rebels->code;
    if (are_fighters(reading, phrase) && entity.code.empty()) entity.code = rebels->code, entity.country = rebels->country, entity.sector = rebels->sector;
  }
}

}  // namespace dragoman::entities

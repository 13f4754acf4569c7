// SPDX-License-Identifier: Apache-2.0
// The closed part of the vocabulary of actors: heads of noun phrases that can act in politics, by kind and sector (PLOVER manual,
// table of sectors), and the modifiers that lend a sector. Open vocabulary (titles of several words, names) is data/kb's.
// "army spokesman": head `spokesman` yields to `army`, MIL. "rebel forces": `force` yields to `rebel`, REB. "army decision": `decision`
// is not here, only the army is an actor. Lookup is a hash look-up in a table built once.
#include "entities/role_nouns.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace dragoman::entities {
namespace {

using Kind = EntityKind;

struct Group {
  RoleNoun row;
  std::string_view lemmas;  // separated by single spaces
};

constexpr RoleNoun kind_sector(Kind kind, std::string_view sector) { return {.kind = kind, .sector = sector}; }
constexpr RoleNoun yielding(Kind kind, std::string_view sector) { return {.kind = kind, .sector = sector, .yields = true}; }
constexpr RoleNoun located(Kind kind, std::string_view sector) { return {.kind = kind, .sector = sector, .located = true}; }
constexpr RoleNoun crowd(Kind kind, std::string_view sector) { return {.kind = kind, .sector = sector, .yields = true, .located = true}; }
constexpr RoleNoun posted(std::string_view sector) { return {.kind = Kind::person, .sector = sector, .yields = true, .posted = true}; }
constexpr RoleNoun referring(Kind kind) { return {.kind = kind, .sector = "", .yields = true, .refers = true}; }

const std::array kGroups = {
    // Heads of state, ministers and civil servants.
    Group{{.kind = Kind::person, .sector = "GOV", .seated = true},
          "president premier minister chancellor governor king queen emir sultan prince princess monarch ruler dictator viceroy regent "
          "bureaucrat technocrat statesman stateswoman undersecretary strongman tsar czar caliph vice-president president-elect taoiseach"},
    Group{located(Kind::person, "GOV"), "mayor councillor councilor"},
    Group{crowd(Kind::person, "GOV"), "official"},
    Group{posted("GOV"), "ambassador envoy emissary diplomat consul attache attaché chargé nuncio"},
    Group{posted(""), "representative delegate"},
    Group{located(Kind::organ, "GOV"),
          "government administration cabinet ministry regime authority junta monarchy presidency treasury municipality executive "
          "bureaucracy regulator politburo"},
    Group{yielding(Kind::organ, "GOV"), "leadership department agency"},
    Group{{.kind = Kind::organ, .sector = "GOV", .posted = true}, "embassy consulate"},
    Group{{.kind = Kind::organ, .sector = "", .yields = true, .posted = true}, "delegation mission"},
    // People whose body tells their sector.
    Group{yielding(Kind::person, ""),
          "spokesman spokeswoman spokesperson source figure aide adviser advisor member head chief chair chairman chairwoman chairperson "
          "leader director deputy founder negotiator secretary commissioner secretary-general insider boss coordinator mediator "
          "interlocutor successor predecessor veteran hardliner moderate reformist elder"},
    Group{{.kind = Kind::person, .sector = "", .yields = true, .seated = true}, "counterpart"},
    Group{yielding(Kind::person, "CVL"), "supporter ally loyalist sympathiser sympathizer backer follower relative widow lawyer attorney"},
    Group{{.kind = Kind::person, .sector = "OPP", .against = true}, "opponent critic"},
    // Armed forces and what they fight with.
    Group{yielding(Kind::person, "MIL"), "commander officer"},
    Group{kind_sector(Kind::person, "MIL"),
          "soldier serviceman servicewoman general colonel major captain lieutenant admiral sergeant marshal brigadier conscript reservist "
          "paratrooper airman peacekeeper commando trooper gunner sapper guardsman corporal sentry infantryman"},
    Group{yielding(Kind::force, "MIL"), "force troop unit brigade battalion regiment contingent garrison squad patrol platoon"},
    Group{kind_sector(Kind::force, "MIL"), "army military navy marine infantry fleet legion squadron flotilla"},
    Group{{.kind = Kind::force, .sector = "MIL", .equipment = true},
          "warplane jet warship gunboat destroyer frigate corvette submarine helicopter gunship drone tank missile aircraft artillery"},
    // Police, services, courts, parliaments.
    Group{located(Kind::force, "COP"), "police gendarmerie coastguard constabulary"},
    Group{located(Kind::person, "COP"), "policeman policewoman detective gendarme constable sheriff investigator jailer warden guard"},
    Group{kind_sector(Kind::person, "SPY"), "spy"},
    Group{kind_sector(Kind::organ, "SPY"), "intelligence"},
    Group{located(Kind::organ, "JUD"), "court tribunal judiciary jury"},
    Group{located(Kind::person, "JUD"), "judge justice prosecutor magistrate jurist"},
    Group{located(Kind::organ, "LEG"), "parliament senate congress assembly legislature"},
    Group{located(Kind::person, "LEG"), "lawmaker legislator senator mp congressman congresswoman parliamentarian speaker"},
    // Parties and opposition.
    Group{located(Kind::party, "PTY"), "party"},
    Group{crowd(Kind::person, "PTY"), "politician candidate"},
    Group{located(Kind::group, "OPP"), "opposition"},
    Group{located(Kind::person, "OPP"), "dissident oppositionist"},
    // Armed groups and crime.
    Group{located(Kind::group, "REB"),
          "rebel insurgent guerrilla guerilla militant separatist secessionist jihadist jihadi insurgency mutineer warlord terrorist extremist"},
    Group{crowd(Kind::group, "PRM"), "militia militiaman paramilitary vigilante mercenary"},
    Group{yielding(Kind::group, "UAF"), "fighter gunman attacker assailant sniper bomber hijacker raider captor"},
    Group{located(Kind::group, "CRM"), "criminal gang cartel mafia trafficker smuggler pirate bandit gangster kidnapper robber thief looter hacker arsonist"},
    // Civilians and what they do for a living.
    Group{crowd(Kind::people, "CVL"),
          "civilian protester protestor demonstrator activist citizen resident villager people person crowd woman man child boy girl family "
          "voter mob rioter passenger tourist local youth population community public settler tribesman mourner teenager national "
          "islander inhabitant bystander campaigner marcher townspeople expatriate pensioner couple individual settler "
          "tribe minority dweller"},
    Group{{.kind = Kind::people, .sector = "CVL", .yields = true, .located = true, .against = true},
          "victim hostage prisoner detainee captive survivor inmate convict suspect defendant"},
    Group{located(Kind::people, "EDU"), "student teacher professor academic lecturer scholar pupil"},
    Group{located(Kind::organ, "EDU"), "university school college"},
    Group{crowd(Kind::people, "LAB"), "worker laborer labourer employee striker miner staff docker railwayman trucker unionist picker harvester porter weaver"},
    Group{located(Kind::organ, "LAB"), "union guild"},
    Group{located(Kind::people, "AGR"), "farmer peasant herder herdsman fisherman rancher grower"},
    Group{located(Kind::company, "BUS"), "company firm corporation business conglomerate airline manufacturer bank supplier refinery"},
    Group{located(Kind::person, "BUS"),
          "businessman businesswoman trader shopkeeper investor oligarch tycoon entrepreneur banker merchant employer haulier exporter importer dealer "
          "retailer wholesaler"},
    Group{located(Kind::people, "REL"),
          "priest bishop archbishop imam cleric pope monk rabbi mullah ayatollah cardinal pastor patriarch clergy worshipper worshiper nun "
          "preacher pilgrim missionary"},
    Group{located(Kind::organ, "REL"), "church mosque synagogue diocese"},
    Group{kind_sector(Kind::people, "REF"), "refugee evacuee migrant immigrant asylum-seeker returnee deportee"},
    Group{located(Kind::people, "MED"), "doctor nurse medic physician paramedic surgeon dentist"},
    Group{located(Kind::organ, "MED"), "hospital clinic"},
    Group{located(Kind::person, "JRN"), "journalist reporter correspondent editor blogger cameraman photographer columnist"},
    Group{located(Kind::outlet, "JRN"), "newspaper magazine media press broadcaster television radio tabloid outlet newsroom"},
    Group{yielding(Kind::ngo, "NGO"), "charity ngo foundation humanitarian"},
    Group{located(Kind::ngo, "SOC"), "association"},
    // Words that mean a body or a state named before, or that a modifier makes an actor: "rights group", "rebel movement".
    Group{referring(Kind::state), "country nation state republic kingdom superpower neighbour neighbor"},
    Group{referring(Kind::group), "group organisation organization movement faction"},
    Group{referring(Kind::organ), "body institution council committee commission bureau office directorate chamber secretariat inspectorate"},
    Group{referring(Kind::igo), "alliance bloc coalition"},
    Group{referring(Kind::outlet), "paper"},
    Group{referring(Kind::other), "side pair duo trio rival foe adversary enemy partner"},
};

struct ModifierGroup {
  std::string_view sector, lemmas;
};

constexpr std::array kModifiers = {
    ModifierGroup{"MIL", "military naval peacekeeping"},
    ModifierGroup{"GOV", "presidential ministerial governmental diplomatic municipal palace state-run consular royal"},
    ModifierGroup{"COP", "security law-enforcement riot"},
    ModifierGroup{"LEG", "parliamentary legislative congressional"},
    ModifierGroup{"JUD", "judicial constitutional"},
    ModifierGroup{"REB", "terror terrorist rebel insurgent separatist militant jihadist guerrilla secessionist"},
    ModifierGroup{"UAF", "armed masked"},
    ModifierGroup{"CRM", "criminal drug"},
    ModifierGroup{"REL", "religious christian muslim islamic orthodox catholic"},
    ModifierGroup{"CVL", "tribal protest community"},
    ModifierGroup{"NGO", "rights aid humanitarian charitable relief advocacy"},
    ModifierGroup{"MED", "medical health hospital"},
    ModifierGroup{"JRN", "news media"},
    ModifierGroup{"LAB", "labor labour union"},
    ModifierGroup{"BUS", "business corporate industry"},
    ModifierGroup{"REF", "refugee displaced"},
};

// Nouns that name one body or office by other words.
constexpr auto kSynonyms = std::to_array<std::string_view>({
    "army military force troop",
    "government administration cabinet regime authority leadership",
    "parliament assembly legislature congress senate house",
    "spokesman spokeswoman spokesperson",
    "president leader ruler",
    "premier minister leader",
    "king monarch ruler leader emir sultan",
    "group organisation organization movement faction party militia",
    "rebel insurgent militant fighter guerrilla separatist",
});

template <typename Visit>
void each_lemma(std::string_view lemmas, Visit visit) {
  while (!lemmas.empty()) {
    const auto space = lemmas.find(' ');
    visit(lemmas.substr(0, space));
    lemmas.remove_prefix(space == std::string_view::npos ? lemmas.size() : space + 1);
  }
}

bool contains_lemma(std::string_view lemmas, std::string_view lemma) {
  bool found = false;
  each_lemma(lemmas, [&](std::string_view each) { found = found || each == lemma; });
  return found;
}

using RoleTable = std::unordered_map<std::string_view, RoleNoun>;

const RoleTable& roles() {
  static const RoleTable table = [] {
    RoleTable out;
    for (const Group& group : kGroups) {
      each_lemma(group.lemmas, [&](std::string_view lemma) { out.emplace(lemma, group.row); });
    }
    return out;
  }();
  return table;
}

}  // namespace

std::optional<RoleNoun> role_noun(std::string_view lemma) {
  if (lemma.starts_with("ex-")) lemma.remove_prefix(3);
  const auto found = roles().find(lemma);
  if (found == roles().end()) return std::nullopt;
  return found->second;
}

std::string_view sector_of_modifier(std::string_view lemma, bool is_noun) {
  for (const ModifierGroup& group : kModifiers) {
    if (contains_lemma(group.lemmas, lemma)) return group.sector;
  }
  const auto role = is_noun ? role_noun(lemma) : std::nullopt;
  return role && !role->refers ? role->sector : std::string_view();
}

bool is_rank_modifier(std::string_view lemma) {
  constexpr auto kRanks = std::to_array<std::string_view>({"senior", "top", "high-ranking", "high-level", "ranking", "leading", "key"});
  return std::find(kRanks.begin(), kRanks.end(), lemma) != kRanks.end();
}

bool same_role(std::string_view a, std::string_view b) {
  if (a == b) return true;
  return std::any_of(kSynonyms.begin(), kSynonyms.end(), [&](std::string_view lemmas) { return contains_lemma(lemmas, a) && contains_lemma(lemmas, b); });
}

bool is_of_rebels(std::string_view sector) { return sector == "REB" || sector == "SEP"; }

}  // namespace dragoman::entities

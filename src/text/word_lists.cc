// SPDX-License-Identifier: Apache-2.0
#include "text/word_lists.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace dragoman {
namespace {

using Words = std::unordered_set<std::string_view>;

// The words of a string literal, apart by single spaces.
Words words_of(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    words.insert(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

}  // namespace

bool is_abbreviation(std::string_view lower) {
  static const Words words = words_of(
      "mr mrs ms mx dr prof gen lt col sgt capt maj cmdr comdr adm brig cpl pvt pte sen sens rep reps gov govs rev hon pres amb atty "
      "supt insp det messrs mme mlle msgr esq jr sr gens profs drs spc cmdt vadm radm asst assoc inc corp co cos ltd bros dept "
      "univ assn natl intl plc st ft mt ave blvd rd calif conn fla ariz colo okla tenn tex minn mich ky va vt wis wyo neb nev mont "
      "penn jan feb aug sept sep oct nov dec tue tues thur thurs thu fri vs etc eg ie cf approx est viz esp incl attn arrv vol nos pp "
      "eds");
  return words.contains(lower);
}

bool is_lower_case_abbreviation(std::string_view lower) {
  static const Words words = words_of("mr mrs ms dr prof st ft vs etc eg ie cf approx est viz esp incl nos vol pp eds jr sr inc corp co ltd dept attn arrv");
  return words.contains(lower);
}

bool is_abbreviation_before_number(std::string_view lower) {
  static const Words words = words_of("no art fig figs sec mar apr jun jul ch para p c ca op vols sat sun mon wed rs");
  return words.contains(lower);
}

bool is_abbreviation_after_comma(std::string_view lower) {
  static const Words words = words_of("ala ark del ga ill ind kan la mass md miss mo ore pa wash");
  return words.contains(lower);
}

bool is_hyphen_prefix(std::string_view lower) {
  static const Words words = words_of(
      "anti pro post pre non co re ex mid multi cross semi sub counter neo mini pan inter intra trans ultra over under un de bi e socio "
      "psycho arch quasi pseudo micro macro mega hyper extra tri electro geo bio infra supra proto crypto retro dis mis out");
  return words.contains(lower);
}

bool is_unit(std::string_view word) {
  static const Words words = words_of(
      "km kg cm mm m g mg ft lb lbs oz mi ml l k K M MM B b bn mn tn mln bln am pm AM PM hp mph kph kmh GB MB KB TB gb mb GHz MHz Hz kHz "
      "kW MW GW kWh MWh min mins hr hrs yr yrs sec secs ha sq million billion persons KG KM MT kt pc pct C F h GMT EST EDT UTC");
  return words.contains(word);
}

bool is_host_or_file_ending(std::string_view lower) {
  static const Words words = words_of(
      "com org net gov edu mil info biz uk ru eu io tv cn jp fr il ua ir tr ca au doc docx xls xlsx pdf txt ppt jpg jpeg png gif html "
      "htm php exe zip csv mp3 mp4 url");
  return words.contains(lower);
}

bool is_clipped_word(std::string_view lower) {
  static const Words words = words_of("em til till cause n bout cos round kay nuff");
  return words.contains(lower);
}

std::size_t cut_of(std::string_view lower) {
  static const std::unordered_map<std::string_view, std::size_t> cuts = {
      {"cannot", 3},  {"gonna", 3},    {"wanna", 3},  {"gotta", 3}, {"gimme", 3}, {"lemme", 3},  {"outta", 3},  {"dont", 2},   {"cant", 2},   {"wont", 2},
      {"didnt", 3},   {"doesnt", 4},   {"isnt", 2},   {"wasnt", 3}, {"arent", 3}, {"werent", 4}, {"havent", 4}, {"hasnt", 3},  {"hadnt", 3},  {"couldnt", 5},
      {"wouldnt", 5}, {"shouldnt", 6}, {"aint", 2},   {"im", 1},    {"ive", 1},   {"youre", 3},  {"youve", 3},  {"theyre", 4}, {"theyve", 4}, {"weve", 2},
      {"thats", 4},   {"whats", 4},    {"theres", 5}, {"hes", 2},   {"shes", 3},  {"wheres", 5}, {"oughta", 5}, {"hafta", 3},  {"awhile", 1}, {"elses", 4},
  };
  const auto found = cuts.find(lower);
  return found == cuts.end() ? 0 : found->second;
}

bool is_sentence_opener(std::string_view lower) {
  static const Words words = words_of(
      "the a an he she it they we you i this that these those there in on at for from with by to but and or so if when while as after "
      "before however what who why how where his her its their our my not no some many most all also then now is are was do did since "
      "although though because according");
  return words.contains(lower);
}

}  // namespace dragoman

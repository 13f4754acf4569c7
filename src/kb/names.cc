// SPDX-License-Identifier: Apache-2.0
// Do two names mean one person? A name is cut into parts without particles and honorifics; family names must agree and given names
// must agree or shorten one another (initials, Bob for Robert); parts agree when they sound alike (sounds.h). "Ahmad el-Chareh" is
// "Ahmed Hussein al-Sharaa"; "Kim Jong-un" is not "Kim Jong-il" because short parts must be equal.
//
// Measured on single parts, held-out half (583 pairs of spellings, 17,479 look-alikes of at most two letters' difference; many of the
// "false" ones are spellings too: asad/assad, bachar/bashar): strict recall .554, false .016; lenient recall .811, false .070. Lenient
// is used only where the rest of the name agrees strictly or an article is there.
//   tests/unit/kb/name_pairs.py wd_arabic_64.gz wd_hebrew_64.gz wd_russian_64.gz > pairs.tsv; measure_names pairs.tsv
#include "kb/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/tsv.h"
#include "kb/fold.h"
#include "kb/kb.h"
#include "kb/sounds.h"

namespace dragoman {
namespace {

using Words = std::initializer_list<std::string_view>;
bool is_one_of(std::string_view word, Words list) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool is_particle(std::string_view word) {
  return is_one_of(word, {"al", "bin", "ibn",   "bint", "ben", "van", "von", "der", "den", "de", "da", "do", "dos", "das",
                          "di", "del", "della", "la",   "le",  "du",  "ter", "ten", "zu",  "y",  "e",  "af", "av",  "the"});
}
bool is_patronymic(std::string_view word) { return is_one_of(word, {"bin", "ibn", "bint", "ben"}); }
bool is_honorific(std::string_view word) {
  return is_one_of(word,
                   {"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "sheikh", "shaikh", "imam", "ayatollah", "hajj", "jr", "sr", "ii", "iii", "iv"});
}
bool is_servant(std::string_view word) { return is_one_of(word, {"abd", "abdel", "abdul", "abdal", "abdol", "abdoul", "abdu"}); }

struct Part {
  std::string text;
  bool initial = false;
  bool article = false;     // al- stands before it
  bool patronymic = false;  // bin stands before it
};

// "abdelfattah", "abdul fattah", "abd al-fattah" -> "abdfattah".
std::string without_servant_vowel(const std::string& text) {
  for (const std::string_view head : {"abdoul", "abdel", "abdul", "abdal", "abdol"}) {
    if (text.size() > head.size() + 1 && text.compare(0, head.size(), head) == 0) return "abd" + text.substr(head.size());
  }
  return text;
}

std::vector<Part> cut(std::string_view name) {
  std::vector<Part> parts;
  const auto pieces = fold_name(name);
  bool article = false, patronymic = false, servant = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string& text = pieces[i].text;
    const bool is_last = i + 1 == pieces.size();
    if (!is_last && is_servant(text)) {
      servant = true;
      continue;
    }
    if (!is_last && is_particle(text) && !(i == 0 && text == "ben" && pieces.size() > 2)) {
      article = article || text == "al";
      patronymic = patronymic || is_patronymic(text);
      continue;
    }
    if (pieces.size() > 1 && is_honorific(text)) continue;
    if (text == "abu" && !is_last) { servant = false; }
    Part part{servant ? "abd" + text : without_servant_vowel(text), text.size() == 1, article && !servant, patronymic};
    parts.push_back(std::move(part));
    article = patronymic = servant = false;
  }
  return parts;
}

// Peoples who put the family name first, by their most frequent family names.
bool is_family_first(std::string_view part) {
  return is_one_of(part, {"xi",   "li",    "wang", "zhang", "liu",    "chen", "yang",  "huang", "zhao", "wu",    "zhou", "xu",   "sun",  "ma",    "zhu",
                          "hu",   "guo",   "he",   "lin",   "gao",    "luo",  "zheng", "liang", "xie",  "song",  "tang", "han",  "feng", "deng",  "cao",
                          "peng", "jiang", "mao",  "wen",   "bo",     "dong", "qin",   "kim",   "park", "lee",   "choi", "moon", "yoon", "jeong", "kang",
                          "cho",  "yun",   "pak",  "ri",    "nguyen", "tran", "pham",  "phan",  "vo",   "orban", "tsai", "lai"});
}

std::size_t consonants_in(std::string_view sounds) {
  return static_cast<std::size_t>(std::count_if(sounds.begin(), sounds.end(), [](char c) { return !is_vowel_sound(c); }));
}

// Groups of given names of which one stands for another; slavic ones are one name in two languages.
constexpr std::array<std::string_view, 42> kShortNames = {" robert bob rob bobby robbie ",
                                                          " william bill will billy liam ",
                                                          " james jim jimmy jamie ",
                                                          " joseph joe joey ",
                                                          " michael mike mick mickey ",
                                                          " anthony tony ",
                                                          " thomas tom tommy ",
                                                          " richard dick rick rich ",
                                                          " edward ed ted eddie teddy ",
                                                          " theodore ted teddy ",
                                                          " john jack johnny ",
                                                          " daniel dan danny ",
                                                          " david dave ",
                                                          " stephen steven steve ",
                                                          " christopher chris ",
                                                          " alexander alex aleksandr oleksandr alexandr ",
                                                          " benjamin ben benny bibi binyamin ",
                                                          " elizabeth liz beth betty ",
                                                          " katherine catherine kate kathy cathy ",
                                                          " bernard bernie ",
                                                          " charles charlie chuck ",
                                                          " andrew andy ",
                                                          " gregory greg ",
                                                          " jeffrey jeff ",
                                                          " kenneth ken ",
                                                          " lawrence larry ",
                                                          " matthew matt ",
                                                          " nicholas nick ",
                                                          " patrick pat ",
                                                          " peter pete ",
                                                          " philip phil ",
                                                          " ronald ron ",
                                                          " samuel sam ",
                                                          " timothy tim ",
                                                          " donald don ",
                                                          " henry harry hank ",
                                                          " volodymyr vladimir ",
                                                          " serhiy sergei sergey ",
                                                          " dmytro dmitry dmitri ",
                                                          " mykola nikolai nikolay ",
                                                          " oleksiy alexei aleksey ",
                                                          " yevhen evgeny yevgeny "};

// Bit i: the name stands in group i.
std::uint64_t groups_of(const std::string& name) {
  static_assert(kShortNames.size() <= 64);
  static const auto groups = [] {
    std::unordered_map<std::string, std::uint64_t> bits;
    for (std::size_t i = 0; i < kShortNames.size(); ++i) {
      for (const std::string& each : split_list(kShortNames[i], ' ')) bits[each] |= std::uint64_t{1} << i;
    }
    return bits;
  }();
  const auto found = groups.find(name);
  return found == groups.end() ? 0 : found->second;
}

bool short_for(const std::string& a, const std::string& b) { return (groups_of(a) & groups_of(b)) != 0; }

// Elbaradei for El Baradei: the article is written with the name in one of them.
bool same_but_article(const Part& with, const Part& joined) {
  const std::string& text = joined.text;
  return with.article && !joined.article && text.size() >= 6 && (text.compare(0, 2, "al") == 0 || text.compare(0, 2, "el") == 0) &&
         same_part(with.text, text.substr(2), Strictness::lenient);
}

bool agree(const Part& a, const Part& b, Strictness how) {
  if (a.article || b.article) how = Strictness::lenient;
  return same_part(a.text, b.text, how) || same_but_article(a, b) || same_but_article(b, a);
}

bool given_agree(const Part& a, const Part& b, Strictness how) {
  if (a.initial || b.initial) return a.text[0] == b.text[0];
  return agree(a, b, how) || short_for(a.text, b.text);
}

// One part against a whole name: it must be the family name.
bool is_family_of(const Part& one, const std::vector<Part>& name) {
  if (one.initial) return false;
  if (is_family_first(name[0].text)) return one.text == name[0].text;
  return one.patronymic == name.back().patronymic && agree(one, name.back(), Strictness::strict);
}

bool all_agree(const std::vector<Part>& a, std::size_t from_a, const std::vector<Part>& b, std::size_t from_b) {
  for (std::size_t i = 0; from_a + i < a.size(); ++i) {
    if (!agree(a[from_a + i], b[from_b + i], Strictness::strict)) return false;
  }
  return true;
}

// The shorter's middle names must be found in the longer's, in order, from the first on.
bool middles_agree(const std::vector<Part>& a, const std::vector<Part>& b) {
  if (a.size() == 2) return true;
  for (std::size_t i = 1; i + 1 < a.size(); ++i) {
    if (!given_agree(a[i], b[i], Strictness::lenient)) return false;
  }
  return true;
}

std::string run_together(const std::vector<Part>& parts) {
  std::string text;
  for (const Part& part : parts) text += part.text;
  return text;
}

// One of given and family name may differ more if the other does not. Whoever agrees strictly agrees leniently too; family names are held
// against each other first, since few of the many that are asked about agree.
bool ends_agree(const std::vector<Part>& a, const std::vector<Part>& b) {
  if (a.back().initial || b.back().initial) return false;
  using enum Strictness;
  if (!agree(a.back(), b.back(), lenient)) return false;
  return given_agree(a[0], b[0], strict) || (given_agree(a[0], b[0], lenient) && agree(a.back(), b.back(), strict));
}

bool same_person(const std::vector<Part>& a, const std::vector<Part>& b) {  // a has no more parts than b
  using enum Strictness;
  if (a.size() == 1) return b.size() == 1 ? agree(a[0], b[0], strict) : is_family_of(a[0], b);
  if (ends_agree(a, b) && middles_agree(a, b)) return true;
  if (a.size() == 2 && b.size() == 2 && agree(a[0], b[1], strict) && agree(a[1], b[0], strict)) return true;  // Orban Viktor
  return b.size() > a.size() && !a[0].initial && all_agree(a, 0, b, b.size() - a.size());                     // Lopez Obrador
}

}  // namespace

bool has_sound(EntityKind kind) { return kind == EntityKind::person || kind == EntityKind::group || kind == EntityKind::force || kind == EntityKind::people; }

double part_distance(std::string_view a, std::string_view b) { return sound_cost(sounds_of(a), sounds_of(b)); }

bool same_part(std::string_view a, std::string_view b, Strictness how) {
  if (a == b) return true;
  const std::string sounds_a = sounds_of(a), sounds_b = sounds_of(b);
  const std::size_t shorter = std::min(sounds_a.size(), sounds_b.size());
  if (shorter < 3 || std::min(consonants_in(sounds_a), consonants_in(sounds_b)) < 2) return false;
  if (sounds_a == sounds_b) return true;  // Zaid, Zayd
  if (shorter < 4) return false;
  constexpr double kStrict = .04, kLenientBase = .1, kLenient = .08, kMost = .6;
  const double length = static_cast<double>(shorter);
  const double most = how == Strictness::strict ? kStrict * length : kLenientBase + kLenient * length;
  return sound_cost(sounds_a, sounds_b) <= std::min(kMost, most);
}

std::size_t parts_of_name(std::string_view name) { return cut(name).size(); }

std::vector<std::uint64_t> sound_keys_of(std::string_view name) {
  const auto parts = cut(name);
  std::vector<std::uint64_t> keys;
  if (parts.empty()) return keys;
  const auto add = [&keys](const std::string& text) {
    const std::string sounds = sounds_of(text);
    if (sounds.size() < 3) {
      keys.push_back(hash_bytes(text));
      return;
    }
    for (const std::string& skeleton : skeletons_of(sounds)) keys.push_back(hash_bytes(skeleton));
  };
  add(parts.back().text);
  if (parts.back().text.size() > 6 && (parts.back().text.compare(0, 2, "al") == 0 || parts.back().text.compare(0, 2, "el") == 0))
    add(parts.back().text.substr(2));
  if (parts.size() > 1) add(parts[0].text);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool same_body(std::string_view a, std::string_view b) {
  const auto parts_a = cut(a), parts_b = cut(b);
  if (parts_a.empty() || parts_a.size() != parts_b.size()) return false;
  return all_agree(parts_a, 0, parts_b, 0);
}

bool KnowledgeBase::same_name(std::string_view a, std::string_view b) {
  const auto parts_a = cut(a), parts_b = cut(b);
  if (parts_a.empty() || parts_b.empty()) return false;
  if (run_together(parts_a) == run_together(parts_b)) return true;
  return parts_a.size() <= parts_b.size() ? same_person(parts_a, parts_b) : same_person(parts_b, parts_a);
}

}  // namespace dragoman

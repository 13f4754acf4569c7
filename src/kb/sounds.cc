// SPDX-License-Identifier: Apache-2.0
// Spelling to sound for names romanised from Arabic, Hebrew, Russian and their neighbours by English, French and German habits, and a
// weighted edit distance between sounds: what the habits vary (vowels, h, ch, j, w) is cheap, what makes another name is dear.
// "Chareh" and "Sharaa" meet; "Hassan" and "Hussein" (a against u) do not. Quadratic in a part's length, which is short.
#include "kb/sounds.h"

#include <algorithm>
#include <array>
#include <vector>

namespace dragoman {
namespace {

struct Rule {
  std::string_view letters, sounds;
  enum When : char { always, before_vowel, not_before_vowel, at_end } when = always;
};

// First match wins: longer ones stand first.
constexpr std::array kRules = {Rule{"shchev", "Sov", Rule::at_end},
                               Rule{"tchev", "Cov", Rule::at_end},
                               Rule{"chev", "qov", Rule::at_end},
                               Rule{"shenka", "Senko", Rule::at_end},
                               Rule{"chenka", "qenko", Rule::at_end},
                               Rule{"off", "ov", Rule::at_end},
                               Rule{"eff", "ev", Rule::at_end},
                               Rule{"tsch", "C"},
                               Rule{"tch", "C"},
                               Rule{"tsh", "C"},
                               Rule{"dsch", "J"},
                               Rule{"dzh", "J"},
                               Rule{"shch", "S"},
                               Rule{"sch", "S"},
                               Rule{"sh", "S"},
                               Rule{"sz", "S"},
                               Rule{"cz", "C"},
                               Rule{"ch", "q"},
                               Rule{"kh", "X"},
                               Rule{"gh", "G"},
                               Rule{"zh", "J"},
                               Rule{"dj", "J"},
                               Rule{"dh", "d"},
                               Rule{"th", "t"},
                               Rule{"bh", "b"},
                               Rule{"ph", "f"},
                               Rule{"ck", "k"},
                               Rule{"ts", "T"},
                               Rule{"tz", "T"},
                               Rule{"x", "ks"},
                               Rule{"gu", "g", Rule::before_vowel},
                               Rule{"qu", "k", Rule::before_vowel},
                               Rule{"q", "Q"},
                               Rule{"ce", "se"},
                               Rule{"ci", "si"},
                               Rule{"cy", "si"},
                               Rule{"c", "k"},
                               Rule{"oua", "Wa"},
                               Rule{"oue", "We"},
                               Rule{"oui", "Wi"},
                               Rule{"ou", "u"},
                               Rule{"oo", "u"},
                               Rule{"ow", "oW", Rule::before_vowel},
                               Rule{"ow", "ov", Rule::at_end},
                               Rule{"aw", "aW", Rule::before_vowel},
                               Rule{"aw", "A"},
                               Rule{"au", "A"},
                               Rule{"ao", "A"},
                               Rule{"w", "W"},
                               Rule{"ay", "aY", Rule::before_vowel},
                               Rule{"ai", "aY", Rule::before_vowel},
                               Rule{"ey", "eY", Rule::before_vowel},
                               Rule{"ei", "eY", Rule::before_vowel},
                               Rule{"aj", "aJ", Rule::before_vowel},
                               Rule{"ej", "eJ", Rule::before_vowel},
                               Rule{"ai", "E"},
                               Rule{"ay", "E"},
                               Rule{"ei", "E"},
                               Rule{"ey", "E"},
                               Rule{"ej", "E", Rule::at_end},
                               Rule{"aj", "E", Rule::at_end},
                               Rule{"aee", "E"},
                               Rule{"aei", "E"},
                               Rule{"ah", "a", Rule::at_end},
                               Rule{"eh", "e", Rule::at_end},
                               Rule{"ue", "u"},
                               Rule{"oe", "o"},
                               Rule{"ae", "e"},
                               Rule{"ee", "i"},
                               Rule{"ie", "i", Rule::not_before_vowel},
                               Rule{"iy", "i", Rule::not_before_vowel},
                               Rule{"yi", "i"},
                               Rule{"yy", "i"},
                               Rule{"ij", "i", Rule::at_end},
                               Rule{"yj", "i", Rule::at_end},
                               Rule{"y", "Y", Rule::before_vowel},
                               Rule{"y", "i"},
                               Rule{"j", "J"}};

// The rules that begin with a letter, in their order: most letters begin few.
const std::array<std::vector<Rule>, 128>& rules_by_letter() {
  static const auto table = [] {
    std::array<std::vector<Rule>, 128> rules;
    for (const Rule& rule : kRules) rules[static_cast<std::size_t>(rule.letters[0])].push_back(rule);
    return rules;
  }();
  return table;
}

bool is_vowel_letter(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool applies(const Rule& rule, std::string_view rest) {
  if (rest.substr(0, rule.letters.size()) != rule.letters) return false;
  const bool at_end = rest.size() == rule.letters.size();
  const bool vowel = !at_end && is_vowel_letter(rest[rule.letters.size()]);
  switch (rule.when) {
    case Rule::before_vowel: return vowel;
    case Rule::not_before_vowel: return !vowel;
    case Rule::at_end: return at_end;
    case Rule::always: break;
  }
  return true;
}

// The first rule that applies where `rest` begins; none for most consonants.
const Rule* rule_for(std::string_view rest) {
  const auto letter = static_cast<unsigned char>(rest[0]);
  if (letter >= 128) return nullptr;
  const std::vector<Rule>& rules = rules_by_letter()[letter];
  const auto rule = std::find_if(rules.begin(), rules.end(), [rest](const Rule& r) { return applies(r, rest); });
  return rule != rules.end() ? &*rule : nullptr;
}

// Costs between sounds that spellings mix up; what is not listed costs kOther.
struct Near {
  char a, b;
  double cost;
};
constexpr std::array kNear = {Near{'a', 'e', .25}, Near{'e', 'i', .22}, Near{'o', 'u', .18}, Near{'a', 'o', .7},  Near{'a', 'u', .7},  Near{'a', 'i', .7},
                              Near{'e', 'o', .7},  Near{'e', 'u', .8},  Near{'i', 'o', .9},  Near{'i', 'u', .8},  Near{'E', 'e', .12}, Near{'E', 'i', .22},
                              Near{'E', 'a', .3},  Near{'A', 'a', .3},  Near{'A', 'o', .15}, Near{'A', 'u', .3},  Near{'A', 'E', .6},  Near{'E', 'o', .6},
                              Near{'E', 'u', .6},  Near{'A', 'e', .5},  Near{'A', 'i', .6},  Near{'Q', 'k', .05}, Near{'Q', 'g', .2},  Near{'Q', 'G', .2},
                              Near{'Q', 'X', .35}, Near{'Q', 'q', .4},  Near{'S', 'q', .12}, Near{'C', 'q', .1},  Near{'X', 'q', .2},  Near{'k', 'q', .35},
                              Near{'S', 'C', .45}, Near{'S', 's', .4},  Near{'C', 's', .7},  Near{'s', 'q', .6},  Near{'X', 'k', .35}, Near{'X', 'h', .2},
                              Near{'X', 'G', .6},  Near{'G', 'g', .12}, Near{'G', 'k', .6},  Near{'g', 'k', .8},  Near{'J', 'Y', .2},  Near{'J', 'g', .4},
                              Near{'J', 'i', .25}, Near{'Y', 'i', .12}, Near{'Y', 'e', .3},  Near{'J', 'z', .6},  Near{'J', 'C', .7},  Near{'J', 'q', .7},
                              Near{'J', 'X', .7},  Near{'J', 'h', .7},  Near{'W', 'v', .1},  Near{'W', 'u', .15}, Near{'W', 'o', .25}, Near{'v', 'u', .5},
                              Near{'v', 'f', .3},  Near{'W', 'f', .5},  Near{'v', 'b', .7},  Near{'b', 'p', .8},  Near{'d', 't', .75}, Near{'s', 'z', .3},
                              Near{'T', 's', .35}, Near{'T', 'z', .35}, Near{'T', 'C', .45}, Near{'T', 'q', .5},  Near{'T', 't', .6},  Near{'m', 'n', .85}};
constexpr double kOther = 1.3, kVowelForConsonant = 1.2, kFirstVowel = 1.8, kLastVowel = 1.2;

using Costs = std::array<std::array<double, 128>, 128>;

const Costs& costs() {
  static const Costs table = [] {
    Costs t;
    for (auto& row : t) row.fill(kOther);
    for (std::size_t i = 0; i < 128; ++i) {
      for (std::size_t j = 0; j < 128; ++j) {
        if (is_vowel_sound(static_cast<char>(i)) != is_vowel_sound(static_cast<char>(j))) t[i][j] = kVowelForConsonant;
      }
      t[i][i] = 0;
    }
    for (const Near& near : kNear)
      t[static_cast<std::size_t>(near.a)][static_cast<std::size_t>(near.b)] = t[static_cast<std::size_t>(near.b)][static_cast<std::size_t>(near.a)] = near.cost;
    return t;
  }();
  return table;
}

// Sound i of a for sound j of b. Vowels matter more at the edges, where they tell Adriana from Adriano and Elbert from Albert.
double replace_cost(std::string_view a, std::size_t i, std::string_view b, std::size_t j) {
  const char from = a[i], to = b[j];
  if (from == to) return 0;
  if (static_cast<unsigned char>(from) >= 128 || static_cast<unsigned char>(to) >= 128) return kOther;
  const double cost = costs()[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
  if (!is_vowel_sound(from) || !is_vowel_sound(to)) return cost;
  if (i == 0 || j == 0) return kFirstVowel * cost;
  const bool is_last = i + 1 == a.size() && j + 1 == b.size();
  return is_last ? kLastVowel * cost : cost;
}

// Leaving out sound i of a part. A vowel between consonants is often not written, an h after a vowel not heard.
double drop_cost(std::string_view part, std::size_t i) {
  const char c = part[i];
  const bool first = i == 0, last = i + 1 == part.size();
  if (c == 'h') return first ? .9 : .2;
  if (c == 'Y' || c == 'W') return first ? .9 : .35;
  if (!is_vowel_sound(c)) return 1.1;
  if (first) return .9;
  if (last) return c == 'e' ? .4 : .9;
  const bool beside_vowel = is_vowel_sound(part[i - 1]) || is_vowel_sound(part[i + 1]);
  return beside_vowel ? .3 : .4;
}

}  // namespace

bool is_vowel_sound(char sound) { return std::string_view("aeiouEA").find(sound) != std::string_view::npos; }

std::string sounds_of(std::string_view folded) {
  std::string sounds;
  while (!folded.empty()) {
    const Rule* const rule = rule_for(folded);
    const std::string_view add = rule != nullptr ? rule->sounds : folded.substr(0, 1);
    folded.remove_prefix(rule != nullptr ? rule->letters.size() : 1);
    for (const char c : add) {
      if (sounds.empty() || sounds.back() != c) sounds += c;
    }
  }
  return sounds;
}

double sound_cost(std::string_view a, std::string_view b) {
  std::vector<double> above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j < b.size(); ++j) above[j + 1] = above[j] + drop_cost(b, j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double drop_a = drop_cost(a, i);
    row[0] = above[0] + drop_a;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({above[j] + replace_cost(a, i, b, j), above[j + 1] + drop_a, row[j] + drop_cost(b, j)});
    }
    std::swap(row, above);
  }
  return above[b.size()];
}

std::vector<std::string> skeletons_of(std::string_view sounds) {
  // Each sound's class; several letters: several readings; `-`: left out.
  const auto classes = [](char c) -> std::string_view {
    switch (c) {
      case 'S':
      case 'C':
      case 's':
      case 'z':
      case 'T': return "s";
      case 'q': return "sk";
      case 'X': return "k-";
      case 'k':
      case 'Q':
      case 'g':
      case 'G': return "k";
      case 'J': return "j-";
      case 'v':
      case 'f':
      case 'b':
      case 'p': return "p";
      case 'W': return "p-";
      case 'd':
      case 't': return "t";
      case 'h':
      case 'Y': return "-";
      case 'm': return "m";
      case 'n': return "n";
      default: return {};
    }
  };
  std::vector<std::string> all{""};
  for (const char c : sounds) {
    if (is_vowel_sound(c)) continue;
    std::string_view readings = classes(c);
    const std::string itself(1, c);
    if (readings.empty()) readings = itself;
    if (all.size() > 4) readings = readings.substr(0, 1);
    std::vector<std::string> longer;
    for (const std::string& skeleton : all) {
      for (const char reading : readings) longer.push_back(reading == '-' || (!skeleton.empty() && skeleton.back() == reading) ? skeleton : skeleton + reading);
    }
    all = std::move(longer);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace dragoman

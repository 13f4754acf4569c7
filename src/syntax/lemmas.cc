// SPDX-License-Identifier: Apache-2.0
//
// The rules are those of training/lemmas.py, which writes into the table whatever they get wrong: a change here needs one there.
#include "syntax/lemmas.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>

#include "base/tsv.h"

namespace dragoman {
namespace {

std::string lower(std::string_view form) {
  std::string low(form);
  if (std::all_of(low.begin(), low.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::transform(low.begin(), low.end(), low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return low;
  }
  std::string result;
  icu::UnicodeString::fromUTF8({low.data(), static_cast<std::int32_t>(low.size())}).toLower(icu::Locale::getRoot()).toUTF8String(result);
  return result;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

bool is_one_of(char c, std::string_view letters) { return letters.find(c) != std::string_view::npos; }

bool doubled(std::string_view base, std::string_view except) {
  return base.size() > 3 && base.back() == base[base.size() - 2] && !is_one_of(base.back(), except);
}

std::string cut(std::string_view word, std::size_t letters) { return std::string(word.substr(0, word.size() - std::min(letters, word.size()))); }

std::string without_s(const std::string& low) {
  if (low.ends_with("ies") && low.size() > 4) return cut(low, 3) + "y";
  if (ends_with_any(low, {"sses", "shes", "ches", "xes", "zzes"})) return cut(low, 2);
  return low.ends_with("s") && !low.ends_with("ss") ? cut(low, 1) : low;
}

// Undoubles a final consonant ("stopp") and restores a final e ("sign" stays, "accus" is accuse).
std::string stem(const std::string& base) {
  if (doubled(base, "lsz")) return cut(base, 1);
  if (ends_with_any(base, {"at", "iz", "v", "uc", "rg", "dg", "ng", "nc", "bl", "tl", "pl", "ur", "ir", "us", "as", "os", "is", "u", "c"})) {
    return base + "e";
  }
  const std::size_t n = base.size();
  const bool consonant_vowel_consonant = n > 2 && is_one_of(base[n - 1], "kptdrsm") && is_one_of(base[n - 2], "aiou") && !is_one_of(base[n - 3], "aeiou");
  return consonant_vowel_consonant && n < 5 ? base + "e" : base;
}

bool has(std::string_view feats, std::string_view feature) { return feats.find(feature) != std::string_view::npos; }

std::string verb(const std::string& low, std::string_view feats) {
  if (has(feats, "Person=3") && has(feats, "Tense=Pres") && low.ends_with("s")) return without_s(low);
  if (low.ends_with("ing") && (has(feats, "VerbForm=Ger") || has(feats, "VerbForm=Part"))) return stem(cut(low, 3));
  if (low.ends_with("ied")) return cut(low, 3) + "y";
  if (low.ends_with("ed") && has(feats, "Tense=Past")) return stem(cut(low, 2));
  return low;
}

// What a form may be of, the likeliest first: "freed" of freed, free, fre; "planned" of planned, planne, plann, plan.
std::vector<std::string> verb_stems(const std::string& low) {
  std::vector<std::string> stems = {low};
  const std::size_t letters = low.ends_with("ing") ? 3 : low.ends_with("ed") ? 2 : 0;
  if (low.ends_with("ied") || low.ends_with("ies")) stems.push_back(cut(low, 3) + "y");
  if (letters > 0) {
    const std::string base = cut(low, letters);
    if (letters == 2 || base.ends_with("e")) stems.push_back(letters == 2 ? cut(low, 1) : base);
    stems.push_back(base + "e");
    stems.push_back(base);
    if (base.size() > 2 && base.back() == base[base.size() - 2]) stems.push_back(cut(base, 1));
  } else if (low.ends_with("s")) {
    stems.push_back(cut(low, 1));
    if (low.ends_with("es")) stems.push_back(cut(low, 2));
  }
  return stems;
}

std::string degree(const std::string& low, std::string_view suffix) {
  const std::string base = low.ends_with(suffix) ? cut(low, suffix.size()) : low;
  if (base.ends_with("i")) return cut(base, 1) + "y";
  return doubled(base, "ls") ? cut(base, 1) : base;
}

}  // namespace

std::string lemma_by_rule(std::string_view form, Upos upos, std::string_view feats) {
  const std::string low = upos == Upos::PROPN ? std::string(form) : lower(form);
  if ((upos == Upos::NOUN || upos == Upos::PROPN) && has(feats, "Number=Plur")) return without_s(low);
  if (upos == Upos::VERB || upos == Upos::AUX) return verb(low, feats);
  if (upos != Upos::ADJ && upos != Upos::ADV) return low;
  if (has(feats, "Degree=Cmp")) return degree(low, "er");
  return has(feats, "Degree=Sup") ? degree(low, "est") : low;
}

struct Lemmas::Table {
  std::string verb_text;
  std::unordered_map<std::string_view, std::string_view> irregular;  // "overthrew" -> "overthrow"
  std::unordered_set<std::string_view> verbs;                        // known verbs, which decide between the stems of an unknown form
  std::string text;                                                  // what keys and values point into
  std::unordered_map<std::string_view, std::string_view> lemmas;     // "agreed\tVERB\t_" -> "agree"
};

Lemmas::Lemmas(std::unique_ptr<Table> table) : table_(std::move(table)) {}
Lemmas::Lemmas(Lemmas&&) noexcept = default;
Lemmas& Lemmas::operator=(Lemmas&&) noexcept = default;
Lemmas::~Lemmas() = default;

Result<Lemmas> Lemmas::load(const std::string& path) {
  auto text = read_file(path);
  if (!text) return text.error();
  auto table = std::make_unique<Table>();
  const auto verb_path = std::filesystem::path(path).parent_path() / "verbs.txt";
  auto verbs = std::filesystem::exists(verb_path) ? read_file(verb_path.string()) : Result<std::string>(std::string());
  if (!verbs) return verbs.error();
  table->verb_text = std::move(*verbs);
  for (std::string_view rest = table->verb_text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos) {
      table->irregular.emplace(line.substr(0, tab), line.substr(tab + 1));
    } else {
      table->verbs.insert(line);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  table->text = std::move(*text);
  int number = 1;
  for (std::string_view rest = table->text; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (std::count(line.begin(), line.end(), '\t') != 3) {
      return Error{ErrorCode::bad_data, fmt::format("{}:{}: not four columns; install the model again", path, number)};
    }
    const std::size_t tab = line.rfind('\t');
    table->lemmas.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return Lemmas(std::move(table));
}

// The lemma of a form by the list of verbs, or empty. What ends like no regular form is left to the table unless it is listed.
std::string Lemmas::known_verb(const std::string& low) const {
  if (const auto found = table_->irregular.find(low); found != table_->irregular.end()) return std::string(found->second);
  if (!ends_with_any(low, {"ed", "ing", "s"})) return {};
  for (std::string& stem : verb_stems(low)) {
    if (table_->verbs.contains(stem)) return std::move(stem);
  }
  return {};
}

std::string Lemmas::lemma_of(std::string_view form, Upos upos, std::string_view feats) const {
  if (upos == Upos::VERB) {
    if (std::string verb = known_verb(lower(form)); !verb.empty()) return verb;
  }
  std::string key = upos == Upos::PROPN ? std::string(form) : lower(form);
  key += '\t';
  key += name_of(upos);
  key += '\t';
  const std::size_t prefix = key.size();
  for (const std::string_view wanted : {feats, std::string_view("_")}) {
    key.resize(prefix);
    key += wanted;
    if (const auto found = table_->lemmas.find(key); found != table_->lemmas.end()) return std::string(found->second);
  }
  return lemma_by_rule(form, upos, feats);
}

}  // namespace dragoman

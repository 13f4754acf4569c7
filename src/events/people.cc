// SPDX-License-Identifier: Apache-2.0
// One person under several keys. What a report tells of somebody decides his key: EGY/REL/makarios where it says whose bishop he is,
// "makarios" where it does not, GRC for a Greek minister, "lekkas" where another report leaves the office out. Within one event people of
// one last name are one, unless their states differ; who holds an office of state is one by his full name even then: "Foreign Minister Grace
// Kalonga", whose state one report leaves open, was taken for the other party's minister there. Does not see through other spellings.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "events/testimony.h"
#include "events/words.h"

namespace dragoman {
namespace {

std::string last_part(const std::string& text, char separator) {
  const std::size_t at = text.rfind(separator);
  return at == std::string::npos ? text : text.substr(at + 1);
}

// Last name of a person on the record; empty for bodies and for people of whom only words are known.
std::string last_name_of(const Speaker& speaker) {
  if (speaker.kind != SourceKind::person || speaker.key.empty() || speaker.key.front() == '~') return {};
  if (!speaker.name.empty()) return last_part(fold_text(speaker.name), ' ');
  if (speaker.key == speaker.code) return last_part(fold_text(speaker.text), ' ');
  return last_part(speaker.key, '/');
}

// "grace kalonga"; empty where the report tells only one name.
std::string full_name_of(const Speaker& speaker) {
  const std::string name = fold_text(speaker.name);
  return speaker.kind == SourceKind::person && name.find(' ') != std::string::npos ? name : std::string();
}

void speak_as(Speaker& speaker, const Speaker& same) {
  speaker.key = same.key;
  speaker.body = same.body;
  speaker.code = same.code;
  speaker.sector = same.sector;
}

// Of the states that the reports give to one full name, the one that most give, the earliest of equals.
void unify_states(std::vector<Testimony>& said) {
  std::map<std::string, std::map<std::string, std::set<std::string>>> votes;  // reports by full name and code
  const auto is_asked = [](const Testimony& testimony) {
    return testimony.basis == Basis::record && !testimony.speaker.code.empty() && is_of_a_state(testimony.speaker.sector);
  };
  for (const Testimony& testimony : said) {
    if (is_asked(testimony)) votes[full_name_of(testimony.speaker)][testimony.speaker.code].insert(testimony.report);
  }
  votes.erase("");
  for (const auto& [name, codes] : votes) {
    if (codes.size() < 2) continue;
    const Testimony* best = nullptr;
    const auto rank = [&codes = codes](const Testimony& testimony) {
      return std::tuple(-static_cast<long>(codes.at(testimony.speaker.code).size()), testimony.published, testimony.report);
    };
    for (const Testimony& testimony : said) {
      if (is_asked(testimony) && full_name_of(testimony.speaker) == name && (best == nullptr || rank(testimony) < rank(*best))) best = &testimony;
    }
    const Speaker same = best->speaker;
    for (Testimony& testimony : said) {
      if (is_asked(testimony) && full_name_of(testimony.speaker) == name && testimony.speaker.code != same.code) speak_as(testimony.speaker, same);
    }
  }
}

}  // namespace

void unify_people(std::vector<Testimony>& said) {
  unify_states(said);
  std::map<std::string, std::map<std::string, const Speaker*>> known;  // by last name and code: who is known best, the smallest key
  std::vector<Speaker> speakers;
  for (const Testimony& testimony : said) speakers.push_back(testimony.speaker);
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (said[i].basis != Basis::record || speakers[i].code.empty()) continue;
    const Speaker*& best = known[last_name_of(speakers[i])][speakers[i].code];
    if (best == nullptr || speakers[i].key < best->key) best = &speakers[i];
  }
  for (std::size_t i = 0; i < said.size(); ++i) {
    const std::string name = last_name_of(speakers[i]);
    if (said[i].basis != Basis::record || name.empty() || known.count(name) == 0) continue;
    const auto& codes = known[name];
    const auto found = speakers[i].code.empty() && codes.size() == 1 ? codes.begin() : codes.find(speakers[i].code);
    if (found == codes.end()) continue;
    speak_as(said[i].speaker, *found->second);
  }
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// One person under several keys. What a report tells of somebody decides his key: EGY/REL/makarios where it says whose bishop he is,
// "makarios" where it does not, GRC for a Greek minister, "lekkas" where another report leaves the office out. Within one event people of
// one last name are one, unless their states differ. Does not see through other spellings.
#include <map>
#include <set>

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

}  // namespace

void unify_people(std::vector<Testimony>& said) {
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
    const Speaker& same = *found->second;
    said[i].speaker.key = same.key;
    said[i].speaker.body = same.body;
    said[i].speaker.code = same.code;
    said[i].speaker.sector = same.sector;
  }
}

}  // namespace dragoman

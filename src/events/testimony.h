// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "events/resolve.h"

namespace dragoman {

// What somebody says of an event; hints and reports affirm it, and who neither denies nor affirms says nothing for or against.
enum class Verdict : std::uint8_t { affirms, denies, not_denies, no_comment, retracts };
// What the word rests on: a speaker on the record, somebody whom nobody names, a document, an outlet's own eyes, or an outlet's own words.
enum class Basis : std::uint8_t { record, anonymous, document, eyewitness, unattributed };

struct Speaker {
  std::string body;  // the same for all who speak for one government, force or body on the record; empty unless on the record
  std::string key, code, sector, text;
  SourceKind kind = SourceKind::outlet;
  bool told_apart = false;  // the report says that he is not who spoke to others before
  std::string name;         // of a person whom his report names, whatever `text` calls him
};

// One chain of one claim, read from the end that vouches: who says what, and through which outlets it came to the report.
struct Testimony {
  std::string report, claim, published, outlet_key, outlet;  // of the report that carries it
  Verdict verdict = Verdict::affirms;
  Basis basis = Basis::unattributed;
  Speaker speaker;
  std::vector<std::string> via, via_names;  // outlets, nearest to the source first, without the report's own; keys and words
  bool done = false;                        // said to have happened, or to be happening
  bool planned = false;                     // said to be going to happen
  bool supposed = false;                    // "may recall its ambassador", of which somebody knows
  bool weak = false;                        // only possible, hinted, asked for or supposed
  bool statement = false;                   // "Minsk denied it": the words of the event stand elsewhere
};

// All that is said of the event, by (published, report, claim, chain). Pure.
std::vector<Testimony> testimonies_of(const EventEvidence& evidence);

// Gives one person one key, whatever each report tells of him.
void unify_people(std::vector<Testimony>& said);

// One government speaks with one voice: its ministers, ministries, army and spokesmen are one body; its police, courts and parliament are
// bodies of their own; a citizen, company or opponent of the state is no part of it.
std::string body_of(const std::string& key, const std::string& code, const std::string& sector);
// Whether what `speaker` says on the record is the word of the party.
bool speaks_for(const Speaker& speaker, const std::string& party_key, const std::string& party_sector);
// "the Peruvian miners' union" of "hundreds of miners": who acted are its members.
bool speaks_for_members(const Speaker& speaker, const std::string& party_code, const std::string& party_sector, const std::string& party_name);
// Two sectors of one code may be of one body; an unknown sector may be any.
bool may_share_body(const std::string& sector, const std::string& other);
bool is_of_a_state(const std::string& sector);  // GOV, MIL, SPY: people whom a government might own up to

}  // namespace dragoman

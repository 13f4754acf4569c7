// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/report.h"
#include "events/facts.h"
#include "events/words.h"

namespace dragoman {

// What an outlet is called however it is written: "Chinese state news agency Xinhua", "the Xinhua News Agency" -> "xinhua".
std::string outlet_key_of(std::string_view name);
// Whether `key`, of "CPA", is short for this outlet: "Continental Press Agency".
bool is_short_for(std::string_view key, std::string_view outlet);
// Whether a report of this outlet means itself by "the Herald": "Steppe Herald". `key` is what `name` was taken for.
bool is_last_word_of(std::string_view key, std::string_view name, std::string_view outlet);
// Whether a name is an outlet's by its last word: Northern Wire, Lake Gazette, Channel 12.
bool looks_like_outlet(std::string_view name);

// What of a text is not the outlet's own story: its dateline, byline, agency lines; and the outlets that these name.
struct Furniture {
  std::vector<Span> bytes;              // of the report's text; to leave out where texts are compared
  std::vector<OutletCitation> credits;  // `span` in bytes
};
Furniture furniture_of(std::string_view text);

// Outlets that the text names as its sources, credit lines first; none is the report's own. Spans in code points.
std::vector<OutletCitation> citations_of(const ReadReport& report, const Furniture& furniture);

}  // namespace dragoman

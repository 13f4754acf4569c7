// SPDX-License-Identifier: Apache-2.0
#include "ledger/reading_bytes.h"

#include <algorithm>

#include "base/sha256.h"
#include "dragoman/report_json.h"
#include "ledger/deflate.h"

namespace dragoman {
namespace {

// What objects of reports have in common. Stored bytes can only be read with the very same text: it is never edited, only followed by another version.
constexpr std::string_view kCommon =
    R"json("organisation"},"stance":"does-not-deny","reports","suggests","no-comment","retracts","confirms"{"source":null,"cue":null,"level":"warning","message":"time":null,"place":{"name":"","country":"","lat":,"lon":-,"geonameid":,"begin":,"end":},"condition":{"begin":"scope":"claims","claims":["kind":"statement","event":null,"participants":[],"place":null,"material-conflict","verbal-conflict","material-cooperation","mode":"protest","demonstrate","convict","investigate","cooperate"},"type":"ASSAULT","COERCE","MOBILIZE","SANCTION","PROTEST","THREATEN","REJECT","ACCUSE","REQUEST","RETREAT","CONCEDE","AID","COOPERATE","SUPPORT","AGREE","contexts":["military","territory","legal","economic","intelligence","executive","human_rights","election"],"cameo":"190","role":"mediator","host","instrument","location","beneficiary","polarity":"negative","realis":"planned","requested","conditional","hypothetical","tense":"present","future","certainty":"probable","possible","unspecified","type":"DURATION","SET","TIME","begin_date":null,"end_date":null,"kind":"agreement","company","force","group","igo","ngo","party","people","other","outlet","organ","place","sector":"MIL","REB","IGO","CVL","LEG","JUD","COP","UAF","SPY","role":"minister","role":"president","role_from":"20"role_to":"20"wikidata":"Q"{"schema":"dragoman.report/1","report":{"id":"","hash":null,"outlet":null,"url":null,"title":null,"published":null,"language":null,"text":""},"made_by":{"code_version":"","rules_hash":"","model_hash":""},"sentences":[{"begin":0,"end":1},{"begin":2,"end":3}],"entities":[{"id":"N-","name":"","kind":"state","code":"","sector":"GOV","country":"","wikidata":"Q","aliases":[],"mentions":[{"begin":1,"end":2,"text":"","head":{"begin":3,"end":4}},{"begin":5,"end":6,"text":"","head":{"begin":7,"end":8}}],"role":null,"role_from":null,"role_to":null,"known":true},{"id":"N-","name":"","kind":"person","code":null,"sector":null,"country":null,"wikidata":null,"aliases":[],"mentions":[{"begin":9,"end":10,"text":"","head":{"begin":11,"end":12}}],"role":null,"role_from":null,"role_to":null,"known":false}],"attributions":[{"source":{"begin":1,"end":2,"text":"","entity":"N-"},"cue":{"begin":3,"end":4,"text":"said"},"content":[{"begin":5,"end":6}],"stance":"asserts","verbatim":false,"parent":null},{"source":{"begin":7,"end":8,"text":"","entity":null},"cue":{"begin":9,"end":10,"text":"told"},"content":[{"begin":11,"end":12}],"stance":"asserts","verbatim":true,"parent":0}],"claims":[{"id":"C-","sentence":0,"begin":1,"end":2,"text":"","kind":"event","event":{"type":"CONSULT","mode":null,"contexts":["diplomatic"],"cameo":"040","quad":"verbal-cooperation","trigger":{"begin":3,"end":4,"text":""}},"participants":[{"role":"actor","entity":"N-","code":"","sector":"GOV","begin":5,"end":6,"text":""},{"role":"recipient","entity":"N-","code":null,"sector":null,"begin":7,"end":8,"text":""}],"place":{"name":"","country":"","lat":1.,"lon":2.,"geonameid":3,"begin":9,"end":10},"time":{"begin":11,"end":12,"text":"","timex":"2025-","type":"DATE","begin_date":"2025-","end_date":"2025-"},"polarity":"positive","realis":"actual","tense":"past","certainty":"certain","score":0.8,"hedges":[{"begin":1,"end":2,"text":""}],"condition":null,"voice":"attributed","chains":[[{"source":{"text":"","begin":3,"end":4,"entity":"N-","named":true,"kind":"person"},"stance":"asserts","cue":{"text":"said","begin":5,"end":6},"verbatim":false}]],"links":[{"type":"denies","claim":"C-"}],"rule":""},{"id":"C-","sentence":1,"place":null,"time":null,"polarity":"positive","realis":"actual","tense":"past","certainty":"certain","score":0.6,"hedges":[],"condition":null,"voice":"outlet","chains":[],"links":[],"rule":""}],"times":[{"begin":7,"end":8,"text":"","timex":"2025-","type":"DATE","begin_date":"2025-","end_date":"2025-"}],"caveats":[],"diagnostics":[]})json";

constexpr std::size_t kWindow = 32000;  // deflate looks no further back

std::string like_of(std::string_view text) {
  const std::string_view near = text.substr(0, std::min(text.size(), kWindow - kCommon.size()));
  return std::string(near) + std::string(kCommon);
}

}  // namespace

std::string object_bytes(const ReadReport& report) {
  ReadReport rest = report;
  rest.report = {};
  rest.made_by = {};
  return deflated(to_json(rest), like_of(report.report.text));
}

std::optional<ReadReport> object_of_bytes(std::string_view bytes, const Report& known, const MadeBy& made_by) {
  const std::optional<std::string> json = inflated(bytes, like_of(known.text));
  if (!json) return std::nullopt;
  Result<ReadReport> report = report_from_json(*json);
  if (!report) return std::nullopt;
  report->report = known;
  report->made_by = made_by;
  return std::move(*report);
}

std::int64_t digest_of(const Report& report, const MadeBy& made_by) {
  std::string all;
  for (const std::string* const text : {&report.id, &report.hash, &report.outlet, &report.url, &report.title, &report.published, &report.language,
                                        &made_by.code_version, &made_by.rules_hash, &made_by.model_hash}) {
    all += std::to_string(text->size()) + ":" + *text;
  }
  const Sha256 digest = sha256(all);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | digest[i];
  return static_cast<std::int64_t>(bits);
}

}  // namespace dragoman

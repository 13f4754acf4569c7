// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "dragoman/attribution.h"
#include "dragoman/claim.h"
#include "dragoman/entity.h"
#include "dragoman/span.h"
#include "dragoman/time.h"

namespace dragoman {

// One published document as it was sent. All text is UTF-8; `published` is ISO 8601 (a date or a date-time) or empty.
struct Report {
  std::string id;    // the id that was sent, else "R-" and a short hash
  std::string hash;  // SHA-256 of the text in hexadecimal
  std::string outlet, url, title, published, language;
  std::string text;  // what all offsets point into
};

// Which code, rules and model read a report: the same three give the same bytes.
struct MadeBy {
  std::string code_version, rules_hash, model_hash;
};

enum class CaveatScope { report, claims };

// Words that weaken other claims: "though still unofficial and largely speculative".
struct Caveat {
  TextSpan words;
  CaveatScope scope = CaveatScope::claims;
  std::vector<std::string> claims;  // ids
};

enum class Level { info, warning, error };

// What a reader of the output should know about how the report was read: skipped language, cut sentence, bad date.
struct Diagnostic {
  Level level = Level::info;
  std::string message;
  Span span;
};

// Something that was seen and not coded, and why; filled only when ReadOptions::explain asks for it.
struct Dropped {
  TextSpan words;
  std::string rule;  // the rule or stage that dropped it
  std::string reason;
};

// What one report yields (schema dragoman.report/1). A plain value.
struct ReadReport {
  Report report;
  MadeBy made_by;
  std::vector<Span> sentences;
  std::vector<Entity> entities;
  std::vector<Attribution> attributions;
  std::vector<Claim> claims;  // in the order of their triggers
  std::vector<TimeExpression> times;
  std::vector<Caveat> caveats;
  std::vector<Diagnostic> diagnostics;
  std::vector<Dropped> dropped;  // not part of the JSON contract's required fields
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text_index.h"
#include "claims/claims.h"
#include "claims/rules.h"
#include "dragoman/options.h"
#include "dragoman/report.h"
#include "entities/entities.h"
#include "kb/kb.h"
#include "syntax/parsed_report.h"
#include "syntax/parser.h"
#include "text/gate.h"
#include "text/tokenize.h"
#include "time/time_expressions.h"

namespace dragoman {

// What reading needs, opened once. Immutable; safe to share between threads.
struct Knowledge {
  Parser parser;
  std::optional<SentenceModel> sentences;  // none: sentence ends are found by signs alone
  std::optional<Gate> gate;                // none: every sentence is read
  std::optional<HomeWeights> home;         // none: whom nothing gives a nationality has none
  KnowledgeBase kb;
  Rules rules;
  MadeBy made_by;
};

// A report after each stage. Borrows the text behind `parsed.text`.
struct Stages {
  ParsedReport parsed;
  EntityTable entities;
  std::vector<TimeExpression> times;
  ClaimsResult claims;
  std::string language;  // what the text is in: "en"; empty where it is too short to tell
  std::vector<Diagnostic> diagnostics;
};

// How texts are cut into words and sentences here.
TokenizeOptions tokenize_options(const Knowledge& knowledge);

// The one place that knows the order of the stages: sentences and tokens, trees, entities, times, claims. `report` gives the publication time, the
// outlet and the key of claim ids; its text is `text`'s.
Stages run_stages(const TextIndex& text, const Report& report, const Knowledge& knowledge, const ReadOptions& options);

}  // namespace dragoman

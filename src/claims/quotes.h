// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "syntax/parsed_report.h"

namespace dragoman {

// Direct speech: the words between quotation marks in one sentence. A quotation over several sentences has one piece in each, all with
// the same number. Scare quotes of up to three words are left out.
struct QuotePiece {
  int quote = 0;
  int sentence = 0;
  int first = 0, last = 0;  // words, inclusive, without the marks
};

// Quotations of a report in text order: paired marks inside a paragraph; an opening mark that no closing one answers holds to the
// paragraph's end, as reporters write speech over several paragraphs. Cost linear in the words.
std::vector<QuotePiece> find_quotes(const ParsedReport& report);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "syntax/tree.h"

namespace dragoman {

class Parser;
class SentenceModel;

// A word of given CoNLL-U: what is kept of its line. `misc` is the column as it stands, "_" where empty.
struct ConlluWord {
  std::string form;
  std::string misc = "_";
};

// A multiword token: "don't" over words 0 and 1 (last inclusive).
struct ConlluRange {
  std::size_t first = 0, last = 0;
  std::string form;
  std::string misc = "_";
};

struct ConlluSentence {
  std::vector<std::string> comments;  // whole lines, "# text = ..."
  std::vector<ConlluWord> words;
  std::vector<ConlluRange> ranges;  // in order, not overlapping
};

// Tokens and comments of a CoNLL-U file; annotation and empty nodes are left out. An error names the line.
Result<std::vector<ConlluSentence>> read_conllu(std::string_view input);

// Appends the sentence with its tree, a word of `tree` for each word of `sentence`. MISC gets NER= (PER, LOC, ORG; other kinds as
// NERX=) and, on predicates, Factuality=; what the sentence's own MISC says besides is kept.
void write_conllu(const ConlluSentence& sentence, const Tree& tree, std::string& output);

// Value of `key` in a MISC column, empty where absent: misc_value("NER=B-PER|SpaceAfter=No", "NER") is "B-PER".
std::string_view misc_value(std::string_view misc, std::string_view key);

// What `dragoman parse` prints. `is_conllu`: the input's comments and tokens come back with their annotation predicted; else it
// is plain text (bytes that are no UTF-8 become U+FFFD) in which a blank line ends a paragraph.
Result<std::string> parse_to_conllu(std::string_view input, bool is_conllu, const Parser& parser, const SentenceModel* sentence_model = nullptr);

}  // namespace dragoman

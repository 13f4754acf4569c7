// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <cctype>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_index.h"
#include "syntax/parsed_report.h"
#include "syntax/tree.h"

// Trees by hand, for tests that must not need a model. One word is `form/UPOS/relation/head` with further parts in any order:
//   "Syrian/ADJ/amod/2 officials/NOUN/nsubj/3 arrived/VERB/root/0/lemma=arrive in/ADP/case/5 Baku/PROPN/obl/3/B-LOC ./PUNCT/punct/3"
// Heads count from 1 as in CoNLL-U, 0 is the root. `B-PER`, `I-LOC` is the entity tag, `lemma=x` the lemma, `fact=-3` the
// factuality, `actor=2` and `recipient=2` what the argument head takes for a party (share .9), `denies` what the denial head does (.9), any other part holds
// features ("Tense=Past|Voice=Pass"). Without a lemma: proper nouns keep their form, plural nouns in -s lose it (and get Number=Plur), all else is lower-cased.
// Words are joined by single spaces, none before . , ; : ! ? ' and )
namespace dragoman::testing_support {

inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

inline std::vector<std::string> parts_of(const std::string& token) {
  std::vector<std::string> parts;
  std::istringstream stream(token);
  for (std::string part; std::getline(stream, part, '/');) parts.push_back(part);
  return parts;
}

// "officials" but not "press", "crisis", "status".
inline bool looks_plural(std::string_view form) {
  if (form.size() < 4 || form.back() != 's') return false;
  const char before = form[form.size() - 2];
  return before != 's' && before != 'i' && before != 'u';
}

inline void default_lemma(Word& word) {
  word.lemma = word.upos == Upos::PROPN ? word.form : lower_ascii(word.form);
  if (word.upos != Upos::NOUN || !looks_plural(word.form)) return;
  word.lemma.pop_back();
  word.feats = "Number=Plur";
}

inline void apply_part(Word& word, const std::string& part) {
  if (part.starts_with("B-") || part.starts_with("I-")) {
    word.ner = part;
  } else if (part.starts_with("lemma=")) {
    word.lemma = part.substr(6);
  } else if (part.starts_with("fact=")) {
    word.factuality = std::stof(part.substr(5));
  } else if (part == "denies") {
    word.denial_share = 0.9F;
  } else if (part.starts_with("actor=")) {
    word.arguments.push_back({std::stoi(part.substr(6)) - 1, 0.9F, 0});
  } else if (part.starts_with("recipient=")) {
    word.arguments.push_back({std::stoi(part.substr(10)) - 1, 0, 0.9F});
  } else {
    word.feats = word.feats == "_" ? part : word.feats + "|" + part;
  }
}

inline Word word_of(const std::string& token) {
  const std::vector<std::string> parts = parts_of(token);
  assert(parts.size() >= 4 && "a word is form/UPOS/relation/head");
  Word word;
  word.form = parts[0];
  const auto upos = upos_named(parts[1]);
  assert(upos && "unknown part of speech");
  word.upos = *upos;
  word.deprel = parts[2];
  word.head = std::stoi(parts[3]) - 1;
  default_lemma(word);
  for (std::size_t i = 4; i < parts.size(); ++i) apply_part(word, parts[i]);
  return word;
}

inline Tree tree(const std::string& words) {
  std::vector<Word> out;
  std::istringstream stream(words);
  for (std::string token; stream >> token;) out.push_back(word_of(token));
  return Tree(std::move(out));
}

// A ParsedReport that owns its text, one paragraph a sentence. `published` and `outlet` must outlive it (use literals).
class HandReport {
 public:
  explicit HandReport(const std::vector<std::string>& sentences, std::string_view published = "2025-05-18", std::string_view outlet = "") {
    for (const std::string& sentence : sentences) add(tree(sentence));
    finish(published, outlet);
  }
  // All sentences in one paragraph.
  HandReport& join_paragraphs() {
    for (Sentence& sentence : report_.tokenized.sentences) sentence.paragraph = 0;
    return *this;
  }

  explicit HandReport(const std::vector<Tree>& trees, std::string_view published = "2025-05-18", std::string_view outlet = "") {
    for (const Tree& each : trees) add(each);
    finish(published, outlet);
  }

  const ParsedReport& report() const { return report_; }
  const std::string& text() const { return *text_; }
  // The word with this form, the n-th of that form, counted over the whole report.
  WordAt find(std::string_view form, int nth = 0) const {
    for (int s = 0; s < static_cast<int>(report_.trees.size()); ++s) {
      for (int w = 0; w < report_.tree(s).size(); ++w) {
        if (report_.tree(s)[w].form == form && nth-- == 0) return {s, w};
      }
    }
    assert(false && "no such word");
    return {};
  }

 private:
  void finish(std::string_view published, std::string_view outlet) {
    index_ = std::make_unique<TextIndex>(*text_);
    report_.text = index_.get();
    report_.published = published;
    report_.outlet = outlet;
    set_code_points();
  }

  static bool takes_no_space(const std::string& form) {
    return form == "'s" || form == "n't" || (form.size() == 1 && std::string_view(".,;:!?)'").find(form[0]) != std::string_view::npos);
  }

  void add(const Tree& built) {
    std::vector<Word> words = built.words();
    Sentence sentence;
    sentence.paragraph = static_cast<std::uint32_t>(report_.trees.size());
    sentence.first = static_cast<std::uint32_t>(report_.tokenized.tokens.size());
    if (!text_->empty()) *text_ += '\n';
    sentence.begin_byte = static_cast<std::uint32_t>(text_->size());
    for (Word& word : words) add_token(word, text_->size() == sentence.begin_byte);
    sentence.end_byte = static_cast<std::uint32_t>(text_->size());
    sentence.last = static_cast<std::uint32_t>(report_.tokenized.tokens.size());
    sentence.dateline_end = sentence.first;
    report_.tokenized.sentences.push_back(sentence);
    report_.trees.emplace_back(std::move(words));
  }

  void add_token(Word& word, bool first_of_sentence) {
    std::vector<Token>& tokens = report_.tokenized.tokens;
    const bool glued = first_of_sentence || takes_no_space(word.form) || text_->back() == '(';
    if (!glued) *text_ += ' ';
    if (glued && !first_of_sentence) tokens.back().space_after = false;
    word.token = static_cast<std::uint32_t>(tokens.size());
    Token token;
    token.begin_byte = static_cast<std::uint32_t>(text_->size());
    *text_ += word.form;
    token.end_byte = static_cast<std::uint32_t>(text_->size());
    tokens.push_back(token);
  }

  void set_code_points() {
    for (Token& token : report_.tokenized.tokens) token.span = index_->span_of(token.begin_byte, token.end_byte);
    for (Sentence& sentence : report_.tokenized.sentences) sentence.span = index_->span_of(sentence.begin_byte, sentence.end_byte);
  }

  std::unique_ptr<std::string> text_ = std::make_unique<std::string>();
  std::unique_ptr<TextIndex> index_;
  ParsedReport report_;
};

}  // namespace dragoman::testing_support

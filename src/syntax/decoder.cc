// SPDX-License-Identifier: Apache-2.0
#include "syntax/decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "syntax/spanning_tree.h"

namespace dragoman {
namespace {

// The class with the highest score; `except` is never chosen.
std::size_t best_class(Scores scores, std::optional<std::size_t> except = {}) {
  std::size_t best = except == std::size_t{0} && scores.size() > 1 ? 1 : 0;
  for (std::size_t i = best + 1; i < scores.size(); ++i) {
    if (i != except && scores[i] > scores[best]) best = i;
  }
  return best;
}

// Of four letters or more, all small.
bool is_plain_word(const std::string& form) {
  return form.size() >= 4 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// A word in small letters of which others are subject or clause is no name, whatever its tag: "The chief, Armando Nhaca, denied that".
bool is_verb_all_the_same(const std::vector<Word>& words, std::size_t word) {
  static constexpr auto kOfVerbs = std::to_array<std::string_view>({"nsubj", "nsubj:pass", "ccomp", "xcomp", "aux", "aux:pass"});
  if (words[word].upos != Upos::PROPN || !is_plain_word(words[word].form)) return false;
  return std::any_of(words.begin(), words.end(), [&](const Word& other) { return other.head == static_cast<int>(word) && is_one_of(other.deprel, kOfVerbs); });
}

// "a report": a plain word with an article is no foreign one.
bool is_noun_all_the_same(const std::vector<Word>& words, std::size_t word) {
  if (words[word].upos != Upos::X || !is_plain_word(words[word].form)) return false;
  return std::any_of(words.begin(), words.end(), [&](const Word& other) { return other.head == static_cast<int>(word) && other.deprel == "det"; });
}

}  // namespace

Decoder::Decoder(const EncoderLabels& labels, Lemmas lemmas, std::vector<Upos> tags, std::size_t root_label, const WordHeads& word_heads)
    : labels_(labels),
      lemmas_(std::move(lemmas)),
      names_(labels.ner),
      tags_(std::move(tags)),
      root_label_(root_label),
      word_scores_(word_heads, labels.deprel) {}

Result<Decoder> Decoder::create(const EncoderLabels& labels, const std::string& lemma_path, const WordHeads& word_heads) {
  std::vector<Upos> tags;
  for (const std::string& name : labels.upos) {
    const auto tag = upos_named(name);
    if (!tag) return Error{ErrorCode::bad_data, fmt::format("the model's tag `{}` is not a universal one; install the model again", name)};
    tags.push_back(*tag);
  }
  const auto root = std::find(labels.deprel.begin(), labels.deprel.end(), "root");
  if (root == labels.deprel.end()) return Error{ErrorCode::bad_data, "the model has no relation `root`; install the model again"};
  auto lemmas = Lemmas::load(lemma_path);
  if (!lemmas) return lemmas.error();
  return Decoder(labels, std::move(*lemmas), std::move(tags), static_cast<std::size_t>(root - labels.deprel.begin()), word_heads);
}

void Decoder::decode_tree(const EncodedSentence& scores, std::vector<Word>& words) const {
  const std::vector<int> heads = best_single_root_tree(scores.arcs, static_cast<int>(scores.words));
  for (std::size_t i = 0; i < scores.words; ++i) {
    words[i].head = heads[i];
    const bool is_root = heads[i] < 0;
    words[i].deprel = labels_.deprel[is_root ? root_label_ : best_class(scores.label_scores(i, static_cast<std::size_t>(heads[i] + 1)), root_label_)];
  }
}

// The best feature strings of verbs.
std::size_t Decoder::best_verb_feats(Scores scores) const {
  std::size_t best = 0;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    const bool is_better = scores[i] > scores[best] || labels_.feats[best].find("VerbForm") == std::string::npos;
    if (labels_.feats[i].find("VerbForm") != std::string::npos && is_better) best = i;
  }
  return best;
}

std::vector<Word> Decoder::decode(const EncodedSentence& scores, std::span<const std::string_view> words) const {
  std::vector<Word> decoded(words.size());
  if (scores.words > 0) decode_tree(scores, decoded);
  const std::vector<int> names = names_.best_tags(scores.ner);
  const auto root = std::find_if(decoded.begin(), decoded.begin() + static_cast<std::ptrdiff_t>(scores.words), [](const Word& w) { return w.head < 0; });
  const int root_index = scores.words > 0 ? static_cast<int>(root - decoded.begin()) : 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = decoded[i];
    word.form = words[i];
    if (i >= scores.words) {
      word.lemma = word.form;
      word.feats.assign(1, '_');
      word.head = static_cast<int>(i) == root_index ? -1 : root_index;
      word.deprel = word.head < 0 ? "root" : "dep";
      continue;
    }
    word.upos = tags_[best_class(scores.upos.subspan(i * tags_.size(), tags_.size()))];
    const Scores feats = scores.feats.subspan(i * labels_.feats.size(), labels_.feats.size());
    word.feats = labels_.feats[best_class(feats)];
    if (is_noun_all_the_same(decoded, i)) word.upos = Upos::NOUN;
    if (is_verb_all_the_same(decoded, i)) {
      word.upos = Upos::VERB;
      word.feats = labels_.feats[best_verb_feats(feats)];
    }
    word.lemma = lemmas_.lemma_of(word.form, word.upos, word.feats);
    word.ner = labels_.ner[static_cast<std::size_t>(names[i])];
    word.factuality = scores.factuality[i];
  }
  word_scores_.fill(scores, decoded);
  return decoded;
}

}  // namespace dragoman

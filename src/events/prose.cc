// SPDX-License-Identifier: Apache-2.0
#include "events/prose.h"

namespace dragoman {

Prose::Prose(const ReadReport& report, const TextIndex& index) : report_(report), index_(index), words_(words_of(index.text())) {}

std::string_view Prose::gap(std::size_t after) const { return index_.text().substr(words_[after].end, words_[after + 1].begin - words_[after].end); }

bool Prose::one_name(std::size_t i) const {
  if (i + 1 >= words_.size() || words_[i].possessive) return false;
  const std::string_view between = gap(i);
  return between == " " || between == "-" || between == "." || between == " & ";
}

Name Prose::name_at(std::size_t begin) const {
  std::size_t end = begin + 1;
  while (end < words_.size() && one_name(end - 1)) {
    const bool of_follows = words_[end].text == "of" && end + 1 < words_.size() && words_[end + 1].capital && one_name(end);
    const bool domain_end = gap(end - 1) == ".";
    if (!words_[end].capital && !of_follows && !domain_end) break;
    if (words_[end].capital && domain_end) break;
    ++end;
  }
  if (end - begin > 1 && is_stop_word(words_[begin].text)) ++begin;
  return {begin, end};
}

bool Prose::sentence_between(std::size_t a, std::size_t b) const {
  for (std::size_t i = a; i < b; ++i) {
    if (gap(i).find_first_of(".;!?\n") != std::string_view::npos) return true;
  }
  return false;
}

std::optional<bool> Prose::known_as_outlet(Name name) const {
  const Span span = span_of(name);
  std::optional<bool> known;
  for (const Entity& entity : report_.entities) {
    for (const EntityMention& mention : entity.mentions) {
      if (!mention.head.overlaps(span)) continue;
      if (entity.kind == EntityKind::outlet) return true;
      // "Horn" of "Horn Current": the reader took a part of the name for a whole one.
      const bool is_part =
          entity.kind == EntityKind::person && mention.head.begin == span.begin && mention.span.end < span.end && words_of(entity.name).size() == 1;
      const bool is_open = is_part || entity.kind == EntityKind::other || entity.kind == EntityKind::company || entity.kind == EntityKind::ngo;
      if (!is_open || entity.known) known = false;
    }
  }
  return known;
}

OutletCitation Prose::citation(Name name, bool sure) const {
  const std::string text(text_of(name));
  return {outlet_key_of(text), text, span_of(name), false, sure};
}

}  // namespace dragoman

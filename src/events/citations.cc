// SPDX-License-Identifier: Apache-2.0
// Outlets that a report takes from. Three signs, each enough: its credit lines; a source of the reader's that is an outlet; a name beside
// words of reporting ("told Lake Gazette", "according to Northern Wire", "the agency Sabah said"), where the name is an outlet's or may be.
// A name without such words is no citation: "CNN's offices were hit".
#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "base/text_index.h"
#include "events/facts_parts.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 12> kReportingVerbs = {"reported", "reports", "report",    "reporting", "revealed", "broke",
                                                              "wrote",    "writes",  "published", "quoted",    "cited",    "citing"};
constexpr std::array<std::string_view, 4> kSayingVerbs = {"said", "says", "say", "adding"};
constexpr std::array<std::string_view, 9> kPassives = {"reported", "published", "carried", "quoted", "cited", "aired", "broadcast", "obtained", "report"};
constexpr std::array<std::string_view, 8> kHearers = {"told", "informed", "confirmed", "speaking", "spoke", "interview", "citing", "quoting"};
constexpr std::array<std::string_view, 17> kDescriptors = {"agency",  "newspaper", "daily",      "broadcaster", "channel", "network",
                                                           "website", "site",      "outlet",     "station",     "tabloid", "weekly",
                                                           "paper",   "portal",    "television", "tv",          "magazine"};
constexpr std::array<std::string_view, 11> kBetween = {"the", "a", "an", "state", "official", "local", "news", "government", "run", "owned", "semi"};

struct Name {
  std::size_t begin = 0, end = 0;  // words
};

class Prose {
 public:
  Prose(const ReadReport& report, const TextIndex& index) : report_(report), index_(index), words_(words_of(index.text())) {}

  std::vector<OutletCitation> citations() const {
    std::vector<OutletCitation> found;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].capital) continue;
      const Name name = name_at(i);
      if (const auto sure = cited(name)) found.push_back(citation(name, *sure));
      i = name.end - 1;
    }
    return found;
  }

 private:
  std::string_view gap(std::size_t after) const { return index_.text().substr(words_[after].end, words_[after + 1].begin - words_[after].end); }
  bool one_name(std::size_t i) const {  // word i and the next
    if (i + 1 >= words_.size() || words_[i].possessive) return false;
    const std::string_view between = gap(i);
    return between == " " || between == "-" || between == "." || between == " & ";
  }
  Name name_at(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < words_.size() && one_name(end - 1)) {
      const bool of_follows = words_[end].text == "of" && end + 1 < words_.size() && words_[end + 1].capital && one_name(end);
      const bool domain_end = gap(end - 1) == ".";
      if (!words_[end].capital && !of_follows && !domain_end) break;
      if (words_[end].capital && domain_end) break;
      ++end;
    }
    if (end - begin > 1 && is_stop_word(words_[begin].text)) ++begin;  // "But CNN reported"
    return {begin, end};
  }

  bool sentence_between(std::size_t a, std::size_t b) const {
    for (std::size_t i = a; i < b; ++i) {
      if (gap(i).find_first_of(".;!?\n") != std::string_view::npos) return true;
    }
    return false;
  }
  std::string_view word(std::size_t i) const { return i < words_.size() ? std::string_view(words_[i].text) : std::string_view(); }

  Span span_of(Name name) const { return index_.span_of(words_[name.begin].begin, words_[name.end - 1].end); }

  // Whether the entities there make the name an outlet's (true), another's (false) or say nothing.
  std::optional<bool> known_as_outlet(Name name) const {
    const Span span = span_of(name);
    std::optional<bool> known;
    for (const Entity& entity : report_.entities) {
      for (const EntityMention& mention : entity.mentions) {
        if (!mention.head.overlaps(span)) continue;
        if (entity.kind == EntityKind::outlet) return true;
        const bool is_open = entity.kind == EntityKind::other || entity.kind == EntityKind::company || entity.kind == EntityKind::ngo;
        if (!is_open || entity.known) known = false;
      }
    }
    return known;
  }

  // Whether words around the name make it a source; `true` for one that is an outlet for sure.
  std::optional<bool> cited(Name name) const {
    std::size_t left = name.begin;
    bool described = false;
    while (left > 0 && !sentence_between(left - 1, left) && (is_one_of(word(left - 1), kBetween) || is_one_of(word(left - 1), kDescriptors))) {
      described |= is_one_of(word(left - 1), kDescriptors);
      --left;
    }
    std::size_t right = name.end;
    while (right < words_.size() && !sentence_between(right - 1, right) && (word(right) == "news" || is_one_of(word(right), kDescriptors))) {
      described |= is_one_of(word(right), kDescriptors);
      ++right;
    }
    const bool heard = behind_hearer(left), reports = before_verb(right, kReportingVerbs), says = before_verb(right, kSayingVerbs);
    if (!heard && !reports && !says) return std::nullopt;
    const std::string_view text = index_.slice(span_of(name));
    const std::optional<bool> known = known_as_outlet(name);
    if (described || known == true || looks_like_outlet(text)) return true;
    if (known == false || (!heard && !reports)) return std::nullopt;
    return false;
  }

  bool behind_hearer(std::size_t left) const {
    if (left == 0 || sentence_between(left - 1, left)) return false;
    const std::string_view last = word(left - 1), before = left > 1 && !sentence_between(left - 2, left - 1) ? word(left - 2) : std::string_view();
    if (is_one_of(last, kHearers)) return true;
    if (last == "to") return before == "according" || is_one_of(before, kHearers);
    if (last == "with" || last == "in") return before == "interview" || before == "report" || before == "speaking";
    return last == "by" && is_one_of(before, kPassives);
  }

  template <std::size_t N>
  bool before_verb(std::size_t right, const std::array<std::string_view, N>& verbs) const {
    for (std::size_t i = right; i < std::min(right + 3, words_.size()); ++i) {
      if (sentence_between(i - 1, i)) return false;
      if (is_one_of(word(i), verbs)) return true;
      if (word(i) != "has" && word(i) != "had" && word(i) != "first" && word(i) != "also" && word(i) != "later") return false;
    }
    return false;
  }

  OutletCitation citation(Name name, bool sure) const {
    const Span span = span_of(name);
    const std::string text(index_.slice(span));
    return {outlet_key_of(text), text, span, false, sure};
  }

  const ReadReport& report_;
  const TextIndex& index_;
  std::vector<Word> words_;
};

bool takes_from(Stance stance) { return stance != Stance::denies && stance != Stance::no_comment && stance != Stance::does_not_deny; }

void add_source(std::vector<OutletCitation>& found, const TextSpan& words, const Entity* entity, bool is_outlet) {
  if (!is_outlet && (entity == nullptr || entity->kind != EntityKind::outlet)) return;
  const bool is_pronoun = words.text.empty() || std::none_of(words.text.begin(), words.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::string& name = is_pronoun && entity != nullptr ? entity->name : words.text;
  found.push_back({outlet_key_of(name), words.text, words.span, false, true});
}

void add_sources_of_reader(const ReadReport& report, std::vector<OutletCitation>& found) {
  for (const Attribution& attribution : report.attributions) {
    if (!attribution.source || !takes_from(attribution.stance)) continue;
    add_source(found, attribution.source->words, entity_named(report, attribution.source->entity), false);
  }
  for (const Claim& claim : report.claims) {
    for (const Chain& chain : claim.chains) {
      for (const Hop& hop : chain) {
        if (takes_from(hop.stance)) add_source(found, hop.source.words, entity_named(report, hop.source.entity), hop.source.kind == SourceKind::outlet);
      }
    }
  }
}

}  // namespace

std::vector<OutletCitation> citations_of(const ReadReport& report, const Furniture& furniture) {
  const TextIndex index(report.report.text);
  std::vector<OutletCitation> found = furniture.credits;
  for (OutletCitation& credit : found) credit.span = index.span_of(credit.span.begin, credit.span.end);
  add_sources_of_reader(report, found);
  for (OutletCitation& citation : Prose(report, index).citations()) found.push_back(std::move(citation));
  const std::string own = outlet_key_of(report.report.outlet);
  std::vector<OutletCitation> kept;
  for (OutletCitation& citation : found) {
    if (citation.key.empty() || citation.key == own) continue;
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const OutletCitation& k) { return k.key == citation.key && k.credits == citation.credits; });
    if (same == kept.end()) kept.push_back(std::move(citation));
    else same->sure |= citation.sure;
  }
  return kept;
}

}  // namespace dragoman

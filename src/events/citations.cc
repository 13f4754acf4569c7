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
#include "events/prose.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 12> kReportingVerbs = {"reported", "reports", "report",    "reporting", "revealed", "broke",
                                                              "wrote",    "writes",  "published", "quoted",    "cited",    "citing"};
constexpr std::array<std::string_view, 4> kSayingVerbs = {"said", "says", "say", "adding"};
constexpr std::array<std::string_view, 5> kBeforeVerb = {"has", "had", "first", "also", "later"};
constexpr std::array<std::string_view, 4> kManyKinds = {"agency", "network", "channel", "station"};
constexpr std::array<std::string_view, 10> kPassives = {"reported", "seen",  "published", "carried",  "quoted",
                                                        "cited",    "aired", "broadcast", "obtained", "report"};
constexpr std::array<std::string_view, 8> kHearers = {"told", "informed", "confirmed", "speaking", "spoke", "interview", "citing", "quoting"};
constexpr std::array<std::string_view, 4> kAccounts = {"report", "story", "article", "dispatch"};
constexpr std::array<std::string_view, 17> kDescriptors = {"agency",  "newspaper", "daily",      "broadcaster", "channel", "network",
                                                           "website", "site",      "outlet",     "station",     "tabloid", "weekly",
                                                           "paper",   "portal",    "television", "tv",          "magazine"};
constexpr std::array<std::string_view, 3> kArticles = {"the", "a", "an"};
constexpr std::array<std::string_view, 11> kBetween = {"the", "a", "an", "state", "official", "local", "news", "government", "run", "owned", "semi"};

template <std::size_t N>
bool before_verb(const Prose& prose, std::size_t right, const std::array<std::string_view, N>& verbs) {
  for (std::size_t i = right; i < std::min(right + 3, prose.size()); ++i) {
    if (prose.sentence_between(i - 1, i)) return false;
    if (is_one_of(prose.word(i), verbs)) return true;
    if (!is_one_of(prose.word(i), kBeforeVerb)) return false;
  }
  return false;
}

bool behind_hearer(const Prose& prose, std::size_t left) {
  if (left == 0 || prose.sentence_between(left - 1, left)) return false;
  const std::string_view last = prose.word(left - 1);
  const std::string_view before = left > 1 && !prose.sentence_between(left - 2, left - 1) ? prose.word(left - 2) : std::string_view();
  if (is_one_of(last, kHearers)) return true;
  if (last == "to") return before == "according" || is_one_of(before, kHearers);
  if (last == "with" || last == "in") return before == "interview" || before == "speaking" || is_one_of(before, kAccounts);
  return last == "by" && is_one_of(before, kPassives);
}

// The name with the small words that say what it is: "the state news agency Sabah", "Sabah news agency".
struct Described {
  std::size_t left = 0, right = 0;
  bool as_outlet = false;
};
Described described(const Prose& prose, Name name) {
  Described around{name.begin, name.end, false};
  const auto describes = [&](std::size_t i) {
    const bool needs_news = is_one_of(prose.word(i), kManyKinds);  // of spies, of shops
    return is_one_of(prose.word(i), kDescriptors) && (!needs_news || (i > 0 && prose.word(i - 1) == "news"));
  };
  const auto is_between = [&](std::size_t i) { return is_one_of(prose.word(i), kBetween) || is_one_of(prose.word(i), kDescriptors); };
  // "in the Spanish newspaper Sabah": whose paper it is.
  const auto tells_whose = [&](std::size_t i) { return around.as_outlet && prose.capital(i) && i > 0 && is_one_of(prose.word(i - 1), kArticles); };
  while (around.left > 0 && !prose.sentence_between(around.left - 1, around.left) && (is_between(around.left - 1) || tells_whose(around.left - 1)))
    around.as_outlet |= describes(--around.left);
  const auto follows = [&](std::size_t i) { return !prose.capital(i) && (prose.word(i) == "news" || is_one_of(prose.word(i), kDescriptors)); };
  while (around.right < prose.size() && !prose.sentence_between(around.right - 1, around.right) && follows(around.right))
    around.as_outlet |= describes(around.right++);
  return around;
}

// Whether words around the name make it a source; `true` for one that is an outlet for sure.
std::optional<bool> cited(const Prose& prose, Name name) {
  const Described around = described(prose, name);
  // "the Turkish newspaper Sabah": Turkish is no paper.
  const bool is_whose = around.right > name.end && around.right < prose.size() && prose.capital(around.right);
  if (is_whose && !prose.sentence_between(around.right - 1, around.right)) return std::nullopt;
  const bool heard = behind_hearer(prose, around.left), reports = before_verb(prose, around.right, kReportingVerbs);
  if (!heard && !reports && !before_verb(prose, around.right, kSayingVerbs)) return std::nullopt;
  const std::optional<bool> known = prose.known_as_outlet(name);
  if (known == true || looks_like_outlet(prose.text_of(name)) || (around.as_outlet && known != false)) return true;
  if (known == false || (!heard && !reports)) return std::nullopt;
  return false;
}

std::vector<OutletCitation> cited_in(const Prose& prose) {
  std::vector<OutletCitation> found;
  for (std::size_t i = 0; i < prose.size(); ++i) {
    if (!prose.capital(i)) continue;
    const Name name = prose.name_at(i);
    const std::string_view first = prose.word(name.begin);
    const bool is_number = first.find_first_not_of("0123456789") == std::string_view::npos;
    if (name.end - name.begin == 1 && (is_number || is_stop_word(first))) continue;  // "on Thursday"
    if (const auto sure = cited(prose, name)) found.push_back(prose.citation(name, *sure));
    i = name.end - 1;
  }
  return found;
}

bool takes_from(Stance stance) { return stance != Stance::denies && stance != Stance::no_comment && stance != Stance::does_not_deny; }

// Where the words make out a name ("Tumbes Daily"), theirs is whole; the reader's may be a part of it ("Daily").
void add_source(const std::vector<OutletCitation>& cited, std::vector<OutletCitation>& found, const TextSpan& words, const Entity* entity) {
  if (std::any_of(cited.begin(), cited.end(), [&](const OutletCitation& citation) { return citation.sure && citation.span.overlaps(words.span); })) return;
  const std::string& name = entity != nullptr && !holds_name(words.text) ? entity->name : words.text;
  found.push_back({outlet_key_of(name), words.text, words.span, false, true});
}

void add_sources_of_reader(const ReadReport& report, const std::vector<OutletCitation>& cited, std::vector<OutletCitation>& found) {
  const auto is_outlet = [](const Entity* entity) { return entity != nullptr && entity->kind == EntityKind::outlet; };
  for (const Attribution& attribution : report.attributions) {
    if (!attribution.source || !takes_from(attribution.stance)) continue;
    const Entity* entity = entity_named(report, attribution.source->entity);
    if (is_outlet(entity)) add_source(cited, found, attribution.source->words, entity);
  }
  for (const Claim& claim : report.claims) {
    for (const Chain& chain : claim.chains) {
      for (const Hop& hop : chain) {
        const Entity* entity = entity_named(report, hop.source.entity);
        if (takes_from(hop.stance) && (is_outlet(entity) || hop.source.kind == SourceKind::outlet)) add_source(cited, found, hop.source.words, entity);
      }
    }
  }
}

std::string_view last_word_of(std::string_view key) {
  const std::size_t space = key.rfind(' ');
  return space == std::string_view::npos ? std::string_view() : key.substr(space + 1);
}

}  // namespace

std::vector<OutletCitation> citations_of(const ReadReport& report, const Furniture& furniture) {
  const TextIndex index(report.report.text);
  std::vector<OutletCitation> found = furniture.credits;
  for (OutletCitation& credit : found) credit.span = index.span_of(credit.span.begin, credit.span.end);
  const std::vector<OutletCitation> cited = cited_in(Prose(report, index));
  add_sources_of_reader(report, cited, found);
  found.insert(found.end(), cited.begin(), cited.end());
  const std::string own = outlet_key_of(report.report.outlet);
  std::vector<OutletCitation> kept;
  for (OutletCitation& citation : found) {
    if (citation.key.empty() || citation.key == own || is_short_for(citation.key, report.report.outlet)) continue;
    if (citation.key == last_word_of(own) && !citation.credits) continue;  // "told the Herald", in the Steppe Herald
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const OutletCitation& k) { return k.key == citation.key && k.credits == citation.credits; });
    if (same == kept.end()) kept.push_back(std::move(citation));
    else same->sure |= citation.sure;
  }
  return kept;
}

}  // namespace dragoman

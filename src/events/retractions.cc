// SPDX-License-Identifier: Apache-2.0
// "Northern Wire has withdrawn its report", "we retract our story of Tuesday", "the report was withdrawn by the agency", "the agency has
// killed the story": an outlet takes back what it wrote. What a ministry takes back is a matter of its claims, and a newspaper that
// withdraws its reporter has withdrawn no report: the verb, the thing and an outlet must stand together.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "events/facts_parts.h"
#include "events/prose.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 6> kTakeBack = {"withdrew", "withdrawn", "withdraws", "retracted", "retracts", "retract"};
constexpr std::array<std::string_view, 5> kTakeAway = {"killed", "pulled", "deleted", "removed", "recalled"};  // of a story just behind
constexpr std::array<std::string_view, 8> kThings = {"report", "story", "article", "dispatch", "account", "item", "reports", "stories"};
constexpr std::array<std::string_view, 3> kOurselves = {"we", "our", "us"};
constexpr std::array<std::string_view, 9> kGeneric = {"agency", "newspaper", "paper", "broadcaster", "outlet", "site", "website", "station", "channel"};
constexpr std::size_t kFar = 6, kNear = 2;

std::size_t begin_of_sentence(const Prose& prose, std::size_t at) {
  while (at > 0 && !prose.sentence_between(at - 1, at)) --at;
  return at;
}
std::size_t end_of_sentence(const Prose& prose, std::size_t at) {
  while (at + 1 < prose.size() && !prose.sentence_between(at, at + 1)) ++at;
  return at + 1;
}

bool has_thing(const Prose& prose, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (is_one_of(prose.word(i), kThings)) return true;
  }
  return false;
}

class Retractions {
 public:
  Retractions(const ReadReport& report, const Prose& prose, const std::vector<OutletCitation>& citations)
      : report_(report), prose_(prose), citations_(citations), own_(outlet_key_of(report.report.outlet)) {}

  std::vector<OutletCitation> found() {
    for (std::size_t i = 0; i < prose_.size(); ++i) {
      const bool takes_back = is_one_of(prose_.word(i), kTakeBack), takes_away = is_one_of(prose_.word(i), kTakeAway);
      if (takes_back || takes_away) read(i, takes_back ? kFar : kNear, takes_back);
    }
    return std::move(found_);
  }

 private:
  void read(std::size_t verb, std::size_t far, bool may_be_passive) {
    const std::size_t begin = begin_of_sentence(prose_, verb), end = end_of_sentence(prose_, verb);
    const bool active = has_thing(prose_, verb + 1, std::min(end, verb + 1 + far));
    const bool passive = may_be_passive && is_been(verb) && has_thing(prose_, begin, verb);
    if (active) {
      outlet_between(begin, verb);
    } else if (passive) {
      const bool by = verb + 1 < end && prose_.word(verb + 1) == "by";
      by ? outlet_between(verb + 2, std::min(end, verb + 8)) : outlet_between(begin, verb);
    }
  }
  bool is_been(std::size_t verb) const {
    return verb > 0 && (prose_.word(verb - 1) == "been" || prose_.word(verb - 1) == "was" || prose_.word(verb - 1) == "were" || prose_.word(verb - 1) == "is");
  }

  void outlet_between(std::size_t begin, std::size_t end) {
    for (std::size_t i = end; i-- > begin;) {
      if (is_one_of(prose_.word(i), kOurselves)) return add({own_, report_.report.outlet, prose_.span_of({i, i + 1}), false, true});
      if (is_one_of(prose_.word(i), kGeneric) && !prose_.capital(i)) return add_last_cited(i);
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (!prose_.capital(i)) continue;
      const Name name = prose_.name_at(i);
      const OutletCitation citation = prose_.citation(name, true);
      const std::optional<bool> known = prose_.known_as_outlet(name);
      const bool is_cited = std::any_of(citations_.begin(), citations_.end(), [&](const OutletCitation& other) { return other.key == citation.key; });
      if (i > 0 && prose_.word(i - 1) == "the" && own_.ends_with(" " + citation.key)) return add({own_, report_.report.outlet, citation.span, false, true});
      if (citation.key == own_ || known == true || looks_like_outlet(citation.text) || is_cited) return add(citation);
      i = name.end - 1;
    }
  }
  // "the agency": whom the report cites, else itself.
  void add_last_cited(std::size_t at) {
    const Span span = prose_.span_of({at, at + 1});
    const OutletCitation* last = nullptr;
    for (const OutletCitation& citation : citations_) {
      if (citation.sure && citation.span.begin < span.begin && (last == nullptr || citation.span.begin > last->span.begin)) last = &citation;
    }
    add({last == nullptr ? own_ : last->key, last == nullptr ? report_.report.outlet : last->text, span, false, true});
  }
  void add(OutletCitation retraction) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const OutletCitation& other) { return other.key == retraction.key; });
    if (!known && !retraction.key.empty()) found_.push_back(std::move(retraction));
  }

  const ReadReport& report_;
  const Prose& prose_;
  const std::vector<OutletCitation>& citations_;
  std::string own_;
  std::vector<OutletCitation> found_;
};

}  // namespace

std::vector<OutletCitation> retractions_of(const ReadReport& report, const std::vector<OutletCitation>& citations) {
  const TextIndex index(report.report.text);
  const Prose prose(report, index);
  return Retractions(report, prose, citations).found();
}

}  // namespace dragoman

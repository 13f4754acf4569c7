// SPDX-License-Identifier: Apache-2.0
// Reads chains as testimonies. "Tisza News reported, citing an unnamed diplomat" is the word of somebody unnamed, by way of Tisza News;
// "the ministry denied it", a statement linked to the claim, is a denial of the ministry; an act that consists in saying something in
// public ("Iran warned Azerbaijan") is the word of who said it, however many outlets were in the room. Time is linear in the chains.
#include "events/testimony.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "events/eyewitness.h"
#include "events/offices.h"
#include "events/outlets.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 43> kDocuments = {
    "document",  "memo",         "memorandum", "letter",   "cable",     "draft",      "transcript", "filing",     "file",        "manifest", "contract",
    "recording", "record",       "dossier",    "minutes",  "email",     "photograph", "decision",   "order",      "plan",        "list",     "ruling",
    "proposal",  "presentation", "text",       "notes",    "invoice",   "log",        "data",       "image",      "video",       "footage",  "report",
    "briefing",  "copy",         "note",       "circular", "directive", "telegram",   "affidavit",  "indictment", "spreadsheet", "diary"};
constexpr std::array<std::string_view, 14> kAfterHead = {"of",   "in",       "from",     "by",   "for",   "to",  "on",
                                                         "seen", "obtained", "reviewed", "that", "which", "who", "dated"};
constexpr std::array<std::string_view, 6> kReleases = {"statement", "release", "communique", "declaration", "bulletin", "post"};
// Of support only these: a treaty that is signed is coded so too.
constexpr std::array<std::string_view, 8> kSupportWords = {"support", "back", "voic", "stand", "stood", "salut", "laud", "recogni"};
// Stems of words whose act is the saying, and that are said in public unless somebody has to tell of them.
constexpr std::array<std::string_view, 26> kPublicWords = {"accus",  "warn",  "threaten", "urg",     "call",   "demand", "condemn", "denounc", "reject",
                                                           "promis", "pledg", "vow",      "prais",   "welcom", "endors", "critici", "appeal",  "announc",
                                                           "declar", "blam",  "apologi",  "congrat", "invit",  "deplor", "express", "hail"};

// Accusing by a deed: who charges somebody before a court, or calls in an ambassador, has done so whether or not he says it to the press.
constexpr std::array<std::string_view, 9> kDeeds = {"charg", "indict", "prosecut", "arraign", "sued", "summon", "recall", "called in", "calls in"};

template <std::size_t N>
bool has_word(const std::vector<FoldedWord>& words, const std::array<std::string_view, N>& list) {
  return std::any_of(words.begin(), words.end(), [&](const FoldedWord& word) {
    std::string_view text = word.text;
    if (is_one_of(text, list)) return true;
    if (text.size() > 3 && text.back() == 's') text.remove_suffix(1);
    return is_one_of(text, list);
  });
}

bool is_public_words(const ClaimFacts& claim) {
  if (claim.polarity == Polarity::negative || claim.realis != Realis::actual || claim.tense == Tense::future) return false;
  const auto begins = [&](std::string_view stem) { return claim.trigger.rfind(stem, 0) == 0; };
  if (claim.type == EventType::accuse && std::any_of(kDeeds.begin(), kDeeds.end(), begins)) return false;
  if (claim.type == EventType::consult) return false;  // "a phone call" is no call for something
  if (claim.type == EventType::accuse || claim.type == EventType::request || claim.type == EventType::threaten) return true;
  if (claim.type == EventType::support && std::any_of(kSupportWords.begin(), kSupportWords.end(), begins)) return true;
  return std::any_of(kPublicWords.begin(), kPublicWords.end(), begins);
}

// Who said it, where the event is the saying: of several who said it together, one for all reports.
std::optional<Speaker> public_speaker(const ClaimFacts& claim) {
  if (!is_public_words(claim)) return std::nullopt;
  const PartyFacts* who = nullptr;
  for (const PartyFacts& party : claim.parties) {
    if (party.role == Role::actor && !party.key.empty() && (who == nullptr || party.key < who->key)) who = &party;
  }
  if (who == nullptr) return std::nullopt;
  Seat seat = seat_of(who->name, who->key, who->code, who->sector);
  return Speaker{body_of(seat.key, who->code, seat.sector), seat.key, who->code, seat.sector, who->name, SourceKind::person, false, {}};
}

// Keys of the outlets that are known to be such: of the reports at hand, and whom these cite.
struct Outlets {
  std::set<std::string> keys;
  std::map<std::string, const ReportFacts*> by_report;

  explicit Outlets(const EventEvidence& evidence) {
    for (const ReportFacts* report : evidence.reports) {
      if (!report->outlet_key.empty()) keys.insert(report->outlet_key);
      for (const OutletCitation& citation : report->citations) {
        if (citation.sure && !citation.key.empty()) keys.insert(citation.key);
      }
      by_report.emplace(report->id, report);
    }
  }
  bool is_outlet(const HopFacts& hop) const {
    if (hop.kind == SourceKind::outlet) return true;
    return hop.code.empty() && !hop.text.empty() && keys.count(outlet_key_of(hop.text)) != 0;
  }
};

std::string key_of_outlet(const HopFacts& hop) { return hop.kind == SourceKind::outlet && !hop.key.empty() ? hop.key : outlet_key_of(hop.text); }

// "an insurance document seen by": the head of the phrase is a document.
bool is_document(const std::vector<FoldedWord>& words) {
  const auto end = std::find_if(words.begin(), words.end(), [](const FoldedWord& word) { return is_one_of(word.text, kAfterHead); });
  return end != words.begin() && has_word({*(end - 1)}, kDocuments);
}

Basis basis_of(const HopFacts& hop) {
  const std::vector<FoldedWord> words = words_of(hop.text);
  const bool is_body = !hop.key.empty() || hop.named || hop.kind == SourceKind::state || hop.kind == SourceKind::organisation;
  const bool is_person_on_record = hop.named && hop.kind == SourceKind::person && !hop.key.empty();
  if (hop.kind == SourceKind::document || (!is_person_on_record && is_document(words))) {
    return is_body && has_word(words, kReleases) ? Basis::record : Basis::document;
  }
  return is_body || is_office_holder(hop.text) || ends_in_a_name(hop.text) ? Basis::record : Basis::anonymous;
}

// The first word of "the ministry" says nothing.
std::string key_of_words(std::string_view text) {
  std::string key = fold_text(text);
  if (key.rfind("the ", 0) == 0) key.erase(0, 4);
  return "~" + key;
}

Speaker speaker_of(const HopFacts& hop, Basis basis) {
  Speaker speaker{"", hop.key, hop.code, hop.sector, hop.text, hop.kind, hop.told_apart, hop.name};
  if (basis != Basis::record) return speaker;
  const bool is_of_body = !speaker.code.empty() && may_share_body(speaker.sector, "GOV") && is_office_holder(hop.text);
  if (speaker.key.empty()) speaker.key = is_of_body ? speaker.code : key_of_words(hop.text);
  Seat seat = seat_of(hop.text, speaker.key, speaker.code, speaker.sector);
  speaker.key = std::move(seat.key);
  speaker.sector = std::move(seat.sector);
  speaker.body = body_of(speaker.key, speaker.code, speaker.sector);
  return speaker;
}

Verdict verdict_of(Stance stance, Polarity polarity) {
  const bool positive = polarity == Polarity::positive;
  switch (stance) {
    case Stance::denies: return positive ? Verdict::denies : Verdict::affirms;
    case Stance::does_not_deny: return Verdict::not_denies;
    case Stance::no_comment: return Verdict::no_comment;
    case Stance::retracts: return Verdict::retracts;
    default: return positive ? Verdict::affirms : Verdict::denies;
  }
}

bool speaks_against(Stance stance) {
  return stance == Stance::denies || stance == Stance::does_not_deny || stance == Stance::no_comment || stance == Stance::retracts;
}

// The end of the chain that has the word: its outermost hop that denies, withdraws or will not say, else its source.
std::size_t speaking_hop(const std::vector<HopFacts>& chain) {
  for (std::size_t i = chain.size(); i-- > 0;) {
    if (speaks_against(chain[i].stance)) return i;
  }
  return 0;
}

class Reading {
 public:
  explicit Reading(const EventEvidence& evidence) : evidence_(evidence), outlets_(evidence) {}

  std::vector<Testimony> testimonies() {
    for (const ClaimFacts* claim : evidence_.claims) read_event(*claim);
    for (const ClaimFacts* claim : evidence_.statements) read_statement(*claim);
    for (Testimony& said : said_) turn_withdrawn(said);
    for (Testimony& said : said_) see_again(said);
    unify_people(said_);
    std::stable_sort(said_.begin(), said_.end(), [](const Testimony& a, const Testimony& b) {
      return std::tie(a.published, a.report, a.claim) < std::tie(b.published, b.report, b.claim);
    });
    return std::move(said_);
  }

 private:
  Testimony blank(const ClaimFacts& claim) const {
    Testimony said;
    said.report = claim.report;
    said.claim = claim.id;
    said.published = claim.published;
    if (const auto found = outlets_.by_report.find(claim.report); found != outlets_.by_report.end()) {
      said.outlet_key = found->second->outlet_key;
      said.outlet = found->second->outlet;
    }
    said.speaker.text = said.outlet;
    said.done = claim.realis == Realis::actual && claim.tense != Tense::future;
    said.planned = claim.realis == Realis::planned || (claim.realis == Realis::actual && claim.tense == Tense::future);
    said.supposed = claim.realis == Realis::hypothetical && claim.tense == Tense::future;
    said.weak = (!said.done && !said.planned) || claim.certainty == Certainty::possible;
    return said;
  }

  void read_event(const ClaimFacts& claim) {
    if (claim.chains.empty()) {
      Testimony said = blank(claim);
      said.verdict = verdict_of(Stance::asserts, claim.polarity);
      take_public_words(said, claim);
      if (is_topic(claim)) said.done = said.planned = false;
      said.weak = said.weak || (!said.done && !said.planned);
      said_.push_back(std::move(said));
    }
    for (const std::vector<HopFacts>& chain : claim.chains) read_chain(claim, chain, claim.polarity);
  }

  // What was said in public has its speaker as its only origin, however many outlets were in the room.
  static void take_public_words(Testimony& said, const ClaimFacts& claim) {
    std::optional<Speaker> speaker = public_speaker(claim);
    if (!speaker) return;
    said.speaker = std::move(*speaker);
    said.basis = Basis::record;
  }

  // "declined to comment on a report of a meeting": the outlet does not say that there was one.
  bool is_topic(const ClaimFacts& claim) const {
    const auto found = outlets_.by_report.find(claim.report);
    if (found == outlets_.by_report.end() || claim.words.empty()) return false;
    const auto answers = [](const std::vector<HopFacts>& chain) {
      return std::any_of(chain.begin(), chain.end(), [](const HopFacts& hop) { return hop.stance == Stance::no_comment || hop.stance == Stance::denies; });
    };
    return std::any_of(found->second->claims.begin(), found->second->claims.end(), [&](const ClaimFacts& other) {
      return other.kind == ClaimKind::statement && other.words == claim.words && std::any_of(other.chains.begin(), other.chains.end(), answers);
    });
  }

  // What the link says is said of the claim that it leads to; who says it stands in the chains.
  void read_statement(const ClaimFacts& claim) {
    for (const Link& link : claim.links) {
      const ClaimFacts* about = event_claim(link.claim, claim.report);
      const std::optional<Verdict> verdict = about == nullptr ? std::nullopt : verdict_of(link.type);
      if (!verdict) continue;
      const std::size_t before = said_.size();
      for (const std::vector<HopFacts>& chain : claim.chains) read_chain(claim, chain, Polarity::positive);
      if (claim.chains.empty()) said_.push_back(blank(claim));
      for (std::size_t i = before; i < said_.size(); ++i) retell(said_[i], *verdict, *about);
      return;  // one statement says one thing of one event
    }
  }

  // Copies of a report carry claims of the same ids.
  const ClaimFacts* event_claim(const std::string& id, const std::string& report) const {
    const auto found =
        std::find_if(evidence_.claims.begin(), evidence_.claims.end(), [&](const ClaimFacts* claim) { return claim->id == id && claim->report == report; });
    return found == evidence_.claims.end() ? nullptr : *found;
  }

  static std::optional<Verdict> verdict_of(LinkType type) {
    switch (type) {
      case LinkType::denies: return Verdict::denies;
      case LinkType::confirms: return Verdict::affirms;
      case LinkType::does_not_deny: return Verdict::not_denies;
      case LinkType::no_comment: return Verdict::no_comment;
      case LinkType::retracts: return Verdict::retracts;
      default: return std::nullopt;
    }
  }
  static Verdict verdict_of(Stance stance, Polarity polarity) { return dragoman::verdict_of(stance, polarity); }

  void retell(Testimony& said, Verdict verdict, const ClaimFacts& about) const {
    const Testimony model = blank(about);
    const bool turned = about.polarity == Polarity::negative && (verdict == Verdict::affirms || verdict == Verdict::denies);
    said.verdict = !turned ? verdict : verdict == Verdict::affirms ? Verdict::denies : Verdict::affirms;
    said.done = model.done;
    said.planned = model.planned;
    said.weak = model.weak;
    said.statement = true;
  }

  void read_chain(const ClaimFacts& claim, const std::vector<HopFacts>& chain, Polarity polarity) {
    if (chain.empty()) return;
    Testimony said = blank(claim);
    const std::size_t at = speaking_hop(chain);
    said.verdict = verdict_of(chain[at].stance, polarity);
    said.weak = said.weak || chain[at].stance == Stance::suggests;
    std::size_t outward = at + 1;
    if (outlets_.is_outlet(chain[at])) outward = at;  // the outlet's own words
    else read_source(said, chain[at]);
    if (outward == at && said.verdict == Verdict::affirms) take_public_words(said, claim);
    for (; outward < chain.size(); ++outward) {
      if (outlets_.is_outlet(chain[outward])) add_outlet(said, key_of_outlet(chain[outward]), chain[outward].text);
    }
    said_.push_back(std::move(said));
  }

  // "The reporter said": the one whose outlet the report named when it said what he saw.
  void see_again(Testimony& said) const {
    if (said.basis != Basis::anonymous || !names_newsmen(said.speaker.text) || !said.via.empty()) return;
    const auto seen =
        std::find_if(said_.begin(), said_.end(), [&](const Testimony& other) { return other.report == said.report && other.basis == Basis::eyewitness; });
    if (seen == said_.end()) return;
    said.basis = Basis::eyewitness;
    said.via = seen->via;
    said.via_names = seen->via_names;
  }

  // "The Star retracts its report that troops had moved": what its report says there without a source is what is withdrawn.
  void turn_withdrawn(Testimony& said) const {
    const auto found = outlets_.by_report.find(said.report);
    if (found == outlets_.by_report.end() || said.verdict != Verdict::affirms || said.basis == Basis::record) return;
    for (const OutletCitation& withdrawn : found->second->retractions) {
      const bool is_own = withdrawn.key == said.outlet_key && said.via.empty();
      if (!is_own && std::find(said.via.begin(), said.via.end(), withdrawn.key) == said.via.end()) continue;
      said.verdict = Verdict::retracts;
      said.basis = Basis::unattributed;
      said.speaker = Speaker{"", withdrawn.key, "", "", withdrawn.text, SourceKind::outlet, false, {}};
      return;
    }
  }

  static void add_outlet(Testimony& said, const std::string& key, const std::string& name) {
    if (key.empty() || key == said.outlet_key) return;
    said.via.push_back(key);
    said.via_names.push_back(name);
  }

  // "A Pacific Ledger photographer" is the Ledger's eye; "a Turkish journalist" is a person like others.
  void read_source(Testimony& said, const HopFacts& hop) const {
    const std::string employer = employer_of(hop.text);
    const bool is_own = hop.text.size() > 4 && lower_ascii(hop.text.substr(0, 4)) == "our " && names_newsmen(hop.text);  // "our reporter saw"
    const std::string key = is_own ? said.outlet_key : employer.empty() ? "" : outlet_key_of(employer);
    const bool is_eye = !key.empty() && (key == said.outlet_key || outlets_.keys.count(key) != 0 || looks_like_outlet(employer));
    said.basis = is_eye ? Basis::eyewitness : basis_of(hop);
    said.speaker = speaker_of(hop, said.basis);
    if (is_eye) add_outlet(said, key, employer);
  }

  const EventEvidence& evidence_;
  Outlets outlets_;
  std::vector<Testimony> said_;
};

}  // namespace

std::vector<Testimony> testimonies_of(const EventEvidence& evidence) { return Reading(evidence).testimonies(); }

}  // namespace dragoman

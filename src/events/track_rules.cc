// SPDX-License-Identifier: Apache-2.0
// The table of transitions, and how a row is matched. A row is matched clause by clause: words of one claim and what they are about stand
// in the same clause. Works: "suspended talks with Tashkent". Does not: "resumed the talks that they had suspended in May" (both in one clause).
#include "events/track_rules.h"

#include <algorithm>
#include <array>

#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::string_view kTalks = "talk*|negotiat*|dialogue*|meeting*|summit*|consultation*|discussion*|mediation";
constexpr std::string_view kDeals =
    "agreement*|treaty|treaties|accord*|pact*|deal|deals|truce*|ceasefire*|cease fire*|armistice*|protocol*|memorandum*|memoranda|convention*|settlement*";
constexpr std::string_view kReached =
    "agreement*|treaty|accord*|pact*|deal|deals|truce*|ceasefire*|cease fire*|understanding*|arrangement*|compromise*|settlement*|protocol*|memorandum*";
constexpr std::string_view kMeasures =
    "sanction*|embargo*|tariff*|blacklist*|asset*|travel ban*|penalty|penalties|export ban*|import ban*|restriction*|price cap*|trade ban*";
constexpr std::string_view kInForce =
    "take effect|takes effect|took effect|taken effect|enter* into force|come into force|comes into force|came into force|in force|take hold|took hold";

using enum TrackKind;

constexpr std::array kRules = {
    // kind, state, types, modes, contexts, triggers, words, about
    TrackRule{
        negotiation, "collapsed", "", "", "", "",
        "collaps*|break down|broke down|broken down|breakdown|fall apart|fell apart|walk out|walked out|walkout|break off|broke off|broken off|ended without",
        kTalks},
    TrackRule{negotiation, "suspended", "", "", "", "", "suspend*|suspension|halt*|paus*|postpon*|freez*|froze|frozen|on hold|call off|called off|cancel*",
              kTalks},
    TrackRule{negotiation, "in-force", "AGREE SUPPORT COOPERATE CONCEDE RETREAT", "", "", "", kInForce, kDeals},
    TrackRule{negotiation, "ratified", "AGREE SUPPORT COOPERATE", "", "", "", "ratif*", ""},
    TrackRule{negotiation, "signed", "AGREE SUPPORT COOPERATE", "", "", "", "sign|signs|signed|signing|signature|initialled|initialed|inked|sealed", kDeals},
    TrackRule{negotiation, "terms-tabled", "AGREE REQUEST CONCEDE CONSULT SUPPORT", "", "", "",
              "propos*|counterproposal*|draft*|terms|roadmap|road map|framework|peace plan|offer|offers|offered|tabled", kDeals},
    TrackRule{negotiation, "terms-tabled", "AGREE REQUEST CONCEDE", "", "", "", "proposal*|peace plan|terms|roadmap|road map", ""},
    // Agreed is not signed; of the states that there are, terms on the table is the one that it is sure of.
    TrackRule{negotiation, "terms-tabled", "AGREE", "", "", "agree*|deal|deals|understanding*|accord*|pact*|compromise*|settlement*|terms", "", kReached},
    TrackRule{negotiation, "direct-talks", "CONSULT", "", "", "", "direct talk*|direct negotiation*|direct meeting*|face to face", ""},
    TrackRule{negotiation, "indirect-talks", "CONSULT", "", "", "",
              "indirect*|mediat*|intermediar*|go between*|proximity|shuttl*|brokered|brokering|through a third", ""},
    TrackRule{negotiation, "indirect-talks", "CONSULT", "third-party", "", "", "", ""},
    TrackRule{negotiation, "contacts", "CONSULT", "phone visit", "", "", "", ""},
    TrackRule{negotiation, "contacts", "CONSULT", "", "",
              "contact*|letter*|message*|note*|telegram*|channel*|interaction*|engag*|exchange*|call*|phone*|write|wrote|sent", "", ""},
    TrackRule{negotiation, "direct-talks", "CONSULT", "- multilateral", "", "", "", ""},

    // "some", "partial": less than lifted.
    TrackRule{sanctions, "eased", "CONCEDE", "", "", "", "eas*|relax*|waiv*|loosen*|soften*|suspend*|suspension|unfreez*|unfroze*|licen*|partial*|exempt*",
              kMeasures},
    TrackRule{sanctions, "lifted", "CONCEDE", "", "", "", "lift*|remov*|end|ends|ended|ending|scrap*|repeal*|revok*|rescind*|cancel*|drop*|delist*", kMeasures},
    TrackRule{sanctions, "threatened", "THREATEN", "", "", "", "", kMeasures},
    TrackRule{sanctions, "imposed", "SANCTION", "", "", "", "", kMeasures},

    TrackRule{agreement, "alleged-violated", "ACCUSE ASSAULT REJECT COERCE THREATEN MOBILIZE", "", "", "",
              "violat*|breach*|break|breaks|broke|broken|flout*|reneg*|infring*|disregard*", kDeals},
    TrackRule{agreement, "withdrawn", "SANCTION", "withdraw", "", "", "", kDeals},
    TrackRule{agreement, "withdrawn", "SANCTION REJECT", "", "", "",
              "withdr*|pull out|pulled out|pullout|quit|quits|tear up|tore up|abrogat*|annul*|renounc*|denounc*|terminat*|repudiat*", kDeals},
    TrackRule{agreement, "reaffirmed", "AGREE SUPPORT COOPERATE", "", "", "",
              "reaffirm*|recommit*|reiterat*|uphold*|upheld|adher*|abid*|renew*|honour|honours|honoured|honor|honors|honored|extend*|prolong*|commitment to",
              kDeals},
    TrackRule{agreement, "in-force", "AGREE SUPPORT COOPERATE CONCEDE RETREAT", "", "", "", kInForce, kDeals},
    TrackRule{agreement, "signed", "AGREE SUPPORT COOPERATE", "", "", "", "sign|signs|signed|signing|signature|initialled|initialed|inked|sealed", kDeals},
};

// Calls `test` for each part of a column until one is true.
template <typename Test>
bool any_part(std::string_view column, char separator, const Test& test) {
  for (std::size_t at = 0; at <= column.size();) {
    const std::size_t end = std::min(column.find(separator, at), column.size());
    if (test(column.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool is_word(std::string_view pattern, std::string_view word) {
  if (!pattern.empty() && pattern.back() == '*') return word.starts_with(pattern.substr(0, pattern.size() - 1));
  return word == pattern;
}

// Whether the words of a phrase stand one after the other, beginning at `at`.
bool stands_at(std::string_view phrase, const std::vector<FoldedWord>& words, std::size_t at) {
  return !any_part(phrase, ' ', [&](std::string_view pattern) { return at >= words.size() || !is_word(pattern, words[at++].text); });
}

bool has_phrase(std::string_view phrases, std::string_view text) {
  const std::vector<FoldedWord> words = words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (any_part(phrases, '|', [&](std::string_view phrase) { return stands_at(phrase, words, at); })) return true;
  }
  return false;
}

bool has_clause(const TrackRule& rule, const std::vector<std::string>& clauses) {
  if (rule.words.empty() && rule.about.empty()) return true;
  return std::any_of(clauses.begin(), clauses.end(), [&](const std::string& clause) {
    return (rule.words.empty() || has_phrase(rule.words, clause)) && (rule.about.empty() || has_phrase(rule.about, clause));
  });
}

bool has_name(std::string_view column, std::string_view name) {
  return column.empty() || any_part(column, ' ', [&](std::string_view one) { return one == name; });
}

bool meets(const TrackEvent& event, const TrackRule& rule) {
  const std::string_view mode = event.event.mode.empty() ? std::string_view("-") : std::string_view(event.event.mode);
  if (!has_name(rule.types, name_of(event.event.type)) || !has_name(rule.modes, mode)) return false;
  const auto in_column = [&](const std::string& context) { return has_name(rule.contexts, context); };
  if (!rule.contexts.empty() && std::none_of(event.contexts.begin(), event.contexts.end(), in_column)) return false;
  const auto is_trigger = [&](const std::string& trigger) { return has_phrase(rule.triggers, trigger); };
  if (!rule.triggers.empty() && std::none_of(event.triggers.begin(), event.triggers.end(), is_trigger)) return false;
  return has_clause(rule, event.words);
}

}  // namespace

std::span<const TrackRule> track_rules() { return kRules; }

const TrackRule* track_rule_for(const TrackEvent& event, TrackKind kind) {
  const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const TrackRule& one) { return one.kind == kind && meets(event, one); });
  return rule == kRules.end() ? nullptr : &*rule;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// dragoman brief: what the ledger knows of some events, in sentences that are never stronger than their evidence.
#include "dragoman/brief.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/terminal.h"
#include "cli/words.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

struct BriefArguments {
  std::string ledger, selector, format = "text";
  FilterArguments filter;
  BriefOptions options;
};

// Sources that only their own text makes clear; a brief names who is meant, or nobody.
constexpr std::array<std::string_view, 11> kPronouns = {"he", "she", "it", "they", "who", "which", "both", "the two", "i", "we", "that"};

std::string source_of(const ReadReport& report, const HopSource& source) {
  std::string lower = source.words.text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const bool is_pronoun = std::find(kPronouns.begin(), kPronouns.end(), lower) != kPronouns.end();
  if (!is_pronoun && !lower.empty()) return source.words.text;
  const auto entity = std::find_if(report.entities.begin(), report.entities.end(), [&](const Entity& one) { return one.id == source.entity; });
  return entity == report.entities.end() || entity->name.empty() ? "an unnamed source" : entity->name;
}

BriefClaim brief_claim(const ReadReport& report, const Claim& claim, const std::string& origin) {
  BriefClaim made;
  made.id = claim.id;
  made.report = report.report.id;
  made.outlet = report.report.outlet;
  made.published = report.report.published;
  made.quote = claim.words.text;
  made.realis = claim.realis;
  made.polarity = claim.polarity;
  made.origin = origin;
  return made;
}

// One for each chain, one for a claim in the outlet's own words.
void add_claim(const ReadReport& report, const Claim& claim, const std::string& origin, std::vector<BriefClaim>& claims) {
  if (claim.chains.empty()) claims.push_back(brief_claim(report, claim, origin));
  for (const Chain& chain : claim.chains) {
    if (chain.empty()) continue;
    BriefClaim made = brief_claim(report, claim, origin);
    made.stance = chain.front().stance;
    made.source = source_of(report, chain.front().source);
    if (chain.size() > 1) made.via = source_of(report, chain.back().source);
    claims.push_back(std::move(made));
  }
}

std::optional<Stance> stance_of_link(LinkType type) {
  switch (type) {
    case LinkType::denies: return Stance::denies;
    case LinkType::does_not_deny: return Stance::does_not_deny;
    case LinkType::no_comment: return Stance::no_comment;
    case LinkType::confirms: return Stance::confirms;
    case LinkType::retracts: return Stance::retracts;
    default: return std::nullopt;
  }
}

// What a report says of a claim elsewhere in it without naming the event again: "Minsk denied it".
void add_answers(const ReadReport& report, const std::string& claim, std::vector<BriefClaim>& claims) {
  for (const Claim& statement : report.claims) {
    if (statement.kind != ClaimKind::statement) continue;
    for (const Link& link : statement.links) {
      const std::optional<Stance> stance = stance_of_link(link.type);
      if (link.claim != claim || !stance) continue;
      const std::size_t before = claims.size();
      add_claim(report, statement, "", claims);
      for (std::size_t i = before; i < claims.size(); ++i) {
        claims[i].stance = *stance;
        claims[i].realis = Realis::actual;
        claims[i].polarity = Polarity::positive;
      }
    }
  }
}

Result<BriefEvent> brief_event(const Ledger& ledger, LinkedEvent event) {
  const Result<EventClaims> claims = EventClaims::load(ledger, event);
  if (!claims) return claims.error();
  BriefEvent made{std::move(event), {}};
  for (const PlacedClaim& placed : claims->claims()) {
    add_claim(*placed.report, *placed.claim, placed.origin, made.claims);
    add_answers(*placed.report, placed.claim->id, made.claims);
  }
  return made;
}

// With the ids that people type.
void shorten(const Ledger& ledger, std::vector<BriefEvent>& events) {
  std::map<std::string, std::string> known;
  for (BriefEvent& event : events) {
    for (BriefClaim& claim : event.claims) {
      std::string& shown = known[claim.id];
      if (shown.empty()) shown = short_id(ledger, claim.id);
      claim.id = shown;
    }
  }
}

std::string json_of(const Brief& brief, const std::string& as_of) {
  Json object = {{"as_of", as_of.empty() ? Json(nullptr) : Json(as_of)}, {"left_out", brief.left_out}, {"sentences", Json::array()}};
  for (const BriefSentence& sentence : brief.sentences) {
    object["sentences"].push_back({{"text", sentence.text}, {"event", sentence.event}, {"status", name_of(sentence.status)}, {"claims", sentence.claims}});
  }
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// A paragraph for each sentence: events are not a story.
std::string page_of(const Brief& brief) {
  const int width = terminal_of(STDOUT_FILENO).width;
  std::string page;
  for (const BriefSentence& sentence : brief.sentences) {
    if (!page.empty()) page += '\n';
    page += wrapped({{printable(sentence.text)}}, {}, 0, width, false);
  }
  return page;
}

ExitStatus run_brief(const BriefArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  Result<std::vector<LinkedEvent>> found = select_events(*ledger, arguments.selector, filter_of(arguments.filter));
  if (!found) return fail(found.error());
  std::vector<BriefEvent> events;
  for (LinkedEvent& event : *found) {
    Result<BriefEvent> made = brief_event(*ledger, std::move(event));
    if (!made) return fail(made.error());
    events.push_back(std::move(*made));
  }
  if (arguments.format == "text") shorten(*ledger, events);
  const Brief brief = brief_of(events, arguments.options);
  if (events.empty()) complain("no event matches");
  if (brief.left_out > 0)
    complain(fmt::format("{} of {} events left out; --words {} has no room for them", brief.left_out, events.size(), arguments.options.words));
  Output output;
  output.write(arguments.format == "json" ? json_of(brief, arguments.filter.as_of) : page_of(brief));
  return finished(output, !events.empty());
}

}  // namespace

void add_brief(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<BriefArguments>();
  CLI::App* const command = app.add_subcommand("brief", "What is known of some events, in hedged sentences with their claims");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("SELECTOR", arguments->selector, "An id, an actor (SYR), a pair (ISR:SYR) or all")->required()->type_name("");
  command->add_option("--words", arguments->options.words, "At most so many words, in whole sentences")->capture_default_str()->type_name("N");
  add_filter_options(*command, arguments->filter);
  command->add_option("-f,--format", arguments->format, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  command->callback([arguments, &session] { session.status = run_brief(*arguments); });
}

}  // namespace dragoman

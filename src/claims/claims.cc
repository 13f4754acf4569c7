// SPDX-License-Identifier: Apache-2.0
#include "claims/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/ids.h"
#include "base/strings.h"
#include "claims/caveats.h"
#include "claims/chains.h"
#include "claims/circumstances.h"
#include "claims/denials.h"
#include "claims/learned.h"
#include "claims/links.h"
#include "claims/locals.h"
#include "claims/score.h"
#include "claims/sides.h"
#include "claims/statements.h"
#include "claims/status.h"
#include "claims/third_parties.h"

namespace dragoman {
namespace {

// PLOVER codes the intention, not what is intended: cooperation still to come is AGREE, a yielding still to come CONCEDE.
Event as_intended(Event event) {
  switch (event.type) {
    case EventType::consult:
      event.type = EventType::agree;
      event.cameo = "036";
      break;
    case EventType::support:
      event.type = EventType::agree;
      event.cameo = "032";
      break;
    case EventType::cooperate:
      event.type = EventType::agree;
      event.cameo = "031";
      break;
    case EventType::aid:
      event.type = EventType::agree;
      event.cameo = "033";
      break;
    case EventType::retreat:
      event.type = EventType::concede;
      event.cameo = "080";
      break;
    default: return event;
  }
  event.mode.clear();
  return event;
}

// "will not lift the ban": PLOVER has the refusal of cooperation still to come as REJECT, a positive act.
Event as_refused(Event event) {
  event.type = EventType::reject;
  event.cameo = "120";
  event.mode.clear();
  return event;
}

// "said his men would kill the hostages unless ...": who sets a condition for the force that his own side will use threatens with it.
Event as_threatened(Event event) {
  const bool is_violent = event.type == EventType::assault || event.type == EventType::mobilize;
  if (event.mode == "deport") event.mode = "expel";
  if (event.mode != "arrest" && event.mode != "expel") event.mode = is_violent ? "violence" : event.type == EventType::sanction ? "relations" : "restrict";
  event.type = EventType::threaten;
  event.cameo = "130";
  return event;
}

// "The guerrillas have held two nurses since May": whom armed groups take are abducted. Not: what they take, and whom a state holds.
bool is_abduction(const ParsedReport& report, const EntityTable& entities, const EventAt& event, const Claim& claim) {
  static constexpr auto kGroups = std::to_array<std::string_view>({"REB", "UAF", "CRM", "SEP"});
  static constexpr auto kTaking =
      std::to_array<std::string_view>({"hold", "seize", "take", "keep", "capture", "march", "lead", "drag", "snatch", "haul", "grab", "carry", "drive"});
  const std::string lemma = lower_ascii(report.tree(event.trigger.sentence)[event.trigger.word].lemma);
  if (claim.event->type != EventType::coerce || !is_one_of(lemma, kTaking)) return false;
  bool by_group = false, of_people = false;
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    const Participant& p = claim.participants[i];
    const int index = event.participants[i].entity;
    if (p.role == Role::actor && !is_one_of(p.sector, kGroups)) return false;
    by_group = by_group || p.role == Role::actor;
    const EntityKind kind = index < 0 ? EntityKind::other : entities.entities[static_cast<std::size_t>(index)].kind;
    of_people = of_people || (p.role == Role::recipient && (kind == EntityKind::person || kind == EntityKind::people));
  }
  return by_group && of_people;
}

Event as_abduction(Event event) {
  event.type = EventType::assault;
  event.mode = "abduct";
  event.cameo = "181";
  return event;
}

// One state's government and forces, or two of one group; not its parliament and its president.
bool is_one_side(const Participant& actor, const Entity& speaker) {
  static constexpr auto kExecutive = std::to_array<std::string_view>({"", "GOV", "MIL", "COP", "SPY", "PRM"});
  if (actor.entity == speaker.id) return true;
  if (actor.code.empty() || actor.code != speaker.code) return false;
  return actor.sector == speaker.sector || (is_one_of(actor.sector, kExecutive) && is_one_of(speaker.sector, kExecutive));
}

bool is_threat(const Claim& claim, const ClaimStatus& status, const EntityTable& entities) {
  const EventType type = claim.event->type;
  const bool is_force = type == EventType::assault || type == EventType::mobilize || type == EventType::coerce || type == EventType::sanction;
  const bool is_open = status.realis == Realis::conditional && status.condition && status.polarity == Polarity::positive;
  if (!is_force || !is_open || claim.chains.empty()) return false;
  const Hop& hop = claim.chains.front().front();
  const bool warns = hop.cue && lower_ascii(hop.cue->text).starts_with("warn");  // "warned that visas could be withheld if"
  if (!warns && (status.tense != Tense::future || status.certainty != Certainty::certain)) return false;
  const Entity* speaker = source_of(hop, entities);
  return speaker != nullptr && std::any_of(claim.participants.begin(), claim.participants.end(),
                                           [&](const Participant& p) { return p.role == Role::actor && is_one_side(p, *speaker); });
}

class Composer {
 public:
  Composer(const ParsedReport& report, const EntityTable& entities, const std::vector<TimeExpression>& times, const KnowledgeBase& kb, const Rules& rules,
           const ClaimOptions& options)
      : report_(report), entities_(entities), times_(times), kb_(kb), rules_(rules), options_(options) {}

  ClaimsResult run() {
    const AttributionSet attributions = find_attributions(report_, entities_, rules_);
    EventSet found = find_events(report_, entities_, rules_, options_.explain);
    add_third_parties(report_, entities_, rules_, found);
    std::vector<ClaimAt> claims;
    for (EventAt& event : found.events) {
      add_source_as_actor(event, attributions);
      drop_counted(entities_, event.participants);
      Claim claim = claim_of(event, attributions);
      claims.push_back({std::move(claim), event.trigger});
    }
    for (ClaimAt& statement : find_statements(report_, entities_, attributions, claims)) claims.push_back(std::move(statement));
    std::stable_sort(claims.begin(), claims.end(), [](const ClaimAt& a, const ClaimAt& b) { return a.place < b.place; });
    for (ClaimAt& claim : claims) claim.claim.id = id_of(claim.claim);
    link_claims(claims);
    ClaimsResult result;
    result.attributions = attributions.printed;
    result.dropped = std::move(found.dropped);
    result.caveats = find_caveats(report_, claims, rules_);
    for (ClaimAt& claim : claims) result.claims.push_back(std::move(claim.claim));
    return result;
  }

 private:
  std::string id_of(const Claim& claim) const {
    const Span at = claim.event ? claim.event->trigger.span : claim.words.span;
    const std::string_view type = claim.event ? name_of(claim.event->type) : name_of(claim.kind);
    return make_id("C-", fmt::format("{}:{}:{}:{}:{}", options_.report_key, at.begin, at.end, type, claim.rule));
  }

  // "The army denied any contact with X": the bare noun's missing actor is the one who speaks of it.
  void add_source_as_actor(EventAt& event, const AttributionSet& attributions) const {
    const auto parties = std::count_if(event.participants.begin(), event.participants.end(),
                                       [&](const ParticipantAt& p) { return p.role == Role::actor || (event.frame->mutual && p.role == Role::recipient); });
    if (report_.tree(event.trigger.sentence)[event.trigger.word].is_verbal() || parties >= (event.frame->mutual ? 2 : 1)) return;
    for (const int index : attributions.over(event.trigger)) {
      const AttributionAt& item = attributions.items[static_cast<std::size_t>(index)];
      if (item.rule == "cue.tell") continue;  // "told her of the arrest": somebody's
      if (item.outlet_source || !item.source || !item.cue || item.cue->sentence != event.trigger.sentence) continue;
      const Tree& tree = report_.tree(event.trigger.sentence);
      int head = tree[answered_noun(tree, event.trigger.word)].head;
      if (head >= 0 && tree[head].lemma == "do" && tree.has_relation(head, "acl")) head = tree[tree[head].head].head;  // "had nothing to do with the raid"
      if (head >= 0 && head != item.cue->word && tree.child(head, "expl")) head = tree[head].head;  // "denied that there had been talks with X"
      if (head != item.cue->word) continue;
      for (ParticipantAt& p : actors_at(report_, entities_, *item.source, Role::actor)) {
        if (could_have_done(event, p)) event.participants.push_back(p);
      }
      return;
    }
  }

  // "The army denied the shooting": its own. Not: "the governor denied the shooting", "a monitor confirmed the closure".
  bool could_have_done(const EventAt& event, const ParticipantAt& source) const {
    if ((event.frame->type != EventType::assault && event.frame->type != EventType::coerce) || source.entity < 0) return true;
    const Entity& entity = entities_.entities[static_cast<std::size_t>(source.entity)];
    const bool is_body = entity.kind != EntityKind::person && entity.kind != EntityKind::people;
    return rules_.frames.in_set("armed-sector", entity.sector) && (is_body || entity.sector != "GOV");
  }

  Claim claim_of(const EventAt& event, const AttributionSet& attributions) const {
    Claim claim;
    const int s = event.trigger.sentence;
    claim.sentence = s;
    claim.words = report_.text->text_span(clause_span(event));
    claim.kind = ClaimKind::event;
    claim.event = Event{event.frame->type, event.mode, event.contexts, event.frame->cameo,
                        report_.text->text_span(report_.span(s, event.trigger.word, event.trigger.word))};
    claim.place = place_of(report_, entities_, kb_, event);
    claim.time = time_of(report_, times_, event);
    for (const ParticipantAt& participant : event.participants) claim.participants.push_back(participant_of(participant));
    give_countries(report_, entities_, event, claim);
    settle_sides(report_, entities_, rules_, event, claim);
    if (is_abduction(report_, entities_, event, claim)) claim.event = as_abduction(*claim.event);
    if (claim.place && claim.place->country.empty()) claim.place->country = country_of_unknown(claim);
    const ClaimStatus status = status_of(report_, event, rules_);
    claim.polarity = status.polarity;
    claim.realis = status.realis;
    claim.tense = status.tense;
    claim.certainty = status.certainty;
    const bool is_to_come = status.realis == Realis::planned || status.realis == Realis::requested || status.tense == Tense::future;
    if (is_to_come && claim.time) claim.time = next_of_name(std::move(*claim.time), report_.published);
    const bool is_open = status.realis == Realis::conditional || status.realis == Realis::hypothetical;
    const bool is_promised = is_open && status.tense == Tense::future;  // "would release the money if", "may visit"
    if ((status.realis == Realis::planned || is_promised) && status.polarity == Polarity::positive) claim.event = as_intended(*claim.event);
    if (status.refused && is_cooperative(claim.event->type)) {
      claim.event = as_refused(*claim.event);
      claim.polarity = Polarity::positive;
      claim.realis = Realis::actual;
    }
    for (const WordRange& hedge : status.hedges) claim.hedges.push_back(text_of(s, hedge));
    if (status.condition) claim.condition = text_of(s, *status.condition);
    claim.chains = chains_over(event.trigger, attributions, report_, entities_);
    give_accusers_country(entities_, event, claim);
    if (is_threat(claim, status, entities_)) claim.event = as_threatened(*claim.event);
    claim.voice = claim.chains.empty() ? Voice::outlet : Voice::attributed;
    claim.rule = event.frame->rule;
    const Evidence evidence = evidence_of(report_, entities_, event);
    claim.score = score_of(claim, evidence);
    if (options_.explain) claim.evidence = evidence;
    return claim;
  }

  // A village that no gazetteer has is of the state of both sides, else of the report's.
  std::string country_of_unknown(const Claim& claim) const {
    std::set<std::string> actors, recipients;
    for (const Participant& p : claim.participants) {
      if (p.role == Role::actor) actors.insert(p.code);
      if (p.role == Role::recipient) recipients.insert(p.code);
    }
    const bool is_of_both = actors.size() == 1 && actors == recipients && actors.begin()->size() == 3;
    return is_of_both ? *actors.begin() : entities_.home(claim.sentence);
  }

  TextSpan text_of(int sentence, const WordRange& range) const { return report_.text->text_span(report_.span(sentence, range.first, range.last)); }

  // The clause that holds the event's word, or the word's own phrase for a noun that no light verb carries.
  Span clause_span(const EventAt& event) const {
    const Tree& tree = report_.tree(event.trigger.sentence);
    const int top = event.predicate.carrier.value_or(event.trigger.word);
    const Tree::Range range = tree.range(top);
    return report_.span(event.trigger.sentence, range.first, range.last);
  }

  // A participant without an entity is a thing: its words are the noun with what stands before it.
  Participant thing_of(const ParticipantAt& at) const {
    const Tree& tree = report_.tree(at.head.sentence);
    int first = at.head.word;
    for (const int child : tree.children(at.head.word)) {
      if (!tree.has_relation(child, "case") && !tree.has_relation(child, "punct")) first = std::min(first, tree.range(child).first);
    }
    Participant participant;
    participant.role = at.role;
    participant.words = report_.text->text_span(report_.span(at.head.sentence, first, at.head.word));
    return participant;
  }

  Participant participant_of(const ParticipantAt& at) const {
    if (at.entity < 0) return thing_of(at);
    const Entity& entity = entities_.entities[static_cast<std::size_t>(at.entity)];
    Participant participant;
    participant.role = at.role;
    participant.entity = entity.id;
    participant.code = entity.code;
    participant.sector = entity.sector;
    participant.words = report_.text->text_span(report_.span(at.head.sentence, at.mention->first, at.mention->last));
    if (entity.kind == EntityKind::place && participant.code.empty()) participant.code = entity.country;
    return participant;
  }

  const ParsedReport& report_;
  const EntityTable& entities_;
  const std::vector<TimeExpression>& times_;
  const KnowledgeBase& kb_;
  const Rules& rules_;
  const ClaimOptions& options_;
};

}  // namespace

ClaimsResult compose_claims(const ParsedReport& report, const EntityTable& entities, const std::vector<TimeExpression>& times, const KnowledgeBase& kb,
                            const Rules& rules, const ClaimOptions& options) {
  return Composer(report, entities, times, kb, rules, options).run();
}

}  // namespace dragoman

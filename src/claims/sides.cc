// SPDX-License-Identifier: Apache-2.0
// Works: "marched through Lima", "closed the Kuznica crossing". Does not match: "shelled the bridge", "closed three newspapers", "seized the town".
#include "claims/sides.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dragoman {
namespace {

constexpr auto kGround =
    std::to_array<std::string_view>({"road",     "bridge",   "border",  "crossing", "airport", "street",     "highway",  "province", "district", "region",
                                     "area",     "zone",     "square",  "frontier", "port",    "checkpoint", "airspace", "strait",   "runway",   "avenue",
                                     "corridor", "motorway", "railway", "line",     "harbour", "harbor",     "pass",     "canal",    "capital",  "city"});

}  // namespace

void settle_recipients(const ParsedReport& report, const EntityTable& entities, const EventAt& event, Claim& claim) {
  const bool protests = claim.event->type == EventType::protest;
  const bool restricts = claim.event->type == EventType::coerce;
  if (!protests && !restricts) return;
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    Participant& p = claim.participants[i];
    const ParticipantAt& at = event.participants[i];
    const bool is_ground = is_place(entities, at) || is_one_of(lower_ascii(report.tree(at.head.sentence)[at.head.word].lemma), kGround);
    if (p.role == Role::recipient && is_ground && (protests || event.mode == "restrict" || event.mode.empty())) p.role = Role::location;
  }
}

}  // namespace dragoman

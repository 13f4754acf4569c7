// SPDX-License-Identifier: Apache-2.0
#include "cli/report_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/words.h"

namespace dragoman {
namespace {

constexpr int kIndent = 14;  // where the text of a claim's lines begins; labels stand before it

std::string_view gloss_of(EventType type) {
  switch (type) {
    case EventType::agree: return "agreement";
    case EventType::consult: return "talks";
    case EventType::support: return "support";
    case EventType::cooperate: return "cooperation";
    case EventType::aid: return "aid";
    case EventType::concede: return "concession";
    case EventType::retreat: return "retreat";
    case EventType::request: return "request";
    case EventType::accuse: return "accusation";
    case EventType::reject: return "rejection";
    case EventType::threaten: return "threat";
    case EventType::protest: return "protest";
    case EventType::sanction: return "sanction";
    case EventType::mobilize: return "mobilisation";
    case EventType::coerce: return "coercion";
    case EventType::assault: return "assault";
  }
  return "event";
}

Style style_of(Stance stance) {
  switch (stance) {
    case Stance::denies:
    case Stance::retracts: return Style::alarm;
    case Stance::does_not_deny:
    case Stance::no_comment:
    case Stance::suggests: return Style::warning;
    case Stance::confirms: return Style::good;
    default: return Style::plain;
  }
}

std::string spaced(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

// One report being written. Claims know each other by id; people see their numbers on the page.
class Page {
 public:
  Page(const ReadReport& report, const ViewOptions& options) : report_(report), options_(options) {
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
      numbers_[report.claims[i].id] = static_cast<int>(i) + 1;
      for (const Link& link : report.claims[i].links) answered_by_[link.claim].push_back({static_cast<int>(i), link.type});
    }
    for (const Entity& entity : report.entities) entities_[entity.id] = &entity;
  }

  std::string write() {
    head();
    for (std::size_t i = 0; i < report_.claims.size(); ++i) claim(report_.claims[i], static_cast<int>(i) + 1);
    caveats();
    diagnostics();
    if (options_.explain) dropped();
    return std::move(page_);
  }

 private:
  void line(std::string_view label, const std::vector<StyledText>& parts, Style label_style = Style::dim) {
    page_ += wrapped(parts, {label.empty() ? std::string() : fmt::format("    {}", label), label_style}, kIndent, options_.width, options_.colour);
  }

  void whole_line(const std::vector<StyledText>& parts) { page_ += wrapped(parts, {}, 0, options_.width, options_.colour); }

  void head() {
    const Report& report = report_.report;
    whole_line({{printable(report.title.empty() ? report.id : report.title), Style::bold}});
    std::vector<std::string> facts;
    for (const std::string& fact : {report.outlet, report.published, report.url}) {
      if (!fact.empty()) facts.push_back(printable(fact));
    }
    if (!report.title.empty()) facts.push_back(printable(report.id));
    if (!facts.empty()) whole_line({{fmt::format("{}", fmt::join(facts, " · ")), Style::dim}});
    whole_line({{summary(), Style::dim}});
    page_ += '\n';
  }

  std::string summary() const {
    std::string text = fmt::format("{}, {}", counted(report_.sentences.size(), "sentence"), counted(report_.claims.size(), "claim"));
    const auto denied = std::count_if(report_.claims.begin(), report_.claims.end(), [&](const Claim& c) { return is_denied(c); });
    if (denied > 0) text += fmt::format(", {} of them denied", denied);
    return text;
  }

  bool has_stance(const Claim& claim, Stance stance) const {
    return std::any_of(claim.chains.begin(), claim.chains.end(), [&](const Chain& c) { return !c.empty() && c.front().stance == stance; });
  }

  bool is_denied(const Claim& claim) const { return has_stance(claim, Stance::denies) || answered(claim, LinkType::denies); }

  bool answered(const Claim& claim, LinkType type) const {
    const auto found = answered_by_.find(claim.id);
    if (found == answered_by_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const auto& answer) { return answer.second == type; });
  }

  // What nobody may overlook, before anything else: in words, since colour is never the only sign.
  std::vector<StyledText> flags(const Claim& claim) const {
    std::vector<StyledText> flags;
    const auto add = [&](std::string text, Style style) { flags.push_back({"[" + std::move(text) + "] ", style}); };
    if (has_stance(claim, Stance::denies)) add("DENIED", Style::alarm);
    else if (answered(claim, LinkType::denies)) add("DENIED ELSEWHERE", Style::alarm);
    if (has_stance(claim, Stance::retracts) || answered(claim, LinkType::retracts)) add("RETRACTED", Style::alarm);
    if (has_stance(claim, Stance::does_not_deny)) add("NOT DENIED", Style::warning);
    if (has_stance(claim, Stance::no_comment)) add("NO COMMENT", Style::warning);
    if (has_stance(claim, Stance::confirms) || answered(claim, LinkType::confirms)) add("CONFIRMED", Style::good);
    if (claim.polarity == Polarity::negative) add(claim.realis == Realis::actual ? "DID NOT HAPPEN" : "NOT", Style::alarm);
    if (claim.realis != Realis::actual) {
      std::string word(name_of(claim.realis));
      std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
      add(word, Style::warning);
    }
    return flags;
  }

  void claim(const Claim& claim, int number) {
    std::vector<StyledText> parts = flags(claim);
    if (claim.event) {
      std::string type = fmt::format("{}", name_of(claim.event->type));
      if (!claim.event->mode.empty()) type += " " + claim.event->mode;
      parts.push_back({fmt::format("{} ", gloss_of(claim.event->type)), Style::bold});
      parts.push_back({fmt::format("({}, {})", printable(type), claim.event->cameo), Style::dim});
    } else {
      parts.push_back({"statement", Style::bold});
    }
    page_ += wrapped(parts, {fmt::format("{:>3}", number), Style::bold}, 4, options_.width, options_.colour);
    participants(claim);
    line("", quote(claim));
    chains(claim);
    circumstances(claim);
    links(claim);
    if (options_.explain) line("rule", {{printable(claim.rule)}, {fmt::format("  score {:.2f}", claim.score), Style::dim}});
    page_ += '\n';
  }

  // "Israel (ISR GOV)"; the report's words where no entity is known.
  std::string name_of_participant(const Participant& participant) const {
    const auto found = entities_.find(participant.entity);
    std::string name = printable(found == entities_.end() ? participant.words.text : found->second->name);
    const std::string code = participant.code + (participant.code.empty() || participant.sector.empty() ? "" : " ") + participant.sector;
    return code.empty() ? name : fmt::format("{} ({})", name, code);
  }

  std::string names_in(const Claim& claim, Role role) const {
    std::vector<std::string> names;
    for (const Participant& participant : claim.participants) {
      if (participant.role == role) names.push_back(name_of_participant(participant));
    }
    if (names.size() < 2) return names.empty() ? "" : names[0];
    const std::string last = names.back();
    names.pop_back();
    return fmt::format("{} and {}", fmt::join(names, ", "), last);
  }

  void participants(const Claim& claim) {
    const std::string actors = names_in(claim, Role::actor), recipients = names_in(claim, Role::recipient);
    if (claim.event && !(actors.empty() && recipients.empty())) {
      std::vector<StyledText> parts = {{actors.empty() ? "(actor not said)" : actors, actors.empty() ? Style::dim : Style::bold}};
      if (!recipients.empty()) parts.push_back({" → "}), parts.push_back({recipients, Style::bold});
      line("who", parts);
    }
    static constexpr std::pair<Role, std::string_view> kOthers[] = {
        {Role::mediator, "mediator"}, {Role::host, "host"}, {Role::instrument, "through"}, {Role::location, "place"}, {Role::beneficiary, "for"}};
    for (const auto& [role, label] : kOthers) {
      if (const std::string names = names_in(claim, role); !names.empty()) line(label, {{names}});
    }
  }

  // The claim's words with its trigger marked: `[met]` without colour.
  std::vector<StyledText> quote(const Claim& claim) const {
    if (!claim.event || !claim.words.span.contains(claim.event->trigger.span)) return {{"“" + printable(claim.words.text) + "”"}};
    const std::size_t begin = byte_at(claim.words.text, claim.event->trigger.span.begin - claim.words.span.begin);
    const std::size_t end = byte_at(claim.words.text, claim.event->trigger.span.end - claim.words.span.begin);
    const std::string& text = claim.words.text;
    const std::string trigger = printable(text.substr(begin, end - begin));
    const std::size_t first = std::min(text.find_first_not_of(" ,;:"), begin);
    return {{"“" + printable(text.substr(first, begin - first))},
            {options_.colour ? trigger : "[" + trigger + "]", Style::marked},
            {printable(text.substr(end)) + "”"}};
  }

  static std::size_t byte_at(std::string_view text, std::uint32_t code_points) {
    std::size_t at = 0;
    while (at < text.size() && code_points > 0) {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
      --code_points;
    }
    return at;
  }

  // The report's words, and who is meant where they name nobody: "It [Armenian government]".
  std::string name_of_source(const HopSource& source) const {
    if (source.words.text.empty()) return "(nobody named)";
    const std::string words = printable(source.words.text);
    const auto found = entities_.find(source.entity);
    if (source.named || found == entities_.end() || words.size() > found->second->name.size()) return words;
    return words == found->second->name ? words : fmt::format("{} [{}]", words, printable(found->second->name));
  }

  void chains(const Claim& claim) {
    if (claim.chains.empty()) line("says", {{report_.report.outlet.empty() ? "the report itself" : printable(report_.report.outlet) + " itself"}});
    for (const Chain& chain : claim.chains) {
      std::vector<StyledText> parts;
      for (const Hop& hop : chain) {
        if (!parts.empty()) parts.push_back({" → "});
        parts.push_back({name_of_source(hop.source)});
        parts.push_back({fmt::format(" ({})", spaced(name_of(hop.stance))), style_of(hop.stance)});
        if (hop.verbatim) parts.push_back({" in quotation", Style::dim});
      }
      line(&chain == &claim.chains.front() ? "says" : "", parts);
    }
  }

  void circumstances(const Claim& claim) {
    if (claim.time) {
      std::string date = claim.time->begin_date;
      if (claim.time->end_date != date && !claim.time->end_date.empty()) date += " to " + claim.time->end_date;
      if (date.empty()) date = claim.time->timex;
      line("when", {{printable(date)}, {fmt::format(" “{}”", printable(claim.time->words.text)), Style::dim}});
    }
    if (claim.place) line("where", {{printable(claim.place->name) + (claim.place->country.empty() ? "" : ", " + claim.place->country)}});
    if (claim.condition) line("only if", {{"“" + printable(claim.condition->text) + "”", Style::warning}});
    std::vector<std::string> hedges;
    for (const TextSpan& hedge : claim.hedges) hedges.push_back("“" + printable(hedge.text) + "”");
    if (hedges.empty() && (claim.certainty == Certainty::certain || claim.certainty == Certainty::unspecified)) return;
    line("hedged", {{std::string(name_of(claim.certainty)), Style::warning}, {hedges.empty() ? "" : fmt::format(": {}", fmt::join(hedges, ", "))}});
  }

  std::string claims_named(std::string_view id) const {
    const auto found = numbers_.find(std::string(id));
    return found == numbers_.end() ? printable(id) : fmt::format("claim {}", found->second);
  }

  void links(const Claim& claim) {
    for (const Link& link : claim.links) { line("link", {{spaced(name_of(link.type))}, {" " + claims_named(link.claim)}}); }
    const auto found = answered_by_.find(claim.id);
    if (found == answered_by_.end()) return;
    for (const auto& [index, type] : found->second) {
      if (type == LinkType::denies) line("link", {{fmt::format("denied in claim {}", index + 1), Style::alarm}});
      if (type == LinkType::retracts) line("link", {{fmt::format("retracted in claim {}", index + 1), Style::alarm}});
      if (type == LinkType::confirms) line("link", {{fmt::format("confirmed in claim {}", index + 1), Style::good}});
    }
  }

  void caveats() {
    for (const Caveat& caveat : report_.caveats) {
      std::vector<std::string> names;
      for (const std::string& id : caveat.claims) names.push_back(claims_named(id));
      const std::string scope = caveat.scope == CaveatScope::report ? "the whole report" : fmt::format("{}", fmt::join(names, ", "));
      page_ += wrapped({{"“" + printable(caveat.words.text) + "”", Style::warning}, {scope.empty() ? "" : " covers " + scope}}, {"Caveat", Style::bold}, 8,
                       options_.width, options_.colour);
    }
    if (!report_.caveats.empty()) page_ += '\n';
  }

  void diagnostics() {
    for (const Diagnostic& diagnostic : report_.diagnostics) {
      page_ += wrapped({{printable(diagnostic.message), diagnostic.level == Level::info ? Style::dim : Style::warning}}, {"Note", Style::bold}, 8,
                       options_.width, options_.colour);
    }
    if (!report_.diagnostics.empty()) page_ += '\n';
  }

  void dropped() {
    if (report_.dropped.empty()) return;
    whole_line({{"Seen and not coded", Style::bold}});
    for (const Dropped& item : report_.dropped) {
      line("", {{"“" + printable(item.words.text) + "” "}, {printable(item.reason), Style::dim}, {fmt::format(" [{}]", printable(item.rule)), Style::dim}});
    }
    page_ += '\n';
  }

  const ReadReport& report_;
  const ViewOptions& options_;
  std::string page_;
  std::map<std::string, int> numbers_;
  std::map<std::string, std::vector<std::pair<int, LinkType>>> answered_by_;
  std::map<std::string, const Entity*> entities_;
};

}  // namespace

std::string view_of(const ReadReport& report, const ViewOptions& options) { return Page(report, options).write(); }

}  // namespace dragoman

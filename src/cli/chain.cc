// SPDX-License-Identifier: Apache-2.0
// dragoman chain: who vouches for an event or a claim, as a tree.
#include <fmt/format.h>

#include <memory>

#include "cli/chain_tree.h"
#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/terminal.h"

namespace dragoman {
namespace {

struct ChainArguments {
  std::string ledger, id, as_of, format = "text";
};

Result<TreeNode> tree_of_claim(const Ledger& ledger, const std::string& id) {
  const Result<std::optional<std::string>> report_id = ledger.report_of_claim(id);
  if (!report_id) return report_id.error();
  const Result<std::optional<ReadReport>> report = ledger.report(report_id->value_or(""));
  if (!report) return report.error();
  for (const Claim& claim : *report ? (*report)->claims : std::vector<Claim>{}) {
    if (claim.id == id) return claim_tree({&**report, &claim, ""});
  }
  return Error{ErrorCode::not_found, fmt::format("no claim {} in the ledger", id)};
}

Result<TreeNode> tree_of(const Ledger& ledger, const ChainArguments& arguments) {
  const Result<std::string> id = ledger.resolve_id(arguments.id);
  if (!id) return id.error();
  if (id->starts_with("C-")) return tree_of_claim(ledger, *id);
  const Result<std::optional<LinkedEvent>> event = ledger.event(*id, arguments.as_of);
  if (!event) return event.error();
  if (!*event) return Error{ErrorCode::not_found, fmt::format("no event {}{}{}", arguments.id, arguments.as_of.empty() ? "" : " as of ", arguments.as_of)};
  const Result<EventClaims> claims = EventClaims::load(ledger, **event);
  if (!claims) return claims.error();
  return origin_tree(ledger, **event, *claims, short_id(ledger, (*event)->id));
}

ExitStatus run_chain(const ChainArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<TreeNode> tree = tree_of(*ledger, arguments);
  if (!tree) return fail(tree.error());
  Output output;
  output.write(arguments.format == "dot" ? tree_as_dot(*tree) : arguments.format == "svg" ? tree_as_svg(*tree) : tree_as_text(*tree));
  return finished(output, true);
}

}  // namespace

void add_chain(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<ChainArguments>();
  CLI::App* const command = app.add_subcommand("chain", "Who vouches for an event or a claim: origins, and who copied or cites whom");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("ID", arguments->id, "An event (E-...) or a claim (C-...)")->required()->type_name("");
  add_as_of_option(*command, arguments->as_of);
  command->add_option("-f,--format", arguments->format, "text, dot or svg")->check(CLI::IsMember({"text", "dot", "svg"}))->capture_default_str();
  command->callback([arguments, &session] { session.status = run_chain(*arguments); });
}

}  // namespace dragoman

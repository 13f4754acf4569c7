// SPDX-License-Identifier: Apache-2.0
// dragoman search: claims by their words.
#include <memory>

#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/rows_out.h"

namespace dragoman {
namespace {

struct SearchArguments {
  std::string ledger, words;
  FilterArguments filter;
  RowFormat format = RowFormat::text;
};

ExitStatus run_search(const SearchArguments& arguments) {
  const Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<SearchHit>> hits = ledger->search(arguments.words, filter_of(arguments.filter));
  if (!hits) return fail(hits.error());
  Output output;
  RowPrinter printer(arguments.format, output);
  printer.begin({"claim_id", "event_id", "outlet", "published_at", "quote", "report_id"});
  for (const SearchHit& hit : *hits) {
    if (!printer.take({hit.claim, hit.event, hit.outlet, hit.published, hit.quote, hit.report})) break;
  }
  printer.finish();
  if (hits->empty()) complain("nothing matches");
  return finished(output, !hits->empty());
}

}  // namespace

void add_search(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<SearchArguments>();
  arguments->filter.limit = 50;
  CLI::App* const command = app.add_subcommand("search", "Find claims by their words");
  add_ledger_option(*command, arguments->ledger);
  command->add_option("QUERY", arguments->words, "Words that all occur; the last ones may be cut short")->required()->type_name("");
  add_filter_options(*command, arguments->filter);
  add_row_format_option(*command, arguments->format);
  command->callback([arguments, &session] { session.status = run_search(*arguments); });
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// dragoman link, verify, doctor: what keeps a ledger in order.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "dragoman/reader.h"
#include "dragoman/version.h"

namespace dragoman {
namespace {

ExitStatus run_link(const std::string& path) {
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  if (!ledger) return fail(ledger.error());
  if (const Status done = ledger->relink(); !done) return fail(done.error());
  const Result<LedgerInfo> info = ledger->info();
  if (!info) return fail(info.error());
  Output output;
  output.write(fmt::format("{} claims of {} reports are of {} events\n", info->claims, info->reports, info->events));
  return finished(output, true);
}

ExitStatus run_verify(const std::string& path) {
  const Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<std::string>> problems = ledger->verify();
  if (!problems) return fail(problems.error());
  Output output;
  for (const std::string& problem : *problems) output.write(printable(problem) + "\n");
  if (problems->empty()) output.write("sound: everything that can be checked was\n");
  const ExitStatus status = finished(output, true);
  return problems->empty() ? status : ExitStatus::integrity;
}

std::string described(const LedgerInfo& info) {
  std::string text = fmt::format(
      "schema version   {}\nfile size        {:.1f} MB\nreports          {}, published {} to {}\nreadings         {}\nclaims           {}\nevents           "
      "{}\n",
      info.schema_version, static_cast<double>(info.file_size) / 1e6, info.reports, info.first_published, info.last_published, info.readings, info.claims,
      info.events);
  for (const MadeBy& made_by : info.made_by) {
    text += fmt::format("read by          dragoman {}, rules {:.12}, model {:.12}\n", printable(made_by.code_version), printable(made_by.rules_hash),
                        printable(made_by.model_hash));
  }
  return text;
}

// What stands between this ledger and a good state, each with its remedy.
std::vector<std::string> advice_for(const LedgerInfo& info, const std::optional<MadeBy>& here) {
  std::vector<std::string> advice;
  if (info.unlinked > 0) advice.push_back(fmt::format("{} readings are not linked yet: run `dragoman link`", info.unlinked));
  const bool is_current = here && !info.made_by.empty() && info.made_by[0].rules_hash == here->rules_hash && info.made_by[0].model_hash == here->model_hash;
  if (here && info.reports > 0 && !is_current)
    advice.push_back("the newest reading is by other rules or another model than are here: `dragoman add` the same inputs again for a newer reading");
  if (info.reports == 0) advice.push_back("the ledger is empty: `dragoman add` puts reports into it");
  return advice;
}

ExitStatus run_doctor(const std::string& path, const DataOptions& data) {
  Output output;
  output.write(fmt::format("dragoman         {}\n", version()));
  const Result<Reader> reader = Reader::open(data);
  output.write(reader ? fmt::format("reader           rules {:.12}, model {:.12}\n", reader->made_by().rules_hash, reader->made_by().model_hash)
                      : fmt::format("reader           cannot be opened: {}\n", printable(reader.error().message)));
  const Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_only);
  if (!ledger) return fail(ledger.error());
  const Result<LedgerInfo> info = ledger->info();
  if (!info) return fail(info.error());
  output.write(described(*info));
  const std::vector<std::string> advice = advice_for(*info, reader ? std::optional(reader->made_by()) : std::nullopt);
  for (const std::string& one : advice) output.write("to do            " + one + "\n");
  if (advice.empty()) output.write("nothing to do; `dragoman verify` checks every row\n");
  return finished(output, true);
}

}  // namespace

void add_link(CLI::App& app, Session& session) {
  auto path = std::make_shared<std::string>();
  CLI::App* const command = app.add_subcommand("link", "Link all claims to events anew (add does it as it goes)");
  add_ledger_option(*command, *path);
  command->callback([path, &session] { session.status = run_link(*path); });
}

void add_verify(CLI::App& app, Session& session) {
  auto path = std::make_shared<std::string>();
  CLI::App* const command = app.add_subcommand("verify", "Check everything in a ledger that can be checked");
  add_ledger_option(*command, *path);
  command->callback([path, &session] { session.status = run_verify(*path); });
}

void add_doctor(CLI::App& app, Session& session) {
  auto path = std::make_shared<std::string>();
  CLI::App* const command = app.add_subcommand("doctor", "How things stand with program and ledger, and what to do");
  add_ledger_option(*command, *path);
  command->callback([path, &session] { session.status = run_doctor(*path, session.data); });
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// dragoman version: which code, rules and model would read a report here.
#include "dragoman/version.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "dragoman/reader.h"

namespace dragoman {

void add_version(CLI::App& app, Session& session) {
  CLI::App* const command = app.add_subcommand("version", "Which code, rules and model read reports here");
  command->callback([&session] {
    Output output;
    output.write(fmt::format("dragoman {}\n", version()));
    const Result<Reader> reader = Reader::open(session.data);
    if (!reader) {
      session.status = fail(reader.error());
      return;
    }
    const MadeBy made_by = reader->made_by();
    output.write(fmt::format("rules {}\nmodel {}\n", made_by.rules_hash, made_by.model_hash));
  });
}

}  // namespace dragoman

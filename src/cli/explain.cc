// SPDX-License-Identifier: Apache-2.0
// dragoman explain RULE: a rule of data/rules in words.
#include <memory>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "dragoman/reader.h"

namespace dragoman {

void add_explain(CLI::App& app, Session& session) {
  auto rule = std::make_shared<std::string>();
  CLI::App* const command = app.add_subcommand("explain", "What a rule codes, with an example and a counter-example");
  command->add_option("RULE", *rule, "A rule's name, as `read --explain` prints it: consult.hold-talks")->required()->type_name("");
  command->callback([rule, &session] {
    const Result<Reader> reader = Reader::open(session.data);
    const Result<std::string> words = reader ? reader->explain_rule(*rule) : Result<std::string>(reader.error());
    if (!words) {
      session.status = fail(words.error());
      return;
    }
    Output output;
    output.write(*words);
  });
}

}  // namespace dragoman

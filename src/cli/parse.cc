// SPDX-License-Identifier: Apache-2.0
// dragoman parse: tokens, tags, trees and names as CoNLL-U.
#include <fmt/format.h>

#include <memory>

#include "cli/bytes.h"
#include "cli/commands.h"
#include "cli/input_files.h"
#include "cli/terminal.h"
#include "dragoman/reader.h"

namespace dragoman {
namespace {

struct ParseArguments {
  std::vector<std::string> inputs{"-"};
  std::string input = "guess", format = "conllu";
};

bool is_conllu(const ParseArguments& arguments, const std::string& path) {
  if (arguments.input != "guess") return arguments.input == "conllu";
  return path.ends_with(".conllu") || path.ends_with(".conll");
}

ExitStatus run_parse(const ParseArguments& arguments, const DataOptions& data) {
  const Result<Reader> reader = Reader::open(data);
  if (!reader) return fail(reader.error());
  const InputFiles files = input_files(arguments.inputs);
  ExitStatus status = ExitStatus::done;
  for (const Error& error : files.missing) fail(error), status = ExitStatus::inputs_failed;
  Output output;
  for (const std::string& path : files.paths) {
    const Result<std::string> bytes = bytes_of(path);
    const Result<std::string> parsed = bytes ? reader->parse(*bytes, is_conllu(arguments, path)) : bytes;
    if (interrupted()) return ExitStatus::interrupted;
    if (!parsed) {
      complain(fmt::format("{}: {}", path == "-" ? "standard input" : path, parsed.error().message));
      status = ExitStatus::inputs_failed;
    } else if (!output.write(*parsed)) {
      break;
    }
  }
  return status;
}

}  // namespace

void add_parse(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<ParseArguments>();
  CLI::App* const command = app.add_subcommand("parse", "Tokens, tags, trees and names of a text as CoNLL-U");
  command->add_option("INPUT", arguments->inputs, "Files, folders, globs, or - for standard input")->type_name("");
  command->add_option("--input", arguments->input, "text (a blank line ends a paragraph) or conllu (its tokens are kept); guessed from the name if not given")
      ->check(CLI::IsMember({"guess", "text", "conllu"}))
      ->type_name("KIND");
  command->add_option("-f,--format", arguments->format, "conllu")->check(CLI::IsMember({"conllu"}))->type_name("FORMAT");
  command->callback([arguments, &session] { session.status = run_parse(*arguments, session.data); });
}

}  // namespace dragoman

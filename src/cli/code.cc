// SPDX-License-Identifier: Apache-2.0
// dragoman code: an event type for a given pair of source and target spans, one JSON object a line in and out.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/bytes.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "dragoman/reader.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

struct CodeArguments {
  std::vector<std::string> inputs{"-"};
  std::string input = "jsonl", format = "jsonl";
};

std::optional<Span> span_of(const Json& record, const char* name) {
  const auto found = record.find(name);
  if (found == record.end() || found->is_null()) return std::nullopt;
  return Span{found->at("begin").get<std::uint32_t>(), found->at("end").get<std::uint32_t>()};
}

Result<PairQuery> query_of(const std::string& line) {
  try {
    const Json record = Json::parse(line);
    PairQuery query;
    query.id = record.at("id").is_string() ? record.at("id").get<std::string>() : record.at("id").dump();
    query.text = record.at("text").get<std::string>();
    query.source = span_of(record, "source");
    query.target = span_of(record, "target");
    return query;
  } catch (const Json::exception& error) { return Error{ErrorCode::bad_input, fmt::format("not {{\"id\",\"text\",\"source\",\"target\"}}: {}", error.what())}; }
}

std::string line_of(const PairCode& code) {
  Json ranking = Json::array();
  for (const RankedType& ranked : code.ranking) ranking.push_back({{"type", name_of(ranked.type)}, {"score", ranked.score}});
  const RankedType& best = code.ranking.front();
  const Json line = {{"id", code.id}, {"type", name_of(best.type)}, {"score", best.score}, {"ranking", ranking}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Codes one input's lines; a line that is no query is named and left out.
ExitStatus code_lines(std::istream& in, const std::string& name, const Reader& reader, Output& output) {
  ExitStatus status = ExitStatus::done;
  each_line(in, [&](const std::string& line, int number) {
    if (interrupted()) status = ExitStatus::interrupted;
    if (interrupted()) return false;
    const Result<PairQuery> query = query_of(line);
    if (query) return output.write(line_of(reader.code(*query)));
    complain(fmt::format("{}:{}: {}", name, number, query.error().message));
    status = ExitStatus::inputs_failed;
    return true;
  });
  return status;
}

ExitStatus run_code(const CodeArguments& arguments, const DataOptions& data) {
  const Result<Reader> reader = Reader::open(data);
  if (!reader) return fail(reader.error());
  Output output;
  ExitStatus status = ExitStatus::done;
  for (const std::string& path : arguments.inputs) {
    std::ifstream file;
    if (path != "-") file.open(path);
    if (path != "-" && !file) {
      fail({ErrorCode::not_found, path + ": no such file"});
      status = ExitStatus::inputs_failed;
      continue;
    }
    const ExitStatus of_file = code_lines(path == "-" ? std::cin : file, path == "-" ? "standard input" : path, *reader, output);
    if (of_file != ExitStatus::done) status = of_file;
  }
  return status;
}

}  // namespace

void add_code(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<CodeArguments>();
  CLI::App* const command =
      app.add_subcommand("code", "The event type between a given source and target: {\"id\",\"text\",\"source\":{begin,end},\"target\":{begin,end}}");
  command->add_option("INPUT", arguments->inputs, "Files of JSON Lines, or - for standard input")->type_name("");
  command->add_option("--input", arguments->input, "jsonl")->check(CLI::IsMember({"jsonl"}))->type_name("KIND");
  command->add_option("-f,--format", arguments->format, "jsonl")->check(CLI::IsMember({"jsonl"}))->type_name("FORMAT");
  command->callback([arguments, &session] { session.status = run_code(*arguments, session.data); });
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "cli/ledger_access.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "cli/report_source.h"

namespace dragoman {

void add_ledger_option(CLI::App& command, std::string& path) {
  command.add_option("-l,--ledger", path, "The ledger's file; else DRAGOMAN_LEDGER names it")->envname("DRAGOMAN_LEDGER")->type_name("FILE")->required();
}

void add_as_of_option(CLI::App& command, std::string& as_of) {
  command.add_option("--as-of", as_of, "What reports published by then tell: 2025-05-14 or 2025-05-14T18:00Z")->check(check_date)->type_name("TIME");
}

namespace {

constexpr std::string_view kTypes =
    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT";
constexpr std::string_view kStatuses = "confirmed disputed corroborated reported denied planned speculative retracted";

std::string upper(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return word;
}

std::string check_type(const std::string& word) { return event_type_named(upper(word)) ? "" : fmt::format("`{}` is none of PLOVER's types: {}", word, kTypes); }

std::string check_status(const std::string& word) { return event_status_named(word) ? "" : fmt::format("`{}` is no status: {}", word, kStatuses); }

std::string check_pair(const std::string& word) { return word.find(':') != std::string::npos ? "" : fmt::format("a pair is written A:B, not `{}`", word); }

}  // namespace

void add_filter_options(CLI::App& command, FilterArguments& arguments) {
  command.add_option("--since", arguments.since, "Events on this date or later")->check(check_date)->type_name("DATE");
  command.add_option("--until", arguments.until, "Events on this date or earlier")->check(check_date)->type_name("DATE");
  add_as_of_option(command, arguments.as_of);
  command.add_option("--type", arguments.type, "PLOVER type: CONSULT, ASSAULT, ...")->transform(upper)->check(check_type)->type_name("TYPE");
  command.add_option("--status", arguments.status, fmt::format("One of {}", kStatuses))->check(check_status)->type_name("STATUS");
  command.add_option("--actor", arguments.actor, "Code or name of a party")->type_name("ACTOR");
  command.add_option("--pair", arguments.pair, "Two parties: ISR:SYR")->check(check_pair)->type_name("A:B");
  command.add_option("--limit", arguments.limit, "At most so many")->type_name("N");
}

}  // namespace dragoman

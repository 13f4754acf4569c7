// SPDX-License-Identifier: Apache-2.0
#include "cli/report_source.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <thread>

#include "cli/terminal.h"

namespace dragoman {

std::optional<Result<Report>> ReportSource::next() {
  if (missing_ < files_.missing.size()) return files_.missing[missing_++];
  while (true) {
    if (!input_) {
      if (path_ == files_.paths.size()) return std::nullopt;
      Result<ReportInput> opened = ReportInput::open(files_.paths[path_++], about_);
      if (!opened) return opened.error();
      input_.emplace(std::move(*opened));
    }
    if (auto report = input_->next()) return report;
    input_.reset();
  }
}

std::string check_date(const std::string& text) {
  const auto digits = [&](std::size_t at, std::size_t n) {
    return text.size() >= at + n &&
           std::all_of(text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(at + n), [](unsigned char c) { return std::isdigit(c); });
  };
  const bool day = digits(0, 4) && text[4] == '-' && digits(5, 2) && text[7] == '-' && digits(8, 2) && (text.size() == 10 || text[10] == 'T');
  const int month = day ? std::stoi(text.substr(5, 2)) : 0, monthday = day ? std::stoi(text.substr(8, 2)) : 0;
  if (day && month >= 1 && month <= 12 && monthday >= 1 && monthday <= 31) return "";
  return "`" + text + "` is no date like 2025-05-14 or 2025-05-14T18:00Z";
}

ProgressMode progress_mode(const std::string& word) {
  if (word == "json") return ProgressMode::json;
  if (word == "off" || !terminal_of(STDERR_FILENO).is_terminal) return ProgressMode::off;
  return word == "line" || !terminal_of(STDOUT_FILENO).is_terminal ? ProgressMode::line : ProgressMode::off;
}

unsigned threads_for(unsigned jobs) { return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency()); }

void add_source_options(CLI::App& command, SourceArguments& arguments, const std::vector<std::string>& kinds) {
  command.add_option("INPUT", arguments.inputs, "Files, folders, globs, or - for standard input (which is read too if none is given)")->type_name("");
  std::string named;
  for (const std::string& kind : kinds) named += (named.empty() ? "" : ", ") + kind;
  std::vector<std::string> known = kinds;
  known.emplace_back("guess");
  command.add_option("--input", arguments.kind, "What the inputs are: " + named + "; guessed from name and bytes if not given")
      ->check(CLI::IsMember(known))
      ->type_name("KIND");
  command.add_option("--published", arguments.about.published, "When the reports were published, for those that do not say so: 2025-05-14")
      ->check(check_date)
      ->type_name("DATE");
  command.add_option("--outlet", arguments.about.outlet, "Who published them")->type_name("NAME");
  command.add_option("--url", arguments.about.url, "Where")->type_name("URL");
  command.add_option("--title", arguments.about.title, "Under which headline")->type_name("TEXT");
}

void add_work_options(CLI::App& command, WorkArguments& arguments) {
  command.add_option("--progress", arguments.progress, "auto, line, json or off, on stderr")
      ->check(CLI::IsMember({"auto", "line", "json", "off"}))
      ->type_name("HOW");
  command.add_option("-j,--jobs", arguments.jobs, "Threads; all cores if not given")->check(CLI::Range(1u, 1024u))->type_name("N");
  command.add_flag("--abort-on-error", arguments.abort_on_error, "Stop at the first input that fails");
}

void complete(SourceArguments& arguments) {
  if (arguments.inputs.empty() && arguments.files_from.empty()) {
    if (terminal_of(STDIN_FILENO).is_terminal) throw CLI::RequiredError("INPUT (a file, folder or glob, or - for standard input)");
    arguments.inputs.emplace_back("-");
  }
  arguments.about.kind = input_kind_named(arguments.kind).value_or(InputKind::guess);
}

}  // namespace dragoman

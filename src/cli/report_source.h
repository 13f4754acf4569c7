// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/input_files.h"
#include "cli/progress.h"
#include "dragoman/inputs.h"

namespace dragoman {

// Which reports a command reads, and what is known about all of them.
struct SourceArguments {
  std::vector<std::string> inputs;
  std::string kind = "guess", files_from;
  InputOptions about;
};

// How a command works on a stream of reports.
struct WorkArguments {
  std::string progress = "auto";
  bool abort_on_error = false;
  unsigned jobs = 0;  // 0: all cores
};

// INPUT..., --input (one of `kinds`), --published, --outlet, --url, --title.
void add_source_options(CLI::App& command, SourceArguments& arguments, const std::vector<std::string>& kinds);
// --jobs, --abort-on-error, --progress.
void add_work_options(CLI::App& command, WorkArguments& arguments);
// Standard input where nothing is named; throws CLI::RequiredError if that is a terminal.
void complete(SourceArguments& arguments);

unsigned threads_for(unsigned jobs);
ProgressMode progress_mode(const std::string& word);
// Empty, or why this is no date like 2025-05-14 or 2025-05-14T18:00Z: one that cannot be read would silently date nothing.
std::string check_date(const std::string& text);

// Walks over all inputs. What cannot be opened is an error among the records. For one thread.
class ReportSource {
 public:
  ReportSource(InputFiles files, InputOptions about) : files_(std::move(files)), about_(std::move(about)) {}
  std::optional<Result<Report>> next();

 private:
  InputFiles files_;
  InputOptions about_;
  std::size_t missing_ = 0, path_ = 0;
  std::optional<ReportInput> input_;
};

}  // namespace dragoman

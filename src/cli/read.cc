// SPDX-License-Identifier: Apache-2.0
// dragoman read: reports in, claims out, nothing stored. Streams: results come in the order of the inputs, each as soon as it is there.
#include <fmt/format.h>
#include <unistd.h>

#include <map>

#include "cli/commands.h"
#include "cli/ordered.h"
#include "cli/report_source.h"
#include "cli/report_view.h"
#include "cli/terminal.h"
#include "dragoman/reader.h"
#include "dragoman/report_json.h"
#include "dragoman/tables.h"

namespace dragoman {
namespace {

enum class Format { text, json, jsonl, csv, tsv };
const std::map<std::string, Format> kFormats = {
    {"text", Format::text}, {"json", Format::json}, {"jsonl", Format::jsonl}, {"csv", Format::csv}, {"tsv", Format::tsv}};

struct ReadArguments {
  SourceArguments source;
  WorkArguments work;
  std::string table = "claims";
  ReadOptions options;
  Format format = Format::text;
};

// What one input became: bytes for stdout, or why there are none.
struct Printed {
  std::string bytes;
  std::optional<Error> error;
  std::vector<std::string> warnings;
  std::uint64_t size = 0, claims = 0;
};

class Printer {
 public:
  Printer(const Reader& reader, const ReadArguments& arguments, Table table)
      : reader_(reader), arguments_(arguments), table_(table), terminal_(terminal_of(STDOUT_FILENO)) {}

  std::string begin() const { return line_of(columns_of(table_)); }

  Printed print(Result<Report> given) const {
    Printed printed;
    if (!given) {
      printed.error = given.error();
      return printed;
    }
    printed.size = given->text.size();
    const ReadReport report = reader_.read(std::move(*given), arguments_.options);
    printed.claims = report.claims.size();
    printed.bytes = bytes_of(report);
    for (const Diagnostic& diagnostic : report.diagnostics) {
      if (diagnostic.level != Level::info) printed.warnings.push_back(fmt::format("{}: {}", report.report.id, diagnostic.message));
    }
    return printed;
  }

 private:
  std::string bytes_of(const ReadReport& report) const {
    switch (arguments_.format) {
      case Format::text: return view_of(report, {terminal_.width, terminal_.colour, arguments_.options.explain});
      case Format::json: return to_json(report, true) + "\n";
      case Format::jsonl: return to_json(report) + "\n";
      default: break;
    }
    std::string lines;
    for (const Row& row : rows_of(table_, report)) lines += line_of(row);
    return lines;
  }

  template <typename Cells>
  std::string line_of(const Cells& cells) const {
    if (arguments_.format != Format::csv && arguments_.format != Format::tsv) return "";
    const Row row(cells.begin(), cells.end());
    return arguments_.format == Format::csv ? csv_line(row) : tsv_line(row);
  }

  const Reader& reader_;
  const ReadArguments& arguments_;
  Table table_;
  Terminal terminal_;
};

// Counts what came out, says what went wrong, and decides the exit status.
class Tally {
 public:
  Tally(const ReadArguments& arguments, Progress progress) : arguments_(arguments), progress_(std::move(progress)) {}

  // False: stop here.
  bool take(Printed printed, Output& output) {
    for (const std::string& warning : printed.warnings) complain(warning);
    if (printed.error) {
      complain(printed.error->message);
      ++failed_;
      return !arguments_.work.abort_on_error;
    }
    ++read_;
    progress_.add(printed.size, printed.claims);
    return output.write(printed.bytes);
  }

  ExitStatus finish(const Output& output, bool was_interrupted) {
    progress_.finish();
    if (output.closed()) return ExitStatus::done;
    if (!output.failure().empty()) {
      complain("cannot write: " + output.failure());
      return ExitStatus::inputs_failed;
    }
    if (was_interrupted) complain(fmt::format("interrupted after {} reports", read_));
    if (failed_ > 0) complain(fmt::format("{} of {} inputs failed, named above", failed_, failed_ + read_));
    if (was_interrupted) return ExitStatus::interrupted;
    return failed_ > 0 ? ExitStatus::inputs_failed : ExitStatus::done;
  }

 private:
  const ReadArguments& arguments_;
  Progress progress_;
  std::size_t read_ = 0, failed_ = 0;
};

ExitStatus run_read(const ReadArguments& arguments, const DataOptions& data) {
  // Never taken apart: the process ends with it, and that would take a tenth of the time of a short report.
  static const Result<Reader>& reader = *new Result<Reader>(Reader::open(data));
  if (!reader) return fail(reader.error());
  const std::optional<Table> table = table_named(arguments.table);
  InputFiles files = input_files(arguments.source.inputs);
  Tally tally(arguments, Progress(progress_mode(arguments.work.progress), files.bytes));
  const Printer printer(*reader, arguments, *table);
  const auto source = std::make_shared<ReportSource>(std::move(files), arguments.source.about);
  Output output;
  if (!output.write(printer.begin())) return tally.finish(output, false);
  const bool ended = OrderedWork<Result<Report>, Printed>::run(
      threads_for(arguments.work.jobs), {[source] { return source->next(); }, [&printer](Result<Report>&& report) { return printer.print(std::move(report)); },
                                         [&](Printed&& printed) { return tally.take(std::move(printed), output); }, [] { return interrupted(); }});
  const ExitStatus status = tally.finish(output, interrupted());
  // An early end leaves threads behind that still use the reader: nothing may be torn down under them.
  if (!ended) std::_Exit(static_cast<int>(status));
  return status;
}

void add_output_options(CLI::App& command, ReadArguments& arguments) {
  command.add_option("-f,--format", arguments.format, "text (a page for people), json, jsonl, csv or tsv")
      ->transform(CLI::CheckedTransformer(kFormats, CLI::ignore_case).description(""))
      ->type_name("FORMAT")
      ->default_str("text");
  command.add_option("--table", arguments.table, "Which table csv and tsv print: claims, hops, links, reports, entities")
      ->check([](const std::string& name) {
        return table_named(name) ? "" : "a report fills the tables claims, hops, links, reports and entities, not `" + name + "`";
      })
      ->type_name("TABLE")
      ->capture_default_str();
  command.add_flag("--explain", arguments.options.explain, "Show each claim's rule, and what was seen and not coded, and why");
}

}  // namespace

void add_read(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<ReadArguments>();
  CLI::App* const command = app.add_subcommand("read", "Read reports and print what they claim, who vouches for it, and how firmly");
  add_source_options(*command, arguments->source, {"text", "html", "json", "jsonl"});
  add_output_options(*command, *arguments);
  command->add_flag("--all", arguments->options.all, "Read every sentence, also those that do not look political");
  add_work_options(*command, arguments->work);
  command->callback([arguments, &session] {
    complete(arguments->source);
    session.status = run_read(*arguments, session.data);
  });
}

}  // namespace dragoman

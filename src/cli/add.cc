// SPDX-License-Identifier: Apache-2.0
// dragoman add: reports into the ledger, each read, stored and linked at once. Reading uses all cores, storing one; what is stored stays
// stored whatever comes after it, and adding it again changes nothing.
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/bytes.h"
#include "cli/commands.h"
#include "cli/ledger_access.h"
#include "cli/ordered.h"
#include "cli/report_source.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "dragoman/reader.h"
#include "dragoman/report_json.h"

namespace dragoman {
namespace {

struct AddArguments {
  SourceArguments source;
  WorkArguments work;
  std::string ledger, format = "text";
  bool all = false;
};

// One record on its way in: a report to read, the object of one that was read elsewhere, or why it is neither.
struct Item {
  Result<Report> report = Report{};
  std::string object, where;  // `object` is used where it is not empty
  std::string known;          // id of a report that the ledger has
};

// A record that is ready to be stored.
struct ReadyReport {
  Result<ReadReport> report = ReadReport{};
  std::string known;  // id of a report that was there before; then there is no `report`
  std::uint64_t size = 0;
};

// Lines of objects of dragoman.report/1.
class ObjectSource {
 public:
  explicit ObjectSource(InputFiles files) : files_(std::move(files)) {}

  std::optional<Item> next() {
    if (missing_ < files_.missing.size()) return Item{files_.missing[missing_++], "", "", ""};
    while (true) {
      if (!in_) {
        if (path_ == files_.paths.size()) return std::nullopt;
        if (const Status opened = open(files_.paths[path_++]); !opened) return Item{opened.error(), "", "", ""};
      }
      std::string line;
      while (std::getline(*in_, line)) {
        ++line_number_;
        if (line.find_first_not_of(" \t\r") != std::string::npos) return Item{Report{}, std::move(line), fmt::format("{}:{}", name_, line_number_), ""};
      }
      in_ = nullptr;
    }
  }

 private:
  Status open(const std::string& path) {
    name_ = path == "-" ? "standard input" : path;
    line_number_ = 0;
    if (path == "-") {
      in_ = &std::cin;
      return {};
    }
    file_ = std::ifstream(path, std::ios::binary);
    if (!file_) return Error{ErrorCode::io, fmt::format("cannot read {}", path)};
    in_ = &file_;
    return {};
  }

  InputFiles files_;
  std::size_t missing_ = 0, path_ = 0;
  std::string name_;
  std::ifstream file_;
  std::istream* in_ = nullptr;
  std::size_t line_number_ = 0;
};

// Reports of all inputs, those marked that the ledger knows already: they are not read again. It looks with a ledger of its own, since it
// has a thread of its own.
class NewReports {
 public:
  NewReports(InputFiles files, InputOptions about, Ledger ledger, MadeBy made_by)
      : source_(std::move(files), std::move(about)), ledger_(std::move(ledger)), made_by_(std::move(made_by)) {}

  std::optional<Item> next() {
    std::optional<Result<Report>> report = source_.next();
    if (!report) return std::nullopt;
    Item item{std::move(*report), "", "", ""};
    if (item.report) {
      if (const auto known = ledger_.knows(*item.report, made_by_); known && *known) item.known = **known;
    }
    return item;
  }

 private:
  ReportSource source_;
  Ledger ledger_;
  MadeBy made_by_;
};

// Reads what the ledger does not know yet. `read` may be called from many threads at once.
class Work {
 public:
  Work(const Reader* reader, const AddArguments& arguments) : reader_(reader), arguments_(arguments) {}

  ReadyReport read(Item item) const {
    ReadyReport ready;
    ready.known = std::move(item.known);
    if (!ready.known.empty()) {
      ready.size = item.report->text.size();
    } else if (!item.object.empty()) {
      ready.size = item.object.size();
      ready.report = report_from_json(item.object);
      if (!ready.report) ready.report = Error{ErrorCode::bad_input, fmt::format("{}: {}", item.where, ready.report.error().message)};
    } else if (!item.report) {
      ready.report = item.report.error();
    } else {
      ready.size = item.report->text.size();
      ReadOptions options;
      options.all = arguments_.all;
      ready.report = reader_->read(std::move(*item.report), options);
    }
    return ready;
  }

 private:
  const Reader* reader_;
  const AddArguments& arguments_;
};

// Stores what was read, prints a line a report, and decides the exit status.
class Clerk {
 public:
  Clerk(Ledger& ledger, const AddArguments& arguments, Progress progress) : ledger_(ledger), arguments_(arguments), progress_(std::move(progress)) {}

  // False: stop here.
  bool take(ReadyReport ready, Output& output) {
    progress_.add(ready.size, ready.report ? ready.report->claims.size() : 0);
    if (!ready.known.empty()) {
      ++known_;
      return output.write(line(ready.known, "known", std::nullopt, ""));
    }
    if (!ready.report) return refuse("", ready.report.error(), output);
    for (const Diagnostic& diagnostic : ready.report->diagnostics) {
      if (diagnostic.level != Level::info) complain(fmt::format("{}: {}", ready.report->report.id, diagnostic.message));
    }
    const Result<AddStatus> added = ledger_.add(*ready.report);
    if (!added) return refuse(ready.report->report.id, added.error(), output);
    const bool is_new = *added == AddStatus::added;
    ++(is_new ? added_ : known_);
    if (is_new) claims_ += ready.report->claims.size();
    return output.write(line(ready.report->report.id, is_new ? "added" : "known", ready.report->claims.size(), ""));
  }

  ExitStatus finish(const Output& output, bool was_interrupted) {
    progress_.finish();
    if (!output.closed() && !output.failure().empty()) complain("cannot write: " + output.failure());
    if (was_interrupted) complain("interrupted; what was added before is in the ledger, and the same command goes on from there");
    complain(fmt::format("{} added with {} claims, {} known already, {} failed{}", counted(added_, "report"), claims_, known_, failed_,
                         failed_ > 0 ? ", named above" : ""));
    if (fatal_) return exit_status_of(*fatal_);
    if (was_interrupted) return ExitStatus::interrupted;
    return failed_ > 0 || !output.failure().empty() ? ExitStatus::inputs_failed : ExitStatus::done;
  }

 private:
  // What concerns the ledger and not this one report ends the run.
  bool refuse(const std::string& id, const Error& error, Output& output) {
    complain(error.message);
    ++failed_;
    if (!output.write(line(id, "failed", std::nullopt, error.message))) return false;
    if (error.code != ErrorCode::bad_input && !id.empty()) {
      fatal_ = error.code;
      complain("stopped: the ledger takes no more reports; what was added before is in it");
      return false;
    }
    return !arguments_.work.abort_on_error;
  }

  std::string line(const std::string& id, std::string_view status, std::optional<std::size_t> claims, const std::string& error) const {
    if (arguments_.format == "jsonl") {
      nlohmann::ordered_json object;
      object["report"] = id.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(id);
      object["status"] = status;
      object["claims"] = claims ? nlohmann::ordered_json(*claims) : nlohmann::ordered_json();
      object["error"] = error.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(error);
      return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    }
    if (!error.empty()) return fmt::format("{} {}\n", status, printable(id.empty() ? error : id));
    return fmt::format("{} {}{}\n", status, printable(id), claims ? ", " + counted(*claims, "claim") : "");
  }

  Ledger& ledger_;
  const AddArguments& arguments_;
  Progress progress_;
  std::optional<ErrorCode> fatal_;
  std::size_t added_ = 0, known_ = 0, failed_ = 0, claims_ = 0;
};

// Inputs that a file (or standard input) lists, one a line.
Status add_listed(const std::string& list, std::vector<std::string>& inputs) {
  const Result<std::string> bytes = bytes_of(list);
  if (!bytes) return bytes.error();
  std::istringstream lines(*bytes);
  each_line(lines, [&](const std::string& line, int) {
    inputs.push_back(line);
    return true;
  });
  return {};
}

using Next = std::function<std::optional<Item>()>;

Result<Next> items_of(const AddArguments& arguments, InputFiles files, const Reader* reader) {
  if (!reader) return Next([source = std::make_shared<ObjectSource>(std::move(files))] { return source->next(); });
  Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_only);
  if (!ledger) return ledger.error();
  return Next(
      [source = std::make_shared<NewReports>(std::move(files), arguments.source.about, std::move(*ledger), reader->made_by())] { return source->next(); });
}

ExitStatus run_add(AddArguments& arguments, const DataOptions& data) {
  if (!arguments.source.files_from.empty()) {
    if (const Status listed = add_listed(arguments.source.files_from, arguments.source.inputs); !listed) return fail(listed.error());
  }
  Result<Ledger> ledger = Ledger::open(arguments.ledger, Ledger::Mode::read_write);
  if (!ledger) return fail(ledger.error());
  std::optional<Reader> reader;
  if (arguments.source.kind != "report") {
    Result<Reader> opened = Reader::open(data);
    if (!opened) return fail(opened.error());
    reader.emplace(std::move(*opened));
  }
  InputFiles files = input_files(arguments.source.inputs);
  Clerk clerk(*ledger, arguments, Progress(progress_mode(arguments.work.progress), files.bytes));
  const Work work(reader ? &*reader : nullptr, arguments);
  const Result<Next> next = items_of(arguments, std::move(files), reader ? &*reader : nullptr);
  if (!next) return fail(next.error());
  Output output;
  const bool ended = OrderedWork<Item, ReadyReport>::run(
      threads_for(arguments.work.jobs), {*next, [&work](Item&& item) { return work.read(std::move(item)); },
                                         [&](ReadyReport&& ready) { return clerk.take(std::move(ready), output); }, [] { return interrupted(); }});
  const ExitStatus status = clerk.finish(output, interrupted());
  // An early end leaves threads behind that still use the reader: nothing may be torn down under them.
  if (!ended) std::_Exit(static_cast<int>(status));
  return status;
}

}  // namespace

void add_add(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<AddArguments>();
  CLI::App* const command = app.add_subcommand("add", "Read reports into a ledger, which links their claims to events");
  add_ledger_option(*command, arguments->ledger);
  add_source_options(*command, arguments->source, {"text", "html", "json", "jsonl", "report"});
  command->add_option("--files-from", arguments->source.files_from, "A file that lists inputs, one a line; - for standard input")->type_name("FILE");
  command->add_option("-f,--format", arguments->format, "text or jsonl: a line for each report")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  command->add_flag("--all", arguments->all, "Read every sentence, also those that do not look political");
  add_work_options(*command, arguments->work);
  command->callback([arguments, &session] {
    complete(arguments->source);
    session.status = run_add(*arguments, session.data);
  });
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "dragoman/reader.h"

#include <fmt/format.h>

#include <filesystem>
#include <future>

#include "base/ids.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "claims/explain_rule.h"
#include "claims/pair_code.h"
#include "dragoman/version.h"
#include "reader/data_files.h"
#include "reader/stages.h"
#include "syntax/parse_conllu.h"
#include "text/dates.h"

namespace dragoman {

namespace {

// A date that cannot be understood dates nothing: the report is read as if it had none, and says so.
void normalise_date(Report& report, std::vector<Diagnostic>& diagnostics) {
  if (report.published.empty()) return;
  auto published = normalise_published(report.published);
  if (!published) diagnostics.push_back({Level::warning, fmt::format("publication date left out: {}", published.error().message), {}});
  report.published = published ? std::move(*published) : std::string();
}

// Whoever replaced them, bytes that were no UTF-8 are lost to the reader.
void note_replaced(std::string_view text, std::vector<Diagnostic>& diagnostics) {
  static constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(kReplacement, at)) != std::string_view::npos; at += kReplacement.size()) ++count;
  if (count > 0) diagnostics.push_back({Level::warning, fmt::format("{} characters were not UTF-8 and are shown as U+FFFD", count), {}});
}

// A learned table that a model folder may lack.
template <typename Table>
Result<std::optional<Table>> open_if_there(const std::string& path) {
  if (!std::filesystem::exists(path)) return std::optional<Table>();
  auto table = Table::open(path);
  if (!table) return table.error();
  return std::optional(std::move(*table));
}

// Whatever keeps the data from being opened, a missing file too, is a matter of how the program was set up.
Error unusable(Error error) { return {error.code == ErrorCode::internal ? error.code : ErrorCode::bad_data, std::move(error.message)}; }

// Names of data/kb as the parser's tags have them; metonyms, peoples and agreements, which may be tagged either way, are left to it.
std::string_view tag_of(const KbEntry& entry) {
  if (entry.also_place) return {};
  switch (entry.kind) {
    case EntityKind::person: return "PER";
    case EntityKind::state:
    case EntityKind::place: return "LOC";
    case EntityKind::people:
    case EntityKind::agreement:
    case EntityKind::other: return {};
    default: return "ORG";
  }
}

std::vector<KnownName> known_names(const KnowledgeBase& kb, std::span<const std::string_view> words) {
  std::vector<KnownName> names;
  for (const KbMatch& match : kb.find(words)) {
    const std::string_view tag = match.weak ? std::string_view() : tag_of(*match.entry);
    if (!tag.empty()) names.push_back({match.first, match.last, std::string(tag)});
  }
  return names;
}

}  // namespace

struct Reader::Parts {
  Knowledge knowledge;
};

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const DataOptions& options) {
  const auto files = find_data_files(options);
  if (!files) return unusable(files.error());
  const bool has_model = std::filesystem::is_directory(files->model);
  std::future<Result<Parser>> opening;  // the model takes as long to open as all the tables: beside them
  if (has_model) opening = std::async(std::launch::async, [&] { return Parser::open(files->model); });
  const auto rules_hash = hash_of_tables(*files);
  if (!rules_hash) return unusable(rules_hash.error());
  auto rules = Rules::open(files->rules);
  if (!rules) return unusable(rules.error());
  auto kb = KnowledgeBase::open(files->kb);
  if (!kb) return unusable(kb.error());
  if (!has_model)
    return Error{ErrorCode::bad_data, fmt::format("no reader model at {}: it belongs there, beside kb and rules ({})", files->model, files->named)};
  auto sentences = open_if_there<SentenceModel>(files->model + "/sentences.tsv");
  if (!sentences) return unusable(sentences.error());
  auto gate = open_if_there<Gate>(files->model + "/gate.tsv");
  if (!gate) return unusable(gate.error());
  auto home = open_if_there<HomeWeights>(files->model + "/home.tsv");
  if (!home) return unusable(home.error());
  auto parser = opening.get();
  if (!parser) return unusable(parser.error());
  MadeBy made_by{version(), *rules_hash, parser->encoder().model_hash()};
  auto parts = std::make_unique<Parts>(
      Parts{{std::move(*parser), std::move(*sentences), std::move(*gate), *home, std::move(*kb), std::move(*rules), std::move(made_by)}});
  const KnowledgeBase& known = parts->knowledge.kb;  // lives as long as the parser beside it
  parts->knowledge.parser.set_name_finder([&known](std::span<const std::string_view> words) { return known_names(known, words); });
  return Reader(std::move(parts));
}

ReadReport Reader::read(Report report, const ReadOptions& options) const {
  ReadReport result;
  report.text = repair_utf8(std::move(report.text)).text;
  note_replaced(report.text, result.diagnostics);
  normalise_date(report, result.diagnostics);
  if (report.hash.empty()) report.hash = hex(sha256(report.text));
  if (report.id.empty()) report.id = make_id("R-", report.hash);
  result.made_by = made_by();
  const TextIndex text(report.text);
  Stages stages = run_stages(text, report, parts_->knowledge, options);
  if (report.language.empty()) report.language = stages.language;
  for (const Sentence& sentence : stages.parsed.tokenized.sentences) result.sentences.push_back(sentence.span);
  result.entities = std::move(stages.entities.entities);
  result.attributions = std::move(stages.claims.attributions);
  result.claims = std::move(stages.claims.claims);
  result.times = std::move(stages.times);
  result.caveats = std::move(stages.claims.caveats);
  result.diagnostics.insert(result.diagnostics.end(), stages.diagnostics.begin(), stages.diagnostics.end());
  result.dropped = std::move(stages.claims.dropped);
  result.report = std::move(report);
  return result;
}

PairCode Reader::code(const PairQuery& query) const {
  const TextIndex text(query.text);
  Report report;
  report.language = "en";  // a pair always gets a type
  const Stages stages = run_stages(text, report, parts_->knowledge, {.all = true});
  return {query.id, rank_types(stages.parsed, parts_->knowledge.rules, stages.claims.claims, query.source, query.target)};
}

Result<std::string> Reader::parse(std::string_view input, bool is_conllu) const {
  if (is_conllu) return conllu_to_conllu(input, parts_->knowledge.parser);
  const std::string repaired = repair_utf8(std::string(input)).text;
  const TextIndex text(repaired);
  TokenizeOptions options = tokenize_options(parts_->knowledge);
  options.lines_end_sentences = false;
  return text_to_conllu(tokenize(text, options), text, parts_->knowledge.parser);
}

Result<std::string> Reader::explain_rule(std::string_view rule) const { return dragoman::explain_rule(parts_->knowledge.rules, rule); }

MadeBy Reader::made_by() const { return parts_->knowledge.made_by; }

}  // namespace dragoman

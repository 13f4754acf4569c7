// SPDX-License-Identifier: Apache-2.0
#include "dragoman/reader.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/ids.h"
#include "base/sha256.h"
#include "claims/explain_rule.h"
#include "claims/pair_code.h"
#include "dragoman/version.h"
#include "reader/data_files.h"
#include "reader/stages.h"
#include "syntax/conllu.h"

namespace dragoman {

struct Reader::Parts {
  Knowledge knowledge;
};

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const DataOptions& options) {
  const auto files = find_data_files(options);
  if (!files) return files.error();
  const auto rules_hash = hash_of_tables(*files);
  if (!rules_hash) return rules_hash.error();
  auto rules = Rules::open(files->rules);
  if (!rules) return rules.error();
  auto kb = KnowledgeBase::open(files->kb);
  if (!kb) return kb.error();
  if (!std::filesystem::is_directory(files->model)) {
    return Error{ErrorCode::bad_data, fmt::format("no reader model at {}: it belongs there, beside kb and rules ({})", files->model, files->named)};
  }
  auto parser = Parser::open(files->model);
  if (!parser) return parser.error();
  MadeBy made_by{version(), *rules_hash, parser->encoder().model_hash()};
  return Reader(std::make_unique<Parts>(Parts{{std::move(*parser), std::move(*kb), std::move(*rules), std::move(made_by)}}));
}

ReadReport Reader::read(Report report, const ReadOptions& options) const {
  ReadReport result;
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
  result.diagnostics = std::move(stages.diagnostics);
  result.dropped = std::move(stages.claims.dropped);
  result.report = std::move(report);
  return result;
}

PairCode Reader::code(const PairQuery& query) const {
  const TextIndex text(query.text);
  std::vector<Diagnostic> diagnostics;
  const ParsedReport parsed = parse_text(text, parts_->knowledge.parser, diagnostics);
  return {query.id, rank_types(parsed, parts_->knowledge.rules, query.source, query.target)};
}

Result<std::string> Reader::parse(std::string_view input, bool is_conllu) const { return parse_to_conllu(input, is_conllu, parts_->knowledge.parser); }

Result<std::string> Reader::explain_rule(std::string_view rule) const { return dragoman::explain_rule(parts_->knowledge.rules, rule); }

MadeBy Reader::made_by() const { return parts_->knowledge.made_by; }

}  // namespace dragoman

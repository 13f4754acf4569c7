// SPDX-License-Identifier: Apache-2.0
#include "cli/rows_out.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/words.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kRowsToMeasure = 200;
constexpr int kWidestCell = 44;

constexpr std::array<std::string_view, 20> kLists = {"contexts",      "actor_ids",       "actor_names",     "actor_codes",       "actor_sectors",
                                                     "recipient_ids", "recipient_names", "recipient_codes", "recipient_sectors", "mediators",
                                                     "hosts",         "hedges",          "confirmed_by",    "denied_by",         "not_denied_by",
                                                     "aliases",       "claims",          "roots",           "parties",           "also"};
constexpr std::array<std::string_view, 29> kNumbers = {"sentence_no",
                                                       "char_start",
                                                       "char_end",
                                                       "lat",
                                                       "lon",
                                                       "geonameid",
                                                       "score",
                                                       "chain_length",
                                                       "chain_no",
                                                       "hop_no",
                                                       "n_reports",
                                                       "n_texts",
                                                       "n_outlets",
                                                       "n_claims",
                                                       "n_events",
                                                       "origins_min",
                                                       "origins_max",
                                                       "similarity",
                                                       "ccode1",
                                                       "ccode2",
                                                       "begin",
                                                       "end",
                                                       "count",
                                                       "origins_min_before",
                                                       "origins_max_before",
                                                       "origins_min_after",
                                                       "origins_max_after",
                                                       "claims_before",
                                                       "claims_after"};

const std::map<std::string, RowFormat> kFormats = {
    {"text", RowFormat::text}, {"json", RowFormat::json}, {"jsonl", RowFormat::jsonl}, {"csv", RowFormat::csv}, {"tsv", RowFormat::tsv}};

template <typename Names>
bool is_in(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Json list_of(const std::string& cell) {
  Json list = Json::array();
  for (std::size_t at = 0; at <= cell.size() && !cell.empty();) {
    const std::size_t end = std::min(cell.find("; ", at), cell.size());
    list.push_back(cell.substr(at, end - at));
    at = end + 2;
  }
  return list;
}

Json value_of(const std::string& column, const std::string& cell) {
  if (is_in(kLists, column)) return list_of(cell);
  if (cell.empty()) return nullptr;
  if (!is_in(kNumbers, column)) return cell;
  long long whole = 0;
  const char* const end = cell.data() + cell.size();
  if (std::from_chars(cell.data(), end, whole).ptr == end) return whole;
  double number = 0;
  return std::from_chars(cell.data(), end, number).ptr == end ? Json(number) : Json(cell);
}

// Cut to `width` columns, or padded to it.
std::string fitted(const std::string& cell, int width) {
  std::string text = printable(cell);
  const int columns = columns_of(text);
  if (columns <= width) return text + std::string(static_cast<std::size_t>(width - columns), ' ');
  std::string cut;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (columns_of(cut + text.substr(at, next - at)) > width - 1) break;
    cut += text.substr(at, next - at);
    at = next;
  }
  return cut + "…" + std::string(static_cast<std::size_t>(std::max(0, width - 1 - columns_of(cut))), ' ');
}

}  // namespace

RowFormat row_format_named(std::string_view name) {
  const auto found = kFormats.find(std::string(name));
  return found == kFormats.end() ? RowFormat::text : found->second;
}

void add_row_format_option(CLI::App& command, RowFormat& format) {
  command.add_option("-f,--format", format, "text (for people), json, jsonl, csv or tsv")
      ->transform(CLI::CheckedTransformer(kFormats, CLI::ignore_case).description(""))
      ->type_name("FORMAT")
      ->default_str("text");
}

std::string json_of_row(const Row& columns, const Row& row) {
  Json object = Json::object();
  for (std::size_t i = 0; i < columns.size() && i < row.size(); ++i) object[columns[i]] = value_of(columns[i], row[i]);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void RowPrinter::begin(const Row& columns) {
  columns_ = columns;
  switch (format_) {
    case RowFormat::csv: output_.write(csv_line(columns)); break;
    case RowFormat::tsv: output_.write(tsv_line(columns)); break;
    case RowFormat::json: output_.write("["); break;
    default: break;
  }
}

bool RowPrinter::take(const Row& row) {
  ++rows_;
  switch (format_) {
    case RowFormat::csv: return output_.write(csv_line(row));
    case RowFormat::tsv: return output_.write(tsv_line(row));
    case RowFormat::jsonl: return output_.write(json_of_row(columns_, row) + "\n");
    case RowFormat::json: return output_.write((rows_ == 1 ? "\n" : ",\n") + json_of_row(columns_, row));
    case RowFormat::text: break;
  }
  if (!widths_.empty()) return write_text(row);
  waiting_.push_back(row);
  if (waiting_.size() >= kRowsToMeasure) settle_widths();
  return !output_.closed();
}

void RowPrinter::finish() {
  if (format_ == RowFormat::json) output_.write(rows_ == 0 ? "]\n" : "\n]\n");
  if (format_ == RowFormat::text && widths_.empty()) settle_widths();
}

void RowPrinter::settle_widths() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int width = columns_of(columns_[i]);
    for (const Row& row : waiting_) width = std::max(width, std::min(kWidestCell, columns_of(printable(row[i]))));
    widths_.push_back(width);
  }
  if (!waiting_.empty()) write_text(columns_);
  for (const Row& row : waiting_) write_text(row);
  waiting_.clear();
}

bool RowPrinter::write_text(const Row& row) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : "  ") + fitted(row[i], widths_[i]);
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return output_.write(line + "\n");
}

}  // namespace dragoman

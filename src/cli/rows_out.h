// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "dragoman/tables.h"

namespace dragoman {

enum class RowFormat { text, json, jsonl, csv, tsv };

// Of `name` "text", "json", "jsonl", "csv" or "tsv", which the command line has checked; what else a command prints is its own affair: text.
RowFormat row_format_named(std::string_view name);
// --format text|json|jsonl|csv|tsv.
void add_row_format_option(CLI::App& command, RowFormat& format);

// A JSON object of one row: lists of the public tables (docs/tables.md) become lists, their numbers numbers, empty cells null.
std::string json_of_row(const Row& columns, const Row& row);

// Prints a table row by row; `text` aligns its first rows and cuts long cells. Begin, take each row, finish.
class RowPrinter {
 public:
  RowPrinter(RowFormat format, Output& output) : format_(format), output_(output) {}
  void begin(const Row& columns);
  // False: nobody reads any more.
  bool take(const Row& row);
  void finish();
  std::size_t rows() const { return rows_; }

 private:
  bool write_text(const Row& row);
  void settle_widths();

  RowFormat format_;
  Output& output_;
  Row columns_;
  std::vector<Row> waiting_;  // of `text`, until the widths are settled
  std::vector<int> widths_;
  std::size_t rows_ = 0;
};

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/formats.h"

#include <fmt/format.h>

#include <array>

#include "text/characters.h"
#include "text/html.h"
#include "text/records.h"

namespace dragoman {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view bytes) { return bytes.substr(0, 3) == kByteOrderMark ? bytes.substr(3) : bytes; }

bool is_html(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, 512));
  for (const std::string_view sign : {"<!doctype html", "<html", "<head", "<body", "<?xml"}) {
    if (head.find(sign) < 256) return true;
  }
  return false;
}

// An object that ends on its first line with another on the next is JSON Lines.
bool is_json_lines(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return false;
  const std::size_t last = bytes.find_last_not_of(" \t\r", end - 1);
  const std::size_t next = bytes.find_first_not_of(" \t\r\n", end);
  return last != std::string_view::npos && bytes[last] == '}' && (next == std::string_view::npos || bytes[next] == '{');
}

}  // namespace

std::optional<InputKind> input_kind_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, InputKind>, 4> kKinds = {
      {{"text", InputKind::text}, {"html", InputKind::html}, {"json", InputKind::json}, {"jsonl", InputKind::jsonl}}};
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

InputKind guess_kind(std::string_view name, std::string_view first_bytes) {
  const std::string lower = lower_ascii(name);
  const auto ends = [&](std::string_view ending) { return std::string_view(lower).ends_with(ending); };
  if (ends(".txt") || ends(".text")) return InputKind::text;
  if (ends(".html") || ends(".htm") || ends(".xhtml")) return InputKind::html;
  if (ends(".jsonl") || ends(".ndjson")) return InputKind::jsonl;
  first_bytes = without_mark(first_bytes);
  const std::size_t at = first_bytes.find_first_not_of(" \t\r\n");
  const char first = at == std::string_view::npos ? ' ' : first_bytes[at];
  if (ends(".json")) return InputKind::json;
  if (first == '{') return is_json_lines(first_bytes.substr(at)) ? InputKind::jsonl : InputKind::json;
  const std::size_t second = at == std::string_view::npos ? at : first_bytes.find_first_not_of(" \t\r\n", at + 1);
  if (first == '[' && second != std::string_view::npos && (first_bytes[second] == '{' || first_bytes[second] == ']')) return InputKind::json;
  return first == '<' && is_html(first_bytes) ? InputKind::html : InputKind::text;
}

ReportStream::ReportStream(std::istream& stream, StreamOptions options) : options_(std::move(options)), chunks_(stream, options_.longest_record) {}

Error ReportStream::at(const Chunk& chunk, std::string_view message) const {
  if (kind_ == InputKind::text || kind_ == InputKind::html) return {ErrorCode::bad_input, fmt::format("{}: {}", options_.name, message)};
  return {ErrorCode::bad_input, fmt::format("{}:{}: {}", options_.name, chunk.line, message)};
}

std::optional<Result<Report>> ReportStream::next() {
  if (kind_ == InputKind::guess) kind_ = options_.kind == InputKind::guess ? guess_kind(options_.name, chunks_.window()) : options_.kind;
  Chunk chunk;
  const bool found = kind_ == InputKind::jsonl ? chunks_.next_line(chunk) : kind_ == InputKind::json ? chunks_.next_value(chunk) : chunks_.all(chunk);
  if (found) {
    empty_ = false;
    return checked(chunk);
  }
  if (!empty_) return std::nullopt;
  empty_ = false;
  return Result<Report>(at(chunk, "is empty; nothing to read"));
}

std::optional<Result<Report>> ReportStream::checked(const Chunk& chunk) {
  if (chunk.too_long) return Result<Report>(at(chunk, fmt::format("longer than {} bytes; split it or raise the limit", options_.longest_record)));
  if (chunk.cut_off) return Result<Report>(at(chunk, "the file ends inside this record; it was cut off or a bracket is missing"));
  return read(chunk);
}

Result<Report> ReportStream::read(Chunk chunk) const {
  if (chunk.bytes.find('\0') != std::string::npos) return at(chunk, "holds null bytes: a binary file, or text in UTF-16; send UTF-8 text");
  if (chunk.bytes.substr(0, 3) == kByteOrderMark) chunk.bytes.erase(0, 3);
  if (kind_ == InputKind::text) {
    if (chunk.bytes.find_first_not_of(" \t\r\n\f\v") == std::string::npos) return at(chunk, "is empty; nothing to read");
    Report report;
    report.text = std::move(chunk.bytes);
    return report;
  }
  auto report = kind_ == InputKind::html ? report_from_html(chunk.bytes) : report_from_record(std::move(chunk.bytes));
  if (!report) return at(chunk, report.error().message);
  return report;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dragoman/report.h"
#include "dragoman/result.h"

namespace dragoman {

enum class InputKind : std::uint8_t { guess, text, html, json, jsonl };
std::optional<InputKind> input_kind_named(std::string_view name);

struct InputOptions {
  InputKind kind = InputKind::guess;  // from the file's name, then its bytes
  // What is known about all reports of an input; a record's own fields win.
  std::string published, outlet, url, title;
};

// The reports of one file or of standard input ("-"), one after the other and in bounded memory. Movable; for one thread.
class ReportInput {
 public:
  static Result<ReportInput> open(const std::string& path, const InputOptions& options);
  ReportInput(ReportInput&&) noexcept;
  ReportInput& operator=(ReportInput&&) noexcept;
  ~ReportInput();

  // The next report; an error for one that cannot be used (its message says where and why; the ones after it may be fine); nothing at the end.
  std::optional<Result<Report>> next();

 private:
  struct Parts;
  explicit ReportInput(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman

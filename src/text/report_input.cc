// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "dragoman/inputs.h"
#include "text/dates.h"
#include "text/formats.h"

namespace dragoman {

struct ReportInput::Parts {
  InputOptions options;
  std::unique_ptr<std::ifstream> file;  // none for standard input
  std::unique_ptr<ReportStream> stream;
};

ReportInput::ReportInput(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ReportInput::ReportInput(ReportInput&&) noexcept = default;
ReportInput& ReportInput::operator=(ReportInput&&) noexcept = default;
ReportInput::~ReportInput() = default;

Result<ReportInput> ReportInput::open(const std::string& path, const InputOptions& options) {
  auto parts = std::make_unique<Parts>();
  parts->options = options;
  if (!options.published.empty()) {
    auto published = normalise_published(options.published);
    if (!published) return Error{ErrorCode::usage, published.error().message};
    parts->options.published = std::move(*published);
  }
  StreamOptions stream;
  stream.kind = options.kind;
  stream.name = path;
  if (path == "-") {
    stream.name = "standard input";
    parts->stream = std::make_unique<ReportStream>(std::cin, stream);
    return ReportInput(std::move(parts));
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return Error{ErrorCode::io, fmt::format("{}: is a folder; name its files", path)};
  errno = 0;
  parts->file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*parts->file) return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::io, fmt::format("{}: {}", path, std::strerror(errno))};
  parts->stream = std::make_unique<ReportStream>(*parts->file, stream);
  return ReportInput(std::move(parts));
}

std::optional<Result<Report>> ReportInput::next() {
  auto result = parts_->stream->next();
  if (!result || !*result) return result;
  Report& report = **result;
  const InputOptions& known = parts_->options;
  if (report.published.empty()) report.published = known.published;
  if (report.outlet.empty()) report.outlet = known.outlet;
  if (report.url.empty()) report.url = known.url;
  if (report.title.empty()) report.title = known.title;
  return result;
}

}  // namespace dragoman

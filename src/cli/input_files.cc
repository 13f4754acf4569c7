// SPDX-License-Identifier: Apache-2.0
#include "cli/input_files.h"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <filesystem>

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtensions[] = {".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"};

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

void add_folder(const std::string& folder, InputFiles& files) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
  while (!error && at != end) {
    std::error_code ignored;
    const fs::path& path = at->path();
    if (is_hidden(path)) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored) && std::find(std::begin(kExtensions), std::end(kExtensions), path.extension()) != std::end(kExtensions)) {
      found.push_back(path);
    }
    at.increment(error);
  }
  if (error) files.missing.push_back({ErrorCode::io, fmt::format("cannot list {}: {}", folder, error.message())});
  if (!error && found.empty())
    files.missing.push_back({ErrorCode::not_found, fmt::format("{} holds no file that ends in {}", folder, fmt::join(kExtensions, ", "))});
  std::sort(found.begin(), found.end());
  files.paths.insert(files.paths.end(), found.begin(), found.end());
}

void add_glob(const std::string& pattern, InputFiles& files) {
  glob_t found{};
  if (glob(pattern.c_str(), GLOB_BRACE, nullptr, &found) == 0) {
    files.paths.insert(files.paths.end(), found.gl_pathv, found.gl_pathv + found.gl_pathc);
  } else {
    const bool is_pattern = pattern.find_first_of("*?[{") != std::string::npos;
    files.missing.push_back({ErrorCode::not_found, fmt::format("{}: {}", pattern, is_pattern ? "no file matches" : "no such file or folder")});
  }
  globfree(&found);
}

}  // namespace

InputFiles input_files(const std::vector<std::string>& arguments) {
  InputFiles files;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (argument == "-") {
      files.paths.push_back(argument);
    } else if (fs::is_directory(argument, ignored)) {
      add_folder(argument, files);
    } else if (fs::exists(argument, ignored)) {
      files.paths.push_back(argument);
    } else {
      add_glob(argument, files);
    }
  }
  for (const std::string& path : files.paths) {
    std::error_code error;
    const std::uint64_t size = path == "-" ? 0 : fs::file_size(path, error);
    if (path != "-" && !error) files.bytes += size;
  }
  if (std::find(files.paths.begin(), files.paths.end(), "-") != files.paths.end()) files.bytes = 0;
  return files;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
// Where the compiled knowledge base comes from: beside the tables, from the build's data folder, or from the user's cache; always
// checked against the tables' hash, so that no stale or damaged file is ever used. Else it is compiled, and kept in the cache if it can be.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "kb/compile.h"
#include "kb/parts.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

std::string cache_file(std::uint64_t key) {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  if (cache != nullptr && *cache != '\0') return fmt::format("{}/dragoman/kb-{:016x}.bin", cache, key);
  if (home != nullptr && *home != '\0') return fmt::format("{}/.cache/dragoman/kb-{:016x}.bin", home, key);
  return {};
}

// The program lies in the build folder or, for tests, a few folders below it; the build writes data/kb.bin there.
std::vector<std::string> build_files() {
  std::vector<std::string> files;
  std::error_code error;
  fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (int up = 0; up < 5 && !error && folder.has_relative_path(); ++up, folder = folder.parent_path()) {
    files.push_back((folder / "data" / "kb.bin").string());
  }
  return files;
}

// Files of tables and programs that are gone pile up; the latest few serve all that are in use.
void drop_old_files(const fs::path& folder) {
  constexpr std::size_t kKept = 4;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder, error)) {
    if (file.path().filename().string().substr(0, 3) == "kb-" && file.path().extension() == ".bin")
      files.emplace_back(file.last_write_time(error), file.path());
  }
  std::sort(files.rbegin(), files.rend());
  for (std::size_t i = kKept; i < files.size(); ++i) fs::remove(files[i].second, error);
}

void keep(const std::string& bytes, const std::string& path) {
  if (path.empty()) return;
  std::error_code error;
  fs::create_directories(fs::path(path).parent_path(), error);
  // A cache that cannot be written costs time at the next start, nothing else.
  if (error || !write_image(bytes, path)) return;
  drop_old_files(fs::path(path).parent_path());
}

Result<Image> image_of(const std::string& kb_dir) {
  const auto key = key_of_tables(kb_dir);
  if (!key) return key.error();
  const std::string cached = cache_file(*key);
  std::vector<std::string> files = build_files();
  files.insert(files.begin(), kb_dir + "/kb.bin");
  if (!cached.empty()) files.push_back(cached);
  for (const std::string& file : files) {
    if (auto image = Image::map(file, *key)) return image;
  }
  auto bytes = compile_kb(kb_dir, *key);
  if (!bytes) return bytes.error();
  keep(*bytes, cached);
  if (auto image = Image::map(cached, *key)) return image;
  return Image::from_bytes(std::move(*bytes));
}

}  // namespace

Result<KnowledgeBase> KnowledgeBase::open(const std::string& kb_dir) {
  auto image = image_of(kb_dir);
  if (!image) return image.error();
  return KnowledgeBase(std::make_unique<Parts>(std::move(*image)));
}

}  // namespace dragoman

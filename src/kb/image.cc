// SPDX-License-Identifier: Apache-2.0
#include "kb/image.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "kb/fold.h"

namespace dragoman {
namespace {

constexpr std::uint64_t kMagic = 0x31424B4E41475244U;  // "DRGANKB1" where bytes are little-endian
constexpr std::uint64_t kFormat = 1 + (sizeof(EntryRec) << 8) + (sizeof(NameRec) << 16) + (sizeof(PlaceRec) << 24);

struct Extent {
  std::uint64_t begin = 0, size = 0;
};
struct Header {
  std::uint64_t magic = kMagic, format = kFormat, key = 0, size = 0, checksum = 0;
  std::array<Extent, kSections> sections;
};

Error damaged(const std::string& name, const char* what) {
  return Error{ErrorCode::bad_data, fmt::format("{}: {}; delete it and it is made again", name, what)};
}

Status check(std::string_view bytes, const std::string& name) {
  if (bytes.size() < sizeof(Header)) return damaged(name, "no compiled knowledge base: too short");
  const auto& header = *reinterpret_cast<const Header*>(bytes.data());
  if (header.magic != kMagic || header.format != kFormat) return damaged(name, "compiled by another version");
  if (header.size != bytes.size()) return damaged(name, "cut short");
  for (const Extent& extent : header.sections) {
    if (extent.begin % 8 != 0 || extent.begin > bytes.size() || extent.size > bytes.size() - extent.begin) return damaged(name, "bad section");
  }
  return {};
}

// Over the header's sections and all that follows it.
std::uint64_t checksum_of(std::string_view bytes) { return hash_bytes(bytes.substr(offsetof(Header, sections))); }

struct Mapping {
  void* at;
  std::size_t size;
  Mapping(void* where, std::size_t bytes) : at(where), size(bytes) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { ::munmap(at, size); }
};

std::shared_ptr<Mapping> map_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct stat info {};
  void* at = MAP_FAILED;
  if (::fstat(file, &info) == 0 && info.st_size > 0)
    at = ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
  ::close(file);
  if (at == MAP_FAILED) return nullptr;
  return std::make_shared<Mapping>(at, static_cast<std::size_t>(info.st_size));
}

std::size_t home_of(std::uint64_t key, std::size_t slots) { return static_cast<std::size_t>((static_cast<unsigned __int128>(key) * slots) >> 64); }

}  // namespace

Result<Image> Image::map(const std::string& path, std::uint64_t key) {
  const auto mapping = map_file(path);
  if (mapping == nullptr) return Error{ErrorCode::not_found, fmt::format("{}: {}", path, std::strerror(errno))};
  Image image;
  image.owner_ = mapping;
  image.bytes_ = {static_cast<const char*>(mapping->at), mapping->size};
  if (auto ok = check(image.bytes_, path); !ok) return ok.error();
  const auto& header = *reinterpret_cast<const Header*>(image.bytes_.data());
  if (header.key != key) return damaged(path, "compiled from other tables");
  if (header.checksum != checksum_of(image.bytes_)) return damaged(path, "checksum differs");
  // The check has touched every page; only those that look-ups need shall stay.
  ::madvise(mapping->at, mapping->size, MADV_DONTNEED);
  return image;
}

Result<std::uint64_t> hash_file(const std::string& path, std::uint64_t seed) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) == 0 && !error) return hash_bytes({}, seed);  // nothing to map
  const auto mapping = map_file(path);
  if (mapping == nullptr) return Error{ErrorCode::not_found, fmt::format("{}: {}", path, std::strerror(errno))};
  return hash_bytes({static_cast<const char*>(mapping->at), mapping->size}, seed);
}

Result<Image> Image::from_bytes(std::string bytes) {
  Image image;
  auto owned = std::make_shared<std::string>(std::move(bytes));
  image.bytes_ = *owned;
  image.owner_ = std::move(owned);
  if (auto ok = check(image.bytes_, "knowledge base in memory"); !ok) return ok.error();
  return image;
}

std::string_view Image::bytes_of(Section section) const {
  const auto& header = *reinterpret_cast<const Header*>(bytes_.data());
  const Extent extent = header.sections[static_cast<std::size_t>(section)];
  return bytes_.substr(extent.begin, extent.size);
}

std::string_view Image::str(Str s) const {
  const std::string_view pool = bytes_of(Section::pool);
  if (s.begin > pool.size() || s.size > pool.size() - s.begin) return {};
  return pool.substr(s.begin, s.size);
}

const KeySlot* Image::slot(Section keys, std::uint64_t key) const {
  const auto slots = all<KeySlot>(keys);
  if (slots.empty()) return nullptr;
  std::size_t at = home_of(key, slots.size());
  for (std::size_t tries = 0; tries < slots.size() && slots[at].count != 0; ++tries) {
    if (slots[at].key == key) return &slots[at];
    if (++at == slots.size()) at = 0;
  }
  return nullptr;
}

Str ImageBuilder::add(std::string_view text) {
  if (text.empty()) return {};
  const auto [found, is_new] = known_.try_emplace(std::string(text));
  if (is_new) {
    found->second = {static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(text.size())};
    pool_ += text;
  }
  return found->second;
}

std::string ImageBuilder::finish(std::uint64_t key) {
  sections_[static_cast<std::size_t>(Section::pool)] = pool_;
  Header header;
  header.key = key;
  std::string bytes(sizeof(Header), '\0');
  for (std::size_t i = 0; i < kSections; ++i) {
    header.sections[i] = {bytes.size(), sections_[i].size()};
    bytes += sections_[i];
    bytes.resize((bytes.size() + 7) / 8 * 8, '\0');
  }
  header.size = bytes.size();
  std::memcpy(bytes.data(), &header, sizeof(Header));
  header.checksum = checksum_of(bytes);
  std::memcpy(bytes.data(), &header, sizeof(Header));
  return bytes;
}

void sort_slots(std::vector<KeySlot>& slots) {
  std::sort(slots.begin(), slots.end(), [](const KeySlot& a, const KeySlot& b) { return a.key < b.key; });
}

std::vector<KeySlot> slots_of(const std::vector<KeySlot>& used) {
  std::vector<KeySlot> slots(used.empty() ? 0 : used.size() + used.size() / 2 + 1);
  for (const KeySlot& slot : used) {
    std::size_t at = home_of(slot.key, slots.size());
    while (slots[at].count != 0) at = at + 1 == slots.size() ? 0 : at + 1;
    slots[at] = slot;
  }
  return slots;
}

}  // namespace dragoman

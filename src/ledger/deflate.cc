// SPDX-License-Identifier: Apache-2.0
#include "ledger/deflate.h"

#include <zlib.h>

#include <cstdint>

namespace dragoman {
namespace {

constexpr std::uint32_t kMost = 1U << 29;  // no object of a report is larger; a damaged size must not take all memory
constexpr std::size_t kSmall = 4096;
constexpr std::size_t kHead = sizeof(std::uint32_t);
constexpr std::size_t kLargestRatio = 1040;  // deflate cannot do better

Bytef* bytes_at(const char* text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text)); }  // zlib's input is not const, but is not written

bool run(z_stream& stream, std::string_view in, char* out, std::size_t room, int (*step)(z_streamp, int), std::string_view like) {
  stream.next_in = bytes_at(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = bytes_at(out);
  stream.avail_out = static_cast<uInt>(room);
  int code = step(&stream, Z_FINISH);
  if (code == Z_NEED_DICT && inflateSetDictionary(&stream, bytes_at(like.data()), static_cast<uInt>(like.size())) == Z_OK) code = step(&stream, Z_FINISH);
  return code == Z_STREAM_END;
}

// Room to deflate in, a quarter of a megabyte, is taken once for each thread.
class Deflater {
 public:
  Deflater(int window_bits, int memory) { deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits, memory, Z_DEFAULT_STRATEGY); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }
  z_stream& fresh() {
    deflateReset(&stream_);
    return stream_;
  }

 private:
  z_stream stream_{};
};

z_stream& stream_for(std::size_t size) {
  thread_local Deflater small(12, 5), large(15, 8);
  return (size < kSmall ? small : large).fresh();  // what is not looked back at need not be made room for
}

}  // namespace

std::string deflated(std::string_view bytes, std::string_view like) {
  z_stream& stream = stream_for(bytes.size() + like.size());
  if (!like.empty()) deflateSetDictionary(&stream, bytes_at(like.data()), static_cast<uInt>(like.size()));
  std::string packed(kHead + deflateBound(&stream, static_cast<uLong>(bytes.size())) + 16, '\0');
  const auto original = static_cast<std::uint32_t>(bytes.size());
  for (std::size_t i = 0; i < kHead; ++i) packed[i] = static_cast<char>(original >> (8 * i));
  run(stream, bytes, packed.data() + kHead, packed.size() - kHead, deflate, {});
  packed.resize(kHead + stream.total_out);
  return packed;
}

std::optional<std::string> inflated(std::string_view bytes, std::string_view like) {
  if (bytes.size() < kHead) return std::nullopt;
  std::uint32_t original = 0;
  for (std::size_t i = 0; i < kHead; ++i) original |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  if (original > kMost || original > bytes.size() * kLargestRatio + like.size()) return std::nullopt;
  std::string text(original + 1, '\0');  // room for one more, so that what is longer than it says is seen
  z_stream stream{};
  inflateInit(&stream);
  const bool is_sound = run(stream, bytes.substr(kHead), text.data(), text.size(), inflate, like) && stream.total_out == original;
  inflateEnd(&stream);
  if (!is_sound) return std::nullopt;
  text.pop_back();
  return text;
}

}  // namespace dragoman

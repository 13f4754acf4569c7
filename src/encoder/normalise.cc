// SPDX-License-Identifier: Apache-2.0
#include "encoder/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace dragoman {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_ascii_punctuation(UChar32 c) { return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~'); }

bool is_space(UChar32 c) { return c == '\t' || c == '\n' || c == '\r' || (category_mask_of(c) & U_GC_Z_MASK) != 0; }

bool is_dropped(UChar32 c) { return c == 0xFFFD || (category_mask_of(c) & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK)) != 0; }

bool is_cjk(UChar32 c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B73F) ||
         (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B820 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool is_mark(UChar32 c) { return (category_mask_of(c) & U_GC_MN_MASK) != 0; }

bool is_punctuation(UChar32 c) { return is_ascii_punctuation(c) || (category_mask_of(c) & U_GC_P_MASK) != 0; }

// Collects parts: spaces and CJK end one, punctuation stands alone.
class Parts {
 public:
  void add(UChar32 c) {
    if (c == ' ') return end();
    if (is_punctuation(c)) end();
    char bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    open_.append(bytes, static_cast<std::size_t>(size));
    if (is_punctuation(c)) end();
  }
  void end() {
    if (!open_.empty()) done_.push_back(std::move(open_));
    open_.clear();
  }
  std::vector<std::string> take() {
    end();
    return std::move(done_);
  }

 private:
  std::string open_;
  std::vector<std::string> done_;
};

std::vector<std::string> ascii_parts(std::string_view word) {
  Parts parts;
  for (const char c : word) {
    if (is_space(c)) {
      parts.end();
    } else if (!is_dropped(c)) {
      parts.add(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }
  return parts.take();
}

icu::UnicodeString cleaned(std::string_view word) {
  const auto given = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
    const UChar32 c = given.char32At(i);
    if (is_space(c)) {
      kept.append(u' ');
    } else if (is_dropped(c)) {
      continue;
    } else if (is_cjk(c)) {
      kept.append(u' ').append(c).append(u' ');
    } else {
      kept.append(c);
    }
  }
  return kept;
}

}  // namespace

std::uint32_t category_mask_of(std::int32_t code_point) {
  UVersionInfo age;
  u_charAge(code_point, age);
  return age[0] > kTableVersion ? U_GC_CN_MASK : U_GET_GC_MASK(code_point);
}

std::vector<std::string> bert_parts(std::string_view word) {
  if (is_ascii(word)) return ascii_parts(word);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString decomposed = nfd->normalize(cleaned(word), status);
  if (U_FAILURE(status)) return {};
  Parts parts;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (!is_mark(c)) parts.add(u_tolower(c));
  }
  return parts.take();
}

}  // namespace dragoman

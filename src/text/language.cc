// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "text/characters.h"

namespace dragoman {
namespace {

constexpr std::size_t kFewestWords = 20;
constexpr std::size_t kFewestLetters = 40;  // of scripts that write no spaces
constexpr std::size_t kLooked = 1 << 16;    // more text tells no more
constexpr int kFewestPercent = 60;

// Enough words, or enough letters where no spaces are written.
bool is_long_enough(std::string_view text) {
  std::size_t words = 0, other_letters = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size() && words < kFewestWords;) {
    const CodePoint c = decode_utf8(text, at);
    const bool letter = is_letter(c.value);
    words += letter && !in_word;
    other_letters += c.value >= 0x0E00 && letter;
    in_word = letter;
    at += c.size;
  }
  return words >= kFewestWords || other_letters >= kFewestLetters;
}

}  // namespace

std::string detect_language(std::string_view text) {
  std::size_t size = std::min(text.size(), kLooked);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  text = text.substr(0, size);
  if (!is_long_enough(text)) return {};
  CLD2::Language languages[3];
  int percents[3], bytes = 0;
  double scores[3];
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages, percents, scores, nullptr, &bytes, &reliable);
  if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] < kFewestPercent) return {};
  return CLD2::LanguageCode(languages[0]);
}

bool is_readable_language(std::string_view code) { return code.empty() || code == "en" || code.substr(0, 3) == "en-" || code == "eng"; }

std::string language_name(std::string_view code) {
  const std::string key(code);
  const CLD2::Language language = CLD2::GetLanguageFromName(key.c_str());
  if (language == CLD2::UNKNOWN_LANGUAGE) return key;
  std::string name = CLD2::LanguageName(language);
  for (std::size_t i = 1; i < name.size(); ++i) name[i] = is_upper(static_cast<unsigned char>(name[i])) ? static_cast<char>(name[i] + 32) : name[i];
  return name;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// The language that valid UTF-8 text is in: an ISO 639-1 code ("en", "ar"), or empty where the text is too short (under 20 words) or too mixed to tell;
// such text is read as English. "Déclaration du ministre" is too short. Safe to call from many threads.
std::string detect_language(std::string_view text);

// Whether a text in this language is read: English, or not told.
bool is_readable_language(std::string_view code);

// "French" for "fr"; the code itself where there is no name for it.
std::string language_name(std::string_view code);

}  // namespace dragoman

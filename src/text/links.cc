// SPDX-License-Identifier: Apache-2.0
#include "text/links.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/word_lists.h"

namespace dragoman {
namespace {

bool is_label(char c) { return is_letter(static_cast<unsigned char>(c) & 0x7F) || is_ascii_digit(static_cast<unsigned char>(c)) || c == '-' || c == '_'; }
bool ascii_label(char c) { return static_cast<unsigned char>(c) < 0x80 && is_label(c); }

std::size_t without_closing(std::string_view chunk, std::size_t end) {
  for (; end > 0; --end) {
    const char c = chunk[end - 1];
    const bool closes = std::string_view(".,;:!?'\">]}").find(c) != std::string_view::npos;
    const bool unmatched = c == ')' && chunk.substr(0, end).find('(') == std::string_view::npos;
    if (!closes && !unmatched) break;
  }
  return end;
}

std::size_t url_end(std::string_view chunk) {
  std::size_t end = chunk.find_first_of("<>\"");
  for (const std::string_view mark : {"”", "’", "»"}) end = std::min(end, chunk.find(mark));
  return without_closing(chunk, std::min(end, chunk.size()));
}

bool begins_url(std::string_view chunk) {
  const std::string head = lower_ascii(chunk.substr(0, 10));
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "mailto:", "www."}) {
    if (head.size() > scheme.size() && head.substr(0, scheme.size()) == scheme) return true;
  }
  return false;
}

// Labels with single dots between them, at most 253 bytes as host names have.
std::size_t dotted_end(std::string_view chunk, std::size_t at) {
  const std::size_t limit = std::min<std::size_t>(chunk.size(), at + 253);
  while (at < limit && (ascii_label(chunk[at]) || (chunk[at] == '.' && at + 1 < limit && ascii_label(chunk[at + 1])))) ++at;
  return at;
}

std::size_t address_length(std::string_view chunk) {
  const std::size_t at = chunk.substr(0, 100).find('@');
  if (at == std::string_view::npos || at + 1 >= chunk.size()) return 0;
  const auto is_local = [](char c) { return ascii_label(c) || c == '.' || c == '+' || c == '%'; };
  if (!std::all_of(chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(at), is_local)) return 0;
  if (at > 0 && !is_letter(static_cast<unsigned char>(chunk[0])) && !is_ascii_digit(static_cast<unsigned char>(chunk[0]))) return 0;
  if (!is_letter(static_cast<unsigned char>(chunk[at + 1]) & 0x7F)) return 0;
  const std::size_t end = dotted_end(chunk, at + 1);
  return end > at + 1 ? end : 0;
}

// "alt.animals.cat", "org.apache.spark": three or more labels of small letters, none a single letter as in "e.g." and "p.m.".
bool is_hierarchy(std::string_view name) {
  std::size_t labels = 0;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('.'), name.size());
    const std::string_view label = name.substr(0, end);
    if (label.size() < 2 || !std::all_of(label.begin(), label.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; })) return false;
    ++labels;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return labels >= 3;
}

// "#elections2026"
std::size_t tag_length(std::string_view chunk) {
  if (chunk.size() < 3 || chunk[0] != '#' || !is_letter(static_cast<unsigned char>(chunk[1]) & 0x7F)) return 0;
  const auto end = std::find_if_not(chunk.begin() + 1, chunk.end(), [](char c) { return ascii_label(c) && c != '-'; });
  return static_cast<std::size_t>(end - chunk.begin());
}

std::size_t host_length(std::string_view chunk) {
  if (!ascii_label(chunk[0]) || chunk[0] == '-') return 0;
  const std::size_t end = dotted_end(chunk, 0);
  const std::size_t dot = chunk.substr(0, end).rfind('.');
  if (dot == std::string_view::npos || dot == 0) return 0;
  if (is_hierarchy(chunk.substr(0, end))) return end;
  const std::string_view label = chunk.substr(dot + 1, end - dot - 1);
  const std::string lower = lower_ascii(label);
  const bool one_case = lower == label || std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!one_case || !is_host_or_file_ending(lower)) return 0;
  return end < chunk.size() && chunk[end] == '/' ? std::max(end, url_end(chunk)) : end;
}

}  // namespace

std::size_t link_length(std::string_view chunk) {
  if (chunk.empty()) return 0;
  if (begins_url(chunk)) return url_end(chunk);
  if (const std::size_t length = address_length(chunk); length > 0) return length;
  if (const std::size_t length = tag_length(chunk); length > 0) return length;
  return host_length(chunk);
}

std::size_t emoticon_length(std::string_view chunk) {
  static constexpr std::array<std::string_view, 26> kFaces = {
      ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":'(", ">:(", "^_^", "-_-", ":)", ":(", ";)",
      ":D",  ":P",  ":p",  "=)",  "=(",  "(:",  ":/",  ";D",  "=D",  "<3",  ":o", ":O", ":]",
  };
  for (const std::string_view face : kFaces) {
    if (chunk.substr(0, face.size()) != face) continue;
    const char next = chunk.size() > face.size() ? chunk[face.size()] : ' ';
    const bool goes_on = is_letter(static_cast<unsigned char>(next)) || is_ascii_digit(static_cast<unsigned char>(next)) || next == '/';
    return goes_on ? 0 : face.size();
  }
  return 0;
}

}  // namespace dragoman

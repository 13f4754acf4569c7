// SPDX-License-Identifier: Apache-2.0
// Datelines, bylines and agency lines, line by line, by their punctuation:
//   ADDIS ABABA, Oct 31 (Northern Wire) - Ethiopia's ...     By Jane Doe, Northern Wire     (Reporting by Jane Doe; Northern Wire)
//   Source: Northern Wire     (Northern Wire)     With agency reports
// A sentence in brackets, or one that begins with "By" and ends in a full stop, is none of these.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/tsv.h"
#include "events/outlets.h"

namespace dragoman {
namespace {

constexpr std::size_t kDatelineEnd = 120;  // bytes; what stands farther in is prose
constexpr std::size_t kCreditLine = 240;

Span bytes_of(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

bool is_name(std::string_view part) {
  const std::vector<FoldedWord> words = words_of(part);
  return !words.empty() && words.size() <= 6 && std::any_of(words.begin(), words.end(), [](const FoldedWord& word) { return word.capital; }) &&
         std::none_of(words.begin(), words.end(),
                      [](const FoldedWord& word) { return word.text.find_first_not_of("0123456789") == std::string::npos && word.text.size() == 4; });
}

struct Reader {
  std::string_view text;
  Furniture found;

  void credit(std::string_view part, bool sure) {
    part = trim(part);
    if (part.substr(0, 4) == "the " || part.substr(0, 4) == "The ") part.remove_prefix(4);
    while (!part.empty() && (part.back() == '.' || part.back() == ')')) part.remove_suffix(1);
    if (!is_name(part)) return;
    found.credits.push_back({outlet_key_of(part), std::string(part), bytes_of(text, part), true, sure || looks_like_outlet(part)});
  }
  void credit_each(std::string_view parts, bool sure) {
    while (!parts.empty()) {
      const std::size_t slash = std::min(parts.find('/'), parts.size());
      credit(parts.substr(0, slash), sure);
      parts.remove_prefix(std::min(slash + 1, parts.size()));
    }
  }
  void omit(std::string_view part) { found.bytes.push_back(bytes_of(text, part)); }
};

// Bytes of a dash with white space around it at `at`, or 0.
std::size_t dash_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && line[end] == ' ') ++end;
  for (const std::string_view dash : {"--", "-", "–", "—"}) {
    if (line.substr(end, dash.size()) != dash) continue;
    end += dash.size();
    return end < line.size() && (line[end] == ' ' || dash.size() == 3) ? end - at : 0;
  }
  return 0;
}

// "DAKAR, Oct 31" and "Addis Ababa": capitals, a date, no verb.
bool is_city_and_date(std::string_view part) {
  const std::vector<FoldedWord> words = words_of(part);
  return words.size() <= 8 && std::all_of(words.begin(), words.end(), [](const FoldedWord& word) {
           return word.capital || is_stop_word(word.text) || word.text == "al" || word.text == "el";
         });
}

bool is_all_capitals(std::string_view part) {
  return std::none_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::any_of(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// With an agency in brackets, or without one and the city in capitals.
bool read_dateline(Reader& reader, std::string_view line) {
  const std::size_t open = line.find('(');
  const std::size_t close = open == std::string_view::npos ? open : line.find(')', open);
  if (close != std::string_view::npos && close < kDatelineEnd) {
    const std::size_t dash = dash_at(line, close + 1);
    if (dash > 0 && is_city_and_date(line.substr(0, open))) {
      reader.credit_each(line.substr(open + 1, close - open - 1), true);
      reader.omit(line.substr(0, close + 1 + dash));
      return true;
    }
  }
  for (std::size_t at = 1; at < std::min(line.size(), kDatelineEnd / 2); ++at) {
    const std::size_t dash = line[at] == ' ' || line[at] == '\xE2' ? dash_at(line, at) : 0;
    if (dash == 0) continue;
    const std::string_view city = line.substr(0, std::min(at, line.find(',')));
    if (!is_all_capitals(city) || !is_city_and_date(line.substr(0, at))) return false;
    reader.omit(line.substr(0, at + dash));
    return true;
  }
  return false;
}

bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> starts) {
  const std::string lower = lower_ascii(line.substr(0, 40));
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return lower.compare(0, start.size(), start) == 0; });
}

bool read_byline(Reader& reader, std::string_view line) {
  if (!starts_with_any(line, {"by "}) || line.size() > kDatelineEnd || line.back() == '.' || words_of(line).size() > 12) return false;
  std::string_view names = line.substr(3);
  const std::size_t comma = names.rfind(',');
  if (comma != std::string_view::npos) reader.credit(names.substr(comma + 1), false);
  else if (looks_like_outlet(names)) reader.credit(names, true);
  reader.omit(line);
  return true;
}

// "(Reporting by A; Editing by B; Northern Wire)", "(Northern Wire)", "With reporting by Northern Wire".
void read_credit_parts(Reader& reader, std::string_view line) {
  std::string_view rest = line;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view part = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::string lower = lower_ascii(part);
    const std::size_t by = std::min(lower.find(" by "), lower.find(" from "));
    if (by == std::string::npos) reader.credit_each(part, true);
    else reader.credit(part.substr(lower.find(' ', by + 1) + 1), false);
  }
}

bool read_brackets(Reader& reader, std::string_view line) {
  if (line.size() < 3 || line.front() != '(' || line.find(')') + 2 < line.size()) return false;
  const std::string_view inner = line.substr(1, line.find(')') - 1);
  const bool credits =
      starts_with_any(inner, {"reporting by", "additional reporting", "with reporting", "with input", "editing by", "writing by", "with ", "source"});
  if (!credits && !is_name(inner)) return false;
  if (starts_with_any(inner, {"source:", "with "}) && !starts_with_any(inner, {"with reporting", "with input"}))
    reader.credit_each(inner.substr(inner.find(' ') + 1), true);
  else read_credit_parts(reader, inner);
  reader.omit(line);
  return true;
}

bool read_credit_line(Reader& reader, std::string_view line) {
  if (line.size() > kCreditLine || line.empty()) return false;
  if (read_brackets(reader, line)) return true;
  if (starts_with_any(line, {"source:", "sources:", "credit:", "agency:", "copyright ", "©", "(c) "})) {
    std::string_view rest = line.substr(std::min(line.find_first_of(": ") + 1, line.size()));
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':' || (rest.front() >= '0' && rest.front() <= '9'))) rest.remove_prefix(1);
    reader.credit_each(rest, true);
  } else if (starts_with_any(line, {"reporting by", "additional reporting by", "with reporting by", "with reporting from", "with inputs from",
                                    "with input from", "editing by"})) {
    read_credit_parts(reader, line);
  } else if (starts_with_any(line, {"with agency", "with agencies", "agencies"}) && words_of(line).size() <= 6) {
    reader.found.credits.push_back({"agencies", std::string(line), bytes_of(reader.text, line), true, true});
  } else {
    return false;
  }
  reader.omit(line);
  return true;
}

// A bracket that ends a line of prose: "... the ministry said. (Reporting by Jane Doe; Northern Wire)", "... (with agency reports)".
void read_last_bracket(Reader& reader, std::string_view line) {
  const std::size_t open = line.rfind('(');
  if (open == std::string_view::npos || line.back() != ')' || line.size() - open > kCreditLine) return;
  const std::string_view bracket = line.substr(open);
  const std::string_view before = trim(line.substr(0, open));
  if (starts_with_any(bracket, {"(with agency", "(agencies"})) {
    reader.found.credits.push_back({"agencies", std::string(bracket), bytes_of(reader.text, bracket), true, true});
    reader.omit(bracket);
  } else if (starts_with_any(bracket, {"(reporting by", "(additional reporting", "(with reporting", "(with input", "(editing by", "(source"}) ||
             (!before.empty() && before.back() == '.' && looks_like_outlet(bracket))) {
    read_brackets(reader, bracket);
  }
}

}  // namespace

Furniture furniture_of(std::string_view text) {
  Reader reader{text, {}};
  int prose_lines = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty() || read_credit_line(reader, line)) continue;
    if (prose_lines < 3 && read_byline(reader, line)) continue;
    if (prose_lines < 3) read_dateline(reader, line);
    ++prose_lines;
    read_last_bracket(reader, line);
  }
  return std::move(reader.found);
}

}  // namespace dragoman

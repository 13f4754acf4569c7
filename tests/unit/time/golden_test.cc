// SPDX-License-Identifier: Apache-2.0
// Runs tests/golden/time/*.txt (format: the README there): marks what is found in each sentence and compares the lines.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "time/time_expressions.h"

namespace dragoman {
namespace {

struct GoldenLine {
  std::string file, published, marked;
  int number = 0;
};

std::vector<GoldenLine> golden_lines() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator("tests/golden/time")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<GoldenLine> lines;
  for (const auto& path : paths) {
    std::ifstream file(path);
    std::string line, published;
    for (int number = 1; std::getline(file, line); ++number) {
      if (line.empty() || line.front() == '#') continue;
      if (line.rfind("published ", 0) == 0) {
        published = line.substr(10);
      } else {
        lines.push_back({path.filename(), published, line, number});
      }
    }
  }
  return lines;
}

// The sentence without its marks.
std::string plain(const std::string& marked) {
  std::string text;
  bool in_value = false;
  for (char c : marked) {
    if (c == '}') in_value = false;
    else if (c == '|') in_value = true;
    else if (c != '{' && !in_value) text += c;
  }
  return text;
}

TimeType type_of(const std::string& value) {
  if (value.front() == 'P' && value.find("REF") == std::string::npos) return TimeType::duration;
  return value.find('T') != std::string::npos && value.find("REF") == std::string::npos ? TimeType::time : TimeType::date;
}

// The sentence with what is found marked as the golden files mark it.
std::string marked(const std::string& text, const std::string& published) {
  const TextIndex index(text);
  std::string result;
  std::size_t at = 0;
  for (const TimeExpression& found : find_times(index, published)) {
    const std::size_t begin = index.byte_of(found.words.span.begin);
    result.append(text, at, begin - at).append("{").append(found.words.text).append("|").append(found.timex);
    if (found.type != type_of(found.timex)) result.append("|").append(name_of(found.type));
    result += "}";
    at = index.byte_of(found.words.span.end);
  }
  return result + text.substr(at);
}

TEST(GoldenTimes, EverySentence) {
  const auto lines = golden_lines();
  ASSERT_GT(lines.size(), 100u);
  for (const GoldenLine& line : lines) {
    EXPECT_EQ(marked(plain(line.marked), line.published), line.marked) << line.file << ":" << line.number << ", published " << line.published;
  }
}

}  // namespace
}  // namespace dragoman

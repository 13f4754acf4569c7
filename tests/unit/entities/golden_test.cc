// SPDX-License-Identifier: Apache-2.0
// Runs tests/golden/entities/*.txt through the real model and prints the share that is right for each file. A case is `> ` lines (one
// report) and expectations up to an empty line:
//   words = CODE SECTOR [+ CODE SECTOR]     codes of the mention whose head lies in these words; - for none
//   words @ COUNTRY                         a place here
//   words -> other words [+ other words]    the same entity or entities
// `words#2` is their second occurrence. Without a model the test is skipped.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "entities_fixture.h"
#include "support/model_dir.h"
#include "syntax/parser.h"
#include "text/tokenize.h"

namespace dragoman {
namespace {

using testing_support::knowledge;

// The share of each file that must be right; raise it when the reader gets better.
const std::map<std::string, double> kFloor = {{"coding.txt", 0.9}, {"coreference.txt", 0.8}, {"places.txt", 0.9}};

struct Case {
  std::string text;
  std::vector<std::string> expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Case> cases;
  bool open = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      open = false;
    } else if (line.starts_with("> ")) {
      if (!open) cases.emplace_back();
      open = true;
      if (!cases.back().text.empty()) cases.back().text += '\n';
      cases.back().text.append(line, 2);
    } else if (open) {
      cases.back().expected.push_back(line);
    }
  }
  return cases;
}

class GoldenReport {
 public:
  GoldenReport(const Parser& parser, const std::string& text) : index_(text) {
    parsed_.text = &index_;
    parsed_.tokenized = tokenize(index_);
    parsed_.trees = parser.parse(parsed_.tokenized, index_);
    parsed_.published = "2025-05-18";
    table_ = resolve_entities(parsed_, knowledge(), &testing_support::home_weights());
  }

  bool holds(const std::string& line) const {
    if (const auto at = line.find(" -> "); at != std::string::npos)
      return entities(line.substr(0, at)) == all(line.substr(at + 4)) && !entities(line.substr(0, at)).empty();
    if (const auto at = line.find(" @ "); at != std::string::npos) return country_of_place(line.substr(0, at)) == line.substr(at + 3);
    const auto at = line.find(" = ");
    return at != std::string::npos && codes(line.substr(0, at)) == line.substr(at + 3);
  }

  std::string codes(std::string words) const {
    std::string out;
    if (const auto at = words.find(" -> "); at != std::string::npos) words.resize(at);
    for (const int entity : entities(words)) {
      const Entity& one = table_.entities[static_cast<std::size_t>(entity)];
      if (!out.empty()) out.append(" + ");
      out.append(one.code.empty() ? "-" : one.code).append(" ").append(one.sector.empty() ? "-" : one.sector);
    }
    return out.empty() ? "(none)" : out;
  }

 private:
  // Where the words are, in code points; all golden text is searched as bytes.
  Span find(std::string words) const {
    int nth = 1;
    if (const auto mark = words.find('#'); mark != std::string::npos) {
      nth = std::stoi(words.substr(mark + 1));
      words.resize(mark);
    }
    std::size_t at = index_.text().find(words);
    while (--nth > 0 && at != std::string_view::npos) at = index_.text().find(words, at + 1);
    if (at == std::string_view::npos) return {};
    return index_.span_of(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size()));
  }

  // The longest mention that is met in the words; adjectives only if nothing else does.
  const Mention* mention(const std::string& words) const {
    const Span span = find(words);
    const Mention* best = nullptr;
    const auto worth = [](const Mention* one) { return one == nullptr ? -1 : one->last - one->first + (one->form == MentionForm::adjective ? 0 : 100); };
    for (int s = 0; s < static_cast<int>(parsed_.trees.size()); ++s) {
      for (int w = 0; w < parsed_.tree(s).size(); ++w) {
        const Mention* one = span.contains(parsed_.span(s, w, w)) ? table_.at({s, w}) : nullptr;
        if (worth(one) > worth(best)) best = one;
      }
    }
    return best;
  }

  std::vector<int> entities(const std::string& words) const {
    const Mention* found = mention(words);
    return found == nullptr ? std::vector<int>() : found->entities;
  }

  std::vector<int> all(const std::string& list) const {
    std::set<int> seen;
    std::vector<int> out;
    for (std::size_t from = 0; from <= list.size();) {
      const std::size_t plus = std::min(list.find(" + ", from), list.size());
      for (const int entity : entities(list.substr(from, plus - from))) {
        if (seen.insert(entity).second) out.push_back(entity);
      }
      from = plus + 3;
    }
    return out;
  }

  std::string country_of_place(const std::string& words) const {
    const Mention* found = mention(words);
    if (found == nullptr || !found->as_place || found->entities.size() != 1) return "(no place)";
    return table_.entities[static_cast<std::size_t>(found->entities.front())].country;
  }

  TextIndex index_;
  ParsedReport parsed_;
  EntityTable table_;
};

TEST(EntitiesGolden, SharesHold) {
  if (!std::filesystem::exists(test_model_dir() + "/model.bin")) GTEST_SKIP() << "no reader model in " << test_model_dir();
  const auto parser = Parser::open(test_model_dir());
  ASSERT_TRUE(parser) << parser.error().message;
  for (const auto& [file, floor] : kFloor) {
    int right = 0, count = 0;
    for (const Case& each : read_cases("tests/golden/entities/" + file)) {
      const GoldenReport report(*parser, each.text);
      for (const std::string& line : each.expected) {
        const bool holds = report.holds(line);
        right += holds;
        ++count;
        if (!holds) std::printf("%s: %s; got %s\n", file.c_str(), line.c_str(), report.codes(line.substr(0, line.find(" = "))).c_str());
      }
    }
    ASSERT_GT(count, 0) << file;
    std::printf("%s: %d of %d\n", file.c_str(), right, count);
    EXPECT_GE(right, floor * count) << file;
  }
}

}  // namespace
}  // namespace dragoman

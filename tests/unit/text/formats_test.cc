// SPDX-License-Identifier: Apache-2.0
#include "text/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace dragoman {
namespace {

using ::testing::HasSubstr;

std::vector<Result<Report>> all_of(const std::string& bytes, StreamOptions options = {}) {
  std::istringstream stream(bytes);
  ReportStream reports(stream, std::move(options));
  std::vector<Result<Report>> found;
  while (auto report = reports.next()) found.push_back(std::move(*report));
  return found;
}

StreamOptions named(std::string name) {
  StreamOptions options;
  options.name = std::move(name);
  return options;
}

TEST(Formats, GuessedFromNameThenBytes) {
  EXPECT_EQ(guess_kind("a.jsonl", ""), InputKind::jsonl);
  EXPECT_EQ(guess_kind("a.HTM", ""), InputKind::html);
  EXPECT_EQ(guess_kind("-", "  <!doctype html><p>"), InputKind::html);
  EXPECT_EQ(guess_kind("-", "{\"id\":1}\n{\"id\":2}\n"), InputKind::jsonl);
  EXPECT_EQ(guess_kind("-", "{\n \"id\":1}\n"), InputKind::json);
  EXPECT_EQ(guess_kind("-", "[{\"id\":1}]"), InputKind::json);
  EXPECT_EQ(guess_kind("-", "[BAKU] Envoys met."), InputKind::text);
  EXPECT_EQ(guess_kind("-", "Envoys met."), InputKind::text);
}

TEST(Formats, TextIsOneReportAsSent) {
  const auto reports = all_of("\xEF\xBB\xBFThe envoys met.\r\nThey left.\n", named("a.txt"));
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0]->text, "The envoys met.\r\nThey left.\n");
}

TEST(Formats, JsonLinesGoOnAfterBadRecords) {
  const auto reports = all_of(
      "{\"id\":\"a\",\"text\":\"One.\"}\n\nnot "
      "json\n{\"id\":7,\"text\":5}\n{\"id\":8,\"text\":\"Two.\",\"published\":\"soon\"}\n{\"id\":9,\"text\":\"Three.\"}",
      named("in.jsonl"));
  ASSERT_EQ(reports.size(), 5U);
  EXPECT_EQ(reports[0]->id, "a");
  EXPECT_THAT(reports[1].error().message, HasSubstr("in.jsonl:3: no JSON"));
  EXPECT_THAT(reports[2].error().message, HasSubstr("in.jsonl:4: `text`"));
  EXPECT_THAT(reports[3].error().message, HasSubstr("in.jsonl:5: `published`: `soon` is no date"));
  EXPECT_EQ(reports[4]->id, "9");
}

TEST(Formats, JsonArraysAndObjectsStream) {
  const auto reports = all_of("[\n{\"id\":\"a\",\"text\":\"x ] } \\\" y\"},\n 5,\n{\"id\":\"b\",\"text\":\"z\"}]", named("in.json"));
  ASSERT_EQ(reports.size(), 3U);
  EXPECT_EQ(reports[0]->text, "x ] } \" y");
  EXPECT_THAT(reports[1].error().message, HasSubstr("in.json:3: a JSON number"));
  EXPECT_EQ(reports[2]->id, "b");
  EXPECT_THAT(all_of("{\"id\":\"a\",\"text\":\"x\"", named("in.json"))[0].error().message, HasSubstr("ends inside"));
}

TEST(Formats, OtherPeoplesFields) {
  const auto plover =
      all_of(R"({"story_id":"s1","event_text":"Troops crossed.","pub_date":"2025-05-14","publisher":"Wire","headline":"Border"})", named("a.jsonl"));
  EXPECT_EQ(plover[0]->id, "s1");
  EXPECT_EQ(plover[0]->text, "Troops crossed.");
  EXPECT_EQ(plover[0]->outlet, "Wire");
  EXPECT_EQ(plover[0]->title, "Border");
  EXPECT_EQ(plover[0]->published, "2025-05-14");
  const auto ninjs = all_of(
      R"({"uri":"urn:x:1","versioncreated":"2025-05-14T12:00:00Z","headlines":[{"role":"main","value":"Border"}],"bodies":[{"contenttype":"text/html","value":"<p>Troops crossed the border on Monday.</p>"}],"infosources":[{"name":"Wire"}]})",
      named("a.jsonl"));
  ASSERT_TRUE(ninjs[0]) << ninjs[0].error().message;
  EXPECT_EQ(ninjs[0]->text, "Troops crossed the border on Monday.");
  EXPECT_EQ(ninjs[0]->title, "Border");
  EXPECT_EQ(ninjs[0]->outlet, "Wire");
}

TEST(Formats, LongRecordsArePassedOver) {
  StreamOptions options = named("a.jsonl");
  options.longest_record = 1000;
  const auto reports = all_of("{\"text\":\"" + std::string(5000, 'x') + "\"}\n{\"text\":\"ok\"}\n", options);
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_THAT(reports[0].error().message, HasSubstr("a.jsonl:1: longer than 1000 bytes"));
  EXPECT_EQ(reports[1]->text, "ok");
}

TEST(Formats, EmptyBinaryAndDeepInputsAreErrors) {
  EXPECT_THAT(all_of("", named("a.txt"))[0].error().message, HasSubstr("a.txt: is empty"));
  EXPECT_THAT(all_of(std::string("ab\0cd", 5), named("a.txt"))[0].error().message, HasSubstr("binary"));
  EXPECT_THAT(all_of(std::string(100000, '[') + "\n", named("a.jsonl"))[0].error().message, HasSubstr("nested"));
}

TEST(Formats, InvalidUtf8InRecordsIsReplaced) { EXPECT_EQ(all_of("{\"text\":\"caf\xE9\"}", named("a.jsonl"))[0]->text, "caf\xEF\xBF\xBD"); }

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "dragoman/report_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/reader/sample_report.h"

namespace dragoman {
namespace {

using testing::HasSubstr;

TEST(ReportJson, FieldsStandInTheOrderOfTheContract) {
  const std::string json = to_json(sample_report());
  std::size_t at = 0;
  for (const char* name : {"schema", "report", "made_by", "sentences", "entities", "attributions", "claims", "times", "caveats", "diagnostics"}) {
    const std::size_t found = json.find("\"" + std::string(name) + "\":", at);
    ASSERT_NE(found, std::string::npos) << name;
    at = found;
  }
}

TEST(ReportJson, IsOneLineAndWritesNumbersShort) {
  const std::string json = to_json(sample_report());
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_THAT(json, HasSubstr("\"score\":0.1,"));
  EXPECT_THAT(json, HasSubstr("\"lat\":59.9127,"));
}

TEST(ReportJson, UnknownIsNull) {
  ReadReport report;
  report.report.id = "r";
  EXPECT_THAT(to_json(report), HasSubstr("\"outlet\":null"));
  EXPECT_THAT(to_json(report), HasSubstr("\"claims\":[]"));
}

TEST(ReportJson, SurvivesBrokenUtf8) {
  ReadReport report;
  report.report.text = "a\xFFz";
  EXPECT_THAT(to_json(report), HasSubstr("a\xEF\xBF\xBDz"));
}

TEST(ReportJson, ComesBackTheSame) {
  const std::string json = to_json(sample_report());
  const auto back = report_from_json(json);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(to_json(*back), json);
}

TEST(ReportJson, BadFieldsAreNamed) {
  const auto message = [](std::string_view json) {
    const auto report = report_from_json(json);
    return report ? std::string() : report.error().message;
  };
  EXPECT_THAT(message("{"), HasSubstr("not a report object"));
  EXPECT_THAT(message("[]"), HasSubstr("object"));
  EXPECT_THAT(message(R"({"schema":"dragoman.report/9"})"), HasSubstr("schema"));
  EXPECT_THAT(message(R"({"schema":"dragoman.report/1","report":{"text":7}})"), HasSubstr("text"));
  EXPECT_THAT(message(R"({"schema":"dragoman.report/1","report":{},"claims":[{"realis":"maybe"}]})"), HasSubstr("maybe"));
  EXPECT_THAT(message(R"({"schema":"dragoman.report/1","report":{},"claims":{}})"), HasSubstr("claims"));
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "cli/report_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/reader/sample_report.h"

namespace dragoman {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReportView, ShowsWhatMatters) {
  const std::string page = view_of(sample_report(), {80, false, false});
  EXPECT_THAT(page, HasSubstr("North Sea Wire · 2026-03-13"));
  EXPECT_THAT(page, HasSubstr("[DENIED] [CONFIRMED] talks (CONSULT meet, 040)"));
  EXPECT_THAT(page, HasSubstr("Armenia (ARM GOV) and Yerevan (UAF)"));
  EXPECT_THAT(page, HasSubstr("[talks] in Oslo"));
  EXPECT_THAT(page, HasSubstr("Yerevan (denies) in quotation → the Wire (reports)"));
  EXPECT_THAT(page, HasSubstr("2026-03-10 “on Tuesday”"));
  EXPECT_THAT(page, HasSubstr("Oslo, NOR"));
  EXPECT_THAT(page, HasSubstr("possible: “may”"));
  EXPECT_THAT(page, HasSubstr("confirmed in claim 2"));
  EXPECT_THAT(page, HasSubstr("“may” covers claim 1"));
  EXPECT_THAT(page, HasSubstr("an odd date"));
}

TEST(ReportView, RulesOnlyOnRequest) {
  EXPECT_THAT(view_of(sample_report(), {80, false, false}), Not(HasSubstr("consult.talks")));
  const std::string page = view_of(sample_report(), {80, false, true});
  EXPECT_THAT(page, HasSubstr("consult.talks"));
  EXPECT_THAT(page, HasSubstr("no political participant"));
}

TEST(ReportView, DenialFromElsewhereIsAtTheClaimDenied) {
  ReadReport report = sample_report();
  report.claims[0].chains.clear();
  report.claims[1].links[0].type = LinkType::denies;
  const std::string page = view_of(report, {80, false, false});
  EXPECT_THAT(page, HasSubstr("[DENIED ELSEWHERE]"));
  EXPECT_THAT(page, HasSubstr("denied in claim 2"));
  EXPECT_THAT(page, HasSubstr("2 claims, 1 of them denied"));
}

TEST(ReportView, NegativeAndPlannedAreSaid) {
  ReadReport report = sample_report();
  report.claims[0].chains.clear();
  report.claims[0].polarity = Polarity::negative;
  EXPECT_THAT(view_of(report, {80, false, false}), HasSubstr("[DID NOT HAPPEN]"));
  report.claims[0].realis = Realis::planned;
  EXPECT_THAT(view_of(report, {80, false, false}), HasSubstr("[CONFIRMED] [NOT] [PLANNED]"));
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dragoman {
namespace {

using ::testing::HasSubstr;

constexpr const char* kPage = R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet - The Daily Example</title>
<meta property="og:site_name" content="The Daily Example"><meta property="article:published_time" content="2025-05-14T12:00:00Z">
<link rel="canonical" href="https://daily.example.org/envoys"><script>var x = "<p>not text, not text, not text</p>";</script></head>
<body class="page has-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div id="cookie-notice"><p>We use cookies so that our pages work; by reading on you agree to our terms of use.</p></div>
<div class="content"><h1>Envoys meet</h1><div class="share">Share this</div>
<p>The envoys of both countries met in Geneva on <b>Monday</b> for the first time since the war&nbsp;began, officials said.</p>
<p>They agreed to meet again, a spokesman said, but no date was given after the talks ended.</p>
<h2>What comes next</h2><p>A third round is expected in the summer, according to two people with knowledge of the talks.</p>
<p><a href="/x">Read more: why the border has been closed for so many years now</a></p></div>
<aside><p>Ten things that you should know about lakes, boats and the weather in the mountains.</p></aside>
<div class="comments"><p>I do not believe one word of this, and my neighbour does not believe it either, friends.</p></div>
<footer><p>Copyright of the Daily Example. All rights reserved, all wrongs reversed, call us any time.</p></footer></body></html>)";

TEST(Html, MainTextAParagraphALine) {
  const auto report = report_from_html(kPage);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->text,
            "The envoys of both countries met in Geneva on Monday for the first time since the war began, officials said.\n"
            "They agreed to meet again, a spokesman said, but no date was given after the talks ended.\n"
            "What comes next\n"
            "A third round is expected in the summer, according to two people with knowledge of the talks.");
}

TEST(Html, MetadataOfThePage) {
  const auto report = report_from_html(kPage);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->title, "Envoys meet");
  EXPECT_EQ(report->outlet, "The Daily Example");
  EXPECT_EQ(report->published, "2025-05-14T12:00:00Z");
  EXPECT_EQ(report->url, "https://daily.example.org/envoys");
}

TEST(Html, JsonLdIsHeard) {
  const auto report = report_from_html(
      R"(<html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Talks","datePublished":"2025-05-14","publisher":{"name":"Wire"}}]}</script></head>
      <body><p>The envoys met in Geneva on Monday, officials of both sides said.</p></body></html>)");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->title, "Talks");
  EXPECT_EQ(report->outlet, "Wire");
  EXPECT_EQ(report->published, "2025-05-14");
}

TEST(Html, OtherCharsetsAreConverted) {
  const auto report = report_from_html("<html><head><meta charset=\"windows-1252\"></head><body><p>The caf\xE9 \x93was\x94 closed.</p></body></html>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, "The café “was” closed.");
}

TEST(Html, DeepNestingAndEmptyPagesAreErrors) {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div></x>";
  EXPECT_THAT(report_from_html(deep).error().message, HasSubstr("nested"));
  EXPECT_THAT(report_from_html("<html><nav>Home</nav></html>").error().message, HasSubstr("no text is left"));
}

TEST(Html, DeepButAllowedNestingIsRead) {
  std::string deep;
  for (int i = 0; i < 2500; ++i) deep += "<div>";
  EXPECT_TRUE(report_from_html(deep + "<p>The envoys met in Geneva on Monday, officials said.</p>"));
}

}  // namespace
}  // namespace dragoman

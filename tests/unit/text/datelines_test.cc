// SPDX-License-Identifier: Apache-2.0
#include "text/datelines.h"

#include <gtest/gtest.h>

#include "text/tokenize.h"

namespace dragoman {
namespace {

struct Found {
  std::string words, place, agency, date;
};

Found dateline_of(std::string_view text) {
  const TextIndex index(text);
  const auto dateline = find_dateline(index, tokenize(index));
  if (!dateline) return {};
  const auto slice = [&](Span span) { return std::string(index.slice(span)); };
  return {slice(dateline->words), slice(dateline->place), slice(dateline->agency), slice(dateline->date)};
}

TEST(Datelines, PlaceAgencyAndDate) {
  Found found = dateline_of("BAKU (Reuters) - The envoys met on Monday.");
  EXPECT_EQ(found.words, "BAKU (Reuters) -");
  EXPECT_EQ(found.place, "BAKU");
  EXPECT_EQ(found.agency, "Reuters");
  found = dateline_of("KYIV, May 14 (AP) — The envoys met on Monday.");
  EXPECT_EQ(found.place, "KYIV");
  EXPECT_EQ(found.date, "May 14");
  EXPECT_EQ(found.agency, "AP");
  found = dateline_of("NEW YORK/CAIRO, 3 June 2025 – The envoys met.");
  EXPECT_EQ(found.place, "NEW YORK/CAIRO");
  EXPECT_EQ(found.date, "3 June 2025");
  EXPECT_EQ(dateline_of("Port-au-Prince, Haiti (AFP) - Gunmen fired.").place, "Port-au-Prince, Haiti");
}

TEST(Datelines, PlaceInCapitalsNeedsNoAgency) { EXPECT_EQ(dateline_of("GENEVA — The envoys met.").place, "GENEVA"); }

TEST(Datelines, OtherBeginningsAreNone) {
  for (const char* text : {"Ankara - the capital - was quiet.", "BREAKING: The minister resigned.", "The Union (EU) - once a club - grew.",
                           "UPDATE — The envoys met.", "He said: no.", "May 14 was quiet."}) {
    EXPECT_EQ(dateline_of(text).words, "") << text;
  }
}

SentenceKind kind_of(std::string_view text, std::size_t sentence) {
  const TextIndex index(text);
  return tokenize(index).sentences.at(sentence).kind;
}

TEST(Parts, HeadlinesBylinesCaptions) {
  const char* text =
      "Envoys meet in Geneva\nBy Jane Doe and John Roe\nFILE PHOTO: Envoys at a table.\nThe envoys met on Monday.\n(Reporting by Jane Doe; editing by Max "
      "Muster)";
  EXPECT_EQ(kind_of(text, 0), SentenceKind::headline);
  EXPECT_EQ(kind_of(text, 1), SentenceKind::byline);
  EXPECT_EQ(kind_of(text, 2), SentenceKind::caption);
  EXPECT_EQ(kind_of(text, 3), SentenceKind::prose);
  EXPECT_EQ(kind_of(text, 4), SentenceKind::byline);
}

TEST(Parts, ASingleLineIsProse) {
  EXPECT_EQ(kind_of("Minsk denied it", 0), SentenceKind::prose);
  EXPECT_EQ(kind_of("By Monday the army had withdrawn.", 0), SentenceKind::prose);
}

}  // namespace
}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(Language, LongEnoughTextsAreNamed) {
  EXPECT_EQ(
      detect_language("The two foreign ministers met in the capital on Monday and said that they had agreed to open the border for trade again next month."),
      "en");
  EXPECT_EQ(detect_language("Les deux ministres des affaires étrangères se sont rencontrés lundi dans la capitale et ont annoncé la réouverture de la "
                            "frontière pour le commerce."),
            "fr");
  EXPECT_EQ(detect_language("Встреча министров иностранных дел двух стран прошла в столице в понедельник, стороны договорились вновь открыть границу для "
                            "торговли в следующем месяце после долгих "
                            "переговоров."),
            "ru");
}

TEST(Language, ShortTextsAreTakenAsEnglish) {
  EXPECT_EQ(detect_language("Les ministres se sont rencontrés."), "");
  EXPECT_EQ(detect_language(""), "");
  EXPECT_TRUE(is_readable_language(""));
  EXPECT_TRUE(is_readable_language("en"));
  EXPECT_FALSE(is_readable_language("fr"));
  EXPECT_EQ(language_name("fr"), "French");
}

}  // namespace
}  // namespace dragoman

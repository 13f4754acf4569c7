// SPDX-License-Identifier: Apache-2.0
#include "encoder/word_head.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace dragoman {
namespace {

using testing::ElementsAre;
using testing::FloatNear;
using testing::HasSubstr;

// Two inner units that copy the vector's two numbers; two labels that each look at one unit.
constexpr std::array<float, 12> kWeights = {1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1};
constexpr std::string_view kHeader = R"({"format":"dragoman.word-head/1","labels":["none","CONSULT"],"width":2,"inner":2})";

class WordHeadTest : public testing::Test {
 protected:
  ~WordHeadTest() override { std::filesystem::remove(path_); }

  Result<WordHead> load(std::string_view header, std::size_t numbers) {
    std::string bytes(header);
    bytes += '\n';
    bytes.append(reinterpret_cast<const char*>(kWeights.data()), numbers * sizeof(float));
    std::ofstream(path_, std::ios::binary) << bytes;
    return WordHead::load(path_);
  }

  const std::string path_ = std::filesystem::temp_directory_path() / ("dragoman_word_head_" + std::to_string(::getpid()));
};

TEST_F(WordHeadTest, SharesAreSoftmaxOverTwoLayersWithGelu) {
  const auto head = load(kHeader, 12);
  ASSERT_TRUE(head) << head.error().message;
  EXPECT_THAT(head->labels(), ElementsAre("none", "CONSULT"));
  const std::array<float, 2> vector = {2, 0};
  // gelu(2) = 1.9545, gelu(0) = 0; scores 1.9545 and 0 + 1.
  EXPECT_THAT(head->shares(vector), ElementsAre(FloatNear(0.7220F, 1e-3F), FloatNear(0.2780F, 1e-3F)));
}

TEST_F(WordHeadTest, RefusesWhatIsNotWhole) {
  for (const std::size_t numbers : {0U, 5U, 11U}) {
    const auto head = load(kHeader, numbers);
    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().code, ErrorCode::bad_data);
    EXPECT_THAT(head.error().message, HasSubstr("is cut off"));
  }
}

TEST_F(WordHeadTest, RefusesHeadersThatAskForTheWrong) {
  for (const std::string_view header : {"", "[]", R"({"format":"other"})", R"({"format":"dragoman.word-head/1","labels":[1],"width":2,"inner":2})",
                                        R"({"format":"dragoman.word-head/1","labels":["none"],"width":-2,"inner":2})",
                                        R"({"format":"dragoman.word-head/1","labels":["none"],"width":4000000000,"inner":4000000000})",
                                        R"({"format":"dragoman.word-head/1","labels":["none"],"width":1,"inner":1})"}) {
    EXPECT_FALSE(load(header, 12)) << header;
  }
}

}  // namespace
}  // namespace dragoman

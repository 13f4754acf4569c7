// SPDX-License-Identifier: Apache-2.0
#include "entities/home_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "text/weights.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, kHomeFeatures> kNames = {"nobody",
                                                                "lead",
                                                                "first_named",
                                                                "dateline",
                                                                "outlet",
                                                                "outlet_alone",
                                                                "share",
                                                                "count",
                                                                "only",
                                                                "only_here",
                                                                "place_here",
                                                                "actor_here",
                                                                "last",
                                                                "last_place",
                                                                "same_sentence",
                                                                "one_back",
                                                                "two_back",
                                                                "far_back",
                                                                "not_before",
                                                                "locals",
                                                                "inside",
                                                                "the_nobody",
                                                                "the_place_here",
                                                                "the_outlet",
                                                                "the_last",
                                                                "office_lead",
                                                                "office_dateline",
                                                                "office_outlet",
                                                                "office_last",
                                                                "office_only_here",
                                                                "office_not_before"};
constexpr std::string_view kRemedy = "run training/fit_home.py again";

}  // namespace

Result<HomeWeights> HomeWeights::open(const std::string& path) {
  const auto rows = read_weights(path, "feature", kRemedy);
  if (!rows) return rows.error();
  HomeWeights home;
  for (std::size_t i = 0; i < kHomeFeatures; ++i) {
    const auto row = std::find_if(rows->begin(), rows->end(), [i](const NamedWeight& one) { return one.name == kNames[i]; });
    if (row == rows->end()) return Error{ErrorCode::bad_data, fmt::format("{}: no weight of `{}`; {}", path, kNames[i], kRemedy)};
    home.weights_[i] = row->weight;
  }
  return home;
}

}  // namespace dragoman

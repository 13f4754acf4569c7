// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "dragoman/result.h"

namespace dragoman {

// What speaks for a country as that of somebody whom nothing gives a nationality. Distances are counted in sentences.
enum class HomeFeature : std::uint8_t {
  nobody,        // that he is of none of the report's countries
  lead,          // it is named in the first sentence
  first_named,   // before all others
  dateline,      // the report's city is in it
  outlet,        // the outlet is of it
  outlet_alone,  // and nothing else names it
  share,         // of all the report's mentions of countries, their people, bodies and cities
  count,         // of its mentions, log(1 + n) / 2
  only,          // the report names no other
  only_here,     // his sentence names no other
  place_here,    // his sentence names a place in it
  actor_here,    // his sentence names it, or somebody of it
  last,          // of all it was named last before him
  last_place,    // the last place named before him is in it
  same_sentence,
  one_back,
  two_back,
  far_back,
  not_before,  // it is named only after him
  locals,      // somebody of it is described, or named without being widely known
  inside,      // it is named in the words for him: "survivors of Haiti's earthquake"
  // The same of whom "the" presents as known, and of those in office.
  the_nobody,
  the_place_here,
  the_outlet,
  the_last,
  office_lead,
  office_dateline,
  office_outlet,
  office_last,
  office_only_here,
  office_not_before,
};
constexpr std::size_t kHomeFeatures = 31;

// Weights of a choice between the countries that a report names and none of them (a conditional logit), fitted by training/fit_home.py.
class HomeWeights {
 public:
  // models/reader/home.tsv: feature (a name above), weight. All of them must be there.
  static Result<HomeWeights> open(const std::string& path);

  float operator[](HomeFeature feature) const { return weights_[static_cast<std::size_t>(feature)]; }

 private:
  std::array<float, kHomeFeatures> weights_{};
};

}  // namespace dragoman

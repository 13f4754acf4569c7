// SPDX-License-Identifier: Apache-2.0
// States by the adjective of their region, as sources without a name are described. Works: "a European diplomat". Does not: "a diplomat in Europe".
#include "events/regions.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "events/words.h"

namespace dragoman {
namespace {

struct Region {
  std::string_view word, states;  // alpha-3, apart by spaces
};

constexpr std::string_view kEurope =
    "ALB AND AUT BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS "
    "SMR SRB SVK SVN SWE UKR VAT XKX ARM AZE GEO TUR";
constexpr std::string_view kWest =
    "AUS AUT BEL BGR CAN CHE CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA JPN LTU LUX LVA NLD NOR NZL POL PRT ROU SVK SVN SWE USA";
constexpr std::string_view kAfrica =
    "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA "
    "RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE";
constexpr std::string_view kArabs = "ARE BHR COM DJI DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM";
constexpr std::string_view kAsia =
    "AFG BGD BRN BTN CHN IDN IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN LKA MDV MMR MNG MYS NPL OMN PAK PHL PRK QAT SAU SGP SYR THA TJK TKM TLS TUR "
    "TWN UZB VNM YEM ARE BHR";
constexpr std::string_view kLatins = "ARG BOL BRA CHL COL CRI CUB DOM ECU GTM HND HTI MEX NIC PAN PER PRY SLV URY VEN";

constexpr std::array<Region, 13> kRegions = {{{"western", kWest},
                                              {"european", kEurope},
                                              {"african", kAfrica},
                                              {"arab", kArabs},
                                              {"gulf", "ARE BHR KWT OMN QAT SAU IRQ IRN"},
                                              {"asian", kAsia},
                                              {"latin", kLatins},
                                              {"nordic", "DNK FIN ISL NOR SWE"},
                                              {"scandinavian", "DNK NOR SWE"},
                                              {"baltic", "EST LTU LVA"},
                                              {"balkan", "ALB BGR BIH GRC HRV MKD MNE ROU SRB SVN XKX"},
                                              {"caribbean", "ATG BHS BRB CUB DMA DOM GRD GUY HTI JAM KNA LCA TTO VCT"},
                                              {"maghreb", "DZA LBY MAR MRT TUN"}}};

// Not "South African" or "Central African", which are states.
const Region* region_in(std::string_view description) {
  const std::vector<FoldedWord> words = words_of(description);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_of_state = i > 0 && (words[i - 1].text == "south" || words[i - 1].text == "central") && words[i].text == "african";
    const auto found = std::find_if(kRegions.begin(), kRegions.end(), [&](const Region& region) { return region.word == words[i].text; });
    if (found != kRegions.end() && words[i].capital && !is_of_state) return &*found;
  }
  return nullptr;
}

}  // namespace

bool may_be_of_state(std::string_view description, std::string_view code) {
  const Region* region = region_in(description);
  return region == nullptr || code.size() != 3 || region->states.find(code) != std::string_view::npos;
}

bool may_be_of_one_region(std::string_view a, std::string_view b) {
  const Region *first = region_in(a), *second = region_in(b);
  if (first == nullptr || second == nullptr) return true;
  for (std::size_t at = 0; at + 3 <= first->states.size(); at += 4) {
    if (second->states.find(first->states.substr(at, 3)) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace dragoman

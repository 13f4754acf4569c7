// SPDX-License-Identifier: Apache-2.0
#include "text/dates.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <regex>

#include "base/tsv.h"
#include "text/characters.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongest = 64;  // std::regex recurses; nothing that is a date is longer

struct Moment {
  int year = 0, month = 0, day = 0;
  std::string clock, offset;  // "12:00:00", "Z" or "+02:00"; empty without
};

bool exists(const Moment& moment) {
  static constexpr std::array<int, 13> kDays = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (moment.year < 1 || moment.month < 1 || moment.month > 12 || moment.day < 1 || moment.day > kDays[static_cast<std::size_t>(moment.month)]) return false;
  const bool leap = (moment.year % 4 == 0 && moment.year % 100 != 0) || moment.year % 400 == 0;
  return moment.month != 2 || moment.day < 29 || leap;
}

int month_named(const std::string& name) {
  static constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  const std::size_t at = kMonths.find(lower_ascii(name).substr(0, 3));
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

// "12", "00", "07" with what may be missing.
std::optional<std::string> clock_of(const std::string& hours, const std::string& minutes, const std::string& seconds) {
  const int h = std::stoi(hours), m = std::stoi(minutes), s = seconds.empty() ? 0 : std::stoi(seconds);
  if (h > 24 || m > 59 || s > 60) return std::nullopt;
  return fmt::format("{:02}:{:02}:{:02}", h, m, s);
}

std::optional<std::string> offset_of(const std::string& zone) {
  if (zone.empty()) return std::string();
  const std::string lower = lower_ascii(zone);
  if (lower == "z" || lower == "gmt" || lower == "utc" || lower == "ut") return "Z";
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kZones = {
      {{"est", "-05:00"}, {"edt", "-04:00"}, {"cst", "-06:00"}, {"cdt", "-05:00"}, {"mst", "-07:00"}, {"mdt", "-06:00"}, {"pst", "-08:00"}, {"pdt", "-07:00"}}};
  for (const auto& [name, offset] : kZones) {
    if (name == lower) return std::string(offset);
  }
  static const std::regex numeric(R"(([+-])(\d\d):?(\d\d)?)");
  std::smatch part;
  if (!std::regex_match(zone, part, numeric)) return std::nullopt;
  return part[1].str() + part[2].str() + ":" + (part[3].matched ? part[3].str() : "00");
}

std::optional<Moment> with_clock(Moment moment, const std::smatch& part, std::size_t hours, std::size_t zone) {
  if (!exists(moment)) return std::nullopt;
  if (!part[hours].matched) return moment;
  const auto clock = clock_of(part[hours], part[hours + 1], part[hours + 2]);
  const auto offset = offset_of(part[zone]);
  if (!clock || !offset) return std::nullopt;
  moment.clock = *clock;
  moment.offset = *offset;
  return moment;
}

std::optional<Moment> parse_iso(const std::string& text) {
  static const std::regex extended(R"((\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?([A-Za-z]{1,3}|[+-]\d\d(?::?\d\d)?)?)?)");
  static const std::regex basic(R"((\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?)");
  static const std::regex slashed(R"((\d{4})/(\d\d?)/(\d\d?)(?: (\d\d?):(\d\d)(?::(\d\d))?()?)?)");
  std::smatch part;
  if (!std::regex_match(text, part, extended) && !std::regex_match(text, part, basic) && !std::regex_match(text, part, slashed)) return std::nullopt;
  return with_clock({std::stoi(part[1]), std::stoi(part[2]), std::stoi(part[3]), "", ""}, part, 4, 7);
}

std::optional<Moment> parse_words(const std::string& text) {
  static const std::regex day_first(
      R"((?:[A-Za-z]{3,9},? +)?(\d\d?)[ -]+([A-Za-z]{3,9})\.?,?[ -]+(\d{4})(?:,? +(\d\d?):(\d\d)(?::(\d\d))?(?: *([A-Za-z]{1,3}|[+-]\d\d:?\d\d))?)?(?: +\([A-Za-z ]+\))?)");
  static const std::regex month_first(
      R"((?:[A-Za-z]{3,9},? +)?([A-Za-z]{3,9})\.? +(\d\d?),? +(\d{4})(?:,? +(?:at )?(\d\d?):(\d\d)(?::(\d\d))?(?: *([A-Za-z]{3}|[+-]\d\d:?\d\d))?)?)");
  std::smatch part;
  if (std::regex_match(text, part, day_first)) return with_clock({std::stoi(part[3]), month_named(part[2]), std::stoi(part[1]), "", ""}, part, 4, 7);
  if (std::regex_match(text, part, month_first)) return with_clock({std::stoi(part[3]), month_named(part[1]), std::stoi(part[2]), "", ""}, part, 4, 7);
  return std::nullopt;
}

}  // namespace

Result<std::string> normalise_published(std::string_view text) {
  const std::string wanted(trim(text));
  std::optional<Moment> moment;
  if (wanted.size() <= kLongest) {
    moment = parse_iso(wanted);
    if (!moment) moment = parse_words(wanted);
  }
  if (!moment) {
    return Error{ErrorCode::bad_input, fmt::format("`{}` is no date; write it as 2025-05-14 or 2025-05-14T12:00:00Z", wanted.substr(0, kLongest))};
  }
  std::string iso = fmt::format("{:04}-{:02}-{:02}", moment->year, moment->month, moment->day);
  if (!moment->clock.empty()) iso += "T" + moment->clock + moment->offset;
  return iso;
}

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

// A time as written, as the first and the last second it can mean, in UTC: "2025-05-14" is 2025-05-14T00:00:00Z to 2025-05-14T23:59:59Z,
// "2025-05-14T01:00+02:00" is 2025-05-13T23:00:00Z to 2025-05-13T23:00:59Z. Times without a zone are UTC. Text order is order in time.
struct Moment {
  std::string begin, end;
  bool is_date = false;
};
std::optional<Moment> moment_of(std::string_view text);

// What reports are ordered by: the day of a date ("2025-05-14"), the second of a time; as given where it is no time.
std::string order_of(std::string_view published);

// The first second that it can mean, since 1970; 0 where it is no time.
std::int64_t seconds_of(std::string_view published);

// Now, as the ledger writes it: "2025-05-14T12:00:00Z".
std::string now();

}  // namespace dragoman

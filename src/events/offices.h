// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// "Rwanda's foreign minister", "the police chief": nobody else holds the office, so that these words name a person as a name does.
// Not "a minister", "two ministers", "the former minister", or whoever asks not to be named.
bool is_office_holder(std::string_view text);
// "Kyrgyzstan's border service", "the coca growers' federation": a body that its words tell from others of its kind, though the reader took
// the phrase for people. Not "a rights group", "the group", "two unions".
bool names_a_body(std::string_view text);
// "Foreign Minister Batyr Orazov", of a state whose code is known: he speaks for its government, even if nobody listed him.
bool names_head_of_state_office(std::string_view text);
// "the rights group Georgian Watch": ends in a name of its own, though the reader took the phrase for people whom nobody names.
bool ends_in_a_name(std::string_view text);

struct Seat {
  std::string key, sector;
};
// The key and sector of a person, with the government's where the words give one of its offices.
Seat seat_of(std::string_view text, const std::string& key, const std::string& code, const std::string& sector);

}  // namespace dragoman

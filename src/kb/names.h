// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dragoman/entity.h"

namespace dragoman {

// Names that are compared by sound: people, groups and the like; not outlets or agreements, which are words.
bool has_sound(EntityKind kind);
// Keys under which a name's candidates are found: one or more for each part that is long enough. Names that same_name() accepts
// share one nearly always.
std::vector<std::uint64_t> sound_keys_of(std::string_view name);
// Parts of a personal name without particles, titles and initials' periods: 1 for "el-Chareh", 2 for "Ahmed al-Sharaa".
std::size_t parts_of_name(std::string_view name);
// Spellings of one body's name: as many parts, each alike. (People's names may be shortened: KnowledgeBase::same_name.)
bool same_body(std::string_view a, std::string_view b);
// How far apart two parts of names are, 0 (equal) to 1 and more (different): weighted edits over sounds, divided by length.
double part_distance(std::string_view a, std::string_view b);
// Strict for a name that stands alone; lenient where the rest of the name agrees, or where an article says that it is Arabic.
enum class Strictness { strict, lenient };
bool same_part(std::string_view a, std::string_view b, Strictness how);

}  // namespace dragoman

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "entities/phrases.h"

namespace dragoman::entities {

// The country that a place lies in (alpha-3), or empty: as the words around it say ("the Lebanese city of X"), else as data/kb has it.
std::string country_of_place(const Reading& reading, const Tree& tree, const NameSpan& name);

}  // namespace dragoman::entities

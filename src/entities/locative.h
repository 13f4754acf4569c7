// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/phrases.h"

namespace dragoman::entities {

// Does the name of a state, capital or seat of government stand for the place here ("in Ankara", "flew to Kyiv", "Kyiv airport")
// rather than for who governs from it ("Ankara said", "talks with Moscow", "Ankara's decision")? Cities that are no seat of
// government are always places: the caller decides that.
bool stands_for_place(const Reading& reading, const Phrase& phrase);

}  // namespace dragoman::entities

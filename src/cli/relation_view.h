// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "dragoman/relation.h"

namespace dragoman {

// A relation as a page: its periods with a bar each, its shifts, what was left out. Short ids are made by the caller: `Relation` holds any.
std::string view_of(const Relation& relation, bool colour);
// As one JSON object, without line end.
std::string json_of(const Relation& relation);
// As a picture: a stacked bar of quad classes for each period, shifts as dashed lines. Complete in itself.
std::string picture_of(const Relation& relation);

}  // namespace dragoman

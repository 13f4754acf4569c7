// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/tree.h"

namespace dragoman {

// The tree with what parsers commonly get wrong about verbs of saying, and about where talks are, put right: a verb taken for a preposition ("..., a priest
// told Radio Uno";
// "..., the agency said, quoting a judge"), a speaker taken for a second subject of what he says ("The guard fired, its commander told us"), and who
// answers an account taken for another name for it ("..., an account the ministry denied").
Tree repair_sayings(Tree tree);

}  // namespace dragoman

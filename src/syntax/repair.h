// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/tree.h"

namespace dragoman {

// The tree with what parsers commonly get wrong in news put right: a verb of saying taken for a preposition ("..., a priest told Radio Uno"; "..., the
// agency said, quoting a judge"), a speaker taken for a second subject of what he says ("The guard fired, its commander told us"), who answers an account
// taken for another name for it ("..., an account the ministry denied"), lists hung on the wrong verb, visitors taken for the visited, and where talks are.
Tree repair_sayings(Tree tree);

}  // namespace dragoman

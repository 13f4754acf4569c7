// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include "dragoman/report.h"

namespace dragoman {

// Title, outlet, URL and publication time that a page gives about itself: JSON-LD first, then meta and link elements, then time, h1 and title. A time that is
// no date stays empty.
Report metadata_of(const GumboNode* root);

}  // namespace dragoman

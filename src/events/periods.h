// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dragoman/relation.h"

namespace dragoman {

// The first day of the period that holds `day`, and of the one after it, in days since 1970-01-01.
int period_start(int day, PeriodUnit unit);
int next_period(int start, PeriodUnit unit);

}  // namespace dragoman

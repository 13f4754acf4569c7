// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dragoman/claim.h"

namespace dragoman {

// How often an event claim that looks like this one is coded right, 0..1: logistic over what the claim shows and what the model makes of it, with weights
// that training/fit_score.py fitted on the train and tune parts of the authored reports (hard prose: on plain news more is right than it says). Rule,
// participants, realis, polarity, chains, time and place must be set.
double score_of(const Claim& claim, const Evidence& evidence);

}  // namespace dragoman

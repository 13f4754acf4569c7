// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/tree.h"

namespace dragoman {

// What negates a word in its own clause. "not only" and "no fewer than" do not.

// "did not sign", "without signing", "instead of a deal", "no longer", "nor did it".
bool has_negator(const Tree& tree, int word);
// "No agreement was signed", "neither side fired", "neither Kyiv nor Moscow signed", "signed no agreement".
bool has_negative_argument(const Tree& tree, int verb);
// "has yet to sign": the infinitive is still undone.
bool is_yet_to(const Tree& tree, int verb);

// Does a coordinated verb stand under the auxiliaries and the negation of the first: "will meet and sign", "did not sign or ratify"?
// Not: "did not sign and left".
bool shares_auxiliaries(const Tree& tree, int conjunct);

}  // namespace dragoman
